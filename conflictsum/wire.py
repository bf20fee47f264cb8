"""The terse form of the embedded model: the question about a window, the grammar of the answer, and its reading."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from conflictsum.blanks import FORMS, NOTHING, Answers, Fields, Kind, Line, lines_of
from conflictsum.windows import Window

WINDOW_TOKENS = 700

_HEADER = "%llguidance {}\n"
_SPACE = ' " " '
_LINE = re.compile(rf"(?P<number>\d+) (?P<kind>{'|'.join(FORMS)}): (?P<rest>.*)")
_FIELD = re.compile(r'(?P<name>[a-z]+) (?:"(?P<text>[^"\n]*)"|(?P<bare>[^\s"]+))(?: |$)')


def question(window: Window) -> str:
    """The window as data, its sentences numbered from 1."""
    return f"{numbered(window)}\nANSWER"


def numbered(window: Window) -> str:
    """The sentences of a window, each on a line with its number."""
    lines = [
        f"[{number}] {' '.join(sentence.text.split())}" for number, sentence in enumerate(window.sentences, start=1)
    ]
    return "TEXT\n" + "\n".join(lines)


def grammar(window: Window) -> str | None:
    """A Lark grammar (llguidance) that allows only answers to what is open; None where nothing is."""
    lines = lines_of(window)
    copied = {line.number: line.text for line in lines if line.free}
    rules = [rule for number, text in copied.items() for rule in _copying(number, text)]
    return _HEADER + "\n".join(["start: " + ' "\\n" '.join(map(_rule, lines)), *rules]) if lines else None


def _rule(line: Line) -> str:
    fields = [f'"{name} " {_answer(name, answers, line)}' for name, answers in line.blanks.items()]
    rule = _SPACE.join(fields)
    return f'"{line.number} {line.kind}: " ' + (f'("none" | {rule})' if line.free else rule)


def _answer(name: str, answers: Sequence[str] | None, line: Line) -> str:
    if answers is None:
        return f"copy{line.number}"
    words = answers if name == "act" else [word if word == NOTHING else f'"{word}"' for word in answers]
    return f"({' | '.join(map(json.dumps, words))})"


def _copying(number: int, text: str) -> list[str]:
    """The rules by which any words of a sentence may be copied."""
    words = json.dumps({"substring_words": text})
    return [f'copy{number}: "{NOTHING}" | "\\"" COPY{number} "\\""', f"COPY{number}: %regex {words}"]


def read(terse: str, window: Window) -> Answers:
    """What a terse answer says.

    Args:
        terse: The lines; those that are missing say nothing.
        window: What was asked about.

    Raises:
        ValueError: When a line does not fit the form.
    """
    known = {target.number for target in window.targets}
    answers: dict[tuple[int, Kind], Fields | None] = {}
    for line in filter(None, map(str.strip, terse.splitlines())):
        parsed = _LINE.fullmatch(line)
        if parsed is None or int(parsed["number"]) not in known:
            raise ValueError("a line must begin with the number of a sentence asked about and event:, harm: or said:")
        kind = next(kind for kind in FORMS if kind == parsed["kind"])
        answers[int(parsed["number"]), kind] = None if parsed["rest"] == "none" else _fields(parsed["rest"])
    return answers


def _fields(text: str) -> Fields:
    found = {match["name"]: match["text"] or match["bare"] for match in _FIELD.finditer(text)}
    if not found:
        raise ValueError('fields are written as name "words copied from the text", or name - where nothing is said')
    return {name: None if value == NOTHING else value for name, value in found.items()}
