"""Resolves the time expressions of a news article to calendar days and clock times, and finds them in running text.

The rules are those of the codebook: a weekday is the latest such day not after publication, a date without a year
likewise; "overnight" spans two days; what is told relative to another event needs the day of that event. Nothing is
guessed: what cannot be resolved keeps its text and has no dates.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from conflictsum.resolve.clock import Clock, clocks_of_field, find_clocks, local_clock, utc_offset
from conflictsum.resolve.expressions import DAY_PART, Normalised, leftmost_longest
from conflictsum.resolve.mentions import Mention, Reading, find_mentions, find_operator
from conflictsum.resolve.once import read_once
from conflictsum.resolve.readings import BETWEEN, NIGHT_JOIN, Reference, is_overnight, is_range, read
from conflictsum.schema import When

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNKNOWN = Reading("relative_to_event")
"""An expression that names no day counts from something the article tells elsewhere."""
_ONE_DAY = dt.timedelta(days=1)
_NOON = 12
_NIGHT = re.compile(r"night\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_EMPTY_BRACKETS = re.compile(r"\( *\)")
_CLOCK_JOIN = re.compile(
    r"(?:,? local(?: time)?)?"
    r"(?:,? ?\(?|\)?,? ?(?:at|around|about|towards?|on|of|early on|and|or|to|until|till|through|-|/)? ?)"
)
_CLOCK_OPERATOR = re.compile(r"\b(?:since|from|until|till|through|between) $", re.IGNORECASE)
_UNDATED = re.compile(
    rf"(?:\b(?:shortly|just|soon) )?\b(?:at|before|after|around|by|until|since|towards?|during|through|throughout) "
    rf"(?:the )?{DAY_PART}\b"
    r"|\bat first light\b|\bin the (?:early|small) hours\b|\b(?:between|from) dusk (?:and|to|till|until) dawn\b"
    rf"|\bas (?:the )?{DAY_PART} (?:wore on|fell|broke|approached|came|drew in)\b"
    r"|\bsince(?: [^ ,;.\n]+){1,8} (?:began|begun|started|broke out|erupted)\b",
    re.IGNORECASE | re.ASCII,
)
"""Expressions that name no day: found, so that they can be copied, but never resolved."""
_DAY_PART = re.compile(rf"\b(?:{DAY_PART}|noon|midnight|first light|(?:early|small) hours)\b", re.IGNORECASE)
_MASK = "~"


def resolve_when(
    text: str, *, published: dt.date | None, time_text: str | None = None, anchor: dt.date | None = None
) -> When:
    """Resolves a time expression to days and, where one is told, a clock time.

    Args:
        text: The expression as the article writes it; other words around it do no harm.
        published: Day the article was published, where known. Without it only dates stated in full are resolved.
        time_text: A separate expression of the clock time of the same event.
        anchor: Day of the event that this one is told relative to ("a day earlier", "at dawn"), where known.

    Returns:
        The days and time; ``start``, ``end`` and ``precision`` are null where they cannot be resolved. "since X" ends
        on the day of publication; "until X" and "before X" have an end only. A clock time narrows a night, which spans
        two days, to one of them; it is left out where the expression names no single day to put it on.
    """
    plain, plain_time = Normalised(text).text.strip(), Normalised(time_text or "").text.strip()
    clocks, field_clocks = find_clocks(plain), clocks_of_field(plain_time)
    reference = Reference(published, anchor)
    reading = read(_without_clocks(plain, clocks), reference)
    if reading is None:
        reading = read(_without_clocks(plain_time, field_clocks), reference)
    if reading is None:
        reading = _on(anchor) if anchor and is_part_of_day(plain or plain_time) else _UNKNOWN
    return _when(text, reading, [*field_clocks, *clocks], is_night=bool(_NIGHT.search(plain)))


def is_part_of_day(text: str) -> bool:
    """Whether an expression tells the time of a day but names no day: "at 8.20 am", "shortly after sunrise"."""
    plain = Normalised(text).text.strip()
    clocks = find_clocks(plain)
    rest = _without_clocks(plain, clocks)
    return not find_mentions(rest) and bool(clocks or _DAY_PART.search(rest))


@read_once
def find_times(text: str) -> list[tuple[int, int]]:
    """Finds the time expressions in a running text.

    Args:
        text: Any text.

    Returns:
        Start and end offsets of the expressions, in order; they do not overlap.
    """
    normal = Normalised(text)
    clocks = find_clocks(normal.text)
    masked = _masked(normal.text, clocks)
    spans = _spans(masked, leftmost_longest([*find_mentions(masked), *clocks]))
    undated = [match.span() for match in _UNDATED.finditer(masked)]
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(masked)]
    free = list(zip(ends, starts, strict=True))
    spans += [span for span in undated if any(low <= span[0] and span[1] <= high for low, high in free)]
    return [normal.original(start, end) for start, end in sorted(spans)]


def _on(day: dt.date) -> Reading:
    return Reading("relative_to_event", day, day, "day", starts_on_day=True)


def _spans(text: str, items: Sequence[Mention | Clock]) -> list[tuple[int, int]]:
    """The spans of expressions, each of one mention or clock time or of several that belong together."""
    spans: list[tuple[int, int]] = []
    for position, item in enumerate(items):
        floor = spans[-1][1] if spans else 0
        gap = text[floor : item.start]
        if spans and _belongs_to(text, items[position - 1], gap, item):
            start = spans.pop()[0]
        else:
            start = floor + _operator_start(gap, item)
        spans.append((start, _end_with_bracket(text, start, item.end)))
    return spans


def _operator_start(before: str, item: Mention | Clock) -> int:
    """Where an expression starts in the text before its first item: "since", "from" and the like belong to it."""
    operator = find_operator(before, item) if isinstance(item, Mention) else None
    if operator:
        return operator[1]
    match = (BETWEEN if isinstance(item, Mention) else _CLOCK_OPERATOR).search(before)
    return match.start() if match else len(before)


def _belongs_to(text: str, first: Mention | Clock, gap: str, second: Mention | Clock) -> bool:
    if isinstance(first, Clock) or isinstance(second, Clock):
        return _CLOCK_JOIN.fullmatch(gap) is not None
    if is_overnight(first) and NIGHT_JOIN.fullmatch(gap):
        return True
    return is_range(text[: first.start], first, gap, second)


def _end_with_bracket(text: str, start: int, end: int) -> int:
    is_open = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if is_open and text.startswith(")", end) else end


def _masked(text: str, clocks: Sequence[Clock]) -> str:
    for clock in clocks:
        text = text[: clock.start] + _MASK * (clock.end - clock.start) + text[clock.end :]
    return text


def _without_clocks(text: str, clocks: Sequence[Clock]) -> str:
    """The text without its clock times; of a time told locally and in GMT, only the local day is left too."""
    masked = _masked(text, clocks)
    if len({clock.is_universal for clock in clocks}) > 1:
        for match in _BRACKETS.finditer(text):
            inside = {clock.is_universal for clock in clocks if match.start() <= clock.start < match.end()}
            if inside == {True}:
                masked = masked[: match.start()] + _MASK * len(match[0]) + masked[match.end() :]
            elif inside == {False} and find_mentions(masked[match.start() : match.end()]):
                masked = masked[match.start() : match.end()]
                break
    bare = _EMPTY_BRACKETS.sub(" ", masked.replace(_MASK, " "))
    return re.sub(" +", " ", bare).strip()


def _when(text: str, reading: Reading, clocks: Sequence[Clock], *, is_night: bool) -> When:
    if not clocks:
        return When(text=text, start=reading.start, end=reading.end, precision=reading.precision, basis=reading.basis)
    start, end, precision, on_day = reading.start, reading.end, reading.precision, reading.starts_on_day
    clock = local_clock(clocks)
    if is_night and start and end and end - start == _ONE_DAY:
        start = end = start if clock.time.hour >= _NOON else end
        on_day = True
    is_unresolved = start is None and end is None
    is_told = on_day or is_unresolved
    return When(
        text=text,
        start=start,
        end=end,
        time=clock.time if is_told else None,
        timezone=utc_offset(clocks, start) if is_told else None,
        precision=clock.precision if on_day and start == end and precision == "day" else precision,
        basis=reading.basis,
    )
