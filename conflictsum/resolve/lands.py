"""In which country a place lies that the gazetteer does not know: named beside it, or where all else is told to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from conflictsum.resolve.countries import Mention, is_joined, mentions
from conflictsum.resolve.gazetteer import KINDS
from conflictsum.resolve.names import Word, words
from conflictsum.resolve.places import resolve_place
from conflictsum.resolve.sites import find_places

_AT_SEA = re.compile(
    r"(?i)\b(?:sea|gulf|strait|ocean|waters|off|border|frontier|line of control|bay|channel|bab al-\w+)\b"
)
_WHERE = frozenset("in inside across throughout into within of".split())
_SIDES = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern northeast northwest southeast southwest coastal".split()
)
_SITES = KINDS | frozenset("side lakeside border hills hill mountains river desert department".split())


def land_of(place: str, sentence: str, around: Iterable[str]) -> str | None:
    """Words of the article for the country of a place that the gazetteer does not know.

    Args:
        place: The place, as written.
        sentence: The sentence that names it.
        around: Other sentences near it.

    Returns:
        The name or adjective of a country, or the name of a known place in it; None where the place is known, lies at
        sea or on a border, or where the words name several countries.
    """
    if is_nowhere(place) or resolve_place(place).country:
        return None
    return _only(_located(sentence, place)) or _only(pair for text in around for pair in _located(text, place))


def is_nowhere(place: str) -> bool:
    """Whether the words for a place put it at sea or on a border, which are in no country."""
    return bool(_AT_SEA.search(place))


def home_of(texts: Iterable[str]) -> str | None:
    """Words for the country in which an article's places lie, where they lie in one; else None.

    Args:
        texts: Its sentences.
    """
    return _only(pair for text in texts for pair in _located(text, ""))


def _only(named: Iterable[tuple[str, str]]) -> str | None:
    """The words for the one country, or for one that is named more than twice as often as all others."""
    found = list(named)
    counts = Counter(code for code, _ in found)
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    if most <= 2 * (len(found) - most):
        return None
    return next(text for other, text in found if other == code)


def _located(text: str, place: str) -> list[tuple[str, str]]:
    """Countries in which things are told to be, by code, with the words that tell."""
    found = []
    for start, end in find_places(text):
        name = text[start:end]
        code = resolve_place(name).country
        if code and name != place:
            found.append((code, name))
    tokens = words(text)
    told = [
        (mention.country.code, text[tokens[mention.first].start : tokens[mention.last - 1].end])
        for mention in mentions(text, tokens)
        if "capital" not in mention.forms and not is_joined(text, tokens, mention) and _is_where(text, tokens, mention)
    ]
    return [*found, *told]


def _is_where(text: str, tokens: list[Word], mention: Mention) -> bool:
    """Whether a country says where: "in Sudan", "Sudan's Abu Shouk camp", "the southern Philippine town of"."""
    before = tokens[mention.first - 1].fold if mention.first else ""
    following = [token.fold for token in tokens[mention.last : mention.last + 3]]
    owner = re.match(r"[’']s?\s", text[tokens[mention.last - 1].end :])
    if owner:
        capital = mention.last < len(tokens) and tokens[mention.last].capital
        return capital or not _SITES.isdisjoint(following) or following[:1] == ["northern"]
    if "adjective" in mention.forms and not mention.forms & {"name"}:
        return bool(following) and (following[0] in _SITES or (before in _SIDES and not _SITES.isdisjoint(following)))
    return before in _WHERE | _SIDES or text[: tokens[mention.first].start].rstrip().endswith(",")
