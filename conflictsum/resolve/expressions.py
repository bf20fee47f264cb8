"""The words of time expressions, and what a rule that reads one of them is made of.

Patterns are matched, without regard to case, against text as ``Normalised`` gives it: white space is one blank, a
break between paragraphs one line feed, dashes are hyphens and apostrophes straight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from conflictsum.resolve.calendar import Part, Span, Unit, one_day, shift

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from conflictsum.schema import Basis

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = str.maketrans("‘’ʼ′–—−‑‐‒", "''''------")
_PIECE = re.compile(rf"[\s{_ZERO_WIDTH}]+|[^\s{_ZERO_WIDTH}]")

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_PARTS: dict[str, Part] = {
    **dict.fromkeys(("early", "beginning", "start"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "end"), "late"),
}

NUMBER = (
    rf"(?<![0-9][.,])(?<!\w-)(?P<count>[0-9]{{1,3}}|(?:(?:twen|thir|for|fif|six|nine)ty-)?\b(?:{'|'.join(_NUMBERS)}))\b"
)
UNIT = r"(?P<unit>week|month|year)\b"
UNITS = r"(?P<unit>day|week|month|year)s?\b"
DAY_PART = r"(?:pre-?dawn|dawn|daybreak|sunrise|morning|lunchtime|midday|afternoon|evening|dusk|sunset|nightfall|night)"
_WEEKDAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_WEEKDAY_SHORT = r"(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"
_NO_WEEKDAY = "".join(
    rf"(?<!\b{word} )" for word in ("every", "each", "Good", "Black", "Bloody", "Palm", "Easter", "Ash")
)
WEEKDAY = rf"\b{_NO_WEEKDAY}(?P<weekday>{_WEEKDAY_NAME}|{_WEEKDAY_SHORT}\.|(?<=\bon ){_WEEKDAY_SHORT}\b)"
"""A weekday; "sat", "sun" and "wed" are words, so the short forms need their full stop or "on"."""
_MONTH_FULL = "January|February|April|June|July|August|September|October|November|December|(?-i:March|MARCH|May|MAY)"
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept?", "Oct", "Nov", "Dec")
_MONTH_SHORT = "|".join(f"{m}|{m.upper()}" for m in _SHORT)
MONTH_NAME = rf"\b(?:(?:{_MONTH_FULL})\b|(?-i:{_MONTH_SHORT})\b\.?)"
MONTH = rf"(?P<month>{MONTH_NAME})"
_COUNTED = (
    r"(?:people|troops|soldiers|men|women|children|civilians|fighters|militants|homes|houses|buildings|feet|miles|km|"
    r"(?:kilo)?met(?:er|re)s|tons|tonnes|pounds|dollars|rockets|missiles|drones|shells|prisoners|hostages)\b"
)
FOUR_DIGIT_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
YEAR_NUMBER = rf"{FOUR_DIGIT_YEAR}(?!\w|[.,:/][0-9]|-[0-9]{{3}}| {_COUNTED})"
YEAR = rf"\b(?P<year>{YEAR_NUMBER})"
IN = r"(?:\b(?:in|on|at|by|during|over) )?"
PART = (
    r"(?:\b(?:the )?(?:very )?(?P<part>early|mid|late|beginning|start|middle|end)"
    r"(?:-| (?:of |in )?(?:the )?))?"
)
_UNCOUNTED = "".join(
    rf"(?<!{unit} )(?<!{unit}s )" for unit in ("minute", "moment", "hour", "day", "week", "month", "year", "decade")
)
LEAD = (
    rf"(?:\b(?:early|late|{_UNCOUNTED}(?:earlier|later)) )?"
    r"(?:\b(?:in |during |on )?the (?:(?:very|early|late|small|first) )*"
    rf"(?:hours|{DAY_PART})(?: hours)? (?:of|on) (?:the )?"
    rf"|\b(?:before|at|around|after|by|near|until) {DAY_PART} (?:on |of )?"
    r"|\b(?:on|in|by|during) (?:the )?)?"
    r"(?:\b(?:early|late) )?"
)
"""What may stand before a day: "early on", "in the early hours of", "before dawn on", "on the night of"."""
TRAIL = (
    rf"(?:'s)?(?: (?:early|late)\b)?(?:[ -](?:at |before |in the (?:early |late )?)?(?:{DAY_PART}|overnight)\b"
    r"| in the early hours\b)?(?: local time\b)?"
)
"""What may stand after a day: "'s", "night", "before dawn", "evening local time"."""
WEEKDAY_BEFORE = rf"(?:\b(?:{_WEEKDAY_NAME}|{_WEEKDAY_SHORT}\b\.?)(?: {DAY_PART})?,? \(?)?(?:the )?"
"""A weekday that only repeats the date after it."""


class Placed(Protocol):
    """Something found at a place in a text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


