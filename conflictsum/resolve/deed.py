"""One act of violence as a sentence tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from conflictsum.resolve.phrases import Phrase


class Weight(Enum):
    """How surely a deed makes its sentence tell of an event."""

    ACT = "act"
    """The sentence tells that it was done."""
    HARM = "harm"
    """It tells of dead or wounded, which need not be more than a toll."""
    MENTION = "mention"
    """It names the act."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act.

    Attributes:
        weight: How surely it is told as an event.
        doers: Phrases that stand where the doer stands, weapons and acts included, whose owner did it.
        hit: Phrases for what was hit.
        at: Position of its verb or noun.
    """

    weight: Weight
    doers: tuple[Phrase, ...]
    hit: tuple[Phrase, ...]
    at: int


def act(doers: Iterable[Phrase], hit: Iterable[Phrase], at: int) -> Deed:
    """A deed that the sentence tells as done."""
    return Deed(Weight.ACT, tuple(doers), tuple(hit), at)
