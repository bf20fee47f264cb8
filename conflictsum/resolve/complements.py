"""What stands after a verb or noun: objects, enumerations, "by" phrases and those after other prepositions."""

from __future__ import annotations

from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.word_classes import OPENING_QUOTES

_PARTICLES = frozenset("down up off out".split())
_MARKS = frozenset('“”"‘')  # "carried out “strikes” on the town"
_MEASURES = frozenset("percent cent % points third half".split())  # "fell by nine percent"
_NAMING = frozenset("called calls described describes".split())


def objects(sentence: Sentence, verb: int) -> list[Phrase]:
    """The phrases that stand as object after a verb, small words between passed over."""
    at = verb + 1
    while at < verb + 4 and (sentence.tag(at) in {"adverb", "time"} or sentence.low(at) in _PARTICLES):
        at += 1
    if sentence.low(at) == "to" and sentence.low(at + 1) == "death":  # "hacked to death *six farmers*"
        at += 2
    if sentence.low(at) == "what":  # "captured what it called a *spy ship*"
        naming = next((near for near in range(at + 1, at + 5) if sentence.low(near) in _NAMING), None)
        at = at if naming is None else naming + 1
    return coordinated(sentence, at)


def coordinated(sentence: Sentence, at: int, *, between: bool = False) -> list[Phrase]:
    """The phrase that starts at a position, and those that commas and "and" join to it.

    A phrase that a verb follows opens a clause of its own, and is not joined, except after "between".
    """
    while sentence.low(at) in OPENING_QUOTES or (
        sentence.tag(at) == "determiner" and sentence.low(at + 1) in OPENING_QUOTES
    ):
        at += 1
    phrase = sentence.starting(at)
    found: list[Phrase] = []
    while phrase is not None:
        found.append(phrase)
        at = sentence.extended(phrase)
        if sentence.low(at) != "and" and not _is_listing(sentence, at):
            break
        phrase = sentence.starting(at + 1)
        if phrase and not between and _has_verb(sentence, phrase):
            break
    return found


def _has_verb(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a verb of its own follows a phrase, and no participle: "caves and *shelters* used by rebels"."""
    described = sentence.tag(phrase.last) == "verb" and sentence.low(phrase.last + 1) == "by"
    return sentence.tag(phrase.last) in {"verb", "auxiliary"} and not described


def _is_listing(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands between members of a list that "and" closes: "a clinic*,* two huts and a mill"."""
    while sentence.low(at) == "," and (member := sentence.starting(at + 1)):
        at = sentence.extended(member)
        if sentence.low(at) == "and":
            last = sentence.starting(at + 1)
            return last is not None and not _has_verb(sentence, last)
    return False


def by_phrases(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrases after "by", as far as no other verb or clause comes before it."""
    while at < len(sentence.words):
        tag, low = sentence.tag(at), sentence.low(at)
        if low == "by":
            return [phrase for phrase in coordinated(sentence, at + 1) if sentence.head(phrase) not in _MEASURES]
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
        elif tag in {"verb", "relative", "auxiliary", "mark", "conjunction", "pronoun"} and low not in _MARKS:
            return []
        at += 1
    return []
