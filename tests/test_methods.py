"""How an act was done, and whether it was."""

from __future__ import annotations

import pytest

from conflictsum.resolve.methods import method_in, status_in


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("A drone strike killed two.", "drone"),
        ("Warplanes bombed the depot.", "air"),
        ("Three air strikes hit the town.", "air"),
        ("They fired ballistic missiles at the port.", "missile"),
        ("Rockets landed near the base.", "rocket"),
        ("The town was shelled all night.", "artillery"),
        ("A warship fired on the coast.", "naval"),
        ("Gunmen opened fire on a bus.", "shooting"),
        ("A car bomb went off outside the court.", "bombing"),
        ("Twenty girls were kidnapped from a school.", "abduction"),
        ("Fighters took eleven villagers hostage.", "abduction"),
        ("Militants ambushed a convoy.", "ground_assault"),
        ("Rebels captured the town on Sunday.", "ground_assault"),
        ("The tanker was hijacked off Eyl.", "hijacking"),
        ("Pirates seized a Greek tanker.", "hijacking"),
        ("A freighter was boarded by armed men.", "hijacking"),
        ("The general was assassinated.", "assassination"),
        ("Armed men stopped two lorries and drove off with them.", "hijacking"),
        ("Masked men rappelled from a helicopter onto a tanker.", "hijacking"),
        ("Pupils were marched into the forest.", "abduction"),
        ("Gunmen seized three brokers at an office.", "abduction"),
        ("Two herders had their throats slit.", "other"),
        ("A cable was cut in the Baltic Sea.", "other"),
        ("A bus was pelted with stones.", "other"),
        ("Army guns worked over the caves.", "artillery"),
        ("The town came under attack.", "unspecified"),
        # codebook F6: who storms a place assaults it, who searches it raids it
        ("Commandos stormed the hospital.", "ground_assault"),
        ("Soldiers raided three houses.", "raid"),
        # what carries the weapon, before the weapon
        ("Planes dropped four bombs on a mill.", "air"),
        ("A helicopter fired rockets into a cafe.", "air"),
        ("A suicide drone hit the dam.", "drone"),
        ("An unmanned aircraft burnt a car.", "drone"),
        # not what was hit
        ("An airstrike struck a mortar position.", "air"),
        ("Troops raided a rocket workshop.", "raid"),
        ("Jets bombed a drone factory.", "air"),
        ("Two F-16s struck a depot.", "air"),
        ("The regime flew 90 air attacks.", "air"),
        ("The guns of the army flattened a store.", "artillery"),
        # several words together
        ("Riders sprayed a van with bullets.", "shooting"),
        ("Two men put nine bullets into a mayor.", "shooting"),
        ("A van packed with explosives went up.", "bombing"),
        ("A bus drove over a mine.", "bombing"),
        ("Militants fought their way into the fort.", "ground_assault"),
        ("Soldiers set two cars alight.", "other"),
        ("A crowd beat a driver to death.", "other"),
        ("Police uncovered a plot to kill a judge.", "assassination"),
        # what was shot down was not shot
        ("The gunship was hit and shot down two drones.", "drone"),
        ("A farmer stepped on a mine.", "bombing"),
    ],
)
def test_methods(text, method):
    """The most telling word outside the target decides; "attack" tells nothing."""
    assert method_in(text) == method


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army shelled the town.", "reported"),
        ("Air defences shot down nine drones.", "intercepted"),
        ("The frigate shot the missile down.", "intercepted"),
        ("The frigate intercepted a missile.", "intercepted"),
        ("Air defences destroyed twelve drones.", "intercepted"),
        ("Nine rockets were destroyed over Tyre.", "intercepted"),
        ("The strike destroyed a drone factory.", "reported"),
        ("Rebels shot down an army helicopter.", "reported"),
        ("Police foiled a bombing.", "attempted"),
        ("An attempt to ram the pier failed.", "attempted"),
        ("A jammer forced down a drone.", "intercepted"),
        ("Of the drones, 96 were neutralised.", "intercepted"),
        ("The raid brought down a roof.", "reported"),
        ("We shall strike the junction.", "threatened"),
        ("The camp will be flattened.", "threatened"),
        ("The army denied shelling the town.", "denied"),
        ("The raid denied the group a route to the coast.", "reported"),
        ("Villagers accused the army of shelling them.", "alleged"),
        ("The group threatened to attack the port.", "threatened"),
        ("They vowed to strike again.", "threatened"),
        ("The boats posed a threat to ships.", "reported"),
        # codebook S1: an act that somebody claims is certain
        ("The group claimed responsibility for the blast.", "reported"),
        ("The group claimed to have shelled the port.", "claimed"),
    ],
)
def test_statuses(text, status):
    """Words that stop, doubt or only announce an act; without them it is reported."""
    assert status_in(text) == status
