"""From grounded drafts to public records: dates, places, actors and counts are read from the copied words.

Deterministic, and the same for every model. The codebook's rules on what counts as a strike and what is too old to
record are applied here, so that no model has to be trusted with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from conflictsum.article import Article
from conflictsum.drafts import (
    ATTACK_METHODS,
    STRIKE_METHODS,
    DraftCasualty,
    DraftEvent,
    DraftStatement,
    EventKind,
    Method,
)
from conflictsum.grounding import Grounded, GroundedDraft
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.anchors import anchored
from conflictsum.resolve.counts import read_count
from conflictsum.resolve.dates import resolve_when
from conflictsum.resolve.dropping import HISTORIC, left_out, parted
from conflictsum.resolve.headcounts import people_count
from conflictsum.resolve.kinds import NONSTATE_KINDS, STATE_KINDS
from conflictsum.resolve.places import resolve_place
from conflictsum.schema import (
    Actor,
    ActorKind,
    Aggregate,
    Attack,
    AttackMethod,
    CasualtyReport,
    Count,
    Dropped,
    Event,
    Place,
    PoliticalStatement,
    Strike,
    StrikeMethod,
    When,
)

HISTORY = dt.timedelta(days=365)

_CLOSE_METHODS = ATTACK_METHODS - STRIKE_METHODS - {"rocket"}


@dataclass(frozen=True)
class ResolvedEvent:
    """An event, and what its filing as strike or attack rests on.

    Attributes:
        event: The event, filed.
        number: Its position in the draft, counted from 1, which casualties refer to.
        kind: What it was told as, which stands where nothing decides.
        method: How it was done, of the methods of strikes and attacks together.
    """

    event: Strike | Attack
    number: int
    kind: EventKind
    method: Method


@dataclass(frozen=True)
class Resolved:
    """All records of one article, not yet linked: ids are empty and casualties point at draft numbers.

    Attributes:
        events: Strikes and attacks.
        casualties: Casualty reports with the number of the event they belong to.
        statements: Political statements.
        dropped: What the codebook excludes, with reasons.
        listed: The events as a small model listed them, their numbers after those of ``events``; None where it was not
            asked to.
    """

    events: tuple[ResolvedEvent, ...]
    casualties: tuple[tuple[CasualtyReport, int | None], ...]
    statements: tuple[PoliticalStatement, ...]
    dropped: tuple[Dropped, ...]
    listed: tuple[ResolvedEvent, ...] | None = None


def resolve(grounded: GroundedDraft, article: Article) -> Resolved:
    """Reads every copied expression of a grounded draft."""
    told = (*grounded.events, *(grounded.listed or ()))
    events = _anchored([_event(item, article) for item in told], told, article)
    kept, old = parted(events, lambda item: not _is_history(item.event, article.published))
    gone = {resolved.number for resolved in old}
    found = {item.number for item in grounded.events}
    return Resolved(
        events=tuple(item for item in kept if item.number in found),
        casualties=tuple(
            (_casualty(item), item.draft.event) for item in grounded.casualties if item.draft.event not in gone
        ),
        statements=_with_full_names([_statement(item, article) for item in grounded.statements]),
        dropped=tuple(left_out(item.event, HISTORIC) for item in old if item.number in found),
        listed=None if grounded.listed is None else tuple(item for item in kept if item.number not in found),
    )


def file_as(kind: EventKind, perpetrator: ActorKind, method: Method) -> EventKind:
    """Strike or attack, by the codebook: who did it and from how far decide, not the article's word for it.

    Args:
        kind: What the model chose, which stands where the perpetrator's kind is unknown.
        perpetrator: Kind of the perpetrator.
        method: How it was done.
    """
    if perpetrator in STATE_KINDS and method == "bombing":
        return kind  # bombs are dropped, or planted
    if perpetrator in NONSTATE_KINDS or method in _CLOSE_METHODS:
        return "attack"
    if perpetrator in STATE_KINDS and method in STRIKE_METHODS - {"unspecified"}:
        return "strike"
    return kind


def filed(fields: Mapping[str, Any], kind: EventKind, method: Method) -> Strike | Attack:
    """The event that fields make, filed as strike or attack.

    Args:
        fields: The fields that strikes and attacks have in common.
        kind: What it was told as.
        method: How it was done.
    """
    perpetrator = fields["perpetrator"]
    # acts of the unknown are attacks, but aircraft and warships imply a state (codebook E3: "named or implied")
    kind = kind if perpetrator or method in {"air", "naval"} else "attack"
    if file_as(kind, perpetrator.kind if perpetrator else "unknown", method) == "strike":
        method = "air" if method == "bombing" else method
        return Strike(**fields, method=cast("StrikeMethod", method if method in STRIKE_METHODS else "unspecified"))
    method = "bombing" if method == "air" else method
    return Attack(**fields, method=cast("AttackMethod", method if method in ATTACK_METHODS else "unspecified"))


def _event(item: Grounded[DraftEvent], article: Article) -> ResolvedEvent:
    draft = item.draft
    perpetrator = _actor(draft.perpetrator, draft.perpetrator_kind)
    if perpetrator is not None:
        perpetrator = perpetrator.model_copy(
            update={"responsibility": draft.responsibility, "responsibility_by": draft.responsibility_by}
        )
    when = _when(draft.when, draft.time, article)
    fields: dict[str, Any] = {
        "id": "",
        "status": draft.status,
        "novelty": draft.novelty,
        "perpetrator": perpetrator,
        "target": draft.target,
        "target_actor": _actor(draft.target_actor),
        "place": resolve_place(draft.place, draft.country) if draft.place else _country(draft.country),
        "when": when,
        "weapon": draft.weapon,
        "strikes_made": _count(draft.strikes_made),
        "sites_hit": _count(draft.sites_hit),
        "targets_hit": _count(draft.targets_hit),
        "munitions_used": _count(draft.munitions_used),
        "aggregate": _aggregate(draft, when),
        "evidence": item.evidence,
    }
    event = filed(fields, draft.kind, draft.method)
    return ResolvedEvent(event, item.number, draft.kind, draft.method)


def _casualty(item: Grounded[DraftCasualty]) -> CasualtyReport:
    draft = item.draft
    return CasualtyReport(
        id="",
        victims=draft.victims,
        group=draft.group,
        affiliation=_actor(draft.affiliation),
        killed=_people(draft.killed),
        wounded=_people(draft.wounded),
        missing=_people(draft.missing),
        captured=_people(draft.captured),
        sources=tuple(resolve_actor(source) for source in dict.fromkeys(draft.sources)),
        status=draft.status,
        novelty=draft.novelty,
        evidence=item.evidence,
    )


def _statement(item: Grounded[DraftStatement], article: Article) -> PoliticalStatement:
    draft = item.draft
    affiliation = _actor(draft.affiliation, draft.speaker_kind)
    speaker = resolve_actor(draft.speaker, draft.speaker_kind)
    if affiliation is not None and speaker.kind == "unknown":
        speaker = speaker.model_copy(update={"kind": affiliation.kind, "country": affiliation.country})
    return PoliticalStatement(
        id="",
        speaker=speaker,
        role=draft.role,
        affiliation=affiliation,
        addressee=_actor(draft.addressee),
        act=draft.act,
        gist=draft.gist,
        quotes=item.quotes,
        medium=draft.medium,
        when=_when(draft.when, None, article),
        evidence=item.evidence,
    )


def _with_full_names(statements: list[PoliticalStatement]) -> tuple[PoliticalStatement, ...]:
    """A speaker called by surname alone gets the full name under which the same article introduces somebody."""
    full = [statement.speaker for statement in statements if " " in statement.speaker.name]
    named = []
    for statement in statements:
        same = [actor for actor in full if actor.name.split()[-1] == statement.speaker.name]
        if same:
            speaker = same[0].model_copy(update={"text": statement.speaker.text})
            named.append(statement.model_copy(update={"speaker": speaker}))
        else:
            named.append(statement)
    return tuple(named)


def _actor(text: str | None, kind: ActorKind = "unknown") -> Actor | None:
    return resolve_actor(text, kind) if text else None


def _country(text: str | None) -> Place | None:
    return resolve_place(text) if text else None


def _when(text: str | None, time: str | None, article: Article) -> When | None:
    if text is None and time is None:
        return None
    return resolve_when(text or time or "", published=article.published, time_text=time if text else None)


def _count(text: str | None) -> Count | None:
    return read_count(text) if text else None


def _people(text: str | None) -> Count | None:
    return people_count(text) if text else None


def _aggregate(draft: DraftEvent, when: When | None) -> Aggregate | None:
    if draft.aggregate_count is None:
        return None
    return Aggregate(
        count=read_count(draft.aggregate_count),
        unit=draft.aggregate_unit or draft.aggregate_count,
        start=when.start if when else None,
        end=when.end if when else None,
    )


def _anchored(
    events: list[ResolvedEvent], told: Sequence[Grounded[DraftEvent]], article: Article
) -> list[ResolvedEvent]:
    """Resolves what is told relative to another event ("a day earlier"), or names no day ("at dawn"), in text order."""
    times = {item.number: item.draft.time if item.draft.when else None for item in told}
    found = list(events)
    for at in sorted(range(len(found)), key=lambda at: found[at].event.evidence[0].start):
        others = [resolved.event for other, resolved in enumerate(found) if other != at]
        found[at] = _with_anchor(found[at], others, times, article)
    return found


def _with_anchor(
    resolved: ResolvedEvent,
    others: list[Strike | Attack],
    times: Mapping[int, str | None],
    article: Article,
) -> ResolvedEvent:
    event = resolved.event
    if event.when is None or event.when.basis != "relative_to_event" or event.when.start is not None:
        return resolved
    when = anchored(event.when, times[resolved.number], event, others, article)
    update: dict[str, object] = {"when": when}
    if event.aggregate:
        update["aggregate"] = event.aggregate.model_copy(update={"start": when.start, "end": when.end})
    return replace(resolved, event=event.model_copy(update=update))


def _is_history(event: Event, published: dt.date | None) -> bool:
    end = event.when.end if event.when else None
    return event.novelty == "background" and bool(published and end and published - end > HISTORY)
