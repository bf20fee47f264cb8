"""Who did it where the sentence does not say: nobody who cannot have done it."""

from __future__ import annotations

import datetime as dt

from conflictsum.article import Article
from conflictsum.attribution import candidates
from conflictsum.coreference import clusters
from conflictsum.gathering import gather
from conflictsum.grounding import ground
from conflictsum.mentions import mentions
from conflictsum.resolve.records import resolve
from tests.drafts import draft, event


def doers(text, *records):
    article = Article(text, published=dt.date(2025, 3, 10))
    events = gather(resolve(ground(draft(*records), article), article), article).events
    return [item.event.perpetrator.text if item.event.perpetrator else None for item in events]


def test_armies_plant_no_bombs():
    """An army that strikes elsewhere in the article did not leave a parcel at a gate."""
    text = (
        "Sudanese warplanes bombed a camp near Kutum on Saturday, the army said. "
        "A parcel detonated at the gate of a clinic in Nyala on Sunday."
    )
    camp = event(
        "Sudanese warplanes bombed",
        method="air",
        perpetrator="Sudanese warplanes",
        target="camp",
        place="Kutum",
        when="on Saturday",
    )
    gate = event(
        "A parcel detonated",
        sentences=[2],
        kind="attack",
        method="bombing",
        target="gate of a clinic",
        place="Nyala",
        when="on Sunday",
    )
    article = Article(text, published=dt.date(2025, 3, 10))
    first, second = clusters(mentions(resolve(ground(draft(camp, gate), article), article).events, article))
    assert "Sudanese military" in {candidate.actor.name for candidate in candidates(first, [first, second])}
    assert "Sudanese military" not in {candidate.actor.name for candidate in candidates(second, [first, second])}


def test_police_abduct_nobody():
    """Police who tell of an abduction are not who did it."""
    text = "The police said 28 farmers were abducted in Nyala on Sunday."
    told = event(
        "The police said", kind="attack", method="abduction", target="farmers", place="Nyala", when="on Sunday"
    )
    assert doers(text, told) == [None]


def test_the_group_is_the_one_named_before():
    """ "The same group" gets its name where the article tells of one group."""
    text = (
        "Boko Haram burned a market in Marte on Friday, killing nine traders. "
        "The same group abducted four nurses in Monguno on Saturday."
    )
    market = event(
        "Boko Haram burned",
        kind="attack",
        perpetrator="Boko Haram",
        target="market",
        place="Marte",
        when="on Friday",
    )
    nurses = event(
        "The same group abducted",
        sentences=[2],
        kind="attack",
        method="abduction",
        perpetrator="same group",
        target="nurses",
        place="Monguno",
        when="on Saturday",
    )
    assert doers(text, market, nurses) == ["Boko Haram", "Boko Haram"]
