"""Numbers of dead and of wounded, told apart by the words beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.tolls import find_tolls, people_after


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("At least nine people were killed and 20 were wounded.", ["At least nine"], ["20"]),
        ("A drone killed two men and injured five.", ["two"], ["five"]),
        ("The blast left 12 dead and about 30 hurt.", ["12"], ["about 30"]),
        ("Six people died in the raid.", ["Six"], []),
        ("The death toll rose to 41.", ["41"], []),
        ("Rebels shot dead four farmers.", ["four"], []),
        ("The shelling wounded dozens.", [], ["dozens"]),
        ("The bodies of three men were found.", ["three"], []),
        ("Four villagers died and a dozen others were injured.", ["Four"], ["a dozen"]),
        ("Between 10 and 15 fighters were killed.", ["Between 10 and 15"], []),
        ("Two people were killed when 40 drones hit the town.", ["Two"], []),
        # explicit zeros
        ("There were no casualties.", ["no"], ["no"]),
        ("Nobody was killed.", ["Nobody"], []),
        ("Nobody was hurt.", ["Nobody"], ["Nobody"]),
        ("No one on board was killed or injured.", ["No one"], ["No one"]),
        ("None of the guards was wounded.", ["None"], ["None"]),
        ("Not a single soldier died.", ["Not a single"], []),
        ("No soldier was killed, but two were injured.", ["No"], ["two"]),
        # none
        ("The army fired 40 rockets.", [], []),
        ("No fewer than six died.", ["No fewer than six"], []),
        ("Casualties were reported.", [], []),
    ],
)
def test_tolls(text, killed, wounded):
    """The nearest word of death or injury says what a number counts; "nobody was hurt" denies deaths as well."""
    tolls = find_tolls(text)
    assert [text[start:end] for start, end in tolls.killed] == killed
    assert [text[start:end] for start, end in tolls.wounded] == wounded


@pytest.mark.parametrize(
    ("text", "number", "people"),
    [
        ("At least nine shepherds were killed.", "At least nine", "At least nine shepherds"),
        ("Two of its soldiers died.", "Two", "Two of its soldiers"),
        ("A toll of 12 was given.", "12", None),
        ("Twenty were wounded.", "Twenty", None),
        ("A militia leader was killed.", "A militia leader", "A militia leader"),
    ],
)
def test_people(text, number, people):
    """The people a number counts follow it up to the verb; a bare number has none."""
    start = text.index(number)
    assert people_after(text, (start, start + len(number))) == people


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and every span is a stretch of it."""
    tolls = find_tolls(text)
    assert all(0 <= start < end <= len(text) for start, end in (*tolls.killed, *tolls.wounded))


@given(
    st.lists(
        st.sampled_from(
            "no nobody not a single 12 two killed and wounded , . dozens at least none dead of hurt were toll".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order; no number stands twice in one list."""
    tolls = find_tolls(" ".join(words))
    assert len(set(tolls.killed)) == len(tolls.killed)
    assert len(set(tolls.wounded)) == len(tolls.wounded)
