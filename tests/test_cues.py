"""What single words settle."""

from __future__ import annotations

import pytest

from conflictsum.resolve.cues import acts_in, is_recalled, medium_in, repeated_in


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
        # the reporter's verb before the words quoted, the verb that stands first before others
        ("He denied it: “They blame us for every crime against them.”", "deny"),
        ("The embassy dismissed the accusation.", "deny"),
        ("The group said it was behind the raid.", "claim_responsibility"),
        ("The group claimed the attack.", "claim_responsibility"),
        ("The mayor called it a flagrant violation of international law.", "condemn"),
        # the stronger of two acts (P5)
        ("He warned that the town would be punished.", "threaten"),
        ("She urged them to leave and demanded an answer.", "demand"),
        # a quotation alone
        ("“No soldier of ours was there,” he said.", "deny"),
        ("“We did not fire first,” he said.", "deny"),
        ("“They sleep while we dig,” he said.", "accuse"),
        ("“We shall hunt them down,” he said.", "threaten"),
        ("Chad called the report “baseless”.", "deny"),
        # what is rejected settles whether it is a fact or a wish (P5)
        ("The army trashed the charge as fiction.", "deny"),
        ("The army rejected the offer.", "reject"),
        # what is called names is judged
        ("She called the raid “a wound to every town in the land”.", "condemn"),
        ("It called the killing a cold-blooded murder.", "condemn"),
        # "should" and "slam" in their other senses
        ("Should the army come back, the town will be flattened, he said.", "threaten"),
        ("He said that it was Chad that had sent the drone.", "accuse"),
        ("The ministry called the raid a response to the bombing.", "justify"),
        ("She said the killers will not be forgiven.", "threaten"),
        ("The governor welcomed the truce.", "praise"),
    ],
)
def test_acts(text, act):
    """The verb of speech names the act, else the words quoted; the stronger of two goes first."""
    assert acts_in(text)[0] == act


def test_acts_without_a_telling_verb():
    """Plain saying suggests nothing."""
    assert acts_in("The army said its jets flew at dawn.") == []


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
