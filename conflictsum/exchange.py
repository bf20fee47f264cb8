"""One question to a model and what came back: answers read, rejected and paid for.

An exchange sees every answer that :mod:`conflictsum.llm` receives for one question, until one fits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic

from instructor.core import ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from conflictsum.asking import Answer, Ask, T
from conflictsum.errors import InvalidAnswerError, ModelError
from conflictsum.failures import Server, check, reason, redacted, translate
from conflictsum.schema import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_TOKENS = 7  # characters; no tokenizer gets that much into its average token of prose


class Exchange(Generic[T]):
    """One ask on its way: the answers received so far, their cost, and why they were rejected."""

    def __init__(self, server: Server, ask: Ask, into: type[T]) -> None:
        self._server = server
        self._ask = ask
        self._into = into
        self._sent = "\n".join(message["content"] for message in ask.messages)
        self._calls: list[Usage] = []
        self._reasons: list[str] = []
        self._served_model: str | None = None
        self._cut = False

    @property
    def question(self) -> dict[str, Any]:
        """What instructor is asked. Never give it ``context``, which would run Jinja over the article."""
        return {"messages": [dict(message) for message in self._ask.messages], "response_model": self._reader()}

    def _reader(self) -> type[BaseModel]:
        """A response model that reads an answer our way: instructor calls nothing but ``model_validate_json``."""
        read = self._read

        class Reader(BaseModel):
            @classmethod
            def model_validate_json(cls, json_data: str, **_: Any) -> Any:  # type: ignore[override]
                return read(json_data)

        return Reader

    def _read(self, text: str) -> T:
        try:
            text = _unfenced(well_formed(text))
            return self._into.model_validate_json(self._ask.expand(text) if self._ask.expand else text, strict=True)
        except ValidationError as error:
            unfit: ValueError = redacted(error)
        except ValueError as error:
            unfit = error
        self._reasons.append(reason(unfit))
        # the one exception that makes instructor tell the model the reason and ask again
        raise ResponseParsingError(self._reasons[-1]) from unfit

    def received(self, completion: object, wire: Mapping[str, Any]) -> ChatCompletion:
        """Note what a completion cost, at once, as instructor adds usage up in place; then check it."""
        if isinstance(completion, ChatCompletion) and isinstance(getattr(completion, "choices", None), list):
            usage = getattr(completion, "usage", None)
            call = Usage(
                calls=1,
                input_tokens=_tokens(usage, "prompt_tokens"),
                output_tokens=_tokens(usage, "completion_tokens"),
                cached_tokens=_tokens(getattr(usage, "prompt_tokens_details", None), "cached_tokens"),
            )
            self._calls.append(call)
            model = getattr(completion, "model", None)
            self._served_model = model if isinstance(model, str) and model else None
            if call.input_tokens is not None:
                characters = sum(len(message["content"]) for message in wire["messages"])
                read = call.input_tokens + (call.cached_tokens or 0)  # some servers count them apart
                self._cut = self._cut or read * _LONGEST_TOKENS < characters
        return check(completion, self._server, self._sent)

    def _usage(self) -> Usage:
        """What was spent; tokens only where the server reports them for every call."""

        def total(counts: list[int | None]) -> int | None:
            known = [count for count in counts if count is not None]
            return sum(known) if counts and len(known) == len(counts) else None

        return Usage(
            calls=len(self._calls),
            input_tokens=total([call.input_tokens for call in self._calls]),
            output_tokens=total([call.output_tokens for call in self._calls]),
            cached_tokens=total([call.cached_tokens for call in self._calls]),
        )

    def answer(self, value: BaseModel) -> Answer[T]:
        """The answer from what instructor returns, rebuilt: instructor leaves the raw response in it."""
        usage = self._usage()
        return Answer(
            value=self._into.model_validate(value.model_dump()),
            calls=usage.calls,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cached_tokens=usage.cached_tokens,
            served_model=self._served_model,
            cut=self._cut,
        )

    def failure(self, failure: BaseException) -> BaseException:
        """The library's own error for what instructor wrapped, with what was spent."""
        if isinstance(failure, ResponseParsingError):
            first = self._server.quote(self._reasons[0], self._sent)
            error: BaseException = InvalidAnswerError(
                f"no answer of {self._server.model} fits, in {len(self._reasons)} attempts; try a more capable model"
                f"{first}"
            )
            error.__cause__ = failure.__cause__
        else:
            error = translate(failure, self._server, self._sent)
        if isinstance(error, ModelError):
            error.usage = self._usage()
        return error


def well_formed(text: str) -> str:
    """``text`` with U+FFFD for lone surrogates, which UTF-8 cannot carry; as long as before."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _unfenced(text: str) -> str:
    """``text`` without the Markdown code fence that models like to put around JSON."""
    text = text.strip()
    return text[3:-3].removeprefix("json").strip() if text.startswith("```") and text.endswith("```") else text


def _tokens(usage: object, name: str) -> int | None:
    count = getattr(usage, name, None)
    return count if isinstance(count, int) and count >= 0 else None
