"""When an act may have been: the time expressions of a sentence without those that say when somebody told of it."""

from __future__ import annotations

import datetime as dt
import re

from conflictsum.resolve.dates import find_times, resolve_when
from conflictsum.resolve.deeds import deeds
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Sentence, read
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
# "the deadliest such raid this year", "the third attack since May", "planned for Friday"
_RANKED = re.compile(
    r"(?i)\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|last|most|"
    r"only|\w{3,}est|worst)(?: [\w’'-]+){0,5} $"
)
_SPAN_OF_TIME = re.compile(
    r"(?i)(?:in |of )?(?:this|the|a) (?:week|month|year|war|decade)|since|in (?:more|over|nearly|almost|\w+ y)"
)
_FORESEEN = re.compile(r"(?i)\b(?:due|scheduled|planned|slated|expected|set|called|postponed)(?: to \w+)? (?:for )?$")
_ONWARD = frozenset("for over to".split())
_HAPPENING = frozenset(
    "took taken happened happening occurred came began begun started unfolded erupted broke continued lasted ended "
    "resumed followed".split()
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
    sentence = read(text)
    times = [
        span
        for span in find_times(text)
        if not (_is_of_telling(text, *span) or _is_of_another(text, *span) or _is_aside(sentence, *span))
    ]
    return sorted(
        times, key=lambda span: (_verb_of(sentence, span[0]) is not None, not _names_a_day(text[slice(*span)]))
    )


def _is_of_telling(text: str, start: int, end: int) -> bool:
    if re.search(r"['’]s?$", text[start:end]):  # "said Tuesday's attack"
        return False
    return bool(_TELLING_BEFORE.search(text[:start]) or _TELLING_AFTER.match(text, end))


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Whether a time says since when an act is without its like, or for when something is planned."""
    ranked = _RANKED.search(text, 0, start) and _SPAN_OF_TIME.match(text, start, end)
    return bool(ranked or _FORESEEN.search(text, 0, start))


def _is_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a time is only of what else is told: "men who came *on Monday* shot", "met *Friday* over a raid"."""
    verb = _verb_of(sentence, start)
    if verb is None or verb > sentence.position(start):
        return False
    before = verb - 1
    while sentence.tag(before) in {"auxiliary", "adverb"}:
        before -= 1
    return sentence.tag(before) == "relative" or sentence.low(sentence.position(end)) in _ONWARD


def _verb_of(sentence: Sentence, start: int) -> int | None:
    """The verb that a time belongs to, if that tells of no act: the one before it, else the one right after it."""
    here = sentence.position(start)
    acts = {deed.at for deed in deeds(sentence)}
    acts |= {at for at, word in enumerate(sentence.words) if word.low in _HAPPENING}
    at = here - 1
    while at >= 0 and sentence.tag(at) not in {"verb", "mark"} and at not in acts:
        at -= 1
    if sentence.tag(at) == "verb" and at >= 0:
        return None if at in acts else at
    while sentence.tag(here) == "time":
        here += 1
    first = at < 0 and sentence.tag(here) == "verb"
    return here if first and here not in acts and at not in acts else None


def _names_a_day(text: str) -> bool:
    when = resolve_when(text, published=_ANY_DAY)
    return when.start is not None and when.precision not in {"week", "month", "year"}
