"""Who stands before a verb and what after it: subjects, objects and "by" phrases of a sentence cut into phrases."""

from __future__ import annotations

from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.tagging import BE
from conflictsum.resolve.verbs import BLAMING, SPEAKING, SPEECH, SPEECH_BASES, WEAK_SPEECH

_PASSED = frozenset({"adverb", "auxiliary", "time"})
_CHAINING = frozenset(
    "in on at of between from for to with near along above below beside behind under inside outside aboard".split()
)
_PARTICLES = frozenset("down up off out".split())
_LONGEST_INSERTION = 24  # words between two commas


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a past form is passive: after a form of "be", or with "by" right after it."""
    at = verb - 1
    while sentence.tag(at) in {"adverb", "time"}:
        at -= 1
    if sentence.tag(at) == "auxiliary" and not sentence.low(verb).endswith("ing"):
        return sentence.low(at) in BE
    following = verb + 1
    while sentence.tag(following) in {"adverb", "time"} or sentence.low(following) in _PARTICLES:
        following += 1
    return sentence.low(following) == "by" and not sentence.low(verb).endswith("ing")


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
        if tag in _PASSED:
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
            previous = _verb_before(sentence, at)
            if low == "to" and sentence.tag(at - 1) == "auxiliary":
                at -= 1
                continue
            joined = previous is not None and (low != "to" or previous == at - 1)
            return subjects(sentence, previous, pronouns=pronouns) if joined and previous is not None else []
        elif tag == "pronoun":
            return antecedent(sentence, at) if pronouns else []
        else:
            return _chain(sentence, at)
    return []


def antecedent(sentence: Sentence, at: int) -> list[Phrase]:
    """Whom a pronoun means: the subject of the nearest verb of speech before it, else of one after it."""
    speaking = [number for number in range(len(sentence.words)) if is_speech(sentence, number)]
    before = [verb for verb in speaking if verb < at]
    after = [verb for verb in speaking if verb > at]
    for verb in [*reversed(before), *after]:
        found = subjects(sentence, verb, pronouns=False) or inverted(sentence, verb)
        if sentence.low(at) in {"it", "its"} and (named := _named_between(sentence, verb, at)):
            return [named]
        if found and all(phrase.last <= at or phrase.first > at for phrase in found):
            return found
    return []


def _named_between(sentence: Sentence, verb: int, at: int) -> Phrase | None:
    """The name in "the minister demanded that *the ELN* free the farmers it abducted"."""
    if sentence.low(verb + 1) != "that":
        return None
    phrase = sentence.starting(verb + 2)
    if phrase is None or phrase.last > at:
        return None
    return phrase if sentence.text[sentence.words[phrase.last - 1].start].isupper() else None


def is_speech(sentence: Sentence, at: int) -> bool:
    """Whether the word at a position is a verb of speech; weak ones only where a number follows soon."""
    low = sentence.low(at)
    if low in SPEAKING and sentence.tag(at - 1) == "auxiliary":
        return True
    if sentence.tag(at) != "verb" or low not in SPEECH | SPEECH_BASES:
        return False
    if low in SPEECH_BASES and low not in SPEECH and sentence.low(at - 1) in {"will", "would", "could", "may", "might"}:
        return False
    return low not in WEAK_SPEECH or any(
        sentence.tag(near) == "number" or sentence.low(near) in {"toll", "figure"} for near in range(at + 1, at + 10)
    )


def inverted(sentence: Sentence, verb: int) -> list[Phrase]:
    """The subject after a verb of speech that follows a quotation: "…”, said *the mayor*"."""
    if sentence.tag(verb - 1) != "mark" and sentence.tag(verb - 1) != "adverb":
        return []
    phrase = sentence.starting(verb + 1)
    return [phrase] if phrase else []


def objects(sentence: Sentence, verb: int) -> list[Phrase]:
    """The phrases that stand as object after a verb, small words between passed over."""
    at = verb + 1
    while at < verb + 4 and (sentence.tag(at) in {"adverb", "time"} or sentence.low(at) in _PARTICLES):
        at += 1
    return coordinated(sentence, at)


def coordinated(sentence: Sentence, at: int, *, between: bool = False) -> list[Phrase]:
    """The phrase that starts at a position, and those that "and" joins to it.

    A phrase that a verb follows opens a clause of its own, and is not joined, except after "between".
    """
    phrase = sentence.starting(at)
    found = []
    while phrase is not None:
        found.append(phrase)
        at = sentence.extended(phrase)
        if sentence.low(at) != "and":
            break
        phrase = sentence.starting(at + 1)
        if phrase and not between and sentence.tag(phrase.last) in {"verb", "auxiliary"}:
            break
    return found


def by_phrases(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrases after "by", as far as no other verb or clause comes before it."""
    while at < len(sentence.words):
        tag, low = sentence.tag(at), sentence.low(at)
        if low == "by":
            return coordinated(sentence, at + 1)
        if tag in {"verb", "relative", "auxiliary", "mark"} or (tag == "conjunction" and low != "and"):
            return []
        at += 1
    return []


