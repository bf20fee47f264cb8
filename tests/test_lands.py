"""The country of a place that the gazetteer does not know."""

from __future__ import annotations

import pytest

from conflictsum.resolve.lands import land_of


@pytest.mark.parametrize(
    ("place", "sentence", "around", "land"),
    [
        ("Tarsabad", "A bomb exploded in Tarsabad, in Pakistan.", [], "Pakistan"),
        ("Tarsabad", "A bomb exploded in Sudan’s Tarsabad camp.", [], "Sudan"),
        ("Tarsabad", "A bomb exploded in the southern Philippine town of Tarsabad.", [], "Philippine"),
        ("TARSABAD", "TARSABAD, Kenya (Wire) - Police fired on a crowd.", [], "Kenya"),
        ("Tarsabad", "A bomb exploded in Tarsabad.", ["A school in Khartoum was hit too."], "Khartoum"),
        # nothing to go by, or too much
        ("Tarsabad", "A bomb exploded in Tarsabad.", [], None),
        ("Tarsabad", "Turkish jets bombed Tarsabad.", [], None),
        ("Tarsabad", "A bomb exploded in Tarsabad.", ["It was made in Kenya.", "It was sold in Sudan."], None),
        # known, or nobody's
        ("Khartoum", "A bomb exploded in Khartoum, far from Kenya.", [], None),
        ("Red Sea", "A ship was hit in the Red Sea off Yemen.", [], None),
    ],
)
def test_lands(place, sentence, around, land):
    """The country told as the place of things, in the sentence before those around it; none at sea (codebook F3)."""
    assert land_of(place, sentence, around) == land
