"""A sentence cut into words and noun phrases, well enough to tell who stands before a verb and what after it.

Whatever is no article, preposition, conjunction, auxiliary, pronoun, adverb, time or verb belongs to a noun phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from conflictsum.resolve.dates import find_times
from conflictsum.resolve.names import Span
from conflictsum.resolve.tagging import Word, tagged

_CHARGES = frozenset("accusation allegation charge claim assertion".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows it ("of", "in" ...).

    Attributes:
        first: Position of its first word.
        last: Position after its last word.
    """

    first: int
    last: int


class Sentence:
    """The words and noun phrases of a sentence.

    Args:
        text: The sentence.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.times = find_times(text)
        self.words = tagged(text, self.times)
        self.phrases = _phrases(text, self.words)
        self._ending = {phrase.last: phrase for phrase in self.phrases}
        self._starting = {phrase.first: phrase for phrase in self.phrases}

    def ending(self, at: int) -> Phrase | None:
        """The phrase whose last word stands before a position."""
        return self._ending.get(at)

    def starting(self, at: int) -> Phrase | None:
        """The phrase whose first word stands at a position."""
        return self._starting.get(at)

    def position(self, offset: int) -> int:
        """Position of the first word that starts at or after an offset; after the last word where there is none."""
        return next((at for at, word in enumerate(self.words) if word.start >= offset), len(self.words))

    def low(self, at: int) -> str:
        """The word at a position in lower case; empty outside the sentence."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> str:
        """The class of the word at a position; ``mark`` outside the sentence."""
        return self.words[at].tag if 0 <= at < len(self.words) else "mark"

    def head(self, phrase: Phrase) -> str:
        """The last word of a phrase, which says what it is."""
        return self.low(phrase.last - 1)

    def bare(self, phrase: Phrase, *, numbers: bool = True) -> int:
        """Position of the first word of a phrase that is no article or "its", on request no number either."""
        at = phrase.first
        skipped = {"determiner"} if numbers else {"determiner", "number"}
        while at < phrase.last - 1 and self.tag(at) in skipped:
            at += 1
        return at

    def span(self, first: int, last: int) -> Span:
        """Offsets of the words from one position to before another, the last one without possessive ending."""
        start, end = self.words[first].start, self.words[last - 1].end
        ending = re.search(r"(?<=\w)[’']s?$", self.text[start:end])
        return start, start + ending.start() if ending else end

    def words_of(self, phrase: Phrase) -> list[str]:
        """The words of a phrase in lower case."""
        return [word.low for word in self.words[phrase.first : phrase.last]]

    def extended(self, phrase: Phrase) -> int:
        """Position after a phrase and all that "of" adds to it."""
        last = phrase.last
        while self.low(last) == "of" and (following := self.starting(last + 1)):
            last = following.last
        return last


@lru_cache(maxsize=512)
def read(text: str) -> Sentence:
    """Words and phrases of a sentence."""
    return Sentence(text)


def _phrases(text: str, words: list[Word]) -> list[Phrase]:
    phrases = []
    first: int | None = None
    for at, word in enumerate([*words, Word(0, 0, "", "mark")]):
        if word.tag in {"word", "number"}:
            if (
                first is not None
                and word.tag == "number"
                and words[at - 1].tag == "word"
                and text[words[at - 1].start].islower()
            ):
                phrases.append(Phrase(first, at))
                first = at
            if first is not None and words[at - 1].low in _CHARGES and text[word.start].isupper():
                phrases.append(Phrase(first, at))  # "an accusation *Chad* denies"
                first = at
            first = at if first is None else first
            continue
        if first is not None and not (word.tag == "determiner" and words[at - 1].tag == "determiner"):
            phrases.append(Phrase(first, at))
            first = None
        if word.tag == "determiner":
            first = at
    return [
        phrase
        for phrase in phrases
        if any(words[at].tag in {"word", "number"} for at in range(phrase.first, phrase.last))
    ]
