"""The article keeps its text and its offsets."""

from __future__ import annotations

import pytest

from conflictsum.article import MAX_CHARACTERS, Article
from conflictsum.errors import ArticleEmptyError, ArticleTooLargeError

TRICKY = {
    "astral": "Drones 🛩️🛩️ fell on Port Sudan. Two people died. 🙏",
    "byte order mark": "\ufeffShells hit Goma. Nobody was hurt.",
    "carriage returns": "Shells hit Goma.\r\n\r\nNobody was hurt.\r\nThe army denied it.\r\n",
    "non-breaking spaces": "At 3\u00a0p.m. a mine killed 1\u202f200\u00a0goats. Herders fled.",
    "right-to-left": "\u200fقصفت الطائرات مدينة الأبيض يوم الجمعة. وقتل تسعة مدنيين؟ نعم.",
    "mixed directions": "The group, أنصار الله, claimed it. “Tel Aviv (תל אביב) is next,” it said.",
    "Cyrillic": "Войска обстреляли город. Погибли двое.",
    "Chinese": "军方表示击中目标。两人死亡。",
    "decomposed": "Cafe\u0301 bombed. Zoë\u0308 fled.",
    "form feed": "Page one ends here.\x0c\nPage two starts.",
}


@pytest.mark.parametrize("text", TRICKY.values(), ids=TRICKY)
def test_every_sentence_is_a_slice_of_the_text(text):
    """Whatever the script, line ends or invisible marks, a sentence's offsets give back its text."""
    article = Article(text)
    assert article.text == text
    assert article.sentences
    for number, sentence in enumerate(article.sentences, start=1):
        assert sentence.number == number
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()


@pytest.mark.parametrize("text", TRICKY.values(), ids=TRICKY)
def test_sentences_leave_out_nothing_visible(text):
    """Between two sentences there is only white space and marks that take no room."""
    article = Article(text)
    position = 0
    for sentence in article.sentences:
        assert not any(character.isalnum() for character in text[position : sentence.start])
        position = sentence.end
    assert not any(character.isalnum() for character in text[position:])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Lt. Gen. Osman spoke at 2:30 a.m. (2330 GMT) on Friday. He left.", 2),
        ("军方表示击中目标。两人死亡。", 2),
        ("قصفت الطائرات المدينة. وقتل تسعة؟ نعم.", 3),
        ("The U.S. Navy fired. “We hit it,” Capt. Roe said.", 2),
    ],
)
def test_sentences_are_found(text, sentences):
    """Abbreviations do not end a sentence; the full stops of other scripts do."""
    assert len(Article(text).sentences) == sentences


def test_a_lone_surrogate_becomes_one_replacement_character():
    """Half a character, which no encoding can carry, is replaced without moving what follows."""
    article = Article("Shells \ud83d hit \udc00 Goma.")
    assert article.text == "Shells \ufffd hit \ufffd Goma."
    assert article.info.characters == len("Shells X hit X Goma.")


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\u200b\u00a0\u3000"])
def test_blank_text_is_refused(text):
    """White space and invisible marks are no article."""
    with pytest.raises(ArticleEmptyError, match="is empty"):
        Article(text)


def test_a_text_over_the_limit_is_refused_without_being_quoted():
    """The error names both sizes, and not the text."""
    with pytest.raises(ArticleTooLargeError) as caught:
        Article("x" * (MAX_CHARACTERS + 1))
    assert "500,001 characters, more than the 500,000 allowed" in str(caught.value)
    assert "xxx" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Shelling resumes near Goma\n\nShells fell on Goma.\n\nNobody was hurt.", "Shelling resumes near Goma"),
        ("Home africa Shelling resumes\n\nShelling resumes\n\nShells fell on Goma.", "Shelling resumes"),
        ("Shells fell on Goma.\n\nNobody was hurt.", None),
        ("Shelling resumes near Goma", None),
        ("Shells fell on Goma\nand nobody was hurt.\n", None),
    ],
)
def test_the_headline_is_the_leading_line_that_is_no_sentence(text, title):
    """A first line without a full stop is the headline; a breadcrumb that ends with the headline is not."""
    assert Article(text).title == title


def test_a_given_title_wins():
    """The caller knows better than the first line."""
    assert Article("First line\n\nShells fell.", title="Real title").title == "Real title"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\n\nTwo.\r\n\r\nThree.", [0, 1, 2]),
        ("One.\nTwo.\nThree.", [0, 1, 2]),
        ("A line that is\nwrapped by hand at\na fixed width. Then\nmore of it follows.", [0, 0]),
    ],
)
def test_paragraphs(text, paragraphs):
    """Blank lines part paragraphs; where there are none, line ends do if lines end as sentences do."""
    assert [sentence.paragraph for sentence in Article(text).sentences] == paragraphs


def test_sentence_at():
    """An offset belongs to the sentence around it, the space after a sentence to that sentence."""
    article = Article("One fell. Two fell.")
    assert article.sentence_at(3).number == 1
    assert article.sentence_at(9).number == 1
    assert article.sentence_at(12).number == 2
    assert Article("  \nOne fell.").sentence_at(0).number == 1
