"""From answers about who speaks to draft statements."""

from __future__ import annotations

import pytest

from conflictsum.article import Article
from conflictsum.filling import filled
from conflictsum.windows import windows_of
from conflictsum.wire import read


def statements(text, *lines):
    """The statements in the sentences that the lines are about."""
    (window,) = windows_of(Article(text), 2000)
    article = {target.number: target.sentence.number for target in window.targets}
    asked = {article[int(line.split()[0])] for line in lines}
    draft = filled(read("\n".join(lines), window), window)
    return [said for said in draft.statements if asked & set(said.sentences)]


def test_an_antecedent_brings_its_office():
    """Who is meant by "he" keeps office and body from where he was introduced."""
    text = "Army spokesman Idris Malo denied the raid. He accused Chad of lies."
    said = statements(text, '2 said: by "Idris Malo" act accuse to -')[0]
    assert (said.speaker, said.role, said.affiliation) == ("Idris Malo", "Army spokesman", "Army")
    assert (said.addressee, said.sentences) == ("Chad", [2])


def test_joined_acts_are_several_statements():
    """Each act of a sentence has its own statement, addressee and quotation (codebook P4)."""
    text = "Mayor Ana Ruiz called the raid “a crime against the town” and urged Chad to open the border."
    condemned, urged = statements(text, '1 said: by "Ana Ruiz" act condemn to -')
    assert (condemned.act, condemned.addressee, condemned.quotes) == ("condemn", None, ["a crime against the town"])
    assert (urged.act, urged.addressee, urged.quotes) == ("urge", "Chad", [])


def test_joined_speakers_have_a_statement_each():
    """ "Chad and Niger condemned" is two; a second clause with its own subject is its speaker's."""
    text = "Chad and Niger condemned the raid, and Norway called for talks."
    said = statements(text, '1 said: by "Chad" act condemn to -')
    assert [(statement.speaker, statement.act) for statement in said] == [
        ("Chad", "condemn"),
        ("Niger", "condemn"),
        ("Norway", "urge"),
    ]


@pytest.mark.parametrize(
    ("text", "acts", "merged"),
    [
        # the body's act and its spokesman's words
        (
            "The Lake Guard denied it. “The town is calm and quiet,” said its spokesman, Idris Malo.",
            "deny report",
            True,
        ),
        # the capital and the ministry of one state
        (
            "Kiev denied it. “The town is calm and quiet,” said Idris Malo, spokesman for Ukraine’s defence ministry.",
            "deny report",
            True,
        ),
        # what the words quoted after a denial seem to do by themselves
        ("Mayor Idris Malo denied it. “They sleep while we dig,” he said.", "deny accuse", True),
        # words that the next sentence sums up
        ("“The hills have eyes,” said Mayor Idris Malo. He accused Chad of spying.", "report accuse", True),
        # another act is another statement
        ("“The hills have eyes,” said Mayor Idris Malo. He urged Chad to leave.", "report urge", False),
        ("Mayor Idris Malo denied it. He threatened Chad with war.", "deny threaten", False),
    ],
)
def test_remarks_that_go_on(text, acts, merged):
    """Words without an act of their own belong to the statement beside them; the named speaker stands for the body."""
    first, second = acts.split()
    name = next((body for body in ("Lake Guard", "Kiev") if body in text), "Idris Malo")
    said = statements(text, f'1 said: by "{name}" act {first} to -', f'2 said: by "Idris Malo" act {second} to -')
    assert [statement.sentences for statement in said] == ([[1, 2]] if merged else [[1], [2]])
    assert said[0].act == (first if first != "report" or not merged else second)
    assert said[-1].speaker == "Idris Malo"


def test_a_denial_tells_of_the_accusation():
    """Who accused stands in the denial, and is a statement of its own (codebook S2)."""
    text = "Mayor Idris Malo rejected Chad’s accusation that rebels had shelled the town."
    accused, denied = statements(text, '1 said: by "Idris Malo" act deny to "Chad"')
    assert (accused.speaker, accused.act, accused.addressee) == ("Chad", "accuse", "rebels")
    assert (denied.speaker, denied.act, denied.addressee) == ("Idris Malo", "deny", "Chad")


def test_it_is_whom_the_statement_before_was_aimed_at():
    """A pronoun that is accused is the one urged or accused before."""
    text = "Mayor Idris Malo urged the Lake Guard to leave. He accused it of murder."
    said = statements(text, '1 said: by "Idris Malo" act urge to -', '2 said: by "Idris Malo" act accuse to -')
    assert [statement.addressee for statement in said] == ["Lake Guard", "Lake Guard"]


def test_the_answer_of_the_model_stands():
    """A party that was answered is kept; the rule fills only what was left out."""
    text = "Mayor Idris Malo urged Chad and the rebels to leave."
    said = statements(text, '1 said: by "Idris Malo" act urge to "rebels"')
    assert said[0].addressee == "rebels"


def test_when_it_was_said():
    """The time beside the verb of speech dates the statement, not that of what is told."""
    text = "Mayor Idris Malo warned Chad on Friday that Saturday would be too late."
    assert statements(text, '1 said: by "Idris Malo" act warn to -')[0].when == "on Friday"


def test_mutual_accusations():
    """Two sides that accuse each other have a statement each, aimed at the other."""
    text = "Chad (CH) and Niger accused each other of the raid."
    said = statements(text, '1 said: by "Chad" act accuse to -')
    assert [(statement.speaker, statement.addressee) for statement in said] == [("Chad", "Niger"), ("Niger", "Chad")]


def test_a_second_thing_said():
    """ "Said it was a crime and that it would be avenged" is two acts (codebook P4)."""
    text = "Mayor Ana Ruiz said Chad had violated the truce and that its ships would be targeted."
    said = statements(text, '1 said: by "Ana Ruiz" act accuse to -')
    assert [statement.act for statement in said] == ["accuse", "threaten"]


def test_a_clause_of_somebody_unnamed():
    """What an unnamed witness adds in a clause of its own is not put into the mouth of who spoke before."""
    text = "Mayor Ana Ruiz accused Chad of the raid; residents denied this."
    said = statements(text, '1 said: by "Ana Ruiz" act accuse to -')
    assert [(statement.speaker, statement.act) for statement in said] == [("Ana Ruiz", "accuse")]
