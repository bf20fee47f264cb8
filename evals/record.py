"""Makes recordings: summarizes articles with a live model and keeps every question and answer."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Self

import httpx2

from conflictsum.config import Choice, choose_model
from conflictsum.summarizer import Summarizer
from conflictsum.version import __version__
from conflictsum.weights import ADAPTER, EMBEDDED
from evals.journal import Entry, RunError, fingerprint
from evals.recordings import (
    FOLDER,
    Exchange,
    Recording,
    exchange,
    key_of,
    read_recording,
    recording_path,
    write_recording,
)
from evals.replay import InMemory
from evals.run import header, run_cases

if TYPE_CHECKING:
    from conflictsum.config import Config
    from conflictsum.schema import ConflictSummary
    from evals.fixtures import Fixture

_LIBRARIES = ("openai", "instructor", "pydantic")
# what a server says about the question itself, and would say again; anything else is trouble on the way
_ANSWERS = frozenset({200, 400, 413, 422})
_NOT_ASKED = 503
_REBUILT = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class Recorder(httpx2.BaseTransport):
    """Passes questions on to a live model and keeps the answers; what is known already is not asked again.

    Args:
        known: Earlier answers, by key.
        send: Asks the model.

    Attributes:
        used: The exchanges of this article, by key.
        lost: Keys of questions that were asked and have no answer.
    """

    def __init__(self, known: Mapping[str, Exchange], send: Callable[[httpx2.Request], httpx2.Response]) -> None:
        self._known = known
        self._send = send
        self.used: dict[str, Exchange] = {}
        self.lost: set[str] = set()

    @property
    def asked(self) -> int:
        """How many answers are new."""
        return len(self.used.keys() - self._known.keys())

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Gives the known answer, or else asks."""
        request.read()
        key = key_of(request)
        known = self.used.get(key) or self._known.get(key)
        if known is not None:
            self.used[key] = known
            return httpx2.Response(known.status, json=known.body)
        self.lost.add(key)
        response = self._send(request)
        response.read()
        if response.status_code in _ANSWERS:
            with contextlib.suppress(ValueError):  # no JSON: not the model's answer
                self.used[key] = exchange(request, response)
                self.lost.discard(key)
        headers = [(name, value) for name, value in response.headers.items() if name not in _REBUILT]
        return httpx2.Response(response.status_code, headers=headers, content=response.content)


class Session:
    """A live model at work on recordings. Several threads may share it; use as a context manager.

    Args:
        config: The model and how it is asked.
        folder: Where the recordings of all models stand.

    Attributes:
        choice: The model that is asked.
        asked: For each article that is recorded, how many questions the model was asked.
        lost: Articles of which some questions got no answer.

    Raises:
        SetupError: No model can be chosen.
        UnknownModelError: The model's server is not known.
    """

    def __init__(self, config: Config, folder: Path = FOLDER) -> None:
        self.choice: Choice = choose_model(config)
        self.asked: dict[str, int] = {}
        self.lost: list[str] = []
        self._config = config
        self._folder = folder
        self._fault: RunError | None = None
        from conflictsum.llm import _Sockets  # noqa: PLC0415  imports openai

        self._over = False
        self._sockets = _Sockets()
        # the timeouts of each question come with it; a proxy is for servers, not for the model on this machine
        self._live = httpx2.Client(
            trust_env=not self.choice.is_local,
            follow_redirects=True,
            event_hooks={"request": [self._sockets.watch]},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends what is under way: after Ctrl-C nobody waits minutes for answers."""
        self._over = True
        self._sockets.cut()
        self._live.close()

    def record(
        self, fixtures: Sequence[Fixture], *, concurrency: int, on_done: Callable[[Entry], None] = lambda _: None
    ) -> None:
        """Records articles, each one written as soon as it is done. What is recorded already is not asked again.

        Args:
            fixtures: The articles.
            concurrency: Articles at work at once.
            on_done: Called after each article.

        Raises:
            ConflictSumError: The model cannot be asked at all.
            RunError: A recording that is there is damaged, or a new one cannot be written.
        """

        def done(entry: Entry) -> None:
            if self._fault:
                raise self._fault
            on_done(entry)

        first = header(fixtures, model=self.choice.label, strategy=self.choice.strategy, version=__version__)
        journal = InMemory(Path("recording"), first, {})
        run_cases(fixtures, self._summarize, journal, concurrency=concurrency, on_done=done)

    def _summarize(self, fixture: Fixture) -> ConflictSummary:
        try:
            return self._recorded(fixture)
        except RunError as error:
            self._fault = error
            raise

    def _recorded(self, fixture: Fixture) -> ConflictSummary:
        before = self._earlier(fixture)
        known = {each.key: each for each in before.exchanges} if before else {}
        recorder = Recorder(known, self._send)
        started = time.perf_counter()
        try:
            with Summarizer(self._config, http_client=httpx2.Client(transport=recorder)) as summarizer:
                summary = summarizer.summarize(fixture.article)
        except Exception:  # whatever went wrong, the answers are there
            if recorder.used or recorder.lost:
                self._keep(fixture, before, recorder, time.perf_counter() - started)
            raise
        self._keep(fixture, before, recorder, time.perf_counter() - started)
        return summary

    def _send(self, request: httpx2.Request) -> httpx2.Response:
        if self._over:
            return httpx2.Response(_NOT_ASKED, headers={"x-should-retry": "false"})
        return self._live.send(request)

    def _earlier(self, fixture: Fixture) -> Recording | None:
        """The recording that is there, if it is of the same article and model."""
        path = recording_path(self._folder, self.choice.label, fixture.id)
        if not path.exists():
            return None
        recording = read_recording(path)
        return recording if recording.is_of(fixture) and recording.is_by(self.choice, engine(self.choice)) else None

    def _keep(self, fixture: Fixture, before: Recording | None, recorder: Recorder, seconds: float) -> None:
        known = {each.key: each for each in before.exchanges} if before else {}
        exchanges = recorder.used
        if recorder.lost:
            self.lost.append(fixture.id)
            exchanges = known | exchanges  # nothing that may be needed the next time is thrown away
            if not exchanges:
                return
        else:
            self.asked[fixture.id] = recorder.asked
        if before and exchanges == known:
            return
        recording = Recording(
            case=fixture.id,
            article=fingerprint(fixture),
            origin="live",
            model=self.choice.label,
            name=self.choice.name,
            base_url=self.choice.base_url,
            strategy=self.choice.strategy,
            engine=engine(self.choice),
            libraries={"conflictsum": __version__, **{name: metadata.version(name) for name in _LIBRARIES}},
            recorded=dt.datetime.now(dt.UTC).date(),
            seconds=before.seconds if before and recorder.asked < len(recorder.used) else round(seconds, 1),
            exchanges=tuple(each for _, each in sorted(exchanges.items())),
        )
        write_recording(recording_path(self._folder, self.choice.label, fixture.id), recording)


def engine(choice: Choice) -> str | None:
    """What runs an embedded model, its weights and its adapter; None for a server."""
    if not choice.is_local:
        return None
    weights = Path(choice.weights).name if choice.weights else EMBEDDED.filename
    adapter = f", {_adapter()}" if choice.strategy == "listed" else ""
    return f"xllamacpp {metadata.version('xllamacpp')}, {weights}{adapter}"


@functools.cache
def _adapter() -> str:
    """Name and fingerprint of the adapter."""
    return f"{ADAPTER.stem} {hashlib.sha256(ADAPTER.read_bytes()).hexdigest()[:12]}"
