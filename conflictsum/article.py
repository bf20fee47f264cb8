"""The article as data: its exact text, with sentences and paragraphs at their offsets."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from functools import cached_property

import sentencex

from conflictsum.errors import ArticleEmptyError, ArticleTooLargeError
from conflictsum.schema import ArticleInfo, Evidence

MAX_CHARACTERS = 500_000

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
# "headquarters of the U.S. Fifth Fleet", "11:30 a.m. Sanaa time": an abbreviation, and no new sentence after it
_CUT_SHORT = re.compile(r"\b(?:U\.S|U\.K|U\.N|a\.m|p\.m)\.$")
_GOES_ON = re.compile(
    r"(?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+ time\b|(?!(?:The|In|On|At|It|He|She|But|And)\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+ [a-z]"
)
_LINE_BREAK = re.compile(r"\r?\n")
_CLOSING = '.!?…。！？؟"”’»):;'
# White space, and marks that take no room: byte order mark, zero-width space, direction marks.
_INVISIBLE = re.compile(r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]*")
_LONGEST_HEADLINE = 150


@dataclass(frozen=True)
class Sentence:
    """One sentence (or headline, or caption).

    Attributes:
        number: Position in the article, counted from 1; this is what models cite.
        start: Offset of its first character in the article.
        end: Offset just after its last character.
        text: Its exact text.
        paragraph: Position of its paragraph in the article, counted from 0.
    """

    number: int
    start: int
    end: int
    text: str
    paragraph: int

    @property
    def evidence(self) -> Evidence:
        """The sentence as a passage."""
        return Evidence(start=self.start, end=self.end, text=self.text)


@dataclass(frozen=True)
class Article:
    """A news article.

    The text is kept as given, byte order mark, line ends and all, so that offsets hold in the caller's copy too. Only
    lone surrogates, which no encoding can carry, become U+FFFD, one for one.

    Attributes:
        text: The exact text; evidence offsets count its code points.
        title: Headline, if known; guessed from a leading line that is no sentence when not given.
        source: Publisher, file name or address, if known.
        published: Publication date, if known. Never guessed from the text: without it relative dates stay unresolved.
        language: ISO 639-1 code, if known.

    Raises:
        ArticleEmptyError: When there is nothing but white space.
        ArticleTooLargeError: When it has more than 500,000 characters.
    """

    text: str = field(repr=False)
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        label = self.source or "the article"
        if _INVISIBLE.fullmatch(self.text):
            raise ArticleEmptyError(f"{label} is empty: give it the text of an article", source=self.source)
        if len(self.text) > MAX_CHARACTERS:
            raise ArticleTooLargeError(
                f"{label} has {len(self.text):,} characters, more than the {MAX_CHARACTERS:,} allowed: "
                "give one article at a time",
                source=self.source,
            )
        object.__setattr__(self, "text", _SURROGATE.sub("\ufffd", self.text))
        if self.title is None:
            object.__setattr__(self, "title", _headline(self.sentences))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in text order."""
        found: list[Sentence] = []
        for index, (start, end) in enumerate(_paragraphs(self.text)):
            for first, last in _sentences(self.text[start:end], self.language or "en"):
                span = _trim(self.text, start + first, start + last)
                if span is not None:
                    text = self.text[span[0] : span[1]]
                    found.append(Sentence(len(found) + 1, span[0], span[1], text, index))
        return tuple(found)

    @property
    def info(self) -> ArticleInfo:
        """What a summary says of its article."""
        return ArticleInfo(
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            characters=len(self.text),
            title=self.title,
            source=self.source,
            published=self.published,
            language=self.language,
        )

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset, or the last one before it."""
        before = [sentence for sentence in self.sentences if sentence.start <= offset]
        return before[-1] if before else self.sentences[0]


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph; one that was cut after an abbreviation is put together again."""
    spans: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries(language, text):
        start, end = boundary["start_index"], boundary["end_index"]
        if spans and _CUT_SHORT.search(text[: spans[-1][1]].rstrip()) and _GOES_ON.match(text[start:end].lstrip()):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans between blank lines; in a text without blank lines, its lines unless they look wrapped."""
    breaks = list(_BLANK_LINE.finditer(text.rstrip()))
    if not breaks:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        wrapped = any(line[0].islower() for line in lines[1:])
        if not wrapped and sum(line[-1] in _CLOSING for line in lines) * 2 >= len(lines) > 1:
            breaks = list(_LINE_BREAK.finditer(text))
    starts = [0, *(match.end() for match in breaks)]
    ends = [*(match.start() for match in breaks), len(text)]
    return list(zip(starts, ends, strict=True))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without invisible characters around it; None when nothing is left."""
    leading = _INVISIBLE.match(text, start, end)
    start = leading.end() if leading else start
    while end > start and _INVISIBLE.fullmatch(text, end - 1, end):
        end -= 1
    return (start, end) if end > start else None


def _headline(sentences: tuple[Sentence, ...]) -> str | None:
    """The first line where it is no sentence; of a breadcrumb that ends with the headline, the headline."""
    heads: list[str] = []
    for sentence in sentences[:2]:
        if len(sentence.text) > _LONGEST_HEADLINE or sentence.text[-1] in _CLOSING:
            break
        heads.append(sentence.text)
    if len(heads) == len(sentences) or not heads:
        return None
    return heads[1] if len(heads) > 1 and heads[0].endswith(heads[1]) else heads[0]
