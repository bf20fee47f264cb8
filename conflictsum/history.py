"""What an article recalls from long ago: acts of more than a year before publication are not recorded (codebook S4).

A date holds for the sentence that it frames ("In 1990 rebels took the town"), and for those that follow in the
paragraph until another time is named: narrative goes on in the time that was last set (Partee 1984, "Nominal and
temporal anaphora"). "That summer" and "the next year" go on from the time last named anywhere.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from conflictsum.article import Article, Sentence
from conflictsum.resolve.dates import find_times, resolve_when
from conflictsum.resolve.dropping import HISTORIC, left_out, parted
from conflictsum.resolve.names import cue
from conflictsum.resolve.records import HISTORY, Resolved
from conflictsum.resolve.verbs import ACTS
from conflictsum.schema import Attack, CasualtyReport, Evidence, PoliticalStatement, Strike

_MODERN = dt.date(1950, 1, 1)
"""No article tells the news of a year before this: it decides where the day of publication is not known."""
_YEARS_AGO = cue(
    r"(?:years|decades|(?:a|one|half a) (?:decade|century)|centuries|generations|a generation) (?:ago|earlier|before)|"
    r"(?:in|during|of|since|from|throughout) the (?:early |late |mid[ -]?)?(?:1[6-9]\d0|20[01]0)[’']?s|"
    r"(?:nine|eigh|seven|six|fif)teenth[ -]century|1[5-9]th[ -]century|"
    r"(?:first|second) world war|world war (?:ii?|one|two)"
)
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
# "the 2014 war, in which", "the uprising of 2011 that": the clause tells of that year
_OF_YEAR = re.compile(
    r"(?<![Ss]ince )(?P<year>\b(?:1[6-9]|20)\d\d\b)(?: [^\s,;:.()]+){0,4},?(?: in| during| after| from)? "
    r"(?:which|that|when|where|who) (?P<told>[^,;:.()]+)"
)
_NOW = cue(
    r"now|today|nowadays|currently|still|latest|most recent(?:ly)?|recent(?:ly)?|this time|since then|ever since|"
    r"so far|lately|newest|ongoing"
)
_BREAK = re.compile(r"(?<!\d),|,(?!\d)|[;:()–—“”\"]|\s-\s")
_LONG_UNIT = cue(r"years?|decades?|spring|summer|autumn|fall|winter")
_SINCE = cue(r"since")
_LASTING = r"(?:fought|fighting|battled|battling|besieged|under siege|waged|waging|at war|in conflict)"
_UP_TO_NOW = cue(r"(?:has|have)(?: \w+)? \w+")
# a clause with a time of its own, which is not that of the sentence; "that" after a verb of speech opens what is told
_SUBORDINATE = re.compile(
    r"(?i)(?:^|(?<=[\s(–—-]))(?:who|whose|whom|which|where|when|(?:since|after|before|until|because|as|than|like)\b(?!\s*$)|"
    r"(?<!said )(?<!says )(?<!told )(?<!heard )(?<!testified )(?<!recalled )(?<!added )that)\b"
)
# "a militia formed in 2012", "the accord signed in 2015": what the date is told of is not what the sentence tells
_ASIDE = re.compile(
    r"(?i)(?<!was )(?<!were )(?<!been )(?<!had )(?<!has )\b(?:formed|founded|established|created|born|elected|"
    r"appointed|signed|adopted|drafted|(?:re)?built|opened|launched|banned|outlawed|proscribed|designated|brokered|agreed|passed|"
    r"imposed|held|won|seized|captured|annexed|occupied|taken|lost|abandoned|closed|made|bought|supplied|delivered|"
    r"released|published|dating(?: back)?|set up|broken|started|begun|of|the|an?|its|their|his|her)\s*$"
)


@dataclass(frozen=True)
class _Time:
    """A time that a sentence names: where, and whether it is long past; None where that depends on the time before."""

    start: int
    end: int
    old: bool | None


def without_history(resolved: Resolved, article: Article) -> Resolved:
    """Drops what happened, or was said, more than a year before publication.

    Args:
        resolved: The records of the article.
        article: The article.
    """
    recalled = Recalled(article)
    events, old_events = parted(resolved.events, lambda item: not recalled.event(item.event))
    casualties, old_casualties = parted(resolved.casualties, lambda item: not recalled.casualties(item[0]))
    statements, old_statements = parted(resolved.statements, lambda item: not recalled.statement(item))
    old = [*(item.event for item in old_events), *(report for report, _ in old_casualties), *old_statements]
    return Resolved(
        events=events,
        casualties=casualties,
        statements=statements,
        dropped=(*resolved.dropped, *(left_out(record, HISTORIC) for record in old)),
        listed=resolved.listed and tuple(item for item in resolved.listed if not recalled.event(item.event)),
    )


class Recalled:
    """What an article tells of the time more than a year before it.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._limit = article.published - HISTORY if article.published else _MODERN
        self._dated: set[int] = set()  # framed by a date of their own
        self._framed: set[int] = set()
        self._clauses: list[tuple[int, int]] = []
        if not self._names_the_past():
            return
        last = False
        for _, paragraph in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
            last = self._read(paragraph, last)

    def event(self, event: Strike | Attack) -> bool:
        """Whether an act was that long ago, by its own date or by the narrative that it is part of."""
        end = event.when.end if event.when else None
        if end is not None and (end < self._limit or self._began(event)):
            return True
        parties = list(_parties(event))
        return self._all_in(event.evidence, self._framed) or (bool(parties) and all(map(self._in_clause, parties)))

    def _began(self, event: Strike | Attack) -> bool:
        """Whether it happened when a span began: "since last May, *when* gunmen stormed it", "*not* since 2010"."""
        when = event.when
        if when is None or event.aggregate or not when.start or when.start >= self._limit:
            return False
        dated = rf"{re.escape(when.text)},? (?:when|in which|after)\b|\bnot {re.escape(when.text)}"
        begun = re.compile(rf"(?i){dated}|\b{_LASTING}\b")
        texts = [" ".join(passage.text.split()) for passage in event.evidence]
        since_an_act = not ACTS.isdisjoint(when.text.lower().split())
        return bool(_SINCE.match(when.text)) and (since_an_act or all(begun.search(text) for text in texts))

    def casualties(self, report: CasualtyReport) -> bool:
        """Whether people were harmed that long ago."""
        numbers = list(_numbers(report))
        return self._all_in(report.evidence, self._framed) or (bool(numbers) and all(map(self._in_clause, numbers)))

    def statement(self, statement: PoliticalStatement) -> bool:
        """Whether something was said that long ago; what is said between recollections is mostly said now."""
        return self._all_in(statement.evidence, self._dated)

    def _all_in(self, evidence: Sequence[Evidence], sentences: Collection[int]) -> bool:
        return all(self._article.sentence_at(passage.start).number in sentences for passage in evidence)

    def _in_clause(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._clauses)

    def _names_the_past(self) -> bool:
        text = self._article.text
        return bool(_YEARS_AGO.search(text)) or any(int(year[0]) <= self._limit.year for year in _YEAR.finditer(text))

    def _read(self, paragraph: Iterable[Sentence], last: bool) -> bool:
        """Marks what a paragraph tells of long ago; gives whether the time last named, here or before, is."""
        frame = False
        for sentence in paragraph:
            text = sentence.text
            frame = frame and not self._article.text.startswith("\n", sentence.start - 1)
            times: list[_Time] = []
            for time in self._times(text):
                times.append(self._counted(time, text, frame, last))
                last = last if times[-1].old is None else times[-1].old
            frames = [time.old for time in times if time.old is not None and _is_frame(text, time)]
            if frames and all(frames) and not _UP_TO_NOW.search(text):
                frame = True
                self._dated.add(sentence.number)
            elif frames or _NOW.search(text) or any(time.old is False for time in times):
                frame = False
            if frame:
                self._framed.add(sentence.number)
            self._clauses += [
                (sentence.start + start, sentence.start + end) for start, end in self._asides(text, times)
            ]
        return last

    def _counted(self, time: _Time, text: str, frame: bool, last: bool) -> _Time:
        """A time that counts from another: "that summer" from the one last named, "two days later" in its story."""
        if time.old is not None:
            return time
        if _LONG_UNIT.search(text, time.start, time.end):
            return replace(time, old=last)
        return replace(time, old=True) if frame else time

    def _asides(self, text: str, times: Iterable[_Time]) -> Iterator[tuple[int, int]]:
        """The clauses of a sentence that tell of long ago, whatever the sentence tells."""
        for time in times:
            clause = _clause(text, time) if time.old else None
            if clause:
                yield clause
        for match in _OF_YEAR.finditer(text):
            if int(match["year"]) < self._limit.year:
                yield match.span("told")

    def _times(self, text: str) -> list[_Time]:
        found = {*find_times(text), *(match.span() for match in _YEARS_AGO.finditer(text))}
        return [_Time(start, end, self._is_old(text[start:end])) for start, end in sorted(found)]

    def _is_old(self, text: str) -> bool | None:
        """Whether a time expression is that long ago; None where it counts from another one."""
        if _YEARS_AGO.search(text):
            return True
        when = resolve_when(text, published=self._article.published)
        if when.end is None:
            return None if when.basis == "relative_to_event" else False
        if when.start is None:  # "until 2022"
            return None
        return when.end < self._limit


