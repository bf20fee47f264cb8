"""Which numbers of a sentence count dead, wounded, missing and captured people, by the words beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from conflictsum.resolve.causes import is_natural
from conflictsum.resolve.clauses import subjects
from conflictsum.resolve.counts import find_numbers, read_count
from conflictsum.resolve.fate_words import FATES, Fate
from conflictsum.resolve.fates import Cue, cues, number_may_follow
from conflictsum.resolve.figures import all_died, another_giver
from conflictsum.resolve.individuals import single_victims
from conflictsum.resolve.losses import Loss, joined, without_grades
from conflictsum.resolve.names import Span, overlap
from conflictsum.resolve.once import read_once
from conflictsum.resolve.phrases import read
from conflictsum.resolve.victims import counts_things, without_appositions
from conflictsum.resolve.zeros import find_zeros, is_open

_FARTHEST = 60  # characters between a number and the word that says what it counts
_FARTHEST_TOLL = 160  # "the number of people killed in ... has risen to 68"
_NOUN_GAP = re.compile(r"(?:\s[\w’'-]+){0,3}\s|\s?")
# "one and injured 14" begins anew, "nine dead and wounded" goes on
_ANEW = re.compile(r"(?i)(?<!dead)(?<!killed)(?<!wounded)(?<!injured)\s(?:and|or|but)\s$")
_OF_THE = re.compile(r"(?i)\sof\s(?:the|its|their|those|these|his|her)\s(?:\w+ly\s)?")
_BREAK = re.compile(r"[.;:“”\"]|,\s+(?:while|but|after|and that)\b|\b(?:while|but|after|which|whose)\b")
_NOT_ITS_OBJECT = re.compile(
    r"(?i)\b(?:in|on|at(?!\sleast)|by|with|from|near|during|when|where|for|since|before|within|inside|into|under|who|"
    r"that|as(?!\smany))\b"
)
# groups that are not the whole: "two of them children", "among them a judge", "including three women"
_PART_BEFORE = re.compile(
    r"(?i)\b(?:includ(?:ing|ed|es)|among\s(?:them|these|those\skilled|the\s(?:dead|killed|wounded|injured|victims))|"
    r"of\swhom|(?:condition|state)\sof|(?:one|two|some|most|many)\sof\s(?:them|whom))(?:\swere|\swas|\sare|:)?,?"
    r"(?P<tail>(?:\s(?:(?!killed|wounded|injured|died|missing|were|was)[\w’'-]+(?:,(?!\sand\b))?)){0,6}?)\s$"
)
_PART_AFTER = re.compile(
    r"(?i)\s(?:(?:more|others?)\s)?of\s(?:them|whom|these|those(?!\s(?:on|in|inside|aboard|at|present)\b)|"
    r"the\s(?:dead|killed|wounded|injured|victims|captives))"
    r"(?!\s(?:hostage|captive|prisoner)\b)|\s(?:[\w’'-]+\s){0,3}among\sthem\b"
)
_AUXILIARIES = re.compile(
    r"(?:,[^.;:]{1,60},)?\s(?:(?:have|had|has|were|was|is|are|been|later|also|then|since|\w+ly)\s)*"
)
_NONE = re.compile(r"(?i)\bnone\b")
_BOTH = re.compile(r"(?i),\s(?:both|all)$")
_OLD_BEFORE = re.compile(
    r"(?i)\b(?:earlier|previous|initial|first|provisional|preliminary|original)\s(?:\w+\s){0,2}?"
    r"(?:toll|figure|count|number|estimate|report)s?\s(?:of|as|at)\s$|"
    r"\b(?:up|down|rising|risen|rose|raised|revised|increased|climbed|lifted|grew)\b[^.;]{0,60}\bfrom\s$|"
    r"\bfirst\s(?:given|put|reported|counted|announced)\b[^.;,]{0,50}\s(?:as|at)\s$|\bnot\s$"
)
_DIED_OF_IT = re.compile(r"[^.;:“”\"]{1,50}?\sand\s(?:\w+\s){0,2}?(?:died|bled\sto\sdeath|succumbed)\b")
# up to seven words in quotation marks are a term, not speech
_TERM = re.compile(r"[“\"](?=\w)(?:[\w’'-]+\s){0,6}[\w’'-]+[”\"]")
_ORDER = re.compile(
    r"(?i)\b(?:ignore|disregard|discard|forget)\s(?:all|any|every|everything|the|this|these|previous)\b|"
    r"<\/?(?:assistant|system|user)>|\bsystem\snote\b|\badd\san?\s(?:event|record|entry)\b|"
    r"\b(?:must|and|please|then)\swrite\s(?:down\s)?that\b"
)


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


@read_once
def find_losses(text: str) -> list[Loss]:
    """All numbers of people whom something befell, in text order; parts of a group that is counted itself left out.

    Args:
        text: A sentence. One that orders a reader or a machine to write something, asks, or tells of disease and
            weather alone, tells of nobody.
    """
    if _ORDER.search(text) or is_natural(text):
        return []
    denied = [Loss(fate, span) for fate, span in find_zeros(text)]
    none = [loss.number for loss in denied]
    told = cues(text)
    numbers = [span for span in _apart(find_numbers(text), none) if _counts_people(text, span)]
    singles = _apart(single_victims(text, told), [*none, *numbers])
    whole = without_appositions(text, sorted(span for span in (*numbers, *singles) if not _is_part(text, span, told)))
    losses = _befallen(text, whole, told)
    losses += [Loss("killed", span) for span in all_died(text, whole) if span not in {loss.number for loss in losses}]
    losses = joined(text, without_grades(text, sorted(losses, key=_order)), lambda span: _is_single(text, span))
    return sorted([*denied, *losses, *_other_figures(text, whole, losses)], key=_order)


def _order(loss: Loss) -> tuple[Span, Fate]:
    return loss.number, loss.fate


def _befallen(text: str, whole: list[Span], told: list[Cue]) -> list[Loss]:
    """What befell the people that each number counts, by the nearest word that tells it."""
    losses: list[Loss] = []
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
    return losses


def _other_figures(text: str, whole: list[Span], losses: list[Loss]) -> list[Loss]:
    """Figures that others give for the same people: "six died, said the medics; the army admits to *four*"."""
    known = {loss.number for loss in losses}
    bare = [
        *(span for span in whole if not _is_described(text, span)),
        *(match.span() for match in _NONE.finditer(text)),
    ]
    found: list[Loss] = []
    for span in sorted(bare):
        before = [loss for loss in losses if loss.number[1] < span[0] and not loss.earlier]
        giver = another_giver(text, span) if before and span not in known else None
        if giver:
            found.append(Loss(before[-1].fate, span, by=giver))
    return found


def _is_described(text: str, span: Span) -> bool:
    return re.match(r"(?i)(?:an?|another)\s|[A-Z][a-z]+\s", text[slice(*span)]) is not None


def _is_single(text: str, span: Span) -> bool:
    """Whether words stand for one person: a name, or a noun in the singular."""
    return read_count(text[slice(*span)]).min in {None, 1} and not text[span[0] : span[1]].lower().startswith("one")


def _apart(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that share nothing with others."""
    return [span for span in spans if not any(overlap(span, other) for other in others)]


