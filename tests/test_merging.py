"""What several tellings of one event make together."""

from __future__ import annotations

import datetime as dt

import pytest

from conflictsum.article import Article
from conflictsum.grounding import ground
from conflictsum.merging import merged
from conflictsum.resolve.actors import resolve_actor
from conflictsum.resolve.records import resolve
from conflictsum.schema import Attack, Strike
from tests.drafts import draft, event


def tellings(text, *records):
    """The records of an article, each told in the sentence of its number."""
    article = Article(text, published=dt.date(2025, 3, 10))
    numbered = [event(words, sentences=[number], **fields) for number, (words, fields) in enumerate(records, start=1)]
    return resolve(ground(draft(*numbered), article), article).events


@pytest.mark.parametrize(
    ("second", "method", "strikers", "kind"),
    [
        ("Four died when a bomb hit a house in Dori.", "bombing", (), Strike),
        ("Four died when a roadside bomb hit a bus in Dori.", "bombing", (), Attack),
        ("A mill near Dori went up in flames.", "unspecified", (), Attack),
        ("A mill near Dori went up in flames.", "unspecified", ("Russian military",), Strike),
        ("A roadside bomb blew up in Dori.", "bombing", ("Russian military",), Attack),
        ("A mill near Dori was stormed.", "ground_assault", ("Russian military",), Attack),
    ],
)
def test_an_attack_of_a_state_may_prove_a_strike(second, method, strikers, kind):
    """ "Russian attacks" tells no way: other words tell it, or that the same forces struck elsewhere."""
    lead = "Russian forces' attacks killed six people near Dori."
    first = {"kind": "attack", "perpetrator": "Russian forces"}
    found = tellings(f"{lead} {second}", (lead, first), (second, {"kind": "attack", "method": method}))
    assert isinstance(merged(found, resolve_actor("Russian forces"), strikers).event, kind)


def test_a_state_that_is_told_to_have_raided_did_not_strike():
    """Its own telling decides, whatever stands in the others."""
    raid, more = "Turkish soldiers raided a house in Dori.", "A shell hit the roof."
    found = tellings(
        f"{raid} {more}",
        (raid, {"kind": "attack", "perpetrator": "Turkish soldiers", "method": "raid"}),
        (more, {"kind": "attack", "method": "bombing"}),
    )
    assert isinstance(merged(found, resolve_actor("Turkish soldiers")).event, Attack)


@pytest.mark.parametrize("wide", ["Syria", "northern Syria", "Idlib province"])
def test_the_narrowest_place_is_where_it_was(wide):
    """Codebook F3, whichever is told first."""
    lead, more = f"Jets bombed a school in {wide}.", "The bombs fell in Kafr Zayta."
    found = tellings(
        f"{lead} {more}", (lead, {"place": wide, "method": "air"}), (more, {"place": "Kafr Zayta", "method": "air"})
    )
    assert merged(found, None).event.place.text == "Kafr Zayta"
