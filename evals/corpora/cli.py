"""The commands that measure a model on document sets that others labelled: ``muc`` and ``releases``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conflictsum.config import Strategy
from evals.asked import Asked, summarized
from evals.console import LEAST_VALID, give_up, print_sheets, unusable
from evals.corpora.muc import Case, read_muc
from evals.corpora.muc_score import score_muc
from evals.corpora.releases import read_releases, score_release
from evals.corpora.tables import muc_sheets, release_sheets
from evals.journal import RunError
from evals.totals import RunScore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.journal import Run
    from evals.sheets import Sheet

app = typer.Typer()
Documents = Annotated[Path, typer.Argument(metavar="FILE", help="The documents, one JSON object a line.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Model to ask, as for run.")]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")]
How = Annotated[Strategy | None, typer.Option(help="How to ask the model.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first documents, this many.")]
Concurrency = Annotated[int, typer.Option(min=1, help="Documents at once; the embedded model takes one.")]
Into = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Journal to write, or to go on with after an interruption.")
]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]


@app.command("muc")
def _muc(
    *,
    file: Documents,
    model: Model = None,
    base_url: BaseUrl = None,
    strategy: How = None,
    limit: Limit = None,
    case: Annotated[
        Case, typer.Option(help="Documents in capitals as they are, or with capitals at the start of sentences only.")
    ] = "given",
    concurrency: Concurrency = 4,
    into: Into = None,
    as_markdown: AsMarkdown = False,
) -> None:
    """Scores a model against the keys of MUC-4 documents."""
    with unusable(RunError):
        cases = read_muc(file, case)[:limit]
    run = summarized([each.fixture for each in cases], Asked(model, base_url, strategy, concurrency, into), "documents")
    score = RunScore(tuple(score_muc(each, run.entries[each.fixture.id].outcome) for each in cases))
    _show(muc_sheets(score, run), score, run, as_markdown=as_markdown)


@app.command("releases")
def _releases(
    *,
    file: Documents,
    model: Model = None,
    base_url: BaseUrl = None,
    strategy: How = None,
    limit: Limit = None,
    concurrency: Concurrency = 4,
    into: Into = None,
    as_markdown: AsMarkdown = False,
) -> None:
    """Scores a model on releases that list strikes by place."""
    with unusable(RunError):
        cases = read_releases(file)[:limit]
    run = summarized([each.fixture for each in cases], Asked(model, base_url, strategy, concurrency, into), "documents")
    score = RunScore(tuple(score_release(each, run.entries[each.fixture.id].outcome) for each in cases))
    _show(release_sheets(score, run), score, run, as_markdown=as_markdown)


def _show(sheets: Sequence[Sheet], score: RunScore, run: Run, *, as_markdown: bool) -> None:
    """Prints all tables; a run that failed on half of its documents is no measurement of a model."""
    print_sheets(sheets, as_markdown=as_markdown)
    if score.validity <= LEAST_VALID:
        give_up(f"{run.path}: {score.failures.total()} of {len(score.cases)} documents gave no summary")
