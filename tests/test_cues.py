"""What single words settle."""

from __future__ import annotations

import pytest

from conflictsum.resolve.cues import acts_in, group_in, is_recalled, medium_in, method_in, repeated_in, status_in


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
        ("Commandos stormed the hospital.", "raid"),
        ("Militants ambushed a convoy.", "ground_assault"),
        ("The tanker was hijacked off Eyl.", "hijacking"),
        ("The general was assassinated.", "assassination"),
        ("The town came under attack.", "unspecified"),
    ],
)
def test_methods(text, method):
    """The most telling word decides; "attack" tells nothing."""
    assert method_in(text) == method


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army shelled the town.", "reported"),
        ("Air defences shot down nine drones.", "intercepted"),
        ("The frigate intercepted a missile.", "intercepted"),
        ("Police foiled a bombing.", "attempted"),
        ("The group claimed responsibility for the blast.", "claimed"),
        ("The army denied shelling the town.", "denied"),
        ("Villagers accused the army of shelling them.", "alleged"),
        ("The group threatened to attack the port.", "threatened"),
        ("They vowed to strike again.", "threatened"),
    ],
)
def test_statuses(text, status):
    """Words that stop, doubt or only announce an act; without them it is reported."""
    assert status_in(text) == status


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The minister condemned the shelling.", "condemn"),
        ("He accused Mali of the raid.", "accuse"),
        ("The army denied it.", "deny"),
        ("The group claimed responsibility.", "claim_responsibility"),
        ("She warned that more would follow.", "warn"),
        ("The envoy urged both sides to stop.", "urge"),
        ("The president called for a ceasefire.", "urge"),
        ("They demanded the release of prisoners.", "demand"),
        ("The movement hailed the fighters.", "praise"),
        ("He threatened to close the strait.", "threaten"),
        ("The council rejected the plan.", "reject"),
        ("The junta agreed to a truce.", "agree"),
        ("The ministry announced a new offensive.", "announce"),
        ("The strikes were in response to the raid.", "justify"),
        ("The raid was a war crime, she said.", "condemn"),
        ("The governor said the rebels were responsible for the blast.", "accuse"),
        ("Whoever did this will be punished, he said.", "threaten"),
        ("He asked his neighbours for air defences.", "urge"),
        ("The depot was a legitimate target, it said.", "justify"),
    ],
)
def test_acts(text, act):
    """The verb of speech names the act."""
    assert acts_in(text)[0] == act


def test_acts_without_a_telling_verb():
    """Plain saying suggests nothing."""
    assert acts_in("The army said its jets flew at dawn.") == []


@pytest.mark.parametrize(
    ("victims", "group"),
    [
        ("four soldiers", "military"),
        ("two militants", "militant"),
        ("nine villagers", "civilian"),
        ("three police officers", "police"),
        ("a journalist", "journalist"),
        ("two aid workers", "aid_worker"),
        ("five soldiers and two civilians", "mixed"),
        ("four other people", "unknown"),
        ("US personnel", "military"),
    ],
)
def test_groups(victims, group):
    """The words for the people decide, and "people" is unknown."""
    assert group_in(victims) == group


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("he said in a post on X that it would go on", "in a post on X"),
        ("the army said in a statement", "in a statement"),
        ("she told a news conference", None),
        ("he said in a televised speech on Friday", "in a televised speech"),
        ("the group said on its Telegram channel", "on its Telegram channel"),
        ("he said on X on Monday", "on X"),
        ("he said on Monday", None),
    ],
)
def test_media(text, medium):
    """Where something was said, as written."""
    assert medium_in(text) == medium


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("The base has been attacked about 40 times since May.", "about 40", "times"),
        ("Over the past week there were dozens of air strikes.", "dozens", "air strikes"),
        ("The army carried out more than 300 strikes since January.", "more than 300", "strikes"),
        ("Two strikes hit the town on Friday.", None, None),
        ("Three attacks hit the town on Friday.", None, None),
        ("At least 20 drone attacks have hit the region since 2 March.", "At least 20", "drone attacks"),
    ],
)
def test_repeated(text, count, unit):
    """Many events over a span of time are an aggregate; several strikes of one day are not."""
    found = repeated_in(text)
    if count is None:
        assert found is None
    else:
        assert found is not None
        assert (found.count, found.unit) == (count, unit)


@pytest.mark.parametrize(
    ("text", "recalled"),
    [
        ("The town was shelled on Friday.", False),
        ("Last month gunmen killed nine there.", True),
        ("An attack two weeks ago killed nine.", True),
        ("The base has been attacked 40 times since May.", True),
    ],
)
def test_recalled(text, recalled):
    """Words that date an act before the news at hand."""
    assert is_recalled(text) == recalled