def _counts_people(text: str, span: Span) -> bool:
    """Whether a number may count people: no things, and it is not asked for."""
    ending = re.search(r"[.?!]", text[span[1] :])
    asked = ending is not None and ending.group() == "?"
    return not (asked or counts_things(text, span) or is_open(text, span))


def _is_part(text: str, span: Span, told: list[Cue]) -> bool:
    opened = _PART_BEFORE.search(text[: span[0]])
    own = opened is not None and any(_opens_anew(cue, opened, span) for cue in told)
    followed = _PART_AFTER.match(text, span[1])
    told_of = followed is not None and any(_tells_of(text, cue, span, followed.end()) for cue in told if not cue.noun)
    return bool((opened and not own) or (followed and not told_of) or _BOTH.search(text[: span[1]]))


def _opens_anew(cue: Cue, part: re.Match[str], span: Span) -> bool:
    """Whether a verb stands between "among them" and a number, or holds it: "five were *among the dead*, and 20 .."."""
    between = part.start("tail") < cue.span[0] < span[0]
    return between or (not cue.noun and cue.span[0] <= part.start() < cue.span[1])


def _tells_of(text: str, cue: Cue, span: Span, end: int) -> bool:
    """Whether a verb tells something of "five of them" itself: "hurting *five* of them", "*nine* of them were shot"."""
    if cue.side == "after":
        return 0 <= span[0] - cue.span[1] <= 1
    return cue.span[0] >= end and _AUXILIARIES.fullmatch(text, end, cue.span[0]) is not None


