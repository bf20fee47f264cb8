"""Numerals: digits and number words as a pattern, and the whole number that each of them writes."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000, "m": 1_000_000, "dozen": 12}
_FIXED = {"a couple": 2, "a pair": 2, "both": 2}
# longer than any number of people: a key, a hash or a telephone number
_MOST_DIGITS = 12

_SEPARATOR = "[,\u00a0\u2009\u202f'’٬]"
_DIGITS = rf"\d{{1,3}}(?:{_SEPARATOR}\d{{3}})+(?!\d)|\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+"
_FIGURE = (
    rf"(?<![A-Za-z0-9_.,:/$€£+-])(?:{_DIGITS})(?:\.\d+)?(?:\s?(?:hundred|thousand|million)\b|[km]\b)?"
    r"(?![A-Za-z0-9_%]|[.,:/]\d|-\d\d?-\d)"
)
# "one hundred and twenty thousand" is one number, "one and two" are two: only certain words go on with a number
_TO_99 = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(list(_UNITS)[1:10])})\b)?|(?:{'|'.join(reversed(_UNITS))}))"
_TO_999 = rf"(?:(?:{_TO_99}|an?)[\s-]+hundred(?:\s+(?:and\s+)?{_TO_99}\b)?|{_TO_99})"
_GREAT = rf"(?:{_TO_999}|an?)[\s-]+(?:thousand|million)\b"
_SPELLED = (
    rf"(?:half\s+an?\s+(?:dozen|hundred|thousand|million)|(?:an?|{_TO_99})\s+dozen|"
    rf"{_GREAT}(?:\s+(?:and\s+)?{_GREAT})*(?:\s+(?:and\s+)?{_TO_999}\b)?|{_TO_999}|a\s+couple|a\s+pair|both)"
)
NUMERAL = rf"(?:{_FIGURE}|\b{_SPELLED}\b)"
"""Pattern of one numeral; to be used with ``re.IGNORECASE`` on text with ASCII digits."""

_FIGURE_PARTS = re.compile(rf"(?P<digits>{_DIGITS})(?P<part>\.\d+)?\s?(?P<scale>hundred|thousand|million|k|m)?")


def numeral_value(numeral: str) -> int | None:
    """The whole number that a numeral writes.

    Args:
        numeral: What :data:`NUMERAL` matched.

    Returns:
        Its value; None for fractions ("12.5"), for more digits than a number of people has, and for other text.
    """
    plain = " ".join(numeral.lower().split())
    figure = _FIGURE_PARTS.fullmatch(plain)
    if figure is None:
        return _FIXED.get(plain, _spelled(plain))
    digits = re.sub(r"\D", "", figure["digits"])
    if len(digits) > _MOST_DIGITS:
        return None
    value = Decimal(digits + (figure["part"] or "")) * _SCALES.get(figure["scale"] or "", 1)
    return int(value) if value == value.to_integral_value() else None


def scaled(numeral: str) -> int | None:
    """The scale a numeral ends with, which in ``two to three million`` is meant for the number before it too."""
    return _SCALES.get(re.split(r"[\s\d-]+", numeral.lower().strip())[-1])


def _spelled(plain: str) -> int | None:
    if plain.startswith("half "):
        whole = _spelled(plain.removeprefix("half "))
        return whole // 2 if whole else None
    total = current = 0
    seen = False
    for word in re.split(r"[\s-]+", plain):
        if word in {"a", "an"}:
            current = 1
        elif word in _UNITS or word in _TENS:
            current += _UNITS.get(word, _TENS.get(word, 0))
            seen = True
        elif word in {"hundred", "dozen"}:
            current = max(1, current) * _SCALES[word]
            seen = True
        elif word in {"thousand", "million"}:
            total += max(1, current) * _SCALES[word]
            current = 0
            seen = True
    return total + current if seen else None
