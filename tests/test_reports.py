"""Numbers of one sentence put together to casualty reports."""

from __future__ import annotations

import pytest

from conflictsum.resolve.reports import reports_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed nine people and wounded 20.", [("people", {"killed": "nine", "wounded": "20"})]),
        (
            "Four villagers died and a dozen others were hurt.",
            [("villagers", {"killed": "Four", "wounded": "a dozen"})],
        ),
        ("Two boys were killed and three girls wounded.", [("boys", {"killed": "Two", "wounded": "three"})]),
        (
            "They killed two soldiers and wounded five civilians.",
            [("soldiers", {"killed": "two"}), ("civilians", {"wounded": "five"})],
        ),
        (
            "Ana Ruiz was killed and six officers were wounded.",
            [("Ana Ruiz", {"killed": "Ana Ruiz"}), ("officers", {"wounded": "six"})],
        ),
        (
            "Corporal Ivo Lan died, and two of his comrades were wounded.",
            [("Ivo Lan", {"killed": "Corporal Ivo Lan", "wounded": "two"})],
        ),
        (
            "The army spoke of three wounded on its side, and of 15 dead among the rebels.",
            [(None, {"wounded": "three"}), (None, {"killed": "15"})],
        ),
        (
            "A bomb killed three clerks and the wife of one of them.",
            [("clerks and the wife of one of them", {"killed": "three clerks and the wife of one of them"})],
        ),
        ("Two rebels’ bodies were found.", [("rebels", {"killed": "Two"})]),
        ("An unknown number of pilgrims were taken away.", [("pilgrims", {"captured": "An unknown number"})]),
        (
            "Eleven policemen and two passers-by are dead.",
            [("policemen", {"killed": "Eleven"}), ("passers-by", {"killed": "two"})],
        ),
        (
            "Five porters were beheaded and two others were taken away.",
            [("porters", {"killed": "Five", "captured": "two"})],
        ),
        (
            "They abducted seven teachers and killed two guards.",
            [("teachers", {"captured": "seven"}), ("guards", {"killed": "two"})],
        ),
        (
            "Three rebels and a corporal died.",
            [("rebels", {"killed": "Three"}), ("corporal", {"killed": "a corporal"})],
        ),
        (
            "Captain Ivo Lan was killed and three soldiers were wounded.",
            [("soldiers", {"killed": "Captain Ivo Lan", "wounded": "three"})],
        ),
        ("Nine soldiers remain unaccounted for.", [("soldiers", {"missing": "Nine"})]),
        ("There were no casualties.", [(None, {"killed": "no", "wounded": "no"})]),
        ("The clinic raised its toll from nine to 14.", [(None, {"killed": "nine"}), (None, {"killed": "14"})]),
        ("The army fired 40 rockets.", []),
    ],
)
def test_reports(text, expected):
    """Dead and wounded told together are one report unless they are different sorts of people (codebook C1, C2)."""
    assert [(report.victims, report.numbers) for report in reports_in(text)] == expected


def test_mixed_people():
    """People of unlike sorts that one report holds are mixed; those nobody describes go with the ones described."""
    (alike,) = reports_in("One farmer was killed and eight people were hurt.")
    assert alike.group == "civilian"
    (alone,) = reports_in("Eight were hurt.")
    assert alone.group == "unknown"
