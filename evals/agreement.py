"""How far two coders agree who labelled the same articles from the same codebook.

Each coder's labels in turn are taken as the right ones and the other's are judged as the scorer judges a summary: the
same matching, the same comparison of fields. The counts of both directions are added, so it does not matter who is
called the first.

*Records*: of those that a coder holds necessary, the share which the other has as well, be it as an optional one. As
both coders take their turn, this is the F1 of either against the other; optional records count against nobody.

*Fields*, of matched records only, where at least one coder fills them. *Exact*: the two labelled values are the same,
no alias, no partial answer, no alternative. *Tolerant*: as the scorer does, a partial answer as half.

*Kappa* (Cohen 1960), of codes: agreement of the two labelled values beyond what their frequencies alone would give; no
value is a code too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evals.bootstrap import Interval, Share, interval, interval_of, ratio
from evals.compare import compare_codes
from evals.fields import FIELDS, Gold
from evals.fixtures import Fixture, GoldCasualty, GoldEvent, GoldStatement, Labels, read_labels
from evals.judge import judge
from evals.labels import LabelFile
from evals.links import FIELD as LINK
from evals.match import OTHER
from evals.perfect import perfect
from evals.score import EVENTS, score_case
from evals.scoring import LISTS, List
from evals.sheets import Sheet
from evals.slots import Slots, total
from evals.source import FixtureError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evals.match import Pair

FOLDER = Path(__file__).with_name("second")
Codes = Counter[tuple[str | None, str | None]]

TABLES: dict[str, List] = {EVENTS: "strikes", "casualties": "casualties", "statements": "statements"}
KIND = f"{EVENTS}.kind"
_NO_CODES = {"time"}  # compared like codes, but of no closed list


class SecondLabels(Labels):
    """What a second coder wrote of an article; all else stands in the label file of that id."""

    id: str
    events: tuple[GoldEvent, ...] = ()
    casualties: tuple[GoldCasualty, ...] = ()
    statements: tuple[GoldStatement, ...] = ()


def read_second(path: Path, firsts: Mapping[str, Fixture]) -> Fixture:
    """Reads a second coder's file and checks it against the text.

    Args:
        path: The file.
        firsts: The labelled articles by id.

    Returns:
        The article with the second coder's labels in place of the first ones.

    Raises:
        FixtureError: The file is malformed, its id is that of no article, or its labels do not fit the text.
    """
    labels = read_labels(path, SecondLabels)
    if labels.id not in firsts:
        raise FixtureError([Problem(path, 1, f"id {labels.id!r} is that of no label file")])
    tables = {"events": labels.events, "casualties": labels.casualties, "statements": labels.statements}
    fixture = firsts[labels.id].model_copy(update=tables)
    if problems := list(LabelFile(path, fixture).problems()):
        raise FixtureError(problems)
    return fixture


@dataclass
class CaseAgreement:
    """The agreement on one article, both directions added.

    Attributes:
        records: Under each list, and ``events`` for strikes and attacks in one: necessary records that the other coder
            has (``cor``) and has not (``mis``); under ``LIST|all`` the same of all records, optional ones included.
        fields: Under ``LIST.FIELD`` the tolerant counts of matched records; the lists are ``events``, ``casualties``
            and ``statements``.
        exact: The same without tolerance.
        codes: Under ``LIST.FIELD``, for codes, how often which two values met, the first coder's before the second's.
    """

    records: defaultdict[str, Slots] = field(default_factory=lambda: defaultdict(Slots))
    fields: defaultdict[str, Slots] = field(default_factory=lambda: defaultdict(Slots))
    exact: defaultdict[str, Slots] = field(default_factory=lambda: defaultdict(Slots))
    codes: defaultdict[str, Codes] = field(default_factory=lambda: defaultdict(Counter))


def agreement(first: Fixture, second: Fixture) -> CaseAgreement:
    """Compares two labellings of one article.

    Args:
        first: The article with one coder's labels.
        second: The same article with another's.
    """
    case = CaseAgreement()
    for labels, answers, turned in ((first, second, False), (second, first, True)):
        pairs = score_case(labels, perfect(answers)).pairs
        for name in LISTS:
            for pair in pairs[name]:
                if pair.gold is not None:
                    _count_record(case, name, pair)
                if pair.gold is not None and pair.scored:
                    _count_fields(case, name, pair, pair.gold, turned=turned)
    return case


def _count_record(case: CaseAgreement, name: List, pair: Pair) -> None:
    found = Slots(cor=1) if pair.predicted else Slots(mis=1)
    for key in (name, EVENTS) if name in OTHER else (name,):
        case.records[f"{key}|all"] += found
        if pair.scored:
            case.records[key] += found


def _count_fields(case: CaseAgreement, name: List, pair: Pair, gold: Gold, *, turned: bool) -> None:
    table = EVENTS if name in OTHER else name
    if table == EVENTS and (pair.predicted or pair.note == "misfiled"):
        answer = name if pair.predicted else OTHER[name]
        verdict = Slots(cor=1) if answer == name else Slots(inc=1)
        case.fields[KIND] += verdict
        case.exact[KIND] += verdict
        _count_code(case, KIND, name, answer, turned=turned)
    if pair.predicted is None:
        return
    strict = Gold(gold.record.model_copy(update={"alternatives": {}}), gold.spans)
    for spec in FIELDS[name]:
        key = f"{table}.{spec.name}"
        case.fields[key] += pair.verdicts[spec.name].slots
        if spec.comparator is compare_codes and spec.name not in _NO_CODES:
            _count_code(case, key, spec.accepted(gold)[0], spec.predicted(pair.predicted), turned=turned)
        case.exact[key] += judge(spec, strict, pair.predicted).exact
    if LINK in pair.verdicts:
        key = f"{table}.{LINK}"
        case.fields[key] += pair.verdicts[LINK].slots
        case.exact[key] += pair.verdicts[LINK].exact


def _count_code(case: CaseAgreement, key: str, label: str | None, answer: str | None, *, turned: bool) -> None:
    case.codes[key][(answer, label) if turned else (label, answer)] += 1


def kappa(codes: Codes) -> float:
    """Cohen's kappa: 1 where all agree, 0 where no more agree than by chance.

    Args:
        codes: How often which two values met. Where both coders use one and the same value throughout, there is no
            chance to beat, and the result is 1.
    """
    size = codes.total()
    ours, theirs = Counter[str | None](), Counter[str | None]()
    for (one, other), count in codes.items():
        ours[one] += count
        theirs[other] += count
    observed = sum(count for (one, other), count in codes.items() if one == other) / size if size else 1.0
    chance = sum(ours[value] * theirs[value] for value in ours) / size**2 if size else 1.0
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0


def sheets(cases: Sequence[CaseAgreement]) -> list[Sheet]:
    """The tables of an agreement over articles."""
    return [_records(cases), _fields(cases)]


def _records(cases: Sequence[CaseAgreement]) -> Sheet:
    rows = []
    for name in ("strikes", "attacks", EVENTS, "casualties", "statements"):
        slots = [case.records[name] for case in cases]
        whole = total(slots)
        everything = total(case.records[f"{name}|all"] for case in cases).accuracy
        rows.append([name, str(whole.expected), str(whole.mis), *_share_and_interval(slots), f"{100 * everything:.1f}"])
    return Sheet(
        f"Records, {len(cases)} articles",
        ("records", "necessary to a coder", "not with the other", "F1", "95 %", "F1, optional too"),
        rows,
        "both coders' records added; optional ones count against nobody, but in the last column",
    )


def _fields(cases: Sequence[CaseAgreement]) -> Sheet:
    rows = []
    for key in _keys():
        slots = [case.fields[key] for case in cases]
        if not (whole := total(slots)):
            continue
        exact = total(case.exact[key] for case in cases).accuracy
        codes = [case.codes[key] for case in cases]
        chance_free = [f"{kappa(_sum(codes)):.2f}", _kappa_interval(codes)] if any(codes) else ["", ""]
        rows.append(
            [key, str(whole.given + whole.mis), f"{100 * exact:.1f}", *_share_and_interval(slots), *chance_free]
        )
    return Sheet(
        "Fields of matched records",
        ("field", "compared", "exact", "tolerant", "95 %", "kappa", "95 % "),
        rows,
        "per cent; each match counts once for each coder that holds the record necessary",
    )


def _keys() -> Iterable[str]:
    yield KIND
    for table, name in TABLES.items():
        yield from (f"{table}.{spec.name}" for spec in FIELDS[name])
        if name == "casualties":
            yield f"{table}.{LINK}"


def _share_and_interval(slots: Sequence[Slots]) -> tuple[str, str]:
    shares = [Share(each.right, each.given + each.mis) for each in slots]
    limits = interval(shares)
    return f"{100 * ratio(shares):.1f}", f"{100 * limits.low:.1f}–{100 * limits.high:.1f}"


def _kappa_interval(codes: Sequence[Codes]) -> str:
    limits: Interval = interval_of(lambda sample: kappa(_sum(codes[index] for index in sample)), len(codes))
    return f"{limits.low:.2f}–{limits.high:.2f}"


def _sum(codes: Iterable[Codes]) -> Codes:
    whole: Codes = Counter()
    for each in codes:
        whole.update(each)
    return whole
