# SPDX-License-Identifier: Apache-2.0
"""Tables of performance targets and self-evaluations, in lines of text and drawn."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import budgetcore
from budgetcore import Target
from writers.plain import page

ROOT = Path(__file__).resolve().parents[3]


def targets_of(disclosure: budgetcore.Disclosure) -> list[dict[str, Any]]:
    return json.loads(disclosure.to_json())["targets"]  # type: ignore[no-any-return]


def cell(text: str, rows: int = 1, columns: int = 1) -> str:
    return f'<td rowspan="{rows}" colspan="{columns}">{text}</td>'


def drawn(title: str, *rows: str, cover: str = "某局2024年部门预算") -> budgetcore.Disclosure:
    grid = "".join(f"<tr>{row}</tr>" for row in rows)
    data = page(f"<p>{title}</p><p>（2024年度）</p><table>{grid}</table>", cover=cover)
    return budgetcore.read(data, name="a.html")


def plain(*cells: str) -> str:
    return "".join(cell(text) for text in cells)


# ---- the real disclosure ----


def joined(text: str) -> str:
    return "".join(text.split())


def test_every_target_of_the_real_disclosure_is_read(real: Any) -> None:
    folder = real("seed")
    truth = json.loads((folder / "yangquan-2024.facts.json").read_text(encoding="utf-8"))
    disclosure = budgetcore.read(folder / "yangquan-2024.txt")
    tables = targets_of(disclosure)
    wanted = [truth["department_target"], *truth["project_targets"]]
    assert len(tables) == len(wanted) == 14
    for table, want in zip(tables, wanted, strict=True):
        for side in ("period", "annual"):
            printed = [
                (i["level1"], i["level2"], joined(i["level3"]), joined(i["target"]))
                for i in want.get(side, [])
            ]
            read = [
                (i["level1"], i["level2"], joined(i["name"]), joined(i[side]))
                for i in table["indicators"]
                if i[side] is not None
            ]
            assert Counter(read) == Counter(printed), (table["id"], side)
        assert table["project"] == want.get("project", "")
        for total in ("period_total", "annual_total"):
            if "funds" in want and total in want["funds"]:
                assert table["funds"][total] == want["funds"][total]
    assert disclosure.not_read == []


def test_every_target_of_the_real_disclosure_has_a_form(real: Any) -> None:
    tables = targets_of(budgetcore.read(real("seed") / "yangquan-2024.txt"))
    printed = [
        indicator[side]
        for table in tables
        for indicator in table["indicators"]
        for side in ("period", "annual")
        if indicator[side] is not None
    ]
    forms = Counter(Target(text).form.name for text in printed)
    assert forms == {
        "quantity": 326,
        "grade": 90,
        "contract": 28,
        "deadline": 23,
        "schedule": 17,
        "reference": 12,
        "list": 7,
        "fees": 3,
        "tiers": 2,
        "milestone": 2,
        "malformed": 2,
    }


# ---- lines of text ----

HEAD = """ 市级预算部门（单位）项目支出绩效目标表
（2024年度）
项目名称 甲项目
主管部门及代码 021-某市财政局 实施单位
某市财政局（某市财会人员
服务中心）
项目属性 经常性项目 项目期 3年
项目资金

（元）
实施期资金总额： 300,000 年度资金总额： 100,000
其中：省级财政资金 0 其中：省级财政资金 0
市县（区）财政资金 300,000 市县（区）财政资金 100,000
其他资金 其他资金
项目概况 业务培训经费30万元。
实施期目标 年度目标
总体目标
三年内完成业务培训不少于9次，参训人员满意度达到95％以上，并形成长期机制。
本年完成业务培训不少于3次，参
训人员满意度达到95％以上。
绩
效
指
标
一级指标 二级指标 三级指标 指标值 二级指标 三级指标 指标值
"""


def read_text(below: str, head: str = HEAD) -> list[dict[str, Any]]:
    return targets_of(budgetcore.read((head + below).encode(), name="a.txt"))


def names(table: dict[str, Any]) -> list[tuple[str, str, str | None, str | None]]:
    return [(i["level2"], i["name"], i["period"], i["annual"]) for i in table["indicators"]]


def test_the_head_of_a_project_table() -> None:
    (table,) = read_text("产出指标\n数量指标 培训场次 ≥9次 数量指标 培训场次 ≥3次\n")
    assert (table["scope"], table["project"]) == ("project", "甲项目")
    assert table["unit"] == "某市财政局（某市财会人员服务中心）"
    assert table["funds"]["unit"] == "元"
    assert table["funds"]["annual_total"] == "100,000"
    assert [row["cells"] for row in table["funds"]["rows"]][-1] == ["其他资金", "", "其他资金", ""]
    assert {"name": "项目期", "text": "3年"} in table["facts"]
    goal = next(text for text in table["texts"] if text["name"] == "总体目标")
    assert goal["period"].endswith("并形成长期机制。")
    assert goal["annual"].startswith("本年完成业务培训不少于3次，参训人员")


def test_names_and_targets_broken_over_lines() -> None:
    (table,) = read_text("""产出指标

