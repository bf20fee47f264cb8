"""Speech that is told without a verb of speech."""

from __future__ import annotations

import pytest

from conflictsum.resolve.idioms import find_accuser, find_idioms


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        ("The ministry laid the blame on Chad.", "accuse", "Chad"),
        ("The army put most of the blame for the raid squarely on Chad.", "accuse", "Chad"),
        ("The army lays the raid on Leer, a market town, at the door of Chad.", "accuse", "Chad"),
        ("The mayor pointed an accusing finger at Chad.", "accuse", "Chad"),
        ("He pointed to Chad over the fire.", "accuse", "Chad"),
        ("He charged Chad with arming them.", "accuse", "Chad"),
        ("The police tagged Hezbollah in the ambush.", "accuse", "Hezbollah"),
        ("Prosecutors named the Houthis.", "accuse", "Houthis"),
        ("The UN holds the rebels responsible.", "accuse", "the rebels"),
        ("The army attributed the ambush to the Lake Guard.", "accuse", "the Lake Guard"),
        ("He brushed this aside.", "deny", None),
        ("Chad brushed the charge aside.", "deny", None),
        ("The army waved away reports of a raid.", "deny", None),
        ("Kassala would have none of it.", "deny", None),
        ("The council begs to differ.", "deny", None),
        ("The army brushed aside calls for a truce.", "reject", None),
        ("The rebels owned up to the raid.", "claim_responsibility", None),
        ("The group took full responsibility.", "claim_responsibility", None),
        ("The rebels took credit for it.", "claim_responsibility", None),
        ("The governor slammed the raid.", "condemn", None),
        ("The governor hit out at Chad.", "condemn", "Chad"),
        ("The governor paid tribute to the Lake Guard.", "praise", "the Lake Guard"),
        ("The UN sounded the alarm.", "warn", None),
    ],
)
def test_idioms(text, act, whom):
    """A turn of phrase tells an act of speech, and where it goes on to say so at whom it is aimed."""
    (idiom,) = find_idioms(text)
    assert idiom.act == act
    assert (idiom.whom is None) == (whom is None)
    assert whom is None or text[idiom.whom :].lstrip().startswith(whom)


@pytest.mark.parametrize(
    "text",
    [
        "Rockets slammed into the clinic.",
        "The president named Ana Ruiz minister.",
        "He laid a mine at the door.",
        "The army pointed its guns at the town.",
        "They took the road to Leer.",
        "The guards waved the lorry through.",
        "The army traced the drone.",
    ],
)
def test_the_same_words_in_their_plain_sense(text):
    """What the words do as such is no speech."""
    assert find_idioms(text) == ()


@pytest.mark.parametrize(
    ("text", "accuser"),
    [
        ("The army rejected Chad’s accusation that it had shelled the town.", "Chad"),
        ("Mali denies allegations by the Lake Guard of a massacre.", "Lake Guard"),
        ("The mission dismissed the Houthis’ charge that a drone was its own.", "Houthis"),
        ("The army repeated Chad’s accusation that it had shelled the town.", None),
        ("The army rejected Chad’s offer.", None),
        ("The court dismissed the charges.", None),
    ],
)
def test_the_accuser_in_a_denial(text, accuser):
    """A denial that says whose accusation it answers tells of that accusation too."""
    span = find_accuser(text)
    assert (text[slice(*span)] if span else None) == accuser
