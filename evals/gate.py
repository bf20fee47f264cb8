"""The gate: did a change make summaries worse than the committed baseline?

Recorded answers are the same each time, so nothing is left to chance and nothing is tolerated: a metric whose F1 over
all articles falls is a regression. What a replay cannot tell is not passed over but said to be not measurable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from evals.baseline import RENEW, Baseline, read_baseline
from evals.journal import RunError
from evals.phrases import listed, number
from evals.recordings import FOLDER
from evals.replay import Replayed, replay, unknown_recordings
from evals.run import score_run
from evals.sheets import Sheet
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from evals.fixtures import Fixture
    from evals.journal import Entry
    from evals.totals import RunScore

Status = Literal["pass", "regression", "not measurable"]
EXIT_CODES: dict[Status, int] = {"pass": 0, "regression": 1, "not measurable": 2}


@dataclass(frozen=True)
class Metric:
    """One metric before and after.

    Attributes:
        name: As the scorer calls it: ``strikes``, ``casualties.killed``.
        before: Its counts in the baseline, over all articles.
        after: Its counts now.
        worse: Articles that pull it down.
        better: Articles that pull it up.
        changed: Whether the counts of any article are other than before.
    """

    name: str
    before: Slots
    after: Slots
    worse: tuple[str, ...]
    better: tuple[str, ...]
    changed: bool

    @property
    def regressed(self) -> bool:
        """Whether its F1 fell."""
        return _f1(self.after) < _f1(self.before)


@dataclass(frozen=True)
class Judgement:
    """What the gate found.

    Attributes:
        metrics: Every metric, before and after; empty where nothing could be compared.
        obstacles: Why nothing can be said, each with the command that helps.
        notes: What else a person should know.
        score: The score of the replay; None where there is none.
        replayed: The replay; None where there was nothing to replay.
        baseline: What a renewed baseline would hold; None where there is no score.
    """

    metrics: tuple[Metric, ...] = ()
    obstacles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    score: RunScore | None = None
    replayed: Replayed | None = None
    baseline: Baseline | None = field(default=None, repr=False)

    @property
    def status(self) -> Status:
        """The verdict."""
        if self.obstacles:
            return "not measurable"
        return "regression" if self.regressions else "pass"

    @property
    def regressions(self) -> tuple[Metric, ...]:
        """What got worse."""
        return tuple(metric for metric in self.metrics if metric.regressed)

    @property
    def changed(self) -> tuple[Metric, ...]:
        """What is not as in the baseline."""
        return tuple(metric for metric in self.metrics if metric.changed)

    @property
    def worse_cases(self) -> dict[str, list[str]]:
        """The articles behind the regressions, with the metrics that got worse in each."""
        cases: dict[str, list[str]] = {}
        for metric in self.regressions:
            for case in metric.worse:
                cases.setdefault(case, []).append(metric.name)
        return dict(sorted(cases.items()))

    @property
    def headline(self) -> str:
        """The verdict in a sentence."""
        articles = number(len(self.score.cases) if self.score else 0, "article")
        match self.status:
            case "not measurable":
                return "Not measurable: nothing is said about the summaries"
            case "regression":
                fallen, cases = number(len(self.regressions), "metric"), number(len(self.worse_cases), "article")
                return f"Regression: {fallen} fell, in {cases}"
            case _ if self.changed:
                return f"Pass: no metric fell, {len(self.changed)} changed, over {articles}"
            case _:
                return f"Pass: {articles} scored as in the baseline"


def judge(
    fixtures: Sequence[Fixture],
    model: str,
    baseline_path: Path,
    *,
    recordings: Path = FOLDER,
    on_done: Callable[[Entry], None] = lambda _: None,
) -> Judgement:
    """Replays the recordings of all articles and holds the score against the baseline.

    Args:
        fixtures: All labelled articles.
        model: The model whose recordings to take.
        baseline_path: The baseline.
        recordings: Where recordings stand.
        on_done: Called after each article.

    Returns:
        The verdict; whatever stands in the way of one is told in it.
    """
    if not fixtures:
        return Judgement(obstacles=("there are no labelled articles: nothing ran",))
    try:
        replayed = replay(fixtures, model, folder=recordings, on_done=on_done)
    except RunError as error:
        return Judgement(obstacles=(str(error),))
    if replayed.missing:
        return Judgement(obstacles=_not_recorded(replayed, model), replayed=replayed)
    score = score_run(replayed.run, fixtures)
    after = Baseline.of(replayed.run, score, fixtures)
    notes: list[str] = _leftovers(replayed, unknown_recordings(fixtures, model, recordings))
    try:
        before = read_baseline(baseline_path)
    except RunError as error:
        return Judgement(
            obstacles=(f"{error}: make one with {RENEW}",),
            score=score,
            replayed=replayed,
            baseline=after,
            notes=tuple(notes),
        )
    obstacles = tuple(f"{obstacle}: accept it with {RENEW}" for obstacle in before.obstacles(after))
    metrics = () if obstacles else compared(before, after)
    notes += [f"prompt {name} is not the one of the baseline" for name in _other_prompts(before, after)]
    if any(metric.changed for metric in metrics) or before.prompts != after.prompts:
        notes.append(f"where this is as intended, renew the baseline with {RENEW} and commit it with the change")
    return Judgement(metrics, obstacles, tuple(notes), score, replayed, after)


def sheets(judgement: Judgement) -> list[Sheet]:
    """The verdict as tables; :func:`movers` names the articles."""
    tables = []
    if judgement.regressions:
        tables.append(_table("What got worse", judgement.regressions))
    others = [metric for metric in judgement.changed if not metric.regressed]
    if others:
        tables.append(_table("What else changed", others))
    lists = [metric for metric in judgement.metrics if "." not in metric.name]
    if lists:
        tables.append(_table("Records and checks", lists))
    return tables


def movers(judgement: Judgement) -> list[str]:
    """Which articles got worse or better in what, what fell first."""
    return [
        f"{metric.name} got {way} in {', '.join(cases)}"
        for metric in (*judgement.regressions, *(each for each in judgement.changed if not each.regressed))
        for way, cases in (("worse", metric.worse), ("better", metric.better))
        if cases
    ]


def counts(slots: Slots) -> str:
    """Counts as people read them: right, partial, wrong, missed and spurious, without the zeros."""
    names = {"right": slots.cor, "partial": slots.par, "wrong": slots.inc, "missed": slots.mis, "spurious": slots.spu}
    return ", ".join(f"{number} {name}" for name, number in names.items() if number) or "nothing"


def _table(title: str, metrics: Sequence[Metric]) -> Sheet:
    rows = [
        [
            metric.name,
            f"{100 * metric.before.f1:.1f}",
            f"{100 * metric.after.f1:.1f}",
            counts(metric.before),
            counts(metric.after) if metric.after != metric.before else "same",
            str(len(metric.worse) or "–"),
            str(len(metric.better) or "–"),
        ]
        for metric in metrics
    ]
    columns = ("", "F1 before", "F1 now", "counts before", "counts now", "articles worse", "articles better")
    return Sheet(title, columns, rows)


def compared(before: Baseline, after: Baseline) -> tuple[Metric, ...]:
    """Every metric of two baselines over the same articles."""
    metrics = []
    for name in dict.fromkeys((*before.totals, *after.totals)):
        whole = before.total(name)
        pairs = {case: (each.of(name), after.cases[case].of(name)) for case, each in before.cases.items()}
        pulls = {case: _pull(old, new, _f1(whole)) for case, (old, new) in pairs.items()}
        metrics.append(
            Metric(
                name,
                whole,
                after.total(name),
                worse=tuple(case for case, pull in pulls.items() if pull < 0),
                better=tuple(case for case, pull in pulls.items() if pull > 0),
                changed=any(old != new for old, new in pairs.values()),
            )
        )
    return tuple(metrics)


def _f1(slots: Slots) -> Fraction:
    """F1 without rounding, so that equal counts are equal."""
    answers = slots.given + slots.expected
    return Fraction(2 * slots.cor + slots.par, answers) if answers else Fraction(1)


def _pull(old: Slots, new: Slots, f1: Fraction) -> Fraction:
    """Which way an article pulls the F1 over all articles: that falls exactly where the sum of pulls is negative."""
    right = 2 * (new.cor - old.cor) + new.par - old.par
    return right - f1 * (new.given + new.expected - old.given - old.expected)


def _not_recorded(replayed: Replayed, model: str) -> tuple[str, ...]:
    reasons: dict[str, list[str]] = {}
    for case, reason in replayed.missing.items():
        reasons.setdefault(reason, []).append(case)
    command = f"python -m evals record --model {model}"
    return tuple(
        f"{number(len(cases), 'article')}, {listed(cases)}: {reason}: {command}" for reason, cases in reasons.items()
    )


def _leftovers(replayed: Replayed, unknown: Sequence[Path]) -> list[str]:
    notes = [
        f"{number(len(questions), 'recorded question')} about {case} not asked: {questions[0]!r}"
        for case, questions in replayed.unused.items()
    ]
    return notes + [f"{path} is of no labelled article: delete it" for path in unknown]


def _other_prompts(before: Baseline, after: Baseline) -> list[str]:
    return sorted(
        name for name in before.prompts | after.prompts if before.prompts.get(name) != after.prompts.get(name)
    )
