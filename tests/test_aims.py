"""Whom words are aimed at."""

from __future__ import annotations

import pytest

from conflictsum.resolve.aims import find_aim, is_mutual


@pytest.mark.parametrize(
    ("text", "act", "whom"),
    [
        # the object of the verb
        ("Chad accused Mali of the raid.", "accuse", "Mali"),
        # who does what is said
        ("The army said Mali was funding the rebels.", "accuse", "Mali"),
        ("The army told reporters that Mali had fired first.", "accuse", "Mali"),
        ("Mali, she charged, was arming them.", "accuse", "Mali"),
        ("The army said it had been provoked.", "accuse", None),
        ("The front said Mali would pay a heavy price.", "threaten", "Mali"),
        # whose charge is denied, with whom nobody will talk
        ("The army rejected Mali’s allegations as baseless.", "deny", "Mali"),
        ("Chad denied the United Nations’ report.", "deny", "United Nations"),
        ("The junta ruled out talks with the Lake Front.", "reject", "Lake Front"),
        ("The army denied it.", "deny", None),
        # in a quotation
        ("“We urge Mali to stop,” the ministry said.", "urge", "Mali"),
    ],
)
def test_aims(text, act, whom):
    """The object of the verb of speech, else who does or suffers what is said (codebook P7)."""
    assert find_aim(text, act) == whom


@pytest.mark.parametrize(
    ("text", "mutual"),
    [
        ("Chad and Mali accused each other of the raid.", True),
        ("The two sides traded accusations.", True),
        ("Chad accused Mali of the raid.", False),
    ],
)
def test_mutual_acts(text, mutual):
    """Two sides that do the same to each other are told from one that does it to the other."""
    assert is_mutual(text) is mutual
