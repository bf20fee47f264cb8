"""Where in a sentence places are named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.sites import find_places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # known names
        ("Jets bombed a depot near Aleppo on Friday.", ["Aleppo"]),
        ("A strike on Ain al-Asad air base hurt two.", ["Ain al-Asad air base"]),
        ("Two men died in Idlib province.", ["Idlib province"]),
        ("Fighting went on in Khartoum and Omdurman.", ["Khartoum", "Omdurman"]),
        # unknown ones, by the words before or after
        ("Gunmen raided the village of Tamba Kolo.", ["Tamba Kolo"]),
        ("A bus was hit outside Wadi Korim.", ["Wadi Korim"]),
        ("Shells fell on Harrenbek camp at dawn.", ["Harrenbek camp"]),
        ("They flew against Orzel air base.", ["Orzel air base"]),
        ("Rebels stormed Lubasha on Monday.", ["Lubasha"]),
        ("A convoy was hit on the road to Malbrek.", ["Malbrek"]),
        ("Planes hit depots in Sorvan, Melk and Tirin, the army said.", ["Sorvan", "Melk", "Tirin"]),
        # what heads an item of a list
        ("- Sorvan, western Melk: drones hit a mill near Tirin.", ["Sorvan", "Tirin"]),
        # of the owner and the owned, the narrower
        ("Nine died in Sudan’s Zamel displacement camp.", ["Zamel displacement camp"]),
        ("Two men died in Sudan’s remote western Zamel camp.", ["Zamel camp"]),
        # where it was goes before where it came from, where it is told, and the country
        ("A bus from Karachi to Quetta was hit near Sarrin.", ["Sarrin", "Karachi", "Quetta"]),
        ("Back in Turkey, a mine went off in Hakkari province.", ["Hakkari province", "Turkey"]),
        ("Drones attacked the naval base in Port Sudan.", ["Port Sudan"]),
        ("Missiles were fired at southern Israel.", ["Israel"]),
        ("Strikes hit Ash Shaddadi and Ar Ramadi.", ["Ash Shaddadi", "Ar Ramadi"]),
        ("A mine killed two near the Quissa crossroads.", ["Quissa crossroads"]),
        # a capital that is hit, and one that speaks
        ("Sanaa was hit on Friday.", ["Sanaa"]),
        ("Tehran blamed Israel for the strike on Tyre.", ["Tyre"]),
        # a town goes before the division that it lies in, and the part before the whole
        ("In North Darfur, shells fell on a market in Sarrin.", ["Sarrin", "North Darfur"]),
        ("A van went off at a gate in Melk district of Abyan governorate.", ["Melk district", "Abyan governorate"]),
        ("Jets hit Yemen's Red Sea port of Sorvan.", ["Sorvan"]),
        ("Rebels shot four men at a pit on the Tirin river.", ["Tirin river"]),
        ("A shell fell in the rail junction of Sorvan.", ["Sorvan"]),
        ("Drones bombed two huts in nearby Tirin.", ["Tirin"]),
        ("The Sorvan thermal power plant took two hits.", ["Sorvan thermal power plant"]),
        ("Four men of the 30 de Melko neighbourhood were beheaded.", ["30 de Melko neighbourhood"]),
        # a place of another clause, of words that describe a noun, or of the speaker comes last
        ("They came from a court in Tank when a bomb went off near Sarrin.", ["Sarrin", "Tank"]),
        ("A ferry trying to reach the island of Orb was shelled off Melk.", ["Melk", "Orb"]),
        ("In Melk, cut off from the town of Orb, shells landed on huts.", ["Melk", "Orb"]),
        ("Residents of Sarrin accused the army of shelling a clinic.", ["Sarrin"]),
        ("“We saw it in Sarrin. Let them come,” he said after shells fell on huts.", ["Sarrin"]),
        # no ships, units, adjectives, persons
        ("A missile hit the Corinth Meadow off Mokha.", ["Mokha"]),
        ("They fired at USS Harlan Pike in the Red Sea.", ["Red Sea"]),
        ("Fire hit 444 Brigade vehicles near Sarrin.", ["Sarrin"]),
        ("Shots fell in the Libyan capital.", []),
        ("A post in the Iranian town of Rask was hit.", ["Rask"]),
        ("A raid killed Abu Bakr al-Baghdadi.", []),
        # no places
        ("The US said Iran had fired.", []),
        ("Russian troops shelled a town.", []),
        ("He said it in June on Telegram.", []),
        ("An attack on Hezbollah fighters was planned.", []),
        ("In a statement on Friday the army denied it.", []),
        ("At least nine people died.", []),
    ],
)
def test_places(text, expected):
    """Places are gazetteer names and names after words for where, with the kind of place; actors and times are not."""
    assert [text[start:end] for start, end in find_places(text)] == expected


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and the spans are stretches of it that do not overlap."""
    spans = sorted(find_places(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            "in the village of Tamba at Al and Aleppo , road to camp ’s Sudan’s near On army Iran A".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order."""
    text = " ".join(words)
    assert all(text[start:end].strip() for start, end in find_places(text))
