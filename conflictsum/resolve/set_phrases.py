"""Acts told by several words together: "reduced to ashes", "put two bullets into", "let off a charge"."""

from __future__ import annotations

from conflictsum.resolve.clauses import (
    after_preposition,
    by_phrases,
    coordinated,
    is_passive,
    objects,
    sides,
    subjects,
)
from conflictsum.resolve.deed import Deed, act
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_craft, is_thing
from conflictsum.resolve.verbs import ARMED, CRAFT, VEHICLES, WEAPONS
from conflictsum.resolve.weapon_verbs import STONES, WHERE

TURNING = frozenset("reduced reducing reduce turned turning turn".split())
RAKING = frozenset(
    "sprayed spraying spray raked raking rake peppered peppering pepper showered showering pelted pelting doused "
    "dousing hosed riddled riddling".split()
)
PUTTING = frozenset("put putting pumped pumping emptied emptying".split())
LETTING = frozenset("let letting lets".split())
BEATING = frozenset("beaten beat hacked clubbed bludgeoned stabbed stoned kicked burned burnt battered choked".split())
DRIVING = frozenset(
    "drove driven drive driving rammed ramming ram crashed crashing steered steering ploughed ploughing plowed".split()
)
TREADING = frozenset("stepped stepping trod treading drove driven driving ran running rode riding".split())
TAKING_HITS = frozenset("took taken taking received receiving sustained".split())
LOSING = frozenset("lost lose loses losing".split())
FORCING = frozenset("fight fought fighting battle battled shoot shot force forced blast blasted bomb bombed".split())
GOING = frozenset("went gone going".split())
OPENING = frozenset("opened opening".split())
CUTTING = frozenset("cut cutting".split())
VIOLATING = frozenset("violated violating breached breaching".split())
ESCAPING = frozenset("escaped survived escaping surviving".split())
DEALING = frozenset("dealt dealing".split())
FOILING = frozenset("prevented averted disrupted scuttled scotched frustrated uncovered".split())
JAMMING = frozenset("jammed jamming parried parrying suppressed".split())

_RUINS = frozenset("ashes ash rubble ruins ruin cinders dust graveyard debris wasteland inferno fireball".split())
_SHOTS = frozenset("bullet bullets round rounds shot shots grenade grenades magazine magazines slugs".split())
_HITS = frozenset("hit hits shell shells rocket rockets missile missiles mortar mortars fire rounds drones".split())
_MINES = frozenset("mine mines landmine landmines ied ieds".split())
_LIMBS = frozenset("foot feet leg legs hand hands arm arms eye eyes sight limb limbs fingers life lives".split())
_LOOSED = frozenset("off loose fly go fall rip".split())
_LOADED = frozenset("packed laden filled loaded rigged stuffed explosives explosives-laden explosives-packed".split())
_PLANS = frozenset("attempt attempts bid bids plot plots plan plans".split())
_INTO = frozenset("into at through against".split())
_TRUCES = frozenset("ceasefire truce armistice cease-fire".split())
_TIMES = frozenset("times occasions".split())
_CROWDS = frozenset(
    "crowd crowds market people pedestrians worshippers shoppers marchers procession parade festival demonstrators "
    "protesters mourners revellers bystanders mall".split()
)
_DESTROYING = frozenset(
    "drone drones mine mines missile missiles mortar mortars rocket rockets fire shelling airstrike airstrikes "
    "bomb bombs ambush".split()
)
USING = frozenset({"used"})
_FROM = frozenset("from by".split())
_TO = frozenset({"to"})
_MAY = frozenset("can could may might should would to not will".split())
_LONGEST = 14  # words from "reduced" to "ashes"


def razed(sentence: Sentence, at: int) -> Deed | None:
    """ "Reduced forty huts to ashes", "the market was turned into rubble"."""
    for near in range(at + 1, at + _LONGEST):
        ruin = sentence.starting(near + 1) if sentence.low(near) in {"to", "into"} else None
        if ruin and sentence.head(ruin) in _RUINS:
            doers, hit = sides(sentence, at)
            return act(doers, hit, at)
    return None


def raked(sentence: Sentence, at: int) -> Deed | None:
    """ "Sprayed a van with bullets", "raked it with rifles"."""
    doers, hit = sides(sentence, at)
    arms = [
        phrase
        for near in range(at + 1, at + _LONGEST)
        if sentence.low(near) == "with" and (phrase := sentence.starting(near + 1))
    ]
    return act(doers, hit, at) if any(sentence.head(phrase) in WEAPONS | STONES for phrase in arms) else None


