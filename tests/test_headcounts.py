"""Words for people are read as a number of them."""

from __future__ import annotations

import pytest

from conflictsum.resolve.headcounts import people_count


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("two", 2, 2),
        ("the mayor", 1, 1),
        ("his driver", 1, 1),
        ("Ana Ruiz", 1, 1),
        ("an elderly couple", 2, 2),
        ("the mayor and two aides", 3, 3),
        ("Ana Ruiz and Leo Brand", 2, 2),
        ("Ivo Lan, 44, and the cook Ana Ruiz", 2, 2),
        ("a captain, two sergeants and five soldiers", 8, 8),
        ("a nurse and at least two pupils", 3, None),
        ("one hundred and two", 102, 102),
        ("unharmed", 0, 0),
        ("an unspecified number", None, None),
        ("villagers", None, None),
    ],
)
def test_people(text, least, most):
    """Singulars and names are one, "and" adds them up, ages are no people, and a plural alone gives no number."""
    count = people_count(text)
    assert (count.min, count.max) == (least, most)
