"""Labelled articles: what ``fixtures/*.toml`` hold, as the codebook describes it."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from conflictsum.article import Article
from conflictsum.drafts import ATTACK_METHODS, STRIKE_METHODS, EventKind, Method
from conflictsum.errors import ArticleError
from conflictsum.schema import Act, ActorKind, Novelty, Precision, Status, VictimGroup
from evals.counts import GoldCount, parse_count
from evals.evidence import EvidenceFinder, Span
from evals.faults import field_problem, reason, syntax_problem
from evals.source import FixtureError, Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


FOLDER = Path(__file__).with_name("fixtures")
TRAINING = Path(__file__).with_name("training")
HELDOUT = Path(__file__).with_name("heldout")
RULE = r"^[GESAFCP]\d{1,2}(, ?[GESAFCP]\d{1,2})*$"

Split = Literal["dev", "test"]
Register = Literal[
    "agency", "state_media", "official", "live_blog", "local", "think_tank", "translated", "sport", "business"
]
Words = Annotated[str, Field(min_length=1)]
Counted = Annotated[GoldCount, BeforeValidator(lambda value: parse_count(value) if isinstance(value, str) else value)]
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]


class Labels(BaseModel):
    """Base of everything in a label file: immutable and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


File = TypeVar("File", bound=Labels)


class GoldWhen(Labels):
    """A time as written, and the first and last day it means."""

    text: Words
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision | None = None


class GoldAggregate(Labels):
    """How many events one mention covers, and the window."""

    count: Counted
    unit: Words | None = None
    start: dt.date | None = None
    end: dt.date | None = None


