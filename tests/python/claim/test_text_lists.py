# SPDX-License-Identifier: Apache-2.0
"""Lists of the narrative that add up, or do not exceed their whole: grades, subjects, parts."""

from __future__ import annotations

import pytest

import budgetcore
from writers.narratives import disclosure, statuses
from writers.plain import page, paragraphs, table


def found(rule: str, *text: str) -> list[str]:
    """The outcomes of one rule that are decided, of a final account without tables."""
    decided = ("exact", "rounding", "violated")
    read = disclosure(*text, kind="决算", tables=False)
    return [s for s in statuses(read).get(rule, []) if s in decided]


GRADES = (
    "绩效自评的项目{}个，涉及预算金额598.42万元，平均得分99.43分（其中，绩效评级为“优”的项目{}个；"
    "绩效评级为“良”的项目{}个；绩效评级为“合格”的项目{}个；绩效评级为“不合格”的项目{}个）。"
)


@pytest.mark.parametrize(
    ("counts", "outcomes"),
    [
        ((4, 4, 0, 0, 0), ["exact"]),
        ((7, 4, 2, 1, 0), ["exact"]),
        ((4, 3, 0, 0, 0), ["violated"]),
        ((4, 4, 1, 0, 0), ["violated"]),
    ],
)
def test_grades_add_up_to_what_was_evaluated(counts: tuple[int, ...], outcomes: list[str]) -> None:
    # The first grade alone is no more than what was evaluated; then all of them are just that.
    assert found("parts", GRADES.format(*counts)) == ["exact", *outcomes]


def test_other_words_for_grades() -> None:
    right = "全年评价项目5个，其中优3个，良1个，中1个，差0个。"
    assert found("parts", right)[-1] == "exact"
    assert "violated" in found("parts", right.replace("优3", "优4"))


SPENT = table(
    "支出决算表",
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    [
        ["", "合计", "80.00", "60.00", "20.00"],
        ["201", "一般公共服务支出", "50.00", "40.00", "10.00"],
        ["210", "卫生健康支出", "30.00", "20.00", "10.00"],
    ],
)


def items(first: str, total: str, *, spent: str = "50.00") -> list[str]:
    """The outcomes for a list whose subjects were budgeted at 40.00 and `first`."""
    text = (
        "（三）支出决算的具体情况",
        f"支出年初预算为{total}万元，支出决算为80.00万元。其中：",
        f"1.一般公共服务支出年初预算为{first}万元，支出决算为{spent}万元。",
        "2.卫生健康支出年初预算为40.00万元，支出决算为30.00万元。",
    )
    read = budgetcore.read(
        page(SPENT, paragraphs("第三部分 情况说明", *text), cover="某县财政局2024年部门决算"),
        name="a.html",
    )
    return [s for s in statuses(read)["parts"] if s != "not_applicable"]


def test_subjects_do_not_exceed_the_total_that_was_budgeted() -> None:
    # What was spent, and what was budgeted.
    assert items("30.00", "70.00") == ["exact", "exact"]
    # What was not spent need not be in the list.
    assert items("30.00", "75.00") == ["exact", "exact"]
    assert items("31.00", "70.00") == ["exact", "violated"]
    # A list that does not make up the total is not known to be whole.
    assert items("31.00", "70.00", spent="40.00") == ["exact"]
    assert items("30.00", "70.00", spent="51.00") == ["violated"]


CLASSES = (
    "（一）支出结构情况",
    "支出100.00万元，其中：一般公共服务支出50.00万元，教育支出30.00万元，卫生健康支出{}万元。",
    "（二）支出具体情况",
    "1.一般公共服务支出（类）财政事务（款）行政运行（项）{}万元。",
    "2.一般公共服务支出（类）财政事务（款）信息化建设（项）20.00万元。",
    "3.教育支出（类）进修及培训（款）培训支出（项）30.00万元。",
    "4.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）20.00万元。",
)


