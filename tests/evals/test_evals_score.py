"""The scorer, against counts worked out by hand."""

from __future__ import annotations

import pytest
from bench import (
    NOTHING,
    actor,
    attack,
    day,
    evidence,
    fixture,
    killed,
    labels,
    place,
    quote,
    statement,
    strike,
    summary,
)
from bench import wounded as hurt

from conflictsum.schema import Count
from evals.score import Failure, score_case
from evals.slots import Slots

LISTS = ("strikes", "attacks", "casualties", "statements")


def notes(score, name):
    return {note: int(score.numbers[f"{name}|{note}"]) for note in ("misfiled", "split", "duplicate", "merged")}


def test_a_summary_that_answers_every_label_is_all_right():
    """Every record and every field is correct, nothing is missing or spurious."""
    score = score_case(fixture(), summary())
    for name, records in zip(LISTS, (1, 1, 2, 1), strict=True):
        assert score.slots[name] == Slots(cor=records)
    for key, slots in score.slots.items():
        assert slots.given == slots.expected == slots.cor, key
    assert score.slots["casualties.event"] == Slots(cor=2)
    assert score.slots["casualties.sources"] == Slots(cor=2)


def test_nothing_predicted_misses_everything():
    """Nine content fields of the attack: perpetrator, target, place, country, date, weapon, method, status, novelty."""
    score = score_case(fixture(), summary(**NOTHING))
    assert score.slots["attacks"] == Slots(mis=1)
    assert score.slots["attacks.*"] == Slots(mis=9)
    assert score.slots["attacks.date_words"] == Slots(mis=1)
    assert score.slots["statements.quotes"] == Slots(mis=1)
    assert score.slots["casualties.event"] == Slots(mis=2)


def test_a_failed_run_scores_as_all_missed():
    """A crash loses exactly what an empty summary loses, and is remembered as a failure."""
    failed = score_case(fixture(), Failure("RefusalError", "no"))
    silent = score_case(fixture(), summary(**NOTHING))
    assert dict(failed.slots) == dict(silent.slots)
    assert failed.failure == Failure("RefusalError", "no")


def test_everything_spurious_in_an_article_without_records():
    """All is spurious, and the article is a false alarm."""
    empty = fixture(events=[], casualties=[], statements=[])
    score = score_case(empty, summary())
    assert score.slots["attacks"] == Slots(spu=1)
    assert score.slots["attacks.*"] == Slots(spu=9)
    assert score.empty
    assert score.false_alarm
    assert not score_case(empty, summary(**NOTHING)).false_alarm


def test_a_partly_wrong_record_is_matched_and_its_fields_are_judged():
    """Of weights 2+2+1.5+1+.5+1.5 = 8.5 the place, day, weapon and evidence (4.5) agree: 0.53 is above 0.5.

    The perpetrator is then incorrect, the target missing; a count that nobody labelled is spurious.
    """
    wrong = attack(perpetrator=actor("army"), target=None, munitions_used=Count(min=2, max=2, text="Two"))
    score = score_case(fixture(), summary(attacks=(wrong,)))
    (pair,) = score.pairs["attacks"]
    assert pair.similarity == pytest.approx(4.5 / 8.5)
    assert score.slots["attacks"] == Slots(cor=1)
    assert score.slots["attacks.perpetrator"] == Slots(inc=1)
    assert score.slots["attacks.target"] == Slots(mis=1)
    assert score.slots["attacks.munitions_used"] == Slots(spu=1)
    assert score.slots["attacks.*"] == Slots(cor=7, inc=1, mis=1, spu=1)


def test_a_record_below_the_threshold_is_missed_and_spurious():
    """With the place wrong too, 3 of 8.5 agree: a missed and a spurious attack, and no credit for the day."""
    wrong = attack(perpetrator=actor("army"), target=None, place=place("Nyala"))
    score = score_case(fixture(), summary(attacks=(wrong,)))
    assert score.slots["attacks"] == Slots(mis=1, spu=1)
    assert score.slots["attacks.date"] == Slots(mis=1, spu=1)
    assert not score.slots["attacks.date|matched"]


