"""The list of events that a model trained for it writes of a few paragraphs: one line for each, all words copied.

The embedded model carries an adapter that was trained on labelled articles to continue numbered sentences with such a
list. A line says in which sentence an event is told first, who did it, to what, where and when, what it is, and which
other sentences tell of it::

    2 | gunmen | convoy | Kumbo | on Sunday | shooting attack reported new | 3 4

Sentence by sentence recognisers cannot tell what a text means as a whole; a list has that, and they check and fill it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, cast, get_args

from conflictsum.article import Article, Sentence
from conflictsum.details import details
from conflictsum.drafts import ATTACK_METHODS, STRIKE_METHODS, Draft, DraftEvent, EventKind
from conflictsum.prompts import one_line
from conflictsum.resolve.actors import is_state
from conflictsum.resolve.cues import repeated_in
from conflictsum.schema import Status
from conflictsum.sections import Section, packed

SECTION_CHARACTERS = 2600
"""Most characters that are listed at once: what the longest articles have that the adapter was trained on."""
LIST_TOKENS = 800
_MOST_LINES = 16
_NOTHING = "-"
_NOVELTIES = ("new", "background", "total")
_METHODS = sorted(STRIKE_METHODS | ATTACK_METHODS)
_LINE = re.compile(
    r"(?P<first>\d+) \| (?P<perpetrator>[^|]+) \| (?P<target>[^|]+) \| (?P<place>[^|]+) \| (?P<when>[^|]+) \| "
    r"(?P<method>\w+) (?P<kind>\w+) (?P<status>\w+) (?P<novelty>\w+) \| (?P<others>[\d -]+)"
)


def sections_of(article: Article, characters: int = SECTION_CHARACTERS) -> list[Section]:
    """Cuts an article into sections of about equal length, between paragraphs where it can.

    Args:
        article: The article.
        characters: Most characters of a section; only a sentence that alone is longer makes a longer one.
    """
    length = article.sentences[-1].end - article.sentences[0].start
    size = min(characters, length / -(-length // characters))
    return [Section(tuple(pack)) for pack in packed(article, size, characters)]


def question(section: Section) -> str:
    """The sentences of a section, numbered from 1, a line for each paragraph."""
    numbered = enumerate(section.sentences, start=1)
    paragraphs = groupby(numbered, key=lambda item: item[1].paragraph)
    lines = (" ".join(f"[{at}] {one_line(told.text)}" for at, told in paragraph) for _, paragraph in paragraphs)
    return "\n".join(lines)


def grammar(section: Section) -> str:
    """A Lark grammar (llguidance) that allows only well-formed lists with sentences of the section."""
    numbers = _any(str(number) for number in range(1, len(section.sentences) + 1))
    what = " ".join(_any(words) for words in (_METHODS, get_args(EventKind), get_args(Status), _NOVELTIES))
    # one terminal: a lexer that cut the line into words could not tell where a copied text ends
    line = rf"{numbers} \|( [^|\n]{{1,120}} \|){{4}} {what} \| (-|{numbers}( {numbers})*)\n"
    return f'%llguidance {{}}\nstart: "none\\n" | LINE{{1,{_MOST_LINES}}}\nLINE: /{line}/'


def _any(words: Iterable[str]) -> str:
    return f"({'|'.join(words)})"


def read(answer: str, section: Section) -> Draft:
    """The events that a list names.

    Args:
        answer: The list.
        section: What it was written of.

    Raises:
        ValueError: When a line does not fit the form.
    """
    known = dict(enumerate(section.sentences, start=1))
    events: list[DraftEvent] = []
    for line in filter(None, map(str.strip, answer.splitlines())):
        if line == "none":
            continue
        parsed = _LINE.fullmatch(line)
        if parsed is None:
            raise ValueError("a line does not fit the form")
        numbers = [number for number in _numbers(parsed["first"], parsed["others"]) if number in known]
        if numbers:
            events.append(_event(parsed, [known[number] for number in numbers]))
    return Draft(events=events, casualties=[], statements=[])


def _numbers(first: str, others: str) -> list[int]:
    return list(dict.fromkeys(int(number) for number in [first, *re.findall(r"\d+", others)]))


def _event(parsed: re.Match[str], told: Sequence[Sentence]) -> DraftEvent:
    fields = {name: _copied(parsed[name]) for name in ("perpetrator", "target", "place", "when")}
    total = parsed["novelty"] == "total"
    repeated = next(filter(None, (repeated_in(sentence.text) for sentence in told)), None) if total else None
    return DraftEvent.model_validate(
        {
            **_details(parsed, fields, told),
            **fields,
            "sentences": [sentence.number for sentence in told],
            "words": told[0].text,
            "kind": parsed["kind"],
            "status": parsed["status"],
            "novelty": "background" if total else parsed["novelty"],
            "method": parsed["method"],
            "perpetrator_kind": "state_forces" if is_state(fields["perpetrator"]) else "unknown",
            "responsibility": None,
            "responsibility_by": None,
            "aggregate_count": repeated.count if repeated else None,
            "aggregate_unit": repeated.unit if repeated else None,
        }
    )


def _details(parsed: re.Match[str], fields: dict[str, str | None], told: Sequence[Sentence]) -> dict[str, Any]:
    """What a line leaves out, from the first of its sentences that tells it."""
    asked = {"by": fields["perpetrator"], "hit": fields["target"], "in": fields["place"], "when": fields["when"]}
    found: dict[str, Any] = {}
    for sentence in told:
        for name, value in details(sentence, asked, cast("Status", parsed["status"]), []).items():
            found[name] = found.get(name) or value
    return found


def _copied(words: str) -> str | None:
    return None if words.strip() == _NOTHING else words.strip()
