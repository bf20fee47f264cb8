"""Countries in a text: by name, by the adjective for their people, and by the capital that stands for a government."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from conflictsum.resolve.names import Aliases, Word, fold, hyphenated, words

Form = Literal["name", "adjective", "people", "part", "capital"]

# adjectives that also name the people take an s: Iraqis, Americans, Uzbeks, Cypriots; not the Chinese, the British
_PLURALISED = ("an", "in", "i", "k", "ot")


@dataclass(frozen=True, slots=True)
class Country:
    """One country of the list.

    Attributes:
        code: ISO 3166-1 alpha-2 code, XK for Kosovo.
        name: English name.
        adjective: The word for its people and things; the name where there is none.
        short: How it is written before ``-backed``.
    """

    code: str
    name: str
    adjective: str
    short: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text.

    Attributes:
        country: Which one.
        first: Position of its first word among the words of the text.
        last: Position after its last word.
        forms: What the words are: its name, an adjective, its people, a part of it, its capital. ``US`` is both name
            and adjective.
    """

    country: Country
    first: int
    last: int
    forms: frozenset[Form]


def country_code(text: str) -> str | None:
    """The country a text names, if it names exactly one.

    Args:
        text: A name, an adjective (``Iraqi``) or a phrase (``the Israeli army``). A country joined to another word by
            a hyphen (``Iran-backed``) describes that word and is not named.

    Returns:
        ISO 3166-1 alpha-2 code, or None.
    """
    tokens = words(text)
    codes = {
        mention.country.code
        for mention in mentions(text, tokens)
        if "capital" not in mention.forms and not is_joined(text, tokens, mention)
    }
    return codes.pop() if len(codes) == 1 else None


def mentions(text: str, tokens: Sequence[Word]) -> Iterator[Mention]:
    """Every country in a text, in text order.

    Args:
        text: The text.
        tokens: Its words, as :func:`~conflictsum.resolve.names.words` gives them.
    """
    index, forms = _index()
    for first, last, country in index.find(text, tokens):
        if country and tokens[first].capital:
            key = " ".join(word.fold for word in tokens[first:last])
            yield Mention(country, first, last, frozenset(forms[key]))


def is_joined(text: str, tokens: Sequence[Word], mention: Mention) -> bool:
    """Whether a hyphen joins the country to a word outside its name (``Iran-backed``, ``pro-Russian``)."""
    return hyphenated(text, tokens[mention.first])[0] or hyphenated(text, tokens[mention.last - 1])[1]


@cache
def place_file() -> dict[str, Any]:
    """The content of ``places.toml``."""
    return tomllib.loads(files("conflictsum").joinpath("data/places.toml").read_text(encoding="utf-8"))


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    return {
        code: Country(code, row["name"], row.get("adjectives", [row["name"]])[0], row.get("short", row["name"]))
        for code, row in place_file()["countries"].items()
    }


def _spellings(code: str, capital: str) -> list[str]:
    """A capital as it is written, as a place too ("Kyiv", "Kiev")."""
    return [capital, *place_file()["places"].get(code, {}).get(capital, {}).get("aliases", [])]


@cache
def _index() -> tuple[Aliases[Country | Literal[False]], dict[str, set[Form]]]:
    """All words for countries, False for phrases that hold one and mean something else; and the forms of each word."""
    index: Aliases[Country | Literal[False]] = Aliases()
    forms: dict[str, set[Form]] = {}
    for code, row in place_file()["countries"].items():
        spelled: dict[Form, list[str]] = {
            "name": [row["name"], *row.get("aliases", [])],
            "adjective": row.get("adjectives", []),
            "people": [f"{word}s" for word in row.get("adjectives", []) if word.endswith(_PLURALISED)],
            "part": row.get("parts", []),
            "capital": _spellings(code, row["capital"]) if "capital" in row else [],
        }
        for form, aliases in spelled.items():
            for alias in aliases:
                index.add(alias, countries()[code])
                forms.setdefault(fold(alias), set()).add(form)
    for phrase in place_file()["other"]:
        index.add(phrase, False)
    return index, forms
