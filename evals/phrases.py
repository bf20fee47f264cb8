"""Counts and lists in messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENOUGH = 8  # names that say which ones are meant


def number(count: int, what: str) -> str:
    """A count with its noun."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Names, and how many more there are."""
    shown = list(names) if len(names) <= _ENOUGH + 1 else [*names[:_ENOUGH], f"and {len(names) - _ENOUGH} more"]
    return ", ".join(shown)
