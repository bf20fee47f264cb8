"""Who did it, where the sentences that tell of an act do not say, or name several.

The doer is often named elsewhere: "The army struck at dawn. ... A school in Kutum was hit as well." Everybody who is
named as doer anywhere in the article, and every party in the sentences themselves, is weighed. It may be nobody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conflictsum.coreference import Cluster
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.parties import find_parties
from conflictsum.resolve.records import STATE_KINDS
from conflictsum.schema import Actor
from conflictsum.weighing import Features, weigh

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
    best = max(candidates(group, groups), key=lambda candidate: candidate.odds, default=None)
    return best.actor if best and best.odds > _LEAST_ODDS else None


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
    actors |= {actor.name: actor for actor in answers if actor.name not in actors}
    hit = " ".join(mention.told.event.target or "" for mention in group)
    struck = {mention.told.event.target_actor.name for mention in group if mention.told.event.target_actor}
    actors = {name: actor for name, actor in actors.items() if name not in struck or name in own or name in answered}
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
            "answered": name in answered,
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


def _doers(group: Cluster) -> list[Actor]:
    return [mention.told.event.perpetrator for mention in group if mention.told.event.perpetrator]


def _parties(sentence: str) -> list[Actor]:
    text = " ".join(sentence.split())
    return [resolve_actor(text[start:end]) for start, end in find_parties(text)]
