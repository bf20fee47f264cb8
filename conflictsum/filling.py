"""The draft that the answers about a window stand for; of what was not asked, the likeliest that recognisers found."""

from __future__ import annotations

from dataclasses import replace

from conflictsum.blanks import FORMS, Answers, Fields, Kind, kinds_of
from conflictsum.choices import Choices, choices_in
from conflictsum.details import details
from conflictsum.drafts import Draft, DraftEvent
from conflictsum.harms import add_casualties
from conflictsum.resolve.actors import is_state, resolve_actor
from conflictsum.resolve.arms import is_of_state, is_stand_off
from conflictsum.resolve.cues import is_recalled, repeated_in
from conflictsum.resolve.methods import method_in, status_in
from conflictsum.resolve.tellings import tellings
from conflictsum.schema import Novelty
from conflictsum.statements import add_statement
from conflictsum.windows import Target, Window


def filled(answers: Answers, window: Window) -> Draft:
    """The draft of one window.

    Args:
        answers: What the model was asked and answered.
        window: What it was asked about.
    """
    draft = Draft(events=[], casualties=[], statements=[])
    for target in window.targets:
        for kind in kinds_of(target.choices):
            fields = answers.get((target.number, kind), {})
            if fields is None or (target.choices.free and not fields):
                continue
            fields = {**_likeliest(kind, target.choices), **fields}
            if kind == "event":
                for text, told in _told(target, fields):
                    _add_event(draft, replace(target, sentence=replace(target.sentence, text=text)), window, told)
            elif kind == "harm":
                add_casualties(draft, target.sentence, fields)
            else:
                add_statement(draft, target.sentence, target.choices, fields)
    return draft


def _told(target: Target, fields: Fields) -> list[tuple[str, Fields]]:
    """Words and answers for each act that a sentence tells of; what was answered about the sentence is the first's."""
    if target.choices.free:
        return [(target.sentence.text, fields)]
    told: list[tuple[str, Fields]] = []
    parts = tellings(target.sentence.text)
    for part in parts:
        own = fields if part.text == target.sentence.text else _likeliest("event", choices_in(part.text))
        if part is parts[0] and not own["by"]:
            own = {**own, "by": fields["by"]}
        told.append((part.text, {**own, "hit": part.hit or own["hit"], "in": part.place or own["in"]}))
    return told


def _likeliest(kind: Kind, choices: Choices) -> Fields:
    found = {name: getattr(choices, source) if source else () for name, source in FORMS[kind].items()}
    return {name: given[0] if given and not choices.free else None for name, given in found.items()}


def _add_event(draft: Draft, target: Target, window: Window, fields: Fields) -> None:
    choices = target.choices
    # whom a model takes from other sentences is one voice among others: it makes and files no event, see attribution
    named = fields.get("by") if choices.agents or choices.free else None
    if not (named or fields.get("hit") or fields.get("in")):
        return
    sentence = target.sentence
    text = sentence.text
    repeated = repeated_in(text)
    method = method_in(text)
    doer = resolve_actor(named or "").kind
    status = status_in(text)
    around = [other.text for other in window.sentences if other.number != sentence.number]
    by_state = is_state(named)
    state_means = not named and method in {"artillery", "missile", "naval"} and is_of_state(text)
    by_air = doer == "unknown" and (method == "air" or state_means)
    afar = is_stand_off(text) if method in {"unspecified", "bombing", "other"} else True
    draft.events.append(
        DraftEvent(
            sentences=[target.lead.number, sentence.number] if target.lead else [sentence.number],
            words=text,
            kind="strike" if (by_state and afar) or by_air else "attack",
            status=status,
            novelty=_novelty(text),
            method=method,
            perpetrator=fields.get("by"),
            # a state that strikes is its forces (codebook, the file)
            perpetrator_kind="state_forces" if is_state(fields.get("by")) else "unknown",
            responsibility=None,
            responsibility_by=None,
            target=fields.get("hit"),
            place=fields.get("in"),
            when=fields.get("when"),
            aggregate_count=repeated.count if repeated else None,
            aggregate_unit=repeated.unit if repeated else None,
            **details(sentence, fields, status, around),
        )
    )


def _novelty(text: str) -> Novelty:
    return "background" if is_recalled(text) else "new"
