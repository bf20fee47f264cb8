"""Text of an article made safe to show: on one line, without control characters, cut to a length.

What an output format gives a meaning to (markup, HTML, links), that format escapes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PASSAGE_LENGTH = 160

_SPACE = re.compile(r"\s+")
# Invisible marks: byte order marks, and those that turn the direction of all that follows, even beyond the passage.
_UNSEEN = re.compile(r"[\ufeff\u202a-\u202e\u2066-\u2069]")
# C0 and C1 control characters, surrogates and non-characters.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WORD_LENGTH = 20


def clean(text: str) -> str:
    """The text on one line; control characters become U+FFFD, byte order and bidi override marks vanish."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", _UNSEEN.sub("", text))).strip()


def quoted(text: str) -> str:
    """Words of the article in quotation marks."""
    return f"“{clean(text)}”"


def shorten(text: str, around: Iterable[str | None] = (), length: int = PASSAGE_LENGTH) -> str:
    """A passage cut to about a length, at word boundaries, with an ellipsis where something is left out.

    Args:
        text: The passage.
        around: Words to keep in view; the first that the passage holds decides. Without any, the beginning is kept.
        length: Characters to keep at most, the ellipses not counted.
    """
    text = clean(text)
    if len(text) <= length:
        return text
    wanted = (clean(words) for words in around if words)
    focus = next((text.find(words) + len(words) // 2 for words in wanted if words and words in text), 0)
    start = min(max(focus - length // 2, 0), len(text) - length)
    end = start + length
    # a text without blanks, such as Chinese, is cut where it must be
    if start and " " in text[start - 1 : start + _WORD_LENGTH]:
        start = text.index(" ", start - 1) + 1
    if end < len(text) and " " in text[end - _WORD_LENGTH : end + 1]:
        end = text.rindex(" ", 0, end + 1)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
