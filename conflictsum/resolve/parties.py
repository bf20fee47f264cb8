"""Who in a sentence could act, suffer or be spoken to: people, bodies and states, and the nouns of the field.

Recall matters more than precision: a small model chooses among them, but cannot choose a verb or a date. English.
"""

from __future__ import annotations

import re

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.agents import find_agents
from conflictsum.resolve.clauses import by_phrases, coordinated, objects
from conflictsum.resolve.idioms import find_idioms
from conflictsum.resolve.names import Span, overlap
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.quotations import unquoted
from conflictsum.resolve.verbs import ACTS, BASES, CRAFT, WEAPONS
from conflictsum.schema import Act

_PEOPLE = frozenset(
    "gunman gunmen militant militants rebel rebels insurgent insurgents fighter fighters militia militias "
    "militiamen group groups troops soldier soldiers force forces army armies military navy police government "
    "governments ministry ministries junta authorities official officials officer officers spokesman spokeswoman "
    "spokesperson minister president governor mayor commander commanders paramilitary paramilitaries separatists "
    "jihadists extremists terrorists bandits gang gangs assailants attackers settlers protesters mob crowd "
    "guerrillas coalition faction factions movement party council embassy agency doctors medics residents witnesses "
    "hospital source sources command ruler leader leaders side sides organisation organization regime office "
    "countries states coastguard brigade battalion unit units regiment dissidents cartel proxies allies team "
    "service servicemen villagers civilians people guards snipers mercenaries peacekeepers neighbours neighbors "
    "community enemy generals court parliament union association alliance mission company companies owners power "
    "powers capital capitals parties envoy partners agencies world inhabitants".split()
)
_NO_NAMES = frozenset("x twitter telegram facebook god i’m mr mrs ms".split())
_AIMED = frozenset(
    "accuse accuses accused accusing blame blames blamed blaming warn warns warned warning urge urges urged urging "
    "threaten threatens threatened threatening caution cautions cautioned cautioning praise praises praised praising "
    "hail hails hailed hailing thank thanks thanked thanking salute saluted condemn condemns condemned condemning "
    "denounce denounces denounced denouncing revile reviled slam slammed criticise criticised criticize criticized "
    "brand branded ask asks asked implore implored press pressed commend commended lambasted mocked answered".split()
)
_CALLING = {"call": "on upon", "appeal": "to", "reply": "to", "respond": "to", "finger": "at", "demand": "of from"}
THEM = frozenset("it him her them".split())
_EVERY = frozenset("both all every".split())
_BOUND = frozenset({"must", "should"})
_SUFFERING = frozenset("pay regret bear answer suffer face be".split())
_FRONTED = re.compile(r"To (?:the )?(?P<whom>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?:he|she|it|they) (?:\w+ )?said\b")
_BY_DEED: frozenset[Act] = frozenset({"accuse", "condemn"})
_BY_DUTY: frozenset[Act] = frozenset({"urge", "demand", "warn", "threaten"})


def find_addressee(text: str, act: Act) -> Span | None:
    """Whom an act of speech is aimed at (codebook P7): its object, else who did what is condemned, or who "must" act.

    Args:
        text: The sentence, or the part of it in which the act is done.
        act: The act of speech.

    Returns:
        The party, or the pronoun that stands for it ("accused *it* of"); None where nobody is named.
    """
    sentence = read(unquoted(text))
    fronted = _FRONTED.match(text)
    if fronted:
        return fronted.span("whom")
    for idiom in find_idioms(sentence.text):
        at = sentence.position(idiom.whom) if idiom.whom and idiom.act == act else -1
        if (phrase := sentence.starting(at)) and _is_party(sentence, phrase):
            return _addressed(sentence, phrase, at)
    for at in range(len(sentence.words)):
        if sentence.tag(at) == "verb" and sentence.low(at) in _AIMED and sentence.low(at + 1) in THEM:
            return sentence.span(at + 1, at + 2)
        for phrase in _aimed_at(sentence, at):
            if _is_party(sentence, _trimmed(sentence, phrase)):
                return _addressed(sentence, phrase, at)
    if act in _BY_DEED:
        parties = find_parties(text)
        return next((span for span in find_agents(text) if any(overlap(span, party) for party in parties)), None)
    return _bound(read(text)) if act in _BY_DUTY else None


