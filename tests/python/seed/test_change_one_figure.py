# SPDX-License-Identifier: Apache-2.0
"""One figure changed anywhere is an error that names it, where the tables are redundant."""

from __future__ import annotations

from typing import Any

import pytest

import mutate
from mutate_truth import Cell

SAMPLE = 7  # every 7th of some 2,000 changes; coprime to the number of kinds, so all kinds occur
GOAL = 0.99


def rate(tallies: dict[str, mutate.Tally], what: str = "found") -> float:
    counted = sum(t.counted for t in tallies.values())
    return sum(getattr(t, what) for t in tallies.values()) / counted


def check(disclosure: Any, every: int, capsys: pytest.CaptureFixture[str]) -> None:
    text = disclosure.path.read_text(encoding="utf-8")
    tallies = mutate.run(disclosure.truth, text, every)
    with capsys.disabled():
        print(f"\n{disclosure}, every {every}. change\n{mutate.table(tallies)}")
    missed = [f"{kind}: {text}" for kind, tally in tallies.items() for text in tally.missed]
    assert rate(tallies) >= GOAL, "\n".join(["", *missed])
    assert rate(tallies, "first") >= GOAL
    assert rate(tallies, "proposed") >= GOAL
    assert rate(tallies, "within") >= GOAL


def test_a_sample_of_changes_is_named(disclosure: Any, capsys: pytest.CaptureFixture[str]) -> None:
    check(disclosure, SAMPLE, capsys)


def test_two_changed_figures_are_both_named(disclosure: Any) -> None:
    text = disclosure.path.read_text(encoding="utf-8")
    tried, both = mutate.run_pairs(disclosure.truth, text, 60)
    assert tried >= 50
    assert both >= 0.85 * tried


@pytest.mark.slow
def test_every_change_is_named(disclosure: Any, capsys: pytest.CaptureFixture[str]) -> None:
    check(disclosure, 1, capsys)


def test_the_measure_can_fail(disclosure: Any) -> None:
    """An audit that finds nothing scores nothing, and one that names other cells does not help."""
    text = disclosure.path.read_text(encoding="utf-8")
    blind = mutate.run(disclosure.truth, text, 50, lambda _: {"findings": []})
    assert rate(blind) == rate(blind, "first") == rate(blind, "proposed") == 0
    assert mutate.run_pairs(disclosure.truth, text, 5, lambda _: {"findings": []})[1] == 0

    elsewhere = {"column_id": "c3", "text": "1.00", "line": 1}
    wrong = {"findings": [{"severity": "error", "places": [elsewhere], "repairs": []}]}
    tallies = mutate.run(disclosure.truth, text, 50, lambda _: wrong)
    assert rate(tallies) == rate(tallies, "first") == rate(tallies, "proposed") == 0


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (mutate.scaled("64.55", 1), "645.50"),
        (mutate.scaled("64.55", -1), "6.46"),
        (mutate.scaled("0.60", -1), "0.06"),
        (mutate.dropped_digit("2797.94"), "297.94"),
        (mutate.dropped_digit("3.60"), "3.0"),
        (mutate.dropped_digit("1.00"), None),
        (mutate.transposed("46.20", 0), "64.20"),
        (mutate.transposed("46.20", 1), "42.60"),
        (mutate.transposed("1.00", 0), "0.10"),
        (mutate.transposed("11.11", 0), None),
        (mutate.one_digit("46.20", 1), "48.20"),
        (mutate.one_digit("9.20", 0), "1.20"),
        (mutate.doubled_digit("46.20"), "446.20"),
        (mutate.doubled_digit("0.60"), None),
        (mutate.scaled("46.20", 4), "462000.00"),
    ],
)
def test_changes_are_the_slips_of_a_typist(was: str | None, now: str | None) -> None:
    assert was == now


def test_identities_of_the_measure_hold_as_printed(disclosure: Any) -> None:
    """They are written apart from the library's rules; every figure stands in at least two."""
    redundancy = mutate.Redundancy(disclosure.truth)
    assert len(redundancy.printed) == 339
    assert min(len(redundancy.of_cell[cell]) for cell in redundancy.printed) == 2


def test_a_change_within_rounding_is_not_counted(disclosure: Any) -> None:
    """64.55 against 46.20 + 18.36: 46.19 would still be possible, 46.00 would not."""
    redundancy = mutate.Redundancy(disclosure.truth)
    row = next(
        r for r, row in enumerate(disclosure.truth.tables["5"].rows) if row.cells[0] == "2101101"
    )
    cell = Cell("5", row, 2)
    tree = [i for i in redundancy.of_cell[cell] if i.id == "5.tree"]
    assert len(tree) == 1
    for now, holds in (("46.19", True), ("46.00", False)):
        assert tree[0].holds({**redundancy.printed, cell: now}) is holds
