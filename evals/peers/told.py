"""What a peer says of an article, in plain words: all of it optional, nothing checked.

Blank values and words such as ``unknown`` or ``n/a`` count as not said, numbers as their digits, a list where one text
belongs as its items in a row: nobody is marked down for how "nothing" is written.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

_BLANK = frozenset({"", "-", "none", "null", "n/a", "na", "unknown", "unspecified", "not specified", "not stated"})


def _text(value: Any) -> str | None:
    if isinstance(value, list | tuple):
        value = ", ".join(filter(None, map(_text, value)))
    text = "" if value is None else str(value).strip()
    return None if text.casefold() in _BLANK else text


def _texts(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(text for text in map(_text, items) if text)


Text = Annotated[str | None, BeforeValidator(_text)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]


class ToldRecord(BaseModel):
    """What every record has.

    Attributes:
        words: The article's words that it rests on, as the peer gives them.
        span: Where the peer itself found them, if it did.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    words: Text = None
    span: tuple[int, int] | None = None


class ToldEvent(ToldRecord):
    """A strike or an attack; ``event`` is the label by which casualties refer to it."""

    kind: Literal["strike", "attack"]
    event: Text = None
    perpetrator: Text = None
    target: Text = None
    target_actor: Text = None
    place: Text = None
    when: Text = None
    weapon: Text = None
    munitions_used: Text = None
    aggregate_count: Text = None
    method: Text = None
    status: Text = None
    novelty: Text = None


class ToldCasualty(ToldRecord):
    """A casualty claim; ``event`` is the label of its event."""

    event: Text = None
    victims: Text = None
    group: Text = None
    affiliation: Text = None
    killed: Text = None
    wounded: Text = None
    missing: Text = None
    captured: Text = None
    sources: Texts = ()
    status: Text = None
    novelty: Text = None


class ToldStatement(ToldRecord):
    """An attributed utterance."""

    speaker: Text = None
    role: Text = None
    affiliation: Text = None
    addressee: Text = None
    act: Text = None
    quotes: Texts = ()
    medium: Text = None
    when: Text = None


class Told(BaseModel):
    """All that a peer says of one article, in its order."""

    model_config = ConfigDict(frozen=True)

    events: tuple[ToldEvent, ...] = ()
    casualties: tuple[ToldCasualty, ...] = ()
    statements: tuple[ToldStatement, ...] = ()
