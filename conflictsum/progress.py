"""What a summarizer tells while it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["join", "load", "ask", "recheck"]


@dataclass(frozen=True)
class Progress:
    """One step of progress.

    Attributes:
        stage: ``join`` (writing the embedded model's file, in bytes), ``load`` (starting the embedded model),
            ``ask`` (questions answered), ``recheck`` (asking again about what is not in the article).
        done: Units done.
        total: Units in all.
    """

    stage: Stage
    done: int
    total: int


OnProgress = Callable[[Progress], None]
