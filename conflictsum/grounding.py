"""From what a model wrote to what the article says: every kept word is found in it, the rest dropped with a reason.

Names and descriptions are replaced by the article's own spelling. Numbers must be written, as digits or words, in the
sentences a record cites; quotations must be verbatim and stand between quotation marks. A field that fails is emptied;
a record without evidence, or without the field that makes it one, is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar

from conflictsum.article import Article, Sentence
from conflictsum.drafts import Draft, DraftCasualty, DraftEvent, DraftRecord, DraftStatement
from conflictsum.matching import FoldedText, Span, quoted_spans
from conflictsum.resolve.counts import find_numbers, read_count
from conflictsum.schema import Count, Dropped, Evidence, Quote

RecordT = TypeVar("RecordT", bound=DraftRecord)
RecordKind = Literal["strike", "attack", "casualty", "statement", "window"]

_NAMES = {
    "event": ("perpetrator", "responsibility_by", "target_actor", "place", "country"),
    "casualty": ("affiliation",),
    "statement": ("speaker", "affiliation", "addressee"),
}
_DESCRIPTIONS = {
    "event": ("target", "weapon"),
    "casualty": ("victims",),
    "statement": ("role", "medium"),
}
_TIMES = {"event": ("when", "time"), "casualty": (), "statement": ("when",)}
_NUMBERS = {
    "event": ("strikes_made", "sites_hit", "targets_hit", "munitions_used", "aggregate_count"),
    "casualty": ("killed", "wounded", "missing", "captured"),
    "statement": (),
}
_QUOTE_PIECES = re.compile(r"\s*(?:\.{3}|…|(?<=[.!?,])\s)\s*")


@dataclass(frozen=True)
class Grounded(Generic[RecordT]):
    """A draft record whose words all stand in the article.

    Attributes:
        draft: The record, in the article's spelling, with failed fields emptied.
        evidence: The sentences it rests on, in text order; at least one.
        quotes: For a statement, its verbatim quotations.
        number: For an event, its position in the draft, counted from 1: what casualties refer to.
    """

    draft: RecordT
    evidence: tuple[Evidence, ...]
    quotes: tuple[Quote, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class GroundedDraft:
    """A whole draft after grounding, with what was dropped on the way.

    Attributes:
        events: Strikes and attacks; of a small model those that recognisers found, sentence by sentence.
        casualties: Casualty reports.
        statements: Statements.
        dropped: What is not in the article.
        listed: The events as a small model listed them for the article as a whole; None where it was not asked to.
    """

    events: tuple[Grounded[DraftEvent], ...]
    casualties: tuple[Grounded[DraftCasualty], ...]
    statements: tuple[Grounded[DraftStatement], ...]
    dropped: tuple[Dropped, ...]
    listed: tuple[Grounded[DraftEvent], ...] | None = None


def ground(draft: Draft, article: Article) -> GroundedDraft:
    """Checks a draft against its article. Pure: the same draft and article give the same result."""
    grounder = _Grounder(article)
    events = [grounder.event(number, event) for number, event in enumerate(draft.events, start=1)]
    casualties = [grounder.casualty(casualty) for casualty in draft.casualties]
    statements = [grounder.statement(statement) for statement in draft.statements]
    return GroundedDraft(
        events=tuple(event for event in events if event),
        casualties=tuple(casualty for casualty in casualties if casualty),
        statements=tuple(statement for statement in statements if statement),
        dropped=tuple(grounder.dropped),
    )


class _Grounder:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.folded = FoldedText(article.text)
        self.dropped: list[Dropped] = []

    @cached_property
    def quoted(self) -> list[Span]:
        return quoted_spans(self.article.text)

    def event(self, number: int, draft: DraftEvent) -> Grounded[DraftEvent] | None:
        checked = self._record(draft.kind, "event", draft)
        if checked is None:
            return None
        event, evidence = checked
        if event.aggregate_unit is not None:
            unit = self._find(event.aggregate_unit, evidence)
            event = event.model_copy(update={"aggregate_unit": unit and self._slice(unit)})
        return Grounded(event, self._evidence(evidence), number=number)

    def casualty(self, draft: DraftCasualty) -> Grounded[DraftCasualty] | None:
        checked = self._record("casualty", "casualty", draft)
        if checked is None:
            return None
        casualty, evidence = checked
        if not any(getattr(casualty, name) for name in _NUMBERS["casualty"]):
            self._drop("casualty", None, draft.words, "no number of it is written in the sentences it cites")
            return None
        sources = [self._name("casualty", "sources", source, evidence) for source in casualty.sources]
        casualty = casualty.model_copy(update={"sources": [source for source in sources if source]})
        return Grounded(casualty, self._evidence(evidence))

    def statement(self, draft: DraftStatement) -> Grounded[DraftStatement] | None:
        checked = self._record("statement", "statement", draft)
        if checked is None:
            return None
        statement, evidence = checked
        if not statement.speaker:
            self._drop("statement", None, draft.words, "its speaker is not named in the article")
            return None
        quotes = tuple(quote for words in draft.quotes for quote in self._quotes(words, evidence))
        quotes = tuple(sorted(set(quotes), key=lambda quote: quote.start))
        return Grounded(statement, self._evidence(evidence), quotes=quotes)

    def _record(self, kind: RecordKind, fields: str, draft: RecordT) -> tuple[RecordT, list[Sentence]] | None:
        """The record with its copied fields checked, and its sentences; None when it has no evidence."""
        evidence = self._sentences(draft)
        if not evidence:
            self._drop(kind, None, draft.words, "neither its words nor the sentences it cites are in the article")
            return None
        update: dict[str, Any] = {}
        for name in _NAMES[fields]:
            update[name] = self._name(kind, name, getattr(draft, name), evidence)
        for name in _DESCRIPTIONS[fields]:
            update[name] = self._description(kind, name, getattr(draft, name), evidence)
        for name in _TIMES[fields]:
            update[name] = self._time(kind, name, getattr(draft, name), evidence)
        for name in _NUMBERS[fields]:
            update[name] = self._number(kind, name, getattr(draft, name), evidence)
        if "speaker" in update:
            update["speaker"] = update["speaker"] or ""
        return draft.model_copy(update=update), sorted(set(evidence), key=lambda sentence: sentence.start)

    def _sentences(self, draft: DraftRecord) -> list[Sentence]:
        """The cited sentences where they hold the record's words; else the sentence that does hold them."""
        everything = self.article.sentences
        cited = [everything[number - 1] for number in draft.sentences if 0 < number <= len(everything)]
        for sentence in cited:
            if self.folded.find_most(draft.words, (sentence.start, sentence.end)):
                return cited
        found = self.folded.find_most(draft.words, share=0.8)
        if found is None:
            return []
        return [sentence for sentence in everything if sentence.start < found[1] and found[0] < sentence.end]

    def _find(self, words: str, sentences: Iterable[Sentence]) -> Span | None:
        spans = (self.folded.find(words, (sentence.start, sentence.end)) for sentence in sentences)
        return next((span for span in spans if span), None)

    def _name(self, kind: RecordKind, field: str, words: str | None, evidence: list[Sentence]) -> str | None:
        """A name may stand anywhere in the article: the sentence at hand often says "it" or "the group"."""
        if not words or not words.strip():
            return None
        span = self._find(words, evidence) or self.folded.find(words)
        if span is None:
            self._drop(kind, field, words, "this name is not in the article")
            return None
        return self._slice(span)

    def _description(self, kind: RecordKind, field: str, words: str | None, evidence: list[Sentence]) -> str | None:
        if not words or not words.strip():
            return None
        spans = (self.folded.find_most(words, (sentence.start, sentence.end)) for sentence in evidence)
        span = next((span for span in spans if span), None) or self.folded.find_most(words)
        if span is None:
            self._drop(kind, field, words, "these words are not in the article")
            return None
        return self._slice(span)

    def _time(self, kind: RecordKind, field: str, words: str | None, evidence: list[Sentence]) -> str | None:
        """A time must stand in the evidence or in its paragraph, which then becomes evidence too."""
        if not words or not words.strip():
            return None
        span = self._find(words, evidence)
        if span is None:
            paragraphs = {sentence.paragraph for sentence in evidence}
            around = [sentence for sentence in self.article.sentences if sentence.paragraph in paragraphs]
            span = self._find(words, around)
            if span is None:
                self._drop(kind, field, words, "this time is not in the sentences it cites")
                return None
            evidence.append(self.article.sentence_at(span[0]))
        return self._slice(span)

    def _number(self, kind: RecordKind, field: str, words: str | None, evidence: list[Sentence]) -> str | None:
        """The article's words for a number, found by the model's words or by their value; never a near miss."""
        if not words or not words.strip():
            return None
        span = self._find(words, evidence)
        if span is not None:
            return self._slice(span)
        values = _bounds(read_count(words))
        for sentence in evidence if values else ():
            for start, end in find_numbers(sentence.text):
                if values <= _bounds(read_count(sentence.text[start:end])):
                    return sentence.text[start:end]
        self._drop(kind, field, words, "this number is not written in the sentences it cites")
        return None

    def _quotes(self, words: str, evidence: list[Sentence]) -> list[Quote]:
        """One quote, or its pieces where the model joined what the article interrupts; nothing that is not verbatim."""
        words = words.strip().strip("\"'“”‘’«»„")
        if not words:
            return []
        whole = self._quote(words, evidence)
        if whole is not None:
            return [whole]
        pieces = [piece for piece in _QUOTE_PIECES.split(words) if piece]
        found = [self._quote(piece, evidence) for piece in pieces]
        if len(pieces) > 1 and all(found):
            return [quote for quote in found if quote]
        self._drop("statement", "quotes", words, "these words do not stand between quotation marks in the article")
        return []

    def _quote(self, words: str, evidence: list[Sentence]) -> Quote | None:
        paragraphs = {sentence.paragraph for sentence in evidence}
        around = [sentence for sentence in self.article.sentences if sentence.paragraph in paragraphs]
        span = self.folded.find(words, (around[0].start, around[-1].end)) or self.folded.find(words)
        if span is None or not any(start <= span[0] and span[1] <= end for start, end in self.quoted):
            return None
        for number in range(len(self.article.sentences)):
            sentence = self.article.sentences[number]
            if sentence.start < span[1] and span[0] < sentence.end and sentence not in evidence:
                evidence.append(sentence)
        return Quote(start=span[0], end=span[1], text=self._slice(span))

    def _slice(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]

    def _evidence(self, sentences: Iterable[Sentence]) -> tuple[Evidence, ...]:
        ordered = sorted(set(sentences), key=lambda sentence: sentence.start)
        return tuple(sentence.evidence for sentence in ordered)

    def _drop(self, kind: RecordKind, field: str | None, value: str, reason: str) -> None:
        self.dropped.append(Dropped(stage="grounding", record=kind, field=field, value=value, reason=reason))


def _bounds(count: Count) -> set[int]:
    return {bound for bound in (count.min, count.max) if bound is not None}