@pytest.mark.parametrize(
    ("health", "operation", "outcomes"),
    [
        ("20.00", "30.00", ["exact"] * 4),
        # Two classes of three are complete: the third is meant to be.
        ("20.00", "33.00", ["exact", "exact", "exact", "violated"]),
        # More than the whole.
        ("21.00", "30.00", ["exact", "exact", "violated", "violated"]),
        # One of three tells nothing of the others.
        ("19.00", "33.00", ["exact"]),
    ],
)
def test_items_add_up_to_the_classes_of_another_section(
    health: str, operation: str, outcomes: list[str]
) -> None:
    text = "\n".join(CLASSES).format(health, operation).split("\n")
    read = disclosure(*text, tables=False)
    assert sorted(s for s in statuses(read)["parts"] if s != "not_applicable") == outcomes


def test_an_item_below_a_class_that_nobody_tells_may_be_of_any() -> None:
    text = "\n".join(CLASSES).format("20.00", "30.00")
    stray = text.replace("2.一般公共服务支出（类）", "2.基本公共管理与服务（类）").split("\n")
    read = disclosure(*stray, tables=False)
    assert "violated" not in statuses(read)["parts"]


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        # A change of what is named, told before another amount.
        (
            "三公经费预算36.50万元，其中：公务接待费6.50万元，公务用车运行维护费30.00万元。\n"
            "公务接待费比上年减少1.50万元，下降18.75%。",
            "growth",
            "exact",
        ),
        # What is compared anew is not part of the reason before it.
        (
            "公务接待费支出2.30万元，减少的原因是从严控制，与上年相比减少0.40万元，减少14.81%。",
            "growth",
            "exact",
        ),
        (
            "公务接待费支出2.30万元，减少的原因是从严控制，与上年相比减少0.40万元，减少17.39%。",
            "growth",
            "violated",
        ),
        # 支出合计 is what 本年支出合计 means.
        ("支出合计200.00万元。\n财政拨款支出50.00万元，占本年支出合计的25.00%。", "share", "exact"),
        (
            "支出合计200.00万元。\n财政拨款支出50.00万元，占本年支出合计的25.10%。",
            "share",
            "violated",
        ),
        # Each side of a budget lists its own parts.
        (
            "收支总预算100.00万元。收入包括：一般公共预算拨款收入90.00万元、上年结转10.00万元；"
            "支出包括：教育支出60.00万元、卫生健康支出40.00万元。",
            "parts",
            "exact",
        ),
        (
            "收支总预算100.00万元。收入包括：一般公共预算拨款收入90.00万元、上年结转10.00万元；"
            "支出包括：教育支出60.00万元、卫生健康支出41.00万元。",
            "parts",
            "violated",
        ),
    ],
)
def test_sentences_that_lean_on_others(text: str, rule: str, outcome: str) -> None:
    read = disclosure(*text.split("\n"), kind="决算", tables=False)
    assert outcome in statuses(read)[rule]
    assert outcome == "violated" or "violated" not in statuses(read)[rule]


FUNCTIONAL = table(
    "一般公共预算支出预算表",
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [
        ["", "合计", "100.00", "60.00", "40.00"],
        ["201", "一般公共服务支出", "70.00", "40.00", "30.00"],
        ["20106", "财政事务", "70.00", "40.00", "30.00"],
        ["2010601", "行政运行", "40.00", "40.00", ""],
        ["2010607", "信息化建设", "20.00", "", "20.00"],
        ["2010608", "财政委托业务支出", "10.00", "", "10.00"],
        ["210", "卫生健康支出", "30.00", "20.00", "10.00"],
        ["21011", "行政事业单位医疗", "30.00", "20.00", "10.00"],
        ["2101101", "行政单位医疗", "30.00", "20.00", "10.00"],
    ],
)
TOLD = (
    "（三）一般公共预算支出具体情况",
    "1.一般公共服务支出（类）财政事务（款）行政运行（项）40.00万元。",
    "2.一般公共服务支出（类）财政事务（款）信息化建设（项）20.00万元。",
    "3.一般公共服务支出（类）财政事务（款）财政委托业务支出（项）10.00万元。",
    "4.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）30.00万元。",
)


