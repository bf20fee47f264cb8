"""What the model is asked to write: small, flat, all text copied from the article.

A draft holds no offsets, no resolved dates and no numbers: the model copies the words that give them, and the stages
after it find them in the article (grounding) and read them (resolution). Every field is required, as strict JSON
schemas demand; ``null`` says that the article does not tell.
"""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from conflictsum.schema import (
    Act,
    ActorKind,
    AttackMethod,
    Novelty,
    Responsibility,
    Status,
    StrikeMethod,
    VictimGroup,
)

EventKind = Literal["strike", "attack"]
Method = Literal[StrikeMethod, AttackMethod]
STRIKE_METHODS = frozenset(get_args(StrikeMethod))
ATTACK_METHODS = frozenset(get_args(AttackMethod))


class DraftRecord(BaseModel):
    """What every draft record has: where in the article it stands."""

    model_config = ConfigDict(extra="forbid")

    sentences: list[int] = Field(description="numbers of all sentences that tell of it")
    words: str = Field(description="5 to 20 words copied from one of those sentences, exactly, that best show it")


class DraftEvent(DraftRecord):
    """A strike or an attack."""

    kind: EventKind
    status: Status
    novelty: Novelty
    method: Method
    perpetrator: str | None = Field(description="who did it, as written")
    perpetrator_kind: ActorKind
    responsibility: Responsibility | None
    responsibility_by: str | None = Field(description="who attributes, claims, denies or suspects it, as written")
    target: str | None = Field(description="what or who was hit, as written")
    target_actor: str | None = Field(description="the party the target belongs to, as written")
    place: str | None = Field(description="the narrowest place named, as written")
    country: str | None = Field(description="the country of that place, as written in the article")
    when: str | None = Field(description="the day or period, as written; for an aggregate its window")
    time: str | None = Field(description="the clock time, as written")
    weapon: str | None = Field(description="weapon or munition, as written")
    strikes_made: str | None = Field(description="words giving the number of strikes or attacks made")
    sites_hit: str | None = Field(description="words giving the number of sites hit")
    targets_hit: str | None = Field(description="words giving the number of targets hit")
    munitions_used: str | None = Field(description="words giving the number of munitions used")
    aggregate_count: str | None = Field(description="only where one mention covers many events: the words for how many")
    aggregate_unit: str | None = Field(description="what is counted there, as written")


class DraftCasualty(DraftRecord):
    """One claim about one group of people."""

    event: int | None = Field(description="position in the list of events, counted from 1")
    status: Status
    novelty: Novelty
    victims: str | None = Field(description="the people, as written")
    group: VictimGroup
    affiliation: str | None = Field(description="the state, force or group they belong to, as written")
    killed: str | None = Field(description="words giving the number of dead")
    wounded: str | None = Field(description="words giving the number of wounded")
    missing: str | None = Field(description="words giving the number of missing")
    captured: str | None = Field(description="words giving the number of captured or abducted")
    sources: list[str] = Field(description="who gives the figure, as written; empty where the article itself does")


class DraftStatement(DraftRecord):
    """One attributed utterance."""

    speaker: str = Field(description="who speaks, as written")
    speaker_kind: ActorKind
    role: str | None = Field(description="office of the speaker, as written")
    affiliation: str | None = Field(description="the state, body or group spoken for, as written")
    addressee: str | None = Field(description="whom the words are aimed at, as written")
    act: Act
    gist: str = Field(description="the content in one short sentence")
    quotes: list[str] = Field(description="quotations, copied exactly, without quotation marks")
    medium: str | None = Field(description="where it was said, as written")
    when: str | None = Field(description="when it was said, as written")


class Draft(BaseModel):
    """All that a model finds in one article or one window of it."""

    model_config = ConfigDict(extra="forbid")

    events: list[DraftEvent]
    casualties: list[DraftCasualty]
    statements: list[DraftStatement]
