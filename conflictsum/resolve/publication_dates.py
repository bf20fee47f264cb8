"""Rules for expressions counted from the publication date: "Tuesday", "overnight", "last month", "two days ago".

A count of weeks, months or years gives the calendar week, month or year it leads to, as "last week" does.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from conflictsum.resolve.calendar import (
    SATURDAY,
    Span,
    latest_weekday,
    latest_weekend,
    month_span,
    next_weekday,
    one_day,
    shift,
    unit_around,
)
from conflictsum.resolve.expressions import (
    DAY_PART,
    IN,
    LEAD,
    NUMBER,
    PART,
    TRAIL,
    UNIT,
    UNITS,
    WEEKDAY,
    Rule,
    day_shifted,
    number_of,
    part_of,
    rule,
    unit_of,
    unresolved,
    weekday_of,
)

if TYPE_CHECKING:
    import re

_ANY_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)"
_SOME = r"(?:few|several|couple of|many|some)"
_ABOUT = r"(?:\b(?:about|around|roughly|nearly|almost|some|exactly|just) )?"
_HOURS_A_DAY = 24
_THE_PAST = r"(?:\b(?:in|over|during|for|within) )?(?:\bthe |\bthis )?"


def _weekday(match: re.Match[str], published: dt.date) -> Span:
    return one_day(latest_weekday(weekday_of(match), published))


def _nearby_weekday(match: re.Match[str], published: dt.date) -> Span:
    """Reads "last Tuesday" (before publication), "next Tuesday" (after it), "this Tuesday" (of the same week)."""
    weekday, which = weekday_of(match), match["which"].lower()
    if which == "last" or which.endswith("past"):
        return one_day(latest_weekday(weekday, published - dt.timedelta(days=1)))
    if which == "this":
        return one_day(unit_around(published, "week").start + dt.timedelta(days=weekday))
    return one_day(next_weekday(weekday, published))


def _weekday_of_week(match: re.Match[str], published: dt.date) -> Span:
    weeks = -number_of(match) if match["count"] else {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    monday = unit_around(shift(published, weeks, "week"), "week").start
    return one_day(monday + dt.timedelta(days=weekday_of(match)))


def _overnight(_match: re.Match[str], published: dt.date) -> Span:
    return Span(published - dt.timedelta(days=1), published, "day")


def _weekend(_match: re.Match[str], published: dt.date) -> Span:
    return latest_weekend(published)


def _weekend_before(_match: re.Match[str], published: dt.date) -> Span:
    return latest_weekend(latest_weekend(published).start - dt.timedelta(days=1))


def _next_weekend(_match: re.Match[str], published: dt.date) -> Span:
    saturday = next_weekday(SATURDAY, published)
    return Span(saturday, saturday + dt.timedelta(days=1), "day")


def _ago(match: re.Match[str], published: dt.date) -> Span:
    unit = unit_of(match)
    return unit_around(shift(published, -number_of(match), unit), unit)


def _hours_ago(match: re.Match[str], published: dt.date) -> Span:
    return one_day(shift(published, -(number_of(match) // _HOURS_A_DAY), "day"))


def _past(match: re.Match[str], published: dt.date) -> Span:
    """Reads "the past three days", "the last week": from that long before publication up to it."""
    unit = unit_of(match)
    return Span(shift(published, -number_of(match), unit), published, unit)


def _past_hours(match: re.Match[str], published: dt.date) -> Span:
    return Span(shift(published, number_of(match) // -_HOURS_A_DAY, "day"), published, "day")


def _running(match: re.Match[str], published: dt.date) -> Span:
    """Reads "this week", "earlier this month", "the start of the year": from its first day to publication."""
    return unit_around(published, unit_of(match)).until(published)


def _rest(match: re.Match[str], published: dt.date) -> Span:
    unit = unit_of(match)
    return Span(published, unit_around(published, unit).end, unit)


def _nearby_unit(match: re.Match[str], published: dt.date) -> Span:
    """Reads "last week", "late last month", "early this month" and "next year"."""
    unit, which, part = unit_of(match), match["which"].lower(), part_of(match)
    day = shift(published, {"last": -1, "this": 0, "next": 1}[which], unit)
    span = month_span(day.year, day.month, part) if unit == "month" else unit_around(day, unit)
    return span if which == "next" else span.until(published)


_TODAY = (
    rf"(?:\b(?:early|late|earlier|later) )?(?<!\bUSA )(?<!\bRussia )(?<!\bIndia )"
    rf"\b(?:today|this {DAY_PART}|tonight|(?:earlier|later) in the day)\b(?:'s)?"
)
_A_WEEK = rf"(?:(?P<which>last|this|next) week\b|{_ABOUT}\b{NUMBER} weeks? ago\b)"
_WEEKEND = (
    rf"{IN}(?:\b(?:early|earlier|late) )?(?<!\bevery )(?:\b(?:last|this|this past|the past|a|the) )?"
    r"\bweekend\b(?! of\b| before last\b)(?:'s)?"
)
_RECENTLY = (
    rf"{IN}(?:\bthe )?(?:very )?\brecent {_ANY_UNIT}\b|\b(?:recently|lately)\b"
    rf"|{_THE_PAST}\b(?:past|last|coming|next) (?:(?:a )?{_SOME} )?{_ANY_UNIT}(?<=s)\b"
)

PUBLICATION_RULES: tuple[Rule, ...] = tuple(
    rule(name, "relative_to_publication", pattern, read)
    for name, pattern, read in (
        ("weekday", rf"{LEAD}{WEEKDAY}{TRAIL}", _weekday),
        (
            "nearby weekday",
            rf"{LEAD}\b(?P<which>last|(?:this|the) past|(?:this |the )?coming|this|next) {WEEKDAY}{TRAIL}",
            _nearby_weekday,
        ),
        ("weekday of a week", rf"{LEAD}{WEEKDAY}{TRAIL},? (?:of )?(?:earlier )?{_A_WEEK}", _weekday_of_week),
        ("week and weekday", rf"{IN}(?:\bearlier )?\b{_A_WEEK},? on {WEEKDAY}{TRAIL}", _weekday_of_week),
        ("Friday prayers", rf"\b(?:after|before|during|following) {WEEKDAY} (?:noon )?prayers\b", _weekday),
        ("today", _TODAY, day_shifted(0)),
        ("yesterday", rf"{LEAD}\byesterday\b{TRAIL}", day_shifted(-1)),
        ("the day before yesterday", rf"{IN}(?:\bthe )?\bday before yesterday\b", day_shifted(-2)),
        ("tomorrow", rf"{LEAD}\btomorrow\b{TRAIL}", day_shifted(1)),
        ("the day after tomorrow", rf"{IN}(?:\bthe )?\bday after tomorrow\b", day_shifted(2)),
        ("last night", r"(?:\b(?:early|late) )?\blast (?:night|evening)\b(?:'s)?", day_shifted(-1)),
        (
            "overnight",
            r"\bovernight\b(?: local time)?|\b(?:in|on|during|over) the night(?= (?:in)?to\b)",
            _overnight,
        ),
        (
            "weekend",
            _WEEKEND,
            _weekend,
        ),
        ("the weekend before last", rf"{IN}\bthe weekend before last\b", _weekend_before),
        ("next weekend", rf"{IN}\b(?:next|(?:this |the )?coming) weekend\b", _next_weekend),
        ("ago", rf"{_ABOUT}\b{NUMBER} {UNITS} ago\b", _ago),
        (
            "hours ago",
            rf"{_ABOUT}(?:\b(?:{NUMBER}|(?:a )?{_SOME}) )?\b(?:half an hour|hours?|minutes?|moments) ago\b",
            _hours_ago,
        ),
        ("the past days", rf"{_THE_PAST}\b(?:past|last) {NUMBER} {UNITS}(?! of\b)", _past),
        ("the past day", rf"{_THE_PAST}\bpast (?P<unit>day)\b", _past),
        ("the past week", rf"{_THE_PAST}\b(?:past|(?<=\bthe )last) {UNIT}(?! of\b)", _past),
        ("the past hours", rf"{_THE_PAST}\b(?:past|last) (?:{NUMBER} )?hours?\b", _past_hours),
        ("this week", rf"{IN}(?:\b(?:earlier|so far) )?\b(?:this|earlier in the) {UNIT}(?:'s)?", _running),
        ("start of the year", rf"{IN}(?:\bthe )?\b(?:start|beginning) of the {UNIT}", _running),
        ("later this week", rf"{IN}\blater (?:this|in the) {UNIT}", _rest),
        (
            "nearby week",
            rf"{IN}{PART}(?:\bearlier )?\b(?<!\bthe )(?P<which>last|this|next) {UNIT}(?:'s)?",
            _nearby_unit,
        ),
        (
            "some time ago",
            rf"(?:\b(?:(?:a )?{_SOME}|{NUMBER}) )?\b(?:days|weeks|months|years|decades?) ago\b",
            unresolved,
        ),
        (
            "more than so long ago",
            rf"\b(?:more than|over|at least|less than|up to|under|within) {NUMBER} {_ANY_UNIT} ago\b",
            unresolved,
        ),
        (
            "recently",
            _RECENTLY,
            unresolved,
        ),
        ("the next days", rf"{_THE_PAST}\b(?:coming|next) {NUMBER} {_ANY_UNIT}\b", unresolved),
        ("end of the week", rf"{IN}(?:\bthe )?\bend of the {UNIT}", unresolved),
    )
)
"""All rules for expressions counted from the publication date, and for vague ones that are but cannot be resolved."""
