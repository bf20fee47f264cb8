"""The list of events that the embedded model writes with its adapter, and what becomes of it."""

import datetime as dt
import json
from typing import Any

import pytest

from conflictsum import Config, Summarizer
from conflictsum.article import Article
from conflictsum.asking import Ask
from conflictsum.config import Choice, choose_model
from conflictsum.errors import SetupError
from conflictsum.extract import LISTED_PROMPT
from conflictsum.listing import SECTION_CHARACTERS, grammar, question, read, sections_of
from conflictsum.run import Run

TEXT = """\
KUMBO, Cameroon - An army convoy was in Kumbo on Sunday when a bomb went off, the governor said.

Two soldiers died. Hours later homes burned in Mbokam.
"""
ARTICLE = Article(TEXT, published=dt.date(2026, 2, 10))
LINE = "1 | - | army convoy | Kumbo | on Sunday | bombing attack reported new | 2\n"


def _listed(answer: str, article: Article = ARTICLE) -> tuple[Ask, dict[str, Any]]:
    """The question about an article, and the draft that an answer to it makes."""
    choice = Choice("local", "local", None, "", None, "listed")
    run = Run(choice, Config(), article, None)
    (ask,) = next(run.extraction.dialogue)
    draft = json.loads(ask.expand(answer))
    return ask, draft


def test_a_short_article_is_one_section():
    """What the adapter can read at once is listed at once."""
    (section,) = sections_of(ARTICLE)
    assert section.sentences == tuple(ARTICLE.sentences)


def test_a_long_article_is_cut_between_paragraphs_into_sections_of_like_length():
    """No section is longer than what the adapter was trained on, and none is a mere rest."""
    article = Article("\n\n".join(["Gunmen attacked the village of Kuru on Monday. Four people died there."] * 60))
    sections = sections_of(article)
    lengths = [section.end - section.start for section in sections]
    assert [sentence for section in sections for sentence in section.sentences] == list(article.sentences)
    assert max(lengths) <= SECTION_CHARACTERS
    assert min(lengths) > max(lengths) / 2
    assert all(section.sentences[0].text.startswith("Gunmen") for section in sections)


def test_a_question_numbers_the_sentences_of_its_section_from_one():
    """The adapter knows sentences by their number in what it reads, a line for each paragraph."""
    (section,) = sections_of(ARTICLE)
    first, second = question(section).split("\n")
    assert first.startswith("[1] KUMBO, Cameroon - An army convoy")
    assert second == "[2] Two soldiers died. [3] Hours later homes burned in Mbokam."


def test_a_line_is_an_event_with_its_sentences():
    """Copied words, choices and sentence numbers go where the draft has them; a hyphen is nothing."""
    (section,) = sections_of(ARTICLE)
    (event,) = read(LINE, section).events
    assert (event.perpetrator, event.target, event.place, event.when) == (None, "army convoy", "Kumbo", "on Sunday")
    assert (event.kind, event.method, event.status, event.novelty) == ("attack", "bombing", "reported", "new")
    assert event.sentences == [1, 2]
    assert event.weapon == "bomb"


def test_none_lists_nothing():
    """An article without events has an empty list."""
    (section,) = sections_of(ARTICLE)
    assert read("none\n", section).events == []


def test_a_line_of_another_form_is_refused():
    """What does not fit the form is no answer: the model is asked again, or the section reported as unread."""
    (section,) = sections_of(ARTICLE)
    with pytest.raises(ValueError, match="does not fit the form"):
        read("1 | gunmen | convoy\n", section)


def test_sentences_that_the_section_lacks_are_not_cited():
    """A number out of range makes no evidence."""
    (section,) = sections_of(ARTICLE)
    assert read(LINE.replace("| 2", "| 2 99"), section).events[0].sentences == [1, 2]


def test_the_question_asks_for_the_adapter_and_bounds_the_answer():
    """Only this question is for the adapter; a grammar keeps the answer to the form and its numbers to the section."""
    ask, draft = _listed(LINE)
    (section,) = sections_of(ARTICLE)
    assert ask.adapted
    assert ask.grammar == grammar(section)
    assert "(1|2|3)" in ask.grammar
    assert [event["target"] for event in draft["events"]] == ["army convoy"]


def test_another_model_cannot_list():
    """The adapter fits the embedded model alone, and nothing else is used in its place."""
    with pytest.raises(SetupError, match="needs the embedded model"):
        choose_model(Config(model="openai/gpt-5-mini", api_key="key", strategy="listed"), {})


@pytest.mark.embedded
def test_the_embedded_model_lists_events_across_sentences():
    """Live: the doer that only a later sentence names is the listed event's, whoever asks in whichever order."""
    article = Article(
        "A bomb tore through an army truck near Kumbo on Sunday, killing six soldiers, officials said.\n\n"
        "The Ambazonia Restoration Army said in a video that its fighters had planted the device.\n",
        published=dt.date(2026, 2, 10),
    )
    with Summarizer(Config(model="local", strategy="listed")) as summarizer:
        summary = summarizer.summarize(article)
    (attack,) = summary.attacks
    assert attack.perpetrator is not None
    assert attack.perpetrator.text == "Ambazonia Restoration Army"
    assert summary.provenance.strategy == "listed"
    assert summary.provenance.prompt == LISTED_PROMPT
    assert [casualty.event_id for casualty in summary.casualties] == [attack.id]
