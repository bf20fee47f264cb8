"""What the last accepted replay scored: the counts that later ones are held against."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

from evals.journal import RunError, fingerprint, parsed
from evals.phrases import listed
from evals.recordings import write_whole
from evals.report import field_keys
from evals.scoring import LISTS, scoring
from evals.slots import Slots, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from evals.fixtures import Fixture
    from evals.journal import Run
    from evals.score import CaseScore
    from evals.totals import RunScore

RENEW = "python -m evals gate --update"
# measured without matching: summaries made, empty articles left empty, and what stands in the article
CHECKS = ("summaries", "empty articles", "grounded records", "grounded values", "verbatim quotations")

Counts = tuple[int, int, int, int, int]


class CaseBaseline(BaseModel):
    """One article.

    Attributes:
        article: Hash of what it gives to the model.
        labels: Hash of its labels.
        slots: Counts that are not all 0, by metric: correct, partial, incorrect, missing, spurious.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str
    labels: str
    slots: dict[str, Counts]

    def of(self, metric: str) -> Slots:
        """The counts of a metric."""
        return Slots(*self.slots.get(metric, ()))


class Baseline(BaseModel):
    """A scored replay.

    Attributes:
        model: Whose recordings it replayed.
        strategy: How the model was asked.
        scoring: Hash of ``scoring.toml``.
        prompts: Hashes of the prompts, by name and version.
        totals: Sums over the articles, for people to read.
        cases: The articles, by id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str
    strategy: str
    scoring: str
    prompts: dict[str, str]
    totals: dict[str, Counts]
    cases: dict[str, CaseBaseline]

    @classmethod
    def of(cls, run: Run, score: RunScore, fixtures: Sequence[Fixture]) -> Self:
        """The baseline that a run would make."""
        labelled = {fixture.id: fixture for fixture in fixtures}
        metrics = [*LISTS, *field_keys(score)]
        cases = {case.case: _case(case, labelled[case.case], metrics) for case in score.cases}
        summaries = [entry.summary for entry in run.entries.values() if entry.summary]
        made = sorted({(each.provenance.prompt, each.provenance.prompt_sha256) for each in summaries})
        return cls(
            model=run.header.model,
            strategy=run.header.strategy,
            scoring=scoring().sha256,
            prompts=dict(made),
            totals={metric: _counts(_sum(cases.values(), metric)) for metric in (*metrics, *CHECKS)},
            cases=cases,
        )

    def total(self, metric: str) -> Slots:
        """The sum of a metric over the articles."""
        return _sum(self.cases.values(), metric)

    def obstacles(self, other: Baseline) -> list[str]:
        """Why another replay cannot be compared with this one; empty where it can."""
        found = []
        if self.model != other.model or self.strategy != other.strategy:
            found.append(
                f"the baseline is of {self.model} ({self.strategy}), the replay of {other.model} ({other.strategy})"
            )
        if self.scoring != other.scoring:
            found.append("scoring.toml is not the one of the baseline")
        mine, theirs = self.cases, other.cases
        both = sorted(mine.keys() & theirs.keys())
        for problem, cases in {
            "gone since the baseline": sorted(mine.keys() - theirs.keys()),
            "not in the baseline": sorted(theirs.keys() - mine.keys()),
            "text, title or date changed since the baseline": [
                case for case in both if mine[case].article != theirs[case].article
            ],
            "labels changed since the baseline": [case for case in both if mine[case].labels != theirs[case].labels],
        }.items():
            if cases:
                found.append(f"{problem}: {listed(cases)}")
        return found


def read_baseline(path: Path) -> Baseline:
    """Reads a baseline.

    Raises:
        RunError: There is none, it cannot be read, or its sums are not those of its articles.
    """
    try:
        baseline = parsed(Baseline, path.read_bytes(), path, "baseline")
    except FileNotFoundError:
        raise RunError(f"{path}: there is no baseline") from None
    except OSError as error:
        raise RunError(f"{path}: cannot be read: {error.strerror}") from None
    wrong = [metric for metric, counts in baseline.totals.items() if Slots(*counts) != baseline.total(metric)]
    if wrong:
        raise RunError(f"{path}: the totals are not the sums of the articles ({wrong[0]})")
    return baseline


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Writes a baseline, one line for each total and each article, so that changes can be read.

    Raises:
        RunError: It cannot be written.
    """
    data = baseline.model_dump(mode="json")
    fields = [f" {json.dumps(name)}: {_lines(value)}" for name, value in data.items()]
    write_whole(path, "{\n" + ",\n".join(fields) + "\n}\n")


def _lines(value: Any) -> str:
    if not isinstance(value, dict):
        return json.dumps(value)
    return "{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(part)}" for name, part in value.items()) + "\n }"


def _case(case: CaseScore, fixture: Fixture, metrics: Iterable[str]) -> CaseBaseline:
    slots = {metric: case.slots[metric] for metric in metrics} | _checks(case)
    return CaseBaseline(
        article=fingerprint(fixture),
        labels=hashlib.sha256(fixture.model_dump_json().encode()).hexdigest(),
        slots={metric: _counts(counts) for metric, counts in slots.items() if counts},
    )


def _checks(case: CaseScore) -> dict[str, Slots]:
    def share(part: str, whole: str) -> Slots:
        right = int(case.numbers[part])
        return Slots(cor=right, spu=int(case.numbers[whole]) - right)

    def rest(wrong: str, whole: str) -> Slots:
        bad = int(case.numbers[wrong])
        return Slots(cor=int(case.numbers[whole]) - bad, spu=bad)

    made = Slots(mis=1) if case.failure else Slots(cor=1)
    empty = Slots(spu=1) if case.false_alarm else made
    found = (
        made,
        empty if case.empty else Slots(),
        share("grounded", "records"),
        rest("invented", "values"),
        rest("fabricated", "quotes"),
    )
    return dict(zip(CHECKS, found, strict=True))


def _counts(slots: Slots) -> Counts:
    return slots.cor, slots.par, slots.inc, slots.mis, slots.spu


def _sum(cases: Iterable[CaseBaseline], metric: str) -> Slots:
    return total(case.of(metric) for case in cases)
