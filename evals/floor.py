"""The floor: what rules alone make of an article. Whatever a model adds must show above it.

It answers the questions that the embedded model is asked, always with the first thing the recognisers found. All that
comes before and after the answers is the same.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

from conflictsum.asking import Answer, Ask
from conflictsum.config import Choice, Config
from conflictsum.drafts import Draft
from conflictsum.run import Run

if TYPE_CHECKING:
    from conflictsum.article import Article
    from conflictsum.grounding import GroundedDraft
    from conflictsum.schema import ConflictSummary

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
    dialogue = run.extraction.dialogue
    try:
        asks = next(dialogue)
        while True:
            asks = dialogue.send([_answer(ask) for ask in asks])
    except StopIteration as stop:
        return run, stop.value


def _summarize(article: Article) -> ConflictSummary:
    run, grounded = answered(article)
    summary = run.summary(grounded)
    # no prompt was read
    provenance = {"prompt": "none", "prompt_sha256": hashlib.sha256().hexdigest()}
    return summary.model_copy(update={"provenance": summary.provenance.model_copy(update=provenance)})


def _answer(ask: Ask) -> Answer[Draft]:
    """Not a line: of everything the likeliest stands."""
    draft = Draft.model_validate_json(ask.expand("") if ask.expand else "")
    return Answer(value=draft, calls=0, input_tokens=None, output_tokens=None, cached_tokens=None, served_model=None)
