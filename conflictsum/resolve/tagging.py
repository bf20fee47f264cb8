"""The words of a sentence with their classes: closed classes by table, verbs by form and neighbours, the rest nouns.

No grammar and no model; wrong where English is ambiguous, and good enough to end a noun phrase. English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from conflictsum.resolve.capitals import levelled
from conflictsum.resolve.counts import find_numbers
from conflictsum.resolve.names import Span
from conflictsum.resolve.postmodifiers import is_infinitive, tag_after_noun
from conflictsum.resolve.verbs import (
    BASES,
    DIRECT,
    LANDS,
    NOUN_LIKE,
    OFTEN_NOUNS,
    OTHER_VERBS,
    SENDING,
    SPEECH,
    WEAPONS,
)
from conflictsum.resolve.word_classes import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ING_NOUNS,
    LY_NOUNS,
    MODALS,
    NUMBERS,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

_TOKEN = re.compile(
    r"\b(?:Lt|Col|Gen|Maj|Capt|Cmdr|Brig|Adm|Sgt|Lieut|Cpl|Dr|Mr|Mrs|Ms|St|Sen|Rep|Gov|Prof)\.|(?:[^\W\d_]\.){2,}|"
    r"[^\W_]+(?:[’'./&–-][^\W_]+)*(?:(?<=s)[’'](?!\w))?|\S"
)
_DESCRIBING = frozenset(
    "armed unarmed unmanned uncrewed uniformed masked hooded unidentified so-called united unnamed guided unguided "
    "improvised armoured armored motorised motorized mechanised mechanized".split()
)
_DEMANDING = frozenset("demanded demands demand insisted insists urged urges asked requested ordered".split())
_CLAUSE = 8  # words between a demand and the verb of what is demanded
_ONE_PERSON = re.compile(r"(?i)(?:an?|another) (?!dozen|hundred|thousand|million|few|couple|handful|number|score|pair)")
_DESCRIBES_VICTIMS = frozenset("wounded injured besieged".split())
_DEGREES = frozenset("most more less least".split())
_PLAIN_SPEECH = frozenset(
    "urge condemn denounce deplore implore salute vow say tell deny accuse warn insist allege report confirm "
    "blame claim demand reject threaten indicate suggest".split()
)
_PLAIN_NOUNS = frozenset("report claim demand blame".split())
_FINITE = SPEECH | OTHER_VERBS | DIRECT | SENDING | LANDS | frozenset("opened staged conducted".split())
_BEFORE_VERBS = frozenset("auxiliary pronoun relative adverb word number time verb".split())
_PARTICIPLES = ("den", "ken", "ten", "wn", "ght")  # "had hidden", "was broken", "has been shown"
_AFTER_HAVE = frozenset("come become overcome run overrun begun".split())
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
_SHUNNED = frozenset("denied denies denying admitted".split())
_SHORT = 4  # letters: "red", "bed" and "king" are no participles
_DASHES = frozenset("– — - : --".split())
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence with its class.

    Attributes:
        start: Offset of its first character.
        end: Offset just after it.
        low: The word in lower case.
        tag: Its class: determiner, number, of, preposition, conjunction, auxiliary, pronoun, relative, adverb, verb,
            time, mark, or word for all else.
    """

    start: int
    end: int
    low: str
    tag: str


def tagged(text: str, times: list[Span]) -> list[Word]:
    """The words and marks of a text, in order, with their classes.

    Args:
        text: The text.
        times: Where it tells a time.
    """
    numbers = find_numbers(text)
    level = levelled(text)
    tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(level)]
    words: list[Word] = []
    for at, (start, end, raw) in enumerate(tokens):
        following = tokens[at + 1][2] if at + 1 < len(tokens) else ""
        if _within(times, start) or _CLOCK.fullmatch(raw):
            tag = "time"
        elif _within(numbers, start) and raw.lower() not in {"a", "an", "no"} and not _described(text, numbers, start):
            tag = "number"
        else:
            tag = _tag(raw, words, following)
        words.append(Word(start, end, raw.lower().replace("’", "'"), tag))
    return words


