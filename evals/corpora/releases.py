"""Military releases that list strikes place by place, as JSON lines, and how summaries of them are scored."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import Field

from conflictsum.resolve.countries import countries
from conflictsum.schema import Attack, ConflictSummary, Count, Place, Strike
from evals.align import align
from evals.compare import Match, compare_counts, compare_places, normal
from evals.corpora.fills import LEAST, Fill, judge_fills, single
from evals.corpora.lines import Row, Written, read_rows
from evals.counts import GoldCount
from evals.fixtures import Fixture
from evals.score import CaseScore, Failure
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

PLACES = "places"


class ListedStrikes(Row):
    """Strikes that a release lists together.

    Attributes:
        country: Name of the country.
        location: The place, as the release writes it.
        number: How many strikes there were.
    """

    country: Written
    location: Written
    number: int = Field(ge=1)


class Release(Row):
    """One release and what it lists."""

    release_date: dt.date
    text: Written
    strikes: tuple[ListedStrikes, ...]
    total_strikes: int = Field(ge=0)

    @property
    def numbers(self) -> dict[tuple[str, str], int]:
        """How many strikes there were at each place, by country and location."""
        numbers: Counter[tuple[str, str]] = Counter()
        for listed in self.strikes:
            numbers[listed.country, listed.location] += listed.number
        return dict(numbers)


@dataclass(frozen=True)
class ReleaseCase:
    """A release as it is given to a model.

    Attributes:
        release: The release and its list.
        fixture: The article, without labels.
    """

    release: Release
    fixture: Fixture


def read_releases(path: Path) -> list[ReleaseCase]:
    """Reads the releases. Those of one day are numbered.

    Raises:
        RunError: The file cannot be read or a line is malformed; names the line.
    """
    days: Counter[dt.date] = Counter()
    cases = []
    for _, release in read_rows(path, Release, "release"):
        day = release.release_date
        days[day] += 1
        name = f"release-{day}" + (f"-{days[day]}" if days[day] > 1 else "")
        fixture = Fixture(id=name, split="dev", topic="releases", register="official", published=day, text=release.text)
        cases.append(ReleaseCase(release, fixture))
    return cases


@dataclass(frozen=True)
class _Found:
    """The strikes that a summary has at one place."""

    place: Place
    made: Count | None


def score_release(case: ReleaseCase, outcome: ConflictSummary | Failure) -> CaseScore:
    """Scores what became of one release.

    Args:
        case: The release and its list.
        outcome: The summary, or how the run failed: then every place is missed.

    Returns:
        Counts under ``places``, ``places.country`` and ``places.strikes_made``, the latter two with ``|matched`` for
        places that were found too. Numbers: ``listed`` and ``told``, the strikes of the release and the least that the
        summary tells of, ``misfiled`` places that are found as attacks, and records ``without_place``.
    """
    release = case.release
    summary = outcome if isinstance(outcome, ConflictSummary) else None
    strikes = summary.strikes if summary else ()
    score = CaseScore(
        case=case.fixture.id,
        tags=(),
        failure=outcome if isinstance(outcome, Failure) else None,
        empty=not release.strikes,
        pairs={},
    )
    gold, found = list(release.numbers.items()), _by_place(strikes)
    pairs = dict(_matched([place for place, _ in gold], [item.place for item in found]))
    for row, (listed, number) in enumerate(gold):
        _count(score, listed, number, found[pairs[row]] if row in pairs else None)
    for column in sorted({*range(len(found))} - {*pairs.values()}):
        _count(score, None, 0, found[column])
    missed = [place for row, (place, _) in enumerate(gold) if row not in pairs]
    attacks = _by_place(summary.attacks if summary else ())
    score.numbers["misfiled"] = len(_matched(missed, [item.place for item in attacks]))
    score.numbers["without_place"] = sum(strike.place is None for strike in strikes)
    score.numbers["listed"] = release.total_strikes
    score.numbers["told"] = sum(_least(strike) for strike in strikes)
    return score


def _by_place(events: Iterable[Strike | Attack]) -> list[_Found]:
    """The events of each place together, as one number: open where the number of one of them is not given."""
    places: dict[tuple[str, str | None], list[Strike | Attack]] = {}
    for event in events:
        if event.place is not None:
            places.setdefault((event.place.name, event.place.country), []).append(event)
    return [_Found(group[0].place, _made(group)) for group in places.values() if group[0].place]


def _made(group: Sequence[Strike | Attack]) -> Count | None:
    if all(event.strikes_made is None for event in group):
        return None
    most = [event.strikes_made.max for event in group if event.strikes_made]
    known = [number for number in most if number is not None]
    return Count(
        min=sum(map(_least, group)),
        max=sum(known) if len(known) == len(group) else None,
        text="; ".join(event.strikes_made.text for event in group if event.strikes_made),
    )


def _least(event: Strike | Attack) -> int:
    """The least number of strikes that a record stands for: a record without a number is one."""
    return 1 if event.strikes_made is None or event.strikes_made.min is None else event.strikes_made.min


def _matched(gold: Sequence[tuple[str, str]], found: Sequence[Place]) -> list[tuple[int, int]]:
    return align([[_compare(place, item).similarity for item in found] for place in gold], LEAST)


def _compare(gold: tuple[str, str], place: Place) -> Match:
    """The same place under any alias is right, its division half; one known to be in another country is wrong."""
    country, location = gold
    if place.country is not None and _name(place.country) != normal(country):
        return Match(0.0, "inc", exact=False, overlap=0.0)
    return compare_places(location, place)


def _name(code: str) -> str:
    return normal(countries()[code].name)


def _same_country(gold: str, code: str) -> Match:
    same = _name(code) == normal(gold)
    return Match(float(same), "cor" if same else "inc", exact=same, overlap=float(same))


def _count(score: CaseScore, listed: tuple[str, str] | None, number: int, found: _Found | None) -> None:
    """Counts a place that is listed, found or both."""
    match = _compare(listed, found.place) if listed and found else None
    score.slots[PLACES] += Slots(**{match.outcome: 1}) if match else Slots(mis=1) if listed else Slots(spu=1)
    country = (Fill((listed[0],)),) if listed else ()
    made = (Fill((GoldCount(number, number),)),) if listed else ()
    verdicts = {
        "country": judge_fills(country, single(found and found.place.country), _same_country),
        "strikes_made": judge_fills(made, single(found and found.made), compare_counts),
    }
    for name, verdict in verdicts.items():
        score.slots[f"{PLACES}.{name}"] += verdict.slots
        if match:
            score.slots[f"{PLACES}.{name}|matched"] += verdict.slots
