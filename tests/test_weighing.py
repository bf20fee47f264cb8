"""Linear models."""

from __future__ import annotations

import pytest

from conflictsum import weighing
from conflictsum.weighing import weigh


@pytest.fixture
def _own_weights(monkeypatch):
    monkeypatch.setattr(weighing, "_weights", lambda: {"topic": {"bias": -1.0, "armed": 2.0}})


@pytest.mark.usefixtures("_own_weights")
def test_odds_are_a_weighted_sum():
    """-1 + 2 x 0.75, worked out by hand; a feature that nobody learned a weight for counts nothing."""
    assert weigh("topic", {"armed": 0.75, "unheard_of": 9.0}) == pytest.approx(0.5)


@pytest.mark.parametrize("decision", ["topic", "coreference", "event", "doer", "casualty", "statement"])
def test_every_decision_has_weights(decision):
    """The shipped file has a table for each decision that the library takes."""
    assert isinstance(weigh(decision, {}), float)
