"""A question to a model and its answer, as plain data: what the pipeline and the model seam exchange."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Ask:
    """One question to a model.

    Attributes:
        messages: The conversation, as mappings of ``role`` and ``content``; sent as they are, character by character
            (lone surrogates, which UTF-8 cannot carry, as U+FFFD).
        max_tokens: Most tokens the answer may have.
        grammar: Lark grammar for servers with llguidance (llama.cpp), sent instead of the JSON schema.
        adapted: Whether the embedded model's adapter is wanted.
        schema: JSON schema of the answer where that is not the answer's own type; not sent next to a grammar.
        expand: Turns a terse answer into the JSON to validate; raises ValueError with the reason when it cannot,
            which the model is told. The reason must not repeat the answer: it may end in an error message.
    """

    messages: tuple[Mapping[str, str], ...]
    max_tokens: int
    grammar: str | None = None
    adapted: bool = False
    schema: Mapping[str, Any] | None = None
    expand: Callable[[str], str] | None = None


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A valid answer, and what it cost over all attempts.

    Attributes:
        value: The answer, exactly of the requested type.
        calls: Answers received, rejected ones included.
        input_tokens: Tokens read; null when the server does not report them for every call.
        output_tokens: Tokens written; null as for ``input_tokens``.
        cached_tokens: Of the tokens read, those from the server's cache; null as for ``input_tokens``.
        served_model: The model as the server names it.
        cut: True when the server reports so few tokens read that it must have cut the prompt, as Ollama does
            silently at its ``num_ctx``.
    """

    value: T
    calls: int
    input_tokens: int | None
    output_tokens: int | None
    cached_tokens: int | None
    served_model: str | None
    cut: bool = False
