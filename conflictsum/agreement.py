"""Whether two tellings agree on who, where and when, and in which words.

True or False where both tell it, None where one does not.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from conflictsum.schema import Actor, Place, When

_SAME_WORDS = 85.0
_COARSE = frozenset({"week", "month", "year"})


def actors_agree(one: Actor | None, other: Actor | None) -> bool | None:
    """True or False where both are known; None where one is not."""
    if one is None or other is None:
        return None
    if one.name == other.name:
        return True
    # "the group" or "the military" may be anybody; two known names are two actors
    return None if "unknown" in (one.kind, other.kind) else False


def words_agree(one: str | None, other: str | None) -> bool | None:
    """Whether all words of one description stand in the other, in any order."""
    if not one or not other:
        return None
    return bool(fuzz.token_set_ratio(one, other) >= _SAME_WORDS)


def places_agree(one: Place | None, other: Place | None) -> bool | None:
    """Whether they are one place, or one of them is the division or country that the other lies in."""
    if one is None or other is None:
        return None
    if one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.name == other.admin1 or other.name == one.admin1:
        return True
    return "country" in {one.precision, other.precision} and one.country == other.country


def dates_agree(one: When | None, other: When | None) -> bool | None:
    """Whether the spans have a day in common; None too where one is a week or more and the other a day in it."""
    if one is None or other is None or one.start is None or other.start is None:
        return None
    first_end, second_end = one.end or one.start, other.end or other.start
    if one.start > second_end or other.start > first_end:
        return False
    # a day within a month or year may be that of the other event, or any other day
    return True if one.precision == other.precision or not _COARSE & {one.precision, other.precision} else None
