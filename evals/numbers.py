"""Which numbers stand in a text, as digits or English words.

Independent of the library's own reader of numbers on purpose: what checks the labels must not share its mistakes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_WORDS = {"a": 1, "an": 1, "single": 1, "once": 1, "both": 2, "twice": 2, "twin": 2, "couple": 2, "pair": 2}
# rule C3 of the codebook: the least that a vague word says
_VAGUE = {
    "several": 3, "few": 3, "handful": 3, "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000,
}  # fmt: skip
_NONE = {
    "no", "none", "nobody", "not", "nor", "neither", "never", "without", "nothing", "zero", "unhurt", "unharmed",
    "uninjured", "unscathed", "denied",
}  # fmt: skip
_TERM = re.compile(r"\d+(?:[,.\u00a0\u202f]\d{3})+(?!\d)|\d+|[^\W\d_]+(?=n['\u2019]t\b)|[^\W\d_]+")


_ABOVE = re.compile(r"(?:more than|over|above|exceed(?:s|ed|ing)?) ")
_BELOW = re.compile(r"(?:fewer than|less than|under|below|not quite) ")


def written_numbers(text: str) -> set[int]:
    """All numbers of a text; 0 where it denies something, and the bounds 21 of "more than 20", 39 of "under 40"."""
    folded = " ".join(text.casefold().split())
    found = set(_numbers(_words(folded)))
    for bound, step in ((_ABOVE, 1), (_BELOW, -1)):
        for match in bound.finditer(folded):
            found.update(number + step for number in _first(_words(folded[match.end() :])))
    return found


def _first(words: Sequence[str]) -> Iterator[int]:
    """The number that a text begins with, if it begins with one."""
    value, length = _compound(words, 0)
    if length:
        yield value


def _words(text: str) -> list[str]:
    terms = [re.sub(r"(?<=\d)\D(?=\d)", "", word) for word in _TERM.findall(text)]
    return [*terms, *(["not"] if re.search(r"n['\u2019]t\b", text) else [])]


def _numbers(words: Sequence[str]) -> Iterator[int]:
    at = 0
    while at < len(words):
        word = words[at]
        if word in _NONE:
            yield 0
        for table in (_ORDINALS, _WORDS, _VAGUE):
            if word in table:
                yield table[word]
        if word == "half" and "dozen" in words[at + 1 : at + 3]:
            yield 6
        value, length = _compound(words, at)
        if length:
            yield value
        at += max(length, 1)


def _compound(words: Sequence[str], at: int) -> tuple[int, int]:
    """The number that starts at a word (``two hundred and fifty-eight``), and how many words it takes."""
    total = current = 0
    length = 0
    while at + length < len(words):
        word = words[at + length]
        if word.isdecimal() and not length:
            current = int(word)
        elif (
            word in _UNITS
            and current % 10 == 0
            and (not current or current % 100 >= _TENS["twenty"] or not current % 100)
        ):
            current += _UNITS[word]
        elif word in _TENS and current % 100 == 0:
            current += _TENS[word]
        elif word in {"a", "an"} and not length and words[at + 1 : at + 2] and words[at + 1] in _SCALES:
            current = 1
        elif word in {"hundred", "dozen", "score"} and length:
            current *= _SCALES[word]
        elif word in {"thousand", "million"} and length:
            total, current = total + current * _SCALES[word], 0
        elif not (word == "and" and length and words[at + length - 1] in _SCALES):
            break
        length += 1
    if length and words[at + length - 1] == "and":
        length -= 1
    return total + current, length
