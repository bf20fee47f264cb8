"""Acts of violence told by verbs: for each sort of verb where its doer and what was hit stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from conflictsum.resolve import effects, onsets, set_phrases
from conflictsum.resolve.clauses import after_preposition, is_passive, objects, sides, subjects
from conflictsum.resolve.deed import Deed, Weight, act
from conflictsum.resolve.forces import is_people, is_seizable, uses_force
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_craft, is_crewless, is_stoppage, is_thing
from conflictsum.resolve.unreal import is_unreal, threatening
from conflictsum.resolve.verbs import (
    ARMED,
    BURSTS,
    CLASHES,
    CRAFT,
    DIRECT,
    HARM,
    LANDS,
    LIGHT,
    NATURE,
    PHRASAL,
    SENDING,
    STOPPING,
    UNHARMED,
    WEAPONS,
)
from conflictsum.resolve.weapon_verbs import ANSWERING, WHERE, answered, burst, carried_out, landed, sent, set_ablaze
from conflictsum.resolve.word_classes import BE

_ONTO = frozenset("on at into".split())
_WITH = frozenset("with against".split())
_DOWNING = frozenset("destroyed destroying shot struck hit".split())
_BURNING = frozenset("burned burnt burning".split())
_SINKING = frozenset("sank sink sunk sinking".split())
_MINES = frozenset("mine mines landmine landmines".split())
_TOUCHING = frozenset("hit struck".split())
_TAKING = frozenset("seize seized seizing capture captured capturing".split())
_HURTING = frozenset("hurt hurting".split())
_SMASHING = frozenset("smashed smashing blasted blasting pierced".split())
_BRINGING = frozenset("brought bringing forced wiped wiping".split())
_SHAPING = frozenset("hammered hammering battered thrashed struck".split())
_ROBBERS = frozenset("robber robbers thief thieves burglar burglars mugger muggers carjackers shoplifters".split())
_HALTING = frozenset(
    "stopped stopping splashed swatted defeated defeating engaged engaging neutralised neutralising neutralized "
    "neutralizing suppressed suppressing eliminated".split()
)
_SENT = frozenset("launched fired sent".split())
_FLYING = frozenset(
    "drone drones missile missiles rocket rockets uav uavs projectile projectiles shahed shaheds quadcopter "
    "quadcopters munition munitions fpvs".split()
)
_HELD = frozenset("hostage captive prisoner prisoners hostages".split())
_AIMS = frozenset("target targets".split())
_PRACTICE = frozenset("aerial practice towed surface dummy mock floating simulated".split())
_WATER = frozenset("water foam retardant".split())
_NEAR = 10  # words after "bombed" in which "with water" stands
_RESCUERS = frozenset("firefighters firemen doctors medics lawyers volunteers".split())
_TRADING = frozenset("exchanged exchanging traded trading exchange".split())
_ENTRY = frozenset("entered broke break breaking entering".split())
_TAKEN = frozenset("take took taken taking held holding".split())
_BLOWING = frozenset("blew blow blowing blown".split())
_ONESELF = frozenset("himself herself themselves itself".split())


def by_verb(sentence: Sentence, at: int) -> Deed | None:
    """The act that the verb at a position tells of; None where it tells of none, or only of a wish for one."""
    if is_unreal(sentence, at):
        return None
    low = sentence.low(at)
    for words, reader in _READERS:
        if low in words and (deed := reader(sentence, at)):
            deed = deed if deed.doers else replace(deed, doers=tuple(threatening(sentence, at)))
            return None if any(_is_no_party(sentence, phrase) for phrase in deed.doers) else deed
    return None


def _is_no_party(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a storm, a clock or a stoppage of work strikes, or common thieves (codebook E8)."""
    none = sentence.head(phrase) in NATURE | _ROBBERS and not is_act(sentence, phrase)
    return none or is_stoppage(sentence, phrase)


def _direct(sentence: Sentence, at: int) -> Deed | None:
    """ "The army shelled the town"; what is shot down or intercepted was done by its owner."""
    low = sentence.low(at)
    passive = is_passive(sentence, at)
    doers, hit = sides(sentence, at)
    if not passive and not hit and low not in _BURNING:
        hit = after_preposition(sentence, at + 1, _ONTO)
    if not _may_suffer(sentence, at, hit):
        return None
    if low in _SINKING and not hit:
        return None
    mined = low in _TOUCHING and any(sentence.head(phrase) in _MINES for phrase in hit)
    if mined or (low in _BURNING and doers and not (passive or hit)):
        return act((), doers, at)
    if _is_stopped(sentence, at, hit):
        stopped = [phrase for phrase in hit if is_thing(sentence, phrase)]
        planned = [phrase for phrase in stopped if is_act(sentence, phrase)]
        return act(stopped, set_phrases.planned_against(sentence, planned), at)
    if low in HARM and (not doers or (_trails(sentence, at) and not _by_force(sentence, doers))):
        return Deed(Weight.HARM, tuple(doers), tuple(hit), at)
    return act(doers, hit, at) if doers or hit else None


