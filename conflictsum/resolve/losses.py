"""A number of people whom something befell, and how several of them are told as one group."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from conflictsum.resolve.fate_words import Fate
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Sentence, read
from conflictsum.resolve.victim_groups import sort_of

_GRADE = r"(?:very\s)?(?:seriously|critically|badly|gravely|severely|heavily|lightly|slightly|mildly|grievously)"
# of people counted as wounded before: ", three critically", ", many with burns", "(two in a critical condition)"
_GRADED = re.compile(
    rf"(?i)\s(?:(?:are|were|is|was|remain)\s)?(?:{_GRADE}\b|in\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}?(?:condition|state|"
    r"care|coma)\b|(?:with|from)\s(?:[\w-]+\s){0,2}?(?:wounds|injuries|burns|fractures)|fighting\sfor\b)"
)
_APART = re.compile(r"(?:[,;(–—-]|,?\sand)\s?(?:at\sleast\s)?$")
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


def without_grades(text: str, losses: list[Loss]) -> list[Loss]:
    """Leaves out the part of the wounded that is told by how badly they were hurt: "21 wounded, *three* critically"."""
    return [loss for loss in losses if not _is_graded(text, loss, losses)]


def _is_graded(text: str, loss: Loss, losses: list[Loss]) -> bool:
    start, end = loss.number
    before = any(other.fate == "wounded" and other.number[1] <= start for other in losses)
    apart = before and loss.fate == "wounded" and _APART.search(text[:start]) is not None
    return apart and _GRADED.match(text, end) is not None


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
        one_kind = one_kind and last is not None and not _opposed(text, last.number, loss.number)
        if last and one_kind and (is_single(last.number) or is_single(loss.number)):
            whole = _whole(text, last.number, loss.number)
            found[-1:] = [replace(last, number=whole)] if whole else [last, loss]
        else:
            found.append(loss)
    return found


def _opposed(text: str, one: Span, other: Span) -> bool:
    """Whether they are fighters of a group and people on another side: "three militants and a corporal"."""
    sentence = read(text)
    phrases = [
        next((p for p in sentence.phrases if _holds(sentence, p.first, p.last, span)), None) for span in (one, other)
    ]
    sorts = {sort_of(" ".join(sentence.words_of(phrase)), text) for phrase in phrases if phrase}
    return "militant" in sorts and not sorts <= {"militant", "unknown"}


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
    if not re.fullmatch(r"(?:,\s\d{1,3})?(?:,\san?\s[\w\s’'-]{3,40})?(?:,|,?\sand)\s", gap) or not _closes(
        sentence, other, "and" in gap
    ):
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
