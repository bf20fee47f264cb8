"""The gate's verdict as one self-contained HTML page: scores, and every article with labels beside predictions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from evals.fields import FIELDS
from evals.judge import NOTHING
from evals.recordings import write_whole
from evals.report import RECORD_KEYS, field_keys
from evals.scoring import LISTS
from evals.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.bootstrap import Interval
    from evals.fields import FieldSpec
    from evals.fixtures import Fixture
    from evals.gate import Judgement, Metric
    from evals.match import Pair
    from evals.score import CaseScore
    from evals.scoring import List
    from evals.slots import Slots
    from evals.totals import RunScore

TEMPLATE = Path(__file__).with_name("page.html.jinja")
_WORST = ("inc", "spu", "mis", "par", "cor")


@dataclass(frozen=True)
class Row:
    """One line of a table of scores.

    Attributes:
        name: What is scored.
        slots: Its counts.
        before: F1 in the baseline; None where there is nothing to compare with.
        interval: Of F1; None where it is not shown.
    """

    name: str
    slots: Slots
    before: float | None
    interval: Interval | None = None

    @property
    def difference(self) -> float | None:
        """How far F1 is from the baseline, where it is shown as another number."""
        change = None if self.before is None else round(100 * (self.slots.f1 - self.before), 1)
        return change or None


@dataclass(frozen=True)
class Value:
    """One field of a label and of what stands for it.

    Attributes:
        field: Its name.
        gold: The label; empty where there is none.
        predicted: The prediction; empty where there is none.
        outcome: The worst that happened in it: ``cor``, ``par``, ``inc``, ``mis`` or ``spu``.
    """

    field: str
    gold: str
    predicted: str
    outcome: str


@dataclass(frozen=True)
class RecordView:
    """A label and its prediction.

    Attributes:
        name: The list it is in.
        state: ``matched``, ``missed`` or ``spurious``.
        remark: What else is to be said of it.
        values: Its fields.
    """

    name: str
    state: str
    remark: str
    values: Sequence[Value]


@dataclass(frozen=True)
class CaseView:
    """An article.

    Attributes:
        fixture: Its labels.
        score: Its score.
        worse: Metrics that it pulls down.
        better: Metrics that it pulls up.
        pieces: Its text in pieces, each with who cites it: ``both``, ``label``, ``prediction`` or nobody.
        records: Labels and predictions.
        dropped: What was removed on the way, in words.
    """

    fixture: Fixture
    score: CaseScore
    worse: Sequence[str]
    better: Sequence[str]
    pieces: Sequence[tuple[str, str]]
    records: Sequence[RecordView]
    dropped: Sequence[str]

    @property
    def perfect(self) -> bool:
        """Whether every label was answered in full, and nothing else was given."""
        return not self.score.failure and all(self.score.slots[f"{name}.*"].f1 == 1 for name in LISTS)


def write_page(path: Path, judgement: Judgement, fixtures: Sequence[Fixture]) -> None:
    """Writes the page.

    Raises:
        RunError: The file cannot be written.
    """
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    before = {metric.name: metric for metric in judgement.metrics}
    score = judgement.score
    write_whole(
        path,
        template.render(
            judgement=judgement,
            run=judgement.replayed.run if judgement.replayed else None,
            recorded=sorted({each.recorded for each in judgement.replayed.recordings.values()})
            if judgement.replayed
            else [],
            lists=_lists(score, before) if score else [],
            fields=_fields(score, before) if score else [],
            cases=_cases(judgement, score, fixtures) if score else [],
        ),
    )


def _lists(score: RunScore, before: Mapping[str, Metric]) -> list[Row]:
    return [Row(key, score.micro(key), _earlier(key, before), score.interval(key)) for key in RECORD_KEYS]


def _fields(score: RunScore, before: Mapping[str, Metric]) -> list[Row]:
    return [Row(key, score.micro(key), _earlier(key, before)) for key in field_keys(score)]


def _earlier(key: str, before: Mapping[str, Metric]) -> float | None:
    return before[key].before.f1 if key in before else None


def _cases(judgement: Judgement, score: RunScore, fixtures: Sequence[Fixture]) -> list[CaseView]:
    """The articles, those that got worse first."""
    labelled = {fixture.id: fixture for fixture in fixtures}
    worse = judgement.worse_cases
    cases = []
    for case in score.cases:
        entry = judgement.replayed.run.entries[case.case] if judgement.replayed else None
        cases.append(
            CaseView(
                fixture=labelled[case.case],
                score=case,
                worse=worse.get(case.case, ()),
                better=[metric.name for metric in judgement.metrics if case.case in metric.better],
                pieces=_pieces(labelled[case.case], case),
                records=[_record(name, pair) for name in LISTS for pair in case.pairs[name]],
                dropped=[
                    f"{item.record}{f', {item.field}' if item.field else ''}: “{item.value}” – {item.reason}"
                    for item in (entry.summary.dropped if entry and entry.summary else ())
                ],
            )
        )
    return sorted(cases, key=lambda case: (not case.worse, case.fixture.id))


def _pieces(fixture: Fixture, case: CaseScore) -> list[tuple[str, str]]:
    labels = (*fixture.events, *fixture.casualties, *fixture.statements)
    labelled = {span for label in labels for span in fixture.spans(label)}
    pairs = [pair for name in LISTS for pair in case.pairs[name]]
    predicted = {span for pair in pairs if pair.predicted for span in pair.predicted.spans}
    ends = sorted({0, len(fixture.text), *(end for span in labelled | predicted for end in span)})
    pieces = []
    for start, end in pairwise(ends):
        by_label, by_prediction = (
            any(first <= start and end <= last for first, last in spans) for spans in (labelled, predicted)
        )
        who = ("both" if by_prediction else "label") if by_label else ("prediction" if by_prediction else "")
        pieces.append((fixture.text[start:end], who))
    return pieces


def _record(name: List, pair: Pair) -> RecordView:
    matched = pair.gold is not None and pair.predicted is not None
    remarks = [f"similarity {pair.similarity:.2f}"] if matched else []
    remarks += [pair.note] if pair.note else []
    remarks += [] if pair.scored else ["optional"]
    values = [value for spec in FIELDS[name] if spec.content and (value := _value(spec, pair))]
    state = "matched" if matched else "missed" if pair.gold else "spurious"
    return RecordView(name, state, ", ".join(remarks), values)


def _value(spec: FieldSpec, pair: Pair) -> Value | None:
    """What stands in a field on both sides; None where it is empty or passed over on both."""
    verdict = pair.verdicts[spec.name]
    if verdict == NOTHING:
        return None
    accepted = spec.accepted(pair.gold) if pair.gold else ()
    gold = accepted if spec.several else accepted[:1]
    given = spec.predicted(pair.predicted) if pair.predicted else None
    predicted = (given or ()) if spec.several else (given,)
    outcome = next(name for name in _WORST if getattr(verdict.slots, name))
    return Value(spec.name, _joined(gold), _joined(predicted), outcome)


def _joined(values: Sequence[object]) -> str:
    return "; ".join(words(value) for value in values if value is not None)
