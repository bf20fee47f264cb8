"""A speaker as an article introduces it: name, office, the body spoken for, and whether its words are statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.kinds import ARMED_GROUPS
from conflictsum.resolve.names import Span
from conflictsum.resolve.offices import OFFICES, is_body, is_identified, is_unnamed
from conflictsum.resolve.persons import role_of
from conflictsum.resolve.phrases import read
from conflictsum.resolve.quotations import unquoted

# offices of a state: the words before them are its portfolio ("interior minister"), unless they name the state
_PORTFOLIO = frozenset(
    "minister president premier secretary governor mayor king emir chancellor prince ambassador envoy sheikh "
    "bishop".split()
)
_SERVING = re.compile(
    r"(?: \([^)]*\))?,? who (?:\w+ly )?(?:speaks? for|commands?|leads?|heads?|runs?|chairs?|represents?|governs?|"
    r"headed|led|commanded) "
)
_OWNER = re.compile(r"(?P<owner>[^’']+?)(?:(?<=s)[’']|[’']s) ")
_PREPOSITION = re.compile(r" (?:of|for|to|in|at|from|on|with) ")
_OF = re.compile(r" (?:of|for|to|at|with) (?:the (?:leadership|head|office) of )?(?:the )?(?P<body>.+?)(?= in |$)")
_SHORT = re.compile(r" \((?:the )?(?P<short>[A-Z][\w-]+)\)")
_OWN = re.compile(r"(?i)\b(?:its|their)(?: own)? $")
_GRADES = frozenset("senior top chief deputy political former acting local first vice new so-called then".split())
_NO_PERSONS = frozenset(
    "hospital clinic newspaper channel radio data report agency media database list map page company death toll "
    "website station police people crew".split()
)
_COURTESY = frozenset("mr mr. mrs mrs. ms ms. dr dr. prof. professor doctor".split())
_WARD = re.compile(r"(?i)\b(?:hospital|clinic|infirmary|morgue|mortuary|health cent(?:re|er)|medical cent(?:re|er))\b")
_MEDICS = re.compile(r"(?i)\b(?:physician|surgeon|doctor|medical|nurse|nursing|paramedic)\b(?! council| corps)")
_ANALYSTS = re.compile(
    r"(?i)\b(?:research\w*|institute|university|think[- ]tank|analysts?|professor|consultan\w+|scholar|historian|"
    r"academic|college|expert)\b"
)
_BESIDE = re.compile(
    r"(?: of [A-Z][\w’' -]*)?, "
    r"(?:(?P<description>(?:an?|one|who is an?) [^,.;]+)|(?P<life>\d\d(?=[,.;])|(?:whose|who) [^,.;]+))"
)
_ALIAS = re.compile(
    r"(?:,? (?:who|that))? (?:go(?:es)?|went) (?:by|under) (?:the (?:name|alias|nom de guerre)(?: of)? )?(?P<name>{0})|"
    r"(?:,? (?:who|that))? (?:call(?:s|ing)|present(?:s|ing)|introduc(?:es|ing)|identif(?:ies|ied|ying)|"
    r"g[ai]v(?:e|es|ing)) (?:himself|herself|his name|her name)(?: only)? (?:as )?(?P<self>{0})|"
    r",? (?:known|identified) (?:only )?as (?P<known>{0})".format(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
)
_AHEAD = re.compile(r"(?P<description>[^,.;“”]+), $")


@dataclass(frozen=True)
class Voice:
    """Somebody who speaks in an article.

    Attributes:
        text: The name or description, as written.
        short: The initials in brackets after it.
        role: The office, as written.
        affiliation: The body or state spoken for, as written.
        person: Whether it is one person, whom "he" or "she" may mean; else a body, which is "it".
        official: Whether its words are statements: no witness, analyst or medium.
    """

    text: str
    short: str | None
    role: str | None
    affiliation: str | None
    person: bool
    official: bool


def voice_of(text: str, span: Span, body: str | None = None) -> Voice:
    """The speaker at a place of a sentence, with what the sentence says about it.

    Args:
        text: The sentence.
        span: Where the speaker stands, as found.
        body: Whom "its" means, where known.
    """
    name = text[slice(*span)]
    if alias := _ALIAS.match(text, span[1]):
        return _called(text, span, alias, body)
    role, name = role_of(text, name)
    short = _SHORT.match(text, span[1])
    person = _is_person(text, span, name, role)
    return Voice(
        text=name,
        short=short["short"] if short else None,
        role=role,
        affiliation=_affiliation(text, name, role, body),
        person=person,
        official=(is_identified(name) or _has_post(role))
        and not is_unnamed(name.split()[0])
        and not (person and _is_bystander(text, span, role)),
    )


def _has_post(role: str | None) -> bool:
    """Whether one name alone is identified by the office before or after it ("army spokesman *Karim*")."""
    return role is not None and not _COURTESY.issuperset(role.lower().split()) and is_identified(role)


def _called(text: str, span: Span, alias: re.Match[str], body: str | None) -> Voice:
    """The speaker who "goes by Tarik": the description before it is the office."""
    described = text[slice(*span)]
    owned = body if body and _OWN.search(text[: span[0]]) else None
    name = next(name for name in alias.groups() if name)
    office = is_identified(described)
    role = described if office else None
    return Voice(name, None, role, owned or (_spoken_for(described) if role else None), person=True, official=office)


def _is_person(text: str, span: Span, name: str, role: str | None) -> bool:
    if role is not None:
        return True
    words = _PREPOSITION.split(name)[0].split()
    if not words:
        return False
    if words[0][:1].islower():
        head = words[-1].lower()
        return not head.endswith("s") and (head in OFFICES or not (is_body(name) or head in _NO_PERSONS))
    if len(words) == 1:
        return words[0].lower() in OFFICES
    definite = text[: span[0]].lower().endswith("the ")
    return not definite and not is_body(name) and resolve_actor(name).kind == "unknown"


def _is_bystander(text: str, span: Span, role: str | None) -> bool:
    """Whether a name is described, but not by an office ("Ana Ruiz, a baker"; "one survivor, Ana Ruiz")."""
    plain = unquoted(text)
    beside = _BESIDE.match(plain, span[1])
    ahead = _AHEAD.search(plain[: span[0]])
    if beside and _ANALYSTS.search(beside["description"] or ""):
        return True
    if role is not None or _SERVING.match(plain, span[1]):
        return _tends(plain, span, role or "")
    if (
        beside and beside["life"] and text[span[0]].isupper()
    ):  # "a senior official, who would not be named," has an office
        return True
    return any(
        re.match(r"(?i:an?|one|the) [a-z\d]", found["description"].strip())
        and not is_identified(found["description"].strip().split(" ", 1)[1])
        for found in (beside, ahead)
        if found and found["description"]
    )


def _tends(text: str, span: Span, role: str) -> bool:
    """Whether somebody is a medic or speaks for a ward ("director of Leer hospital", "the ward said …, *its head*")."""
    owned = _WARD.search(text[: span[0]]) and re.search(rf"(?i)\b(?:its|the) {re.escape(role)}", text)
    return bool(_WARD.search(role) or _MEDICS.search(role) or owned)


def _affiliation(text: str, name: str, role: str | None, body: str | None) -> str | None:
    plain = unquoted(text)
    at = plain.find(name)
    end = at + len(name)
    serving = _SERVING.match(plain, end)
    if serving:
        return _phrase_at(plain, serving.end())
    if (
        plain.startswith((" of the ", " of "), end)
        and (of := _phrase_at(plain, plain.index("of ", end) + 3))
        and is_body(of)
    ):
        return of
    if role is None:
        return _owner_of(name)
    role_at = plain.find(role)
    if body and _OWN.search(plain[:role_at]):
        return body
    return _spoken_for(role)


def _owner_of(name: str) -> str | None:
    """Whose a body is ("*Norway*'s foreign ministry", "the *Norwegian* embassy")."""
    if not is_body(name):
        return None
    owner = _OWNER.match(name)
    if owner:
        return owner["owner"]
    first, _, rest = name.partition(" ")
    return first if is_body(rest) and resolve_actor(first).country else None


def _phrase_at(text: str, offset: int) -> str | None:
    """The noun phrase that starts at an offset, with what "of" adds to it."""
    sentence = read(text)
    phrase = next((p for p in sentence.phrases if sentence.words[p.first].start >= offset), None)
    if phrase is None or sentence.words[phrase.first].start > offset:
        return None
    start, stop = sentence.span(sentence.bare(phrase), sentence.extended(phrase))
    return text[start:stop]


def _spoken_for(role: str) -> str | None:
    """The body that an office is of ("spokesman of *the army*", "*the council*'s chairman", "*police* chief")."""
    parted = _PREPOSITION.search(role)
    head = role[: parted.start()] if parted else role
    *before, office = head.split()
    state = office.lower() in _PORTFOLIO
    of = _OF.match(role, parted.start()) if parted else None
    if of and state and before and resolve_actor(before[0]).country:  # "*US* Secretary of State"
        owner = _OWNER.match(head)
        return owner["owner"] if owner else before[0]
    if of and (of["body"][:1].isupper() or not state):
        return of["body"]
    if owner := _OWNER.match(head):
        return owner["owner"]
    while before and before[0].lower() in _GRADES:
        before.pop(0)
    before = [word for word in before if word.lower() not in OFFICES | _GRADES]
    if not before:
        return None
    if state or resolve_actor(before[0]).kind in ARMED_GROUPS:
        return before[0] if resolve_actor(before[0]).kind != "unknown" else None
    while before and not (before[-1][:1].isupper() or is_body(before[-1])):
        before.pop()
    body = " ".join(before)
    return None if not body or (body[:1].islower() and before[-1] == "group") else body
