"""Document sets on disk: one JSON object on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from evals.journal import RunError, parsed

if TYPE_CHECKING:
    from pathlib import Path

Written = Annotated[str, Field(pattern=r"\S")]
"""A text that is not blank."""


class Row(BaseModel):
    """Base of what a line holds: immutable, and open to fields that nothing here reads."""

    model_config = ConfigDict(frozen=True)


RowT = TypeVar("RowT", bound=Row)


def read_rows(path: Path, kind: type[RowT], what: str) -> list[tuple[str, RowT]]:
    """Reads all lines of a file; blank ones are passed over.

    Args:
        path: The file.
        kind: What each line should hold.
        what: The same in words, for messages.

    Returns:
        Each object with its place, as ``file:line``.

    Raises:
        RunError: The file cannot be read or is empty, or a line is malformed; names the line.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise RunError(f"{path}: cannot be read: {error.strerror}") from None
    rows = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            where = f"{path}:{number}"
            rows.append((where, parsed(kind, line, path, what, line=number)))
    if not rows:
        raise RunError(f"{path}: holds no {what}")
    return rows
