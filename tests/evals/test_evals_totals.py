"""Sums, means and intervals over articles."""

from __future__ import annotations

import pytest
from bench import NOTHING, attack, fixture, summary

from evals.bootstrap import Interval, Share, _samples, difference_interval, interval, ratio
from evals.score import Failure, score_case
from evals.slots import Slots
from evals.totals import RunScore, changed_cases, changes


def run(*outcomes, gold=None):
    return RunScore(tuple(score_case(gold or fixture(), outcome) for outcome in outcomes))


EMPTY = fixture(id="empty", events=[], casualties=[], statements=[])


def test_slots_as_muc_counts_them():
    """(3 + .5) / (3+1+1+5) right of what was given, (3 + .5) / (3+1+1+2) of what was expected."""
    slots = Slots(cor=3, par=1, inc=1, mis=2, spu=5)
    assert slots.precision == pytest.approx(0.35)
    assert slots.recall == pytest.approx(0.5)
    assert slots.f1 == pytest.approx(2 * 0.35 * 0.5 / 0.85)
    assert slots.accuracy == pytest.approx(3.5 / 12)


@pytest.mark.parametrize(
    ("slots", "precision", "recall", "f1"),
    [(Slots(), 1, 1, 1), (Slots(mis=1), 0, 0, 0), (Slots(spu=1), 0, 0, 0), (Slots(cor=1), 1, 1, 1)],
)
def test_slots_of_nothing(slots, precision, recall, f1):
    """Nothing expected and nothing given is right; one side alone is wrong."""
    assert (slots.precision, slots.recall, slots.f1) == (precision, recall, f1)


def test_micro_sums_and_macro_means():
    """Attacks: 1 right of 1, and 0 right of 1 with 2 given: micro 2 x 1 / (2 + 3); macro (1 + 0) / 2."""
    stray = [attack(id=str(n), perpetrator=None, place=None, when=None, target="bank", weapon=None) for n in (1, 2)]
    score = run(summary(), summary(attacks=tuple(stray)))
    assert score.micro("attacks") == Slots(cor=1, mis=1, spu=2)
    assert score.micro("attacks").f1 == pytest.approx(2 / 5)
    assert score.macro("attacks").f1 == pytest.approx(1 / 2)


def test_an_empty_article_is_right_when_left_empty():
    """It counts 1 in the mean and nothing in the sum."""
    score = run(summary(**NOTHING), gold=EMPTY)
    assert not score.micro("attacks")
    assert score.macro("attacks").f1 == 1.0
    assert score.false_alarms == (0, 1)


def test_crashes_never_vanish():
    """Two wrong articles of four or two crashed ones: the same F1, and a crash on an empty article is no success."""
    wrong = run(summary(), summary(), summary(**NOTHING), summary(**NOTHING))
    crashed = run(summary(), summary(), Failure("ServerError", "down"), Failure("ServerError", "down"))
    for key in ("attacks", "casualties.killed", "statements.*"):
        assert crashed.micro(key) == wrong.micro(key)
        assert crashed.macro(key).f1 == wrong.macro(key).f1 == 0.5
    assert crashed.validity == 0.5
    assert crashed.failures == {"ServerError": 2}
    assert run(Failure("ServerError", "down"), gold=EMPTY).macro("attacks").f1 == 0.0


def test_soft_f1_counts_similarity():
    """One match of two labelled with similarity 1, none else: 2 x 1 / (1 + 2)."""
    score = RunScore((score_case(fixture(), summary()), score_case(fixture(), summary(**NOTHING))))
    assert score.soft_f1("attacks") == pytest.approx(2 / 3)


def test_a_ratio_of_sums():
    """(1 + 2) / (2 + 4); nothing over nothing is what the caller says."""
    assert ratio([Share(1, 2), Share(2, 4)]) == 0.5
    assert ratio([Share(0, 0)]) == 1.0
    assert ratio([], of_nothing=0.0) == 0.0


SHARES = [Share(right, 2) for right in (2, 0, 1, 2, 2, 0, 1, 2, 2, 1)]


def test_intervals_are_the_same_every_time():
    """The resampling is seeded; the interval holds the value itself and lies within the articles' values."""
    first = interval(SHARES)
    _samples.cache_clear()
    assert first == interval(list(SHARES))
    assert first.low < ratio(SHARES) < first.high
    assert first.low >= 0.0
    assert first.high <= 1.0


def test_equal_articles_leave_no_doubt():
    """Every resample of equal articles has the same value."""
    assert interval([Share(1, 2)] * 20) == Interval(0.5, 0.5)


def test_differences_are_paired():
    """A loss of the same size in each article is certain, however different the articles are; unpaired it is not."""
    worse = [Share(share.part - 0.2, share.whole) for share in SHARES]
    paired = difference_interval(SHARES, worse)
    assert paired.low == pytest.approx(-0.1)
    assert paired.high == pytest.approx(-0.1)
    assert interval(worse).high > interval(SHARES).low


def test_different_articles_cannot_be_paired():
    """Neither by number nor by name."""
    with pytest.raises(ValueError, match="2 and 1 articles"):
        difference_interval(SHARES[:2], SHARES[:1])
    with pytest.raises(ValueError, match="not over the same articles"):
        changes(run(summary()), run(summary(**NOTHING), gold=EMPTY), ["attacks"])


def test_changes_and_the_articles_that_changed():
    """From one right of two to two of two: F1 2/3 to 1; only the second article changed."""
    before = RunScore((score_case(fixture(), summary()), score_case(fixture(id="other"), summary(attacks=()))))
    after = RunScore((score_case(fixture(), summary()), score_case(fixture(id="other"), summary())))
    (change,) = changes(before, after, ["attacks"])
    assert (change.before, change.after) == pytest.approx((2 / 3, 1))
    assert change.difference == pytest.approx(1 / 3)
    assert not change.certain
    assert changed_cases(before, after, "attacks") == [("other", Slots(mis=1), Slots(cor=1))]
    assert changed_cases(before, after, "strikes") == []
