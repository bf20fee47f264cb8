"""What every report shows of a summary, in order: sections, entries, and the lines of each entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from conflictsum.report import wording
from conflictsum.report.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conflictsum.schema import (
        Attack,
        CasualtyReport,
        ConflictSummary,
        Evidence,
        PoliticalStatement,
        Quote,
        Strike,
    )


@dataclass(frozen=True)
class Entry:
    """One record, in words.

    Attributes:
        label: Short name for references within the report (``S1``).
        head: Who, or how many: what the eye should find first.
        tail: Whom or what it concerns; empty when not told.
        tags: Status, novelty, act: one or two words each.
        lines: Named details, empty ones left out.
        quotes: Verbatim quotations.
        evidence: The passages that tell of it.
        around: Words of the record that are written in the passages, the most telling first.
    """

    label: str
    head: str
    tail: str
    tags: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    evidence: tuple[Evidence, ...]
    around: tuple[str | None, ...]


@dataclass(frozen=True)
class Section:
    """Records of one kind.

    Attributes:
        title: ``Strikes``, ``Attacks``, ``Casualties`` or ``Statements``.
        entries: Its records, in text order.
    """

    title: str
    entries: tuple[Entry, ...]


def sections(summary: ConflictSummary) -> tuple[Section, ...]:
    """All records of a summary; kinds without any are left out."""
    labels = _labels(summary)
    found = (
        Section("Strikes", tuple(_event(event, summary, labels) for event in summary.strikes)),
        Section("Attacks", tuple(_event(event, summary, labels) for event in summary.attacks)),
        Section("Casualties", tuple(_casualty(report, summary, labels) for report in summary.casualties)),
        Section("Statements", tuple(_statement(statement, labels) for statement in summary.statements)),
    )
    return tuple(section for section in found if section.entries)


def _labels(summary: ConflictSummary) -> dict[str, str]:
    """S1, A1, C1 and P1 (for political statements) by record id."""
    ids = {
        "S": [strike.id for strike in summary.strikes],
        "A": [attack.id for attack in summary.attacks],
        "C": [report.id for report in summary.casualties],
        "P": [statement.id for statement in summary.statements],
    }
    return {each: f"{letter}{number}" for letter, group in ids.items() for number, each in enumerate(group, start=1)}


def _event(event: Strike | Attack, summary: ConflictSummary, labels: dict[str, str]) -> Entry:
    who, whom = wording.headline(event)
    harm = "; ".join(_harm(report, labels) for report in summary.casualties_of(event.id))
    against = wording.side_in_words(event.target_actor) if event.target_actor else ""
    return Entry(
        label=labels[event.id],
        head=who,
        tail=whom,
        tags=(event.status, event.novelty, *(("aggregate",) if event.aggregate else ())),
        lines=_told(
            ("by", wording.perpetrator_in_words(event.perpetrator) if event.perpetrator else ""),
            ("against", "" if against == whom else against),
            ("where", wording.place_in_words(event.place) if event.place else ""),
            ("when", wording.when_in_words(event.when) if event.when else ""),
            ("how", wording.method_in_words(event)),
            ("covers", wording.aggregate_in_words(event)),
            ("count", wording.numbers_in_words(event)),
            ("harm", harm),
        ),
        quotes=(),
        evidence=event.evidence,
        around=(event.target, event.perpetrator.text if event.perpetrator else None),
    )


def _harm(report: CasualtyReport, labels: dict[str, str]) -> str:
    status = "" if report.status == "reported" else f", {report.status}"
    return f"{labels[report.id]} {wording.casualties_in_words(report)}{status}"


def _casualty(report: CasualtyReport, summary: ConflictSummary, labels: dict[str, str]) -> Entry:
    event = next((event for event in summary.events if event.id == report.event_id), None)
    of = f"{labels[event.id]}, {' → '.join(filter(None, wording.headline(event)))}" if event else "not tied to one"
    counts = (report.killed, report.wounded, report.missing, report.captured)
    return Entry(
        label=labels[report.id],
        head=wording.casualties_in_words(report),
        tail="",
        tags=(report.status, report.novelty),
        lines=_told(
            ("who", wording.victims_in_words(report)),
            ("source", wording.sources_in_words(report)),
            ("event", of),
        ),
        quotes=(),
        evidence=report.evidence,
        around=(*(count.text for count in counts if count), report.victims),
    )


def _statement(statement: PoliticalStatement, labels: dict[str, str]) -> Entry:
    return Entry(
        label=labels[statement.id],
        head=wording.name_in_words(statement.speaker),
        tail=wording.name_in_words(statement.addressee) if statement.addressee else "",
        tags=(statement.act.replace("_", " "),),
        lines=_told(
            ("role", wording.speaker_in_words(statement)),
            ("gist", clean(statement.gist)),
            ("when", wording.when_in_words(statement.when) if statement.when else ""),
            ("medium", clean(statement.medium) if statement.medium else ""),
        ),
        quotes=statement.quotes,
        evidence=_unquoted(statement.evidence, statement.quotes),
        around=(statement.speaker.text,),
    )


def _unquoted(evidence: Sequence[Evidence], quotes: Sequence[Quote]) -> tuple[Evidence, ...]:
    """Passages of which no part is shown as a quotation."""
    return tuple(
        passage for passage in evidence if not any(passage.start < q.end and q.start < passage.end for q in quotes)
    )


def _told(*lines: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, words) for name, words in lines if words)
