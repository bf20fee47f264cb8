"""What was hit, by where the word of violence stands: after an active verb, before a passive one, after "strike on"."""

from __future__ import annotations

from conflictsum.resolve.deeds import Deed, Weight, deeds, is_thing
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import HARM

_NO_TARGET = frozenset(
    "responsibility dead people person number total toll places areas spots shots way time times day night hours "
    "minutes response retaliation part parts condition killed wounded injured aftermath addition statement air".split()
)


def find_targets(text: str) -> list[Span]:
    """Spans of what may have been hit, in order; none inside another.

    Args:
        text: A sentence.

    Returns:
        Things and people, with their number and what "of" adds, without article. Those killed or wounded only where
        nothing else was hit.
    """
    sentence = read(text)
    told = deeds(sentence)
    ranked = sorted({_rank(sentence, deed) for deed in told if deed.hit})
    hit = [phrase for deed in told if ranked and _rank(sentence, deed) == ranked[0] for phrase in deed.hit]
    found = {_span(sentence, phrase) for phrase in hit if _is_target(sentence, phrase)}
    inner = {one for one in found for other in found if one != other and other[0] <= one[0] and one[1] <= other[1]}
    return sorted(found - inner)


def _rank(sentence: Sentence, deed: Deed) -> int:
    """What was struck goes before who was killed, and that before what an act that is only named was aimed at."""
    if deed.weight is Weight.ACT:
        return int(sentence.low(deed.at) in HARM)
    return 2 if deed.weight is Weight.MENTION else 3


def _span(sentence: Sentence, phrase: Phrase) -> Span:
    return sentence.span(sentence.bare(phrase), sentence.extended(phrase))


def _is_target(sentence: Sentence, phrase: Phrase) -> bool:
    if sentence.low(phrase.last) == "of":
        return True
    counted = sentence.tag(sentence.bare(phrase, numbers=False)) == "number"
    return not (counted or sentence.head(phrase) in _NO_TARGET or is_thing(sentence, phrase))
