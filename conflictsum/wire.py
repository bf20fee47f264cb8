"""The terse form in which a small model answers about one window: its question, its grammar, its expansion.

One line for each thing a sentence may hold, so that the model decides one small question at a time and silence
(``none``) is one token. Whatever it copies it can only copy from the window, and it is only offered numbers and times
that recognisers found: what it writes stands in the article by construction.
"""

from __future__ import annotations

import json
import re
from typing import cast

from conflictsum.article import Sentence
from conflictsum.choices import Choices
from conflictsum.drafts import Draft, DraftCasualty, DraftEvent, DraftStatement
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.cues import group_in, is_recalled, medium_in, method_in, quotes_in, repeated_in, status_in
from conflictsum.resolve.speakers import role_of
from conflictsum.resolve.tolls import find_tolls, people_after
from conflictsum.schema import Act, Novelty
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
            _add_event(draft, sentence, fields)
        elif parsed["kind"] == "harm":
            _add_casualties(draft, sentence, fields)
        else:
            _add_statement(draft, sentence, fields)
    return draft.model_dump_json()


def _fields(text: str) -> dict[str, str | None]:
    found = {match["name"]: match["text"] or match["bare"] for match in _FIELD.finditer(text)}
    if not found:
        raise ValueError('fields are written as name "words copied from the text", or name - where nothing is said')
    return {name: None if value == "-" else value for name, value in found.items()}


def _add_event(draft: Draft, sentence: Sentence, fields: dict[str, str | None]) -> None:
    if not fields.get("by") and not fields.get("hit"):
        return
    text = sentence.text
    repeated = repeated_in(text)
    method = method_in(text)
    doer = resolve_actor(fields.get("by") or "").kind
    by_state = doer in {"state_forces", "government", "coalition"}
    draft.events.append(
        DraftEvent(
            sentences=[sentence.number],
            words=text,
            kind="strike" if by_state or (doer == "unknown" and method == "air") else "attack",
            status=status_in(text),
            novelty=_novelty(text),
            method=method,
            perpetrator=fields.get("by"),
            # a state that strikes is its forces (codebook, the file)
            perpetrator_kind="state_forces" if by_state else "unknown",
            responsibility=None,
            responsibility_by=None,
            target=fields.get("hit"),
            target_actor=None,
            place=fields.get("in"),
            country=None,
            when=fields.get("when"),
            time=None,
            weapon=None,
            strikes_made=None,
            sites_hit=None,
            targets_hit=None,
            munitions_used=None,
            aggregate_count=repeated.count if repeated else None,
            aggregate_unit=repeated.unit if repeated else None,
        )
    )


def _add_casualties(draft: Draft, sentence: Sentence, fields: dict[str, str | None]) -> None:
    """One report, or two where the dead and the wounded are different people."""
    text = " ".join(sentence.text.split())
    killed, wounded = fields.get("killed"), fields.get("wounded")
    tolls = find_tolls(text)
    if (killed or wounded) in {text[start:end] for start, end in {*tolls.killed} & {*tolls.wounded}}:
        killed = wounded = killed or wounded  # "no casualties"
    dead, hurt = _people(text, killed), _people(text, wounded)
    groups: list[tuple[str | None, str | None, str | None]] = []
    if dead and hurt and dead != hurt and killed != wounded:
        groups = [(dead, killed, None), (hurt, None, wounded)]
    elif killed or wounded:
        groups = [(dead or hurt, killed, wounded)]
    source = fields.get("says")
    for victims, dead_count, hurt_count in groups:
        draft.casualties.append(
            DraftCasualty(
                sentences=[sentence.number],
                words=sentence.text,
                event=_nearest_event(draft, sentence),
                status="reported",
                novelty=_novelty(text),
                victims=victims,
                group=group_in(victims or ""),
                affiliation=None,
                killed=dead_count,
                wounded=hurt_count,
                missing=None,
                captured=None,
                sources=[source] if source else [],
            )
        )


def _people(text: str, number: str | None) -> str | None:
    at = text.find(number) if number else -1
    return people_after(text, (at, at + len(number))) if number and at >= 0 else None


def _add_statement(draft: Draft, sentence: Sentence, fields: dict[str, str | None]) -> None:
    quotes = quotes_in(sentence.text)
    told = any(sentence.number in record.sentences for record in (*draft.events, *draft.casualties))
    if not fields.get("by") or (told and not quotes and fields.get("act") == "report"):
        return  # whose words only tell of an event or a toll is its source, and makes no statement (codebook P2, P3)
    role, speaker = role_of(sentence.text, fields["by"] or "")
    draft.statements.append(
        DraftStatement(
            sentences=[sentence.number],
            words=sentence.text,
            speaker=speaker,
            speaker_kind="unknown",
            role=role,
            affiliation=None,
            addressee=fields.get("to") if fields.get("to") != fields.get("by") else None,
            act=cast("Act", fields.get("act") or "report"),
            gist=" ".join(sentence.text.split()),
            quotes=quotes,
            medium=medium_in(sentence.text),
            when=None,
        )
    )


def _nearest_event(draft: Draft, sentence: Sentence) -> int | None:
    """The event of the same sentence, else the last one told before it in the window."""
    return next(
        (n for n in range(len(draft.events), 0, -1) if draft.events[n - 1].sentences[0] <= sentence.number), None
    )


def _novelty(text: str) -> Novelty:
    return "background" if is_recalled(text) else "new"