数量指标

构建分行业分领域绩效指标
体系试点单位

≥2个/年

数量指标

构建分行业分领
域绩效指标体系
≥2个/年

质量指标

培训覆盖面 市县财政系统、中介机构、市直单位 质量指标 培训覆盖面
市县财政系统、中介
机构、市直单位

检查考务人员履职情况 良好 检查考务人员履职良好
满意度指标 服务对象满意度指参训人员满意度 ≥95% 服务对象满意度指标参训人员满意度 ≥95%
""")
    assert names(table) == [
        ("数量指标", "构建分行业分领域绩效指标体系试点单位", "≥2个/年", "≥2个/年"),
        (
            "质量指标",
            "培训覆盖面",
            "市县财政系统、中介机构、市直单位",
            "市县财政系统、中介机构、市直单位",
        ),
        ("质量指标", "检查考务人员履职情况", "良好", "良好"),
        ("服务对象满意度指标", "参训人员满意度", "≥95%", "≥95%"),
    ]


def test_rows_in_another_order_and_rows_of_one_column() -> None:
    (table,) = read_text("""产出指标
成本指标
设备维修费用 10万元
成本指标
办公用品及耗材 8万元
办公用品及耗材 8万元 临时工人均工资 1880元/月
临时工人均工资 1880元/月 设备维修费用 10万元
数量指标
见习生数量 3人/年
效益指标
经济效益指标 经济效益指标
""")
    assert names(table) == [
        ("成本指标", "设备维修费用", "10万元", "10万元"),
        ("成本指标", "办公用品及耗材", "8万元", "8万元"),
        ("成本指标", "临时工人均工资", "1880元/月", "1880元/月"),
        ("数量指标", "见习生数量", "3人/年", None),
    ]
    assert table["empty_categories"] == ["经济效益指标"]


def test_a_page_that_begins_without_its_first_level() -> None:
    (table,) = read_text("数量指标 培训场次 ≥9次 数量指标 培训场次 ≥3次\n")
    assert table["indicators"][0]["level1"] == "产出指标"


def test_what_has_no_place_is_said() -> None:
    disclosure = budgetcore.read(
        (HEAD + "产出指标\n数量指标 培训场次 ≥9次 数量指标 培训场次 ≥3次\n≥100人\n").encode(),
        name="a.txt",
    )
    assert [line.text for line in disclosure.not_read] == ["≥100人"]


WEIGHTED = HEAD.rsplit("一级指标", 1)[0]


def test_weights_signs_and_measures_in_lines_of_text() -> None:
    (table,) = read_text(
        """一级指标 二级指标 三级指标 指标性质 指标值 度量单位 权重
