"""One slot of a template: fills with alternatives, some of them optional, against the values that were given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from evals.align import align
from evals.judge import NOTHING, Verdict
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evals.compare import Match

    Compare = Callable[[Any, Any], Match]

ValueT = TypeVar("ValueT")
LEAST = 1e-9
"""Similarity from which on things can be matched where what a match is worth is said elsewhere."""


@dataclass(frozen=True)
class Fill:
    """One fill of a key.

    Attributes:
        values: Its right values; any of them will do.
        optional: Whether it may be left out.
    """

    values: tuple[Any, ...]
    optional: bool = False


def judge_fills(fills: Sequence[Fill], given: Sequence[Any], compare: Compare) -> Verdict:
    """Judges a slot: fills and values are matched one to one, so that their similarity is greatest.

    An optional fill counts where it was found, and is not missed where it was not. Of what is left, a fill and a value
    are one wrong answer; the rest is missing or spurious (Chinchor, "MUC-4 Evaluation Metrics", 1992).

    Args:
        fills: The key; empty where the slot should be empty.
        given: The values of the prediction.
        compare: Compares one right value with a given one.
    """
    table = [[best(fill, value, compare) for value in given] for fill in fills]
    pairs = align([[match.similarity for match in row] for row in table], LEAST)
    matches = [table[row][column] for row, column in pairs]
    found = {row for row, _ in pairs}
    missed = sum(not fill.optional for row, fill in enumerate(fills) if row not in found)
    others = len(given) - len(pairs)
    wrong = min(missed, others)
    rest = Slots(inc=wrong, mis=missed - wrong, spu=others - wrong)
    slots = sum((Slots(**{match.outcome: 1}) for match in matches), rest)
    if not slots:
        return NOTHING
    exact = sum((Slots(cor=1) if match.exact else Slots(inc=1) for match in matches), rest)
    size = max(len(matches) + missed, len(given))
    return Verdict(slots, exact, similarity=sum(match.similarity for match in matches) / size)


def best(fill: Fill, value: Any, compare: Compare) -> Match:
    """The comparison of a value with the alternative that it is most like."""
    return max((compare(right, value) for right in fill.values), key=lambda match: (match.similarity, match.exact))


def single(value: ValueT | None) -> tuple[ValueT, ...]:
    """The values of a slot that holds at most one."""
    return () if value is None else (value,)
