"""The doer is found over the words that describe it, and over other verbs that it shares."""

from __future__ import annotations

import pytest

from conflictsum.resolve.agents import find_agents
from conflictsum.resolve.targets import find_targets


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Fighters loyal to the former governor burned down a depot in Sarrin.", "Fighters"),
        ("Gunmen who had come from across the lake attacked a herders' camp.", "Gunmen"),
        ("Youths thought to belong to a rival clan raided a farm near Lirab.", "Youths"),
        ("Youths suspected to have come from Lirab raided a farm.", "Youths"),
        ("Insurgents fighting to topple the council stormed a barracks.", "Insurgents"),
        ("Snipers hidden in a bell tower shot three porters.", "Snipers"),
        ("Bandits operating in the Kaya forest abducted nine drivers.", "Bandits"),
        ("Coastal forces backed by jets and howitzers killed six smugglers.", "Coastal forces"),
        ("Militants believed to be from the Azure Guards stormed a mill.", "Militants"),
        ("Raiders posing as pilgrims seized a bus.", "Raiders"),
        ("Separatists demanding a state called Ostland burned a school.", "Separatists"),
        ("Troops trying to break through near Sarrin shelled a bridge.", "Troops"),
        ("Rebels entered the town at dawn, looted shops, torched a court and kidnapped a judge.", "Rebels"),
        ("In the eastern province of Lirab, masked men blocked a road, torched two lorries and fled.", "masked men"),
        ("Rebels raided the village, its chief said, burned six huts and left.", "Rebels"),
        (
            "Soldiers belonging to the ninth battalion, accused by villagers of looting, opened fire on a market.",
            "Soldiers",
        ),
        ("Dozens of settlers, some of them masked, attacked a hamlet.", "settlers"),
        ("Guards neither confirmed nor denied it, but rebels shelled the post.", "rebels"),
    ],
)
def test_words_after_the_doer_are_passed_over(text, doer):
    """Participles, relative clauses and other verbs of the same subject do not hide who did it."""
    start, end = find_agents(text)[0]
    assert text[start:end] == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The army said rebels loyal to Orsun burned a mill.", "rebels"),
        ("Reports indicate gunmen stormed a chapel.", "gunmen"),
        ("The blast came hours after rebels seized the airport.", "rebels"),
        ("Troops searched huts in Sarrin and gunmen killed three farmers.", "gunmen"),
        ("Fires were burning as rebels hit a post.", "rebels"),
    ],
)
def test_another_clause_has_its_own_doer(text, doer):
    """Speech, "after", "as" and "and" with a new subject open a clause."""
    start, end = find_agents(text)[0]
    assert text[start:end] == doer


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A ferry packed with families trying to reach the island of Orb came under fire.", "ferry"),
        ("A clinic run by Nurses Without Walls in Sarrin was bombed by jets.", "clinic"),
        ("The patrol boats attacked, boarded or held 14 trawlers.", "trawlers"),
    ],
)
def test_words_after_the_target_are_passed_over(text, target):
    """What was hit is the noun described; several verbs may share what they hit."""
    start, end = find_targets(text)[0]
    assert text[start:end] == target
