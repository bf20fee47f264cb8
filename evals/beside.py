"""Several runs side by side, on the articles that all of them did."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import TYPE_CHECKING

from evals.bootstrap import Share, interval
from evals.phrases import number
from evals.run import score_run
from evals.scoring import LISTS
from evals.sheets import Sheet
from evals.totals import RunScore

if TYPE_CHECKING:
    from evals.fixtures import Fixture
    from evals.journal import Run


def beside(runs: Sequence[Run], fixtures: Sequence[Fixture]) -> Sheet:
    """One column for each run: F1 with intervals, what needs no matching, seconds and tokens.

    Args:
        runs: Finished or not; only articles that all of them did are compared.
        fixtures: The articles that count, with their labels.

    Raises:
        RunError: A run is over other texts than the labels are of.
        ValueError: The runs have no article in common.
    """
    shared = set.intersection(*(set(run.entries) for run in runs)) & {fixture.id for fixture in fixtures}
    if not shared:
        raise ValueError("the runs have no article in common")
    parts = [run.only(shared) for run in runs]
    scores = [score_run(part, fixtures) for part in parts]
    rows = [(name, *(_f1([score.shares(name)]) for score in scores)) for name in ("strikes", "attacks")]
    rows.append(("events, either kind", *(_f1([score.shares("events")]) for score in scores)))
    rows += [(name, *(_f1([score.shares(name)]) for score in scores)) for name in ("casualties", "statements")]
    rows.append(("all records", *(_f1([score.shares(name) for name in LISTS]) for score in scores)))
    rows.append(("killed, exact in matches", *(_exact(score, "killed") for score in scores)))
    rows.append(("wounded, exact in matches", *(_exact(score, "wounded") for score in scores)))
    rows.append(("events in the wrong list", *(_misfiled(score) for score in scores)))
    rows.append(("records without evidence in the article", *(_ungrounded(score) for score in scores)))
    rows.append(("false alarms", *("{} of {}".format(*score.false_alarms) for score in scores)))
    rows.append(("articles without a summary", *(str(score.failures.total()) for score in scores)))
    rows += [(name, *cells) for name, cells in _costs(parts)]
    return Sheet(
        f"{number(len(shared), 'article')} of {', '.join(sorted({f.split for f in fixtures if f.id in shared}))}",
        ("F1 (95 %)", *(run.header.model for run in runs)),
        rows,
        "micro F1 in points of 100; intervals resample articles; false alarms on articles without records",
    )


def _f1(parts: Sequence[Sequence[Share]]) -> str:
    """F1 over lists that are counted together, article by article."""
    shares = [
        Share(sum(share.part for share in article), sum(share.whole for share in article))
        for article in zip(*parts, strict=True)
    ]
    found, bounds = sum(share.part for share in shares), interval(shares)
    whole = sum(share.whole for share in shares)
    return f"{100 * found / whole if whole else 100:.1f} ({100 * bounds.low:.0f}–{100 * bounds.high:.0f})"


def _exact(score: RunScore, field: str) -> str:
    matched = score.micro(f"casualties.{field}|matched")
    return f"{100 * matched.cor / matched.given:.1f} of {matched.given}" if matched.given else "–"


def _misfiled(score: RunScore) -> str:
    # noted on both sides: the label that is missed in one list, and the prediction that is spurious in the other
    wrong = (score.number("strikes|misfiled") + score.number("attacks|misfiled")) / 2
    return f"{wrong:.0f} of {score.micro('events').given:.0f}"


def _ungrounded(score: RunScore) -> str:
    told = score.number("records")
    return f"{told - score.number('grounded'):.0f} of {told:.0f}"


def _costs(runs: Sequence[Run]) -> list[tuple[str, list[str]]]:
    usages = [[entry.usage for entry in run.entries.values()] for run in runs]
    return [
        ("seconds for an article, median", [f"{statistics.median(u.seconds for u in usage):.1f}" for usage in usages]),
        ("tokens read", [f"{sum(u.input_tokens or 0 for u in usage):,}" for usage in usages]),
        ("of them from the cache", [f"{sum(u.cached_tokens or 0 for u in usage):,}" for usage in usages]),
        ("tokens written", [f"{sum(u.output_tokens or 0 for u in usage):,}" for usage in usages]),
    ]
