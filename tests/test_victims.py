"""The people that a number counts: the noun for them, their sort, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.victim_groups import group_in, sort_of
from conflictsum.resolve.victims import party_of, people_after


@pytest.mark.parametrize(
    ("text", "number", "people"),
    [
        ("At least nine shepherds were killed.", "At least nine", "shepherds"),
        ("Two of its soldiers died.", "Two", "soldiers"),
        ("Five members of the brigade died.", "Five", "members of the brigade"),
        ("The blast killed 16 scientists and guards.", "16", "scientists and guards"),
        ("A militia leader was killed.", "A militia leader", "militia leader"),
        ("A teacher, Ana Ruiz, 45, was shot.", "A teacher", "Ana Ruiz"),
        ("Sergeant Pavel Orlov died.", "Sergeant Pavel Orlov", "Pavel Orlov"),
        ("The number of missing girls stands at 118.", "118", "girls"),
        ("A toll of 12 was given.", "12", None),
        ("Twenty were wounded.", "Twenty", None),
        ("Twenty others were wounded.", "Twenty", None),
        ("Four bodies were found.", "Four", None),
        ("Nobody was hurt.", "Nobody", None),
        ("Two engineers according to the union died.", "Two", "engineers"),
    ],
)
def test_people(text, number, people):
    """The noun for the people, without number, article and owner; none for others, bodies and the dead (codebook C6)."""
    start = text.index(number)
    assert people_after(text, (start, start + len(number))) == people


@pytest.mark.parametrize(
    ("people", "text", "group"),
    [
        ("fishermen", "Two fishermen died.", "civilian"),
        ("husband", "Her husband died.", "civilian"),
        ("guerrillas", "Nine guerrillas died.", "militant"),
        ("soldiers", "Nine soldiers died.", "military"),
        ("officers", "Two officers died, the police said.", "police"),
        ("officers", "Two officers died, the army said.", "military"),
        ("passengers", "Six passengers died.", "unknown"),
        ("men", "Six men died.", "unknown"),
        (None, "Six died.", "unknown"),
    ],
)
def test_groups(people, text, group):
    """Occupation and kinship make civilians; officers are of the police where the sentence speaks of police."""
    assert sort_of(people, text) == group


@pytest.mark.parametrize(
    ("text", "number", "people", "party"),
    [
        ("Two soldiers of the army died.", "Two", "soldiers", "army"),
        ("Three fighters of the Karsa Brigade died.", "Three", "fighters", "Karsa Brigade"),
        ("The mayor of Tarsa died.", "The mayor", "mayor", None),
        ("Two farmers died.", "Two", "farmers", None),
        ("Two died.", "Two", None, None),
    ],
)
def test_parties(text, number, people, party):
    """Whose people they are is told after "of"; a town owns nobody."""
    start = text.index(number)
    assert party_of(text, (start, start + len(number)), people) == party


@given(st.lists(st.sampled_from("two of its Ana Ruiz soldiers , and a mayor 45 members the dead “ killed".split())))
def test_any_words(words):
    """Whatever the words, the people found stand in the text."""
    text = " ".join(["Two", *words])
    people = people_after(text, (0, 3))
    assert people is None or people in text


@pytest.mark.parametrize(
    ("victims", "group"),
    [
        ("four soldiers", "military"),
        ("two militants", "militant"),
        ("nine villagers", "civilian"),
        ("three police officers", "police"),
        ("a journalist", "journalist"),
        ("two aid workers", "aid_worker"),
        ("five soldiers and two civilians", "mixed"),
        ("four other people", "unknown"),
        ("US personnel", "military"),
    ],
)
def test_plain_words_for_people(victims, group):
    """The words for the people decide, and "people" is unknown."""
    assert group_in(victims) == group
