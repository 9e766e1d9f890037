# SPDX-License-Identifier: Apache-2.0
"""Sentences of findings read as sentences: no mark twice, no value missing, no word of the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import budgetcore as bc

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = [
    *sorted((ROOT / "examples/disclosures").glob("*.txt")),
    *sorted((ROOT / "tests/rules").glob("*/breaks.txt")),
]
# Two marks beside one another, a mark without what it follows, a place that was not filled in.
FAULTS = re.compile(
    r"[：；，。、][；，。、]|[:;,] ?[;,]|(?:相差|difference|应为) *[；;，]|\{\d\}|\s$|^\s"
)
QUOTED = re.compile('“[^”]*”|"[^"]*"')  # what a document prints may be anything


def faults(report: bc.Report, lang: Any) -> list[str]:
    return [
        text
        for finding in report.findings
        for text in (finding.message(lang), *(one.describe(lang) for one in finding.repairs))
        if not text or FAULTS.search(QUOTED.sub("“”", text))
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_of_every_example_and_every_broken_rule(path: Path, lang: Any) -> None:
    assert faults(bc.read(path).audit(), lang) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_real_disclosures(real: Callable[[str], Path], lang: Any) -> None:
    for path in sorted(real("corpus").glob("*.pdf")):
        assert faults(bc.read(path).audit(), lang) == [], path.name
