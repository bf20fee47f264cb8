"""Who stands before a verb and what after it: subjects, objects and "by" phrases of a sentence cut into phrases."""

from __future__ import annotations

from conflictsum.resolve.chains import chain, opening_of
from conflictsum.resolve.complements import after_preposition, by_phrases, coordinated, objects
from conflictsum.resolve.offices import OFFICES, is_body
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.predicates import inverted, is_speech, verb_before
from conflictsum.resolve.verbs import ENDURED
from conflictsum.resolve.word_classes import BE

__all__ = [
    "POSSESSIVES",
    "after_preposition",
    "antecedent",
    "by_phrases",
    "coordinated",
    "described",
    "inverted",
    "is_participle",
    "is_passive",
    "is_speech",
    "objects",
    "relative_object",
    "sides",
    "subjects",
    "verb_before",
]

_PASSED = frozenset({"adverb", "auxiliary", "time"})
_QUOTES = frozenset('“”"‘’')
_LONGEST_INSERTION = 24  # words between two commas
_VAUNTING = frozenset("claim claims claimed claiming".split())  # "claimed in a note to have shelled"
_OWN = frozenset("we i our my us".split())
_THINGS = frozenset("it its".split())
POSSESSIVES = frozenset("its his her their our my".split())


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a past form is passive: after a form of "be", with "by" after it, or a participle without object."""
    if sentence.low(verb).endswith("ing"):
        return False
    at = verb - 1
    while sentence.tag(at) in {"adverb", "time"}:
        at -= 1
    if sentence.tag(at) == "auxiliary":
        return sentence.low(at) in BE
    return is_participle(sentence, verb)


def is_participle(sentence: Sentence, verb: int) -> bool:
    """Whether a past form without auxiliary describes who suffered it: "a ship *seized* in the strait"."""
    if sentence.low(verb).endswith("ing") or sentence.tag(verb - 1) in {"auxiliary", "pronoun", "relative"}:
        return False
    if objects(sentence, verb):
        return False
    previous = verb_before(sentence, verb - 1) if sentence.low(verb - 1) == "and" else None
    joined = previous is not None and sentence.low(previous - 1) in BE  # "was looted and *torched*"
    shot_dead = sentence.low(verb) == "shot" and sentence.low(verb + 1) == "dead"
    return joined or shot_dead or sentence.low(verb) in ENDURED or bool(by_phrases(sentence, verb + 1))


def described(sentence: Sentence, verb: int) -> list[Phrase]:
    """Whom a participle describes: the phrase before it, or what the verb before it tells of.

    "*A minister* murdered in Vienna"; "*six priests* were killed on Friday, shot by gunmen".
    """
    at = verb - 1
    while sentence.tag(at) in {"adverb", "time"}:
        at -= 1
    if sentence.low(at) not in {",", "and"}:
        nearest = sentence.ending(at + 1)
        return [nearest] if nearest else subjects(sentence, verb)
    previous = verb_before(sentence, at)
    if previous is not None and is_passive(sentence, previous):
        return subjects(sentence, previous)
    return chain(sentence, at - 1)


def subjects(sentence: Sentence, verb: int, *, pronouns: bool = True) -> list[Phrase]:
    """The phrases that stand as subject before a verb, nearest last; empty where none is found.

    Prepositional phrases and relative clauses between are passed over: "*gunmen* in a boat, who came at dawn, fired".

    Args:
        sentence: The sentence.
        verb: Position of the verb.
        pronouns: Whether a pronoun stands for whoever speaks; else it is no subject.
    """
    at = verb - 1
    while at >= 0:
        tag, low = sentence.tag(at), sentence.low(at)
        if tag in _PASSED or low in _QUOTES:
            at -= 1
        elif low == ")":
            at = opening_of(sentence, at, "(") - 1
        elif tag == "relative":
            at -= 2 if sentence.low(at - 1) == "," else 1
            while sentence.tag(at) == "time":  # "a raid *on Sunday* that killed two"
                at -= 1
            nearest = sentence.ending(at + 1) if low == "which" else None
            return [nearest] if nearest else chain(sentence, at)
        elif low in {",", "–", "—"}:
            return _before_insertion(sentence, at, verb, pronouns=pronouns)
        elif low in {"and", "but", "then", "nor", "or", "to"}:
            previous = _verb_told(sentence, at)
            if low == "to" and sentence.tag(at - 1) == "auxiliary":
                at -= 1
                continue
            close = at - 2 if sentence.low(at - 1) == "up" else at - 1  # "owned *up to* beheading"
            vaunted = previous is not None and sentence.low(previous) in _VAUNTING
            joined = previous is not None and (low != "to" or previous == close or vaunted)
            return subjects(sentence, previous, pronouns=pronouns) if joined and previous is not None else []
        elif tag == "pronoun":
            return antecedent(sentence, at) if pronouns else []
        else:
            return chain(sentence, at)
    return _after_fronted(sentence, verb)


def _after_fronted(sentence: Sentence, verb: int) -> list[Phrase]:
    """The subject of a participle that opens the sentence: "Firing rockets, *the rebels* advanced"."""
    if not (sentence.low(verb).endswith("ing") and sentence.text[sentence.words[verb].start].isupper()):
        return []
    for at in range(verb + 1, len(sentence.words)):
        phrase = sentence.starting(at + 1) if sentence.low(at) == "," else None
        end = phrase.last if phrase else at
        while sentence.low(end) == "(" and sentence.low(end + 2) == ")":
            end += 3
        if phrase and sentence.tag(end) in {"verb", "auxiliary"} and not is_speech(sentence, end):
            return [phrase]
    return []


def _verb_told(sentence: Sentence, at: int) -> int | None:
    """The verb before "and"; what says between two commas who tells it is passed over: "hid, *said the army*, and"."""
    previous = verb_before(sentence, at)
    if previous is not None and sentence.low(previous - 1) == "," and sentence.low(at - 1) == ",":
        return verb_before(sentence, previous) if is_speech(sentence, previous) else previous
    return previous


def antecedent(sentence: Sentence, at: int) -> list[Phrase]:
    """Whom a pronoun means: the subject of the nearest verb before it, else whoever speaks after it.

    "We" is whoever speaks; "it" is no person, and after "and that" it is whoever speaks as well.
    """
    low = sentence.low(at)
    verbs = [number for number, word in enumerate(sentence.words) if word.tag == "verb" or is_speech(sentence, number)]
    joined = sentence.low(at - 1) == "that" and sentence.low(at - 2) in {"and", "but"}
    spoken = low in _OWN or joined
    before = [verb for verb in verbs if verb < at and (is_speech(sentence, verb) or not spoken)]
    after = [verb for verb in verbs if verb > at and is_speech(sentence, verb)]
    for verb in [*reversed(before), *after]:
        if is_participle(sentence, verb) and sentence.tag(verb - 1) == "word":
            continue
        found = subjects(sentence, verb, pronouns=False) or inverted(sentence, verb)
        person = low in _THINGS and any(not OFFICES.isdisjoint(sentence.words_of(phrase)) for phrase in found)
        later = any(phrase.first > at and not _may_own(sentence, phrase, at) for phrase in found)
        if found and not person and not later and all(phrase.last <= at or phrase.first > at for phrase in found):
            return found
    return []


def _may_own(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a speaker named after a pronoun may be meant by it: "its forces had advanced, *Jordan* said"."""
    if sentence.low(phrase.first) in POSSESSIVES:
        return False
    return sentence.low(at) in _OWN or is_body(sentence.text[slice(*sentence.span(phrase.first, phrase.last))])


