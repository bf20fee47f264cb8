"""Whom the words before a verb are told of: the first of phrases that prepositions and participles join."""

from __future__ import annotations

from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.predicates import is_speech, verb_before

_CHAINING = frozenset(
    "in on at of between from for to with near along above below beside behind under inside outside aboard off against "
    "over into across toward towards by".split()
)
_MEANS = frozenset("by with".split())
_SPANS = frozenset("since until after before despite including except like unlike".split())
_POSING = frozenset("posing disguised dressed known described masquerading acting working serving".split())
_NAMED = frozenset("called named dubbed nicknamed known".split())
# a clause without "that" opens after these
_OPENING = frozenset(
    "show shows showed indicate indicates indicated mean means meant know knows knew think thinks thought believe "
    "believes believed fear fears feared hope hopes hoped heard hears learned learnt found finds see sees saw "
    "understood suggest suggests suggested prove proves proved feel feels felt remember remembers remembered".split()
)


def chain(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrase that ends at a position; where prepositions join it to others, the first of them."""
    phrase = _ending(sentence, at)
    if phrase is None:
        return []
    while True:
        before = phrase.first - 1
        if (start := _list_start(sentence, phrase)) is not None:
            before = start
        side = sentence.ending(before) if sentence.low(before) == "and" else None
        if side and sentence.low(side.first - 1) in _CHAINING and _is_alike(sentence, side, phrase):
            before = side.first - 1
        if sentence.low(before) not in _CHAINING or sentence.tag(before) == "verb":
            break
        outer = _outer(sentence, before)
        if outer is None and sentence.tag(before - 1) == "pronoun":
            return []
        if outer is None:
            break
        phrase = outer
    phrase = _modified(sentence, phrase, before if sentence.low(before) in _MEANS else phrase.first - 1)
    found = [phrase]
    while sentence.low(found[0].first - 1) == "and" and (other := sentence.ending(found[0].first - 1)):
        if sentence.tag(other.first - 1) in {"verb", "preposition"}:
            break
        found.insert(0, other)
    return found


def _is_alike(sentence: Sentence, one: Phrase, other: Phrase) -> bool:
    """Whether both phrases are names, or neither: "in Mopti and *gunmen* killed" begins another clause."""
    first, second = (sentence.text[sentence.words[sentence.bare(phrase)].start] for phrase in (one, other))
    return first.isupper() is second.isupper()


def _ending(sentence: Sentence, at: int) -> Phrase | None:
    """The phrase that ends at a position, "in all" after it passed over."""
    summed = sentence.low(at) in {"all", "total"} and sentence.low(at - 1) == "in"
    return sentence.ending(at - 1 if summed else at + 1)


def _list_start(sentence: Sentence, phrase: Phrase) -> int | None:
    """The preposition before a list of names: "in *Kovel, Sarny and Zdolbuniv*"; None where there is no such list."""
    at = phrase.first - 1
    if sentence.low(at) != "and" or not sentence.text[sentence.words[phrase.first].start].isupper():
        return None
    while sentence.low(at) in {",", "and"} and (other := sentence.ending(at)):
        if not sentence.text[sentence.words[other.first].start].isupper():
            return None
        at = other.first - 1
    return at if at < phrase.first - 1 and sentence.low(at) in _CHAINING else None


def _modified(sentence: Sentence, phrase: Phrase, at: int) -> Phrase:
    """Of "*men* who hid in a barn", "*a bus* carrying workers": the phrase that the words up to here describe."""
    while sentence.low(at) not in _SPANS and (sentence.tag(at) in {"time", "adverb"} or _joins(sentence, at)):
        at -= 1
    start = _modifier_start(sentence, at) if sentence.tag(at) == "verb" else None
    if start is None:
        return phrase
    outer = sentence.ending(start)
    return next(iter(chain(sentence, start - 1)), outer) or phrase


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a word stands between a participle and its noun: "posing *as*", "believed *to be from*"."""
    if sentence.tag(at) == "preposition":
        return True
    to_be = "be" in {sentence.low(at), sentence.low(at + 1)} and "to" in {sentence.low(at), sentence.low(at - 1)}
    return to_be or (sentence.low(at) == "as" and sentence.low(at - 1) in _POSING)


def _modifier_start(sentence: Sentence, verb: int) -> int | None:
    """Where words that describe a noun start, of which a verb is one; None where the verb is that of a clause.

    A second verb of one clause, joined by nothing, describes: "youth *suspected to have come* from Pibor raided".
    """
    at = verb
    while sentence.tag(at - 1) in {"auxiliary", "adverb"}:
        at -= 1
    finite = any(sentence.tag(near) == "auxiliary" for near in range(at, verb))
    before = sentence.low(at - 1)
    if before == "to":
        return _modifier_start(sentence, at - 2) if sentence.tag(at - 2) == "verb" else at - 1
    if before == "and" and not finite and (joined := verb_before(sentence, at - 1)) is not None:
        return _modifier_start(sentence, joined)
    if sentence.tag(at - 1) == "relative":
        return _antecedent_end(sentence, at - 1)
    low, following = sentence.low(verb), sentence.low(verb + 1)
    passive = (following in {"to", "by", "of"} and not low.endswith("s")) or low in _NAMED
    clause = low in _OPENING or is_speech(sentence, verb)
    return None if finite or (clause and not passive) else at


def _antecedent_end(sentence: Sentence, relative: int) -> int | None:
    """Position after what a relative pronoun means; None where "that" only opens what is told."""
    at = relative - 1 if sentence.low(relative - 1) == "," else relative
    outer = sentence.ending(at)
    told = outer is None or (sentence.low(relative) == "that" and is_speech(sentence, outer.first - 1))
    return None if told else at


def _outer(sentence: Sentence, preposition: int) -> Phrase | None:
    at = preposition
    while sentence.tag(at - 1) in {"time", "adverb"}:
        at -= 1
    if sentence.low(at - 1) == ")":
        at = opening_of(sentence, at - 1, "(")
    place = sentence.starting(preposition + 1)
    inserted = place is not None and sentence.text[sentence.words[place.first].start].isupper()
    if sentence.low(at - 1) == "," and inserted:  # "a wake, in Sarrin district, was attacked"
        at -= 1
    return sentence.ending(at)


def opening_of(sentence: Sentence, closing: int, mark: str) -> int:
    """Position of the mark that opens what another one closes; 0 where there is none."""
    at = closing - 1
    while at > 0 and sentence.low(at) != mark:
        at -= 1
    return at