def test_misfiled_events_get_no_credit_and_are_counted_apart():
    """The attack filed as a strike is a missed attack and a spurious strike, noted on both sides."""
    moved = strike(id="strike-2", **{k: v for k, v in attack().model_dump().items() if k != "id"})
    score = score_case(fixture(), summary(attacks=(), strikes=(moved, strike())))
    assert score.slots["attacks"] == Slots(mis=1)
    assert score.slots["strikes"] == Slots(cor=1, spu=1)
    assert score.slots["events"] == Slots(cor=1, mis=1, spu=1)
    assert notes(score, "attacks") == {"misfiled": 1, "split": 0, "duplicate": 0, "merged": 0}
    assert notes(score, "strikes") == {"misfiled": 1, "split": 0, "duplicate": 0, "merged": 0}


def test_an_event_filed_in_both_lists_is_not_misfiled():
    """The attack is matched; the strike told besides is spurious, and no label is missing for it."""
    moved = strike(id="strike-2", **{k: v for k, v in attack().model_dump().items() if k != "id"})
    score = score_case(fixture(), summary(strikes=(moved, strike())))
    assert score.slots["events"] == Slots(cor=2, spu=1)
    assert notes(score, "strikes")["misfiled"] == notes(score, "attacks")["misfiled"] == 0


def test_a_second_telling_of_one_event_is_a_duplicate():
    """Both stand on the same sentence; one is spurious."""
    score = score_case(fixture(), summary(attacks=(attack(), attack(id="attack-2"))))
    assert score.slots["attacks"] == Slots(cor=1, spu=1)
    assert notes(score, "attacks") == {"misfiled": 0, "split": 0, "duplicate": 1, "merged": 0}


def test_one_event_told_in_two_places_is_split():
    """The label has two sentences; two predictions have one each (overlap below 1, so 7 of 8.5 and more agree)."""
    gold = fixture(events=labels("events", evidence=["Two drones of", "At least nine guards"]))
    second = attack(id="attack-2", evidence=evidence("At least nine guards"))
    score = score_case(gold, summary(attacks=(attack(), second)))
    assert score.slots["attacks"] == Slots(cor=1, spu=1)
    assert notes(score, "attacks") == {"misfiled": 0, "split": 1, "duplicate": 0, "merged": 0}


def test_two_events_told_as_one_are_merged():
    """Two attacks differ in their place (7 of 8.5 agree with either), and one prediction stands for both."""
    twin = {**labels("events")[0], "key": "e3", "place": "Nyala"}
    score = score_case(fixture(events=[*labels("events"), twin]), summary())
    assert score.slots["attacks"] == Slots(cor=1, mis=1)
    assert notes(score, "attacks") == {"misfiled": 0, "split": 0, "duplicate": 0, "merged": 1}


def test_an_unrelated_missed_record_has_no_note():
    """Another attack was found, but it is nothing like this one."""
    other = {
        "key": "e3",
        "kind": "attack",
        "status": "reported",
        "novelty": "new",
        "target": "bank",
        "evidence": ["“These crimes"],
    }
    score = score_case(fixture(events=[*labels("events"), other]), summary())
    assert score.slots["attacks"] == Slots(cor=1, mis=1)
    assert sum(notes(score, "attacks").values()) == 0


def test_an_unrelated_spurious_record_has_no_note():
    """Nothing like it is labelled, so it is neither split nor duplicate."""
    other = attack(
        id="attack-2",
        perpetrator=None,
        target="bank",
        place=place("Omdurman"),
        when=None,
        weapon=None,
        evidence=evidence("“These crimes"),
    )
    score = score_case(fixture(), summary(attacks=(attack(), other)))
    assert score.slots["attacks"] == Slots(cor=1, spu=1)
    assert sum(notes(score, "attacks").values()) == 0


def test_optional_records_count_neither_when_found_nor_when_left_out():
    """No record, no field and no false alarm comes from an optional label."""
    gold = fixture(events=labels("events", optional=True))
    for attacks in ((attack(),), ()):
        score = score_case(gold, summary(attacks=attacks))
        assert not score.slots["attacks"]
        assert not score.slots["attacks.place"]


def test_an_article_with_optional_records_only_is_empty():
    """Its optional record is no false alarm, anything else is."""
    gold = fixture(events=labels("events", optional=True)[:1], casualties=[], statements=[])
    assert not score_case(gold, summary(**{**NOTHING, "attacks": (attack(),)})).false_alarm
    assert score_case(gold, summary(**{**NOTHING, "strikes": (strike(),)})).false_alarm


