"""Finding copied words in the article: exact up to typography, with a map back to the article's offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

Span = tuple[int, int]

_QUOTES = dict.fromkeys("‘’‚‛′`´ʼʻ՚", "'") | dict.fromkeys("“”„‟″«»「」『』〝〞", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_FOLDS = _QUOTES | _DASHES
# Zero-width characters, soft hyphen and direction marks take no room on the page and carry no meaning.
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
# Scripts whose words stand between spaces; elsewhere (Chinese, Thai) and where particles are written onto the word
# (Arabic, Hebrew) a name may touch other letters.
_SPACED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DIGIT")


class FoldedText:
    """A text with its typography levelled, and for each position the offset it came from.

    Letter case, quotation marks, dashes, kinds of white space, compatibility forms and invisible marks make no
    difference; letters, digits and punctuation do.
    """

    def __init__(self, text: str) -> None:
        folded: list[str] = []
        origins: list[int] = []
        for offset, character in enumerate(text):
            for piece in _fold(character):
                if piece == " " and folded and folded[-1] == " ":
                    continue
                folded.append(piece)
                origins.append(offset)
        self.source = text
        self.text = "".join(folded)
        self._origins = origins

    def find(self, words: str, within: Span | None = None) -> Span | None:
        """The first place where the words stand as whole words; None when nowhere.

        Args:
            words: What to look for, in any typography.
            within: Offsets of the source text to search between; the whole text by default.

        Returns:
            Start and end offset in the source text.
        """
        needle = FoldedText(words).text.strip()
        if not needle:
            return None
        first = 0 if within is None else bisect_left(self._origins, within[0])
        last = len(self.text) if within is None else bisect_left(self._origins, within[1])
        at = self.text.find(needle, first, last)
        while at >= 0:
            end = at + len(needle)
            if not any(_cuts(self.text, edge) or self._splits(edge) for edge in (at, end)):
                return self._origins[at], self._origins[end - 1] + 1
            at = self.text.find(needle, at + 1, last)
        return None

    def _splits(self, at: int) -> bool:
        """Whether a position lies within what one character became, as the 1 of "¼"."""
        return 0 < at < len(self.text) and self._origins[at - 1] == self._origins[at]

    def find_most(self, words: str, within: Span | None = None, share: float = 0.6) -> Span | None:
        """The longest run of the words that stands in the text, if it holds at least that share of them.

        For descriptions that a model shortens or joins ("Kataib Hezbollah headquarters and depots"); a word or number
        that differs ends the run, so nothing in the result is other than written.
        """
        whole = self.find(words, within)
        if whole is not None:
            return whole
        tokens = [match.span() for match in _WORD.finditer(words)]
        least = max(1, -(-len(tokens) * share // 1))
        for length in range(len(tokens) - 1, 0, -1):
            if length < least:
                break
            for first in range(len(tokens) - length + 1):
                run = words[tokens[first][0] : tokens[first + length - 1][1]]
                found = self.find(run, within)
                if found is not None:
                    return found
        return None


def quoted_spans(text: str) -> list[Span]:
    """The spans between quotation marks, marks excluded.

    A quotation that runs over several paragraphs opens again at each of them and closes only at the last, so an
    unclosed one ends with its paragraph. Single marks count only where they cannot be apostrophes.
    """
    spans: list[Span] = []
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        spans += _quoted(text, *paragraph.span())
    return spans


_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“”", "‘": "’", "'": "'", '"': '"'}


def _quoted(text: str, start: int, end: int) -> list[Span]:
    spans = []
    at = start
    while at < end:
        closing = _PAIRS.get(text[at])
        single = text[at] in "‘'"
        if closing is None or (single and at > start and text[at - 1].isalnum()):
            at += 1
            continue
        close = _closing(text, at + 1, end, closing, single=single)
        if close is None and single:
            at += 1
            continue
        spans.append((at + 1, end if close is None else close))
        at = end if close is None else close + 1
    return spans


def _closing(text: str, start: int, end: int, marks: str, *, single: bool) -> int | None:
    for at in range(start, end):
        if text[at] in marks and not (single and at + 1 < end and text[at + 1].isalnum()):
            return at
    return None


def _fold(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if character.isspace():
        return " "
    if character in _FOLDS:
        return _FOLDS[character]
    return "".join(_FOLDS.get(piece, piece) for piece in unicodedata.normalize("NFKD", character).casefold())


def _cuts(text: str, at: int) -> bool:
    """Whether a boundary at this position would cut a word, a number or a letter with its accent in two."""
    if at in (0, len(text)):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return True
    if before.isdigit() and (after.isdigit() or (after in ".," and text[at + 1 : at + 2].isdigit())):
        return True
    if before in ".," and after.isdigit() and text[at - 2 : at - 1].isdigit():
        return True
    return _spaced_letter(before) and _spaced_letter(after)


def _spaced_letter(character: str) -> bool:
    return character.isalnum() and unicodedata.name(character, "").startswith(_SPACED)
