"""What recognisers leave open in a window: the blanks that a small model fills in, and the answers they may have.

Asked is only what recognisers cannot tell: who did it, where the sentence itself does not say. The answers are names
from the sentences around, so what is chosen stands in the article by construction. Of sentences that the recognisers
cannot read (not in English) everything is asked, and any of their words may be copied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from conflictsum.choices import Choices
from conflictsum.windows import Target, Window

Kind = Literal["event", "harm", "said"]
Fields = dict[str, str | None]
Answers = Mapping[tuple[int, Kind], Fields | None]
"""The fields of each line, by number of the sentence and kind; None for a line that says that there is nothing."""

NOTHING = "-"
"""The answer that nobody and nothing is meant."""

FORMS: dict[Kind, dict[str, str | None]] = {
    "event": {"by": "agents", "hit": "targets", "in": "places", "when": "times"},
    "harm": {"killed": "killed", "wounded": "wounded", "says": "speakers"},
    "said": {"by": "speakers", "act": "acts", "to": None},
}
"""The fields of each kind of line, and the choices that answer them where nobody is asked; None leaves them open."""


@dataclass(frozen=True)
class Line:
    """Blanks about one thing in a sentence.

    Attributes:
        number: Position of the sentence in the window, counted from 1.
        kind: What it holds.
        blanks: The possible answers of each field; None for any words of the sentence.
        text: The sentence on one line, as answers copy it.
    """

    number: int
    kind: Kind
    blanks: Mapping[str, tuple[str, ...] | None]
    text: str

    @property
    def free(self) -> bool:
        """Whether words may be copied, and the line may say that there is nothing."""
        return None in self.blanks.values()


def lines_of(window: Window) -> list[Line]:
    """What is asked about a window, in the order of its sentences; nothing where the recognisers can tell it all."""
    lines = [_line(target, kind, window) for target in window.targets for kind in kinds_of(target.choices)]
    return [line for line in lines if line.blanks]


def kinds_of(choices: Choices) -> list[Kind]:
    """What a sentence holds."""
    return [kind for kind, holds in zip(FORMS, (choices.event, choices.harm, choices.speech), strict=True) if holds]


def _line(target: Target, kind: Kind, window: Window) -> Line:
    choices = target.choices
    blanks: dict[str, tuple[str, ...] | None] = {}
    if choices.free:
        blanks = {name: choices.acts if name == "act" else None for name in FORMS[kind]}
    elif kind == "event" and not choices.agents and window.doers:
        blanks = {"by": (*window.doers, NOTHING)}
    return Line(target.number, kind, blanks, choices.text)
