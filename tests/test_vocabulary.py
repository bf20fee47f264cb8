"""Words by subject, and what they make of an article."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.plausibility import Setting
from conflictsum.topic import conflict_odds
from conflictsum.vocabulary import VOCABULARY, found_words, kinds

PAGE = (
    "Robbers shot a jeweller dead in his shop in Dori on Friday, police said.\n\n"
    "Rebels attacked an army post near Dori. Two soldiers were killed."
)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The driver lost control and the bus overturned.", "accident"),
        ("A gas leak in the kitchen caused the explosion.", "accident"),
        ("Muggers stabbed a student for his phone.", "private"),
        ("Two brothers were hacked to death over a plot of land.", "private"),
        ("Guests at a wedding fired into the air.", "private"),
        ("The jury found the defendant guilty.", "court"),
        ("According to the scenario, the blue forces free the captives.", "drill"),
        ("The striker fired the ball past the goalkeeper.", "sport"),
        ("The novelist signed copies at the museum.", "arts"),
        ("Hackers put malware on the servers.", "cyber"),
        ("Veterans laid wreaths at the memorial.", "memory"),
        ("Shares fell as investors sold steelmakers.", "trade"),
        ("A bus plunged into a gorge after its brakes failed.", "accident"),
        ("Careless handling of chemicals stored in the boiler room caused the blast.", "accident"),
        ("A teenager stabbed his classmate, and a psychiatric report is awaited.", "crime"),
        ("A man shot his estranged wife over a family dispute.", "private"),
        ("The thieves blew open a cash machine and fled with the money.", "private"),
        ("Floods struck three provinces after torrential rain.", "nature"),
        ("Aftershocks of magnitude 5 shook the town.", "nature"),
        ("Cholera has infected hundreds since the outbreak.", "life"),
        ("A crocodile killed a bather; wildlife rangers shot it.", "life"),
        ("Dockers walked off the job, the union leader said.", "labour"),
        ("The ministry signed a contract for 40 tanks, with delivery in 2028.", "arms"),
        ("The army test-fired a missile into the sea.", "drill"),
        ("The grandmaster attacked on the kingside.", "sport"),
        ("The opposition won the by-election on a turnout of a third.", "politics"),
    ],
)
def test_words_show_the_subject(text, subject):
    """The subject that a sentence is about has the most of its words."""
    found = kinds(text)
    assert max(VOCABULARY, key=found.__getitem__) == subject


def test_words_are_counted_as_often_as_they_stand_and_kinds_once():
    """Three trials are three words of one kind."""
    text = "The trial began. No trial is like this trial."
    assert (found_words("court", text), kinds(text)["court"]) == (("trial", "trial", "trial"), 1)


def test_a_record_is_judged_by_its_own_paragraph():
    """A page of several items is of no one subject: robbers in one do not touch the rebels in the next."""
    article = Article(PAGE, published=dt.date(2025, 3, 10))
    setting = Setting(0.0, frozenset(), article)
    robbery, raid, toll = (setting.features([sentence.evidence]) for sentence in article.sentences)
    assert (robbery["private_here"] > 0, raid["private_near"], toll["private_near"]) == (True, 0, 0)
    assert (raid["war_here"] > 0, toll["war_near"] > toll["war_here"]) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        (
            "The frigate fired two missiles at a floating target in the live-fire part of the exercise. According to the "
            "scenario, pirates hold nine hostages, and the blue forces free them. The drill ends on Friday."
        ),
        (
            "Robbers gunned down a trader in a hold-up in Dori. The thieves made off with his wallet. In another part of "
            "the town a man was stabbed by his brother-in-law in a quarrel over a debt."
        ),
        (
            "The boiler exploded in the dyeing unit, killing nine. An electrical fault or negligence caused the accident, "
            "the labour ministry said. Four others died of burns."
        ),
    ],
    ids=["drill", "crime", "accident"],
)
def test_what_looks_like_war_is_less_likely_to_be_war(text):
    """Beside a raid told in as many words."""
    raid = (
        "Rebels attacked an army post near Dori, killing two soldiers. The troops fired artillery at the fighters, "
        "and an air strike hit their camp. Civilians fled the shelling, the defence ministry said."
    )
    assert conflict_odds(Article(text)) < 0 < conflict_odds(Article(raid))


@pytest.mark.parametrize(
    ("text", "is_drill"),
    [
        (
            "The navies began their exercise on Monday. In the scenario, pirates seize a ferry. Umpires count hits.",
            True,
        ),
        ("Rebels attacked an army post. The army had held an exercise there in May.", False),
    ],
)
def test_an_article_with_many_words_of_exercises_is_about_one(text, is_drill):
    """One mention of an exercise does not make an article one."""
    article = Article(text)
    found = Setting(0.0, frozenset(), article).features([article.sentences[0].evidence])
    assert ("drill_article" in found) is is_drill
