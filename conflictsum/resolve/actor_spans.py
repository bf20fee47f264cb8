"""Where in a text actors are named: by names of their own, and by a country and a word for its forces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conflictsum.resolve.actor_table import AUTHORITIES, BODIES, GROUPS, POLICE, known_names, sponsors
from conflictsum.resolve.countries import Mention, is_joined, mentions
from conflictsum.resolve.names import Span, Word, adjacent, words
from conflictsum.resolve.once import read_once

_NOUNS = BODIES | GROUPS.keys() | POLICE | AUTHORITIES | {"group", "groups", "movement", "ministry", "minister"}
# between a country and its noun: "Iranian-backed Shiite militias", "Iraqi security forces"
_QUALIFIERS = frozenset(
    "air armed special security defence defense ground naval border coast guard interior foreign health prime fighter "
    "local shia shiite sunni kurdish backed aligned sponsored supported affiliated linked allied funded trained".split()
)
# the longest of them in words: "Iranian-backed Iraqi Shiite armed militia groups"
_REACH = 6
# the strikes of somebody tell who struck, but are no part of the name
_FIRE = re.compile(
    r"(?:['’]s)?[ -](?:(?:air|drone|missile|rocket|artillery|precision|tank)[ -]?)?(?:strikes?|airstrikes?|raids?|"
    r"attacks?|shelling|bombardment|bombing|missiles?|rockets?|drones?|shells?|artillery|fire)\b",
    re.IGNORECASE,
)
_LOCATIVE = frozenset("in inside into across throughout near outside within around at to from over".split())
_LISTED = re.compile(r",? and |, ")


@read_once
def find_actors(text: str) -> list[Span]:
    """Spans of actors in a running text, in text order, not overlapping.

    Names of the actor file, with the words for groups or forces after them (``Houthi fighters``); countries with a
    word for forces, police or government (``Russian troops``), or backing a group (``Iran-backed militants``); and
    countries alone where they may act: not where they are a place (``in Iraq and Syria``), and as adjectives only
    before words such as ``strike``.

    Args:
        text: The text.
    """
    tokens = words(text)
    spans = [
        (tokens[first].start, tokens[_extended(text, tokens, last) - 1].end)
        for first, last, _ in known_names(text, tokens)
        if any(word.capital for word in tokens[first:last])
    ]
    named = list(mentions(text, tokens))
    located = _located(text, tokens, named)
    countries = {at for mention in named for at in range(mention.first, mention.last)}
    for mention in named:
        last = _acting(text, tokens, mention, countries, located=mention.first in located)
        if last is None:
            continue
        span = (tokens[mention.first].start, tokens[last - 1].end)
        if not any(span[0] < end and start < span[1] for start, end in spans):
            spans.append(span)
    return sorted(spans)


def _extended(text: str, tokens: Sequence[Word], last: int) -> int:
    """Position after the words for a group or force that follow without a break."""
    while last < len(tokens) and tokens[last].fold in _NOUNS and adjacent(text, tokens[last - 1], tokens[last]):
        last += 1
    return last


def _acting(text: str, tokens: Sequence[Word], mention: Mention, countries: set[int], *, located: bool) -> int | None:
    """Position after the last word of the actor that starts with a country; None where none does."""
    end, at = None, mention.last
    limit = min(len(tokens), mention.last + _REACH)
    while at < limit and adjacent(text, tokens[at - 1], tokens[at]):
        if tokens[at].fold in _NOUNS:
            end = at + 1
        elif tokens[at].fold not in _QUALIFIERS and at not in countries:
            break
        at += 1
    if end is not None:
        return end if not is_joined(text, tokens, mention) or sponsors(text, tokens, mention) else None
    if is_joined(text, tokens, mention) or mention.forms <= {"capital", "people", "part"}:
        return None
    fires = _FIRE.match(text, tokens[mention.last - 1].end) is not None
    return mention.last if fires or ("name" in mention.forms and not located) else None


def _located(text: str, tokens: Sequence[Word], named: Sequence[Mention]) -> set[int]:
    """First words of countries that are places: after ``in``, or listed with one that is (``in Iraq, Syria``)."""
    located: set[int] = set()
    end: int | None = None
    for mention in named:
        before = tokens[mention.first - 1].fold if mention.first else ""
        listed = end is not None and _LISTED.fullmatch(text, tokens[end - 1].end, tokens[mention.first].start)
        end = mention.last if before in _LOCATIVE or listed else None
        if end is not None:
            located.add(mention.first)
    return located
