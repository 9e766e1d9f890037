# SPDX-License-Identifier: Apache-2.0
"""Which rules state which known identity between published tables, and that none is left out."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from budgetcore import standard_packs

ROOT = Path(__file__).resolve().parents[3]
NOT_TABLES = {
    *("预算情况说明", "决算情况说明"),
    *("项目绩效目标表", "整体支出绩效目标表", "项目支出绩效自评表"),
    "all tables",
}

with (ROOT / "tests/rules/identities.csv").open(encoding="utf-8", newline="") as file:
    LISTED = list(csv.DictReader(file))


def rules_of(row: dict[str, str]) -> list[str]:
    return [rule for rule in row["rules"].split("|") if rule]


def known_identities() -> list[dict[str, str]]:
    for folder in (os.environ.get("BUDGET_SHARED"), ROOT.parent / "shared"):
        path = Path(folder or ".") / "domain/identities.csv"
        if folder and path.exists():
            with path.open(encoding="utf-8", newline="") as facts:
                return list(csv.DictReader(facts))
    pytest.skip("no list of identities: set BUDGET_SHARED to the folder that holds domain/")


def test_every_line_names_rules_or_says_why_not() -> None:
    ids = [row["identity"] for row in LISTED if row["identity"]]
    assert len(ids) == len(set(ids))
    assert [row for row in LISTED if not rules_of(row) and not row["reason"]] == []


def test_every_rule_is_listed_and_every_listed_rule_is_there() -> None:
    there = {rule.id for pack in standard_packs() for rule in pack.rules}
    assert {rule for row in LISTED for rule in rules_of(row)} == there


def test_every_identity_of_the_tables_is_listed() -> None:
    wanted = {row["id"] for row in known_identities() if row["table"] not in NOT_TABLES}
    assert len(wanted) > 100
    assert wanted - {row["identity"] for row in LISTED} == set()


def test_an_unverified_identity_is_a_note_at_most() -> None:
    severity = {rule.id: rule.severity.name for pack in standard_packs() for rule in pack.rules}
    unverified = {row["id"] for row in known_identities() if row["source"].startswith("unverified")}
    graver = {
        rule: row["identity"]
        for row in LISTED
        if row["identity"] in unverified
        for rule in rules_of(row)
        if severity[rule] != "note"
    }
    assert graver == {}