def _aimed_at(sentence: Sentence, at: int) -> list[Phrase]:
    """The phrases that a verb of speech is aimed at."""
    low = sentence.low(at)
    base = next((base for base in _CALLING if low.startswith(base)), "")
    if sentence.low(at + 1) in _CALLING.get(base, "").split():
        return coordinated(sentence, at + 2)
    if sentence.tag(at) != "verb":
        return []
    if base == "demand" and sentence.low(at + 1) == "that":
        return coordinated(sentence, at + 2)
    if low not in _AIMED:
        return []
    found = objects(sentence, at)
    if found and sentence.head(found[0]) in ACTS and (doers := by_phrases(sentence, found[0].last)):
        return doers
    return found


def _trimmed(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase without a verb that was read as part of it ("demanded that the *ELN* free nine men")."""
    return Phrase(phrase.first, _without_verb(sentence, phrase.first, phrase.last))


def _extent(sentence: Sentence, phrase: Phrase) -> int:
    """Position after a phrase and the name that "of" adds ("envoy of *Chad*", but "accused Chad *of* lies")."""
    following = sentence.starting(phrase.last + 1) if sentence.low(phrase.last) == "of" else None
    if following and sentence.text[sentence.words[following.last - 1].start].isupper():
        return following.last
    return phrase.last


def _without_verb(sentence: Sentence, first: int, last: int) -> int:
    while (
        last - 1 > first and sentence.low(last - 1) in BASES and sentence.text[sentence.words[last - 1].start].islower()
    ):
        last -= 1
    return last


def _addressed(sentence: Sentence, phrase: Phrase, verb: int) -> Span:
    """The phrase with "both" or "all" and what "of" adds; with the next one where "and" joins no new clause."""
    first = phrase.first if sentence.low(phrase.first) in _EVERY else sentence.bare(phrase)
    last = _extent(sentence, phrase)
    others = [other for other in _aimed_at(sentence, verb) if other.first == last + 1 and _is_party(sentence, other)]
    last = _extent(sentence, others[0]) if others else last
    return sentence.span(first, _without_verb(sentence, first, last))


def _bound(sentence: Sentence) -> Span | None:
    """Who "must" or "should" do something, or "will pay" for it."""
    for phrase in sentence.phrases:
        at = phrase.last
        duty = sentence.low(at) in _BOUND or (sentence.low(at) == "will" and sentence.low(at + 1) in _SUFFERING)
        if duty and _is_party(sentence, phrase):
            return sentence.span(sentence.bare(phrase), phrase.last)
    return None


def find_parties(text: str) -> list[Span]:
    """Spans of people, bodies, states and armed groups in a text, in order, none inside another.

    Args:
        text: A sentence.

    Returns:
        Noun phrases without article and number, names without possessive ending. Of "US drone strike" only the actor.
    """
    sentence = read(text)
    spans = {
        sentence.span(sentence.bare(phrase, numbers=False), phrase.last)
        for phrase in sentence.phrases
        if _is_party(sentence, phrase)
    }
    spans |= {
        actor for actor in find_actors(text) if not any(actor[0] < end and start < actor[1] for start, end in spans)
    }
    return sorted(spans)


def _is_party(sentence: Sentence, phrase: Phrase) -> bool:
    head = sentence.head(phrase)
    if head in _PEOPLE:
        return True
    if head in WEAPONS | ACTS | CRAFT or head in _NO_NAMES:
        return False
    last = sentence.text[sentence.words[phrase.last - 1].start : sentence.words[phrase.last - 1].end]
    opens = phrase.last == 1 or (phrase.first == 0 and phrase.last - phrase.first == 1)
    return (
        last[:1].isupper()
        and len(last) > 1
        and not (opens and sentence.tag(phrase.last) not in {"verb", "auxiliary", "mark"})
    )
