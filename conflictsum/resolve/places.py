"""Places: which one the article's words name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conflictsum.resolve.countries import country_code, mentions
from conflictsum.resolve.gazetteer import COMPOUNDS, DIRECTIONS, FINENESS, KINDS, Entry, gazetteer
from conflictsum.resolve.names import Word, adjacent, clean, hyphenated, words
from conflictsum.schema import Place, PlacePrecision

__all__ = ["country_code", "resolve_place"]

_DIVISIONS = frozenset("province governorate region oblast state countryside department division".split())
_DISTANCES = frozenset("km kilometer kilometers kilometre kilometres mile miles".split())
_PEOPLES = frozenset("shia shiite sunni kurdish christian druze muslim alawite tuareg tutsi hutu".split())
_ASSIMILATED = frozenset("ad an ar as ash at az".split())
_INNER = frozenset("de del la las los le da do dos das of bin ibn abu".split())
_CONTAINERS = frozenset("in of inside within".split())


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a place text: known with its readings, or unknown with none."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def resolve_place(text: str, country_text: str | None = None) -> Place:
    """The place that words of the article name.

    The gazetteer's name wins over descriptions around it (``the village of``, ``near``, ``air base``), the closest of
    several (``Khan Younis, Gaza``). A part of a settlement or of a division (``southern Gaza``) keeps its name,
    coordinates and precision; a part or the border of a country is a region; a division called after its town
    (``Kharkiv region``) is admin1, and so is a place given by its distance from a town. What lies next to a site is
    known as closely as a settlement. A place the gazetteer does not know keeps its own name and takes division,
    coordinates and precision of the known place it is said to lie in. At sea the country stays null.

    Args:
        text: The place as written.
        country_text: The country as the article writes it; it chooses between namesakes and stands in where the place
            is unknown. It does not overrule the gazetteer on a place of one reading.

    Returns:
        The place; with ``text`` cleaned as its name and no coordinates where nothing is known.
    """
    tokens = words(text)
    named = _named(text, tokens)
    known = [name for name in named if name.entries]
    unknown = _unknown_head(text, tokens, named)
    context = _context(country_text)
    if unknown is not None:
        return _inside(text, tokens, unknown, [name for name in known if name.first > unknown.first] or known, context)
    if not known or _between_states(known):
        return Place(text=text, name=clean(text), country=context or country_code(text))
    within = {mention.country.code for mention in mentions(text, tokens)}
    entry, name = min(
        ((_reading(name.entries, context, within), name) for name in known),
        key=lambda pair: FINENESS.index(pair[0].precision),
    )
    return _place(text, entry, _precision(entry, text, tokens, name))


def _named(text: str, tokens: Sequence[Word]) -> list[_Named]:
    """Names in a place text, in its order; adjectives of countries and countries in ``Iran-backed`` are no names."""
    found = []
    taken: set[int] = set()
    for first, last, entries in gazetteer().find(text, tokens):
        if any(word.capital for word in tokens[first:last]) and not taken & set(range(first, last)):
            taken.update(range(first, last))
            if not _describes(text, tokens, first, last):
                found.append(_Named(first, last, entries))
    adjectives = set()
    for mention in mentions(text, tokens):
        taken.update(range(mention.first, mention.last))
        if "adjective" in mention.forms:
            adjectives.add(mention.first)
    for first, last in _capitalised(text, tokens, taken):
        article = last in taken and _is_article(tokens[last - 1].fold, tokens[last].fold)  # "Ar Raqqah"
        own = tokens[first : last - 1 if article else last]
        if any(word.fold not in DIRECTIONS | KINDS | COMPOUNDS | _PEOPLES for word in own):
            found.append(_Named(first, first + len(own), ()))
    # "US" is name and adjective: in "US base in Iraq" it names no place
    named = [name for name in found if name.first not in adjectives] or found
    return sorted(named, key=lambda name: name.first)


def _is_article(word: str, following: str) -> bool:
    """Whether a word is the Arabic article before a sun letter, whose sound it takes: "Ar Raqqah", "Ash Shaddadi"."""
    return word in _ASSIMILATED and following.startswith(word[1:])


def _describes(text: str, tokens: Sequence[Word], first: int, last: int) -> bool:
    """Whether a hyphen makes the name a part of an adjective (``Iran-backed``), not of a pair of names."""
    before, after = hyphenated(text, tokens[first])[0], hyphenated(text, tokens[last - 1])[1]
    return (before and not tokens[first - 1].capital) or (after and not tokens[last].capital)


def _capitalised(text: str, tokens: Sequence[Word], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside the names already taken, small words inside a run included."""
    at = 0
    while at < len(tokens):
        if at in taken or not tokens[at].capital:
            at += 1
            continue
        last = end = at + 1
        while end < len(tokens) and end not in taken and adjacent(text, tokens[end - 1], tokens[end]):
            if tokens[end].capital:
                last = end + 1
            elif tokens[end].fold not in _INNER:
                break
            end += 1
        yield at, last
        at = last


