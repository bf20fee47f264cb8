"""Acts of armed force: whether who does a deed, or what it is done with, belongs to war."""

from __future__ import annotations

from functools import lru_cache

from conflictsum.choices import on_one_line
from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.deeds import Deed, Weight, deeds
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import ARMED

_ARMS = frozenset(
    "missile missiles drone drones uav uavs rocket rockets shell shells mortar mortars artillery howitzer howitzers "
    "bomb bombs grenade grenades mine mines landmine landmines ied ieds torpedo torpedoes projectile projectiles "
    "munition munitions warhead warheads warplane warplanes jet jets gunship gunships bomber bombers airstrike "
    "airstrikes shelling bombardment barrage salvo gunmen gunfire militia militias warship warships".split()
)
_UNARMED = frozenset({"unknown", "police", "government"})


@lru_cache(maxsize=512)
def armed_deeds(text: str) -> tuple[int, int]:
    """How many acts a sentence tells of: those of armed forces or with weapons of war, and those of other doers.

    Args:
        text: A sentence.
    """
    sentence = read(on_one_line(text))
    told = [deed for deed in deeds(sentence) if deed.weight is Weight.ACT]
    armed = sum(_is_armed(sentence, deed) for deed in told)
    return armed, sum(bool(deed.doers) for deed in told) - armed


@lru_cache(maxsize=512)
def actors_in(text: str) -> tuple[bool, ...]:
    """For each actor that a sentence names, whether it is an armed force or group.

    Args:
        text: A sentence.
    """
    return tuple(resolve_actor(text[start:end]).kind not in _UNARMED for start, end in find_actors(text))


def _is_armed(sentence: Sentence, deed: Deed) -> bool:
    return any(_belongs(sentence, phrase) for phrase in deed.doers)


def _belongs(sentence: Sentence, phrase: Phrase) -> bool:
    if not (ARMED | _ARMS).isdisjoint(sentence.words_of(phrase)):
        return True
    start, end = sentence.span(phrase.first, phrase.last)
    name = sentence.text[start:end]
    return bool(find_actors(name)) and resolve_actor(name).kind not in _UNARMED
