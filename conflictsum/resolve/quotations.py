"""Quotations of a sentence: what stands in quotation marks, and what the reporter says around it."""

from __future__ import annotations

from conflictsum.matching import quoted_spans

_LEAST_QUOTE = 3  # words; a shorter quotation is a term


def quotes_in(text: str) -> list[str]:
    """What stands in quotation marks, without them and a final comma; single terms in quotation marks left out."""
    quotes = [text[start:end] for start, end in quoted_spans(text)]
    return [quote.rstrip(",") for quote in quotes if len(quote.split()) >= _LEAST_QUOTE]


def unquoted(text: str) -> str:
    """The text with its quotations blanked out, the marks left: offsets stay the same, terms in marks are kept."""
    blank = text
    for start, end in quoted_spans(text):
        if len(text[start:end].split()) >= _LEAST_QUOTE:
            blank = blank[:start] + " " * (end - start) + blank[end:]
    return blank
