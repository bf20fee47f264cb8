"""What is done by speaking: the acts that the words of a sentence suggest (codebook P5).

The verb of speech names most of them ("condemned", "called for"). Where it is a plain one ("said", "wrote", "told"),
what is said carries the act: a side that says it "would strike" threatens, one that says another "had breached" the
truce accuses. English.
"""

from __future__ import annotations

import re

from conflictsum.resolve.act_contents import MEANT
from conflictsum.resolve.act_verbs import NAMING
from conflictsum.resolve.idioms import find_idioms
from conflictsum.resolve.once import read_once
from conflictsum.resolve.quotations import quotes_in, unquoted
from conflictsum.schema import Act

# a quotation without a telling verb: what its first words do
_OPENINGS: tuple[tuple[re.Pattern[str], Act], ...] = (
    (
        re.compile(
            r"(?i)(?:no [\w-]+ of ours|not (?:a single|one)|none of (?:our|us)|at no time|nonsense|not so\b|"
            r"that is (?:a lie|not true|false)|(?:it|this) is (?:not true|a lie)|"
            r"(?:we|i|our [\w ]{2,30}?) (?:(?:did|have|had|has) (?:not|never|no|nothing)|"
            r"do not (?:hit|strike|target|attack|bomb|kill|fire)))\b"
        ),
        "deny",
    ),
    # "they" in the mouth of one side is the other
    (re.compile(r"(?i)they\b"), "accuse"),
)
# of two acts that the words carry, the stronger one (codebook P5)
_STRONGER: dict[Act, Act] = {"warn": "threaten", "urge": "demand", "justify": "claim_responsibility"}


@read_once
def acts_in(text: str) -> list[Act]:
    """The acts of speech that the words suggest, most telling first.

    The verbs of the reporter come before those of the quotation, and what is said comes after both.
    """
    plain, quotes = unquoted(text), quotes_in(text)
    named = [act for words in (plain, *quotes) for act in _named(words)]
    found = sorted(dict.fromkeys(named), key=lambda act: act == "announce")
    stronger = _STRONGER.get(found[0]) if found else None
    if stronger in found:
        found = [stronger, *(act for act in found if act != stronger)]
    meant = [act for pattern, act in MEANT if pattern.search(text)]
    telling = [act for act in found if act != "announce"]
    opening = [act for quote in quotes[:1] for pattern, act in _OPENINGS if pattern.match(quote)]
    return list(dict.fromkeys([*telling, *meant, *opening, *found]))


def _named(text: str) -> list[Act]:
    """Acts in the order in which their words stand."""
    cues = [(match.start(), act) for pattern, act in NAMING if (match := pattern.search(text))]
    cues += [(idiom.start, idiom.act) for idiom in find_idioms(text)]
    return [act for _, act in sorted(cues, key=lambda found: found[0])]
