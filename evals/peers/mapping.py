"""From what a peer says to the records that are scored: read by the library's resolvers, repaired by nothing.

What is done for a peer, so that it is not marked down for formats: names, places, dates and counts are read from its
words by the resolvers that read ours (an ISO date stays what it is); a code that is none of the schema's is read as
words ("airstrike" is ``air``), or left at its default; its words are looked for in the article, exactly or nearly, and
the sentences that hold them are the evidence.

What is not done, because it would be our work and not the peer's: nothing is merged, refiled from strike to attack,
dropped as history or emptied because it is not in the article. A record whose words are nowhere in the article stays,
with a passage behind the article's end as evidence. So it counts: as spurious, or if its values are right as found
without evidence, and as not grounded. The same holds for quotations, which then count as fabricated.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from rapidfuzz import fuzz, process

from conflictsum.drafts import ATTACK_METHODS, STRIKE_METHODS
from conflictsum.link import Linked
from conflictsum.matching import FoldedText
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.acts import acts_in
from conflictsum.resolve.counts import find_numbers, read_count
from conflictsum.resolve.dates import resolve_when
from conflictsum.resolve.methods import method_in
from conflictsum.resolve.places import resolve_place
from conflictsum.resolve.victim_groups import group_in
from conflictsum.schema import (
    Act,
    Actor,
    Aggregate,
    Attack,
    CasualtyReport,
    Count,
    Evidence,
    Novelty,
    PoliticalStatement,
    Quote,
    Status,
    Strike,
    VictimGroup,
    When,
)

if TYPE_CHECKING:
    from conflictsum.article import Article
    from evals.peers.told import Told, ToldCasualty, ToldEvent, ToldRecord, ToldStatement

_ALIKE = 85.0
_NOBODY = "(nobody named)"
_NO_WORDS = "(no words given)"
PassageT = TypeVar("PassageT", bound=Evidence)


def records(told: Told, article: Article) -> Linked:
    """The records of a peer, in its own order, numbered.

    Args:
        told: What it says.
        article: About which article.
    """
    mapper = _Mapper(article)
    events = [mapper.event(number, event) for number, event in enumerate(told.events, start=1)]
    labels = {event.id: told_event.event or "" for event, told_event in zip(events, told.events, strict=True)}
    return Linked(
        strikes=tuple(event for event in events if isinstance(event, Strike)),
        attacks=tuple(event for event in events if isinstance(event, Attack)),
        casualties=tuple(mapper.casualty(number, item, labels) for number, item in enumerate(told.casualties, start=1)),
        statements=tuple(mapper.statement(number, item) for number, item in enumerate(told.statements, start=1)),
    )


class _Mapper:
    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _folded(self) -> FoldedText:
        return FoldedText(self._article.text)

    def event(self, number: int, told: ToldEvent) -> Strike | Attack:
        when = self._when(told.when)
        method: Any = _method(told.method)
        common: dict[str, Any] = {
            "id": f"{told.kind}-{number}",
            "status": _code(told.status, Status, "reported"),
            "novelty": _code(told.novelty, Novelty, "new"),
            "perpetrator": _actor(told.perpetrator),
            "target": told.target,
            "target_actor": _actor(told.target_actor),
            "place": resolve_place(told.place) if told.place else None,
            "when": when,
            "weapon": told.weapon,
            "munitions_used": _count(told.munitions_used),
            "aggregate": _aggregate(told.aggregate_count, when),
            "evidence": self._evidence(told),
        }
        if told.kind == "strike":
            return Strike(**common, method=method if method in STRIKE_METHODS else "unspecified")
        return Attack(**common, method=method if method in ATTACK_METHODS else "unspecified")

    def casualty(self, number: int, told: ToldCasualty, labels: dict[str, str]) -> CasualtyReport:
        return CasualtyReport(
            id=f"casualty-{number}",
            event_id=_event_of(told.event, labels),
            victims=told.victims,
            group=_code(told.group, VictimGroup, group_in(told.group or "")),
            affiliation=_actor(told.affiliation),
            killed=_count(told.killed),
            wounded=_count(told.wounded),
            missing=_count(told.missing),
            captured=_count(told.captured),
            sources=tuple(resolve_actor(source) for source in told.sources),
            status=_code(told.status, Status, "reported"),
            novelty=_code(told.novelty, Novelty, "new"),
            evidence=self._evidence(told),
        )

    def statement(self, number: int, told: ToldStatement) -> PoliticalStatement:
        return PoliticalStatement(
            id=f"statement-{number}",
            speaker=resolve_actor(told.speaker or _NOBODY),
            role=told.role,
            affiliation=_actor(told.affiliation),
            addressee=_actor(told.addressee),
            act=_act(told.act),
            gist=told.words or _NO_WORDS,
            quotes=tuple(self._quote(words) for words in told.quotes),
            medium=told.medium,
            when=self._when(told.when),
            evidence=self._evidence(told),
        )

    def _when(self, words: str | None) -> When | None:
        return resolve_when(words, published=self._article.published) if words else None

    def _evidence(self, told: ToldRecord) -> tuple[Evidence, ...]:
        """The sentences that hold a record's words, or else one that says nearly the same."""
        words = told.words or _NO_WORDS
        sentences = self._article.sentences
        span = self._folded.find(words) or told.span or self._folded.find_most(words)
        if span is not None:
            return tuple(item.evidence for item in sentences if item.start < span[1] and span[0] < item.end)
        texts = [sentence.text for sentence in sentences]
        near = process.extractOne(words, texts, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
        return (sentences[near[2]].evidence if near else self._nowhere(Evidence, words),)

    def _quote(self, words: str) -> Quote:
        words = words.strip("\"'“”‘’«»„ ") or _NO_WORDS
        # the full stop or comma at the end may be the peer's own
        span = self._folded.find(words) or self._folded.find(words.rstrip(".,"))
        if span is None:
            return self._nowhere(Quote, words)
        return Quote(start=span[0], end=span[1], text=self._article.text[slice(*span)])

    def _nowhere(self, kind: type[PassageT], words: str) -> PassageT:
        """A passage that no sentence holds."""
        end = len(self._article.text)
        return kind(start=end, end=end + len(words), text=words)


def _code(word: str | None, codes: Any, default: str) -> Any:
    return word if word in get_args(codes) else default


def _method(words: str | None) -> str:
    if not words or words in STRIKE_METHODS | ATTACK_METHODS:
        return words or "unspecified"
    return method_in(words.replace("_", " "))


def _act(word: str | None) -> Any:
    acts = acts_in(word or "")
    return _code(word, Act, acts[0] if acts else "report")


def _actor(words: str | None) -> Actor | None:
    return resolve_actor(words) if words else None


def _count(words: str | None) -> Count | None:
    return read_count(words) if words else None


def _aggregate(words: str | None, when: When | None) -> Aggregate | None:
    """How many and of what: what stands behind the number is the unit."""
    if not words:
        return None
    numbers = find_numbers(words)
    unit = words[numbers[0][1] :].strip() if numbers else ""
    return Aggregate(
        count=read_count(words),
        unit=unit or words,
        start=when.start if when else None,
        end=when.end if when else None,
    )


def _event_of(label: str | None, labels: dict[str, str]) -> str | None:
    """The event that bears a label, or nearly the same one; of several the first."""
    if not label:
        return None
    near = process.extractOne(label, labels, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=_ALIKE)
    return near[2] if near else None
