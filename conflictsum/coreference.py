"""Which mentions tell of one event: a model that is asked sentence by sentence does not know.

Mentions are taken in text order. Each joins the event told before that it agrees with best, or begins another: greedy
clustering of event mentions with a linear model of pairs, as in Chen, Ji and Haralick (2009).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from conflictsum.agreement import actors_agree, dates_agree, places_agree, words_agree
from conflictsum.article import Article, Sentence
from conflictsum.choices import is_item, on_one_line
from conflictsum.matching import Span, quoted_spans
from conflictsum.resolve.actors import find_actors, resolve_actor
from conflictsum.resolve.agents import find_agents
from conflictsum.resolve.areas import is_area, lies_in
from conflictsum.resolve.records import ResolvedEvent
from conflictsum.resolve.tolls import find_tolls
from conflictsum.resolve.triggers import is_english
from conflictsum.resolve.untold import names_an_author, tells_an_act, tells_it_anew
from conflictsum.resolve.verbs import ACTS
from conflictsum.schema import Actor, Event, Place
from conflictsum.weighing import Features, weigh

# joining two events into one loses both more often than parting one: odds must be clear
_LEAST_ODDS = 0.4
_TOWNS = frozenset({"settlement", "site", None})
_KNOWN = frozenset({"settlement", "site", "admin1"})
_WORDS_AFTER = 30  # characters after a number of victims that say who they are
_NEAR = 3  # sentences
_REACH = 60  # sentences; only the first event of an article is told again from farther away
_UNDONE = frozenset({"attempted", "intercepted", "threatened", "planned"})
_DEFINITE = re.compile(
    r"(?i)\b(?:the|this|that|these|those|its|their|his|\w+(?:day|morning|night|week|month)[’']s)\s+(?:[\w-]+\s){0,2}?"
    rf"(?:{'|'.join(sorted(ACTS))})\b"
)
_ACT = rf"(?:incidents?|operations?|episodes?|events?|case|cases|{'|'.join(sorted(ACTS))})"
# the sentence says itself that it tells of something else
_ELSEWHERE = re.compile(
    r"(?i)(?:separately|elsewhere|in (?:an?|the) (?:separate|different|unrelated|similar|further)\b|"
    rf"(?:in )?another (?:[\w-]+ ){{0,2}}{_ACT}\b|an? (?:separate|similar) (?:[\w-]+ ){{0,2}}{_ACT}\b)"
)
_REPLY = re.compile(
    r"(?i)\b(?:in (?:retaliation|response|reply|return|revenge|answer|self-defen[cs]e)\b(?! (?:to|for))|"
    r"(?:returned|returning|return) fire|(?:fired|shot|hit|struck|hitting|firing|shooting|striking) back|"
    r"(?:retaliated|responded|replied|answered) (?:with|by)|"
    r"sent (?:[\w’'-]+ ){1,4}back)\b"
)


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


def mentions(events: Iterable[ResolvedEvent], article: Article) -> list[Mention]:
    """Each event with the sentence that tells of it, in text order; what that sentence does not say is set apart."""
    # the line before a list is cited before the item that it tells of
    found = [_mention(told, article.sentence_at(told.event.evidence[-1].start)) for told in events]
    return sorted(found, key=lambda mention: (mention.sentence.start, mention.told.number))


def listings(events: Iterable[ResolvedEvent], article: Article) -> list[Mention]:
    """Each event that a model listed, in text order: who did it is what the model took from all that it read."""
    found = [_listing(told, article) for told in events]
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


def clusters(told: Sequence[Mention], listed: Sequence[Mention] = (), least_odds: float = _LEAST_ODDS) -> list[Cluster]:
    """Groups mentions by the event they tell of.

    Args:
        told: What single sentences tell, in text order.
        listed: Events that a model listed, in text order; none of them is another.
        least_odds: The log odds from which a mention joins an event.
    """
    groups: list[Cluster] = [[mention] for mention in listed]
    cited = frozenset(number for mention in listed for number in mention.cited)
    for mention in told:
        open_to = [
            group
            for group in groups
            if (group is groups[0] or mention.sentence.number - group[-1].sentence.number <= _REACH)
            and not any(_apart(known, mention) for known in group)
        ]
        odds = [
            weigh("coreference", features(group, mention, first=group is groups[0], cited=cited)) for group in open_to
        ]
        best = max(range(len(open_to)), key=odds.__getitem__, default=None)
        if best is not None and (odds[best] > least_odds or mention.only_credits):
            open_to[best].append(mention)
        else:
            groups.append([mention])
    return groups


def features(group: Cluster, mention: Mention, *, first: bool, cited: Collection[int] = frozenset()) -> Features:
    """What speaks for and against a mention telling of an event told before.

    Args:
        group: The mentions of that event so far.
        mention: The mention.
        first: Whether the event is the first one of the article.
        cited: The sentences that a model lists for any event.
    """
    at = mention.sentence.number
    is_listed = any(known.cited for known in group)
    is_cited = any(at in known.cited for known in group)
    event, others = mention.told.event, [known.told.event for known in group]
    methods = {known.told.method for known in group} - {"unspecified"}
    gap = abs(at - group[-1].sentence.number)
    found = {
        _agreed("who", others, lambda other: actors_agree(other.perpetrator, event.perpetrator)): 1.0,
        _agreed("target", others, lambda other: words_agree(other.target, event.target)): 1.0,
        _answer("where", [_same_place(known, mention) for known in group]): 1.0,
        _agreed("when", others, lambda other: dates_agree(other.when, event.when)): 1.0,
        "far": math.log1p(gap),
        "size": math.log(len(group)),
    }
    if methods and mention.told.method != "unspecified":
        found["method_same" if mention.told.method in methods else "method_other"] = 1.0
    signs = {
        "status_other": (event.status in _UNDONE) is not any(other.status in _UNDONE for other in others),
        "novelty_other": any(other.novelty != event.novelty for other in others),
        "aggregate_other": bool(event.aggregate) is not any(other.aggregate for other in others),
        "aggregate": event.aggregate is not None,
        "definite": bool(_DEFINITE.search(mention.sentence.text)),
        "sides_swapped": any(mention.doers & known.sufferers or known.doers & mention.sufferers for known in group),
        "no_setting": not event.place and not (event.when and event.when.start),
        "has_place": event.place is not None,
        "has_when": event.when is not None,
        "cited": is_cited,
        "uncited": is_listed and not is_cited,
        "cited_elsewhere": not is_cited and at in cited,
        "next": gap <= 1,
        "near": gap <= _NEAR,
        "paragraph": mention.sentence.paragraph == group[-1].sentence.paragraph,
        "first": first,
        "quoted": bool(quoted_spans(mention.sentence.text)),
        "whole": bool(event.target and event.place and event.perpetrator),
        "toll_same": any(mention.tolls & known.tolls for known in group),
        "lead": gap <= _NEAR and _is_lead(group) and event.place is not None,
        "same_day": "when_same" in found and "where_other" not in found and "method_other" not in found,
        "toll_other": bool(mention.tolls)
        and any(known.tolls for known in group)
        and not any(mention.tolls & known.tolls for known in group),
    }
    return found | {name: 1.0 for name, holds in signs.items() if holds}


def _is_ongoing(event: Event) -> bool:
    """Whether acts are told that went on "since" some day: the act of one day is another (codebook A1)."""
    return bool(event.when and event.when.text.lower().startswith("since"))


def _is_lead(group: Cluster) -> bool:
    """Whether one sentence tells it, and not where: what news opens with is told again in full after it."""
    return len(group) == 1 and (group[0].told.event.place is None or group[0].told.event.place.precision not in _TOWNS)


def _apart(one: Mention, other: Mention) -> bool:
    """Whether two events were in different towns or divisions, or are items of a list: then they are not one.

    Codebook G4. Places that the gazetteer does not know are taken for towns. Nor are they one where the second
    sentence says so ("in another incident"), or tells how the first act was answered, nor where only one of them tells
    what went on for long.
    """
    if one.sentence.number < other.sentence.number and _ELSEWHERE.match(on_one_line(other.sentence.text)):
        return _same_place(one, other) is not True
    if one.sentence.number + 1 == other.sentence.number and _REPLY.search(other.sentence.text):
        return not _REPLY.search(one.sentence.text)
    if _is_ongoing(one.told.event) is not _is_ongoing(other.told.event):
        return True
    if (
        one.sentence != other.sentence
        and one.sentence.paragraph == other.sentence.paragraph
        and is_item(other.sentence.text)
    ):
        return True
    events = (one.told.event, other.told.event)
    precisions = {event.place.precision for event in events if event.place}
    return (precisions <= _TOWNS or precisions <= _KNOWN) and _same_place(one, other) is False


def _same_place(one: Mention, other: Mention) -> bool | None:
    """Whether two places are one; None where one is an area which the other may lie in for all the gazetteer knows."""
    places = [(mention.told.event.place, on_one_line(mention.sentence.text)) for mention in (one, other)]
    (first, here), (second, there) = places
    same = places_agree(first, second)
    if same is not False or first is None or second is None or _are_known_apart(first, second):
        return same
    within = any(
        lies_in(place, area, text)
        for place, area in ((first.text, second.text), (second.text, first.text))
        for text in (here, there)
    )
    return None if within or is_area(first.text, here) or is_area(second.text, there) else False


def _are_known_apart(one: Place, other: Place) -> bool:
    """Whether two places lie in two countries, or the gazetteer knows both."""
    lands_differ = None not in {one.country, other.country} and one.country != other.country
    return lands_differ or None not in {one.precision, other.precision}


def _agreed(name: str, others: Sequence[Event], agree: Callable[[Event], bool | None]) -> str:
    return _answer(name, [agree(other) for other in others])


def _answer(name: str, answers: Sequence[bool | None]) -> str:
    return f"{name}_{'same' if True in answers else 'other' if False in answers else 'open'}"
