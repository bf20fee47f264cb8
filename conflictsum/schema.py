"""What a summary is made of: the public result types.

Every record is frozen, compares equal after a JSON round trip and points at the words it came from. The definitions
are the project's codebook; where a rule was taken from elsewhere, the field says so.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Status = Literal["reported", "claimed", "alleged", "denied", "attempted", "intercepted", "threatened", "planned"]
Novelty = Literal["new", "background"]
Precision = Literal["minute", "hour", "day", "week", "month", "year"]
Basis = Literal["stated", "relative_to_publication", "relative_to_event"]
PlacePrecision = Literal["site", "settlement", "admin1", "country", "region", "sea"]
ActorKind = Literal[
    "state_forces",
    "government",
    "coalition",
    "militia",
    "rebel",
    "terrorist_designated",
    "separatist",
    "police",
    "unknown",
]
Responsibility = Literal["attributed", "claimed", "denied", "suspected"]
VictimGroup = Literal["civilian", "military", "militant", "police", "aid_worker", "journalist", "mixed", "unknown"]
Act = Literal[
    "announce",
    "report",
    "justify",
    "threaten",
    "warn",
    "condemn",
    "accuse",
    "deny",
    "demand",
    "urge",
    "praise",
    "claim_responsibility",
    "offer",
    "agree",
    "reject",
]
StrikeMethod = Literal["air", "missile", "drone", "artillery", "naval", "unspecified"]
AttackMethod = Literal[
    "missile",
    "rocket",
    "drone",
    "artillery",
    "bombing",
    "shooting",
    "ground_assault",
    "raid",
    "assassination",
    "hijacking",
    "abduction",
    "other",
    "unspecified",
]


class Record(BaseModel):
    """Base of every result type: immutable and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Evidence(Record):
    """A passage of the article; ``article.text[start:end] == text`` always holds."""

    start: int = Field(ge=0)
    """Offset of the first character, counted in Unicode code points from 0."""
    end: int = Field(ge=0)
    """Offset just after the last character."""
    text: str = Field(min_length=1)
    """The passage itself, exactly as the article has it."""

    @model_validator(mode="after")
    def _length_matches(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"end - start is {self.end - self.start}, but text has {len(self.text)} characters")
        return self


class Quote(Evidence):
    """Words the article puts in quotation marks, without the marks; a passage like any other evidence."""


class When(Record):
    """A point or span of time, as written and as resolved to calendar days."""

    text: str
    """The expression as the article writes it."""
    start: dt.date | None = None
    """First day (inclusive); null when the expression cannot be resolved."""
    end: dt.date | None = None
    """Last day (inclusive); equal to ``start`` for a single day."""
    time: dt.time | None = None
    """Clock time at ``start``, local to the place of the event, where the article gives one."""
    timezone: str | None = Field(default=None, pattern=r"^[+-]\d\d:\d\d$")
    """UTC offset of ``time``, such as ``+03:00``, where the article gives it or lets it be computed."""
    precision: Precision | None = None
    """How exactly the article dates it; null when unresolved."""
    basis: Basis
    """Whether the date is stated in full, counted from the publication date, or from another event."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError("start is after end")
        return self


class Place(Record):
    """Where something happened, as written and as far as the shipped gazetteer knows it."""

    text: str
    """The place as the article writes it."""
    name: str
    """Canonical name, or ``text`` when the gazetteer does not know the place."""
    admin1: str | None = None
    """First-level administrative division (province, state, governorate)."""
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2 code; null at sea, in disputed or unknown places."""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    """Degrees north (WGS 84)."""
    longitude: float | None = Field(default=None, ge=-180, le=180)
    """Degrees east (WGS 84)."""
    precision: PlacePrecision | None = None
    """How closely the place is known; null when the gazetteer does not know it."""


