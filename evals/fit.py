"""Learns the weights of ``conflictsum/data/weights.toml`` from labelled articles; never from the test half.

Logistic regression with a penalty on the squares of the weights, one for each decision. What is decided is told by the
labels' evidence: a mention is of the labelled event whose evidence its sentence is, and of none otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import conflictsum
from conflictsum import attribution, coreference, plausibility, topic
from conflictsum.gathering import around, grouped, likely, numbers
from conflictsum.history import without_history
from conflictsum.mentions import listings, mentions
from conflictsum.resolve.records import Resolved, resolve
from conflictsum.weighing import Decision, Features, use
from evals.compare import compare_actors
from evals.expected import expectations
from evals.fields import Gold, Predicted
from evals.floor import answered
from evals.match import similarity
from evals.scoring import scoring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conflictsum.article import Sentence
    from conflictsum.grounding import GroundedDraft
    from conflictsum.mentions import Cluster, Mention
    from conflictsum.schema import Evidence
    from evals.evidence import Span
    from evals.fixtures import Fixture

WEIGHTS = Path(conflictsum.__file__).with_name("data") / "weights.toml"
_PENALTY = 2.0  # about what leaving out a tenth of the articles at a time favours
_ROUNDS = 12
_DIGITS = 2
_HEAD = """\
# What speaks for (above 0) and against (below 0) a decision, in log odds: conflictsum/weighing.py says what is decided.
# Learned from the labelled articles of evals/fixtures (dev half) and evals/training by `python -m evals fit`."""


@dataclass(frozen=True)
class Example:
    """One decision: what was known, and what was right."""

    features: Features
    right: bool


