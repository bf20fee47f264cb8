"""One event of several tellings: what each tells goes into one record, the surest and most exact first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from conflictsum.drafts import EventKind, Method
from conflictsum.resolve.arms import is_stand_off
from conflictsum.resolve.kinds import STATE_KINDS
from conflictsum.resolve.records import ResolvedEvent, filed
from conflictsum.schema import Actor, Event, Evidence, Place, PlacePrecision, Status, Strike, When

ValueT = TypeVar("ValueT")
_WIDTHS: Mapping[PlacePrecision | None, int] = {"country": 2, "region": 1, "admin1": 1}
_COMMON = tuple(name for name in Event.model_fields if name in Strike.model_fields)


def merged(
    tellings: Sequence[ResolvedEvent], perpetrator: Actor | None, strikers: Collection[str] = frozenset()
) -> ResolvedEvent:
    """One event of one or more tellings, filed by what all of them say.

    Args:
        tellings: In text order; at least one.
        perpetrator: Who did it.
        strikers: Names of those whom the article tells to have struck: what else they did, no telling how, is likelier
            a strike as well.
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
    kind = _kind(tellings, perpetrator, method, strikers)
    return replace(first, event=filed(fields, kind, method), kind=kind, method=method)


def _kind(
    tellings: Sequence[ResolvedEvent], perpetrator: Actor | None, method: Method, strikers: Collection[str]
) -> EventKind:
    """What it is told as; what a state did is a strike where nothing tells of another way."""
    own = [telling for telling in tellings if telling.event.perpetrator == perpetrator]
    if perpetrator is None:
        return "strike" if method == "air" else tellings[0].kind
    if perpetrator.kind not in STATE_KINDS:
        return (own or tellings)[0].kind
    if own and (isinstance(own[0].event, Strike) or own[0].method != "unspecified"):
        return "strike" if isinstance(own[0].event, Strike) else "attack"
    words = " ".join(passage.text for telling in tellings for passage in telling.event.evidence)
    used_to = perpetrator.name in strikers and method != "bombing"
    return "strike" if is_stand_off(words) or used_to else "attack"


def together(evidence: Iterable[Iterable[Evidence]]) -> tuple[Evidence, ...]:
    """All passages once, in text order."""
    return tuple(sorted({passage for passages in evidence for passage in passages}, key=lambda passage: passage.start))


def _first(values: Iterable[ValueT | None]) -> ValueT | None:
    return next((value for value in values if value is not None), None)


def surest(actors: Sequence[Actor]) -> Actor | None:
    """A known actor before "the group" and "gunmen"."""
    return _first(actor for actor in actors if actor.kind != "unknown") or _first(actors)


def _most_exact(places: Sequence[Place]) -> Place | None:
    """The narrowest (codebook F3); the first of several."""
    return min(places, key=lambda place: _WIDTHS.get(place.precision, 0), default=None)


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
