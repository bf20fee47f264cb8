"""The scored fields of each list: where the labelled and the predicted value are, and what compares them."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from conflictsum.resolve.countries import countries
from conflictsum.schema import Attack, CasualtyReport, PoliticalStatement, Strike
from evals import compare
from evals.fixtures import GoldCasualty, GoldEvent, GoldStatement

if TYPE_CHECKING:
    from collections.abc import Callable

    from evals.evidence import Span
    from evals.scoring import List

GoldEntry = GoldEvent | GoldCasualty | GoldStatement
PredictedRecord = Strike | Attack | CasualtyReport | PoliticalStatement

# what a record says when it says nothing
_EMPTY_CODES = frozenset({"unspecified", "unknown"})


@dataclass(frozen=True)
class Gold:
    """A label, and the offsets of its evidence sentences."""

    record: GoldEntry
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Predicted:
    """A predicted record, and the offsets of the sentences its evidence touches."""

    record: PredictedRecord
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class FieldSpec:
    """One scored field.

    Attributes:
        name: Its name in scores and in the weights of ``scoring.toml``.
        accepted: The right values of a label, the first one preferred; None stands for leaving the field out. Of a
            list, the entries.
        predicted: The value of a prediction; None (of a list, an empty one) when it is left out.
        comparator: What compares one right value with the predicted one.
        several: Whether the value is a list.
        others: Of a list, further right values of any entry; None where it may be left out.
        only_labelled: Whether a prediction without a label is passed over instead of counted as wrong: for what
            labels give only now and then.
        content: Whether the field counts among the slots of the whole record; evidence does not.
    """

    name: str
    accepted: Callable[[Gold], tuple[Any, ...]]
    predicted: Callable[[Predicted], Any]
    comparator: Callable[[Any, Any], compare.Match]
    several: bool = False
    others: Callable[[Gold], tuple[Any, ...]] = lambda _: ()
    only_labelled: bool = False
    content: bool = True


def _field(
    name: str,
    comparator: Callable[[Any, Any], compare.Match],
    predicted: str | Callable[[Any], Any] | None = None,
    *,
    only_labelled: bool = False,
) -> FieldSpec:
    """A field that has its own name in labels."""
    read = attrgetter(predicted or name) if isinstance(predicted, str | None) else predicted
    return FieldSpec(
        name,
        lambda gold: tuple(_filled(value) for value in gold.record.accepted(name)),
        lambda item: _filled(read(item.record)),
        comparator,
        only_labelled=only_labelled,
    )


def _filled(value: Any) -> Any:
    return None if value in _EMPTY_CODES else value


def _several(name: str, comparator: Callable[[Any, Any], compare.Match], predicted: Callable[[Any], Any]) -> FieldSpec:
    return FieldSpec(
        name,
        lambda gold: getattr(gold.record, name),
        lambda item: predicted(item.record),
        comparator,
        several=True,
        others=lambda gold: gold.record.alternatives.get(name, ()),
    )


def _inside(
    field: str,
    name: str,
    comparator: Callable[[Any, Any], compare.Match],
    read: Callable[[Any], Any],
    *,
    only_labelled: bool = False,
    content: bool = True,
) -> FieldSpec:
    """A value inside a field such as ``when`` or ``aggregate``."""

    def value(whole: Any) -> Any:
        return None if whole is None else read(whole)

    return FieldSpec(
        name,
        lambda gold: tuple(value(whole) for whole in gold.record.accepted(field)),
        lambda item: value(getattr(item.record, field)),
        comparator,
        only_labelled=only_labelled,
        content=content,
    )


def _places(gold: Gold) -> tuple[str | None, ...]:
    """Right places; the country alone may stand as the place where a label has a country and no place."""
    accepted = gold.record.accepted("place")
    code = getattr(gold.record, "country", None)
    if accepted[0] is None and code in countries():
        return (*accepted, countries()[code].name)
    return accepted


def _days(window: Any) -> compare.Days | None:
    return (window.start, window.end or window.start) if window.start else None


def _precision(when: Any) -> str | None:
    """A time that could not be resolved has no precision."""
    return when.precision if when.start else None


def _country(event: Any) -> str | None:
    return event.place.country if event.place else None


def _clock(event: Any) -> str | None:
    return event.when.time.strftime("%H:%M") if event.when and event.when.time else None


def _actor_kind(event: Any) -> str | None:
    return event.perpetrator.kind if event.perpetrator else None


EVIDENCE = FieldSpec(
    "evidence", lambda gold: (gold.spans,), lambda item: item.spans, compare.compare_evidence, content=False
)
DATES = (
    _inside("when", "date", compare.compare_days, _days),
    # the same time again: shown, but not counted a second and third time
    _inside("when", "date_words", compare.compare_descriptions, attrgetter("text"), only_labelled=True, content=False),
    _inside("when", "date_precision", compare.compare_codes, _precision, content=False),
)
EVENT_FIELDS = (
    _field("perpetrator", compare.compare_actors),
    _field("perpetrator_kind", compare.compare_codes, _actor_kind, only_labelled=True),
    _field("target", compare.compare_descriptions),
    _field("target_actor", compare.compare_actors),
    FieldSpec("place", _places, lambda item: getattr(item.record, "place", None), compare.compare_places),
    _field("country", compare.compare_codes, _country),
    *DATES,
    _field("time", compare.compare_codes, _clock),
    _field("weapon", compare.compare_descriptions),
    _field("method", compare.compare_codes),
    _field("status", compare.compare_codes),
    _field("novelty", compare.compare_codes),
    _field("strikes_made", compare.compare_counts),
    _field("sites_hit", compare.compare_counts),
    _field("targets_hit", compare.compare_counts),
    _field("munitions_used", compare.compare_counts),
    _inside("aggregate", "aggregate_count", compare.compare_counts, attrgetter("count")),
    _inside("aggregate", "aggregate_unit", compare.compare_descriptions, attrgetter("unit")),
    _inside("aggregate", "aggregate_window", compare.compare_days, _days),
    EVIDENCE,
)
CASUALTY_FIELDS = (
    _field("victims", compare.compare_descriptions),
    _field("group", compare.compare_codes),
    _field("affiliation", compare.compare_actors),
    _field("killed", compare.compare_counts),
    _field("wounded", compare.compare_counts),
    _field("missing", compare.compare_counts),
    _field("captured", compare.compare_counts),
    _several("sources", compare.compare_actors, attrgetter("sources")),
    _field("status", compare.compare_codes),
    _field("novelty", compare.compare_codes),
    EVIDENCE,
)
STATEMENT_FIELDS = (
    _field("speaker", compare.compare_actors),
    _field("role", compare.compare_descriptions),
    _field("affiliation", compare.compare_actors),
    _field("addressee", compare.compare_actors),
    _field("act", compare.compare_codes),
    _several("quotes", compare.compare_quotes, lambda statement: [quote.text for quote in statement.quotes]),
    _field("medium", compare.compare_descriptions),
    *DATES,
    EVIDENCE,
)
FIELDS: dict[List, tuple[FieldSpec, ...]] = {
    "strikes": EVENT_FIELDS,
    "attacks": EVENT_FIELDS,
    "casualties": CASUALTY_FIELDS,
    "statements": STATEMENT_FIELDS,
}
