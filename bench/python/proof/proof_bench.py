# SPDX-License-Identifier: Apache-2.0
"""Proofs: a two-way table of 200 × 200 decided, a tree with ten errors localised.

HiGHS decides the same table in floating point and has no answer to the second question.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from timing import least, report

import budgetcore

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))
from writers.systems import by_highs, two_way

SIZE = 200


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
