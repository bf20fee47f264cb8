"""What was hit: by where the word of violence stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.targets import find_targets


def targets(text):
    return [text[start:end] for start, end in find_targets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # after an active verb
        ("The army shelled two villages on Friday.", ["two villages"]),
        ("Warplanes bombed a rebel camp near Kauda.", ["rebel camp"]),
        ("Gunmen attacked a police post and a clinic.", ["police post", "clinic"]),
        ("Militants ambushed the convoy of the governor.", ["convoy of the governor"]),
        ("Commandos raided its headquarters.", ["headquarters"]),
        ("Rebels burned three huts and wounded two farmers.", ["three huts"]),
        ("The army has attacked the port more than ten times.", ["port"]),
        # before a passive one
        ("The bus was fired on near Goma.", ["bus"]),
        ("A crowded market was hit by two shells.", ["crowded market"]),
        ("The fuel depot at the port was destroyed.", ["fuel depot"]),
        ("After the town had been shelled, people fled.", ["town"]),
        ("A grain ship, which was bound for Egypt, was struck by a missile.", ["grain ship"]),
        ("The airport came under fire.", ["airport"]),
        # after the noun and its preposition
        ("An attack on a school killed nine.", ["school"]),
        ("They carried out four strikes against Houthi launchers.", ["Houthi launchers"]),
        ("The shelling of the camp went on all night.", ["camp"]),
        ("Gunmen opened fire on a minibus.", ["minibus"]),
        # where a weapon came down
        ("Rockets fell on a water station.", ["water station"]),
        ("Rebels fired mortar bombs at the barracks.", ["barracks"]),
        ("A car bomb exploded outside a police station in Quetta.", ["police station"]),
        ("A drone crashed into a hotel.", ["hotel"]),
        ("A bomb was thrown into a cafe.", ["cafe"]),
        # sides of a clash
        ("Clashes between the army and rebels went on.", ["army", "rebels"]),
        ("Soldiers clashed with gunmen.", ["Soldiers", "gunmen"]),
        # people only where nothing else was hit
        ("Gunmen killed nine shepherds.", ["nine shepherds"]),
        ("A drone hit a truck, killing two men.", ["truck"]),
        ("Militants abducted four teachers.", ["four teachers"]),
        # none
        ("The frigate shot down two missiles.", []),
        ("The group claimed responsibility for the blast.", []),
        ("The minister spoke to reporters.", []),
        ("The army fired three rockets.", []),
    ],
)
def test_targets(text, expected):
    """The target follows the active verb, precedes the passive one or follows "on", "at", "outside"; no article."""
    assert targets(text) == expected


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised, and spans are stretches of it in order, none inside another."""
    spans = find_targets(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] or one[0] < other[0] < one[1] < other[1] for one, other in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            "the army shelled was hit by on at of and , town killed nine clashes between fired came under fire set ablaze".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order."""
    text = " ".join(words)
    assert all(text[start:end].strip() for start, end in find_targets(text))
