"""Which numbers of a sentence count dead and which wounded, by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.counts import find_numbers

Span = tuple[int, int]

_KILLED = re.compile(
    r"(?i)\b(?:kill(?:s|ed|ing)?|dead|died|dies|deaths?|fatalit\w+|lives|slain|perish\w*|bodies|corpses|"
    r"martyr\w*|murder\w*|"
    r"massacr\w+|behead\w*|executed|toll|casualties|assassinat\w+|neutrali[sz]ed|eliminated|losses|"
    r"loss\sof\slife|gunned\sdown|"
    r"shot\sdead)\b"
)
_WOUNDED = re.compile(
    r"(?i)\b(?:wound(?:s|ed|ing)?|injur\w+|hurt|harmed|maim\w*|casualties|suffered\sburns|burned\son|"
    r"treated\s(?:in|at)|hospitali[sz]ed)\b"
)
# words before a number that count it: "killing nine", "a toll of 12", "the bodies of three"
_BEFORE = re.compile(
    r"(?i)^(?:kill|shot|gunned|wound|injur|maim|murder|massacr|behead|claim|toll|deaths|dead|bodies|lives|"
    r"casualties|losses)"
)
_PASSIVE = re.compile(r"(?i)\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s|also\s)?$")
_BREAK = re.compile(r"[.;:“”\"]|,\s+(?:while|but|after|and that)\b|\b(?:while|but|after|which)\b")
_FARTHEST = 60  # characters between a number and the word that says what it counts
_NOBODY = re.compile(
    r"(?i)\b(?P<none>no(?:body|\s?-?one)?|not\s(?:a\ssingle|one)|none|zero)\b(?!\s(?:fewer|less|"
    r"more)\b)(?P<rest>[^.;:“”\"]*)"
)
_CLAUSE = re.compile(r",|\b(?:but|while|though|although)\b")


_VERB = (
    r"(?:was|were|are|is|have|has|had|been|being|died|dead|killed|wounded|injured|hurt|said|in|on|at|by|from|"
    r"and|or|as|of|when|"
    r"while|who|that|with|including|among|after|before|more|during|since|than|to|for|were|also|later|suffered|"
    r"lost|missing)"
)
_PEOPLE = re.compile(
    rf"\s(?:(?:of\s)?(?:the|its|their|his)\s)?(?P<people>(?!{_VERB}\b)[\w’'-]+(?:\s(?!{_VERB}\b)[\w’'-]+){{0,4}})"
)


@dataclass(frozen=True)
class Tolls:
    """Numbers of people by what befell them, as spans in text order.

    Attributes:
        killed: Numbers of dead.
        wounded: Numbers of wounded.
    """

    killed: tuple[Span, ...]
    wounded: tuple[Span, ...]


def find_tolls(text: str) -> Tolls:
    """Sorts the numbers of a sentence to the nearest word of death or injury.

    A number that stands near both, as in "no casualties", counts for both; "nobody was hurt" denies both, "nobody was
    killed" death only.

    Args:
        text: A sentence.
    """
    killed, wounded = _nobody(text)
    none = [*killed, *wounded]
    numbers = [span for span in find_numbers(text) if not any(span[0] < end and start < span[1] for start, end in none)]
    for span in numbers:
        to_killed = _distance(text, span, _KILLED, numbers)
        to_wounded = _distance(text, span, _WOUNDED, numbers)
        if to_killed <= min(to_wounded, _FARTHEST):
            killed.append(span)
        if to_wounded <= min(to_killed, _FARTHEST):
            wounded.append(span)
    return Tolls(tuple(sorted(killed)), tuple(sorted(wounded)))


def _nobody(text: str) -> tuple[list[Span], list[Span]]:
    """Spans of "no", "nobody", "none" that deny deaths, and of those that deny injuries."""
    killed: list[Span] = []
    wounded: list[Span] = []
    for match in _NOBODY.finditer(text):
        clause = _CLAUSE.split(match["rest"], maxsplit=1)[0][: _FARTHEST + 20]
        hurt = bool(_WOUNDED.search(clause))
        if hurt or _KILLED.search(clause):
            killed.append(match.span("none"))
        if hurt:
            wounded.append(match.span("none"))
    return killed, wounded


def people_after(text: str, number: Span) -> str | None:
    """The words for the people a number counts ("at least two *militants*"), number included; None for a bare number.

    Args:
        text: A sentence.
        number: Span of the number in it.
    """
    people = _PEOPLE.match(text, number[1])
    if people:
        return text[number[0] : people.end()]
    return (
        text[slice(*number)]
        if " " in text[slice(*number)] and text[slice(*number)][:2].lower() in {"a ", "an"}
        else None
    )


def _distance(text: str, span: Span, cue: re.Pattern[str], numbers: list[Span]) -> int:
    """Characters to the nearest such word that may count a number; far where a break or another number lies between.

    Before the number only words that take one ("killing nine", not "was killed"), which count as a little farther.
    """
    nearest = 10_000
    for match in cue.finditer(text):
        after = match.start() >= span[1]
        if not after and (not _BEFORE.match(match.group()) or _PASSIVE.search(text[: match.start()])):
            continue
        start, end = (span[1], match.start()) if after else (match.end(), span[0])
        barred = _BREAK.search(text[start:end]) or any(start <= other[0] < end for other in numbers)
        nearest = min(nearest, end - start + (1_000 if barred else 0) + (0 if after else 4))
    return nearest
