"""Clock times and their zones: "2:30 a.m. (2330 GMT)", "0230 local time", "11 p.m. ET", "noon".

Patterns are matched against text as ``expressions.Normalised`` gives it. Abbreviations that stand for several zones
(IST, BST, CST, PST) give no offset.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conflictsum.resolve.calendar import next_weekday
from conflictsum.resolve.expressions import leftmost_longest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conflictsum.schema import Precision

_SUNDAY = 6
_RULE_SINCE = 2007
"""Since when daylight saving time in the United States has begun in March (Energy Policy Act of 2005, section 110)."""
_MINUTES_A_DAY = 24 * 60
_MOST_EASTERN = 14 * 60
_QUARTER = 15
_FIXED_ZONES = {
    **dict.fromkeys(("gmt", "utc", "z"), 0),
    "cet": 60,
    **dict.fromkeys(("eet", "cest"), 120),
    **dict.fromkeys(("msk", "moscow time", "trt", "eat", "eest", "idt"), 180),
    "irst": 210,
    "aft": 270,
    "pkt": 300,
    **dict.fromkeys(("edt", "eastern daylight time"), -240),
    **dict.fromkeys(("est", "eastern standard time"), -300),
    **dict.fromkeys(("pdt", "pacific daylight time"), -420),
    "pacific standard time": -480,
}
"""Minutes east of Greenwich."""
_SEASONAL_ZONES = {"et": -300, "eastern time": -300, "pt": -480, "pacific time": -480}
"""Zones of the United States whose offset depends on the date: minutes east of Greenwich in winter."""

_H12 = r"(?:1[0-2]|0?[0-9])"
_H24 = r"(?:2[0-3]|[01][0-9])"
_MM = r"[0-5][0-9]"
_START = r"(?<![\w.,:/])(?<![A-Za-z0-9]-)"
_END = r"(?![\w:]|[.,-][0-9])"
_LEAD = (
    r"(?:\b(?:shortly|just|soon) )?"
    r"(?:\b(?:at|around|about|roughly|approximately|exactly|precisely|by|before|after|near) ){0,3}"
)
_GREENWICH = r"(?P<zone>(?:GMT|UTC|(?-i:Z)\b)(?: ?[+-][0-9]{1,2}(?::?[0-5][0-9])?\b|\b))"
_ABBREVIATIONS = "CES?T|EES?T|MSK|TRT|EAT|IDT|IRST|AFT|PKT|E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|IST|BST|AST"
_NAMED = (
    rf"(?P<named>(?-i:{_ABBREVIATIONS})\b|(?:Eastern|Pacific|Central|Mountain)(?: (?:Standard|Daylight))? time\b"
    r"|local(?: time\b|(?= \()|(?=[),.;])|$)|(?-i:[A-Z][a-z]+) time\b)"
)
_OFFSET = rf"(?P<offset>\+{_H24}:?{_MM})\b"
_ZONE = rf"(?: ?\(?{_GREENWICH}| ?{_OFFSET}| \(?{_NAMED})"
_HOURS = r" ?(?:hours|hrs|h)\b(?! of\b)"
_NOT_CLOCK = r"(?! (?:people|troops|soldiers|men|women|met(?:er|re)s|feet|miles|km|tons|rockets|drones|targets))"

_HALF_DAY = (
    rf"(?:\b(?:between|from) )?(?:{_START}(?P<first>{_H12})(?:[:.](?P<first_minute>{_MM}))?(?:-| and | to ))?"
    rf"(?<![\w.,:/])(?P<hour>{_H12})(?:[:.](?P<minute>{_MM})(?::{_MM})?)? ?(?P<half>[ap])\.? ?m\b\.?{_ZONE}?"
)
_COLON = (
    rf"(?:{_START}|(?<=[0-9])T)(?P<hour>2[0-3]|[01]?[0-9])[:h](?P<minute>{_MM})(?::{_MM}(?:\.[0-9]+)?)?"
    rf"(?:{_HOURS})?{_ZONE}?(?![:0-9])"
)
_IN_THE_MORNING = (
    rf"\b(?:at|around|about|before|after) (?P<hour>{_H12})(?::(?P<minute>{_MM}))?(?: o'clock)?"
    r" in the (?P<half>morning|afternoon|evening)\b"
)
_NOT_COUNTED_FROM = r"(?<!Operation )(?<!hour after )(?<!hours after )(?<!hour before )(?<!hours before )"
_FORMS = (
    _HALF_DAY,
    _COLON,
    _IN_THE_MORNING,
    *(
        rf"{_START}{digits}{tail}"
        for digits in (rf"(?P<hour>2[0-3]|[01]?[0-9])\.(?P<minute>{_MM})", rf"(?P<hour>{_H24})(?P<minute>{_MM})")
        for tail in (rf"{_HOURS}{_ZONE}?", _ZONE)
    ),
    rf"{_START}(?P<hour>0[0-9])(?P<minute>{_MM}){_END}{_NOT_CLOCK}",
    rf"{_START}(?P<hour>2[0-3]|[01]?[0-9]) ?{_GREENWICH}",
    rf"\b{_NOT_COUNTED_FROM}(?P<word>noon|midnight)\b{_ZONE}?",
)
_PATTERNS = tuple(re.compile(f"{_LEAD}{form}", re.IGNORECASE | re.ASCII) for form in _FORMS)
_BARE = re.compile(rf"({_H24})({_MM})", re.ASCII)
_EXACT_OFFSET = re.compile(r"([+-])([0-9]{1,2}):?([0-9]{2})?$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time found in a text.

    Attributes:
        start: Offset of its first character, words such as "at roughly" included.
        end: Offset after its last character.
        time: The time.
        precision: Whether minutes are written.
        zone: The zone as written, in lower case, where one is.
    """

    start: int
    end: int
    time: dt.time
    precision: Precision
    zone: str | None

    @property
    def is_universal(self) -> bool:
        """Whether it is told in GMT or UTC."""
        return self.zone in {"gmt", "utc", "z"}

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        return self.time.hour * 60 + self.time.minute


