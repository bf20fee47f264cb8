"""MUC-4 documents: what is read from them, and how the slots of a template are compared."""

from __future__ import annotations

import datetime as dt

import pytest
from corpora_samples import days, muc_row, people, place, template, words, write

from conflictsum.resolve.places import resolve_place
from evals.corpora.fills import Fill, judge_fills
from evals.corpora.muc import read_muc, sentence_case
from evals.corpora.muc_key import key_of
from evals.corpora.muc_slots import compare_chains, compare_periods, compare_types
from evals.counts import UNSTATED, GoldCount
from evals.slots import Slots

TENTH = dt.date(2025, 3, 10)


def read(tmp_path, *templates, case="given", **changes):
    """The sample as it is read from a file."""
    return read_muc(write(tmp_path / "muc.jsonl", muc_row(*templates, **changes)), case)[0]


def key(tmp_path, **fills):
    """The key of one template with some slots filled."""
    case = read(tmp_path, template(**fills))
    return key_of(case.document.templates[0], case.document)


def test_documents_are_read(tmp_path):
    """The article has the text and the day of the document, and a name that journals can hold."""
    case = read(tmp_path)
    assert (case.fixture.id, case.fixture.published) == ("test-muc-0001", TENTH)
    assert case.fixture.text == case.document.text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("REBELS FIRED. THE ARMY FLED.", "Rebels fired. The army fled."),
        ("LIMA, 3 MAY 89 -- [TEXT] TWO MEN\nFLED", "Lima, 3 may 89 -- [text] Two men\nfled"),
        ("THE U.S. ENVOY LEFT", "The u.s. envoy left"),
        ('REBELS FLED\n\n   "WE WON," THEY SAID', 'Rebels fled\n\n   "We won," they said'),
        ("WHO FIRED? NOBODY (THEY SAY) KNOWS!", "Who fired? Nobody (they say) knows!"),
    ],
)
def test_sentence_case(given, expected):
    """Capitals stand where sentences and paragraphs begin, and not after an abbreviation."""
    assert sentence_case(given) == expected


def test_only_capitals_are_rewritten(tmp_path):
    """A document in mixed case is given as it is."""
    text = "Rebels fled from Nyala."
    assert read(tmp_path, case="sentence", mixed_case=True, text=text).fixture.text == text
    assert read(tmp_path, case="sentence", text=text.upper()).fixture.text == "Rebels fled from nyala."


@pytest.mark.parametrize(
    ("alternatives", "right"),
    [
        (("REBELS", "INSURGENTS"), ("REBELS", "INSURGENTS")),
        (("\\", "", "THE FALCONS"), ("THE FALCONS",)),
        (("GUARDS OF THE \\", "GUARDS"), ("GUARDS",)),
        (("MEN OF \\",), ("MEN OF ",)),
    ],
)
def test_alternatives_cut_in_two(tmp_path, alternatives, right):
    """What an escaped quotation mark cut off is no alternative, unless there is no other."""
    assert key(tmp_path, perp_orgs=[words(*alternatives)])["organisations"] == (Fill(right),)


def test_people_without_words_are_no_fill(tmp_path):
    """A fill that only gives the effect on nobody in particular can be answered by nothing."""
    assert key(tmp_path, human_targets=[people()])["human"] == ()


def test_names_and_descriptions_are_alternatives(tmp_path):
    """Either says who was hit."""
    fills = key(tmp_path, human_targets=[people("MAYOR", names=("OMAR SALIH",), optional=True)])
    assert fills["human"] == (Fill(("OMAR SALIH", "MAYOR"), optional=True),)


@pytest.mark.parametrize(
    ("levels", "chains"),
    [
        ([place("SUDAN", "NYALA")], [("SUDAN", "NYALA")]),
        ([[{"name": "", "type": "SUDAN"}]], [("SUDAN",)]),
        ([place("SUDAN", "NYALA (CITY) - EL GENEINA")], [("SUDAN", "NYALA"), ("SUDAN", "EL GENEINA")]),
        ([place("SUDAN", "KOSTI (CITY / PORT")], [("SUDAN", "KOSTI")]),
        ([place("SUDAN"), place("CHAD")], [("SUDAN",), ("CHAD",)]),
    ],
)
def test_locations_are_chains(tmp_path, levels, chains):
    """Each alternative is a chain from the country on; between two places, either end will do."""
    assert key(tmp_path, locations=levels)["location"] == (Fill(tuple(chains)),)


