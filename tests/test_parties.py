"""Who in a sentence could be meant."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.parties import find_parties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister urged Chad to open the border.", ["minister", "Chad"]),
        ("She accused the Rapid Support Forces of murder.", ["Rapid Support Forces"]),
        ("The army warned villagers near the river.", ["army", "villagers"]),
        ("Israel’s air strikes killed two soldiers.", ["Israel", "soldiers"]),
        ("The envoy called on both sides to talk.", ["envoy", "sides"]),
        ("Masked gunmen took nine girls on Friday.", ["Masked gunmen"]),
        ("Idris Malo spoke for the rebels.", ["Idris Malo", "rebels"]),
        ("A US drone strike hit a house.", ["US"]),
        ("Iran-backed militias fired on American troops.", ["Iran-backed militias", "American troops"]),
        ("The ministry condemned Rwanda.", ["ministry", "Rwanda"]),
        ("He thanked the people of Norway.", ["people", "Norway"]),
        ("The United Nations demanded a ceasefire.", ["United Nations"]),
        ("The town was shelled in June.", []),
        ("The bridge was rebuilt.", []),
        ("They denied it.", []),
        ("Two rockets fell on a field.", []),
    ],
)
def test_parties(text, expected):
    """Names, bodies and words for people, without article and number; no weapons, times and things."""
    assert [text[start:end] for start, end in find_parties(text)] == expected


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and the spans are stretches of it in order, none inside another."""
    spans = find_parties(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
