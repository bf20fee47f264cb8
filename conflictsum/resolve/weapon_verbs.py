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
from conflictsum.resolve.forces import is_people
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_craft, is_thing
from conflictsum.resolve.verbs import CRAFT, HOLDING, SEIZABLE, VEHICLES, WEAPONS

ON = frozenset("on upon against at targeting towards toward into of".split())
"""What an act is aimed with: "an attack *on* the town"."""
_ONTO = frozenset("on at into".split())
_AIMED = frozenset(
    "on upon at against into near towards toward to over outside beside inside onto across under around among "
    "through amid targeting beneath under underneath alongside behind between below aboard".split()
)
WHERE = _AIMED | {"in"}
"""Where something explodes or comes down."""
STONES = frozenset("stone stones rock rocks brick bricks molotovs cocktail cocktails".split())
"""What is thrown at people and cars, and is no arm."""
_BY = frozenset("from by".split())
_ABLAZE = frozenset("fire ablaze alight".split())
_NEAR = 8  # words in which "set ... ablaze" stands together
_FIRING = frozenset("fired firing fire shot shooting".split())
_SUFFERING = frozenset(
    "suffered suffer suffering saw seen recorded witnessed witnessing experienced experiencing sustained "
    "sustaining endured".split()
)
_COMING = frozenset("came come comes coming".split())
_CRITICS = frozenset(
    "opposition critics critic members lawmakers mps senators fans supporters media unions investors rivals groups "
    "activists parties campaigners press users mayors ministers politicians deputies councillors residents economists "
    "customers shareholders regulators lawyers judges peers colleagues".split()
)
_RUNS = frozenset("run runs pass passes".split())
_REPORTING = frozenset("report reported reporting record recording register registered registering".split())
_PLACED = frozenset("laid planted fired launched dropped detonated".split())
_THEM = frozenset("it them".split())
_NOT_YET = frozenset("before until could never not would".split())
ANSWERING = frozenset("replied answered responded retaliated reacted replying responding retaliating".split())
_STRUCK = frozenset("rocked shook shattered reached blasted blasting punched pierced sliced".split())
"""Of the verbs for how a weapon arrives those whose object is what it hit."""
_RIGGED = frozenset("booby-trapped rigged explosives-laden explosives-packed bomb-laden".split())
_HEAVENS = frozenset("space orbit target targets".split())
_MOVING = frozenset("sent send sending flew fly flying flown laid set".split())


def sent(sentence: Sentence, at: int) -> Deed | None:
    """ "Fired rockets at the port", "bombs were dropped on it", "missiles launched by rebels"."""
    if _is_downing(sentence, at):
        return None
    if sentence.low(at) in _PLACED and sentence.low(at + 1) in _THEM:  # "the rebels laid it"
        return act(subjects(sentence, at), after_preposition(sentence, at + 2, _AIMED), at)
    if sentence.low(at) in _FIRING and sentence.low(at + 1) in _ONTO | {"upon"}:
        return _aimed_on_earth(sentence, _firing(sentence, at))
    # a participle right after its noun, with no object of its own: "a bomb planted under a car"
    loose = sentence.tag(at - 1) == "word" or _is_loose(sentence, at)
    participle = loose and not objects(sentence, at)
    passive = is_passive(sentence, at) or participle
    carried = _carried(sentence, at) if passive else objects(sentence, at)
    craft = sentence.low(at) not in _MOVING and any(sentence.head(phrase) in CRAFT for phrase in carried)
    if not craft and not any(is_thing(sentence, phrase) for phrase in carried):
        return _thrown(sentence, at, carried, passive=passive)
    doers = subjects(sentence, at)
    if passive:
        doers = by_phrases(sentence, at + 1) or [*_source(sentence, at), *carried]
    hit = after_preposition(sentence, at + 1 if passive else sentence.extended(carried[-1]), _AIMED)
    return _aimed_on_earth(sentence, act(doers, hit, at))


def _aimed_on_earth(sentence: Sentence, deed: Deed) -> Deed | None:
    """The deed, unless it was aimed at the sky or, in a test, at a target."""
    return None if any(sentence.head(phrase) in _HEAVENS for phrase in deed.hit) else deed


def _is_downing(sentence: Sentence, at: int) -> bool:
    """Whether something was shot down, which is no shot fired at it."""
    after = {sentence.low(at + 1), *(sentence.low(phrase.last) for phrase in objects(sentence, at))}
    return sentence.low(at).startswith("sho") and "down" in after


def _thrown(sentence: Sentence, at: int, carried: list[Phrase], *, passive: bool) -> Deed | None:
    """ "Threw stones at a bus", "bricks were hurled at a shop"; only with what they hit."""
    if not any(sentence.head(phrase) in STONES for phrase in carried):
        return None
    end = at + 1 if passive else carried[-1].last
    hit = [phrase for phrase in after_preposition(sentence, end, _AIMED) if _is_pelted(sentence, phrase)]
    doers = by_phrases(sentence, at + 1) if passive else subjects(sentence, at)
    return act(doers, hit, at) if hit else None


def _is_pelted(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether stones do violence to something: people, vehicles and buildings, not ducks and lakes."""
    return sentence.head(phrase) in VEHICLES | SEIZABLE or is_people(sentence, phrase)


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
        if origin and sentence.low(origin.last) in HOLDING and sentence.low(origin.last + 1) == "by":
            return coordinated(sentence, origin.last + 2)
        named = origin is not None and sentence.text[sentence.words[origin.last - 1].start].isupper()
        if origin and near == at + 1 and (is_craft(sentence, origin) or not named):
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


def answered(sentence: Sentence, at: int) -> Deed | None:
    """ "Replied with mortar fire on the hills", "answered with drone strikes on two camps"."""
    means = sentence.starting(at + 2) if sentence.low(at + 1) == "with" else None
    if means is None or not is_thing(sentence, means):
        return None
    hit = after_preposition(sentence, means.last, ON - {"of"})
    return act(subjects(sentence, at), hit, at) if hit else None


def burst(sentence: Sentence, at: int) -> Deed | None:
    """ "A bomb exploded outside the court", "the car exploded"; prices that explode are none."""
    doers, exploded = sides(sentence, at)
    if is_passive(sentence, at):
        return act(doers, after_preposition(sentence, at + 1, WHERE), at)
    weapons = [phrase for phrase in doers if is_thing(sentence, phrase)]
    packed = any(
        sentence.head(phrase) in CRAFT | VEHICLES or not _RIGGED.isdisjoint(sentence.words_of(phrase))
        for phrase in doers
    )
    if not (weapons or packed or exploded or not doers):
        return None
    return act(weapons, after_preposition(sentence, at + 1, WHERE - {"to"}), at)


def landed(sentence: Sentence, at: int) -> Deed | None:
    """ "Shells fell on the market", "a blast tore through it", "the town came under fire"."""
    low = sentence.low(at)
    if low in _COMING and sentence.low(at + 1) == "under":
        what = sentence.starting(at + 2)
        under = what is not None and is_thing(sentence, what)
        doers = after_preposition(sentence, at + 2, _BY)
        critics = any(sentence.head(phrase) in _CRITICS for phrase in doers)
        return act(doers, subjects(sentence, at), at) if under and not critics else None
    if low in _COMING and sentence.low(at + 1) != "down":
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
