"""The things said in one sentence: "condemned the raid and urged both sides to talk" is two acts of one speaker."""

from __future__ import annotations

from conflictsum.resolve.acts import acts_in
from conflictsum.resolve.clauses import subjects
from conflictsum.resolve.dates import find_times
from conflictsum.resolve.names import Span
from conflictsum.resolve.parties import find_addressee
from conflictsum.resolve.phrases import Sentence, read
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.saying import speaking
from conflictsum.resolve.verbs import SPEAKING

_UNTELLING = frozenset({"announce", "report"})
_AND = frozenset({"and", "but"})
_BESIDE = frozenset({";", "while", "whereas"})  # before a clause with a subject of its own
_CHARGES = frozenset("accusation allegation charge".split())
_NAMING = (" of ", " of the ")  # "the Movement of the 23 March"
_PLAIN = frozenset("said says say added adds stated".split())
_BETWEEN = frozenset("adverb preposition word determiner of time".split())


def find_utterances(text: str) -> list[Span]:
    """The stretches of a sentence in which somebody does one thing by speaking.

    Args:
        text: A sentence.

    Returns:
        Two or more stretches where verbs of speech with different acts are joined ("condemned …, *and urged* …",
        "…, *and Oman called for* …", "…, *urging* …"); else the whole sentence.
    """
    sentence = read(unquoted(text))
    verbs = sorted({*speaking(sentence), *_participles(sentence), *_clauses(sentence)})
    starts = [0]
    for verb in verbs:
        joint = _joint(sentence, verb)
        if joint is None or _blames_a_thing(sentence, verb):
            continue
        start = sentence.words[joint].start
        acts = [_told(text[slice(*span)]) for span in ((starts[-1], start), (start, len(text)))]
        if all(acts) and acts[0] != acts[1]:
            starts.append(start)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _participles(sentence: Sentence) -> list[int]:
    """Positions of "urging", "accusing" after a comma."""
    return [
        at
        for at, word in enumerate(sentence.words)
        if word.low in SPEAKING and word.tag == "verb" and sentence.low(at - 1) == ","
    ]


def _clauses(sentence: Sentence) -> list[int]:
    """Positions of "that" where it opens a second thing that is said: "said it was a crime *and that* …"."""
    return [at for at, word in enumerate(sentence.words) if word.low == "that" and sentence.low(at - 1) in _AND]


def _joint(sentence: Sentence, verb: int) -> int | None:
    """Position of the comma before a participle, or of the "and" before a verb or before its subject."""
    if sentence.low(verb) in SPEAKING and sentence.low(verb - 1) == ",":
        return verb - 1
    at = verb - 1
    if sentence.low(verb) == "that":
        return at
    while sentence.tag(at) in {"adverb", "auxiliary", "time"}:
        at -= 1
    if sentence.low(at) not in _AND:
        owners = subjects(sentence, verb, pronouns=False)
        at = owners[0].first - 1 if owners else at
        if owners and sentence.low(at) in _CHARGES:  # "…, an accusation *Chad denies*"
            return owners[0].first
    return at if at > 0 and sentence.low(at) in _AND | _BESIDE else None


def _blames_a_thing(sentence: Sentence, verb: int) -> bool:
    """Whether no party is blamed ("and blamed *a gas leak*")."""
    if not sentence.low(verb).startswith("blam"):
        return False
    start = sentence.words[verb].start
    return find_addressee(sentence.text[start:], "accuse") is None


def _told(text: str) -> str | None:
    return next((act for act in acts_in(text) if act not in _UNTELLING), None)


def find_said_when(text: str) -> Span | None:
    """The time at which something was said, by its place beside the verb of speech.

    Args:
        text: A sentence.

    Returns:
        The time right before the verb, or after it ahead of what is said ("told the council *on Friday* that"); None
        where the sentence dates only what is told.
    """
    sentence = read(unquoted(text))
    times = [span for span in find_times(sentence.text) if not sentence.text[: span[0]].endswith(_NAMING)]
    for verb in speaking(sentence):
        places = {sentence.words[at].start for at in _beside(sentence, verb)}
        found = next((span for span in times if span[0] in places or span[0] + 3 in places), None)
        if found:
            return found
    return None


def _beside(sentence: Sentence, verb: int) -> list[int]:
    """Positions that belong to the verb of speech, not to what is said."""
    before = verb - 1
    while sentence.tag(before) in {"adverb", "auxiliary", "time"}:
        before -= 1
    after = verb + 1
    prepositional = sentence.low(verb) not in _PLAIN
    while sentence.tag(after) in _BETWEEN and (prepositional or sentence.tag(after) not in {"word", "determiner"}):
        prepositional = prepositional or sentence.tag(after) == "preposition"
        after += 1
    return list(range(before + 1, after))
