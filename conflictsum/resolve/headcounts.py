"""How many people words stand for: numbers, persons named or described, and sums of those that "and" joins."""

from __future__ import annotations

import re

from conflictsum.resolve.counts import find_numbers, read_count
from conflictsum.resolve.individuals import bare_name
from conflictsum.schema import Count

_PLURAL = re.compile(r"(?i)\b(?:people|police|troops|personnel|children|men|women|staff|crew|[a-z]{2,}s)\b")
_AND = re.compile(r",?\sand\s(?:also\s)?|,\s")
_AGE = re.compile(r"\(?\d{1,3}\)?")
_COUPLE = re.compile(r"(?i)(?:an?|the|one)\s(?:[\w-]+\s)?(?:couple|twins)")
_OWNER = re.compile(r"(?i)(?:his|its|this|the)\s")
_UNKNOWN = re.compile(r"(?i)\bnumber\b")
_SPARED = re.compile(
    r"(?i)(?:unharmed|unhurt|uninjured|unwounded|safe|not|neither|survived|.*\bscratch|.*\bno harm|"
    r".*\bunscathed|alive and .*)"
)


def people_count(text: str) -> Count:
    """Reads how many people words stand for.

    One person named or described in the singular counts as one, and of several joined by "and" it is the sum ("the
    mayor and two aides" are three), marked computed. "Unharmed" is none.

    Args:
        text: The words.
    """
    if _SPARED.fullmatch(text):
        return Count(min=0, max=0, text=text)
    members = _members(text)
    if len(members) == 1:
        return _one(text)
    counts = [_one(member) for member in members]
    least = [count.min for count in counts if count.min is not None]
    most = [count.max for count in counts if count.max is not None]
    return Count(
        min=sum(least) if least else None,
        max=sum(most) if len(most) == len(counts) else None,
        approximate=any(count.approximate for count in counts),
        computed=True,
        text=text,
    )


def _members(text: str) -> list[str]:
    """The members of an enumeration, ages left out; no numeral is cut ("one hundred and two")."""
    numbers = find_numbers(text)
    cuts = [match.span() for match in _AND.finditer(text) if not any(s <= match.start() < e for s, e in numbers)]
    if not any("and" in text[start:end] for start, end in cuts):
        return [text]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    members = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [member for member in members if not _AGE.fullmatch(member)]


def _one(text: str) -> Count:
    count = read_count(text)
    plain = _OWNER.sub("", text)
    if _COUPLE.fullmatch(text):
        return count.model_copy(update={"min": 2, "max": 2, "computed": True})
    known = (count.min, count.max) != (None, None)
    if known or not text or _UNKNOWN.search(text) or (_PLURAL.search(plain) and not bare_name(text)):
        return count
    return count.model_copy(update={"min": 1, "max": 1, "computed": True})
