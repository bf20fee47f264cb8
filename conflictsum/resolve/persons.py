"""Names of persons in a sentence, and the office written before or beside them."""

from __future__ import annotations

import re

from conflictsum.resolve.names import Span, overlap
from conflictsum.resolve.offices import BODIES, JOINING, OFFICES, RANKS, SMALL
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.quotations import unquoted

_MEDIA = frozenset("statement post interview speech condition telephone video".split())
_POSTS = OFFICES | {"member"}


# an office with a portfolio in capitals before the name: "Secretary of State *Ana Ruiz*"
_OF_OFFICE = re.compile(
    r"(?P<office>(?:[A-Z][\w.]*(?:[’']s)? )*(?:Secretary|Minister|Governor|Head|Chief|President|Commander|Chairman|"
    r"Director)"
    r" of (?:the )?(?:(?:[A-Z][\w-]+|and|for) )*?(?:State|Defen[cs]e|War|Affairs|Interior|Justice|Information|Security|"
    r"Region|Province|Oblast|Staff|Republic|Forces|Council|Police|Intelligence|Health|Energy|Communications))"
    r" (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)+)"
)


def find_named(text: str) -> list[Span]:
    """Spans of the persons whom a sentence names, whether they speak or not."""
    sentence = read(unquoted(text))
    named = [name_span(sentence, phrase) for phrase in sentence.phrases if is_name(sentence, phrase)]
    return list(dict.fromkeys(bare_name(sentence.text, span) for span in named))


def bare_name(text: str, span: Span) -> Span:
    """The name alone where a span takes in part of the office before it ("State *Ana Ruiz*")."""
    match = next((found for found in _OF_OFFICE.finditer(text) if overlap(found.span(), span)), None)
    return match.span("name") if match else span


def role_of(text: str, speaker: str) -> tuple[str | None, str]:
    """The office and the bare name of a speaker.

    Args:
        text: The sentence.
        speaker: The speaker as found, perhaps with the office before the name.

    Returns:
        The office as written (before the name, or in an apposition after it) or None, and the name.
    """
    if office := next((found for found in _OF_OFFICE.finditer(unquoted(text)) if found["name"] == speaker), None):
        return office["office"], speaker
    own = read(speaker)
    titled = next((phrase for phrase in own.phrases if _name_in(own, phrase) > own.bare(phrase)), None)
    if titled:
        name = own.words[_name_in(own, titled)].start
        role, _ = role_of(text, speaker[name:])
        return role or speaker[own.words[own.bare(titled)].start : name].rstrip(), speaker[name:]
    sentence = read(unquoted(text))
    for match in re.finditer(rf"(?<!\w){re.escape(speaker)}(?!\w)", sentence.text):
        start, end = match.span()
        phrase = next((phrase for phrase in sentence.phrases if _holds(sentence, phrase, start)), None)
        if phrase is None:
            continue
        title = sentence.text[sentence.words[sentence.bare(phrase)].start : start].rstrip()
        words = title.lower().split()
        if not _POSTS.isdisjoint(words) and not RANKS.issuperset(words):
            return title, speaker
        if role := _beside(sentence, start, end) or (title if not _POSTS.isdisjoint(words) else None):
            return role, speaker
    return None, speaker


def is_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a person's name, perhaps after an office: two capitals, or one after the office."""
    first = _name_in(sentence, phrase)
    length = phrase.last - first
    if first == sentence.bare(phrase) > phrase.first:  # "the Armed Forces"
        return False
    return (
        all(is_capital(sentence, at) or sentence.low(at) in SMALL for at in range(first, phrase.last))
        and (length > 1 or first > sentence.bare(phrase))
        and not sentence.head(phrase).isdigit()
    )


def name_span(sentence: Sentence, phrase: Phrase) -> Span:
    """Offsets of the bare name in a phrase."""
    return sentence.span(_name_in(sentence, phrase), phrase.last)


def joined_end(sentence: Sentence, phrase: Phrase) -> int:
    """Position after a phrase and the ones that prepositions join to it."""
    last = phrase.last
    while sentence.low(last) in JOINING and (following := sentence.starting(last + 1)):
        if sentence.head(following) in _MEDIA:
            break
        last = following.last
    return last


def is_capital(sentence: Sentence, at: int) -> bool:
    """Whether the word at a position is written as a name."""
    raw = sentence.text[sentence.words[at].start : sentence.words[at].end]
    return raw[0].isupper() or (raw[:3].lower() in {"al-", "el-"} and raw[3:4].isupper())


def _holds(sentence: Sentence, phrase: Phrase, offset: int) -> bool:
    return sentence.words[phrase.first].start <= offset < sentence.words[phrase.last - 1].end


def _beside(sentence: Sentence, start: int, end: int) -> str | None:
    """The office before "the mayor of Goma, *Name*", or after "*Name*, mayor of Goma"."""
    for phrase in sentence.phrases:
        last = joined_end(sentence, phrase)
        before = sentence.low(last) == "," and _starts(sentence, last + 1) == start
        after = sentence.low(phrase.first - 1) == "," and sentence.words[phrase.first - 2].end == end
        if (before or after) and _office(sentence, phrase.first, phrase.last):
            whom = sentence.starting(last + 1) if after and sentence.low(last) == "to" else None
            first, stop = sentence.span(sentence.bare(phrase), sentence.extended(whom) if whom else last)
            return sentence.text[first:stop]
    return None


def _starts(sentence: Sentence, at: int) -> int:
    phrase = sentence.starting(at)
    return sentence.words[_name_in(sentence, phrase)].start if phrase else -1


def _name_in(sentence: Sentence, phrase: Phrase) -> int:
    """Position of the first word of the name after an office; of the first word but articles where there is none."""
    first = phrase.last
    while first > sentence.bare(phrase) and (is_capital(sentence, first - 1) or sentence.low(first - 1) in SMALL):
        first -= 1
    if first == phrase.last or sentence.head(phrase) in OFFICES | BODIES:
        return sentence.bare(phrase)
    offices = [at for at in range(first, phrase.last - 1) if sentence.low(at) in OFFICES]
    if offices:
        return offices[-1] + 1
    return first


def _office(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.low(at).rpartition("-")[2] in _POSTS or sentence.low(at) in _POSTS for at in range(first, last))
