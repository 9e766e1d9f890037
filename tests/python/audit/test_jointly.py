# SPDX-License-Identifier: Apache-2.0
"""Tables whose every sum holds by rounding and that cannot be true as a whole."""

from __future__ import annotations

import json

import budgetcore
from writers.plain import page, table

HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def report(total: list[str]) -> budgetcore.Report:
    rows = [
        ["", "合计", *total],
        ["201", "一般公共服务支出", "3", "1", "1"],
        ["210", "卫生健康支出", "3", "1", "1"],
    ]
    made = page(table("支出预算总表", HEADER, rows), cover="某县财政局2024年部门预算")
    return budgetcore.read(made, name="a.html").audit()


def test_every_sum_passes_and_the_table_is_impossible() -> None:
    found = report(["5", "1", "3"])
    assert {outcome.status.name for outcome in found.outcomes} <= {
        "exact",
        "rounding",
        "not_applicable",
    }
    (finding,) = [f for f in found.findings if f.severity.name == "error"]
    assert "合在一起不可能" in finding.message()
    assert "all together they cannot" in finding.message("en")
    # The basic expenditure of the total is 2 or more; or else a class has one unit less.
    assert ("1", "合计") in {(r.place.text, r.place.row) for r in finding.repairs}
    assert found.verdict.name == "violated"
    certificate = json.loads(found.to_json())["findings"][0]["certificate"]
    assert len(certificate) == 3
    assert all(int(part["multiplier"]) != 0 for part in certificate)


def test_rounding_that_can_be_is_no_finding() -> None:
    found = report(["6", "2", "3"])
    assert [f for f in found.findings if f.severity.name != "note"] == []


def test_what_is_exact_elsewhere_neither_hides_nor_adds_a_contradiction() -> None:
    exact = [
        ["", "合计", "30.00", "20.00", "10.00"],
        ["201", "一般公共服务支出", "30.00", "20.00", "10.00"],
    ]
    impossible = [
        ["", "合计", "5", "1", "3"],
        ["201", "一般公共服务支出", "3", "1", "1"],
        ["210", "卫生健康支出", "3", "1", "1"],
    ]
    # The tables are of two funds, so that no statement holds them together.
    for rows in (exact, impossible), (impossible, exact):
        made = page(
            table("一般公共预算支出表", HEADER, rows[0]),
            table("政府性基金预算支出表", HEADER, rows[1]),
            cover="某县财政局2024年部门预算",
        )
        found = budgetcore.read(made, name="a.html").audit()
        joint = [f for f in found.findings if "合在一起不可能" in f.message()]
        assert len(joint) == 1
        assert ("1", "合计") in {(r.place.text, r.place.row) for r in joint[0].repairs}
