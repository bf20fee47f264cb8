"""The people a number counts: the noun for them, what sort of people they are, and whose."""

from __future__ import annotations

import re
from itertools import pairwise

from conflictsum.resolve.actor_spans import find_actors
from conflictsum.resolve.counts import find_numbers, read_count
from conflictsum.resolve.individuals import NAME, ORGANISED, bare_name, is_person
from conflictsum.resolve.names import Span
from conflictsum.resolve.nonpersons import THINGS
from conflictsum.resolve.phrases import Phrase, Sentence, read

_OTHERS = frozenset(
    "others other another more people’s bodies body dead deaths fatalities losses lives victims casualties "
    "corpses wounded injured killed toll number rest missing hostages loss injury injuries casualty damage harm safe "
    "slain captured "
    "hurt reports report scratch martyred unharmed unhurt fallen number died none nobody life word "
    "unaccounted aboard board remains stands".split()
)
# verbs that a noun before them may be taken with: "nine *soldiers* remain unaccounted for"
_LINKING = frozenset("remain remains remained stand stands stood lie lies lay".split())
_REMAINS = frozenset("bodies corpses deaths remains lives".split())
_OPENING = re.compile(
    r"(?i)^(?:(?:the|its|their|his|her|our|my|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)+"
)
_NONE_OF_THESE = re.compile(
    r"(?i)(?:no|not\s(?:one|a\ssingle))\s(?P<people>(?:[\w’'-]+,\s)*[\w’'-]+,?\s(?:or|nor)\s[\w’'-]+)(?=\s(?:was|were|is|had|has))"
)
_OF_THINGS = re.compile(
    r"(?i)\bof\s(?:all\s)?(?:the|these|those|its|their|\d+)\s(?:[\w-]+\s){0,3}?(?P<head>[\w-]+),\s(?:\w+\s)?$"
)
_DONE_TO_THINGS = re.compile(
    r"(?i)\s(?:more\s|others?\s)?(?:was|were|ha(?:s|ve|d)\sbeen|is|are)\s(?:\w+\s)?"
    r"(?:neutrali[sz]ed|eliminated|destroyed|captured|seized|lost|taken|missing|recovered|shot|burned|burnt|hit|struck)\b"
)
_AGED_GAP = re.compile(r",\s(?P<age>\d+,\s)?")
_ONE_OF_A_KIND = re.compile(r"(?i)an?\s")
_APPOSITION = re.compile(r"(?:\s[\w’'-]+){0,6},\s(?:\d+,\s)?(?:namely\s)?")
_LISTED = re.compile(r"(?:\s[\w’'-]+){0,6}(?:,|,? and)\s")
_APPOSED = re.compile(rf",\s(?:\d+,\s)?(?:namely\s)?(?P<name>{NAME.pattern})")
_NUMBER_OF = re.compile(
    r"(?i)\b(?:number|count)\sof\s(?:missing\s|dead\s|wounded\s|injured\s)?(?P<people>[\w’'-]+(?:\s[\w’'-]+){0,2}?)"
    r"(?=\s(?:killed|wounded|injured|dead|missing|taken|abducted|who|at|to|has|had|rose|rises|was|is|in|stands|stood|"
    r"reached|reaches|passed)\b)"
)
_NOBODY_NAMED = re.compile(r"(?i)nobody|no[ -]?one|(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth)")
_OWNERS = frozenset("the its their his her our my a an these those another other more".split())
_SKIPPED = frozenset("single least own one".split())
_AGED = re.compile(r"\d+-year-old|[a-z]+-year-old")
_MEMBERS = frozenset("member members personnel element elements".split())
_FOES = frozenset("enemy enemies adversary aggressor aggressors occupier occupiers".split())
_FORCES = re.compile(r"(?:army|navy|military|police|air force|forces|militia|brigade|front|group|corps|guard)$")


def counts_things(text: str, number: Span) -> bool:
    """Whether a number counts weapons, acts, vehicles, buildings, days and the like: "*two* of the 14 missiles"."""
    phrase = _counted(text, number)
    if phrase is not None:
        return read(text).head(phrase) in THINGS
    return _counts_things_before(text, number)


