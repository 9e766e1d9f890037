# SPDX-License-Identifier: Apache-2.0
"""Rules meet documents: tests/rules/<rule id>/ holds one that is sound and one that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

import budgetcore

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = sorted(path for path in (ROOT / "tests/rules").iterdir() if path.is_dir())
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024.txt"
INLINE = ROOT / "tests/rules/inline.txt"


def outcomes(text: Path, rule: str) -> list[str]:
    report = budgetcore.read(text).audit()
    pairs = zip(report.obligations, report.outcomes, strict=True)
    return [outcome.status.name for obligation, outcome in pairs if obligation.rule == rule]


def inline() -> dict[str, str]:
    """Rules whose examples in the rule file suffice, and why."""
    lines = INLINE.read_text(encoding="utf-8").splitlines()
    entries = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return {entry[0]: entry[1] for entry in entries}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_a_rule_holds_and_breaks_in_a_document(fixture: Path) -> None:
    sound = outcomes(fixture / "holds.txt", fixture.name)
    findings = budgetcore.read(fixture / "holds.txt").audit().findings
    assert [f.rule for f in findings if f.severity.name != "note" and f.places] == []
    assert {"exact", "rounding"} & set(sound)
    assert "violated" not in sound
    assert "violated" in outcomes(fixture / "breaks.txt", fixture.name)
    report = budgetcore.read(fixture / "breaks.txt").audit()
    assert [f for f in report.findings if f.cause.name != "table_not_read" and f.places]


def test_every_rule_is_tried_on_a_document_or_says_why_not() -> None:
    report = budgetcore.read(EXAMPLE).audit()
    tried = {
        obligation.rule
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.status.name in ("exact", "rounding")
    }
    rules = {rule.id for pack in budgetcore.standard_packs() for rule in pack.rules}
    fixtures = {path.name for path in FIXTURES}
    assert fixtures <= rules
    assert set(inline()) <= rules
    assert rules - tried - fixtures - set(inline()) == set()
    # A declaration that is no longer needed goes.
    assert set(inline()) & (tried | fixtures) == set()
