"""Checks label files, each alone and all together, before anything is scored against them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from evals.labels import EVENT_COUNTS, PEOPLE_COUNTS, LabelFile
from evals.source import FixtureError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from evals.fixtures import Fixture, GoldRecord

PARTNERS = 2


def validate(files: Sequence[Path], others: Iterable[Path] = ()) -> list[Problem]:
    """Everything that is wrong with label files.

    Args:
        files: The files to check.
        others: Files they must go together with; only what concerns ``files`` is reported, and unreadable ones are
            passed over.

    Returns:
        Problems in order of file and line; none when all is well.
    """
    problems: list[Problem] = []
    readable: list[LabelFile] = []
    for path in files:
        try:
            readable.append(LabelFile.read(path))
        except FixtureError as error:
            problems += error.problems
    checked = {file.path.resolve() for file in readable}
    everything = [*readable, *_readable(path for path in others if path.resolve() not in checked)]
    for file in readable:
        problems += file.problems()
    for problem in (*_same_ids(everything), *_split_topics(everything), *_pairs(everything)):
        if problem.file.resolve() in checked:
            problems.append(problem)
    return sorted(problems)


def _readable(paths: Iterable[Path]) -> Iterator[LabelFile]:
    for path in paths:
        try:
            yield LabelFile.read(path)
        except FixtureError:
            continue


def _same_ids(files: Sequence[LabelFile]) -> Iterator[Problem]:
    named = defaultdict(list)
    for file in files:
        named[file.fixture.id].append(file)
    for name, namesakes in named.items():
        for file in namesakes if len(namesakes) > 1 else ():
            other = next(other for other in namesakes if other is not file)
            yield file.problem(f"id {name!r} is taken by {other.path}", "id")


def _split_topics(files: Sequence[LabelFile]) -> Iterator[Problem]:
    first: dict[tuple[str, str], LabelFile] = {}
    for file in files:
        first.setdefault((file.fixture.topic, file.fixture.split), file)
    for file in files:
        other = first.get((file.fixture.topic, "test" if file.fixture.split == "dev" else "dev"))
        if other is not None:
            fixture = file.fixture
            yield file.problem(
                f"topic {fixture.topic!r} is in {fixture.split} here, in {other.fixture.split} in {other.path.name}: "
                "it must be wholly in one",
                "split",
            )


def _pairs(files: Sequence[LabelFile]) -> Iterator[Problem]:
    paired = defaultdict(list)
    for file in files:
        if file.fixture.pair is not None:
            paired[file.fixture.pair].append(file)
    for name, partners in paired.items():
        if len(partners) != PARTNERS:
            for file in partners:
                yield file.problem(f"pair {name!r} has {len(partners)} articles, not {PARTNERS}", "pair")
            continue
        for file, other in (partners, partners[::-1]):
            for message in _pair_faults(file.fixture, other.fixture):
                yield file.problem(f"pair {name!r}: {message} in {other.path.name}", "pair")


def _pair_faults(fixture: Fixture, other: Fixture) -> Iterator[str]:
    """In what the records of one article differ from those of the other, optional ones aside."""
    for table in ("events", "casualties", "statements"):
        mine, theirs = (
            Counter(_facts(record) for record in getattr(each, table)) for each in _required(fixture, other)
        )
        for facts in (mine - theirs).elements():
            yield f"{table} here, {', '.join(facts) or 'without facts'}, have no partner"


def _required(*fixtures: Fixture) -> Iterator[Fixture]:
    for fixture in fixtures:
        yield fixture.model_copy(
            update={
                table: tuple(record for record in getattr(fixture, table) if not record.optional)
                for table in ("events", "casualties", "statements")
            }
        )


def _facts(record: GoldRecord) -> tuple[str, ...]:
    """What two tellings of one record must share: kind, dates and numbers."""
    facts = []
    for field in ("kind", "method", "act", *EVENT_COUNTS, *PEOPLE_COUNTS):
        value = getattr(record, field, None)
        if value is not None:
            facts.append(f"{field} {value}")
    for field in ("when", "aggregate"):
        window = getattr(record, field, None)
        if window is not None:
            count = f"{window.count} " if field == "aggregate" else ""
            facts.append(f"{field} {count}{window.start} to {window.end}")
    return tuple(facts)
