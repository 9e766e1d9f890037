# SPDX-License-Identifier: Apache-2.0
"""Feasibility of larger systems against HiGHS, a floating-point solver: margins are clear."""

from __future__ import annotations

import random

import pytest

from budgetcore import prove
from writers.systems import by_highs, two_way


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("wrong", [0, 3, 200])
def test_two_way_tables(wrong: int, seed: int) -> None:
    figures, rows = two_way(60 if wrong == 0 else 12, seed, first=wrong)
    answer = prove(figures, rows)
    assert answer["feasible"] is by_highs(figures, rows)
    if wrong == 200:
        assert answer["feasible"] is False
        assert {"r0"} in [set(change) for change in answer.solutions()]


def without(
    figures: dict[str, str], rows: list[str], certificate: list[dict[str, str]], part: int
) -> bool | None:
    """Whether what a certificate speaks of is possible once one part of it is left out."""
    left = [one for i, one in enumerate(certificate) if i != part]
    used = [rows[int(one["row"])] for one in left if "row" in one]
    names = {word for row in used for word in row.replace(" = ", " + ").split(" + ")}
    ends = {(one["figure"], one["end"]) for one in left if "figure" in one}
    bounds = {
        name: (
            str(int(figures[name]) * 10 - 5) if (name, "low") in ends else None,
            str(int(figures[name]) * 10 + 5) if (name, "high") in ends else None,
        )
        for name in names | {name for name, _ in ends}
    }
    # In tenths: half a unit either side is a whole number.
    answer = prove(dict.fromkeys(bounds, None), used, bounds=bounds)
    feasible: bool | None = answer["feasible"]
    return feasible


def test_a_certificate_of_many_rows_can_do_without_none_of_its_parts() -> None:
    """Each row and each column is possible; their totals together are not: a cut of 90 rows."""
    figures, rows = two_way(45, every=12)
    assert all(prove(figures, [row])["feasible"] for row in rows)
    answer = prove(figures, rows, work=50_000_000)
    assert answer["feasible"] is False
    certificate = answer["certificate"]
    assert sum("row" in part for part in certificate) > 80
    assert without(figures, rows, certificate, -1) is False
    draw = random.Random(7)
    for part in draw.sample(range(len(certificate)), 25):
        assert without(figures, rows, certificate, part) is True