def _trails(sentence: Sentence, at: int) -> bool:
    """Whether a participle after a comma tells what came of something: "a bus left the road, *injuring* two"."""
    return sentence.low(at).endswith("ing") and sentence.low(at - 1) in {",", "and"}


def _by_force(sentence: Sentence, doers: list[Phrase]) -> bool:
    return any(uses_force(sentence, phrase) for phrase in doers)


def _may_suffer(sentence: Sentence, at: int, hit: list[Phrase]) -> bool:
    """Whether violence can be done to what follows the verb: not to prices or a disease, nor by seizing a pistol."""
    if any(sentence.head(phrase) in UNHARMED for phrase in hit) or sentence.low(at + 1) == "against":
        return False
    if any(sentence.head(phrase) in _AIMS and not _PRACTICE.isdisjoint(sentence.words_of(phrase)) for phrase in hit):
        return False
    if any(sentence.low(near) == "with" and sentence.low(near + 1) in _WATER for near in range(at, at + _NEAR)):
        return False
    if sentence.low(at) in _SHAPING and sentence.low(at + 1) == "out":  # "hammered out a truce"
        return False
    if sentence.low(at) in _HURTING and not any(is_people(sentence, phrase) for phrase in hit):
        return False
    return sentence.low(at) not in _TAKING or any(is_seizable(sentence, phrase) for phrase in hit)


def _is_stopped(sentence: Sentence, at: int, hit: list[Phrase]) -> bool:
    """Whether missiles or drones were shot down or intercepted, and not the helicopter of an army."""
    low = sentence.low(at)
    things = any(is_thing(sentence, phrase) for phrase in hit)
    down = sentence.low(at + 1) == "down" or any(sentence.low(phrase.last) == "down" for phrase in hit)
    if things:
        # "two missiles that were ready to launch" stood on the ground
        standing = any(
            sentence.tag(phrase.last) == "relative" and sentence.low(phrase.last + 1) in BE for phrase in hit
        )
        return down or low in STOPPING or (low in _DOWNING and not standing)
    return (down or low in STOPPING - {"repelled", "repulsed"}) and any(
        sentence.tag(sentence.bare(phrase, numbers=False)) == "number"
        or (sentence.tag(phrase.first) == "determiner" and phrase.last - phrase.first == 1)
        for phrase in hit
    )


def _halted(sentence: Sentence, at: int) -> Deed | None:
    """ "Stopped 71 of the 88 drones", "a missile was engaged by a frigate", "of 88 launched, 71 were stopped"."""
    _, hit = sides(sentence, at)
    flying = [phrase for phrase in hit if _is_flying(sentence, phrase)]
    counted = hit and all(sentence.words_of(phrase)[-1].isdigit() for phrase in hit)
    sent_before = any(sentence.low(near) in _SENT for near in range(at))
    return act(flying, (), at) if flying or (counted and sent_before) else None


