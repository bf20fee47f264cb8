"""Acts told by what is done with a weapon: fired, dropped, carried out, set ablaze, bursting, coming down."""

from __future__ import annotations

from conflictsum.resolve.clauses import (
    after_preposition,
    by_phrases,
    coordinated,
    described,
    is_participle,
    is_passive,
    objects,
    sides,
    subjects,
)
from conflictsum.resolve.deed import Deed, act
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_craft, is_thing
from conflictsum.resolve.verbs import CRAFT, VEHICLES, WEAPONS

ON = frozenset("on upon against at targeting towards toward into of".split())
"""What an act is aimed with: "an attack *on* the town"."""
_ONTO = frozenset("on at into".split())
_AIMED = frozenset(
    "on upon at against into near towards toward to over outside beside inside onto across under around among "
    "through amid targeting".split()
)
WHERE = _AIMED | {"in"}
"""Where something explodes or comes down."""
_BY = frozenset("from by".split())
_ABLAZE = frozenset("fire ablaze alight".split())
_NEAR = 8  # words in which "set ... ablaze" stands together
_FIRING = frozenset("fired firing fire shot shooting".split())
_SUFFERING = frozenset(
    "suffered suffer suffering saw seen recorded witnessed witnessing experienced experiencing sustained "
    "sustaining endured".split()
)
_RUNS = frozenset("run runs pass passes".split())
_REPORTING = frozenset("report reported reporting record recording register registered registering".split())
_PLACED = frozenset("laid planted fired launched dropped detonated".split())
_THEM = frozenset("it them".split())
_HOLDING = frozenset("held controlled occupied run manned dominated".split())
_NOT_YET = frozenset("before until could never not would".split())
_STRUCK = frozenset("rocked shook shattered reached blasted blasting punched pierced sliced".split())
"""Of the verbs for how a weapon arrives those whose object is what it hit."""
_MOVING = frozenset("sent send sending flew fly flying flown laid set".split())


def sent(sentence: Sentence, at: int) -> Deed | None:
    """ "Fired rockets at the port", "bombs were dropped on it", "missiles launched by rebels"."""
    shot = sentence.low(at).startswith("sho")
    if shot and "down" in {sentence.low(at + 1), *(sentence.low(phrase.last) for phrase in objects(sentence, at))}:
        return None
    if sentence.low(at) in _PLACED and sentence.low(at + 1) in _THEM:  # "the rebels laid it"
        return act(subjects(sentence, at), after_preposition(sentence, at + 2, _AIMED), at)
    if sentence.low(at) in _FIRING and sentence.low(at + 1) in _ONTO | {"upon"}:
        return _firing(sentence, at)
    # a participle right after its noun, with no object of its own: "a bomb planted under a car"
    loose = sentence.tag(at - 1) == "word" or _is_loose(sentence, at)
    participle = loose and not objects(sentence, at)
    passive = is_passive(sentence, at) or participle
    carried = _carried(sentence, at) if passive else objects(sentence, at)
    craft = sentence.low(at) not in _MOVING and any(sentence.head(phrase) in CRAFT for phrase in carried)
    if not craft and not any(is_thing(sentence, phrase) for phrase in carried):
        return None
    if passive:
        doers = by_phrases(sentence, at + 1) or _source(sentence, at) or carried
        return act(doers, after_preposition(sentence, at + 1, _AIMED), at)
    return act(subjects(sentence, at), after_preposition(sentence, sentence.extended(carried[-1]), _AIMED), at)


def _carried(sentence: Sentence, at: int) -> list[Phrase]:
    """What a passive tells of: "*bombs* were dropped", "*a mine*, planted by rebels"."""
    return described(sentence, at) if _is_loose(sentence, at) else subjects(sentence, at)


def _is_loose(sentence: Sentence, at: int) -> bool:
    """Whether a past form opens words between commas that describe a noun: "four shells, *fired* from a hill"."""
    return sentence.low(at - 1) == "," and (
        is_participle(sentence, at) or sentence.tag(at + 1) == "preposition" or sentence.low(at + 1) == "according"
    )


def _source(sentence: Sentence, at: int) -> list[Phrase]:
    """The craft that something was dropped or fired "from", or who holds the place it came from."""
    for near in range(at + 1, at + _NEAR):
        origin = sentence.starting(near + 1) if sentence.low(near) == "from" else None
        if origin and sentence.low(origin.last) in _HOLDING and sentence.low(origin.last + 1) == "by":
            return coordinated(sentence, origin.last + 2)
        if origin and near == at + 1 and is_craft(sentence, origin):
            return [origin]
    return []