def fit(examples: Sequence[Example], penalty: float, expected: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the right decisions most likely.

    Args:
        examples: Decisions.
        penalty: What the square of a weight's distance from what was expected costs; the bias is free.
        expected: What the codebook and common sense expect of weights: their sign, and their size until examples show
            another. A weight that comes out with the other sign is luck of a small sample, and left out.
    """
    names = {name for example in examples for name in example.features} | expected.keys()
    while True:
        weights = _newton(examples, ["bias", *sorted(names)], penalty, expected)
        wrong = {name for name, weight in weights.items() if weight * expected.get(name, 0) < 0}
        if not wrong:
            return weights
        names -= wrong


def _newton(
    examples: Sequence[Example], names: Sequence[str], penalty: float, expected: Mapping[str, float]
) -> dict[str, float]:
    """Penalized logistic regression by Newton's method."""
    prior = [expected.get(name, 0.0) for name in names]
    rows = [[1.0, *(example.features.get(name, 0.0) for name in names[1:])] for example in examples]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        slope = [-penalty * (weight - prior[at]) if at else 0.0 for at, weight in enumerate(weights)]
        curve = [[0.0] * len(names) for _ in names]
        for at in range(len(names)):
            curve[at][at] = penalty if at else 1e-6
        for row, example in zip(rows, examples, strict=True):
            likely = 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))
            present = [(at, value) for at, value in enumerate(row) if value]
            for at, value in present:
                slope[at] += (example.right - likely) * value
                for other, factor in present:
                    curve[at][other] += likely * (1 - likely) * value * factor
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solved(table: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    rows = [[*row, value] for row, value in zip(table, right, strict=True)]
    for at, pivot in enumerate(rows):
        for below in rows[at + 1 :]:
            share = below[at] / pivot[at]
            for column in range(at, len(pivot)):
                below[column] -= share * pivot[column]
    solution = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(rows[at][column] * solution[column] for column in range(at + 1, len(rows)))
        solution[at] = (rows[at][-1] - known) / rows[at][at]
    return solution


@dataclass(frozen=True)
class Case:
    """A labelled article, with what the floor tells of it.

    Attributes:
        fixture: The article and its labels.
        resolved: What the floor tells, sentence by sentence.
        mentions: Its events, in text order.
        listed: The events that the model listed; empty where it was not asked.
        meant: For each of them, by draft number, the labelled events it may tell of.
    """

    fixture: Fixture
    resolved: Resolved
    mentions: list[Mention]
    listed: list[Mention]
    meant: dict[int, frozenset[int]]

    @property
    def violent(self) -> bool:
        """Whether the article tells of armed conflict: something in it is recorded."""
        return bool(self.fixture.events or self.fixture.casualties) or not self.fixture.empty


def case_of(fixture: Fixture, grounded: GroundedDraft | None = None) -> Case:
    """Finds the mentions of an article and what they tell of.

    Args:
        fixture: The article.
        grounded: What a model told of it; where none was asked, recognisers alone.
    """
    grounded = grounded or answered(fixture.article)[1]
    resolved = without_history(resolve(grounded, fixture.article), fixture.article)
    told = mentions(resolved.events, fixture.article)
    listed = listings(resolved.listed or (), fixture.article)
    spans = [fixture.spans(event) for event in fixture.events]
    meant = {
        mention.told.number: frozenset(
            number for number, evidence in enumerate(spans) if _touch(evidence, [mention.sentence])
        )
        for mention in told
    }
    meant |= {mention.told.number: _listed_as(mention, fixture) for mention in listed}
    return Case(fixture, resolved, told, listed, meant)


def _listed_as(mention: Mention, fixture: Fixture) -> frozenset[int]:
    """The labelled event that is most like one that the model listed, if any matches it."""
    event = mention.told.event.model_copy(update={"perpetrator": mention.doer})
    sentences = [fixture.article.sentences[number - 1] for number in sorted(mention.cited)]
    predicted = Predicted(event, tuple((sentence.start, sentence.end) for sentence in sentences))
    alike = [similarity("attacks", Gold(label, fixture.spans(label)), predicted, scoring()) for label in fixture.events]
    best = max(range(len(alike)), key=alike.__getitem__, default=None)
    return frozenset() if best is None or alike[best] < scoring().tau["attacks"] else frozenset({best})


def _touch(spans: Iterable[Span], passages: Sequence[Sentence | Evidence]) -> bool:
    return any(start < passage.end and passage.start < end for start, end in spans for passage in passages)


def topics(cases: Iterable[Case]) -> list[Example]:
    """Whether each article is about armed conflict."""
    return [Example(topic.features(case.fixture.article), case.violent) for case in cases]


def pairs(cases: Iterable[Case]) -> list[Example]:
    """For each mention of an event and each event told before, as labelled, whether they are the same."""
    return [example for case in cases for example in _pairs(case)]


def _pairs(case: Case) -> Iterator[Example]:
    groups: list[Cluster] = [[mention] for mention in case.listed]
    cited = frozenset(number for mention in case.listed for number in mention.cited)
    for mention in case.mentions:
        meant = case.meant[mention.told.number]
        if not meant:
            continue
        joined = None
        for group in groups:
            same = any(meant & case.meant[other.told.number] for other in group)
            yield Example(coreference.features(group, mention, first=group is groups[0], cited=cited), same)
            joined = joined or (group if same else None)
        if joined is None:
            groups.append([mention])
        else:
            joined.append(mention)


def events(cases: Iterable[Case]) -> list[Example]:
    """For each event that the mentions make, whether it is labelled. Rests on ``topic`` and ``coreference``."""
    found = []
    for case in cases:
        gathering = grouped(case.resolved, case.fixture.article)
        for group in gathering.told:
            right = any(case.meant[mention.told.number] for mention in group)
            found.append(Example(plausibility.event_features(group, gathering.setting), right))
    return found


def doers(cases: Iterable[Case]) -> list[Example]:
    """For each labelled event, whether each candidate is its perpetrator. Rests on ``event``."""
    found = []
    for case in cases:
        groups = likely(grouped(case.resolved, case.fixture.article))
        for group in groups:
            meant = {number for mention in group for number in case.meant[mention.told.number]}
            labels = [case.fixture.events[number] for number in meant]
            for candidate in attribution.candidates(group, groups) if labels else ():
                names = [name for label in labels for name in label.accepted("perpetrator") if name]
                right = any(compare_actors(name, candidate.actor).outcome == "cor" for name in names)
                found.append(Example(candidate.features, right))
    return found


def casualties(cases: Iterable[Case]) -> list[Example]:
    """For each casualty report, whether one with a figure of it is labelled there. Rests on ``event``."""
    found = []
    for case in cases:
        gathering = grouped(case.resolved, case.fixture.article)
        groups = likely(gathering)
        setting, kept, told = around(groups, gathering.setting), numbers(groups), numbers(gathering.told)
        for report, event in case.resolved.casualties:
            right = any(_touch(case.fixture.spans(label), report.evidence) for label in case.fixture.casualties)
            features = plausibility.casualty_features(report, event in kept if event in told else None, setting)
            found.append(Example(features, right))
    return found


def statements(cases: Iterable[Case]) -> list[Example]:
    """For each statement, whether one is labelled there. Rests on ``event``."""
    found = []
    for case in cases:
        gathering = grouped(case.resolved, case.fixture.article)
        setting = around(likely(gathering), gathering.setting)
        for statement in case.resolved.statements:
            right = any(_touch(case.fixture.spans(label), statement.evidence) for label in case.fixture.statements)
            found.append(Example(plausibility.statement_features(statement, setting), right))
    return found


_DECISIONS: dict[Decision, Callable[[Sequence[Case]], list[Example]]] = {
    "topic": topics,
    "coreference": pairs,
    "event": events,
    "doer": doers,
    "casualty": casualties,
    "statement": statements,
}


def learn(cases: Sequence[Case]) -> str:
    """The text of ``weights.toml`` that labelled articles ask for.

    Each decision is learned after those that it rests on.

    Args:
        cases: The articles.
    """
    tables: dict[Decision, dict[str, float]] = {}
    for decision, examples in _DECISIONS.items():
        tables[decision] = fit(examples(cases), _PENALTY, expectations(decision))
        use(tables)
    return "\n\n".join([_HEAD, *(_table(name, weights) for name, weights in tables.items())]) + "\n"


def _table(name: str, weights: dict[str, float]) -> str:
    ordered = sorted(weights.items(), key=lambda item: (item[0] != "bias", item[0]))
    return "\n".join([f"[{name}]", *(f"{feature} = {weight:.{_DIGITS}f}" for feature, weight in ordered)])