def _parties(event: Strike | Attack) -> Iterator[int]:
    """Where the article names who did it and what was hit."""
    named = (event.perpetrator.text if event.perpetrator else None, event.target)
    for words in filter(None, named):
        for passage in event.evidence:
            at = passage.text.find(words)
            if at >= 0:
                yield passage.start + at


def _numbers(report: CasualtyReport) -> Iterator[int]:
    """Where the numbers of a report stand in the article."""
    for count in filter(None, (report.killed, report.wounded, report.missing, report.captured)):
        for passage in report.evidence:
            at = passage.text.find(count.text)
            if at >= 0:
                yield passage.start + at


def _is_frame(text: str, time: _Time) -> bool:
    """Whether a time is that of the sentence, not of a clause or a noun in it."""
    before = text[: time.start]
    return not (_subordinate(before) is not None or _ASIDE.search(before) or text.startswith("of ", time.start))


def _subordinate(before: str) -> int | None:
    """Where the subordinate clause starts that is still open at the end of a text, if one is."""
    opened = [match.start() for match in _SUBORDINATE.finditer(before)]
    closed = [match.end() for match in _BREAK.finditer(before)]
    return opened[-1] if opened and opened[-1] >= max(closed, default=0) else None


def _clause(text: str, time: _Time) -> tuple[int, int] | None:
    """The subordinate clause that a time stands in."""
    start = _subordinate(text[: time.start])
    if start is None:
        return None
    end = _BREAK.search(text, time.end)
    return start, end.start() if end else len(text)
