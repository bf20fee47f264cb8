"""Counts of right and wrong answers, as the Message Understanding Conferences count them (Chinchor 1992)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Slots:
    """What became of values that were expected or given.

    Attributes:
        cor: Given as expected.
        par: Given partly as expected; half right.
        inc: Given, and something else was expected.
        mis: Expected and not given.
        spu: Given, and nothing was expected.
    """

    cor: int = 0
    par: int = 0
    inc: int = 0
    mis: int = 0
    spu: int = 0

    def __add__(self, other: Slots) -> Slots:
        return Slots(
            self.cor + other.cor,
            self.par + other.par,
            self.inc + other.inc,
            self.mis + other.mis,
            self.spu + other.spu,
        )

    def __bool__(self) -> bool:
        return bool(self.expected or self.given)

    @property
    def right(self) -> float:
        """Right answers, a partial one as half."""
        return self.cor + 0.5 * self.par

    @property
    def given(self) -> int:
        """Values in the prediction."""
        return self.cor + self.par + self.inc + self.spu

    @property
    def expected(self) -> int:
        """Values in the labels."""
        return self.cor + self.par + self.inc + self.mis

    @property
    def precision(self) -> float:
        """Share of the given values that are right; of none given, 1 where none was expected, else 0."""
        return self.right / self.given if self.given else float(not self.expected)

    @property
    def recall(self) -> float:
        """Share of the expected values that were given; of none expected, 1 where none was given, else 0."""
        return self.right / self.expected if self.expected else float(not self.given)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was expected or given."""
        return 2 * self.right / (self.given + self.expected) if self else 1.0

    @property
    def accuracy(self) -> float:
        """Share of right answers among all that was given or expected; 1 of nothing."""
        return self.right / (self.given + self.mis) if self else 1.0


def total(slots: Iterable[Slots]) -> Slots:
    """The sum of counts."""
    return sum(slots, Slots())
