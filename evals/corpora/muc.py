"""The MUC-4 documents and their keys (Message Understanding Conference, 1992), as JSON lines."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict, Field

from evals.corpora.lines import Row, Written, read_rows
from evals.fixtures import Fixture
from evals.journal import RunError

if TYPE_CHECKING:
    from pathlib import Path

IncidentType = Literal["ATTACK", "BOMBING", "KIDNAPPING", "ROBBERY", "ARSON", "FORCED WORK STOPPAGE"]
Stage = Literal["ACCOMPLISHED", "ATTEMPTED", "THREATENED"]
Case = Literal["given", "sentence"]

# the full stop of an abbreviation (U.S.) ends no sentence
_SENTENCE_START = re.compile(r"(?:\A|(?<!\b[a-z])[.!?][\"')\]]*\s|\n\s*\n|\[text\])[\s\"'(\[]*[a-z]")


class Span(Row):
    """When an incident happened: from a day to another, or on or before a day.

    Attributes:
        first: First day; None where it is open.
        last: Last day.
    """

    first: dt.date | None = Field(alias="from")
    last: dt.date = Field(alias="to")


class Level(Row):
    """One level of a location, such as a department."""

    name: str
    type: str

    @property
    def text(self) -> str:
        """Its name; a country that stands alone is written where the type should be."""
        return self.name or self.type


class Strings(Row):
    """A fill of words: any of the alternatives is right."""

    alternatives: tuple[str, ...]
    optional: bool = False


class HumanTarget(Row):
    """People who were hit, by their names and by what the document calls them."""

    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    optional: bool = False


class Toll(Row):
    """A number of people; open at the upper end where the maximum is None."""

    min: int = Field(ge=0)
    max: int | None


class Fills(Row):
    """The slots of a template that are scored."""

    types: tuple[IncidentType, ...] = Field(min_length=1)
    stage: tuple[Stage, ...]
    dates: tuple[Span, ...]
    locations: tuple[tuple[Level, ...], ...]
    perp_individuals: tuple[Strings, ...]
    perp_orgs: tuple[Strings, ...]
    physical_targets: tuple[Strings, ...]
    human_targets: tuple[HumanTarget, ...]
    killed: Toll | None
    injured: Toll | None


class Template(Row):
    """One incident of a key."""

    optional: bool
    derived: Fills


class MucDocument(Row):
    """One document and its key."""

    model_config = ConfigDict(frozen=True, ignored_types=(cached_property,))

    doc_id: Written
    publication_date: dt.date | None
    mixed_case: bool
    text: Written
    templates: tuple[Template, ...]

    @cached_property
    def id(self) -> str:
        """Its name in journals and tables."""
        return re.sub(r"[^a-z0-9]+", "-", self.doc_id.lower()).strip("-")


@dataclass(frozen=True)
class MucCase:
    """A document as it is given to a model.

    Attributes:
        document: The document and its key.
        fixture: The article, without labels.
    """

    document: MucDocument
    fixture: Fixture


def read_muc(path: Path, case: Case = "given") -> list[MucCase]:
    """Reads the documents.

    Args:
        path: The file.
        case: ``given``, or ``sentence`` to write documents that are all in capitals as :func:`sentence_case` does.

    Raises:
        RunError: The file cannot be read, a line is malformed, or two have one name; names the line.
    """
    cases: list[MucCase] = []
    places: dict[str, str] = {}
    for where, document in read_rows(path, MucDocument, "MUC-4 document"):
        if document.id in places:
            raise RunError(f"{where}: has the doc_id of {places[document.id]}: {document.doc_id}")
        places[document.id] = where
        cases.append(MucCase(document, _fixture(document, case)))
    return cases


def _fixture(document: MucDocument, case: Case) -> Fixture:
    capitals = case == "sentence" and not document.mixed_case
    return Fixture(
        id=document.id,
        split="dev",
        topic="muc4",
        register="translated",
        published=document.publication_date,
        text=sentence_case(document.text) if capitals else document.text,
    )


def sentence_case(text: str) -> str:
    """A text in capitals with capitals only where sentences begin, since nothing tells which words are names."""
    return _SENTENCE_START.sub(lambda match: match.group()[:-1] + match.group()[-1].upper(), text.lower())
