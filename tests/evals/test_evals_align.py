"""Labels and predictions are matched one to one, the best way there is."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.align import align


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        ([], []),
        ([[], []], []),
        ([[0.4]], []),
        ([[0.5]], [(0, 0)]),
        ([[0.6, 0.9], [0.5, 0.85]], [(0, 0), (1, 1)]),
        ([[0.6, 0.9], [0.5, 0.6]], [(0, 1), (1, 0)]),
        ([[0.9, 0.6, 0.7]], [(0, 0)]),
        ([[0.6], [0.9], [0.7]], [(1, 0)]),
    ],
)
def test_the_greatest_sum_wins(table, pairs):
    """0.6 + 0.85 beats 0.9 + 0.5, and 0.9 + 0.5 beats 0.6 + 0.6; with one row or one column the best alone stays."""
    assert align(table, tau=0.5) == pairs


def test_the_threshold_comes_before_the_assignment():
    """With .50 on the diagonal and .45 + .49 beside it, cutting after the assignment would leave no match at all."""
    assert align([[0.50, 0.45], [0.49, 0.0]], tau=0.5) == [(0, 0)]


TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.sampled_from([0.0, 0.3, 0.5, 0.55, 0.8, 1.0]), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@given(TABLES)
def test_no_other_assignment_is_better(table):
    """The total equals the best over all permutations, tried one by one; no row or column is used twice."""
    pairs = align(table, tau=0.5)
    rows, columns = len(table), len(table[0])
    size = max(rows, columns)
    gated = [[value if value >= 0.5 else 0.0 for value in row] + [0.0] * (size - columns) for row in table]
    gated += [[0.0] * size for _ in range(size - rows)]
    best = max(sum(gated[row][order[row]] for row in range(size)) for order in permutations(range(size)))
    assert sum(table[row][column] for row, column in pairs) == pytest.approx(best)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] >= 0.5 for row, column in pairs)
