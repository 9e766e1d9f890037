# SPDX-License-Identifier: Apache-2.0
"""Feasibility of larger systems against HiGHS, a floating-point solver: margins are clear."""

from __future__ import annotations

import random

import highspy
import numpy as np
import pytest

from budgetcore import prove


def two_way(size: int, wrong: int, seed: int) -> tuple[dict[str, str], list[str]]:
    draw = random.Random(seed)
    cells = [[draw.randrange(10_000) for _ in range(size)] for _ in range(size)]
    figures = {
        f"x{i}_{j}": str(round(v / 10)) for i, row in enumerate(cells) for j, v in enumerate(row)
    }
    rows = []
    for i in range(size):
        figures[f"r{i}"] = str(round(sum(cells[i]) / 10) + (wrong if i == 0 else 0))
        figures[f"c{i}"] = str(round(sum(row[i] for row in cells) / 10))
        rows.append(f"r{i} = " + " + ".join(f"x{i}_{j}" for j in range(size)))
        rows.append(f"c{i} = " + " + ".join(f"x{j}_{i}" for j in range(size)))
    return figures, rows


def by_highs(figures: dict[str, str], rows: list[str]) -> bool:
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


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("wrong", [0, 3, 200])
def test_two_way_tables(wrong: int, seed: int) -> None:
    figures, rows = two_way(60 if wrong == 0 else 12, wrong, seed)
    answer = prove(figures, rows)
    assert answer["feasible"] is by_highs(figures, rows)
    if wrong == 200:
        assert answer["feasible"] is False
        assert {"r0"} in [set(change) for change in answer.solutions()]
