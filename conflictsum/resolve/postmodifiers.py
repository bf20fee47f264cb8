"""Words that follow a noun and describe it: "fighters *loyal* to", "bandits *operating* in", "thought *to belong*"."""

from __future__ import annotations

_ADJECTIVES = frozenset("loyal allied opposed hostile sympathetic faithful adjacent".split())
_PARTICIPLES = frozenset("operating hidden dug holed based begun come run hit shot sent led held".split())
_OF_PEOPLE = frozenset("fighting fishing training trading mining".split())
"""Participles after a plural, else nouns: "rebels *fighting* in the hills", but "street fighting in"."""
_GOVERNING = frozenset(
    "thought believed suspected understood known said reported alleged seeking trying attempting fighting hoping "
    "planning plotting vowing threatening refusing".split()
)


def tag_after_noun(low: str, noun: str, following: str, prepositions: frozenset[str]) -> str | None:
    """The class of a word that describes the noun before it; None where it does not.

    Args:
        low: The word in lower case.
        noun: The noun before it.
        following: The word after it.
        prepositions: All prepositions.
    """
    if low in _ADJECTIVES and following in {"to", "with"}:
        return "adverb"
    people = low in _OF_PEOPLE and noun.endswith(("s", "men"))
    return "verb" if (low in _PARTICIPLES or people) and following in prepositions else None


def is_infinitive(low: str, governing: str, following: str, determiners: frozenset[str]) -> bool:
    """Whether the word after "to" is a verb: "thought to *belong*", "to *topple* the junta".

    Args:
        low: The word in lower case.
        governing: The word before "to".
        following: The word after it.
        determiners: All determiners.
    """
    return low.isalpha() and not low.endswith("s") and (governing in _GOVERNING or following.lower() in determiners)
