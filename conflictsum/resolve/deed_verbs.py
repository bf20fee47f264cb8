"""Acts of violence told by verbs: for each sort of verb where its doer and what was hit stand."""

from __future__ import annotations

from collections.abc import Callable

from conflictsum.resolve import set_phrases
from conflictsum.resolve.clauses import after_preposition, is_passive, objects, sides, subjects
from conflictsum.resolve.deed import Deed, Weight, act
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.tagging import BE
from conflictsum.resolve.things import is_act, is_craft, is_crewless, is_stoppage, is_thing
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
    SEIZABLE,
    SENDING,
    STOPPING,
    UNHARMED,
    WEAPONS,
)
from conflictsum.resolve.weapon_verbs import WHERE, burst, carried_out, landed, sent, set_ablaze

_ONTO = frozenset("on at into".split())
_WITH = frozenset("with against".split())
_DOWNING = frozenset("destroyed destroying shot struck hit".split())
_BURNING = frozenset("burned burnt burning".split())
_SINKING = frozenset("sank sink sunk sinking".split())
_MINES = frozenset("mine mines landmine landmines".split())
_TOUCHING = frozenset("hit struck".split())
_TAKING = frozenset("seize seized seizing capture captured capturing".split())
_SMASHING = frozenset("smashed smashing blasted blasting pierced".split())
_BRINGING = frozenset("brought bringing forced wiped wiping".split())
_SHAPING = frozenset("hammered hammering battered thrashed struck".split())
_QUARRELS = frozenset(
    "debt debts dowry inheritance loan parking argument quarrel dispute row land affair money seat".split()
)
_PRIVATE = frozenset("killed shot stabbed hacked beaten murdered knifed bludgeoned clubbed".split())
_ROBBERS = frozenset("robber robbers thief thieves burglar burglars mugger muggers carjackers shoplifters".split())
_BACK = frozenset("struck strike hit shot fired fought striking hitting fighting".split())
_HELD = frozenset("hostage captive prisoner prisoners hostages".split())
_TRADING = frozenset("exchanged exchanging traded trading exchange".split())
_ENTRY = frozenset("entered broke break breaking entering".split())
_TAKEN = frozenset("take took taken taking held holding".split())
_WISHING = frozenset(
    "not want wants wanted refuse refuses refused hope hopes hoped fear feared right need needs needed is was are "
    "were".split()
)
_OVER = frozenset({"over"})
_MAY = frozenset("would could might may should must".split())
_WHOEVER = frozenset("anyone anybody whoever if unless".split())
_WHATEVER = frozenset("whatever whichever wherever whoever whenever".split())


def by_verb(sentence: Sentence, at: int) -> Deed | None:
    """The act that the verb at a position tells of; None where it tells of none, or only of a wish for one."""
    if _is_unreal(sentence, at):
        return None
    low = sentence.low(at)
    for words, reader in _READERS:
        if low in words and (deed := reader(sentence, at)):
            return None if any(_is_no_party(sentence, phrase) for phrase in deed.doers) else deed
    return None


def _is_no_party(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a storm, a clock or a stoppage of work strikes, or common thieves (codebook E8)."""
    none = sentence.head(phrase) in NATURE | _ROBBERS and not is_act(sentence, phrase)
    return none or is_stoppage(sentence, phrase)


def _is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether nobody is said to do it: "wanted to attack", "would be shot", "anyone who attacked"."""
    before = at - 1
    while sentence.tag(before) == "adverb":
        before -= 1
    if sentence.low(before) == "to":
        return sentence.tag(before - 1) == "mark" or sentence.low(before - 1) in _WISHING
    if sentence.low(before) == "be" and sentence.low(before - 1) in _MAY:
        return True
    if sentence.low(at) in _BACK and sentence.low(at + 1) == "back":
        return True
    if _is_general(sentence, at) or _is_private(sentence, at):
        return True
    if sentence.tag(before) == "relative":
        before -= 1
    return sentence.low(before) in _WHOEVER or sentence.low(before - 1) in _WHOEVER


def _is_private(sentence: Sentence, at: int) -> bool:
    """Whether it was done in a private quarrel, which is no event (codebook E8): "stabbed to death over a debt"."""
    cause = after_preposition(sentence, at + 1, _OVER) if sentence.low(at) in _PRIVATE else []
    if sentence.low(at + 1) == "to":
        cause = cause or after_preposition(sentence, at + 3, _OVER)
    return any(sentence.head(phrase) in _QUARRELS for phrase in cause)


def _is_general(sentence: Sentence, at: int) -> bool:
    """Whether it is told of whatever may be: "from *whatever* hill a shot comes", "*should* it be attacked"."""
    at -= 1
    while at >= 0 and sentence.tag(at) != "mark":
        if sentence.low(at) in _WHATEVER:
            return True
        at -= 1
    return sentence.low(at + 1) in {"should", "if"}


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
    if low in HARM and (passive or not doers) and not (passive and doers):
        return Deed(Weight.HARM, tuple(doers), tuple(hit), at)
    return act(doers, hit, at) if doers or hit else None


def _may_suffer(sentence: Sentence, at: int, hit: list[Phrase]) -> bool:
    """Whether violence can be done to what follows the verb: not to prices or a disease, nor by seizing a pistol."""
    if any(sentence.head(phrase) in UNHARMED for phrase in hit) or sentence.low(at + 1) == "against":
        return False
    if sentence.low(at) in _SHAPING and sentence.low(at + 1) == "out":  # "hammered out a truce"
        return False
    return sentence.low(at) not in _TAKING or any(_is_seizable(sentence, phrase) for phrase in hit)


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


def _is_seizable(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a ship, a place or people: weapons and drugs are seized in peace."""
    last = sentence.words[sentence.extended(phrase) - 1]
    named = sentence.text[last.start].isupper()
    return sentence.head(phrase) in SEIZABLE | CRAFT or named


def _phrasal(sentence: Sentence, at: int) -> Deed | None:
    """ "Blew up", "went off", "brought down", "carried off", "stepped on a mine" and the like."""
    low = sentence.low(at)
    if low in _TAKEN and (held := _held(sentence, at)):
        return held
    if sentence.low(at + 1) not in PHRASAL.get(low, ()):
        return None
    if low in {"went", "going"} or (low in {"blew", "blow", "blowing"} and not sentence.starting(at + 2)):
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
    return act(doers, hit, at) if armed and any(_is_seizable(sentence, phrase) for phrase in hit) else None


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
    (set_phrases.FORCING, set_phrases.forced),
    (set_phrases.GOING, set_phrases.went),
    (set_phrases.OPENING, set_phrases.opened_up),
    (set_phrases.CUTTING, set_phrases.cut_down),
    (set_phrases.DEALING, set_phrases.dealt_with),
    (set_phrases.FOILING, set_phrases.foiled),
    (set_phrases.JAMMING, set_phrases.jammed),
    (BURSTS, burst),
    (frozenset(PHRASAL) | _TAKEN, _phrasal),
    (frozenset({"set", "setting"}), set_ablaze),
    (SENDING, sent),
    (LIGHT, carried_out),
    (CLASHES, _clash),
    (_TRADING, _exchange),
    (_ENTRY, _entering),
    (LANDS - DIRECT, landed),
    (DIRECT - _SMASHING, _direct),
    (_SMASHING, _smashed),
)
VERBS = frozenset().union(*(words for words, _ in _READERS))
"""All verbs that may tell of an act."""
