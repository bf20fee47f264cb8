"""Sentences that speak of violence without telling of an act."""

from __future__ import annotations

import pytest

from conflictsum.resolve.untold import names_an_author, tells_an_act, tells_it_anew


@pytest.mark.parametrize(
    "text",
    [
        "No lorries were damaged.",
        "Neither tanker was hit and nobody was hurt.",
        "Not one shell was fired at Kutum on Friday.",
        "The navy said it had not struck the ferry.",
        "“Our pilots did not bomb any market on Friday,” the spokesman said.",
        "The army never targets civilians, the ministry said.",
        "All sides should stop attacking villages, and the union should send observers.",
        "The envoy called on both sides to stop shelling the town.",
        "Rebels could attack the town at any moment.",
        "The fleet has missiles that can hit any port in the region.",
        "The rebels are capable of hitting the capital with drones.",
        "“We do not talk to men who throw grenades at schools,” he said.",
        "“This fuel was meant for the bombers that kill our neighbours,” said the mayor.",
        "The gunmen, who behead their captives, have no programme.",
        "The front, however, has gone on targeting teachers and nurses.",
        "The militia has repeatedly attacked villages in the hills.",
        "Such raids have become rarer since the accord.",
        "Who laid the mine that killed the shepherd?",
        "The guards returned fire, killing one of the raiders.",
    ],
)
def test_what_is_denied_wished_or_done_in_general_is_not_told(text):
    """Nobody is said to have done anything on some day."""
    assert not tells_an_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "The raiders took the post without firing a shot and then burned a bank.",
        "Investigators said the house may have been hit by a missile.",
        "No one was hurt when a drone hit a petrol station in Belgorod.",
        "Nobody died when gunmen fired on the bus near Kutum.",
        "Gunmen who abducted 12 pupils on Monday have not been found.",
        "The missile that hit the school was fired from the sea.",
        "A mine killed two soldiers near Bosso, where jihadists often attack convoys.",
        "Troops foiled a suicide attack on an army camp in Dori on Sunday.",
        "The rebels have attacked the airport again, residents said.",
        "Gunmen attacked the post and the guards returned fire.",
    ],
)
def test_an_act_told_beside_a_negation_is_told(text):
    """What is negated, or general, is something else in the sentence."""
    assert tells_an_act(text)


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("The clinic said one shepherd had been killed and eight people injured in the bombing.", False),
        ("The front said that it carried out the ambush.", False),
        ("Debris fell on a school yard.", False),
        ("Shrapnel damaged several houses.", False),
        ("Twelve people died in the attack on a mosque in Kano.", True),
        ("Rebels carried out an attack on the town.", True),
        ("Drones hit a depot, and debris fell on a school yard.", True),
    ],
)
def test_an_act_may_be_named_as_one_that_is_known(text, anew):
    """By "the", with nothing said of what it hit; debris is what is left of a weapon told of before."""
    assert tells_an_act(text)
    assert tells_it_anew(text) is anew


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Dawn Front said that it carried out the ambush.", True),
        ("The Dawn Front claimed the bombing on its website.", True),
        ("The governor blamed the Dawn Front for the raid.", True),
        ("Suspicion falls on the Dawn Front, police say.", True),
        ("The council accused Norway of supplying the weapons used in the strikes.", False),
        ("He accused the Dawn Front of storing explosives in the school.", False),
        ("The mayor condemned the raid.", False),
    ],
)
def test_who_abets_an_act_is_not_its_author(text, named):
    """To arm or hide those who do it is another charge than to have done it."""
    assert names_an_author(text) is named
