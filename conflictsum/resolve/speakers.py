"""Who speaks in a sentence, by where the verb of speech stands, and the office written before or after a name."""

from __future__ import annotations

import re

from conflictsum.resolve.clauses import is_passive, is_speech, subjects
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import ACTS, QUOTING, WEAPONS

OFFICES = frozenset(
    "secretary secretary-general minister president premier chancellor king prince emir spokesman spokeswoman "
    "spokesperson spokesmen general colonel major captain commander admiral brigadier lieutenant chief envoy "
    "ambassador governor mayor senator leader ruler director coordinator officer official head chairman chairwoman "
    "chair sheikh ayatollah sergeant commissioner adviser advisor representative deputy lawmaker congressman "
    "congresswoman judge prosecutor inspector superintendent administrator mouthpiece gen. col. lt. maj. adm. capt. "
    "brig. sgt. dr dr. mr mr. mrs mrs. ms ms. prof. cmdr. gov. sen. rep. imam bishop pope professor doctor "
    "comandante ombudsman warden councillor marshal vice-president".split()
)
"""Offices and ranks that stand before or beside a name."""
_UNNAMED = frozenset(
    "doctor doctors medic medics resident residents witness witnesses villager villagers survivor survivors nurse "
    "nurses relative relatives neighbour neighbours neighbor neighbors worker workers analyst analysts expert "
    "experts hospital clinic source sources volunteer volunteers eyewitnesses locals driver drivers farmer farmers "
    "passenger passengers mother father son owner owners managers captain correspondent correspondents reporter "
    "reporters newspaper newspapers channel radio data figures report reports footage images video videos agency "
    "media database monks monk abbot nobody people some many others surgeon pharmacist teacher shopkeeper trader "
    "traders families parents brother sister widow list map page company toll death number deaths man woman men "
    "women one student students crew firemen paramedics records diplomats researchers".split()
)
_BODIES = frozenset(
    "command staff secretariat council assembly office directorate ministry committee service services forces force "
    "army navy department administration agency authority commission guard guards corps movement front "
    "party union".split()
)
_CITING = re.compile(r"(?i)\b(?:according to|as per|in the opinion of|in the words of|citing|quoting)\s+")
_JOINING = frozenset("in at of for from with on".split())
_SMALL = frozenset("al- bin ibn abu al el de del la van von da dos ul ud ud-din bint y".split())
_LONGEST = 14  # words of an insertion between a name and its verb


def find_speakers(text: str) -> list[Span]:
    """Spans of those who say, claim, deny or give a figure: before a verb of speech, after "said" or "according to".

    A person named after an office is the bare name; a body or an unnamed person is the whole description ("doctors at
    the hospital").

    Args:
        text: A sentence.
    """
    sentence = read(text)
    found: list[Span] = []
    for at in range(len(sentence.words)):
        if is_speech(sentence, at) and not is_passive(sentence, at):
            found += (_after(sentence, at) if _turned(sentence, at) else _before(sentence, at)) or _after(sentence, at)
    for match in _CITING.finditer(text):
        cited = sum(word.start < match.end() for word in sentence.words)
        found += _described(sentence, cited)
    return sorted(dict.fromkeys(found))


def is_identified(speaker: str) -> bool:
    """Whether words name a speaker whose statements are recorded: no unnamed doctor, witness, analyst or medium.

    Args:
        speaker: The speaker as found.
    """
    words = speaker.replace("’", "'").split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        return True
    limit = next((at for at, word in enumerate(words) if word in _JOINING), len(words))
    return not {word.lower().strip(",.") for word in words[:limit]} & _UNNAMED


def role_of(text: str, speaker: str) -> tuple[str | None, str]:
    """The office and the bare name of a speaker.

    Args:
        text: The sentence.
        speaker: The speaker as found, perhaps with the office before the name.

    Returns:
        The office as written (before the name, or in an apposition after it) or None, and the name.
    """
    own = read(speaker)
    titled = next((phrase for phrase in own.phrases if _name_in(own, phrase) > own.bare(phrase)), None)
    if titled:
        name = own.words[_name_in(own, titled)].start
        return speaker[own.words[own.bare(titled)].start : name].rstrip(), speaker[name:]
    sentence = read(text)
    start = text.find(speaker)
    end = start + len(speaker)
    for phrase in sentence.phrases:
        first, last = sentence.words[phrase.first].start, sentence.words[phrase.last - 1].end
        if first < start < last and _office(sentence, phrase.first, phrase.last):
            return text[sentence.words[sentence.bare(phrase)].start : start].rstrip(), speaker
        if first <= start <= last:
            return _beside(sentence, start, end), speaker
    return None, speaker


