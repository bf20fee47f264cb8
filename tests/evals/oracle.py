"""The summary that a perfect reader would give: labels turned into records, field by field."""

from __future__ import annotations

import datetime as dt

from conflictsum.resolve.countries import countries
from conflictsum.schema import (
    Actor,
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

COUNTS = ("strikes_made", "sites_hit", "targets_hit", "munitions_used")
PEOPLE = ("killed", "wounded", "missing", "captured")


def perfect(fixture):
    """A summary with exactly the labelled records."""
    events = [_event(fixture, event) for event in fixture.events]
    return ConflictSummary(
        article=fixture.article.info,
        strikes=tuple(event for event in events if isinstance(event, Strike)),
        attacks=tuple(event for event in events if isinstance(event, Attack)),
        casualties=tuple(_casualty(fixture, number, label) for number, label in enumerate(fixture.casualties)),
        statements=tuple(_statement(fixture, number, label) for number, label in enumerate(fixture.statements)),
        provenance=Provenance(
            conflictsum="0.1.0",
            model="oracle",
            strategy="whole",
            prompt="none",
            prompt_sha256="0" * 64,
            created=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        ),
    )


def _event(fixture, label):
    fields = {
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
        "aggregate": label.aggregate
        and Aggregate(
            count=_count(label.aggregate.count),
            unit=label.aggregate.unit or "events",
            start=label.aggregate.start,
            end=label.aggregate.end,
        ),
        "evidence": _evidence(fixture, label),
        **{name: _count(getattr(label, name)) for name in COUNTS},
    }
    return (Strike if label.kind == "strike" else Attack).model_validate(fields)


def _casualty(fixture, number, label):
    return CasualtyReport(
        id=f"c{number}",
        event_id=label.event,
        victims=label.victims,
        group=label.group,
        affiliation=_actor(label.affiliation),
        sources=tuple(_actor(source) for source in label.sources),
        status=label.status,
        novelty=label.novelty,
        evidence=_evidence(fixture, label),
        **{name: _count(getattr(label, name)) for name in PEOPLE},
    )


def _statement(fixture, number, label):
    return PoliticalStatement(
        id=f"s{number}",
        speaker=_actor(label.speaker),
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


def _actor(text, kind=None):
    return text and Actor(text=text, name=text, kind=kind or "unknown")


def _place(label):
    if label.place is None and label.country is None:
        return None
    text = label.place or countries()[label.country].name
    return Place(text=text, name=text, country=label.country)


def _when(when, time=None):
    if when is None:
        return time and When(text=time, time=dt.time.fromisoformat(time), basis="stated")
    return When(
        text=when.text,
        start=when.start,
        end=when.end,
        time=time and dt.time.fromisoformat(time),
        precision=when.precision,
        basis="stated",
    )


def _count(count):
    return count and Count(min=count.min, max=count.max, approximate=count.approximate, text=str(count))


def _evidence(fixture, label):
    text = fixture.text
    return tuple(Evidence(start=start, end=end, text=text[start:end]) for start, end in fixture.spans(label))
