"""How armed people come over others and take them: "set upon a patrol", "held up a bus", "herded girls away"."""

from __future__ import annotations

from conflictsum.resolve.clauses import (
    after_preposition,
    by_phrases,
    coordinated,
    is_passive,
    sides,
    subjects,
)
from conflictsum.resolve.deed import Deed, act
from conflictsum.resolve.forces import is_armed, is_outlaw, is_people, is_seizable
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import VEHICLES

FALLING = frozenset(
    "fell fall falling set setting pounced pouncing swooped swooping descended descending swarmed swarming burst "
    "bursting barged barging rushed crept sneaked rappelled fast-roped abseiled climbed clambered leapt "
    "converged".split()
)
"""Verbs for how people come over others, with "on", "upon", "into" and the like."""
HOLDING_UP = frozenset(
    "held hold holding stopped stopping halted halting blocked blocking waylaid commandeered commandeering flagged "
    "diverted took taken taking gained gaining wrested wresting retook retaken recaptured surprised surprising "
    "cornered cornering surrounded surrounding".split()
)
"""Verbs for what armed people do to vehicles, places and their foes."""
TAKING_AWAY = frozenset(
    "whisked whisking spirited bundled bundling herded herding frogmarched marched marching dragged dragging hauled "
    "hauling snatched snatching hustled led leading driven drove driving forced forcing taken took taking seized "
    "carted".split()
)
"""Verbs for how people are abducted, with words for where to."""
ROAMING = frozenset("gone went going moved moving go".split())
"""Verbs of armed people who go "from house to house" or "on a rampage"."""
BLUNDERING = frozenset(
    "ran run running walked walking drove driven stumbled stumbling fell fallen strayed caught lured led "
    "blundered".split()
)
"""Verbs of those who come into an ambush."""
KILLING = frozenset("put putting".split())

_UPON = frozenset("on upon into onto aboard over through".split())
_SURE = frozenset("upon".split())
_ENTERING = frozenset("burst bursting barged barging rushed crept sneaked".split())
_BOARDING = frozenset("rappelled fast-roped abseiled climbed clambered leapt".split())
_ONTO = frozenset("onto aboard".split())
_AFTERWARDS = frozenset(
    "off away robbed robbing stole stealing looted looting kidnapped kidnapping abducted abducting seized seizing took "
    "taking killed killing shot emptied fled beheaded burned torched".split()
)
_SEIZING = frozenset("took taken taking gained gaining wrested wresting".split())
_RETAKING = frozenset("retook retaken recaptured commandeered commandeering".split())
_CORNERING = frozenset("surprised surprising cornered cornering".split())
_WILDS = frozenset(
    "bush forest forests jungle mountains mountain hills desert woods captivity slavery interior".split()
)
_TO = frozenset("into to towards toward across onto over up".split())
_FROM_OR_TO = _TO | {"from"}
_UNKNOWN = frozenset("unknown undisclosed unidentified".split())
_HAULING = frozenset("whisked whisking spirited bundled bundling frogmarched snatched snatching hustled carted".split())
_AWAY = frozenset("away off".split())
_DOORS = frozenset("house home hut door village street room tent home compound shop".split())
_SPREES = frozenset("rampage spree".split())
_THROUGH = frozenset("through in across".split())
_AMBUSHES = frozenset("ambush ambushes crossfire".split())
_REACH = 16  # words from "stopped a lorry" to "drove off"


def fallen_upon(sentence: Sentence, at: int) -> Deed | None:
    """ "Set upon a patrol", "swooped on a village", "rappelled onto a tanker", of people under arms."""
    after = at + 1
    while sentence.low(after) in {"down", "in"}:
        after += 1
    if sentence.low(at) in _BOARDING:
        deck = after_preposition(sentence, at + 1, _ONTO)
        armed = any(is_armed(sentence, phrase) for phrase in subjects(sentence, at))
        return act(subjects(sentence, at), deck, at) if deck and armed else None
    if sentence.low(after) not in _UPON:
        return None
    if is_passive(sentence, at) and sentence.low(after) in _SURE | {"on"}:
        doers, hit = by_phrases(sentence, after + 1), subjects(sentence, at)
    else:
        doers, hit = subjects(sentence, at), coordinated(sentence, after + 1)
    of_party = is_armed if sentence.low(after) in _SURE or sentence.low(at) in _ENTERING else is_outlaw
    return act(doers, hit, at) if hit and any(of_party(sentence, phrase) for phrase in doers) else None


