"""What the peers have in common: the embedded model's server, and the summary around their records."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

from conflictsum.config import Choice
from conflictsum.errors import ConflictSumError
from conflictsum.schema import ConflictSummary, Dropped, Provenance, Usage
from conflictsum.version import __version__
from evals.peers.mapping import records

if TYPE_CHECKING:
    from conflictsum.article import Article
    from conflictsum.config import Strategy
    from conflictsum.local import LocalServer
    from evals.peers.told import Told

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible server.

    Attributes:
        base_url: Its address.
        api_key: Its key.
        model: Name of the model in requests.
    """

    base_url: str
    api_key: str
    model: str = "local"


@dataclass(frozen=True)
class Reply:
    """What a peer answers.

    Attributes:
        told: What it says of the article.
        usage: What that cost; the time is added.
        lost: Reasons why parts of the article have no answer.
    """

    told: Told
    usage: Usage
    lost: tuple[str, ...] = ()


class Peer(ABC):
    """Summarizes articles in another way; used like a :class:`~conflictsum.summarizer.Summarizer`.

    Args:
        endpoint: Server to ask; by default the embedded model's, which is started when the context is entered.
    """

    name: ClassVar[str]
    strategy: ClassVar[Strategy]
    prompt_files: ClassVar[tuple[str, ...]]
    context: ClassVar[int]
    slots: ClassVar[int]

    def __init__(self, endpoint: Endpoint | None = None) -> None:
        label = f"peer:{self.name}"
        self.choice = Choice(label=label, name=label, base_url=None, api_key="", weights=None, strategy=self.strategy)
        self._endpoint = endpoint
        self._server: LocalServer | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._end_server()

    def _begin(self) -> None:
        endpoint = self._endpoint
        if endpoint is None:
            self._server = _embedded(self.context, self.slots)
            endpoint = Endpoint(self._server.base_url, self._server.api_key)
        try:
            self.start(endpoint)
        except BaseException:
            self._end_server()
            raise

    def _revive(self) -> None:
        """Starts the embedded model anew where its engine has ended: an article must not fail by an earlier one."""
        with self._lock:
            if self._server is not None and self._server.closed:
                self.stop()
                self._begin()

    def _end_server(self) -> None:
        """Ends the embedded model's server, and so what is still being asked."""
        if self._server is not None:
            self._server.close()

    @abstractmethod
    def start(self, endpoint: Endpoint) -> None:
        """Prepares for questions to a server."""

    @abstractmethod
    def stop(self) -> None:
        """Frees what :meth:`start` took."""

    @abstractmethod
    def ask(self, article: Article) -> Reply:
        """Asks about one article; called from several threads.

        Raises:
            ConflictSumError: There is no valid answer; its ``usage`` tells what was spent.
        """

    def summarize(self, article: Article) -> ConflictSummary:
        """Summarizes one article.

        Raises:
            ConflictSumError: There is no valid answer; its ``usage`` tells what was spent.
        """
        self._revive()
        started = time.perf_counter()
        try:
            reply = self.ask(article)
        except ConflictSumError as error:
            error.usage = _timed(error.usage, started)
            raise
        found = records(reply.told, article)
        return ConflictSummary(
            article=article.info,
            strikes=found.strikes,
            attacks=found.attacks,
            casualties=found.casualties,
            statements=found.statements,
            dropped=tuple(Dropped(stage="answer", record="window", value="", reason=why) for why in reply.lost),
            usage=_timed(reply.usage, started),
            provenance=Provenance(
                conflictsum=__version__,
                model=self.choice.label,
                strategy=self.strategy,
                prompt=self.prompt_files[0],
                prompt_sha256=hashlib.sha256(b"".join(map(_read, self.prompt_files))).hexdigest(),
                created=dt.datetime.now(dt.UTC).replace(microsecond=0),
            ),
        )


def _timed(usage: Usage, started: float) -> Usage:
    return usage.model_copy(update={"seconds": round(time.perf_counter() - started, 3)})


def _read(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def _embedded(context: int, slots: int) -> LocalServer:
    from conflictsum.local import LocalServer  # noqa: PLC0415  only where the embedded model is asked
    from conflictsum.weights import locate  # noqa: PLC0415

    return LocalServer(locate(None), context=context, slots=slots)
