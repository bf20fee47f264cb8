"""The commands that measure a model on document sets that others labelled: ``muc`` and ``releases``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from conflictsum.config import Config
from conflictsum.errors import ConflictSumError
from conflictsum.version import __version__
from evals.console import INTERRUPTED, LEAST_VALID, give_up, load_run, print_sheets, progress, tell, unusable
from evals.corpora.muc import Case, read_muc
from evals.corpora.muc_score import score_muc
from evals.corpora.releases import read_releases, score_release
from evals.corpora.tables import muc_sheets, release_sheets
from evals.floor import NAME, Floor
from evals.journal import Journal, RunError
from evals.run import header, journal_path, run_cases
from evals.totals import RunScore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.fixtures import Fixture
    from evals.journal import Run
    from evals.sheets import Sheet

app = typer.Typer()
Documents = Annotated[Path, typer.Argument(metavar="FILE", help="The documents, one JSON object a line.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Model to ask; floor: rules alone.")]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")]
Strategy = Annotated[Literal["whole", "windowed"] | None, typer.Option(help="How to ask the model.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first documents, this many.")]
Concurrency = Annotated[int, typer.Option(min=1, help="Documents at once; the embedded model takes one.")]
Into = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Journal to write, or to go on with after an interruption.")
]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]


@dataclass(frozen=True)
class _Asked:
    """How documents are summarized."""

    model: str | None
    base_url: str | None
    strategy: Literal["whole", "windowed"] | None
    concurrency: int
    into: Path | None


@app.command("muc")
def _muc(
    *,
    file: Documents,
    model: Model = None,
    base_url: BaseUrl = None,
    strategy: Strategy = None,
    limit: Limit = None,
    case: Annotated[
        Case, typer.Option(help="Documents in capitals as they are, or with capitals at the start of sentences only.")
    ] = "given",
    concurrency: Concurrency = 4,
    into: Into = None,
    as_markdown: AsMarkdown = False,
) -> None:
    """Runs a model over MUC-4 documents and scores it against their keys."""
    with unusable(RunError):
        cases = read_muc(file, case)[:limit]
    run = _run([each.fixture for each in cases], _Asked(model, base_url, strategy, concurrency, into))
    score = RunScore(tuple(score_muc(each, run.entries[each.fixture.id].outcome) for each in cases))
    _show(muc_sheets(score, run), score, run, as_markdown=as_markdown)


@app.command("releases")
def _releases(
    *,
    file: Documents,
    model: Model = None,
    base_url: BaseUrl = None,
    strategy: Strategy = None,
    limit: Limit = None,
    concurrency: Concurrency = 4,
    into: Into = None,
    as_markdown: AsMarkdown = False,
) -> None:
    """Runs a model over military releases and scores the strikes it finds place by place."""
    with unusable(RunError):
        cases = read_releases(file)[:limit]
    run = _run([each.fixture for each in cases], _Asked(model, base_url, strategy, concurrency, into))
    score = RunScore(tuple(score_release(each, run.entries[each.fixture.id].outcome) for each in cases))
    _show(release_sheets(score, run), score, run, as_markdown=as_markdown)


def _run(fixtures: Sequence[Fixture], asked: _Asked) -> Run:
    """Summarizes what the journal does not hold yet; a run that is interrupted or impossible ends the command."""
    from conflictsum.summarizer import Summarizer  # noqa: PLC0415  imports openai

    with unusable(ConflictSumError, RunError):
        config = Config(model=asked.model, base_url=asked.base_url, strategy=asked.strategy)
        summarizer = Floor() if asked.model == NAME else Summarizer(config)
        choice = summarizer.choice
        first = header(fixtures, model=choice.label, strategy=choice.strategy, version=__version__)
        path = asked.into or journal_path(first)
        journal = Journal.open(path, first)
        try:
            with summarizer, progress(len(fixtures), len(journal.entries)) as on_done:
                run_cases(
                    fixtures,
                    lambda fixture: summarizer.summarize(fixture.article),
                    journal,
                    concurrency=1 if choice.is_local else asked.concurrency,
                    on_done=on_done,
                )
        except KeyboardInterrupt:
            tell(f"interrupted after {len(journal.entries)} of {len(fixtures)} documents: go on with --into {path}")
            raise typer.Exit(INTERRUPTED) from None
    tell(f"journal: {path}")
    return load_run(path)


def _show(sheets: Sequence[Sheet], score: RunScore, run: Run, *, as_markdown: bool) -> None:
    """Prints all tables; a run that failed on half of its documents is no measurement of a model."""
    print_sheets(sheets, as_markdown=as_markdown)
    if score.validity <= LEAST_VALID:
        give_up(f"{run.path}: {score.failures.total()} of {len(score.cases)} documents gave no summary")
