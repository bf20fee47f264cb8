"""Whom a sentence names as the author of an act without telling the act: who claims it, who is blamed for it."""

from __future__ import annotations

from dataclasses import dataclass

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.charges import charged, names_an_act
from conflictsum.resolve.clauses import POSSESSIVES, after_preposition, is_passive, objects, sides, subjects
from conflictsum.resolve.deeds import deeds, is_thing
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import ACTS, BLAMING, CLAIMING, DENYING, DIRECT, LIGHT, SENDING

_RESPONSIBILITY = frozenset("responsibility credit".split())
_CLAIMED = ACTS | _RESPONSIBILITY | {"deed", "operation", "operations"}
_ASSUMING = frozenset("took taken taking assumed accepted".split())
_CARRYING = frozenset("carrying conducting launching firing ordering".split())
_PART = frozenset("involvement responsibility role part hand complicity participation".split())
_FAULTS = frozenset(
    "delay delays error errors mistake mistakes failure failures outage outages defeat defeats loss losses".split()
)
_OWNING = frozenset("owned owning boasted boasts boasting bragged".split())
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
            found += _claimants(sentence, at)
        elif word.tag == "verb" and word.low in _OWNING and (deed := _boasted(sentence, at)):
            found += subjects(sentence, at) if sentence.head(deed) in _CLAIMED else []
        elif word.tag == "verb" and word.low in DENYING:
            doing = following == "having" or following in DIRECT | ACTS | _CARRYING
            denied = doing or _is_part_denied(sentence, at) or _is_anonymous(sentence, at)
            found += subjects(sentence, at) if denied else []
        elif word.low == "behind" and (names_an_act(sentence) or any(is_thing(sentence, p) for p in sentence.phrases)):
            found += _behind(sentence, at)
    return found


def blamed(sentence: Sentence) -> Blame:
    """Whom somebody blames, accuses or suspects of an act of violence."""
    found: list[Phrase] = []
    plainly = False
    for at, word in enumerate(sentence.words):
        if accused := charged(sentence, at):
            found += accused
            plainly = plainly or any(_is_named(sentence, phrase) for phrase in accused)
        elif word.tag == "verb" and word.low in BLAMING:
            on = sentence.low(at + 1) == "on"
            passive = is_passive(sentence, at)
            who = after_preposition(sentence, at + 1, _ON) if on else objects(sentence, at)
            who = subjects(sentence, at) if passive and not on else who
            if who and not passive and not on and (blamed_on := _blamed_on(sentence, who)):
                who = blamed_on
            who = [phrase for phrase in who if not is_thing(sentence, phrase) and sentence.low(phrase.first - 1) != "“"]
            charge = _charge(sentence, at + 1 if passive else who[-1].last) if who else None
            if charge is False:
                continue
            found += who
            plainly = plainly or (charge is None and any(_is_known(sentence, phrase) for phrase in who))
    return Blame(tuple(found), plainly)


def _claimants(sentence: Sentence, at: int) -> list[Phrase]:
    """Who claims: "*it* claimed the raid", "a raid claimed by *the group*", "*the branch* adopted the operation"."""
    passive = is_passive(sentence, at)
    doers, told = sides(sentence, at) if passive else (subjects(sentence, at), objects(sentence, at))
    claimed = {sentence.head(phrase) for phrase in told}
    fitting = _RESPONSIBILITY if sentence.low(at) in _ASSUMING else _CLAIMED
    vain = not passive and bool(told) and sentence.low(told[-1].last) == "for" and _is_vain(sentence, told[-1].last + 1)
    return doers if claimed & fitting and not vain else []


def _is_vain(sentence: Sentence, at: int) -> bool:
    """Whether responsibility is taken for what is no act of violence: "for the delay"."""
    what = sentence.starting(at)
    return what is not None and sentence.head(what) in _FAULTS


def _is_part_denied(sentence: Sentence, at: int) -> bool:
    """Whether somebody denies "any involvement" in an act."""
    denied = objects(sentence, at)
    if not denied or sentence.head(denied[0]) not in _PART:
        return False
    return sentence.tag(denied[0].last) == "mark" or names_an_act(sentence)


def _boasted(sentence: Sentence, at: int) -> Phrase | None:
    """What somebody "owned up to" or "boasted of"."""
    first = at + 3 if sentence.low(at + 1) == "up" and sentence.low(at + 2) == "to" else at + 2
    return sentence.starting(first) if sentence.low(first - 1) in {"to", "of", "about"} else None


def _blamed_on(sentence: Sentence, told: list[Phrase]) -> list[Phrase]:
    """Whom an act is blamed on: "blamed the shelling of the camp on *the rebels*"."""
    end = sentence.extended(told[-1])
    return after_preposition(sentence, end, _ON) if any(is_thing(sentence, phrase) for phrase in told) else []


def _charge(sentence: Sentence, at: int) -> bool | None:
    """Whether "of" or "for" and an act of violence stand at a position; None where nothing is said of what."""
    if sentence.low(at) not in {"of", "for"}:
        return None
    return any(sentence.low(near) in _CHARGES | ACTS for near in range(at + 1, at + _REACH))


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    start, end = sentence.span(sentence.bare(phrase), sentence.extended(phrase))
    own = sentence.low(phrase.first) in POSSESSIVES  # "*its fighters* were responsible"
    return own or any(letter.isupper() for letter in sentence.text[start:end]) or _is_known(sentence, phrase)


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
