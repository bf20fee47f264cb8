"""The scores of a whole run: sums and means over its articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from evals.bootstrap import Interval, Share, difference_interval, interval, ratio
from evals.slots import Slots, total

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evals.score import CaseScore


@dataclass(frozen=True)
class Macro:
    """Means over articles."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class RunScore:
    """The scores of a run.

    Attributes:
        cases: Its articles, by id, failed ones included.
    """

    cases: tuple[CaseScore, ...]

    def micro(self, key: str) -> Slots:
        """The sum over articles; see :class:`~evals.score.CaseScore` for the keys."""
        return total(case.slots[key] for case in self.cases)

    def macro(self, key: str) -> Macro:
        """The mean over articles.

        An article with nothing expected and nothing given scores 1, a failed one 0 in everything: a crash on an article
        without records is no right answer.
        """

        def mean(measure: Callable[[Slots], float]) -> float:
            values = [0.0 if case.failure else measure(case.slots[key]) for case in self.cases]
            return sum(values) / len(values) if values else 0.0

        return Macro(
            mean(lambda slots: slots.precision), mean(lambda slots: slots.recall), mean(lambda slots: slots.f1)
        )

    def soft_f1(self, name: str) -> float:
        """F1 of records where a match counts by its similarity (phi 4 of CEAF, Luo 2005)."""
        slots = self.micro(name)
        return 2 * self.number(f"{name}|similarity") / (slots.given + slots.expected) if slots else 1.0

    def number(self, key: str) -> float:
        """The sum of a number over articles."""
        return sum(case.numbers[key] for case in self.cases)

    def rate(self, part: str, whole: str) -> float | None:
        """The quotient of two numbers; None where there is nothing to divide."""
        return self.number(part) / self.number(whole) if self.number(whole) else None

    def shares(self, key: str) -> list[Share]:
        """What each article adds to the micro F1 of a key."""
        return [
            Share(2 * case.slots[key].right, case.slots[key].given + case.slots[key].expected) for case in self.cases
        ]

    def interval(self, key: str) -> Interval:
        """The interval of the micro F1 of a key."""
        return interval(self.shares(key))

    @cached_property
    def failures(self) -> Counter[str]:
        """How many articles failed, by error."""
        return Counter(case.failure.error for case in self.cases if case.failure)

    @property
    def validity(self) -> float:
        """Share of articles that gave a summary."""
        return 1 - self.failures.total() / len(self.cases) if self.cases else 0.0

    @property
    def false_alarms(self) -> tuple[int, int]:
        """How many articles without records were given some, and how many such articles there are."""
        empty = [case for case in self.cases if case.empty]
        return sum(case.false_alarm for case in empty), len(empty)

    def with_tag(self, tag: str) -> RunScore:
        """The articles that bear a tag."""
        return RunScore(tuple(case for case in self.cases if tag in case.tags))


@dataclass(frozen=True)
class Change:
    """How a micro F1 differs between two runs over the same articles.

    Attributes:
        key: Which one.
        before: F1 of the first run.
        after: F1 of the second run.
        interval: Of the difference.
    """

    key: str
    before: float
    after: float
    interval: Interval

    @property
    def difference(self) -> float:
        """After minus before."""
        return self.after - self.before

    @property
    def certain(self) -> bool:
        """Whether the interval excludes 0."""
        return 0 not in self.interval


def changes(before: RunScore, after: RunScore, keys: Sequence[str]) -> list[Change]:
    """The paired differences of two runs.

    Raises:
        ValueError: The runs are not over the same articles in the same order.
    """
    if [case.case for case in before.cases] != [case.case for case in after.cases]:
        raise ValueError("the runs are not over the same articles")
    return [
        Change(
            key,
            ratio(before.shares(key)),
            ratio(after.shares(key)),
            difference_interval(before.shares(key), after.shares(key)),
        )
        for key in keys
    ]


def changed_cases(before: RunScore, after: RunScore, key: str) -> list[tuple[str, Slots, Slots]]:
    """Articles whose counts differ, the largest loss of F1 first, then the largest gain."""
    pairs = zip(before.cases, after.cases, strict=True)
    different = [
        (one.case, one.slots[key], other.slots[key]) for one, other in pairs if one.slots[key] != other.slots[key]
    ]
    return sorted(different, key=lambda row: (row[2].f1 - row[1].f1, row[0]))
