"""Values of labels and predictions as a person reads them."""

from __future__ import annotations

import datetime as dt
from functools import singledispatch

from conflictsum.schema import Actor, Count, Place
from evals.counts import GoldCount
from evals.fixtures import GoldAggregate, GoldWhen


@singledispatch
def words(value: object) -> str:
    """A value in a few words."""
    return "–" if value is None else str(value)


@words.register
def _(value: Actor | Place) -> str:
    return value.text


@words.register
def _(value: Count) -> str:
    return str(GoldCount(value.min, value.max, value.approximate))


@words.register
def _(value: GoldWhen) -> str:
    return f"{value.text}: {_days(value.start, value.end)}"


@words.register
def _(value: GoldAggregate) -> str:
    return f"{value.count} {value.unit or ''}, {_days(value.start, value.end)}"


@words.register(tuple)
@words.register(list)
def _(value: tuple[object, ...] | list[object]) -> str:
    match value:
        case (dt.date() as start, dt.date() as end):
            return _days(start, end)
        case _:
            return "; ".join(map(words, value))


def _days(start: dt.date | None, end: dt.date | None) -> str:
    if start is None:
        return "unresolved"
    return str(start) if start == end else f"{start} to {end}"
