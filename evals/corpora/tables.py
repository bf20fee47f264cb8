"""What a run over a document set scored, as tables."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from evals.corpora.muc_score import SLOTS, TEMPLATES
from evals.corpora.releases import PLACES
from evals.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evals.journal import Run
    from evals.score import CaseScore
    from evals.totals import RunScore

_COLUMNS = ("", "COR", "PAR", "INC", "MIS", "SPU", "P", "R", "F1", "95 %", "in matches")
_NOTE = "a partial answer is half right; 95 %: bootstrap over documents; in matches: right among fields of matched ones"


def muc_sheets(score: RunScore, run: Run) -> list[Sheet]:
    """All tables of a run over MUC-4 documents."""
    empty = [case for case in score.cases if case.empty]
    alarms = sum(case.slots[TEMPLATES].spu > 0 for case in empty)
    rows = [
        *_overview(score, run),
        ("false alarms", f"{alarms} of {len(empty)} documents without required templates"),
    ]
    keys = (TEMPLATES, f"{TEMPLATES}.*", *(f"{TEMPLATES}.{slot}" for slot in SLOTS))
    return [
        Sheet("Run", ("", ""), rows),
        Sheet("Templates and their slots", _COLUMNS, [_row(score, key) for key in keys], _NOTE),
        Sheet(
            "Documents",
            ("document", "templates", "slots F1"),
            [[case.case, _triple(case, TEMPLATES), _share(case.slots[f"{TEMPLATES}.*"].f1)] for case in score.cases],
            "right / missed / spurious templates",
        ),
        *_failed(score),
    ]


def release_sheets(score: RunScore, run: Run) -> list[Sheet]:
    """All tables of a run over releases."""
    exact = sum(case.numbers["told"] == case.numbers["listed"] for case in score.cases if not case.failure)
    made = score.micro(f"{PLACES}.strikes_made")
    rows = [
        *_overview(score, run),
        ("strikes listed", f"{score.number('listed'):.0f}"),
        ("strikes told", f"{score.number('told'):.0f} (a record without a number is one)"),
        ("releases with the right total", f"{exact} of {len(score.cases)}"),
        ("exact numbers of strikes", f"{made.cor} of {made.expected} places"),
        ("places found as attacks", f"{score.number('misfiled'):.0f}"),
        ("strikes without a place", f"{score.number('without_place'):.0f}"),
    ]
    keys = (PLACES, f"{PLACES}.country", f"{PLACES}.strikes_made")
    return [
        Sheet("Run", ("", ""), rows),
        Sheet("Places with strikes", _COLUMNS, [_row(score, key) for key in keys], _NOTE),
        Sheet(
            "Releases",
            ("release", "places", "numbers right", "strikes listed", "strikes told", "as attacks", "without place"),
            [_release(case) for case in score.cases],
            "right / missed / spurious places",
        ),
        *_failed(score),
    ]


def _overview(score: RunScore, run: Run) -> list[tuple[str, str]]:
    seconds = sorted(run.entries[case.case].usage.seconds for case in score.cases)
    return [
        ("model", run.header.model),
        ("asked", run.header.strategy),
        ("conflictsum", run.header.conflictsum),
        ("documents", str(len(score.cases))),
        ("with a summary", _share(score.validity)),
        ("seconds for a document", f"{statistics.median(seconds):.1f} (median), {seconds[-1]:.1f} (longest)"),
    ]


def _row(score: RunScore, key: str) -> Sequence[str]:
    slots, matched, sure = score.micro(key), score.micro(f"{key}|matched"), score.interval(key)
    counts = [str(number) for number in (slots.cor, slots.par, slots.inc, slots.mis, slots.spu)]
    if not slots:
        return [key, *counts, *(["–"] * 5)]
    return [
        key,
        *counts,
        *(_share(value) for value in (slots.precision, slots.recall, slots.f1)),
        f"{_share(sure.low)}–{_share(sure.high)}",
        _share(matched.accuracy) if matched else "–",
    ]


def _release(case: CaseScore) -> Sequence[str]:
    made = case.slots[f"{PLACES}.strikes_made"]
    numbers = (case.numbers[name] for name in ("listed", "told", "misfiled", "without_place"))
    right = f"{made.cor} of {made.expected}"
    return [case.case, _triple(case, PLACES), right, *(f"{number:.0f}" for number in numbers)]


def _failed(score: RunScore) -> Iterator[Sheet]:
    rows = [[case.case, case.failure.error, case.failure.message[:100]] for case in score.cases if case.failure]
    if rows:
        yield Sheet("Documents without a summary", ("document", "error", "message"), rows, "scored as all missed")


def _triple(case: CaseScore, key: str) -> str:
    slots = case.slots[key]
    return f"{slots.cor + slots.par} / {slots.mis} / {slots.spu}"


def _share(value: float) -> str:
    return f"{100 * value:.1f}"
