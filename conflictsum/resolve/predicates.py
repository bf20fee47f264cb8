"""Verbs of a sentence by place and sort: the nearest before a word, those of speech, those before their subject."""

from __future__ import annotations

from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import BLAMING, SPEAKING, SPEECH, SPEECH_BASES, WEAK_SPEECH


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
        sentence.tag(near) == "number" or sentence.low(near) in {"toll", "figure", "number"}
        for near in range(at + 1, at + 10)
    )


def inverted(sentence: Sentence, verb: int) -> list[Phrase]:
    """The subject after a verb of speech that follows a quotation: "…”, said *the mayor*"."""
    if sentence.tag(verb - 1) != "mark" and sentence.tag(verb - 1) != "adverb":
        return []
    phrase = sentence.starting(verb + 1)
    return [phrase] if phrase else []


def verb_before(sentence: Sentence, at: int) -> int | None:
    """The nearest verb before a position in the same clause; verbs of blame are passed over."""
    while at > 0:
        at -= 1
        if sentence.low(at) in {";", ":", ".", "“", "”", '"'}:
            return None
        if sentence.tag(at) == "verb" and sentence.low(at) not in BLAMING:
            return at
    return None
