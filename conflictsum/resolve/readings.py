"""Reads the mentions of a time expression together: ranges, nights, periods and details.

The first mention leads: in "on Saturday, a day after the raid" it is Saturday.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from conflictsum.resolve.mentions import Mention, Reading, find_mentions, find_operator, is_calendar
from conflictsum.schema import Basis, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

NIGHT_JOIN = re.compile(r" (?:(?:(?:in)?to|on|from|of|between)(?: the)? )?| ?- ?")
"""What stands between "overnight" and its days."""
BETWEEN = re.compile(r"\b(?:between|from)(?: the)? $", re.IGNORECASE)
_RANGE_JOIN = re.compile(r",? ?(?:to|through|until|till|into)(?: the)? ?", re.IGNORECASE)
_LIKE_JOIN = re.compile(r" ?[-/] ?")
_PAIR_JOIN = re.compile(r",? (?:and|or)(?: the)? ")
_DETAIL_JOIN = re.compile(r" ?[,(;:-] ?")
_ONE_DAY = dt.timedelta(days=1)
_BEFORE_NEXT_YEAR = dt.timedelta(days=364)


@dataclass(frozen=True, slots=True)
class Reference:
    """The days that expressions are counted from, where known.

    Attributes:
        published: Day of publication.
        anchor: Day of the event that this one is told relative to.
    """

    published: dt.date | None
    anchor: dt.date | None


def read(text: str, reference: Reference) -> Reading | None:
    """What a normalised text without clock times says of the day or period, or ``None`` if it mentions none."""
    mentions = find_mentions(text)
    if not mentions:
        return None
    reading, used = _leading(text, mentions, reference)
    operator = find_operator(text[: mentions[0].start], mentions[0])
    if operator and used == 1:
        return operator[0].apply(reading, reference.published)
    return _detail(text, mentions[used - 1 :], reference, reading) or reading


def is_range(before: str, first: Mention, gap: str, last: Mention) -> bool:
    """Whether two mentions are the ends of one range.

    Args:
        before: The text before the first mention.
        first: The first mention.
        gap: The text between them.
        last: The second mention.
    """
    if _LIKE_JOIN.fullmatch(gap):
        return first.rule.read == last.rule.read
    if _PAIR_JOIN.fullmatch(gap):
        return BETWEEN.search(before) is not None
    return _RANGE_JOIN.fullmatch(gap) is not None


def is_overnight(mention: Mention) -> bool:
    """Whether a mention is the word "overnight", which spans two days."""
    return mention.rule.name == "overnight"


def _leading(text: str, mentions: Sequence[Mention], reference: Reference) -> tuple[Reading, int]:
    """Reads the first mention, with the next ones where they belong together; also gives how many were used."""
    first = mentions[0]
    if len(mentions) == 1:
        return _one(first, reference), 1
    gap = text[first.end : mentions[1].start]
    if is_overnight(first) and NIGHT_JOIN.fullmatch(gap) and not is_overnight(mentions[1]):
        reading, used = _leading(text, mentions[1:], reference)
        return _night_into(reading), used + 1
    if is_range(text[: first.start], first, gap, mentions[1]):
        return _range(first, mentions[1], reference), 2
    if _PAIR_JOIN.fullmatch(gap):
        return _both(_one(first, reference), _one(mentions[1], reference)), 2
    return _one(first, reference), 1


def _one(mention: Mention, reference: Reference) -> Reading:
    rule = mention.rule
    days = {
        "stated": dt.date.min,
        "relative_to_publication": reference.published,
        "relative_to_event": _anchor(mention, reference),
    }
    day = days[rule.basis]
    if day is None:
        return Reading(rule.basis)
    try:
        span = rule.read(mention.match, day)
    except (ValueError, OverflowError):
        span = None
    if span is None:
        return Reading(rule.basis)
    return Reading(rule.basis, span.start, span.end, span.precision, starts_on_day=span.start == span.end)


def _anchor(mention: Mention, reference: Reference) -> dt.date | None:
    """The day an event rule counts from: the one told in "a day after Saturday's raid", else that of the reference."""
    clause = mention.match.groupdict().get("clause")
    told = find_mentions(clause) if clause else []
    if not told:
        return reference.anchor
    if told[0].rule.basis == "relative_to_event":
        return None
    reading = _one(told[0], reference)
    return reading.start if reading.starts_on_day else None


def _night_into(reading: Reading) -> Reading:
    """The night before a single day, up to it; a night told with both its days is left as it is."""
    if not reading.starts_on_day or reading.start is None or reading.start != reading.end:
        return reading
    if reading.start == dt.date.min:
        return Reading(reading.basis)
    return replace(reading, start=reading.start - _ONE_DAY)


def _range(first: Mention, last: Mention, reference: Reference) -> Reading:
    """From one mention to another; of an end that leaves its year or week open, the other end decides it."""
    start, end = _one(first, reference), _one(last, reference)
    published = reference.published
    if start.basis == "stated" and start.start and published and is_calendar(last):
        in_time = published - start.start <= _BEFORE_NEXT_YEAR
        end = _one(last, replace(reference, published=published if in_time else start.start + _BEFORE_NEXT_YEAR))
    if end.end and (is_calendar(first) or first.rule.name == "weekday"):
        start = _one(first, replace(reference, published=end.end))
    if start.start is None or end.end is None or start.start > end.end:
        return Reading(end.basis)
    precision = _coarser(start, end)
    return Reading(end.basis, start.start, end.end, precision, starts_on_day=start.starts_on_day)


def _both(one: Reading, other: Reading) -> Reading:
    """The span from the earlier of two days or periods to the later one; the first, where one is not resolved."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one
    basis: Basis = other.basis if one.basis == "stated" else one.basis
    return Reading(basis, min(one.start, other.start), max(one.end, other.end), _coarser(one, other))


def _coarser(one: Reading, other: Reading) -> Precision | None:
    order: tuple[Precision, ...] = get_args(Precision)
    return max((reading.precision for reading in (one, other) if reading.precision), key=order.index, default=None)


def _detail(text: str, mentions: Sequence[Mention], reference: Reference, reading: Reading) -> Reading | None:
    """The mention that follows at once and is more exact: "this month, on Jan. 5", "a day earlier, on Friday"."""
    if len(mentions) == 1:
        return None
    last, following = mentions[0], mentions[1]
    gap = text[last.end : following.start]
    if not _DETAIL_JOIN.fullmatch(gap) and not (gap == " " and text.startswith("on ", following.start)):
        return None
    detail, _ = _leading(text, mentions[1:], reference)
    if detail.start is None or detail.end is None or reading.start is None or reading.end is None:
        return detail if detail.start and not reading.start else None
    return detail if reading.start <= detail.start and detail.end <= reading.end else None
