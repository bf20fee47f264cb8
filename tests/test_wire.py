"""The terse form: its question, the grammar that bounds it, and what an answer stands for."""

from __future__ import annotations

import json
import re

import pytest

from conflictsum.article import Article
from conflictsum.drafts import Draft
from conflictsum.grounding import ground
from conflictsum.windows import windows_of
from conflictsum.wire import expand, grammar, question

ARTICLE = Article(
    "Gunmen attacked a market in Goma on Monday and on Friday, killing at least nine civilians and wounding 20 others. "
    "There were no casualties in Sake, police said. "
    "“This was their last chance,” army spokesman Jean Kabila warned in a statement. "
    "Rebels have shelled Goma about 40 times since March."
)
(WINDOW,) = windows_of(ARTICLE, 2000)


def expanded(*lines):
    return Draft.model_validate_json(expand("\n".join(lines), WINDOW))


def choices(rule):
    line = re.search(rf"^{rule}: (.*)$", grammar(WINDOW), re.MULTILINE)[1]
    return [json.loads(option) for option in line.split(" | ")]


def test_the_question_numbers_the_sentences():
    """The window is shown as numbered lines, and nothing of it is left out."""
    lines = question(WINDOW).split("\n")
    assert (lines[0], lines[-1]) == ("TEXT", "ANSWER")
    assert lines[1:-1] == [f"[{n}] {sentence.text}" for n, sentence in enumerate(ARTICLE.sentences, start=1)]


def test_the_grammar_offers_what_recognisers_found():
    """Times, numbers, places and speakers can only be those of the sentence; a perpetrator that is known is not left out."""
    assert choices("times1") == ['"on Monday"', '"on Friday"']
    assert '"at least nine"' in choices("killed1")
    assert '"20"' in choices("wounded1")
    assert '"Goma"' in choices("places1")
    assert "-" in choices("places1")
    assert choices("agents1") == ['"Gunmen"']
    assert choices("acts3") == ["warn"]
    assert '"Jean Kabila"' in choices("speakers3") or '"army spokesman Jean Kabila"' in choices("speakers3")


def test_the_grammar_asks_only_what_a_sentence_may_hold():
    """A sentence without a number of victims has no line for them; a line can say none, but for tolls, which are known."""
    start = grammar(WINDOW).split("start: ")[1].split("\n")[0]
    assert '"1 harm: killed "' in start
    assert '"3 harm:' not in start
    assert '"3 said: " ("none" | ' in start
    assert '"1 event: " ("none" | ' in start


def test_sentences_of_other_scripts_may_be_copied_freely():
    """Where the recognisers cannot read, any words of the sentence may be copied."""
    (window,) = windows_of(Article("قصف الجيش مدينة الأبيض يوم الجمعة."), 900)
    assert re.search(r"^agents1: copy1$", grammar(window), re.MULTILINE)
    assert "substring_words" in grammar(window)


def test_an_event_line():
    """Doer, target, place and time are taken as written; the method is read from the sentence's words."""
    (event,) = expanded('1 event: by "Gunmen" hit "a market" in "Goma" when "on Monday"').events
    assert (event.perpetrator, event.target, event.place, event.when) == ("Gunmen", "a market", "Goma", "on Monday")
    assert (event.sentences, event.method, event.status, event.aggregate_count) == ([1], "shooting", "reported", None)


def test_an_aggregate_is_recognised():
    """ "About 40 times since March" makes the event an aggregate, recalled from before."""
    (event,) = expanded('4 event: by "Rebels" hit "Goma" in - when "since March"').events
    assert (event.aggregate_count, event.aggregate_unit, event.novelty) == ("about 40", "times", "background")


def test_dead_and_wounded_told_together_are_one_report():
    """The people who died and the others who were hurt are one report, of the event of the sentence."""
    draft = expanded(
        '1 event: by "Gunmen" hit "a market" in "Goma" when "on Monday"',
        '1 harm: killed "at least nine" wounded "20" says -',
    )
    (report,) = draft.casualties
    assert (report.victims, report.killed, report.wounded) == ("civilians", "at least nine", "20")
    assert (report.event, report.group) == (1, "civilian")


def test_no_casualties_is_zero_of_both():
    """An explicit nothing counts for dead and wounded, whichever the model put it under."""
    (report,) = expanded('2 harm: killed - wounded "no" says "police"').casualties
    assert (report.killed, report.wounded, report.sources) == ("no", "no", ["police"])


def test_a_statement_line():
    """Speaker and office are parted, quotation and medium read from the sentence; nobody addresses themselves."""
    (said,) = expanded('3 said: by "army spokesman Jean Kabila" act warn to "army spokesman Jean Kabila"').statements
    assert (said.speaker, said.role, said.act, said.addressee) == ("Jean Kabila", "army spokesman", "warn", None)
    assert (said.quotes, said.medium) == (["This was their last chance"], "in a statement")


def test_a_source_of_a_toll_makes_no_statement():
    """Whoever only reports the toll of a sentence is its source (codebook P2)."""
    draft = expanded('2 harm: killed "no" wounded "no" says "police"', '2 said: by "police" act report to -')
    assert draft.statements == []


@pytest.mark.parametrize(
    "line",
    [
        "1 event: none",
        '1 event: by - hit - in "Goma" when -',
        "1 harm: killed - wounded - says -",
        "3 said: by - act warn to -",
        "",
    ],
)
def test_lines_that_say_nothing(line):
    """None, or a line without the field that makes the record, is no record."""
    draft = expanded(line)
    assert draft == Draft(events=[], casualties=[], statements=[])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "must begin with a sentence number"),
        ("9 event: none", "must begin with a sentence number"),
        ("0 event: none", "must begin with a sentence number"),
        ("1 weather: none", "must begin with a sentence number"),
        ("1 event: gunmen!", "fields are written as"),
    ],
)
def test_a_server_that_ignores_the_grammar_is_noticed(line, reason):
    """Anything that is not the form is refused with the form, without repeating the answer."""
    with pytest.raises(ValueError, match=reason) as caught:
        expand(line, WINDOW)
    assert "gunmen!" not in str(caught.value)


def test_what_is_expanded_is_grounded():
    """Every field of an answer within the grammar stands in the article."""
    draft = expanded(
        '1 event: by "Gunmen" hit "a market" in "Goma" when "on Friday"',
        '1 harm: killed "at least nine" wounded "20" says -',
        '3 said: by "Jean Kabila" act warn to -',
        '4 event: by "Rebels" hit "Goma" in "Goma" when "since March"',
    )
    grounded = ground(draft, ARTICLE)
    assert grounded.dropped == ()
    assert (len(grounded.events), len(grounded.casualties), len(grounded.statements)) == (2, 1, 1)