def _counts_things_before(text: str, number: Span) -> bool:
    """Whether a bare number counts things told before it: "of the 118 drones, *96* were neutralised"."""
    of = _OF_THINGS.search(text[: number[0]])
    if of:
        return of["head"].lower() in THINGS
    earlier = [span for span in find_numbers(text) if span[1] < number[0]]
    if not earlier or not _DONE_TO_THINGS.match(text, number[1]):
        return False
    phrase = _counted(text, earlier[-1])
    return phrase is not None and read(text).head(phrase) in THINGS


def without_appositions(text: str, numbers: list[Span]) -> list[Span]:
    """Leaves out who is told again between commas.

    In "a teacher, *Ana Ruiz*, 45, was shot" and "four others, *two* nurses and *a* cook, died" nobody is counted twice.

    Args:
        text: A sentence.
        numbers: Numbers of people in it, in text order.
    """
    left_out: list[Span] = []
    roles: list[Span] = []
    for last, number in pairwise(numbers):
        gap = text[last[1] : number[0]]
        described = _describes_name(text, last, number)
        apposed = _APPOSITION.fullmatch(gap) and last not in left_out and (described or _closes(text, number))
        if apposed or (last in left_out and last not in roles and _LISTED.fullmatch(gap)):
            left_out.append(number)
        if described:
            roles.append(number)
    return [number for number in numbers if number not in left_out]


def _describes_name(text: str, name: Span, number: Span) -> bool:
    """Whether "a rebel" tells who a name before it is, after an age or at the end: "shot Jon Doe, 52, *a* rebel"."""
    gap = _AGED_GAP.fullmatch(text[name[1] : number[0]])
    if gap is None or not bare_name(text[slice(*name)]) or not _ONE_OF_A_KIND.match(text, *number):
        return False
    phrase = _counted(text, number)
    following = read(text).low(phrase.last) if phrase else ""
    return bool(gap["age"]) or following not in {"and", ","}


def people_after(text: str, number: Span) -> str | None:
    """The words for the people a number counts, without number, article and owner: "two of its young *soldiers*".

    Args:
        text: A sentence.
        number: Span of the number in it.

    Returns:
        The words, with "of" and its phrase where they only say "members", the name where one person is named; None
        where the people are not told, or only as others, bodies or the dead (codebook C6).
    """
    told = text[slice(*number)]
    if _NOBODY_NAMED.fullmatch(told):
        return None
    if people := _named(text, number):
        return people
    sentence = read(text)
    phrase = _counted(text, number)
    if phrase is None or sentence.head(phrase) in _OTHERS:
        return _people_before(text, number) or _owners(sentence, phrase, number)
    first = phrase.first
    while first < phrase.last and (
        sentence.tag(first) in {"determiner", "number"}
        or (sentence.low(first) in _OWNERS | _SKIPPED or _AGED.fullmatch(sentence.low(first)))
        or sentence.words[first].end <= number[0]
    ):
        first += 1
    last = phrase.last - (sentence.head(phrase) in _LINKING and phrase.last < len(sentence.words) - 1)
    if first >= last:
        return None
    phrase = Phrase(phrase.first, last)
    apposed = _APPOSED.match(text, sentence.words[phrase.last - 1].end)
    if apposed and read_count(told).max in {1, None} and is_person(apposed["name"]):
        return bare_name(apposed["name"])
    return text[slice(*sentence.span(first, _end(sentence, first, phrase)))]


def _named(text: str, number: Span) -> str | None:
    """The people where the words that count them name them too: a name, several people, "no *nurse or patient*"."""
    told = text[slice(*number)]
    if " and " in told and not told.lower().startswith("between"):
        return _OPENING.sub("", told)
    listed = _NONE_OF_THESE.match(text, number[0])
    return listed["people"] if listed else bare_name(told)


