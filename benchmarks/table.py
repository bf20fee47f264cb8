"""The table of speeds: its rows, and how it is written in Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from benchmarks.measuring import Work

Row = tuple[str, ...]
COLUMNS: Row = (
    "what",
    "seconds",
    "for 1,000 words",
    "tokens read",
    "of these cached",
    "tokens written",
    "records",
    "peak memory",
)


def times_row(what: str, taken: Sequence[float]) -> Row:
    """A row of which only the seconds are known."""
    return (what, seconds(taken), *[""] * (len(COLUMNS) - 2))


def missing_row(what: str, why: Exception) -> Row:
    """A row for what could not be measured."""
    return (f"{what}: left out, {why}", *[""] * (len(COLUMNS) - 1))


def work_row(what: str, works: Sequence[Work]) -> Row:
    """A row for an article: the times of all runs, and what else the median run took."""
    failures = [work.failure for work in works if work.failure]
    if failures:
        what += f" (failed in {len(failures)} of {len(works)} runs: {failures[0]})"
    middle = sorted(works, key=lambda work: work.seconds)[(len(works) - 1) // 2]
    return (
        what,
        seconds([work.seconds for work in works]),
        seconds([middle.seconds * 1000 / middle.words]),
        _count(middle.usage.input_tokens),
        _count(middle.usage.cached_tokens),
        _count(middle.usage.output_tokens),
        _count(middle.records),
        "" if middle.memory is None else f"{middle.memory / 1e9:.2f} GB",
    )


def seconds(taken: Sequence[float]) -> str:
    """Median, and smallest and largest where there are several."""
    texts = [f"{value:.2f}" if value < 10 else f"{value:.1f}" for value in (statistics.median(taken), *taken)]  # noqa: PLR2004  more digits than that are noise
    return texts[0] if len(taken) == 1 else f"{texts[0]} ({min(texts[1:], key=float)}–{max(texts[1:], key=float)})"


def _count(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table, each as soon as its row is there: the first column to the left, the others to the right."""
    for line in chain([COLUMNS, ("---", *["---:"] * (len(COLUMNS) - 1))], rows):
        yield f"| {' | '.join(_cell(text) for text in line)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
