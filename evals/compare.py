"""How alike a labelled and a predicted value are, one comparator for each kind of field.

Every comparator gives the similarity that decides matches (0 to 1), the outcome for the slot count, and whether the
values are the same without any tolerance.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz

from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.places import resolve_place

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from conflictsum.schema import Actor, Count, Place
    from evals.counts import GoldCount
    from evals.evidence import Span

Outcome = Literal["cor", "par", "inc"]
Days = tuple["dt.date", "dt.date"]

ALIKE = 85.0  # token_sort_ratio: another spelling of a name; names that differ (Iran, Iraq; Niger, Nigeria) stay below
VERBATIM = 0.9  # share of a quotation's words
NEARLY_VERBATIM = 0.8
EVIDENCE_OVERLAP = 0.5
PARTIAL = 0.5

_ARTICLES = frozenset({"the", "a", "an"})
_MINOR = _ARTICLES | {
    "of",
    "in",
    "on",
    "at",
    "near",
    "to",
    "by",
    "for",
    "from",
    "with",
    "and",
    "its",
    "their",
    "his",
    "her",
}
_APOSTROPHES = "'\u2019\u2018`\u02bf\u02be\u02bc\u02bb"
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s\b")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Match:
    """How a predicted value compares to a labelled one.

    Attributes:
        similarity: From 0 (another value) to 1.
        outcome: ``cor``, ``par`` or ``inc``.
        exact: Whether they are the same without tolerance for aliases, spelling or range.
        overlap: Raw overlap of ranges, days or characters, of texts the similarity.
        error: Of numbers, how far the lower bounds are apart (the upper where a lower one is open).
    """

    similarity: float
    outcome: Outcome
    exact: bool
    overlap: float
    error: int | None = None


def normal(text: str) -> str:
    """A text as words are compared: no case, diacritics, punctuation, possessives or articles."""
    plain = _POSSESSIVE.sub("", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(
        character for character in plain if character not in _APOSTROPHES and not unicodedata.combining(character)
    )
    return " ".join(word for word in _WORD.findall(letters) if word not in _ARTICLES)


@cache
def _actor_name(text: str) -> str:
    return normal(resolve_actor(text).name)


@cache
def _place(text: str) -> Place:
    return resolve_place(text)


def compare_actors(gold: str, predicted: Actor) -> Match:
    """Names of persons, bodies and groups: the same under any alias is right, nearly the same spelling partly."""
    known = {normal(gold), _actor_name(gold)}
    return _texts(gold, predicted.text, alias=bool(known & {normal(predicted.text), normal(predicted.name)}))


def compare_places(gold: str, predicted: Place) -> Match:
    """Names of places: the same under any alias is right, the division it lies in (or the reverse) partly."""
    mine, theirs = _place(gold), _place(predicted.text)
    known = {normal(gold), normal(mine.name)}
    alias = bool(known & {normal(predicted.text), normal(predicted.name)})
    return _texts(gold, predicted.text, alias=alias, partial=_lies_in(mine, theirs) or _lies_in(theirs, mine))


def _lies_in(place: Place, division: Place) -> bool:
    return division.precision == "admin1" and place.admin1 == division.name


def compare_descriptions(gold: str, predicted: str) -> Match:
    """Descriptions (targets, weapons, victims, offices): one that holds all content words of the other is half right.

    Names are not compared like this: "Iran" is no part of "Iran-backed militia".
    """
    words, given = _content(gold), _content(predicted)
    return _texts(gold, predicted, partial=bool(words and given) and (words <= given or given <= words))


def compare_codes(gold: str, predicted: str) -> Match:
    """Codes of a closed list, clock times and the like: the same or not."""
    return _all_or_nothing(same=gold == predicted)


def compare_days(gold: Days, predicted: Days) -> Match:
    """Spans of days: the same is right; one that holds the other is half right."""
    same = gold == predicted
    holds = (gold[0] <= predicted[0] and predicted[1] <= gold[1]) or (
        predicted[0] <= gold[0] and gold[1] <= predicted[1]
    )
    overlap = _overlap((gold[0].toordinal(), gold[1].toordinal()), (predicted[0].toordinal(), predicted[1].toordinal()))
    return Match(*_graded(1.0 if same else PARTIAL if holds else 0.0), exact=same, overlap=overlap)


def compare_counts(gold: GoldCount, predicted: Count) -> Match:
    """Numbers: the same bounds are right, overlapping ones at most half right.

    An open upper end is compared by the lower bound, an open lower end counts from 0: "at least two" overlaps two,
    and not three.
    """
    mine, theirs = gold.bounds, (predicted.min, predicted.max)
    if mine == theirs:
        return Match(1.0, "cor", exact=True, overlap=1.0, error=None if mine == (None, None) else 0)
    if (None, None) in (mine, theirs):
        return Match(0.0, "inc", exact=False, overlap=0.0)
    overlap = _overlap(_closed(mine), _closed(theirs))
    ends = zip(mine, theirs, strict=True)
    error = next((abs(one - other) for one, other in ends if one is not None and other is not None), None)
    return Match(*_graded(min(overlap, PARTIAL)), exact=False, overlap=overlap, error=error)


def compare_quotes(gold: str, predicted: str) -> Match:
    """Quotations: right where one stands in the other with at least nine tenths of its words."""
    mine, theirs = normal(gold).split(), normal(predicted).split()
    exact = mine == theirs
    coverage = min(len(mine), len(theirs)) / max(len(mine), len(theirs), 1)
    if exact or (coverage >= VERBATIM and _contains(mine, theirs)):
        return Match(1.0, "cor", exact=exact, overlap=coverage)
    ratio = fuzz.ratio(" ".join(mine), " ".join(theirs)) / 100
    return Match(*_graded(min(ratio, VERBATIM) if ratio >= NEARLY_VERBATIM else 0.0), exact=False, overlap=ratio)


def compare_evidence(gold: Sequence[Span], predicted: Sequence[Span]) -> Match:
    """Passages: intersection over union of their characters; half right from one half on."""
    mine = {offset for start, end in gold for offset in range(start, end)}
    theirs = {offset for start, end in predicted for offset in range(start, end)}
    overlap = len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0
    outcome: Outcome = "cor" if mine == theirs else "par" if overlap >= EVIDENCE_OVERLAP else "inc"
    return Match(overlap, outcome, exact=mine == theirs, overlap=overlap)


def _texts(gold: str, predicted: str, *, alias: bool = False, partial: bool = False) -> Match:
    mine, theirs = normal(gold), normal(predicted)
    exact = mine == theirs
    if exact or alias:
        return Match(1.0, "cor", exact=exact, overlap=1.0)
    ratio = fuzz.token_sort_ratio(mine, theirs)
    # below 1 even where only the order of the words differs
    similarity = min(ratio, 99.0) / 100 if ratio >= ALIKE else PARTIAL if partial else 0.0
    return Match(*_graded(similarity), exact=False, overlap=similarity)


def _all_or_nothing(*, same: bool) -> Match:
    return Match(float(same), "cor" if same else "inc", exact=same, overlap=float(same))


def _graded(similarity: float) -> tuple[float, Outcome]:
    return similarity, "cor" if similarity == 1 else "par" if similarity > 0 else "inc"


def _content(text: str) -> set[str]:
    return set(normal(text).split()) - _MINOR


def _closed(bounds: tuple[int | None, int | None]) -> Span:
    least, most = bounds
    return (least or 0, (least or 0) if most is None else most)


def _overlap(one: Span, other: Span) -> float:
    """Intersection over union of two ranges of whole numbers, both ends included."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    if shared <= 0:
        return 0.0
    return shared / ((one[1] - one[0] + 1) + (other[1] - other[0] + 1) - shared)


def _contains(one: Sequence[str], other: Sequence[str]) -> bool:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return any(longer[at : at + len(shorter)] == shorter for at in range(len(longer) - len(shorter) + 1))
