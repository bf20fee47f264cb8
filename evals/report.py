"""What a run scored, as tables."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from evals.fields import FIELDS
from evals.links import FIELD as LINK
from evals.match import NOTES
from evals.price import dollars
from evals.scoring import scoring
from evals.sheets import Sheet
from evals.totals import RunScore, changed_cases, changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evals.bootstrap import Interval
    from evals.journal import Run
    from evals.scoring import List
    from evals.slots import Slots

RECORD_KEYS = ("strikes", "attacks", "events", "casualties", "statements")


def sheets(score: RunScore, run: Run) -> list[Sheet]:
    """All tables of a run."""
    return [
        _overview(score, run),
        _records(score),
        _fields(score),
        _counts(score),
        _tags(score),
        _articles(score, run),
        *_failed(score),
    ]


def comparison(before: RunScore, after: RunScore) -> list[Sheet]:
    """The tables that compare two runs over the same articles.

    Raises:
        ValueError: The articles differ.
    """
    keys = [*RECORD_KEYS, *field_keys(after)]
    rows = [
        [
            change.key,
            _share(change.before),
            _share(change.after),
            f"{100 * change.difference:+.1f}",
            _interval(change.interval, signed=True),
            "*" if change.certain else "",
        ]
        for change in changes(before, after, keys)
    ]
    cases = [
        [key, case, _triple(one), _triple(other)]
        for key in ("events", "casualties", "statements")
        for case, one, other in changed_cases(before, after, key)
    ]
    return [
        Sheet(
            "F1 before and after",
            ("", "before", "after", "difference", "95 % interval", ""),
            rows,
            "micro F1 in points of 100; paired bootstrap over articles; * the interval excludes 0",
        ),
        Sheet(
            "Articles that changed",
            ("records", "article", "before", "after"),
            cases,
            "right / missed / spurious records",
        ),
    ]


def field_keys(score: RunScore) -> list[str]:
    """Keys of all fields that occur, all content together first, list by list; strikes and attacks in one."""
    keys = []
    tables: dict[str, List] = {"events": "strikes", "casualties": "casualties", "statements": "statements"}
    for name, of in tables.items():
        keys += [f"{name}.{field}" for field in ("*", *_field_names(of)) if score.micro(f"{name}.{field}")]
    return keys


def _field_names(name: List) -> Iterator[str]:
    for spec in FIELDS[name]:
        yield spec.name
    if name == "casualties":
        yield LINK


def _overview(score: RunScore, run: Run) -> Sheet:
    alarms, empty = score.false_alarms
    usage = [run.entries[case.case].usage for case in score.cases]
    seconds = sorted(entry.seconds for entry in usage)
    rows = [
        ("model", run.header.model),
        ("asked", run.header.strategy),
        ("conflictsum", run.header.conflictsum),
        ("articles", str(len(score.cases))),
        ("with a summary", _share(score.validity)),
        ("false alarms", f"{alarms} of {empty} articles without records"),
        ("records with evidence in the article", _rate(score.rate("grounded", "records"))),
        ("records with all values in it too", _rate(score.rate("strictly_grounded", "records"))),
        ("values invented", _rate(score.rate("invented", "values"))),
        ("quotations fabricated", _rate(score.rate("fabricated", "quotes"))),
        ("tokens read", _total([entry.input_tokens for entry in usage], "{:,}".format)),
        ("tokens written", _total([entry.output_tokens for entry in usage], "{:,}".format)),
        ("cost", _total([dollars(run.header.model, entry) for entry in usage], _money)),
        ("seconds for an article", f"{statistics.median(seconds):.1f} (median), {seconds[-1]:.1f} (longest)"),
        ("matching", f"scoring.toml {scoring().sha256[:12]}"),
    ]
    return Sheet("Run", ("", ""), rows)


def _records(score: RunScore) -> Sheet:
    rows = []
    for key in RECORD_KEYS:
        slots, macro = score.micro(key), score.macro(key)
        rows.append(
            [
                key,
                str(slots.cor),
                str(slots.mis),
                str(slots.spu),
                *(_share(value) for value in (slots.precision, slots.recall, slots.f1)),
                _interval(score.interval(key)),
                *(_share(value) for value in (macro.f1, score.soft_f1(key))),
                *(f"{score.number(f'{key}|{note}'):.0f}" for note in NOTES),
            ]
        )
    columns = ("records", "right", "missed", "spurious", "P", "R", "F1", "95 %", "macro F1", "soft F1", *NOTES)
    return Sheet(
        "Records",
        columns,
        rows,
        "micro unless said; macro: mean over articles, failed ones 0; soft: a match counts by its similarity; "
        "misfiled events (strikes as attacks or the reverse) get no credit",
    )


def _fields(score: RunScore) -> Sheet:
    rows = []
    for key in field_keys(score):
        slots, matched = score.micro(key), score.micro(f"{key}|matched")
        rows.append(
            [
                key,
                *(str(number) for number in (slots.cor, slots.par, slots.inc, slots.mis, slots.spu)),
                *(_share(value) for value in (slots.precision, slots.recall, slots.f1)),
                _share(score.micro(f"{key}|exact").f1),
                _share(score.macro(key).f1),
                _share(matched.accuracy) if matched else "–",
                _rate(score.rate(f"{key}|overlap", f"{key}|compared")),
            ]
        )
    columns = (
        *("field", "COR", "PAR", "INC", "MIS", "SPU", "P", "R", "F1", "exact F1", "macro F1"),
        *("in matches", "overlap"),
    )
    return Sheet(
        "Fields",
        columns,
        rows,
        "exact: no aliases, no partial answers; in matches: right among fields of matched records; overlap: mean of "
        "intersection over union (numbers, days, evidence) or of similarity (text)",
    )


def _counts(score: RunScore) -> Sheet:
    rows = []
    for field in ("killed", "wounded", "missing", "captured"):
        key = f"casualties.{field}"
        if score.number(f"{key}|measured"):
            matched = score.micro(f"{key}|matched")
            rows.append(
                [
                    field,
                    f"{score.number(f'{key}|measured'):.0f}",
                    _share(matched.cor / matched.given),
                    _rate(score.rate(f"{key}|same_bound", f"{key}|measured")),
                    _rate(score.rate(f"{key}|overlap", f"{key}|compared")),
                    f"{score.number(f'{key}|error') / score.number(f'{key}|measured'):.1f}",
                ]
            )
    columns = ("people", "compared", "exact range", "same lower bound", "overlap", "mean error")
    return Sheet("Numbers in matched casualty reports", columns, rows)


def _tags(score: RunScore) -> Sheet:
    tags = sorted({tag for case in score.cases for tag in case.tags})
    rows = []
    for tag in tags:
        part = score.with_tag(tag)
        rows.append([tag, str(len(part.cases)), *(_share(part.micro(key).f1) for key in RECORD_KEYS)])
    return Sheet("F1 by tag", ("tag", "articles", *RECORD_KEYS), rows)


def _articles(score: RunScore, run: Run) -> Sheet:
    rows = []
    for case in score.cases:
        usage = run.entries[case.case].usage
        tokens = ("–" if count is None else f"{count:,}" for count in (usage.input_tokens, usage.output_tokens))
        counts = (_triple(case.slots[key]) for key in ("events", "casualties", "statements"))
        rows.append([case.case, *counts, *tokens, _money(dollars(run.header.model, usage)), f"{usage.seconds:.1f}"])
    columns = ("article", "events", "casualties", "statements", "tokens read", "written", "cost", "seconds")
    return Sheet("Articles", columns, rows, "right / missed / spurious records")


def _failed(score: RunScore) -> Iterator[Sheet]:
    rows = [[case.case, case.failure.error, case.failure.message[:100]] for case in score.cases if case.failure]
    if rows:
        yield Sheet("Articles without a summary", ("article", "error", "message"), rows, "scored as all missed")


def _share(value: float) -> str:
    return f"{100 * value:.1f}"


def _rate(value: float | None) -> str:
    return "–" if value is None else _share(value)


def _interval(interval: Interval, *, signed: bool = False) -> str:
    if signed:
        return f"{100 * interval.low:+.1f} to {100 * interval.high:+.1f}"
    return f"{100 * interval.low:.1f}–{100 * interval.high:.1f}"


def _total(amounts: Sequence[float | None], written: Callable[[float], str]) -> str:
    """The sum of what is known, and of how many articles where that is not all."""
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return "–"
    return written(sum(known)) + ("" if len(known) == len(amounts) else f" (of {len(known)} articles)")


def _money(amount: float | None) -> str:
    return "–" if amount is None else f"${amount:.4f}"


def _triple(slots: Slots) -> str:
    return f"{slots.cor} / {slots.mis} / {slots.spu}"
