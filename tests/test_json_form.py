"""The JSON form of the questions about a window, for servers that take no grammar."""

from __future__ import annotations

import json

import pytest

from conflictsum.article import Article
from conflictsum.json_form import json_question, read_json, schema
from conflictsum.windows import windows_of

(WINDOW,) = windows_of(Article("The army shelled Goma on Monday, residents said. A school was hit as well."), 900)
(FOREIGN,) = windows_of(Article("قصف الجيش مدينة الأبيض يوم الجمعة."), 900)
CHOICE = {"type": "string", "enum": ["army", "-"]}


def test_the_schema_offers_what_the_grammar_offers():
    """The doers of the sentences around, or nobody; nothing else may be written."""
    line = schema(WINDOW)["properties"]["event_2"]
    assert line["properties"] == {"by": CHOICE}
    assert (schema(WINDOW)["required"], schema(WINDOW)["additionalProperties"]) == (["event_2"], False)
    assert (line["required"], line["additionalProperties"]) == (["by"], False)


def test_what_is_told_is_not_asked():
    """Where every sentence names its doer there is no question."""
    (window,) = windows_of(Article("Gunmen attacked a market in Goma on Monday."), 900)
    assert schema(window) is None


def test_the_question_shows_the_form():
    """Servers may honour the schema without showing it to the model."""
    *text, form = json_question(WINDOW).split("\n")
    assert text[:3] == ["TEXT", *(f"[{n}] {sentence.text}" for n, sentence in enumerate(WINDOW.sentences, start=1))]
    assert json.loads(form) == {"event_2": {"by": ["army", "-"]}}


def test_answers():
    """A name, or nobody."""
    assert read_json('{"event_2": {"by": "army"}}', WINDOW) == {(2, "event"): {"by": "army"}}
    assert read_json('{"event_2": {"by": "-"}}', WINDOW) == {(2, "event"): {"by": None}}


def test_words_of_other_scripts_may_be_copied():
    """Where the recognisers cannot read, all is asked, and a line can say that there is nothing."""
    event = {"by": "الجيش", "hit": "مدينة الأبيض", "in": "-", "when": "-"}
    answer = json.dumps({"event_1": event, "harm_1": None, "said_1": None})
    assert read_json(answer, FOREIGN) == {
        (1, "event"): {"by": "الجيش", "hit": "مدينة الأبيض", "in": None, "when": None},
        (1, "harm"): None,
        (1, "said"): None,
    }
    assert {"type": "null"} in schema(FOREIGN)["properties"]["event_1"]["anyOf"]
    assert "null for a line about nothing" in json_question(FOREIGN)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("rebels!", "one JSON object"),
        ("[]", "the keys of the object must be event_2"),
        ("{}", "the keys of the object must be event_2"),
        ('{"event_1": {"by": "army"}, "event_2": {"by": "army"}}', "the keys of the object must be event_2"),
        ('{"event_2": null}', "event_2 must be an object with by"),
        ('{"event_2": {"hit": "rebels!"}}', "event_2 must be an object with by"),
        ('{"event_2": {"by": "rebels!"}}', "by of event_2 must be one of the words given"),
        ('{"event_2": {"by": ["army"]}}', "by of event_2 must be one of the words given"),
    ],
)
def test_what_does_not_fit_is_refused(answer, reason):
    """With the form that is wanted, without repeating the answer."""
    with pytest.raises(ValueError, match=reason) as caught:
        read_json(answer, WINDOW)
    assert "rebels!" not in str(caught.value)