def _unknown_head(text: str, tokens: Sequence[Word], named: Sequence[_Named]) -> _Named | None:
    """The unknown name a text is about: its first name, or the one a known place owns (``Baghdad's Karrada``)."""
    for number, name in enumerate(named):
        owned = number > 0 and text[tokens[named[number - 1].last - 1].end :][:2] in {"'s", "’s"}
        if not name.entries and (number == 0 or owned):
            return name
    # "Palma, Spain" is not the Palma of the gazetteer
    for before, after in pairwise(named):
        if _reads_apart(before, after):
            return before
    return None


def _reads_apart(name: _Named, country: _Named) -> bool:
    """Whether a settlement is followed by a country in which the gazetteer has no place of that name."""
    following = {entry.country for entry in country.entries if entry.precision == "country"}
    return bool(following and name.entries) and all(
        entry.precision in {"settlement", "site"} and entry.country not in following for entry in name.entries
    )


def _between_states(known: Sequence[_Named]) -> bool:
    """Whether the text names two countries and nothing closer (``the border of Israel and Lebanon``)."""
    return len({entries[0].country for entries in (name.entries for name in known)}) > 1 and all(
        name.entries[0].precision == "country" for name in known
    )


def _context(country_text: str | None) -> str | None:
    if not country_text:
        return None
    return country_code(country_text) or resolve_place(country_text).country


def _reading(entries: Sequence[Entry], context: str | None, within: set[str]) -> Entry:
    """Of namesakes the one in the country given, else the commoner one."""
    return next((entry for entry in entries if entry.country in {*within, context}), entries[0])


def _inside(text: str, tokens: Sequence[Word], name: _Named, around: Sequence[_Named], context: str | None) -> Place:
    """An unknown place, with what is known of the place around it."""
    own = clean(text[tokens[name.first].start : tokens[name.last - 1].end])
    outer = [_reading(other.entries, context, set()) for other in around if other is not name and other.entries]
    if not outer:
        return Place(text=text, name=own, country=context or country_code(text))
    closest = min(outer, key=lambda entry: FINENESS.index(entry.precision))
    if closest.precision not in {"site", "settlement", "admin1"} or not _contains(text, tokens, name, around):
        return Place(text=text, name=own, country=closest.country or context)
    return _place(text, closest, closest.precision).model_copy(update={"name": own})


def _contains(text: str, tokens: Sequence[Word], name: _Named, around: Sequence[_Named]) -> bool:
    """Whether the text says that the place lies in the other one, not only near it."""
    nearest = min(around, key=lambda other: abs(other.first - name.first))
    if nearest.first < name.first:
        return True
    between = {word.fold for word in tokens[name.last : nearest.first]}
    gap = text[tokens[name.last - 1].end : tokens[nearest.first].start]
    return bool(between & _CONTAINERS) or "," in gap or not between - KINDS


def _precision(entry: Entry, text: str, tokens: Sequence[Word], name: _Named) -> PlacePrecision:
    before = tokens[name.first - 1].fold if name.first else ""
    after = (
        tokens[name.last].fold
        if name.last < len(tokens) and adjacent(text, *tokens[name.last - 1 : name.last + 1])
        else ""
    )
    folds = {word.fold for word in tokens[: name.first]}
    if entry.precision == "country":
        return "region" if before in DIRECTIONS or after in KINDS or folds & KINDS - {"state"} else "country"
    if entry.precision in {"site", "settlement"} and folds & _DISTANCES:
        return "admin1"
    if entry.precision == "settlement" and (after in _DIVISIONS or (before == "of" and folds & _DIVISIONS)):
        return "admin1"
    if entry.precision == "site" and folds & {"near", "outside", "around"}:
        return "settlement"
    return entry.precision


def _place(text: str, entry: Entry, precision: PlacePrecision) -> Place:
    return Place(
        text=text,
        name=entry.name,
        admin1=entry.admin1,
        country=entry.country,
        latitude=entry.at[0] if entry.at else None,
        longitude=entry.at[1] if entry.at else None,
        precision=precision,
    )
