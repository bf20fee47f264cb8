"""A number of people whom something befell, and how several of them are told as one group."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from conflictsum.resolve.fate_words import Fate
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Sentence, read

_BRACKETED_AGE = re.compile(r"\s\(\d{1,3}\)")


@dataclass(frozen=True, slots=True)
class Loss:
    """A number of people and what befell them.

    Attributes:
        fate: What.
        number: The words that give the number: a numeral, "nobody", "a farmer", the name of one person, or several of
            these that "and" joins ("the mayor and two aides").
        earlier: Whether it is an older toll, which the sentence replaces ("raised the toll *from nine* to 12").
        by: Who gives it as another figure for the people of the loss before ("*the rebels* speak of four").
    """

    fate: Fate
    number: Span
    earlier: bool = False
    by: Span | None = None


def joined(text: str, losses: list[Loss], is_single: Callable[[Span], bool]) -> list[Loss]:
    """Makes one loss of persons and groups that "and" joins; groups that are counted one by one stay apart.

    Args:
        text: A sentence.
        losses: What it tells, in text order.
        is_single: Whether a span stands for one person.
    """
    found: list[Loss] = []
    for loss in losses:
        last = found[-1] if found else None
        one_kind = last is not None and last.fate == loss.fate and not (last.earlier or loss.earlier)
        if last and one_kind and (is_single(last.number) or is_single(loss.number)):
            whole = _whole(text, last.number, loss.number)
            found[-1:] = [replace(last, number=whole)] if whole else [last, loss]
        else:
            found.append(loss)
    return found


def _whole(text: str, one: Span, other: Span) -> Span | None:
    """Both phrases with what joins them, where nothing but "and" and an age stands between them."""
    sentence = read(text)
    end = _phrase_end(sentence, one)
    start = next(
        (phrase.first for phrase in sentence.phrases if _holds(sentence, phrase.first, phrase.last, other)), None
    )
    if start is None or end > start:
        return None
    gap = _BRACKETED_AGE.sub("", text[sentence.words[end - 1].end : sentence.words[start].start])
    if not re.fullmatch(r"(?:,\s\d{1,3})?(?:,|,?\sand)\s", gap) or not _closes(sentence, other, "and" in gap):
        return None
    return one[0], sentence.words[_phrase_end(sentence, other) - 1].end


def _holds(sentence: Sentence, first: int, last: int, span: Span) -> bool:
    return sentence.words[first].start <= span[0] < sentence.words[last - 1].end


def _phrase_end(sentence: Sentence, span: Span) -> int:
    """Position after the phrase that a number opens or is in, with what "of" adds to it."""
    at = sentence.position(span[0])
    phrase = next((phrase for phrase in sentence.phrases if phrase.first <= at < phrase.last), None)
    if phrase is None:
        return sentence.position(span[1])
    end = max(sentence.extended(phrase), sentence.position(span[1]))
    return end + 2 if sentence.low(end) == "of" and sentence.tag(end + 1) == "pronoun" else end


def _closes(sentence: Sentence, span: Span, has_and: bool) -> bool:
    """Whether an enumeration has its "and", here or further on."""
    at = _phrase_end(sentence, span)
    while sentence.low(at) == "," or sentence.tag(at) in {"word", "determiner", "number", "of"}:
        at += 1
    return has_and or sentence.low(at) == "and"
