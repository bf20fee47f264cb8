"""Whom a sentence names as the author of an act without telling the act: who claims it, who is blamed for it."""

from __future__ import annotations

from dataclasses import dataclass

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.clauses import after_preposition, coordinated, is_passive, objects, subjects
from conflictsum.resolve.deeds import deeds, is_act, is_thing
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import ACTS, BLAMING, CLAIMING, DENYING, DIRECT, LIGHT, SENDING

_CLAIMED = ACTS | {"responsibility", "credit", "deed"}
_ASSUMING = frozenset("took taken taking assumed accepted".split())
_OWNING = frozenset("owned owning boasted boasts boasting bragged".split())
_FALLING = frozenset("falls fell fallen rests".split())
_PLACING = frozenset("laid lay put puts pinned placed".split())
_ATTRIBUTED = frozenset("attributed ascribed traced".split())
_BLAME = frozenset("blame responsibility".split())
_DOOR = frozenset("door feet".split())
_OF = frozenset({"of"})
_STANDS = frozenset("stands stood is was are were".split())
_ON = frozenset({"on"})
_REACH = 12  # words in which an accusation names its act
_CHARGES = DIRECT | SENDING | LIGHT | {"being", "having", "behind", "involvement", "abducting"}


@dataclass(frozen=True, slots=True)
class Blame:
    """Who is blamed in a sentence.

    Attributes:
        parties: Whom somebody blames, accuses or suspects.
        plainly: Whether one of them is known and nothing says for what: "the army accused *the rebels*".
    """

    parties: tuple[Phrase, ...]
    plainly: bool


def owned_up(sentence: Sentence) -> list[Phrase]:
    """Who claims an act or responsibility for it, is said to be behind it, or denies having done it."""
    found: list[Phrase] = []
    for at, word in enumerate(sentence.words):
        following = sentence.low(at + 1)
        if word.tag == "verb" and word.low in CLAIMING:
            claimed = {sentence.head(phrase) for phrase in objects(sentence, at)}
            fitting = {"responsibility", "credit"} if word.low in _ASSUMING else _CLAIMED
            found += subjects(sentence, at) if claimed & fitting else []
        elif word.tag == "verb" and word.low in _OWNING and (deed := _boasted(sentence, at)):
            found += subjects(sentence, at) if sentence.head(deed) in _CLAIMED else []
        elif word.tag == "verb" and word.low in DENYING:
            denied = following == "having" or following in DIRECT | ACTS or _is_anonymous(sentence, at)
            found += subjects(sentence, at) if denied else []
        elif word.low == "behind" and names_an_act(sentence):
            found += _behind(sentence, at)
    return found


def blamed(sentence: Sentence) -> Blame:
    """Whom somebody blames, accuses or suspects of an act of violence."""
    found: list[Phrase] = []
    plainly = False
    for at, word in enumerate(sentence.words):
        if word.tag == "verb" and word.low in BLAMING:
            on = sentence.low(at + 1) == "on"
            passive = is_passive(sentence, at)
            who = after_preposition(sentence, at + 1, _ON) if on else objects(sentence, at)
            who = subjects(sentence, at) if passive and not on else who
            who = [phrase for phrase in who if not is_thing(sentence, phrase) and sentence.low(phrase.first - 1) != "“"]
            charge = _charge(sentence, at + 1 if passive else who[-1].last) if who else None
            if charge is False:
                continue
            found += who
            plainly = plainly or (charge is None and any(_is_known(sentence, phrase) for phrase in who))
        elif accused := _pointed_at(sentence, at):
            found += accused
            plainly = plainly or any(_is_named(sentence, phrase) for phrase in accused)
    return Blame(tuple(found), plainly)


def _boasted(sentence: Sentence, at: int) -> Phrase | None:
    """What somebody "owned up to" or "boasted of"."""
    first = at + 3 if sentence.low(at + 1) == "up" and sentence.low(at + 2) == "to" else at + 2
    return sentence.starting(first) if sentence.low(first - 1) in {"to", "of", "about"} else None


def _pointed_at(sentence: Sentence, at: int) -> list[Phrase]:
    """Who is blamed by another turn: "the finger at", "laid the blame on", "suspicion falls on", "at the door of"."""
    low, following = sentence.low(at), sentence.low(at + 1)
    if low == "finger" and following == "at":
        return coordinated(sentence, at + 2)
    if low in _BLAME and following == "on" and sentence.low(at - 2) in _PLACING:
        return coordinated(sentence, at + 2)
    if low in _FALLING and following == "on" and sentence.low(at - 1) in {"suspicion", "blame", "suspicions"}:
        return coordinated(sentence, at + 2)
    if low in _DOOR and following == "of" and sentence.low(at - 1) == "the" and names_an_act(sentence):
        return after_preposition(sentence, at + 1, _OF)
    if low in _ATTRIBUTED and following == "to" and names_an_act(sentence):
        return coordinated(sentence, at + 2)
    signed = low == "signature" and following == "of"
    return after_preposition(sentence, at + 1, _OF) if signed else []


def names_an_act(sentence: Sentence) -> bool:
    """Whether a sentence tells of an act or names one."""
    return any(is_act(sentence, phrase) for phrase in sentence.phrases) or bool(deeds(sentence))


def _charge(sentence: Sentence, at: int) -> bool | None:
    """Whether "of" or "for" and an act of violence stand at a position; None where nothing is said of what."""
    if sentence.low(at) not in {"of", "for"}:
        return None
    return any(sentence.low(near) in _CHARGES | ACTS for near in range(at + 1, at + _REACH))


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.text[sentence.words[phrase.last - 1].start].isupper() or _is_known(sentence, phrase)


def _is_known(sentence: Sentence, phrase: Phrase) -> bool:
    start, end = sentence.span(phrase.first, sentence.extended(phrase))
    return any(start <= first and last <= end for first, last in find_actors(sentence.text))


def _is_anonymous(sentence: Sentence, denying: int) -> bool:
    """Whether somebody denies "that" something was done, without saying by whom."""
    after = [deed for deed in deeds(sentence) if deed.at > denying]
    return sentence.low(denying + 1) == "that" and bool(after) and not any(deed.doers for deed in after)


def _behind(sentence: Sentence, at: int) -> list[Phrase]:
    """Who "was behind" something, or stands there: "behind the raid is *the group*"."""
    if sentence.tag(at - 1) == "auxiliary":
        return [] if sentence.tag(at - 2) == "relative" else subjects(sentence, at - 1)
    what = sentence.starting(at + 1)
    stands = what is not None and sentence.low(what.last) in _STANDS
    who = sentence.starting(what.last + 1) if what and stands else None
    return [who] if who else []