@pytest.mark.parametrize("name", LISTS)
def test_any_spurious_record_is_a_false_alarm(name):
    """In each of the four lists."""
    empty = fixture(events=[], casualties=[], statements=[])
    assert score_case(empty, summary(**{**NOTHING, name: getattr(summary(), name)})).false_alarm


def test_alternatives_are_as_right_as_the_label():
    """A value is compared with every right one; the best counts, with and without tolerance."""
    gold = fixture(events=labels("events", target="depot", alternatives={"target": ["fuel depot", "Omdurman bank"]}))
    score = score_case(gold, summary())
    assert score.slots["attacks.target"] == Slots(cor=1)
    assert score.slots["attacks.target|exact"] == Slots(cor=1)


def test_a_field_that_may_be_left_out():
    """An empty alternative makes a missing value right, another value stays wrong."""
    gold = fixture(events=labels("events", alternatives={"weapon": [""]}))
    assert not score_case(gold, summary(attacks=(attack(weapon=None),))).slots["attacks.weapon"]
    assert score_case(gold, summary(attacks=(attack(weapon="bombs"),))).slots["attacks.weapon"] == Slots(inc=1)


def test_a_field_that_may_be_filled():
    """Alternatives of a field without a label are right, anything else there is spurious."""
    gold = fixture(events=labels("events", weapon=None, alternatives={"weapon": ["drones"]}))
    assert score_case(gold, summary()).slots["attacks.weapon"] == Slots(cor=1)
    assert not score_case(gold, summary(attacks=(attack(weapon=None),))).slots["attacks.weapon"]
    assert score_case(gold, summary(attacks=(attack(weapon="bombs"),))).slots["attacks.weapon"] == Slots(spu=1)


def test_the_country_may_stand_as_the_place():
    """Where a label has only a country, its name as the place is right, and another place is spurious."""
    gold = fixture(events=labels("events", place=None))
    for words, slots in (("Sudan", Slots(cor=1)), ("Nyala", Slots(spu=1))):
        assert score_case(gold, summary(attacks=(attack(place=place(words)),))).slots["attacks.place"] == slots
    assert not score_case(gold, summary(attacks=(attack(place=None),))).slots["attacks.place"]


def test_dates_exact_and_partial():
    """The week around the labelled day is half right, and wrong without tolerance."""
    week = day("on Friday", 7).model_copy(update={"start": day("", 3).start, "end": day("", 9).start})
    score = score_case(fixture(), summary(attacks=(attack(when=week),)))
    assert score.slots["attacks.date"] == Slots(par=1)
    assert score.slots["attacks.date|exact"] == Slots(inc=1)
    assert score.numbers["attacks.date|overlap"] == pytest.approx(1 / 7)


def test_an_unresolved_date_is_no_date():
    """The words are right, the day is missing; a resolved day where the label has none is spurious."""
    unresolved = day("on Friday", 7).model_copy(update={"start": None, "end": None, "precision": None})
    score = score_case(fixture(), summary(attacks=(attack(when=unresolved),)))
    assert score.slots["attacks.date"] == Slots(mis=1)
    assert score.slots["attacks.date_words"] == Slots(cor=1)
    gold = fixture(events=labels("events", when={"text": "on Friday"}))
    assert score_case(gold, summary()).slots["attacks.date"] == Slots(spu=1)


def test_counts_exact_and_overlapping():
    """Nine for "at least nine" is half right, has the same lower bound, and is wrong without tolerance."""
    score = score_case(fixture(), summary(casualties=(killed(killed=Count(min=9, max=9, text="nine")), hurt())))
    assert score.slots["casualties.killed"] == Slots(par=1)
    assert score.slots["casualties.killed|exact"] == Slots(inc=1)
    assert score.numbers["casualties.killed|same_bound"] == 1
    assert score.numbers["casualties.killed|error"] == 0


def test_explicit_zeros_are_values():
    """Zero is not "nothing said": predicted without a label it is spurious, labelled and left out it is missing."""
    none = Count(min=0, max=0, text="no")
    score = score_case(fixture(), summary(casualties=(killed(wounded=none), hurt())))
    assert score.slots["casualties.wounded"] == Slots(cor=1, spu=1)
    gold = fixture(casualties=labels("casualties", wounded="0"))
    assert score_case(gold, summary()).slots["casualties.wounded"] == Slots(cor=1, mis=1)


