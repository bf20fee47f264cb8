"""What single words settle."""

from __future__ import annotations

import pytest

from conflictsum.resolve.cues import is_recalled, medium_in, repeated_in


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("he said in a post on X that it would go on", "in a post on X"),
        ("the army said in a statement", "in a statement"),
        ("she told a news conference", "told a news conference"),
        ("he told reporters that it would go on", "told reporters"),
        ("he told the council that it would go on", None),
        ("he told the Post by telephone", "by telephone"),
        ("the group said in an e-mail", "in an e-mail"),
        ("“We read it in a letter,” she said", None),
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
        ("The hospital was hit on 41 occasions between May and July.", "41", "occasions"),
        ("It has been shelled six times this year.", "six", "times"),
        ("The road has been mined about thirty times since the truce.", "about thirty", "times"),
        ("The movement has attacked 17 merchant ships since October.", "17", "merchant ships"),
        ("Militiamen burned a dozen villages in March.", "a dozen", "villages"),
        ("The centre counts 23 shootings this year.", "23", "shootings"),
        ("Four attacks on convoys were recorded during the past month.", "Four", "attacks"),
        ("The army carried out three raids since Friday.", None, None),
        ("Troops fired four times.", None, None),
        ("More than 60 people have been killed in attacks since May.", None, None),
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
        ("The town has been under fire since dawn.", False),
        ("Two people died after a drone hit their car.", False),
        ("Five houses have been burned.", False),
    ],
)
def test_recalled(text, recalled):
    """Words that date an act before the news at hand."""
    assert is_recalled(text) == recalled
