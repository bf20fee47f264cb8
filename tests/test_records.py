"""From copied words to dates, places, actors and counts, by the codebook's rules."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.grounding import ground
from conflictsum.resolve.records import file_as, resolve
from conflictsum.schema import Attack, Strike
from tests.drafts import casualty, draft, event, statement

TEXT = (
    "The Turkish army shelled Afrin on Tuesday. It followed a larger round of shelling a day earlier. "
    "Rebels had attacked its posts about 40 times since December. "
    "The shelling killed Colonel Adnan Bey and two drivers, and hostages died. "
    "Rebels took Afrin in 2018. Last month a drone struck the town, the Turkish government said."
)
ARTICLE = Article(TEXT, published=dt.date(2024, 1, 24))


def resolved(*records, article=ARTICLE):
    return resolve(ground(draft(*records), article), article)


@pytest.mark.parametrize(
    ("kind", "perpetrator", "method", "filed"),
    [
        ("strike", "state_forces", "air", "strike"),
        ("attack", "state_forces", "drone", "strike"),
        ("attack", "coalition", "naval", "strike"),
        ("strike", "state_forces", "raid", "attack"),
        ("strike", "government", "assassination", "attack"),
        ("strike", "militia", "missile", "attack"),
        ("strike", "rebel", "drone", "attack"),
        ("strike", "terrorist_designated", "rocket", "attack"),
        ("strike", "separatist", "artillery", "attack"),
        ("strike", "police", "shooting", "attack"),
        ("strike", "unknown", "air", "strike"),
        ("attack", "unknown", "air", "attack"),
        ("strike", "state_forces", "unspecified", "strike"),
        ("attack", "state_forces", "unspecified", "attack"),
        ("strike", "state_forces", "bombing", "strike"),
        ("attack", "state_forces", "bombing", "attack"),
    ],
)
def test_strike_or_attack(kind, perpetrator, method, filed):
    """Codebook: stand-off force by states is a strike; all else, and all by non-state actors, is an attack."""
    assert file_as(kind, perpetrator, method) == filed


@pytest.mark.parametrize(
    ("method", "kind"),
    [("air", Strike), ("naval", Strike), ("drone", Attack), ("missile", Attack), ("raid", Attack)],
)
def test_an_act_of_nobody_is_an_attack_unless_aircraft_imply_a_state(method, kind):
    """Codebook E3: named or implied; unknown groups have drones and missiles, but no warplanes and warships."""
    (item,) = resolved(event("a drone struck the town", kind="strike", method=method, sentences=[6])).events
    assert type(item.event) is kind
    assert item.event.method == method


def test_an_attack_from_the_air_has_a_method_that_attacks_can_have():
    """A militia's bombs from the air are an attack, by bombing."""
    (item,) = resolved(
        event("Rebels took Afrin", perpetrator="Rebels", perpetrator_kind="rebel", method="air", sentences=[5])
    ).events
    assert isinstance(item.event, Attack)
    assert item.event.method == "bombing"


def test_dates_count_from_publication_and_from_the_event_told_beside():
    """Tuesday is the last one before publication; "a day earlier" is a day before the event of that sentence."""
    first, second = resolved(
        event(
            "The Turkish army shelled Afrin on Tuesday",
            sentences=[1, 2],
            perpetrator="Turkish army",
            method="artillery",
            when="on Tuesday",
        ),
        event(
            "a larger round of shelling a day earlier", sentences=[2], perpetrator="Turkish army", when="a day earlier"
        ),
    ).events
    assert isinstance(first.event, Strike)
    assert first.event.when.start == dt.date(2024, 1, 23)
    assert second.event.when.start == dt.date(2024, 1, 22)
    assert second.event.when.basis == "relative_to_event"


def test_an_event_is_no_anchor_of_itself():
    """ "A day earlier", where nothing else in the article is dated, stays unresolved, its words kept."""
    article = Article("Shells fell on Afrin a day earlier. The town was quiet.", published=dt.date(2024, 1, 24))
    (item,) = resolved(event("Shells fell on Afrin a day earlier", when="a day earlier"), article=article).events
    assert (item.event.when.start, item.event.when.text) == (None, "a day earlier")


@pytest.mark.parametrize(
    ("text", "when", "start", "end"),
    [
        ("The army moved on Monday. Shells fell on Afrin at dawn.", "at dawn", 22, 22),
        ("The army moved on Monday. Shells fell on Afrin at 8.20am.", "at 8.20am", 22, 22),
        (
            "The truce broke on Monday night. Shells fell on Afrin shortly after sunrise.",
            "shortly after sunrise",
            23,
            23,
        ),
        ("Police on Tuesday named two men, killed a day earlier in Afrin.", "a day earlier", 22, 22),
        ("A militia formed on 3 May 2019. Shells fell on Afrin at dawn.", "at dawn", None, None),
        ("A ceasefire starts on 30 January. Shells fell on Afrin two days later.", "two days later", None, None),
        ("07:10 Shots in Afrin.\n\n09:30 Shells fell on Afrin before sunrise.", "before sunrise", 24, 24),
    ],
    ids=[
        "part of the day",
        "clock time",
        "morning after a night",
        "own sentence",
        "long ago",
        "after publication",
        "blog",
    ],
)
def test_what_names_no_day_is_of_the_day_last_named(text, when, start, end):
    """Codebook F4; the day of a live blog is that of its publication, and nothing is dated after publication."""
    article = Article(text, published=dt.date(2024, 1, 24))
    words = article.sentences[-1]
    (item,) = resolved(event(words.text, sentences=[words.number], when=when), article=article).events
    days = [day and day.day for day in (item.event.when.start, item.event.when.end)]
    assert days == [start, end]


