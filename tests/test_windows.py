"""Windows for small models: whole paragraphs, and only what is worth asking about."""

from __future__ import annotations

import pytest

from conflictsum.article import Article
from conflictsum.resolve.triggers import triggers
from conflictsum.windows import windows_of

ARTICLE = Article(
    "Shelling near Goma\n\n"
    "Shells hit Goma on Friday. Two men were killed.\n\n"
    "The weather was mild.\n\n"
    "A burnt car in Goma, December 2020\n\n"
    "“We will return,” the mayor said. Markets opened."
)


def asked(windows):
    return [[target.sentence.text for target in window.targets] for window in windows]


def test_only_sentences_with_something_to_ask_are_asked_about():
    """Headlines and captions (no full stop) and sentences without violence, harm or speech are left out."""
    windows = windows_of(ARTICLE, 10_000)
    assert asked(windows) == [
        ["Shells hit Goma on Friday.", "Two men were killed.", "“We will return,” the mayor said."]
    ]
    assert (windows[0].start, windows[0].end) == (0, len(ARTICLE.text))


def test_footnote_marks_do_not_hide_the_end_of_a_sentence():
    """A sentence with notes after its full stop is prose, and they are no part of what it tells."""
    (window,) = windows_of(Article("Drones struck the Tuapse refinery on Friday.[3][14] Two men were killed.[15]"), 900)
    assert [target.choices.text for target in window.targets] == [
        "Drones struck the Tuapse refinery on Friday.",
        "Two men were killed.",
    ]


def test_items_of_a_list_take_doer_and_time_from_the_line_before():
    """Where an item names none of its own (releases, assessments); the line of another list is not theirs."""
    text = (
        "Coalition military forces conducted two strikes on Monday:\n\n"
        "- Near Raqqa, two strikes destroyed a bridge.\n"
        "- Near Manbij, a strike hit a depot on Sunday.\n\n"
        "A depot in Homs was hit too."
    )
    (window,) = windows_of(Article(text), 900)
    doers = {target.sentence.text.split(".")[0]: target.choices.agents for target in window.targets}
    times = {target.sentence.text.split(".")[0]: target.choices.times for target in window.targets}
    assert doers["- Near Raqqa, two strikes destroyed a bridge"] == ("Coalition military forces",)
    assert times["- Near Raqqa, two strikes destroyed a bridge"] == ("on Monday",)
    assert times["- Near Manbij, a strike hit a depot on Sunday"] == ("on Sunday",)
    assert (doers["A depot in Homs was hit too"], times["A depot in Homs was hit too"]) == ((), ())


def test_paragraphs_stay_together_and_windows_keep_to_their_size():
    """A window takes whole paragraphs up to its size; one with nothing to ask about is not made."""
    windows = windows_of(ARTICLE, 100)
    assert asked(windows) == [
        ["Shells hit Goma on Friday.", "Two men were killed."],
        ["“We will return,” the mayor said."],
    ]
    assert all(window.end - window.start <= 100 for window in windows)


def test_a_long_paragraph_is_cut_between_sentences():
    """A paragraph longer than a window is cut, a sentence never; nothing is lost."""
    text = " ".join(f"Shell number {number} hit the northern quarter of the town." for number in range(40))
    windows = windows_of(Article(text), 300)
    assert sum(len(window.targets) for window in windows) == 40
    assert len(windows) > 5
    long = "Shells hit " + "very " * 200 + "hard."
    assert [len(window.sentences) for window in windows_of(Article(long), 300)] == [1]


def test_an_article_without_conflict_has_no_windows():
    """Where nothing triggers, no question is asked at all."""
    assert windows_of(Article("The bakery won a prize for its rye bread. Rain is expected."), 900) == []


@pytest.mark.parametrize(
    ("sentence", "event", "harm", "speech"),
    [
        ("Warplanes bombed the depot.", True, False, False),
        ("Nine people died of their wounds.", False, True, False),
        ("The minister condemned it.", False, False, True),
        ("An airstrike killed nine, doctors said.", True, True, True),
        ("Rebels seized the town; 40 were taken captive.", True, True, False),
        ("The price of bread rose.", False, False, False),
        ("قصفت الطائرات المدينة.", True, True, True),
        ("军方表示击中目标。", True, True, True),
    ],
)
def test_triggers(sentence, event, harm, speech):
    """Words of violence, harm and speech are recognised; other scripts are always asked about."""
    found = triggers(sentence)
    assert (found.event, found.harm, found.speech) == (event, harm, speech)
    assert bool(found) == (event or harm or speech)


def test_a_pronoun_is_answered_with_the_name_from_an_earlier_window():
    """Who "he" is, is known from the whole article so far; it is offered as speaker and as source of a toll."""
    article = Article(
        "Army spokesman Idris Malo denied the raid.\n\n“No soldier was there,” he said. He said nine men were killed."
    )
    first, second = windows_of(article, 80)
    assert [target.choices.speakers for target in (*first.targets, *second.targets)] == [("Idris Malo",)] * 3
    assert second.targets[1].choices.harm
