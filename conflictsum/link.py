"""Records become one account: repeated mentions merged, casualties tied to their event, ids given."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from conflictsum.agreement import actors_agree, dates_agree, places_agree, words_agree
from conflictsum.article import Article
from conflictsum.merging import merged, surest, together
from conflictsum.resolve.dropping import record_kind
from conflictsum.resolve.records import Resolved, ResolvedEvent
from conflictsum.schema import (
    Actor,
    Attack,
    CasualtyReport,
    Event,
    PoliticalStatement,
    Strike,
)

LinkedT = TypeVar("LinkedT", bound=Strike | Attack | CasualtyReport | PoliticalStatement)
_CONSECUTIVE = 200  # characters: the next sentence or paragraph
_FIGURES = ("killed", "wounded", "missing", "captured")
_ANYBODY = frozenset({"people", "persons", "victims"})
_OFFICIALS = re.compile(r"(?i)(?:(?:local|regional|state|the) )?(?:officials?|authorities)")
_UNDONE = frozenset({"denied", "attempted", "intercepted", "threatened", "planned"})


@dataclass(frozen=True)
class Linked:
    """The four lists of a summary, in text order."""

    strikes: tuple[Strike, ...]
    attacks: tuple[Attack, ...]
    casualties: tuple[CasualtyReport, ...]
    statements: tuple[PoliticalStatement, ...]


def link(resolved: Resolved, article: Article) -> Linked:
    """Merges, ties and numbers the records of one article. Pure, and the same whatever the order of the drafts."""
    known: list[ResolvedEvent] = []
    place_of: dict[int, int] = {}
    for item in sorted(resolved.events, key=_position):
        index = next((i for i, other in enumerate(known) if same_event(other.event, item.event)), None)
        if index is None:
            index = len(known)
            known.append(item)
        else:
            both = [known[index], item]
            known[index] = merged(both, surest([one.event.perpetrator for one in both if one.event.perpetrator]))
        place_of[item.number] = index
    identify = _Identifier(article)
    events = [identify(item.event) for item in known]
    reports: list[CasualtyReport] = []
    for report, number in resolved.casualties:
        index = place_of.get(number) if number is not None else None
        event = events[index] if index is not None else None
        tied = report.model_copy(update={"event_id": event.id if event else None})
        _add(reports, tied, same_claim, _merge_claims)
    statements: list[PoliticalStatement] = []
    for statement in resolved.statements:
        _add(statements, statement, same_statement, _merge_statements)
    return Linked(
        strikes=_in_order([event for event in events if isinstance(event, Strike)]),
        attacks=_in_order([event for event in events if isinstance(event, Attack)]),
        casualties=_in_order([identify(report) for report in reports]),
        statements=_in_order([identify(statement) for statement in statements]),
    )


def same_event(one: Event, other: Event) -> bool:
    """Whether two mentions are of one real-world event.

    Nothing they both tell may contradict: perpetrator, place, date, status of the act, count covered. And they must
    agree on enough to be recognised: on perpetrator or target, and on place or date.
    """
    if type(one) is not type(other) or bool(one.aggregate) != bool(other.aggregate):
        return False
    if one.aggregate and other.aggregate:
        return (
            one.aggregate.count == other.aggregate.count
            and actors_agree(one.perpetrator, other.perpetrator) is not False
        )
    if one.novelty != other.novelty and one.when and other.when and one.when.text != other.when.text:
        return False
    if (one.status in _UNDONE or other.status in _UNDONE) and one.status != other.status:
        return False
    who = actors_agree(one.perpetrator, other.perpetrator)
    whom = words_agree(one.target, other.target)
    where = places_agree(one.place, other.place)
    day = dates_agree(one.when, other.when)
    counts = one.munitions_used == other.munitions_used or not (one.munitions_used and other.munitions_used)
    if False in (who, where, day) or not counts:
        return False
    return bool((who or whom) and (where or day))


def same_claim(one: CasualtyReport, other: CasualtyReport) -> bool:
    """Whether two reports make one claim: same event, people and figures, and sources told in one breath or equal.

    Of an event a figure told once without a source, or of "officials", is that of the source that is named elsewhere.
    """
    if one.event_id != other.event_id or not _same_people(one, other):
        return False
    pairs = [(_figure(one, name), _figure(other, name)) for name in _FIGURES]
    alike = {actor.name for actor in one.sources} == {actor.name for actor in other.sources}
    vague = one.event_id is not None and not (_named(one) and _named(other))
    if all(first == second for first, second in pairs):
        return alike or vague or bool(set(one.evidence) & set(other.evidence))
    told = [(first, second) for first, second in pairs if first and second]
    return (
        (alike or vague) and one.event_id is not None and bool(told) and all(first == second for first, second in told)
    )


def _same_people(one: CasualtyReport, other: CasualtyReport) -> bool:
    anybody = one.victims in _ANYBODY or other.victims in _ANYBODY
    return anybody or words_agree(one.victims, other.victims) is not False


def _named(report: CasualtyReport) -> list[Actor]:
    """Its sources but for "officials", who may be anybody's."""
    return [actor for actor in report.sources if not _OFFICIALS.fullmatch(actor.text)]


