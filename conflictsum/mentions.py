"""What single sentences, and lists that a model wrote, tell of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from conflictsum.article import Article, Sentence
from conflictsum.choices import on_one_line
from conflictsum.matching import Span
from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.agents import find_agents
from conflictsum.resolve.records import ResolvedEvent
from conflictsum.resolve.tolls import find_tolls
from conflictsum.resolve.triggers import is_english
from conflictsum.resolve.untold import names_an_author, tells_an_act, tells_it_anew
from conflictsum.schema import Actor, Place

_WORDS_AFTER = 30  # characters after a number of victims that say who they are


@dataclass(frozen=True)
class Mention:
    """What one sentence tells of an event.

    Attributes:
        told: The event as this sentence tells it.
        sentence: The sentence.
        doer: Who did it, as a model took from the sentences around; None where it took nobody, or the sentence tells.
        place: Where it was, likewise.
        cited: Where a model listed the event, the numbers of all sentences that it cites; empty where a sentence was
            read by itself.
    """

    told: ResolvedEvent
    sentence: Sentence
    doer: Actor | None = None
    place: Place | None = None
    cited: frozenset[int] = frozenset()

    @cached_property
    def founds(self) -> bool:
        """Whether the sentence makes an event by itself; else it only adds to one that is told elsewhere."""
        if self.cited:
            return True
        event = self.told.event
        says_where = event.place is not None or event.when is not None
        says_what = event.target is not None or (event.place is not None and event.when is not None)
        told = self._tells and (says_where or self._tells_anew)
        return told or event.aggregate is not None or (self._credits and says_what)

    @property
    def only_credits(self) -> bool:
        """Whether the sentence says who did it, or did not, of an act that it takes as known: "X claimed the raid"."""
        return self._credits and not self.founds

    @cached_property
    def _credits(self) -> bool:
        return not (self._tells and self._tells_anew) and names_an_author(on_one_line(self.sentence.text))

    @cached_property
    def _tells_anew(self) -> bool:
        return not is_english(self.sentence.text) or tells_it_anew(on_one_line(self.sentence.text))

    @cached_property
    def _tells(self) -> bool:
        return not is_english(self.sentence.text) or tells_an_act(on_one_line(self.sentence.text))

    @cached_property
    def _numbers(self) -> tuple[Span, ...]:
        tolls = find_tolls(self.sentence.text)
        return (*tolls.killed, *tolls.wounded)

    @cached_property
    def tolls(self) -> frozenset[str]:
        """The numbers of dead and wounded in the sentence."""
        return frozenset(self.sentence.text[start:end].lower() for start, end in self._numbers)

    @cached_property
    def doers(self) -> frozenset[str]:
        """Country of the doer, where known."""
        actor = self.told.event.perpetrator
        return frozenset({actor.country} if actor and actor.country else ())

    @cached_property
    def sufferers(self) -> frozenset[str]:
        """Countries of those who were hit, killed or wounded."""
        struck = [self.sentence.text[start : end + _WORDS_AFTER] for start, end in self._numbers]
        struck.append(self.told.event.target or "")
        actors = [resolve_actor(text[start:end]) for text in struck for start, end in find_actors(text)]
        return frozenset(actor.country for actor in actors if actor.country) - self.doers


Cluster = list[Mention]
"""The mentions of one event, in text order."""


def mentions(events: Iterable[ResolvedEvent], article: Article) -> list[Mention]:
    """Each event with the sentence that tells of it, in text order; what that sentence does not say is set apart."""
    # the line before a list is cited before the item that it tells of
    return _in_order(_mention(told, article.sentence_at(told.event.evidence[-1].start)) for told in events)


def listings(events: Iterable[ResolvedEvent], article: Article) -> list[Mention]:
    """Each event that a model listed, in text order: who did it is what the model took from all that it read."""
    return _in_order(_listing(told, article) for told in events)


def _in_order(found: Iterable[Mention]) -> list[Mention]:
    return sorted(found, key=lambda mention: (mention.sentence.start, mention.told.number))


def _listing(told: ResolvedEvent, article: Article) -> Mention:
    sentences = [article.sentence_at(passage.start) for passage in told.event.evidence]
    own = replace(told, event=told.event.model_copy(update={"perpetrator": None}))
    cited = frozenset(sentence.number for sentence in sentences)
    return Mention(own, sentences[0], told.event.perpetrator, cited=cited)


def _mention(told: ResolvedEvent, sentence: Sentence) -> Mention:
    event, text = told.event, " ".join(passage.text for passage in told.event.evidence)
    doer = event.perpetrator if event.perpetrator and not _is_doer(event.perpetrator.text, text) else None
    place = event.place if event.place and event.place.text not in text else None
    own = {**({"perpetrator": None} if doer else {}), **({"place": None} if place else {})}
    return Mention(replace(told, event=event.model_copy(update=own)), sentence, doer, place)


def _is_doer(name: str, text: str) -> bool:
    """Whether words tell that somebody did it; where recognisers cannot read them, whether he is named."""
    told = " ".join(text.split())
    return name in text and (not is_english(told) or any(name in told[slice(*span)] for span in find_agents(told)))
