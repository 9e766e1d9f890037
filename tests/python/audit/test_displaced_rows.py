# SPDX-License-Identifier: Apache-2.0
"""A table whose figures stand beside the names of other rows is one finding, not one a row."""

from __future__ import annotations

import budgetcore
from writers.plain import page, table

HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]

ALL = [
    ["207", "文化旅游体育与传媒支出", "170.30", "73.70", "96.60"],
    ["20701", "文化和旅游", "147.50", "73.70", "73.80"],
    ["2070101", "行政运行", "45.40", "45.40", ""],
    ["2070104", "图书馆", "102.10", "28.30", "73.80"],
    ["20709", "旅游发展基金支出", "2.80", "", "2.80"],
    ["2070904", "地方旅游开发项目补助", "2.80", "", "2.80"],
    ["20799", "其他文化旅游体育与传媒支出", "20.00", "", "20.00"],
    ["2079999", "其他文化旅游体育与传媒支出", "20.00", "", "20.00"],
    ["208", "社会保障和就业支出", "60.46", "60.46", ""],
    ["20805", "行政事业单位养老支出", "60.46", "60.46", ""],
    ["2080501", "行政单位离退休", "10.60", "10.60", ""],
    ["2080505", "机关事业单位基本养老保险缴费支出", "49.86", "49.86", ""],
    ["210", "卫生健康支出", "37.37", "37.37", ""],
    ["21011", "行政事业单位医疗", "37.37", "37.37", ""],
    ["2101101", "行政单位医疗", "37.37", "37.37", ""],
]
TOTAL = ["268.13", "171.53", "96.60"]

# Without the fund: the names of its two rows are left, their figures are not.
NAMES = [row[:2] for row in ALL] + [["", "合计"]]
RIGHT = (
    [["167.50", "73.70", "93.80"]] + [row[2:] for row in ALL[1:]] + [["265.33", "171.53", "93.80"]]
)
BLANK = ["", "", ""]


def audit(figures: list[list[str]]) -> budgetcore.Report:
    expenditure = [["", "合计", *TOTAL], *ALL]
    general = [name + row for name, row in zip(NAMES, figures, strict=True)]
    made = page(
        table("支出决算表", HEADER, expenditure),
        table("一般公共预算财政拨款支出决算表", HEADER, general),
        cover="某局2024年度部门决算",
    )
    return budgetcore.read(made, name="a.html").audit()


def graver(report: budgetcore.Report) -> list[budgetcore.Finding]:
    """Errors and warnings about figures."""
    return [
        f
        for f in report.findings
        if f.severity.name != "note" and f.rule.startswith("final.") and f.repairs
    ]


def test_names_without_figures_are_no_error() -> None:
    figures = [*RIGHT[:4], BLANK, BLANK, *RIGHT[6:]]
    assert graver(audit(figures)) == []


def test_figures_that_moved_up_are_one_finding() -> None:
    figures = [*RIGHT[:4], *RIGHT[6:], ["1.00", "1.00", ""], ["2.00", "", "2.00"]]
    (finding,) = graver(audit(figures))
    assert finding.cause.name == "displaced_rows"
    assert "自“旅游发展基金支出”一行起，各行的数字与行名错开" in finding.message()
    assert "from the row 旅游发展基金支出" in finding.message("en")
    put_back = {(r.place.row, r.place.column): r.value for r in finding.repairs}
    assert put_back["旅游发展基金支出", "合计"] is None
    assert put_back["社会保障和就业支出", "基本支出"] == "60.46"
    assert put_back["合计", "合计"] == "265.33"
    # Nothing else is said of the cells that are to be blank, or to be filled.
    report = audit(figures)
    assert not any(f.cause.name == "unstated_total" for f in report.findings)


def test_a_few_exchanged_rows_are_no_displacement() -> None:
    right = [*RIGHT[:4], BLANK, BLANK, *RIGHT[6:]]
    figures = [*right[:10], right[11], right[10], *right[12:]]
    assert "displaced_rows" not in {f.cause.name for f in audit(figures).findings}


ITEMS = [
    ("30201", "办公费", "534.52"),
    ("30202", "印刷费", "0.00"),
    ("30211", "差旅费", "0.00"),
    ("30212", "因公出国（境）费用", "13.24"),
    ("30213", "维修（护）费", "226.51"),
    ("30217", "公务接待费", "0.30"),
    ("30227", "委托业务费", "75.37"),
    ("30231", "公务用车运行维护费", "19.56"),
    ("30239", "其他交通费用", "5.00"),
    ("30299", "其他商品和服务支出", "20.81"),
]
OPERATING = "895.31"
THREE = table(
    "财政拨款“三公”经费支出决算表",
    ["合计", "", "因公出国（境）费", "", "公务用车购置及运行维护费", *[""] * 5, "公务接待费", ""],
    [
        [*[""] * 4, "小计", "", "公务用车购置费", "", "公务用车运行维护费", "", "", ""],
        ["预算数", "决算数"] * 6,
        [
            "40.00",
            "33.10",
            "15.00",
            "13.24",
            "20.00",
            "19.56",
            "",
            "",
            "20.00",
            "19.56",
            "5",
            "0.30",
        ],
    ],
)


def basic(figures: list[str], operating: str = OPERATING) -> budgetcore.Report:
    """A final account by economic subject, beside what it spent on the three public items."""
    rows = [["302", "商品和服务支出", operating]]
    rows += [[code, name, f] for (code, name, _), f in zip(ITEMS, figures, strict=True)]
    rows += [["", "公用经费合计", operating]]
    economic = table("一般公共预算财政拨款基本支出决算表", ["科目编码", "科目名称", "决算数"], rows)
    return budgetcore.read(
        page(economic, THREE, cover="某局2024年度部门决算"), name="a.html"
    ).audit()


def test_figures_a_row_too_high_are_one_finding() -> None:
    right = [figure for _, _, figure in ITEMS]
    assert graver(basic(right)) == []
    # All figures below 印刷费 stand one row too high; the last row repeats the total.
    (finding,) = graver(basic([*right[:2], *right[3:], OPERATING]))
    assert finding.cause.name == "displaced_rows"
    assert "自“差旅费”一行起，各行的数字与行名错开" in finding.message()
    put_back = {r.place.row: r.value for r in finding.repairs}
    assert put_back == {name: figure for _, name, figure in ITEMS[2:]}


def test_figures_a_row_too_low_are_one_finding() -> None:
    right = [figure for _, _, figure in ITEMS]
    # A figure came in at 因公出国（境）费用, those below it moved down.
    moved = [*right[:3], "2.00", *right[3:9]]
    (finding,) = graver(basic(moved, operating="874.50"))
    assert finding.cause.name == "displaced_rows"
    put_back = {r.place.row: r.value for r in finding.repairs}
    assert put_back["因公出国（境）费用"] == "13.24"
    assert put_back["公务接待费"] == "0.30"
    assert put_back["公务用车运行维护费"] == "19.56"


def test_an_amount_is_not_said_to_be_negative() -> None:
    right = [figure for _, _, figure in ITEMS]
    report = basic([*right[:-1], OPERATING])
    assert graver(report)
    for finding in report.findings:
        for repair in finding.repairs:
            assert repair.high is None or repair.high >= 0, finding.message()
