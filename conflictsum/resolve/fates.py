"""Words for what befell people: killed, wounded, missing, captured; each with the side its number stands on.

English. "Killing nine" counts what follows, "nine were killed" and "nine died" what stands before, "a toll of nine" and
"nine deaths" either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.fate_words import ACTIVE, DONE, FATES, NOUNS, PEOPLE, SUFFERED, Fate
from conflictsum.resolve.names import Span

Side = Literal["before", "after", "either"]

_PASSIVE = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|being|get|gets|got|stands?|stood|feared|believed|presumed)(?:n[’']t)?\s"
    r"(?:(?:\w+ly|also|then|later|not|all|both|"
    r"themselves|shot and|either|confirmed|reported|feared|believed|presumed|now|already|so far)\s){0,3}$"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SPAN_OF_TIME = r"(?:days?|weeks?|months?|years?|hours?|minutes?|mornings?|evenings?|nights?|afternoons?)"
# what opens no object: "killed in", "wounded when", "killed and", "killed a day earlier"
_NO_OBJECT = re.compile(
    r"(?i)\s*(?:$|[^\w\s“\"]|(?:in|on|at(?!\sleast)|by|with|from|near|after|during|when|for|since|as(?!\smany)|before|"
    r"within|inside|outside|under(?!\s\d)|over(?!\s\d)|while|and|or|but|to|there|that|who|which|along|across|until|"
    r"amid|among|because|where|despite|following|throughout|beside|behind|beneath|opposite|amidst|off|not|"
    r"earlier|later|so\sfar|again|"
    rf"overnight|yesterday|early|late|today|here|alongside|together|instantly|immediately|{_WEEKDAY}|"
    rf"(?:last|this|that|the\s(?:same|previous|next))\s(?:{_SPAN_OF_TIME}|{_WEEKDAY}|week|spring|summer|autumn|winter)|"
    rf"(?:a|an|one|two|three|four|five|six|seven|several|\d+|a\sfew)\s{_SPAN_OF_TIME}\s(?:ago|earlier|before|later|after)"
    r")\b|\w+ly\b)"
)
_COUNTING = re.compile(
    r"(?i)(?P<vague>\ban?\s(?:\w+\s)?)?\b(?:number|count|total|tally|figure)\s(?:of|for)\s"
    r"(?P<people>(?:(?!of\b)[\w’'“”-]+\s){0,4})$"
)
_NUMBER_FOLLOWS = re.compile(
    r"(?i)(?:\s(?:to|at|of|as|was|were|is|are|reached|reaches|passed|topped|exceeded|below|above|from|now|since|"
    r"stands|stood|been|has|had|put|rise|risen|rose|totalled|totaled|totals?|numbered|hit|climbed)|:|"
    r"\sof (?:the|their|its|our|his)(?: other| remaining)?|“|\s“|\s(?:being|standing|coming) (?:at|to))\s*$"
)
_NUMBERED = re.compile(r"(?i),\s$")  # "the number of wounded, nine,"
_NEGATED = re.compile(r"(?i)(?:\b(?:not|never|nor)|n[’']t)\s(?:(?:been|being|yet)\s)?$")
_OF_MEN = re.compile(r"(?i)f[ae]ll(?:s|en)?|seized")  # of towns and goods as well
_MEN_BEFORE = re.compile(rf"(?i)(?<!number of )\b{PEOPLE}\b(?:[^.;:“”]{{0,40}})$")
_COMPARED = re.compile(r"(?i)\b(?:number|toll|figure|rate|share)\s(?:of|for)\b[^.;:]*$")
# "Killed in the blast were two guards"
_INVERTED = re.compile(
    r"(?:^|[.;:]\s|\b[Aa]lso\s)(?P<word>(?i:killed|dead|wounded|injured|hurt|missing|captured|abducted|kidnapped))\b"
    r"(?:\s(?!was|were|is|are)[\w’'-]+){0,8}\s(?:was|were|is|are)\b"
)
_INVERTED_FATES: dict[str, Fate] = {
    "killed": "killed",
    "dead": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "hurt": "wounded",
    "missing": "missing",
    "captured": "captured",
    "abducted": "captured",
    "kidnapped": "captured",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says what befell people.

    Attributes:
        fate: What.
        span: Where it stands.
        side: On which side of it the number stands.
        noun: Whether it is a noun, whose number stands right beside it or after "to", "at", "of".
    """

    fate: Fate
    span: Span
    side: Side
    noun: bool = False


def cues(text: str) -> list[Cue]:
    """All words of a text that say what befell people; a word of two readings is two cues."""
    found = [
        Cue(_INVERTED_FATES[match["word"].lower()], (match.start("word"), match.end()), "after")
        for match in _INVERTED.finditer(text)
    ]
    inverted = [cue.span for cue in found]
    for fate in FATES:
        for pattern, noun in ((_VERBS[fate], False), (_NOUN_CUES[fate], True)):
            for match in pattern.finditer(text):
                if not any(start <= match.start() < end for start, end in inverted):
                    found += _read(text, fate, match, noun=noun)
    return sorted(found, key=lambda cue: cue.span)


def _read(text: str, fate: Fate, match: re.Match[str], *, noun: bool) -> Iterator[Cue]:
    start, end = match.span()
    if (
        match.lastgroup == "suffered"
        and _OF_MEN.fullmatch(match.group())
        and (not _MEN_BEFORE.search(text[:start]) or _COMPARED.search(text[:start]))
    ):
        return
    if not noun and _NEGATED.search(text[:start]):
        return
    counting = _COUNTING.search(text[:start])
    counted = counting is not None and not (counting["vague"] or find_numbers(counting["people"]))
    if noun or counted:
        yield Cue(fate, (start, end), "after" if counted or match.group().lower() == "toll" else "either", noun=True)
    elif match.lastgroup == "active":
        yield Cue(fate, (start, end), "after")
    elif match.lastgroup == "suffered" or _PASSIVE.search(text[:start]):
        yield Cue(fate, (start, end), "before")
    else:
        yield Cue(fate, (start, end), "before" if _NO_OBJECT.match(text, _past_pair(text, end)) else "after")


def _past_pair(text: str, end: int) -> int:
    """Where "killed or wounded", "killed and injured" ends."""
    pair = re.match(r"(?i)\s(?:and|or)\s(?:wounded|injured|hurt)\b", text[end:])
    return end + pair.end() if pair else end


def number_may_follow(text: str, cue: Cue, number: Span) -> bool:
    """Whether the words between a noun and a number after it let the number count it ("toll *rose to* 41")."""
    gap = text[cue.span[1] : number[0]]
    return _NUMBER_FOLLOWS.search(gap) is not None or (cue.side == "after" and _NUMBERED.fullmatch(gap) is not None)


_VERBS = {
    fate: re.compile(rf"(?i)\b(?:(?P<suffered>{SUFFERED[fate]})|(?P<done>{DONE[fate]})|(?P<active>{ACTIVE[fate]}))\b")
    for fate in FATES
}
_NOUN_CUES = {fate: re.compile(rf"(?i)\b(?:{NOUNS[fate]})\b") for fate in FATES}