class GoldRecord(Labels):
    """What all labelled records have.

    Attributes:
        evidence: First words of each sentence that tells of the record.
        alternatives: For a field, other right values; of a list, of one of its entries. None where leaving the field
            out is right too, which the file writes as an empty string.
        optional: Whether reasonable coders may leave the record out.
        rule: The codebook rule that decided.
    """

    SINGLE_VALUED: ClassVar[frozenset[str]] = frozenset({"key", "kind", "event", "aggregate"})

    evidence: tuple[Words, ...] = Field(min_length=1)
    alternatives: dict[str, tuple[Any, ...]] = {}
    optional: bool = False
    rule: str | None = Field(default=None, pattern=RULE)

    @field_validator("alternatives", mode="before")
    @classmethod
    def _read_alternatives(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {name: _alternatives(cls, name, values) for name, values in data.items()}

    def accepted(self, field: str) -> tuple[Any, ...]:
        """All right values of a field, the labelled one first; None stands for leaving it out."""
        return (getattr(self, field), *self.alternatives.get(field, ()))


class GoldEvent(GoldRecord):
    """A labelled strike or attack."""

    key: Words
    kind: EventKind
    status: Status
    novelty: Novelty
    method: Method = "unspecified"
    perpetrator: Words | None = None
    perpetrator_kind: ActorKind | None = None
    target: Words | None = None
    target_actor: Words | None = None
    place: Words | None = None
    country: CountryCode | None = None
    when: GoldWhen | None = None
    time: Clock | None = None
    weapon: Words | None = None
    strikes_made: Counted | None = None
    sites_hit: Counted | None = None
    targets_hit: Counted | None = None
    munitions_used: Counted | None = None
    aggregate: GoldAggregate | None = None

    @model_validator(mode="after")
    def _method_fits(self) -> Self:
        methods = STRIKE_METHODS if self.kind == "strike" else ATTACK_METHODS
        if self.method not in methods:
            raise ValueError(f"method {self.method!r} is none of a {self.kind}: {', '.join(sorted(methods))}")
        return self


class GoldCasualty(GoldRecord):
    """A labelled casualty report."""

    event: Words | None = None
    victims: Words | None = None
    group: VictimGroup = "unknown"
    affiliation: Words | None = None
    killed: Counted | None = None
    wounded: Counted | None = None
    missing: Counted | None = None
    captured: Counted | None = None
    sources: tuple[Words, ...] = ()
    status: Status
    novelty: Novelty


class GoldStatement(GoldRecord):
    """A labelled statement."""

    speaker: Words
    role: Words | None = None
    affiliation: Words | None = None
    addressee: Words | None = None
    act: Act
    quotes: tuple[Words, ...] = ()
    medium: Words | None = None
    when: GoldWhen | None = None


class Fixture(Labels):
    """One labelled article."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    split: Split
    topic: Words
    register_: Register = Field(alias="register")
    tags: tuple[Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")], ...] = ()
    pair: Words | None = None
    published: dt.date | None = None
    title: Words | None = None
    text: Words
    events: tuple[GoldEvent, ...] = ()
    casualties: tuple[GoldCasualty, ...] = ()
    statements: tuple[GoldStatement, ...] = ()

    @field_validator("text")
    @classmethod
    def _is_article(cls, text: str) -> str:
        try:
            Article(text, title="")
        except ArticleError as error:
            raise ValueError(str(error)) from None
        return text

    @property
    def empty(self) -> bool:
        """Whether there is nothing to record."""
        return not (self.events or self.casualties or self.statements)

    @cached_property
    def article(self) -> Article:
        """The article as the library is given it."""
        return Article(self.text, title=self.title, source=self.id, published=self.published, language="en")

    @cached_property
    def finder(self) -> EvidenceFinder:
        """Finds the sentences that evidence snippets stand for."""
        return EvidenceFinder(self.article)

    def spans(self, record: GoldRecord) -> tuple[Span, ...]:
        """Offsets of a record's evidence sentences, in text order.

        Raises:
            LookupError: A snippet does not stand for exactly one sentence.
        """
        return tuple(sorted({self.finder.span(snippet) for snippet in record.evidence}))


def read_fixture(path: Path) -> Fixture:
    """Reads one label file. Only its form is checked; :mod:`evals.validate` checks the labels against the text.

    Raises:
        FixtureError: The file cannot be read, is no TOML, or has unknown, missing or malformed fields.
    """
    return read_labels(path, Fixture)


def read_labels(path: Path, form: type[File]) -> File:
    """Reads a file of labels in one of their forms.

    Raises:
        FixtureError: As for :func:`read_fixture`.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise FixtureError([Problem(path, 1, f"cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise FixtureError([Problem(path, line, "is not UTF-8")]) from None
    if text.startswith("\ufeff"):
        raise FixtureError([Problem(path, 1, "begins with a byte order mark: save it as UTF-8 without one")])
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FixtureError([syntax_problem(path, text, error)]) from None
    try:
        return form.model_validate(data)
    except ValidationError as error:
        lines = Lines(text)
        raise FixtureError([field_problem(path, lines, details, _FIELDS) for details in error.errors()]) from None


def fixture_files(folder: Path = FOLDER) -> list[Path]:
    """All label files of a folder, by name."""
    return sorted(folder.glob("*.toml"))


def load_fixtures(files: Iterable[Path]) -> list[Fixture]:
    """Reads label files.

    Raises:
        FixtureError: With all problems of all files.
    """
    fixtures, problems = [], []
    for path in files:
        try:
            fixtures.append(read_fixture(path))
        except FixtureError as error:
            problems += error.problems
    if problems:
        raise FixtureError(problems)
    return fixtures


def _alternatives(record: type[GoldRecord], field: str, values: Any) -> tuple[Any, ...]:
    if field not in record.model_fields or field in {*GoldRecord.model_fields, *record.SINGLE_VALUED}:
        raise ValueError(f"{field!r} is no field that can have alternatives")
    if not isinstance(values, list | tuple) or not values:
        raise ValueError(f"{field} must be a list of values")
    try:
        return tuple(_alternative(record, field, value) for value in values)
    except ValidationError as error:
        raise ValueError(f"{field}: {reason(error.errors()[0])}") from None


def _alternative(record: type[GoldRecord], field: str, value: Any) -> Any:
    if value == "":
        return None
    info = record.model_fields[field]
    if str(info.annotation).startswith("tuple"):
        return _adapter(record, field).validate_python([value])[0]
    return _adapter(record, field).validate_python(value)


@cache
def _adapter(record: type[GoldRecord], field: str) -> TypeAdapter[Any]:
    info = record.model_fields[field]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[annotation, *info.metadata] if info.metadata else annotation)


_FIELDS = sorted(
    {
        info.alias or name
        for model in (Fixture, GoldEvent, GoldCasualty, GoldStatement, GoldWhen, GoldAggregate)
        for name, info in model.model_fields.items()
    }
)