@pytest.mark.parametrize(
    ("left_out", "outcomes"),
    [
        (None, ["exact"]),
        (2, ["violated"]),
        # One of two says nothing of the rest.
        ((1, 2), []),
    ],
)
def test_a_section_that_goes_through_a_table_leaves_no_row_out(
    left_out: int | tuple[int, ...] | None, outcomes: list[str]
) -> None:
    gone = (left_out,) if isinstance(left_out, int) else left_out or ()
    text = [line for i, line in enumerate(TOLD) if i not in gone]
    read = budgetcore.read(
        page(FUNCTIONAL, paragraphs("第三部分 情况说明", *text), cover="某县财政局2024年部门预算"),
        name="a.html",
    )
    decided = ("exact", "violated")
    assert [s for s in statuses(read)["listed"] if s in decided] == outcomes
    findings = [f for f in read.audit().findings if f.rule == "text.listed"]
    assert len(findings) == outcomes.count("violated")
    assert all("信息化建设" in finding.message() for finding in findings)


@pytest.mark.parametrize(
    ("sentence", "rule", "outcome"),
    [
        ("决算数与预算数持平", "held", "violated"),
        ("决算数等于预算数", "held", "violated"),
        ("与年初预算持平", "held", "violated"),
        ("比年初预算高出3.00万元", "change", "violated"),
        ("高于年初预算2.00万元", "change", "exact"),
    ],
)
def test_what_is_compared_with_the_budget_is_told_of_it(
    sentence: str, rule: str, outcome: str
) -> None:
    text = f"基本支出年初预算为10.00万元，支出决算为12.00万元，{sentence}。"
    assert found(rule, text) == [outcome]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("与上年持平，比上年增加2.00万元", ["violated"]),
        ("与上年持平，比上年增加0.00万元", ["exact"]),
        ("比上年增加2.00万元，与上年持平", ["violated"]),
        ("公务接待费支出决算减少为0.00万元，与2023年持平", ["violated"]),
        ("公务接待费支出决算减少为0.00万元，与年初预算持平", []),
        ("公务接待费支出决算为0.00万元，与2023年持平", []),
        # Against another stage it may have changed.
        ("与上年持平，比年初预算增加2.00万元", []),
    ],
)
def test_what_is_held_did_not_change(sentence: str, outcomes: list[str]) -> None:
    assert found("held", f"基本支出12.00万元，{sentence}。") == outcomes


