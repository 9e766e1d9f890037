# SPDX-License-Identifier: Apache-2.0
"""The value proposed for a wrong figure: the one with which most holds to the digit."""

from __future__ import annotations

import budgetcore
from writers.plain import page, paragraphs, table

HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ROWS = [
    ["201", "一般公共服务支出", "39.15", "32.60", "6.55"],
    ["20106", "财政事务", "39.15", "32.60", "6.55"],
    ["2010601", "行政运行", "32.60", "32.60", "0.00"],
    ["2010650", "事业运行", "1.27", "0.00", "1.27"],
    ["2010699", "其他财政事务支出", "5.28", "0.00", "5.28"],
    ["", "合计", "39.15", "32.60", "6.55"],
]


def graver(
    *text: str, rows: list[list[str]] | None = None, title: str = "支出预算总表"
) -> list[budgetcore.Finding]:
    made = page(table(title, HEADER, rows or ROWS), paragraphs("第三部分 情况说明", *text))
    findings = budgetcore.read(made, name="a.html").audit().findings
    return [f for f in findings if f.repairs and f.severity.name != "note"]


def with_cell(row: int, column: int, text: str) -> list[list[str]]:
    changed = [list(cells) for cells in ROWS]
    changed[row][column] = text
    return changed


def test_figures_beside_zeros_blur_nothing() -> None:
    assert graver() == []
    # Any of 1.26 to 1.28 would do beside 0.00 and the sums; 1.27 is what they print.
    (finding,) = graver(rows=with_cell(3, 2, "1.67"))
    (repair,) = finding.repairs
    assert (str(repair.value), repair.cause.name) == ("1.27", "changed_digit")


def test_a_digit_behind_the_last_of_its_column_was_not_dropped() -> None:
    # 1.267 would lie in the range too, and no figure beside it has three digits.
    for text in ("1.67", "1.77"):
        (finding,) = graver(rows=with_cell(3, 4, text))
        assert finding.cause.name == "changed_digit"


def test_most_statements_outweigh_one() -> None:
    # The class is 0.01 off its parts by rounding, the row of the item is not.
    rows = with_cell(1, 2, "39.14")
    rows[0][2] = rows[5][2] = "39.14"
    rows[3][2] = "1.77"
    (finding,) = graver(rows=rows)
    assert [str(repair.value) for repair in finding.repairs] == ["1.27"]


def test_two_sentences_that_differ_do_not_hide_the_wrong_cell() -> None:
    # The text prints 32.60 and 32.59, the cell 36.60: the cell is wrong, and one of the sentences.
    rows = with_cell(2, 2, "36.60")
    spent = "1.一般公共服务支出（类）财政事务（款）行政运行（项）{}万元，主要用于日常运转。"
    findings = graver(spent.format("32.59"), spent.format("32.60"), rows=rows)
    repairs = [(f.places[0].row, str(r.value)) for f in findings for r in f.repairs]
    assert repairs[0] == ("行政运行", "32.60")
    assert [value for _, value in repairs[1:]] == ["32.60"]


def test_nothing_beside_nothing_is_no_copy() -> None:
    rows = with_cell(2, 3, "22.60")
    rows[2][2] = "22.60"
    for finding in graver(rows=rows):
        for repair in finding.repairs:
            assert repair.cause.name != "neighbouring_row" or repair.place.row != "事业运行"


def test_a_blank_is_no_unstated_total_once_the_wrong_figure_is_put_right() -> None:
    header = ["项目", "决算数", "项目", "决算数"]
    rows = [
        ["一、一般公共预算财政拨款收入", "20,323.21", "一、一般公共服务支出", "20,323.21"],
        ["本年收入合计", "24,323.21", "本年支出合计", "20,323.21"],
        ["年初结转和结余", "", "年末结转和结余", ""],
        ["总计", "20,323.21", "总计", "20,323.21"],
    ]
    made = page(table("收入支出决算总表", header, rows), cover="某局2024年度部门决算")
    findings = budgetcore.read(made, name="a.html").audit().findings
    assert [str(r.value) for f in findings for r in f.repairs] == ["20323.21"]
    assert "unstated_total" not in {f.cause.name for f in findings}


def exchanged(running: str, purchase: str) -> list[budgetcore.Finding]:
    header = ["合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费"]
    rows = [["", "", "小计", "公务用车购置费", "公务用车运行费", ""]]
    rows += [["79.00", "0.00", "75.00", purchase, running, "4.00"]]
    text = paragraphs(
        "第三部分 情况说明",
        "公务用车购置及运行费预算75.00万元，其中：公务用车运行费50.00万元，比上年减少10.00万元，"
        "下降16.67%；公务用车购置费25.00万元，比上年减少35.00万元，下降58.33%。",
    )
    made = page(table("三公经费支出预算表", header, rows), text)
    findings = budgetcore.read(made, name="a.html").audit().findings
    return [f for f in findings if f.repairs]


def test_two_figures_in_each_others_place_are_one_finding() -> None:
    assert exchanged("50.00", "25.00") == []
    (finding,) = exchanged("25.00", "50.00")
    assert finding.together
    assert [str(r.value) for r in finding.repairs] == ["25.00", "50.00"]
    assert "两个数互换了位置" in finding.message()
    assert "stand in each other's place" in finding.message("en")


def test_a_figure_that_would_be_nothing_in_another_unit_is_of_its_own() -> None:
    text = "支出总计1741.75万元，完成年初预算100%，决算数大于预算数55.93万元。"
    made = page(paragraphs("第三部分 情况说明", text), cover="某局2024年度部门决算")
    (finding,) = [f for f in budgetcore.read(made, name="a.html").audit().findings if f.repairs]
    assert finding.cause.name != "unit_slip"
    assert {r.place.row for r in finding.repairs} == {"完成年初预算"}
