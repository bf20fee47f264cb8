"""One event of several tellings: what each tells goes into one record, the surest and most exact first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from conflictsum.drafts import EventKind, Method
from conflictsum.resolve.records import STATE_KINDS, ResolvedEvent, filed
from conflictsum.schema import Actor, Event, Evidence, Place, Status, Strike, When

ValueT = TypeVar("ValueT")
_COMMON = tuple(name for name in Event.model_fields if name in Strike.model_fields)


def merged(tellings: Sequence[ResolvedEvent], perpetrator: Actor | None) -> ResolvedEvent:
    """One event of one or more tellings, filed by what all of them say.

    Args:
        tellings: In text order; at least one.
        perpetrator: Who did it.
    """
    first = tellings[0]
    events = [telling.event for telling in tellings]
    fields = {name: _first(getattr(event, name) for event in events) for name in _COMMON}
    fields |= {
        "perpetrator": perpetrator,
        "place": _most_exact([event.place for event in events if event.place]),
        "when": _clearest([event.when for event in events if event.when]),
        "status": _status([event.status for event in events]),
        "novelty": "new" if any(event.novelty == "new" for event in events) else "background",
        "evidence": together(event.evidence for event in events),
    }
    method: Method = next((telling.method for telling in tellings if telling.method != "unspecified"), "unspecified")
    told = (telling.kind for telling in tellings if telling.event.perpetrator == perpetrator)
    elsewhere: EventKind = "strike" if perpetrator and perpetrator.kind in STATE_KINDS else first.kind
    kind = next(told, elsewhere)
    return replace(first, event=filed(fields, kind, method), kind=kind, method=method)


def together(evidence: Iterable[Iterable[Evidence]]) -> tuple[Evidence, ...]:
    """All passages once, in text order."""
    return tuple(sorted({passage for passages in evidence for passage in passages}, key=lambda passage: passage.start))


def _first(values: Iterable[ValueT | None]) -> ValueT | None:
    return next((value for value in values if value is not None), None)


def surest(actors: Sequence[Actor]) -> Actor | None:
    """A known actor before "the group" and "gunmen"."""
    return _first(actor for actor in actors if actor.kind != "unknown") or _first(actors)


def _most_exact(places: Sequence[Place]) -> Place | None:
    return _first(place for place in places if place.precision != "country") or _first(places)


def _clearest(times: Sequence[When]) -> When | None:
    """The narrowest, with a clock time that another telling gives for the same day."""
    best = min(times, key=_vagueness, default=None)
    clocks = [when for when in times if best and when.time and when.start in {best.start, None}]
    if best is None or best.time or not clocks:
        return best
    return best.model_copy(update={"time": clocks[0].time, "timezone": clocks[0].timezone})


def _vagueness(when: When) -> tuple[bool, int, bool]:
    days = ((when.end or when.start) - when.start).days if when.start else 0
    return when.start is None, days, when.time is None


def _status(told: Sequence[Status]) -> Status:
    """What one side alleges and the other denies is denied (codebook S2); else the first telling counts."""
    return "denied" if "denied" in told else told[0]