def test_the_same_night_is_all_of_it():
    """A night told as two days stays two days."""
    article = Article("Drones hit Afrin overnight. Shells fell on Azaz the same night.", published=dt.date(2024, 1, 24))
    _, second = resolved(
        event("Drones hit Afrin overnight", when="overnight", target="Afrin"),
        event("Shells fell on Azaz the same night", sentences=[2], when="the same night", target="Azaz"),
        article=article,
    ).events
    assert (second.event.when.start, second.event.when.end) == (dt.date(2024, 1, 23), dt.date(2024, 1, 24))


def test_an_aggregate_has_its_window():
    """Count, unit and the days from the start of December to publication."""
    (item,) = resolved(
        event(
            "Rebels had attacked its posts about 40 times",
            sentences=[3],
            kind="attack",
            novelty="background",
            perpetrator="Rebels",
            perpetrator_kind="rebel",
            when="since December",
            aggregate_count="about 40",
            aggregate_unit="times",
        )
    ).events
    aggregate = item.event.aggregate
    assert (aggregate.count.min, aggregate.count.max, aggregate.count.approximate) == (40, 40, True)
    assert (aggregate.unit, aggregate.start, aggregate.end) == ("times", dt.date(2023, 12, 1), dt.date(2024, 1, 24))


def test_history_of_more_than_a_year_is_dropped_with_its_casualties():
    """Background that ended more than a year before publication is not recorded, and says so."""
    result = resolved(
        event("Rebels took Afrin in 2018", sentences=[5], kind="attack", novelty="background", when="in 2018"),
        casualty("The shelling killed Colonel Adnan Bey", sentences=[4], event=1, killed="two"),
    )
    assert result.events == ()
    assert result.casualties == ()
    assert [item.reason for item in result.dropped] == [
        "history of more than a year before publication is not recorded"
    ]


def test_without_publication_nothing_is_history_and_relative_dates_stay_open():
    """Honest nulls: text kept, start null."""
    article = Article(TEXT)
    result = resolved(
        event("Rebels took Afrin in 2018", sentences=[5], novelty="background", when="in 2018"),
        event("a drone struck the town", sentences=[6], novelty="background", when="Last month"),
        article=article,
    )
    assert [item.event.when.start for item in result.events] == [dt.date(2018, 1, 1), None]
    assert result.dropped == ()


@pytest.mark.parametrize(
    ("killed", "bounds", "computed"),
    [
        ("two drivers", (2, 2), False),
        ("Colonel Adnan Bey", (1, 1), True),
        ("hostages", (None, None), False),
    ],
)
def test_people_are_counted(killed, bounds, computed):
    """Written numbers are read; one named person is 1, marked computed; people without a number have no bounds."""
    ((report, number),) = resolved(casualty("The shelling killed", sentences=[4], killed=killed)).casualties
    assert (report.killed.min, report.killed.max) == bounds
    assert report.killed.computed is computed
    assert number is None


def test_a_speaker_takes_the_kind_of_the_body_spoken_for():
    """A person without a kind of their own is coded as what they speak for."""
    (record,) = resolved(
        statement(
            "the Turkish government said",
            sentences=[6],
            speaker="Adnan Bey",
            affiliation="Turkish government",
            when="Last month",
        )
    ).statements
    assert (record.speaker.kind, record.speaker.country) == ("government", "TR")
    assert record.when.start == dt.date(2023, 12, 1)


def test_a_surname_gets_the_full_name():
    """ "Said" alone is the "Omar Said" who speaks elsewhere in the article; another surname stays as it is."""
    article = Article("General Omar Said spoke. Said warned them. Bey agreed.")
    first, second, third = resolved(
        statement("General Omar Said spoke", sentences=[1], speaker="Omar Said"),
        statement("Said warned them", sentences=[2], speaker="Said"),
        statement("Bey agreed", sentences=[3], speaker="Bey"),
        article=article,
    ).statements
    assert [(item.speaker.name, item.speaker.text) for item in (first, second, third)] == [
        ("Omar Said", "Omar Said"),
        ("Omar Said", "Said"),
        ("Bey", "Bey"),
    ]


def test_a_country_stands_in_for_a_place():
    """Where only the country is named, it is the place."""
    article = Article("The army shelled posts in Niger.")
    (item,) = resolved(event("The army shelled posts", country="Niger"), article=article).events
    assert (item.event.place.name, item.event.place.country) == ("Niger", "NE")
