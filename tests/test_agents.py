"""Who did it: the parties that stand where the doer stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.agents import find_agents, tells_a_deed


def agents(text):
    return [text[start:end] for start, end in find_agents(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before an active verb
        ("The army shelled two villages near Kauda.", ["army"]),
        ("Gunmen opened fire on a minibus in Ituri on Friday.", ["Gunmen"]),
        ("Suspected militants have reportedly ambushed a patrol.", ["Suspected militants"]),
        ("Rebels in pickup trucks attacked the post and burned three huts.", ["Rebels"]),
        ("Militants who had hidden in a farmhouse killed four soldiers.", ["Militants"]),
        ("The Arakan Army, which controls the coast, shelled the naval base.", ["Arakan Army"]),
        ("Turkey and Qatar bombed the convoy.", ["Turkey", "Qatar"]),
        ("Commandos stormed the hospital, killing two guards.", ["Commandos"]),
        ("Russia launched 40 drones at Odesa overnight.", ["Russia"]),
        ("US forces carried out four strikes against Houthi launchers.", ["US forces"]),
        # after a passive "by"
        ("The base was attacked about 40 times by rebels.", ["rebels"]),
        ("Two men were shot dead by masked gunmen outside a mosque.", ["masked gunmen"]),
        ("Rockets fired by Hamas fell on Sderot.", ["Hamas"]),
        ("The raid, carried out by Somali commandos, lasted an hour.", ["Somali commandos"]),
        # owners of weapons, craft and acts
        ("A US drone strike killed a commander near Mosul.", ["US"]),
        ("Israeli artillery hit the outskirts of Khiam.", ["Israeli"]),
        ("Drones of the Sudanese army hit a clinic.", ["Sudanese army"]),
        ("Ethiopia's air strikes destroyed a school.", ["Ethiopia"]),
        ("Air defences shot down nine Houthi missiles over the gulf.", ["Houthi"]),
        ("Six Ukrainian drones were intercepted over Kursk.", ["Ukrainian"]),
        # "fighters of X": the body and the whole
        ("Fighters of the M23 movement attacked the town.", ["Fighters of the M23 movement", "M23 movement"]),
        # a pronoun is the speaker
        ("Israel said it had struck a depot in Tyre.", ["Israel"]),
        ("The Houthis said their drones had hit a tanker.", ["Houthis"]),
        ("Its forces had struck three launchers, Jordan said.", ["Jordan"]),
        # who holds the place that fire came from, not the place
        ("The town came under fire from a hill held by the rebels.", ["rebels"]),
        ("The post came under fire from Afghan territory.", ["Afghan"]),
        ("A village came under fire from across the border.", []),
        ("Shells fired from the Afghan side hit three huts.", ["Afghan"]),
        ("Shells fired from a hillside hit three huts.", []),
        ("The Houthis claimed in a note to have shelled a camp.", ["Houthis"]),
        # people counted, and words that are nobody
        ("Hundreds of settlers attacked a hamlet.", ["settlers"]),
        ("The force of the blast damaged a school.", []),
        ("It protested against the deliberate targeting of homes.", []),
        ("“Our troops killed 31 bandits,” Colonel Ali Reve said.", ["troops"]),
        # claims and blame
        ("Al-Shabaab claimed responsibility for the blast.", ["Al-Shabaab"]),
        ("Three people were killed in shelling blamed on the Rapid Support Forces.", ["Rapid Support Forces"]),
        ("Kyiv accused Russia of bombing a school.", ["Russia"]),
        ("Police said the Islamic State was behind the attack.", ["Islamic State"]),
        # the owner of a ministry, the body of its men, the name beside a noun
        ("Mali’s defence ministry said its forces had struck a camp.", ["Mali", "Mali’s defence ministry"]),
        (
            "Commandos from the Rapid Support Forces raided a clinic.",
            ["Commandos", "Rapid Support Forces"],
        ),
        ("A splinter group, the Azure Guards, shelled a post.", ["Azure Guards", "splinter group"]),
        ("Turkish warplanes bombed a village.", ["Turkish"]),
        ("A further wave of American strikes hit Sanaa.", ["American"]),
        # not who speaks of it, not what was hit, not the time
        ("The general said the insurgents attacked a convoy near Kidal.", ["insurgents"]),
        ("Governor Idris Salim posted pictures and said an RSF drone had struck a clinic.", ["RSF"]),
        ("Minister Ana Ruiz demanded that the ELN free 12 miners it abducted in May.", ["ELN"]),
        ("The owners of a bulk carrier seized by the Houthi movement asked for help.", ["Houthi movement"]),
        ("Relatives of the judge murdered in Trieste spoke on Sunday.", []),
        ("One sergeant was killed and another wounded in the ambush.", []),
        ("The mayor reported one worker killed by a shell.", []),
        ("A market near Melk was shelled at dusk, killing eight people.", []),
        ("Sunday night’s strike on the port of Salif killed nine.", []),
        ("Nobody was inside when the hut burned, the firemen said.", []),
        ("“They hit us at dinner,” said Abdo Karim, a driver.", []),
        ("The troops did an excellent job repelling the attack.", []),
        ("The mayor accused certain elders of sheltering them.", []),
        ("The destroyer shot down three drones.", []),
        # blame without the act
        ("The governor blamed the Rapid Support Forces.", ["Rapid Support Forces"]),
        ("The army was accused of shelling a school.", ["army"]),
        # blame and claims in other turns
        ("Officials laid the blame on the Azure Front.", ["Azure Front"]),
        ("Suspicion fell on the Azure Front.", ["Azure Front"]),
        ("Prosecutors lay the bombing at the door of the Azure Front.", ["Azure Front"]),
        ("The work bears the signature of Al-Shabaab.", ["Al-Shabaab"]),
        ("The Houthis took credit for the raid.", ["Houthis"]),
        ("The Azure Front owned up to the ambush.", ["Azure Front"]),
        ("The rebels blamed a “gas leak”.", []),
        # a participle before its subject
        ("Firing rockets from a ridge, the rebels advanced on Tamba.", ["rebels"]),
        ("Nine men were shot at the roadside by militants.", ["militants"]),
        ("The rebels fled, said the army, and shelled a barn.", ["rebels"]),
        ("Five shells in all, fired from a hill held by the Houthis, came down on a farm.", ["Houthis"]),
        # those who shoot it down did not send it; the one who foiled it did not plan it
        ("Naval crews destroyed 34 Ukrainian fixed-wing drones.", ["Ukrainian"]),
        ("The fleet wiped out four Ukrainian uncrewed boats.", ["Ukrainian"]),
        ("The secret service thwarted the murder of a judge.", []),
        # men at guns, machines and chance
        ("A howitzer battery pounded the ridge.", []),
        ("Two Su-25s bombed a bridge.", []),
        ("A charge was set off by remote control.", []),
        ("Small arms were fired at the bridge of the ship.", []),
        ("Their camp will be flattened by our missiles, the minister said.", []),
        # nobody
        ("A car bomb exploded outside a police station in Quetta.", []),
        ("The town came under attack at dawn.", []),
        ("Three people were killed and nine were wounded.", []),
        ("Fighting broke out near the airport.", []),
        ("The market was hit by two shells.", []),
        ("Nobody claimed the bombing.", []),
    ],
)
def test_agents(text, expected):
    """The doer stands before an active verb, after "by", or owns the weapon; a weapon or a blast is no doer."""
    assert sorted(agents(text)) == sorted(expected)


def test_clashes_have_no_agent():
    """Of two sides that clash nobody is known to have begun."""
    assert agents("Clashes between the army and rebels killed six people.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army shelled the town.", True),
        ("A bomb went off near the court.", True),
        ("A car bomb exploded outside a bank.", True),
        ("Rockets fell on the market.", True),
        ("The town came under fire from the hills.", True),
        ("The bus was fired on near Goma.", True),
        ("Militants set fire to a clinic.", True),
        ("The jet was brought down over the strait.", True),
        ("Gunmen carried off nine girls.", True),
        ("The district suffered eleven attacks in a month.", True),
        ("Soldiers clashed with rebels.", True),
        ("Three men were kidnapped near Maradi.", True),
        ("Fighters took eleven villagers hostage.", True),
        ("Rebels blew up a pylon.", True),
        ("Guerrillas dynamited a bridge.", True),
        ("Rebels captured the town of Bunagana.", True),
        ("Pirates seized a tanker.", True),
        ("A farmer stepped on a mine.", True),
        ("A blast tore through a bus station.", True),
        ("Six troops died in an attack on their post.", True),
        ("Gunmen exchanged fire with soldiers.", True),
        ("The defence minister blamed the Rapid Support Forces.", True),
        ("GUERRILLAS ATTACKED A POLICE STATION IN THE NORTH.", True),
        ("Explosions were heard at a power plant.", True),
        ("Insurgents entered the village of Tamba.", True),
        ("The car exploded on Thursday.", True),
        ("Shells cratered the runway.", True),
        ("Soldiers reduced forty huts to ashes.", True),
        ("Riders sprayed a van with bullets.", True),
        ("Two men put nine bullets into a mayor.", True),
        ("The soldiers put a mill to the torch.", True),
        ("A drone let a charge fall over the post.", True),
        ("A glider let go of two bombs.", True),
        ("A driver was beaten to death by a crowd.", True),
        ("Rebels rammed a lorry into the gate.", True),
        ("A van laden with explosives was driven into the gate.", True),
        ("A van packed with explosives went up outside the court.", True),
        ("A bus drove over a mine.", True),
        ("A herdsman lost a leg to a mine.", True),
        ("She lost an election to a mine owner.", False),
        ("The tanker took a hit from a drone.", True),
        ("The quarter has taken 60 shells since May.", True),
        ("Militants fought their way into the fort.", True),
        ("The two militias went at each other all night.", True),
        ("Gunmen opened up on a minibus.", True),
        ("He was cut down by men in a car.", True),
        ("Drones dealt with the berths in the port.", True),
        ("Police prevented an attack on a synagogue.", True),
        ("Troops resorted to shelling on forward posts.", True),
        ("The army delivered a massive strike on depots.", True),
        ("Officials reported damage to a substation and a school.", True),
        ("Jets made three runs on the town.", True),
        ("Three rockets splashed down close to a platform.", True),
        ("A pair of drones smashed a mill.", True),
        ("The rebels laid it, sappers say.", True),
        ("Tribesmen suspect the United States.", True),
        ("A car smashed into a wall.", False),
        ("A truce was hammered out at night.", False),
        ("The two sides struck an agreement.", False),
        ("The resistance has struck back.", False),
        ("They mean to take no prisoners.", False),
        ("Masked robbers shot a guard in the leg.", False),
        ("A man was stabbed to death over a debt.", False),
        ("From whatever hill a bullet is fired at us, we shall answer.", False),
        ("Guests let off volleys into the air.", False),
        ("Hackers bombarded the website with requests.", False),
        ("The council cut down its budget.", False),
        ("The army turned the talks into a farce.", False),
        ("The drones were jammed before they reached the clinic.", True),
        ("The bus drove over a bridge.", False),
        ("The fighters took 60 shells from a depot.", False),
        ("The fire caused damage to a school.", False),
        ("Butter prices exploded to a record.", False),
        ("Freight rates sank by nine percent.", False),
        ("Delegates entered the village of Tamba.", False),
        ("The strike of tram drivers went into its third day.", False),
        ("A bus strike hit Dakar on Monday.", False),
        ("Teachers were on strike again and burned with anger.", False),
        ("The ministry is engaging the help of the envoy.", False),
        ("The purpose is not to attack the army, he said.", False),
        ("“To abduct a priest is not war,” the bishop said.", False),
        ("The two states are fighting drug trafficking.", False),
        ("Two helicopters were sent to the area.", False),
        ("Police seized a pistol and two rifles.", False),
        ("The most seriously injured have been flown to Goma.", False),
        ("Shopkeepers boarded up their windows.", False),
        ("Waves battered the sea wall.", False),
        ("The clocks struck nine.", False),
        ("Anyone who attacked a post would be shot at, he said.", False),
        ("Nine people were killed.", False),
        ("Twenty men were wounded, doctors said.", False),
        ("The minister condemned the attack.", False),
        ("He said the war would end soon.", False),
        ("About 2,500 American troops are based there.", False),
        ("The airport reopened on Monday.", False),
        ("The army launched an investigation.", False),
        ("The company launched a new phone.", False),
        ("The two sides agreed to a ceasefire.", False),
        ("The envoy called for talks on the strikes.", False),
        ("The army has drones and missiles.", False),
    ],
)
def test_tells_a_deed(text, told):
    """An act that was done is told; its dead, its condemnation, plans and the weapons one has are not."""
    assert tells_a_deed(text) is told


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and every span is a stretch of it."""
    assert all(0 <= start < end <= len(text) for start, end in find_agents(text))
    assert tells_a_deed(text) in {True, False}


@given(
    st.lists(
        st.sampled_from(
            "the army its drones it said they from stepped shelled was hit by of and , who “ ” ( ) behind US's".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order."""
    text = " ".join(words)
    assert all(text[start:end].strip() for start, end in find_agents(text))
