"""Who speaks in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.persons import role_of
from conflictsum.resolve.speakers import find_pronoun, find_speakers


def speakers(text):
    return [text[start:end] for start, end in find_speakers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the verb
        # an object or a name between subject and verb
        ("The command condemns in the strongest terms the boarding of the ship by guards.", ["command"]),
        ("The union chair, Idris Malo, voiced alarm and called for talks.", ["Idris Malo"]),
        ("Governor of the Lake Region Idris Malo denied it.", ["Idris Malo"]),
        ("Humanitarian partners call on both sides to stop.", ["Humanitarian partners"]),
        # whose a document is
        ("A statement by the army condemned the raid.", ["army"]),
        ("The ministry’s statement condemned the raid.", ["ministry"]),
        ("A letter signed by the Lake Front warned the town.", ["Lake Front"]),
        ("“They fired first,” reads a statement by the general staff.", ["general staff"]),
        ("The army issued a statement condemning the raid.", ["army"]),
        # a participle of speech alone, verbs of two words, what an agency quotes
        ("Egypt recalled its envoy, accusing Chad of lies.", ["Egypt"]),
        ("The mayor pointed out that the town was calm.", ["mayor"]),
        ("The agency quoted General Idris Malo, head of the guard, as saying so.", ["Idris Malo"]),
        ("General Idris Malo was quoted by the agency as saying so.", ["Idris Malo"]),
        ("Nonsense, replies the foreign ministry.", ["foreign ministry"]),
        ("Beijing’s envoy was more guarded and urged both capitals to stop.", ["Beijing’s envoy"]),
        ("The army said its jets flew at dawn.", ["army"]),
        ("Jordan has repeatedly denied the report.", ["Jordan"]),
        ("The ministry later confirmed two deaths.", ["ministry"]),
        ("Defence Minister Ana Ruiz told reporters it would go on.", ["Ana Ruiz"]),
        ("Army spokesman Nabil Osman said the town was calm.", ["Nabil Osman"]),
        ("Lt. Gen. Petro Halka warned of more raids.", ["Petro Halka"]),
        ("Officials in Bamako say nine men died.", ["Officials in Bamako"]),
        ("Doctors at the town hospital counted nine dead.", ["Doctors at the town hospital"]),
        ("The Red Crescent put the toll at 30.", ["Red Crescent"]),
        ("The rebels claimed responsibility for the raid.", ["rebels"]),
        # with words between
        ("The governor of Kassala, Idris Malo, said the road was closed.", ["Idris Malo"]),
        ("Idris Malo, who governs Kassala, said the road was closed.", ["Idris Malo"]),
        ("The group, which is based in Goma, denied it.", ["group"]),
        ("The Arakan Army (AA) said it took the base.", ["Arakan Army"]),
        ("Police on Friday blamed separatists.", ["Police"]),
        # after the verb
        ("“We will return,” said the mayor.", ["mayor"]),
        ("“We will return,” said Mayor Ana Ruiz.", ["Ana Ruiz"]),
        ("“We will return,” said the mayor of Leer, Ana Ruiz.", ["Ana Ruiz"]),
        ("Nobody was hurt, said the fire service.", ["fire service"]),
        # without a verb of speech
        ("The Lake Guard laid the blame on Chad.", ["Lake Guard"]),
        ("Chad has brushed the charge aside.", ["Chad"]),
        # an accusation, and who denies it
        ("Norway said rebels fired, an accusation Chad dismissed as false.", ["Norway", "Chad"]),
        # cited
        ("Local radio quoted officials in Leer as saying that the army claimed the raid.", ["officials in Leer"]),
        ("Nine people died, according to the health ministry.", ["health ministry"]),
        ("According to residents of Leer, planes came at dawn.", ["residents of Leer"]),
        # two of them
        ("The army said four men died, but the UN said nine did.", ["army", "UN"]),
        # what a speaker's sentence has besides
        ("The minister urged Chad to open the border.", ["minister"]),
        ("The envoy was quoted as saying that it would end.", ["envoy"]),
        ("He said the war would go on.", []),
        ("The town was shelled on Friday.", []),
        ("Two reports on the war were written in May.", []),
        ("A shelling blamed on rebels killed two.", []),
    ],
)
def test_speakers(text, expected):
    """The speaker stands before the verb, after it where a quotation ends, or after "according to"; names are bare."""
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody speaks whose silence is told
        ("The army declined to comment.", []),
        ("The army has not said who fired.", []),
        ("The ministry said nothing of the dead.", []),
        ("Militias accused of looting hold the town.", []),
        ("And what does the mayor say?", []),
        ("Each side blamed the other.", []),
        # nor within a quotation
        ("“The guard said ‘run’, and so we ran,” Mayor Ana Ruiz recalled.", ["Ana Ruiz"]),
        # beside a quotation, whatever the verb
        ("“We did not fire a single shot,” fumed Colonel Idris Malo.", ["Idris Malo"]),
        ("The mayor, Ana Ruiz, shed tears, calling it “a wound to all of us”.", ["Ana Ruiz"]),
        # bodies with all that belongs to their name
        ("The Armed Forces of the Lake accuse the rebels.", ["Armed Forces of the Lake"]),
        ("The paramilitary Lake Defence Forces denied it.", ["Lake Defence Forces"]),
        ("Chad and Niger condemned the raid.", ["Chad", "Niger"]),
        # what somebody else is said to have asked is no speech of theirs
        ("He said Chad must act and asked for help.", []),
    ],
)
def test_who_speaks_and_who_does_not(text, expected):
    """Silence, questions and quoted talk have no speaker; a quotation has one under any verb."""
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("He said the war would go on.", "he"),
        ("“No,” she said.", "she"),
        ("On Friday, it said, the town fell.", "it"),
        ("The statement added that the town had fallen.", "statement"),
        ("He described them as “men without a home”.", "he"),
        ("It has long been “a thorn in our side”.", "it"),
        ("We call on all sides to stop.", "we"),
        ("The minister said he would resign.", None),
        ("The road was closed.", None),
        ("He left the town.", None),
    ],
)
def test_pronouns(text, pronoun):
    """A pronoun, or "the statement", stands where the speaker stands; not what a named speaker says of himself."""
    assert find_pronoun(text) == pronoun


@given(st.text())
def test_any_text(text):
    """Whatever the text, nothing is raised and every span is a stretch of it, with an office or none."""
    for start, end in find_speakers(text):
        assert 0 <= start < end <= len(text)
        assert role_of(text, text[start:end])[1] in text


@given(
    st.lists(
        st.sampled_from(
            "the army said , Ana Ruiz minister of who “ ” says according to he was told that by ( )".split()
        )
    )
)
def test_any_words(words):
    """Nor with the words it reads in any order."""
    text = " ".join(words)
    assert all(text[start:end].strip() for start, end in find_speakers(text))
