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


@pytest.mark.parametrize("name", NAMES)
def test_what_a_narrative_prints_is_checked(name: str) -> None:
    read = budgetcore.read((NARRATIVES / f"{name}.txt").read_bytes(), name="narrative.txt")
    money = [i for i, f in enumerate(read.text_figures) if f.kind.name in ("amount", "percent")]
    unchecked = {cell.row for cell in read.audit().unchecked if cell.table == -1}
    left = [read.text_figures[i] for i in money if i in unchecked]
    # Without tables an amount that is told once and never compared has nothing to stand against.
    assert len(left) <= 0.07 * len(money), left


@pytest.mark.parametrize(("name", "change"), CHANGES)
def test_one_change_is_reported(name: str, change: dict[str, str]) -> None:
    text = (NARRATIVES / f"{name}.txt").read_text(encoding="utf-8")
    assert text.count(change["printed"]) == 1
    assert change["rule"] in findings(text.replace(change["printed"], change["changed"]))
