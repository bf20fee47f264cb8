"""What a sentence says about its speaker."""

from __future__ import annotations

import pytest

from conflictsum.resolve.speakers import find_speakers
from conflictsum.resolve.voices import voice_of


def voice(text, body=None):
    return voice_of(text, find_speakers(text)[0], body)


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Army spokesman Karim said so.", True),
        ("Witness Idris Malo said so.", False),
        ("A senior army official, who asked not to be named, said so.", True),
        ("Idris Malo, who lost his house, said so.", False),
        ("Two died, said the physician-director, Idris Malo.", False),
        ("Mr Karim said so.", False),
        ("“They came at dawn,” said Idris Malo, 41.", False),
        ("The director of Leer hospital, Idris Malo, said so.", False),
        ("Governor Idris Malo said so.", True),
        ("Parliament Speaker Idris Malo said so.", True),
    ],
)
def test_whose_words_are_statements(text, official):
    """An office identifies a single name; a private person with an age and who speaks for a hospital are sources."""
    assert voice(text).official is official


@pytest.mark.parametrize(
    "text",
    [
        "Its spokesman, who goes by Karim, denied it.",
        "Its spokesman, known as Karim, denied it.",
        "Its spokesman, who calls himself Karim, denied it.",
    ],
)
def test_an_assumed_name(text):
    """Who goes by a name is called so, and the description is the office."""
    said = voice_of(text, (4, 13), "Lake Guard")
    assert (said.text, said.role, said.affiliation) == ("Karim", "spokesman", "Lake Guard")


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Army spokesman Idris Malo said so.", "Army"),
        ("LDF adviser Idris Malo said so.", "LDF"),
        ("The Council’s spokesman, Col. Idris Malo, said so.", "Council"),
        ("Idris Malo, spokesman of the Lake Guard, said so.", "Lake Guard"),
        ("Idris Malo, adviser to the leadership of the Lake Guard, said so.", "Lake Guard"),
        ("The deputy head of Norway’s Security Council, Idris Malo, said so.", "Norway’s Security Council"),
        ("The governor of North Kassala, Idris Malo, said so.", "North Kassala"),
        ("Idris Malo, who speaks for the tribal council, said so.", "tribal council"),
        ("Colonel Idris Malo of the Fourth Brigade said so.", "Fourth Brigade"),
        ("Norway’s defence minister, Idris Malo, said so.", "Norway"),
        ("Houthi council member Idris Malo said so.", "Houthi"),
        # a portfolio is no body, and a rank no affiliation
        ("Interior Minister Idris Malo said so.", None),
        ("The minister of defence, Idris Malo, said so.", None),
        ("Colonel Idris Malo said so.", None),
        # bodies of a state
        ("Norway’s foreign ministry said so.", "Norway"),
        ("The Norwegian embassy said so.", "Norwegian"),
        ("The army said so.", None),
    ],
)
def test_affiliations(text, affiliation):
    """The state or body spoken for stands in the office, after "who speaks for", or owns the ministry that speaks."""
    assert voice(text).affiliation == affiliation


def test_its_spokesman():
    """ "Its" means the body of the sentence before."""
    assert voice("“No,” said its military spokesman, Idris Malo.", "Lake Guard").affiliation == "Lake Guard"


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Mayor Ana Ruiz said so.", True),
        ("Ana Ruiz, who commands the garrison, said so.", True),
        ("Ana Ruiz, the mayor of Leer, said so.", True),
        ("Norway, whose ships sail there, said so.", True),
        ("Ana Ruiz, a baker, said so.", False),
        ("Ana Ruiz, 34, said so.", False),
        ("Ana Ruiz, whose house burned, said so.", False),
        ("One survivor, Ana Ruiz, said so.", False),
        ("“It is war,” said Ana Ruiz of Open Lake, a research group.", False),
        ("A baker said so.", False),
    ],
)
def test_officials(text, official):
    """Whoever is described by something else than an office is a witness or an analyst (codebook P1, P2)."""
    assert voice(text).official is official


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mayor Ana Ruiz said so.", True),
        ("Ana Ruiz said so.", True),
        ("The mayor said so.", True),
        ("A nurse at the hospital said so.", True),
        ("The Valley Vanguard said so.", False),
        ("The army said so.", False),
        ("Norway said so.", False),
        ("Officials said so.", False),
        ("The hospital said so.", False),
    ],
)
def test_persons(text, person):
    """ "He" or "she" can be one person; bodies, states and several people cannot."""
    assert voice(text).person is person


def test_initials():
    """Initials in brackets are kept, to know the body by them later."""
    assert voice("The Lake Defence Army (LDA) said so.").short == "LDA"
