"""What sort of people words name: civilians, soldiers, police, militants ... (codebook C6)."""

from __future__ import annotations

import re

from conflictsum.resolve.names import cue
from conflictsum.schema import VictimGroup

_GROUPS: tuple[tuple[re.Pattern[str], VictimGroup], ...] = (
    (cue(r"journalists?|reporters?|cameram[ae]n|photographers?|media workers?"), "journalist"),
    (
        cue(
            r"aid workers?|humanitarian\w*|paramedics?|red (?:cross|crescent)|un (?:staff|employees?|workers?)|"
            r"volunteers?|medics?"
        ),
        "aid_worker",
    ),
    (cue(r"police\w*|gendarmes?|constables?"), "police"),
    (
        cue(
            r"soldiers?|troops?|servicem[ae]n|service members?|marines?|sailors?|airm[ae]n|paratroopers?|"
            r"conscripts?|us personnel|military personnel|officers?|generals?|colonels?|peacekeepers?|personnel"
        ),
        "military",
    ),
    (
        cue(
            r"militants?|fighters?|gunm[ae]n|rebels?|insurgents?|terrorists?|jihadists?|militia\w*|combatants?|"
            r"operatives?|commanders?|attackers?|bombers?"
        ),
        "militant",
    ),
    (
        cue(
            r"civilians?|residents?|villagers?|wom[ae]n|child(?:ren)?|girls?|boys?|babies|baby|infants?|"
            r"teenagers?|famil(?:y|ies)|students?|pupils?|teachers?|farmers?|worshipp?ers?|passengers?|"
            r"patients?|pilgrims?|shoppers?|workers?|drivers?|doctors?|nurses?|refugees?|displaced|worshippers|crew"
        ),
        "civilian",
    ),
)
_MORE_GROUPS: tuple[tuple[re.Pattern[str], VictimGroup], ...] = (
    (
        re.compile(
            r"(?i)\b(?:jawans?|navy crew|recruits?|sergeants?|corporals?|lieutenants?|majors?|brigadiers?|admirals?|"
            r"subedars?|havildars?|naiks?|riflem[ae]n|guardsm[ae]n|rangers?|commandos?|cadets?|reservists?|draftees?|"
            r"infantrym[ae]n|sappers?|gunners?|army captain|Private(?=\s[A-Z])|sepoys?|paratroopers?|legionnaires?|"
            r"(?:Captain|Capt|Lt|Maj|Gen|Col|Brig|Sgt|Cpl)(?=\.?\s[A-Z]))"
        ),
        "military",
    ),
    (re.compile(r"(?i)\b(?:patrolm[ae]n|inspectors?|gendarmes?)\b"), "police"),
    (
        re.compile(
            r"(?i)\b(?:guerrillas?|assailants?|assassins?|bodyguards?|kidnappers?|hijackers?|bandits?|gangsters?|"
            r"terrorists?|Maoists?|suicide bombers?|cadres?|separatists?|raiders?|"
            r"khw?arij|khariji?|extremists?|mercenar(?:y|ies)|infiltrators?|invaders?|ringleaders?|warlords?|hitm[ae]n)\b"
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
            r"schoolchildren|schoolgirls?|schoolboys?|inhabitants|townspeople|locals|non-?combatants?|trackm[ae]n|"
            r"firem[ae]n|"
            r"firefighters?|plumbers?|electricians?|hunters?|woodcutters?|gatherers?|officials?|politicians?|"
            r"security guards?|night guards?|welders?|pharmacists?|midwi(?:fe|ves)|surgeons?|dentists?|geologists?|"
            r"surveyors?|"
            r"nephews?|nieces?|cousins?|grandsons?|granddaughters?|grandchildren|twins|widows?|orphans?|novices?|"
            r"motorm[ae]n|deckhands?|engine-room hands?|stewards?|boatm[ae]n|ferrym[ae]n|proprietors?|caretakers?|"
            r"cleaners?|"
            r"deputy head|heads? of|directors?|managers?|bureaucrats?|civil servants?|diplomats?|ambassadors?|envoys?|"
            r"lawmakers?|senators?|magistrates?|professors?|lecturers?|researchers?|writers?|poets?|singers?|artists?|"
            r"elders?|sheikhs?|chieftains?|preachers?|muezzins?|clerics?|deacons?|missionar(?:y|ies)|catechists?|"
            r"cyclists?|pedestrians?|mourners?|guests?|celebrants?|migrants?|returnees?|beekeepers?|loggers?|"
            r"herdsm[ae]n|pastoralists?|nomads?|gardeners?|guides?|interpreters?|contractors?|builders?|masons?|"
            r"survivors of|settlers?|activists?|neighbou?rs?|newborns?|schoolmasters?|barbers?|waiters?|bakers?)\b"
        ),
        "civilian",
    ),
)
# sorts that the first words of a list would get wrong: mates of a merchant ship, guards of a force
_SPECIAL: tuple[tuple[re.Pattern[str], VictimGroup], ...] = (
    (re.compile(r"(?i)^(?:\S+\s)?(?:passengers?|crew members?)$"), "unknown"),
    (re.compile(r"(?i)\b(?:first|second|third|chief|radio|deck) officers?\b"), "civilian"),
    (re.compile(r"(?i)\bvolunteer (?:rangers?|soldiers?|fighters?|defenders?|battalion)\b"), "military"),
)
_POLICING = re.compile(r"(?i)\b(?:police|policem[ae]n|constables?|gendarmerie)\b")
_OFFICERS = re.compile(r"(?i)\bofficers?\b")


def group_in(victims: str) -> VictimGroup:
    """What sort of people the words name; ``mixed`` where they name several sorts, ``unknown`` where none."""
    groups = [group for pattern, group in _GROUPS if pattern.search(victims)]
    if not groups:
        return "unknown"
    return "mixed" if len(groups) > 1 and " and " in victims else groups[0]


def sort_of(people: str | None, text: str) -> VictimGroup:
    """What sort of people the words name (codebook C6).

    Args:
        people: The words.
        text: The sentence they stand in: "officers" are of the police where it speaks of police.
    """
    if not people:
        return "unknown"
    for pattern, group in _SPECIAL:
        if pattern.search(people):
            return group
    if _OFFICERS.search(people) and _POLICING.search(text):
        return "police"
    found = group_in(people)
    if found != "unknown":
        return found
    return next((group for pattern, group in _MORE_GROUPS if pattern.search(people)), "unknown")
