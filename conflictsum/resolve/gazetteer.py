"""The shipped gazetteer: places and countries by all their names, namesakes included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from conflictsum.resolve.countries import place_file
from conflictsum.resolve.names import Aliases, fold
from conflictsum.schema import PlacePrecision

FINENESS: tuple[PlacePrecision, ...] = ("site", "settlement", "admin1", "region", "sea", "country")
"""Precisions from the closest to the widest."""

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central northeast northeastern northwest northwestern "
    "southeast southeastern southwest southwestern upper lower mid greater rural downtown inner outer".split()
)
KINDS = frozenset(
    "area areas airbase airfield airport base bases border bridge camp camps capital city coast coastline countryside "
    "crossing dam desert district enclave governorate hospital island market mosque mountains neighborhood "
    "neighbourhood oblast outskirts peninsula plant port prison province region refinery school settlement shore "
    "square state station street strip suburb suburbs town township university valley village villages waters".split()
)
COMPOUNDS = frozenset("air international military naval refugee displacement nuclear power oil gas border".split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One place or country of the gazetteer.

    Attributes:
        name: Canonical name.
        country: ISO 3166-1 alpha-2 code; None at sea and in lands of more than one state.
        admin1: First-level division.
        at: Degrees north and east; None for countries, whose middle is no place where things happen.
        precision: How closely it is known.
        second: Whether it gives way to its namesake.
    """

    name: str
    country: str | None
    admin1: str | None
    at: tuple[float, float] | None
    precision: PlacePrecision
    second: bool = False


@cache
def gazetteer() -> Aliases[tuple[Entry, ...]]:
    """All names; each with its places, the commoner reading first, or with none where it only looks like a place.

    Raises:
        ValueError: The file gives one name to two places without saying which gives way.
    """
    named: dict[str, tuple[str, list[Entry]]] = {}
    for alias, entry in _places():
        named.setdefault(fold(alias), (alias, []))[1].append(entry)
    for alias, entry in _countries():
        # a land that is both a place and a part or alias of a country is the place
        if fold(alias) not in named or named[fold(alias)][1][0].precision == "country":
            named[fold(alias)] = (alias, [entry])
    index: Aliases[tuple[Entry, ...]] = Aliases()
    for alias, entries in named.values():
        if sum(not entry.second for entry in entries) > 1:
            raise ValueError(f"{alias!r} is two places, and neither gives way")
        index.add(alias, tuple(sorted(entries, key=lambda entry: entry.second)))
    for phrase in place_file()["other"]:
        if fold(phrase) not in named:
            index.add(phrase, ())
    return index


def _places() -> Iterator[tuple[str, Entry]]:
    for code, rows in place_file()["places"].items():
        for name, row in rows.items():
            entry = Entry(
                name=name,
                country=None if code == "none" else code,
                admin1=row.get("admin1"),
                at=(row["at"][0], row["at"][1]),
                precision=row["is"],
                second=row.get("second", False),
            )
            for alias in {fold(alias): alias for alias in (name, *row.get("aliases", []))}.values():
                yield alias, entry


def _countries() -> Iterator[tuple[str, Entry]]:
    for code, row in place_file()["countries"].items():
        entry = Entry(name=row["name"], country=code, admin1=None, at=None, precision="country")
        for alias in (row["name"], *row.get("aliases", []), *row.get("parts", [])):
            yield alias, entry
