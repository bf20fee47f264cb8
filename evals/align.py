"""Which prediction stands for which label: the best one-to-one assignment above a threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def align(similarities: Sequence[Sequence[float]], tau: float) -> list[tuple[int, int]]:
    """Matches rows with columns so that the sum of similarities is greatest.

    Similarities below ``tau`` count as zero *before* the assignment: assigned first and cut afterwards, a pair below
    the threshold could take the place of one above it.

    Args:
        similarities: One row for each label, one column for each prediction, between 0 and 1.
        tau: Least similarity of a match.

    Returns:
        Pairs of row and column, in row order. The same input always gives the same pairs.
    """
    if not similarities or not similarities[0]:
        return []
    gated = [[value if value >= tau else 0.0 for value in row] for row in similarities]
    return [(row, column) for row, column in _assignment(gated) if gated[row][column] > 0]


def _assignment(profits: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The assignment of greatest total profit, of rows to columns; of the smaller side, all are assigned."""
    if len(profits) > len(profits[0]):
        turned = [list(column) for column in zip(*profits, strict=True)]
        return sorted((row, column) for column, row in _assignment(turned))
    return _hungarian([[-value for value in row] for row in profits])


def _hungarian(costs: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Kuhn's method with potentials, in O(rows² x columns), for no more rows than columns.

    Rows and columns count from 1 here; column 0 holds the row that is being placed.
    """
    rows, columns = len(costs), len(costs[0])
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        came_from = _cheapest_path(costs, row_potential, column_potential, row_of)
        column = came_from.pop(-1)
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return sorted((row_of[column] - 1, column - 1) for column in range(1, columns + 1) if row_of[column])


def _cheapest_path(
    costs: Sequence[Sequence[float]], row_potential: list[float], column_potential: list[float], row_of: list[int]
) -> dict[int, int]:
    """Grows a tree of tight edges from column 0 to a free column, updating the potentials.

    Returns:
        For each column of the tree the one before it, and under -1 the free column.
    """
    columns = len(column_potential) - 1
    slack = [float("inf")] * (columns + 1)
    came_from: dict[int, int] = {}
    done = [False] * (columns + 1)
    column = 0
    while row_of[column]:
        done[column] = True
        row = row_of[column]
        for other in range(1, columns + 1):
            reduced = costs[row - 1][other - 1] - row_potential[row] - column_potential[other]
            if not done[other] and reduced < slack[other]:
                slack[other] = reduced
                came_from[other] = column
        following = min((other for other in range(1, columns + 1) if not done[other]), key=slack.__getitem__)
        delta = slack[following]
        for other in range(columns + 1):
            if done[other]:
                row_potential[row_of[other]] += delta
                column_potential[other] -= delta
            else:
                slack[other] -= delta
        column = following
    came_from[-1] = column
    return came_from
