"""Texts written all in capitals, as bulletins and headlines are."""

from __future__ import annotations

from conflictsum.resolve.actors import find_actors

_CAPITALS = 5  # words in capitals that make a sentence, and no heading


def levelled(text: str) -> str:
    """A text all in capitals in lower case, so that its verbs can be told from names; actors keep their capitals."""
    if not text.isupper() or len(text.split()) < _CAPITALS:
        return text
    plain = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for start, end in find_actors(text):
        plain = plain[:start] + text[start:end] + plain[end:]
    return plain
