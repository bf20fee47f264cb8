"""From the first words of a sentence, as labels give evidence, to the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conflictsum.matching import FoldedText

if TYPE_CHECKING:
    from conflictsum.article import Article, Sentence

Span = tuple[int, int]


class EvidenceFinder:
    """Finds sentences of one article by words of theirs.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._whole = FoldedText(article.text)
        self._sentences = [(sentence, FoldedText(sentence.text)) for sentence in article.sentences]

    def span(self, snippet: str) -> Span:
        """Offsets of the sentence that begins with the words, else of the only one that holds them.

        Raises:
            LookupError: No sentence, or more than one, fits; with the reason.
        """
        sentence = self.sentence(snippet)
        return sentence.start, sentence.end

    def sentence(self, snippet: str) -> Sentence:
        """The sentence that begins with the words, else the only one that holds them.

        Raises:
            LookupError: As for :meth:`span`.
        """
        holding = [(sentence, found) for sentence, folded in self._sentences if (found := folded.find(snippet))]
        beginning = [sentence for sentence, found in holding if not _letters(sentence.text[: found[0]])]
        fitting = beginning or [sentence for sentence, _ in holding]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            numbers = ", ".join(str(sentence.number) for sentence in fitting)
            verb = "begins" if beginning else "stands in"
            raise LookupError(f"{verb} {len(fitting)} sentences ({numbers}): give more of its words")
        if self._whole.find(snippet):
            raise LookupError("runs over more than one sentence: give the first words of each")
        raise LookupError("is not in the text")


def _letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