def test_casualties_attached_to_the_wrong_event():
    """The guards' report points at the strike instead of the attack; one that points nowhere is missing."""
    score = score_case(fixture(), summary(casualties=(killed(event_id="strike-1"), hurt(event_id=None))))
    assert score.slots["casualties"] == Slots(cor=2)
    assert score.slots["casualties.event"] == Slots(inc=1, mis=1)


def test_a_report_of_an_optional_event_may_stand_alone():
    """Where the event may be left out, so may the link to it; a required one is missed."""
    alone = (killed(event_id=None), hurt())
    gold = fixture(events=labels("events", optional=True))
    assert score_case(gold, summary(attacks=(), casualties=alone)).slots["casualties.event"] == Slots(cor=1)
    assert score_case(fixture(), summary(casualties=alone)).slots["casualties.event"] == Slots(cor=1, mis=1)


def test_alternatives_of_a_list_fit_any_entry_once():
    """A source told in two ways is not wrong twice, and one that may be left out is not missed."""
    both = (killed(sources=(actor("army"), actor("Nabil Osman"))), hurt())
    gold = fixture(casualties=labels("casualties", alternatives={"sources": ["Nabil Osman"]}))
    assert score_case(gold, summary(casualties=both)).slots["casualties.sources"] == Slots(cor=2)
    gold = fixture(casualties=labels("casualties", alternatives={"sources": [""]}))
    none = (killed(sources=()), hurt())
    assert score_case(gold, summary(casualties=none)).slots["casualties.sources"] == Slots(cor=1)


def test_sources_are_matched_one_to_one():
    """Of two labelled sources one is found, one missing; a third name is spurious."""
    gold = fixture(casualties=labels("casualties", sources=["army", "Doctors"]))
    score = score_case(gold, summary(casualties=(killed(sources=(actor("Nabil Osman"), actor("army"))), hurt())))
    assert score.slots["casualties.sources"] == Slots(cor=2, mis=1, spu=1)


def test_quotes_are_matched_one_to_one():
    """A quotation cut to half its words (3 of 6) is another one: missing and spurious."""
    half = statement(quotes=(quote("These crimes will"),))
    score = score_case(fixture(), summary(statements=(half,)))
    assert score.slots["statements.quotes"] == Slots(mis=1, spu=1)


def test_evidence_is_widened_to_sentences():
    """Part of the labelled sentence is as good as the whole; another sentence besides is half of both."""
    whole = evidence("Two drones of")[0]
    part = whole.model_copy(update={"end": whole.start + 10, "text": whole.text[:10]})
    assert score_case(fixture(), summary(attacks=(attack(evidence=(part,)),))).slots["attacks.evidence"] == Slots(cor=1)
    both = evidence("Two drones of", "At least nine guards")
    score = score_case(fixture(), summary(attacks=(attack(evidence=both),)))
    first, second = (len(passage.text) for passage in both)
    assert score.numbers["attacks.evidence|overlap"] == pytest.approx(first / (first + second))
    assert score.slots["attacks.evidence"] == Slots(par=1)


def test_evidence_that_begins_with_a_blank_is_not_the_sentence_before():
    """The blank between two sentences belongs to neither."""
    whole = evidence("At least nine guards")[0]
    wide = whole.model_copy(update={"start": whole.start - 1, "text": f" {whole.text}"})
    score = score_case(fixture(), summary(casualties=(killed(evidence=(wide,)), hurt())))
    assert score.slots["casualties.evidence"] == Slots(cor=2)


def test_codes_that_say_nothing_are_left_out():
    """An unspecified method is missing, not incorrect; an unknown group is neither given nor expected."""
    score = score_case(fixture(), summary(attacks=(attack(method="unspecified"),)))
    assert score.slots["attacks.method"] == Slots(mis=1)
    assert not score.slots["casualties.group"]


def test_the_kind_of_a_perpetrator_counts_only_where_it_is_labelled():
    """Labels give it now and then; a kind without a label is passed over."""
    known = attack(perpetrator=actor("Rapid Support Forces").model_copy(update={"kind": "militia"}))
    assert not score_case(fixture(), summary(attacks=(known,))).slots["attacks.perpetrator_kind"]
    gold = fixture(events=labels("events", perpetrator_kind="rebel"))
    assert score_case(gold, summary(attacks=(known,))).slots["attacks.perpetrator_kind"] == Slots(inc=1)
