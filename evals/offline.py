"""The commands that make and use recordings: ``record``, ``replay`` and ``gate``."""

from __future__ import annotations

import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from conflictsum.config import Config, Strategy
from conflictsum.errors import ConflictSumError
from evals.baseline import write_baseline
from evals.console import (
    INTERRUPTED,
    UNUSABLE,
    Labels,
    Split,
    Subset,
    choose,
    fault_of,
    give_up,
    load_labels,
    progress,
    show_score,
    tell,
    unusable,
)
from evals.fixtures import FOLDER
from evals.gate import EXIT_CODES, Judgement, judge, movers, sheets
from evals.journal import Header, Journal, RunError
from evals.junit import write_junit
from evals.page import write_page
from evals.phrases import listed, number
from evals.record import Session
from evals.recordings import FOLDER as RECORDINGS
from evals.recordings import write_whole
from evals.replay import replay
from evals.run import journal_path
from evals.sheets import markdown, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BASELINE = Path(__file__).with_name("baseline.json")

app = typer.Typer()
Recorded = Annotated[Path, typer.Option("--recordings", metavar="FOLDER", help="Where the recordings stand.")]
RecordedModel = Annotated[str, typer.Option(metavar="NAME", help="The model whose recordings to take.")]


@app.command("record")
def _record(
    *,
    model: Annotated[str, typer.Option(metavar="NAME", help="Model to ask, as for run.")] = "local",
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="OpenAI-compatible server.")] = None,
    strategy: Annotated[Strategy | None, typer.Option(help="How to ask the model.")] = None,
    split: Split = "all",
    subset: Subset = None,
    concurrency: Annotated[int, typer.Option(min=1, help="Articles at once; the embedded model takes one.")] = 4,
    recordings: Recorded = RECORDINGS,
    fixtures: Labels = FOLDER,
) -> None:
    """Asks a live model about the articles and keeps every answer.

    What is recorded already is not asked again, so an interrupted command is simply given again. Commit the recordings
    with the change that made them necessary.
    """
    cases = choose(fixtures, split, subset)
    with (
        unusable(ConflictSumError, RunError),
        Session(Config(model, base_url, strategy=strategy), recordings) as session,
    ):
        try:
            with progress(len(cases), 0) as on_done:
                at_once = 1 if session.choice.is_local else concurrency
                session.record(cases, concurrency=at_once, on_done=on_done)
        except KeyboardInterrupt:
            done = len(session.asked)
            tell(f"interrupted after {done} of {number(len(cases), 'article')}: the same command goes on")
            raise typer.Exit(INTERRUPTED) from None
    asked = sum(session.asked.values())
    tell(f"{number(len(session.asked), 'article')} recorded, {number(asked, 'new answer')}")
    if session.lost:
        give_up(f"{number(len(session.lost), 'article')} got no answer ({listed(session.lost)}): run it again")


@app.command("replay")
def _replay(
    *,
    model: RecordedModel = "local",
    split: Split = "dev",
    subset: Subset = None,
    into: Annotated[Path | None, typer.Option(metavar="FILE", help="Journal to write.")] = None,
    recordings: Recorded = RECORDINGS,
    fixtures: Labels = FOLDER,
) -> None:
    """Runs over recorded answers, without a model, key or network.

    Writes a journal and shows the score.
    """
    cases = choose(fixtures, split, subset)

    def journal(first: Header) -> Journal:
        path = into or journal_path(first)
        if path.exists():
            raise RunError(f"{path}: is there already: choose another file")
        return Journal.open(path, first)

    with unusable(ConflictSumError, RunError), progress(len(cases), 0) as on_done:
        replayed = replay(cases, model, folder=recordings, journal=journal, on_done=on_done)
    for case, questions in replayed.unused.items():
        tell(f"{case}: {number(len(questions), 'recorded question')} not asked: {questions[0]!r}")
    for case, reason in replayed.missing.items():
        tell(f"{case}: {reason}")
    if replayed.missing:
        give_up(f"{number(len(replayed.missing), 'article')} not replayed: python -m evals record --model {model}")
    tell(f"journal: {replayed.run.path}")
    show_score(replayed.run, cases, as_markdown=False)


@app.command("gate")
def _gate(
    *,
    model: RecordedModel = "local",
    update: Annotated[bool, typer.Option("--update", help="Make this the baseline.")] = False,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the verdict as JUnit XML, for CI.")] = None,
    markdown_file: Annotated[
        Path | None, typer.Option("--markdown", metavar="FILE", help="Write it as Markdown, for a job summary.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as a page with every article and its predictions.")
    ] = None,
    baseline: Annotated[Path, typer.Option(metavar="FILE", help="The accepted scores.")] = BASELINE,
    recordings: Recorded = RECORDINGS,
    fixtures: Labels = FOLDER,
) -> None:
    """Replays all articles and compares with the baseline.

    \b
    Exits with
    0  when no metric fell
    1  for a regression: names the metrics and the articles
    2  when nothing can be said, as where a recording is missing: says what helps
    """  # noqa: D301  what click knows a table by
    cases = load_labels(fixtures)
    with _verdict_or_none(), unusable(ConflictSumError, RunError):
        with progress(len(cases), 0) as on_done:
            judgement = judge(cases, model, baseline, recordings=recordings, on_done=on_done)
        if update and judgement.baseline:
            write_baseline(baseline, judgement.baseline)
            for line in movers(judgement):
                typer.echo(line)
            tell(f"{baseline} holds these scores now: commit it with the change that made them")
            code = 0
        else:
            _tell_changes(judgement)
            for line in (*judgement.obstacles, *judgement.notes):
                tell(line)
            code = EXIT_CODES[judgement.status]
        reports: list[tuple[Path | None, Callable[[Path], None]]] = [
            (junit, lambda path: write_junit(path, judgement)),
            (markdown_file, lambda path: write_whole(path, _markdown(judgement))),
            (html, lambda path: write_page(path, judgement, cases)),
        ]
        for path, write in reports:
            if path and not _written(path, write):
                code = UNUSABLE
    raise typer.Exit(code)


def _written(path: Path, write: Callable[[Path], None]) -> bool:
    """Writes a report, and says where it could not be written: the other ones may be."""
    try:
        write(path)
    except RunError as error:
        tell(str(error))
        return False
    return True


@contextmanager
def _verdict_or_none() -> Iterator[None]:
    """Keeps what goes wrong in the gate itself from being taken for a regression: Python would exit with 1."""
    try:
        yield
    except typer.Exit:
        raise
    except OSError as error:
        give_up(fault_of(error))
    except SystemExit:  # rich's own end, with 1, where nobody reads the pipe that the verdict goes to
        give_up("standard output: Broken pipe")
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception:  # noqa: BLE001  whatever it is, it is no verdict
        traceback.print_exc()
        give_up("the gate itself failed, which says nothing about the summaries")


def _tell_changes(judgement: Judgement) -> None:
    show(sheets(judgement), Console())
    for line in ("", *movers(judgement), judgement.headline):
        typer.echo(line)


def _markdown(judgement: Judgement) -> str:
    lines = "".join(f"- {line}\n" for line in (*judgement.obstacles, *judgement.notes))
    named = "".join(f"- {line}\n" for line in movers(judgement))
    return f"# {judgement.headline}\n\n{lines}\n{markdown(sheets(judgement))}\n{named}"
