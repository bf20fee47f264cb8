"""Whom words are aimed at: the object of the verb of speech, else who does or suffers what is said (codebook P7)."""

from __future__ import annotations

import re

from conflictsum.resolve.idioms import find_accuser
from conflictsum.resolve.names import Span, overlap
from conflictsum.resolve.parties import find_addressee, find_parties
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.quotations import quotes_in, unquoted
from conflictsum.resolve.saying import speaking
from conflictsum.schema import Act

_PARTNER = re.compile(
    r"\b(?:talks?|negotiat\w+|dialogue|meetings?|contacts?|truce|ceasefire|deal|agreement) with (?:the )?(?=[A-Z])"
)
_CHARGED = re.compile(
    r"(?P<who>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4})(?:[’']s|(?<=s)[’']) (?:[\w-]+ ){0,2}?(?:accusation|allegation|"
    r"charge|claim|"
    r"report|assertion|account|version|statement|remark|comment|demand|call|offer|proposal|plan|ultimatum|criticism|"
    r"complaint|narrative|suggestion|condition|threat)s?\b"
)
_DOING = frozenset({"verb", "auxiliary", "adverb"})
_DUE = frozenset("pay regret suffer face be answer".split())
_BY_PARTNER: frozenset[Act] = frozenset({"reject", "offer", "agree"})
_RECIPROCAL = re.compile(
    r"\b(?:accus|blam|condemn|denounc|criticis|criticiz|warn|threaten)(?:e[sd]?|ed|ing|s)? (?:each other|"
    r"one another)\b|"
    r"\b(?:trad|exchang|swapp?)(?:e[sd]?|ed|ing) (?:[\w-]+ )?(?:accusations|blame|threats|charges|warnings)\b"
)


def is_mutual(text: str) -> bool:
    """Whether two sides do to each other what they do by speaking ("accused each other", "traded threats")."""
    return bool(_RECIPROCAL.search(text))


def find_aim(text: str, act: Act) -> str | None:
    """Whom an act of speech is aimed at, as written; None where nobody is named.

    Args:
        text: The sentence, or the part of it in which the act is done.
        act: The act of speech.
    """
    span = find_addressee(text, act) or _meant(text, act)
    if span:
        return text[slice(*span)]
    for quote in quotes_in(text):
        if span := find_addressee(quote, act):
            return quote[slice(*span)]
    return None


def _meant(text: str, act: Act) -> Span | None:
    plain = unquoted(text)
    if act in {"deny", "reject"} and (charge := _CHARGED.search(plain)):
        return charge.span("who")
    if act in {"deny", "reject"} and (accuser := find_accuser(plain)):
        return accuser
    if act in _BY_PARTNER and (partner := _PARTNER.search(plain)):
        return next((span for span in find_parties(plain) if span[0] == partner.end()), None)
    sentence = read(plain)
    if act == "accuse":
        return next((span for verb in speaking(sentence) if (span := _accused(sentence, verb))), None)
    return _threatened(sentence) if act == "threaten" else None


def _accused(sentence: Sentence, verb: int) -> Span | None:
    """Who does what is said: "said *Chad* had armed them", "*Chad*, she charged, was arming them"."""
    inserted = sentence.low(verb + 1) == "," and sentence.low(verb - 2) == ","
    if inserted:
        return _party(sentence, sentence.ending(verb - 2))
    for at in range(verb + 1, len(sentence.words)):
        phrase = sentence.starting(at)
        opens = at == verb + 1 or sentence.low(at - 1) == "that"
        if phrase and opens and sentence.tag(phrase.last) in _DOING:
            return _party(sentence, phrase)
    return None


def _threatened(sentence: Sentence) -> Span | None:
    """Who "would pay a price"."""
    for phrase in sentence.phrases:
        at = phrase.last
        if sentence.low(at) == "would" and sentence.low(at + 1) in _DUE - {"be", "face"}:
            return _party(sentence, phrase)
    return None


def _party(sentence: Sentence, phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    span = sentence.span(sentence.bare(phrase), phrase.last)
    return span if any(overlap(span, party) for party in find_parties(sentence.text)) else None