class Actor(Record):
    """A person, body, state or armed group, as written and under its canonical name."""

    text: str
    """The actor as the article writes it."""
    name: str
    """Canonical name (``Houthis`` for ``Ansar Allah``), or ``text`` when no alias is known."""
    kind: ActorKind = "unknown"
    """What sort of actor it is; for a person, the body they act or speak for."""
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2 code of the state it belongs to or mainly operates in."""
    responsibility: Responsibility | None = None
    """For a perpetrator: how the act is tied to it."""
    responsibility_by: str | None = None
    """Who attributes, claims, denies or suspects that, as the article writes it."""


class Count(Record):
    """A number as the article gives it: exact, a range, or open at one end.

    ``at least two`` is min 2, max null; ``up to 40`` is min null, max 40; ``about 150`` is 150 to 150, approximate.
    Both bounds are null when people are said to be killed (wounded, ...) but no number is given.
    """

    min: int | None = Field(default=None, ge=0)
    """Lower bound, inclusive; null when open."""
    max: int | None = Field(default=None, ge=0)
    """Upper bound, inclusive; null when open."""
    approximate: bool = False
    """True for ``about``, ``some``, ``nearly`` and for vague words such as ``dozens``."""
    computed: bool = False
    """True when the number is not written in the article but follows from it (one named victim is 1)."""
    text: str
    """The words that give the number."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("min is greater than max")
        return self


class Aggregate(Record):
    """One mention that covers many events, such as ``about 150 attacks since October``."""

    count: Count
    """How many events the mention covers."""
    unit: str
    """What is counted, as written (``attacks``, ``times``, ``rockets``)."""
    start: dt.date | None = None
    """First day of the window; null when open or unresolved."""
    end: dt.date | None = None
    """Last day of the window; null when open or unresolved."""


class Event(Record):
    """What a strike and an attack have in common."""

    id: str
    """Stable identifier, derived from the article and the record's evidence."""
    status: Status
    """How the article presents it: reported as fact, claimed, denied, attempted, intercepted, threatened, ..."""
    novelty: Novelty
    """``new``: the news of this article; ``background``: recalled from before."""
    perpetrator: Actor | None = None
    """Who did it."""
    target: str | None = None
    """What or who was hit, as written."""
    target_actor: Actor | None = None
    """The party the target belongs to."""
    place: Place | None = None
    """Where it happened."""
    when: When | None = None
    """When it happened; for an aggregate, its window."""
    weapon: str | None = None
    """Weapon or munition, as written."""
    strikes_made: Count | None = None
    """Number of separate strikes or attacks carried out in this event."""
    sites_hit: Count | None = None
    """Number of places or facilities hit."""
    targets_hit: Count | None = None
    """Number of individual targets hit (launchers, vehicles, missiles)."""
    munitions_used: Count | None = None
    """Number of bombs, missiles, drones or shells used."""
    aggregate: Aggregate | None = None
    """Set when one mention covers many events."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The passages that tell of it, in text order."""


class Strike(Event):
    """Force used by a state's armed forces or a coalition of states from the air or at stand-off range."""

    method: StrikeMethod = "unspecified"
    """Air, missile, drone, artillery or naval fire."""


class Attack(Event):
    """Any other act of violence: all by militias, rebels or unknown perpetrators, and close violence by anyone."""

    method: AttackMethod = "unspecified"
    """How it was carried out."""


class CasualtyReport(Record):
    """One claim about one group of people from one source (or several sources in one breath)."""

    id: str
    """Stable identifier."""
    event_id: str | None = None
    """The strike or attack it belongs to; null when the article names none."""
    victims: str | None = None
    """The people concerned, as written (``two militants``)."""
    group: VictimGroup = "unknown"
    """What sort of people they are."""
    affiliation: Actor | None = None
    """The state, force or armed group they belong to."""
    killed: Count | None = None
    """Dead; null when the claim says nothing of dead, 0 when it says there were none."""
    wounded: Count | None = None
    """Injured; null and 0 as for ``killed``."""
    missing: Count | None = None
    """Missing; null and 0 as for ``killed``."""
    captured: Count | None = None
    """Captured, abducted or held; null and 0 as for ``killed``."""
    sources: tuple[Actor, ...] = ()
    """Who gives the figure; empty when the article states it in its own voice."""
    status: Status
    """``reported`` when the article states it, ``claimed`` or ``alleged`` by a party, ``denied``, ..."""
    novelty: Novelty
    """As for events."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The passages that give the claim; every number in it is written there."""


