"""Who in a sentence could be meant."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.parties import find_addressee, find_parties


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


@pytest.mark.parametrize(
    ("text", "act", "addressee"),
    [
        # the object of the verb
        ("The minister accused the Lake Guard of murder.", "accuse", "Lake Guard"),
        ("She urged both sides to talk.", "urge", "both sides"),
        ("The envoy called on Chad to open the border.", "urge", "Chad"),
        ("He demanded that the LDA free nine men.", "demand", "LDA"),
        ("It asked Berlin and Paris for help.", "urge", "Berlin and Paris"),
        ("The army warned aid agencies to leave.", "warn", "aid agencies"),
        ("The mayor pointed the finger at the rebels.", "accuse", "rebels"),
        ("He accused it of murder.", "accuse", "it"),
        ("To the Military Council he said: “We are not afraid.”", "threaten", "Military Council"),
        # who did what is condemned, or must act
        ("He condemned the raid by the Lake Guard.", "condemn", "Lake Guard"),
        ("“Chad opened fire on our villages,” he said.", "accuse", "Chad"),
        ("“America will pay for this,” he said.", "threaten", "America"),
        ("Chad must open the border, he said.", "urge", "Chad"),
        # no audience, no thing, nobody
        ("He told reporters the war would go on.", "report", None),
        ("She condemned the raid.", "condemn", None),
        ("He warned that more would follow.", "warn", None),
    ],
)
def test_addressees(text, act, addressee):
    """Who is accused, urged, warned or condemned; neither the audience nor a deed without its doer (codebook P7)."""
    span = find_addressee(text, act)
    assert (text[slice(*span)] if span else None) == addressee


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and the spans are stretches of it in order, none inside another."""
    spans = find_parties(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
