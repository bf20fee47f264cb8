"""The acts that one sentence tells of, each with its own words: "..., hours after rebels had shelled a camp"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.matching import quoted_spans
from conflictsum.resolve.agents import tells_a_deed
from conflictsum.resolve.names import overlap
from conflictsum.resolve.targets import find_targets
from conflictsum.resolve.verbs import SPEECH

_BREAK = re.compile(
    r"(?:,\s(?:[\w-]+\s){0,3}(?:hours?|minutes?|days?|weeks?)\s(?:after|before)|;|,\swhile|,\swhereas|"
    r"\safter(?=\s[a-z]+ing\s))\s"
)
_NAME = r"[A-Z][\w’'-]+(?:\s(?:[a-z]{1,3}\s)?[A-Z][\w’'-]+)*"
_SITE = re.compile(
    r"\b(?:an?|the|two|three|four|five|six|\d+)\s(?P<hit>[a-z][^,;:.]{2,50}?)\s(?:in|near|at|outside)\s(?:the\s)?"
    rf"(?P<place>{_NAME})"
)
_SAYS = re.compile(rf"\s(?:{'|'.join(sorted(SPEECH))})\b")
_JOINT = re.compile(r"(?:,\swhere\s[^,;.]{1,60})?,?\s(?:and\s)?")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence tells of one act.

    Attributes:
        text: Its part of the sentence.
        hit: What was hit, where the sentence lists several in different places.
        place: Where.
    """

    text: str
    hit: str | None = None
    place: str | None = None


def tellings(text: str) -> list[Telling]:
    """The acts of a sentence in text order; the sentence as a whole where it tells of one only.

    Args:
        text: A sentence.
    """
    found: list[Telling] = []
    for part in _parts(text):
        found += [Telling(part, hit, place) for hit, place in _sites(part)] or [Telling(part)]
    return found


def _parts(text: str) -> list[str]:
    """The parts between words that set one act apart from another, if each tells what it hit."""
    quoted = quoted_spans(text)
    breaks = [hit for hit in _BREAK.finditer(text) if not any(start < hit.start() < end for start, end in quoted)]
    if not breaks:
        return [text]
    starts, ends = [0, *(hit.end() for hit in breaks)], [*(hit.start() for hit in breaks), len(text)]
    parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return parts if all(tells_a_deed(part) and find_targets(part) for part in parts) else [text]


def _sites(text: str) -> list[tuple[str, str]]:
    """What was hit and where, where "a depot in Kovel, a mill in Sarny and a school in Lutsk" were; else nothing."""
    named = list(_SITE.finditer(text))
    first = next(iter(find_targets(text)), None) if len(named) > 1 else None
    sites: list[re.Match[str]] = []
    for site in named:
        if _SAYS.match(text, site.end()):
            continue
        if sites and _JOINT.fullmatch(text, sites[-1].end(), site.start()):
            sites.append(site)
        elif first and overlap(site.span("hit"), first):
            sites = [site]
    return [(site["hit"], site["place"]) for site in sites] if len(sites) > 1 else []
