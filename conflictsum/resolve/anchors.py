"""The day that "the next morning", "hours later" and "at dawn" count from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from conflictsum.article import Article
from conflictsum.resolve.dates import find_times, is_part_of_day, resolve_when
from conflictsum.schema import Event, When

_DAYS = frozenset({"day", "hour", "minute"})
_NIGHT = re.compile(r"(?i)\bnight\b|\bdusk (?:and|to|till|until) dawn\b")
_LATE = re.compile(r"(?i)\b(?:over|mid)?night|\bevening|\bdusk|\bsunset|\bnightfall")
_EARLY = re.compile(r"(?i)\bdawn|\bdaybreak|\bsunrise|\bmorning|\bfirst light|\bearly hours|\bsmall hours")
_ENTRY = re.compile(r"\d{1,2}[:.]\d\d\b")
_NOON = 12
_ONE_DAY = dt.timedelta(days=1)
_MONTH = dt.timedelta(days=31)


def anchored(when: When, time: str | None, event: Event, others: Sequence[Event], article: Article) -> When:
    """A time told relative to another one, resolved.

    Args:
        when: The time, unresolved.
        time: The clock time of the same event, as copied.
        event: The event that it dates.
        others: The other events of the article.
        article: The article.

    Returns:
        The time counted from the day named before it in its own sentence, else from the dated event told in the same
        sentence, else from the last one told before it, else from the day last named. A bare part of a day is of the
        day last named, in a live blog of its day (codebook F4). Nothing is dated after publication.
    """
    for told in _anchors(when.text, event, others, article):
        found = _counted(when, time, told)
        if found.start and not (article.published and found.start > article.published):
            return found
    return when


def _anchors(text: str, event: Event, others: Sequence[Event], article: Article) -> Iterator[When]:
    """What an expression may count from, the likeliest first."""
    told, named = _told_before(event, others), _last_named(event, article)
    found = [_named_beside(text, event, article.published), told, named]
    if is_part_of_day(text):
        over_night = _NIGHT.search(text) and told and told.start != told.end
        found = [_day_of_blog(article), told if over_night else None, named, told]
    yield from filter(None, found)


def _counted(when: When, time: str | None, told: When) -> When:
    """A time counted from another: the morning after a night is of the next day; "the same night" is all of a night."""
    start, end = told.start, told.end or told.start
    if start is None or end is None:
        return when
    resolved = resolve_when(when.text, published=None, time_text=time, anchor=start)
    if _NIGHT.search(when.text):
        whole = end == start + _ONE_DAY and resolved.start == resolved.end == start and resolved.time is None
        return resolved.model_copy(update={"end": end}) if whole else resolved
    early = resolved.time.hour < _NOON if resolved.time else bool(_EARLY.search(when.text))
    if not (is_part_of_day(when.text) and early and _LATE.search(told.text)):
        return resolved
    return resolve_when(when.text, published=None, time_text=time, anchor=max(end, start + _ONE_DAY))


def _named_beside(text: str, event: Event, published: dt.date | None) -> When | None:
    """The day that the event's sentence names before an expression ("on Friday mourned two, killed a day earlier")."""
    for passage in event.evidence:
        at = passage.text.find(text)
        if at >= 0 and (named := _days(passage.text[:at], published)):
            return named[-1]
    return None


def _last_named(event: Event, article: Article) -> When | None:
    """The last day that the article names ahead of the event's sentence, of those around publication."""
    first = article.sentence_at(event.evidence[0].start).number
    for sentence in reversed(article.sentences[: first - 1]):
        named = _days(sentence.text, article.published)
        if named:
            return named[-1]
    return None


def _days(text: str, published: dt.date | None) -> list[When]:
    times = [resolve_when(text[start:end], published=published) for start, end in find_times(text)]
    days = [when for when in times if when.start and when.start == when.end and when.precision in _DAYS]
    return [when for when in days if not published or (when.start and abs(published - when.start) < _MONTH)]


def _day_of_blog(article: Article) -> When | None:
    """The day of a live blog: its entries begin with the time."""
    entries = [sentence for sentence in article.sentences if _ENTRY.match(sentence.text)]
    day = article.published
    if day is None or len(entries) < 2:  # noqa: PLR2004  one may begin so by chance
        return None
    return When(text="", start=day, end=day, precision="day", basis="relative_to_publication")


def _told_before(event: Event, others: Sequence[Event]) -> When | None:
    dated = [other for other in others if other.when and other.when.start and not other.aggregate]
    shared = [other for other in dated if set(other.evidence) & set(event.evidence)]
    before = [other for other in dated if other.evidence[0].start <= event.evidence[0].start]
    nearest = max(shared or before, key=lambda other: other.evidence[-1].start, default=None)
    return nearest.when if nearest else None
