"""Several acts in one sentence, and when something was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.utterances import find_said_when, find_utterances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway condemned the raid and urged both sides to talk.",
            ["Norway condemned the raid ", "and urged both sides to talk."],
        ),
        (
            "Chad denied it, and Niger called for talks.",
            ["Chad denied it, ", "and Niger called for talks."],
        ),
        (
            "Chad condemned the raid, while Niger called for talks.",
            ["Chad condemned the raid, ", "while Niger called for talks."],
        ),
        (
            "Chad blamed Niger for it; Niger denied any role.",
            ["Chad blamed Niger for it", "; Niger denied any role."],
        ),
        (
            "The mayor said Chad had violated the truce and that it would be punished.",
            ["The mayor said Chad had violated the truce ", "and that it would be punished."],
        ),
        (
            "The army accused the rebels of murder, urging villagers to leave.",
            ["The army accused the rebels of murder", ", urging villagers to leave."],
        ),
        (
            "Norway condemned the raid and denounced the raiders.",
            ["Norway condemned the raid and denounced the raiders."],
        ),
        (
            "He said rebels had fired, an accusation Chad dismissed as false.",
            ["He said rebels had fired, an accusation ", "Chad dismissed as false."],
        ),
        ("The army denied it and blamed a gas leak.", ["The army denied it and blamed a gas leak."]),
        ("The army denied it and blamed Chad.", ["The army denied it ", "and blamed Chad."]),
        ("The army denied it and said the town was calm.", ["The army denied it and said the town was calm."]),
        ("“We condemn it and urge calm,” Chad said.", ["“We condemn it and urge calm,” Chad said."]),
        ("The town was shelled.", ["The town was shelled."]),
    ],
)
def test_utterances(text, expected):
    """Verbs of different acts part a sentence; one act, plain saying and quotations do not."""
    assert [text[start:end] for start, end in find_utterances(text)] == expected


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The army said on Monday that rockets fell on Sunday.", "on Monday"),
        ("The mayor on Friday blamed the rebels.", "on Friday"),
        ("He told the council on Friday that it would end.", "on Friday"),
        ("The envoy called on Chad on Tuesday to free them.", "on Tuesday"),
        ("“It is over,” the mayor said in a broadcast on Monday.", "on Monday"),
        ("The army said rockets fell on Sunday.", None),
        ("The minister accused the Movement of 4 May of murder.", None),
        ("The army said the rebels fired on Sunday.", None),
        ("The town was shelled on Sunday.", None),
    ],
)
def test_when_it_was_said(text, when):
    """A time dates the speech where it stands beside the verb of speech, not within what is said."""
    span = find_said_when(text)
    assert (text[slice(*span)] if span else None) == when


@given(st.text())
def test_any_text(text):
    """Whatever the text, the parts make up the whole."""
    assert "".join(text[start:end] for start, end in find_utterances(text)) == text
