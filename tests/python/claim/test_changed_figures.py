# SPDX-License-Identifier: Apache-2.0
"""Every figure that counts as checked is changed in one digit, one at a time: it must be reported.

tests/narratives/unseen.csv lists those that one change can leave right: counts that stand on one
side of "no more than" only. A line too many is as wrong there as one too few.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import budgetcore

ROOT = Path(__file__).parents[3]
NARRATIVES = ROOT / "tests/narratives"
PATHS = sorted(NARRATIVES.rglob("*.txt"))
UNSEEN = list(csv.DictReader((NARRATIVES / "unseen.csv").read_text(encoding="utf-8").splitlines()))


def changed(number: str) -> str:
    """The number with its second digit changed, or its first where it has no more than two."""
    digits = [i for i, char in enumerate(number) if char.isdigit()]
    at = digits[1] if len(digits) > 2 and number[digits[0]] != "0" else digits[0]
    digit = (int(number[at]) + 4) % 10
    if at == 0 and digit == 0:
        digit = 7
    return f"{number[:at]}{digit}{number[at + 1 :]}"


def found(text: str) -> Counter[str]:
    report = budgetcore.read(text.encode(), name="a.txt").audit()
    return Counter(f.rule for f in report.findings if f.cause.name != "rounding")


def unseen(path: Path) -> list[str]:
    """The claims of a document that a change of their figure leaves unreported."""
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    read = budgetcore.read(text.encode(), name="a.txt")
    unchecked = {cell.row for cell in read.audit().unchecked if cell.table == -1}
    before = found(text)
    told = [claim for claim in read.claims if claim.figure is not None]
    left = []
    for row, (claim, figure) in enumerate(zip(told, read.text_figures, strict=True)):
        if row in unchecked:
            continue
        at, begin = figure.place.line - 1, figure.place.column - 1
        number = re.match(r"\d[\d,]*(?:\.\d+)?", lines[at][begin:])
        assert number, claim.text
        line = lines[at][:begin] + changed(number[0]) + lines[at][begin + len(number[0]) :]
        if not found("\n".join([*lines[:at], line, *lines[at + 1 :]])) - before:
            left.append(claim.text)
    return left


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_changed_figure_of_a_narrative_is_reported(path: Path) -> None:
    assert unseen(path) == [line["claim"] for line in UNSEEN if line["narrative"] == path.stem]


def test_a_changed_figure_of_the_example_is_reported() -> None:
    assert unseen(ROOT / "examples/disclosures/yangquan-finance-2024.txt") == []