def _people_before(text: str, number: Span) -> str | None:
    """The people of "the number of *girls* missing stands at 118"."""
    told = _NUMBER_OF.search(text[: number[0]])
    return told["people"] if told and told["people"].lower() not in _OTHERS | {"those"} else None


def _owners(sentence: Sentence, phrase: Phrase | None, number: Span) -> str | None:
    """The people of "two *militants’* bodies"."""
    if phrase is None or phrase.last == phrase.first + 1 or sentence.head(phrase) not in _REMAINS:
        return None
    start, end = sentence.span(phrase.last - 2, phrase.last - 1)
    return sentence.text[start:end] if start >= number[1] and sentence.text[end] in "’'" else None


def _end(sentence: Sentence, first: int, phrase: Phrase) -> int:
    """Position after the words for people: what "of" adds to "members", and the second of "scientists and guards"."""
    last = phrase.last
    if last - first == 1 and sentence.head(phrase) in _MEMBERS:
        owner = sentence.starting(last + 1)
        return last if owner and sentence.head(owner) in _FOES else sentence.extended(phrase)
    other = sentence.starting(last + 1) if sentence.low(last) == "and" else None
    if (
        other
        and sentence.tag(other.first) == "word"
        and sentence.head(other).endswith("s")
        and sentence.tag(other.last) in {"verb", "auxiliary", "mark"}
    ):
        return other.last
    return last


def _closes(text: str, number: Span) -> bool:
    """Whether a comma, and a verb after it, follows the phrase of a number and those that "and" joins to it."""
    sentence = read(text)
    at = next((n for n, word in enumerate(sentence.words) if word.end > number[0]), len(sentence.words))
    while sentence.tag(at) in {"word", "determiner", "number", "of", "preposition"} or sentence.low(at) in {"and", ","}:
        if sentence.low(at) == "," and sentence.tag(at + 1) in {"verb", "auxiliary", "relative", "adverb"}:
            return True
        if sentence.low(at) == "," and sentence.low(at + 1).endswith("ed"):
            return True
        at += 1
    return False


def party_of(text: str, number: Span, people: str | None) -> str | None:
    """The party that people belong to, where the words right beside them name it: "soldiers of *the army*"."""
    if not people:
        return None
    at = text.find(people, number[0])
    if at < 0:
        return None
    sentence = read(text)
    last = next((n for n, word in enumerate(sentence.words) if word.start >= at + len(people)), len(sentence.words))
    owner = sentence.starting(last + 1) if sentence.low(last) == "of" else None
    spans = [span for span in find_actors(text) if number[0] <= span[0] and span[0] < at + len(people)]
    if owner:
        bare = sentence.span(sentence.bare(owner), owner.last)
        actors = [span for span in find_actors(text) if bare[0] <= span[0] < bare[1]]
        name = text[slice(*bare)]
        if actors or ORGANISED.search(name) or _FORCES.search(name):
            return name
    return text[slice(*spans[0])] if spans and spans[0][1] > at + len(people) else None


def _counted(text: str, number: Span) -> Phrase | None:
    """The noun phrase that a number counts: the one it is in, else the one that "of" adds ("two of *the guards*")."""
    sentence = read(text)
    at = next((n for n, word in enumerate(sentence.words) if word.end > number[0]), None)
    if at is None:
        return None
    end = next((n for n, word in enumerate(sentence.words) if word.start >= number[1]), len(sentence.words))
    inside = next((phrase for phrase in sentence.phrases if phrase.first <= max(at, end - 1) < phrase.last), None)
    if (
        inside is not None
        and sentence.head(inside) != "number"
        and (inside.last > end or not text[slice(*number)][-1].isdigit())
    ):
        own = [n for n in range(inside.first, inside.last) if sentence.tag(n) == "word"]
        if own:
            return inside
    if inside is not None and sentence.head(inside) == "number" and sentence.low(inside.last) == "of":
        return sentence.starting(inside.last + 1)
    while sentence.low(end) in {"more", "other", "others", "another", "single"} and sentence.starting(end) is None:
        end += 1
    if sentence.low(end) == "of":
        return sentence.starting(end + 1)
    return sentence.starting(end)
