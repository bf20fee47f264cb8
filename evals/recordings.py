"""Recorded answers of a model: one file for each article, with every question asked about it and what came back.

Questions are told apart by their content: what is not asked word for word as it was recorded has no answer. Neither
keys nor headers are kept, and of a question only its beginning and hashes of its parts, enough to say what changed.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import httpx2
from pydantic import BaseModel, ConfigDict

from conflictsum.config import Choice, Strategy
from evals.journal import RunError, fingerprint, parsed, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evals.fixtures import Fixture

FOLDER = Path(__file__).with_name("recordings")

_EXCERPT = 80  # characters of a question, enough to find it
_SHORT = 40  # characters; longer values are kept as hashes
# instructor tells models where pydantic's rules are explained, at an address that names pydantic's version
_EXPLANATION = re.compile(r"https://errors\.pydantic\.dev/[^\s\"\\]*")


class Exchange(BaseModel):
    """One question and its answer.

    Attributes:
        key: Hash of the question.
        question: How its last message begins.
        parts: Its parts by name, long ones as hashes.
        status: HTTP status of the answer.
        body: The answer.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    question: str
    parts: dict[str, Any]
    status: int
    body: dict[str, Any]


class Recording(BaseModel):
    """All that a model was asked about one article, and where that comes from.

    Attributes:
        case: Id of the article.
        article: Hash of what the article gives to the model.
        origin: ``live``: a model gave these answers.
        model: The model as asked for, such as ``local``.
        name: The model as the server knows it.
        base_url: Address of the server; None for the embedded model.
        strategy: How it was asked.
        engine: What ran the embedded model and its weights; None for servers.
        libraries: Versions that asked.
        recorded: Day of the last answer.
        seconds: How long the article took when all of it was asked.
        exchanges: Questions and answers, in order of their keys.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case: str
    article: str
    origin: Literal["live"]
    model: str
    name: str
    base_url: str | None
    strategy: Strategy
    engine: str | None
    libraries: dict[str, str]
    recorded: dt.date
    seconds: float
    exchanges: tuple[Exchange, ...]

    def is_of(self, fixture: Fixture) -> bool:
        """Whether the article is still what the model was given."""
        return self.article == fingerprint(fixture)

    def is_by(self, choice: Choice, engine: str | None) -> bool:
        """Whether the same model gave these answers."""
        mine = (self.model, self.name, self.base_url, self.strategy, self.engine)
        return mine == (choice.label, choice.name, choice.base_url, choice.strategy, engine)


def exchange(request: httpx2.Request, response: httpx2.Response) -> Exchange:
    """What is kept of a question and its answer.

    Raises:
        ValueError: The answer is no JSON object.
    """
    asked, answered = json.loads(request.content), json.loads(response.content)
    if not isinstance(answered, dict):
        raise ValueError("the answer is no JSON object")  # noqa: TRY004  as what json raises
    answered.pop("timings", None)  # llama.cpp's, which differ each time
    if Path(str(answered.get("model"))).is_absolute():  # as llama.cpp names a file, in somebody's home
        answered["model"] = Path(answered["model"]).name
    words = " ".join(str(asked["messages"][-1]["content"]).split())
    return Exchange(
        key=key_of(request),
        question=words[:_EXCERPT],
        parts=parts_of(asked),
        status=response.status_code,
        body=answered,
    )


def key_of(request: httpx2.Request) -> str:
    """The hash of a question: its path and body, however they are spelled in JSON, without versions of libraries."""
    return _hash(f"{request.url.path}\n{_canonical(json.loads(request.content))}")


def parts_of(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of a question, long ones as the beginning of their hash."""
    parts = {name: value for name, value in asked.items() if name != "messages"}
    parts |= {
        f"message {number} ({message['role']})": message["content"]
        for number, message in enumerate(asked["messages"], 1)
    }
    return {name: _short(value) for name, value in sorted(parts.items())}


def difference(asked: Mapping[str, Any], recorded: Iterable[Exchange]) -> str:
    """In which parts a question differs from the one among the recorded that is most like it."""
    parts = parts_of(asked)

    def other_parts(known: Exchange) -> list[str]:
        return sorted(name for name in parts | known.parts if parts.get(name) != known.parts.get(name))

    differences = sorted((other_parts(known) for known in recorded), key=len)
    if not differences:
        return "is the first one"
    # the same in all its parts: asked under another path, or the recording was changed by hand
    return f"differs from the recorded ones in {', '.join(differences[0]) or 'its address or key'}"


def recording_path(folder: Path, model: str, case: str) -> Path:
    """Where the recording of an article stands."""
    return folder / (re.sub(r"[^\w.-]+", "-", model).strip("-") or "model") / f"{case}.json"


def read_recording(path: Path) -> Recording:
    """Reads a recording.

    Raises:
        RunError: It cannot be read, or is something else.
    """
    try:
        return parsed(Recording, path.read_bytes(), path, "recording")
    except OSError as error:
        raise RunError(f"{path}: cannot be read: {error.strerror}") from None


def write_recording(path: Path, recording: Recording) -> None:
    """Writes a recording, in whole or not at all.

    Raises:
        RunError: It cannot be written.
    """
    write_whole(path, json.dumps(recording.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n")


def write_whole(path: Path, content: str) -> None:
    """Writes a file in whole or not at all.

    Raises:
        RunError: It cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(content, encoding="utf-8")
        os.replace(unfinished, path)  # noqa: PTH105  pathlib's own says less about what it does
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise unwritable(path, error) from error


def _short(value: object) -> object:
    text = _EXPLANATION.sub("", value) if isinstance(value, str) else _canonical(value)
    return value if len(text) <= _SHORT else _hash(text)[:12]


def _canonical(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _EXPLANATION.sub("", written)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
