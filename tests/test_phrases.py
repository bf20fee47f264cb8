"""Sentences cut into noun phrases, and who stands before and after their verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.clauses import is_passive, objects, subjects
from conflictsum.resolve.phrases import read


def phrases(text):
    sentence = read(text)
    return [text[slice(*sentence.span(phrase.first, phrase.last))] for phrase in sentence.phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army shelled two villages.", ["The army", "two villages"]),
        ("Two displaced families fled.", ["Two displaced families"]),
        ("The besieged town fell on Friday.", ["The besieged town"]),
        ("Gen. Petro Halka spoke.", ["Gen. Petro Halka"]),
        ("US forces and rebels fought.", ["US forces", "rebels"]),
        ("Sudan’s army has reportedly attacked the heavily armed group.", ["Sudan’s army", "the heavily armed group"]),
        ("Residents say shelling killed nine.", ["Residents", "shelling", "nine"]),
        ("The shelling of the town went on.", ["The shelling", "the town"]),
        ("It was not clear who fired.", ["clear"]),
        ("Men in two boats fired rifles at the ship.", ["Men", "two boats", "rifles", "the ship"]),
        ("Rebels hit the port ten times.", ["Rebels", "the port", "ten times"]),
        ("The most seriously injured left.", ["The most", "injured"]),
        ("Friday night’s strike killed two.", ["strike", "two"]),
        ("Mali last bombed the camp in May.", ["Mali", "the camp"]),
        ("The steel plant was hit.", ["The steel plant"]),
        ("REBELS ATTACKED A POLICE POST AT DAWN.", ["REBELS", "A POLICE POST"]),
        ("He was accused of bombing Sarrin.", ["Sarrin"]),
    ],
)
def test_phrases(text, expected):
    """Verbs, prepositions, conjunctions and times end a noun phrase; participles before a noun belong to it."""
    assert phrases(text) == expected


def around(text, verb):
    sentence = read(text)
    at = next(number for number, word in enumerate(sentence.words) if word.low == verb)
    named = [
        [text[slice(*sentence.span(sentence.bare(one), one.last))] for one in some(sentence, at)]
        for some in (subjects, objects)
    ]
    return is_passive(sentence, at), *named


@pytest.mark.parametrize(
    ("text", "verb", "passive", "subject", "direct_object"),
    [
        ("The army shelled two villages.", "shelled", False, ["army"], ["two villages"]),
        ("Men in two boats fired rifles.", "fired", False, ["Men"], ["rifles"]),
        ("The group, which denies it, struck a bus.", "struck", False, ["group"], ["bus"]),
        ("Gunmen who hid in a barn shot a guard.", "shot", False, ["Gunmen"], ["guard"]),
        ("Rebels took the town and burned huts.", "burned", False, ["Rebels"], ["huts"]),
        ("Rebels tried to storm the prison.", "storm", False, ["Rebels"], ["prison"]),
        ("The town was repeatedly shelled.", "shelled", True, ["town"], []),
        ("Rockets fired by rebels fell.", "fired", True, ["Rockets"], []),
        ("Chad and Niger bombed a camp.", "bombed", False, ["Chad", "Niger"], ["camp"]),
        ("Jordan said it struck two depots.", "struck", False, ["Jordan"], ["two depots"]),
        ("They shelled a camp.", "shelled", False, [], ["camp"]),
        (
            "Mills, huts and a bridge burned as rebels hit a post, a mill and a hut.",
            "hit",
            False,
            ["rebels"],
            ["post", "mill", "hut"],
        ),
        ("The ship seized by pirates sank.", "seized", True, ["ship"], []),
        ("Rebels killed in May were buried.", "killed", True, ["Rebels"], []),
        ("The navy said a boat sank and that it had shelled a camp.", "shelled", False, ["navy"], ["camp"]),
    ],
)
def test_clauses(text, verb, passive, subject, direct_object):
    """The subject is found over what stands between it and its verb; "it" is the speaker where there is one."""
    assert around(text, verb) == (passive, subject, direct_object)


@given(st.text())
def test_any_text(text):
    """Whatever the text, its words and phrases are stretches of it in order."""
    sentence = read(text)
    ends = [0, *(place for word in sentence.words for place in (word.start, word.end)), len(text)]
    assert ends == sorted(ends)
    assert all(0 <= phrase.first < phrase.last <= len(sentence.words) for phrase in sentence.phrases)
