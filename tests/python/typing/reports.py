# SPDX-License-Identifier: Apache-2.0
"""A program that reads and audits a disclosure, as a strict type checker sees it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import budgetcore as bc

TEXT = """2024年部门支出总表
部门名称：[021]某局 单位：万元
项目 2024年预算数
科目编码 科目名称 合计 基本支出 项目支出
合计 9.90 3.50 6.40
201 一般公共服务支出 9.90 3.50 6.40
20106 财政事务 9.90 3.50 6.40
2010601 行政运行 3.50 3.50
2010602 一般行政管理事务 4.60  6.40
"""

disclosure = bc.read(TEXT.encode(), name="a.txt")
assert_type(disclosure, bc.Disclosure)
assert_type(disclosure.year, int | None)
assert_type(disclosure.tables, list[bc.Table])
assert_type(list(disclosure), list[bc.Table])
assert_type(disclosure["支出总表"], bc.Table)
assert_type(disclosure.find(bc.TableKind.revenue), bc.Table | None)
assert disclosure.find(bc.TableKind.revenue) is None
assert_type("支出总表" in disclosure, bool)
assert_type(len(disclosure), int)
assert_type(disclosure.not_read, list[bc.NotRead])

table = disclosure["支出总表"]
assert_type(table.rows[0].cells[1].figure, bc.Figure)
assert_type(table.cells, list[list[bc.Cell]])
assert_type(table.cell(0, 1), bc.Cell)
assert_type(table.children(0), list[int])
assert_type(table.total_row(), int | None)
assert_type(table.columns[0].role, bc.ColumnRole)
assert_type(table.rows[0].labels[0].parent, int | None)

report = disclosure.audit(previous=[disclosure], rules=[])
assert_type(report, bc.Report)
assert_type(report.verdict, bc.Verdict)
assert_type(report.coverage.rules, dict[str, dict[str, int]])
assert_type(report.coverage.figures.checked, int)
assert_type(report.to_text(lang="en"), str)
assert_type(report.unchecked, list[bc.CellRef])
for finding in report.findings:
    assert_type(finding, bc.Finding)
    assert_type(finding.severity, bc.Severity)
    assert_type(finding.places, list[bc.FindingPlace])
    assert_type(finding.expected_low, Decimal | None)
    assert_type([repair.value for repair in finding.repairs], list[str | None])
    assert_type(finding.explain("en"), str)


def sums(audited: bc.Report) -> Iterator[tuple[str, Decimal | None]]:
    """Every decided sum with what its left side prints."""
    for obligation, outcome in zip(audited.obligations, audited.outcomes, strict=True):
        assert_type(obligation.left, list[bc.Term])
        assert_type(obligation.relation, bc.Relation)
        for term in (*obligation.left, *obligation.right):
            assert_type(term.coefficient, int)
            assert_type(audited.cell(term.cell).figure, bc.Figure)
            assert_type(audited.place(term.cell).row, str)
        if outcome.status in (bc.Status.exact, bc.Status.rounding):
            assert_type(outcome.left, bc.DecimalInterval | None)
            assert_type(outcome.strain, bc.Ratio | None)
            yield obligation.rule, outcome.left_printed


assert any(printed is not None for _, printed in sums(report))


def own_rules(path: Path) -> bc.Report:
    """Rule files by path, by text of a path, or loaded."""
    return disclosure.audit(rules=[path, str(path), bc.load_rules(path)])


assert_type(bc.standard_packs(), list[bc.Pack])
assert_type(bc.standard_packs()[0].rules[0].document, bc.DisclosureKind | None)
