# SPDX-License-Identifier: Apache-2.0
"""Systems of printed figures for proofs, and what a floating-point solver says of them."""

from __future__ import annotations

import random
from typing import Any

import highspy
import numpy as np


def two_way(
    size: int, seed: int = 7, *, first: int = 0, every: int = 0
) -> tuple[dict[str, str], list[str]]:
    """A table whose cells, row totals and column totals are each rounded by themselves.

    `first` is added to the total of the first row, `every` to that of every row.
    """
    draw = random.Random(seed)
    cells = [[draw.randrange(10_000) for _ in range(size)] for _ in range(size)]
    figures = {
        f"x{i}_{j}": str(round(v / 10)) for i, row in enumerate(cells) for j, v in enumerate(row)
    }
    rows = []
    for i in range(size):
        wrong = every + (first if i == 0 else 0)
        figures[f"r{i}"] = str(round(sum(cells[i]) / 10) + wrong)
        figures[f"c{i}"] = str(round(sum(row[i] for row in cells) / 10))
        rows.append(f"r{i} = " + " + ".join(f"x{i}_{j}" for j in range(size)))
        rows.append(f"c{i} = " + " + ".join(f"x{j}_{i}" for j in range(size)))
    return figures, rows


def by_highs(figures: dict[str, str], rows: list[str]) -> bool:
    """Whether HiGHS finds amounts within half a unit of what is printed."""
    names = {name: i for i, name in enumerate(figures)}
    solver_of: Any = highspy.Highs  # it has no types
    solver = solver_of()
    solver.silent()
    values = np.array([float(v) for v in figures.values()])
    solver.addVars(len(names), values - 0.5, values + 0.5)
    for row in rows:
        left, right = row.split(" = ")
        terms = [left, *right.split(" + ")]
        indices = np.array([names[term] for term in terms], dtype=np.int32)
        factors = np.array([-1.0] + [1.0] * (len(terms) - 1))
        solver.addRow(0.0, 0.0, len(indices), indices, factors)
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)
