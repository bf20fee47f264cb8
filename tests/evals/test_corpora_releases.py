"""Releases: what is read from them, and how strikes are counted place by place."""

from __future__ import annotations

import pytest
from bench import NOTHING, attack, strike, summary
from corpora_samples import release_row, write

from conflictsum.resolve.places import resolve_place
from conflictsum.schema import Count
from evals.corpora.releases import read_releases, score_release
from evals.score import Failure
from evals.slots import Slots

MOSUL, KIRKUK, RAQQA = (("Iraq", "Mosul", 2), ("Iraq", "Kirkuk", 1), ("Syria", "Raqqa", 4))


def read(tmp_path, *listed):
    """A release that lists strikes: country, place, number."""
    strikes = [{"country": country, "location": place, "number": number} for country, place, number in listed]
    total = sum(number for _, _, number in listed)
    return read_releases(write(tmp_path / "releases.jsonl", release_row(strikes=strikes, total_strikes=total)))[0]


def at(place, number=None, kind=strike):
    """A strike (or attack) at a place, with the number of strikes where one is told."""
    made = None if number is None else Count(min=number, max=number, text=str(number))
    return kind(id=f"{place}-{number}", place=place and resolve_place(place), strikes_made=made)


def score(case, *strikes, attacks=()):
    return score_release(case, summary(**{**NOTHING, "strikes": strikes, "attacks": attacks}))


def test_releases_of_one_day_are_numbered(tmp_path):
    """Journals hold each of them under its own name."""
    later = release_row(release_date="2025-03-11")
    cases = read_releases(write(tmp_path / "releases.jsonl", release_row(), release_row(), later))
    assert [case.fixture.id for case in cases] == ["release-2025-03-10", "release-2025-03-10-2", "release-2025-03-11"]


def test_places_are_found_missed_and_invented(tmp_path):
    """Mosul is right, Raqqa missed, Nyala invented; so are their countries."""
    found = score(read(tmp_path, MOSUL, RAQQA), at("Mosul", 2), at("Nyala"))
    assert found.slots["places"] == Slots(cor=1, mis=1, spu=1)
    assert found.slots["places.country"] == Slots(cor=1, mis=1, spu=1)
    assert found.slots["places.strikes_made"] == Slots(cor=1, mis=1)


@pytest.mark.parametrize(
    ("listed", "given", "slots"),
    [
        (("Syria", "Dayr Az Zawr", 1), "Deir Ezzor", Slots(cor=1)),
        (("Sudan", "Nyala", 1), "South Darfur", Slots(par=1)),
        (("Syria", "Mosul", 1), "Mosul", Slots(mis=1, spu=1)),
        (("Iraq", "Hollow Hill", 1), "Hollow Hill", Slots(cor=1)),
    ],
)
def test_how_places_are_compared(tmp_path, listed, given, slots):
    """Other spellings are right, the province half; a place in another country is another place."""
    assert score(read(tmp_path, listed), at(given)).slots["places"] == slots


def test_a_place_without_country_misses_the_country(tmp_path):
    """A place that the gazetteer does not know is found all the same."""
    found = score(read(tmp_path, ("Iraq", "Hollow Hill", 1)), at("Hollow Hill"))
    assert found.slots["places.country"] == Slots(mis=1)


@pytest.mark.parametrize(
    ("numbers", "slots"),
    [
        ([3], Slots(cor=1)),
        ([2], Slots(inc=1)),
        ([2, 1], Slots(cor=1)),
        ([None], Slots(mis=1)),
        ([3, None], Slots(inc=1)),
        ([2, None], Slots(par=1)),
    ],
)
def test_numbers_of_strikes(tmp_path, numbers, slots):
    """Records at one place are added up; one without a number makes the sum "at least one more"."""
    found = score(read(tmp_path, ("Iraq", "Mosul", 3)), *(at("Mosul", number) for number in numbers))
    assert found.slots["places"] == Slots(cor=1)
    assert found.slots["places.strikes_made"] == slots


def test_a_release_may_name_a_place_twice(tmp_path):
    """The numbers of one place are one number."""
    found = score(read(tmp_path, MOSUL, ("Iraq", "Mosul", 3)), at("Mosul", 5))
    assert found.slots["places.strikes_made"] == Slots(cor=1)


def test_totals(tmp_path):
    """A record stands for as many strikes as it tells, at least one, wherever it is."""
    found = score(read(tmp_path, MOSUL, KIRKUK, RAQQA), at("Mosul", 2), at("Kirkuk"), at(None, 4))
    assert (found.numbers["listed"], found.numbers["told"], found.numbers["without_place"]) == (7, 7, 1)


def test_strikes_filed_as_attacks(tmp_path):
    """They are missed, and told apart from those that were not seen at all."""
    found = score(read(tmp_path, MOSUL, KIRKUK, RAQQA), at("Raqqa", 4), attacks=(at("Mosul", 2, attack),))
    assert (found.slots["places"], found.numbers["misfiled"]) == (Slots(cor=1, mis=2), 1)


def test_a_failed_run_missed_every_place(tmp_path):
    """It does not vanish from the score."""
    found = score_release(read(tmp_path, MOSUL, RAQQA), Failure("RefusalError", "no"))
    assert (found.slots["places"], found.numbers["told"]) == (Slots(mis=2), 0)
