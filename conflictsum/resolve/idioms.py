"""Speech told without a verb of speech: "laid the blame on the rebels", "brushed the charge aside", "took credit".

Each idiom settles what is done by speaking; some also say at whom the words are aimed. English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.names import Span
from conflictsum.schema import Act

PLAINTS = (
    "(?:accusation|allegation|charge|claim|report|assertion|insinuation|version|account|suggestion|reproach|complaint|"
    "criticism)s?"
)
"""Nouns for what one side says of the other, and the other denies."""
_WISHES = "(?:call|demand|offer|proposal|plan|appeal|ultimatum|truce|ceasefire|talk|request|deal)s?"
_DEED = (
    "(?:attack|raid|strike|bombing|ambush|assault|killing|shooting|blast|explosion|abduction|deed|operation|action|"
    "murder|assassination|massacre|hijacking|mine)s?"
)
_SOME = r"(?:(?!\b(?:and|but|that|who|which)\b)[^,.;:“”]){1,90}?"  # words of one phrase
_NAMED = "(?=(?:the )?(?:[a-z-]+ ){0,2}[A-Z])"
_ITS = "(?:its|his|her|their)"
_AWAY = "(?:aside|away|off)"
_BRUSHED = "(?:brush(?:es|ed|ing)|wav(?:es|ed|ing)|shrug(?:s|ged|ging)|laugh(?:s|ed|ing))"
_NAMES = "(?:tag(?:s|ged)|nam(?:es|ed)|finger(?:s|ed)|implicate[sd])"
_TAKES = "(?:takes?|took|taking|assum(?:es?|ed|ing)|accept(?:s|ed|ing)?|admit(?:s|ted|ting))"
_DOOR = "at the (?:door|feet) of"
_WHOM = "(?P<whom>)"


@dataclass(frozen=True)
class Idiom:
    """One such turn of phrase in a text.

    Attributes:
        start: Offset of its verb.
        act: What is done by speaking.
        whom: Offset of the words for whom it is aimed at, where it names them.
    """

    start: int
    act: Act
    whom: int | None


def _table(act: Act, *idioms: str) -> tuple[tuple[re.Pattern[str], Act], ...]:
    return tuple((re.compile(rf"\b(?:{words})(?!\w)"), act) for words in idioms)


_IDIOMS = (
    *_table(
        "accuse",
        r"(?:lays?|laid|laying|puts?|putting|pin(?:s|ned|ning)?|place[sd]?|heap(?:s|ed)|casts?) (?:\w+ of )?(?:the )?"
        rf"(?:\w+ )?(?:blame|responsibility|guilt)(?: for {_SOME})?(?: \w+ly)? (?:on|upon|with|{_DOOR}){_WHOM}",
        rf"(?:lays?|laid|laying) [^.;:“”]{{1,120}}? {_DOOR}{_WHOM}",
        rf"pin(?:s|ned|ning)? (?:the |this |that )?(?:\w+ )?{_DEED} on{_WHOM}",
        rf"point(?:s|ed|ing)? (?:an?|the|{_ITS}) (?:\w+ )?fingers? (?:\w+ly )?(?:at|to|towards?){_WHOM}",
        rf"point(?:s|ed) (?:\w+ly )?(?:to|at){_WHOM} {_SOME} (?:over|as the|as those)",
        rf"charge[sd]{_WHOM} {_NAMED}{_SOME} with (?:\w+ly )?\w+ing",
        r"charge[sd] that",
        rf"{_NAMES}{_WHOM} {_NAMED}{_SOME} (?:in the {_DEED}|behind|as the (?:\w+ )?(?:culprit|perpetrator|author)s?)",
        rf"(?:holds?|held){_WHOM} {_SOME} (?:\w+ly )?(?:responsible|accountable|to blame)",
        rf"(?:ascribe[sd]|attribut(?:es|ed)|impute[sd]) {_SOME} to{_WHOM}(?= {_NAMED})",
        rf"(?:sees?|saw) the hand of{_WHOM}",
    ),
    *_table("reject", rf"{_BRUSHED} (?:{_AWAY} )?{_SOME} {_WISHES}(?: {_AWAY})?"),
    *_table(
        "deny",
        rf"{_BRUSHED} (?:(?:this|that|it|them|both|{_SOME} {PLAINTS}) {_AWAY}|{_AWAY} (?:as|(?:{_SOME} )?{PLAINTS}))",
        r"(?:will|would) (?:not hear|have none|hear none) of|beg(?:s|ged) to differ|(?:takes?|took) issue with",
        rf"accept(?:s|ed) neither|pour(?:s|ed) (?:scorn|cold water) on|wash(?:es|ed) {_ITS} hands of",
        r"distance[sd] (?:it|him|her|them)sel(?:f|ves) from|(?:hits?|fired|shot) back,? (?:that|saying)",
    ),
    *_table(
        "claim_responsibility",
        rf"(?:own(?:s|ed|ing) up to|boast(?:s|ed|ing) of) (?:[\w’'-]+ ){{0,3}}{_DEED}",
        rf"{_TAKES} (?:full |sole )?(?:responsibility|credit)",
        rf"(?:takes?|took) (?:[\w’'-]+ ){{1,3}}upon (?:{_ITS}|itself|himself|themselves)",
    ),
    *_table(
        "condemn",
        r"slam(?:s|med)(?= (?!into|in|against|through|on|onto|home|shut|to|down|at|\d))",
        r"(?:takes?|took) aim at|rail(?:s|ed) against",
        r"(?:is|was|are|were) (?:\w+ly )?(?:appalled|outraged|horrified|disgusted) (?:by|at)",
        rf"(?:lash(?:es|ed)|hits?) out at{_WHOM}",
    ),
    *_table("praise", rf"(?:pays?|paid) (?:\w+ )?(?:tribute|homage) to{_WHOM}"),
    *_table("warn", r"(?:sound(?:s|ed)|rais(?:es|ed)|rang) (?:the|an) alarms?(?: bells?)?"),
    *_table("threaten", "serve[sd] notice"),
    *_table("demand", rf"g(?:ave|ives?|iven){_WHOM} {_NAMED}{_SOME} (?:until|an ultimatum|(?:hours|days) to)"),
)
_ACCUSER = r"(?:the )?(?P<who>[A-Z][\w-]*(?: (?:of |the )?[A-Z][\w-]*){0,4})"
_CHARGED = r"(?:accusation|allegation|charge|complaint)s?"
_CHARGES = (
    re.compile(rf"{_ACCUSER}(?:[’']s|(?<=s)[’']) (?:\w+ )?{_CHARGED}(?= (?:that|of|it|against|over)\b|[,.])"),
    re.compile(rf"{_CHARGED} (?:made |levelled |leveled )?(?:by|from) {_ACCUSER}"),
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|refut|rebut|trash|brush|contest|disput|repudiat)\w*)\b"
)
_NAMING = re.compile(rf"\b{_NAMES}(?: the)? ")


def find_accuser(text: str) -> Span | None:
    """Whose accusation a text tells together with its denial ("rejected *Chad*'s charge", "allegations by *Chad*").

    Args:
        text: A sentence.
    """
    if not _DENIAL.search(text):
        return None
    return next((match.span("who") for pattern in _CHARGES if (match := pattern.search(text))), None)


@lru_cache(maxsize=512)
def find_idioms(text: str) -> tuple[Idiom, ...]:
    """All such turns of phrase in a text, in order.

    Args:
        text: A sentence, its quotations blanked out.
    """
    found = [
        Idiom(match.start(), act, match.end("whom") if "whom" in pattern.groupindex else None)
        for pattern, act in _IDIOMS
        for match in pattern.finditer(text)
    ]
    actors = {start for start, _ in find_actors(text)}
    found += [
        Idiom(match.start(), "accuse", match.end())
        for match in _NAMING.finditer(text)
        if match.end() in actors  # "named the Lake Guard", but "named Ana Ruiz minister"
    ]
    first = {idiom.start: idiom for idiom in reversed(found)}
    return tuple(first[start] for start in sorted(first))
