"""Acts of violence told by turns of phrase: who did them, what was hit, and what is no act."""

from __future__ import annotations

import pytest

from conflictsum.resolve.agents import find_agents, tells_a_deed
from conflictsum.resolve.targets import find_targets


def told(text):
    """Doers and targets of a text, the likeliest first."""
    return (
        next((text[start:end] for start, end in find_agents(text)), None),
        next((text[start:end] for start, end in find_targets(text)), None),
    )


@pytest.mark.parametrize(
    ("text", "doer", "hit"),
    [
        # people come over others
        ("Unknown assailants set upon a patrol at Tillia.", "Unknown assailants", "patrol"),
        ("Fighters swooped on the village of Kaya.", "Fighters", "village of Kaya"),
        ("A patrol was set upon by rebels outside Kidal.", "rebels", "patrol"),
        ("Armed men burst into a clinic at Djibo.", "Armed men", "clinic"),
        ("Masked men rappelled from a helicopter onto a tanker.", "Masked men", "tanker"),
        ("A suicide bomber blew himself up outside a bank.", "suicide bomber", "bank"),
        ("Fighters went from house to house, killing two boys.", "Fighters", "boys"),
        # and take them
        ("Forty pupils were marched into the forest near Kagara.", None, "pupils"),
        ("The other 17 were whisked away on Sunday.", None, None),
        ("A man with an axe hurt four passengers.", "man", "passengers"),
        ("Gunmen whisked away a priest from Zaria.", "Gunmen", "priest"),
        ("Two nurses were taken from their beds by armed men.", "armed men", "nurses"),
        ("Gunmen seized three grain brokers at an office.", "Gunmen", "grain brokers"),
        ("Armed men stopped two lorries and drove off with them.", "Armed men", "lorries"),
        ("Rebels took control of the town of Walikale.", "Rebels", "town of Walikale"),
        # those who come into an ambush
        ("A patrol ran into an ambush by rebels near Menaka.", "rebels", "patrol"),
        ("The convoy lost a lorry to a drone near the wells.", None, "lorry"),
        ("The base was the target of a drone attack.", None, "base"),
        # what weapons do
        ("A missile sheared the roof off a school.", None, "school"),
        ("Two boiler houses were knocked out by Russian missiles.", "Russian", "boiler houses"),
        ("A substation was put out of action in the strike.", None, "substation"),
        ("Ukrainian strikes cut power to most of Belgorod.", "Ukrainian", "Belgorod"),
        ("A drone started a fire at a depot.", None, "depot"),
        ("A raid on Sunday that blacked out the town followed.", None, "town"),
        ("Saboteurs severed a cable off Keelung.", "Saboteurs", "cable"),
        ("A telecoms cable was cut in the Baltic Sea.", None, "telecoms cable"),
        # what guns and forces do
        ("Turkish guns silenced two mortar positions.", "Turkish", "mortar positions"),
        ("Army howitzers plastered the hills above Saravan.", "Army", "hills"),
        ("American jets took out a radar.", "American", "radar"),
        ("The army replied with mortar fire on the hills.", "army", "hills"),
        ("Settlers threw stones at a bus.", "Settlers", "bus"),
        # throats and lives
        ("They hacked to death six farmers.", None, "farmers"),
        ("The group owned up to beheading two brothers.", "group", "brothers"),
        ("Four herders had their throats slit near Djibo.", None, "herders"),
        ("Militants cut the throats of two guards.", "Militants", "guards"),
        ("A mine took the life of a tractor driver.", None, "tractor driver"),
        ("The attack cost a linesman his life.", None, "linesman"),
        ("The mayor survived an assassination attempt.", None, "mayor"),
        # an act that is named, and then its dead
        ("In a drone attack on the ferry, two sailors lost their lives.", None, "ferry"),
        ("He recalled the shooting at an inn in which five people died.", None, "inn"),
        # threats
        ("The Houthis warned that the port would be shelled.", "Houthis", "port"),
    ],
)
def test_deeds(text, doer, hit):
    """A deed is told, by its doer and of its target."""
    assert tells_a_deed(text)
    assert told(text) == (doer, hit)


@pytest.mark.parametrize(
    "text",
    [
        "Air defences stopped 71 of the 88 drones launched overnight.",
        "Of 64 drones launched overnight, 51 were stopped.",
        "A Houthi missile was engaged by a frigate over the Red Sea.",
        "The front said its men had fired rocket-propelled grenades at a post.",
        "An uncrewed aerial system was brought down over the gulf.",
        "Drones were used against the convoys 40 times this year.",
        "Chad violated the ceasefire on 12 occasions this year.",
        "A booby-trapped toy exploded in the hands of a boy.",
    ],
)
def test_weapons_sent(text):
    """What is sent, used or stopped on its way is a deed."""
    assert tells_a_deed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police swooped on a house and arrested two suspects.",
        "The mayor was whisked away by bodyguards after the match.",
        "The pupils were marched into the hall by their teachers.",
        "The bus was held up by traffic for an hour.",
        "Students took over the university building.",
        "Fans descended on the stadium.",
        "Darkness fell upon the town.",
        "Canvassers went from door to door in the village.",
        "The storm knocked out power in three states.",
        "The flood claimed nine lives in Derna.",
        "A gas explosion tore through a block of flats.",
        "An excavator cut a gas pipeline in Leeds.",
        "A bus skidded into a canal, killing 12 pilgrims.",
        "Elephants went on a rampage, killing two people.",
        "The prisoner was put to death by lethal injection.",
        "Dockers launched a strike at the port of Haifa.",
        "The minister came under fire from opposition members.",
        "He answered with a barrage of slides.",
        "Boys threw stones into the lake.",
        "Rockets were fired into space from Kourou.",
        "High rates hurt growth.",
        "The minister said Chad had violated the ceasefire.",
        "The drones can be used against ships.",
        "The minister said the plan would be shelled.",
    ],
)
def test_no_deeds(text):
    """Accidents, nature, lawful force, crowds without arms and figures of speech are no deeds."""
    assert not tells_a_deed(text)