def _is_flying(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means drones, missiles or rockets, "of" after a number passed over."""
    last = sentence.extended(phrase)
    return sentence.low(last - 1) in _FLYING or sentence.words_of(phrase)[-2:-1] == ["aerial"]


def _phrasal(sentence: Sentence, at: int) -> Deed | None:
    """ "Blew up", "went off", "brought down", "carried off", "stepped on a mine" and the like."""
    low = sentence.low(at)
    if low in _TAKEN and (held := _held(sentence, at)):
        return held
    if low in _BLOWING and sentence.low(at + 1) in _ONESELF and sentence.low(at + 2) == "up":
        return act(subjects(sentence, at), after_preposition(sentence, at + 3, WHERE), at)
    if sentence.low(at + 1) not in PHRASAL.get(low, ()):
        return None
    if low in {"went", "going"} or (low in _BLOWING and not sentence.starting(at + 2)):
        return act((), after_preposition(sentence, at + 2, WHERE), at)
    doers, hit = sides(sentence, at)
    if low in _BRINGING:
        wiped = low.startswith("wip")
        stopped = [phrase for phrase in hit if is_thing(sentence, phrase) or is_crewless(sentence, phrase)]
        stopped = stopped or [phrase for phrase in hit if is_craft(sentence, phrase) and not wiped]
        if stopped or not (wiped or any(is_thing(sentence, phrase) for phrase in doers)):
            return act(stopped, (), at) if stopped else None
    return act(doers, hit, at) if hit and _may_suffer(sentence, at, hit) else None


def _held(sentence: Sentence, at: int) -> Deed | None:
    """ "Took *nine villagers* hostage", "had taken five of them hostage"."""
    doers, hit = sides(sentence, at)
    # "take no prisoners", "took shells from a depot"
    if any(sentence.low(phrase.first) == "no" or is_thing(sentence, phrase) for phrase in hit):
        return None
    ends = [sentence.extended(phrase) for phrase in hit]
    inside = any(sentence.head(phrase) in _HELD and phrase.last - phrase.first > 1 for phrase in hit)
    armed = any(sentence.head(phrase) in ARMED for phrase in doers) and any(
        sentence.low(end) in {"from", "into", "away"} for end in ends
    )
    behind = armed or any(not _HELD.isdisjoint({sentence.low(end), sentence.low(end + 1)}) for end in ends)
    return act(doers, hit, at) if hit and (inside or behind) and not is_passive(sentence, at) else None


def _clash(sentence: Sentence, at: int) -> Deed | None:
    """ "Rebels clashed with the army": nobody is known to have begun it, both sides were hit."""
    fought = objects(sentence, at)
    side = subjects(sentence, at)
    other = [*after_preposition(sentence, at + 1, _WITH), *fought]
    other = [phrase for phrase in other if sentence.head(phrase) not in CRAFT | WEAPONS]
    if any(sentence.head(phrase) in UNHARMED for phrase in other):
        return None
    if any(sentence.head(phrase) in _RESCUERS for phrase in side):
        return None
    if len(side) + len(other) > 1:
        return act((), [*side, *other], at)
    return act(side, (), at) if side else None


def _exchange(sentence: Sentence, at: int) -> Deed | None:
    """ "Gunmen exchanged fire with soldiers": a clash."""
    traded = objects(sentence, at)
    if not traded or sentence.head(traded[0]) not in {"fire", "gunfire", "shots", "blows"}:
        return None
    return act((), [*subjects(sentence, at), *after_preposition(sentence, traded[0].last, _WITH)], at)


def _entering(sentence: Sentence, at: int) -> Deed | None:
    """ "Insurgents entered the village", "broke into the camp"."""
    doers = subjects(sentence, at)
    into = sentence.starting(at + 2) if sentence.low(at + 1) == "into" else None
    hit = [into] if into else objects(sentence, at)
    armed = any(sentence.head(phrase) in ARMED for phrase in doers)
    return act(doers, hit, at) if armed and any(is_seizable(sentence, phrase) for phrase in hit) else None


def _smashed(sentence: Sentence, at: int) -> Deed | None:
    """ "A pair of drones smashed *a warehouse*", "a rocket smashed *into a house*"; a car that does is an accident."""
    return landed(sentence, at) if sentence.tag(at + 1) == "preposition" else _direct(sentence, at)


_READERS: tuple[tuple[frozenset[str], Callable[[Sentence, int], Deed | None]], ...] = (
    (set_phrases.TURNING, set_phrases.razed),
    (set_phrases.RAKING, set_phrases.raked),
    (set_phrases.PUTTING, set_phrases.put),
    (set_phrases.LETTING, set_phrases.let),
    (set_phrases.BEATING, set_phrases.beaten),
    (set_phrases.DRIVING, set_phrases.driven),
    (set_phrases.TREADING, set_phrases.trodden),
    (set_phrases.TAKING_HITS, set_phrases.took_hits),
    (set_phrases.LOSING, set_phrases.lost),
    (set_phrases.USING, set_phrases.used),
    (set_phrases.FORCING, set_phrases.forced),
    (set_phrases.GOING, set_phrases.went),
    (set_phrases.OPENING, set_phrases.opened_up),
    (set_phrases.CUTTING, set_phrases.cut_down),
    (set_phrases.DEALING, set_phrases.dealt_with),
    (set_phrases.ESCAPING, set_phrases.escaped),
    (set_phrases.VIOLATING, set_phrases.violated),
    (set_phrases.FOILING, set_phrases.foiled),
    (set_phrases.JAMMING, set_phrases.jammed),
    (_HALTING, _halted),
    (effects.FATAL, effects.fatal),
    (effects.SEVERING, effects.severed),
    (effects.BREAKING, effects.broken),
    (effects.SILENCING, effects.silenced),
    (onsets.FALLING, onsets.fallen_upon),
    (onsets.HOLDING_UP, onsets.held_up),
    (onsets.ROAMING, onsets.roamed),
    (onsets.BLUNDERING, onsets.ambushed),
    (onsets.KILLING, onsets.put_to_death),
    (BURSTS, burst),
    (frozenset(PHRASAL) | _TAKEN, _phrasal),
    (onsets.TAKING_AWAY, onsets.taken_away),
    (frozenset({"set", "setting"}), set_ablaze),
    (SENDING, sent),
    (LIGHT, carried_out),
    (ANSWERING, answered),
    (CLASHES, _clash),
    (_TRADING, _exchange),
    (_ENTRY, _entering),
    (LANDS - DIRECT | {"come", "comes", "coming"}, landed),
    (DIRECT - _SMASHING | _HURTING, _direct),
    (_SMASHING, _smashed),
)
VERBS = frozenset().union(*(words for words, _ in _READERS))
"""All verbs that may tell of an act."""
