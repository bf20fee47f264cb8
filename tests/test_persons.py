"""Names of persons and their offices."""

from __future__ import annotations

import pytest

from conflictsum.resolve.persons import find_named, role_of


@pytest.mark.parametrize(
    ("text", "speaker", "role", "name"),
    [
        ("Army spokesman Nabil Osman said so.", "Nabil Osman", "Army spokesman", "Nabil Osman"),
        ("The governor of Kassala, Idris Malo, said so.", "Idris Malo", "governor of Kassala", "Idris Malo"),
        ("“No,” said Idris Malo, governor of Kassala.", "Idris Malo", "governor of Kassala", "Idris Malo"),
        ("Defence Minister Ana Ruiz told reporters.", "Defence Minister Ana Ruiz", "Defence Minister", "Ana Ruiz"),
        ("The army said so.", "army", None, "army"),
        ("Ana Ruiz said so.", "Ana Ruiz", None, "Ana Ruiz"),
        # an office tells more than a rank
        ("The army’s spokesman, Col. Idris Malo, said so.", "Idris Malo", "army’s spokesman", "Idris Malo"),
        ("Col. Idris Malo, spokesman of the army, said so.", "Idris Malo", "spokesman of the army", "Idris Malo"),
        ("Col. Idris Malo said so.", "Idris Malo", "Col.", "Idris Malo"),
        ("“No,” said Idris Malo, adviser to the council.", "Idris Malo", "adviser to the council", "Idris Malo"),
        ("A member of the council, Idris Malo, said so.", "Idris Malo", "member of the council", "Idris Malo"),
    ],
)
def test_roles(text, speaker, role, name):
    """The office stands before the name, or beside it between commas."""
    assert role_of(text, speaker) == (role, name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor of Kassala, Idris Malo, toured the camp.", ["Idris Malo"]),
        ("Col. Ana Ruiz met Idris Malo.", ["Ana Ruiz", "Idris Malo"]),
        ("US Secretary of State Ana Ruiz met Idris Malo.", ["Ana Ruiz", "Idris Malo"]),
        ("The army toured the camp.", []),
    ],
)
def test_named(text, expected):
    """Persons are found whether they speak or not."""
    assert [text[start:end] for start, end in find_named(text)] == expected
