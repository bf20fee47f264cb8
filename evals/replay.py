"""Runs on recorded answers: no model, no key, no network, and the same result each time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2

from conflictsum.config import Choice, Config
from conflictsum.summarizer import Summarizer
from conflictsum.version import __version__
from evals.journal import Entry, Header, Journal, Run, RunError, fingerprint
from evals.recordings import FOLDER, Recording, difference, key_of, read_recording, recording_path
from evals.run import run_cases

if TYPE_CHECKING:
    from conflictsum.schema import ConflictSummary
    from evals.fixtures import Fixture

_NOWHERE = "http://127.0.0.1/v1"  # where questions would go, if the transport let any out
_NO_ANSWER = 424  # Failed Dependency: no client tries it again


class Replay(httpx2.BaseTransport):
    """Answers questions from a recording, in whatever order they come.

    Attributes:
        missed: For each question without a recorded answer, how it begins and what is different about it.
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._answers = {each.key: each for each in recording.exchanges}
        self._used: set[str] = set()
        self.missed: list[str] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Gives the recorded answer; without one, HTTP 424."""
        request.read()
        known = self._answers.get(key_of(request))
        if known is not None:
            self._used.add(known.key)
            return httpx2.Response(known.status, json=known.body)
        asked = json.loads(request.content)
        self.missed.append(difference(asked, self._recording.exchanges))
        message = f"no recording of this question about {self._recording.case}: it {self.missed[-1]}"
        return httpx2.Response(_NO_ANSWER, headers={"x-should-retry": "false"}, json={"error": {"message": message}})

    @property
    def unused(self) -> list[str]:
        """How the recorded questions begin that were not asked."""
        return [each.question for each in self._recording.exchanges if each.key not in self._used]


@dataclass(frozen=True)
class Embedded(Choice):
    """The embedded model as recordings know it: asked in its own way, but not started."""

    @property
    def is_local(self) -> bool:
        """True, although it has an address."""
        return True

    @property
    def server(self) -> None:
        """None, as for the model itself."""
        return


class InMemory(Journal):
    """A journal that is not written down."""

    def add(self, entry: Entry) -> None:
        """Keeps what became of an article."""
        self.entries[entry.case] = entry


@dataclass(frozen=True)
class Replayed:
    """What came of a replay.

    Attributes:
        run: The run, as if the model had been asked.
        recordings: What it was made from, by article.
        missing: For articles that cannot be replayed, why not.
        unused: For articles with recorded questions that were not asked, how these begin.
    """

    run: Run
    recordings: dict[str, Recording] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    unused: dict[str, list[str]] = field(default_factory=dict)


def replay(
    fixtures: Sequence[Fixture],
    model: str,
    *,
    folder: Path = FOLDER,
    journal: Callable[[Header], Journal] | None = None,
    on_done: Callable[[Entry], None] = lambda _: None,
) -> Replayed:
    """Summarizes articles with recorded answers.

    The seconds of a summary are those of the live run.

    Args:
        fixtures: The articles.
        model: The model whose recordings to take.
        folder: Where the recordings of all models stand.
        journal: Opens the journal to write; by default none is written.
        on_done: Called after each article.

    Raises:
        RunError: A recording is damaged, or they come from different models.
    """
    recordings, missing = _recorded(fixtures, model, folder)
    strategies = {(each.model, each.name, each.base_url, each.strategy, each.engine) for each in recordings.values()}
    if len(strategies) > 1:
        raise RunError(f"{folder}: the recordings of {model} do not come from one model, asked in one way: record anew")
    first = Header(
        model=model,
        strategy=next(iter(recordings.values())).strategy if recordings else "whole",
        conflictsum=__version__,
        started=dt.datetime.now(dt.UTC).replace(microsecond=0),
        cases={fixture.id: fingerprint(fixture) for fixture in fixtures if fixture.id in recordings},
    )
    written = journal(first) if journal else InMemory(Path(f"replay of {model}"), first, {})
    unused: dict[str, list[str]] = {}

    def summarize(fixture: Fixture) -> ConflictSummary:
        transport = Replay(recordings[fixture.id])
        try:
            return summarize_recorded(fixture, recordings[fixture.id], transport)
        finally:
            if transport.missed:
                missing[fixture.id] = f"a question has no recorded answer: it {transport.missed[0]}"
            elif transport.unused:
                unused[fixture.id] = transport.unused

    there = [fixture for fixture in fixtures if fixture.id in recordings]
    run_cases(there, summarize, written, concurrency=1, on_done=on_done)
    run = Run(written.path, written.header, written.entries)
    return Replayed(run, recordings, dict(sorted(missing.items())), dict(sorted(unused.items())))


def summarize_recorded(fixture: Fixture, recording: Recording, transport: Replay) -> ConflictSummary:
    """Summarizes one article with recorded answers.

    Raises:
        ConflictSumError: As the model's answers caused it, or an answer is missing.
    """
    config = Config(model="recorded", base_url=_NOWHERE)
    with Summarizer(config, http_client=httpx2.Client(transport=transport)) as summarizer:
        # chosen here, since to choose the embedded model it must be installed, and to choose others needs a key
        summarizer.choice = _choice(recording)
        summary = summarizer.summarize(fixture.article)
    return summary.model_copy(update={"usage": summary.usage.model_copy(update={"seconds": recording.seconds})})


def unknown_recordings(fixtures: Sequence[Fixture], model: str, folder: Path = FOLDER) -> list[Path]:
    """Recordings of articles that are not there any more."""
    known = {recording_path(folder, model, fixture.id) for fixture in fixtures}
    return sorted(set(recording_path(folder, model, "any").parent.glob("*.json")) - known)


def _recorded(fixtures: Sequence[Fixture], model: str, folder: Path) -> tuple[dict[str, Recording], dict[str, str]]:
    """The recordings of articles, and for those that cannot be replayed, why not."""
    recordings: dict[str, Recording] = {}
    missing: dict[str, str] = {}
    for fixture in fixtures:
        path = recording_path(folder, model, fixture.id)
        if not path.exists():
            missing[fixture.id] = f"there is no recording in {path.parent}"
            continue
        recording = read_recording(path)
        if recording.is_of(fixture):
            recordings[fixture.id] = recording
        else:
            missing[fixture.id] = "the article was changed after it was recorded"
    return recordings, missing


def _choice(recording: Recording) -> Choice:
    kind = Embedded if recording.base_url is None else Choice
    return kind(
        label=recording.model,
        name=recording.name,
        base_url=recording.base_url or _NOWHERE,
        api_key="recorded",
        weights=None,
        strategy=recording.strategy,
    )
