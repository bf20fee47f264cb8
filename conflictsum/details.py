"""What the sentence of an event tells besides who, what, where and when: read from its words, not asked of a model."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conflictsum.article import Sentence
from conflictsum.choices import on_one_line
from conflictsum.resolve.actor_spans import find_actors
from conflictsum.resolve.arms import Arm, find_arms, find_stopped
from conflictsum.resolve.clock import find_clocks
from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.cues import repeated_in
from conflictsum.resolve.expressions import Normalised
from conflictsum.resolve.lands import land_of
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Phrase, read
from conflictsum.schema import Status

_SITES = frozenset(
    "site sites base bases port ports town towns village villages city cities refinery refineries location "
    "locations camp camps depot depots facility facilities school schools hospital hospitals station stations "
    "airfield airfields airport airports plant plants district districts hamlet hamlets market markets checkpoint "
    "checkpoints position positions post posts barracks store stores".split()
)
_THINGS = frozenset(
    "target targets house houses home homes building buildings vehicle vehicles truck trucks boat boats ship "
    "ships vessel vessels tanker tankers tank tanks transformer transformers bridge bridges helicopter "
    "helicopters aircraft plane planes launcher launchers radar radars tunnel tunnels car cars lorry lorries shop "
    "shops".split()
)
_STRIKES = re.compile(
    r"(?i)\b(?:carried out|conducted|launched|made|flew|mounted|hit by|struck by|total of)\s"
    r"(?:at least\s|more than\s|about\s)?$"
)
_OF_STRIKES = re.compile(r"(?i)\s(?:[\w-]+\s)?(?:air ?-?strikes|strikes|air ?-?raids)\b")
_HITTING = re.compile(
    r"(?i)\s(?:\w+ly\s|also\s|then\s|have\s|had\s)*(?:struck|hit|destroyed|targeted|killed|pounded|damaged|flattened|"
    r"engaged|rocked|shook|levell?ed|wounded|tore|suppressed|left)\b"
)
_HELD = re.compile(r"\s(?:of|belonging to|held by|used by|run by|manned by|controlled by|owned by)$")
_BODY = re.compile(
    r"\b(?:Army|Forces?|Guards?|Brigade|Battalion|Front|Corps|Movement|Group|Navy|Regiment|Division|army|navy|police|military|"
    r"bandits|militants|rebels|insurgents|fighters)\b"
)
_BY_FORCE = re.compile(r"(?:army|police|navy)(?=\s)")
_NAMED_HOUR = re.compile(r"(?i)\b(?:noon|midnight)\b")


def details(
    sentence: Sentence, fields: Mapping[str, str | None], status: Status, around: Sequence[str]
) -> dict[str, str | None]:
    """Further fields of the event that a sentence tells.

    Args:
        sentence: The sentence.
        fields: What was answered: target (``hit``), place (``in``) and time (``when``).
        status: Whether it took place.
        around: Other sentences of the window.

    Returns:
        Words of the sentence for target_actor, country, time, weapon and the counts; None where it does not tell.
    """
    text = on_one_line(sentence.text)
    hit, place = fields.get("hit"), fields.get("in")
    arm = _weapon(text, hit)
    sites, targets = _numbers_hit(text, hit)
    return {
        "target_actor": _owner(text, hit),
        "country": land_of(place, sentence.text, around) if place else None,
        "time": _clock(text, fields.get("when")),
        "weapon": _words(text, arm.span if arm else None),
        "munitions_used": _words(text, _used(text, arm, status)),
        "strikes_made": _words(text, _strikes(text)),
        "sites_hit": sites,
        "targets_hit": targets,
    }


def _words(text: str, span: Span | None) -> str | None:
    return text[slice(*span)] if span else None


def _weapon(text: str, target: str | None) -> Arm | None:
    """The first weapon that is not part of what was hit ("the *missile* factory", "two unmanned *boats*")."""
    start = text.find(target) if target else -1
    end = start + len(target or "")
    return next((arm for arm in find_arms(text) if start < 0 or arm.span[1] <= start or end <= arm.span[0]), None)


def _used(text: str, arm: Arm | None, status: Status) -> Span | None:
    """How many munitions: of what was stopped the number stopped, else that beside the weapon (codebook E4)."""
    stopped = find_stopped(text) if status == "intercepted" else None
    return stopped or (arm.number if arm else None)


def _strikes(text: str) -> Span | None:
    for number in find_numbers(text):
        noun = _OF_STRIKES.match(text, number[1])
        hitting = noun is not None and _HITTING.match(text, noun.end()) and not repeated_in(text)
        if noun and (hitting or _STRIKES.search(text[: number[0]])):
            return number
    return None


def _numbers_hit(text: str, target: str | None) -> tuple[str | None, str | None]:
    """The number of sites and that of other things in the words for what was hit."""
    start = text.find(target) if target else -1
    if target is None or start < 0:
        return None, None
    sentence = read(text)
    for number in find_numbers(text):
        phrase = next((one for one in sentence.phrases if _holds(text, one, number[1])), None)
        if phrase and start - len("the ") - (number[1] - number[0]) - 1 <= number[0] < start + len(target):
            head, words = sentence.head(phrase), text[slice(*number)]
            return (words if head in _SITES else None), (words if head in _THINGS else None)
    return None, None


def _holds(text: str, phrase: Phrase, offset: int) -> bool:
    sentence = read(text)
    return sentence.words[phrase.first].start < offset <= sentence.words[phrase.last - 1].end


def _owner(text: str, target: str | None) -> str | None:
    """The party whose the target is: named in its words ("an *RSF* base"), or after them ("a base of the *RSF*")."""
    start = text.find(target) if target else -1
    if target is None or start < 0:
        return None
    end = start + len(target)
    for actor in find_actors(text):
        inside = start <= actor[0] and actor[1] < end
        before = text[actor[1] : start] in {" ", "'s ", "’s "}
        after = actor[0] >= end and _HELD.search(text[end : actor[0]].removesuffix(" the ").removesuffix(" ") or "")
        if inside or before or (after and len(text[end : actor[0]]) < len(" belonging to the same ")):
            return text[slice(*actor)]
    force = _BY_FORCE.match(target)
    if force:
        return force.group()
    return _named_body(text, start, end)


def _named_body(text: str, start: int, end: int) -> str | None:
    """A body named after "of" that no table knows: "a patrol of the *22nd Jungle Brigade*"."""
    sentence = read(text)
    for phrase in sentence.phrases:
        first = sentence.words[phrase.first].start
        if sentence.low(phrase.first - 1) == "of" and start <= first <= end + len(" of the "):
            name = text[slice(*sentence.span(sentence.bare(phrase, numbers=False), phrase.last))]
            if _BODY.search(name):
                return name
    return None


def _clock(text: str, when: str | None) -> str | None:
    """A clock time that the words for the day do not hold; noon and midnight are none (codebook F4)."""
    normal = Normalised(text)
    for clock in find_clocks(normal.text):
        start, end = normal.original(clock.start, clock.end)
        words = text[start:end]
        if not _NAMED_HOUR.search(words) and not (when and words in when):
            return words
    return None