def sides(sentence: Sentence, at: int) -> tuple[list[Phrase], list[Phrase]]:
    """Doer and object of a verb, in the active and the passive."""
    if is_passive(sentence, at):
        told = sentence.tag(at - 1) in {"auxiliary", "adverb"}
        return by_phrases(sentence, at + 1), subjects(sentence, at) if told else described(sentence, at)
    previous = verb_before(sentence, at) if sentence.low(at - 1) == "," and sentence.low(at).endswith("ing") else None
    if previous is not None and is_passive(sentence, previous):  # "was shelled by rebels, killing two"
        return by_phrases(sentence, previous + 1), objects(sentence, at)
    return subjects(sentence, at), objects(sentence, at) or _shared(sentence, at) or relative_object(sentence, at)


def _shared(sentence: Sentence, at: int) -> list[Phrase]:
    """The object that a verb has in common with the next ones: "attacked, boarded or held *14 ships*"."""
    while sentence.low(at + 1) in {",", "and", "or"} and sentence.tag(at + 2) == "verb":
        at += 2
        if hit := objects(sentence, at):
            return hit
    return []


def relative_object(sentence: Sentence, verb: int) -> list[Phrase]:
    """What a verb without object is told of: "*20 farmers* it abducted", "*missiles* that rebels had fired"."""
    at = verb - 1
    while sentence.tag(at) in _PASSED:
        at -= 1
    subject = next(iter(chain(sentence, at)), None)
    at = subject.first - 1 if subject else at - 1 if sentence.tag(at) == "pronoun" else -1
    if sentence.tag(at) == "relative" and sentence.low(at) != "who":
        at -= 1
    outer = sentence.ending(at + 1) if at >= 0 else None
    told = outer is not None and is_speech(sentence, outer.first - 1)  # "told the radio that rebels attacked"
    return [outer] if outer and not told else []


def _before_insertion(sentence: Sentence, comma: int, verb: int, *, pronouns: bool) -> list[Phrase]:
    """The subject before words between two commas; before a participle, that of the verb before it."""
    if sentence.low(verb).endswith("ing"):
        previous = verb_before(sentence, comma)
        if previous is None:
            return _after_fronted(sentence, verb)
        return subjects(sentence, previous, pronouns=pronouns)
    opening = opening_of(sentence, comma, sentence.low(comma))
    if sentence.low(comma) == "," and (listed := _verb_listed(sentence, opening, comma)) is not None:
        return subjects(sentence, listed, pronouns=pronouns)
    if sentence.low(opening) != sentence.low(comma):
        return chain(sentence, comma - 1)
    if comma - opening > _LONGEST_INSERTION:
        return []
    end = opening - 1
    return chain(sentence, opening_of(sentence, end, "(") - 1 if sentence.low(end) == ")" else end)


def _verb_listed(sentence: Sentence, opening: int, comma: int) -> int | None:
    """The verb that a comma joins another one to: "armed men *blocked* the road, torched trucks and drove off"."""
    verb = verb_before(sentence, comma)
    if verb is None or verb <= opening or sentence.low(verb).endswith("ing"):
        return None
    if is_speech(sentence, verb):
        told = verb_before(sentence, opening)  # "stormed the town, police said, *torched* it and fled"
        return None if told is None or is_speech(sentence, told) else told
    clause = range(opening + 1, verb)
    nested = any(sentence.tag(at) in {"relative", "conjunction"} or sentence.low(at) == "whose" for at in clause)
    own = not nested and not is_participle(sentence, verb) and subjects(sentence, verb, pronouns=False)
    return verb if own and (own[0].first >= opening or verb == opening + 1) else None
