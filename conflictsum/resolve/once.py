"""Reading a sentence once, though several stages ask what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
_SENTENCES = 512
"""Enough for what is read of an article before the next stage comes to the same sentence."""


def read_once(find: Callable[[str], list[T]]) -> Callable[[str], list[T]]:
    """Lets a recogniser remember what it found in the last texts; every caller gets a list of its own."""
    remembered = lru_cache(maxsize=_SENTENCES)(lambda text: tuple(find(text)))

    @wraps(find)
    def found(text: str) -> list[T]:
        return list(remembered(text))

    return found