def _distance(text: str, span: Span, fate: Fate, told: list[Cue], numbers: list[Span]) -> int:
    """Characters to the nearest word that tells this of the people a number counts; beyond all limits where none."""
    reached = [_reach(text, span, cue, numbers) for cue in told if cue.fate == fate and not overlap(cue.span, span)]
    inside = [0 for cue in told if cue.fate == fate and cue.noun and overlap(cue.span, span)]
    return min([*reached, *inside], default=_FARTHEST_TOLL + 1)


def _reach(text: str, span: Span, cue: Cue, numbers: list[Span]) -> int:
    """Characters between a number and a word that counts it; more than any limit where it does not."""
    far = _FARTHEST_TOLL + 1
    after = cue.span[0] >= span[1]
    if (cue.side == "before") is not after and cue.side != "either":
        return far
    start, end = (span[1], cue.span[0]) if after else (cue.span[1], span[0])
    gap = text[start:end]
    if not cue.noun and after and not _OF_THE.fullmatch(gap) and span in _subject_numbers(text, cue, numbers):
        return min(end - start, _FARTHEST)
    if _OF_THE.fullmatch(gap) or (_BREAK.search(gap) and not _opens_term(text, cue, span, gap)):
        return far
    between = [other for other in numbers if start <= other[0] < end]
    if between and not _coordinated(text, [*between, span]):
        return far
    if cue.noun and not after:
        limit = _FARTHEST_TOLL if number_may_follow(text, cue, min([*between, span])) else -1
    elif cue.noun:
        limit = _FARTHEST if _NOUN_GAP.fullmatch(gap) and not _ANEW.search(gap) else -1
    else:
        limit = _FARTHEST if after or not _NOT_ITS_OBJECT.search(gap) else -1
    return end - start + (0 if after else 4) if end - start <= limit else far


def _opens_term(text: str, cue: Cue, span: Span, gap: str) -> bool:
    """Whether only a mark stands between a number and its word: "dead: nine", "killed “nine of the enemy”"."""
    if cue.noun:
        return gap.strip() in {":", "“"}
    return cue.side == "after" and gap == " “" and not _is_described(text, span)


def _subject_numbers(text: str, cue: Cue, numbers: list[Span]) -> list[Span]:
    """Numbers in the subject of a verb, however much stands between: "*two* men, who had come for a wake, died"."""
    sentence = read(text)
    held = [
        sentence.span(phrase.first, sentence.extended(phrase))
        for phrase in subjects(sentence, sentence.position(cue.span[0]), pronouns=False)
    ]
    return [span for span in numbers if any(start <= span[0] and span[1] <= end for start, end in held)]


def _coordinated(text: str, numbers: list[Span]) -> bool:
    """Whether "and" or commas join noun phrases with these numbers: "*four* nurses, *two* guards and *a* driver"."""
    sentence = read(text)
    ordered = sorted(numbers)
    openings = {sentence.words[one.first].start: sentence.words[one.last - 1].end for one in sentence.phrases}
    for (_, end), (number, _) in pairwise(ordered):
        start = next((one for one in openings if one <= number < openings[one]), number)
        between = [word for word in sentence.words if end <= word.start < start]
        if not between or between[-1].low not in {"and", ",", "or"}:
            return False
        if any(
            word.tag not in {"word", "of", "determiner", "number"}
            for word in between[:-1]
            if word.low not in {",", "(", ")"}
        ):
            return False
    return True
