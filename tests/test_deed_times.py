"""The time of an act is not that of the telling."""

from __future__ import annotations

import pytest

from conflictsum.resolve.deed_times import find_deed_times


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Gunmen killed two drivers on Monday.", ["on Monday"]),
        ("Gunmen killed two drivers near Dori, police said on Tuesday.", []),
        ("Gunmen killed two drivers near Dori, the governor told reporters on Tuesday.", []),
        ("The group claimed the raid in a notice published on Tuesday.", []),
        ("“We struck their camp,” he said at a meeting in Dori on Tuesday.", []),
        ("The ministry on Tuesday accused the rebels of shelling Dori.", []),
        ("The union on Tuesday mourned two members, killed by a mine on Sunday.", ["on Sunday"]),
        ("On Tuesday we reported a raid that took place on Sunday.", ["on Sunday"]),
        ("The depot was still burning at midday on Tuesday after drones hit it on Monday.", ["on Monday"]),
        ("Officials said Tuesday’s attack killed two.", ["Tuesday’s"]),
        ("A bomb on Tuesday claimed the lives of two drivers.", ["on Tuesday"]),
        ("At 4 p.m., two drones hit Dori on Monday.", ["on Monday", "At 4 p.m."]),
        ("Mourners met on Friday for six guards shot dead a day earlier.", ["a day earlier"]),
        (
            "In a note, released late Friday, it blamed them for a raid the previous day.",
            ["the previous day", "late Friday"],
        ),
        ("The council reacted Friday to a raid on Dori.", []),
        ("It was the deadliest raid on Dori this year.", []),
        ("Troops who had come on Saturday shot six men on Sunday.", ["on Sunday"]),
        ("A vote due on 12 May was put off after drones hit Dori.", []),
        ("Police on Monday arrested two men over the killing of a judge last Friday.", ["last Friday", "on Monday"]),
        ("It was the second raid this month: on 4 May two drivers were shot.", ["on 4 May"]),
        ("A raid earlier this month: on 4 May two drivers were shot.", ["on 4 May", "earlier this month"]),
    ],
)
def test_times_of_telling_are_left_out_and_days_come_first(sentence, times):
    """What somebody said on a day happened on another one, or before; a day is more exact than a month or a clock."""
    assert [sentence[start:end] for start, end in find_deed_times(sentence)] == times
