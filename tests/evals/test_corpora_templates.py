"""MUC-4 templates: what stands for one in a summary, and how right, missed and spurious ones are counted."""

from __future__ import annotations

import pytest
from bench import NOTHING, actor, attack, day, killed, summary, wounded
from corpora_samples import ABDUCTION, BOMBING, SHOOTING, muc_row, people, template, words, write

from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.places import resolve_place
from conflictsum.schema import Aggregate, Count
from evals.corpora.muc import read_muc
from evals.corpora.muc_response import responses
from evals.corpora.muc_score import score_muc
from evals.score import Failure
from evals.slots import Slots


def read(tmp_path, *templates):
    """The sample as it is read from a file."""
    return read_muc(write(tmp_path / "muc.jsonl", muc_row(*templates)))[0]


def predicted(*events, casualties=()):
    """A summary that holds some attacks."""
    return summary(**{**NOTHING, "attacks": events, "casualties": casualties})


def bombing(**changes):
    """The attack that answers the bombing of the sample."""
    fields = {
        "id": "bombing",
        "method": "bombing",
        "perpetrator": actor("insurgents"),
        "target": "the radio station",
        "place": resolve_place("Nyala"),
        "when": day("on Saturday", 8),
    }
    return attack(**{**fields, **changes})


def bare(**changes):
    """An attack of which only the perpetrator and the target are told."""
    return attack(**{"id": "bare", "place": None, "when": None, "method": "shooting", **changes})


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("bombing", "BOMBING"),
        ("abduction", "KIDNAPPING"),
        ("hijacking", "KIDNAPPING"),
        ("shooting", "ATTACK"),
        ("unspecified", "ATTACK"),
    ],
)
def test_methods_are_incident_types(method, expected):
    """What has no method of its own is an attack."""
    assert responses(predicted(bare(method=method)))[0].type == expected


@pytest.mark.parametrize(
    ("status", "expected"), [("reported", "ACCOMPLISHED"), ("intercepted", "ATTEMPTED"), ("planned", "THREATENED")]
)
def test_statuses_are_stages(status, expected):
    """What did not reach its aim was attempted, what is to come is threatened."""
    assert responses(predicted(bare(status=status)))[0].stage == expected


def test_tolls_of_an_event():
    """Different people are added up, of several figures for the same people the highest counts, zeros say nothing."""
    reports = [
        killed(victims="guards", killed=Count(min=2, max=2, text="two"), event_id="bare"),
        killed(victims="the guards", killed=Count(min=3, max=3, text="three"), event_id="bare"),
        killed(victims="teachers", killed=Count(min=1, max=None, text="at least one"), event_id="bare"),
        wounded(victims="guards", wounded=Count(min=0, max=0, text="no"), event_id="bare"),
        killed(victims="shoppers", killed=Count(min=9, max=9, text="nine"), event_id="another"),
    ]
    (response,) = responses(predicted(bare(), casualties=reports))
    assert (response.killed.min, response.killed.max, response.injured) == (4, None, None)
    assert response.victims == ("guards", "teachers")


def test_templates_and_slots_are_counted(tmp_path):
    """The bombing is found with 8 slots, the shooting missed with 5, an attack with 4 slots invented.

    Found: type, stage, date, location, individuals, physical and human target, killed. Missed: type, stage, location,
    individuals, human target, but not the date, which is the default. Invented: type, stage, individuals, physical
    target. The optional abduction is not missed.
    """
    guard = killed(victims="guard", killed=Count(min=1, max=1, text="a"), event_id="bombing")
    invented = bare(perpetrator=actor("soldiers"), target="bridge")
    score = score_muc(read(tmp_path), predicted(bombing(), invented, casualties=[guard]))
    assert score.slots["templates"] == Slots(cor=1, mis=1, spu=1)
    assert score.slots["templates.*"] == Slots(cor=8, mis=5, spu=4)
    assert score.slots["templates.*|matched"] == Slots(cor=8)
    assert score.slots["templates.date"] == Slots(cor=1)
    assert score.slots["templates.individuals"] == Slots(cor=1, mis=1, spu=1)


def test_an_optional_template_counts_when_found(tmp_path):
    """It is right then, and no false alarm; missed it is nothing."""
    abduction = bare(method="abduction", target="mayor", perpetrator=None)
    case = read(tmp_path, ABDUCTION)
    assert score_muc(case, predicted(abduction)).slots["templates"] == Slots(cor=1)
    assert not score_muc(case, predicted()).slots["templates"]
    assert score_muc(case, predicted()).empty


@pytest.mark.parametrize(
    "changes",
    [
        {"novelty": "background"},
        {"aggregate": Aggregate(count=Count(min=150, max=150, text="150"), unit="attacks")},
    ],
)
def test_background_is_not_held_against_a_summary(tmp_path, changes):
    """Keys leave it out as a rule, yet it counts where a key has it."""
    case = read(tmp_path, BOMBING)
    assert not score_muc(case, predicted(bare(**changes))).slots["templates"].spu
    assert score_muc(case, predicted(bombing(**changes))).slots["templates"].cor == 1


def test_one_record_stands_for_one_template(tmp_path):
    """Two templates of one gunman take two records, each the one it is more like."""
    twice = template(perp_individuals=[words("GUNMEN")], human_targets=[people("NURSE")])
    case = read(tmp_path, SHOOTING, twice)
    teacher = bare(perpetrator=actor("gunmen"), target="teacher")
    nurse = bare(perpetrator=actor("gunmen"), target="nurse")
    assert score_muc(case, predicted(nurse)).slots["templates"] == Slots(cor=1, mis=1)
    score = score_muc(case, predicted(nurse, teacher))
    assert score.slots["templates.human"] == Slots(cor=2)


@pytest.mark.parametrize(
    "changes",
    [{"method": "abduction"}, {"perpetrator": actor("soldiers"), "target": "bridge"}],
)
def test_what_makes_templates_comparable(tmp_path, changes):
    """Place and date alone do not: the type must agree, and one perpetrator or target."""
    score = score_muc(read(tmp_path, BOMBING), predicted(bombing(**changes)))
    assert score.slots["templates"] == Slots(mis=1, spu=1)


def test_organisations_by_alias(tmp_path):
    """A perpetrator goes into the slot it fits: here an organisation that the key names otherwise."""
    group = template(perp_orgs=[words("HOUTHIS")], perp_individuals=[words("MEN")])
    score = score_muc(read(tmp_path, group), predicted(bare(perpetrator=resolve_actor("Ansar Allah"), target=None)))
    assert score.slots["templates.organisations"] == Slots(cor=1)
    assert score.slots["templates.individuals"] == Slots(mis=1)


def test_a_failed_run_missed_everything(tmp_path):
    """It does not vanish from the score."""
    score = score_muc(read(tmp_path), Failure("RefusalError", "no"))
    assert score.slots["templates"] == Slots(mis=2)
    assert score.failure is not None
