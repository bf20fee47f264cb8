"""Which predicted record stands for which label, and why the others stand alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from evals.align import align
from evals.fields import FIELDS, Gold, Predicted
from evals.judge import NOTHING, Verdict, judge
from evals.scoring import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.scoring import List, Scoring

Note = Literal["misfiled", "split", "duplicate", "merged"]
NOTES: tuple[Note, ...] = ("misfiled", "split", "duplicate", "merged")
OTHER: dict[List, List] = {"strikes": "attacks", "attacks": "strikes"}


@dataclass(frozen=True)
class Pair:
    """A label and the prediction that stands for it; either side can be missing.

    Attributes:
        gold: The label; None for a spurious record.
        predicted: The prediction; None for a missed record.
        similarity: Their similarity; 0 for one side alone.
        verdicts: The judgement of each field.
        note: Why one side stands alone. ``misfiled``: it is in the other list, strikes for attacks or the reverse.
            ``split``: a prediction whose label is matched by another one, with other sentences. ``duplicate``: the same
            with a sentence in common. ``merged``: a label whose prediction is matched to another one.
    """

    gold: Gold | None
    predicted: Predicted | None
    similarity: float
    verdicts: Mapping[str, Verdict]
    note: Note | None = None

    @property
    def scored(self) -> bool:
        """Whether it counts; optional labels do not, matched or missed."""
        return self.gold is None or not self.gold.record.optional


Pairs = dict["List", list[Pair]]


def match(
    golds: Mapping[List, Sequence[Gold]], predictions: Mapping[List, Sequence[Predicted]], settings: Scoring
) -> Pairs:
    """Matches the records of one article, list by list.

    Args:
        golds: The labels.
        predictions: The predicted records.
        settings: Weights and thresholds.
    """
    pairs: Pairs = {name: _matched(name, golds[name], predictions[name], settings) for name in LISTS}
    for name, other in OTHER.items():
        _note_misfiled(name, pairs[name], pairs[other], settings)
    return {name: [_explained(name, pair, pairs[name], settings) for pair in pairs[name]] for name in LISTS}


def similarity(name: List, gold: Gold, predicted: Predicted, settings: Scoring) -> float:
    """Weighted mean of the similarities of the fields that are filled on either side."""
    weights = settings.weights[name]
    reached = possible = 0.0
    for spec in FIELDS[name]:
        if spec.name in weights and (verdict := judge(spec, gold, predicted)) != NOTHING:
            reached += weights[spec.name] * verdict.similarity
            possible += weights[spec.name]
    return reached / possible if possible else 0.0


def _matched(name: List, golds: Sequence[Gold], predictions: Sequence[Predicted], settings: Scoring) -> list[Pair]:
    table = [[similarity(name, gold, item, settings) for item in predictions] for gold in golds]
    partner = dict(align(table, settings.tau[name]))
    pairs = [
        _pair(name, gold, predictions[partner[row]], table[row][partner[row]])
        if row in partner
        else _pair(name, gold, None)
        for row, gold in enumerate(golds)
    ]
    alone = set(range(len(predictions))) - set(partner.values())
    return pairs + [_pair(name, None, predictions[column]) for column in sorted(alone)]


def _pair(name: List, gold: Gold | None, predicted: Predicted | None, alike: float = 0.0) -> Pair:
    return Pair(gold, predicted, alike, {spec.name: judge(spec, gold, predicted) for spec in FIELDS[name]})


def _note_misfiled(name: List, pairs: list[Pair], others: list[Pair], settings: Scoring) -> None:
    """Notes missed events that are spurious in the other list, on both sides."""
    missed = [(index, pair.gold) for index, pair in enumerate(pairs) if pair.gold and not pair.predicted]
    spurious = [(index, pair.predicted) for index, pair in enumerate(others) if pair.predicted and not pair.gold]
    table = [[similarity(name, gold, predicted, settings) for _, predicted in spurious] for _, gold in missed]
    for row, column in align(table, settings.tau[name]):
        for where, (index, _) in ((pairs, missed[row]), (others, spurious[column])):
            where[index] = replace(where[index], note="misfiled")


def _explained(name: List, pair: Pair, pairs: Sequence[Pair], settings: Scoring) -> Pair:
    """Notes that the partner a record would have had is taken by another one."""
    if pair.note or (pair.gold and pair.predicted):
        return pair
    taken = [(other.gold, other.predicted) for other in pairs if other.gold and other.predicted]
    if pair.gold:
        alike = [similarity(name, pair.gold, predicted, settings) for _, predicted in taken]
        return replace(pair, note="merged") if max(alike, default=0.0) >= settings.tau[name] else pair
    if pair.predicted and taken:
        alike = [similarity(name, gold, pair.predicted, settings) for gold, _ in taken]
        best = max(range(len(taken)), key=alike.__getitem__)
        if alike[best] >= settings.tau[name]:
            shared = set(taken[best][1].spans) & set(pair.predicted.spans)
            return replace(pair, note="duplicate" if shared else "split")
    return pair
