"""A line on standard error that tells what is being done, gone when it is done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from rich.console import Console
from rich.filesize import decimal
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Display

from conflictsum.report.text import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conflictsum.progress import OnProgress, Progress

_STAGES = {
    "join": "Preparing the embedded model, once",
    "load": "Starting the embedded model",
    "ask": "Reading the article",
    "recheck": "Checking answers against the article",
}
_TITLE_LENGTH = 40


@contextlib.contextmanager
def progress_line(title: str) -> Iterator[OnProgress]:
    """Shows progress for as long as the context lasts.

    Args:
        title: What is being worked on.

    Yields:
        A function to hand to a summarizer.
    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[amount]}", markup=False),
        TimeElapsedColumn(),
    )
    name = shorten(clean(title), length=_TITLE_LENGTH)
    display = Display(*columns, console=Console(stderr=True), transient=True)
    with display:
        task = display.add_task(f"{name}: {_STAGES['ask']}", total=None, amount="")

        def show(step: Progress) -> None:
            # of a single question nobody can say how far it is
            total = None if step.stage != "join" and step.total == 1 else step.total
            display.update(
                task,
                description=f"{name}: {_STAGES[step.stage]}",
                completed=step.done,
                total=total,
                amount=_amount(step) if total else "",
            )

        yield show


def _amount(step: Progress) -> str:
    if step.stage == "join":
        return f"{decimal(step.done)} of {decimal(step.total)}"
    return f"{step.done} of {step.total}"