class PoliticalStatement(Record):
    """An attributed utterance on the conflict by a leader, official, institution, state or armed group."""

    id: str
    """Stable identifier."""
    speaker: Actor
    """Who speaks."""
    role: str | None = None
    """Office or function of the speaker, as written."""
    affiliation: Actor | None = None
    """The state, body or group the speaker speaks for."""
    addressee: Actor | None = None
    """Whom the words are aimed at: accused, warned, urged, answered."""
    act: Act
    """What the speaker does by saying it."""
    gist: str
    """The content in one sentence."""
    quotes: tuple[Quote, ...] = ()
    """Verbatim quotations, without their quotation marks."""
    medium: str | None = None
    """Where it was said, as written (``in a post on X``)."""
    when: When | None = None
    """When it was said."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """The passages that report it."""


class Dropped(Record):
    """Something the model wrote that could not be kept, and why."""

    stage: Literal["answer", "grounding", "resolution", "linking"]
    """Where in the pipeline it was dropped."""
    record: Literal["strike", "attack", "casualty", "statement", "window"]
    """What kind of record it was, or belonged to."""
    field: str | None = None
    """The field that was emptied; null when the whole record was dropped."""
    value: str
    """What the model wrote."""
    reason: str
    """Why it was dropped, in one sentence."""


class Usage(Record):
    """What a summary cost, over all calls, repeats included."""

    calls: int = Field(default=0, ge=0)
    """Answers received from the model, rejected ones included."""
    input_tokens: int | None = Field(default=None, ge=0)
    """Tokens read; null when the server does not report them."""
    output_tokens: int | None = Field(default=None, ge=0)
    """Tokens written; null when the server does not report them."""
    cached_tokens: int | None = Field(default=None, ge=0)
    """Of the input tokens, those the server took from its cache; null when not reported."""
    seconds: float = Field(default=0.0, ge=0)
    """Wall-clock time of the whole summary."""


class Provenance(Record):
    """What made this summary, so that it can be repeated."""

    conflictsum: str
    """Version of the library."""
    model: str
    """Model as asked for (``openai/gpt-5-mini``, ``local``)."""
    served_model: str | None = None
    """Model as the server names it in its answer."""
    server: str | None = None
    """Host that answered; null for the embedded model."""
    strategy: Literal["whole", "windowed", "listed"]
    """Whether the model read the article in one piece, in windows of paragraphs, or to list its events."""
    prompt: str
    """Name and version of the prompt file."""
    prompt_sha256: str
    """Hash of the prompt file."""
    created: dt.datetime
    """When the summary was made (UTC)."""


class ArticleInfo(Record):
    """The article a summary belongs to, without its text."""

    sha256: str
    """Hash of the text (UTF-8)."""
    characters: int
    """Length of the text in code points, which is what evidence offsets count."""
    title: str | None = None
    """Headline, given or recognised."""
    source: str | None = None
    """Publisher, file name or address."""
    published: dt.date | None = None
    """Publication date as given; relative dates are counted from it."""
    language: str | None = None
    """Language code (ISO 639-1), where given or stated by the web page."""


class ConflictSummary(Record):
    """All that an article says about acts of armed conflict, their victims and what was said of them."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    """Version of this schema; the major number changes when a field is removed or changes meaning."""
    article: ArticleInfo
    """Which article this summarizes."""
    strikes: tuple[Strike, ...] = ()
    """Strikes by states, in text order."""
    attacks: tuple[Attack, ...] = ()
    """Other acts of violence, in text order."""
    casualties: tuple[CasualtyReport, ...] = ()
    """Casualty claims, in text order."""
    statements: tuple[PoliticalStatement, ...] = ()
    """Political statements, in text order."""
    dropped: tuple[Dropped, ...] = ()
    """What was removed on the way, with reasons."""
    usage: Usage = Usage()
    """What it cost."""
    provenance: Provenance
    """What made it."""

    @property
    def events(self) -> tuple[Strike | Attack, ...]:
        """Strikes and attacks together, in text order."""
        return tuple(sorted((*self.strikes, *self.attacks), key=lambda event: event.evidence[0].start))

    def casualties_of(self, event_id: str) -> tuple[CasualtyReport, ...]:
        """Casualty reports that belong to one strike or attack."""
        return tuple(report for report in self.casualties if report.event_id == event_id)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of :class:`ConflictSummary`, as ``conflictsum schema`` prints it."""
    schema = ConflictSummary.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
