"""Acts of violence a sentence tells of: the verb or noun of each, with the words for its doer and for what it hit."""

from __future__ import annotations

from functools import lru_cache

from conflictsum.resolve.clauses import after_preposition, by_phrases, coordinated, subjects
from conflictsum.resolve.deed import Deed, Weight, act
from conflictsum.resolve.deed_verbs import by_verb
from conflictsum.resolve.phrases import Phrase, Sentence
from conflictsum.resolve.things import is_act, is_thing
from conflictsum.resolve.verbs import CLASHING, DIRECT, HARM, LANDS, NATURE
from conflictsum.resolve.weapon_verbs import ON

__all__ = ["Deed", "Weight", "deeds", "is_act", "is_thing"]

_BETWEEN = frozenset({"between"})
_WITH = frozenset("with against".split())
_PLACED = frozenset("at on near".split())
_HAPPENING = frozenset(
    "took left began broke occurred happened continued erupted lasted raged went ended resumed started hit".split()
)
_FIRES = frozenset("fire fires blaze blazes flames accident leak".split())
_TELLING = frozenset("reported recorded caused confirmed acknowledged causing reporting sustained suffered".split())
_NOTICED = frozenset("heard reported".split())
_DYING = HARM | {"died", "die", "dead", "lives", "life"}
_BOMBS = frozenset("bomb bombs mine mines ied ieds grenade grenades".split())
_SCENES = frozenset("target targets scene victim victims object".split())
_CAUSES = frozenset("in during by from after".split())


@lru_cache(maxsize=512)
def deeds(sentence: Sentence) -> tuple[Deed, ...]:
    """The acts that a sentence tells of, verbs before nouns."""
    verbs = [by_verb(sentence, at) for at, word in enumerate(sentence.words) if word.tag == "verb"]
    nouns = [_by_noun(sentence, phrase) for phrase in sentence.phrases if _names_an_act(sentence, phrase)]
    damage = [_damage(sentence, phrase) for phrase in sentence.phrases if sentence.head(phrase) == "damage"]
    return tuple(deed for deed in (*verbs, *nouns, *damage) if deed is not None)


def _names_an_act(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase names an act, or the bomb or mine of which it goes on to say that it did harm."""
    words = range(phrase.last, len(sentence.words))
    in_which = any(sentence.low(at) == "in" and sentence.low(at + 1) == "which" for at in words)
    bomb = in_which and sentence.head(phrase) in _BOMBS and _happens(sentence, phrase.last)
    return bomb or is_act(sentence, phrase)


def _damage(sentence: Sentence, phrase: Phrase) -> Deed | None:
    """ "Officials reported damage to a depot": something hit it."""
    verb = phrase.first - 1
    causes = {sentence.head(cause) for cause in subjects(sentence, verb)}
    told = sentence.low(verb) in _TELLING and causes.isdisjoint(NATURE | _FIRES)
    hit = coordinated(sentence, phrase.last + 1) if sentence.low(phrase.last) == "to" else []
    return act((), hit, phrase.last - 1) if hit and told else None


def _by_noun(sentence: Sentence, phrase: Phrase) -> Deed | None:
    """An act named by a noun: an event where it is counted, where somebody did it "by", or where it does harm."""
    at = phrase.last
    deadly = _is_deadly(sentence, phrase)
    if sentence.head(phrase) in CLASHING:
        sides = after_preposition(sentence, at, _BETWEEN) or after_preposition(sentence, at, _WITH)
        if not sides and deadly:
            sides = after_preposition(sentence, at, _PLACED)
        return act((), sides, at - 1) if sides else None
    if (suffered := _suffered(sentence, phrase)) is not None:
        return suffered
    doers = by_phrases(sentence, at)
    hit = after_preposition(sentence, at, ON)
    deadly = deadly or (bool(hit) and _opens_a_toll(sentence, phrase))
    counted = any(sentence.tag(word) == "number" for word in range(phrase.first, phrase.last))
    weight = Weight.ACT if doers or counted or deadly or _happens(sentence, at) else Weight.MENTION
    if sentence.tag(at) == "auxiliary" and sentence.low(at + 1) in _NOTICED:  # "explosions were heard at a plant"
        return act((phrase,), after_preposition(sentence, at + 2, _PLACED), at - 1)
    return Deed(weight, (*doers, phrase), tuple(hit), at - 1)


def _suffered(sentence: Sentence, phrase: Phrase) -> Deed | None:
    """ "The base was the *target of* a drone attack", "the town was the *scene of* a massacre"."""
    role = sentence.ending(phrase.first - 1) if sentence.low(phrase.first - 1) == "of" else None
    if role is None or sentence.head(role) not in _SCENES or sentence.tag(role.first - 1) != "auxiliary":
        return None
    return act((*by_phrases(sentence, phrase.last), phrase), subjects(sentence, role.first), phrase.last - 1)


def _opens_a_toll(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a sentence begins with the act and tells its dead: "*In a raid on Kafia*, two men lost their lives"."""
    if sentence.low(phrase.first - 1) not in _CAUSES:
        return False
    comma = next((at for at in range(phrase.last, len(sentence.words)) if sentence.low(at) == ","), None)
    if comma is None or any(sentence.tag(at) == "verb" for at in range(phrase.first)):
        return False
    return any(sentence.low(at) in _DYING for at in range(comma, len(sentence.words)))


def _is_deadly(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether people were killed "in" the act."""
    at = phrase.first - 1
    if sentence.low(at) not in _CAUSES:
        return False
    while sentence.tag(at) in {"preposition", "time", "adverb", "word", "number", "of", "determiner"}:
        at -= 1
        if sentence.low(at) in _DYING:
            return True
    return False


def _happens(sentence: Sentence, at: int) -> bool:
    """Whether the verb after an act says that it took place or did harm."""
    passed = {"preposition", "of", "time", "word", "determiner", "number", "adverb", "relative"}
    within = False
    while (
        sentence.tag(at) in passed
        or sentence.low(at) == "there"
        or (sentence.low(at) == "," and (within or _relates(sentence, at + 1)))
    ):
        within = within or (sentence.low(at) == "which" and sentence.low(at - 1) == "in")
        at += 1
        if within and sentence.tag(at) == "auxiliary":
            at += 1
    ends = DIRECT | LANDS | _HAPPENING | (_DYING | {"lost"} if within else frozenset())
    return sentence.tag(at) == "verb" and sentence.low(at) in ends


def _relates(sentence: Sentence, at: int) -> bool:
    """Whether a relative clause opens: ", which ...", ", in which ..."."""
    return sentence.tag(at) == "relative" or (sentence.low(at) == "in" and sentence.tag(at + 1) == "relative")
