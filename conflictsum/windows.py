"""An article cut into windows of whole paragraphs that a small model can read at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from conflictsum.article import Article, Sentence
from conflictsum.choices import Choices, choices_in, is_item, on_one_line
from conflictsum.resolve.antecedents import heard
from conflictsum.resolve.triggers import triggers
from conflictsum.resolve.voices import Voice
from conflictsum.sections import Section, packed

_REMEMBERED = 3  # names
_ENDINGS = tuple('.!?…。！？؟"”’»):')

_Lead = tuple[Sentence, Choices]


@dataclass(frozen=True)
class Target:
    """A sentence to ask about.

    Attributes:
        number: Its position in the window, counted from 1.
        sentence: The sentence.
        choices: The questions, and the possible answers.
        lead: The line before the list in which it stands, if that tells of its items.
    """

    number: int
    sentence: Sentence
    choices: Choices
    lead: Sentence | None = None


@dataclass(frozen=True)
class Window(Section):
    """A section, with those of its sentences to ask about.

    Attributes:
        targets: What it is asked about; at least one.
        doers: Who is named as doer in it and shortly before it, in text order.
    """

    targets: tuple[Target, ...]
    doers: tuple[str, ...] = ()


def windows_of(article: Article, characters: int) -> list[Window]:
    """Cuts an article into windows, leaving out those that hold nothing to ask about.

    Args:
        article: The article.
        characters: Most characters of a window. Paragraphs stay whole unless one alone is longer; a sentence is never
            cut.
    """
    windows: list[Window] = []
    doers: tuple[str, ...] = ()
    prose = [sentence for sentence in article.sentences if _is_prose(sentence)]
    spoken = heard((on_one_line(sentence.text), sentence.paragraph) for sentence in prose)
    voices = {sentence.number: found for sentence, found in zip(prose, spoken, strict=True)}
    leads = _leads(article)
    for sentences in packed(article, characters):
        targets = [
            _target(number, sentence, voices[sentence.number], leads.get(sentence.number))
            for number, sentence in enumerate(sentences, start=1)
            if _is_prose(sentence)
        ]
        targets = [target for target in targets if target.choices]
        events = [target.choices for target in targets if target.choices.event]
        doers = _recalled(doers, [choices.agents for choices in events])
        if targets:
            windows.append(Window(tuple(sentences), tuple(targets), doers))
    return windows


def _leads(article: Article) -> dict[int, _Lead]:
    """For each item of a list, by number, the line before the list where it tells of acts: "Strikes on Sunday:"."""
    leads: dict[int, _Lead] = {}
    lead = None
    for sentence in article.sentences:
        if not is_item(sentence.text):
            tells = sentence.text.endswith(":") and triggers(sentence.text).event
            lead = (sentence, choices_in(sentence.text)) if tells else None
        elif lead:
            leads[sentence.number] = lead
    return leads


def _target(number: int, sentence: Sentence, voices: tuple[Voice, ...], lead: _Lead | None) -> Target:
    """A sentence with its choices; an item takes doer and time from the line before its list where it names none."""
    choices = choices_in(sentence.text, voices)
    if lead is None:
        return Target(number, sentence, choices)
    line, told = lead
    choices = replace(choices, agents=choices.agents or told.agents, times=choices.times or told.times)
    return Target(number, sentence, choices, line)


def _recalled(before: tuple[str, ...], told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The last names told before, and the likeliest of each sentence now, each once."""
    return tuple(dict.fromkeys([*before[-_REMEMBERED:], *(names[0] for names in told if names)]))


def _is_prose(sentence: Sentence) -> bool:
    """Headlines, captions and bylines end without full stop or colon; they repeat or mislead, and are not asked."""
    return on_one_line(sentence.text).endswith(_ENDINGS)
