"""What recognisers found in a sentence: the only answers a small model is offered about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from conflictsum.matching import Span
from conflictsum.resolve.acts import acts_in
from conflictsum.resolve.agents import find_agents, tells_a_deed
from conflictsum.resolve.antecedents import Antecedents
from conflictsum.resolve.deed_times import find_deed_times
from conflictsum.resolve.quotations import quotes_in
from conflictsum.resolve.sites import find_places
from conflictsum.resolve.targets import find_targets
from conflictsum.resolve.tolls import find_tolls
from conflictsum.resolve.triggers import is_english, triggers
from conflictsum.resolve.voices import Voice
from conflictsum.schema import Act

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
# what stands before a report and is not told by it: the clock time of a live blog entry, its heading (which no full
# stop parts from the first sentence), and where and by whom an agency report was written
_CLOCK = r"\d{1,2}[:.]\d\d(?: [A-Z]{3})?(?: [–—-])?\s"
_HEADING = r"(?:[^\n.!?]{1,60}\n){1,2}(?=[A-Z“][^\n]*(?:\Z|(?<=[^\n]{60})))"
_DATELINE = (
    rf"(?:[A-Z][A-Z’'. /-]{{2,}}(?:,[^–—:\n]{{0,40}}?)?(?: \([^)\n]{{2,40}}\))?|"
    rf"[A-Z][\w’'/ -]{{2,40}}, (?:\d{{1,2}} )?{_MONTH}\.?(?: \d{{1,2}})?,?(?: \d{{4}})?(?: \([^)\n]{{2,40}}\))?:?|"
    r"/\w+/)"
    r"(?: ?[–—-]|(?<=:)|(?<=\))) (?=[A-Z“\"0-9])"
)
_BULLET = r"(?:[-–—•*▪◦]|--)\s+"
_ITEM = re.compile(_BULLET)
_FOOTNOTES = re.compile(r"(?:\[\d{1,3}\])+")
_OPENING_MARK = re.compile(r'(?<![^\s(\[—–-])"(?=\S)')
_CLOSING_MARK = re.compile('"')
_OPENING = re.compile(rf"^(?:{_BULLET})?(?:{_CLOCK})?(?:{_HEADING})?(?:{_DATELINE})?")


@dataclass(frozen=True)
class Choices:
    """The questions a sentence is worth, and the words to answer them with, all as the sentence writes them.

    Attributes:
        text: The sentence on one line; straight quotation marks, which delimit answers, are written as curly ones.
        free: Whether any words may be copied where a list is empty: the recognisers read English only.
        event: Ask whether it tells of an act of violence.
        harm: Ask whether it gives a number of dead or wounded.
        speech: Ask whether somebody speaks.
        agents: Who may have done it.
        targets: What may have been hit.
        places: Where it may have been.
        times: When it may have been.
        killed: Numbers of dead.
        wounded: Numbers of wounded.
        speakers: Who may speak, or give a number.
        voices: The same, with what the article says of them.
        acts: What the speaker may do by speaking.
    """

    text: str
    free: bool
    event: bool
    harm: bool
    speech: bool
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    killed: tuple[str, ...]
    wounded: tuple[str, ...]
    speakers: tuple[str, ...]
    voices: tuple[Voice, ...]
    acts: tuple[Act, ...]

    def __bool__(self) -> bool:
        return self.event or self.harm or self.speech


def choices_in(sentence: str, voices: tuple[Voice, ...] | None = None) -> Choices:
    """Runs all recognisers over a sentence.

    Args:
        sentence: The sentence.
        voices: Who speaks in it, as :class:`~conflictsum.resolve.antecedents.Antecedents` heard it; by default read
            from the sentence alone.
    """
    text = on_one_line(sentence)
    free = not is_english(text)
    worth = triggers(text)
    tolls = find_tolls(text)
    voices = Antecedents().hear(text) if voices is None else voices
    acts = tuple(acts_in(text))
    event = worth.event and (free or tells_a_deed(text))
    harm = worth.harm if free else bool(tolls)
    told = event or harm
    return Choices(
        text=text,
        free=free,
        event=event,
        harm=harm,
        speech=free or (any(voice.official for voice in voices) and not _only_reports(text, acts, told)),
        agents=_found(text, find_agents),
        targets=_found(text, find_targets),
        places=_found(text, find_places),
        times=_found(text, find_deed_times),
        killed=_slices(text, tolls.killed),
        wounded=_slices(text, tolls.wounded),
        speakers=tuple(dict.fromkeys(voice.text for voice in voices)),
        voices=voices,
        acts=acts or ("report", *(act for act in get_args(Act) if act != "report")),
    )


def on_one_line(sentence: str) -> str:
    """A sentence as recognisers read it.

    On one line, without what stands before the report and without footnote marks, quotation marks curly.
    """
    text = " ".join(_OPENING.sub("", _FOOTNOTES.sub("", sentence)).split())
    return _CLOSING_MARK.sub("”", _OPENING_MARK.sub("“", text))


def is_item(sentence: str) -> bool:
    """Whether a sentence stands in a list, as its bullet says."""
    return bool(_ITEM.match(sentence))


def _only_reports(text: str, acts: tuple[Act, ...], told: bool) -> bool:
    """Whether a sentence only says who reports something: no accusation, threat, announcement or quotation."""
    return set(acts) <= ({"announce"} if told else set()) and not quotes_in(text)


def _found(text: str, find: Callable[[str], list[Span]]) -> tuple[str, ...]:
    return _slices(text, find(text))


def _slices(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))
