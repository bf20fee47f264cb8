"""The terse form: its question, the grammar that bounds it, and what an answer stands for."""

from __future__ import annotations

import re

import pytest

from conflictsum.article import Article
from conflictsum.drafts import Draft
from conflictsum.filling import filled
from conflictsum.grounding import ground
from conflictsum.windows import windows_of
from conflictsum.wire import grammar, question, read

ARTICLE = Article(
    "Gunmen attacked a market in Goma on Monday and on Friday, killing at least nine civilians and wounding 20 others. "
    "There were no casualties in Sake, police said. "
    "“This was their last chance,” army spokesman Jean Kabila warned in a statement. "
    "Rebels have shelled Goma about 40 times since March."
)
(WINDOW,) = windows_of(ARTICLE, 2000)


SHELLING = Article(
    "The army shelled Goma on Monday, residents said. A school was hit as well. Four pupils were wounded. "
    "Nobody has claimed the attack on the convoy in Sake."
)


def expand(terse, window):
    return filled(read(terse, window), window)


def expanded(*lines):
    return expand("\n".join(lines), WINDOW)


def test_the_question_numbers_the_sentences():
    """The window is shown as numbered lines, and nothing of it is left out."""
    lines = question(WINDOW).split("\n")
    assert (lines[0], lines[-1]) == ("TEXT", "ANSWER")
    assert lines[1:-1] == [f"[{n}] {sentence.text}" for n, sentence in enumerate(ARTICLE.sentences, start=1)]


def test_what_a_sentence_tells_is_not_asked():
    """The doer stands in every sentence that tells of an act: nothing is open."""
    (window,) = windows_of(
        Article("Gunmen attacked a market in Goma on Monday. Rebels shelled Sake, police said."), 900
    )
    assert grammar(window) is None


def test_what_a_sentence_does_not_tell_is_asked():
    """Who hit the school is asked with the names around it; "-" says that nobody is meant."""
    (window,) = windows_of(SHELLING, 900)
    (start,) = re.findall(r"^start: (.*)$", grammar(window), re.MULTILINE)
    line = next(line for line in start.split(' "\\n" ') if line.startswith('"2 event: "'))
    assert re.findall(r'"(\w+) " \((.*?)\)', line) == [("by", r'"\"army\"" | "-"')]


def test_an_answer_fills_what_was_open():
    """The doer comes from the answer, all else from the sentence; without an answer nobody is named."""
    (window,) = windows_of(SHELLING, 900)
    told = [expand(lines, window).events[1] for lines in ('2 event: by "army" in "Goma"', "")]
    assert [(event.perpetrator, event.target, event.place) for event in told] == [
        ("army", "school", "Goma"),
        (None, "school", None),
    ]


def test_an_answer_files_nothing():
    """Whom a model took from other sentences makes no strike of an act that its own sentence does not tell as one."""
    (window,) = windows_of(SHELLING, 900)
    answered, silent = (expand(lines, window).events[1] for lines in ('2 event: by "army"', ""))
    assert (answered.kind, answered.method) == (silent.kind, silent.method)


def test_without_an_answer_the_likeliest_stands():
    """What recognisers found is recorded though the model was not asked."""
    draft = expanded()
    assert (draft.events[0].perpetrator, draft.events[0].place, draft.events[0].when) == ("Gunmen", "Goma", "on Monday")
    assert [(report.killed, report.wounded) for report in draft.casualties] == [("at least nine", "20"), ("no", "no")]
    assert [(said.speaker, said.act) for said in draft.statements] == [("Jean Kabila", "warn")]


def test_sentences_of_other_scripts_may_be_copied_freely():
    """Where the recognisers cannot read, any words of the sentence may be copied."""
    (window,) = windows_of(Article("قصف الجيش مدينة الأبيض يوم الجمعة."), 900)
    assert '"by " copy1' in grammar(window)
    assert "substring_words" in grammar(window)


def test_what_is_copied_freely_is_what_the_model_answers():
    """There nothing stands but the answers, and a line can say that there is nothing."""
    (window,) = windows_of(Article("قصف الجيش مدينة الأبيض يوم الجمعة."), 900)
    lines = '1 event: by "الجيش" hit "مدينة الأبيض" in - when -\n1 harm: none\n1 said: none'
    draft = expand(lines, window)
    assert [(event.perpetrator, event.target) for event in draft.events] == [("الجيش", "مدينة الأبيض")]
    assert draft.casualties == draft.statements == []
    assert expand("", window) == Draft(events=[], casualties=[], statements=[])


def test_an_event_line():
    """Doer, target, place and time are taken as written; the method is read from the sentence's words."""
    event, *_ = expanded('1 event: by "Gunmen" hit "a market" in "Goma" when "on Monday"').events
    assert (event.perpetrator, event.target, event.place, event.when) == ("Gunmen", "a market", "Goma", "on Monday")
    assert (event.sentences, event.method, event.status, event.aggregate_count) == ([1], "shooting", "reported", None)


def test_an_aggregate_is_recognised():
    """ "About 40 times since March" makes the event an aggregate, recalled from before."""
    *_, event = expanded('4 event: by "Rebels" hit "Goma" in - when "since March"').events
    assert (event.aggregate_count, event.aggregate_unit, event.novelty) == ("about 40", "times", "background")


def test_dead_and_wounded_told_together_are_one_report():
    """The people who died and the others who were hurt are one report, of the event of the sentence."""
    draft = expanded(
        '1 event: by "Gunmen" hit "a market" in "Goma" when "on Monday"',
        '1 harm: killed "at least nine" wounded "20" says -',
    )
    report, *_ = draft.casualties
    assert (report.victims, report.killed, report.wounded) == ("civilians", "at least nine", "20")
    assert (report.event, report.group) == (1, "civilian")


def test_no_casualties_is_zero_of_both():
    """An explicit nothing counts for dead and wounded, whichever the model put it under."""
    *_, report = expanded('2 harm: killed - wounded "no" says "police"').casualties
    assert (report.killed, report.wounded, report.sources) == ("no", "no", ["police"])


def test_a_statement_line():
    """Speaker and office are parted, quotation and medium read from the sentence; nobody addresses themselves."""
    (said,) = expanded('3 said: by "army spokesman Jean Kabila" act warn to "army spokesman Jean Kabila"').statements
    assert (said.speaker, said.role, said.act, said.addressee) == ("Jean Kabila", "army spokesman", "warn", None)
    assert (said.quotes, said.medium) == (["This was their last chance"], "in a statement")


def test_a_source_of_a_toll_makes_no_statement():
    """Whoever only reports the toll of a sentence is its source (codebook P2)."""
    assert "police" not in [said.speaker for said in expanded().statements]


@pytest.mark.parametrize("line", ["1 event: none", "1 event: by - hit - in - when -"])
def test_lines_that_say_nothing(line):
    """None, or a line without doer, target and place, makes no event."""
    assert "attacked" not in " ".join(event.words for event in expanded(line).events)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "must begin with the number of a sentence"),
        ("9 event: none", "must begin with the number of a sentence"),
        ("0 event: none", "must begin with the number of a sentence"),
        ("1 weather: none", "must begin with the number of a sentence"),
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
    assert (len(grounded.events), len(grounded.casualties), len(grounded.statements)) == (2, 2, 1)
