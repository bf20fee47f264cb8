"""Where in a sentence places are named: names of the gazetteer, and unknown ones after "in" or "village of"."""

from __future__ import annotations

import re

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.countries import mentions
from conflictsum.resolve.dates import find_times
from conflictsum.resolve.gazetteer import gazetteer
from conflictsum.resolve.names import Span, hyphenated, words
from conflictsum.resolve.speakers import OFFICES, find_speakers

_KIND = (
    r"(?:air ?base|air ?field|airport|naval base|military base|base|(?:refugee |displacement |prison )?camp|"
    r"checkpoint|hospital|"
    r"province|region|district|governorate|oblast|state|city|port|border|valley|coast|island|junction|crossing|"
    r"market|village|"
    r"township|neighbou?rhood|suburbs?|quarter|desert|mountains|strait|street|square|university|bridge|dam|"
    r"refinery|hill|hills|"
    r"peninsula|sector|county|municipality|settlement|outpost|power plant|oil depot|prison|area|territory|"
    r"highlands|barracks)"
)
_AFTER = re.compile(rf"\s{_KIND}\b")
_PART = r"(?:[^\W\d_a-z][\w’'.]*(?:[-–][\w’']+)*|\d+[A-Z]?(?=\s[A-Z]))"
_NAME = (
    rf"(?:(?:al|el|ar|as|an|at|ad|az)-)?{_PART}"
    rf"(?:\s(?:(?:de|of|al|el|la|du|des|del|los|las|and the)\s)?(?:(?:al|el)-)?{_PART})*"
)
_SITE = (
    r"(?:city|cities|town|towns|village|villages|hamlet|district|districts|province|region|camp|port|island|"
    r"area|areas|suburb|suburbs|"
    r"state|valley|market|bridge|municipality|settlement|capital|base|airport|neighbou?rhood|county|township|"
    r"locality|gulf|strait|sea|"
    r"site|road|track|highway|stronghold|outskirts|edge|north|south|east|west|coast|hospital|station|quarter|"
    r"department|bombardment|"
    r"shelling|bombing|bombings|siege|battle|capture)"
)
_AT = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Oo]ver|[Aa]cross|[Ii]nside|[Tt]owards?|[Oo]ff|[Uu]pon|"
    r"[Aa]bove|[Bb]elow|"
    r"[Bb]eside|[Bb]etween|into|on|entered|reached|stormed|shelled|bombed|raided|struck|hit|attacked|targeted|"
    r"pounded|overran|seized|"
    r"captured|(?:road|way|route|highway|track) (?:to|from)|"
    rf"{_SITE} of)\s(?:the\s)?(?:(?:{_SITE}|{_KIND}) of\s)?|[Ff]rom\s(?=\w+\sto\s[A-Z]))(?P<name>{_NAME})"
)
_KNOWN_KIND = re.compile(rf"(?<![\w’'-])(?P<name>{_NAME})(?=\s{_KIND}\b)")
_LISTED = re.compile(rf"(?:,|,? and)\s(?P<name>{_NAME})(?=,| and |\.|;)")
_DETERMINERS = frozenset("the a an this that its their his her on in at".split())
_NOT_A_PLACE = re.compile(
    r"(?i)^(?:the|an?|its|his|her|their|this|that|it|he|she|we|they|god|army|navy|air force|gmt|utc|x|twitter|"
    r"telegram|facebook|"
    r"parliament|congress|christmas|easter|ramadan|eid|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$"
)


def find_places(text: str) -> list[Span]:
    """Spans of places in a running text, in order, not overlapping; kinds of places belong to the name ("air base").

    Args:
        text: A sentence.
    """
    spans: list[Span] = []
    speakers = [span for span in find_speakers(text) if " " in text[slice(*span)]]
    taken = [*find_times(text), *find_actors(text), *speakers]
    found = {*_known(text), *_after_preposition(text)}
    for start, end in sorted(found | _listed(text, found), key=lambda span: (span[0], -span[1])):
        kind = _AFTER.match(text, end)
        span = (start, kind.end() if kind else end)
        if _NOT_A_PLACE.match(text[start:end]):
            continue
        if not any(span[0] < other[1] and other[0] < span[1] for other in (*spans, *taken)):
            spans.append(span)
    return [span for span in spans if not any(_owns(text, span, other) for other in spans)]


def _owns(text: str, owner: Span, place: Span) -> bool:
    """Whether one is the wider place of "*Sudan*'s Abu Shouk camp"."""
    return re.fullmatch(r"[’']s?\s", text[owner[1] : place[0]]) is not None


def _known(text: str) -> set[Span]:
    tokens = words(text)
    described = {
        token
        for mention in mentions(text, tokens)
        if not mention.forms & {"name", "part", "capital"}
        for token in range(mention.first, mention.last)
    }
    return {
        (tokens[first].start, tokens[last - 1].end)
        for first, last, _ in gazetteer().find(text, tokens)
        if tokens[first].capital
        and not described & set(range(first, last))
        and not hyphenated(text, tokens[first])[0]
        and not hyphenated(text, tokens[last - 1])[1]
    }


def _after_preposition(text: str) -> set[Span]:
    """Names after a word for where; of "Sudan's Abu Shouk" the name that is owned."""
    found = set()
    for match in (*_AT.finditer(text), *_KNOWN_KIND.finditer(text)):
        start, name = match.start("name"), match["name"]
        if name.split()[0].lower() in _DETERMINERS:
            start, name = start + len(name.split()[0]) + 1, name.partition(" ")[2]
        owner = list(re.finditer(r"[’']s?\s(?=[^\W\d_a-z])", name))
        if owner:
            start, name = start + owner[-1].end(), name[owner[-1].end() :]
        name = re.sub(r"(?:[’']s?|[.,])+$", "", name)
        if len(name) > 1 and name.split()[0].lower() not in OFFICES:
            found.add((start, start + len(name)))
    return found


def _listed(text: str, found: set[Span]) -> set[Span]:
    """Names that a list joins to a place: "in Kovel, *Sarny* and *Zdolbuniv*"."""
    listed: set[Span] = set()
    ends = {end for _, end in found}
    for match in _LISTED.finditer(text):
        if match.start() in ends:
            listed.add(match.span("name"))
            ends.add(match.end())
    return listed
