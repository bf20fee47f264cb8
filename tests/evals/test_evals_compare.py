"""How alike two values are, worked out by hand for each kind of field."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.resolve.places import resolve_place
from conflictsum.schema import Actor, Count
from evals.compare import (
    compare_actors,
    compare_counts,
    compare_days,
    compare_descriptions,
    compare_evidence,
    compare_places,
    compare_quotes,
    normal,
)
from evals.counts import parse_count


def actor(text, name=None):
    return Actor(text=text, name=name or text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The Rapid Support Forces", "rapid support forces"),
        ("Iraq’s army", "iraq army"),
        ("al-Zaʿtarī", "al zatari"),
        ("a fuel depot,", "fuel depot"),
        ("Ka'ib", "kaib"),
    ],
)
def test_normal_form(text, plain):
    """Case, articles, punctuation, diacritics and possessives make no difference."""
    assert normal(text) == plain


@pytest.mark.parametrize(
    ("gold", "predicted", "outcome", "exact"),
    [
        ("Rapid Support Forces", actor("the Rapid Support Forces"), "cor", True),
        ("Houthis", actor("Ansar Allah", "Houthis"), "cor", False),
        ("Ansar Allah", actor("Houthis", "Houthis"), "cor", False),
        ("Kataib Hezbollah", actor("Kataeb Hezbollah"), "par", False),
        ("Iran", actor("Iran-backed militia"), "inc", False),
        ("Hezbollah", actor("Kataib Hezbollah"), "inc", False),
        ("Iran", actor("Iraq"), "inc", False),
        ("Niger", actor("Nigeria"), "inc", False),
    ],
)
def test_actors(gold, predicted, outcome, exact):
    """Aliases are right, other spellings half right; a state is not the militia it backs."""
    match = compare_actors(gold, predicted)
    assert (match.outcome, match.exact) == (outcome, exact)


@pytest.mark.parametrize(
    ("gold", "predicted", "outcome", "exact"),
    [
        ("El Obeid", "El Obeid", "cor", True),
        ("Sanaa", "Sana'a", "cor", True),
        ("Kyiv", "Kiev", "cor", False),
        ("Nyala", "South Darfur", "par", False),
        ("South Darfur", "Nyala", "par", False),
        ("Bakhmut", "Donetsk", "inc", False),
        ("El Obeid", "Sudan", "inc", False),
        ("Gaza City", "Khan Younis", "inc", False),
    ],
)
def test_places(gold, predicted, outcome, exact):
    """Aliases are right; the division around a town is half right, the country around it is not."""
    match = compare_places(gold, resolve_place(predicted))
    assert (match.outcome, match.exact) == (outcome, exact)


@pytest.mark.parametrize(
    ("gold", "predicted", "outcome"),
    [
        ("crowded market", "a crowded market", "cor"),
        ("crowded market", "market", "par"),
        ("market", "the market in the old town", "par"),
        ("fuel depot", "fuel depots", "par"),
        ("fuel depot", "ammunition depot", "inc"),
        ("market", "bridge", "inc"),
    ],
)
def test_descriptions(gold, predicted, outcome):
    """A shorter or longer description of the thing is half right, another thing is wrong."""
    assert compare_descriptions(gold, predicted).outcome == outcome


def days(first, last):
    return dt.date(2025, 3, first), dt.date(2025, 3, last)


@pytest.mark.parametrize(
    ("gold", "predicted", "similarity", "overlap"),
    [
        (days(7, 7), days(7, 7), 1.0, 1.0),
        (days(7, 7), days(8, 8), 0.0, 0.0),
        (days(7, 7), days(1, 31), 0.5, 1 / 31),
        (days(1, 31), days(7, 7), 0.5, 1 / 31),
        (days(7, 8), days(8, 9), 0.0, 1 / 3),
    ],
)
def test_days(gold, predicted, similarity, overlap):
    """The same days are right, a span that holds the other is half right, one that only touches it is wrong."""
    match = compare_days(gold, predicted)
    assert (match.similarity, match.overlap) == pytest.approx((similarity, overlap))
    assert match.exact == (similarity == 1)


@pytest.mark.parametrize(
    ("gold", "least", "most", "outcome", "overlap", "error"),
    [
        ("2", 2, 2, "cor", 1.0, 0),
        ("~2", 2, 2, "cor", 1.0, 0),
        ("2-", 2, None, "cor", 1.0, 0),
        ("2-", 2, 2, "par", 1.0, 0),
        ("2-", 3, 3, "inc", 0.0, 1),
        ("5-7", 6, 7, "par", 2 / 3, 1),
        ("5-7", 8, 9, "inc", 0.0, 3),
        ("-40", 40, 40, "par", 1 / 41, 0),
        ("0", 0, 0, "cor", 1.0, 0),
        ("0", 1, 1, "inc", 0.0, 1),
        ("?", None, None, "cor", 1.0, None),
        ("?", 5, 5, "inc", 0.0, None),
        ("5", None, None, "inc", 0.0, None),
    ],
)
def test_counts(gold, least, most, outcome, overlap, error):
    """Equal bounds are right, overlapping ones half right; "at least two" overlaps two and not three."""
    match = compare_counts(parse_count(gold), Count(min=least, max=most, text="x"))
    assert (match.outcome, match.error) == (outcome, error)
    assert match.overlap == pytest.approx(overlap)


@pytest.mark.parametrize(
    ("gold", "predicted", "outcome", "exact"),
    [
        ("We’ll hit again", "We'll hit again", "cor", True),
        (
            "one two three four five six seven eight nine ten",
            "one two three four five six seven eight nine",
            "cor",
            False,
        ),
        ("one two three four", "one two three", "par", False),
        ("we will never yield to them", "we will never yield to this", "par", False),
        ("we will hit them hard", "the talks go on", "inc", False),
    ],
)
def test_quotes(gold, predicted, outcome, exact):
    """Nine of ten words are as good as ten; three of four (13 of 18 letters twice: 0.84) are half right."""
    match = compare_quotes(gold, predicted)
    assert (match.outcome, match.exact) == (outcome, exact)


@pytest.mark.parametrize(
    ("gold", "predicted", "outcome", "overlap"),
    [
        ([(0, 10)], [(0, 10)], "cor", 1.0),
        ([(0, 10)], [(0, 10), (20, 30)], "par", 0.5),
        ([(0, 10), (20, 30)], [(20, 30)], "par", 0.5),
        ([(0, 10)], [(0, 10), (20, 31)], "inc", 10 / 21),
        ([(0, 10)], [(20, 30)], "inc", 0.0),
    ],
)
def test_evidence(gold, predicted, outcome, overlap):
    """Intersection over union of characters: all is right, one half is half right, less is wrong."""
    match = compare_evidence(gold, predicted)
    assert match.outcome == outcome
    assert match.overlap == pytest.approx(overlap)
