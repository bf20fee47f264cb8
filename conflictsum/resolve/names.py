"""Comparing names: folding of spelling variants, words with their offsets, and tables of aliases.

Names of conflict reporting are transliterated in many ways; what is levelled here is only what never tells two names
apart: letter case, diacritics, apostrophes, hyphens, ``the`` and the Arabic article. Everything else is an alias that
somebody wrote down in a data file. Nothing is matched by similarity: Niger is not nearly Nigeria.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Span = tuple[int, int]
Key = tuple[str, ...]

_APOSTROPHES = "'’‘ʼʻʿʾ`´"
_MARKS = "\u0300-\u036f"
_LETTER = rf"(?:[^\W_][{_MARKS}]*)"
# "U.S." and "U.K." are one word; "al-Asad" is two, of which the first is an article
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|(?:[A-Z]\.)+[A-Z]\b|{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*")
_POSSESSIVE = re.compile(rf"(?<=.)[{_APOSTROPHES}]s$", re.IGNORECASE)
# words of one name stand next to each other: blanks, a line break, a hyphen, "the", a possessive ending, the full stop
# of "St. Petersburg"
_BLANK = r"(?:[^\S\n]|-|‐|‑|\n(?!\s*\n))+"
_JOINT = re.compile(rf"(?:[{_APOSTROPHES}]s?)?{_BLANK}(?:the{_BLANK})?[{_APOSTROPHES}]?", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\.[^\S\n]+")
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_ARTICLES = frozenset({"al", "el"})
# before a "sun letter" the Arabic article takes the sound of that letter, in writing only with a hyphen
_ASSIMILATED = frozenset({"ad", "an", "ar", "as", "ash", "at", "az", "ul", "ed", "er", "es", "et", "ez"})
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        fold: The word as it is compared.
        start: Offset of its first character, of the Arabic article before it where there is one.
        end: Offset just after it, a possessive ending excluded.
        raw: The word itself as written, without article.
    """

    fold: str
    start: int
    end: int
    raw: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter, or with a letter of a script that has no capitals."""
        return self.raw[0].isalpha() and not self.raw[0].islower()

    @property
    def acronym(self) -> bool:
        """Whether it is written with several capitals, as ``SDF`` and ``JeM`` are."""
        return sum(map(str.isupper, self.raw)) > 1


def cue(words: str) -> re.Pattern[str]:
    """A pattern for alternatives of whole words, in any case."""
    return re.compile(rf"(?i)\b(?:{words})\b")


def words(text: str) -> list[Word]:
    """The words of a text without articles.

    ``the`` is left out. The Arabic article joins the word after it: ``al-Asad`` is the word ``asad``, and starts where
    the article starts.
    """
    found: list[Word] = []
    article: Span | None = None
    for match in _WORD.finditer(text):
        raw = _POSSESSIVE.sub("", match.group())
        word = Word(_fold_word(raw), match.start(), match.start() + len(raw), raw)
        if article is not None and _gap(text, article[1], word.start) is None:
            article = None
        if word.fold in {"", "the"}:
            continue
        if _is_article(word, text) and raw == match.group():
            article = (article[0] if article else word.start, word.end)
            continue
        if article is not None:
            word = Word(word.fold, article[0], word.end, raw)
            article = None
        found.append(word)
    return found


def fold(text: str) -> str:
    """The text as names are compared: ``the Ain al-Asad`` and ``Ayn Al Asad`` differ in one letter only."""
    return " ".join(word.fold for word in words(text))


def clean(text: str) -> str:
    """The text as a name: without outer punctuation, leading ``the`` and doubled blanks."""
    plain = " ".join(text.split()).strip(' .,;:!?"“”«»')
    plain = re.sub(r"^the\s+(?=\S)", "", plain, flags=re.IGNORECASE)
    return _POSSESSIVE.sub("", plain) or plain


def adjacent(text: str, left: Word, right: Word) -> bool:
    """Whether two words could belong to one name: blanks, a hyphen, ``the`` or a possessive ending between them."""
    return _gap(text, left.end, right.start) is not None or (
        len(left.raw) <= 2 and _ABBREVIATED.fullmatch(text, left.end, right.start) is not None  # noqa: PLR2004  St., Mt.
    )


def overlap(one: Span, other: Span) -> bool:
    """Whether two passages share a character."""
    return one[0] < other[1] and other[0] < one[1]


def hyphenated(text: str, word: Word) -> tuple[bool, bool]:
    """Whether a hyphen joins the word to what stands before it, and to what stands after it."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    return (
        before in _HYPHENS and text[word.start - 2 : word.start - 1].isalnum(),
        after in _HYPHENS and text[word.end + 1 : word.end + 2].isalnum(),
    )


class Aliases(Generic[T]):
    """A table from names to values, found as whole words, the longest name first.

    A name of one word with several capitals (``US``, ``SDF``, ``JeM``) matches only such words, so that ``us`` and
    ``is`` stay pronoun and verb.
    """

    def __init__(self) -> None:
        self._values: dict[Key, T] = {}
        self._spelled: set[Key] = set()
        self._longest = 0

    def add(self, alias: str, value: T) -> None:
        """Enters a name.

        Raises:
            ValueError: The name is empty, or stands for something else already.
        """
        entered = words(alias)
        key = tuple(word.fold for word in entered)
        if not key:
            raise ValueError(f"{alias!r} holds no word")
        if self._values.get(key, value) != value:
            raise ValueError(f"{alias!r} stands for {self._values[key]!r} and for {value!r}")
        if len(key) > 1 or not entered[0].acronym:
            self._spelled.add(key)
        self._values[key] = value
        self._longest = max(self._longest, len(key))

    def get(self, text: str) -> T | None:
        """The value of a text that is one of the names, and nothing else."""
        entered = words(text)
        return self._lookup(entered) if len(entered) <= self._longest else None

    def find(self, text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int, T]]:
        """Every name in a text: first word, word after the last, value; longest from the left, not overlapping."""
        at = 0
        while at < len(tokens):
            run = self._run(text, tokens, at)
            for length in range(run, 0, -1):
                value = self._lookup(tokens[at : at + length])
                if value is not None:
                    yield at, at + length, value
                    at += length
                    break
            else:
                at += 1

    def _run(self, text: str, tokens: Sequence[Word], at: int) -> int:
        """How many words from here on could belong to one name."""
        length = 1
        while (
            length < self._longest
            and at + length < len(tokens)
            and adjacent(text, tokens[at + length - 1], tokens[at + length])
        ):
            length += 1
        return length

    def _lookup(self, run: Sequence[Word]) -> T | None:
        key = tuple(word.fold for word in run)
        return self._values.get(key) if key in self._spelled or (run and run[0].acronym) else None


def _gap(text: str, start: int, end: int) -> re.Match[str] | None:
    return _JOINT.fullmatch(text, start, end)


def _is_article(word: Word, text: str) -> bool:
    following = text[word.end : word.end + 1]
    if word.fold in _ARTICLES:
        return following.isspace() or following in _HYPHENS
    return word.fold in _ASSIMILATED and following in _HYPHENS and text[word.end + 1 : word.end + 2].isalpha()


def _fold_word(raw: str) -> str:
    plain = unicodedata.normalize("NFKD", raw).casefold().translate(_SPECIAL)
    return "".join(
        character for character in plain if character not in _APOSTROPHES and character != "." and not _mark(character)
    )


def _mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Cf"}
