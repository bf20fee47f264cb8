"""The settings of the scorer, from ``scoring.toml``."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from evals.faults import syntax_problem
from evals.source import FixtureError, Problem

List = Literal["strikes", "attacks", "casualties", "statements"]

LISTS: tuple[List, ...] = ("strikes", "attacks", "casualties", "statements")
FILE = Path(__file__).with_name("scoring.toml")


@dataclass(frozen=True)
class Scoring:
    """How records are matched.

    Attributes:
        tau: For each list, the least similarity of a match.
        weights: For each list, the weights of the fields that decide it.
        sha256: Hash of the file, which a baseline keeps.
    """

    tau: dict[List, float]
    weights: dict[List, dict[str, float]]
    sha256: str


@cache
def scoring(path: Path = FILE) -> Scoring:
    """Reads the settings.

    Raises:
        FixtureError: The file is no TOML, or lacks a setting.
    """
    content = path.read_bytes()
    text = content.decode("utf-8", "replace")
    tables = {"strikes": "events", "attacks": "events", "casualties": "casualties", "statements": "statements"}
    try:
        data = tomllib.loads(text)
        return Scoring(
            tau={name: data["tau"][name] for name in LISTS},
            weights={name: data["weights"][tables[name]] for name in LISTS},
            sha256=hashlib.sha256(content).hexdigest(),
        )
    except tomllib.TOMLDecodeError as error:
        raise FixtureError([syntax_problem(path, text, error)]) from None
    except KeyError as error:
        raise FixtureError([Problem(path, 1, f"lacks {error}")]) from None
