"""The terse form in which a small model answers about one window: its question, its grammar, its expansion.

One line for each thing a sentence may hold, so that the model decides one small question at a time and silence
(``none``) is one token. Whatever it copies it can only copy from the window, and it is only offered numbers and times
that recognisers found: what it writes stands in the article by construction.
"""

from __future__ import annotations

import json
import re

from conflictsum.article import Sentence
from conflictsum.choices import Choices, choices_in
from conflictsum.details import details
from conflictsum.drafts import Draft, DraftEvent
from conflictsum.harms import add_casualties
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.arms import is_stand_off
from conflictsum.resolve.cues import is_recalled, method_in, repeated_in, status_in
from conflictsum.resolve.records import STATE_KINDS
from conflictsum.schema import Novelty
from conflictsum.statements import add_statement
from conflictsum.windows import Window

WINDOW_TOKENS = 700

_HEADER = "%llguidance {}\n"
_LINE = re.compile(r"(?P<number>\d+) (?P<kind>event|harm|said): (?P<rest>.*)")
_FIELD = re.compile(r'(?P<name>[a-z]+) (?:"(?P<text>[^"\n]*)"|(?P<bare>[^\s"]+))(?: |$)')
# the recognisers of these are right more often than a small model that leaves them out
_NEVER_BLANK = frozenset({"agents", "times", "targets", "speakers"})


def question(window: Window) -> str:
    """The window as data, its sentences numbered from 1."""
    lines = [
        f"[{number}] {' '.join(sentence.text.split())}" for number, sentence in enumerate(window.sentences, start=1)
    ]
    return "TEXT\n" + "\n".join(lines) + "\nANSWER"


def grammar(window: Window) -> str:
    """A Lark grammar (llguidance) that allows only answers about what each sentence may hold."""
    rules: list[str] = []
    lines: list[str] = []
    for target in window.targets:
        rules += _answers(target.number, target.choices)
        lines += _lines(target.number, target.choices)
    return _HEADER + "start: " + ' "\\n" '.join(lines) + "\n" + "\n".join(rules)


def _lines(number: int, choices: Choices) -> list[str]:
    """For each question a sentence is worth, one line."""
    forms = {
        "event": 'by " agents{n} " hit " targets{n} " in " places{n} " when " times{n}',
        "harm": 'killed " killed{n} " wounded " wounded{n} " says " speakers{n}',
        "said": 'by " speakers{n} " act " acts{n} " to " parties{n}',
    }
    asked = {"event": choices.event, "harm": choices.harm, "said": choices.speech}
    # recognisers know a toll when they see one: there a small model's "none" is wrong more often than right
    sure = {"harm"} if not choices.free else set()
    return [
        f'"{number} {kind}: {form.format(n=number)}'
        if kind in sure
        else f'"{number} {kind}: " ("none" | "{form.format(n=number)})'
        for kind, form in forms.items()
        if asked[kind]
    ]


def _answers(number: int, choices: Choices) -> list[str]:
    """The rules for what may be written in each field."""
    rules = [
        f'copy{number}: "-" | "\\"" COPY{number} "\\""',
        f"COPY{number}: %regex {json.dumps({'substring_words': choices.text})}",
        f"acts{number}: {' | '.join(map(json.dumps, choices.acts))}",
    ]
    for name in ("agents", "targets", "parties", "places", "times", "killed", "wounded", "speakers"):
        options = [json.dumps(f'"{text}"') for text in getattr(choices, name)]
        if name not in _NEVER_BLANK or not options:
            options.append('"-"')
        rules.append(f"{name}{number}: " + (f"copy{number}" if choices.free else " | ".join(options)))
    return rules


def expand(terse: str, window: Window) -> str:
    """The draft that a terse answer stands for, as JSON.

    Raises:
        ValueError: When a line does not fit the form.
    """
    draft = Draft(events=[], casualties=[], statements=[])
    for line in filter(None, map(str.strip, terse.splitlines())):
        parsed = _LINE.fullmatch(line)
        if parsed is None or not 0 < int(parsed["number"]) <= len(window.sentences):
            raise ValueError("a line must begin with a sentence number and event:, harm: or said:")
        if parsed["rest"] == "none":
            continue
        sentence = window.sentences[int(parsed["number"]) - 1]
        fields = _fields(parsed["rest"])
        if parsed["kind"] == "event":
            _add_event(draft, sentence, window, fields)
        elif parsed["kind"] == "harm":
            add_casualties(draft, sentence, fields)
        else:
            add_statement(draft, sentence, _choices(window, int(parsed["number"])), fields)
    return draft.model_dump_json()


def _choices(window: Window, number: int) -> Choices:
    asked = next((target.choices for target in window.targets if target.number == number), None)
    return asked or choices_in(window.sentences[number - 1].text)


def _fields(text: str) -> dict[str, str | None]:
    found = {match["name"]: match["text"] or match["bare"] for match in _FIELD.finditer(text)}
    if not found:
        raise ValueError('fields are written as name "words copied from the text", or name - where nothing is said')
    return {name: None if value == "-" else value for name, value in found.items()}


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