def same_statement(one: PoliticalStatement, other: PoliticalStatement) -> bool:
    """Whether two remarks are one statement: consecutive words of one speaker with one act."""
    if one.speaker.name != other.speaker.name or one.act != other.act:
        return False
    gap = other.evidence[0].start - one.evidence[-1].end
    return gap <= _CONSECUTIVE


def _figure(report: CasualtyReport, name: str) -> tuple[int | None, int | None] | None:
    count = getattr(report, name)
    return (count.min, count.max) if count else None


def _merge_claims(one: CasualtyReport, other: CasualtyReport) -> CasualtyReport:
    known = [*_named(one), *_named(other)] or [*one.sources, *other.sources]
    sources = {actor.name: actor for actor in reversed(known)}
    ordered = dict.fromkeys(actor.name for actor in known)
    update = {**_filled(one, other), "sources": tuple(sources[name] for name in ordered)}
    if one.victims in _ANYBODY and other.victims:
        update |= {"victims": other.victims, "group": other.group}
    if "new" in {one.novelty, other.novelty}:
        update["novelty"] = "new"
    return one.model_copy(update=update)


def _merge_statements(one: PoliticalStatement, other: PoliticalStatement) -> PoliticalStatement:
    quotes = tuple(sorted({*one.quotes, *other.quotes}, key=lambda quote: quote.start))
    gist = one.gist if other.gist in one.gist else f"{one.gist.rstrip('.')}; {other.gist}"
    return one.model_copy(update={**_filled(one, other), "quotes": quotes, "gist": gist})


def _filled(one: LinkedT, other: LinkedT) -> dict[str, object]:
    update = {name: getattr(other, name) for name in type(one).model_fields if getattr(one, name) is None}
    update["evidence"] = together([one.evidence, other.evidence])
    return update


def _add(
    known: list[LinkedT],
    new: LinkedT,
    same: Callable[[LinkedT, LinkedT], bool],
    merge: Callable[[LinkedT, LinkedT], LinkedT],
) -> None:
    for index, old in enumerate(known):
        if same(old, new):
            known[index] = merge(old, new)
            return
    known.append(new)


class _Identifier:
    """Gives ids that depend on the article and the record's own words, so that other records can come and go."""

    def __init__(self, article: Article) -> None:
        self._article = article.info.sha256
        self._given: set[str] = set()

    def __call__(self, record: LinkedT) -> LinkedT:
        kind = record_kind(record)
        content = "|".join([str(record.evidence[0].start), *_written(record.model_dump())])
        repeat = 0
        while True:
            digest = hashlib.sha256(f"{self._article}|{kind}|{content}|{repeat}".encode()).hexdigest()
            name = f"{kind}-{digest[:8]}"
            if name not in self._given:
                self._given.add(name)
                return cast("LinkedT", record.model_copy(update={"id": name}))
            repeat += 1


def _written(value: object) -> Iterator[str]:
    """All words a record copied from the article; what resolvers made of them may change with the library."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name == "text":
                yield str(part)
            else:
                yield from _written(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _written(part)


def _position(item: ResolvedEvent) -> tuple[int, int]:
    return item.event.evidence[0].start, item.number


def _in_order(records: list[LinkedT]) -> tuple[LinkedT, ...]:
    return tuple(sorted(records, key=lambda record: (record.evidence[0].start, record.evidence[-1].end)))
