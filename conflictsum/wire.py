"""The terse form in which a small model answers about one window: its question, its grammar, its expansion.

It is asked only what recognisers cannot tell: who did it, where the sentence itself does not say. It chooses among
names from the sentences around, so what it answers stands in the article by construction. Of sentences that the
recognisers cannot read (not in English) everything is asked, and any of their words may be copied.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from conflictsum.article import Sentence
from conflictsum.choices import Choices
from conflictsum.details import details
from conflictsum.drafts import Draft, DraftEvent
from conflictsum.harms import add_casualties
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.arms import is_stand_off
from conflictsum.resolve.cues import is_recalled, repeated_in
from conflictsum.resolve.methods import method_in, status_in
from conflictsum.resolve.records import STATE_KINDS
from conflictsum.schema import Novelty
from conflictsum.statements import add_statement
from conflictsum.windows import Target, Window

WINDOW_TOKENS = 700

_HEADER = "%llguidance {}\n"
_BLANK = "-"
_SPACE = ' " " '
_LINE = re.compile(r"(?P<number>\d+) (?P<kind>event|harm|said): (?P<rest>.*)")
_FIELD = re.compile(r'(?P<name>[a-z]+) (?:"(?P<text>[^"\n]*)"|(?P<bare>[^\s"]+))(?: |$)')
# the fields of each line, and where their answers come from
_FORMS = {
    "event": {"by": "agents", "hit": "targets", "in": "places", "when": "times"},
    "harm": {"killed": "killed", "wounded": "wounded", "says": "speakers"},
    "said": {"by": "speakers", "act": "acts", "to": "parties"},
}

Fields = dict[str, str | None]


def question(window: Window) -> str:
    """The window as data, its sentences numbered from 1."""
    lines = [
        f"[{number}] {' '.join(sentence.text.split())}" for number, sentence in enumerate(window.sentences, start=1)
    ]
    return "TEXT\n" + "\n".join(lines) + "\nANSWER"


def grammar(window: Window) -> str | None:
    """A Lark grammar (llguidance) that allows only answers to what is open; None where nothing is."""
    asked = ((target, kind) for target in window.targets for kind in _kinds(target.choices))
    lines = [line for target, kind in asked if (line := _line(target, kind, window))]
    rules = [rule for target in window.targets if target.choices.free for rule in _copying(target)]
    return _HEADER + "\n".join(["start: " + ' "\\n" '.join(lines), *rules]) if lines else None


def _kinds(choices: Choices) -> list[str]:
    """What a sentence holds."""
    return [kind for kind, holds in zip(_FORMS, (choices.event, choices.harm, choices.speech), strict=True) if holds]


def _line(target: Target, kind: str, window: Window) -> str | None:
    """The rule for the line about one thing in a sentence; None where nothing of it is open."""
    choices = target.choices
    if choices.free:
        copy = f"copy{target.number}"
        fields = [f'"{name} " {_any(choices.acts) if name == "act" else copy}' for name in _FORMS[kind]]
        return f'"{target.number} {kind}: " ("none" | {_SPACE.join(fields)})'
    fields = [f'"{name} " {_any(answers)}' for name, answers in _open(kind, choices, window).items()]
    return f'"{target.number} {kind}: " {_SPACE.join(fields)}' if fields else None


def _open(kind: str, choices: Choices, window: Window) -> dict[str, list[str]]:
    """The fields that recognisers leave open, with their possible answers: what the sentences around may tell."""
    if kind != "event" or choices.agents or not window.doers:
        return {}
    return {"by": [*(f'"{doer}"' for doer in window.doers), _BLANK]}


def _any(answers: Sequence[str]) -> str:
    return f"({' | '.join(map(json.dumps, answers))})"


def _copying(target: Target) -> list[str]:
    """The rules by which any words of a sentence may be copied."""
    number, words = target.number, json.dumps({"substring_words": target.choices.text})
    return [f'copy{number}: "{_BLANK}" | "\\"" COPY{number} "\\""', f"COPY{number}: %regex {words}"]


def expand(terse: str, window: Window) -> str:
    """The draft that a terse answer stands for, as JSON.

    Args:
        terse: The lines; of what is not answered, the likeliest stands.
        window: What was asked about.

    Raises:
        ValueError: When a line does not fit the form.
    """
    answers = _answers(terse, window)
    draft = Draft(events=[], casualties=[], statements=[])
    for target in window.targets:
        for kind in _kinds(target.choices):
            fields = answers.get((target.number, kind), {})
            if fields is None or (target.choices.free and not fields):
                continue
            fields = {**_likeliest(kind, target.choices), **fields}
            if kind == "event":
                _add_event(draft, target.sentence, window, fields)
            elif kind == "harm":
                add_casualties(draft, target.sentence, fields)
            else:
                add_statement(draft, target.sentence, target.choices, fields)
    return draft.model_dump_json()


def _likeliest(kind: str, choices: Choices) -> Fields:
    answers = {name: getattr(choices, source) for name, source in _FORMS[kind].items() if name != "to"}
    return {name: given[0] if given and not choices.free else None for name, given in answers.items()}


def _answers(terse: str, window: Window) -> dict[tuple[int, str], Fields | None]:
    """The fields of each line; None for a line that says none."""
    asked = {target.number for target in window.targets}
    answers: dict[tuple[int, str], Fields | None] = {}
    for line in filter(None, map(str.strip, terse.splitlines())):
        parsed = _LINE.fullmatch(line)
        if parsed is None or int(parsed["number"]) not in asked:
            raise ValueError("a line must begin with the number of a sentence asked about and event:, harm: or said:")
        answers[int(parsed["number"]), parsed["kind"]] = None if parsed["rest"] == "none" else _fields(parsed["rest"])
    return answers


def _fields(text: str) -> Fields:
    found = {match["name"]: match["text"] or match["bare"] for match in _FIELD.finditer(text)}
    if not found:
        raise ValueError('fields are written as name "words copied from the text", or name - where nothing is said')
    return {name: None if value == _BLANK else value for name, value in found.items()}


def _add_event(draft: Draft, sentence: Sentence, window: Window, fields: dict[str, str | None]) -> None:
    if not fields.get("by") and not fields.get("hit"):
        return
    text = sentence.text
    repeated = repeated_in(text)
    method = method_in(text)
    doer = resolve_actor(fields.get("by") or "").kind
    status = status_in(text)
    around = [other.text for other in window.sentences if other != sentence]
    by_state = doer in STATE_KINDS
    afar = is_stand_off(text) if method in {"unspecified", "bombing", "other"} else True
    draft.events.append(
        DraftEvent(
            sentences=[sentence.number],
            words=text,
            kind="strike" if (by_state and afar) or (doer == "unknown" and method == "air") else "attack",
            status=status,
            novelty=_novelty(text),
            method=method,
            perpetrator=fields.get("by"),
            # a state that strikes is its forces (codebook, the file)
            perpetrator_kind="state_forces" if by_state else "unknown",
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
