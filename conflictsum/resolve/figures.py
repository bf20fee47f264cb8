"""Numbers whose people are told elsewhere in the sentence: other figures for them, and groups of whom none survived."""

from __future__ import annotations

import re

from conflictsum.resolve.clauses import subjects
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import read

_GIVEN = re.compile(
    r"(?i)\b(?P<verb>received?|registered|recorded|tallied|verified|documented|found|recovered|speaks?|spoke|talks?|talked|admit(?:s|ted)?|acknowledge[sd]?|concede[sd]?|claim(?:s|ed)?|gave|gives?|"
    r"counts?|counted|says?|said|reports?|reported|lists?|listed|insist(?:s|ed)?|confirm(?:s|ed)?|has|had|"
    r"puts?\s(?:it|them|the\s(?:figure|number|toll|count|losses)))"
    r"(?:\s(?:of|to|on|at))?(?:\s(?:only|just|a\s(?:\w+\s)?(?:figure|toll|number|count)\sof))?\s$"
)
# "the rebels speak of nine dead, the army of four"
_SAME_VERB = re.compile(r",\s(?:and\s)?(?:the\s)?(?P<giver>(?:[\w’'-]+\s){0,3}?[\w’'-]+)\sof\s$")
_SAID_AFTER = re.compile(
    r"(?i),?\s(?:say|says|said|according\sto)\s(?:the\s)?(?P<giver>(?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=[,.;]|\sthough|$)"
)
_BARE = re.compile(r"(?i)\s?(?:$|[.,;:)”]|of\s(?:them|those)\b|since\b|on\sits\b)")
_NO_SURVIVOR = re.compile(
    r"(?i)\b(?:(?:none|no\s?-?one|nobody|not\sone|neither)\s(?:of\s(?:them|whom)\s)?"
    r"(?:(?:ha(?:s|ve|d)\s|was\s|were\s|is\s|are\s)?(?:survived?|lived|alive|got\sout(?:\salive)?|came\sout(?:\salive)?|"
    r"made\sit|(?:been\s)?(?:dug|pulled|brought)\sout\salive))|"
    r"no\ssurvivors|without\ssurvivors)\b"
)


def another_giver(text: str, number: Span) -> Span | None:
    """Who gives a bare number, which counts people told of before: "*the army* admits to four".

    Args:
        text: A sentence.
        number: Span of the number.

    Returns:
        Span of the giver, article included; None where the number is no such figure.
    """
    before = text[: number[0]]
    said = _SAID_AFTER.match(text, number[1]) if before.endswith("; ") else None
    if said:
        return said.span("giver")
    if not _BARE.match(text, number[1]):
        return None
    if same := _SAME_VERB.search(before):
        return same.span("giver")
    verb = _GIVEN.search(before)
    return _subject(text, verb.start("verb")) if verb else None


def _subject(text: str, verb: int) -> Span | None:
    sentence = read(text)
    at = sentence.position(verb)
    if sentence.low(at - 1) in {"itself", "themselves", "himself", "herself"}:
        at -= 1
    givers = subjects(sentence, at)
    return sentence.span(sentence.bare(givers[-1]), givers[-1].last) if givers else None


def all_died(text: str, numbers: list[Span]) -> list[Span]:
    """The number of a group of whom nobody lived: "*four* men drove over a mine; none survived".

    Args:
        text: A sentence.
        numbers: Numbers of people in it, in text order.
    """
    told = _NO_SURVIVOR.search(text)
    before = [number for number in numbers if told and number[1] <= told.start()]
    return before[-1:]
