# SPDX-License-Identifier: Apache-2.0
"""Whole narratives with invented figures: right as they stand, wrong at one labelled place each.

tests/narratives/NAME.txt is right; every line of NAME.csv changes one phrase of it and names the
rule that must report the change.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import budgetcore

NARRATIVES = Path(__file__).parents[2] / "narratives"
NAMES = sorted(path.stem for path in NARRATIVES.glob("*.txt"))
CHANGES = [
    (name, change)
    for name in NAMES
    for change in csv.DictReader(
        (NARRATIVES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    )
]


def findings(text: str) -> set[str]:
    """The rules that find something other than rounding in a narrative."""
    report = budgetcore.read(text.encode(), name="narrative.txt").audit()
    return {
        finding.rule
        for finding in report.findings
        if finding.rule.startswith("text.") and finding.cause.name != "rounding"
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_right_narrative_is_left_alone(name: str) -> None:
    text = (NARRATIVES / f"{name}.txt").read_text(encoding="utf-8")
    assert findings(text) == set()


@pytest.mark.parametrize(
    "path", sorted((NARRATIVES / "right").glob("*.txt")), ids=lambda path: path.stem
)
def test_what_is_said_in_ways_that_nobody_reads_is_left_alone(path: Path) -> None:
    assert findings(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_narrative_says_is_bound_or_checked(name: str) -> None:
    """Nineteen figures in twenty: of something that is known, or checked for what stands beside."""
    read = budgetcore.read((NARRATIVES / f"{name}.txt").read_bytes(), name="narrative.txt")
    told = [c for c in read.claims if c.figure is not None]  # one for each figure, in order
    assert len(told) == len(read.text_figures)
    unchecked = {cell.row for cell in read.audit().unchecked if cell.table == -1}
    lost = [
        claim.text
        for row, claim in enumerate(told)
        if row in unchecked
        and claim.kind.name != "count"
        and claim.unbound.name in ("not_understood", "no_base")
    ]
    assert len(lost) <= 0.05 * sum(c.kind.name != "count" for c in told), lost


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_one_change_is_reported(name: str, change: dict[str, str]) -> None:
    text = (NARRATIVES / f"{name}.txt").read_text(encoding="utf-8")
    assert text.count(change["printed"]) == 1
    assert change["rule"] in findings(text.replace(change["printed"], change["changed"]))
