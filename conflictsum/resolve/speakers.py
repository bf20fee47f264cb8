"""Who speaks in a sentence, by where the verb of speech stands."""

from __future__ import annotations

import re

from conflictsum.resolve.clauses import is_speech, subjects, verb_before
from conflictsum.resolve.names import Span
from conflictsum.resolve.once import read_once
from conflictsum.resolve.persons import bare_name, is_capital, is_name, joined_end, name_span
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.saying import DOCUMENTS, PRONOUNS, adding, speaking
from conflictsum.resolve.verbs import ACTS, QUOTING, WEAPONS

_CITING = re.compile(r"(?i)\b(?:according to|as per|in the opinion of|in the words of|citing|quoting)\s+")
_QUOTED = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)) (?=[^.;“]{3,140} as (?:saying|telling|"
    r"warning|claiming))"
)
_LONGEST = 14  # words of an insertion between a name and its verb
_NOBODY = frozenset("each every no any neither".split())
_JOINTS = frozenset({",", "and", "but"})
# verbs whose speaker may follow a comma, for they have no object ("nonsense, replies *the ministry*")
_ANSWERING = QUOTING | frozenset("replies replied insists insisted argues argued adds boasts complains".split())
_ISSUING = frozenset(
    "issued issues released releases published posted gave sent wrote circulated put made read".split()
)
_SIGNED = _ISSUING | frozenset("signed attributed delivered distributed".split())
_AUTHORS = frozenset("by from of to".split())
_OPENERS = frozenset("and but then so".split())


@read_once
def find_speakers(text: str) -> list[Span]:
    """Spans of those who say, claim, deny or give a figure: before a verb of speech, after "said" or "according to".

    A person named after an office is the bare name; a body or an unnamed person is the whole description ("doctors at
    the hospital").

    Args:
        text: A sentence.
    """
    sentence = read(unquoted(text))
    if quoted := _QUOTED.search(sentence.text):
        return _described(sentence, sentence.position(quoted.end()))
    verbs = speaking(sentence)
    meant = find_pronoun(text)
    found: list[Span] = []
    for at in verbs:
        if meant and (sentence.low(at - 1) in {"and", "but"} or _lists(sentence, at)):
            continue  # "he said Chad must act and asked for help"
        turned = _turned(sentence, at)
        found += (_after if turned else _before)(sentence, at) or ([] if meant else _after(sentence, at))
    for match in _CITING.finditer(sentence.text) if not meant else ():  # a source within what somebody else says
        cited = sum(word.start < match.end() for word in sentence.words)
        found += _described(sentence, cited)
    found = [bare_name(sentence.text, span) for span in found]
    return sorted(dict.fromkeys(found or ([] if meant else _trailing(sentence) or _beside_quotation(sentence))))


def find_pronoun(text: str) -> str | None:
    """The word that stands for a speaker named before: "he", "she", "it", "they" or "we", or "statement".

    Args:
        text: A sentence.

    Returns:
        The word in lower case, or None where no verb of speech has such a subject.
    """
    sentence = read(unquoted(text))
    participles = adding(sentence)
    opening = sentence.low(1 if sentence.low(0) in _OPENERS else 0)
    for verb in speaking(sentence)[:1]:
        at = verb - 1
        while sentence.tag(at) in {"adverb", "auxiliary", "time"}:
            at -= 1
        if sentence.low(at) in PRONOUNS:
            return sentence.low(at)
        if _lists(sentence, verb) or (
            opening in PRONOUNS and sentence.low(at) in _JOINTS and not _before(sentence, verb)
        ):
            return opening
        if sentence.low(verb + 1) in PRONOUNS and sentence.tag(verb - 1) == "mark" and verb not in participles:
            return sentence.low(verb + 1)
        return "statement" if sentence.low(at) in DOCUMENTS and not _before(sentence, verb) else None
    quotes = any(_opens_blank(sentence, at) for at in range(1, len(sentence.words) - 1))
    goes_on = quotes or bool(participles)
    return opening if opening == "we" or (goes_on and opening in PRONOUNS) else None


def _lists(sentence: Sentence, verb: int) -> bool:
    """Whether a verb goes on with what a pronoun does: "he toured the camp, *called* it a disgrace and left"."""
    if sentence.low(0) not in PRONOUNS or sentence.tag(1) not in {"verb", "adverb"} or _turned(sentence, verb):
        return False
    return sentence.low(verb - 1) == "," and all(sentence.low(at) != "," for at in range(verb - 1))


def _trailing(sentence: Sentence) -> list[Span]:
    """Who does what a participle of speech goes on with, where the sentence has no other verb of speech."""
    for at in adding(sentence):
        if found := _before(sentence, at):
            return found
    return []


def _beside_quotation(sentence: Sentence) -> list[Span]:
    """Who stands beside a quotation that no known verb of speech introduces.

    After it ("“…”, *thundered the mayor*"), else as subject of the sentence ("*The mayor* shed tears, calling it “…”").
    """
    marks = [at for at in range(len(sentence.words) - 1) if _opens_blank(sentence, at)]
    if not marks or sentence.text.rstrip().endswith("?"):
        return []
    after = marks[0] + 2
    if marks[0] == 0 and sentence.tag(after) == "verb":
        return _described(sentence, after + 1)
    return _described(sentence, after if marks[0] == 0 else 0)


def _opens_blank(sentence: Sentence, at: int) -> bool:
    """Whether a quotation that was blanked out opens at a position."""
    start, end = sentence.words[at].start, sentence.words[at + 1].start
    return sentence.low(at) in {"“", '"', "‘"} and end - start > 1 and sentence.text[start + 1 : end].isspace()


def _before(sentence: Sentence, verb: int) -> list[Span]:
    """The speaker before the verb; of a description and a name between commas, the name."""
    at = verb - 1
    while sentence.tag(at) in {"adverb", "auxiliary", "time"}:
        at -= 1
    previous = verb_before(sentence, at) if sentence.low(at) in {"and", "but"} else None
    if previous is not None and is_speech(sentence, previous) and sentence.low(previous - 1) == ",":
        return _before(sentence, previous)  # "the chair, Ana Ruiz, voiced concern *and called* for talks"
    if sentence.low(at) == ",":
        opening = at - 1
        while opening > max(0, at - _LONGEST) and sentence.low(opening) != ",":
            opening -= 1
        inner = sentence.starting(opening + 1)
        if sentence.low(opening) == "," and inner and inner.last == at and is_name(sentence, inner):
            return [name_span(sentence, inner)]
    if sentence.tag(at) == "relative":
        return []
    return [
        span
        for phrase in _joined(sentence, subjects(sentence, verb, pronouns=False))
        for span in (
            _author(sentence, phrase)
            if sentence.head(phrase) in DOCUMENTS
            else [_whole(sentence, phrase, verb)] * _may_speak(sentence, phrase)
        )
    ]


def _joined(sentence: Sentence, found: list[Phrase]) -> list[Phrase]:
    """The subjects with the one before them that initials in brackets part from "and": "*Chad* (CH) and Niger"."""
    first = found[0].first if found else 0
    if sentence.low(first - 1) == "and" and sentence.low(first - 2) == ")" and sentence.low(first - 4) == "(":
        other = sentence.ending(first - 4)
        return [other, *found] if other else found
    return found


def _author(sentence: Sentence, document: Phrase) -> list[Span]:
    """Whose a statement is: "*the ministry*'s note", "a letter signed by *the front*", "*the army* issued a note"."""
    for at in range(document.first, document.last):
        if sentence.low(at).endswith(("'s", "s'")):
            return [sentence.span(sentence.bare(document), at + 1)]
    at = document.last
    while sentence.low(at) in _SIGNED or sentence.tag(at) in {"adverb", "time"}:
        at += 1
    if sentence.low(at) in _AUTHORS or sentence.low(at - 1) == "signed":
        return _described(sentence, at + (sentence.low(at) in _AUTHORS))
    issuing = document.first - 1 - (sentence.low(document.first - 1) == "out")
    return _before(sentence, issuing) if sentence.low(issuing) in _ISSUING else []


def _after(sentence: Sentence, verb: int) -> list[Span]:
    """The speaker after the verb that follows a quotation: "…, said the mayor of Goma, *Name*"."""
    if sentence.tag(verb - 1) == "mark" and sentence.low(verb - 1) not in {"(", ")"}:
        return _described(sentence, verb + 1)
    return []


def _turned(sentence: Sentence, verb: int) -> bool:
    """Whether "…, said the mayor." puts the speaker after the verb: a phrase follows, and then the clause ends."""
    if sentence.low(verb - 1) not in {",", "”", "’", '"'} or (
        sentence.low(verb - 1) == "," and sentence.low(verb) not in _ANSWERING
    ):
        return False
    phrase = sentence.starting(verb + 1)
    return phrase is not None and sentence.tag(joined_end(sentence, phrase)) in {
        "mark",
        "time",
        "relative",
        "conjunction",
    }


def _described(sentence: Sentence, at: int) -> list[Span]:
    phrase = sentence.starting(at)
    if phrase is None:
        return []
    if sentence.head(phrase) in DOCUMENTS:
        return _author(sentence, phrase)
    last = joined_end(sentence, phrase)
    following = sentence.starting(last + 1) if sentence.low(last) == "," else None
    if following and not is_name(sentence, phrase) and is_name(sentence, following):
        return [name_span(sentence, following)]
    return [_whole(sentence, phrase, last)] if _may_speak(sentence, phrase) else []


def _whole(sentence: Sentence, phrase: Phrase, limit: int) -> Span:
    """A bare name where the phrase holds one, else the phrase with what prepositions add to it before a position."""
    if is_name(sentence, phrase):
        return name_span(sentence, phrase)
    first, last = sentence.bare(phrase), sentence.extended(phrase)
    proper = phrase.last
    while proper > first and is_capital(sentence, proper - 1):
        proper -= 1
    owned = any(sentence.low(at).endswith(("'s", "s'")) for at in range(first, proper))
    if proper == first and (first or phrase.last > 1):
        while sentence.low(last) in {"on", "for"} and (more := sentence.starting(last + 1)) and last < limit:
            last = sentence.extended(more)
        return sentence.span(first, last)
    if phrase.last - proper > 1 and not owned:  # "the paramilitary Rapid Support Forces"
        return sentence.span(proper, last)
    return sentence.span(first, min(joined_end(sentence, phrase), max(limit, phrase.last)))


def _may_speak(sentence: Sentence, phrase: Phrase) -> bool:
    if sentence.low(phrase.first) in _NOBODY or sentence.head(phrase) in ACTS | WEAPONS | DOCUMENTS:
        return False
    return any(sentence.tag(at) == "word" for at in range(phrase.first, phrase.last))
