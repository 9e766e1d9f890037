# SPDX-License-Identifier: Apache-2.0
"""Tables of performance targets as lines of text, of invented projects and bodies."""

from __future__ import annotations

from collections.abc import Sequence

Row = tuple[str, str, str, str | None]
"""Second level, name, target of the period, target of the year; None stands in no column."""

TRAINING: list[Row] = [
    ("数量指标", "培训场次", "≥3次/年", "≥3次/年"),
    ("数量指标", "培训人数", "≥60人/年", "≥60人/年"),
    ("质量指标", "培训合格率", "≥90%", "≥90%"),
]
"""Indicators that nothing is wrong with."""

LEVEL1 = {"社会效益指标": "效益指标", "服务对象满意度指标": "满意度指标"}


def project(
    rows: Sequence[Row] = TRAINING,
    *,
    name: str = "甲项目",
    term: str = "1年",
    funds: tuple[str, str] = ("100,000", "100,000"),
    texts: Sequence[tuple[str, str]] = (),
) -> str:
    """A project's table: money in 元, targets of the period and of the year side by side."""
    period, annual = funds
    lines = [
        " 市级预算部门（单位）项目支出绩效目标表",
        "（2024年度）",
        f"项目名称 {name}",
        "主管部门及代码 021-某市财政局 实施单位 某市财政局",
        f"项目属性 经常性项目 项目期 {term}",
        "项目资金（元）",
        f"实施期资金总额： {period} 年度资金总额： {annual}",
        "其中：省级财政资金 0 其中：省级财政资金 0",
        f"市县（区）财政资金 {period} 市县（区）财政资金 {annual}",
        *(f"{label} {text}" for label, text in texts),
        "一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值",
    ]
    first = second = ""
    for level2, indicator, of_period, of_year in rows:
        level1 = LEVEL1.get(level2, "产出指标")
        if level1 != first:
            lines.append(level1)
        label = f"{level2} " if level2 != second else ""
        cells = f"{label}{indicator} {of_period}"
        if of_year is not None:
            cells += f" {label}{indicator} {of_year}"
        lines.append(cells)
        first, second = level1, level2
    lines.append("负责人： 经办人： 联系电话： 填报日期： 20240101000000")
    return "\n".join(lines) + "\n"


def department(
    rows: Sequence[tuple[str, str, str]] = (("数量指标", "培训场次", "≥3次/年"),),
    *,
    posts: str = "123人",
    staff: str = "126人",
    regular: str = "120人",
    others: str = "6人",
    total: str = "100.00",
    offices: str = "20个",
) -> str:
    """A department's table: money in 万元, one column of targets."""
    lines = [
        " 市级预算部门（单位）整体支出绩效目标申报表",
        "（2024）年度",
        "部门名称 021-某市财政局",
        f"内设职能部门数 {offices} 所属预算单位数 2个",
        f"核定的人员编制数 {posts}",
        f"实际在职人员总数 {staff}",
        f"其中:在编人员数 {regular}",
        f"其他人员数 {others}",
        "按资金来源划分 资金总额（万元） 按资金方向划分 资金总额（万元）",
        f"合 计 {total} 合 计 100.00",
        "其中:一般公共预算资金 100.00 其中:基本支出 60.00",
        "政府性基金预算资金 0.00 项目支出 40.00",
        "一级指标 二级指标 三级指标 指标值",
        "产出指标",
        *(f"{level2} {name} {target}" for level2, name, target in rows),
    ]
    return "\n".join(lines) + "\n"
