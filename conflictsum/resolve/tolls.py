"""Which numbers of a sentence count dead, wounded, missing and captured people, by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.fates import FATES, Cue, Fate, cues, number_may_follow
from conflictsum.resolve.individuals import single_victims
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import read
from conflictsum.resolve.victims import counts_things, without_appositions

_FARTHEST = 60  # characters between a number and the word that says what it counts
_FARTHEST_TOLL = 160  # "the number of people killed in ... has risen to 68"
_NOUN_GAP = re.compile(r"(?:\s[\w’'-]+){0,3}\s|\s?")
_BREAK = re.compile(r"[.;:“”\"]|,\s+(?:while|but|after|and that)\b|\b(?:while|but|after|which|whose)\b")
_NOT_ITS_OBJECT = re.compile(
    r"(?i)\b(?:in|on|at(?!\sleast)|by|with|from|near|during|when|where|for|since|before|within|inside|into|under|who|"
    r"that|as(?!\smany))\b"
)
_NOBODY = re.compile(
    r"(?i)\b(?P<none>no(?:body|\s?-?one)?|not\s(?:a\ssingle|one)|none|zero)\b(?!\s(?:fewer|less|more)\b)"
    r"(?P<rest>[^.;:“”\"]*)"
)
_NOBODY_AFTER = re.compile(
    r"(?i)\b(?:kill(?:ed|ing)|(?P<hurt>hurt(?:ing)?|injur(?:ed|ing)|wound(?:ed|ing)|harm(?:ed|ing)))\s(?P<none>nobody|no\s?-?one|none)\b"
)
_CLAUSE = re.compile(r",|\b(?:but|while|though|although)\b")
_DEATH = re.compile(
    r"(?i)\b(?:kill(?:s|ed)?|dead|died?|dies|deaths?|fatalit\w+|casualties|loss\sof\slife|losses|perished|slain)\b"
)
# "nobody was hit", unlike "no house was hit"
_HARM = re.compile(r"(?i)\b(?:wounded|injur\w+|hurt|harmed|casualties)\b")
_HIT = re.compile(r"(?i)\s(?:was|were|is|had been|has been)\s(?:hit|struck)\b")
# groups that are not the whole: "two of them children", "among them a judge", "including three women"
_PART_BEFORE = re.compile(
    r"(?i)\b(?:includ(?:ing|ed|es)|among\s(?:them|these|those\skilled|the\s(?:dead|killed|wounded|injured|victims))|"
    r"of\swhom|(?:one|two|some|most|many)\sof\s(?:them|whom))(?:\swere|\swas|\sare|:)?,?"
    r"(?:\s(?:(?!killed|wounded|injured|died|missing|were|was)[\w’'-]+(?:,(?!\sand\b))?)){0,6}?\s$"
)
_PART_AFTER = re.compile(
    r"(?i)\s(?:(?:more|others?)\s)?of\s(?:them|whom|these|those|the\s(?:dead|killed|wounded|injured|victims|captives))"
    r"(?!\s(?:have\s|had\s|has\s|were\s|was\s)?(?:later\s|also\s|been\s)?"
    r"(?:died|killed|wounded|injured|missing|hostage|captive|prisoner)\b)"
)
_OLD_BEFORE = re.compile(
    r"(?i)\b(?:earlier|previous|initial|first|provisional|preliminary|original)\s(?:\w+\s){0,2}?"
    r"(?:toll|figure|count|number|estimate|report)s?\s(?:of|as|at)\s$|"
    r"\b(?:up|down|rising|risen|rose|raised|revised|increased|climbed|lifted|grew)\b[^.;]{0,60}\bfrom\s$|"
    r"\bfirst\s(?:given|put|reported|counted|announced)\b[^.;,]{0,50}\s(?:as|at)\s$|\bnot\s$"
)
_DIED_OF_IT = re.compile(r"[^.;:“”\"]{1,50}?\sand\s(?:\w+\s){0,2}?(?:died|bled\sto\sdeath|succumbed)\b")
# up to six words in quotation marks are a term, not speech
_TERM = re.compile(r"[“\"](?=\w)(?:[\w’'-]+\s){0,5}[\w’'-]+[”\"]")
_ORDER = re.compile(
    r"(?i)\b(?:ignore|disregard|discard|forget)\s(?:all|any|every|everything|the|this|these|previous)\b|"
    r"<\/?(?:assistant|system|user)>|\bsystem\snote\b|\badd\san?\s(?:event|record|entry)\b|"
    r"\b(?:must|and|please|then)\swrite\s(?:down\s)?that\b"
)


@dataclass(frozen=True, slots=True)
class Loss:
    """A number of people and what befell them.

    Attributes:
        fate: What.
        number: The words that give the number: a numeral, "nobody", "a farmer", the name of one person.
        earlier: Whether it is an older toll, which the sentence replaces ("raised the toll *from nine* to 12").
    """

    fate: Fate
    number: Span
    earlier: bool = False


@dataclass(frozen=True)
class Tolls:
    """Numbers of people by what befell them, as spans in text order; those that are replaced left out.

    Attributes:
        killed: Numbers of dead.
        wounded: Numbers of wounded.
        missing: Numbers of missing.
        captured: Numbers of captured or abducted.
    """

    killed: tuple[Span, ...]
    wounded: tuple[Span, ...]
    missing: tuple[Span, ...] = ()
    captured: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.killed or self.wounded or self.missing or self.captured)


def find_tolls(text: str) -> Tolls:
    """Sorts the numbers of a sentence by what befell the people they count.

    A number that stands near words of death and of injury, as in "no casualties", counts for both; "nobody was hurt"
    denies both, "nobody was killed" death only.

    Args:
        text: A sentence.
    """
    plain, offsets = without_term_marks(text)
    found = [loss for loss in find_losses(plain) if not loss.earlier]
    spans: dict[Fate, tuple[Span, ...]] = {
        fate: tuple((offsets[loss.number[0]], offsets[loss.number[1] - 1] + 1) for loss in found if loss.fate == fate)
        for fate in FATES
    }
    return Tolls(**spans)


def without_term_marks(text: str) -> tuple[str, list[int]]:
    """A text without the quotation marks around single terms ("59 militants were “neutralised”").

    Returns:
        The text, and for each of its characters the offset in the original.
    """
    marks = {at for match in _TERM.finditer(text) for at in (match.start(), match.end() - 1)}
    kept = [at for at in range(len(text)) if at not in marks]
    return "".join(text[at] for at in kept), kept


def find_losses(text: str) -> list[Loss]:
    """All numbers of people whom something befell, in text order; parts of a group that is counted itself left out.

    Args:
        text: A sentence. One that orders a reader or a machine to write something, or asks, tells of nobody.
    """
    if _ORDER.search(text):
        return []
    losses = _nobody(text)
    none = [loss.number for loss in losses]
    told = cues(text)
    numbers = [span for span in find_numbers(text) if _counts_people(text, span) and not _overlaps(span, none)]
    singles = [span for span in single_victims(text, told) if not _overlaps(span, [*none, *numbers])]
    whole = without_appositions(text, sorted(span for span in (*numbers, *singles) if not _is_part(text, span)))
    earlier = [span for span in whole if _OLD_BEFORE.search(text[: span[0]])]
    for span in whole:
        others = [other for other in whole if other == span or other not in earlier]
        distances = {fate: _distance(text, span, fate, told, others) for fate in {cue.fate for cue in told}}
        nearest = min(distances.values(), default=_FARTHEST_TOLL + 1)
        if nearest > _FARTHEST_TOLL:
            continue
        fates = [fate for fate, distance in distances.items() if distance == nearest]
        if fates == ["wounded"] and _DIED_OF_IT.match(text, span[1] + nearest):
            fates = ["killed"]
        losses += [Loss(fate, span, span in earlier) for fate in fates]
    return sorted(losses, key=lambda loss: (loss.number, loss.fate))


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _counts_people(text: str, span: Span) -> bool:
    """Whether a number may count people: no things, and it is not asked for."""
    ending = re.search(r"[.?!]", text[span[1] :])
    return not counts_things(text, span) and (ending is None or ending.group() != "?")


def _is_part(text: str, span: Span) -> bool:
    return bool(_PART_BEFORE.search(text[: span[0]]) or _PART_AFTER.match(text[span[1] :]))


def _nobody(text: str) -> list[Loss]:
    """ "No", "nobody", "none" that deny deaths, and those that deny injuries."""
    found: list[Loss] = []
    for match in _NOBODY.finditer(text):
        clause = _CLAUSE.split(match["rest"], maxsplit=1)[0][: _FARTHEST + 20]
        persons = match["none"].lower() not in {"no", "zero"}
        hurt = bool(_HARM.search(clause)) or (persons and bool(_HIT.match(clause)))
        if hurt or _DEATH.search(clause):
            found.append(Loss("killed", match.span("none")))
        if hurt:
            found.append(Loss("wounded", match.span("none")))
    for match in _NOBODY_AFTER.finditer(text):
        span = match.span("none")
        found = [loss for loss in found if loss.number != span]
        found += [Loss("killed", span), *([Loss("wounded", span)] if match["hurt"] else [])]
    return found


def _distance(text: str, span: Span, fate: Fate, told: list[Cue], numbers: list[Span]) -> int:
    """Characters to the nearest word that tells this of the people a number counts; beyond all limits where none."""
    reached = [_reach(text, span, cue, numbers) for cue in told if cue.fate == fate and not _overlaps(cue.span, [span])]
    inside = [0 for cue in told if cue.fate == fate and cue.noun and _overlaps(cue.span, [span])]
    return min([*reached, *inside], default=_FARTHEST_TOLL + 1)


def _reach(text: str, span: Span, cue: Cue, numbers: list[Span]) -> int:
    """Characters between a number and a word that counts it; more than any limit where it does not."""
    far = _FARTHEST_TOLL + 1
    after = cue.span[0] >= span[1]
    if (cue.side == "before") is not after and cue.side != "either":
        return far
    start, end = (span[1], cue.span[0]) if after else (cue.span[1], span[0])
    gap = text[start:end]
    if _BREAK.search(gap) and not (cue.noun and gap.strip() in {":", "“"}):
        return far
    between = [other for other in numbers if start <= other[0] < end]
    if between and not _coordinated(text, [*between, span]):
        return far
    if cue.noun and not after:
        limit = _FARTHEST_TOLL if number_may_follow(text, cue, span) else -1
    elif cue.noun:
        limit = _FARTHEST if _NOUN_GAP.fullmatch(gap) else -1
    else:
        limit = _FARTHEST if after or not _NOT_ITS_OBJECT.search(gap) else -1
    return end - start + (0 if after else 4) if end - start <= limit else far


def _coordinated(text: str, numbers: list[Span]) -> bool:
    """Whether "and" or commas join noun phrases with these numbers: "*four* nurses, *two* guards and *a* driver"."""
    sentence = read(text)
    ordered = sorted(numbers)
    for (_, end), (start, _) in pairwise(ordered):
        between = [word for word in sentence.words if end <= word.start < start]
        if not between or between[-1].low not in {"and", ",", "or"}:
            return False
        if any(word.tag not in {"word", "of", "determiner", "number"} for word in between[:-1] if word.low != ","):
            return False
    return True
