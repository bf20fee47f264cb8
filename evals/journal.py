"""Runs on disk: one JSON line for each article as soon as it is done, so that an interrupted run can go on."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from conflictsum.schema import ConflictSummary, Usage
from evals.phrases import listed
from evals.score import Failure

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from evals.fixtures import Fixture

Outcome = ConflictSummary | Failure
_LINE = "line of a journal"
_PLACE = re.compile(r" at line (\d+) column \d+$")
RecordT = TypeVar("RecordT", bound=BaseModel)


class RunError(Exception):
    """A run that cannot be used, continued or written; the message names the file."""


class Header(BaseModel):
    """The first line of a journal: what is run.

    Attributes:
        model: Model as asked for.
        strategy: How it is asked.
        conflictsum: Version of the library.
        started: When the run began.
        cases: Ids of the articles, and the hash of what each of them gives to the model.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    strategy: str
    conflictsum: str
    started: dt.datetime
    cases: dict[str, str]


class Entry(BaseModel):
    """What became of one article.

    Attributes:
        case: Its id.
        summary: The summary; None after a failure.
        failure: How it failed; None after a success.
        usage: What it cost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    summary: ConflictSummary | None = None
    failure: Failure | None = None
    usage: Usage

    @property
    def outcome(self) -> Outcome:
        """The summary or the failure."""
        return self.summary or self.failure or Failure("NoOutcome", "the journal holds neither summary nor failure")


@dataclass
class Journal:
    """A journal that is being written.

    Attributes:
        path: Its file.
        header: What is run.
        entries: What is done, by article.
    """

    path: Path
    header: Header
    entries: dict[str, Entry]

    @classmethod
    def open(cls, path: Path, header: Header) -> Self:
        """Begins a journal, or goes on with the one that is there.

        Raises:
            RunError: The file holds another run, is damaged or cannot be written.
        """
        try:
            begun = path.stat().st_size > 0
        except FileNotFoundError:
            begun = False
        except OSError as error:
            raise unwritable(path, error) from None
        if not begun:
            journal = cls(path, header, {})
            try:
                journal._append(header)
            except RunError:
                with contextlib.suppress(OSError):  # half a header could not be gone on with
                    os.truncate(path, 0)
                raise
            return journal
        found = read_run(path)
        if differences := _differences(found.header, header):
            raise RunError(f"{path}: holds another run ({', '.join(differences)}): choose another file")
        journal = cls(path, found.header, found.entries)
        journal._mend()
        return journal

    def add(self, entry: Entry) -> None:
        """Writes what became of an article.

        Raises:
            RunError: The file cannot be written.
        """
        self._append(entry)
        self.entries[entry.case] = entry

    def _append(self, row: BaseModel) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{row.model_dump_json(exclude_none=True)}\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _mend(self) -> None:
        """Cuts off a last line that an interruption or a full disk left unfinished."""
        content = self.path.read_bytes()
        if not content.endswith(b"\n"):
            try:
                os.truncate(self.path, content.rfind(b"\n") + 1)
            except OSError as error:
                raise unwritable(self.path, error) from error


@dataclass(frozen=True)
class Run:
    """A journal that was read.

    Attributes:
        path: Its file.
        header: What was run.
        entries: What became of the articles that were done, by id.
    """

    path: Path
    header: Header
    entries: dict[str, Entry]

    @property
    def missing(self) -> list[str]:
        """Articles that were not done."""
        return [case for case in self.header.cases if case not in self.entries]

    def only(self, cases: Collection[str]) -> Run:
        """The part of the run that is over some articles."""
        kept = {case: given for case, given in self.header.cases.items() if case in cases}
        entries = {case: entry for case, entry in self.entries.items() if case in cases}
        return Run(self.path, self.header.model_copy(update={"cases": kept}), entries)


def read_run(path: Path) -> Run:
    """Reads a journal; an unfinished last line is passed over.

    Raises:
        RunError: The file cannot be read, or holds something else; names the line.
    """
    try:
        rows = path.read_bytes().split(b"\n")
    except OSError as error:
        raise RunError(f"{path}: cannot be read: {error.strerror}") from None
    complete = rows[:-1]
    entries: dict[str, Entry] = {}
    if not complete:
        raise RunError(f"{path}:1: is no journal of a run")
    header = parsed(Header, complete[0], path, _LINE)
    for number, row in enumerate(complete[1:], start=2):
        entry = parsed(Entry, row, path, _LINE, line=number)
        entries[entry.case] = entry
    return Run(path, header, entries)


def parsed(kind: type[RecordT], data: bytes, path: Path, what: str, *, line: int = 1) -> RecordT:
    """Reads one record of JSON.

    Args:
        kind: What it should be.
        data: The JSON.
        path: Where it stands, for the message.
        what: What it should be, in words.
        line: The line it begins in.

    Raises:
        RunError: It is something else; names the line, of a wrong field the one where the record begins.
    """
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        message, syntax = fault["msg"], _PLACE.search(fault["msg"])
        if syntax:
            line += int(syntax[1]) - 1
            message = message[: syntax.start()]
        raise RunError(f"{path}:{line}: is no {what}: {f'{place}: ' if place else ''}{message}") from None


def unwritable(path: Path, error: OSError) -> RunError:
    """What is said of a file that cannot be written."""
    folder = isinstance(error, FileExistsError | NotADirectoryError)  # as mkdir says it of a file
    return RunError(f"{path}: cannot be written: {f'{path.parent} is no folder' if folder else error.strerror}")


def _differences(found: Header, header: Header) -> list[str]:
    """In what a journal is of another run, in words."""
    differences = [
        f"of {field} {getattr(found, field)}, not {getattr(header, field)}"
        for field in ("model", "strategy", "conflictsum")
        if getattr(found, field) != getattr(header, field)
    ]
    mine, theirs = found.cases, header.cases
    for problem, cases in {
        "without": theirs.keys() - mine.keys(),
        "with": mine.keys() - theirs.keys(),
        "with another text, title or date of": {case for case in mine.keys() & theirs if mine[case] != theirs[case]},
    }.items():
        if cases:
            differences.append(f"{problem} {listed(sorted(cases))}")
    return differences


def fingerprint(fixture: Fixture) -> str:
    """Hash of what an article gives to the model: its text, title and date, not its labels."""
    given = "\x00".join((str(fixture.published), fixture.title or "", fixture.text))
    return hashlib.sha256(given.encode()).hexdigest()
