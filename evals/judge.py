"""What becomes of one field of one match: right, partly right, wrong, missing or spurious."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evals.align import align
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.compare import Match, Outcome
    from evals.fields import FieldSpec, Gold, Predicted

_RANK: dict[Outcome, int] = {"cor": 2, "par": 1, "inc": 0}
_SLOT: dict[Outcome, Slots] = {"cor": Slots(cor=1), "par": Slots(par=1), "inc": Slots(inc=1)}


@dataclass(frozen=True)
class Verdict:
    """The judgement of one field.

    Attributes:
        slots: With tolerance for aliases, spelling, ranges and partial answers.
        exact: Without.
        similarity: What it adds to the similarity of the records, from 0 to 1.
        overlap: Raw overlap, where both sides are filled.
        error: Of numbers, how far the lower bounds are apart.
    """

    slots: Slots
    exact: Slots
    similarity: float = 0.0
    overlap: float | None = None
    error: int | None = None


NOTHING = Verdict(Slots(), Slots())


def judge(spec: FieldSpec, gold: Gold | None, item: Predicted | None) -> Verdict:
    """Judges one field.

    Args:
        spec: The field.
        gold: The label; None for a spurious record, of which everything filled is spurious.
        item: The prediction; None for a missing record, of which everything labelled is missing.
    """
    predicted = None if item is None else spec.predicted(item)
    if spec.several:
        entries, others = ((), ()) if gold is None else (spec.accepted(gold), spec.others(gold))
        return _judge_entries(spec, entries, others, predicted or ())
    accepted = (None,) if gold is None else spec.accepted(gold)
    return _judge_value(spec, accepted, predicted)


def _judge_value(spec: FieldSpec, accepted: Sequence[Any], predicted: Any) -> Verdict:
    right = [value for value in accepted if value is not None]
    if predicted is None:
        return NOTHING if None in accepted else _same(Slots(mis=1))
    if not right:
        return NOTHING if spec.only_labelled else _same(Slots(spu=1))
    matches = [spec.comparator(value, predicted) for value in right]
    best = max(matches, key=_goodness)
    wrong = Slots(spu=1) if accepted[0] is None else Slots(inc=1)
    return Verdict(
        slots=wrong if best.outcome == "inc" else _SLOT[best.outcome],
        exact=Slots(cor=1) if any(match.exact for match in matches) else wrong,
        similarity=best.similarity,
        overlap=best.overlap,
        error=best.error,
    )


def _judge_entries(spec: FieldSpec, entries: Sequence[Any], others: Sequence[Any], predicted: Sequence[Any]) -> Verdict:
    """Judges a list: its entries are matched one to one, what is left over is missing or spurious."""
    if not entries and not predicted:
        return NOTHING
    also = [value for value in others if value is not None]
    table = [
        [max((spec.comparator(value, given) for value in (entry, *also)), key=_goodness) for given in predicted]
        for entry in entries
    ]
    # anything above 0 can be matched: what a partial entry is worth, its outcome says
    pairs = align([[match.similarity for match in row] for row in table], tau=1e-9)
    matches = [table[row][column] for row, column in pairs]
    taken = {column for _, column in pairs}
    # of entries that may be told in two ways, a second telling is not wrong
    spare = sum(
        1
        for column, given in enumerate(predicted)
        if column not in taken and any(spec.comparator(value, given).outcome == "cor" for value in also)
    )
    missing = 0 if None in others else len(entries) - len(matches)
    rest = Slots(mis=missing, spu=len(predicted) - len(matches) - spare)
    slots = sum((_SLOT[match.outcome] for match in matches), rest)
    exact = sum((Slots(cor=1) if match.exact else Slots(inc=1) for match in matches), rest)
    size = max(len(entries), len(predicted) - spare, 1)
    overlap = sum(match.overlap for match in matches) / size if entries and predicted else None
    return Verdict(slots, exact, sum(match.similarity for match in matches) / size, overlap)


def _goodness(match: Match) -> tuple[int, float]:
    return _RANK[match.outcome], match.similarity


def _same(slots: Slots) -> Verdict:
    return Verdict(slots, slots)
