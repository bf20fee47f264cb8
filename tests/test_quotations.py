"""Quotations and what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.quotations import quotes_in, unquoted


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“We will return,” he said.", ["We will return"]),
        ("“We will return,” he said. “And soon enough.”", ["We will return", "And soon enough."]),
        ('He called it "a very long night".', ["a very long night"]),
        ("The so-called “safe zone” fell.", []),
        ("Nobody spoke.", []),
    ],
)
def test_quotes(text, quotes):
    """Quotations are given without marks and final comma; a term of one or two words in marks is none."""
    assert quotes_in(text) == quotes


def test_unquoted():
    """Only the reporter's own words are left, at their places; terms in marks are the reporter's too."""
    assert unquoted("“We will return,” said the “old guard”.") == "“               ” said the “old guard”."


@given(st.text())
def test_any_text(text):
    """Blanking out moves nothing."""
    assert len(unquoted(text)) == len(text)
