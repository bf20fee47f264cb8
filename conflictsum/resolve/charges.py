"""Whom a sentence charges with an act without "blame" or "accuse": "holds them responsible", "the work of a group"."""

from __future__ import annotations

from conflictsum.resolve.clauses import after_preposition, coordinated, objects, subjects
from conflictsum.resolve.deeds import deeds, is_act, is_thing
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import DIRECT, LIGHT, SENDING
from conflictsum.resolve.word_classes import BE

_FALLING = frozenset("falls fell fallen fall rests".split())
_PLACING = frozenset("laid lay put puts pinned placed".split())
_ATTRIBUTED = frozenset("attributed attributes ascribed ascribes traced".split())
_BLAME = frozenset("blame responsibility".split())
_SUSPICION = frozenset("suspicion suspicions blame".split())
_DOOR = frozenset("door feet".split())
_OF = frozenset({"of"})
_TO = frozenset({"to"})
_HOLDING = frozenset("hold holds held holding".split())
_NAMING = frozenset(
    "named names naming indicated indicates indicating signaled signalled identified identifies identifying pointed "
    "points singled".split()
)
_CULPRITS = frozenset(
    "author authors perpetrator perpetrators culprit culprits mastermind masterminds responsible attackers".split()
)
_CHARGING = frozenset("charged charges charging".split())
_BEARING = frozenset("bear bears bore borne".split())
_MARKS = frozenset("hallmark hallmarks signature fingerprints stamp".split())
_WORK = frozenset("work handiwork doing".split())
_HAPPENINGS = frozenset("incident incidents explosion explosions deed deeds operation killings deaths".split())
_ASSAILANTS = frozenset(
    "attackers attacker assailants assailant gunmen gunman perpetrators perpetrator killers raiders kidnappers bombers "
    "bomber abductors culprits".split()
)
_MEMBERS = frozenset("members member fighters fighter elements element militants followers from loyal part".split())
_BELONGING = frozenset("belonged belong belonging".split())
_PASSED = frozenset({"adverb", "auxiliary"})


def charged(sentence: Sentence, at: int) -> list[Phrase]:
    """Who is charged with an act by the turn of phrase that a word stands for; empty where it stands for none.

    Args:
        sentence: The sentence.
        at: Position of the word.
    """
    low = sentence.low(at)
    for words, reader in _READERS:
        if low in words and (found := reader(sentence, at)):
            return found
    return []


def names_an_act(sentence: Sentence) -> bool:
    """Whether a sentence tells of an act or names one."""
    return any(is_act(sentence, phrase) for phrase in sentence.phrases) or bool(deeds(sentence))


