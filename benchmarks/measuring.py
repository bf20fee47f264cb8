"""Seconds, tokens and memory of ways to summarize, each measured in a new Python process with an engine of its own.

What these functions return is plain data, so that it can come back from that process: see :func:`in_new_process`.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from conflictsum import Config, Summarizer
from conflictsum.article import Article
from conflictsum.errors import ConflictSumError, SetupError
from conflictsum.schema import ConflictSummary, Usage
from evals.floor import Floor
from evals.peers import peer

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Loading:
    """How long it took until the embedded model could be asked.

    Attributes:
        python: Seconds since the new process was asked for, imports included.
        model: Those of them that the engine took to start and to take in the fixed part of the prompt.
    """

    python: float
    model: float


@dataclass(frozen=True)
class Work:
    """What one article took.

    Attributes:
        words: Of the article.
        seconds: From the article to its summary.
        usage: Tokens.
        records: Events, casualty reports and statements in the summary; None where there is none.
        memory: Most bytes that the process and its children had in memory since they began; None where not known.
        failure: Why there is no summary.
    """

    words: int
    seconds: float
    usage: Usage
    records: int | None
    memory: int | None
    failure: str | None = None


def in_new_process(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Calls a function in a Python process of its own, which ends with it, as does the engine it may start."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


def load(asked_for: float) -> Loading:
    """Loads the embedded model.

    Args:
        asked_for: When the new process was asked for, in seconds since the epoch.

    Raises:
        SetupError: The embedded model cannot be started.
    """
    return _load(Summarizer(Config(model="local")), asked_for)


def embedded(articles: Sequence[Article], asked_for: float) -> tuple[Loading, Work]:
    """Loads the embedded model and summarizes articles, of which the last is measured.

    Raises:
        SetupError: The embedded model cannot be started.
    """
    summarizer = Summarizer(Config(model="local"))
    return _load(summarizer, asked_for), _measured(summarizer.summarize, articles)


def rules(articles: Sequence[Article]) -> Work:
    """Summarizes articles without a model; the last is measured."""
    return _measured(Floor().summarize, articles)


def other(label: str, articles: Sequence[Article]) -> Work:
    """Summarizes articles in a peer's way, its engine being started before; the last is measured.

    Raises:
        SetupError: What the peer needs is not installed.
    """
    with peer(label) as started:
        return _measured(started.summarize, articles)


def peak_memory(root: int) -> int | None:
    """Sums up the largest resident sizes that a process and its descendants have had, in bytes.

    They need not have had them at one time, so this is an upper bound of their common peak. Pages of the mapped
    model file count. None where there is no Linux ``/proc``.
    """
    parents, peaks = {}, {}
    for process, parent, peak in _processes():
        parents[process], peaks[process] = parent, peak
    family = {root} & peaks.keys()
    while grown := {process for process, parent in parents.items() if parent in family} - family:
        family |= grown
    return sum(peaks[process] for process in family) or None


def _processes() -> Iterator[tuple[int, int, int]]:
    """Number, parent and largest resident bytes of all processes; threads of the kernel have none."""
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            lines = status.read_text(encoding="utf-8", errors="replace").splitlines()
            fields = dict(line.split(":", 1) for line in lines)
            kibibytes = int(fields.get("VmHWM", "0 kB").split()[0])
            yield int(fields["Pid"]), int(fields["PPid"]), kibibytes * 1024


def _load(summarizer: Summarizer, asked_for: float) -> Loading:
    told: list[float] = []
    summarizer.load(lambda step: told.append(time.time()) if step.stage == "load" else None)
    return Loading(python=time.time() - asked_for, model=told[-1] - told[0])


def _measured(summarize: Callable[[Article], ConflictSummary], articles: Sequence[Article]) -> Work:
    works = [_work(summarize, article) for article in articles]
    return works[-1]


def _work(summarize: Callable[[Article], ConflictSummary], article: Article) -> Work:
    records, failure = None, None
    started = time.perf_counter()
    try:
        summary = summarize(article)
        usage = summary.usage
        records = len(summary.events) + len(summary.casualties) + len(summary.statements)
    except SetupError:
        raise
    except Exception as error:  # noqa: BLE001  a failure is an outcome too, and costs time
        usage = error.usage if isinstance(error, ConflictSumError) else Usage()
        failure = f"{type(error).__name__}: {error}"
    return Work(
        words=len(article.text.split()),
        seconds=time.perf_counter() - started,
        usage=usage,
        records=records,
        memory=peak_memory(os.getpid()),
        failure=failure,
    )
