# SPDX-License-Identifier: Apache-2.0
"""A small disclosure whose narrative a test writes, and what becomes of its sentences."""

from __future__ import annotations

import budgetcore
from writers.plain import page, paragraphs, table

REVENUE = table(
    "收入预算总表",
    ["单位名称", "合计", "一般公共预算", "政府性基金预算"],
    [["合计", "100.00", "100.00", ""], ["某县财政局", "100.00", "100.00", ""]],
)
EXPENDITURE = table(
    "支出预算总表",
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [
        ["", "合计", "100.00", "60.00", "40.00"],
        ["201", "一般公共服务支出", "80.00", "40.00", "40.00"],
        ["210", "卫生健康支出", "20.00", "20.00", ""],
    ],
)


def disclosure(*text: str, kind: str = "预算", tables: bool = True) -> budgetcore.Disclosure:
    made = [REVENUE, EXPENDITURE] if tables else []
    return budgetcore.read(
        page(*made, paragraphs("第三部分 情况说明", *text), cover=f"某县财政局2024年部门{kind}"),
        name="a.html",
    )


def statuses(read: budgetcore.Disclosure) -> dict[str, list[str]]:
    report = read.audit()
    found: dict[str, list[str]] = {}
    for obligation, outcome in zip(report.obligations, report.outcomes, strict=True):
        if obligation.rule.startswith("text."):
            found.setdefault(obligation.rule.removeprefix("text."), []).append(outcome.status.name)
    return found


def said(*text: str, kind: str = "预算", tables: bool = True) -> dict[str, list[str]]:
    """What becomes of what sentences say, what is not applicable left out."""
    found = statuses(disclosure(*text, kind=kind, tables=tables))
    kept = {
        rule: [s for s in all_ if s != "not_applicable"]
        for rule, all_ in found.items()
        if rule not in ("unit", "short_unit")
    }
    return {rule: left for rule, left in kept.items() if left}
