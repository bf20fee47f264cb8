"""Acts told by what is done with a weapon: fired, dropped, carried out, set ablaze, bursting, coming down."""

from __future__ import annotations

from conflictsum.resolve.clauses import after_preposition, by_phrases, coordinated, is_passive, objects, sides, subjects
from conflictsum.resolve.deed import Deed, act
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_thing
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
_SUFFERING = frozenset("suffered suffer suffering saw seen recorded".split())
_REPORTING = frozenset("report reported reporting record recording".split())
_SHAKING = frozenset("rocked shook shattered".split())
_MOVING = frozenset("sent send sending flew fly flying flown laid set".split())


def sent(sentence: Sentence, at: int) -> Deed | None:
    """ "Fired rockets at the port", "bombs were dropped on it", "missiles launched by rebels"."""
    if sentence.low(at + 1) == "down" or any(sentence.low(phrase.last) == "down" for phrase in objects(sentence, at)):
        return None
    if sentence.low(at) in _FIRING and sentence.low(at + 1) in _ONTO | {"upon"}:
        return _firing(sentence, at)
    # a participle right after its noun, with no object of its own: "a bomb planted under a car"
    participle = sentence.tag(at - 1) == "word" and not objects(sentence, at)
    passive = is_passive(sentence, at) or participle
    carried = subjects(sentence, at) if passive else objects(sentence, at)
    craft = sentence.low(at) not in _MOVING and any(sentence.head(phrase) in CRAFT for phrase in carried)
    if not craft and not any(is_thing(sentence, phrase) for phrase in carried):
        return None
    if passive:
        doers = by_phrases(sentence, at + 1) or _source(sentence, at) or carried
        return act(doers, after_preposition(sentence, at + 1, _AIMED), at)
    return act(subjects(sentence, at), after_preposition(sentence, sentence.extended(carried[-1]), _AIMED), at)


def _source(sentence: Sentence, at: int) -> list[Phrase]:
    """The craft that something was dropped or fired "from"."""
    craft = sentence.starting(at + 2) if sentence.low(at + 1) == "from" else None
    return [craft] if craft and sentence.head(craft) in CRAFT else []


def _firing(sentence: Sentence, at: int) -> Deed:
    """ "Fired on the bus", "the bus was fired on by gunmen"."""
    aimed = coordinated(sentence, at + 2)
    if is_passive(sentence, at) and not aimed:
        return act(by_phrases(sentence, at + 2), subjects(sentence, at), at)
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
    if low in _REPORTING or not any(is_act(sentence, phrase) or sentence.head(phrase) == "fire" for phrase in done):
        return None
    if low in _SUFFERING:
        return act((), doers, at)
    return act(doers, after_preposition(sentence, at + 1, ON), at)


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
    if not thing:
        return None
    if opened:
        return act(thing, objects(sentence, at + 1), at)
    return act(thing, objects(sentence, at) if low in _SHAKING else after_preposition(sentence, at + 1, WHERE), at)