P = TypeVar("P", bound=Placed)


def leftmost_longest(found: Iterable[P]) -> list[P]:
    """What remains, in order, when of two overlapping finds the earlier, then the longer, then the first is kept."""
    kept: list[P] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


class Normalised:
    """A text in the form patterns are written for, and where its characters came from.

    Args:
        text: Any text.
    """

    def __init__(self, text: str) -> None:
        characters: list[str] = []
        self._offsets: list[int] = []
        for piece in _PIECE.finditer(text):
            blank = piece[0].strip(_ZERO_WIDTH)
            if not blank:
                continue
            characters.append(blank if not blank.isspace() else "\n" if blank.count("\n") > 1 else " ")
            self._offsets.append(piece.start())
        self.text = "".join(characters).translate(_PLAIN)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of a slice that ends with no white space."""
        return self._offsets[start], self._offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of time expression: how it is written, and which days it means.

    Attributes:
        name: What the rule reads.
        pattern: Its regular expression.
        basis: What the days are counted from.
        read: Gives the days from the match and the reference day: the publication date or the day of the other
            event, as ``basis`` says (1 January of year 1 where it is ``stated``, which needs none). It gives ``None``
            for an expression that names no certain days, and may raise ``ValueError`` or ``OverflowError`` for days
            that no calendar has.
    """

    name: str
    pattern: re.Pattern[str]
    basis: Basis
    read: Callable[[re.Match[str], dt.date], Span | None]


def rule(name: str, basis: Basis, pattern: str, read: Callable[[re.Match[str], dt.date], Span | None]) -> Rule:
    """A rule from the source of its pattern."""
    return Rule(name, re.compile(pattern, re.IGNORECASE | re.ASCII), basis, read)


def unresolved(_match: re.Match[str], _reference: dt.date) -> None:
    """Reads an expression that names no certain days."""


def number_of(match: re.Match[str]) -> int:
    """The count of a match, in digits or words; 1 where none is written."""
    count = (match.groupdict().get("count") or "one").lower()
    return int(count) if count.isdecimal() else sum(_NUMBERS[word] for word in count.split("-"))


def unit_of(match: re.Match[str]) -> Unit:
    """The unit of time of a match."""
    units: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return units[match["unit"].lower()]


def weekday_of(match: re.Match[str]) -> int:
    """The weekday of a match, Monday being 0."""
    return _WEEKDAYS.index(match["weekday"][:3].lower())


def month_of(match: re.Match[str], group: str = "month") -> int:
    """The month of a match, January being 1."""
    return _MONTHS.index(match[group][:3].lower()) + 1


def part_of(match: re.Match[str]) -> Part | None:
    """The third of a month that a match names, if it names one."""
    return _PARTS[match["part"].lower()] if match["part"] else None


def day_shifted(days: int) -> Callable[[re.Match[str], dt.date], Span]:
    """Reads the day so many days after the reference."""
    return lambda _match, reference: one_day(shift(reference, days, "day"))
