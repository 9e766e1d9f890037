# SPDX-License-Identifier: Apache-2.0
"""Printed lines joined to passages, and the figures found in them."""

from __future__ import annotations

import pytest

import budgetcore
from writers.plain import page, paragraphs, table

TABLE = "支出预算总表\n单位：万元\n科目编码 科目名称 合计\n201 一般公共服务支出 9.90\n"
FILLED = "本部门按照要求认真编制预算并且如实向社会公开各项内容"


def passages(*lines: str) -> list[str]:
    text = TABLE + "第三部分 情况说明\n" + "\n".join(lines) + "\n"
    read = budgetcore.read(text.encode(), name="a.txt")
    return [passage.text for passage in read.passages[1:]]


def figures(sentence: str) -> list[tuple[str, str, str]]:
    made = table(
        "支出预算总表", ["科目编码", "科目名称", "合计"], [["201", "一般公共服务支出", "9.90"]]
    )
    read = budgetcore.read(page(made, paragraphs("第三部分 情况说明", sentence)), name="a.html")
    return [(f.kind.name, f.figure.text, f.measure) for f in read.text_figures]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([FILLED + "，比上年增", "加90.60万元，增长2.83%。"], 1),
        ([FILLED + "，金额为3,29", "6.30万元。"], 1),
        ([FILLED + "。", "本年支出100.00万元。"], 2),
        (["一、收入预算情况说明", FILLED + "。"], 2),
        ([FILLED + "，其中", "（一）基本支出1.00万元。"], 2),
        ([FILLED + "，增长2.83%", "。"], 1),
        ([FILLED + "。", FILLED + "，合计 15897.44", "万元，其中："], 2),
    ],
)
def test_lines_are_joined_where_they_go_on(lines: list[str], joined: int) -> None:
    found = passages(*lines)
    assert len(found) == joined
    assert "".join(found) == "".join(lines)


def test_a_page_mark_inside_a_sentence_is_no_figure() -> None:
    """增长 ⏎8⏎ 5.20% is not 85.20%."""
    (joined,) = passages(
        FILLED + "，比上年增长", "8", "5.20%，主要原因是人员经费增加，" + FILLED + "。"
    )
    assert "增长5.20%" in joined


def test_a_passage_knows_where_its_lines_stand() -> None:
    text = TABLE + "第三部分 情况说明\n" + FILLED + "，比上年增\n加90.60万元。\n"
    read = budgetcore.read(text.encode(), name="a.txt")
    assert [place.line for place in read.passages[-1].places] == [6, 7]
    (figure,) = read.text_figures
    assert (figure.place.line, figure.place.column) == (7, 2)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("支出3,296.30万元", [("amount", "3,296.30万元", "")]),
        ("支出３２９６．３０万元", [("amount", "３２９６．３０万元", "")]),
        ("支出 1.2 亿元", [("amount", "1.2 亿元", "")]),
        ("增长2.83%，提高1.2个百分点", [("percent", "2.83%", ""), ("points", "1.2", "")]),
        ("增长-5.00%", [("percent", "-5.00%", "")]),
        ("是上年的2.5倍", [("multiple", "2.5", "")]),
        ("共13个项目，8832.41平方米，4台（套）",
         [("count", "13", "个"), ("count", "8832.41", "平方米"), ("count", "4", "台(套)")]),
        ("增长12.50，支出5万", [("bare", "12.50", ""), ("amount", "5", "")]),
    ],
)  # fmt: skip
def test_figures_of_a_sentence(sentence: str, found: list[tuple[str, str, str]]) -> None:
    assert figures(sentence + "。") == found


@pytest.mark.parametrize(
    "sentence",
    [
        *("2024年4月22日", "财预〔2016〕143号", "《通知》（财库[2013]189号）", "第3条", "（1）"),
        *("单价100万元（含）以上设备", "价值50万元（原值）以上", "2018-2020年", "10-20万元"),
        *("第一季度", "5日内", "99年", "高中3年级", "W060701单元", "公开06表"),
    ],
)  # fmt: skip
def test_what_is_no_figure(sentence: str) -> None:
    assert figures(sentence + "。") == []


def test_items_stand_below_headings() -> None:
    read = budgetcore.read(
        (
            TABLE
            + "第三部分 情况说明\n一、收入情况\n（一）总额\n1.甲。\n2.乙。\n（二）其他\n无。\n"
            + "二、支出情况\n丙。\n"
        ).encode(),
        name="a.txt",
    )
    parents = [passage.parent for passage in read.passages]
    assert parents == [None, 0, 1, 2, 2, 1, 5, 0, 7]
