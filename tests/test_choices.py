"""What a small model is asked about a sentence, and what it may answer."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.choices import choices_in
from conflictsum.schema import Act


@pytest.mark.parametrize(
    ("sentence", "event", "harm", "speech"),
    [
        ("The army shelled the town.", True, False, False),
        ("Nine people were killed.", False, True, False),
        ("A bomb killed nine people.", True, True, False),
        ("The minister condemned the raid.", False, False, True),
        ("“We will return,” the mayor said.", False, False, True),
        ("The road was closed.", False, False, False),
        # who only reports an act or a toll makes no statement of it
        ("The army shelled the town, officials said.", True, False, False),
        ("Nine people were killed, the health ministry said.", False, True, False),
        ("The army said it shelled the town in response to a raid.", True, False, True),
        ("Rebels shelled the town, the army said, and it accused them of murder.", True, False, True),
        ("Two men were killed, he said.", False, True, False),
        # unnamed witnesses and doctors make no statements
        ("“We ran for our lives,” a resident said.", False, False, False),
        ("Doctors blamed the lack of blood.", False, False, False),
        # nor does who only reports something, without a quotation and without an act
        ("The mayor said the market had opened.", False, False, False),
        ("The mayor announced a curfew.", False, False, True),
        ("Nine people were killed, the ministry announced.", False, True, False),
    ],
)
def test_questions(sentence, event, harm, speech):
    """A sentence is asked only about what it may hold."""
    choices = choices_in(sentence)
    assert (choices.event, choices.harm, choices.speech) == (event, harm, speech)
    assert bool(choices) == (event or harm or speech)


def test_answers():
    """Each list holds the words of the sentence that may stand in its field."""
    choices = choices_in(
        "Rebels shelled a market in Aleppo on Friday, killing nine people and wounding 20, and the army accused them of murder."
    )
    assert choices.agents == ("Rebels",)
    assert choices.targets == ("market",)
    assert choices.places == ("Aleppo",)
    assert choices.times == ("on Friday",)
    assert (choices.killed, choices.wounded) == (("nine",), ("20",))
    assert choices.speakers == ("army",)
    assert choices.acts == ("accuse",)


def test_any_act_without_a_telling_verb():
    """Where no verb tells what a speaker does, every act may be answered, a plain report first (codebook P5)."""
    acts = choices_in("“The market has been opened,” the mayor said.").acts
    assert acts[0] == "report"
    assert sorted(acts) == sorted(get_args(Act))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("GOMA, March 3 (Lakeside Wire) – Rebels shelled a camp.", "Rebels shelled a camp."),
        ("MAPUTO - Rebels shelled a camp.", "Rebels shelled a camp."),
        ("Goma, 3 March 2025 – Rebels shelled a camp.", "Rebels shelled a camp."),
        ("17:05 Rebels shelled a camp.", "Rebels shelled a camp."),
        ("17:05 GMT – Camp hit in the east\nRebels shelled a camp.", "Rebels shelled a camp."),
        ("Rebels shelled a\ncamp on Friday.", "Rebels shelled a camp on Friday."),
        ('Rebels "shelled" a camp.', "Rebels “shelled” a camp."),
        ('"We saw it," said the mayor ("a lie").', "“We saw it,” said the mayor (“a lie”)."),
        ("NATO forces shelled a camp.", "NATO forces shelled a camp."),
        ("Two dead, four hurt: so the list says.", "Two dead, four hurt: so the list says."),
    ],
)
def test_text(sentence, text):
    """Clock, heading and dateline are no part of the sentence; it stands on one line, straight marks made curly."""
    assert choices_in(sentence).text == text


def test_other_languages_are_asked_everything():
    """Where the recognisers cannot read, all is asked and any words may be copied."""
    choices = choices_in("قصفت الطائرات المدينة.")
    assert choices.free
    assert (choices.event, choices.harm, choices.speech) == (True, True, True)


@given(st.text())
def test_any_text(sentence):
    """Whatever the sentence, nothing is raised, and every answer stands in the text on one line."""
    choices = choices_in(sentence)
    for answers in (choices.agents, choices.targets, choices.places, choices.times, choices.speakers):
        assert all(answer and answer in choices.text for answer in answers)
    assert "\n" not in choices.text
    assert '"' not in choices.text
