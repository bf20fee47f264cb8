"""Plain instructor: the whole article in one question, a pydantic model as answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import instructor
import openai
from instructor.core import IncompleteOutputException, InstructorRetryException
from pydantic import BaseModel, Field

from conflictsum.errors import InvalidAnswerError, ModelError, ServerError, TruncatedAnswerError
from conflictsum.schema import Act, AttackMethod, Novelty, Status, StrikeMethod, Usage, VictimGroup
from evals.peers.base import FOLDER, Peer, Reply
from evals.peers.told import Told, ToldCasualty, ToldEvent, ToldStatement

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion, ChatCompletionMessageParam

    from conflictsum.article import Article
    from evals.peers.base import Endpoint

_PROMPT = "instructor.md"
_EXAMPLES = "instructor.json"
_TIMEOUT = 600.0
_MAX_TOKENS = 2048
_RETRIES = 1

Short = Annotated[str, Field(max_length=120)]
Long = Annotated[str, Field(max_length=400)]


class Event(BaseModel):
    """A strike or an attack. All fields are required: those that may be left out, a small model leaves out."""

    id: Short
    evidence: Long
    type: Literal["strike", "attack"]
    perpetrator: Short | None
    target: Short | None
    target_actor: Short | None
    place: Short | None
    when: Short | None
    weapon: Short | None
    munitions_used: Short | None
    aggregate_count: Short | None
    method: StrikeMethod | AttackMethod
    status: Status
    novelty: Novelty


class Casualty(BaseModel):
    """One claim about one group of people."""

    event: Short | None
    evidence: Long
    victims: Short | None
    group: VictimGroup
    affiliation: Short | None
    killed: Short | None
    wounded: Short | None
    captured: Short | None
    sources: list[Short] = Field(max_length=3)
    status: Literal["reported", "claimed", "denied"]
    novelty: Novelty


class Statement(BaseModel):
    """One attributed utterance."""

    evidence: Long
    speaker: Short
    role: Short | None
    affiliation: Short | None
    addressee: Short | None
    act: Act
    quotes: list[Long] = Field(max_length=4)
    medium: Short | None
    when: Short | None


class Extraction(BaseModel):
    """All that an article tells. The bounds keep a small model from writing for ever."""

    events: list[Event] = Field(max_length=8)
    casualties: list[Casualty] = Field(max_length=8)
    statements: list[Statement] = Field(max_length=8)


class InstructorPeer(Peer):
    """Asks once for everything; instructor asks again once when the answer does not fit."""

    name = "instructor"
    strategy = "whole"
    prompt_files = (_PROMPT, _EXAMPLES, "instructor_peer.py")
    context = 8192
    slots = 2

    def start(self, endpoint: Endpoint) -> None:
        """Opens a client."""
        self._model = endpoint.model
        self._client = openai.OpenAI(
            base_url=endpoint.base_url,
            api_key=endpoint.api_key,
            timeout=_TIMEOUT,
            http_client=openai.DefaultHttpxClient(trust_env=False),  # asked directly, whatever proxy there is
        )

    def stop(self) -> None:
        """Closes it."""
        self._client.close()

    def ask(self, article: Article) -> Reply:
        """One question, and maybe one repeat."""
        spent: list[tuple[int, int, int]] = []

        def note(response: ChatCompletion) -> None:
            # read at once: instructor later adds the usage of a repeat to the same object
            if response.usage:
                details = response.usage.prompt_tokens_details
                cached = (details.cached_tokens if details else None) or 0
                spent.append((response.usage.prompt_tokens, response.usage.completion_tokens, cached))

        client = instructor.from_openai(self._client, mode=instructor.Mode.JSON_SCHEMA)
        client.on("completion:response", note)
        try:
            answer = client.chat.completions.create(
                model=self._model,
                response_model=Extraction,
                messages=[*_introduction(), {"role": "user", "content": _question(article)}],
                max_retries=_RETRIES,
                max_tokens=_MAX_TOKENS,
                temperature=0,
            )
        except (InstructorRetryException, IncompleteOutputException) as error:
            raise _failure(error, _usage(spent)) from None
        return Reply(_told(answer), _usage(spent))


def _introduction() -> list[ChatCompletionMessageParam]:
    """The instructions, and worked examples as earlier questions and answers."""
    examples: list[dict[str, Any]] = json.loads((FOLDER / _EXAMPLES).read_text(encoding="utf-8"))
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": (FOLDER / _PROMPT).read_text(encoding="utf-8")}
    ]
    for example in examples:
        answer = json.dumps(example["answer"], ensure_ascii=False)
        messages += [{"role": "user", "content": example["question"]}, {"role": "assistant", "content": answer}]
    return messages


def _question(article: Article) -> str:
    published = f"{article.published:%A, %d %B %Y}" if article.published else "unknown"
    return f"Published: {published}\n\nArticle:\n{article.text.strip()}"


def _told(answer: Extraction) -> Told:
    def fields(record: BaseModel) -> dict[str, Any]:
        values = record.model_dump()
        return {**values, "words": values["evidence"]}

    return Told(
        events=tuple(
            ToldEvent.model_validate({**fields(record), "kind": record.type, "event": record.id})
            for record in answer.events
        ),
        casualties=tuple(ToldCasualty.model_validate(fields(record)) for record in answer.casualties),
        statements=tuple(ToldStatement.model_validate(fields(record)) for record in answer.statements),
    )


def _usage(spent: list[tuple[int, int, int]]) -> Usage:
    if not spent:
        return Usage()
    read, written, cached = (sum(column) for column in zip(*spent, strict=True))
    return Usage(calls=len(spent), input_tokens=read, output_tokens=written, cached_tokens=cached)


def _failure(error: Exception, usage: Usage) -> ModelError:
    if isinstance(error, IncompleteOutputException):
        return TruncatedAnswerError(f"the answer was cut off at {_MAX_TOKENS} tokens", usage=usage)
    if isinstance(error.__cause__, openai.APIError):
        return ServerError(f"the server failed: {error.__cause__}", usage=usage)
    return InvalidAnswerError("the answer does not fit the schema, nor does the repeat", usage=usage)
