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


def told(text, *records):
    """The events that an article makes of records, all of them attacks on the day of publication."""
    return gathered(*records, article=Article(text, published=dt.date(2025, 3, 10))).events


def replace_sentence(record, number):
    """The same record, told in another sentence."""
    return record.model_copy(update={"sentences": [number]})


def test_who_did_it_is_told_of_an_act_that_is_known():
    """A claim joins its event from far away, and makes none by itself."""
    text = "Gunmen shot dead nine farmers near Dori on Sunday. {} The Dawn Front claimed the attack."
    shooting = event(
        "Gunmen shot dead nine farmers", kind="attack", method="shooting", perpetrator="Gunmen", target="farmers",
        place="Dori", when="on Sunday",
    )  # fmt: skip
    article = text.format("The army said nothing. " * 6)
    claim = event("The Dawn Front claimed", sentences=[8], kind="attack", perpetrator="Dawn Front")
    (item,) = told(article, shooting, claim)
    assert len(item.event.evidence) == 2
    assert told("The army met in Dori. The Dawn Front claimed the attack.", replace_sentence(claim, 2)) == ()


def test_what_did_not_happen_is_no_event():
    """ "No lorry was hit" may belong to an attack, and is none."""
    record = event("No lorry was hit", kind="attack", target="lorry", place="Dori")
    assert told("No lorry was hit by the rebels at the army post in Dori.", record) == ()


@pytest.mark.parametrize(
    ("second", "events"),
    [
        ("In another attack, gunmen shot a farmer.", 2),
        ("In a separate incident, gunmen shot a farmer.", 2),
        ("Elsewhere, gunmen shot a farmer.", 2),
        ("Separately, gunmen shot a farmer.", 2),
        ("The gunmen shot a farmer.", 1),
    ],
)
def test_a_sentence_may_say_that_it_tells_of_another_act(second, events):
    """Though it names neither place nor time."""
    first = event("Gunmen shot a farmer", kind="attack", perpetrator="Gunmen", target="farmer", place="Dori")
    other = event(second, sentences=[2], kind="attack", perpetrator="gunmen", target="farmer", method="shooting")
    assert len(told(f"Gunmen shot a farmer in Dori on Sunday. {second}", first, other)) == events


def test_fire_returned_is_another_act():
    """The answer to an act is none of its tellings."""
    text = "Rebels fired on the army post in Dori on Sunday. The soldiers fired back for an hour at the rebels."
    first = event("Rebels fired", kind="attack", perpetrator="Rebels", target="army post", place="Dori")
    answer = event("The soldiers fired back", sentences=[2], kind="attack", perpetrator="soldiers", target="rebels")
    assert len(told(text, first, answer)) != 1 or len(told(text, first, answer)[0].event.evidence) == 1


def test_a_town_may_lie_in_the_area_told_before():
    """The lead has the township, what follows the village: one event, in the village."""
    text = (
        "Army jets bombed a monastery in Bele Township on Sunday, killing nine monks. "
        "The jets dropped two bombs on the monastery in Oyo village on Sunday."
    )
    fields = {"perpetrator": "Army", "target": "monastery", "method": "air", "when": "on Sunday"}
    lead = event("Army jets bombed", place="Bele Township", **fields)
    more = event("The jets dropped", sentences=[2], place="Oyo village", **fields)
    assert len(told(text, lead, more)) == 1


def test_a_count_of_acts_is_of_nobody_where_it_names_nobody():
    """Who did the last attack need not have done all of the year."""
    text = "Rebels shelled the army post in Dori on Sunday. There have been 23 bombings in the region since January."
    shelling = event(
        "Rebels shelled", kind="attack", method="artillery", perpetrator="Rebels", target="army post", place="Dori"
    )
    count = event(
        "There have been", sentences=[2], kind="attack", method="bombing", place="region", when="since January",
        aggregate_count="23", aggregate_unit="bombings",
    )  # fmt: skip
    assert [item.event.perpetrator and item.event.perpetrator.text for item in told(text, shelling, count)] == [
        "Rebels",
        None,
    ]


def test_an_answer_is_no_telling_though_the_sentence_names_it():
    """Whom a model took to have done it did not do it because the sentence names him as somebody else."""
    text = "Rebels shelled an army post near Dori on Sunday. A convoy of the army was hit in Arbinda on Monday."
    post = event(
        "Rebels shelled", kind="attack", method="artillery", perpetrator="Rebels", target="army post", place="Dori"
    )
    convoy = event("A convoy", sentences=[2], kind="attack", perpetrator="army", target="convoy", place="Arbinda")
    _, hit = told(text, post, convoy)
    assert hit.event.perpetrator is None or hit.event.perpetrator.text != "army"


def test_groups_have_no_air_force():
    """A group that stands as doer of an air strike is whom it was meant for: a state did it."""
    text = "Air strikes killed nine ISIL fighters near Dori on Sunday, monitors said."
    (item,) = told(text, event(text, method="air", perpetrator="ISIL", target="fighters", place="Dori"))
    assert isinstance(item.event, Strike)
    assert item.event.perpetrator is None


def test_what_went_on_since_some_day_is_not_the_last_act():
    """A span of many acts is told apart from the one act of the news."""
    text = "Jets struck a boat off Dori on Sunday, killing four. The forces have attacked 22 boats since September."
    news = event("Jets struck a boat", method="air", perpetrator="Jets", target="boat", place="Dori", when="on Sunday")
    span = event(
        "The forces have attacked", sentences=[2], perpetrator="forces", target="boats", when="since September"
    )
    assert len(told(text, news, span)) == 2


def test_the_gazetteer_knows_what_does_not_lie_in_an_area():
    """Damascus is not in Homs province: two strikes, though an area is named."""
    text = (
        "Israeli jets bombed a depot in Damascus on Sunday, killing four. "
        "Israeli jets also bombed an air base in Homs province hours later."
    )
    fields = {"perpetrator": "Israeli jets", "method": "air"}
    one = event("Israeli jets bombed", target="depot", place="Damascus", when="on Sunday", **fields)
    two = event(
        "Israeli jets also", sentences=[2], target="air base", place="Homs province", when="hours later", **fields
    )
    assert len(told(text, one, two)) == 2
