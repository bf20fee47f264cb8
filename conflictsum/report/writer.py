"""Summaries in one of the output formats, each written as soon as it can be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from conflictsum.report.files import check_writable, write, write_stdout

if TYPE_CHECKING:
    from conflictsum.schema import ConflictSummary

Format = Literal["pretty", "json", "jsonl", "markdown"]

MOST_COLUMNS = 120
FILE_COLUMNS = 80


class Report:
    """One output for one or several summaries.

    Standard output gets each summary when it is added, except that JSON of several articles is one array; a file is
    written at the end, and only if there is something to write.

    Args:
        form: Output format.
        path: File to write; standard output where None or ``-``.
        several: Whether several articles were asked for, which makes JSON an array however many succeed.

    Raises:
        OutputError: When the file could not be written.
    """

    def __init__(self, form: Format, path: Path | None, *, several: bool) -> None:
        self._form = form
        self._path = None if path == Path("-") else path
        self._several = several
        self._summaries: list[ConflictSummary] = []
        self._pages: list[str] = []
        if self._path is not None:
            check_writable(self._path)

    def add(self, summary: ConflictSummary) -> None:
        """Takes the next summary.

        Raises:
            ReaderGoneError: When nobody reads standard output any more.
            OutputError: When standard output cannot be written.
        """
        if self._form == "json" and self._several:
            self._summaries.append(summary)
            return
        separator = "\n" if self._pages and self._form in {"pretty", "markdown"} else ""
        self._put(separator + self._page(summary))

    def finish(self) -> None:
        """Writes what is left to write.

        Raises:
            ReaderGoneError: When nobody reads standard output any more.
            OutputError: When the output cannot be written.
        """
        if self._summaries:
            array = [summary.model_dump(mode="json") for summary in self._summaries]
            self._put(json.dumps(array, indent=2, ensure_ascii=False) + "\n")
        if self._path is not None and self._pages:
            write(self._path, "".join(self._pages))

    def _put(self, page: str) -> None:
        self._pages.append(page)
        if self._path is None:
            write_stdout(page)

    def _page(self, summary: ConflictSummary) -> str:
        if self._form == "json":
            return summary.model_dump_json(indent=2) + "\n"
        if self._form == "jsonl":
            return summary.model_dump_json() + "\n"
        if self._form == "markdown":
            from conflictsum.report.markdown import to_markdown  # noqa: PLC0415  not needed for help

            return to_markdown(summary)
        return _pretty(summary, to_file=self._path is not None)


def _pretty(summary: ConflictSummary, *, to_file: bool) -> str:
    """For the terminal in its colours and width, for pipes and files plain."""
    from rich.console import Console  # noqa: PLC0415  takes a while to import

    from conflictsum.report.terminal import print_summary, to_text  # noqa: PLC0415  imports rich

    console = Console()
    if to_file or not console.is_terminal:
        return to_text(summary, width=FILE_COLUMNS if to_file else min(console.width, MOST_COLUMNS))
    console.width = min(console.width, MOST_COLUMNS)
    with console.capture() as capture:
        print_summary(summary, console)
    return capture.get()
