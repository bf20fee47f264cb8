"""Weapons and munitions of a sentence, and how many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.arms import find_arms, find_stopped, is_of_state, is_planted


@pytest.mark.parametrize(
    ("text", "weapon", "number"),
    [
        ("Rebels fired 12 rockets at the base.", "rockets", "12"),
        ("Eight suicide drones flew at the dam.", "suicide drones", "Eight"),
        ("Dozens of drones hit the port.", "drones", "Dozens"),
        ("Russian missiles hit gas tanks.", "missiles", None),
        ("An anti-ship ballistic missile fell short.", "anti-ship ballistic missile", None),
        ("A grenade was thrown into the yard.", "grenade", None),
        ("A drone attack killed two.", "drone", None),
        ("They exchanged artillery fire.", "artillery", None),
        ("A car packed with explosives blew up.", "car packed with explosives", None),
        ("An improvised explosive device went off.", "improvised explosive device", None),
        ("They came with machetes.", "machetes", None),
        ("Men with rifles threw a grenade.", "grenade", None),
        ("An unmanned aircraft burned the car.", "unmanned aircraft", None),
        ("Police fired live rounds at marchers.", "live rounds", None),
        ("The army shelled the missile factory.", None, None),
        ("A device for measuring rain was sold.", None, None),
        ("Jets struck the port.", None, None),
    ],
)
def test_weapons(text, weapon, number):
    """What explodes, is fired or flies comes first, without owner and number; things called after it are none."""
    arm = next(iter(find_arms(text)), None)
    assert (arm and text[slice(*arm.span)]) == weapon
    assert (arm and arm.number and text[slice(*arm.number)]) == number


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("It launched 118 drones, and 97 of them were shot down.", "97"),
        ("Thirteen of the 14 missiles were intercepted.", "Thirteen"),
        ("Two of the drones hit the port.", None),
        ("All were shot down.", None),
    ],
)
def test_stopped(text, stopped):
    """Of a salvo that is partly stopped the number stopped is told apart (codebook E4)."""
    span = find_stopped(text)
    assert (span and text[slice(*span)]) == stopped


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two fighter jets and a battery pounded a ridge.", True),
        ("Cruise missiles hit a mill.", True),
        ("Two Su-25s bombed a bridge.", True),
        ("Mortars hit a mill.", False),
        ("Drones and rockets hit a mill.", False),
    ],
)
def test_means_of_states(text, told):
    """Jets, warships and cruise missiles belong to states; rebels have drones, rockets and mortars too."""
    assert is_of_state(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A charge tore the front off a court.", True),
        ("A booby-trapped van exploded at a gate.", True),
        ("A truck packed with explosives exploded at a gate.", True),
        ("A woman blew herself up outside a court.", True),
        ("A drone boat packed with explosives hit a pier.", False),
        ("Sirens went off as missiles hit a mill.", False),
        ("Jets dropped bombs on a mill.", False),
    ],
)
def test_what_is_planted(text, told):
    """What is left, driven or worn was not fired or dropped."""
    assert is_planted(text) is told


@given(
    st.lists(st.sampled_from("12 of the drones a missile attack Russian 's with and , dozens explosives car".split()))
)
def test_any_words(words):
    """Whatever the words, weapons and numbers are stretches of the text."""
    text = " ".join(words)
    for arm in find_arms(text):
        spans = [arm.span, *([arm.number] if arm.number else [])]
        assert all(0 <= start < end <= len(text) for start, end in spans)
