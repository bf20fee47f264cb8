"""Linear models: what speaks for a decision and what against it, with weights learned from labelled articles.

The weights stand in ``data/weights.toml``, one table for each decision, and are made by ``python -m evals fit``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Decision = Literal["topic", "coreference", "event", "doer", "casualty", "statement"]
Features = dict[str, float]


def weigh(decision: Decision, features: Mapping[str, float]) -> float:
    """The log odds of a decision.

    Args:
        decision: What is decided: ``topic``, an article tells of armed conflict; ``coreference``, two mentions
            are of one event; ``doer``, somebody did it;
            ``event``, ``casualty``, ``statement``, what was told as one is worth recording.
        features: What is known about the case. Names without a weight count nothing.
    """
    weights = _weights()[decision]
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def use(weights: Mapping[Decision, Mapping[str, float]]) -> None:
    """Makes other weights count from now on in this process, for learning and experiments."""
    _weights().clear()
    _weights().update({decision: dict(table) for decision, table in weights.items()})


@cache
def _weights() -> dict[Decision, dict[str, float]]:
    text = files("conflictsum").joinpath("data/weights.toml").read_text(encoding="utf-8")
    return cast("dict[Decision, dict[str, float]]", tomllib.loads(text))
