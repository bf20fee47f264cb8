"""Acts of violence a sentence tells of: the verb or noun of each, with the words for its doer and for what it hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from conflictsum.resolve.clauses import after_preposition, by_phrases, coordinated, is_passive, objects, subjects
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import (
    ACTS,
    BURSTS,
    CLASHES,
    CLASHING,
    CRAFT,
    DIRECT,
    HARM,
    LANDS,
    LIGHT,
    PHRASAL,
    SENDING,
    STOPPING,
    WEAPONS,
)

_AT = frozenset(
    "on upon at against into in near towards toward to over outside beside inside onto across under around "
    "targeting".split()
)
_ON = frozenset("on upon against at targeting towards toward into of".split())
_ONTO = frozenset("on at into".split())
_BY = frozenset("from by".split())
_WITH = frozenset("with against".split())
_BETWEEN = frozenset({"between"})
_CASES = frozenset("incident incidents attempt attempts campaign wave".split())
_ABLAZE = frozenset("fire ablaze alight".split())
_NEAR = 6  # words in which "set ... ablaze" stands together
_FIRING = frozenset("fired firing fire shot shooting".split())
_DOWNING = frozenset("destroyed shot struck hit".split())
_SUFFERING = frozenset("suffered suffer suffering saw seen recorded".split())
_REPORTING = frozenset("report reported reporting record recording".split())
_HAPPENING = frozenset("took left began broke occurred happened continued erupted".split())


class Weight(Enum):
    """How surely a deed makes its sentence tell of an event."""

    ACT = "act"
    """The sentence tells that it was done."""
    HARM = "harm"
    """It tells of dead or wounded, which need not be more than a toll."""
    MENTION = "mention"
    """It names the act."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act.

    Attributes:
        weight: How surely it is told as an event.
        doers: Phrases that stand where the doer stands, weapons and acts included, whose owner did it.
        hit: Phrases for what was hit.
        at: Position of its verb or noun.
    """

    weight: Weight
    doers: tuple[Phrase, ...]
    hit: tuple[Phrase, ...]
    at: int


def deeds(sentence: Sentence) -> list[Deed]:
    """The acts that a sentence tells of, verbs before nouns."""
    verbs = [_by_verb(sentence, at) for at, word in enumerate(sentence.words) if word.tag == "verb"]
    nouns = [_by_noun(sentence, phrase) for phrase in sentence.phrases if is_act(sentence, phrase)]
    return [deed for deed in (*verbs, *nouns) if deed is not None]


def is_act(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names an act of violence: a raid, an air strike, shelling incidents."""
    head = sentence.head(phrase)
    return head in ACTS or (head in _CASES and not ACTS.isdisjoint(sentence.words_of(phrase)))


