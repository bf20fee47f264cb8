"""What the words of a sentence tell of its event besides who, what, where and when."""

from __future__ import annotations

import pytest

from conflictsum.article import Article
from conflictsum.details import details


def told(text, status="reported", **fields):
    (sentence,) = Article(text).sentences
    answer = {"hit": None, "in": None, "when": None} | {name.strip("_"): value for name, value in fields.items()}
    return {name: value for name, value in details(sentence, answer, status, []).items() if value}


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("Rebels fired 12 rockets at the depot.", {"hit": "depot"}, {"weapon": "rockets", "munitions_used": "12"}),
        # the weapon is what hit, not what was hit
        ("Drones hit the missile depot.", {"hit": "missile depot"}, {"weapon": "Drones"}),
        ("Jets struck two drones on the ground.", {"hit": "two drones"}, {}),
        ("Jets bombed three ports.", {"hit": "three ports"}, {"sites_hit": "three"}),
        ("Soldiers burned about 60 houses.", {"hit": "about 60 houses"}, {"targets_hit": "about 60"}),
        ("Gunmen shot two farmers.", {"hit": "two farmers"}, {}),
        ("The army carried out three airstrikes on the hills.", {"hit": "hills"}, {"strikes_made": "three"}),
        ("Near Tirin, two airstrikes destroyed a bunker.", {"hit": "bunker"}, {"strikes_made": "two"}),
        ("The army carried out a total of 16 strikes.", {}, {"strikes_made": "16"}),
        ("More than 40 strikes have hit Tirin since May.", {"hit": "Tirin"}, {}),
        ("The army carried out an airstrike on the hills.", {"hit": "hills"}, {}),
        # clock times that the words for the day do not hold
        ("At 11:15 p.m. jets hit the port on Monday.", {"when": "on Monday"}, {"time": "At 11:15 p.m."}),
        ("Jets hit the port on Monday at 11:15 p.m.", {"when": "on Monday at 11:15 p.m."}, {}),
        ("Jets hit the port at noon.", {"when": None}, {}),
        # whose the target is
        ("Jets hit a Houthi base.", {"hit": "Houthi base"}, {"target_actor": "Houthi"}),
        ("Rebels hit a patrol of the 3rd Hill Brigade.", {"hit": "patrol"}, {"target_actor": "3rd Hill Brigade"}),
        ("Rebels hit an army convoy.", {"hit": "army convoy"}, {"target_actor": "army"}),
        ("Rebels hit the Houthis.", {"hit": "Houthis"}, {}),
        ("A shell fell in Tarsabad, in Kenya.", {"in_": "Tarsabad"}, {"weapon": "shell", "country": "Kenya"}),
    ],
)
def test_details(text, fields, expected):
    """Each field is filled by words of the sentence where it tells them, and left empty elsewhere (codebook F2 to F5)."""
    assert told(text, **fields) == expected


def test_the_number_of_what_was_stopped():
    """Of an intercepted salvo the number stopped counts (codebook E4)."""
    text = "It launched 118 drones, and 97 of them were shot down."
    assert told(text, "intercepted")["munitions_used"] == "97"
    assert told(text, "reported")["munitions_used"] == "118"
