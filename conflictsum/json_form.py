"""The JSON form of the same questions, for servers that take no grammar.

There is a schema for those that honour one; the reading refuses everything else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from conflictsum.blanks import NOTHING, Answers, Fields, Kind, Line, lines_of
from conflictsum.windows import Window
from conflictsum.wire import numbered

_COPY = f"words copied from the sentence, or {NOTHING}"


def json_question(window: Window) -> str:
    """The window as data, and the form of the answer, as some servers do not show the schema to the model."""
    lines = lines_of(window)
    form = {_key(line): {name: answers or _COPY for name, answers in line.blanks.items()} for line in lines}
    free = any(line.free for line in lines)
    return (
        f"{numbered(window)}\nANSWER as a JSON object of this form, with one of the words of each list"
        f"{' (null for a line about nothing)' if free else ''}:\n{json.dumps(form, ensure_ascii=False)}"
    )


def schema(window: Window) -> dict[str, Any] | None:
    """The JSON schema that allows only answers to what is open; None where nothing is."""
    lines = lines_of(window)
    return _object({_key(line): _line(line) for line in lines}) if lines else None


def _line(line: Line) -> dict[str, Any]:
    fields = _object({name: _field(answers) for name, answers in line.blanks.items()})
    return {"anyOf": [{"type": "null"}, fields]} if line.free else fields


def _field(answers: Sequence[str] | None) -> dict[str, Any]:
    return {"type": "string"} if answers is None else {"type": "string", "enum": list(answers)}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _key(line: Line) -> str:
    return f"{line.kind}_{line.number}"


def read_json(text: str, window: Window) -> Answers:
    """What a JSON answer says.

    Args:
        text: The answer.
        window: What was asked about.

    Raises:
        ValueError: When it is not of the form; the reason does not repeat it.
    """
    try:
        given = json.loads(text)
    except ValueError:
        raise ValueError("the answer must be one JSON object") from None
    lines = {_key(line): line for line in lines_of(window)}
    if not isinstance(given, dict) or given.keys() != lines.keys():
        raise ValueError(f"the keys of the object must be {', '.join(lines)}")
    answers: dict[tuple[int, Kind], Fields | None] = {}
    for key, line in lines.items():
        answers[line.number, line.kind] = _read_line(given[key], line)
    return answers


def _read_line(given: object, line: Line) -> Fields | None:
    if given is None and line.free:
        return None
    if not isinstance(given, dict) or given.keys() != line.blanks.keys():
        raise ValueError(f"{_key(line)} must be an object with {', '.join(line.blanks)}")
    for name, answers in line.blanks.items():
        if not isinstance(given[name], str) or (answers is not None and given[name] not in answers):
            raise ValueError(f"{name} of {_key(line)} must be {'one of the words given' if answers else _COPY}")
    return {name: None if value == NOTHING else value for name, value in given.items()}
