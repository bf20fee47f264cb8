"""Runs on disk: one JSON line for each article as soon as it is done, so that an interrupted run can go on."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from conflictsum.schema import ConflictSummary, Usage
from evals.score import Failure

if TYPE_CHECKING:
    from pathlib import Path

    from evals.fixtures import Fixture

Outcome = ConflictSummary | Failure
_LINE = "line of a journal"
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
        if not path.exists():
            journal = cls(path, header, {})
            journal._append(header)
            return journal
        found = read_run(path)
        for name in ("model", "strategy", "conflictsum", "cases"):
            if getattr(found.header, name) != getattr(header, name):
                raise RunError(f"{path}: holds a run with other {name}: choose another file")
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
            raise RunError(f"{self.path}: cannot be written: {error.strerror}") from error

    def _mend(self) -> None:
        """Cuts off a last line that an interruption left unfinished."""
        content = self.path.read_bytes()
        if not content.endswith(b"\n"):
            os.truncate(self.path, content.rfind(b"\n") + 1)


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
        raise RunError(f"{path}: is no journal of a run")
    header = parsed(Header, complete[0], f"{path}:1", _LINE, whole="the line")
    for number, row in enumerate(complete[1:], start=2):
        entry = parsed(Entry, row, f"{path}:{number}", _LINE, whole="the line")
        entries[entry.case] = entry
    return Run(path, header, entries)


def parsed(kind: type[RecordT], data: bytes, where: str, what: str, *, whole: str = "the file") -> RecordT:
    """Reads one record of JSON.

    Args:
        kind: What it should be.
        data: The JSON.
        where: File and line, for the message.
        what: What it should be, in words.
        whole: What is at fault where no field of it is.

    Raises:
        RunError: It is something else.
    """
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"])) or whole
        raise RunError(f"{where}: is no {what}: {place}: {fault['msg']}") from None


def fingerprint(fixture: Fixture) -> str:
    """Hash of what an article gives to the model: its text, title and date, not its labels."""
    given = "\x00".join((str(fixture.published), fixture.title or "", fixture.text))
    return hashlib.sha256(given.encode()).hexdigest()
