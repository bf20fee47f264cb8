"""Which place names mean areas, and which place is said to lie in which."""

from __future__ import annotations

import pytest

from conflictsum.resolve.areas import is_area, lies_in


@pytest.mark.parametrize(
    ("place", "sentence", "area"),
    [
        ("Oyo Township", "Jets bombed a monastery in Oyo Township on Monday.", True),
        ("Oyo", "Jets bombed a monastery in Oyo Township on Monday.", True),
        ("Oyo", "Troops burned homes in the Oyo and Bele districts.", False),
        ("Oyo", "Troops burned homes in the province of Oyo.", True),
        ("Gulf of Oyo", "A ship was hit in the Gulf of Oyo.", True),
        ("Oyo", "A ship was hit off Oyo’s coast.", True),
        ("Oyo", "Troops burned homes in Oyo on Monday.", False),
        ("Oyo", "Troops burned homes in Oyo, a town in the valley.", False),
    ],
)
def test_an_area_is_called_one(place, sentence, area):
    """By the noun that belongs to its name, before or after it."""
    assert is_area(place, sentence) is area


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("A jet bombed Bele village, Oyo, on Monday.", True),
        ("A jet bombed Bele in the northern state of Oyo.", False),
        ("A jet bombed Bele in central Oyo.", True),
        ("A jet bombed the road between Bele and Oyo.", False),
        ("A jet bombed Oyo, then Bele.", False),
    ],
)
def test_a_place_may_be_named_with_the_one_it_lies_in(sentence, within):
    """Right after it, by a comma or "in"."""
    assert lies_in("Bele", "Oyo", sentence) is within
