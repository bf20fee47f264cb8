"""Who speaks, and in which office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictsum.resolve.speakers import find_speakers, is_identified, role_of


def speakers(text):
    return [text[start:end] for start, end in find_speakers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the verb
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
        # cited
        ("Nine people died, according to the health ministry.", ["health ministry"]),
        ("According to residents of Leer, planes came at dawn.", ["residents of Leer"]),
        # two of them
        ("The army said four men died, but the UN said nine did.", ["army", "UN"]),
        # what a speaker's sentence has besides
        ("The minister urged Chad to open the border.", ["minister"]),
        ("The envoy was quoted as saying that it would end.", []),
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
    ("speaker", "identified"),
    [
        ("army", True),
        ("Nabil Osman", True),
        ("health ministry in Sanaa", True),
        ("officials", True),
        ("police", True),
        ("head of the town hospital", True),
        ("doctors at the army hospital", False),
        ("residents of Leer", False),
        ("nurse", False),
        ("analysts", False),
        ("newspaper", False),
        ("Al Jazeera", True),
    ],
)
def test_identified(speaker, identified):
    """Unnamed doctors, witnesses, analysts and media are sources of figures, not speakers of statements."""
    assert is_identified(speaker) is identified


@pytest.mark.parametrize(
    ("text", "speaker", "role", "name"),
    [
        ("Army spokesman Nabil Osman said so.", "Nabil Osman", "Army spokesman", "Nabil Osman"),
        ("The governor of Kassala, Idris Malo, said so.", "Idris Malo", "governor of Kassala", "Idris Malo"),
        ("“No,” said Idris Malo, governor of Kassala.", "Idris Malo", "governor of Kassala", "Idris Malo"),
        ("Defence Minister Ana Ruiz told reporters.", "Defence Minister Ana Ruiz", "Defence Minister", "Ana Ruiz"),
        ("The army said so.", "army", None, "army"),
        ("Ana Ruiz said so.", "Ana Ruiz", None, "Ana Ruiz"),
    ],
)
def test_roles(text, speaker, role, name):
    """The office stands before the name, or beside it between commas."""
    assert role_of(text, speaker) == (role, name)


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
