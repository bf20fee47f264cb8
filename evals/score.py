"""Scores one summary against the labels of its article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conflictsum.schema import ConflictSummary
from evals import links
from evals.fields import FIELDS, Gold, Predicted
from evals.grounded import grounding
from evals.judge import NOTHING
from evals.match import OTHER, Pair, Pairs, match
from evals.scoring import LISTS, Scoring, scoring
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from conflictsum.article import Article
    from conflictsum.schema import Evidence
    from evals.evidence import Span
    from evals.fields import GoldEntry, PredictedRecord
    from evals.fixtures import Fixture
    from evals.scoring import List

EVENTS = "events"
CONTENT = {name: {spec.name for spec in FIELDS[name] if spec.content} | {links.FIELD} for name in LISTS}


@dataclass(frozen=True)
class Failure:
    """A run that gave no summary.

    Attributes:
        error: Name of the error (``RefusalError``).
        message: What it said.
    """

    error: str
    message: str


@dataclass
class CaseScore:
    """The score of one article.

    Attributes:
        case: Id of the label file.
        tags: Its tags.
        failure: What went wrong where there is no summary.
        empty: Whether there is nothing that must be recorded.
        pairs: For each list its matched, missed and spurious records.
        slots: Counts under ``LIST`` (records), ``LIST.FIELD``, ``LIST.FIELD|exact``, ``LIST.FIELD|matched`` (within
            matched records), and ``LIST.*`` for all content fields together. ``events`` is strikes and attacks in
            one.
        numbers: Sums under ``LIST|similarity``, ``LIST|misfiled`` and the other notes, ``LIST.FIELD|overlap`` and
            ``|compared``, ``|error`` and ``|measured`` and ``|same_bound`` of counts, and what
            :func:`evals.grounded.grounding` counts.
    """

    case: str
    tags: tuple[str, ...]
    failure: Failure | None
    empty: bool
    pairs: Pairs
    slots: defaultdict[str, Slots] = field(default_factory=lambda: defaultdict(Slots))
    numbers: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def false_alarm(self) -> bool:
        """Whether something was recorded where there was nothing."""
        return self.empty and any(self.slots[name].spu for name in LISTS)


def score_case(fixture: Fixture, outcome: ConflictSummary | Failure, settings: Scoring | None = None) -> CaseScore:
    """Scores what became of one article.

    Args:
        fixture: The article and its labels.
        outcome: The summary, or how the run failed: then everything counts as missed.
        settings: How records are matched; ``scoring.toml`` by default.
    """
    summary = outcome if isinstance(outcome, ConflictSummary) else None
    pairs = match(_labels(fixture), _predictions(summary, fixture.article), settings or scoring())
    pairs["casualties"] = links.with_links(pairs)
    labels = (*fixture.events, *fixture.casualties, *fixture.statements)
    case = CaseScore(
        case=fixture.id,
        tags=fixture.tags,
        failure=outcome if isinstance(outcome, Failure) else None,
        empty=all(label.optional for label in labels),
        pairs=pairs,
    )
    for name in LISTS:
        for pair in pairs[name]:
            if pair.scored:
                _count(case, name, pair, CONTENT[name])
                if name in OTHER:
                    _count(case, EVENTS, pair, CONTENT[name])
    if summary is not None:
        case.numbers.update(grounding(summary, fixture.article))
    return case


def _labels(fixture: Fixture) -> dict[List, list[Gold]]:
    def golds(records: Iterable[GoldEntry]) -> list[Gold]:
        return [Gold(record, fixture.spans(record)) for record in records]

    return {
        "strikes": golds(event for event in fixture.events if event.kind == "strike"),
        "attacks": golds(event for event in fixture.events if event.kind == "attack"),
        "casualties": golds(fixture.casualties),
        "statements": golds(fixture.statements),
    }


def _predictions(summary: ConflictSummary | None, article: Article) -> dict[List, list[Predicted]]:
    def items(records: Sequence[PredictedRecord]) -> list[Predicted]:
        return [Predicted(record, _sentences(record.evidence, article)) for record in records]

    return {name: items(getattr(summary, name) if summary else ()) for name in LISTS}


def _sentences(evidence: Sequence[Evidence], article: Article) -> tuple[Span, ...]:
    """The sentences that passages touch: labels give whole sentences, and nobody loses by citing part of one."""
    return tuple(
        (sentence.start, sentence.end)
        for sentence in article.sentences
        if any(passage.start < sentence.end and sentence.start < passage.end for passage in evidence)
    )


def _count(case: CaseScore, name: str, pair: Pair, content: set[str]) -> None:
    matched = pair.gold is not None and pair.predicted is not None
    case.slots[name] += Slots(cor=1) if matched else Slots(mis=1) if pair.gold else Slots(spu=1)
    case.numbers[f"{name}|similarity"] += pair.similarity
    if pair.note:
        case.numbers[f"{name}|{pair.note}"] += 1
    for field_name, verdict in pair.verdicts.items():
        if verdict == NOTHING:
            continue
        key = f"{name}.{field_name}"
        for whole in (key, f"{name}.*") if field_name in content else (key,):
            case.slots[whole] += verdict.slots
            case.slots[f"{whole}|exact"] += verdict.exact
            if matched:
                case.slots[f"{whole}|matched"] += verdict.slots
        if verdict.overlap is not None:
            case.numbers[f"{key}|overlap"] += verdict.overlap
            case.numbers[f"{key}|compared"] += 1
        if verdict.error is not None:
            case.numbers[f"{key}|error"] += verdict.error
            case.numbers[f"{key}|measured"] += 1
            case.numbers[f"{key}|same_bound"] += verdict.error == 0
