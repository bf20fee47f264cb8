"""Acts of armed force."""

from __future__ import annotations

import pytest

from conflictsum.armed_acts import actors_in, armed_deeds
from conflictsum.article import Article
from conflictsum.topic import features


@pytest.mark.parametrize(
    ("text", "armed", "other"),
    [
        ("Gunmen shot two teachers dead.", 1, 0),
        ("A missile hit a school in the town.", 1, 0),
        ("The Israeli army bombed a bridge.", 1, 0),
        ("Boko Haram fighters burned three villages.", 1, 0),
        ("A pupil stabbed a teacher.", 0, 1),
        ("A pack of dogs attacked two girls.", 0, 1),
        ("Two soldiers went home.", 0, 0),
    ],
)
def test_deeds_are_told_apart_by_who_does_them(text, armed, other):
    """Armed people and weapons of war, and everybody else who acts."""
    assert armed_deeds(text) == (armed, other)


@pytest.mark.parametrize(
    ("text", "forces"),
    [
        ("The Israeli army met the Houthis.", [True, True]),
        ("Kenyan police met the Kenyan government.", [False, False]),
    ],
)
def test_actors_are_forces_or_authorities(text, forces):
    """Police and ministries stand in every newspaper, armies and armed groups do not."""
    assert list(actors_in(text)) == forces


def test_an_article_shows_in_its_lead_who_acts():
    """An armed act far down does not make the lead one of war."""
    tail = "The mayor opened a bridge. It is long. It is wide. It is red. Gunmen shot a guard there in May."
    found = features(Article(tail))
    assert (found["lead_armed"], found["armed_deeds"] > 0) == (0.0, True)
    assert features(Article("Gunmen shot a guard dead. The mayor opened a bridge."))["lead_armed"] == 1.0
