"""Label files as text: where a field stands, and what is wrong there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = re.compile(r"\s*\[(\[)?\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=\s*('''|\"\"\")?")


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file, shown as ``file:line: message``."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class FixtureError(Exception):
    """Label files that cannot be used.

    Attributes:
        problems: All that is wrong, each with its place.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Lines:
    """Line numbers of the fields of a TOML file, counted from 1."""

    def __init__(self, text: str) -> None:
        self._rows = text.splitlines()
        self._lines: dict[tuple[str | int, ...], int] = {}
        table: tuple[str | int, ...] = ()
        closing: str | None = None
        for number, row in enumerate(self._rows, start=1):
            if closing is not None:
                closing = None if closing in row else closing
            elif header := _TABLE.match(row):
                name = header[2]
                self._lines.setdefault((name,), number)
                index = sum(key[0] == name and isinstance(key[-1], int) for key in self._lines)
                table = (name, index) if header[1] else (name,)
                self._lines.setdefault(table, number)
            elif key := _KEY.match(row):
                self._lines.setdefault((*table, key[1]), number)
                closing = key[2] if key[2] and key[2] not in row[key.end() :] else None

    def of(self, *path: str | int) -> int:
        """The line of a field such as ``("events", 0, "place")``, else of what holds it, else 1."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def of_item(self, words: str, *path: str | int) -> int:
        """The line of an entry of a list: the first at or below the list's own that holds the words."""
        first = self.of(*path)
        for number, row in enumerate(self._rows[first - 1 :], start=first):
            if words in row:
                return number
        return first
