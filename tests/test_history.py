"""What an article recalls from more than a year before its publication is not recorded (codebook S4)."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.grounding import ground
from conflictsum.history import without_history
from conflictsum.resolve.records import resolve
from tests.drafts import casualty, draft, event, statement

PUBLISHED = dt.date(2025, 6, 10)


def kept(text, published=PUBLISHED):
    """The sentences of an article, by number, whose act is not of long ago."""
    article = Article(text, published=published)
    events = [event(sentence.text, sentences=[sentence.number]) for sentence in article.sentences]
    found = without_history(resolve(ground(draft(*events), article), article), article)
    assert len(found.dropped) == len(events) - len(found.events)
    return [article.sentence_at(item.event.evidence[0].start).number for item in found.events]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In 1990 rebels shelled Dori. They burned the mill. A bridge was blown up.", []),
        ("In March 2019 rebels shelled Dori. On Sunday they shelled it again. They burned the mill.", [2, 3]),
        ("In 2019 rebels shelled Dori. Now drones have hit the mill.", [2]),
        ("In 2019 rebels shelled Dori.\n\nDrones hit the mill.", [2]),
        ("Troops took Dori in 2019. The next year they shelled Kaya.", []),
        ("Troops took Dori in 2019.\n\nThat summer rebels shelled Kaya.", []),
        ("Troops took Dori in 2019.\n\nThe next day rebels shelled Kaya.", [2]),
        ("Two decades ago rebels shelled Dori. They burned the mill.", []),
        ("In the 1980s rebels shelled Dori.", []),
        ("In August 2024 rebels shelled Dori.", [1]),
        ("Since 2019 rebels have shelled Dori.", [1]),
        ("The militia, formed in 2012, shelled Dori. It burned the mill.", [1, 2]),
        ("The party that lost the election of 2012 says that rebels shelled Dori.", [1]),
        ("Rebels shelled Dori, where a truce was signed in 2019.", [1]),
        ("The war began in 2019 and has cost 600 lives.", [1]),
        ("Photo: Dori, 3 May 2019\nRebels shelled Dori.", [2]),
        ("Witnesses said that in 2019 rebels shelled Dori.", []),
        ("The town fell in 2008, nine years after rebels had shelled it.", []),
    ],
)
def test_a_date_frames_what_follows_until_another_time_is_named(text, numbers):
    """It frames its own sentence, not one in which it dates only a clause or a noun."""
    assert kept(text) == numbers


@pytest.mark.parametrize(("year", "numbers"), [(1780, []), (2019, [1])])
def test_without_a_publication_date_only_old_history_is_known(year, numbers):
    """No article is news of the eighteenth century; whether 2019 is long ago is not known."""
    assert kept(f"In {year} rebels shelled Dori.", published=None) == numbers


@pytest.mark.parametrize(
    ("text", "killed", "left"),
    [
        ("Rebels took the town where nine people died in 2019.", "nine", 0),
        ("The war of 2006 in which nine people died began there.", "nine", 0),
        ("Rebels of a group formed in 2019 killed nine people.", "nine", 1),
        ("Nine people died in 2019.", "Nine", 0),
    ],
)
def test_the_dead_of_a_clause_are_of_its_time(text, killed, left):
    """The sentence may tell of now, and a clause in it of long ago."""
    article = Article(text, published=PUBLISHED)
    told = resolve(ground(draft(casualty(text, killed=killed)), article), article)
    assert len(without_history(told, article).casualties) == left


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        ("He left the army in 2019. “We will crush them,” said the general.", 2, 1),
        ("“We will crush them,” the general said in an interview in 2019.", 1, 0),
    ],
)
def test_only_what_was_said_long_ago_is_old(text, number, left):
    """What is said between recollections is said now."""
    article = Article(text, published=PUBLISHED)
    words = article.sentences[number - 1].text
    told = resolve(ground(draft(statement(words, sentences=[number], speaker="general")), article), article)
    assert len(without_history(told, article).statements) == left


@pytest.mark.parametrize(
    ("when", "text", "numbers"),
    [
        ("since May 2024", "It was the first raid since May 2024, when gunmen stormed the mill.", []),
        ("since 2010", "Not since 2010 had rebels shelled Dori.", []),
        ("since 1998", "Rebels have fought the army since 1998.", []),
        ("since the attacks of 2019", "It is years since the attacks of 2019.", []),
        ("since 2023", "Rebels who have held Kaya since 2023 shelled Dori.", [1]),
        ("since May", "It was the first raid since May, when gunmen stormed the mill.", [1]),
    ],
)
def test_what_happened_when_a_long_span_began_is_history(when, text, numbers):
    """ "Since" dates an act by its beginning where a clause on that day tells it, or where it only goes on."""
    article = Article(text, published=PUBLISHED)
    found = without_history(resolve(ground(draft(event(text, when=when)), article), article), article)
    assert [article.sentence_at(item.event.evidence[0].start).number for item in found.events] == numbers


@pytest.mark.parametrize(
    ("text", "fields", "events"),
    [
        ("A town marked the 2011 attack in which a gunman shot 60 campers.", {"perpetrator": "gunman"}, 0),
        ("Rebels, who in 2014 had seized the mill, shelled the town.", {"target": "mill"}, 0),
        ("Rebels, who in 2014 had seized the mill, shelled the town.", {"perpetrator": "Rebels", "target": "town"}, 1),
    ],
)
def test_a_clause_of_long_ago_tells_an_act_of_long_ago(text, fields, events):
    """Though the sentence tells of now, where all who are named in the act stand in the clause."""
    article = Article(text, published=PUBLISHED)
    found = without_history(resolve(ground(draft(event(text, **fields)), article), article), article)
    assert len(found.events) == events
