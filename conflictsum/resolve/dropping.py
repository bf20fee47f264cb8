"""Records that are left out, and why: nothing disappears without a line in ``summary.dropped``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

from conflictsum.schema import Attack, CasualtyReport, Dropped, PoliticalStatement, Record, Strike

RecordKind = Literal["strike", "attack", "casualty", "statement"]
T = TypeVar("T")
Recorded = Strike | Attack | CasualtyReport | PoliticalStatement

_KINDS: dict[type[Record], RecordKind] = {
    Strike: "strike",
    Attack: "attack",
    CasualtyReport: "casualty",
    PoliticalStatement: "statement",
}

HISTORIC = "history of more than a year before publication is not recorded"


def record_kind(record: Recorded) -> RecordKind:
    """What a record is called in ids and in ``summary.dropped``."""
    return _KINDS[type(record)]


def left_out(record: Recorded, reason: str) -> Dropped:
    """The note about a record that was well told but is not one the codebook asks for.

    Args:
        record: The record.
        reason: Why, for the analyst.
    """
    return Dropped(stage="resolution", record=record_kind(record), value=record.evidence[0].text, reason=reason)


def parted(items: Iterable[T], keeps: Callable[[T], bool]) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """What is kept of some items, and what is left out, both in order."""
    kept: list[T] = []
    gone: list[T] = []
    for item in items:
        (kept if keeps(item) else gone).append(item)
    return tuple(kept), tuple(gone)