def after_preposition(sentence: Sentence, at: int, prepositions: frozenset[str]) -> list[Phrase]:
    """The phrases after the first of the prepositions, as far as nothing but phrases and times comes before it."""
    while at < len(sentence.words):
        tag, low = sentence.tag(at), sentence.low(at)
        if low in prepositions:
            between = low == "between"
            while sentence.tag(at) in {"preposition", "of", "adverb"}:
                at += 1
            return coordinated(sentence, at, between=between)
        if low == "from":  # "fired at the town from inside the forest"
            while sentence.tag(at + 1) == "preposition":
                at += 1
        elif tag in {"verb", "relative", "auxiliary", "mark", "conjunction", "pronoun"}:
            return []
        at += 1
    return []


def _chain(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrase that ends at a position; where prepositions join it to others, the first of them."""
    phrase = sentence.ending(at + 1)
    if phrase is None:
        return []
    while True:
        before = phrase.first - 1
        while sentence.tag(before) == "time":
            before -= 1
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


def _modified(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Of "*men* who hid in a barn", "*a bus* carrying workers": the phrase that the words before this one describe."""
    at = phrase.first - 1
    while sentence.tag(at) in {"time", "adverb", "preposition"}:
        at -= 1
    if sentence.tag(at) != "verb":
        return phrase
    if sentence.low(at).endswith("ing") and (outer := sentence.ending(at)):
        return _chain(sentence, at - 1)[0] if outer else phrase
    at -= 1
    while sentence.tag(at) in {"auxiliary", "adverb"}:
        at -= 1
    if sentence.tag(at) != "relative" or sentence.low(at) == "that":
        return phrase
    outer = sentence.ending(at - 1 if sentence.low(at - 1) == "," else at)
    return _modified(sentence, outer) if outer else phrase


def _outer(sentence: Sentence, preposition: int) -> Phrase | None:
    at = preposition
    while sentence.tag(at - 1) in {"time", "adverb"}:
        at -= 1
    if sentence.low(at - 1) == ")":
        at = _opening(sentence, at - 1, "(")
    return sentence.ending(at)


def _before_insertion(sentence: Sentence, comma: int, verb: int, *, pronouns: bool) -> list[Phrase]:
    """The subject before words between two commas; before a participle, that of the verb before it."""
    if sentence.low(verb).endswith("ing"):
        previous = _verb_before(sentence, comma)
        return subjects(sentence, previous, pronouns=pronouns) if previous is not None else []
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


def _verb_before(sentence: Sentence, at: int) -> int | None:
    while at > 0:
        at -= 1
        if sentence.low(at) in {";", ":", ".", "“", "”", '"'}:
            return None
        if sentence.tag(at) == "verb" and sentence.low(at) not in BLAMING:
            return at
    return None
