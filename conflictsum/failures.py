"""What can go wrong between us and a model server, told in the library's own errors.

Nothing here asks a model: :mod:`conflictsum.llm` hands over what it got, an answer or an exception of the openai SDK,
and gets it back checked or translated. No message holds a key, the prompt or the model's answer, and the exceptions
kept as causes are cleaned of them too: a server may echo all three in an error body.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import email.utils
import json
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import openai
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from conflictsum.errors import (
    AuthenticationError,
    ConflictSumError,
    ContentFilteredError,
    ModelError,
    RateLimitedError,
    RefusalError,
    RequestRejectedError,
    ServerError,
    ServerTimeoutError,
    TruncatedAnswerError,
    UnknownModelError,
)

if TYPE_CHECKING:
    import httpx2
    from pydantic_core import InitErrorDetails

_QUOTED = 200  # characters of a server's or validator's words that a message may hold
_ECHO = 32  # a run of this many characters that also stands in the prompt is an echo of it
_SECRET = 8  # characters; a shorter key is the placeholder of a server without keys
_PLACES = 10  # that a model is told of at once
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation"})
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached"})
_TOO_LONG = re.compile(
    r"context[_ ](length|window|size)|maximum context|too many tokens|prompt is too long", re.IGNORECASE
)
_UNAUTHORIZED, _PAYMENT_REQUIRED, _CONTENT_TOO_LARGE, _TOO_MANY_REQUESTS, _SERVER_FAILS = 401, 402, 413, 429, 500


@dataclass(frozen=True)
class Server:
    """Who is asked, as messages name it.

    Attributes:
        host: Host and, where given, port; no scheme, path, user or query.
        model: Name of the model as sent.
        timeout: Seconds one try may wait for the server.
        key: The API key, to keep it out of whatever is quoted.
    """

    host: str
    model: str
    timeout: float
    key: str = field(repr=False)

    def quote(self, words: object, sent: str) -> str:
        """The server's own words, fit for a message: one line, short, with no key and no echo of the prompt.

        Args:
            words: What the server wrote; anything but text gives nothing.
            sent: The text of the prompt.

        Returns:
            ``": words"``, or nothing where there is nothing fit to show.
        """
        if not isinstance(words, str) or words.lstrip().startswith("<"):  # an HTML page
            return ""
        line = " ".join("".join(char if char.isprintable() else " " for char in words).split())
        if len(self.key) >= _SECRET:
            line = line.replace(self.key, "[key]")
        line = re.sub(r"\bsk-[\w*-]+", "[key]", line)
        line = f"{line[:_QUOTED]}…" if len(line) > _QUOTED else line
        prompt = f"{' '.join(sent.split())} {json.dumps(sent)}"
        echo = any(line[start : start + _ECHO] in prompt for start in range(len(line) - _ECHO + 1))
        return f": {line}" if line and not echo else ""


def check(completion: object, server: Server, sent: str) -> ChatCompletion:
    """Return ``completion`` if a model finished an answer in it.

    Args:
        completion: What the SDK made of the server's answer; it validates nothing, so this may be anything.
        server: Who answered.
        sent: The text of the prompt.

    Raises:
        RefusalError: The model declines.
        ContentFilteredError: A content filter stopped the answer.
        TruncatedAnswerError: The answer was cut off at the token limit.
        ServerError: There is no answer in it.
    """
    match completion:
        case ChatCompletion(choices=[Choice(message=ChatCompletionMessage() as message) as choice, *_]):
            finish = getattr(choice, "finish_reason", None)
        case ChatCompletion(choices=[]):
            raise ServerError(f"the server at {server.host} sent an empty answer (no choices); try again")
        case ChatCompletion(model_extra={"error": {"message": words}}):  # proxies tell of failures with status 200
            raise ServerError(f"the server at {server.host} fails; try again later{server.quote(words, sent)}")
        case _:
            raise ServerError(_no_api(server))
    if getattr(message, "refusal", None):
        raise RefusalError(f"{server.model} declines to read this article; try another model")
    if finish == "content_filter":
        raise ContentFilteredError(_filtered(server))
    if finish == "length":
        raise TruncatedAnswerError(
            f"the answer of {server.model} was cut off at the token limit; allow it more tokens or shorten the article"
        )
    content = getattr(message, "content", None)
    if not isinstance(content, str) or not content.strip():
        raise ServerError(f"{server.model} at {server.host} answered without a word; try again or try another model")
    return completion


def translate(failure: BaseException, server: Server, sent: str) -> BaseException:
    """The library's own error for an exception of the SDK, with that exception as its cause.

    Args:
        failure: What was raised on the way to the server and back. Its text is cleaned in place, as it is printed
            with ours: a server may echo the key or the prompt.
        server: Who was asked.
        sent: The text of the prompt.

    Returns:
        An error to raise; ``failure`` itself where it is one of ours already, or nothing that a server can cause.
    """
    match failure:
        case ConflictSumError():
            return failure
        case openai.APITimeoutError():
            error: ModelError = ServerTimeoutError(
                f"no answer from {server.host} within {server.timeout:g} s; allow more time or try a smaller model"
            )
        case openai.APIConnectionError():
            cause = failure.__cause__
            said = server.quote(str(cause), sent) or f": {type(cause).__name__}"
            error = ServerError(f"cannot reach {server.host}{said}; check that it is running and the base URL is right")
        case openai.APIStatusError():
            error = _from_status(failure, server, sent)
            failure.message = f"HTTP status {failure.status_code}"
            failure.args = (failure.message,)
        case json.JSONDecodeError() | UnicodeDecodeError() | RecursionError():  # of a body with status 200
            error = ServerError(f"{_no_api(server)}: its body is not whole JSON")
        case _:
            return failure
    error.__cause__ = failure
    return error


def _from_status(failure: openai.APIStatusError, server: Server, sent: str) -> ModelError:
    status, body = failure.status_code, failure.body
    fields = body if isinstance(body, dict) else {"message": body}
    codes = {str(fields.get("code")), str(fields.get("type"))}
    words = next((text for text in (fields.get("message"), fields.get("detail")) if isinstance(text, str)), "")
    kind: type[ModelError] = RequestRejectedError
    message = f"the server at {server.host} refuses the request (HTTP {status}); check the model and its options"
    if codes & _FILTER_CODES:
        kind, words = ContentFilteredError, ""
        message = _filtered(server)
    elif "model_not_found" in codes or status in {404, 405}:
        kind = UnknownModelError
        message = (
            f"the server at {server.host} does not know the model {server.model!r}, or its base URL is wrong "
            "(it usually ends in /v1)"
        )
    elif status in {_UNAUTHORIZED, 403}:
        kind = AuthenticationError
        message = f"the server at {server.host} rejects the key; check OPENAI_API_KEY"
        words = "" if status == _UNAUTHORIZED else words  # which repeat part of the key
    elif codes & _QUOTA_CODES or status == _PAYMENT_REQUIRED:
        kind = RateLimitedError
        message = f"the quota at {server.host} is used up; check its plan and billing"
    elif status == _TOO_MANY_REQUESTS:
        kind = RateLimitedError
        message = f"{server.host} gets too many requests; {_wait(failure.response)}"
    elif status == _CONTENT_TOO_LARGE or _TOO_LONG.search(f"{codes} {words}"):
        message = f"the article is too long for {server.model}; use a model that reads more at once, or shorten it"
    elif status >= _SERVER_FAILS or status in {408, 409}:
        kind = ServerError
        message = f"the server at {server.host} fails (HTTP {status}); {_wait(failure.response)}"
    return kind(f"{message}{server.quote(words, sent)}")


def _no_api(server: Server) -> str:
    return f"{server.host} answers, but not with a chat completion; check the base URL (it usually ends in /v1)"


def _filtered(server: Server) -> str:
    return f"a content filter at {server.host} stopped the answer; try another model or server"


def _wait(response: httpx2.Response) -> str:
    """What to do, from ``Retry-After``: seconds or a date (RFC 9110, section 10.2.3)."""
    value = response.headers.get("retry-after", "")
    seconds = 0.0
    with contextlib.suppress(ValueError, TypeError, OverflowError):  # neither of the two: as if it were not there
        if re.fullmatch(r"\d{1,9}(\.\d+)?", value):
            seconds = float(value)
        else:
            seconds = (email.utils.parsedate_to_datetime(value) - dt.datetime.now(dt.UTC)).total_seconds()
    return f"it asks to wait {math.ceil(seconds)} s" if seconds > 0 else "try again later"


def redacted(error: ValidationError) -> ValidationError:
    """A copy of ``error`` that says what is wrong and where, but holds nothing of what the model wrote."""
    details: list[InitErrorDetails] = []
    for detail in error.errors(include_url=False, include_input=False):
        unknown_field = detail["type"] == "extra_forbidden"  # the model made up the last part of its place
        details.append(
            {
                "type": PydanticCustomError(detail["type"], _literal(detail["msg"])),
                "loc": detail["loc"][:-1] if unknown_field else detail["loc"],
                "input": None,
            }
        )
    return ValidationError.from_exception_data(error.title, details, "json", hide_input=True)


def _literal(message: str) -> Any:
    """``message`` as a template without fields; the constructor's type wants a literal string."""
    return message


def reason(error: ValueError) -> str:
    """Why an answer does not fit, for the model and for the user."""
    if not isinstance(error, ValidationError):
        return str(error)
    places = [(".".join(map(str, detail["loc"])), detail["msg"]) for detail in error.errors()]
    lines = [f"{place}: {message}" if place else message for place, message in places]
    return "\n".join([*lines[:_PLACES], f"and {len(lines) - _PLACES} more"] if len(lines) > _PLACES else lines)