def _pointed_at(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Points the finger at *Rwanda*"."""
    return coordinated(sentence, at + 2) if sentence.low(at + 1) == "at" else []


def _laid_on(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Laid the blame on *the army*", "*the army* is to blame for the raid"."""
    if sentence.low(at + 1) == "on" and sentence.low(at - 2) in _PLACING:
        return coordinated(sentence, at + 2)
    if sentence.low(at - 1) == "to" and sentence.low(at - 2) in BE and names_an_act(sentence):
        return subjects(sentence, at - 2)
    return []


def _fallen_on(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Suspicion has fallen on *the group*"."""
    suspected = sentence.low(at + 1) == "on" and any(
        sentence.low(near) in _SUSPICION for near in range(max(at - 6, 0), at)
    )
    return coordinated(sentence, at + 2) if suspected else []


def _at_the_door(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Laid the raid at the door of *the army*"."""
    laid = sentence.low(at + 1) == "of" and sentence.low(at - 1) == "the" and names_an_act(sentence)
    return after_preposition(sentence, at + 1, _OF) if laid else []


def _attributed(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Attributed the device to *the cartel*", "the raid was attributed to *the militia*"."""
    after = objects(sentence, at)
    act = names_an_act(sentence) or any(is_thing(sentence, phrase) for phrase in after)
    device = any(sentence.head(phrase) == "device" for phrase in after)
    return after_preposition(sentence, at + 1, _TO) if act or device else []


def _held_responsible(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Holds *the Guards* responsible for that"."""
    held = objects(sentence, at)
    return held if held and sentence.low(sentence.extended(held[-1])) == "responsible" else []


def _is_responsible(sentence: Sentence, at: int) -> list[Phrase]:
    """ "*Its fighters* were responsible", "*the army* is responsible for the raid"."""
    before = at - 1
    while sentence.tag(before) == "adverb":
        before -= 1
    ends = sentence.tag(at + 1) == "mark"
    told = ends or (sentence.low(at + 1) == "for" and names_an_act(sentence))
    return subjects(sentence, at) if sentence.low(before) in BE and told else []


def _named(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Named *the front* as the author", "identified the attackers as fighters of *the militia*"."""
    after = objects(sentence, at) or (coordinated(sentence, at + 2) if sentence.low(at + 1) == "to" else [])
    end = sentence.extended(after[-1]) if after else 0
    role = sentence.starting(end + 1) if after and sentence.low(end) == "as" else None
    if sentence.low(end) == "as" and sentence.low(end + 1) == "responsible":
        return after
    if role is None:
        return []
    if sentence.head(after[-1]) in _ASSAILANTS:
        return [role]
    return after if sentence.head(role) in _CULPRITS else []


def _charged_with(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Charged *the air force* with “burning 26 people alive”": a crime that one noun names is a court's charge."""
    after = objects(sentence, at)
    near = sentence.extended(after[-1]) if after else 0
    if not after or sentence.low(near) != "with":
        return []
    doing = near + 2 if sentence.tag(near + 1) == "mark" else near + 1
    deed = sentence.low(doing).endswith("ing") and sentence.low(doing) in DIRECT | SENDING | LIGHT
    return after if deed else []


def _bearing(sentence: Sentence, at: int) -> list[Phrase]:
    """ "*The army* bears responsibility for the killing"."""
    borne = any(sentence.head(phrase) == "responsibility" for phrase in objects(sentence, at))
    return subjects(sentence, at) if borne and names_an_act(sentence) else []


def _marked(sentence: Sentence, at: int) -> list[Phrase]:
    """ "Bears the hallmarks of *the cartel*"."""
    return after_preposition(sentence, at + 1, _OF) if sentence.low(at + 1) == "of" else []


def _work_of(sentence: Sentence, at: int) -> list[Phrase]:
    """ "The bombing was the work of *the group*", "called it the work of its *soldiers*"."""
    if sentence.low(at + 1) != "of" or sentence.low(at - 1) != "the":
        return []
    told = names_an_act(sentence) or any(sentence.head(phrase) in _HAPPENINGS for phrase in sentence.phrases)
    return coordinated(sentence, at + 2) if told else []


def _belonging(sentence: Sentence, at: int) -> list[Phrase]:
    """ "The attackers were members of *the militia*", "the gunmen belonged to *the group*"."""
    who = sentence.starting(at) or next((phrase for phrase in sentence.phrases if phrase.last == at + 1), None)
    near = at + 1
    while sentence.tag(near) in _PASSED:
        near += 1
    if who is None or (near == at + 1 and sentence.low(near) not in _BELONGING):
        return []
    if sentence.low(near) in _BELONGING:
        return coordinated(sentence, near + 2)
    member = sentence.low(near) if sentence.low(near) in _MEMBERS else ""
    linked = sentence.low(near + 1) in {"of", "to"}
    return coordinated(sentence, near + (2 if linked else 1)) if member and (linked or member == "from") else []


_READERS = (
    (frozenset({"finger"}), _pointed_at),
    (_BLAME, _laid_on),
    (_FALLING, _fallen_on),
    (_DOOR, _at_the_door),
    (_ATTRIBUTED, _attributed),
    (_HOLDING, _held_responsible),
    (frozenset({"responsible"}), _is_responsible),
    (_NAMING, _named),
    (_CHARGING, _charged_with),
    (_BEARING, _bearing),
    (_MARKS, _marked),
    (_WORK, _work_of),
    (_ASSAILANTS, _belonging),
)