def put(sentence: Sentence, at: int) -> Deed | None:
    """ "Put nine bullets into a mayor", "put a mill to the torch"."""
    done = subjects(sentence, at) if is_passive(sentence, at) else objects(sentence, at)
    if not done:
        return None
    end = sentence.extended(done[-1])
    if any(sentence.head(phrase) in _SHOTS for phrase in done) and sentence.low(end) in {"into", "in"}:
        return act(subjects(sentence, at), coordinated(sentence, end + 1), at)
    burnt = any(
        sentence.low(near) == "to" and sentence.low(near + 2) in {"torch", "sword"} for near in range(at, at + _LONGEST)
    )
    return act(*sides(sentence, at), at) if burnt else None


def let(sentence: Sentence, at: int) -> Deed | None:
    """ "Let off a charge", "let go of two bombs", "let a grenade fall over the post"."""
    after = at + 1
    while sentence.low(after) in _LOOSED | {"of"}:
        after += 1
    thrown = coordinated(sentence, after)
    loosed = after > at + 1 or any(sentence.low(phrase.last) in _LOOSED for phrase in thrown)
    if not (loosed and any(is_thing(sentence, phrase) for phrase in thrown)):
        return None
    hit = after_preposition(sentence, thrown[-1].last, WHERE)
    return None if any(sentence.head(phrase) == "air" for phrase in hit) else act(subjects(sentence, at), hit, at)


def beaten(sentence: Sentence, at: int) -> Deed | None:
    """ "Was beaten to death by a crowd", "hacked two guards to death"."""
    doers, hit = sides(sentence, at)
    if is_passive(sentence, at) or sentence.low(at + 1) == "to":
        deadly = sentence.low(at + 1) == "to" and sentence.low(at + 2) == "death"
        return act(by_phrases(sentence, at + 3), hit or subjects(sentence, at), at) if deadly else None
    deadly = any(sentence.low(phrase.last) == "to" and sentence.low(phrase.last + 1) == "death" for phrase in hit)
    return act(doers, hit, at) if deadly else None


def driven(sentence: Sentence, at: int) -> Deed | None:
    """ "Rammed a car into a crowd", "a van packed with explosives was driven into the gate"."""
    passive = is_passive(sentence, at)
    carried = subjects(sentence, at) if passive else objects(sentence, at)
    if not any(not (VEHICLES | CRAFT).isdisjoint(sentence.words_of(phrase)) for phrase in carried):
        return None
    loaded = any(sentence.low(near) in _LOADED for near in range(carried[0].first, at + _LONGEST))
    end = at + 1 if passive else carried[-1].last
    hit = after_preposition(sentence, end, _INTO)
    loaded = loaded or any(sentence.head(phrase) in _CROWDS for phrase in hit)
    if not hit or not (loaded or sentence.low(at).startswith("ram")):
        return None
    return act(by_phrases(sentence, at + 1) if passive else subjects(sentence, at), hit, at)


def trodden(sentence: Sentence, at: int) -> Deed | None:
    """ "Stepped on a mine", "a bus drove over a roadside bomb"."""
    if sentence.low(at + 1) not in {"on", "over", "onto", "into"}:
        return None
    mine = sentence.starting(at + 2)
    buried = mine is not None and (
        sentence.head(mine) in _MINES or sentence.words_of(mine)[-2:] == ["roadside", "bomb"]
    )
    return act((), subjects(sentence, at), at) if buried else None


def lost(sentence: Sentence, at: int) -> Deed | None:
    """ "Lost both feet to a mine"."""
    causes = after_preposition(sentence, at + 1, _TO)
    if any(sentence.head(one) in _DESTROYING for one in causes):  # "the convoy lost a lorry to a drone"
        return act(causes, objects(sentence, at), at)
    maimed = any(sentence.head(part) in _LIMBS for part in objects(sentence, at))
    mined = maimed and any(sentence.head(one) in _MINES for one in causes)
    return act((), subjects(sentence, at), at) if mined else None


def took_hits(sentence: Sentence, at: int) -> Deed | None:
    """ "The tanker took a hit from a drone", "the quarter has taken 40 shells"; fighters who take shells steal them."""
    taken = objects(sentence, at)
    hit = subjects(sentence, at)
    if not taken or not hit or sentence.head(taken[0]) not in _HITS or is_passive(sentence, at):
        return None
    if any(sentence.head(phrase) in ARMED for phrase in hit):
        return None
    return act(after_preposition(sentence, taken[-1].last, _FROM), hit, at)


def used(sentence: Sentence, at: int) -> Deed | None:
    """ "Drones were used against the convoys": not what may be."""
    aux = at - 1
    while sentence.tag(aux) == "auxiliary" and sentence.low(aux) not in _MAY:
        aux -= 1
    if sentence.low(at + 1) != "against" or aux == at - 1 or sentence.low(aux) in _MAY:
        return None
    weapons = [phrase for phrase in subjects(sentence, at) if not WEAPONS.isdisjoint(sentence.words_of(phrase))]
    return act(weapons, coordinated(sentence, at + 2), at) if weapons else None


