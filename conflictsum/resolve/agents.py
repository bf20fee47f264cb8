"""Who did it, by where the word of violence stands: before an active verb, after a passive "by", before "strike"."""

from __future__ import annotations

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.clauses import after_preposition, antecedent, coordinated, objects, subjects
from conflictsum.resolve.countries import mentions
from conflictsum.resolve.deeds import Weight, deeds, is_act, is_thing
from conflictsum.resolve.names import Span, words
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.speakers import OFFICES
from conflictsum.resolve.verbs import ACTS, BLAMING, CLAIMING, CRAFT, DENYING, DIRECT

_NOBODY = frozenset(
    "nobody people person one ones others man woman toll number total figure attack it them sides side "
    "group's kind time "
    "times flames fire blaze collapse fighting violence war news report reports death deaths losses casualties".split()
)
_PARTS = frozenset(
    "unit branch wing cell column faction group band brigade battalion team squad regiment front".split()
)
_OWNERS = frozenset("army military navy militia rebel junta government police regime insurgent separatist".split())
_CLAIMED = ACTS | {"responsibility", "deed"}
_STANDS = frozenset("stands stood is was are were".split())
_ON = frozenset({"on"})
_POSSESSIVES = frozenset("its his her their our my".split())


def tells_a_deed(text: str) -> bool:
    """Whether a sentence tells of an act of violence, not only of its dead or of what is said about it."""
    sentence = read(text)
    if any(deed.weight is Weight.ACT for deed in deeds(sentence)):
        return True
    return bool(_owned_up(sentence) or (_blamed(sentence) and _names_an_act(sentence)))


def find_agents(text: str) -> list[Span]:
    """Spans of the parties that stand where the doer stands.

    Args:
        text: A sentence.

    Returns:
        After a passive "by" ("attacked about 40 times by *rebels*"), before an active verb of violence ("*the army*
        shelled"), and the owners of weapons and acts ("*US* drone strike"); a pronoun or "its" is read as the speaker.
        Who claims the act or is blamed for it counts too. None where nobody stands there.
    """
    sentence = read(text)
    found: list[Span] = []
    doers = [phrase for deed in deeds(sentence) for phrase in deed.doers]
    for phrase in (*doers, *_owned_up(sentence), *_blamed(sentence)):
        found += _parties(sentence, phrase)
    return sorted(dict.fromkeys(found))


def _parties(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Who is meant by a phrase in the doer's place: the phrase, or the owner of the weapon or act it names."""
    owners = _meant(sentence, phrase)
    thing = is_thing(sentence, phrase)
    if thing or sentence.head(phrase) in CRAFT:
        owners += _owners(sentence, phrase)
    first = sentence.bare(phrase, numbers=False)
    bare_noun = bool(owners) and sentence.low(phrase.first) in _POSSESSIVES and first == phrase.last - 1
    nobody = sentence.head(phrase) in _NOBODY or sentence.low(phrase.first) == "no"
    if thing or bare_noun or nobody or sentence.tag(first) == "number":
        return owners
    if not OFFICES.isdisjoint(sentence.words_of(phrase)) and (body := _owners(sentence, phrase)):
        return body
    last = sentence.extended(phrase)
    if sentence.low(last - 1) in ACTS:  # "accused *Russia* of shelling"
        last = phrase.last
    return [*owners, *_body(sentence, phrase), sentence.span(first, last)]


def _meant(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Whose "its forces" are."""
    if sentence.low(phrase.first) not in _POSSESSIVES:
        return []
    return [span for owner in antecedent(sentence, phrase.first) for span in _parties(sentence, owner)]


def _body(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """The body that "fighters of" or "a unit of" belongs to."""
    head = sentence.head(phrase)
    body = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    if body is None or is_act(sentence, body) or not (head.endswith("s") or head in _PARTS):
        return []
    return [sentence.span(sentence.bare(body, numbers=False), body.last)]


def _owners(sentence: Sentence, phrase: Phrase) -> list[Span]:
    """Whose weapon or act a phrase names: "*US* strike", "*the group*'s rockets", "drones of *the army*"."""
    first, last = phrase.first, phrase.last
    start, end = sentence.words[first].start, sentence.words[last - 1].end
    if sentence.low(last) == "of" and sentence.head(phrase) not in ACTS and (owner := sentence.starting(last + 1)):
        return _parties(sentence, owner)
    for at in range(first, last - 1):
        if sentence.low(at).endswith(("'s", "s'")):
            return [sentence.span(sentence.bare(phrase), at + 1)]
    actors = [span for span in find_actors(sentence.text) if start <= span[0] and span[1] <= end]
    if actors:
        return actors[:1]
    for at in range(first, last - 1):
        if sentence.low(at) in _OWNERS:
            return [sentence.span(at, at + 1)]
    tokens = words(sentence.text)
    named = [(tokens[mention.first].start, tokens[mention.last - 1].end) for mention in mentions(sentence.text, tokens)]
    return [span for span in named if start <= span[0] and span[1] < end][:1]


def _owned_up(sentence: Sentence) -> list[Phrase]:
    """Who claims an act or responsibility for it, is said to be behind it, or denies having done it."""
    found: list[Phrase] = []
    for at, word in enumerate(sentence.words):
        following = sentence.low(at + 1)
        if word.tag == "verb" and word.low in CLAIMING:
            claimed = {sentence.head(phrase) for phrase in objects(sentence, at)}
            found += subjects(sentence, at) if claimed & _CLAIMED else []
        elif word.tag == "verb" and word.low in DENYING:
            found += subjects(sentence, at) if following == "having" or following in DIRECT | ACTS else []
        elif word.low == "behind" and _names_an_act(sentence):
            found += _behind(sentence, at)
    return found


def _behind(sentence: Sentence, at: int) -> list[Phrase]:
    """Who "was behind" something, or stands there: "behind the raid is *the group*"."""
    if sentence.tag(at - 1) == "auxiliary":
        return [] if sentence.tag(at - 2) == "relative" else subjects(sentence, at - 1)
    what = sentence.starting(at + 1)
    stands = what is not None and sentence.low(what.last) in _STANDS
    who = sentence.starting(what.last + 1) if what and stands else None
    return [who] if who else []


def _blamed(sentence: Sentence) -> list[Phrase]:
    """Whom somebody blames, accuses or suspects."""
    found: list[Phrase] = []
    for at, word in enumerate(sentence.words):
        if word.tag == "verb" and word.low in BLAMING:
            blamed = after_preposition(sentence, at + 1, _ON) if sentence.low(at + 1) == "on" else objects(sentence, at)
            found += [phrase for phrase in blamed if not is_thing(sentence, phrase)]
        elif word.low == "finger" and sentence.low(at + 1) == "at":
            found += coordinated(sentence, at + 2)
    return found


def _names_an_act(sentence: Sentence) -> bool:
    return any(is_act(sentence, phrase) for phrase in sentence.phrases) or bool(deeds(sentence))