产出指标
数量指标 培训场次 ≥ 3 次 20
构建分行业分领域绩效指标
体系试点单位
≥ 2 个 10
质量指标 合格率 ＝ 100 % 30
效益指标 社会效益指标 服务能力 定性 有效提升 30
生态效益指标
""",
        WEIGHTED,
    )
    read = [(i["level1"], i["name"], i["annual"], i["weight"]) for i in table["indicators"]]
    assert read == [
        ("产出指标", "培训场次", "≥3次", "20"),
        ("产出指标", "构建分行业分领域绩效指标体系试点单位", "≥2个", "10"),
        ("产出指标", "合格率", "＝100%", "30"),
        ("效益指标", "服务能力", "有效提升", "30"),
    ]
    assert table["empty_categories"] == ["生态效益指标"]


EVALUATED = """ 项目支出绩效自评表
（2024年度）
项目名称 甲项目
主管部门 某局 实施单位 某局
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 100.00 100.00 98.76 10 98.76% 9.88
其中：当年财政拨款 100.00 100.00 98.76 — — —
年度总体目标
预期目标 实际完成情况
完成培训。 已完成。
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标（60分）
数量指标 培训场次 ≥3次 3次 30 30
质量指标 参加业务培训的
预算单位人数 ≥100人 90人 30 27 部分单位未参加，
已安排补课
效益指标 社会效益指标 资金节约率 ≥5% 6% 20 20
满意度指标 服务对象满意度指标 参训人员满意度 ≥95% 96% 10 10
总分 100 96.88
"""


def test_a_self_evaluation_in_lines_of_text() -> None:
    disclosure = budgetcore.read(EVALUATED.encode(), name="a.txt")
    (table,) = targets_of(disclosure)
    assert disclosure.not_read == []
    assert (disclosure.year, table["evaluation"], table["project"]) == (2024, True, "甲项目")
    assert table["funds"]["unit"] == "万元"
    assert [row["cells"] for row in table["funds"]["rows"]] == [
        ["年度资金总额", "100.00", "100.00", "98.76", "10", "98.76%", "9.88"],
        ["当年财政拨款", "100.00", "100.00", "98.76", "—", "—", "—"],
    ]
    read = [
        (i["name"], i["annual"], i["actual"], i["score"], i["reason"]) for i in table["indicators"]
    ]
    assert read == [
        ("培训场次", "≥3次", "3次", "30", ""),
        ("参加业务培训的预算单位人数", "≥100人", "90人", "27", "部分单位未参加，已安排补课"),
        ("资金节约率", "≥5%", "6%", "20", ""),
        ("参训人员满意度", "≥95%", "96%", "10", ""),
    ]
    assert table["total"] == "96.88"
    assert rules_of(disclosure) == set()
    slip = EVALUATED.replace("总分 100 96.88", "总分 100 97.88")
    assert rules_of(budgetcore.read(slip.encode(), name="a.txt")) == {"target.score_totals"}


@pytest.mark.parametrize(
    "part", ["培训", "≥", "≥3次 ", "数量指标 ", "一级指标 三级指标 指标值\n", "（元）"]
)
def test_a_hostile_table_is_read_in_time(part: str) -> None:
    text = HEAD + "产出指标\n" + "\n".join(part * 4 for _ in range(3_000))
    assert budgetcore.read(text.encode(), name="a.txt").not_read is not None


# ---- drawn tables ----


def test_merged_levels_and_two_groups() -> None:
    disclosure = drawn(
        "项目支出绩效目标表",
        plain("项目名称") + cell("甲项目", columns=6),
        plain("项目资金（万元）", "实施期资金总额：", "30.00", "年度资金总额：", "10.00", "", ""),
        plain("", "其中：财政拨款", "30.00", "其中：财政拨款", "10.00", "", ""),
        plain("总体目标") + cell("三年培训9次。", columns=3) + cell("本年培训3次。", columns=3),
        plain("一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"),
        cell("产出指标", rows=3)
        + cell("数量指标", rows=2)
        + plain("培训场次", "≥9次")
        + cell("数量指标", rows=2)
        + plain("培训场次", "≥3次"),
        plain("培训人数", "≥90人", "培训人数", "≥30人"),
        plain("质量指标", "合格率", "≥90%", "质量指标", "合格率", "≥90%"),
        plain("效益指标", "经济效益指标", "", "", "经济效益指标", "", ""),
    )
    (table,) = targets_of(disclosure)
    assert names(table) == [
        ("数量指标", "培训场次", "≥9次", "≥3次"),
        ("数量指标", "培训人数", "≥90人", "≥30人"),
        ("质量指标", "合格率", "≥90%", "≥90%"),
    ]
    assert {i["level1"] for i in table["indicators"]} == {"产出指标"}
    assert table["empty_categories"] == ["经济效益指标"]
    assert (table["funds"]["period_total"], table["funds"]["annual_total"]) == ("30.00", "10.00")
    assert table["funds"]["unit"] == "万元"
    goal = next(text for text in table["texts"] if text["name"] == "总体目标")
    assert (goal["period"], goal["annual"]) == ("三年培训9次。", "本年培训3次。")


def test_a_form_of_the_period_beside_the_year() -> None:
    # As in Shanghai: the totals have labels of their own, the left column has rows less.
    disclosure = drawn(
        "财政项目支出绩效目标申报表",
        plain("项目名称", "甲项目", "项目性质", "阶段性项目", "项目类别", "特定目标类"),
        plain("项目资金（元）", "项目资金总额", "10,308,000", "年度资金申请总额", "3,498,000", ""),
        plain("", "其中：财政资金", "10,308,000", "其中：当年财政拨款", "3,400,000", ""),
        plain("", "", "", "上年结转资金", "98,000", ""),
        plain("", "其他资金", "0", "其他资金", "0", ""),
        plain("绩效指标", "一级指标", "二级指标", "三级指标", "年度（/项目）指标值", ""),
        plain("", "产出指标", "数量指标", "培训场次", "=100.00(%)", ""),
    )
    (table,) = targets_of(disclosure)
    assert disclosure.not_read == []
    assert (table["project"], names(table)) == (
        "甲项目",
        [("数量指标", "培训场次", None, "=100.00(%)")],
    )
    assert [row["cells"] for row in table["funds"]["rows"]] == [
        ["项目资金总额", "10,308,000", "年度资金申请总额", "3,498,000"],
        ["财政资金", "10,308,000", "当年财政拨款", "3,400,000"],
        ["", "", "上年结转资金", "98,000"],
        ["其他资金", "0", "其他资金", "0"],
    ]
    assert "target.funds" not in rules_of(disclosure)


def test_signs_and_measures_in_columns_of_their_own() -> None:
    disclosure = drawn(
        "项目支出绩效目标表",
        plain("项目名称", "甲项目", "", "", "", "", ""),
        plain("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重"),
        plain("产出指标", "数量指标", "培训场次", "≥", "3", "次", "20"),
        plain("产出指标", "质量指标", "合格率", "＝", "100", "%", "30"),
        plain("效益指标", "社会效益指标", "服务能力", "定性", "有效提升", "", "30"),
        plain("满意度指标", "服务对象满意度指标", "满意度", "≥", "95%", "%", "10"),
    )
    (table,) = targets_of(disclosure)
    read = [(i["name"], i["annual"], i["weight"]) for i in table["indicators"]]
    assert read == [
        ("培训场次", "≥3次", "20"),
        ("合格率", "＝100%", "30"),
        ("服务能力", "有效提升", "30"),
        ("满意度", "≥95%", "10"),
    ]


def self_evaluation(**changed: str) -> budgetcore.Disclosure:
    printed = {
        "spent": "98.76",
        "rate": "98.76%",
        "execution": "9.88",
        "share": "27",
        "total": "96.88",
    }
    printed.update(changed)
    return drawn(
        "项目支出绩效自评表",
        plain("项目名称") + cell("甲项目", columns=8),
        plain("主管部门", "某局", "", "", "", "实施单位", "某局", "", ""),
        cell("项目资金（万元）", rows=3)
        + cell("", columns=2)
        + plain("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        cell("年度资金总额", columns=2)
        + plain("100.00", "100.00", printed["spent"], "10", printed["rate"], printed["execution"]),
        cell("其中：当年财政拨款", columns=2)
        + plain("100.00", "100.00", printed["spent"], "—", "—", "—"),
        cell("年度总体目标", rows=2)
        + cell("预期目标", columns=4)
        + cell("实际完成情况", columns=4),
        cell("完成培训。", columns=4) + cell("已完成。", columns=4),
        cell("绩效指标", rows=5)
        + plain("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
        + plain("偏差原因分析及改进措施"),
        plain("产出指标（60分）", "数量指标", "培训场次", "≥3次", "3次", "30", "30", ""),
        plain(
            "产出指标（60分）",
            "质量指标",
            "培训人数",
            "≥100人",
            "90人",
            "30",
            printed["share"],
            "疫情",
        ),
        plain("效益指标", "社会效益指标", "节约率", "≥5%", "6%", "20", "20", ""),
        plain("满意度指标", "服务对象满意度指标", "满意度", "≥95%", "96%", "10", "10", ""),
        cell("总分", columns=6) + plain("100", printed["total"], ""),
        cover="某局2024年部门决算",
    )


def rules_of(disclosure: budgetcore.Disclosure) -> set[str]:
    return {f.rule for f in disclosure.audit().findings if f.rule.startswith("target.")}


def test_a_self_evaluation_is_read_and_scored() -> None:
    disclosure = self_evaluation()
    (table,) = targets_of(disclosure)
    assert table["evaluation"] is True
    assert [(i["name"], i["actual"], i["score"]) for i in table["indicators"]] == [
        ("培训场次", "3次", "30"),
        ("培训人数", "90人", "27"),
        ("节约率", "6%", "20"),
        ("满意度", "96%", "10"),
    ]
    assert table["indicators"][0]["level1"] == "产出指标"
    assert table["indicators"][1]["reason"] == "疫情"
    assert table["total"] == "96.88"
    assert [row["cells"][1:4] for row in table["funds"]["rows"]] == [
        ["100.00", "100.00", "98.76"]
    ] * 2
    assert rules_of(disclosure) == set()
    outcomes = Counter(
        obligation.rule
        for obligation, outcome in zip(
            disclosure.audit().obligations, disclosure.audit().outcomes, strict=True
        )
        if outcome.status.name == "exact" and obligation.rule.startswith("target.")
    )
    assert {"target.funds", "target.execution", "target.scores", "target.score_totals"} <= set(
        outcomes
    )


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"rate": "97.86%"}, "target.execution"),
        ({"execution": "9.78", "total": "96.78"}, "target.scores"),
        ({"share": "29", "total": "98.88"}, "target.scores"),
        ({"share": "31", "total": "100.88"}, "target.score_totals"),
        ({"total": "97.88"}, "target.score_totals"),
    ],
)
def test_a_slip_in_a_self_evaluation_is_found(changed: dict[str, str], rule: str) -> None:
    assert rules_of(self_evaluation(**changed)) == {rule}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/targets").glob("*.txt")), ids=lambda path: path.stem
)
def test_tables_in_other_layouts(path: Path) -> None:
    disclosure = budgetcore.read(path)
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        wanted = [tuple(row) for row in csv.reader(file)][1:]
    read = [
        (i.level1, i.level2, i.name, i.annual.text, i.annual.form.name)
        for table in disclosure.targets
        for i in table.indicators
        if i.annual is not None
    ]
    assert read == wanted
    assert disclosure.not_read == []


def test_a_value_column_that_the_row_below_parts() -> None:
    def read(*parts: str) -> list[tuple[str | None, str]]:
        disclosure = drawn(
            "项目支出绩效目标表",
            plain("项目名称", "河道保洁") + cell("", columns=3),
            "".join(cell(t, rows=2) for t in ("一级指标", "二级指标", "三级指标"))
            + cell("指标值", columns=2),
            "".join(cell(part) for part in parts),
            plain("产出指标", "数量指标", "保洁河道长度", "40公里", "42公里"),
        )
        assert disclosure.not_read == []
        return [
            (i.period.text if i.period else None, i.annual.text)
            for i in disclosure.targets[0].indicators
            if i.annual is not None
        ]

    assert read("上年", "预期当年实现") == [(None, "42公里")]
    assert read("年度", "实施期") == [("42公里", "40公里")]


@pytest.mark.parametrize(
    "header", ["一级指标 二级指标 内容 结果", "考核一级 考核二级 事项 要求"], ids=["half", "none"]
)
def test_indicators_under_an_unknown_header_are_not_taken_as_text(header: str) -> None:
    text = (ROOT / "tests/targets/port.txt").read_text(encoding="utf-8")
    unknown = text.replace("一级目标 二级目标 三级目标 目标值", header)
    assert unknown != text
    disclosure = budgetcore.read(unknown.encode(), name="a.txt")
    not_read = [line.text for line in disclosure.not_read]
    assert next(line for line in text.splitlines() if "目标 数量 维护" in line) in not_read
    assert {line.why.name for line in disclosure.not_read} == {"header_not_understood"}
    assert all("监控路数" not in "".join(t) for t in disclosure.targets[0].texts.values())


def test_money_in_other_layouts() -> None:
    def funds(name: str) -> tuple[str, str]:
        (table,) = budgetcore.read(ROOT / f"tests/targets/{name}.txt").targets
        return table.period_total.text, table.annual_total.text

    assert funds("clinic")[1] == "12,460.00"
    assert funds("elder-care")[1] == "3,860,000"
    assert funds("flood") == ("", "68.00")
    assert funds("archives") == ("240.00", "80.00")
    assert funds("sports")[1] == "92.50"
    clinic = (ROOT / "tests/targets/clinic.txt").read_bytes()
    wrong = budgetcore.read(clinic.replace(b"400.00", b"500.00"), name="clinic.txt")
    assert [f.rule for f in wrong.audit().findings if f.severity.name == "error"] == [
        "target.funds"
    ]


def test_a_header_over_two_lines() -> None:
    text = (ROOT / "tests/targets/heritage.txt").read_text(encoding="utf-8")
    broken = text.replace(
        "绩效指标 一级指标 二级指标 三级指标 指标值", "一级 二级 三级指标 指标值\n指标 指标"
    )
    assert broken != text
    (whole,), (read,) = (budgetcore.read(t.encode(), name="a.txt").targets for t in (text, broken))
    assert [(i.name, str(i.annual)) for i in read.indicators] == [
        (i.name, str(i.annual)) for i in whole.indicators
    ]
