"""The count grammar of the codebook (rule C3): ``2``, ``2-``, ``-40``, ``5-7``, ``~150``, ``~24-``, ``?``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GRAMMAR = re.compile(r"(?P<about>~)?(?:(?P<exact>\d+)|(?P<least>\d+)-(?P<most>\d+)?|-(?P<up_to>\d+))")


@dataclass(frozen=True)
class GoldCount:
    """A number as a label gives it.

    Attributes:
        min: Lower bound, inclusive; None when open.
        max: Upper bound, inclusive; None when open.
        approximate: Whether the article says ``about`` or uses a vague word (``dozens``).
    """

    min: int | None
    max: int | None
    approximate: bool = False

    def __str__(self) -> str:
        about = "~" if self.approximate else ""
        if self.min is None and self.max is None:
            return "?"
        if self.min == self.max:
            return f"{about}{self.min}"
        return f"{about}{'' if self.min is None else self.min}-{'' if self.max is None else self.max}"

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Lower and upper bound."""
        return self.min, self.max


UNSTATED = GoldCount(None, None)
"""People are said to be killed (wounded, ...), and no number is given."""


def parse_count(text: str) -> GoldCount:
    """Reads a count of a label.

    Args:
        text: ``2`` (exactly), ``2-`` (at least), ``-40`` (up to), ``5-7``, each with ``~`` before it where approximate,
            or ``?`` (no number given).

    Raises:
        ValueError: The text is none of these, or its range runs backwards.
    """
    if text == "?":
        return UNSTATED
    match = _GRAMMAR.fullmatch(text)
    if match is None:
        raise ValueError('is no count: write "2", "2-" (at least), "-40" (up to), "5-7", "~150" (about) or "?"')
    bounds = {
        name: None if digits is None else int(digits) for name, digits in match.groupdict().items() if name != "about"
    }
    least = bounds["exact"] if bounds["exact"] is not None else bounds["least"]
    most = next((bounds[name] for name in ("exact", "most", "up_to") if bounds[name] is not None), None)
    if least is not None and most is not None and least > most:
        raise ValueError(f"runs backwards: {least} is more than {most}")
    return GoldCount(least, most, approximate=match["about"] is not None)
