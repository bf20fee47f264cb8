"""Whether what was told is worth recording: figures of speech, accidents and small talk can look like it.

A capable model judges that by itself. A small one that is asked sentence by sentence cannot, and is judged by what
surrounds the words: who did it, what is known of place and time, how strong the words are, what the article is about.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from conflictsum.armed_acts import armed_deeds
from conflictsum.article import Article
from conflictsum.matching import quoted_spans
from conflictsum.mentions import Cluster
from conflictsum.resolve.deeds import Weight, deeds
from conflictsum.resolve.phrases import read
from conflictsum.resolve.tolls import find_tolls
from conflictsum.schema import CasualtyReport, Evidence, PoliticalStatement
from conflictsum.vocabulary import ALIKE, PEACEFUL, WARLIKE, found_words, kinds
from conflictsum.weighing import Features, weigh

_CLEAR = re.compile(
    r"(?i)\b(?:shelled|shelling|bombed|bombarded|air ?-?strikes?|air ?-?raids?|gunm[ae]n|opened fire|shot dead|"
    r"shot and killed|ambushed|beheaded|detonated|stormed|torched|abducted|kidnapped|drones?|missiles?|"
    r"rockets?|artillery|mortars?|warplanes?|bomb|explosives|grenades?|looted)\b"
)
_MOST = 4.0  # log odds of the article that count
_EARLY = 2  # sentences
_DRILL_KINDS = 2  # words of exercises, for each
_PER = 200  # words


@dataclass(frozen=True)
class Setting:
    """What an article as a whole says about a record in it.

    Attributes:
        topic: Log odds that it is about armed conflict.
        sentences: The sentences that tell of those that are kept.
        article: The article.
        listed: Whether a model listed its events.
    """

    topic: float
    sentences: frozenset[int]
    article: Article
    listed: bool = False

    def features(self, evidence: Sequence[Evidence]) -> Features:
        """What the article says for and against a record that stands in these passages."""
        numbers = [self.article.sentence_at(passage.start).number for passage in evidence]
        distance = min((abs(one - other) for one in numbers for other in self.sentences), default=None)
        signs = {
            "other_topic": self.topic < 0,
            "no_events": distance is None,
            "in_event": distance == 0,
            "by_event": distance == 1,
            "early": numbers[0] <= _EARLY,
            "drill_article": self._is_drill,
            "no_arms": not self._has_arms,
        }
        return {
            "topic": max(-_MOST, min(_MOST, self.topic)),
            **_subjects("here", [self.article.sentences[number - 1].text for number in numbers]),
            **_subjects("near", self._paragraphs(numbers)),
            **_holding(signs),
        }

    @cached_property
    def _is_drill(self) -> bool:
        """Whether the article is about an exercise: then no paragraph of it tells of violence."""
        length = max(len(self.article.text.split()), _PER)
        return len(set(found_words("drill", self.article.text))) * _PER >= _DRILL_KINDS * length

    @cached_property
    def _has_arms(self) -> bool:
        """Whether armed forces, or weapons of war, do anything in the article."""
        return any(armed_deeds(sentence.text)[0] for sentence in self.article.sentences)

    def _paragraphs(self, numbers: Sequence[int]) -> list[str]:
        """The paragraphs of sentences: an article of several items is not of one subject."""
        told = sorted({self.article.sentences[number - 1].paragraph for number in numbers})
        return [text for paragraph in told for text in self._texts[paragraph]]

    @cached_property
    def _texts(self) -> Mapping[int, Sequence[str]]:
        """The sentences of each paragraph."""
        texts: dict[int, list[str]] = {}
        for sentence in self.article.sentences:
            texts.setdefault(sentence.paragraph, []).append(sentence.text)
        return texts


def event_odds(group: Cluster, setting: Setting) -> float:
    """Log odds that mentions tell of an act of violence that an analyst would record."""
    return weigh("event", event_features(group, setting))


def casualty_odds(report: CasualtyReport, event: bool | None, setting: Setting) -> float:
    """Log odds that a number of people is one that an analyst would record; see :func:`casualty_features`."""
    return weigh("casualty", casualty_features(report, event, setting))


def statement_odds(statement: PoliticalStatement, setting: Setting) -> float:
    """Log odds that an utterance is one that an analyst would record."""
    return weigh("statement", statement_features(statement, setting))


def event_features(group: Cluster, setting: Setting) -> Features:
    """What speaks for and against an event."""
    told = [mention.told.event for mention in group]
    texts = [mention.sentence.text for mention in group]
    kinds = {event.perpetrator.kind for event in told if event.perpetrator}
    weights = {deed.weight for text in texts for deed in deeds(read(" ".join(text.split())))}
    acts = [armed_deeds(text) for text in texts]
    is_listed = any(mention.cited for mention in group)
    signs = {
        "listed": is_listed,
        "only_listed": all(mention.cited for mention in group),
        "unlisted": setting.listed and not is_listed,
        "armed": any(armed for armed, _ in acts),
        "unarmed": any(other for _, other in acts),
        "doer": bool(kinds),
        "doer_known": bool(kinds - {"unknown"}),
        "target": any(event.target for event in told),
        "place": any(event.place for event in told),
        "place_exact": any(event.place and event.place.precision != "country" for event in told),
        "when": any(event.when for event in told),
        "method": any(mention.told.method != "unspecified" for mention in group),
        "clear": any(_CLEAR.search(text) for text in texts),
        "act": Weight.ACT in weights,
        "toll": any(mention.tolls for mention in group),
        "quoted": all(quoted_spans(text) for text in texts),
        "background": all(event.novelty == "background" for event in told),
        "aggregate": any(event.aggregate for event in told),
        told[0].status: True,
    }
    common = setting.features([passage for event in told for passage in event.evidence])
    return common | {"size": math.log(len(group)), **_holding(signs)}


def casualty_features(report: CasualtyReport, event: bool | None, setting: Setting) -> Features:
    """What speaks for and against a casualty report.

    Args:
        report: The report.
        event: Whether the event it was told with is kept; None where it was told with none.
        setting: The article.
    """
    counts = [count for count in (report.killed, report.wounded, report.missing, report.captured) if count]
    text = report.evidence[0].text
    signs = {
        "event": event is True,
        "event_gone": event is False,
        "source": bool(report.sources),
        "source_known": any(actor.kind != "unknown" for actor in report.sources),
        "victims": report.victims is not None,
        "both": len(counts) > 1,
        "nobody": any(count.max == 0 for count in counts),
        "vague": all(count.max is None for count in counts),
        "one": any(count.max == 1 for count in counts),
        "computed": any(count.computed for count in counts),
        "digits": any(count.text[:1].isdigit() for count in counts),
        "quoted": bool(quoted_spans(text)),
        "clear": bool(_CLEAR.search(text)),
        "armed": any(armed_deeds(passage.text)[0] for passage in report.evidence),
        "background": report.novelty == "background",
        f"of_{report.group}": True,
    }
    return setting.features(report.evidence) | _holding(signs)


def statement_features(statement: PoliticalStatement, setting: Setting) -> Features:
    """What speaks for and against a statement."""
    text = " ".join(passage.text for passage in statement.evidence)
    tolls = find_tolls(text)
    signs = {
        "speaker_known": statement.speaker.kind != "unknown",
        "role": statement.role is not None,
        "affiliation": statement.affiliation is not None,
        "addressee": statement.addressee is not None,
        "quotes": bool(statement.quotes),
        "medium": statement.medium is not None,
        "clear": bool(_CLEAR.search(text)),
        "toll": bool(tolls.killed or tolls.wounded),
        "named": " " in statement.speaker.text and statement.speaker.text[:1].isupper(),
        "common": statement.speaker.text[:1].islower(),
        f"speaker_{statement.speaker.kind}": True,
        f"to_{statement.act}": True,
    }
    return setting.features(statement.evidence) | _holding(signs)


def _holding(signs: Mapping[str, bool]) -> Features:
    return {name: 1.0 for name, holds in signs.items() if holds}


def _subjects(where: str, texts: Sequence[str]) -> Features:
    """How many different words of each subject stand in a passage."""
    found = kinds(" ".join(texts))
    groups = {"war": WARLIKE[:2], "peace": PEACEFUL, **{subject: (subject,) for subject in ALIKE}}
    return {
        f"{name}_{where}": math.log1p(sum(found[subject] for subject in subjects)) for name, subjects in groups.items()
    }
