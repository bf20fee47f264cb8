"""langextract: the article in chunks, extractions by worked examples; in an environment of its own."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
from typing import TYPE_CHECKING, Any, get_args

from conflictsum.errors import InvalidAnswerError, ServerError, SetupError
from conflictsum.schema import Act, AttackMethod, Novelty, Status, StrikeMethod, Usage, VictimGroup
from evals.peers import ARTICLES
from evals.peers.base import FOLDER, Peer, Reply
from evals.peers.told import Told, ToldCasualty, ToldEvent, ToldRecord, ToldStatement

if TYPE_CHECKING:
    from conflictsum.article import Article
    from evals.peers.base import Endpoint

PYTHON = "LANGEXTRACT_PYTHON"
_TASK = "langextract.json"
_WORKER = "langextract_worker.py"
_RECORDS = 12  # of one chunk
_STRING = {"type": "string", "maxLength": 120}
_STRINGS = {"type": "array", "items": {"type": "string", "maxLength": 300}, "maxItems": 3}


class LangextractPeer(Peer):
    """Asks langextract in worker processes, one for each article at work."""

    name = "langextract"
    strategy = "windowed"
    prompt_files = (_TASK, _WORKER)
    context = 4096
    slots = 4

    def start(self, endpoint: Endpoint) -> None:
        """Starts the workers.

        Raises:
            SetupError: The environment of langextract is not named, or langextract is not in it.
        """
        self._workers: list[_Worker] = []
        self._free: queue.Queue[_Worker] = queue.Queue()
        try:
            for _ in range(ARTICLES):
                self._workers.append(_Worker())
            for worker in self._workers:
                worker.set_up(endpoint)
                self._free.put(worker)
        except SetupError:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends them."""
        for worker in self._workers:
            worker.close()

    def ask(self, article: Article) -> Reply:
        """All chunks of one article."""
        free = self._free  # a server that is started anew brings workers of its own
        worker = free.get()
        try:
            answer = worker.ask({"text": article.text})
        finally:
            free.put(worker)
        usage = _usage(answer["usage"])
        if "error" in answer:
            raise ServerError(f"langextract failed: {answer['error']}", usage=usage)
        cut = sum(call["finish"] == "length" for call in answer["usage"])
        if cut and cut == len(answer["usage"]):
            raise InvalidAnswerError("no chunk has a valid answer", usage=usage)
        # langextract passes over a chunk whose answer is no JSON
        return Reply(told(answer["extractions"]), usage, ("the answer about a chunk was cut off",) * cut)


class _Worker:
    def __init__(self) -> None:
        python = os.environ.get(PYTHON)
        if not python:
            raise SetupError(f"set {PYTHON} to the Python of langextract's environment: see evals/peers/README.md")
        try:
            self._process = subprocess.Popen(  # noqa: S603  named by the user
                [python, "-P", str(FOLDER / _WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env={**os.environ, "NO_PROXY": "*"},  # the server is asked directly
            )
        except OSError as error:
            raise SetupError(f"{PYTHON} names no Python: {python}: {error.strerror}") from None

    def set_up(self, endpoint: Endpoint) -> None:
        """Tells it what to ask whom, and waits until it is ready."""
        settings = {"base_url": endpoint.base_url, "api_key": endpoint.api_key, "model": endpoint.model, "task": task()}
        try:
            missing = self.ask(settings).get("missing")
        except ServerError as error:
            missing = str(error)
        if missing:
            raise SetupError(f"langextract does not run in {os.environ[PYTHON]}: {missing}: see evals/peers/README.md")

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """One line out, one line in."""
        assert self._process.stdin is not None  # noqa: S101  both are pipes
        assert self._process.stdout is not None  # noqa: S101
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise ServerError(f"the worker ended with status {self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Ends it, at work or not."""
        self._process.kill()
        self._process.communicate()


def task() -> dict[str, Any]:
    """The description and the examples, and the schema that answers must fit."""
    content: dict[str, Any] = json.loads((FOLDER / _TASK).read_text(encoding="utf-8"))
    event = {"status": get_args(Status), "novelty": get_args(Novelty)}
    codes: dict[str, dict[str, tuple[str, ...]]] = {
        "strike": {"method": get_args(StrikeMethod), **event},
        "attack": {"method": get_args(AttackMethod), **event},
        "casualty": {"group": get_args(VictimGroup), **event},
        "statement": {"act": get_args(Act)},
    }
    fields: dict[str, type[ToldRecord]] = {
        "strike": ToldEvent,
        "attack": ToldEvent,
        "casualty": ToldCasualty,
        "statement": ToldStatement,
    }
    variants = []
    for name, model in fields.items():
        properties: dict[str, Any] = {}
        for field in model.model_fields:
            if field in codes[name]:
                properties[field] = {"enum": list(codes[name][field])}
            elif field not in {"words", "span", "kind"}:
                properties[field] = _STRINGS if field in {"sources", "quotes"} else _STRING
        attributes = {"type": "object", "properties": properties, "additionalProperties": False}
        variants.append(
            {
                "type": "object",
                "properties": {name: {"type": "string", "maxLength": 400}, f"{name}_attributes": attributes},
                "required": [name, f"{name}_attributes"],
                "additionalProperties": False,
            }
        )
    extractions = {"type": "array", "items": {"anyOf": variants}, "maxItems": _RECORDS}
    content["schema"] = {
        "type": "object",
        "properties": {"extractions": extractions},
        "required": ["extractions"],
        "additionalProperties": False,
    }
    return content


def told(extractions: list[dict[str, Any]]) -> Told:
    """The extractions of an article, by class; one of no known class is none."""

    def of(*classes: str) -> list[dict[str, Any]]:
        return [
            {**item["attributes"], "kind": item["class"], "words": item["text"], "span": item["span"]}
            for item in extractions
            if item["class"] in classes
        ]

    return Told(
        events=tuple(map(ToldEvent.model_validate, of("strike", "attack"))),
        casualties=tuple(map(ToldCasualty.model_validate, of("casualty"))),
        statements=tuple(map(ToldStatement.model_validate, of("statement"))),
    )


def _usage(calls: list[dict[str, Any]]) -> Usage:
    def total(name: str) -> int | None:
        known = [call[name] for call in calls if call[name] is not None]
        return sum(known) if known else None

    return Usage(
        calls=len(calls),
        input_tokens=total("input_tokens"),
        output_tokens=total("output_tokens"),
        cached_tokens=total("cached_tokens"),
    )
