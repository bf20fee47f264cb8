"""Who is held to have done it, in other words than "blamed" and "accused"."""

from __future__ import annotations

import pytest

from conflictsum.resolve.agents import find_agents, tells_a_deed


@pytest.mark.parametrize(
    ("text", "charged"),
    [
        ("Lirab holds the Azure Guards responsible for the attack.", "Azure Guards"),
        ("The ministry held the Azure Guards responsible.", "Azure Guards"),
        ("Both incidents were the work of the Azure Guards.", "Azure Guards"),
        ("He attributed the device to the Orsun cartel.", "Orsun cartel"),
        ("The raid has been attributed to the Orsun cartel.", "Orsun cartel"),
        ("The Azure Guards said its fighters were responsible.", "Azure Guards"),
        ("The Azure Guards said it was responsible for the blast.", "Azure Guards"),
        ("The general named the Orsun cartel as the author of the ambush.", "Orsun cartel"),
        ("The rebels charged the air force with burning 20 people alive.", "air force"),
        ("Officials said the Orsun cartel was to blame for the raid.", "Orsun cartel"),
        ("The killing bore the hallmarks of the Orsun cartel.", "Orsun cartel"),
        ("Police said the attackers were members of the Azure Guards.", "Azure Guards"),
        ("The gunmen belonged to the Azure Guards, the mayor said.", "Azure Guards"),
        ("The army blamed the shelling of the camp on the Azure Guards.", "Azure Guards"),
        ("Suspicion for the ambush has fallen on the Azure Guards.", "Azure Guards"),
        ("The minister said Lirabia bore responsibility for the massacre.", "Lirabia"),
        ("The blast was claimed by the Azure Guards.", "Azure Guards"),
        ("A blast claimed by the Azure Guards killed three.", "Azure Guards"),
        ("Responsibility for the bombing was claimed by the Azure Guards.", "Azure Guards"),
        ("The Azure Guards adopted the operation in a leaflet.", "Azure Guards"),
        ("The Azure Guards denied any involvement in the raid.", "Azure Guards"),
    ],
)
def test_charged(text, charged):
    """A sentence that only says who did it tells of the act."""
    start, end = find_agents(text)[0]
    assert (text[start:end], tells_a_deed(text)) == (charged, True)


@pytest.mark.parametrize(
    "text",
    [
        "The minister is responsible for roads in the province.",
        "The company took responsibility for the delay.",
        "The charity was responsible for the evacuation.",
        "Prosecutors charged two brokers with fraud.",
        "The bridge is the work of a young architect.",
        "The council held the contractor to its word.",
    ],
)
def test_duties_and_works_of_peace_charge_nobody(text):
    """Who is in charge of something, or made it, attacked nobody."""
    assert not tells_a_deed(text)
