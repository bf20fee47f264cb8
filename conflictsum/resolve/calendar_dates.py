"""Rules for dates written by the calendar: "Dec. 18, 2023", "7 October", "in early January", "summer of 2022".

With a year they are stated in full; without one they are the latest such date not after publication. Seasons are the
meteorological ones of the northern hemisphere; a winter with one year only is left open, as it may be either of two.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from conflictsum.resolve.calendar import (
    Span,
    latest_date,
    latest_month,
    month_span,
    months_span,
    one_day,
    unit_around,
    year_span,
)
from conflictsum.resolve.expressions import (
    FOUR_DIGIT_YEAR,
    IN,
    LEAD,
    MONTH,
    MONTH_NAME,
    PART,
    TRAIL,
    WEEKDAY_BEFORE,
    YEAR,
    YEAR_NUMBER,
    Rule,
    month_of,
    part_of,
    rule,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_DAY_START = r"(?<![\w.,:/$€£-])"
_DAY_END = r"(?:st|nd|rd|th)?(?!\w|[.,:/][0-9]|-[0-9]{3})"
_YEAR_AFTER = rf"(?:,?(?: of| in)? |-){YEAR}"
_WHICH_YEAR = r",?(?: of)? (?P<which>last|this|next) year\b"
_JOIN = r" ?(?:-|to\b|through\b|until\b|till\b|into\b) ?(?:the )?"
_JOIN_OR_AND = r" ?(?:-|/|to\b|and\b|through\b|until\b|till\b|into\b) ?(?:the )?"
_RANGE_LEAD = r"(?:\b(?:between|from) (?:the )?)?"

_SINGLE = (
    rf"{_DAY_START}(?P<day>{_DAY}){_DAY_END}(?: of)?[ -]?{MONTH}",
    rf"{MONTH}[ -]{{0,2}}(?:the )?(?P<day>{_DAY}){_DAY_END}",
)
_FIRST, _LAST = rf"(?P<day>{_DAY})(?:st|nd|rd|th)?", rf"(?P<last>{_DAY}){_DAY_END}"
_RANGE = (
    rf"{_RANGE_LEAD}{_DAY_START}{_FIRST}{_JOIN_OR_AND}{_LAST}(?: of)? {MONTH}",
    rf"{_RANGE_LEAD}{MONTH} {_FIRST}(?:{_JOIN}|/){_LAST}",
    rf"{MONTH} {_FIRST} and {_LAST}(?=$|[,.;:)])",
    rf"\bbetween {MONTH} {_FIRST} and (?:the )?{_LAST}",
)
_BEFORE_MONTH = (
    "in ",
    "since ",
    "from ",
    "until ",
    "till ",
    "during ",
    "of ",
    "early ",
    "mid ",
    "late ",
    "early-",
    "mid-",
    "late-",
)
_MONTH_RANGE = rf"{_RANGE_LEAD}{PART}{MONTH} ?(?:-|to\b|and\b|through\b|until\b) ?(?P<month2>{MONTH_NAME})"
_NOT_A_WORD = (
    r"\b(?:(?!(?-i:March|MARCH|May|MAY|(?:Mar|Jan)\b(?!\.))\b)|^(?=\w+$)"
    rf"|(?=\w+,? (?:of )?{YEAR_NUMBER})" + "".join(rf"|(?<=\b{word})" for word in _BEFORE_MONTH) + ")"
)
_WEEK_OF = r"(?:\bthe (?:first|second|third|final|last) (?:days|weeks?|half) of )?"
_BARE_MONTH = rf"{IN}{_WEEK_OF}{PART}{_NOT_A_WORD}{MONTH}(?!\.?[ -]{{0,2}}{_DAY}{_DAY_END})(?:'s)?"
_HOLIDAY = rf"{LEAD}\b(?P<holiday>(?:New Year's|Christmas) (?:Day|Eve))\b{TRAIL}"
_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
}
_NOT_IN_NUMBER = r"(?<![\w./:-])", r"(?!\w|[./:-][0-9])"
_ISO = r"(?P<year>[0-9]{4})(?P<separator>[-/])(?P<month>[0-9]{1,2})(?P=separator)(?P<day>[0-9]{1,2})"
_NUMERIC = r"(?P<first>[0-9]{1,2})(?P<separator>[./])(?P<second>[0-9]{1,2})(?P=separator)(?P<year>[0-9]{4})"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": 3}
_YEAR_CONTEXT = (
    r"(?:\b(?:in|during|by|of) |^(?=[0-9]{4}$)|(?<=\bthe )"
    + "".join(rf"|(?<=\b{word})" for word in (*_BEFORE_MONTH, "before ", "after "))
    + ")"
)


def _year(match: re.Match[str], published: dt.date) -> int | None:
    """The year a match names: in digits, or as last, this or next year."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    which = groups.get("which")
    return published.year + {"last": -1, "this": 0, "next": 1}[which.lower()] if which else None


def _single(match: re.Match[str], published: dt.date) -> Span:
    year, month, day = _year(match, published), month_of(match), int(match["day"])
    return one_day(dt.date(year, month, day) if year else latest_date(month, day, published))


def _week_of_day(match: re.Match[str], published: dt.date) -> Span:
    return unit_around(_single(match, published).start, "week")


def _range(match: re.Match[str], published: dt.date) -> Span:
    first = _single(match, published).start
    return Span(first, first.replace(day=int(match["last"])), "day")


def _whole_month(match: re.Match[str], published: dt.date) -> Span:
    year, month, part = _year(match, published), month_of(match), part_of(match)
    span = month_span(year, month, part) if year else latest_month(month, published, part)
    return span.until(published) if match.groupdict().get("which") else span


