"""Numbers of people and events: digits and number words, ranges, open bounds and vague words, read and found.

Vague words become lower bounds by their plain meaning: "dozens" is at least two dozen, "hundreds" at least 200.
"Several" and "a few" are at least 3, the number that ACLED records where deaths are reported without one. (ACLED's own
figures for "dozens" and "hundreds", 12 and 100, are lower still; such a policy belongs to an export.)
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from conflictsum.resolve.numerals import NUMERAL, numeral_value, scaled
from conflictsum.resolve.once import read_once
from conflictsum.schema import Count

Span = tuple[int, int]

_PLURALS = {"dozen": 12, "hundred": 100, "thousand": 1_000}
_VAGUE = {
    **{f"{few} {unit}": 3 * value for few in ("several", "a few") for unit, value in _PLURALS.items()},
    **{f"a couple of {unit}": 2 * value for unit, value in _PLURALS.items()},
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "thousands": 2_000,
    "hundreds": 200,
    "scores": 40,
    "dozens": 24,
    "tens": 20,
    "several": 3,
    "a few": 3,
    "a handful": 3,
    "a number": 2,
    "multiple": 2,
    "many": 2,
    "numerous": 2,
}

_UNTOLD = r"an?\s+(?:un\w+|indeterminate)\s+number"  # "an unspecified number"
_VAGUE_WORDS = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_VAGUE, key=len, reverse=True))
_NONE = r"\b(?:no\s+one|no(?!\s+(?:fewer|less|more)\b)|none|nobody|not\s+(?:one|a\s+single)|without(?:\s+any)?|zero)\b"

_AT_LEAST = r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+minimum\s+of|≥|minimum"
_MORE = r"more\s+than|over|upwards\s+of|upward\s+of|above|in\s+excess\s+of|well\s+over|greater\s+than|>"
_AT_MOST = r"up\s+to|as\s+many\s+as|no\s+more\s+than|not\s+more\s+than|at\s+most|a\s+maximum\s+of|≤"
_LESS = r"fewer\s+than|less\s+than|under|below|<"
_ABOUT = (
    r"about|around|roughly|some|approximately|approx\.?|nearly|almost|close\s+to|an?\s+estimated|estimated|circa|"
    r"just\s+under|just\s+over|~|as\s+few\s+as"
)
_MODIFIER = (
    rf"(?<![A-Za-z])(?:(?P<least>{_AT_LEAST})|(?P<more>{_MORE})|(?P<most>{_AT_MOST})|(?P<less>{_LESS})|(?P<about>{_ABOUT}))\s*"
    rf"(?P<also>(?:{_ABOUT})\s+)?"
)
_AFTER = r"(?:(?P<or_more>\s+or\s+more\b|\+)|(?P<or_less>\s+or\s+(?:fewer|less)\b)|(?P<or_so>\s+or\s+so\b))"
_DASHED = (
    r"(?<![\w.,$€£-])(?P<first>\d{1,3}(?:,\d{3})*|\d+)\s?[-–—]\s?(?P<last>\d{1,3}(?:,\d{3})*|\d+)(?![\w%-]|[.,]\d)"
)
_TOKEN = re.compile(
    rf"(?i)(?:{_MODIFIER})?(?:(?P<range>(?P<low>{NUMERAL})\s*(?:to|or)\s*(?P<high>{NUMERAL})|{_DASHED})|"
    rf"\b(?:(?P<untold>{_UNTOLD})|(?P<vague>{_VAGUE_WORDS}))\b|(?P<number>{NUMERAL}){_AFTER}?|(?P<none>{_NONE}))"
)
_BETWEEN = re.compile(
    r"(?i)\b(?P<change>(?:rose|risen|rising|rise|climbed|increased|jumped|grew|went\s+up)\s+)?(?:between|from)\s+"
    rf"(?P<low>{NUMERAL})\s+(?:and|to)\s+(?P<high>{NUMERAL})"
)

_PERSON = (
    r"soldier|man|woman|child|boy|girl|baby|infant|toddler|civilian|militant|fighter|officer|policem[ae]n|policewoman|"
    r"commander|leader|journalist|reporter|teenager|person|rebel|gunm[ae]n|attacker|bomber|suspect|driver|guard|doctor|nurse|"
    r"medic|paramedic|worker|official|general|colonel|captain|major|lieutenant|sergeant|villager|resident|farmer|teacher|"
    r"student|pupil|pilot|sailor|marine|crewman|peacekeeper|migrant|refugee|shepherd|fisherman|trader|passenger|mother|"
    r"father|son|daughter|brother|sister|mayor|minister|priest|imam|judge|politician|activist|contractor|firefighter|"
    r"volunteer|conscript|recruit|operative|bystander|couple|cameram[ae]n|photographer"
)
_SINGULAR = re.compile(
    r"(?i)\b(?:an?|another)\s+(?:(?!an?\b|the\b|(?!wounded|injured|armed|masked|retired)\w+ed\b)[\w’'-]+\s+){0,3}?"
    rf"(?:{_PERSON})\b(?:\s+(?:{_PERSON})\b)*(?!-|\s+(?:groups?|organi[sz]ation|sources?|airports?|bases?|camps?|targets?|positions?|"
    r"vehicles?|cars?|trucks?|homes?|houses?|buildings?|aircraft|planes?|areas?|sites?|hideouts?|infrastructure|"
    r"factions?|deaths?|casualt\w+)\b)"
)
_PEOPLE_AFTER_NONE = re.compile(
    r"(?i)(?:no|none|nobody|no\s+one|not\s+one|without(?:\s+any)?|zero)"
    r"(?:\s+(?:reported|further|known|one|of)){0,3}\s*"
    r"(?:casualt\w+|deaths?|injur\w+|dead|wounded|killed|fatalit\w+|victims?|(?:was|were|had\s+been|has\s+been|been)\s+"
    r"(?:\w+\s+)?(?:killed|wounded|injured|hurt|harmed)|(?:soldiers?|civilians?|people|personnel|troops)\s+(?:was|were|died)|died)"
)
_NOT_A_COUNT_BEFORE = re.compile(
    r"(?i)(?:\b(?:aged?|no\.|number|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|chapter|article|resolution|route|"
    r"highway|flight|brigade|operation|in|since|by|until|during|of|from)\s+|[$€£#/]\s?|:|\+\d[\d ().-]*)$"
)
_NOT_A_COUNT_AFTER = re.compile(
    r"(?i)^(?:\s?(?:%|percent|per\s+cent|km|kilomet\w+|miles?|met(?:er|re)s?|mm|kg|tons?|tonnes|feet|ft|years?|months?|"
    r"weeks?|days?|hours?|minutes?|seconds?|dollars?|euros?|pounds?|rubles?|gmt|utc|[ap]\.?m\.?\b|degrees|acres|hectares|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan\b|feb\b|aug\b|oct\b|nov\b|"
    r"dec\b|de\s[a-z])|-(?:year|month|day|week|hour|km|mile|metre|meter|mm|foot|man|member|ton|tonne|storey|story|point)|(?:st|nd|rd|th)\b|"
    r":\d|\s?mm\b|\s(?:billion|trillion)|[\s-](?:thirds?|quarters?|fifths?|tenths?)\b)"
)
# the absence of a report is not a report of zero
_NO_REPORT = re.compile(
    r"(?i)no\s+(?:\w+\s+){0,2}?(?:reports?|word|information|details|news|indications?|comments?|claims?|confirmation)\b"
)
# an age stands between commas after a name or person ("Jane Roe, 45, was hurt"), or ends "a farmer of 58"
_AFTER_PERSON = re.compile(rf"(?:[^\W\d_a-z][\w’'-]+|\b(?i:{_PERSON}))(?:,\s|\s\()$")
_OF_AGE = re.compile(
    rf"(?i)\b(?:(?:{_PERSON}|women|men|children)s?\s+of(?:\s\d+\s(?:and|or))?|who\s+(?:is|was|turned)|aged(?:\s+\d+,?)*\s+(?:and|or))\s$"
)
_AGE_ENDS = re.compile(
    r"(?i)\s*(?:$|[,.;:!?)]|(?:dead|killed|wounded|missing|who|was|were|is|has|had|and|or|from|in|at|on|with|died|drowned|fell|lost|suffered|said)\b)"
)
# "raised the toll from nine to 12" gives two tolls
_CHANGED = re.compile(
    r"(?i)\b(?:raised|raising|revised|revising|updated|updating|lifted|rose|risen|rising|climbed|increased|jumped|grew|"
    r"grown|went\s+up|gone\s+up|lowered|reduced|cut)\b[^.;:]{0,60}$"
)
# "the 153 Task Force Battalion" is a name
_OF_UNIT = re.compile(
    r"\s(?:[A-Z][\w-]*\s){0,4}(?:Battalion|Brigade|Regiment|Division|Corps|Squadron|Wing|Group|Army|Front|Company)\b"
)
_MONTH = re.compile(
    r"(?i)january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_COMPARING = re.compile(r"(?i)\b(?:as|how|too|so|that)\s$")  # "twice as many"
_ONE_OF = re.compile(r"(?i)one\s+of\b")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d(?=(\s+[a-z]+))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = re.compile(
    r"(?i)\b(?:in|since|by|until|during|of|from|early|late|mid|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|spring|summer|autumn|winter|\d{1,2},)\s*$"
)


@dataclass(frozen=True)
class _Found:
    span: Span
    count: Count


def read_count(text: str) -> Count:
    """Reads the number that words give.

    Args:
        text: The words ("at least two", "dozens", "between 5 and 7", "no casualties", "a militia leader").

    Returns:
        The count; its bounds are null where the words give no number. ``text`` is kept as it is. Years, ordinals,
        percentages, ages and the names of weapons are no numbers of anything.
    """
    found = next(iter(_scan(text)), None)
    return found.count.model_copy(update={"text": text}) if found else Count(text=text)


@read_once
def find_numbers(text: str) -> list[Span]:
    """Spans of number expressions in a running text, in order, modifiers included ("at least two", "dozens").

    "No" and "nobody" count only where casualties are spoken of, "a" and "an" only with the word for a person.
    """
    return [found.span for found in _scan(text, running=True)]


def _scan(text: str, *, running: bool = False) -> list[_Found]:
    plain = _plain(text)
    found = [
        _Found(match.span(), _range(match))
        for match in _BETWEEN.finditer(plain)
        if not (running and (match["change"] or _CHANGED.search(plain[: match.start()])))
    ]
    for match in _TOKEN.finditer(plain):
        if any(one.span[0] < match.end() and match.start() < one.span[1] for one in found):
            continue
        if match["none"]:
            clause = _PEOPLE_AFTER_NONE.match(plain, match.start())
            if (running and clause is None) or _NO_REPORT.match(plain, match.start()):
                continue
            found.append(_Found(match.span(), Count(min=0, max=0, text=match.group())))
        elif running and match["low"] and _CHANGED.search(plain[: match.start()].removesuffix("from ")):
            found += [_Found(match.span(end), read_count(match[end])) for end in ("low", "high")]
        elif _counts_something(plain, match) and not (running and _ONE_OF.match(plain, match.start())):
            found.append(_Found(_span(plain, match), _range(match) if match["range"] else _read(match)))
    found += [
        _Found(match.span(), Count(min=1, max=1, text=match.group()))
        for match in _SINGULAR.finditer(plain)
        if not any(one.span[0] < match.end() and match.start() < one.span[1] for one in found)
    ]
    return sorted(found, key=lambda one: one.span)


def _span(text: str, match: re.Match[str]) -> Span:
    """Where the expression stands; with the noun where without it the number would be taken for a year."""
    noun = _YEAR_LIKE.match(text, match.start())
    return (match.start(), noun.end(1)) if noun and noun.end() == match.end() else match.span()


def _counts_something(text: str, match: re.Match[str]) -> bool:
    """Whether the number is no date, clock time, age, measure, ordinal, year or part of a name."""
    start, end = match.span()
    digits = match["number"] or match["range"] or ""
    before, after = text[max(0, start - 30) : start], text[end : end + 20]
    if not digits:
        return not (match.group().lower() == "many" and _COMPARING.search(before))
    if _NOT_A_COUNT_AFTER.match(after) or (
        digits.isdigit() and _YEAR.fullmatch(digits) and _BEFORE_YEAR.search(before)
    ):
        return False
    if digits.isdigit() and _YEAR.fullmatch(digits) and not after.strip():
        return bool(before.strip()) or match.start("number") > start
    if _AFTER_PERSON.search(before) and after.startswith("," if before.endswith(" ") else ")"):
        return False
    if (_OF_AGE.search(before) and _AGE_ENDS.match(after)) or (digits.isdigit() and _OF_UNIT.match(text, end)):
        return False
    return not _is_named(before, digits)


def _is_named(before: str, digits: str) -> bool:
    """Whether a number is that of a day, a flight, a road; in "in November two men died" it is not."""
    if before.endswith("Rescue ") and digits == "1122":  # Pakistan's ambulance service
        return True
    named = _NOT_A_COUNT_BEFORE.search(before)
    if named is None or (not digits[0].isdigit() and _MONTH.fullmatch(named.group().strip())):
        return False
    return named.group().strip().lower() not in {"in", "of", "by", "from", "since", "until", "during"}


def _read(match: re.Match[str]) -> Count:
    text = match.group()
    value = _value(match)
    if value is None:
        return Count(text=text)
    if match["most"] or match["or_less"]:
        return Count(max=None if match["vague"] else value, approximate=bool(match["vague"]), text=text)
    if match["less"]:
        return Count(max=max(0, value - 1), text=text)
    if match["vague"]:
        return Count(min=value, approximate=True, text=text)
    approximate = any(match[group] for group in ("about", "also", "or_so")) or "couple" in match["number"].lower()
    if match["least"] or match["more"] or match["or_more"]:
        return Count(min=value + bool(match["more"]), approximate=approximate, text=text)
    return Count(min=value, max=value, approximate=approximate, text=text)


def _value(match: re.Match[str]) -> int | None:
    if match["vague"]:
        return _VAGUE[" ".join(match["vague"].lower().split())]
    return numeral_value(match["number"]) if match["number"] else None


def _range(match: re.Match[str]) -> Count:
    groups = match.groupdict()
    low, high = (groups.get("low") or groups.get("first"), groups.get("high") or groups.get("last"))
    least, most = numeral_value(low or ""), numeral_value(high or "")
    text = match.group()
    if least is None or most is None or (groups.get("first") and least > most):
        return Count(text=text)
    if groups.get("change"):
        return Count(min=most, max=most, text=text)
    scale = scaled(high or "")
    if scale and not scaled(low or "") and least * scale <= most:
        least *= scale
    return Count(min=min(least, most), max=max(least, most), approximate=bool(groups.get("about")), text=text)


def _plain(text: str) -> str:
    """The text with the digits of every script as ASCII digits, character for character."""
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() and not character.isascii() else character
        for character in text
    )
