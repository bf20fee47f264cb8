"""Answers about dead and wounded become casualty reports."""

from __future__ import annotations

import pytest

from conflictsum.article import Article
from conflictsum.drafts import Draft
from conflictsum.harms import add_casualties


def told(text, *answers):
    draft = Draft(events=[], casualties=[], statements=[])
    for sentence, answer in zip(Article(text).sentences, answers, strict=True):
        add_casualties(draft, sentence, answer)
    return draft.casualties


def test_groups_that_nobody_asked_about():
    """A sentence with several groups of people gives a report for each, though the answer names one."""
    reports = told("They killed two soldiers and wounded five civilians.", {"killed": "two", "wounded": "five"})
    assert [(report.group, report.killed, report.wounded) for report in reports] == [
        ("military", "two", None),
        ("civilian", None, "five"),
    ]


def test_numbers_that_were_passed_over():
    """An answer that names no number leaves none of dead and wounded; the missing and captured were not asked about."""
    text = "Two guards were killed and seven teachers were abducted."
    (report,) = told(text, {"killed": None, "wounded": None})
    assert (report.killed, report.captured, report.victims) == (None, "seven", "teachers")


def test_half_an_answer():
    """Where the answer leaves out the wounded of the same people, they go; "no casualties" denies both whatever it says."""
    (report,) = told("Nine people died and four were hurt.", {"killed": "Nine", "wounded": None})
    assert (report.killed, report.wounded) == ("Nine", None)
    (nobody,) = told("There were no casualties.", {"killed": None, "wounded": "no"})
    assert (nobody.killed, nobody.wounded) == ("no", "no")


def test_other_languages():
    """Where the recognisers cannot read, what was copied stands as it is."""
    (report,) = told("قتل تسعة أشخاص.", {"killed": "تسعة", "wounded": None})
    assert (report.killed, report.victims) == ("تسعة", None)


def test_wounded_told_in_the_next_sentence():
    """Others who were wounded belong to the dead of the sentence before (codebook C1)."""
    (report,) = told(
        "At least 11 people died in the prison. Another 45 inmates were wounded.",
        {"killed": "At least 11", "says": "a doctor"},
        {"wounded": "45", "says": None},
    )
    assert (report.killed, report.wounded, report.sentences, report.sources) == (
        "At least 11",
        "45",
        [1, 2],
        ["a doctor"],
    )


def test_wounded_beside_a_named_comrade():
    """A named soldier who died and soldiers hurt beside him are one report of soldiers (codebook C2)."""
    (report,) = told(
        "Captain Ivo Lan was killed. Four soldiers were wounded.",
        {"killed": "Captain Ivo Lan", "says": None},
        {"wounded": "Four", "says": None},
    )
    assert (report.victims, report.killed, report.wounded) == ("soldiers", "Captain Ivo Lan", "Four")


@pytest.mark.parametrize(
    "second",
    [
        ("Another 45 were wounded, the mayor said.", {"wounded": "45", "says": "mayor"}),
        ("Six guards were wounded.", {"wounded": "Six", "says": None}),
        ("Another 45 were killed.", {"killed": "45", "says": None}),
    ],
)
def test_wounded_of_their_own(second):
    """Another source, other people or more dead make a report of their own."""
    text, answer = second
    reports = told(f"At least 11 people died. {text}", {"killed": "At least 11", "says": "a doctor"}, answer)
    assert len(reports) == 2


def test_each_part_has_its_source():
    """Two figures of two sources are two reports, each with the one who speaks in its part of the sentence."""
    text = "The mayor says two students died, while the health minister speaks of one dead and six injured."
    reports = told(text, {"killed": "two", "wounded": "six", "says": "mayor"})
    assert [(report.killed, report.wounded) for report in reports] == [("two", None), ("one", "six")]
    assert reports[0].sources == ["mayor"]
    assert "minister" in reports[1].sources[0]


@pytest.mark.parametrize(
    ("text", "source", "status"),
    [
        ("Nine militants were killed, the army said.", "army", "claimed"),
        ("Nine soldiers were killed, the army said.", "army", "reported"),
        ("Nine soldiers were killed, Hamas said.", "Hamas", "claimed"),
        ("Nine fighters were killed, Hamas said.", "Hamas", "reported"),
        ("Nine people were killed, a doctor said.", "doctor", "reported"),
        ("Nine militants were killed.", None, "reported"),
        ("Nine Kenyan soldiers were killed, Uganda's army said.", "Uganda's army", "claimed"),
        ("Nine soldiers of the enemy were killed, the command said.", "command", "claimed"),
        ("Nine militants were killed, residents said.", "residents", "reported"),
        ("Nine soldiers were killed, the group's spokesman, Ana Ruiz, said.", "Ana Ruiz", "claimed"),
    ],
)
def test_status(text, source, status):
    """A party claims its enemy's losses and reports its own; a neutral source reports (codebook C9)."""
    (report,) = told(text, {"killed": "Nine", "says": source})
    assert report.status == status


def test_older_figures_are_background():
    """Of a revised toll the older figure is a report of its own, told as background (codebook C7)."""
    reports = told("The clinic raised its toll from nine to 14.", {"killed": "14", "says": "clinic"})
    assert [(report.killed, report.novelty) for report in reports] == [("nine", "background"), ("14", "new")]


def test_each_figure_has_its_giver():
    """Who gives another figure for the same people is its source, not the one of the sentence (codebook C1)."""
    reports = told("Six guards died, a medic said; the militia admits to four.", {"killed": "Six", "says": "medic"})
    assert [(report.killed, report.victims, report.sources) for report in reports] == [
        ("Six", "guards", ["medic"]),
        ("four", "guards", ["militia"]),
    ]
