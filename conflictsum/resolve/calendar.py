"""Calendar arithmetic: days, weeks, months and years around a reference day.

Weeks are ISO 8601 weeks, Monday to Sunday. Functions raise ``ValueError`` or ``OverflowError`` where the calendar has
no such day.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from conflictsum.schema import Precision

Unit = Literal["day", "week", "month", "year"]
Part = Literal["early", "mid", "late"]
SATURDAY = 5
_MONTHS_A_YEAR = 12
_LONGEST_LEAP_GAP = 8
"""Years between two 29 Februaries around a century year that is no leap year."""


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar days from ``start`` to ``end``, both inclusive, dated with ``precision``."""

    start: dt.date
    end: dt.date
    precision: Precision

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError("a span that ends before it starts")

    def until(self, last: dt.date) -> Span:
        """The span, cut so that it does not reach beyond ``last``; unchanged where all of it lies beyond."""
        return self if last < self.start else Span(self.start, min(self.end, last), self.precision)


def one_day(day: dt.date) -> Span:
    """The span of a single day."""
    return Span(day, day, "day")


def latest_weekday(weekday: int, not_after: dt.date) -> dt.date:
    """The latest such weekday (Monday is 0) not after a day."""
    return not_after - dt.timedelta(days=(not_after.weekday() - weekday) % 7)


def next_weekday(weekday: int, after: dt.date) -> dt.date:
    """The first such weekday (Monday is 0) after a day."""
    return latest_weekday(weekday, after + dt.timedelta(days=7))


def latest_date(month: int, day: int, not_after: dt.date) -> dt.date:
    """The latest day with this month and day of the month not after a day."""
    for year in range(not_after.year, not_after.year - _LONGEST_LEAP_GAP - 1, -1):
        if day <= _days_in(year, month) and dt.date(year, month, day) <= not_after:
            return dt.date(year, month, day)
    raise ValueError("no such day of the year")


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month some months on, or the last day of a month that is too short."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    return dt.date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def shift(day: dt.date, count: int, unit: Unit) -> dt.date:
    """The day so many units on (back, where ``count`` is negative)."""
    match unit:
        case "day":
            return day + dt.timedelta(days=count)
        case "week":
            return day + dt.timedelta(weeks=count)
        case "month":
            return add_months(day, count)
        case "year":
            return add_months(day, count * _MONTHS_A_YEAR)


def unit_around(day: dt.date, unit: Unit) -> Span:
    """The day, ISO week, month or year that holds a day."""
    match unit:
        case "day":
            return one_day(day)
        case "week":
            monday = day - dt.timedelta(days=day.weekday())
            return Span(monday, monday + dt.timedelta(days=6), "week")
        case "month":
            return month_span(day.year, day.month)
        case "year":
            return year_span(day.year)


def month_span(year: int, month: int, part: Part | None = None) -> Span:
    """A month, or its days 1 to 10 (early), 11 to 20 (mid) or 21 to the last (late)."""
    days = {
        None: (1, _days_in(year, month)),
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, _days_in(year, month)),
    }
    first, last = days[part]
    return Span(dt.date(year, month, first), dt.date(year, month, last), "month")


def months_span(first: dt.date, months: int) -> Span:
    """Whole months, counted from the first day of one."""
    return Span(first, add_months(first, months) - dt.timedelta(days=1), "month")


def year_span(year: int, last: int | None = None) -> Span:
    """A calendar year, or several up to ``last``."""
    return Span(dt.date(year, 1, 1), dt.date(last or year, 12, 31), "year")


def latest_month(month: int, not_after: dt.date, part: Part | None = None) -> Span:
    """The latest such month (or part of it) that has begun by a day, without what lies beyond that day."""
    span = month_span(not_after.year, month, part)
    if span.start > not_after:
        span = month_span(not_after.year - 1, month, part)
    return span.until(not_after)


def latest_weekend(not_after: dt.date) -> Span:
    """The latest Saturday and Sunday whose Saturday is not after a day, without a Sunday after it."""
    saturday = latest_weekday(SATURDAY, not_after)
    return Span(saturday, saturday + dt.timedelta(days=1), "day").until(not_after)


def _days_in(year: int, month: int) -> int:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError("a year beyond the calendar")
    return calendar.monthrange(year, month)[1]
