# SPDX-License-Identifier: Apache-2.0
"""Proofs: a two-way table of 200 × 200 decided, a tree with ten errors localised.

HiGHS decides the same table in floating point and has no answer to the second question.
"""

from __future__ import annotations

import random

import highspy
import numpy as np
from timing import least, report

import budgetcore

SIZE = 200


def two_way(size: int) -> tuple[dict[str, str], list[str]]:
    """A table whose cells, totals and grand total are each rounded by themselves."""
    draw = random.Random(7)
    cells = [[draw.randrange(10_000) for _ in range(size)] for _ in range(size)]
    figures = {
        f"x{i}_{j}": str(round(v / 10)) for i, row in enumerate(cells) for j, v in enumerate(row)
    }
    rows = []
    for i in range(size):
        figures[f"r{i}"] = str(round(sum(cells[i]) / 10))
        figures[f"c{i}"] = str(round(sum(row[i] for row in cells) / 10))
        rows.append(f"r{i} = " + " + ".join(f"x{i}_{j}" for j in range(size)))
        rows.append(f"c{i} = " + " + ".join(f"x{j}_{i}" for j in range(size)))
    return figures, rows


def tree() -> tuple[dict[str, str], list[str]]:
    """A hundred unknowns on two levels; one leaf of each of ten sums is wrong."""
    draw = random.Random(7)
    figures: dict[str, str] = {}
    rows, total = [], 0
    for i in range(10):
        leaves = [draw.randrange(100, 100_000) for _ in range(9)]
        total += sum(leaves)
        figures[f"m{i}"] = f"{sum(leaves) / 100:.2f}"
        for j, leaf in enumerate(leaves):
            figures[f"x{i}_{j}"] = f"{(leaf + (1000 + i if j == 3 else 0)) / 100:.2f}"
        rows.append(f"m{i} = " + " + ".join(f"x{i}_{j}" for j in range(9)))
    figures["r"] = f"{total / 100:.2f}"
    rows.append("r = " + " + ".join(f"m{i}" for i in range(10)))
    return figures, rows


def by_highs(figures: dict[str, str], rows: list[str]) -> bool:
    """Whether HiGHS finds amounts within half a unit."""
    names = {name: i for i, name in enumerate(figures)}
    solver = highspy.Highs()
    solver.silent()
    values = np.array([float(v) for v in figures.values()])
    solver.addVars(len(names), values - 0.5, values + 0.5)
    for row in rows:
        left, right = row.split(" = ")
        terms = right.split(" + ")
        indices = np.array([names[left], *(names[t] for t in terms)], dtype=np.int32)
        solver.addRow(0.0, 0.0, len(indices), indices, np.array([-1.0] + [1.0] * len(terms)))
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def main() -> None:
    """Measures and prints."""
    figures, rows = two_way(SIZE)
    wrong, tree_rows = tree()
    assert budgetcore.prove(figures, rows).feasible
    assert by_highs(figures, rows)
    assert budgetcore.prove(wrong, tree_rows)["repairs"]["count"] == 9**10
    report(
        least(
            {
                "two_way_200/ours": lambda: budgetcore.prove(figures, rows),
                "two_way_200/highs": lambda: by_highs(figures, rows),
                "tree_100_with_10_errors_as_text/ours": lambda: budgetcore.prove(wrong, tree_rows),
            },
            runs=3,
        )
    )


if __name__ == "__main__":
    main()