def held_up(sentence: Sentence, at: int) -> Deed | None:
    """ "Held up a convoy", "stopped three lorries and drove off with them", "took control of the town"."""
    doers, hit = sides(sentence, at)
    low = sentence.low(at)
    if low in _SEIZING:
        hit = _controlled(sentence, at, hit)
        return act(doers, hit, at) if hit and any(is_armed(sentence, phrase) for phrase in doers) else None
    if not hit or not doers:
        return None
    if low in _RETAKING:
        taken = any(_is_takeable(sentence, phrase) for phrase in hit)
        return act(doers, hit, at) if taken and any(is_armed(sentence, phrase) for phrase in doers) else None
    if low in _CORNERING:
        hunted = any(is_outlaw(sentence, phrase) for phrase in hit)
        return act(doers, hit, at) if hunted and any(is_armed(sentence, phrase) for phrase in doers) else None
    robbed = low.startswith("h") and sentence.low(at + 1) == "up"
    end = min(at + _REACH * 2, len(sentence.words))
    robbed = robbed or any(sentence.low(near) in _AFTERWARDS for near in range(at + 1, end))
    return act(doers, hit, at) if robbed and any(is_outlaw(sentence, phrase) for phrase in doers) else None


def _controlled(sentence: Sentence, at: int, hit: list[Phrase]) -> list[Phrase]:
    """What is taken over: "took control of *the town*", "took over *a tanker*"."""
    if sentence.low(at + 1) == "over":
        found = coordinated(sentence, at + 2)
    elif hit and sentence.head(hit[0]) == "control":
        found = coordinated(sentence, hit[0].last + 1) if sentence.low(hit[0].last) in {"of", "over"} else []
    else:
        return []
    return found if any(_is_takeable(sentence, phrase) for phrase in found) else []


def _is_takeable(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.head(phrase) in VEHICLES or is_seizable(sentence, phrase)


def taken_away(sentence: Sentence, at: int) -> Deed | None:
    """ "Whisked away a priest", "pupils were marched into the forest", "seized three brokers"."""
    doers, hit = sides(sentence, at)
    if not any(is_people(sentence, phrase) or sentence.tag(phrase.last - 1) == "number" for phrase in hit):
        return None
    outlaws = any(is_outlaw(sentence, phrase) for phrase in doers)
    if sentence.low(at) == "seized":
        return act(doers, hit, at) if outlaws else None
    passive = is_passive(sentence, at)
    start = at + 1 if passive else sentence.extended(hit[-1])
    away = sentence.low(start) in _AWAY or sentence.low(at + 1) in _AWAY or sentence.low(at) in _HAULING
    going = away or bool(after_preposition(sentence, start, _FROM_OR_TO))
    if outlaws:
        return act(doers, hit, at) if going else None
    nobody = passive and not doers and _are_several(sentence, hit)
    gone = _into_the_wilds(sentence, start) or (away and sentence.low(at) in _HAULING)
    return act(doers, hit, at) if nobody and gone else None


def _are_several(sentence: Sentence, hit: list[Phrase]) -> bool:
    return any(sentence.tag(at) == "number" for phrase in hit for at in range(phrase.first, phrase.last)) or all(
        sentence.head(phrase).endswith(("s", "men", "ren")) for phrase in hit
    )


def _into_the_wilds(sentence: Sentence, at: int) -> bool:
    """Whether words go on to "into the bush", "to an unknown place", where captives are led."""
    return any(
        sentence.head(phrase) in _WILDS or not _UNKNOWN.isdisjoint(sentence.words_of(phrase))
        for phrase in after_preposition(sentence, at, _TO)
    )


def roamed(sentence: Sentence, at: int) -> Deed | None:
    """ "Went from house to house", "went on a rampage through the town", of people under arms."""
    who = subjects(sentence, at)
    if not any(is_armed(sentence, phrase) for phrase in who):
        return None
    if sentence.low(at + 1) == "on":
        spree = sentence.starting(at + 2)
        wild = spree is not None and sentence.head(spree) in _SPREES
        return act(who, after_preposition(sentence, spree.last, _THROUGH), at) if spree and wild else None
    first = at + 2 if sentence.low(at + 1) == "from" else at + 1
    doors = {word for near in range(first, first + 4) for word in sentence.low(near).split("-")}
    hit = after_preposition(sentence, first + 3, _THROUGH)
    return act(who, hit, at) if "to" in doors and not _DOORS.isdisjoint(doors) else None


def ambushed(sentence: Sentence, at: int) -> Deed | None:
    """ "Ran into an ambush by rebels", "were caught in an ambush"."""
    trap = sentence.starting(at + 2) if sentence.low(at + 1) in {"into", "in"} else None
    if trap is None or sentence.head(trap) not in _AMBUSHES:
        return None
    return act(by_phrases(sentence, trap.last), subjects(sentence, at), at)


def put_to_death(sentence: Sentence, at: int) -> Deed | None:
    """ "Put to death five men" of people without lawful power; courts do it too."""
    if sentence.low(at + 1) != "to" or sentence.low(at + 2) != "death":
        return None
    passive = is_passive(sentence, at)
    doers = by_phrases(sentence, at + 3) if passive else subjects(sentence, at)
    hit = subjects(sentence, at) if passive else coordinated(sentence, at + 3)
    return act(doers, hit, at) if any(is_outlaw(sentence, phrase) for phrase in doers) else None
