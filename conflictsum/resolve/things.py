"""Weapons and acts of violence named by a noun phrase: what has a doer and is none."""

from __future__ import annotations

import re

from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.verbs import ACTS, CRAFT, VEHICLES, WEAPONS

_CASES = frozenset("incident incidents attempt attempts campaign wave waves series spate string round rounds".split())
_VIOLENT = frozenset("violent armed explosive".split())
_SHARES = frozenset(
    "most some many several all both dozens scores hundreds piece pieces part parts fragment fragments wreckage "
    "remains".split()
)
_CREWLESS = frozenset("unmanned uncrewed crewless pilotless robotic robot kamikaze remote-controlled".split())
_DESIGNATION = re.compile(
    r"[A-Z]{1,3}[a-z]{0,2}-\d{1,3}[A-Za-z]{0,3}|F\d\ds?|(?:Su|MiG|Mi|Tu|Il|Ka|An|Yak)-?\d{1,3}\w{0,3}"
)
_EXPLOSIONS = frozenset("explosion explosions blast blasts".split())
_MISHAPS = frozenset(
    "gas methane boiler dust firework fireworks firecracker firecrackers cylinder furnace propane volcanic accidental "
    "tank cylinders transformer firedamp coalmine grain ammonia".split()
)
_STRIKES = frozenset({"strike", "strikes"})
_WORKERS = frozenset(
    "worker workers driver drivers teacher teachers doctor doctors nurse nurses crew crews staff pilot pilots miner "
    "miners student students union unions docker dockers employees lecturers lawyers judges clerks labourers "
    "laborers".split()
)
_STOPPAGES = (
    frozenset("bus train rail railway metro tube tram taxi hunger general labour labor wildcat transport".split())
    | _WORKERS
)


def is_act(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names an act of violence: a raid, an air strike, shelling incidents, a wave of strikes."""
    head = sentence.head(phrase)
    if head in ACTS:
        return not is_stoppage(sentence, phrase) and not _is_mishap(sentence, phrase)
    if head not in _CASES:
        return False
    kind = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    return not (ACTS | _VIOLENT).isdisjoint(sentence.words_of(phrase)) or (
        kind is not None and sentence.head(kind) in ACTS
    )


def _is_mishap(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether something exploded by itself: "a gas explosion"."""
    words = {*sentence.words_of(phrase)}
    if sentence.low(phrase.last) == "of" and (what := sentence.starting(phrase.last + 1)):
        words.update(sentence.words_of(what))
    return (sentence.head(phrase) in _EXPLOSIONS and not _MISHAPS.isdisjoint(words)) or "lightning" in words


def is_thing(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a weapon or an act, which has a doer but is none; "most of the missiles" does too."""
    kind = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    share = kind is not None and (sentence.tag(phrase.last - 1) == "number" or sentence.head(phrase) in _SHARES)
    if kind is not None and share:
        return is_thing(sentence, kind)
    return _is_flying(sentence, phrase) or sentence.head(phrase) in WEAPONS or is_act(sentence, phrase)


def _is_flying(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase writes a drone in full: "an unmanned aerial vehicle", "uncrewed aircraft systems"."""
    *before, kind, head = ["", "", *sentence.words_of(phrase)]
    crewless = not _CREWLESS.isdisjoint(before) or kind == "aerial"
    return kind in {"aerial", "aircraft", "air"} and head in {"vehicle", "vehicles", "system", "systems"} and crewless


def is_crewless(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether nobody is in a craft, which is a weapon then: "two *uncrewed boats*"."""
    return sentence.head(phrase) in CRAFT | VEHICLES and not _CREWLESS.isdisjoint(sentence.words_of(phrase))


def is_craft(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a machine that people fight from, by its noun or its type: "two *Su-25s*"."""
    word = sentence.words[phrase.last - 1]
    if "suicide" in sentence.words_of(phrase):  # "a suicide bomber" is a person
        return False
    named = _DESIGNATION.fullmatch(sentence.text[word.start : word.end]) is not None
    return named or sentence.head(phrase) in CRAFT


def is_stoppage(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a strike is of people who lay down their work: "a bus strike", "the strike of drivers"."""
    if sentence.head(phrase) not in _STRIKES:
        return False
    if phrase.last - phrase.first > 1 and sentence.low(phrase.last - 2) in _STOPPAGES:
        return True
    who = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) in {"of", "by"} else None
    if who is None and sentence.tag(phrase.first - 1) == "verb":  # "dockers launched a strike"
        who = sentence.ending(phrase.first - 1)
    on_strike = sentence.low(phrase.first - 1) == "on" and sentence.words_of(phrase) == ["strike"]
    return on_strike or (who is not None and sentence.head(who) in _WORKERS)
