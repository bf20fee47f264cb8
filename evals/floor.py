"""The floor: what rules alone make of an article. Whatever a model adds must show above it.

It answers the questions that the embedded model is asked, always with the first thing the recognisers found. All that
comes before and after the answers is the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from conflictsum.asking import Answer
from conflictsum.config import Choice, Config
from conflictsum.drafts import Draft
from conflictsum.run import Run
from conflictsum.windows import windows_of
from conflictsum.wire import expand

if TYPE_CHECKING:
    from conflictsum.article import Article
    from conflictsum.choices import Choices
    from conflictsum.grounding import GroundedDraft
    from conflictsum.schema import ConflictSummary
    from conflictsum.windows import Window

NAME = "floor"


class Floor:
    """Summarizes articles without a model; used like a :class:`~conflictsum.summarizer.Summarizer`.

    Attributes:
        choice: What stands in the summaries for a model.
    """

    choice = Choice(label=NAME, name=NAME, base_url=None, api_key="", weights=None, strategy="windowed")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def summarize(self, article: Article) -> ConflictSummary:
        """Summarizes one article."""
        return _summarize(article)


def answered(article: Article) -> tuple[Run, GroundedDraft]:
    """What the rules answer about an article, and the run that makes a summary of it."""
    run = Run(Floor.choice, Config(), article, None)
    answers = [_answer(window) for window in windows_of(article, run.config.window_characters)]
    dialogue = run.extraction.dialogue
    try:
        next(dialogue)
        while True:
            dialogue.send(answers)
    except StopIteration as stop:
        return run, stop.value


def _summarize(article: Article) -> ConflictSummary:
    run, grounded = answered(article)
    summary = run.summary(grounded)
    # no prompt was read
    provenance = {"prompt": "none", "prompt_sha256": hashlib.sha256().hexdigest()}
    return summary.model_copy(update={"provenance": summary.provenance.model_copy(update=provenance)})


def _answer(window: Window) -> Answer[Draft]:
    lines = "\n".join(line for target in window.targets for line in _lines(target.number, target.choices))
    draft = Draft.model_validate_json(expand(lines, window))
    return Answer(value=draft, calls=0, input_tokens=None, output_tokens=None, cached_tokens=None, served_model=None)


def _lines(number: int, choices: Choices) -> list[str]:
    """The answers about a sentence, in the form that the model writes; see :mod:`conflictsum.wire`."""
    lines = []
    if choices.event:
        agent, target, place, time = map(_first, (choices.agents, choices.targets, choices.places, choices.times))
        lines.append(f"{number} event: by {agent} hit {target} in {place} when {time}")
    if choices.harm:
        killed, wounded, source = map(_first, (choices.killed, choices.wounded, choices.speakers))
        lines.append(f"{number} harm: killed {killed} wounded {wounded} says {source}")
    if choices.speech:
        lines.append(f"{number} said: by {_first(choices.speakers)} act {choices.acts[0]} to -")
    return lines


def _first(texts: Sequence[str]) -> str:
    return f'"{texts[0]}"' if texts else "-"