def _beside(sentence: Sentence, start: int, end: int) -> str | None:
    """The office before "the mayor of Goma, *Name*", or after "*Name*, mayor of Goma"."""
    for phrase in sentence.phrases:
        last = _joined(sentence, phrase)
        before = sentence.low(last) == "," and _starts(sentence, last + 1) == start
        after = sentence.low(phrase.first - 1) == "," and sentence.words[phrase.first - 2].end == end
        if (before or after) and _office(sentence, phrase.first, phrase.last):
            first, stop = sentence.span(sentence.bare(phrase), last)
            return sentence.text[first:stop]
    return None


def _starts(sentence: Sentence, at: int) -> int:
    phrase = sentence.starting(at)
    return sentence.words[_name_in(sentence, phrase)].start if phrase else -1


def _before(sentence: Sentence, verb: int) -> list[Span]:
    """The speaker before the verb; of a description and a name between commas, the name."""
    at = verb - 1
    while sentence.tag(at) in {"adverb", "auxiliary", "time"}:
        at -= 1
    if sentence.low(at) == ",":
        opening = at - 1
        while opening > max(0, at - _LONGEST) and sentence.low(opening) != ",":
            opening -= 1
        inner = sentence.starting(opening + 1)
        if sentence.low(opening) == "," and inner and inner.last == at and _is_name(sentence, inner):
            return [_named(sentence, inner)]
    return [
        _whole(sentence, phrase, verb)
        for phrase in subjects(sentence, verb, pronouns=False)
        if sentence.tag(at) != "relative" and _may_speak(sentence, phrase)
    ]


def _after(sentence: Sentence, verb: int) -> list[Span]:
    """The speaker after the verb that follows a quotation: "…, said the mayor of Goma, *Name*"."""
    if sentence.tag(verb - 1) == "mark" and sentence.low(verb - 1) not in {"(", ")"}:
        return _described(sentence, verb + 1)
    return []


def _turned(sentence: Sentence, verb: int) -> bool:
    """Whether "…, said the mayor." puts the speaker after the verb: a phrase follows, and then the clause ends."""
    if sentence.low(verb - 1) not in {",", "”", "’", '"'} or (
        sentence.low(verb - 1) == "," and sentence.low(verb) not in QUOTING
    ):
        return False
    phrase = sentence.starting(verb + 1)
    return phrase is not None and sentence.tag(_joined(sentence, phrase)) in {"mark", "time", "relative", "conjunction"}


def _described(sentence: Sentence, at: int) -> list[Span]:
    phrase = sentence.starting(at)
    if phrase is None:
        return []
    last = _joined(sentence, phrase)
    following = sentence.starting(last + 1) if sentence.low(last) == "," else None
    if following and not _is_name(sentence, phrase) and _is_name(sentence, following):
        return [_named(sentence, following)]
    return [_whole(sentence, phrase, last)] if _may_speak(sentence, phrase) else []


def _whole(sentence: Sentence, phrase: Phrase, limit: int) -> Span:
    """A bare name where the phrase holds one, else the phrase with what prepositions add to it before a position."""
    if _is_name(sentence, phrase):
        return _named(sentence, phrase)
    return sentence.span(sentence.bare(phrase), min(_joined(sentence, phrase), max(limit, phrase.last)))


def _joined(sentence: Sentence, phrase: Phrase) -> int:
    """Position after a phrase and the ones that prepositions join to it."""
    last = phrase.last
    while sentence.low(last) in _JOINING and (following := sentence.starting(last + 1)):
        if sentence.head(following) in {"statement", "post", "interview", "speech", "condition", "telephone", "video"}:
            break
        last = following.last
    return last


def _may_speak(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.head(phrase) not in ACTS | WEAPONS and any(
        sentence.tag(at) == "word" for at in range(phrase.first, phrase.last)
    )


def _named(sentence: Sentence, phrase: Phrase) -> Span:
    return sentence.span(_name_in(sentence, phrase), phrase.last)


def _is_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a person's name, perhaps after an office: two capitals, or one after the office."""
    first = _name_in(sentence, phrase)
    length = phrase.last - first
    return (
        all(_capital(sentence, at) or sentence.low(at) in _SMALL for at in range(first, phrase.last))
        and (length > 1 or first > sentence.bare(phrase))
        and not sentence.head(phrase).isdigit()
    )


def _name_in(sentence: Sentence, phrase: Phrase) -> int:
    """Position of the first word of the name after an office; of the first word but articles where there is none."""
    first = phrase.last
    while first > sentence.bare(phrase) and (_capital(sentence, first - 1) or sentence.low(first - 1) in _SMALL):
        first -= 1
    if first == phrase.last or sentence.head(phrase) in OFFICES | _BODIES:
        return sentence.bare(phrase)
    offices = [at for at in range(first, phrase.last - 1) if sentence.low(at) in OFFICES]
    if offices:
        return offices[-1] + 1
    return first


def _capital(sentence: Sentence, at: int) -> bool:
    raw = sentence.text[sentence.words[at].start : sentence.words[at].end]
    return raw[0].isupper() or (raw[:3].lower() in {"al-", "el-"} and raw[3:4].isupper())


def _office(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.low(at) in OFFICES for at in range(first, last))
