"""From what a small model answered sentence by sentence to the records that an article holds.

It was asked about every sentence that may hold something: mentions of one event are still apart, and what only looks
like an event, a casualty or a statement is still there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from conflictsum.article import Article
from conflictsum.attribution import doer
from conflictsum.coreference import clusters
from conflictsum.history import without_history
from conflictsum.mentions import Cluster, Mention, listings, mentions
from conflictsum.merging import merged
from conflictsum.plausibility import Setting, casualty_odds, event_odds, statement_odds
from conflictsum.resolve.dropping import left_out, parted
from conflictsum.resolve.kinds import ARMED_GROUPS
from conflictsum.resolve.lands import home_of, is_nowhere
from conflictsum.resolve.names import cue
from conflictsum.resolve.places import resolve_place
from conflictsum.resolve.records import Resolved, ResolvedEvent
from conflictsum.resolve.triggers import is_english
from conflictsum.schema import Actor, Strike
from conflictsum.topic import conflict_odds

# a wrong record costs an analyst a little less than a missing one: it can be checked against its evidence
_EVEN = -0.3
_FLOWN = cue(r"air ?-?(?:strikes?|raids?)|(?:fighter |war)?jets?|warplanes?|fighter (?:planes?|aircraft)|bombers?")
_UNLIKE = "the words around it do not read like a record of armed conflict"


@dataclass(frozen=True)
class Gathering:
    """The events that mentions make, before anything is left out.

    Attributes:
        groups: The mentions of each event.
        setting: The article, with no event kept yet.
        least: The log odds that a record must exceed to be kept.
    """

    groups: list[Cluster]
    setting: Setting
    least: float

    @cached_property
    def told(self) -> list[Cluster]:
        """The events that are told, not only spoken of."""
        return [group for group in self.groups if any(mention.founds for mention in group)]


def grouped(resolved: Resolved, article: Article) -> Gathering:
    """Groups the mentions of each event."""
    listed = listings(resolved.listed or (), article)
    groups = clusters(mentions(resolved.events, article), listed)
    setting = Setting(conflict_odds(article), frozenset(), article, listed=resolved.listed is not None)
    return Gathering(groups, setting, _least_odds(article))


def likely(gathering: Gathering) -> list[Cluster]:
    """The events that are told and read like armed conflict."""
    return [group for group in gathering.told if event_odds(group, gathering.setting) > gathering.least]


def numbers(groups: Sequence[Cluster]) -> set[int]:
    """The numbers of all mentions of events."""
    return {mention.told.number for group in groups for mention in group}


def _least_odds(article: Article) -> float:
    """Nothing is dropped from an article that is not in English, of which the signs are known."""
    return _EVEN if (article.language or "en") == "en" and is_english(article.text) else -math.inf


def around(kept: Sequence[Cluster], setting: Setting) -> Setting:
    """The setting of casualties and statements: the events that are kept."""
    return replace(setting, sentences=frozenset(mention.sentence.number for group in kept for mention in group))


def gather(resolved: Resolved, article: Article) -> Resolved:
    """Merges the mentions of each event, and drops what does not read like a record of armed conflict."""
    resolved = without_history(resolved, article)
    gathering = grouped(resolved, article)
    kept, least = likely(gathering), gathering.least
    setting = around(kept, gathering.setting)
    home = _Home(article)
    events = tuple(home.given(_event(group, kept)) for group in kept)
    number = {mention.told.number: group[0].told.number for group in kept for mention in group}
    # the dead of an act that is only spoken of were told with none
    told = numbers(gathering.told)
    casualties, unlike = parted(
        resolved.casualties,
        lambda item: casualty_odds(item[0], item[1] in number if item[1] in told else None, setting) > least,
    )
    statements, small_talk = parted(resolved.statements, lambda item: statement_odds(item, setting) > least)
    events_left = [group[0].told.event for group in gathering.groups if group[0].told.number not in number]
    unlikely = [*events_left, *(report for report, _ in unlike), *small_talk]
    return Resolved(
        events=events,
        casualties=tuple((report, number.get(event or 0)) for report, event in casualties),
        statements=statements,
        dropped=(*resolved.dropped, *(left_out(record, _UNLIKE) for record in unlikely)),
    )


def _event(group: Cluster, groups: Sequence[Cluster]) -> ResolvedEvent:
    """One event of its mentions; where none of them tells the place, it is where a model took it to be."""
    actor = _perpetrator(group, groups)
    told = [_told(mention, actor) for mention in sorted(group, key=lambda mention: not mention.founds)]
    item = merged(told, actor, _strikers(groups))
    item = replace(item, number=group[0].told.number)
    place = next((mention.place for mention in group if mention.place), None)
    if item.event.place or place is None:
        return item
    return replace(item, event=item.event.model_copy(update={"place": place}))


def _told(mention: Mention, actor: Actor | None) -> ResolvedEvent:
    """What a mention tells; of a listed one the doer too, where it is he: what it was filed as rests on him."""
    if not mention.cited or mention.doer is None or actor is None or mention.doer.name != actor.name:
        return mention.told
    return replace(mention.told, event=mention.told.event.model_copy(update={"perpetrator": actor}))


def _strikers(groups: Sequence[Cluster]) -> frozenset[str]:
    """Who is told to have struck, in the same sentence."""
    strikes = [mention.told.event for group in groups for mention in group if isinstance(mention.told.event, Strike)]
    return frozenset(strike.perpetrator.name for strike in strikes if strike.perpetrator)


def _perpetrator(group: Cluster, groups: Sequence[Cluster]) -> Actor | None:
    """Who did it; a count of many acts is of nobody's where it names nobody, and groups have no air force."""
    counted = all(mention.told.event.aggregate for mention in group)
    if counted and not any(mention.told.event.perpetrator or mention.doer for mention in group):
        return None
    actor = doer(group, groups)
    flown = any(mention.told.method == "air" and _FLOWN.search(mention.sentence.text) for mention in group)
    return None if flown and actor and actor.kind in ARMED_GROUPS else actor


class _Home:
    """The country of places that the gazetteer does not know: that of the article's other places, if it is one."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _country(self) -> str | None:
        words = home_of(sentence.text for sentence in self._article.sentences)
        return resolve_place(words).country if words else None

    def given(self, item: ResolvedEvent) -> ResolvedEvent:
        """The event with its country, where its place has none and does not lie at sea or on a border."""
        place = item.event.place
        if place is None or place.country or place.precision or is_nowhere(place.text) or not self._country:
            return item
        place = place.model_copy(update={"country": self._country})
        return replace(item, event=item.event.model_copy(update={"place": place}))
