"""Mentions of days and periods in a text, and the words before them that open or close a period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from conflictsum.resolve.calendar_dates import CALENDAR_RULES
from conflictsum.resolve.event_dates import EVENT_RULES
from conflictsum.resolve.expressions import Rule, leftmost_longest
from conflictsum.resolve.publication_dates import PUBLICATION_RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from conflictsum.schema import Basis, Precision

_RULES = (*CALENDAR_RULES, *PUBLICATION_RULES, *EVENT_RULES)
_WORD = r"""(?: (?:(?:[A-Z]\.)+|[^ ,;\n]*[^ ,;\n.!?:"'”]))"""
_NOT_SHORTLY = "".join(rf"(?<!{word} )" for word in ("shortly", "soon", "just"))
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that a rule reads."""

    rule: Rule
    match: re.Match[str]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.match.end()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a time expression was resolved to.

    Attributes:
        basis: What the days are counted from.
        start: First day; null where it is unresolved or the expression names an end only.
        end: Last day; null where it is unresolved or open.
        precision: The unit the expression gives; null where it is unresolved.
        starts_on_day: Whether ``start`` is a day that the expression names, not the first of a longer span.
    """

    basis: Basis
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None
    starts_on_day: bool = False


@dataclass(frozen=True, slots=True)
class Operator:
    """Words that make a period of the mention after them.

    Attributes:
        before: Matches the text before the mention.
        calendar_only: Whether it does so with calendar dates only: "after Oct. 7" opens a period, but "after Friday"
            mostly begins "after Friday's attack".
        apply: Gives the period from what the mention was resolved to and the publication date.
    """

    before: re.Pattern[str]
    calendar_only: bool
    apply: Callable[[Reading, dt.date | None], Reading]


def find_mentions(text: str) -> list[Mention]:
    """All mentions in a normalised text that do not overlap, in order; the earlier and longer ones are kept."""
    return leftmost_longest(Mention(rule, match) for rule in _RULES for match in rule.pattern.finditer(text))


def is_calendar(mention: Mention) -> bool:
    """Whether a mention is a date written by the calendar, with or without year."""
    return mention.rule in CALENDAR_RULES


def find_operator(before: str, mention: Mention) -> tuple[Operator, int] | None:
    """The operator that ends the text before a mention and where it starts there, if there is one."""
    for operator in _OPERATORS:
        match = operator.before.search(before)
        if match and (is_calendar(mention) or not operator.calendar_only):
            return operator, match.start()
    return None


def _open_end(reading: Reading, published: dt.date | None) -> Reading:
    if reading.start is None:
        return reading
    return replace(reading, end=published if published and published >= reading.start else None)


def _open_start(reading: Reading, _published: dt.date | None) -> Reading:
    return replace(reading, start=None, starts_on_day=False)


def _before(reading: Reading, _published: dt.date | None) -> Reading:
    if reading.start is None or reading.start == dt.date.min:
        return Reading(reading.basis)
    return replace(reading, start=None, end=reading.start - _ONE_DAY, starts_on_day=False)


def _operator(
    before: str, apply: Callable[[Reading, dt.date | None], Reading], *, calendar_only: bool = False
) -> Operator:
    return Operator(re.compile(rf"\b{before} $", re.IGNORECASE | re.ASCII), calendar_only, apply)


_OPERATORS = (
    _operator(rf"since{_WORD}{{0,8}}", _open_end),
    _operator(rf"after{_WORD}{{1,8}} (?:start|began|begin|broke out|erupt|outbreak)\w*{_WORD}{{0,3}}", _open_end),
    _operator(r"(?:from|starting|beginning)", _open_end),
    _operator(rf"{_NOT_SHORTLY}after", _open_end, calendar_only=True),
    _operator(r"(?:until|till|through|up to)", _open_start),
    _operator(rf"{_NOT_SHORTLY}before", _before),
)
