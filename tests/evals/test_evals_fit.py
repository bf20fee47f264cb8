"""Learning weights."""

from __future__ import annotations

import math

import pytest

from evals.fit import Example, fit


def examples(*counts):
    """(features, right, how often) for each sort."""
    return [Example(features, right) for features, right, times in counts for _ in range(times)]


def test_without_features_the_odds_are_those_of_the_sample():
    """Three of four are right: ln 3."""
    assert fit(examples(({}, True, 3), ({}, False, 1)), 1.0, {})["bias"] == pytest.approx(math.log(3))


def test_a_feature_counts_what_it_changes():
    """Odds 1:1 without the feature and 3:1 with it, so nearly ln 3 where the penalty is small against 400 examples."""
    sample = examples(({}, True, 100), ({}, False, 100), ({"x": 1.0}, True, 150), ({"x": 1.0}, False, 50))
    weights = fit(sample, 1e-6, {})
    assert weights["bias"] == pytest.approx(0.0, abs=1e-6)
    assert weights["x"] == pytest.approx(math.log(3), abs=1e-4)


def test_a_weight_of_the_wrong_sign_is_left_out():
    """What must speak for a decision is never learned to speak against it."""
    sample = examples(({"x": 1.0}, False, 3), ({"x": 1.0}, True, 1), ({}, True, 3), ({}, False, 1))
    assert "x" not in fit(sample, 1e-3, {"x": 0.1})
    assert fit(sample, 1e-3, {})["x"] < 0


def test_what_no_example_shows_keeps_what_was_expected():
    """A feature with the same share of right ones as the rest learns nothing against its expected weight."""
    sample = examples(({}, True, 1), ({}, False, 1), ({"x": 0.0}, True, 1))
    assert fit(sample, 1.0, {"x": 0.4})["x"] == pytest.approx(0.4)


def test_a_penalty_holds_a_weight_back():
    """A perfect sign of a small sample does not get an endless weight."""
    sample = examples(({"x": 1.0}, True, 2), ({}, False, 2))
    assert 0 < fit(sample, 1.0, {})["x"] < fit(sample, 0.1, {})["x"] < 20
