"""Runs a model over articles: several at a time, each one written down as soon as it is done."""

from __future__ import annotations

import datetime as dt
import fnmatch
import re
import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from conflictsum.errors import AuthenticationError, ConflictSumError, SetupError, UnknownModelError
from conflictsum.schema import ConflictSummary, Usage
from evals.fixtures import Fixture
from evals.journal import Entry, Header, Journal, Run, RunError, fingerprint
from evals.score import Failure, score_case
from evals.totals import RunScore

FOLDER = Path(__file__).with_name("runs")

Summarize = Callable[[Fixture], ConflictSummary]
# errors that every other article would end with too: there is nothing to measure
_HOPELESS = (SetupError, AuthenticationError, UnknownModelError)


def run_cases(
    fixtures: Iterable[Fixture],
    summarize: Summarize,
    journal: Journal,
    *,
    concurrency: int,
    on_done: Callable[[Entry], None] = lambda _: None,
) -> None:
    """Summarizes the articles that the journal does not hold yet.

    Whatever goes wrong with one article becomes its failure and is scored as such.

    Args:
        fixtures: The articles.
        summarize: Makes the summary of one; called from several threads.
        journal: Where the outcomes go.
        concurrency: Articles at work at once.
        on_done: Called after each article.

    Raises:
        ConflictSumError: The model cannot be asked at all.
        RunError: The journal cannot be written.
    """
    waiting = [fixture for fixture in fixtures if fixture.id not in journal.entries][::-1]
    pool = ThreadPoolExecutor(concurrency)
    working: set[Future[Entry]] = set()
    hopeless: ConflictSumError | None = None
    try:
        while waiting or working:
            while waiting and len(working) < concurrency:
                working.add(pool.submit(_entry, waiting.pop(), summarize))
            done, working = wait(working, return_when=FIRST_COMPLETED)
            for future in done:
                try:
                    entry = future.result()
                except _HOPELESS as error:
                    hopeless = error
                    waiting.clear()  # but what is being answered is paid for, and kept
                    continue
                journal.add(entry)
                on_done(entry)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    if hopeless:
        raise hopeless


def _entry(fixture: Fixture, summarize: Summarize) -> Entry:
    try:
        summary = summarize(fixture)
    except _HOPELESS:
        raise
    except ConflictSumError as error:
        return Entry(case=fixture.id, failure=Failure(type(error).__name__, str(error)), usage=error.usage)
    except Exception as error:  # noqa: BLE001  a crash is an outcome like any other, and scores as all missed
        where = traceback.extract_tb(error.__traceback__)[-1]
        message = f"{error} ({Path(where.filename).name}:{where.lineno})"
        return Entry(case=fixture.id, failure=Failure(type(error).__name__, message), usage=Usage())
    return Entry(case=fixture.id, summary=summary, usage=summary.usage)


def header(fixtures: Sequence[Fixture], *, model: str, strategy: str, version: str) -> Header:
    """The first line of a new journal."""
    return Header(
        model=model,
        strategy=strategy,
        conflictsum=version,
        started=dt.datetime.now(dt.UTC).replace(microsecond=0),
        cases={fixture.id: fingerprint(fixture) for fixture in fixtures},
    )


def journal_path(first: Header, folder: Path = FOLDER) -> Path:
    """Where a new run goes: a file named by model and time."""
    model = re.sub(r"[^\w.-]+", "-", first.model).strip("-")
    return folder / f"{first.started:%Y%m%d-%H%M%S}-{model}.jsonl"


def chosen(fixtures: Iterable[Fixture], split: str, patterns: Sequence[str]) -> list[Fixture]:
    """The articles of a split whose id, topic, register or a tag matches one of the patterns.

    Args:
        fixtures: All articles.
        split: ``dev``, ``test`` or ``all``.
        patterns: Shell patterns (``sudan-*``); none stands for all.
    """
    return [
        fixture
        for fixture in fixtures
        if split in ("all", fixture.split) and (not patterns or any(_fits(fixture, pattern) for pattern in patterns))
    ]


def _fits(fixture: Fixture, pattern: str) -> bool:
    names = (fixture.id, fixture.topic, fixture.register_, *fixture.tags)
    return any(fnmatch.fnmatchcase(name, pattern) for name in names)


def score_run(run: Run, fixtures: Sequence[Fixture]) -> RunScore:
    """Scores the outcomes of a run.

    Args:
        run: What became of the articles.
        fixtures: Labels, of these articles and maybe others.

    Raises:
        RunError: An article was not done, has no labels, or has been changed since.
    """
    labelled = {fixture.id: fixture for fixture in fixtures}
    cases = run.header.cases
    if run.missing:
        raise RunError(
            f"{run.path}: {len(run.missing)} of {len(cases)} articles were not done ({_some(run.missing)}): "
            f"go on with run --into {run.path}"
        )
    for problem, ids in {
        "have no labels": [case for case in cases if case not in labelled],
        "were changed after the run": [
            case for case, given in cases.items() if case in labelled and fingerprint(labelled[case]) != given
        ],
    }.items():
        if ids:
            raise RunError(f"{run.path}: {len(ids)} of {len(cases)} articles {problem}: {_some(ids)}")
    return RunScore(tuple(score_case(labelled[case], run.entries[case].outcome) for case in sorted(cases)))


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:3]) + (", …" if len(ids) > 3 else "")  # noqa: PLR2004  enough to know which
