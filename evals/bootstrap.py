"""Intervals by resampling articles: a score is as sure as the choice of articles allows.

Percentile bootstrap over articles, since records of one article are not independent (Miller, "Adding Error Bars to
Evals", 2024). Two runs are compared on the same resamples of the same articles.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

REPETITIONS = 2000
SEED = 20_240_124
COVERAGE = 0.95


@dataclass(frozen=True)
class Share:
    """What one article adds to a ratio of sums.

    Attributes:
        part: Its numerator, such as twice the right answers.
        whole: Its denominator, such as the given and the expected answers; 0 adds nothing.
    """

    part: float
    whole: float


@dataclass(frozen=True)
class Interval:
    """An interval that holds 95 % of the resampled values, both ends included."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def ratio(shares: Iterable[Share], of_nothing: float = 1.0) -> float:
    """The ratio of sums.

    Args:
        shares: What each article adds.
        of_nothing: The ratio where the denominators are all 0.
    """
    part = whole = 0.0
    for share in shares:
        part += share.part
        whole += share.whole
    return part / whole if whole else of_nothing


def interval(shares: Sequence[Share], of_nothing: float = 1.0) -> Interval:
    """The interval of a ratio over articles."""
    return interval_of(lambda sample: ratio((shares[index] for index in sample), of_nothing), len(shares))


def interval_of(measure: Callable[[Sequence[int]], float], articles: int) -> Interval:
    """The interval of any measure.

    Args:
        measure: Its value over some articles, given by their positions; one may come several times.
        articles: How many articles there are.
    """
    return _percentiles(map(measure, _samples(articles)))


def difference_interval(before: Sequence[Share], after: Sequence[Share], of_nothing: float = 1.0) -> Interval:
    """The interval of the difference of two ratios, after minus before, over the same articles in the same order.

    Raises:
        ValueError: The runs have different numbers of articles.
    """
    if len(before) != len(after):
        raise ValueError(f"{len(before)} and {len(after)} articles cannot be paired")
    return _percentiles(
        ratio((after[index] for index in sample), of_nothing) - ratio((before[index] for index in sample), of_nothing)
        for sample in _samples(len(before))
    )


@lru_cache(maxsize=4)
def _samples(size: int) -> tuple[tuple[int, ...], ...]:
    source = random.Random(SEED)  # noqa: S311  no secret depends on it
    return tuple(tuple(source.choices(range(size), k=size)) for _ in range(REPETITIONS))


def _percentiles(values: Iterable[float]) -> Interval:
    ordered = sorted(values)
    outside = round(len(ordered) * (1 - COVERAGE) / 2)
    return Interval(ordered[outside], ordered[-1 - outside])
