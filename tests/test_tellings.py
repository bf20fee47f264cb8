"""The acts that one sentence tells of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.tellings import Telling, tellings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Jets bombed a depot in Kovel on Monday, hours after rebels had shelled a camp in Sarny.",
            ["Jets bombed a depot in Kovel on Monday", "rebels had shelled a camp in Sarny."],
        ),
        (
            "The army shelled a mill in Kovel; gunmen attacked a bus near Sarny.",
            ["The army shelled a mill in Kovel", "gunmen attacked a bus near Sarny."],
        ),
        (
            "Rockets hit a port, while drones struck two tankers.",
            ["Rockets hit a port", "drones struck two tankers."],
        ),
        (
            "Troops burned forty huts after shelling the village for a day.",
            ["Troops burned forty huts", "shelling the village for a day."],
        ),
        # the rest tells of no other act
        ("Jets bombed a depot, hours after the talks had failed.", None),
        ("The army shelled a mill; two people were killed.", None),
        ("The army shelled a mill, while the envoy called for calm.", None),
        # nor does what somebody says stand apart
        ("“They shelled a mill; they bombed a port,” she said.", None),
        ("The army shelled a mill.", None),
    ],
)
def test_parts(text, parts):
    """Words that set two acts apart cut a sentence where each part tells what it hit."""
    assert [telling.text for telling in tellings(text)] == (parts or [text])


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        (
            "Officials reported damage to a depot in Kovel, a mill in Sarny, where two people were hurt, and a school in Lutsk.",
            [("depot", "Kovel"), ("mill", "Sarny"), ("school", "Lutsk")],
        ),
        ("Drones hit a depot in Kovel and a mill in Sarny.", [("depot", "Kovel"), ("mill", "Sarny")]),
        ("Drones hit a depot and a mill in Sarny.", [(None, None)]),
        ("Drones hit a depot in Kovel, the ministry in Kyiv said.", [(None, None)]),
    ],
)
def test_sites(text, sites):
    """Things that were hit in different places are told apart."""
    assert [(telling.hit, telling.place) for telling in tellings(text)] == sites


@given(st.lists(st.sampled_from("jets hit a depot in Kovel and , ; while hours after rebels shelled “ ” said".split())))
def test_any_words(words):
    """Whatever the words, at least one telling comes out, and each is a stretch of the text."""
    text = " ".join(words)
    told = tellings(text)
    assert told
    assert all(isinstance(telling, Telling) and telling.text in text for telling in told)
