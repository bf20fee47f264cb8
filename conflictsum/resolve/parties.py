"""Who in a sentence could act, suffer or be spoken to: people, bodies and states, and the nouns of the field.

Recall matters more than precision: a small model chooses among them, but cannot choose a verb or a date. English.
"""

from __future__ import annotations

from conflictsum.resolve.actors import find_actors
from conflictsum.resolve.names import Span
from conflictsum.resolve.phrases import Phrase, Sentence, read
from conflictsum.resolve.verbs import ACTS, CRAFT, WEAPONS

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
    "powers capital capitals parties envoy partners".split()
)
_NO_NAMES = frozenset("x twitter telegram facebook god i’m mr mrs ms".split())


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
