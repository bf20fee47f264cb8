"""Whose words are statements, and what is a body."""

from __future__ import annotations

import pytest

from conflictsum.resolve.offices import is_body, is_identified


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
        ("Nabil al-Osman", True),
        ("local commander", True),
        ("army’s media wing", True),
        ("Islamabad", True),
        ("LDF", True),
        ("rebels", True),
        ("wheat farmer", False),
        ("uncle", False),
        ("truce", False),
        ("Yusuf", False),
    ],
)
def test_identified(speaker, identified):
    """Officials, bodies, groups and full names are speakers; doctors, witnesses, analysts, media and first names are not."""
    assert is_identified(speaker) is identified


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Council of Elders", True),
        ("army", True),
        ("Norway", True),
        ("rebels", True),
        ("Ana Ruiz", False),
        ("mayor", False),
        ("nurse", False),
    ],
)
def test_bodies(name, body):
    """States, forces, institutions and groups are bodies, persons are not."""
    assert is_body(name) is body