def test_the_year_before_is_not_the_budget() -> None:
    assert found("held", "基本支出年初预算为10.00万元，支出决算为12.00万元，与上年持平。") == []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        # Behind the count, however the list is opened.
        ("内设科室3个：办公室、人事科、国库科。", ["exact"]),
        ("内设科室4个：办公室、人事科、国库科。", ["violated"]),
        ("内设科室共3个，分别是：办公室、人事科和国库科。", ["exact"]),
        ("内设科室共2个，分别是：办公室、人事科和国库科。", ["violated"]),
        ("纳入部门预算的单位有2家，即局本级和国库集中支付中心，预算合计80.00万元。", ["exact"]),
        ("纳入部门预算的单位有3家，即局本级和国库集中支付中心，预算合计80.00万元。", ["violated"]),
        ("直属事业单位2个（市图书馆、市文化馆）。", ["exact"]),
        ("直属事业单位3个（市图书馆、市文化馆）。", ["violated"]),
        # Brackets and commas within a name part nothing.
        (
            "下属单位2个：评审中心（合作中心，数据中心）、支付中心（原核算中心、稽查中心）。",
            ["exact"],
        ),
        # In front of the count.
        ("市财政局设有办公室、人事科、预算绩效管理科（监督科）和采购科4个内设科室。", ["exact"]),
        ("市财政局设有办公室、人事科、预算绩效管理科（监督科）和采购科5个内设科室。", ["violated"]),
        (
            "设有办公室、人事科2个科室，以及支付中心、评审中心、服务中心3个事业单位。",
            ["exact", "exact"],
        ),
        # A list that ends in 等 names some of them.
        ("内设机构8个，包括办公室、人事处、机关党委等。", ["exact"]),
        ("内设机构2个，包括办公室、人事处、机关党委等。", ["violated"]),
        # What is no list of names, or can be cut in more than one way, demands nothing.
        ("下设办公厅、研究室和3个专门委员会、8个工作委员会。", []),
        ("机关及下属单位3个，其中0个单位（包括机关）编报了目标。", []),
        ("内设科室2个：人事科和国库科、预算科。", []),
        ("内设科室3个：办公室，人事科，国库科。", []),
        ("内设机构2个：纪委、党委和政府办公室。", []),
        ("内设机构2个：纪检室、卫生和计划生育科。", ["exact"]),
        ("重点项目3个：道路改造、桥梁养护。", []),
        ("全年组织业务培训、专题会议和外出调研20个批次。", []),
        ("下属单位3个，其中行政单位1个，事业单位2个。", []),
        ("内设科室3个：综合、人事科、国库科。", []),
        ("全市12个乡镇、3个街道办事处。", []),
    ],
)
def test_a_count_of_bodies_is_that_of_the_names_listed(text: str, outcomes: list[str]) -> None:
    assert found("counted", "二、机构设置情况", text) == outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("实有车辆{}辆，其中：其他公务用车2辆，领导用车{}辆，应急保障用车{}辆。", ["exact"]),
        ("实有车辆{}辆，其中：领导用车{}辆，应急保障用车{}辆，其他公务用车2辆。", ["exact"]),
    ],
)
def test_what_is_left_over_may_stand_first(text: str, outcomes: list[str]) -> None:
    assert found("parts", text.format(2, 0, 0)) == outcomes
    assert found("parts", text.format(5, 1, 2)) == outcomes
    assert found("parts", text.format(5, 1, 1)) == ["violated"]
    assert found("parts", text.format(2, 1, 0)) == ["violated"]


def test_one_figure_behind_what_is_left_over_may_count_something_else() -> None:
    text = "共有车辆9辆，其中：轿车4辆，其他用车5辆，{}。"
    for behind in ("比上年减少1辆", "本年报废用车1辆", "待处置的用车1辆"):
        assert found("parts", text.format(behind)) == ["exact"]
    assert found("parts", text.format("待处置的用车1辆").replace("4辆", "3辆")) == ["exact"]
    assert found("parts", text.format("待处置的用车1辆").replace("4辆", "2辆")) == ["violated"]


