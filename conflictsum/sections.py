"""Parts of an article that a model reads together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from conflictsum.article import Article, Sentence


@dataclass(frozen=True)
class Section:
    """Consecutive sentences that a model reads together.

    Attributes:
        sentences: In text order; at least one.
    """

    sentences: tuple[Sentence, ...]

    @property
    def start(self) -> int:
        """Offset of the section in the article."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """Offset just after it."""
        return self.sentences[-1].end


def packed(article: Article, characters: float, longest: float | None = None) -> list[list[Sentence]]:
    """The sentences of an article in packs.

    Args:
        article: The article.
        characters: Most characters of a pack of several paragraphs.
        longest: Most characters of a pack of one paragraph, which is else cut; as many where not given. A sentence is
            never cut.
    """
    packs: list[list[Sentence]] = []
    for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        paragraph = list(group)
        if packs and paragraph[-1].end - packs[-1][0].start <= characters:
            packs[-1] += paragraph
            continue
        packs.append([])
        for sentence in paragraph:
            if packs[-1] and sentence.end - packs[-1][0].start > (longest or characters):
                packs.append([])
            packs[-1].append(sentence)
    return packs