def _within(spans: list[Span], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _described(text: str, numbers: list[Span], at: int) -> bool:
    """Whether a number is one person described ("a militia leader"): its words are a noun phrase."""
    return any(start <= at < end and _ONE_PERSON.match(text, start, end) for start, end in numbers)


def _tag(raw: str, before: list[Word], following: str) -> str:
    low = raw.lower()
    previous = before[-1] if before else None
    if tag := _by_neighbours(low, previous, following):
        return tag
    named = raw[0].isupper() and previous and previous.tag == "word" and following[:1].isupper()
    acronym = len(raw) > 1 and raw.isupper() and raw.isalpha()  # "US" and "IS" are neither pronoun nor verb
    described = previous is not None and previous.tag in {"determiner", "number"}  # "the earlier strike"
    for tag, known in _CLASSES:
        inside = tag == "preposition" and named  # "Doctors *Without* Borders"
        if low in known and not acronym and not inside and not (tag == "adverb" and described):
            return "conjunction" if low == "that" and not _relates(previous, following) else tag
    if not raw[0].isalnum():
        return "mark"
    if raw[0].islower() and low.endswith("ly") and low not in LY_NOUNS and not _inner(previous):
        return "adverb"
    if raw[0].islower() and not _describes_people(low, before) and _is_verb(low, before, following):
        return "verb"
    return "verb" if _is_fronted(low, previous, following) else "word"


_CLASSES = (
    ("of", frozenset({"of"})),
    ("determiner", DETERMINERS),
    ("relative", RELATIVES),
    ("pronoun", PRONOUNS | OTHER_PRONOUNS),
    ("auxiliary", AUXILIARIES),
    ("preposition", PREPOSITIONS),
    ("conjunction", CONJUNCTIONS),
    ("adverb", ADVERBS),
)


def _is_fronted(low: str, previous: Word | None, following: str) -> bool:
    """Whether a word opens a sentence as a participle: "*Raining* missiles down on the port, the navy ..."."""
    opens = previous is None or (previous.tag == "mark" and previous.low in _DASHES)
    known = low.endswith("ing") and low in DIRECT | SENDING
    thing = following[:1].isupper() or following[:1].isdigit() or following.lower() in DETERMINERS | WEAPONS
    return opens and known and thing


def _by_neighbours(low: str, previous: Word | None, following: str) -> str | None:
    """The class of words that the words beside them settle."""
    before, after = (previous.low, previous.tag) if previous else ("", "mark")
    noun = after in {"word", "number"}
    last = low == "last" and noun and (following in DIRECT or following.endswith("ed"))  # "Mali last bombed it in May"
    if last or (low == "since" and after == "auxiliary"):
        return "adverb"
    if low in _DEGREES and after == "auxiliary":  # "was *more* guarded"
        return "adverb"
    if low == "home" and noun and (before.endswith("ing") or "-" in before):  # "a nursing home"
        return "word"
    if after == "word" and (tag := tag_after_noun(low, before, following, PREPOSITIONS)):
        return tag
    if low == "hit" and before == "direct":
        return "word"
    return "adverb" if low in _COMPASS and noun and following == "of" else None


def _relates(previous: Word | None, following: str) -> bool:
    """Whether "that" follows a noun, and so means it, or a time ("a raid on Sunday *that killed* two")."""
    if previous is None:
        return False
    acting = following in _FINITE or _has_ending(following)
    return previous.tag in {"word", "number"} or (previous.tag == "time" and acting)


def _inner(previous: Word | None) -> bool:
    """Whether the word before opens a noun phrase that has no noun yet."""
    return previous is not None and (
        previous.tag in {"determiner", "number"}
        or (previous.tag in {"word", "time"} and previous.low.endswith(("'s", "s'")))
    )


def _describes_people(low: str, before: list[Word]) -> bool:
    """Whether a participle stands for people: "the most seriously *injured*"."""
    at = len(before) - 1
    while at >= 0 and (before[at].tag == "adverb" or before[at].low in _DEGREES):
        at -= 1
    return low in _DESCRIBES_VICTIMS and 0 <= at < len(before) - 1 and before[at].tag == "determiner"


def _is_demanded(before: list[Word], following: str) -> bool:
    """Whether a base form stands in what is demanded: "urged that the group *free* 20 farmers"."""
    near = [word.low for word in before[-_CLAUSE:]]
    object_follows = following.lower() in DETERMINERS or following[:1].isdigit()
    return object_follows and "that" in near and not _DEMANDING.isdisjoint(near) and before[-1].tag == "word"


def _is_verb(low: str, earlier: list[Word], following: str) -> bool:
    """Whether a word is a verb, by its form and the words beside it."""
    previous = earlier[-1] if earlier else None
    before = previous.low if previous else ""
    after = previous.tag if previous else "mark"
    if before == "who" or (low in BASES and _is_demanded(earlier, following)):
        return True
    if before in MODALS and not (before == "to" and low in ING_NOUNS):  # "owned up to *beheading* two men"
        outer = earlier[-2] if len(earlier) > 1 else None
        denied = before == "not" and outer is not None and outer.tag == "auxiliary"  # "was not stopped"
        governed = before == "to" and is_infinitive(low, outer.low if outer else "", following, DETERMINERS)
        return low in BASES or before not in {"to", "not"} or governed or (denied and _has_ending(low))
    rule = next((rule for words, rule in _RULES if low in words), None)
    if rule is not None or _inner(previous):
        return rule is not None and not _inner(previous) and rule(low, before, after, following)
    if after == "auxiliary" and (low.endswith(_PARTICIPLES) or low in _AFTER_HAVE):
        return True
    return (low in _FINITE or _has_ending(low)) and _stands_as_verb(low, before, after, following)


def _stands_as_verb(low: str, before: str, after: str, following: str) -> bool:
    """Whether a form that may be a verb or describe a noun is a verb where it stands."""
    describes = following[:1].isalpha() and following.lower() not in _CLOSED | NUMBERS
    if describes and _is_adjective(low, before, after):
        return False
    if after in _BEFORE_VERBS:
        return low not in NOUN_LIKE or after in {"auxiliary", "relative"}
    if low in BASES and not _has_ending(low):
        return False
    if low.endswith("ing") or not describes:
        return True
    # "and shelled villages", but "and displaced families", "of besieged towns"
    return low in _FINITE and low not in _DESCRIBES_VICTIMS and after != "preposition"


def _is_adjective(low: str, before: str, after: str) -> bool:
    """Whether a form before a noun describes it: "fired *rocket-propelled* grenades", "hit *abandoned* houses"."""
    compound = "-" in low and low.endswith("ed") and low not in _FINITE
    return compound or (after == "verb" and (before.endswith("ing") or (low.endswith("ed") and low not in _FINITE)))


def _has_ending(low: str) -> bool:
    return low.endswith(("ed", "ing")) and len(low) > _SHORT and low not in _DESCRIBING and not low.endswith("-wing")


def _often_noun(low: str, before: str, after: str, following: str) -> bool:
    """ "Claims", "calls" and the like are verbs where a clause opens after them."""
    several = low != "call" or after != "word" or before.endswith("s")  # "partners *call* for", "an emergency call for"
    return several and after in {"word", "pronoun", "conjunction"} and _opens_clause(low, following)


def _plain_speech(low: str, before: str, after: str, _following: str) -> bool:
    """ "Say", "deny" after a plural, a pronoun, "and" or a bracket."""
    return (
        after in {"pronoun", "relative", "conjunction"}
        or before == ")"
        or (after == "word" and (low not in _PLAIN_NOUNS or before.endswith(("s", "n", "e"))))
    )


def _noun_in_ing(low: str, before: str, after: str, following: str) -> bool:
    """ "Shelling", "killing" are verbs in "was shelling the town", "accused of bombing Sarrin", ", killing two"."""
    counted = following[:1].isdigit() or following.lower() in NUMBERS
    if before == ",":
        return counted or following.lower() in DETERMINERS
    if after not in {"auxiliary", "of", "preposition"} and before not in _SHUNNED:
        return False
    named = following[:1].isupper() and (after == "of" or before in _SHUNNED)
    aimed = low in {"firing", "shooting"} and following in {"on", "at"}
    return named or counted or following.lower() in DETERMINERS or aimed


_RULES = ((OFTEN_NOUNS, _often_noun), (_PLAIN_SPEECH, _plain_speech), (ING_NOUNS, _noun_in_ing))


def _opens_clause(low: str, following: str) -> bool:
    """Whether what follows "claims" or "calls" shows that it is a verb."""
    plain = following.lower()
    if plain in DETERMINERS | PRONOUNS | {"that"} or following[:1] in {"“", '"', "‘"} or following[:1].isupper():
        return True
    return (low in {"call", "calls"} and plain in {"on", "for"}) or (low == "reports" and plain == ".")


_CLOSED = frozenset().union(*(known for _, known in _CLASSES))
