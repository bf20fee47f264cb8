"""One article on its way through the pipeline: what is asked, answered and spent, and what comes of it."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from conflictsum.article import Article
from conflictsum.asking import Answer, Ask
from conflictsum.config import Choice, Config
from conflictsum.errors import ConflictSumError
from conflictsum.extract import Extraction, Reply, extraction
from conflictsum.gathering import gather
from conflictsum.grounding import GroundedDraft
from conflictsum.link import link
from conflictsum.progress import OnProgress, Progress, Stage
from conflictsum.resolve.records import resolve
from conflictsum.schema import ConflictSummary, Dropped, Provenance, Usage
from conflictsum.version import __version__

_CUT = Dropped(
    stage="answer",
    record="window",
    value="",
    reason="the server read only part of the question, so records may be missing: raise its context length (for Ollama "
    "num_ctx), or use strategy='windowed'",
)


@dataclass
class Run:
    """One article on its way: what was asked, answered and spent."""

    choice: Choice
    config: Config
    article: Article
    on_progress: OnProgress | None
    usage: list[Usage] = field(default_factory=list)
    served_model: str | None = None
    stage: Stage = "ask"
    answered: int = 0
    asked: int = 0
    dropped: list[Dropped] = field(default_factory=list)
    started: float = field(default_factory=time.perf_counter)

    def __post_init__(self) -> None:
        self.extraction: Extraction = extraction(self.article, self.choice, self.config)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """An error leaves with everything that was spent on the article, and its name."""
        if isinstance(error, ConflictSumError):
            error.usage = self.spent
            error.source = error.source or self.article.source

    @property
    def spent(self) -> Usage:
        """The usage of all answers, failed ones included."""
        return Usage(
            calls=sum(usage.calls for usage in self.usage),
            input_tokens=_sum(usage.input_tokens for usage in self.usage),
            output_tokens=_sum(usage.output_tokens for usage in self.usage),
            cached_tokens=_sum(usage.cached_tokens for usage in self.usage),
            seconds=round(time.perf_counter() - self.started, 3),
        )

    def asking(self, asks: Sequence[Ask]) -> None:
        """Tells how many questions are about to be asked; a second round is a recheck."""
        self.stage = "recheck" if self.answered else "ask"
        self.answered, self.asked = 0, len(asks)
        self._tell()

    def received(self, reply: Reply) -> None:
        """Notes what an answer cost, and whether the server read all of the question."""
        self.answered += 1
        self._tell()
        if isinstance(reply, Answer):
            name = reply.served_model or ""
            # the embedded engine names its model by the file's path, which is nobody's business
            self.served_model = (re.split(r"[/\\]", name)[-1] if self.choice.is_local else name) or None
            if reply.cut:
                self.dropped.append(_CUT)
            usage = Usage(
                calls=reply.calls,
                input_tokens=reply.input_tokens,
                output_tokens=reply.output_tokens,
                cached_tokens=reply.cached_tokens,
            )
        else:
            usage = reply.usage
        self.usage.append(usage)

    def _tell(self) -> None:
        if self.on_progress:
            self.on_progress(Progress(self.stage, self.answered, self.asked))

    def summary(self, grounded: GroundedDraft) -> ConflictSummary:
        """The stages after the model."""
        resolved = resolve(grounded, self.article)
        if self.choice.strategy != "whole":
            resolved = gather(resolved, self.article)
        linked = link(resolved, self.article)
        return ConflictSummary(
            article=self.article.info,
            strikes=linked.strikes,
            attacks=linked.attacks,
            casualties=linked.casualties,
            statements=linked.statements,
            dropped=(*self.dropped, *grounded.dropped, *resolved.dropped),
            usage=self.spent,
            provenance=Provenance(
                conflictsum=__version__,
                model=self.choice.label,
                served_model=self.served_model,
                server=self.choice.server,
                strategy=self.choice.strategy,
                prompt=self.extraction.prompt.name,
                prompt_sha256=self.extraction.prompt.sha256,
                created=dt.datetime.now(dt.UTC).replace(microsecond=0),
            ),
        )


def _sum(values: Iterable[int | None]) -> int | None:
    """The total; None when nothing was reported."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None
