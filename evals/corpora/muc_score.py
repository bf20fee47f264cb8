"""Scores a summary against the templates of a MUC-4 key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conflictsum.resolve.victim_groups import group_in
from conflictsum.schema import ConflictSummary
from evals.align import align
from evals.compare import compare_actors, compare_counts, compare_descriptions, normal
from evals.corpora.fills import LEAST, best, judge_fills, single
from evals.corpora.muc_key import key_of
from evals.corpora.muc_response import responses
from evals.corpora.muc_slots import compare_chains, compare_periods, compare_stages, compare_types
from evals.score import CaseScore, Failure
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evals.corpora.fills import Compare
    from evals.corpora.muc import MucCase
    from evals.corpora.muc_key import Key
    from evals.corpora.muc_response import Response
    from evals.judge import Verdict

TEMPLATES = "templates"
# name, what compares it, and how much it says about which incident is meant; as in scoring.toml, where a perpetrator
# and a target are one field each
SLOTS: dict[str, tuple[Compare, float]] = {
    "type": (compare_types, 1.0),
    "stage": (compare_stages, 0.0),
    "date": (compare_periods, 1.0),
    "location": (compare_chains, 1.5),
    "individuals": (lambda gold, actor: compare_descriptions(gold, actor.text), 1.0),
    "organisations": (compare_actors, 1.0),
    "physical": (compare_descriptions, 1.0),
    "human": (compare_descriptions, 1.0),
    "killed": (compare_counts, 1.0),
    "injured": (compare_counts, 1.0),
}
_DECISIVE = ("individuals", "organisations", "physical", "human")


def score_muc(case: MucCase, outcome: ConflictSummary | Failure) -> CaseScore:
    """Scores what became of one document.

    Args:
        case: The document and its key.
        outcome: The summary, or how the run failed: then every template is missed.

    Returns:
        Counts under ``templates``, ``templates.SLOT`` and, within matched templates, ``templates.SLOT|matched``;
        ``templates.*`` stands for all slots.
    """
    document = case.document
    found = responses(outcome) if isinstance(outcome, ConflictSummary) else []
    keys = [key_of(template, document) for template in document.templates]
    table = [[_verdicts(key, response) for response in found] for key in keys]
    similarities = [[_similarity(verdicts, key) for verdicts in row] for key, row in zip(keys, table, strict=True)]
    pairs = align(similarities, LEAST)
    score = CaseScore(
        case=document.id,
        tags=(),
        failure=outcome if isinstance(outcome, Failure) else None,
        empty=all(template.optional for template in document.templates),
        pairs={},
    )
    for row, column in pairs:
        _count(score, Slots(cor=1), table[row][column], matched=True)
    missed = {*range(len(keys))} - {row for row, _ in pairs}
    for row in sorted(missed):
        if not document.templates[row].optional:
            _count(score, Slots(mis=1), _verdicts(keys[row], None))
    for column in sorted({*range(len(found))} - {column for _, column in pairs}):
        if not found[column].optional:
            _count(score, Slots(spu=1), _verdicts({}, found[column]))
    return score


def _count(score: CaseScore, whole: Slots, verdicts: Mapping[str, Verdict], *, matched: bool = False) -> None:
    score.slots[TEMPLATES] += whole
    for name, verdict in verdicts.items():
        for slot in (name, "*"):
            score.slots[f"{TEMPLATES}.{slot}"] += verdict.slots
            if matched:
                score.slots[f"{TEMPLATES}.{slot}|matched"] += verdict.slots


def _similarity(verdicts: Mapping[str, Verdict], key: Key) -> float:
    """The weighted mean over slots filled on either side; 0 where the templates cannot be of one incident.

    They can be where the type agrees at least partly, and so does one of the perpetrator and target slots (MUC-4
    proceedings, appendix C, 3.2.1); where a key names neither, the location.
    """
    decisive = [name for name in _DECISIVE if key[name]] or ["location"]
    if not verdicts["type"].similarity or not any(verdicts[name].similarity for name in decisive):
        return 0.0
    filled = [(verdict.similarity, SLOTS[name][1]) for name, verdict in verdicts.items() if verdict.slots]
    return sum(similarity * weight for similarity, weight in filled) / sum(weight for _, weight in filled)


def _verdicts(key: Key, response: Response | None) -> dict[str, Verdict]:
    given = {} if response is None else _given(key, response)
    return {name: judge_fills(key.get(name, ()), given.get(name, ()), compare) for name, (compare, _) in SLOTS.items()}


def _given(key: Key, response: Response) -> dict[str, tuple[Any, ...]]:
    """The values of a response, slot by slot.

    A record has one perpetrator and one target, a template two slots for each. Each value goes into the slot whose
    fills it is more like; where it is like none, an actor known by another name is an organisation, and what is no
    person is a physical target.
    """
    values: dict[str, tuple[Any, ...]] = {
        "type": (response.type,),
        "stage": (response.stage,),
        "date": single(response.days),
        "location": single(response.place),
        "human": response.victims,
        "killed": single(response.killed),
        "injured": single(response.injured),
    }
    actor, target = response.perpetrator, response.target
    if actor is not None:
        known = normal(actor.name) != normal(actor.text)
        slots = ("organisations", "individuals") if known else ("individuals", "organisations")
        values[_likelier(key, slots, actor)] = (actor,)
    if target is not None:
        person = group_in(target) != "unknown"
        slots = ("human", "physical") if person else ("physical", "human")
        if _likelier(key, slots, target) == "physical":
            values["physical"] = (target,)
        elif all(compare_descriptions(victim, target).outcome == "inc" for victim in response.victims):
            values["human"] = (target, *response.victims)
    return values


def _likelier(key: Key, slots: Sequence[str], value: Any) -> str:
    """The slot with the fill that a value is most like; the first one where several, or none, fit."""

    def likeness(slot: str) -> float:
        return max((best(fill, value, SLOTS[slot][0]).similarity for fill in key.get(slot, ())), default=0.0)

    return max(slots, key=likeness)
