"""Who did it, where the sentences that tell of an act do not say, or name several.

The doer is often named elsewhere: "The army struck at dawn. ... A school in Kutum was hit as well." Everybody who is
named as doer anywhere in the article, and every party in the sentences themselves, is weighed. It may be nobody.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from conflictsum.choices import on_one_line
from conflictsum.mentions import Cluster
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.arms import is_planted
from conflictsum.resolve.deeds import deeds
from conflictsum.resolve.kinds import ARMED_GROUPS, STATE_KINDS
from conflictsum.resolve.parties import find_parties
from conflictsum.resolve.phrases import read
from conflictsum.resolve.things import is_craft
from conflictsum.schema import Actor, ActorKind
from conflictsum.weighing import Features, weigh

_SERVICES = re.compile(
    r"(?i)\b(?:army|military|police|soldiers?|troops|gendarmes?|constables?|policem[ae]n|officers?)\b"
)
# "the same group" is one that was named before
_THE_GROUP = re.compile(r"(?:same |said )?(?:group|militia|movement|organi[sz]ation|faction|outfit|affiliate)")
# rebels have these too
_BOATS = frozenset(
    "boat boats speedboat speedboats gunboat gunboats vessel vessels tank tanks paraglider paragliders glider gliders "
    "paramotor paramotors gyrocopter gyrocopters submarine aircraft".split()
)
_LEAST_ODDS = -1.5
_AROUND = 15  # events before and after: who did something far away in a long text is no likelier than anybody


@dataclass(frozen=True)
class Candidate:
    """Somebody who may have done it, with what speaks for and against."""

    actor: Actor
    features: Features

    @property
    def odds(self) -> float:
        """Log odds that this is the doer."""
        return weigh("doer", self.features)


def doer(group: Cluster, groups: Sequence[Cluster]) -> Actor | None:
    """The likeliest doer of an event; None where nobody is likely.

    Args:
        group: The mentions of the event.
        groups: Those of all events of the article, this one included, in text order.
    """
    found = candidates(group, groups)
    best = max(found, key=lambda candidate: candidate.odds, default=None)
    if best is None or best.odds <= _LEAST_ODDS:
        return None
    named = [candidate for candidate in found if _is_named_group(candidate.actor)]
    if _THE_GROUP.fullmatch(best.actor.text) and named:
        best = max(named, key=lambda candidate: candidate.odds)
    return best.actor


def _is_named_group(actor: Actor) -> bool:
    return actor.kind in ARMED_GROUPS and actor.text[:1].isupper()


def candidates(group: Cluster, groups: Sequence[Cluster]) -> list[Candidate]:
    """All who may have done it, each once; nobody strikes what is their own."""
    at = groups.index(group)
    groups = groups[max(0, at - _AROUND) : at + _AROUND + 1]
    own = Counter(actor.name for actor in _doers(group))
    named = Counter(actor.name for other in groups for actor in _doers(other))
    parties = {actor.name: actor for mention in group for actor in _parties(mention.sentence.text)}
    actors = {actor.name: actor for actor in parties.values()}
    actors |= {actor.name: actor for other in groups for actor in _doers(other)} | {a.name: a for a in _doers(group)}
    answers = [mention.doer for mention in group if mention.doer]
    answered = {actor.name for actor in answers}
    listed = {mention.doer.name if mention.doer else None for mention in group if mention.cited}
    actors |= {actor.name: actor for actor in answers if actor.name not in actors}
    hit = " ".join(mention.told.event.target or "" for mention in group)
    struck = _struck(group).keys() | {
        name for other in groups for name, kind in _struck(other).items() if kind in ARMED_GROUPS and name not in named
    }
    home = _home(group, actors.values())
    actors = {
        name: actor
        for name, actor in actors.items()
        if name in own or (name not in struck and _may_do(actor, hit, home, group))
    }
    place = groups.index(group)
    before = [actor.name for other in groups[:place] for actor in _doers(other)]
    after = [actor.name for other in groups[place + 1 :] for actor in _doers(other)]
    methods = {mention.told.method for mention in group} - {"unspecified"}
    found = []
    for name, actor in actors.items():
        alike = {
            m.told.method
            for other in groups
            if other is not group and name in {a.name for a in _doers(other)}
            for m in other
        }
        signs = {
            "own": name in own,
            "answered": name in answered and not listed,
            "listed": name in listed,
            "unlisted": bool(listed) and name not in listed,
            "nobody": listed == {None},
            "own_only": name in own and len(own) == 1,
            "own_first": bool(own) and name == next(iter(own)),
            "other_own": bool(own) and name not in own,
            "other_own_known": any(a.kind != "unknown" for a in _doers(group)) and name not in own,
            "known": actor.kind != "unknown",
            "state": actor.kind in STATE_KINDS,
            "common": actor.text[:1].islower(),
            "here": name in parties,
            "hit": actor.text in hit,
            "last": bool(before) and before[-1] == name,
            "next": not before and bool(after) and after[0] == name,
            "most": bool(named) and name == named.most_common(1)[0][0],
            "alone": len(named) == 1 and name in named,
            "method_same": bool(methods & alike),
            "method_other": bool(methods) and bool(alike - {"unspecified"}) and not methods & alike,
        }
        features = {sign: 1.0 for sign, holds in signs.items() if holds}
        features["told"] = math.log1p(named[name])
        features["own_told"] = math.log1p(own[name])
        if signs["state"]:
            features |= {f"state_{method}": 1.0 for method in methods}
        elif signs["known"]:
            features |= {f"group_{method}": 1.0 for method in methods}
        found.append(Candidate(actor, features))
    return found


def _struck(group: Cluster) -> dict[str, ActorKind]:
    """Whose the things are that were hit, with their kinds."""
    owners = (mention.told.event.target_actor for mention in group)
    return {owner.name: owner.kind for owner in owners if owner}


def _home(group: Cluster, actors: Collection[Actor]) -> str | None:
    """The country that an event lies in, where states fight each other: its own forces did not do it.

    None where armed groups may have done it, or only one state is named.
    """
    lands = {mention.told.event.place.country for mention in group if mention.told.event.place} - {None}
    states = {actor.country for actor in actors if actor.kind in STATE_KINDS and actor.country}
    at_war = len(lands) == 1 and lands < states and not any(actor.kind in ARMED_GROUPS for actor in actors)
    return next(iter(lands)) if at_war else None


def _may_do(actor: Actor, hit: str, home: str | None, group: Cluster) -> bool:
    """Whether somebody whom the mentions do not name as doer may be it: no army plants mines under its own lorries.

    Only states fly jets; police detain and do not abduct; unnamed "troops" do not attack the army.
    """
    if any(mention.told.method == "abduction" for mention in group) and actor.kind == "police":
        return False
    if actor.kind in ARMED_GROUPS and any(_by_jet(mention.sentence.text) for mention in group):
        return False
    if actor.kind not in STATE_KINDS | {"police"}:
        return True
    if any(_THE_GROUP.fullmatch(doer.text) for doer in _doers(group)):
        return False
    planted = any(is_planted(mention.sentence.text) for mention in group)
    at_home = home is not None and actor.country == home
    return not (planted or at_home or (actor.country is None and _SERVICES.search(hit)))


def _by_jet(sentence: str) -> bool:
    """Whether a machine that only states have does the act: "an *MH-60R* engaged two boats"."""
    told = read(on_one_line(sentence))
    doers = (phrase for deed in deeds(told) for phrase in deed.doers)
    return any(is_craft(told, phrase) and told.head(phrase) not in _BOATS for phrase in doers)


def _doers(group: Cluster) -> list[Actor]:
    return [mention.told.event.perpetrator for mention in group if mention.told.event.perpetrator]


def _parties(sentence: str) -> list[Actor]:
    text = " ".join(sentence.split())
    return [resolve_actor(text[start:end]) for start, end in find_parties(text)]
