"""Who stands before a verb and what after it: subjects, objects and "by" phrases of a sentence cut into phrases."""

from __future__ import annotations

from conflictsum.resolve.complements import after_preposition, by_phrases, coordinated, objects
from conflictsum.resolve.offices import OFFICES, is_body
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.predicates import inverted, is_speech, verb_before
from conflictsum.resolve.tagging import BE
from conflictsum.resolve.verbs import ENDURED

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
_CHAINING = frozenset(
    "in on at of between from for to with near along above below beside behind under inside outside aboard off against "
    "over into across toward towards by".split()
)
_QUOTES = frozenset('“”"‘’')
_LONGEST_INSERTION = 24  # words between two commas
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
    return _chain(sentence, at - 1)


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
            at = _opening(sentence, at, "(") - 1
        elif tag == "relative":
            at -= 2 if sentence.low(at - 1) == "," else 1
            nearest = sentence.ending(at + 1) if low == "which" else None
            return [nearest] if nearest else _chain(sentence, at)
        elif low in {",", "–", "—"}:
            return _before_insertion(sentence, at, verb, pronouns=pronouns)
        elif low in {"and", "but", "then", "to"}:
            previous = _verb_told(sentence, at)
            if low == "to" and sentence.tag(at - 1) == "auxiliary":
                at -= 1
                continue
            joined = previous is not None and (low != "to" or previous == at - 1)
            return subjects(sentence, previous, pronouns=pronouns) if joined and previous is not None else []
        elif tag == "pronoun":
            return antecedent(sentence, at) if pronouns else []
        else:
            return _chain(sentence, at)
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
    return subjects(sentence, at), objects(sentence, at) or relative_object(sentence, at)


def relative_object(sentence: Sentence, verb: int) -> list[Phrase]:
    """What a verb without object is told of: "*20 farmers* it abducted", "*missiles* that rebels had fired"."""
    at = verb - 1
    while sentence.tag(at) in _PASSED:
        at -= 1
    subject = next(iter(_chain(sentence, at)), None)
    at = subject.first - 1 if subject else at - 1 if sentence.tag(at) == "pronoun" else -1
    if sentence.tag(at) == "relative" and sentence.low(at) != "who":
        at -= 1
    outer = sentence.ending(at + 1) if at >= 0 else None
    told = outer is not None and is_speech(sentence, outer.first - 1)  # "told the radio that rebels attacked"
    return [outer] if outer and not told else []


def _chain(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrase that ends at a position; where prepositions join it to others, the first of them."""
    phrase = _ending(sentence, at)
    if phrase is None:
        return []
    while True:
        before = phrase.first - 1
        if (start := _list_start(sentence, phrase)) is not None:
            before = start
        side = sentence.ending(before) if sentence.low(before) == "and" else None
        if side and sentence.low(side.first - 1) in _CHAINING:
            before = side.first - 1
        if sentence.low(before) not in _CHAINING or sentence.tag(before) == "verb":
            break
        outer = _outer(sentence, before)
        if outer is None and sentence.tag(before - 1) == "pronoun":
            return []
        if outer is None:
            break
        phrase = outer
    phrase = _modified(sentence, phrase)
    found = [phrase]
    while sentence.low(found[0].first - 1) == "and" and (other := sentence.ending(found[0].first - 1)):
        if sentence.tag(other.first - 1) in {"verb", "preposition"}:
            break
        found.insert(0, other)
    return found


def _ending(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that ends at a position, "in all" after it passed over."""
    summed = sentence.low(at) in {"all", "total"} and sentence.low(at - 1) == "in"
    return sentence.ending(at - 1 if summed else at + 1)


def _list_start(sentence: Sentence, phrase: Phrase) -> int | None:
    """The preposition before a list of names: "in *Kovel, Sarny and Zdolbuniv*"; None where there is no such list."""
    at = phrase.first - 1
    if sentence.low(at) != "and":
        return None
    while sentence.low(at) in {",", "and"} and (other := sentence.ending(at)):
        if not sentence.text[sentence.words[other.first].start].isupper():
            return None
        at = other.first - 1
    return at if at < phrase.first - 1 and sentence.low(at) in _CHAINING else None


def _modified(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Of "*men* who hid in a barn", "*a bus* carrying workers": the phrase that the words before this one describe."""
    at = phrase.first - 1
    while sentence.tag(at) in {"time", "adverb", "preposition"}:
        at -= 1
    if sentence.tag(at) != "verb":
        return phrase
    stationed = sentence.low(at).endswith("ed") and at < phrase.first - 1 and not is_speech(sentence, at)
    if (sentence.low(at).endswith("ing") or stationed) and sentence.ending(at):
        return next(iter(_chain(sentence, at - 1)), phrase)
    at -= 1
    while sentence.tag(at) in {"auxiliary", "adverb"}:
        at -= 1
    if sentence.tag(at) != "relative":
        return phrase
    outer = sentence.ending(at - 1 if sentence.low(at - 1) == "," else at)
    if sentence.low(at) == "that" and (outer is None or is_speech(sentence, outer.first - 1)):
        return phrase
    return next(iter(_chain(sentence, outer.last - 1)), outer) if outer else phrase


def _outer(sentence: Sentence, preposition: int) -> Phrase | None:
    at = preposition
    while sentence.tag(at - 1) in {"time", "adverb"}:
        at -= 1
    if sentence.low(at - 1) == ")":
        at = _opening(sentence, at - 1, "(")
    place = sentence.starting(preposition + 1)
    inserted = place is not None and sentence.text[sentence.words[place.first].start].isupper()
    if sentence.low(at - 1) == "," and inserted:  # "a wake, in Sarrin district, was attacked"
        at -= 1
    return sentence.ending(at)


def _before_insertion(sentence: Sentence, comma: int, verb: int, *, pronouns: bool) -> list[Phrase]:
    """The subject before words between two commas; before a participle, that of the verb before it."""
    if sentence.low(verb).endswith("ing"):
        previous = verb_before(sentence, comma)
        if previous is None:
            return _after_fronted(sentence, verb)
        return subjects(sentence, previous, pronouns=pronouns)
    opening = _opening(sentence, comma, sentence.low(comma))
    if sentence.low(opening) != sentence.low(comma):
        return _chain(sentence, comma - 1)
    if comma - opening > _LONGEST_INSERTION:
        return []
    return _chain(sentence, opening - 1)


def _opening(sentence: Sentence, closing: int, mark: str) -> int:
    at = closing - 1
    while at > 0 and sentence.low(at) != mark:
        at -= 1
    return at