def forced(sentence: Sentence, at: int) -> Deed | None:
    """ "Fought their way into a fort"."""
    way = sentence.starting(at + 1)
    inside = way is not None and sentence.head(way) == "way" and sentence.low(way.last) in {"into", "onto"}
    return act(subjects(sentence, at), coordinated(sentence, way.last + 1), at) if way and inside else None


def went(sentence: Sentence, at: int) -> Deed | None:
    """ "Went at each other", "a van full of explosives went up outside the court", "the depot went up in flames"."""
    who = subjects(sentence, at)
    following = sentence.low(at + 1)
    if following == "at" and sentence.low(at + 2) in {"each", "one"}:
        return act((), who, at)
    if following != "up":
        return None
    if sentence.low(at + 2) == "in" and sentence.low(at + 3) in {"flames", "smoke"}:
        return act((), who, at)
    loaded = any(sentence.low(near) in _LOADED for near in range(at))
    return act((), after_preposition(sentence, at + 2, WHERE), at) if loaded else None


def opened_up(sentence: Sentence, at: int) -> Deed | None:
    """ "Opened up on the bus": fired at it."""
    aimed = coordinated(sentence, at + 3) if sentence.low(at + 1) == "up" and sentence.low(at + 2) == "on" else []
    return act(subjects(sentence, at), aimed, at) if aimed else None


def cut_down(sentence: Sentence, at: int) -> Deed | None:
    """ "Was cut down by men in a car"; budgets and trees are cut down too, but not by gunfire or armed men."""
    if sentence.low(at + 1) != "down":
        return None
    doers = by_phrases(sentence, at + 1)
    shot = any(sentence.low(near) == "hail" for near in range(at + 2, at + 5))  # "in a hail of bullets"
    return act(doers, sides(sentence, at)[1], at) if (doers or shot) and is_passive(sentence, at) else None


def violated(sentence: Sentence, at: int) -> Deed | None:
    """ "Violated the truce on 37 occasions": only where it is counted; else it may be a charge of any kind."""
    broken = objects(sentence, at)
    truce = any(sentence.head(phrase) in _TRUCES for phrase in broken)
    counted = any(sentence.low(near) in _TIMES for near in range(at, len(sentence.words)))
    return act(subjects(sentence, at), (), at) if truce and counted else None


def escaped(sentence: Sentence, at: int) -> Deed | None:
    """ "Survived an assassination attempt", "escaped an attempt on his life"."""
    plans = [phrase for phrase in objects(sentence, at) if sentence.head(phrase) in _PLANS]
    on_life = any(sentence.low(near) == "life" for phrase in plans for near in range(phrase.last, phrase.last + 3))
    violent = on_life or any(_is_plan(sentence, phrase) for phrase in plans)
    return act((), subjects(sentence, at), at) if violent else None


def dealt_with(sentence: Sentence, at: int) -> Deed | None:
    """ "Drones dealt with the berths", as communiques put it."""
    who = subjects(sentence, at)
    armed = any(is_thing(sentence, phrase) or is_craft(sentence, phrase) for phrase in who)
    return act(who, coordinated(sentence, at + 2), at) if armed and sentence.low(at + 1) == "with" else None


def foiled(sentence: Sentence, at: int) -> Deed | None:
    """ "Prevented an attack on the depot", "an abduction plot was disrupted": who would have done it is its owner."""
    _, plans = sides(sentence, at)
    acts = [phrase for phrase in plans if _is_plan(sentence, phrase)]
    return act(acts, planned_against(sentence, acts), at) if acts else None


def jammed(sentence: Sentence, at: int) -> Deed | None:
    """ "Nine drones were jammed": their owner had sent them."""
    things = [phrase for phrase in sides(sentence, at)[1] if is_thing(sentence, phrase)]
    return act(things, (), at) if things else None


def planned_against(sentence: Sentence, acts: list[Phrase]) -> list[Phrase]:
    """What acts were aimed at that did not take place: "the murder *of an officer*", "a plot to attack *a bank*"."""
    return [phrase for one in acts for phrase in after_preposition(sentence, one.last, WHERE | {"of"})]


def _is_plan(sentence: Sentence, phrase: Phrase) -> bool:
    words = sentence.words_of(phrase)
    planned = sentence.head(phrase) in _PLANS
    return is_act(sentence, phrase) or (
        planned and any(word in _VIOLENT for word in (*words, sentence.low(phrase.last + 1)))
    )


_VIOLENT = frozenset(
    "attack assassination assassinate bombing bomb murder kill abduction kidnap kidnapping hijacking hijack sabotage "
    "blow strike raid assault infiltration suicide".split()
)
