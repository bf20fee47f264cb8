"""Mentions become events, and what only looks like a record is left out."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.gathering import gather
from conflictsum.grounding import ground
from conflictsum.resolve.records import resolve
from conflictsum.schema import Attack, Strike
from tests.drafts import casualty, draft, event, statement

WAR = Article(
    "Rebels attacked an army post in Nyala on Friday, killing nine soldiers, the army said. "
    "The attack on the post lasted for two hours. "
    "Sudanese warplanes bombed a rebel camp near Kutum on Saturday. "
    "A market in Kutum was hit as well. "
    "“We will answer,” said General Omar Said, the army’s commander. "
    "A tanker crashed into a bus on the Nyala road on Sunday and eleven passengers were killed.",
    published=dt.date(2025, 3, 10),
)
POST = event(
    "Rebels attacked an army post",
    kind="attack",
    perpetrator="Rebels",
    target="army post",
    place="Nyala",
    when="Friday",
)
AGAIN = event("The attack on the post", sentences=[2], kind="attack", target="post")
CAMP = event(
    "Sudanese warplanes bombed",
    sentences=[3],
    method="air",
    perpetrator="Sudanese warplanes",
    target="rebel camp",
    place="Kutum",
    when="on Saturday",
)
MARKET = event("A market in Kutum was hit", sentences=[4], kind="attack", target="A market", place="Kutum")


def gathered(*records, article=WAR):
    return gather(resolve(ground(draft(*records), article), article), article)


def test_a_repeated_mention_joins_its_event():
    """ "The attack on the post" is the attack told before; its sentence becomes evidence."""
    (item,) = gathered(POST, AGAIN).events
    assert [passage.text[:10] for passage in item.event.evidence] == ["Rebels att", "The attack"]
    assert item.event.perpetrator.text == "Rebels"


def test_separate_towns_are_separate_events():
    """Codebook G4, though doer and day were the same."""
    shelling = {"kind": "attack", "perpetrator": "Rebels", "method": "artillery", "when": "on Friday"}
    text = "Rebels shelled Nyala on Friday. They shelled Kutum on Friday, killing two farmers."
    article = Article(text, published=dt.date(2025, 3, 10))
    first = event("Rebels shelled Nyala", **shelling, place="Nyala", target="Nyala")
    second = event("They shelled Kutum", sentences=[2], **shelling, place="Kutum", target="Kutum")
    assert len(gathered(first, second, article=article).events) == 2


def test_items_of_a_list_are_separate_events():
    """However alike they are: a list tells one thing after the other."""
    text = "Strikes on Monday:\n\n- The coalition struck a vehicle near Raqqa.\n- The coalition struck a vehicle near Raqqa."
    strike = {"perpetrator": "coalition", "target": "vehicle", "place": "Raqqa", "method": "air"}
    article = Article(text)
    items = [event("The coalition struck a vehicle", sentences=[number], **strike) for number in (2, 3)]
    assert len(gathered(*items, article=article).events) == 2


def test_the_doer_may_stand_in_another_sentence():
    """What is told right after a strike without naming anybody was done by the same air force, and is a strike too."""
    events = gathered(CAMP, MARKET).events
    assert all(isinstance(item.event, Strike) for item in events)
    assert {item.event.perpetrator.name for item in events} == {"Sudanese military"}


def test_casualties_follow_their_event():
    """A toll told with the second mention belongs to the event that both make."""
    dead = casualty("killing nine soldiers", killed="nine", victims="soldiers", event=2, sources=["army"])
    result = gathered(POST, AGAIN, dead)
    assert [number for _, number in result.casualties] == [result.events[0].number]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            (
                "Rovers attacked from the first whistle and their striker shot twice at goal in the cup match. "
                "The coach praised the season's best players."
            ),
            event("Rovers attacked", kind="attack", perpetrator="Rovers", target="goal"),
        ),
        (
            (
                "The storm killed nine people and injured 40 on the coast, and heavy rain was forecast. "
                "Winds tore the roofs off a museum."
            ),
            casualty("The storm killed nine people", killed="nine", victims="people"),
        ),
        (
            (
                "“We will fight for every customer,” said Ana Ruiz, who runs the airline. Its shares and profits fell in the "
                "quarter, and investors expect lower prices."
            ),
            statement("said Ana Ruiz", speaker="Ana Ruiz", quotes=["We will fight for every customer,"]),
        ),
    ],
)
def test_what_is_no_armed_conflict_is_left_out_with_a_reason(text, record):
    """Sport, weather and business have no records (codebook G8); nothing vanishes silently."""
    result = gathered(record, article=Article(text))
    assert result.events == result.casualties == result.statements == ()
    (dropped,) = result.dropped
    assert dropped.value in text
    assert dropped.stage == "resolution"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels bombed the radio station in Nyala on 8 March 2025.",
        "Russian missiles struck a hospital in Kharkiv overnight.",
        "Gunmen abducted 14 farmers in Kaduna state on Monday, the army said.",
    ],
)
def test_a_plain_sentence_is_enough(text):
    """A brief of one sentence that tells who did what to whom is a record, without any context around it."""
    fields = {
        "Rebels": {"perpetrator": "Rebels", "target": "radio station", "place": "Nyala", "method": "bombing"},
        "Russian": {"perpetrator": "Russian", "target": "hospital", "place": "Kharkiv", "method": "missile"},
        "Gunmen": {"perpetrator": "Gunmen", "target": "14 farmers", "place": "Kaduna state", "method": "abduction"},
    }[text.split()[0]]
    assert len(gathered(event(text, **fields), article=Article(text)).events) == 1


def test_order_of_the_drafts_does_not_matter():
    """Mentions are taken in text order, however they were found."""
    one, other = gathered(POST, AGAIN, CAMP), gathered(CAMP, AGAIN, POST)
    assert [item.event for item in one.events] == [item.event for item in other.events]
    assert any(isinstance(item.event, Attack) for item in one.events)


def test_other_languages_are_not_judged_by_english_words():
    """Where the vocabulary is not known, nothing is left out for lack of it."""
    text = "قصف الجيش سوقا في مدينة نيالا."
    result = gathered(event(text, perpetrator="الجيش", target="سوقا"), article=Article(text))
    assert len(result.events) == 1
    assert result.dropped == ()


def test_who_was_hit_did_not_do_it():
    """The only party a sentence names is the one whose checkpoint was hit: nobody is said to have done it."""
    text = "Near Mosul, two airstrikes destroyed an ISIL checkpoint."
    told = event(text, method="air", target="checkpoint", target_actor="ISIL", place="Mosul")
    (item,) = gathered(told, article=Article(text)).events
    assert item.event.perpetrator is None
    assert isinstance(item.event, Strike)
