"""When an act may have been: the time expressions of a sentence without those that say when somebody told of it."""

from __future__ import annotations

import datetime as dt
import re

from conflictsum.resolve.dates import find_times, resolve_when
from conflictsum.resolve.names import Span
from conflictsum.resolve.verbs import OFTEN_NOUNS, SPEECH, WEAK_SPEECH

_SAID = "|".join(sorted(SPEECH - OFTEN_NOUNS - WEAK_SPEECH | {"mourned", "condemned", "threatened", "vowed"}))
_CHANNEL = r"(?: (?:in|at|to|by|via|through|from|on) (?:[\w’'.-]+ ){0,5}?[\w’'.-]+)?"
_ISSUED = (
    r"(?:,? (?:published|posted|issued|released|circulated|carried|broadcast|aired|dated)"
    r"(?: (?:in|at|by|on) [\w’'. -]{1,30})?)?"
)
_TELLING_BEFORE = re.compile(
    rf"(?i)\b(?:{_SAID})(?: (?:reporters|journalists|afp|reuters|us))?{_CHANNEL}{_ISSUED},? $|"
    r"\bin (?:an?|the|its|his|her|their) (?:[\w-]+ ){0,2}"
    rf"(?:statement|notice|message|video|recording|communiqu[eé]|post|letter|leaflet|interview|briefing){_ISSUED},? $|"
    # what lasts since: "was still burning at midday"
    r"\bstill (?:\w+ing|on fire|ablaze|missing|trapped|under way)(?: [\w-]+){0,3} $"
)
_LIVES = r"claimed (?:[\w-]+ ){0,4}(?:lives?|victims?)"
_TELLING_AFTER = re.compile(
    rf"(?i),? (?:also |again |then |had |has )?(?!{_LIVES})(?:{_SAID})\b| (?:i|we|it|he|she|they) (?:{_SAID})\b"
)
_ANY_DAY = dt.date(2001, 1, 1)


def find_deed_times(text: str) -> list[Span]:
    """The times at which what a sentence tells may have been, the likeliest first.

    Args:
        text: A sentence.

    Returns:
        Offsets. Left out are times of speaking ("police said *on Tuesday*"); what names a day comes before longer
        spans and bare clock times.
    """
    times = [span for span in find_times(text) if not _is_of_telling(text, *span)]
    return sorted(times, key=lambda span: not _names_a_day(text[slice(*span)]))


def _is_of_telling(text: str, start: int, end: int) -> bool:
    if re.search(r"['’]s?$", text[start:end]):  # "said Tuesday's attack"
        return False
    return bool(_TELLING_BEFORE.search(text[:start]) or _TELLING_AFTER.match(text, end))


def _names_a_day(text: str) -> bool:
    when = resolve_when(text, published=_ANY_DAY)
    return when.start is not None and when.precision not in {"week", "month", "year"}