def _firing(sentence: Sentence, at: int) -> Deed:
    """ "Fired on the bus", "the bus was fired on by gunmen"."""
    low, aimed = sentence.low(at), coordinated(sentence, at + 2)
    if is_passive(sentence, at):
        hit = subjects(sentence, at)
        shot_there = low.startswith("sho") and not any(is_thing(sentence, phrase) for phrase in hit)
        if shot_there or not aimed:  # "nine men were shot at the roadside by gunmen"
            return act(by_phrases(sentence, at + 2), hit, at)
        return act(by_phrases(sentence, at + 2) or hit, aimed, at)
    return act(subjects(sentence, at), aimed, at)


def set_ablaze(sentence: Sentence, at: int) -> Deed | None:
    """ "Set fire to a clinic", "set a clinic ablaze", "was set on fire", "set off a bomb"."""
    near = [sentence.low(at + step) for step in range(1, _NEAR)]
    if near[0] == "off":
        weapons = [phrase for phrase in objects(sentence, at) if is_thing(sentence, phrase)]
        return (
            act(subjects(sentence, at), after_preposition(sentence, weapons[-1].last, WHERE), at) if weapons else None
        )
    if _ABLAZE.isdisjoint(near):
        return None
    if near[0] == "fire":
        return act(subjects(sentence, at), after_preposition(sentence, at + 1, _AIMED), at)
    doers, hit = sides(sentence, at)
    return act(doers, hit, at)


def carried_out(sentence: Sentence, at: int) -> Deed | None:
    """ "Carried out two strikes on the port", "opened fire on a bus", "the town suffered eleven attacks"."""
    low = sentence.low(at)
    doers, done = sides(sentence, at)
    if low.startswith("resort") and sentence.low(at + 1) == "to":
        done = coordinated(sentence, at + 2)
    if sentence.head(done[0]) in _RUNS if done else False:
        return _flown(sentence, at, doers)
    if low in _REPORTING or not any(is_act(sentence, phrase) or sentence.head(phrase) == "fire" for phrase in done):
        return None
    if low in _SUFFERING:
        return act((), doers, at)
    return act(doers, after_preposition(sentence, at + 1, ON), at)


def _flown(sentence: Sentence, at: int, doers: list[Phrase]) -> Deed | None:
    """ "Jets made three runs on the town"."""
    flying = any(is_craft(sentence, phrase) for phrase in doers)
    return act(doers, after_preposition(sentence, at + 1, ON), at) if flying else None


def burst(sentence: Sentence, at: int) -> Deed | None:
    """ "A bomb exploded outside the court", "the car exploded"; prices that explode are none."""
    doers, exploded = sides(sentence, at)
    if is_passive(sentence, at):
        return act(doers, after_preposition(sentence, at + 1, WHERE), at)
    weapons = [phrase for phrase in doers if is_thing(sentence, phrase)]
    packed = any(sentence.head(phrase) in CRAFT | VEHICLES for phrase in doers)
    if not (weapons or packed or exploded or not doers):
        return None
    return act(weapons, after_preposition(sentence, at + 1, WHERE - {"to"}), at)


def landed(sentence: Sentence, at: int) -> Deed | None:
    """ "Shells fell on the market", "a blast tore through it", "the town came under fire"."""
    low = sentence.low(at)
    if low == "came" and sentence.low(at + 1) == "under":
        what = sentence.starting(at + 2)
        under = what is not None and is_thing(sentence, what)
        return act(after_preposition(sentence, at + 2, _BY), subjects(sentence, at), at) if under else None
    if low == "came" and sentence.low(at + 1) != "down":
        return None
    opened = low == "tore" and sentence.low(at + 1) == "open"
    thing = [
        phrase
        for phrase in subjects(sentence, at)
        if is_thing(sentence, phrase) or sentence.low(sentence.extended(phrase) - 1) in WEAPONS
    ]
    if low == "reached" and any(sentence.low(near) in _NOT_YET for near in range(at - 4, at)):
        return None
    if not (thing or (opened and objects(sentence, at + 1))):
        return None
    if opened:
        return act(thing, objects(sentence, at + 1), at)
    return act(thing, objects(sentence, at) if low in _STRUCK else after_preposition(sentence, at + 1, WHERE), at)
