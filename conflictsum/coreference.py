"""Which mentions tell of one event: a model that is asked sentence by sentence does not know.

Mentions are taken in text order. Each joins the event told before that it agrees with best, or begins another: greedy
clustering of event mentions with a linear model of pairs, as in Chen, Ji and Haralick (2009).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Sequence

from conflictsum.agreement import actors_agree, dates_agree, places_agree, words_agree
from conflictsum.choices import is_item, on_one_line
from conflictsum.matching import quoted_spans
from conflictsum.mentions import Cluster, Mention
from conflictsum.resolve.areas import is_area, lies_in
from conflictsum.resolve.verbs import ACTS
from conflictsum.schema import Event, Place
from conflictsum.weighing import Features, weigh

# joining two events into one loses both more often than parting one: odds must be clear
_LEAST_ODDS = 0.4
_TOWNS = frozenset({"settlement", "site", None})
_KNOWN = frozenset({"settlement", "site", "admin1"})
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