def _month_range(match: re.Match[str], published: dt.date) -> Span:
    year, last = _year(match, published), month_of(match, "month2")
    end = month_span(year, last).end if year else latest_month(last, published).end
    return Span(latest_month(month_of(match), end, part_of(match)).start, end, "month")


def _nearby_month(match: re.Match[str], published: dt.date) -> Span:
    """Reads "last October" (before the running month), "this October" and "next October" (after it)."""
    month, running = month_of(match), month_span(published.year, published.month)
    match match["which"].lower():
        case "last":
            return latest_month(month, running.start - dt.timedelta(days=1))
        case "next":
            return month_span(published.year + (month <= published.month), month)
        case _:
            return month_span(published.year, month).until(published)


def _iso(match: re.Match[str], _reference: dt.date) -> Span:
    return one_day(dt.date(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], _reference: dt.date) -> Span:
    """Reads 07.10.2023 with the day first, 10/7/2023 with the month first unless that is no month."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    day_first = match["separator"] == "." or first > 12  # noqa: PLR2004  no month has a higher number
    month, day = (second, first) if day_first else (first, second)
    return one_day(dt.date(year, month, day))


def _holiday(match: re.Match[str], published: dt.date) -> Span:
    month, day = _HOLIDAYS[match["holiday"].lower()]
    year = _year(match, published)
    return one_day(dt.date(year, month, day) if year else latest_date(month, day, published))


def _season(match: re.Match[str], _reference: dt.date) -> Span | None:
    year, month = int(match["year"]), _SEASONS[match["season"].lower()]
    if month == _SEASONS["winter"] and not match["next_year"]:
        return None
    return months_span(dt.date(year, month, 1), 3)


def _nearby_season(match: re.Match[str], published: dt.date) -> Span:
    """Reads "last summer" (the latest one over by publication) and "this summer" (that of the running year)."""
    month = _SEASONS[match["season"].lower()]
    span = months_span(dt.date(published.year, month, 1), 3)
    if match["which"].lower() == "this":
        return span
    while span.end >= published:
        span = months_span(span.start.replace(year=span.start.year - 1), 3)
    return span


def _quarter(match: re.Match[str], _reference: dt.date) -> Span:
    index = int(match["number"]) - 1 if match["number"] else _ORDINALS[match["ordinal"].lower()]
    return months_span(dt.date(int(match["year"]), 3 * index + 1, 1), 3)


def _half(match: re.Match[str], _reference: dt.date) -> Span:
    return months_span(dt.date(int(match["year"]), 1 if match["half"].lower() == "first" else 7, 1), 6)


def _years(match: re.Match[str], _reference: dt.date) -> Span:
    first, last = match["year"], match.groupdict().get("last") or match["year"]
    return year_span(int(first), int(first[: -len(last)] + last))


def _with_and_without_year(
    name: str, patterns: tuple[str, ...], read: Callable[[re.Match[str], dt.date], Span]
) -> list[Rule]:
    return [
        made
        for pattern in patterns
        for made in (
            rule(f"{name} of a year", "stated", pattern + _YEAR_AFTER, read),
            rule(name, "relative_to_publication", pattern, read),
            rule(f"{name} of last, this or next year", "relative_to_publication", pattern + _WHICH_YEAR, read),
        )
    ]


CALENDAR_RULES: tuple[Rule, ...] = (
    *_with_and_without_year("day", tuple(f"{LEAD}{WEEKDAY_BEFORE}{p}" for p in _SINGLE), _single),
    *_with_and_without_year("week of a day", tuple(rf"{IN}\bthe week of {p}" for p in _SINGLE), _week_of_day),
    *_with_and_without_year("days", tuple(f"{LEAD}{p}" for p in _RANGE), _range),
    *_with_and_without_year("month", (_BARE_MONTH,), _whole_month),
    *_with_and_without_year("months", (_MONTH_RANGE,), _month_range),
    *_with_and_without_year("holiday", (_HOLIDAY,), _holiday),
    rule(
        "nearby month",
        "relative_to_publication",
        rf"{IN}\b(?P<which>last|this|next)(?: coming| past)? {MONTH}(?!\.? ?[0-9])",
        _nearby_month,
    ),
    rule("ISO date", "stated", _ISO.join(_NOT_IN_NUMBER), _iso),
    rule("numeric date", "stated", LEAD + _NUMERIC.join(_NOT_IN_NUMBER), _numeric),
    rule(
        "season",
        "stated",
        rf"{IN}(?:\bthe )?(?:(?:early|late|mid)[ -])?\b{_SEASON}(?: of)? (?P<year>{FOUR_DIGIT_YEAR})"
        r"(?P<next_year>[-/](?:20)?[0-9]{2})?(?!\w)",
        _season,
    ),
    rule("nearby season", "relative_to_publication", rf"{IN}\b(?P<which>last|this) {_SEASON}\b", _nearby_season),
    rule(
        "quarter",
        "stated",
        rf"{IN}(?:(?:\bthe )?\b(?P<ordinal>{'|'.join(_ORDINALS)}) quarter of|\bQ(?P<number>[1-4])(?: of)?) {YEAR}",
        _quarter,
    ),
    rule("half year", "stated", rf"{IN}(?:\bthe )?\b(?P<half>first|second) half of {YEAR}", _half),
    rule("year", "stated", rf"{IN}{PART}{_YEAR_CONTEXT}{YEAR}(?:'s)?", _years),
    rule(
        "years",
        "stated",
        rf"{IN}(?:\b(?:from|between) )?\b(?P<year>{FOUR_DIGIT_YEAR})(?:-| (?:to|and|until|through) )"
        rf"(?:the )?(?P<last>(?:{FOUR_DIGIT_YEAR}|(?<=-)[0-9]{{2}}))(?!\w|[.,:/-][0-9])",
        _years,
    ),
)
"""All rules for calendar dates."""
