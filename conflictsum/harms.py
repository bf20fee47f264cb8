"""From an answer about the dead and wounded of a sentence to its casualty reports.

A small model says which numbers count and who gives them. Who the people are, which numbers belong together, and who is
missing or captured is read from the words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from conflictsum.article import Sentence
from conflictsum.choices import on_one_line
from conflictsum.drafts import Draft, DraftCasualty
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.cues import is_recalled
from conflictsum.resolve.individuals import bare_name
from conflictsum.resolve.kinds import ARMED_GROUPS
from conflictsum.resolve.reports import Report, reports_in
from conflictsum.resolve.speakers import find_speakers
from conflictsum.resolve.triggers import is_english
from conflictsum.schema import Status, VictimGroup

_PARTS = re.compile(r";|,?\s(?:while|whereas)\s|,\sbut\s")
_STATES = frozenset({"state_forces", "government", "coalition", "police"})
_AUTHORITY = re.compile(
    r"(?i)\b(?:army|military|ministry|ministers?|police|forces?|command|commander|headquarters|general|colonel|officials?|"
    r"staff|government|presidency|navy|spokesm[ae]n|spokesperson|spokeswoman)\b"
)
_NEUTRAL = re.compile(
    r"(?i)\b(?:doctors?|medics?|medical|hospitals?|clinic|morgue|residents?|witness(?:es)?|villagers?|locals?|relatives|"
    r"observatory|monitors?|rights|UN|United Nations|charity|network|agency|newspaper|media|journalists?|reporters?|"
    r"mayor|governor|teachers?|firem[ae]n|fire brigade|rescue\w*|prosecutors?|court|elders?)\b"
)
_REBELS = re.compile(
    r"(?i)\b(?:group|rebels?|insurgents?|guerrillas?|movement|separatists?|militia|faction|resistance|ambushers|militants)"
    r"[’']?s?\s(?:\w+\s)?(?:spokes\w+|statement|leader|commander|said|say|says|claimed|claims)\b|"
    r"\b(?:Liberation|Revolution\w*|Resistance|People[’']s) (?:\w+ )?(?:Army|Forces?|Front|Units?)\b"
)
_ENEMY = re.compile(r"(?i)\b(?:enemy|enemies|aggressors?|occupiers?|occupation|invaders?)\b")
_OWNING_UP = re.compile(r"(?i)\b(?:admit(?:s|ted)?|acknowledge[sd]?|concede[sd]?|mourn(?:s|ed)?|of its own|its own)\b")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_DEMONYM = re.compile(r"(?:[Tt]he )?(?P<name>[A-Z][a-z]+(?:an|i|ish|ese|ch|ek|sh))\s[a-z]")
_OFFICIAL = frozenset(
    "Ministry Ministers Defence Defense Army Air Force Navy General Staff Public Relations The".split()
)
_STEM = 4  # letters that a country and its people share
_FIGHTERS: frozenset[VictimGroup] = frozenset({"military", "police", "militant"})
_GENERAL = frozenset({None, "people", "persons"})


def add_casualties(draft: Draft, sentence: Sentence, fields: Mapping[str, str | None]) -> None:
    """Adds the casualty reports of a sentence, or what it adds to the report before.

    Args:
        draft: What the window has told so far.
        sentence: The sentence.
        fields: The answer: the words for the numbers of dead (``killed``) and wounded (``wounded``), and for who gives
            them (``says``).
    """
    text = on_one_line(sentence.text)
    for report in answered(text, fields):
        source = _source(text, report, fields.get("says"))
        told = _draft(draft, sentence, report, source)
        last = draft.casualties[-1] if draft.casualties else None
        if last and _goes_on(last, told, report, draft):
            draft.casualties[-1] = _joined(last, told)
        else:
            draft.casualties.append(told)


def answered(text: str, fields: Mapping[str, str | None]) -> list[Report]:
    """The reports of a sentence that an answer leaves standing.

    A number that was passed over goes; groups that nobody asked about stay. Where the answer names no number at all,
    only the missing and captured are left.
    """
    killed, wounded = fields.get("killed"), fields.get("wounded")
    reports = reports_in(text) if is_english(text) else []
    known = {words for report in reports for words in (report.killed, report.wounded)}
    if not {killed, wounded} - {None} <= known:
        return [Report(0, None, "unknown", None, killed=killed, wounded=wounded)]
    kept = []
    for report in reports:
        told = replace(report, killed=None, wounded=None) if killed is wounded is None else _as_answered(report, fields)
        if told.numbers:
            kept.append(told)
    return kept


def _as_answered(report: Report, fields: Mapping[str, str | None]) -> Report:
    """The report without the number that the answer about its other one left out; "no casualties" denies both."""
    if report.killed == report.wounded:
        return report
    if report.killed and report.killed == fields.get("killed") and not fields.get("wounded"):
        return replace(report, wounded=None)
    if report.wounded and report.wounded == fields.get("wounded") and not fields.get("killed"):
        return replace(report, killed=None)
    return report


def _draft(draft: Draft, sentence: Sentence, report: Report, source: str | None) -> DraftCasualty:
    event = nearest_event(draft, sentence)
    doer = draft.events[event - 1].perpetrator if event else None
    return DraftCasualty(
        sentences=[sentence.number],
        words=sentence.text,
        event=event,
        status=_status(report, source, doer, sentence.text),
        novelty="background" if report.earlier or is_recalled(sentence.text) else "new",
        victims=report.victims,
        group=report.group,
        affiliation=report.affiliation,
        killed=report.killed,
        wounded=report.wounded,
        missing=report.missing,
        captured=report.captured,
        sources=[source] if source else [],
    )


def _source(text: str, report: Report, answer: str | None) -> str | None:
    """Who gives the figure: whoever speaks in its own part of the sentence, where several parts have speakers."""
    if report.by:
        return report.by
    starts = [0, *(match.end() for match in _PARTS.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(starts)]
    heard = [[part[slice(*span)] for span in find_speakers(part)] for part in parts]
    own = max((n for n, start in enumerate(starts[:-1]) if start <= report.at), default=0)
    if sum(map(bool, heard)) > 1 and heard[own] and answer not in heard[own]:
        return heard[own][0]
    return answer


def _status(report: Report, source: str | None, doer: str | None, text: str) -> Status:
    """Claimed where a party gives its enemy's losses or the effect of its own act (codebook C9)."""
    if not source:
        return "reported"
    own = doer is not None and report.group not in _FIGHTERS and resolve_actor(doer).name == resolve_actor(source).name
    return "claimed" if own or _of_enemy(report, source, text) else "reported"