def is_thing(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a weapon or an act, which has a doer but is none."""
    return sentence.head(phrase) in WEAPONS or is_act(sentence, phrase)


def _by_verb(sentence: Sentence, at: int) -> Deed | None:
    low = sentence.low(at)
    for words, reader in _READERS:
        if low in words and (deed := reader(sentence, at)):
            return deed
    return None


def _act(doers: Iterable[Phrase], hit: Iterable[Phrase], at: int) -> Deed:
    return Deed(Weight.ACT, tuple(doers), tuple(hit), at)


def _sides(sentence: Sentence, at: int) -> tuple[list[Phrase], list[Phrase]]:
    """Doer and object of a verb, in the active and the passive."""
    if is_passive(sentence, at):
        return by_phrases(sentence, at + 1), subjects(sentence, at)
    return subjects(sentence, at), objects(sentence, at)


def _direct(sentence: Sentence, at: int) -> Deed | None:
    """ "The army shelled the town"; what is shot down or intercepted was done by its owner."""
    low = sentence.low(at)
    passive = is_passive(sentence, at)
    doers, hit = _sides(sentence, at)
    if not passive and not hit:
        hit = after_preposition(sentence, at + 1, _ONTO)
    stopped = [phrase for phrase in hit if is_thing(sentence, phrase)]
    if stopped and (low in STOPPING or low in _DOWNING or sentence.low(at + 1) == "down"):
        return _act(stopped, (), at)
    if low in HARM and (passive or not doers) and not (passive and doers):
        return Deed(Weight.HARM, tuple(doers), tuple(hit), at)
    return _act(doers, hit, at) if doers or hit else None


def _sending(sentence: Sentence, at: int) -> Deed | None:
    """ "Fired rockets at the port", "bombs were dropped on it", "missiles launched by rebels"."""
    if sentence.low(at + 1) == "down":
        return None
    if sentence.low(at) in _FIRING and sentence.low(at + 1) in _ONTO | {"upon"}:
        return _firing(sentence, at)
    # a participle right after its noun, with no object of its own: "a bomb planted under a car"
    passive = is_passive(sentence, at) or (sentence.tag(at - 1) == "word" and not objects(sentence, at))
    carried = subjects(sentence, at) if passive else objects(sentence, at)
    if not any(is_thing(sentence, phrase) or sentence.head(phrase) in CRAFT for phrase in carried):
        return None
    doers = (by_phrases(sentence, at + 1) or carried) if passive else subjects(sentence, at)
    return _act(doers, after_preposition(sentence, at + 1, _AT), at)


def _firing(sentence: Sentence, at: int) -> Deed:
    """ "Fired on the bus", "the bus was fired on by gunmen"."""
    aimed = coordinated(sentence, at + 2)
    if is_passive(sentence, at) and not aimed:
        return _act(by_phrases(sentence, at + 2), subjects(sentence, at), at)
    return _act(subjects(sentence, at), aimed, at)


def _setting(sentence: Sentence, at: int) -> Deed | None:
    """ "Set fire to a clinic", "set a clinic ablaze", "was set on fire", "set off a bomb"."""
    near = [sentence.low(at + step) for step in range(1, _NEAR)]
    if near[0] == "off" or _ABLAZE.isdisjoint(near):
        return None
    if near[0] == "fire":
        return _act(subjects(sentence, at), after_preposition(sentence, at + 1, _AT), at)
    doers, hit = _sides(sentence, at)
    return _act(doers, hit, at)


def _light(sentence: Sentence, at: int) -> Deed | None:
    """ "Carried out two strikes on the port", "opened fire on a bus", "the town suffered eleven attacks"."""
    low = sentence.low(at)
    doers, act = _sides(sentence, at)
    if not any(is_act(sentence, phrase) or sentence.head(phrase) == "fire" for phrase in act):
        return None
    if low in _REPORTING:
        return None
    if low in _SUFFERING:
        return _act((), doers, at)
    return _act(doers, after_preposition(sentence, at + 1, _ON), at)


def _burst(sentence: Sentence, at: int) -> Deed:
    """ "A bomb exploded outside the court"."""
    doers = [phrase for phrase in _sides(sentence, at)[0] if is_passive(sentence, at) or is_thing(sentence, phrase)]
    return _act(doers, after_preposition(sentence, at + 1, _AT), at)


def _phrasal(sentence: Sentence, at: int) -> Deed | None:
    """ "Blew up", "went off", "brought down", "carried off" and the like."""
    low = sentence.low(at)
    if sentence.low(at + 1) not in PHRASAL[low]:
        return None
    if low in {"went", "going"} or (low == "blew" and not sentence.starting(at + 2)):
        return _act((), after_preposition(sentence, at + 2, _AT), at)
    doers, hit = _sides(sentence, at)
    if low == "brought":
        stopped = [phrase for phrase in hit if is_thing(sentence, phrase) or sentence.head(phrase) in CRAFT]
        return _act(stopped, (), at) if stopped else None
    return _act(doers, hit, at) if hit else None


def _landing(sentence: Sentence, at: int) -> Deed | None:
    """ "Shells fell on the market", "the town came under fire"."""
    if sentence.low(at) == "came" and sentence.low(at + 1) == "under":
        what = sentence.starting(at + 2)
        under = what is not None and is_thing(sentence, what)
        return _act(after_preposition(sentence, at + 2, _BY), subjects(sentence, at), at) if under else None
    thing = [
        phrase
        for phrase in subjects(sentence, at)
        if is_thing(sentence, phrase) or sentence.low(sentence.extended(phrase) - 1) in WEAPONS | ACTS
    ]
    return _act(thing, after_preposition(sentence, at + 1, _AT), at) if thing else None


def _clash(sentence: Sentence, at: int) -> Deed | None:
    """ "Rebels clashed with the army": nobody is known to have begun it, both sides were hit."""
    sides = [*subjects(sentence, at), *after_preposition(sentence, at + 1, _WITH)]
    return _act((), sides, at) if sides else None


_READERS: tuple[tuple[frozenset[str], Callable[[Sentence, int], Deed | None]], ...] = (
    (BURSTS, _burst),
    (frozenset(PHRASAL), _phrasal),
    (frozenset({"set", "setting"}), _setting),
    (SENDING, _sending),
    (LIGHT, _light),
    (CLASHES, _clash),
    (LANDS - DIRECT, _landing),
    (DIRECT, _direct),
)


def _by_noun(sentence: Sentence, phrase: Phrase) -> Deed | None:
    """An act named by a noun: an event where it is counted, where somebody did it "by", or where it does harm."""
    at = phrase.last
    if sentence.head(phrase) in CLASHING:
        sides = after_preposition(sentence, at, _BETWEEN) or after_preposition(sentence, at, _WITH)
        return _act((), sides, at - 1) if sides else None
    doers = by_phrases(sentence, at)
    counted = any(sentence.tag(word) == "number" for word in range(phrase.first, phrase.last))
    weight = Weight.ACT if doers or counted or _happens(sentence, at) else Weight.MENTION
    return Deed(weight, (*doers, phrase), tuple(after_preposition(sentence, at, _ON)), at - 1)


def _happens(sentence: Sentence, at: int) -> bool:
    """Whether the verb after an act says that it took place or did harm."""
    passed = {"preposition", "of", "time", "word", "determiner", "number", "adverb", "relative"}
    while sentence.tag(at) in passed or (sentence.low(at) == "," and sentence.tag(at + 1) == "relative"):
        at += 1
    return sentence.tag(at) == "verb" and sentence.low(at) in DIRECT | LANDS | _HAPPENING
