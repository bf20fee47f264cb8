"""Actors: who the article's words name, of what kind they are, and where in a text actors are named.

Names of their own come from ``actors.toml``. What is named by a country is read by rule, so that one body has one
name however it is written:

* forces of a country (army, navy, warplanes, troops): ``<adjective> military``, as in ``Israeli military``;
* its police: ``<adjective> police``; a ministry: ``<adjective> <portfolio> ministry``;
* the country itself, its government, regime or authorities: ``<adjective> government``;
* groups that a country backs, arms, leads by proxy or is aligned with: ``<country>-backed militias``. They are not that
  country's forces and get its code only if a second country says where they belong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conflictsum.resolve.actor_spans import find_actors
from conflictsum.resolve.actor_table import (
    AUTHORITIES,
    BODIES,
    DEEDS,
    GROUPS,
    OFFICES,
    POLICE,
    Known,
    known_names,
    sponsors,
)
from conflictsum.resolve.countries import Country, Mention, mentions
from conflictsum.resolve.kinds import STATE_KINDS
from conflictsum.resolve.names import Word, clean, hyphenated, words
from conflictsum.schema import Actor, ActorKind

__all__ = ["find_actors", "resolve_actor"]

_STATE_FORCES = frozenset(
    "army military navy warplane warplanes jet jets aircraft aeroplanes helicopter helicopters warship warships "
    "frigate destroyer troops soldiers marines aviation fleet airmen".split()
)
_SERVICES = frozenset(
    (kind, body)
    for kind in "air aerospace systems special armed defense defence naval missile ground security border".split()
    for body in ("force", "forces", "services")
)
_OFFICIALS = frozenset(
    "official officials lawmakers parliament congress senate council cabinet diplomat diplomats state leader leaders "
    "leadership ruler king chancellor spokesperson spokesman spokeswoman".split()
)
_ROLES = OFFICES | frozenset(
    "spokesperson spokesman spokeswoman leader chief commander ruler director head official chancellor king governor "
    "mayor chairman lawmaker diplomat senator".split()
)
_RANKS = frozenset(
    "general gen lieutenant lt colonel col major maj brigadier brig captain capt admiral adm rear vice sergeant sgt "
    "mr mrs ms dr sheikh ayatollah sir".split()
)
# after an office these go on with its name: Prime Minister's Office, Chief of Staff
_PARTS = frozenset("office council staff command ministry department committee directorate house".split())
# between a country's adjective and a word for forces, these say that the forces are not the state's
_APART = GROUPS.keys() | frozenset("kurdish opposition tribal druze alawite anti tuareg tigrayan".split())
# numbered units are those of armies: militias seldom count theirs
_UNITS = frozenset("division brigade regiment battalion corps army squadron wing fleet flotilla group".split())
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_UNIDENTIFIED = frozenset("unidentified unknown unnamed masked".split())
_PLURALS = {"militia": "militias", "rebel": "rebels", "separatist": "separatists"}


def resolve_actor(text: str, kind: ActorKind = "unknown") -> Actor:
    """The actor that words of the article name.

    The longest known name in the text wins; what the file or a rule knows of the kind overrules the hint. A person
    named after an office (``US Defense Secretary Lloyd Austin``) keeps the own name and gets kind and country of the
    body. A bare country is its government, or its military where the hint says so.

    Args:
        text: The actor as written.
        kind: What the model takes it for; stands where nothing else tells.

    Returns:
        The actor; under its own words, without leading article, where nothing is known.
    """
    tokens = words(text)
    person = _person(text, tokens)
    body = _known(text, tokens) or _by_rule(text, tokens, kind) or Known(clean(text), kind, None)
    return Actor(text=text, name=person or body.name, kind=body.kind, country=body.country)


def is_state(name: str | None) -> bool:
    """Whether somebody acts for a state, as far as the name tells."""
    return resolve_actor(name or "").kind in STATE_KINDS


def _known(text: str, tokens: Sequence[Word]) -> Known | None:
    found = known_names(text, tokens)
    longest = max(found, key=lambda name: name[1] - name[0], default=None)
    return longest[2] if longest else None


def _by_rule(text: str, tokens: Sequence[Word], hint: ActorKind) -> Known | None:
    folds = [word.fold for word in tokens]
    named = list(mentions(text, tokens))
    if not folds or folds[0] in _UNIDENTIFIED:
        return Known(clean(text), "unknown", None)
    if not named:
        return _generic(text, folds, hint)
    backer = next((mention for mention in named if sponsors(text, tokens, mention)), None)
    plain = [mention for mention in named if mention is not backer and _names_state(text, tokens, mention)]
    if backer is not None and not (plain and _are_forces(folds[plain[0].last :])):
        return _sponsored(text, folds, backer, plain[0].country if plain else None)
    if plain:
        return _of_states(text, tokens, plain, hint)
    return Known(clean(text), "coalition", None) if "led" in folds else None


def _generic(text: str, folds: Sequence[str], hint: ActorKind) -> Known | None:
    """Kind of an actor without name and country (``rebels``, ``jets of the Air Force``); a hint knows better."""
    kind: ActorKind | None = None
    # "unmanned aircraft" are drones, which rebels have too
    if hint != "unknown" or "gunmen" in folds or ("unmanned" in folds and not _SERVICES & set(pairwise(folds))):
        return None
    if folds[-1] in GROUPS:
        kind = GROUPS[folds[-1]]
    elif folds[-1] in POLICE:
        kind = "police"
    elif folds[-1] in AUTHORITIES or folds[:2] in (["defence", "ministry"], ["defense", "ministry"]):
        kind = "government"
    # rebels have drones and guns, but aircraft, warships and services of these names belong to states
    elif not GROUPS.keys() & set(folds) and _is_of_army(folds):
        kind = "state_forces"
    return Known(clean(text), kind, None) if kind else None


def _is_of_army(folds: Sequence[str]) -> bool:
    named = _STATE_FORCES & set(folds) or _SERVICES & set(pairwise(folds)) or folds == ["general", "staff"]
    return bool(named) or _is_unit(folds)


def _is_unit(folds: Sequence[str]) -> bool:
    """Whether a unit of an army is named by its number: ``33rd Light Infantry Division``."""
    return folds[-1] in _UNITS and any(_NUMBERED.fullmatch(fold) for fold in folds)


def _names_state(text: str, tokens: Sequence[Word], mention: Mention) -> bool:
    """Whether the country itself acts.

    A capital counts only as the whole text or before "regime" and the like, a hyphen only between two states.
    """
    if mention.forms == {"capital"}:
        return mention.first == 0 and all(token.fold in AUTHORITIES | BODIES for token in tokens[mention.last :])
    before, after = hyphenated(text, tokens[mention.first])[0], hyphenated(text, tokens[mention.last - 1])[1]
    return not (before and not tokens[mention.first - 1].capital) and not (after and not tokens[mention.last].capital)


def _sponsored(text: str, folds: Sequence[str], backer: Mention, home: Country | None) -> Known:
    kind: ActorKind = next((GROUPS[fold] for fold in reversed(folds) if fold in GROUPS), "militia")
    code = home.code if home else None
    if "pro" in folds:
        return Known(clean(text), kind, code)
    people = f"{home.adjective} " if home else ""
    return Known(f"{backer.country.short}-backed {people}{_PLURALS[kind]}", kind, code)


def _of_states(text: str, tokens: Sequence[Word], plain: Sequence[Mention], hint: ActorKind) -> Known:
    """One country, or several that act together (``US and British forces``)."""
    folds = [word.fold for word in tokens]
    if len(plain) == 1 or not _coordinated(text, tokens, plain):
        return _of_country(text, folds, plain[0], hint)
    forces = hint in {"state_forces", "coalition"} or _are_forces(folds) or "coalition" in folds
    return Known(clean(text), "coalition" if forces else "government", None)


def _coordinated(text: str, tokens: Sequence[Word], plain: Sequence[Mention]) -> bool:
    between = text[tokens[plain[0].last - 1].end : tokens[plain[1].first].start]
    return not set(between.replace("and", "").replace("the", "")) - set(" -–/&,")


def _of_country(text: str, folds: Sequence[str], mention: Mention, hint: ActorKind) -> Known:
    country = mention.country
    rest = [*folds[: mention.first], *folds[mention.last :]]
    group = next((GROUPS[fold] for fold in reversed(rest) if fold in GROUPS), None)
    if group is not None:
        return Known(clean(text), group, country.code)
    if not rest and mention.forms & {"name", "adjective", "capital"}:
        rest = ["military" if hint == "state_forces" else "government"]
    name, kind = _body(country.adjective, rest, clean(text), hint)
    return Known(name, kind, country.code)


def _body(adjective: str, rest: Sequence[str], own: str, hint: ActorKind) -> tuple[str, ActorKind]:
    """Name and kind of a body of a country, by the other words of its name."""
    folds = set(rest)
    if folds & OFFICES:
        return _ministry(adjective, rest) or own, "government"
    if folds & POLICE:
        return f"{adjective} police", "police"
    if _are_forces(rest):
        return f"{adjective} military", "state_forces"
    if folds & AUTHORITIES:
        return f"{adjective} government", "government"
    return own, "government" if folds & _OFFICIALS else hint


def _are_forces(folds: Sequence[str]) -> bool:
    forces = set(folds) & (BODIES | DEEDS) or {"coast", "guard"} <= set(folds) or _SERVICES & set(pairwise(folds))
    return bool(forces) and not set(folds) & _APART


def _ministry(adjective: str, folds: Sequence[str]) -> str | None:
    """``Russian defence ministry`` for Russia's Ministry of Defense, the Russian Defence Ministry and the like."""
    if "ministry" not in folds:
        return None
    at = folds.index("ministry")
    after = folds[at + 1 : at + 3]
    portfolio = after[1] if len(after) > 1 and after[0] == "of" else folds[at - 1] if at else None
    if portfolio is None:
        return None
    return f"{adjective} {'defence' if portfolio == 'defense' else portfolio} ministry"


def _person(text: str, tokens: Sequence[Word]) -> str | None:
    """The name of a person after an office (``spokesperson Jaafar al-Husseini``); None where no person is named."""
    after = len(tokens)
    while after and tokens[after - 1].capital and tokens[after - 1].fold not in _ROLES:
        after -= 1
    if not after or tokens[after - 1].fold not in _ROLES:
        return None
    first = next((at for at in range(after, len(tokens)) if tokens[at].fold not in _RANKS), None)
    if first is None or "," in text[tokens[after - 1].end : tokens[first].start]:
        return None
    named = tokens[first:]
    # "Prime Minister's Office", "Estado Mayor Central" and "leader Hamas" name bodies
    whole = any(
        begin < after < end or end - begin == len(named) for begin, end, _ in known_names(text, tokens) if end > first
    )
    if whole or _PARTS & {word.fold for word in named} or any(mentions(text, named)):
        return None
    return text[named[0].start : named[-1].end]
