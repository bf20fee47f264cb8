"""What a summary says, in the terms of a MUC-4 template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from conflictsum.schema import Actor, Count, Place, Strike
from evals.compare import compare_descriptions, normal
from evals.corpora.muc import IncidentType, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conflictsum.drafts import Method
    from conflictsum.schema import Attack, CasualtyReport, ConflictSummary, Status
    from evals.compare import Days

# Arson, robbery and forced work stoppage have no method of their own: the first two are attacks by other means.
_TYPES: dict[Method, IncidentType] = {"bombing": "BOMBING", "abduction": "KIDNAPPING", "hijacking": "KIDNAPPING"}
_STAGES: dict[Status, Stage] = {
    "attempted": "ATTEMPTED",
    "intercepted": "ATTEMPTED",
    "threatened": "THREATENED",
    "planned": "THREATENED",
}


@dataclass(frozen=True)
class Response:
    """A strike or an attack with the casualties that belong to it.

    Attributes:
        type: Incident type.
        stage: Stage of execution.
        days: When; None where the summary does not tell.
        place: Where.
        perpetrator: Who did it.
        target: What or who was hit.
        victims: The dead and wounded, as written.
        killed: How many died, over all reports.
        injured: How many were wounded.
        optional: Whether keys leave out what this is as a rule: what is recalled from before, and one mention of many
            events. Found in a key it counts, otherwise it is not held against the summary.
    """

    type: IncidentType
    stage: Stage
    days: Days | None
    place: Place | None
    perpetrator: Actor | None
    target: str | None
    victims: tuple[str, ...]
    killed: Count | None
    injured: Count | None
    optional: bool


def responses(summary: ConflictSummary) -> list[Response]:
    """All strikes and attacks of a summary, in text order."""
    return [_response(event, summary.casualties_of(event.id)) for event in summary.events]


def _response(event: Strike | Attack, reports: tuple[CasualtyReport, ...]) -> Response:
    when = event.when
    return Response(
        type=_TYPES.get(event.method, "ATTACK"),
        stage=_STAGES.get(event.status, "ACCOMPLISHED"),
        days=(when.start, when.end or when.start) if when and when.start else None,
        place=event.place,
        perpetrator=event.perpetrator,
        target=event.target,
        victims=_apart(report.victims for report in reports if report.victims),
        killed=_total(reports, "killed"),
        injured=_total(reports, "wounded"),
        optional=event.novelty == "background" or event.aggregate is not None,
    )


def _apart(texts: Iterable[str]) -> tuple[str, ...]:
    """Descriptions without those that repeat an earlier one."""
    kept: list[str] = []
    for text in texts:
        if all(compare_descriptions(other, text).outcome == "inc" for other in kept):
            kept.append(text)
    return tuple(kept)


def _total(reports: Iterable[CasualtyReport], field: Literal["killed", "wounded"]) -> Count | None:
    """The sum over reports on different people; of several on the same people, the highest. None where nobody was hurt.

    The sum is open where one of its parts is, and unstated where all are.
    """
    highest: dict[str, Count] = {}
    for report in reports:
        count: Count | None = getattr(report, field)
        people = normal(report.victims or "")
        if count is not None and count.max != 0:
            highest[people] = max(highest.get(people, count), count, key=lambda one: one.min or 0)
    if not highest:
        return None
    counts = highest.values()
    known = [count.min for count in counts if count.min is not None]
    most = [count.max for count in counts if count.max is not None]
    return Count(
        min=sum(known) if known else None,
        max=sum(most) if len(most) == len(counts) else None,
        text="; ".join(count.text for count in counts),
    )