@pytest.mark.parametrize(
    "text",
    [
        "支出预算100.00万元，其中河道整治、灌区改造分别安排12.00万元、98.00万元，分别占10.00%、70.00%。",
        "2023年、2024年收入分别为80.00万元、100.00万元，分别增长30.00%、5.00%。",
        "基本支出60.00万元，项目支出40.00万元，分别增长30.00%、5.00%和7.00%。",
    ],
)
def test_figures_that_share_words_nobody_can_part_demand_nothing(text: str) -> None:
    assert found("share", text) == found("growth", text) == found("parts", text) == []


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        # What is divided is divided into all there is.
        (
            "支出合计100.00万元，按功能科目分类：教育支出80.00万元，卫生健康支出20.00万元。",
            ["exact"],
        ),
        (
            "支出合计100.00万元，按功能科目分类：教育支出70.00万元，卫生健康支出20.00万元。",
            ["violated"],
        ),
        ("支出合计100.00万元，分为教育支出70.00万元，卫生健康支出20.00万元。", ["violated"]),
        ("支出合计100.00万元，主要分为教育支出70.00万元，卫生健康支出20.00万元。", ["exact"]),
        ("支出合计100.00万元，分为教育支出70.00万元，卫生健康支出20.00万元等。", ["exact"]),
        (
            "支出合计100.00万元，按经济分类：工资福利支出70.00万元，商品和服务支出20.00万元。",
            ["violated"],
        ),
        # Somebody's name for a nature that nobody knows stands between: all the list is not read.
        (
            "支出合计100.00万元，按性质分：基本支出60.00万元，运转类30.00万元，经营支出10.00万元。",
            ["exact"],
        ),
        # Public money has two natures, other money more.
        (
            "一般公共预算支出100.00万元，其中：基本支出60.00万元，项目支出30.00万元。",
            ["violated"],
        ),
        ("支出合计100.00万元，其中：基本支出60.00万元，项目支出30.00万元。", ["exact"]),
        (
            "支出合计100.00万元，其中：基本支出60.00万元，项目支出30.00万元，上缴上级支出0.00万元，"
            "经营支出0.00万元，对附属单位补助支出0.00万元。",
            ["violated"],
        ),
        # What cannot be part of the whole ends its list.
        (
            "按支出性质：基本支出60.00万元，其中人员经费50.00万元、公用经费10.00万元；项目支出40.00万元。",
            ["exact"],
        ),
        # A bracket behind an amount lists parts of it.
        ("财政拨款支出100.00万元（一般公共预算80.00万元，政府性基金30.00万元）。", ["violated"]),
    ],
)
def test_lists_that_are_all_there_is(text: str, outcomes: list[str]) -> None:
    assert found("parts", text) == outcomes


@pytest.mark.parametrize(
    ("total", "revenue", "spending", "outcomes"),
    [
        ("100.00", ("90.00", "10.00"), ("70.00", "30.00"), ["exact", "exact"]),
        ("140.00", ("90.00", "10.00"), ("70.00", "30.00"), ["violated", "violated"]),
        ("100.00", ("80.00", "10.00"), ("70.00", "30.00"), ["violated", "exact"]),
        ("100.00", ("90.00", "10.00"), ("70.00", "20.00"), ["exact", "violated"]),
    ],
)
def test_two_sides_of_one_total(
    total: str, revenue: tuple[str, str], spending: tuple[str, str], outcomes: list[str]
) -> None:
    text = (
        f"财政拨款收支总计{total}万元。收入包括：一般公共预算拨款收入{revenue[0]}万元、上年结转"
        f"{revenue[1]}万元；支出包括：教育支出{spending[0]}万元、卫生健康支出{spending[1]}万元。"
    )
    assert found("parts", text) == outcomes


@pytest.mark.parametrize(
    "spending",
    [
        "教育支出70.00万元、卫生健康支出30.00万元，基本支出60.00万元、项目支出40.00万元",
        "一般公共预算支出100.00万元、教育支出70.00万元、卫生健康支出30.00万元",
    ],
)
def test_what_is_told_in_two_ways_is_not_added_up(spending: str) -> None:
    text = f"收支总计100.00万元。收入包括：财政拨款收入100.00万元；支出包括：{spending}。"
    assert "violated" not in found("parts", text)


