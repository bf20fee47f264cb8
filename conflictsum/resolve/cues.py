"""What single words of a sentence settle: medium, aggregate.

Recognisers for what a small model need not be asked. English; where no cue is found they say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.names import cue
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.verbs import ACTS, CLASHING

_PROPER = r"(?-i:(?:the )?[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)*)"
_MEDIUM = re.compile(
    r"(?i)\b(?:in|on|at|via|through) (?:an? |the |its |his |her |their |one of its )?(?:(?:(?!statement)[\w-]+ ){0,3}"
    r"(?:statement|post|speech|interview|letter|briefing|press conference|news conference|video|broadcast|sermon|"
    r"telegram channels?|telegram|facebook|television|address|message|report|tv|radio|channel|recording|notice|note|"
    r"e-?mail|website|funeral|summit|social media)"
    rf"(?: on (?:X|Twitter|Telegram|Facebook|Instagram|YouTube)| (?:to|with|for) {_PROPER})?|X)\b|"
    r"\bby (?:tele)?(?:phone|e-?mail)\b|"
    r"\b(?:tells?|told) (?:reporters|journalists|(?:an? |the |local |state )(?:[\w’-]+ ){0,2}"
    rf"(?:briefing|conference|channel|radio|television|media|broadcaster|newspaper)(?: of {_PROPER})?)\b"
)
_COUNTED = ACTS - CLASHING | frozenset("incidents violations infiltrations clashes".split())
_PEOPLE = "people|civilians|soldiers|men|women|children|members|others"
_OF_TIMES = re.compile(
    rf"(?i)\s+(?:of )?(?P<unit>times|occasions|(?:(?!(?:in|on|by|of|and|from|were|{_PEOPLE})\b)[\w-]+ ){{0,2}}"
    rf"(?:{'|'.join(sorted(_COUNTED, key=len, reverse=True))}))\b"
)
# "has attacked 17 merchant ships since": each of them is an event
_OF_TARGETS = re.compile(
    r"(?i)\s+(?:of )?(?P<unit>(?:[\w-]+ ){0,2}(?:ships|vessels|tankers|villages|schools|hospitals|clinics|convoys))\b"
)
_ATTACKING = re.compile(
    r"(?i)\b(?:attacked|struck|hit|targeted|bombed|shelled|raided|hijacked|burned|torched|destroyed|sunk)\s+$"
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_LONG_SINCE = r"since(?! (?:then|dawn|midnight|noon|(?:the |this )?(?:early )?(?:morning|evening)|\w+day))"
_SPAN = (
    rf"{_LONG_SINCE}|so far|"
    r"(?:over|in|during|within|for) the (?:past|last|previous|current|course of the)|"
    rf"(?:this|last|in the|during the|per) (?:year|month)|in (?:{_MONTH}|\d{{4}})"
)
_WINDOW = cue(_SPAN)
_WIDE_WINDOW = cue(rf"{_SPAN}|since|this week|between|from")
_FEW = frozenset("two three four five 2 3 4 5".split())
"""So many may be of one day: the span must be a long one."""
_PAST = cue(
    rf"{_LONG_SINCE}|earlier this (?:month|year|week)|last (?:month|year|week)|(?:week|month|year)s? (?:ago|earlier)|"
    rf"previous(?:ly)?|in (?:{_MONTH}|\d{{4}})|recent(?:ly)?"
)


def medium_in(text: str) -> str | None:
    """Where something was said, as written ("in a post on X")."""
    found = _MEDIUM.search(unquoted(text))
    return found.group() if found else None


@dataclass(frozen=True)
class Repeated:
    """Words that count many events at once.

    Attributes:
        count: How many, as written.
        unit: What is counted, as written.
    """

    count: str
    unit: str


def repeated_in(text: str) -> Repeated | None:
    """The count of many events over a span of time ("about 150 times since October")."""
    for start, end in find_numbers(text):
        exact = text[start:end].lower() in _FEW
        if not (_WINDOW if exact else _WIDE_WINDOW).search(text):
            continue
        found = _OF_TIMES.match(text, end)
        if found is None and _ATTACKING.search(text[:start]):
            found = _OF_TARGETS.match(text, end)
        if found:
            return Repeated(text[start:end], found["unit"])
    return None


def is_recalled(text: str) -> bool:
    """Whether an act is recalled from before the news at hand, by the words around its date."""
    return bool(_PAST.search(text))
