"""What the commands of the evals share: options, reading, progress, messages and exit codes."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from evals import report
from evals.fixtures import fixture_files, load_fixtures
from evals.journal import RunError, read_run
from evals.phrases import number
from evals.run import chosen, score_run
from evals.scoring import scoring
from evals.sheets import markdown, show
from evals.source import FixtureError
from evals.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evals.fixtures import Fixture
    from evals.journal import Entry, Run
    from evals.sheets import Sheet
    from evals.source import Problem
    from evals.totals import RunScore

UNUSABLE = 2
INTERRUPTED = 130
LEAST_VALID = 0.5  # share of articles with a summary; a run with no more than that says nothing about the model

Labels = Annotated[Path, typer.Option("--fixtures", metavar="FOLDER", help="Folder of the label files.")]
Split = Annotated[Literal["dev", "test", "all"], typer.Option(help="Which articles.")]
Subset = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Only ids, topics, registers or tags like this (sudan-*); repeatable."),
]


@contextmanager
def progress(total: int, done: int) -> Iterator[Callable[[Entry], None]]:
    """A progress bar on standard error, which counts failures too."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr)) as bar:
        task = bar.add_task("articles", total=total, completed=done, failed=0)
        failed = 0

        def on_done(entry: Entry) -> None:
            nonlocal failed
            failed += entry.failure is not None
            bar.update(task, advance=1, failed=failed)

        yield on_done


def label_files(folder: Path) -> list[Path]:
    """The label files of a folder; without any the command ends."""
    found = fixture_files(folder)
    if not found:
        give_up(f"there are no label files in {folder}")
    return found


def load_labels(folder: Path) -> list[Fixture]:
    """The labelled articles of a folder, if all of its files and the scorer's settings are in order."""
    files = label_files(folder)
    stop_on(validate(files))
    try:
        scoring()
        return load_fixtures(files)
    except FixtureError as error:
        stop_on(error.problems)
        raise


def choose(folder: Path, split: str, patterns: Sequence[str] | None) -> list[Fixture]:
    """The labelled articles of a split that fit patterns; where none does, the command ends."""
    cases = chosen(load_labels(folder), split, patterns or [])
    if not cases:
        wanted = f" {' or '.join(patterns)}" if patterns else ""
        give_up(f"no article of split {split!r} fits{wanted}: looked in {folder}")
    return cases


def load_run(path: Path) -> Run:
    """A journal; one that cannot be read ends the command."""
    with unusable(RunError):
        return read_run(path)


def score_of(run: Run, fixtures: Sequence[Fixture]) -> RunScore:
    """The score of a run; one that cannot be scored ends the command."""
    with unusable(RunError):
        return score_run(run, fixtures)


def show_score(run: Run, fixtures: Sequence[Fixture], *, as_markdown: bool) -> None:
    """Prints all tables; a run that failed on half of its articles is told, and is no measurement of a model."""
    score = score_of(run, fixtures)
    print_sheets(report.sheets(score, run), as_markdown=as_markdown)
    if score.failures:
        errors = ", ".join(f"{count} {error}" for error, count in score.failures.most_common())
        message = f"{run.path}: {score.failures.total()} of {len(score.cases)} articles gave no summary ({errors})"
        if score.validity <= LEAST_VALID:
            give_up(message)
        tell(message)


def print_sheets(sheets: Sequence[Sheet], *, as_markdown: bool) -> None:
    """Prints tables."""
    if as_markdown:
        typer.echo(markdown(sheets))
    else:
        show(sheets, Console())


def stop_on(problems: Sequence[Problem]) -> None:
    """Ends the command with the problems of label files, if there are any."""
    if problems:
        for problem in problems:
            typer.echo(str(problem), err=True)
        files = len({problem.file for problem in problems})
        give_up(f"{number(len(problems), 'problem')} in {number(files, 'file')}")


@contextmanager
def unusable(*errors: type[Exception]) -> Iterator[None]:
    """Ends the command with the message of an error that says what cannot be used."""
    try:
        yield
    except errors as error:
        give_up(str(error))


def fault_of(error: OSError) -> str:
    """What an error says that no file's own reader or writer has told: mostly of where the output goes."""
    return f"{error.filename or 'standard output'}: {error.strerror}"


def give_up(message: str) -> NoReturn:
    """Ends the command with a message."""
    tell(message)
    raise typer.Exit(UNUSABLE)


def tell(message: str) -> None:
    """Prints a message on standard error."""
    typer.echo(f"evals: {message}", err=True)
