"""Planted cases: what is in the article is kept in its spelling, what is not is dropped with a reason."""

from __future__ import annotations

import pytest

from conflictsum.article import Article
from conflictsum.grounding import ground
from tests.drafts import casualty, draft, event, statement

ARTICLE = Article(
    "Ain Zara shelled again\n\n"
    "The Karsan army shelled Ain Zara on Friday, killing at least 12 people and wounding 1,200, medics said.\n\n"
    "“We hit — only — the rebels’ depot,” Gen. Omar Said told reporters. “Nobody else was there.”\n\n"
    "Residents of Ain Zara counted two dozen dead. Karsan had shelled Ain Zara on Monday, too.\n\n"
    "A market in Ain Zara, December 18, 2021\n\n"
    "The United Kingdom urged both sides “to stop. Now. For good,” and offered talks."
)
SHELLED = "The Karsan army shelled Ain Zara on Friday"


def grounded(*records, article=ARTICLE):
    result = ground(draft(*records), article)
    for item in (*result.events, *result.casualties, *result.statements):
        for passage in (*item.evidence, *item.quotes):
            assert article.text[passage.start : passage.end] == passage.text
    return result


def problems(result):
    return [(item.record, item.field, item.value) for item in result.dropped]


def test_everything_right_is_kept():
    """A record whose words all stand in its sentences keeps them, with its sentences as evidence."""
    result = grounded(
        event(SHELLED, sentences=[2, 6], perpetrator="Karsan army", place="Ain Zara", when="on Friday"),
        casualty(
            "killing at least 12 people", sentences=[2], killed="at least 12", wounded="1,200", sources=["medics"]
        ),
    )
    assert result.dropped == ()
    assert [passage.start for passage in result.events[0].evidence] == [
        ARTICLE.sentences[1].start,
        ARTICLE.sentences[5].start,
    ]
    assert result.casualties[0].draft.killed == "at least 12"


@pytest.mark.parametrize("killed", ["15", "at least 15", "2", "1", "120", "fifteen", "at least 2"])
def test_a_wrong_number_is_never_kept(killed):
    """ "15" or "2" for "12", or part of "1,200": the field is emptied, and the casualty lost with its only number."""
    result = grounded(casualty("killing at least 12 people", sentences=[2], killed=killed))
    assert result.casualties == ()
    assert problems(result)[0] == ("casualty", "killed", killed)


@pytest.mark.parametrize(
    ("killed", "kept"), [("12", "12"), ("twelve", "at least 12"), ("at least twelve", "at least 12")]
)
def test_a_number_in_another_form_becomes_the_article_s_words(killed, kept):
    """A number written in words by the model and in digits by the article is the same number."""
    result = grounded(casualty("killing at least 12 people", sentences=[2], killed=killed))
    assert result.casualties[0].draft.killed == kept


def test_a_number_only_in_another_sentence_does_not_count():
    """ "two dozen" stands in sentence 5 only; a record that cites sentence 2 cannot have it."""
    result = grounded(casualty("killing at least 12 people", sentences=[2], killed="two dozen", wounded="1,200"))
    assert problems(result) == [("casualty", "killed", "two dozen")]
    assert (result.casualties[0].draft.killed, result.casualties[0].draft.wounded) == (None, "1,200")


@pytest.mark.parametrize("field", ["perpetrator", "place", "target_actor", "responsibility_by", "country"])
def test_a_name_that_is_not_in_the_article_is_emptied(field):
    """Invented names go; the record stays."""
    result = grounded(event(SHELLED, sentences=[2], **{field: "Bordania"}))
    assert problems(result) == [("strike", field, "Bordania")]
    assert getattr(result.events[0].draft, field) is None


def test_part_of_a_word_is_no_name():
    """ "Kars" is not named by "Karsan"."""
    assert problems(grounded(event(SHELLED, sentences=[2], perpetrator="Kars"))) == [("strike", "perpetrator", "Kars")]


def test_a_name_may_stand_elsewhere_and_gets_the_article_s_spelling():
    """A sentence may say "the group" of what is named elsewhere; capitals and dashes follow the article."""
    result = grounded(event("Karsan had shelled Ain Zara on Monday", sentences=[6], perpetrator="the karsan army"))
    assert result.events[0].draft.perpetrator == "The Karsan army"


def test_a_date_in_a_caption_dates_nothing():
    """A time must stand in the record's sentences or their paragraph; the caption's December is dropped."""
    result = grounded(event(SHELLED, sentences=[2], when="December 18, 2021"))
    assert problems(result) == [("strike", "when", "December 18, 2021")]


def test_a_time_in_the_same_paragraph_becomes_evidence():
    """A date told one sentence later is kept, and its sentence added to the evidence."""
    result = grounded(
        casualty("counted two dozen dead", sentences=[5], killed="two dozen"),
        event("Residents of Ain Zara counted two dozen dead", sentences=[5], when="on Monday"),
    )
    assert result.dropped == ()
    assert [passage.text for passage in result.events[0].evidence] == [
        ARTICLE.sentences[4].text,
        ARTICLE.sentences[5].text,
    ]


def test_quotes_are_verbatim_up_to_typography():
    """Straight marks and hyphens find curly marks and dashes; the quote is the article's own slice."""
    result = grounded(
        statement("told reporters", sentences=[3], speaker="Omar Said", quotes=["We hit - only - the rebels' depot"])
    )
    assert [quote.text for quote in result.statements[0].quotes] == ["We hit — only — the rebels’ depot"]


