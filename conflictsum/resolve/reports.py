"""The casualty reports a sentence holds: numbers of dead, wounded, missing and captured of the same people together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from conflictsum.resolve.fate_words import Fate
from conflictsum.resolve.losses import Loss
from conflictsum.resolve.names import Span
from conflictsum.resolve.tolls import find_losses, without_term_marks
from conflictsum.resolve.victim_groups import sort_of
from conflictsum.resolve.victims import party_of, people_after
from conflictsum.schema import VictimGroup

_COMPANIONS = ("comrades", "comrade", "colleagues", "colleague", "companions", "companion")
_DESCRIBED = re.compile(r"[^,.;:]{0,30}?,\s(?:\d+,\s)?(?P<what>(?:an?|the|its|his|her|their)\s[^,.;:]{3,60})")
# "three wounded on its side, and 15 dead among the raiders" are different people
_SIDES = re.compile(
    r"(?i)\bon\s(?:its|their|our|his|the)\s(?:own\s)?(?:side|part)\b|\bamong\s(?:its|the|their)\s(?:own|ranks|enemy)\b"
)
_GENERAL = frozenset({"people", "persons", "personnel", "members", "crew members", "crewmen", "staff"})
_OTHERS = re.compile(r"(?i)\b(?:others?|another|more(?!\sthan)|further|a (?:second|third|fourth|fifth))\b")


@dataclass(frozen=True)
class Report:
    """What one claim says about one group of people (codebook C1, C2).

    Attributes:
        at: Offset of its first number.
        victims: The people, as written.
        group: What sort of people.
        affiliation: The party they belong to, where the words beside them name it.
        killed: Words for the number of dead.
        wounded: Words for the number of wounded.
        missing: Words for the number of missing.
        captured: Words for the number of captured.
        earlier: Whether the sentence replaces the figure by a newer one.
        by: Who gives it, where the words beside the number say so ("*the army* admits to four").
        others: Whether they are told of as more of people told of before ("*another* five").
    """

    at: int
    victims: str | None
    group: VictimGroup
    affiliation: str | None
    killed: str | None = None
    wounded: str | None = None
    missing: str | None = None
    captured: str | None = None
    earlier: bool = False
    others: bool = False
    by: str | None = None

    @property
    def numbers(self) -> dict[Fate, str]:
        """The words for each number it gives."""
        told: dict[Fate, str | None] = {
            "killed": self.killed,
            "wounded": self.wounded,
            "missing": self.missing,
            "captured": self.captured,
        }
        return {fate: words for fate, words in told.items() if words}


def reports_in(text: str) -> list[Report]:
    """The reports of a sentence, in text order.

    Different fates told in one breath are one report, unless the words make them different sorts of people: "two guards
    died and three pupils were hurt" are two, "two guards died and three others were hurt" is one.

    Args:
        text: A sentence.
    """
    found: list[Report] = []
    plain, _ = without_term_marks(text)
    for loss in find_losses(plain):
        report = _report(plain, loss)
        last = found[-1] if found else None
        if last and loss.by:
            report = replace(report, victims=last.victims, group=last.group, affiliation=last.affiliation)
        if last and not loss.by and _same_people(last, report) and not _SIDES.search(plain[last.at : report.at]):
            found[-1] = _joined(last, report)
        else:
            found.append(report)
    return found


def _report(text: str, loss: Loss) -> Report:
    number = text[slice(*loss.number)]
    people = people_after(text, loss.number)
    beside = text[max(0, loss.number[0] - 10) : loss.number[1] + 10]
    return Report(
        at=loss.number[0],
        victims=people,
        group=sort_of(_words_for(text, loss.number, people), text),
        affiliation=party_of(text, loss.number, people),
        earlier=loss.earlier,
        others=bool(_OTHERS.search(beside)),
        by=text[slice(*loss.by)] if loss.by else None,
        **{loss.fate: number},
    )


def _words_for(text: str, number: Span, people: str | None) -> str:
    """All words that tell what sort of people they are: of a named person also what stands beside the name."""
    told = f"{text[slice(*number)]} {people or ''}"
    described = _DESCRIBED.match(text, number[1]) if people and people[:1].isupper() else None
    return f"{told} {described['what']}" if described else told


def _same_people(one: Report, other: Report) -> bool:
    """Whether a number is told of the people before: never twice of one fate, nor of sorts that differ."""
    if one.earlier != other.earlier:
        return False
    if one.at == other.at:
        return True
    if one.numbers.keys() & other.numbers.keys():
        return False
    if other.others or other.victims is None or _is_beside_one(one, other):
        return True
    named = (one.victims or "")[:1].isupper()
    if {"missing", "captured"} & (one.numbers.keys() | other.numbers.keys()) or named:
        return False
    return other.group in {one.group, "unknown"} or (one.group == "unknown" and other.group == "civilian")


def _is_beside_one(one: Report, other: Report) -> bool:
    """Whether people were wounded beside a person of their sort, or beside whom they are told as comrades."""
    if not other.wounded or other.victims is None:
        return False
    named = one.killed is not None and (one.victims or "")[:1].isupper()
    like = other.victims in _GENERAL or one.group == other.group != "unknown"
    return (named and like) or other.victims.endswith(_COMPANIONS)


def _joined(one: Report, other: Report) -> Report:
    mixed = one.group != other.group and "unknown" not in {one.group, other.group}
    named = (one.victims or "")[:1].isupper() and not (other.others or (other.victims or "").endswith(_COMPANIONS))
    return replace(
        one,
        victims=(other.victims if named else None) or one.victims or other.victims,
        group="mixed" if mixed else one.group if one.victims else other.group,
        affiliation=one.affiliation or other.affiliation,
        killed=one.killed or other.killed,
        wounded=one.wounded or other.wounded,
        missing=one.missing or other.missing,
        captured=one.captured or other.captured,
    )
