"""What is not in the article is counted without looking at labels."""

from __future__ import annotations

from bench import actor, attack, evidence, fixture, killed, quote, statement, summary, wounded

from conflictsum.schema import Count, Evidence, Quote
from evals.grounded import grounding

ARTICLE = fixture().article


def test_a_summary_of_copied_words_is_grounded():
    """Five records; 5 + 5 values of events, 3 + 3 of casualties, 3 of the statement, all in the article."""
    counts = grounding(summary(), ARTICLE)
    assert counts["records"] == counts["grounded"] == counts["strictly_grounded"] == 5
    assert counts["values"] == 19
    assert counts["invented"] == counts["fabricated"] == 0


def test_names_and_numbers_that_are_nowhere_are_invented():
    """A weapon from elsewhere and a number that the evidence does not give; the other records stay grounded."""
    counts = grounding(
        summary(
            attacks=(attack(weapon="missiles"),),
            casualties=(killed(killed=Count(min=20, max=20, text="20")), wounded()),
        ),
        ARTICLE,
    )
    assert counts["invented"] == 2
    assert counts["strictly_grounded"] == 3


def test_computed_numbers_need_not_be_written():
    """A number marked computed is none of the article's words."""
    one = Count(min=1, max=1, computed=True, text="guards")
    assert grounding(summary(casualties=(killed(killed=one),)), ARTICLE)["invented"] == 0


def test_evidence_that_is_no_slice_is_not_grounded():
    """The offsets point elsewhere."""
    passage = evidence("Two drones of")[0]
    moved = Evidence(start=passage.start + 1, end=passage.end + 1, text=passage.text)
    counts = grounding(summary(attacks=(attack(evidence=(moved,)),)), ARTICLE)
    assert counts["records"] - counts["grounded"] == 1


def test_a_changed_quotation_is_fabricated():
    """One word differs."""
    words = "These crimes will not go unanswered"
    start = quote("These crimes").start
    changed = Quote(start=start, end=start + len(words), text=words)
    counts = grounding(summary(statements=(statement(quotes=(changed,)),)), ARTICLE)
    assert (counts["quotes"], counts["fabricated"], counts["invented"]) == (1, 1, 1)


def test_an_invented_source_counts():
    """Sources are names like any other."""
    counts = grounding(summary(casualties=(killed(sources=(actor("Red Cross"),)),)), ARTICLE)
    assert counts["invented"] == 1
