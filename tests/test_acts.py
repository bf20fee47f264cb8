"""What is done by speaking."""

from __future__ import annotations

import pytest

from conflictsum.resolve.acts import acts_in


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
        # other verbs of the family
        ("The front complained that shells had burst in its camp.", "accuse"),
        ("The bishop lamented the silence of the capital.", "condemn"),
        ("The union expressed its outrage at the raid.", "condemn"),
        ("It referred to the bombing of the market as “collective punishment”.", "condemn"),
        ("The mayor reminded the army that clinics must be spared.", "urge"),
        ("Chad advised against travel to the town.", "warn"),
        ("The junta ruled out talks.", "reject"),
        ("The spokesman dismissed the remark as an old song.", "deny"),
        ("The ministry offered no proof.", None),
        ("The staff offered a lower figure.", None),
        ("The front offered talks.", "offer"),
        ("The front said it was ready for talks.", "offer"),
        ("The alliance begs to differ.", "deny"),
        ("A doctor who asked not to be named said it was quiet.", None),
        ("The mayor said the gang had demanded a ransom of 5 million.", None),
        ("The ministry defended its decision to shell the port.", "justify"),
        ("The army gave the Lake Front 48 hours to leave.", "demand"),
        ("Chad reserves the right to answer, she said.", "threaten"),
        ("The minister said the army was ready to resume the war.", "threaten"),
        ("An aide told the council that Kabul did not shelter militants.", "deny"),
        ("The office is deeply appalled by the killing of its staff.", "condemn"),
        ("The minister said the siege could no longer be justified.", "condemn"),
        ("The port will not negotiate with the hijackers, he said.", "reject"),
        ("“They are deliberately striking clinics,” he wrote.", "accuse"),
        # what is said, after a verb that names no act
        ("The navy said it would target any ship in the strait.", "threaten"),
        ("The minister said the air force would keep pounding the hideouts.", "threaten"),
        ("The staff said ships of the firm would be targeted.", "threaten"),
        ("Their days are numbered, he said.", "threaten"),
        ("The drive will go on until the last of them surrenders, he said.", "threaten"),
        ("The army said Chad was funding the rebels.", "accuse"),
        ("The army said the rebels had fired first.", "accuse"),
        ("According to the army, the rebels were using the school as a depot.", "accuse"),
        ("The ministry said it had evidence of a plot.", "accuse"),
        ("The capital says it does not target civilians.", "deny"),
        ("The ministry said the report was false.", "deny"),
        ("“At no time was the camp taken,” he said.", "deny"),
        ("“Such raids are unacceptable,” she said.", "condemn"),
        ("“This is pure terrorism,” he wrote.", "condemn"),
        ("The ministry said tankers were fair targets.", "justify"),
        ("The capital says the raids are meant to stop the convoys.", "justify"),
        ("He called for calm and restraint.", "urge"),
        ("The army said it had sent ships to the strait.", "announce"),
        ("Niger closed the border, saying it would reopen it in May.", "announce"),
        ("Officials said rescuers had reached the mine.", None),
        ("The mission said three shells had hit the market.", None),
    ],
)
def test_acts(text, act):
    """The verb of speech names the act, else the words quoted; the stronger of two goes first."""
    assert next(iter(acts_in(text)), None) == act


def test_acts_without_a_telling_verb():
    """Plain saying suggests nothing."""
    assert acts_in("The army said its jets flew at dawn.") == []