def find_clocks(text: str) -> list[Clock]:
    """All clock times in a normalised text, in order."""
    return leftmost_longest(_clock(match) for pattern in _PATTERNS for match in pattern.finditer(text))


def clocks_of_field(text: str) -> list[Clock]:
    """All clock times in a normalised text that is meant to tell one, where "1430" alone is enough."""
    match = _BARE.fullmatch(text)
    if match:
        return [Clock(0, len(text), dt.time(int(match[1]), int(match[2])), "minute", None)]
    return find_clocks(text)


def local_clock(clocks: Sequence[Clock]) -> Clock:
    """The one of several tellings of one time (at least one) that is local to the event."""
    return next((clock for clock in clocks if not clock.is_universal), clocks[0])


def utc_offset(clocks: Sequence[Clock], day: dt.date | None) -> str | None:
    """The offset from UTC of the local one of several tellings of one time, such as ``+03:00``.

    It is computed where the same time is also told in GMT or UTC, else taken from the zone as written.

    Args:
        clocks: Tellings of the time, at least one.
        day: The local day, where known; United States zones need it.

    Returns:
        The offset, or ``None`` where the tellings give none.
    """
    local = local_clock(clocks)
    universal = next((clock for clock in clocks if clock.is_universal), None)
    if universal and universal is not local and "minute" in {universal.precision, local.precision}:
        minutes = (local.minutes - universal.minutes) % _MINUTES_A_DAY
        if minutes % _QUARTER == 0:
            return _formatted(minutes if minutes <= _MOST_EASTERN else minutes - _MINUTES_A_DAY)
    return _zone_offset(local.zone, day) if local.zone else None


def _clock(match: re.Match[str]) -> Clock:
    groups = match.groupdict()
    zone = groups.get("zone") or groups.get("offset") or groups.get("named")
    minute = groups.get("first_minute") if groups.get("first") else groups.get("minute")
    precision: Precision = "minute" if minute else "hour"
    return Clock(match.start(), match.end(), _time(groups), precision, zone.lower() if zone else None)


def _time(groups: dict[str, str | None]) -> dt.time:
    """The time of a match, or the earlier one of a range that shares its "a.m." or "p.m."."""
    word, first, half = groups.get("word"), groups.get("first"), (groups.get("half") or "").lower()
    if word:
        return dt.time(12 if word.lower() == "noon" else 0)
    hour = int(groups["hour"] or 0)
    if not half:
        return dt.time(hour, int(groups.get("minute") or 0))
    after_noon = half not in {"a", "morning"}
    if not first:
        return dt.time(hour % 12 + 12 * after_noon, int(groups.get("minute") or 0))
    over_twelve = int(first) % 12 > hour % 12
    return dt.time(int(first) % 12 + 12 * (after_noon != over_twelve), int(groups.get("first_minute") or 0))


def _zone_offset(zone: str, day: dt.date | None) -> str | None:
    match = _EXACT_OFFSET.search(zone)
    if match:
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return _formatted(minutes if match[1] == "+" else -minutes) if minutes <= _MOST_EASTERN else None
    if zone in _FIXED_ZONES:
        return _formatted(_FIXED_ZONES[zone])
    if zone in _SEASONAL_ZONES and day and day.year >= _RULE_SINCE:
        return _formatted(_SEASONAL_ZONES[zone] + 60 * _is_summer_time(day))
    return None


def _is_summer_time(day: dt.date) -> bool:
    """Whether daylight saving time holds: second Sunday of March to first Sunday of November (15 U.S.C. 260a)."""
    second_sunday = next_weekday(_SUNDAY, dt.date(day.year, 3, 7))
    first_sunday = next_weekday(_SUNDAY, dt.date(day.year, 10, 31))
    return second_sunday <= day < first_sunday


def _formatted(minutes: int) -> str:
    return f"{'+' if minutes >= 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