def test_a_quote_joined_from_two_is_parted():
    """What the article interrupts ("…," he said. "…") becomes two quotes, each verbatim."""
    joined = "We hit — only — the rebels’ depot, Nobody else was there."
    result = grounded(statement("told reporters", sentences=[3], speaker="Omar Said", quotes=[joined]))
    assert [quote.text for quote in result.statements[0].quotes] == [
        "We hit — only — the rebels’ depot,",
        "Nobody else was there.",
    ]
    assert result.dropped == ()


def test_a_quote_over_several_sentences_is_one():
    """A quotation that itself holds full stops stays whole, and all its sentences are evidence."""
    result = grounded(
        statement("urged both sides", sentences=[8], speaker="United Kingdom", quotes=["to stop. Now. For good"])
    )
    assert [quote.text for quote in result.statements[0].quotes] == ["to stop. Now. For good"]
    assert (
        sum(passage.text.count("good") + passage.text.count("stop") for passage in result.statements[0].evidence) == 2
    )


@pytest.mark.parametrize(
    "quote",
    ["We hit only the rebels’ bunker", "counted two dozen dead", "Nobody else was there. The army shelled"],
    ids=["changed word", "not in quotation marks", "half of it not in quotation marks"],
)
def test_a_false_quote_is_dropped(quote):
    """Changed words, and words the article does not put in quotation marks, are no quotes."""
    result = grounded(statement("told reporters", sentences=[3], speaker="Omar Said", quotes=[quote]))
    assert result.statements[0].quotes == ()
    assert problems(result) == [("statement", "quotes", quote)]


def test_wrong_sentence_numbers_are_corrected_by_the_words():
    """Where the cited sentences do not hold the words, the sentence that does is the evidence."""
    result = grounded(event(SHELLED, sentences=[99, 5, 0, -3], perpetrator="Karsan army"))
    assert [passage.text for passage in result.events[0].evidence] == [ARTICLE.sentences[1].text]


def test_a_record_without_evidence_is_dropped():
    """Words that are nowhere in the article make no record, whatever it cites."""
    result = grounded(event("Bombs fell on the harbour of Ulm", sentences=[2]))
    assert result.events == ()
    assert problems(result) == [("strike", None, "Bombs fell on the harbour of Ulm")]


def test_a_speaker_that_is_not_named_takes_the_statement_along():
    """A statement by nobody in the article is dropped."""
    result = grounded(statement("told reporters", sentences=[3], speaker="Gen. Ali Baba"))
    assert result.statements == ()
    assert [item.field for item in result.dropped] == ["speaker", None]


def test_a_casualty_without_any_number_is_dropped():
    """Nothing said of dead, wounded, missing or captured is no casualty report."""
    result = grounded(casualty("killing at least 12 people", sentences=[2], victims="people"))
    assert result.casualties == ()


def test_an_invented_source_goes_and_the_others_stay():
    """Each source is checked on its own."""
    result = grounded(
        casualty(
            "killing at least 12 people", sentences=[2], killed="at least 12", sources=["medics", "Ministry of Health"]
        )
    )
    assert result.casualties[0].draft.sources == ["medics"]
    assert problems(result) == [("casualty", "sources", "Ministry of Health")]


def test_blank_fields_are_empty():
    """A field of white space says nothing, and is no problem either."""
    result = grounded(event(SHELLED, sentences=[2], perpetrator=" ", target="", when=" ", strikes_made=""))
    assert result.dropped == ()
    assert result.events[0].draft.perpetrator is None


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        (
            "قصف الجيش مدينة الأبيض يوم الجمعة وقتل 12 شخصا.",
            "قصف الجيش مدينة الأبيض",
            {"perpetrator": "الجيش", "place": "الأبيض"},
        ),
        (
            "Армия обстреляла Харьков в пятницу, погибли 12 человек.",
            "Армия обстреляла Харьков",
            {"perpetrator": "Армия", "place": "Харьков"},
        ),
        ("军方周五炮击了戈马，造成12人死亡。", "军方周五炮击了戈马", {"perpetrator": "军方", "place": "戈马"}),
    ],
    ids=["Arabic", "Cyrillic", "Chinese"],
)
def test_other_scripts(text, words, fields):
    """Names and digits are found, and wrong digits are not, in any script."""
    article = Article(text)
    result = grounded(
        event(words, **fields),
        casualty(words, killed="12"),
        casualty(words, killed="15"),
        article=article,
    )
    for name, value in fields.items():
        assert getattr(result.events[0].draft, name) == value
    assert [item.draft.killed for item in result.casualties] == ["12"]
    assert [item.value for item in result.dropped if item.field] == ["15"]


def test_repeated_mentions_are_found_where_they_are_cited():
    """Of several equal passages the cited one is the evidence, not the first."""
    article = Article("Goma was shelled. Goma was quiet. Goma was shelled.")
    result = grounded(event("Goma was shelled", sentences=[3]), article=article)
    assert [passage.start for passage in result.events[0].evidence] == [article.sentences[2].start]


def test_template_syntax_in_an_article_is_text():
    """Braces, percent signs and backslashes of an article are matched as they are."""
    article = Article("{{ evil }} army shelled {% Goma %} with \\1 guns at 100%.")
    result = grounded(
        event("{{ evil }} army shelled", perpetrator="{{ evil }} army", place="{% Goma %}"), article=article
    )
    assert result.dropped == ()
    assert result.events[0].draft.place == "{% Goma %}"
