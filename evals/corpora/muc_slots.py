"""How a key's values compare to those of a record, slot by slot."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from conflictsum.resolve.countries import countries
from evals.compare import PARTIAL, Match, compare_days, compare_places, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conflictsum.schema import Place
    from evals.compare import Days

RECENT = dt.timedelta(days=62)
"""Keys hold incidents of the two months before the document (MUC-4 task definition)."""
_TOLD_AS_ATTACKS = frozenset({"BOMBING", "ARSON", "ROBBERY"})

Period = tuple["dt.date | None", "dt.date"]
Chain = tuple[str, ...]


def compare_types(gold: str, predicted: str) -> Match:
    """Incident types: the same is right; a bombing, arson or robbery told as an attack (or the reverse) is half."""
    if gold == predicted:
        return _match(1.0)
    return _match(PARTIAL if "ATTACK" in (gold, predicted) and {gold, predicted} & _TOLD_AS_ATTACKS else 0.0)


def compare_stages(gold: str, predicted: str) -> Match:
    """Stages of execution: the same or not."""
    return _match(float(gold == predicted))


def compare_periods(gold: Period, predicted: Days) -> Match:
    """Days: the same is right, one span that holds the other half right.

    A key's "on or before" a day, which stands for a bare weekday too, is met by any days of the two months up to it;
    by days that go on after it, half.
    """
    first, last = gold
    if first is not None:
        return compare_days((first, last), predicted)
    if predicted[0] < last - RECENT or predicted[0] > last:
        return _match(0.0)
    return _match(1.0 if predicted[1] <= last else PARTIAL)


def compare_chains(gold: Chain, predicted: Place) -> Match:
    """Places: the innermost level is right; a level that holds it, or a place that lies in it, is half right.

    Args:
        gold: The levels of a location, the country first.
        predicted: The place of a record.
    """
    inner = compare_places(gold[-1], predicted)
    if inner.outcome == "cor" or (len(gold) > 1 and _names(predicted, gold[-1])):
        return Match(1.0, "cor", exact=inner.exact, overlap=1.0)
    holds = any(compare_places(level, predicted).outcome == "cor" for level in gold[:-1])
    named = any(_names(predicted, level) for level in gold[1:-1])
    return _match(PARTIAL if holds or named or inner.outcome == "par" or _lies_in(predicted, gold) else 0.0)


def _names(place: Place, level: str) -> bool:
    """Whether the words of a place hold those of a level, as "the port of La Libertad" holds "La Libertad"."""
    words = normal(level).split()
    return bool(words) and set(words) <= set(normal(place.text).split())


def _lies_in(place: Place, chain: Sequence[str]) -> bool:
    """Whether a place lies in the innermost level, as far as the gazetteer knows it."""
    if len(chain) == 1:
        return place.country is not None and normal(countries()[place.country].name) == normal(chain[0])
    return place.admin1 is not None and normal(place.admin1) == normal(chain[-1])


def _match(similarity: float) -> Match:
    whole = similarity == 1
    return Match(similarity, "cor" if whole else "par" if similarity else "inc", exact=whole, overlap=similarity)
