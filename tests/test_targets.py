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
        ("The army shelled two villages on Friday.", ["villages"]),
        ("Warplanes bombed a rebel camp near Kauda.", ["rebel camp"]),
        ("Gunmen attacked a police post and a clinic.", ["police post and a clinic", "police post", "clinic"]),
        ("Militants ambushed the convoy of the governor.", ["convoy of the governor"]),
        ("Commandos raided its headquarters.", ["headquarters"]),
        ("Rebels burned three huts and wounded two farmers.", ["huts"]),
        ("The army has attacked the port more than ten times.", ["port"]),
        ("Raining missiles down on an air base, the navy began its campaign.", ["air base"]),
        ("Attackers rammed a lorry laden with explosives into the perimeter wall.", ["perimeter wall"]),
        ("Rebels shelled the Tamba People’s Hospital.", ["Tamba People’s Hospital"]),
        ("One raid brought down the hall of a convent.", ["hall of a convent"]),
        ("The secret service thwarted the murder of a judge.", ["judge"]),
        # before a passive one
        ("Sheds in Kovel that turned out engines were engaged with missiles.", ["Sheds"]),
        ("The last of six guards whom inmates of the north wing had seized was freed.", ["guards"]),
        ("Nine men were shot at the roadside by militants.", ["men"]),
        ("A relay box burned at the station.", ["relay box"]),
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
        ("Clashes between the army and rebels went on.", ["army and rebels", "army", "rebels"]),
        ("Soldiers clashed with gunmen.", ["Soldiers", "gunmen"]),
        # people only where nothing else was hit
        ("Gunmen killed nine shepherds.", ["shepherds"]),
        ("A drone hit a truck, killing two men.", ["truck"]),
        ("Militants abducted four teachers.", ["teachers"]),
        # lists as written, then each member
        (
            "Jets hit a mill, two silos and a bridge.",
            ["mill, two silos and a bridge", "mill", "silos", "bridge"],
        ),
        # without number, quantity and owner
        ("Gunmen shot dead two of its guards.", ["guards"]),
        ("Bandits attacked scores of villages.", ["villages"]),
        ("Jets bombed Yemen’s port of Salif.", ["port of Salif"]),
        # participles describe what was hit
        ("Relatives of the judge murdered in Trieste spoke on Sunday.", ["judge"]),
        ("The owners of a bulk carrier seized by pirates asked for help.", ["bulk carrier"]),
        ("Marines stationed at the Sarrin base were attacked on Monday.", ["Marines"]),
        ("Six nuns were killed on Friday, shot at night by masked men.", ["nuns"]),
        ("The minister demanded that the group free 12 miners it abducted.", ["miners"]),
        ("Depots in Sorvan, Melk and Tirin were shelled.", ["Depots"]),
        ("A wake at Danbe, in Sarrin district, was attacked.", ["wake"]),
        # a pronoun is what the clause before is about
        ("The bus was taking the men home when it was fired on.", ["bus"]),
        # nouns that look like verbs
        ("Jets attacked an ISIL staging area.", ["ISIL staging area"]),
        ("A drone hit a nursing home.", ["nursing home"]),
        ("Missiles struck a steel plant.", ["steel plant"]),
        # mines and blasts
        ("A farmer stepped on a mine near Gao.", ["farmer"]),
        ("The truck hit a landmine.", ["truck"]),
        ("A blast tore through a bus station.", ["bus station"]),
        ("A bomb planted on the track derailed a passenger train.", ["passenger train"]),
        ("A drone tore open the stairwell.", ["stairwell"]),
        ("A signal box was doused with petrol and set alight.", ["signal box"]),
        ("Jets destroyed two missiles that were ready to launch.", ["missiles"]),
        # people taken and things blown up
        ("Fighters took eleven villagers hostage.", ["villagers"]),
        ("Rebels blew up a pylon.", ["pylon"]),
        ("Rebels shot down a police helicopter.", ["police helicopter"]),
        ("Pakistan opened fire on “families at dinner”.", ["families"]),
        ("The army said the group had captured what it called a “spy ship”.", ["spy ship"]),
        ("The army said it carried out “precision strikes” on a depot.", ["depot"]),
        ("Jets bombed caves and sheds used by rebels.", ["caves and sheds", "caves", "sheds"]),
        # a number alone is nothing, and a part stands for the whole only where nothing else does
        ("Troops shot four of them dead.", []),
        ("Raiders beheaded six.", []),
        ("A man set off a bomb in the midst of pilgrims.", ["pilgrims"]),
        # people killed by a bomb where they were: that place
        ("A suicide car bomber killed 12 soldiers at a checkpost in Sarrin.", ["checkpost"]),
        ("Gunmen killed the mayor at a restaurant.", ["mayor"]),
        # none
        ("Two helicopters were sent to the town.", []),
        ("Police seized a pistol and four computers.", []),
        ("The frigate shot down two missiles.", []),
        ("The group claimed responsibility for the blast.", []),
        ("The minister spoke to reporters.", []),
        ("The army fired three rockets.", []),
    ],
)
def test_targets(text, expected):
    """The target follows the active verb, precedes the passive one or follows "on", "at"; as short as it identifies."""
    assert targets(text) == expected


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised, and spans are stretches of it in order."""
    spans = find_targets(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[0] <= other[0] for one, other in pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            "the army shelled was hit by on at of and , town killed nine clashes between fired came under fire set ablaze US's hostage".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order."""
    text = " ".join(words)
    assert all(text[start:end].strip() for start, end in find_targets(text))
