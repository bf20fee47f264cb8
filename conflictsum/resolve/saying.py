"""The verbs of a sentence by which somebody says something. English."""

from __future__ import annotations

from conflictsum.resolve.clauses import is_passive, is_speech
from conflictsum.resolve.idioms import find_idioms
from conflictsum.resolve.phrases import Sentence
from conflictsum.resolve.verbs import SPEAKING

_DOING = frozenset("respond reply defend rule report comment counter".split())  # "the army had to respond"
_READING = frozenset("read reads ran runs".split())
_DECLINING = frozenset("declined declines refused refuses yet".split())
_PHRASAL = {"pointed": "out", "points": "out", "spelled": "out", "made": "clear", "makes": "clear"}
_NEAR_BY = 6  # words between a participle and "by"
PRONOUNS = frozenset("he she it they we".split())
"""Words that stand for a speaker named before."""
DOCUMENTS = frozenset(
    "statement communique communiqué declaration release letter message post text note bulletin".split()
)
"""Nouns for what is issued, by which somebody speaks."""


def speaking(sentence: Sentence) -> list[int]:
    """Positions of the verbs by which somebody says something; not of silence, nor in a question of the reporter's."""
    if sentence.text.rstrip().endswith("?"):
        return []
    idioms = {sentence.position(idiom.start) for idiom in find_idioms(sentence.text)}
    return [
        at for at in range(len(sentence.words)) if (at in idioms or _says(sentence, at)) and not _silent(sentence, at)
    ]


def _says(sentence: Sentence, at: int) -> bool:
    low, before = sentence.low(at), sentence.low(at - 1)
    if low in _READING:
        phrase = sentence.starting(at + 1) if sentence.tag(at - 1) == "mark" else None
        return before in DOCUMENTS or (phrase is not None and sentence.head(phrase) in DOCUMENTS)
    if low == "quoted" and sentence.tag(at - 1) == "auxiliary":
        return True
    return (
        _PHRASAL.get(low) == sentence.low(at + 1)
        or _is_inserted(sentence, at)
        or (is_speech(sentence, at) and not _is_suffered(sentence, at))
    )


def _is_suffered(sentence: Sentence, at: int) -> bool:
    """Whether a verb of speech is passive; an object may be parted from it: "condemned in strong terms the raid"."""
    if sentence.low(at).endswith("s") or not is_passive(sentence, at):
        return False
    before = at - 1
    while sentence.tag(before) in {"adverb", "time"}:
        before -= 1
    near = range(at + 1, at + _NEAR_BY)
    return sentence.tag(before) == "auxiliary" or any(sentence.low(place) == "by" for place in near)


def _is_inserted(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands with a pronoun between two commas: "Chad, *he charged*, was arming them"."""
    return (
        sentence.low(at).endswith("ed")
        and sentence.low(at - 1) in PRONOUNS
        and sentence.low(at - 2) in {",", "”"}
        and sentence.low(at + 1) in {",", "."}
    )


def adding(sentence: Sentence) -> list[int]:
    """Positions of participles of speech: "recalled its envoy, *accusing* Chad", "a statement *condemning* it"."""
    return [
        at
        for at, word in enumerate(sentence.words)
        if word.low in SPEAKING and word.tag == "verb" and sentence.low(at - 1) in {","} | DOCUMENTS
    ]


def _silent(sentence: Sentence, verb: int) -> bool:
    """Whether nothing is said ("declined to comment", "has not said", "said nothing"), or "accused of" describes."""
    at = verb - 1
    while sentence.tag(at) == "adverb":
        at -= 1
    if sentence.tag(at) == "pronoun" and sentence.low(at - 1) == "which":  # "for which he was tried, which he denied"
        return True
    return (
        sentence.low(verb + 1) in {"nothing", "not"}
        or sentence.low(at) in {"not", "never"}
        or sentence.low(at).endswith("n't")
        or (sentence.low(at) == "to" and (sentence.low(at - 1) in _DECLINING or sentence.low(verb) in _DOING))
        or (sentence.low(verb) == "accused" and sentence.low(verb + 1) == "of")
    )
