# SPDX-License-Identifier: Apache-2.0
"""Rules of tables of targets: what each finds, where, and what it must leave alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import budgetcore
from writers.targets import TRAINING, Row, department, project

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024.txt"


def read(text: str, name: str = "a.txt") -> budgetcore.Disclosure:
    return budgetcore.read(text.encode(), name=name)


def found(text: str, **how: Any) -> dict[str, list[str]]:
    """Messages of the findings by rule."""
    messages: dict[str, list[str]] = {}
    for finding in read(text).audit(**how).findings:
        if finding.rule.startswith("target."):
            messages.setdefault(finding.rule, []).append(finding.explain("zh"))
    return messages


def with_rows(*rows: Row) -> str:
    return project([*TRAINING, *rows])


def test_nothing_is_said_of_a_sound_table() -> None:
    assert found(project()) == {}
    assert found(department()) == {}
    assert found(project() + project(name="乙项目")) == {}


@pytest.mark.parametrize(
    ("row", "rule", "said"),
    [
        (("质量指标", "正常使用率", "＞100%", "＞100%"), "target.rate", "＞100%"),
        (("质量指标", "正常使用率", "≥120%", "≥120%"), "target.rate", "≥120%"),
        (("质量指标", "正常使用率", "110%", "110%"), "target.rate", "110%"),
        (("成本指标", "法律顾问费", "3元/人", "3元/人"), "target.price", "3元/人"),
        (("成本指标", "电脑成本", "≤5元/台", "≤5元/台"), "target.price", "≤5元/台"),
        (("成本指标", "人均培训成本", "≤380人/天", "≤380人/天"), "target.measure", "≤380元/人/天"),
        (("成本指标", "培训", "≤380人/天/元", "≤380人/天/元"), "target.form", "≤380元/人/天"),
        (("数量指标", "展板", "≥12", "≥12"), "target.measure", "≥12"),
        (("数量指标", "展板", "≥12块且≤5块", "≥12块且≤5块"), "target.form", "没有任何数值能满足"),
        (("质量指标", "合格率", "≥100%", "≥100%"), "target.full_rate", "合格率"),
        (("质量指标", "培训合格率", "≥95%", "≥95%"), "target.duplicated", "培训合格率"),
        (("数量指标", "考试人数", "≥4200人", "≥4000人"), "target.columns", "年度低于实施期"),
        (("数量指标", "考试人数", "≥4000人", "≥4200人"), "target.columns", "年度高于实施期"),
        (("成本指标", "补贴", "1980元/月/人", "1980元/月"), "target.columns", "计量单位不同"),
        (("数量指标", "见习生人数", "3人/年", None), "target.one_column", "见习生人数"),
        (("社会效益指标", "服务能力", "有效提升", "有效提升"), "target.measurable", "服务能力"),
    ],
)
def test_a_target_that_is_wrong_by_itself(row: Row, rule: str, said: str) -> None:
    messages = found(with_rows(row))
    assert set(messages) == {rule}
    assert said in messages[rule][0]


@pytest.mark.parametrize(
    "row",
    [
        ("质量指标", "收入增长率", "≥120%", "≥120%"),
        ("质量指标", "安全事故发生率", "0%", "0%"),
        ("成本指标", "培训费", "≤400元/人/ 天", "≤400元/天/人"),
        ("成本指标", "资金节约率", "≥5%", "≥5%"),
        ("数量指标", "每期培训天数", "2天", "2天"),
        ("时效指标", "完成时间", "每年11月底前完成", "每年11月底前"),
        ("成本指标", "印刷成本", "按合同价", "按合同价"),
    ],
)
def test_a_target_that_is_in_order(row: Row) -> None:
    assert found(with_rows(row)) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全年完成培训不少于2场。", "≥3次/年"),
        ("培训人员满意度和对专家、第三方机构满意度均达到95％以上。", "≥90%"),
        ("重点评价、培训、印刷等工作均在12月底之前完成。", "每年11月底前完成"),
        ("资料印刷不少于600份。", "800份"),
    ],
)
def test_a_text_that_asks_for_something_else(text: str, said: str) -> None:
    rows: list[Row] = [
        *TRAINING,
        ("数量指标", "文件印刷份数", "800份", "800份"),
        ("时效指标", "业务培训完成时间", "每年11月底前完成", "每年11月底前完成"),
        ("服务对象满意度指标", "参训人员满意度", "≥90%", "≥90%"),
    ]
    messages = found(project(rows, texts=[("总体目标", text)]))
    assert set(messages) == {"target.text"}
    assert said in messages["target.text"][0]


@pytest.mark.parametrize(
    "text",
    [
        "全年完成培训不少于3场。",
        "培训人数不少于60人，培训合格率达到90％以上。",
        "为近400家预算单位办理支付12万余笔。",
        "选择1-3个单位开展检查。",
        "严格执行财务制度，提高资金使用效益。",
    ],
)
def test_a_text_that_asks_for_the_same_or_for_something_not_listed(text: str) -> None:
    assert found(project(texts=[("总体目标", text)])) == {}


def test_money_of_a_table() -> None:
    assert set(found(project(funds=("100,000", "300,000")))) == {"target.within_period"}
    broken = project().replace("市县（区）财政资金 100,000 市", "市县（区）财政资金 101,000 市")
    assert set(found(broken)) == {"target.funds"}
    assert set(found(project(term="99年"))) == {"target.term"}
    assert found(project(term="3年", funds=("300,000", "100,000"))) == {}


def test_what_things_cost() -> None:
    wage: Row = ("成本指标", "聘用人员工资", "≤1980元/月/人", "≤1980元/月/人")
    hired: Row = ("数量指标", "聘用人员", "≤22名", "≤22名")
    enough = project([hired, wage], funds=("530,000", "530,000"))
    assert found(enough) == {}
    (message,) = found(project([hired, wage], funds=("520,000", "520,000")))["target.costs"]
    assert "≤22名 × ≤1980元/月/人 × 12月 = 522720元" in message
    prices: list[Row] = [
        *TRAINING,
        ("成本指标", "第一包服务费", "按合同中标价（45万元/年）", "按合同中标价（45万元/年）"),
        ("成本指标", "第二包服务费", "按合同中标价（45.3万元/年）", "按合同中标价（45.3万元/年）"),
    ]
    assert found(project(prices, funds=("1,000,000", "1,000,000"))) == {}
    assert set(found(project(prices, funds=("900,000", "900,000")))) == {"target.contracts"}


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("经费10万元，包括培训费6万元、印刷费3万元、会议费1万元。", True),
        ("经费10万元，包括培训费6万元、印刷费2万元、会议费1万元。", False),
        ("1.专线费6万元，用于连接。2.服务费3万元。3.运维费1万元。", True),
        ("1.专线费6万元，用于连接。2.服务费3.5万元。3.运维费1万元。", False),
        ("甲项目经费10万元。", True),
        ("甲项目经费12万元。", False),
        ("投资额约为57.1亿元的道路项目、投资额2.31亿元的管网项目。", True),
        ("手续费78万元（每笔10元）的标准由银行提供，每人补助200元。", True),
    ],
)
def test_the_amounts_of_a_description(text: str, is_right: bool) -> None:
    rules = set(found(project(texts=[("项目概况", text)])))
    assert rules == (set() if is_right else {"target.parts"})


def test_staff_offices_and_the_department_beside_its_project() -> None:
    assert set(found(department(others="5人"))) == {"target.staff"}
    assert set(found(department(regular="126人", others="0人"))) == {"target.establishment"}
    assert set(found(department(total="101.00"))) == {"target.funds"}
    asked = [("数量指标", "培训场次", "≥4次/年")]
    (message,) = found(department(asked) + project())["target.department"]
    assert "≥4次/年" in message
    assert "≥3次/年" in message
    # What is asked of the year is asked for each year.
    assert found(department([("数量指标", "培训场次", "≥3次")]) + project()) == {}
    # Of several projects a department may ask for the sum.
    assert found(department(asked) + project() + project(name="乙项目")) == {}


def test_people_whom_projects_hire() -> None:
    def hire(text: str, others: str = "6人") -> dict[str, list[str]]:
        return found(
            department(others=others, regular=f"{126 - int(others[:-1])}人", posts="130人")
            + project(texts=[("项目概况", text)])
        )

    (message,) = hire("因工作需要，聘用22名技术人员。")["target.hired"]
    assert "写作 6 人，而项目“甲项目”写聘用 22 人" in message
    assert set(hire("年内聘用技术人员7人，按月发放补贴。")) == {"target.hired"}
    assert hire("聘用5名技术人员，年内聘用5名。") == {}
    assert hire("聘用法律顾问22名。") == {}
    # The same number in two projects may be the same people.
    five = [("项目概况", "聘用5名技术人员。")]
    assert found(department() + project(texts=five) + project(name="乙项目", texts=five)) == {}


def test_one_thing_at_two_prices() -> None:
    def two(first: str, second: str) -> dict[str, list[str]]:
        rows = [[*TRAINING, ("成本指标", "培训费", p, p)] for p in (first, second)]
        return found(project(rows[0]) + project(rows[1], name="乙项目"))

    assert two("≤380元/人/天", "≤380元/天/人") == {}
    (message,) = two("≤380元/人/天", "≤400元/人/天")["target.unit_price"]
    assert "项目“甲项目” 380元/人/天" in message


def test_two_numbers_that_differ_in_a_digit() -> None:
    def told(in_text: str, asked: str) -> set[str]:
        text = f"国有资产占有使用情况说明\n本单位办公用房建筑总面积{in_text}。\n"
        return set(found(text + with_rows(("数量指标", "物业保洁面积", asked, asked))))

    assert told("8832.41平方米", "≥8438.41平方米") == {"target.same_number"}
    assert told("8438.41平方米", "≥8438.41平方米") == set()
    assert told("12000平方米", "≥10000平方米") == set()


def test_words_of_another_year_or_level() -> None:
    assert set(found(project(texts=[("项目实施计划", "2023年完成受理。")]))) == {"target.plan_year"}
    assert found(project(texts=[("项目实施计划", "2023年完成受理，2024年完成支付。")])) == {}
    assert set(found(project(texts=[("项目概况", "省直单位的培训。")]))) == {"target.level"}


def test_a_target_below_that_of_the_year_before() -> None:
    this = read(project())
    last = project([("数量指标", "培训场次", "≥5次/年", "≥5次/年"), *TRAINING[1:]])
    before = read(last.replace("2024", "2023"))
    lowered = [f for f in this.audit(previous=before).findings if f.rule == "target.last_year"]
    assert len(lowered) == 1
    assert "≥5次/年" in lowered[0].explain("zh")
    same = read(project().replace("2024", "2023"))
    assert [f for f in this.audit(previous=same).findings if f.rule == "target.last_year"] == []


EVALUATED = """ 项目支出绩效自评表
（2024年度）
项目名称 甲项目
主管部门 某局 实施单位 某局
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 10.00 10.00 10.00 10 100% 10
一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标 数量指标 培训场次 ≥3次/年 3次/年 30 30
数量指标 培训人数 ≥60人/年 60人/年 30 30
质量指标 培训合格率 ≥90% 95% 30 30
总分 100 100
"""


def test_a_self_evaluation_holds_to_the_targets_that_were_set() -> None:
    def as_set(evaluated: str) -> list[str]:
        report = read(evaluated).audit(previous=read(project()))
        return [f.message() for f in report.findings if f.rule == "target.as_set"]

    assert as_set(EVALUATED) == []
    (lowered,) = as_set(EVALUATED.replace("培训合格率 ≥90%", "培训合格率 ≥85%"))
    assert "≥90%" in lowered
    assert "≥85%" in lowered
    (missing,) = as_set(EVALUATED.replace("数量指标 培训人数 ≥60人/年 60人/年 30 30\n", ""))
    assert "培训人数" in missing
    assert (
        as_set(EVALUATED.replace("培训合格率 ≥90%", "培训合格率 ≥95%")) == []
    )  # stricter is no fault


# ---- a whole disclosure: one change is found where it was made ----


def changed(old: str, new: str) -> set[str]:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    rules = {f.id: f.rule for f in budgetcore.read(EXAMPLE).audit().findings}
    after = read(text.replace(old, new, 1)).audit().findings
    return {f.rule for f in after if f.id not in rules}


def test_money_of_the_example_is_that_of_its_tables() -> None:
    old = "实施期资金总额： 550,000 年度资金总额： 550,000"
    assert "target.funds" in changed(old, old.replace("： 550,000 年度", "： 505,000 年度"))


def test_the_vehicles_of_a_project_are_those_of_another_table() -> None:
    findings = {f.rule: f for f in budgetcore.read(EXAMPLE).audit().findings}
    assert "= 36000元" in findings["target.paid_twice"].explain("zh")


def test_the_number_of_tables_is_what_the_text_says() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    told = re.search(r"公开[^。]{0,12}绩效目标[^。]{0,6}13\s*个", text)
    assert told is not None
    assert "target.published" in changed(told.group(), told.group().replace("13", "12"))
