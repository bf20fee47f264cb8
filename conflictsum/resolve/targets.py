"""What was hit, by where the word of violence stands: after an active verb, before a passive one, after "strike on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conflictsum.resolve.deeds import Deed, Weight, deeds, is_act, is_thing
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import HARM

_NO_TARGET = frozenset(
    "responsibility dead people person number total toll places areas spots shots way time times day night hours "
    "minutes response retaliation part parts condition killed aftermath addition statement air "
    "whatsapp telegram facebook twitter instagram tiktok youtube answer revenge order "
    "ground other others holes nobody support website rest midst more fewer large small big anyone anybody everyone "
    "everybody twice again repeatedly someone somebody anything nothing something".split()
)
_SHARES = frozenset(
    "most some many several all both dozens scores hundreds thousands none midst middle part parts portion pair "
    "couple handful majority rest number bulk one".split()
)
_PATIENTS = frozenset("wounded injured sick".split())
_STRIKING = frozenset("destroyed destroying struck striking bombed bombing".split())
_HELD = frozenset("hostage captive prisoner".split())
_PLACING = frozenset("planted laid set hidden placed".split())
# whom a house is for, and not whose it is: the Thaton People's Hospital
_DEDICATED = frozenset("people's children's women's workers' martyrs' veterans' teachers' men's girls' boys'".split())
_AT = frozenset("at in inside outside".split())
_SCENES = frozenset(
    "market bazaar mosque church temple school hospital clinic checkpost checkpoint camp base barracks post station "
    "funeral wedding restaurant hotel cafe shop bakery stadium courthouse airport port depot factory house home office "
    "headquarters shrine bus train kindergarten university rally procession gathering queue playground park".split()
)
_JOINT = re.compile(r"(?:,|,? and) (?:(?:the|an?|its|his|their|\d+|two|three|four|five|six) )*")


def find_targets(text: str) -> list[Span]:
    """Spans of what may have been hit, the likeliest first.

    Args:
        text: A sentence.

    Returns:
        Things and people in text order, with what "of" adds, without article, owner and number; several that "and"
        joins as written, and then each alone. Those killed or wounded only where nothing else was hit.
    """
    sentence = read(text)
    told = [deed for deed in deeds(sentence) if deed.hit]
    first = min((_rank(sentence, deed) for deed in told), default=0)
    spans = {
        _span(sentence, phrase)
        for deed in told
        if _rank(sentence, deed) == first
        for phrase in _struck(sentence, deed)
        if _is_target(sentence, phrase, arms=sentence.low(deed.at) in _STRIKING)
    }
    inner = {one for one in spans for other in spans if one != other and other[0] <= one[0] and one[1] <= other[1]}
    return [span for listed in _lists(text, sorted(spans - inner)) for span in _with_whole(listed)]


def _struck(sentence: Sentence, deed: Deed) -> list[Phrase]:
    """What a deed hit; of people killed by a bomb or drone where they were, that: "killed 12 men at *a checkpost*"."""
    if sentence.low(deed.at) not in HARM or not deed.doers or not any(_explodes(sentence, doer) for doer in deed.doers):
        return list(deed.hit)
    ends = [sentence.extended(phrase) for phrase in deed.hit]
    scenes = [sentence.starting(end + 1) for end in ends if sentence.low(end) in _AT]
    return [scene for scene in scenes if scene and sentence.head(scene) in _SCENES] or list(deed.hit)


def _explodes(sentence: Sentence, doer: Phrase) -> bool:
    return is_thing(sentence, doer) or sentence.head(doer) in {"bomber", "bombers"}


def _lists(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """The spans in groups: those of one enumeration together."""
    lists = [[span] for span in spans[:1]]
    for before, after in pairwise(spans):
        if _JOINT.fullmatch(text, before[1], after[0]):
            lists[-1].append(after)
        else:
            lists.append([after])
    return lists


def _with_whole(listed: list[Span]) -> list[Span]:
    """An enumeration as a whole, and its members."""
    return [(listed[0][0], listed[-1][1]), *listed] if len(listed) > 1 else listed


def _rank(sentence: Sentence, deed: Deed) -> int:
    """What was struck goes before who was killed, and that before what an act that is only named was aimed at."""
    if deed.weight is Weight.ACT:
        return int(sentence.low(deed.at) in HARM | _PLACING)
    return 2 if deed.weight is Weight.MENTION else 3


def _span(sentence: Sentence, phrase: Phrase) -> Span:
    counted = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    if counted and (sentence.tag(phrase.last - 1) == "number" or sentence.head(phrase) in _SHARES):
        return _span(sentence, counted)
    first = sentence.bare(phrase, numbers=False)
    owners = (at for at in range(first, phrase.last - 1) if sentence.low(at).endswith(("'s", "s'")))
    owner = next((at for at in owners if sentence.low(at) not in _DEDICATED), None)
    first = first if owner is None else owner + 1
    last = sentence.extended(phrase)
    if sentence.low(last - 1) in _HELD and last - first > 1:  # "took *teachers* hostage"
        last -= 1
    return sentence.span(first, last)


def _is_target(sentence: Sentence, phrase: Phrase, *, arms: bool) -> bool:
    """Whether what stands where the target stands may be one; weapons only where they are struck."""
    if sentence.low(phrase.last) == "of" and sentence.starting(phrase.last + 1):
        return True
    counted = sentence.tag(sentence.bare(phrase, numbers=False)) == "number"
    if sentence.head(phrase) in _PATIENTS:
        return sentence.tag(phrase.first) == "determiner"
    thing = is_act(sentence, phrase) if arms else is_thing(sentence, phrase)
    return not (counted or sentence.head(phrase) in _NO_TARGET or thing)
