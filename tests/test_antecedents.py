"""Who is meant by "he", "it" or a surname."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.antecedents import Antecedents
from conflictsum.resolve.antecedents import heard as heard_in


def heard(*sentences):
    """The last sentence's speakers, each as name, office and body; a sentence may come with its paragraph."""
    antecedents = Antecedents()
    voices = ()
    for sentence in sentences:
        text, paragraph = sentence if isinstance(sentence, tuple) else (sentence, 0)
        voices = antecedents.hear(text, paragraph)
    return [(voice.text, voice.role, voice.affiliation) for voice in voices]


MALO = ("Idris Malo", "Army spokesman", "Army")


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the town was calm.",
        "“The town is calm,” he added.",
        "“The town is calm.”",
        "Malo said the town was calm.",
        "The spokesman said the town was calm.",
        "His statement added that the town was calm.",
        "“The town is calm,” the statement read.",
        "He toured the camp, called it a disgrace and urged Chad to help.",
        "It was that raid that forced the army to respond, he said.",
        "“The town is calm,” the veteran officer said.",
        "Mr Idris said the town was calm.",
    ],
)
def test_a_person_named_before(sentence):
    """A pronoun, a surname, the office, a statement and a quotation without any speaker mean who spoke before."""
    assert heard("Army spokesman Idris Malo denied it.", sentence) == [MALO]


def test_the_next_paragraph():
    """A pronoun reaches into the next paragraph, not further."""
    said = "Army spokesman Idris Malo denied it."
    assert heard((said, 3), ("He said the town was calm.", 4)) == [MALO]
    assert heard((said, 3), ("He said the town was calm.", 5)) == []


def test_agreement():
    """ "He" is a person and "it" a body, whoever spoke last."""
    both = ("The Lake Guard denied it.", "Army spokesman Idris Malo denied it.")
    assert heard(*both, "It said the town was calm.") == [("Lake Guard", None, None)]
    assert heard(*reversed(both), "He said the town was calm.") == [MALO]


def test_who_is_only_named():
    """Somebody named with an office, or a state or group that only acts, can be meant too."""
    met = "The governor of Kassala, Ana Ruiz, toured the camp."
    assert heard(met, "She said the war would go on.") == [("Ana Ruiz", "governor of Kassala", "Kassala")]
    assert heard("Hezbollah shelled the town.", "It said it had hit a camp.") == [("Hezbollah", None, None)]


def test_a_witness_is_meant_before_an_official():
    """The last person is meant, even if no official."""
    said = heard("Army spokesman Idris Malo denied it.", "A nurse said nine died.", "She said the hospital was full.")
    assert said == [("nurse", None, None)]


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        ("The Lake Guard (LG) denied it.", "The LG said the town was calm.", "Lake Guard"),
        ("The Council of Elders denied it.", "The Council said the town was calm.", "Council of Elders"),
        ("The Lake Guard denied it.", "The group said the town was calm.", "Lake Guard"),
    ],
)
def test_short_names_of_bodies(first, second, speaker):
    """Initials, the first word of a name and "the group" mean the body named in full before."""
    assert heard(first, second) == [(speaker, None, None)]


@pytest.mark.parametrize(
    ("first", "second", "affiliation"),
    [
        ("The Lake Guard denied it.", "“No,” said its spokesman, Idris Malo.", "Lake Guard"),
        ("The Lake Guard denied it.", "“No,” said spokesman Idris Malo.", "Lake Guard"),
        ("The Lake Guard (LG) denied it.", "“No,” said LG spokesman Idris Malo.", "Lake Guard"),
        ("The Lake Guard denied it.", "“No,” the group’s spokesman, Idris Malo, said.", "Lake Guard"),
        ("Norway condemned it.", "Foreign Minister Idris Malo urged restraint.", "Norway"),
        ("The mayor denied it.", "Foreign Minister Idris Malo urged restraint.", None),
    ],
)
def test_bodies_of_officials(first, second, affiliation):
    """The sentence before tells whose spokesman or minister somebody is."""
    assert [spoken_for for _, _, spoken_for in heard(first, second)] == [affiliation]


def test_we():
    """Where "we" condemn or urge, the issuer of the release speaks; a newspaper only reports."""
    issuer = "The Council of Elders denounces the raid."
    assert heard(issuer, "We call on all sides to stop.") == [("Council of Elders", None, None)]
    assert heard(issuer, "We say the road is open.") == []


def test_nobody_before():
    """Where nobody was named, nobody is meant."""
    assert heard("He said the town was calm.") == []
    assert heard("“The town is calm and quiet.”") == []


@given(st.lists(st.text()))
def test_any_sentences(sentences):
    """Whatever the sentences, nothing is raised."""
    antecedents = Antecedents()
    for number, sentence in enumerate(sentences):
        assert all(voice.text for voice in antecedents.hear(sentence, number))


@pytest.mark.parametrize(
    ("first", "second", "speaker"),
    [
        # an office in capitals, or of several words
        ("President Ana Ruiz saw the port.", "“We shall not forget,” the President said.", "Ana Ruiz"),
        ("Prime Minister Ana Ruiz saw the port.", "The prime minister condemned the raid.", "Ana Ruiz"),
        ("Ministry spokeswoman Ana Ruiz denied it.", "Chad was behind it, the diplomat pointed out.", "Ana Ruiz"),
        # a group that was named, and a body that was speaking
        ("The interior ministry blamed al-Shabaab.", "The group denied any role.", "al-Shabaab"),
        ("The Lake Lawyers denounced it.", "The group called on al-Shabaab to leave.", "Lake Lawyers"),
        ("The Lake Front denied it.", "The same front claimed the other raid.", "Lake Front"),
        # verbs after "and", between commas
        ("President Ana Ruiz condemned it.", "And she closed: “Their days are numbered.”", "Ana Ruiz"),
        ("President Ana Ruiz condemned it.", "Chad, she charged, was arming the rebels.", "Ana Ruiz"),
    ],
)
def test_who_is_meant(first, second, speaker):
    """Offices and nouns for groups mean whom the article named so."""
    assert [voice[0] for voice in heard(first, second)] == [speaker]


def test_somebody_described_is_meant_before_an_official():
    """ "He" is the farmer who was hurt, whose words are no statement, not the general who spoke before."""
    antecedents = Antecedents()
    antecedents.hear("General Idris Malo denied it.")
    antecedents.hear("Evaristo Mora, a 61-year-old farmer, was hurt.")
    (voice,) = antecedents.hear("“I was milking the cows,” he said.")
    assert (voice.text, voice.official) == ("Evaristo Mora", False)


def test_a_speaker_named_later():
    """Who "made the remarks" spoke before under the office alone; other speakers stay who they are."""
    sentences = [
        "A ministry spokesperson condemned the raid.",
        "Chad denied it.",
        "Ana Ruiz, a spokesperson for the ministry, made the remarks at a briefing.",
    ]
    voices = heard_in((sentence, number) for number, sentence in enumerate(sentences))
    assert [[voice.text for voice in told] for told in voices] == [["Ana Ruiz"], ["Chad"], []]