def _of_enemy(report: Report, source: str, text: str) -> bool:
    """Whether a party gives the losses of its enemy, and does not own up to those of its own side."""
    kind = resolve_actor(source).kind
    if _OWNING_UP.search(text) or _NEUTRAL.search(source):
        return False
    rebels = kind in ARMED_GROUPS or (kind == "unknown" and bool(_REBELS.search(text)))
    if report.group in {"military", "police"}:
        return rebels or bool(_ENEMY.search(text)) or _foreign(report.victims, source)
    state = kind in _STATES or (kind == "unknown" and not rebels and bool(_AUTHORITY.search(f"{source} {text}")))
    return report.group == "militant" and state


def _foreign(victims: str | None, source: str) -> bool:
    """Whether people of one country are told of by the authorities of another: "Kenyan soldiers", "Kampala's army"."""
    own = [word for word in _NAME.findall(source) if word not in _OFFICIAL]
    theirs = _DEMONYM.match(victims or "")
    return theirs is not None and bool(own) and not any(word[:_STEM] == theirs["name"][:_STEM] for word in own)


def _goes_on(last: DraftCasualty, told: DraftCasualty, report: Report, draft: Draft) -> bool:
    """Whether a sentence only adds the wounded to the dead of the one before (codebook C1, C2)."""
    if not last.killed or last.wounded or not told.wounded or told.killed or told.missing or told.captured:
        return False
    if told.sentences[0] - last.sentences[-1] != 1 or last.novelty != told.novelty:
        return False
    if told.group not in {"unknown", last.group} and last.group != "unknown":
        return False
    if report.others:
        return not told.sources or _same_source(told.sources, last.sources)
    own_event = any(told.sentences[0] in event.sentences for event in draft.events)
    if bare_name(last.victims or "") and last.group == told.group in _FIGHTERS:
        return not told.sources and not own_event
    return not told.sources and not own_event and {report.victims, last.victims} <= _GENERAL


def _same_source(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(first in second or second in first for first in one for second in other)


def _joined(last: DraftCasualty, told: DraftCasualty) -> DraftCasualty:
    update = {
        "sentences": [*last.sentences, *told.sentences],
        "wounded": told.wounded,
        "sources": last.sources or told.sources,
        "victims": (told.victims if bare_name(last.victims or "") else None) or last.victims or told.victims,
    }
    return last.model_copy(update=update)


def nearest_event(draft: Draft, sentence: Sentence) -> int | None:
    """The event of the same sentence, else the last one told before it in the window; counted from 1."""
    return next(
        (n for n in range(len(draft.events), 0, -1) if draft.events[n - 1].sentences[0] <= sentence.number), None
    )
