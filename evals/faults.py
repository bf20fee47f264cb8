"""What is wrong with the form of a label file, in words and with a line."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from evals.source import Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

_LONGEST = 60  # characters of a value, enough to find it
# what pydantic says in words of Python
_PLAIN = {
    "tuple_type": "must be a list, in square brackets",
    "too_short": "must not be empty",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "dataclass_type": 'must be a text such as "9", "9-" or "?"',
    "date_from_datetime_inexact": "must be a day without a time",
}


def syntax_problem(path: Path, text: str, error: Exception) -> Problem:
    """What the TOML parser found wrong; what it gives up on, such as endless nesting, has no line."""
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    if place is None:
        return Problem(path, 1, f"cannot be read: {error}")
    line = int(place[1]) if place[1] else max(1, len(text.splitlines()))
    return Problem(path, line, f"is no TOML: {str(error)[: place.start()]}")


def field_problem(path: Path, lines: Lines, details: ErrorDetails, fields: Sequence[str]) -> Problem:
    """What pydantic found wrong with a field.

    Args:
        path: The file.
        lines: Where its fields stand.
        details: What was found.
        fields: Names that exist, to suggest one for a misspelt field.
    """
    # a default or validator of a union adds its own names to the place; only fields and positions of the file count
    place = tuple(part for part in details["loc"] if isinstance(part, int) or part.isidentifier())
    where = f"{place[0]} {int(place[1]) + 1}" if len(place) > 1 and isinstance(place[1], int) else ""
    field = ".".join(str(part) for part in (place[2:] if where else place))
    label = ", ".join(filter(None, (where, field)))
    return Problem(path, lines.of(*place), f"{label}: {reason(details, fields)}" if label else reason(details, fields))


def reason(details: ErrorDetails, fields: Sequence[str] = ()) -> str:
    """The fault in words that need no knowledge of pydantic."""
    kind = details["type"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(details["loc"][-1]), fields, n=1)
        return "is no field of the codebook" + (f"; is {near[0]!r} meant?" if near else "")
    value = details["input"]
    if kind == "tuple_type" and isinstance(value, dict):
        return f"must be a list: write [[{details['loc'][-1]}]]"
    message = _PLAIN.get(kind, details["msg"].removeprefix("Value error, "))
    return message if isinstance(value, dict | list) else f"{_shown(value)} {message[0].lower()}{message[1:]}"


def _shown(value: object) -> str:
    shown = repr(value) if isinstance(value, str) else str(value)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