def test_two_sides_that_agree_with_nothing_need_not_be_all() -> None:
    text = (
        "财政拨款收支总计100.00万元。收入包括：一般公共预算拨款收入60.00万元；支出包括：教育支出"
        "30.00万元、卫生健康支出20.00万元。"
    )
    assert "violated" not in found("parts", text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("收入总计100.00万元，支出总计100.00万元。", "exact"),
        ("收入总计100.00万元，比上年增加5.00万元。支出总计90.00万元。", "violated"),
        ("收支总计100.00万元。其中：支出总计90.00万元。", "violated"),
    ],
)
def test_what_came_in_and_what_went_out_has_one_total(text: str, outcome: str) -> None:
    assert found("agrees", text) == [outcome]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("在职人员100人，其中行政人员30人、事业人员70人。", ["exact"]),
        ("在职人员100人，其中行政人员40人、事业人员70人。", ["violated"]),
        ("在职人员100人，其中男职工60人、女职工40人，党员80人。", ["exact", "exact"]),
        ("在职人员100人，其中男职工60人、女职工41人，党员80人。", ["exact", "violated"]),
        ("离退休人员40人，其中离休1人、退休38人。", ["violated"]),
        ("公务用车9辆，其中越野车6辆、载客汽车4辆。", ["violated"]),
        ("公务用车9辆（越野车6辆、载客汽车4辆），另有摩托车3辆。", ["violated"]),
        ("公务用车9辆（上年12辆）。", []),
        (
            "绩效目标项目13个，金额合计50.00万元，占100%，其中其他运转类项目12个、50.00万元，"
            "特定目标类项目1个、0万元。",
            ["exact"],
        ),
        (
            "绩效目标项目13个，金额合计50.00万元，占100%，其中其他运转类项目12个、50.00万元，"
            "特定目标类项目2个、0万元。",
            ["violated"],
        ),
        ("共有车辆31台，700.00万元，其中：机要通信用车1台，其他用车30台。", ["exact"]),
        ("共有车辆31台，700.00万元，其中：机要通信用车1台，其他用车20台。", ["violated"]),
    ],
)
def test_counts_by_sorts(text: str, outcomes: list[str]) -> None:
    assert sorted(found("parts", text)) == outcomes


def test_a_share_is_judged_by_the_base_of_its_list() -> None:
    text = "收入合计100.00万元。\n1.{}万元，占{}%。"
    items = "一般公共预算{}万元，占{}%；政府性基金{}万元，占{}%；其他资金{}万元，占{}%。"
    right = items.format("90.00", "90.00", "4.00", "4.00", "6.00", "6.00")
    wrong = items.format("90.00", "98.00", "4.00", "4.00", "6.00", "6.00")
    assert found("share", "收入合计100.00万元。", right) == ["exact"] * 3
    assert found("share", "收入合计100.00万元。", wrong) == ["violated", "exact", "exact"]
    # Alone it may be of anything.
    assert (
        found("share", "收入合计100.00万元。", text.split("\n")[1].format("90.00", "98.00")) == []
    )


LISTED = (
    "1.某县财政局本部",
    "2.某县财政局国库支付中心",
    "3.某县财政监督服务中心",
    "4.某县会计学校",
)


@pytest.mark.parametrize(
    ("whole", "sorts", "items", "outcomes"),
    [
        ("本级以及下属3家", "行政单位1家，事业单位3家", LISTED, ["exact"] * 2),
        ("本级以及下属4家", "行政单位1家，事业单位3家", LISTED, ["exact", "violated"]),
        ("本级以及下属3家", "行政单位2家，事业单位3家", LISTED, ["exact", "violated"]),
        # The list has the bodies below the department only, or the department by its mere name.
        ("本级以及下属3家", "行政单位1家，事业单位3家", LISTED[1:], ["exact"] * 2),
        ("下属3家", "行政单位1家，事业单位3家", ("1.某县财政局", *LISTED[1:]), ["exact"] * 2),
        ("下属5家", "事业单位5家", ("1.某县财政局", *LISTED[1:]), ["violated"] * 2),
        ("下属3家", "事业单位3家", ("1.负责全县的财政收支", "2.负责国库"), []),
    ],
)
def test_bodies_listed_below_their_count(
    whole: str, sorts: str, items: tuple[str, ...], outcomes: list[str]
) -> None:
    renumbered = [f"{i}.{item.split('.')[1]}" for i, item in enumerate(items, 1)]
    text = (f"部门预算包括{whole}预算单位的收支。", f"本部门中，{sorts}，具体包括：", *renumbered)
    assert sorted(found("counted", "二、机构设置情况", *text)) == outcomes
