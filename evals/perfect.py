"""The summary that a perfect reader would give: labels turned into records, field by field."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from conflictsum.resolve.countries import countries
from conflictsum.schema import (
    Actor,
    ActorKind,
    Aggregate,
    Attack,
    CasualtyReport,
    ConflictSummary,
    Count,
    Evidence,
    Place,
    PoliticalStatement,
    Provenance,
    Quote,
    Strike,
    When,
)

if TYPE_CHECKING:
    from evals.counts import GoldCount
    from evals.fixtures import Fixture, GoldAggregate, GoldCasualty, GoldEvent, GoldRecord, GoldStatement, GoldWhen


def perfect(fixture: Fixture) -> ConflictSummary:
    """A summary with exactly the labelled records, in the order of the labels, under ids of their own."""
    events = [_event(fixture, event) for event in fixture.events]
    return ConflictSummary(
        article=fixture.article.info,
        strikes=tuple(event for event in events if isinstance(event, Strike)),
        attacks=tuple(event for event in events if isinstance(event, Attack)),
        casualties=tuple(_casualty(fixture, number, label) for number, label in enumerate(fixture.casualties)),
        statements=tuple(_statement(fixture, number, label) for number, label in enumerate(fixture.statements)),
        provenance=Provenance(
            conflictsum="0",
            model="labels",
            strategy="whole",
            prompt="none",
            prompt_sha256="0" * 64,
            created=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        ),
    )


def _event(fixture: Fixture, label: GoldEvent) -> Strike | Attack:
    record = Strike if label.kind == "strike" else Attack
    return record.model_validate(
        {
            "id": label.key,
            "status": label.status,
            "novelty": label.novelty,
            "method": label.method,
            "perpetrator": _actor(label.perpetrator, label.perpetrator_kind),
            "target": label.target,
            "target_actor": _actor(label.target_actor),
            "place": _place(label),
            "when": _when(label.when, label.time),
            "weapon": label.weapon,
            "strikes_made": _count(label.strikes_made),
            "sites_hit": _count(label.sites_hit),
            "targets_hit": _count(label.targets_hit),
            "munitions_used": _count(label.munitions_used),
            "aggregate": _aggregate(label.aggregate),
            "evidence": _evidence(fixture, label),
        }
    )


def _casualty(fixture: Fixture, number: int, label: GoldCasualty) -> CasualtyReport:
    return CasualtyReport(
        id=f"c{number}",
        event_id=label.event,
        victims=label.victims,
        group=label.group,
        affiliation=_actor(label.affiliation),
        killed=_count(label.killed),
        wounded=_count(label.wounded),
        missing=_count(label.missing),
        captured=_count(label.captured),
        sources=tuple(Actor(text=source, name=source) for source in label.sources),
        status=label.status,
        novelty=label.novelty,
        evidence=_evidence(fixture, label),
    )


def _statement(fixture: Fixture, number: int, label: GoldStatement) -> PoliticalStatement:
    return PoliticalStatement(
        id=f"s{number}",
        speaker=Actor(text=label.speaker, name=label.speaker),
        role=label.role,
        affiliation=_actor(label.affiliation),
        addressee=_actor(label.addressee),
        act=label.act,
        gist="-",
        quotes=tuple(Quote(start=0, end=len(quote), text=quote) for quote in label.quotes),
        medium=label.medium,
        when=_when(label.when),
        evidence=_evidence(fixture, label),
    )


def _actor(text: str | None, kind: ActorKind | None = None) -> Actor | None:
    return None if text is None else Actor(text=text, name=text, kind=kind or "unknown")


def _place(label: GoldEvent) -> Place | None:
    if label.place is None and label.country is None:
        return None
    text = label.place or countries()[label.country or ""].name
    return Place(text=text, name=text, country=label.country)


def _when(when: GoldWhen | None, clock: str | None = None) -> When | None:
    time = dt.time.fromisoformat(clock) if clock else None
    if when is None:
        return None if clock is None else When(text=clock, time=time, basis="stated")
    return When(text=when.text, start=when.start, end=when.end, time=time, precision=when.precision, basis="stated")


def _aggregate(aggregate: GoldAggregate | None) -> Aggregate | None:
    if aggregate is None:
        return None
    count = aggregate.count
    return Aggregate(count=_as_count(count), unit=aggregate.unit or "events", start=aggregate.start, end=aggregate.end)


def _count(count: GoldCount | None) -> Count | None:
    return None if count is None else _as_count(count)


def _as_count(count: GoldCount) -> Count:
    return Count(min=count.min, max=count.max, approximate=count.approximate, text=str(count))


def _evidence(fixture: Fixture, label: GoldRecord) -> tuple[Evidence, ...]:
    text = fixture.text
    return tuple(Evidence(start=start, end=end, text=text[start:end]) for start, end in fixture.spans(label))