@pytest.mark.parametrize(
    ("toll", "right"),
    [
        ({"min": 3, "max": 3}, (GoldCount(3, 3),)),
        ({"min": 2, "max": None}, (GoldCount(2, None), UNSTATED)),
    ],
)
def test_tolls(tmp_path, toll, right):
    """A plural may be answered by people whose number is not stated."""
    assert key(tmp_path, killed=toll)["killed"] == (Fill(right),)


@pytest.mark.parametrize(
    ("date", "optional"),
    [(days(None, "2025-03-10"), True), (days(None, "2025-03-05"), False), (days("2025-03-10", "2025-03-10"), False)],
)
def test_the_day_of_the_document_is_a_default(tmp_path, date, optional):
    """On or before the day of the document says that no date is told, so none has to be given."""
    assert key(tmp_path, dates=[date])["date"][0].optional is optional


@pytest.mark.parametrize(
    ("first", "last", "given", "outcome"),
    [
        (8, 8, (8, 8), "cor"),
        (8, 8, (7, 8), "par"),
        (7, 9, (8, 8), "par"),
        (8, 8, (9, 9), "inc"),
        (None, 10, (5, 5), "cor"),
        (None, 10, (10, 10), "cor"),
        (None, 10, (9, 11), "par"),
        (None, 10, (11, 11), "inc"),
    ],
)
def test_days(first, last, given, outcome):
    """On or before a day is met by any day up to it."""
    period = (first and dt.date(2025, 3, first), dt.date(2025, 3, last))
    assert compare_periods(period, (dt.date(2025, 3, given[0]), dt.date(2025, 3, given[1]))).outcome == outcome


def test_on_or_before_does_not_reach_back_for_years():
    """Keys hold recent incidents: a day of the year before is another one."""
    long_ago = dt.date(2024, 3, 8)
    assert compare_periods((None, TENTH), (long_ago, long_ago)).outcome == "inc"


@pytest.mark.parametrize(
    ("gold", "given", "outcome"),
    [
        (("SUDAN", "SOUTH DARFUR", "NYALA"), "Nyala", "cor"),
        (("SUDAN", "SOUTH DARFUR", "NYALA"), "South Darfur", "par"),
        (("SUDAN", "SOUTH DARFUR", "NYALA"), "Sudan", "par"),
        (("SUDAN", "SOUTH DARFUR", "NYALA"), "El Obeid", "inc"),
        (("SUDAN", "SOUTH DARFUR"), "Nyala", "par"),
        (("SUDAN",), "Nyala", "par"),
        (("SUDAN",), "Sudan", "cor"),
        (("CHAD",), "Nyala", "inc"),
        (("SUDAN", "ROSE FARM"), "the Rose farm near Nyala", "cor"),
        (("SUDAN", "ROSE FARM", "BARN"), "the Rose farm near Nyala", "par"),
    ],
)
def test_places(gold, given, outcome):
    """The innermost level is right, whatever holds it or lies in it half right."""
    assert compare_chains(gold, resolve_place(given)).outcome == outcome


@pytest.mark.parametrize(
    ("gold", "given", "outcome"),
    [
        ("BOMBING", "BOMBING", "cor"),
        ("BOMBING", "ATTACK", "par"),
        ("ATTACK", "BOMBING", "par"),
        ("ROBBERY", "ATTACK", "par"),
        ("KIDNAPPING", "ATTACK", "inc"),
        ("ARSON", "BOMBING", "inc"),
    ],
)
def test_incident_types(gold, given, outcome):
    """Attacks by special means may be told as attacks; an abduction has a method of its own."""
    assert compare_types(gold, given).outcome == outcome


@pytest.mark.parametrize(
    ("fills", "given", "slots"),
    [
        ([("a",)], ["a"], Slots(cor=1)),
        ([("a", "b")], ["b"], Slots(cor=1)),
        ([("a",)], ["x"], Slots(inc=1)),
        ([("a",), ("b",)], ["b"], Slots(cor=1, mis=1)),
        ([("a",), ("b",)], ["b", "x", "y"], Slots(cor=1, inc=1, spu=1)),
        ([], ["x"], Slots(spu=1)),
        ([("a",)], [], Slots(mis=1)),
        ([("?", "a")], [], Slots()),
        ([("?", "a")], ["a"], Slots(cor=1)),
        ([("?", "a")], ["x"], Slots(spu=1)),
        ([("?", "a"), ("b",)], ["b"], Slots(cor=1)),
        ([("ATTACK",)], ["BOMBING"], Slots(par=1)),
    ],
)
def test_fills(fills, given, slots):
    """Alternatives, optional fills (marked ?), and what is left over."""
    entries = [Fill(values[1:], optional=True) if values[0] == "?" else Fill(values) for values in fills]
    assert judge_fills(entries, given, compare_types).slots == slots
