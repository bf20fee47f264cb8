"""What is told of violence that nobody is said to do: wished for, feared, general, a private quarrel; and threats."""

from __future__ import annotations

from conflictsum.resolve.clauses import after_preposition, subjects
from conflictsum.resolve.forces import uses_force
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.predicates import verb_before

_QUARRELS = frozenset(
    "debt debts dowry inheritance loan parking argument quarrel dispute row land affair money seat".split()
)
_PRIVATE = frozenset("killed shot stabbed hacked beaten murdered knifed bludgeoned clubbed".split())
_BACK = frozenset("struck strike hit shot fired fought striking hitting fighting".split())
_WISHING = frozenset(
    "not want wants wanted refuse refuses refused hope hopes hoped fear feared right need needs needed is was are "
    "were".split()
)
_OVER = frozenset({"over"})
_VOWING = frozenset("threatened threatens vowed vows warned warns swore declared declares known announced".split())
_MAY = frozenset("would could might may should must".split())
_WHOEVER = frozenset("anyone anybody whoever if unless".split())
_WHATEVER = frozenset("whatever whichever wherever whoever whenever".split())


def is_unreal(sentence: Sentence, at: int) -> bool:
    """Whether nobody is said to do it: "wanted to attack", "would be shot", "anyone who attacked"."""
    before = at - 1
    while sentence.tag(before) == "adverb":
        before -= 1
    if sentence.low(before) == "to":
        return sentence.tag(before - 1) == "mark" or sentence.low(before - 1) in _WISHING
    if sentence.low(before) == "be" and sentence.low(before - 1) in _MAY:
        return not threatening(sentence, at)
    if sentence.low(at) in _BACK and sentence.low(at + 1) == "back":
        return True
    if _is_general(sentence, at) or _is_private(sentence, at):
        return True
    if sentence.tag(before) == "relative":
        before -= 1
    return sentence.low(before) in _WHOEVER or sentence.low(before - 1) in _WHOEVER


def threatening(sentence: Sentence, at: int) -> list[Phrase]:
    """Who threatens that something "would be" shelled: people under arms, a state or its staff."""
    be = at - 2 if sentence.tag(at - 1) == "adverb" else at - 1
    if sentence.low(be) != "be" or sentence.low(be - 1) not in {"would", "will"}:
        return []
    verb = verb_before(sentence, be - 1)
    if verb is None or sentence.low(verb) not in _VOWING:
        return []
    return [phrase for phrase in subjects(sentence, verb) if uses_force(sentence, phrase)]


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
