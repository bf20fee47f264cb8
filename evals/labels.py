"""Checks of one label file: do the labels agree with the text and with the codebook's forms?"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from conflictsum.matching import FoldedText, quoted_spans
from conflictsum.resolve.countries import countries
from evals.fixtures import (
    Fixture,
    GoldAggregate,
    GoldCasualty,
    GoldEvent,
    GoldRecord,
    GoldStatement,
    GoldWhen,
    read_fixture,
)
from evals.numbers import written_numbers
from evals.source import Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evals.counts import GoldCount

SHORTEST, LONGEST = 60, 460  # words; the codebook's 80 to 450 with some slack

COPIED = {
    "events": ("perpetrator", "target", "target_actor", "place", "weapon"),
    "casualties": ("victims", "affiliation"),
    "statements": ("speaker", "role", "affiliation", "addressee", "medium"),
}
EVENT_COUNTS = ("strikes_made", "sites_hit", "targets_hit", "munitions_used")
PEOPLE_COUNTS = ("killed", "wounded", "missing", "captured")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BARE_WEEKDAY = re.compile(
    rf"(?:(?:on|early|late|early on|late on) )?({'|'.join(_WEEKDAYS)})(?: morning| afternoon| evening)?", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKS = '"“”«»„'
_AHEAD = ("threatened", "planned")


@dataclass(frozen=True)
class LabelFile:
    """A label file that can be read.

    Attributes:
        path: Where it is.
        fixture: What it says.
    """

    path: Path
    fixture: Fixture

    @classmethod
    def read(cls, path: Path) -> LabelFile:
        """Reads a file.

        Raises:
            FixtureError: As for :func:`evals.fixtures.read_fixture`.
        """
        return cls(path, read_fixture(path))

    @cached_property
    def lines(self) -> Lines:
        """Where the fields stand."""
        return Lines(self.path.read_text(encoding="utf-8"))

    def problem(self, message: str, *place: str | int) -> Problem:
        """Something wrong with the field at a place such as ``("events", 0, "place")``."""
        where = f"{place[0]} {int(place[1]) + 1}, " if len(place) > 1 else ""
        return Problem(self.path, self.lines.of(*place), f"{where}{message}")

    def problems(self) -> Iterator[Problem]:
        """All that is wrong with this file alone."""
        fixture = self.fixture
        if fixture.id != self.path.stem:
            yield self.problem(f"id is {fixture.id!r}, but the file is named {self.path.stem!r}", "id")
        words = len(fixture.text.split())
        if not SHORTEST <= words <= LONGEST:
            yield self.problem(f"the text has {words} words; write {SHORTEST} to {LONGEST}", "text")
        yield from self._keys()
        for table in ("events", "casualties", "statements"):
            for index, record in enumerate(getattr(fixture, table)):
                yield from _RecordCheck(self, table, index, record).problems()

    def _keys(self) -> Iterator[Problem]:
        keys = [event.key for event in self.fixture.events]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield self.problem(f"key {key!r} is taken by an event above", "events", index, "key")
        for index, casualty in enumerate(self.fixture.casualties):
            if casualty.event is not None and casualty.event not in keys:
                yield self.problem(f"event {casualty.event!r} is the key of no event", "casualties", index, "event")


@dataclass(frozen=True)
class _RecordCheck:
    file: LabelFile
    table: str
    index: int
    record: GoldEvent | GoldCasualty | GoldStatement

    @cached_property
    def text(self) -> FoldedText:
        return FoldedText(self.file.fixture.text)

    def problems(self) -> Iterator[Problem]:
        yield from self._evidence()
        yield from self._copied()
        yield from self._numbers()
        yield from self._dates()
        if isinstance(self.record, GoldEvent) and (self.record.country or "US") not in countries():
            yield self._problem(f"country {self.record.country!r} is no ISO 3166-1 alpha-2 code", "country")
        if isinstance(self.record, GoldStatement):
            yield from self._quotes(self.record)

    def _problem(self, message: str, *field: str) -> Problem:
        return self.file.problem(message, self.table, self.index, *field)

    def _evidence(self) -> Iterator[Problem]:
        for snippet in self.record.evidence:
            try:
                self.file.fixture.finder.span(snippet)
            except LookupError as error:
                line = self.file.lines.of_item(snippet, self.table, self.index, "evidence")
                yield Problem(self.file.path, line, f"{self.table} {self.index + 1}, evidence {snippet!r} {error}")

    def _copied(self) -> Iterator[Problem]:
        for field in COPIED[self.table]:
            value: str | None = getattr(self.record, field)
            if value is not None and not self.text.find(value):
                yield self._problem(f"{field} {value!r} is not in the text", field)
        if isinstance(self.record, GoldCasualty):
            for source in self.record.sources:
                if not self.text.find(source):
                    yield self._problem(f"source {source!r} is not in the text", "sources")
        when = getattr(self.record, "when", None)
        if when is not None and not self.text.find(when.text):
            yield self._problem(f"when {when.text!r} is not in the text", "when")
        aggregate = getattr(self.record, "aggregate", None)
        if aggregate is not None and aggregate.unit and not self.text.find(aggregate.unit):
            yield self._problem(f"aggregate unit {aggregate.unit!r} is not in the text", "aggregate")

    def _quotes(self, statement: GoldStatement) -> Iterator[Problem]:
        spans = quoted_spans(self.file.fixture.text)
        for quote in statement.quotes:
            found = self.text.find(quote)
            if quote[0] in _MARKS or quote[-1] in _MARKS + ",":
                yield self._problem(f"quote {quote!r} begins or ends with a quotation mark or comma (P8)", "quotes")
            elif found is None:
                yield self._problem(f"quote {quote!r} is not in the text", "quotes")
            elif not any(start <= found[0] and found[1] <= end for start, end in spans):
                yield self._problem(f"quote {quote!r} does not stand in quotation marks (P8)", "quotes")

    def _numbers(self) -> Iterator[Problem]:
        counts = {field: getattr(self.record, field) for field in _count_fields(self.record)}
        aggregate: GoldAggregate | None = getattr(self.record, "aggregate", None)
        if aggregate is not None:
            counts["aggregate"] = aggregate.count
        try:
            spans = self.file.fixture.spans(self.record)
        except LookupError:
            return
        written = set().union(*(written_numbers(self.file.fixture.text[start:end]) for start, end in spans))
        for field, count in counts.items():
            if count is not None and (number := _unwritten(count, written)) is not None and not self._computed(number):
                hint = '; a count of named or listed people needs rule = "C4"' if self.table == "casualties" else ""
                yield self._problem(
                    f'{field} "{count}": {number} is not in the evidence, as digits or words{hint}', field
                )

    def _computed(self, number: int) -> bool:
        """Whether the number may follow from the words: one person or missile is one, and C4 marks persons counted."""
        return number == 1 or (self.table == "casualties" and "C4" in (self.record.rule or ""))

    def _dates(self) -> Iterator[Problem]:
        published = self.file.fixture.published
        record = self.record
        windows: list[tuple[str, GoldWhen | GoldAggregate]] = []
        if isinstance(record, GoldEvent | GoldStatement) and record.when is not None:
            windows.append(("when", record.when))
        if isinstance(record, GoldEvent) and record.aggregate is not None:
            windows.append(("aggregate", record.aggregate))
        ahead = isinstance(record, GoldEvent) and record.status in _AHEAD
        for field, window in windows:
            faults = list(_window_faults(window, None if ahead else published))
            if not faults and isinstance(window, GoldWhen):
                faults = list(_words_faults(window, published, self.file.fixture.text))
            for message in faults:
                yield self._problem(f"{field} {message}", field)


def _count_fields(record: GoldRecord) -> tuple[str, ...]:
    if isinstance(record, GoldEvent):
        return EVENT_COUNTS
    return PEOPLE_COUNTS if isinstance(record, GoldCasualty) else ()


def _unwritten(count: GoldCount, written: set[int]) -> int | None:
    """The first bound that is not written."""
    return next((bound for bound in count.bounds if bound is not None and bound not in written), None)


def _window_faults(window: GoldWhen | GoldAggregate, published: dt.date | None) -> Iterator[str]:
    if (window.start is None) != (window.end is None):
        yield f"has {'an end' if window.start is None else 'a start'} only: give both days, or none"
    if window.start and window.end and window.start > window.end:
        yield f"starts on {window.start}, after its end on {window.end}"
    if window.end and published and window.end > published:
        yield f"ends on {window.end}, after the publication on {published}"


def _words_faults(when: GoldWhen, published: dt.date | None, text: str) -> Iterator[str]:
    if (when.start is None) != (when.precision is None):
        yield "needs both days and precision, or neither"
    if published is None:
        if when.start and not _YEAR.search(text):
            yield f"{when.text!r} cannot be resolved without a publication date (F4): leave start and end out"
        return
    weekday = _BARE_WEEKDAY.fullmatch(when.text.strip())
    if weekday and when.start:
        back = (published.weekday() - _WEEKDAYS.index(weekday[1].lower())) % 7
        day = published - dt.timedelta(days=back)
        if (when.start, when.end) != (day, day):
            yield f"{when.text!r} is {day}, the latest such day not after {published} (F4), not {_span(when)}"
    if when.text.lower().startswith("since ") and when.end and when.end != published:
        yield f"{when.text!r} ends on the day of publication, {published} (A1), not on {when.end}"


def _span(when: GoldWhen) -> Any:
    return when.start if when.start == when.end else f"{when.start} to {when.end}"
