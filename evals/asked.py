"""A model that is asked about a set of texts: chosen by its name, its journal written and gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from conflictsum.config import Config, Strategy
from conflictsum.errors import ConflictSumError
from conflictsum.version import __version__
from evals.console import INTERRUPTED, load_run, progress, tell, unusable
from evals.floor import NAME, Floor
from evals.journal import Journal, RunError
from evals.peers import ARTICLES, PREFIX, peer
from evals.run import header, journal_path, run_cases

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from conflictsum.summarizer import Summarizer
    from evals.fixtures import Fixture
    from evals.journal import Run
    from evals.peers.base import Peer


@dataclass(frozen=True)
class Asked:
    """Whom to ask, and how.

    Attributes:
        model: A model as for conflictsum, ``floor`` or ``peer:NAME``.
        base_url: An OpenAI-compatible server.
        strategy: How to ask; by default as suits the model.
        concurrency: Texts at once, where the model can take several.
        into: The journal; by default a new one, named by model and time.
    """

    model: str | None
    base_url: str | None
    strategy: Strategy | None
    concurrency: int
    into: Path | None


def summarized(cases: Sequence[Fixture], asked: Asked, noun: str) -> Run:
    """Summarizes what the journal does not hold yet; a run that is interrupted or impossible ends the command.

    Args:
        cases: The texts.
        asked: Whom to ask.
        noun: What the texts are, in messages ("articles").
    """
    with unusable(ConflictSumError, RunError):
        summarizer, at_once = _summarizer(asked)
        choice = summarizer.choice
        first = header(cases, model=choice.label, strategy=choice.strategy, version=__version__)
        path = asked.into or journal_path(first)
        journal = Journal.open(path, first)
        try:
            with summarizer, progress(len(cases), len(journal.entries)) as on_done:
                run_cases(
                    cases,
                    lambda case: summarizer.summarize(case.article),
                    journal,
                    concurrency=at_once,
                    on_done=on_done,
                )
        except KeyboardInterrupt:
            tell(f"interrupted after {len(journal.entries)} of {len(cases)} {noun}: go on with --into {path}")
            raise typer.Exit(INTERRUPTED) from None
        except (ConflictSumError, RunError):
            if journal.entries:
                tell(f"stopped after {len(journal.entries)} of {len(cases)} {noun}: go on with --into {path}")
            raise
    tell(f"journal: {path}")
    return load_run(path)


def _summarizer(asked: Asked) -> tuple[Summarizer | Floor | Peer, int]:
    """Who is asked, and about how many texts at once."""
    from conflictsum.summarizer import Summarizer  # noqa: PLC0415  imports openai

    config = Config(model=asked.model, base_url=asked.base_url, strategy=asked.strategy)
    if asked.model == NAME:
        return Floor(), asked.concurrency
    if asked.model is not None and asked.model.startswith(PREFIX):
        return peer(asked.model, asked.base_url), min(asked.concurrency, ARTICLES)
    summarizer = Summarizer(config)
    return summarizer, 1 if summarizer.choice.is_local else asked.concurrency
