"""Which event a casualty report was attached to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from conflictsum.schema import CasualtyReport
from evals.fixtures import GoldCasualty, GoldEvent
from evals.judge import NOTHING, Verdict
from evals.match import OTHER
from evals.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from evals.match import Pair, Pairs

FIELD = "event"


def with_links(pairs: Pairs) -> list[Pair]:
    """The casualty pairs with a judgement of the field ``event``.

    A link is right when it leads to the prediction that was matched with the labelled event. An event that may be left
    out may be left out here too.

    Args:
        pairs: The matched records of one article.
    """
    key_of: dict[str, str] = {}
    optional: set[str] = set()
    for name in OTHER:
        for pair in pairs[name]:
            if pair.gold and isinstance(pair.gold.record, GoldEvent):
                if pair.gold.record.optional:
                    optional.add(pair.gold.record.key)
                if pair.predicted:
                    key_of[pair.predicted.record.id] = pair.gold.record.key
    return [
        replace(pair, verdicts={**pair.verdicts, FIELD: _verdict(pair, key_of, optional)})
        for pair in pairs["casualties"]
    ]


def _verdict(pair: Pair, key_of: Mapping[str, str], optional: AbstractSet[str]) -> Verdict:
    label = pair.gold.record if pair.gold else None
    report = pair.predicted.record if pair.predicted else None
    expected = label.event if isinstance(label, GoldCasualty) else None
    given = report.event_id if isinstance(report, CasualtyReport) else None
    if given is None:
        return NOTHING if expected is None or expected in optional else _same(Slots(mis=1))
    if expected is None:
        return _same(Slots(spu=1))
    return _same(Slots(cor=1) if key_of.get(given) == expected else Slots(inc=1))


def _same(slots: Slots) -> Verdict:
    return Verdict(slots, slots)
