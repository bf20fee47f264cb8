"""Rules for expressions told relative to another event: "a day earlier", "the following morning", "two days after"."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from conflictsum.resolve.calendar import Span, Unit, latest_weekday, next_weekday, one_day, shift, unit_around
from conflictsum.resolve.expressions import (
    DAY_PART,
    IN,
    NUMBER,
    TRAIL,
    WEEKDAY,
    Rule,
    number_of,
    rule,
    unresolved,
    weekday_of,
)

if TYPE_CHECKING:
    import re

_SOON = r"(?:\b(?:about|around|roughly|nearly|almost|some|exactly|just|only|barely) )?"
_COUNTED = rf"{_SOON}\b{NUMBER} (?P<unit>minute|hour|day|week|month|year)s?"
_WITHIN_THE_DAY = r"(?:\b(?:(?:a )?few|several|some|just|only|mere) )?\b(?P<unit>minute|hour|moment)s"
_UNCOUNTED = r"(?:\b(?:(?:a )?few|several|some|many|just) )?\b(?:days|weeks|months|years|decades?)"
_INEXACT = r"\b(?:more than|over|at least|less than|up to|under|within)"
_ADVERB = r"(?P<direction>earlier|before|beforehand|previously|later|after|afterwards?)\b"
_CLAUSE = r"(?P<direction>before|prior to|after|following)\b(?! last\b)(?=(?P<clause>[^,;\n]+))"
_NAMED_UNIT = rf"(?P<unit>day|week|month|year|{DAY_PART})"
_WHICH = r"(?P<direction>(?:very )?same|previous|preceding|following|next)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_EARLY = r"(?:\b(?:early|late|earlier|later) )?"
_BACK = {"earlier", "before", "beforehand", "previously", "prior to", "previous", "preceding"}
_UNITS: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}
_IN_A_DAY = {"minute": 24 * 60, "hour": 24, "moment": 24 * 60}
"""How many of a smaller unit make a day."""


def _unit(match: re.Match[str]) -> Unit:
    """The unit that is counted; hours and parts of a day count as days."""
    return _UNITS.get(match["unit"].lower(), "day")


def _sign(match: re.Match[str]) -> int:
    direction = match["direction"].lower()
    return -1 if direction in _BACK else 0 if "same" in direction else 1


def _shifted(match: re.Match[str], anchor: dt.date) -> Span:
    """Reads "two days later"; less than 24 hours stay on the day of the event."""
    count = number_of(match)
    if match["unit"].lower() in _IN_A_DAY:
        count //= _IN_A_DAY[match["unit"].lower()]
    unit = _unit(match)
    return unit_around(shift(anchor, _sign(match) * count, unit), unit)


def _neighbour(match: re.Match[str], anchor: dt.date) -> Span:
    """Reads "the previous day", "the same night", "the week after"."""
    unit = _unit(match)
    return unit_around(shift(anchor, _sign(match), unit), unit)


def _same(match: re.Match[str], anchor: dt.date) -> Span:
    return unit_around(anchor, _unit(match))


def _neighbour_weekday(match: re.Match[str], anchor: dt.date) -> Span:
    """Reads "the following Tuesday", "the previous Friday"."""
    weekday = weekday_of(match)
    back = _sign(match) < 0
    return one_day(latest_weekday(weekday, anchor - dt.timedelta(days=1)) if back else next_weekday(weekday, anchor))


EVENT_RULES: tuple[Rule, ...] = tuple(
    rule(name, "relative_to_event", pattern, read)
    for name, pattern, read in (
        ("so long after", rf"{_COUNTED} {_CLAUSE}", _shifted),
        ("so long later", rf"{_COUNTED} {_ADVERB}", _shifted),
        ("hours after", rf"{_WITHIN_THE_DAY} {_CLAUSE}", _shifted),
        ("hours later", rf"{_WITHIN_THE_DAY} {_ADVERB}", _shifted),
        (
            "some time later",
            rf"{IN}(?:\bthe )?{_UNCOUNTED} (?:earlier|later|before|after|afterwards?|prior to)\b",
            unresolved,
        ),
        ("more than so long after", rf"{_INEXACT} {_COUNTED} {_ADVERB}", unresolved),
        ("in the days after", rf"{IN}\bthe {_COUNTED} (?:to|before|after|following|leading up to)\b", unresolved),
        ("the day after it", rf"{IN}\bthe {_NAMED_UNIT} {_CLAUSE}", _neighbour),
        ("the day after", rf"{IN}\bthe {_NAMED_UNIT} {_ADVERB}(?! last\b)", _neighbour),
        ("the next day", rf"{_EARLY}{IN}\bthe (?:early |late )?{_WHICH} {_NAMED_UNIT}\b", _neighbour),
        ("next day", rf"{_EARLY}{IN}\b{_WHICH} (?P<unit>day|{DAY_PART})\b", _neighbour),
        ("that day", rf"{_EARLY}{IN}\bthat (?:same )?{_NAMED_UNIT}\b", _same),
        ("the next weekday", rf"{IN}\bthe {_WHICH} {WEEKDAY}{TRAIL}", _neighbour_weekday),
        (
            "that season",
            rf"{_EARLY}{IN}\b(?:that|the (?:very )?(?:same|previous|preceding|following|next)) {_SEASON}\b",
            unresolved,
        ),
        ("the weekday before", rf"{IN}\bthe {WEEKDAY}{TRAIL} (?:before|after)\b", unresolved),
    )
)
"""All rules for expressions that need the day of another event."""
