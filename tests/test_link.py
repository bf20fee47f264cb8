"""Records become one account."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.grounding import ground
from conflictsum.link import link
from conflictsum.resolve.records import resolve
from tests.drafts import casualty, draft, event, statement

ARTICLE = Article(
    "Turkish warplanes bombed a depot in Syria on Tuesday. The raid on the depot near Afrin began at dawn. "
    "Two guards were killed, a medic and a villager said. The army said five guards were killed. "
    "Warplanes bombed a bridge in Syria on Monday. “We will go on,” General Omar Said said. “Nobody stops us,” he added. "
    "Minister Ayla Er condemned the raid.",
    published=dt.date(2024, 1, 24),
)
RAID = {"perpetrator": "Turkish warplanes", "perpetrator_kind": "state_forces", "method": "air", "target": "a depot"}
FIRST = event(
    "Turkish warplanes bombed a depot", sentences=[1], **RAID, place="Syria", when="on Tuesday", novelty="background"
)
SECOND = event("The raid on the depot near Afrin", sentences=[2], **RAID, place="Afrin", country="Syria")
OTHER_DAY = event(
    "Warplanes bombed a bridge", sentences=[5], **{**RAID, "target": "a bridge"}, place="Syria", when="on Monday"
)
DEAD = {"victims": "guards", "killed": "Two", "event": 1, "sentences": [3]}


def linked(*records, article=ARTICLE):
    return link(resolve(ground(draft(*records), article), article), article)


def test_two_mentions_of_one_event_become_one():
    """Evidence lists both mentions; the more exact place, the known date and the newer novelty win."""
    (strike,) = linked(FIRST, SECOND).strikes
    assert [passage.text[:9] for passage in strike.evidence] == ["Turkish w", "The raid "]
    assert strike.place.name == "Afrin"
    assert strike.when.start == dt.date(2024, 1, 23)
    assert strike.novelty == "new"


def test_the_order_of_the_drafts_does_not_matter():
    """The same records in another order give the same account, ids included."""
    one = linked(FIRST, SECOND, OTHER_DAY)
    other = linked(OTHER_DAY, SECOND, FIRST)
    assert one == other


@pytest.mark.parametrize(
    "change",
    [
        {"when": "on Monday"},
        {"perpetrator": "General Omar Said", "perpetrator_kind": "rebel"},
        {"status": "intercepted"},
        {"munitions_used": "five"},
        {"aggregate_count": "five", "aggregate_unit": "guards"},
    ],
    ids=["date", "perpetrator", "status", "munitions", "aggregate"],
)
def test_events_that_contradict_each_other_stay_apart(change):
    """Another day, another perpetrator, an intercepted one, another count: two entries."""
    sentences = [1, 4, 5, 6]
    one = FIRST.model_copy(update={"munitions_used": "Two", "sentences": [1, 3]})
    other = event("Turkish warplanes bombed a depot", **{**RAID, "place": "Syria", "sentences": sentences, **change})
    result = linked(one, other)
    assert len(result.strikes) + len(result.attacks) == 2


def test_two_targets_on_two_days_are_two_events():
    """Separate times are separate entries."""
    assert len(linked(FIRST, OTHER_DAY).strikes) == 2


def test_casualties_follow_their_event_into_the_merged_one():
    """A report on the second mention belongs to the entry that both became."""
    result = linked(FIRST, SECOND, casualty("Two guards were killed", **{**DEAD, "event": 2}))
    assert result.casualties[0].event_id == result.strikes[0].id


def test_a_report_without_its_event_stays():
    """A number of an event that does not exist ties to nothing and loses nothing."""
    (report,) = linked(casualty("Two guards were killed", **{**DEAD, "event": 7})).casualties
    assert report.event_id is None


def test_two_sources_in_one_breath_are_one_report():
    """Same people, figure and sentence: one report with both sources."""
    result = linked(
        FIRST,
        casualty("Two guards were killed", **DEAD, sources=["a medic"]),
        casualty("Two guards were killed", **DEAD, sources=["a villager"]),
    )
    assert [[actor.text for actor in report.sources] for report in result.casualties] == [["a medic", "a villager"]]


def test_different_figures_are_different_claims():
    """Conflicting tolls stand side by side."""
    result = linked(
        FIRST,
        casualty("Two guards were killed", **DEAD, sources=["a medic"]),
        casualty("five guards were killed", **{**DEAD, "killed": "five", "sentences": [4]}, sources=["The army"]),
    )
    assert [report.killed.min for report in result.casualties] == [2, 5]


@pytest.mark.parametrize("giver", [[], ["officials"]])
def test_a_figure_without_a_source_is_that_of_the_source_named_later(giver):
    """What is told first of nobody, or of officials, and then with a name and the wounded is one report."""
    article = Article(
        "Turkish warplanes bombed a depot in Syria on Tuesday, killing two guards, officials said. "
        "A medic counted two guards dead and five hurt.",
        published=dt.date(2024, 1, 24),
    )
    brief = {**DEAD, "killed": "two", "sentences": [1], "sources": giver}
    full = {**DEAD, "killed": "two", "wounded": "five", "sentences": [2], "sources": ["A medic"]}
    (report,) = linked(
        FIRST, casualty("killing two guards", **brief), casualty("two guards dead", **full), article=article
    ).casualties
    assert (report.killed.min, report.wounded.min) == (2, 5)
    assert [actor.text for actor in report.sources] == ["A medic"]


def test_consecutive_remarks_with_one_act_are_one_statement():
    """Two quotes of one speaker in neighbouring sentences make one statement; another act or speaker does not join."""
    said = {"speaker": "General Omar Said", "act": "threaten"}
    result = linked(
        statement("We will go on", sentences=[6], quotes=["We will go on"], gist="They go on.", **said),
        statement("Nobody stops us", sentences=[7], quotes=["Nobody stops us"], gist="Nobody stops them.", **said),
        statement("Nobody stops us", sentences=[7], speaker="General Omar Said", act="praise"),
        statement("condemned the raid", sentences=[8], speaker="Ayla Er", act="condemn"),
    )
    assert [item.act for item in result.statements] == ["threaten", "praise", "condemn"]
    assert [quote.text for quote in result.statements[0].quotes] == ["We will go on", "Nobody stops us"]
    assert result.statements[0].gist == "They go on; Nobody stops them."


def test_ids_are_unique_and_do_not_depend_on_other_records():
    """An id is the same whether or not other records are found, differs between records, and names its kind."""
    alone = linked(FIRST).strikes[0]
    crowd = linked(
        FIRST,
        OTHER_DAY,
        casualty("Two guards were killed", **DEAD),
        statement("We will go on", sentences=[6], speaker="Omar Said"),
    )
    assert alone.id in {strike.id for strike in crowd.strikes}
    ids = [record.id for record in (*crowd.strikes, *crowd.casualties, *crowd.statements)]
    assert len(set(ids)) == len(ids) == 4
    assert [name.split("-")[0] for name in ids] == ["strike", "strike", "casualty", "statement"]


def test_equal_records_get_different_ids():
    """Two entries that differ in nothing the article wrote still have ids of their own."""
    same = {"sentences": [3], "killed": "Two"}
    result = linked(
        FIRST,
        casualty("Two guards were killed", **same, event=1),
        casualty("Two guards were killed", **same, event=None),
    )
    assert len({report.id for report in result.casualties}) == 2
