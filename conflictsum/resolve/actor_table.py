"""What is known of actors: the shipped file of names, and the words that tell a force, a police or a group."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from conflictsum.resolve.countries import Mention, countries, is_joined
from conflictsum.resolve.names import Aliases, Word, hyphenated
from conflictsum.schema import ActorKind

_GROUPS: dict[ActorKind, str] = {
    "militia": "militia militias militiamen militant militants fighters faction factions paramilitary paramilitaries "
    "proxy proxies gunmen jihadists gang gangs",
    "rebel": "rebel rebels insurgent insurgents guerrilla guerrillas",
    "separatist": "separatist separatists secessionists",
}
GROUPS: dict[str, ActorKind] = {word: kind for kind, listed in _GROUPS.items() for word in listed.split()}
"""Words for armed groups and the kind they tell."""

BODIES = frozenset(
    "military army armies navy forces force troops soldiers warplanes warplane jets jet aircraft warship warships "
    "marines commandos airforce bombers helicopters helicopter gunboats paratroopers airmen sailors servicemen "
    "servicemembers personnel coastguard".split()
)
"""Words for a state's armed forces, where a country stands before them."""
DEEDS = frozenset(
    "airstrike airstrikes strike strikes shelling bombardment missile missiles raid raids drone drones "
    "artillery".split()
)
"""Words for what a country's forces do, which name those forces in ``Israeli airstrikes``."""
POLICE = frozenset("police policeman policemen policewoman gendarmerie gendarmes".split())
"""Words for police."""
OFFICES = frozenset(
    "minister ministers ministry ministries president presidency secretary premier ambassador embassy envoy".split()
)
"""Words for offices of a government."""
AUTHORITIES = frozenset("government regime administration authorities junta".split())
"""Words for a government as a whole."""

_SPONSORED = frozenset(
    "backed aligned sponsored supported affiliated linked allied funded armed trained proxy installed equipped".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an actor under its canonical name."""

    name: str
    kind: ActorKind
    country: str | None


def known_names(text: str, tokens: Sequence[Word]) -> list[tuple[int, int, Known]]:
    """Names from the actor file in a text: first word, word after the last, what is known.

    A name that a hyphen makes a part of an adjective (``Hamas-run``) does not count.

    Args:
        text: The text.
        tokens: Its words, or some of them.
    """
    return [
        (first, last, known)
        for first, last, known in actor_file().find(text, tokens)
        if not (hyphenated(text, tokens[first])[0] or hyphenated(text, tokens[last - 1])[1])
    ]


def sponsors(text: str, tokens: Sequence[Word], mention: Mention) -> bool:
    """Whether a country is named as somebody's backer: ``Iran-backed``, ``pro-Russian``, ``Iranian proxies``."""
    before = tokens[mention.first - 1].fold if mention.first else ""
    after = tokens[mention.last].fold if mention.last < len(tokens) else ""
    if is_joined(text, tokens, mention):
        return before == "pro" or after in _SPONSORED
    backed_by = before == "by" and mention.first > 1 and tokens[mention.first - 2].fold in _SPONSORED
    return backed_by or after in {"proxy", "proxies"}


@cache
def actor_file() -> Aliases[Known]:
    """All names of ``actors.toml``.

    Raises:
        ValueError: The file has a kind or a country that does not exist, or one name for two actors.
    """
    index: Aliases[Known] = Aliases()
    rows = tomllib.loads(files("conflictsum").joinpath("data/actors.toml").read_text(encoding="utf-8"))
    for kind, actors in rows.items():
        if kind not in get_args(ActorKind):
            raise ValueError(f"{kind!r} is no kind of actor")
        for name, row in actors.items():
            country = row.get("country")
            if country is not None and country not in countries():
                raise ValueError(f"{name} has the unknown country {country!r}")
            for alias in (name, *row.get("aliases", [])):
                index.add(alias, Known(name, cast("ActorKind", kind), country))
    return index
