"""The count grammar of the codebook."""

from __future__ import annotations

import pytest

from evals.counts import GoldCount, parse_count
from evals.numbers import written_numbers


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2", GoldCount(2, 2)),
        ("2-", GoldCount(2, None)),
        ("-40", GoldCount(None, 40)),
        ("5-7", GoldCount(5, 7)),
        ("~150", GoldCount(150, 150, approximate=True)),
        ("~24-", GoldCount(24, None, approximate=True)),
        ("?", GoldCount(None, None)),
        ("0", GoldCount(0, 0)),
    ],
)
def test_the_grammar(text, count):
    """Each form of rule C3, read and written back."""
    assert parse_count(text) == count
    assert str(count) == text


@pytest.mark.parametrize("text", ["", "two", "-", "~", "~?", "5–7", "1,200", " 2", "2 -", "--3", "3.5"])
def test_anything_else_is_refused(text):
    """Words, blanks, other dashes and separators are no counts."""
    with pytest.raises(ValueError, match="is no count"):
        parse_count(text)


def test_a_range_runs_upwards():
    """The lower bound comes first."""
    with pytest.raises(ValueError, match="7 is more than 5"):
        parse_count("7-5")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("killed 1,200 people", 1200),
        ("two hundred and fifty-eight homes", 258),
        ("twelve thousand", 12_000),
        ("3 million", 3_000_000),
        ("half a dozen men", 6),
        ("two dozen shells", 24),
        ("dozens of shells", 24),
        ("hit twice", 2),
        ("the third of the dead", 3),
        ("a hundred rounds", 100),
        ("nobody was hurt", 0),
        ("it didn’t hurt anyone", 0),
        ("six hundred", 600),
        ("more than 20", 21),
        ("over two hundred", 201),
        ("fewer than 40 men", 39),
    ],
)
def test_written_numbers(text, number):
    """Digits, words, dozens, vague words and denials."""
    assert number in written_numbers(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200 people", 200),
        ("forty-one", 40),
        ("sixteen men", 6),
        ("15 and 16", 31),
        ("killed people", 0),
        ("at least nine", 10),
    ],
)
def test_numbers_that_are_not_written(text, number):
    """Parts and sums of numbers are not written, nor is a zero where nothing is denied."""
    assert number not in written_numbers(text)
