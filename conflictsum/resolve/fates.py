"""Words for what befell people: killed, wounded, missing, captured; each with the side its number stands on.

English. "Killing nine" counts what follows, "nine were killed" and "nine died" what stands before, "a toll of nine" and
"nine deaths" either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from conflictsum.resolve.names import Span

Fate = Literal["killed", "wounded", "missing", "captured"]
FATES: tuple[Fate, ...] = get_args(Fate)
Side = Literal["before", "after", "either"]

_LIMB = (
    r"(?:head|face|neck|eyes?|shoulders?|arms?|hands?|fingers?|chest|back|stomach|abdomen|belly|hips?|legs?|thighs?|"
    r"knees?|foot|feet|toes?|ankles?|throat|jaw|ears?)"
)
_PASSIVE = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|being|get|got)(?:n[’']t)?\s(?:(?:\w+ly|also|then|later|not|all|both|themselves|"
    r"shot and|either)\s){0,3}$"
)
# what opens no object: "killed in", "wounded when", "killed and"
_NO_OBJECT = re.compile(
    r"(?i)\s*(?:$|[^\w\s“\"]|(?:in|on|at(?!\sleast)|by|with|from|near|after|during|when|for|since|as(?!\smany)|before|"
    r"within|inside|outside|under(?!\s\d)|over(?!\s\d)|while|and|or|but|to|there|that|who|which|along|across|until|"
    r"overnight|yesterday|early|late|today|"
    r"here|alongside|together|instantly|immediately|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|\w+ly\b)"
)
_COUNTING = re.compile(r"(?i)\b(?:number|count|total|tally|figure)\s(?:of|for)\s(?:(?!of\b)[\w’'“”-]+\s){0,4}$")

# past participles, which are passive or active by the words around them
_DONE: dict[Fate, str] = {
    "killed": (
        r"killed|murdered|massacred|beheaded|executed|assassinated|martyred|neutrali[sz]ed|eliminated|slaughtered|"
        r"gunned down|(?:shot|stabbed|beaten|hacked)(?: dead| and killed| to death)|exterminated|"
        r"torn (?:apart|to pieces)|put out of action"
    ),
    "wounded": r"wounded|injured|hurt|harmed|maimed",
    "missing": r"(?!)",
    "captured": r"abducted|kidnapped|captured|taken (?:away|hostage|captive|prisoner)|carried off",
}
_ACTIVE: dict[Fate, str] = {
    "killed": (
        r"kill(?:s|ing)?|murder(?:s|ing)|massacring|beheading|executing|assassinating|martyring|neutrali[sz]ing|"
        r"slaughtering|gunning down|(?:lost|losing)(?= (?:\w+ )?(?:[\w-]+ ){0,3}(?:men|women|soldiers|fighters|troops|"
        r"comrades|members|people|officers|policemen))|"
        r"claim(?:s|ed|ing)(?= (?:at least |more than |the )?(?:[\w-]+ ){1,4}lives)"
    ),
    "wounded": r"wound(?:s|ing)?|injur(?:e|es|ing)|hurting|maiming",
    "missing": r"(?!)",
    "captured": (
        r"abducting|kidnapping|capturing|(?:took|taking|taken|holding|free|frees|freed|freeing|releas(?:e of|ed|ing)|"
        r"marched|seized|herded)(?= (?:(?!to\b|from\b|in\b|on\b)[\w’'-]+ ){0,4}(?:people|persons|men|women|children|"
        r"girls|boys|pupils|students|passengers|civilians|villagers|residents|soldiers|policemen|officers|teachers|"
        r"workers|crew|farmers|hostages|captives|sailors|fishermen|drivers|nurses|doctors|employees|"
        r"of (?:them|his|her|its|their|the)))"
    ),
}
_SUFFERED: dict[Fate, str] = {
    "killed": (
        r"die[sd]?|dying|perished|drowned|succumbed|(?:lost|gave|given|giving) their li(?:ves|fe)|"
        r"(?:lost|gave) h(?:is|er) life|embraced martyrdom|paid the (?:supreme|ultimate) (?:price|sacrifice)|"
        r"fell(?= there| in (?:battle|action|combat|the (?:fighting|line))|[.,;])|"
        r"(?:was|were|is|are|been) dead|lay dead|bled to death|burned to death"
    ),
    "wounded": (
        r"suffer(?:ed|ing)? (?:[\w-]+ ){0,3}(?:burns|wounds|injuries)|"
        rf"lost (?:a|an|his|her|their|both|two|three|four) {_LIMB}|"
        rf"(?:hit|struck|shot|stabbed|burned|cut|grazed) (?:in|on|through) (?:the|his|her|their|both|an?) {_LIMB}|"
        r"(?:treated|operated on) (?:in|at|for)|hospitali[sz]ed|(?:taken|brought|admitted) to (?:a |the )?hospital|"
        r"in hospital|being treated|(?:with|of|from) (?:[\w-]+ ){0,2}wounds|splinter injuries|cut by|"
        r"knocked unconscious"
    ),
    "missing": (
        r"missing|unaccounted for|vanished|disappeared|not been (?:found|heard of|seen)(?: since)?|feared trapped|"
        r"still trapped"
    ),
    "captured": (
        r"(?:being )?held (?:hostage|captive|prisoner|on)|(?:is|are|were|was) being held|taken from|in captivity"
    ),
}
_NOUNS: dict[Fate, str] = {
    "killed": r"dead|deaths?|fatalit(?:y|ies)|bodies|corpses|casualties|loss of life|lives|losses|martyrs|toll|slain",
    "wounded": r"wounded|injured|injur(?:y|ies)|casualties",
    "missing": r"missing",
    "captured": r"hostages?|captives|prisoners of war|abductees",
}
_NUMBER_FOLLOWS = re.compile(
    r"(?i)(?:\s(?:to|at|of|as|was|were|is|are|reached|reaches|passed|topped|exceeded|below|above|from|now|since|"
    r"stands|stood|been|has|had|put|rise|risen|rose)|:|\sof (?:the|their|its|our|his)|“|\s“)\s*$"
)


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
    found: list[Cue] = []
    for fate in FATES:
        for pattern, noun in ((_VERBS[fate], False), (_NOUN_CUES[fate], True)):
            for match in pattern.finditer(text):
                found += _read(text, fate, match, noun=noun)
    return sorted(found, key=lambda cue: cue.span)


def _read(text: str, fate: Fate, match: re.Match[str], *, noun: bool) -> Iterator[Cue]:
    start, end = match.span()
    counted = bool(_COUNTING.search(text[:start]))
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
    return _NUMBER_FOLLOWS.search(text[cue.span[1] : number[0]]) is not None


_VERBS = {
    fate: re.compile(
        rf"(?i)\b(?:(?P<suffered>{_SUFFERED[fate]})|(?P<done>{_DONE[fate]})|(?P<active>{_ACTIVE[fate]}))\b"
    )
    for fate in FATES
}
_NOUN_CUES = {fate: re.compile(rf"(?i)\b(?:{_NOUNS[fate]})\b") for fate in FATES}
