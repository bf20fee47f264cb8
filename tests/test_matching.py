"""Copied words are found in the article, exactly up to typography."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conflictsum.matching import FoldedText, quoted_spans


def found(text, words):
    span = FoldedText(text).find(words)
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("text", "words", "slice_"),
    [
        ("He said: “We’ll hit — again,” twice.", "We'll hit - again", "We’ll hit — again"),
        ("ten\u00a0\n people", "ten people", "ten\u00a0\n people"),
        ("the Ain al‑Asad base", "Ain al-Asad", "Ain al‑Asad"),
        ("in Zaporı́zhzhia now", "in zaporı́zhzhia", "in Zaporı́zhzhia"),
        ("Cafe\u0301 hit", "Café", "Cafe\u0301"),
        ("Houthi\u00adfighters fled", "Houthifighters", "Houthi\u00adfighters"),
        ("قال أنصار الله إنهم", "أنصار الله", "أنصار الله"),
        ("وأنصار الله قالوا", "أنصار الله", "أنصار الله"),
        ("Войска обстреляли Харьков ночью", "харьков", "Харьков"),
        ("军方表示击中目标。", "军方", "军方"),
        ("the ﬁrst ﬁghters", "first fighters", "ﬁrst ﬁghters"),
        ("Iraq’s army", "Iraq", "Iraq"),
        ("ein Straßenkampf", "STRASSENKAMPF", "Straßenkampf"),
    ],
)
def test_typography_makes_no_difference(text, words, slice_):
    """Quotes, dashes, spaces, case, ligatures and invisible marks are levelled; the result is the article's spelling."""
    assert found(text, words) == slice_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12 people died", "15 people"),
        ("12 people died", "2 people"),
        ("1,200 people died", "200 people"),
        ("1,200 people died", "1"),
        ("12.5 tons", "12"),
        ("12.5 tons", "5 tons"),
        ("the Iranian navy", "Iran"),
        ("Харьковский фронт", "Харьков"),
        ("two people", "  "),
        ("Kataib Hezbollah", "Kataib  Hizballah"),
    ],
)
def test_near_misses_are_not_found(text, words):
    """Another number, part of a number, part of a word or another spelling is not the same."""
    assert found(text, words) is None


def test_the_search_can_be_limited():
    """Within a span only what stands there is found, and the first of repeated mentions by default."""
    folded = FoldedText("Goma fell. Goma burned.")
    assert folded.find("Goma") == (0, 4)
    assert folded.find("Goma", (5, 23)) == (11, 15)
    assert folded.find("fell", (11, 23)) is None


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 20))
@example("01:¼", 1, 1)  # a fraction is three characters once it is folded
@example("OÀÒ", 0, 1)  # an accent is a character of its own once it is folded
def test_any_slice_is_found_as_itself_or_as_an_equal(text, start, length):
    """Words cut out at word boundaries are found, and what is found folds to the same."""
    words = text[start : start + length]
    span = FoldedText(text).find(words)
    if span is not None:
        assert FoldedText(text[span[0] : span[1]]).text.strip() == FoldedText(words).text.strip()


@pytest.mark.parametrize(
    ("words", "slice_"),
    [
        ("a fuel depot and two trucks", "a fuel depot and two trucks"),
        ("a fuel depot and three trucks", "a fuel depot and"),
        ("a large fuel depot", None),
        ("15 trucks", None),
        ("fuel depot and two trucks near the border", "fuel depot and two trucks"),
    ],
)
def test_a_description_may_be_shortened_but_never_changed(words, slice_):
    """The longest run of at least 60 % of the words is kept; a differing word or number ends the run."""
    text = "They hit a fuel depot and two trucks."
    span = FoldedText(text).find_most(words)
    assert (text[span[0] : span[1]] if span else None) == slice_


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“We will go,” he said, “and stay.”", ["We will go,", "and stay."]),
        ('He said "no deal" twice.', ["no deal"]),
        ("«Мы уйдём», сказал он.", ["Мы уйдём"]),
        ("他说：「我们会回来。」", ["我们会回来。"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("“First part.\n\n“Second part,” she said.", ["First part.", "Second part,"]),
        ("Iraq's army said 'enough' and the soldiers' families left.", ["enough"]),
        ("It’s the fighters’ camp.", []),
        ("“He called it ‘a crime’ again,” she said.", ["He called it ‘a crime’ again,"]),
        ("Nothing here.", []),
    ],
)
def test_quoted_spans(text, quotes):
    """What stands between quotation marks of several languages; apostrophes open nothing."""
    assert [text[start:end] for start, end in quoted_spans(text)] == quotes
