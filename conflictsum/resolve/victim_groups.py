"""What sort of people words name: civilians, soldiers, police, militants ... (codebook C6)."""

from __future__ import annotations

import re

from conflictsum.resolve.cues import group_in
from conflictsum.schema import VictimGroup

_MORE_GROUPS: tuple[tuple[re.Pattern[str], VictimGroup], ...] = (
    (re.compile(r"(?i)\b(?:jawans?|navy crew)\b"), "military"),
    (
        re.compile(
            r"(?i)\b(?:guerrillas?|assailants?|assassins?|bodyguards?|kidnappers?|hijackers?|bandits?|gangsters?|"
            r"terrorists?|Maoists?|suicide bombers?|cadres?|separatists?)\b"
        ),
        "militant",
    ),
    (
        re.compile(
            r"(?i)\b(?:citizens?|fisherm[ae]n|seam[ae]n|peasants?|shepherds?|herders?|goatherds?|traders?|vendors?|"
            r"merchants?|mayors?|councillors?|governors?|judges?|lawyers?|prosecutors?|priests?|imams?|monks?|nuns?|"
            r"pastors?|bishops?|husband|wife|wives|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|uncle|aunt|"
            r"grandmothers?|grandfathers?|parents?|relatives|couple|kin|engineers?|technicians?|scientists?|dockers?|"
            r"labou?rers?|employees?|clerks?|cooks?|watchm[ae]n|headmasters?|headmistress|conductors?|miners?|porters?|"
            r"shopkeepers?|sellers?|tailors?|carpenters?|butchers?|bakers?|mechanics?|actors?|musicians?|players?|"
            r"protesters?|demonstrators?|marchers?|motorists?|commuters?|tourists?|bystanders?|passers-?by|toddlers?|"
            r"schoolchildren|schoolgirls?|schoolboys?|inhabitants|townspeople|locals|non-?combatants?|trackm[ae]n|firem[ae]n|"
            r"firefighters?|plumbers?|electricians?|hunters?|woodcutters?|gatherers?|officials?|politicians?)\b"
        ),
        "civilian",
    ),
)
_POLICING = re.compile(r"(?i)\b(?:police|policem[ae]n|constables?|gendarmerie)\b")
_OFFICERS = re.compile(r"(?i)\bofficers?\b")


def sort_of(people: str | None, text: str) -> VictimGroup:
    """What sort of people the words name (codebook C6).

    Args:
        people: The words.
        text: The sentence they stand in: "officers" are of the police where it speaks of police.
    """
    if not people:
        return "unknown"
    if _OFFICERS.search(people) and _POLICING.search(text):
        return "police"
    found = group_in(people)
    if found != "unknown":
        return found
    return next((group for pattern, group in _MORE_GROUPS if pattern.search(people)), "unknown")
