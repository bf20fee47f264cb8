"""Who a sentence says may use force: people under arms, forces and groups known by name, and their guns and craft."""

from __future__ import annotations

from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.kinds import ARMED_GROUPS
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_craft, is_crewless, is_thing
from conflictsum.resolve.verbs import ARMED, CRAFT, SEIZABLE, VEHICLES
from conflictsum.resolve.victim_groups import sort_of
from conflictsum.schema import ActorKind

_LAWFUL: frozenset[ActorKind] = frozenset({"state_forces", "coalition", "police"})
_SOLDIERS = frozenset("soldiers soldier troops commandos commando marines paratroopers snipers sniper".split())
_BEARING = frozenset(
    "armed masked hooded balaclava-clad gun-toting machete-wielding knife-wielding gun-wielding axe-wielding "
    "camouflaged heavily-armed khaki-clad turbaned search raiding boarding landing".split()
)
_PEOPLE = frozenset(
    "man men woman women youth youths people persons individuals group groups herders herdsmen elements personnel "
    "civilians civilian gang gangs mob crowd party passengers crew team teams parties "
    "band bands settlers students".split()
)
_FORCES = frozenset(
    "army armies forces force militia militias guard guards brigade brigades battalion battalions regiment legion "
    "squad squads unit units division platoon gendarmerie patrol patrols military navy "
    "staff".split()
)
_GUNS = frozenset(
    "gun guns gunner gunners battery batteries howitzer howitzers artillery cannon cannons mortars launchers "
    "tanks".split()
)
_ALSO_NOT_ARMS = frozenset("fire leaflets shot wreckage weapon weapons".split())


def is_armed(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means people under arms: rebels, armed men, the army of a state, a group known by name."""
    head = sentence.head(phrase)
    known = head in ARMED | _FORCES or _bears_arms(sentence, phrase)
    return known or _kind(sentence, phrase) in ARMED_GROUPS | _LAWFUL


def is_outlaw(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means armed people without lawful power, so that whom they take is abducted (codebook E6)."""
    head = sentence.head(phrase)
    kind = _kind(sentence, phrase)
    known = head in ARMED - _SOLDIERS or _bears_arms(sentence, phrase) or kind in ARMED_GROUPS
    return known and kind not in _LAWFUL


def uses_force(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means people under arms, their guns and craft, or a weapon or act of theirs."""
    return (
        is_armed(sentence, phrase)
        or _is_state(sentence, phrase)
        or sentence.head(phrase) in _GUNS
        or is_craft(sentence, phrase)
        or is_crewless(sentence, phrase)
        or is_weapon(sentence, phrase)
    )


def is_weapon(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a weapon or act that does harm by itself; a fire may be an accident."""
    return is_thing(sentence, phrase) and sentence.head(phrase) not in _ALSO_NOT_ARMS


def is_people(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means persons, by its noun."""
    head = sentence.head(phrase)
    return head in _PEOPLE | ARMED or (head not in CRAFT | VEHICLES and sort_of(head, "") != "unknown")


def is_seizable(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a ship, a place or people: weapons and drugs are seized in peace."""
    last = sentence.words[sentence.extended(phrase) - 1]
    named = sentence.text[last.start].isupper()
    return sentence.head(phrase) in SEIZABLE | CRAFT or named


def _is_state(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is the bare name of a country, which is what its forces do."""
    named = all(sentence.text[word.start].isupper() for word in sentence.words[sentence.bare(phrase) : phrase.last])
    return named and _kind(sentence, phrase) == "government"


def _bears_arms(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.head(phrase) in _PEOPLE and not _BEARING.isdisjoint(sentence.words_of(phrase))


def _kind(sentence: Sentence, phrase: Phrase) -> ActorKind:
    """Kind of the actor that a phrase with its "of" names; a bare country is a place or a government."""
    start, end = sentence.span(sentence.bare(phrase, numbers=False), sentence.extended(phrase))
    return resolve_actor(sentence.text[start:end]).kind
