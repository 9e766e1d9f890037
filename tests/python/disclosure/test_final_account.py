# SPDX-License-Identifier: Apache-2.0
"""A final account in the form that most provinces print.

It has 行次 and 栏次, three blocks side by side, the budget beside what was spent, and an empty
table with its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

import budgetcore

Cell = str | tuple[str, int] | tuple[str, int, int]
SUBJECTS = ["功能分类科目编码", "科目名称"]
LAND = "国有土地使用权出让收入安排的支出"
VEHICLES = ["小计", "公务用车购置费", "公务用车运行费"]
THREE: list[Cell] = [
    ("合计", 1, 2), ("因公出国（境）费", 1, 2), ("公务用车购置及运行费", 3), ("公务接待费", 1, 2),
]  # fmt: skip


def tall(*names: str) -> list[Cell]:
    return [(name, 1, 2) for name in names]


def rows(text: str, width: int) -> list[list[Cell]]:
    """Lines of cells parted by blanks; - is a blank cell."""
    made: list[list[Cell]] = []
    for line in text.strip().splitlines():
        cells: list[Cell] = ["" if cell == "-" else cell for cell in line.split()]
        made.append(cells + [""] * (width - len(cells)))
    return made


def table(number: int, title: str, *lines: list[Cell], note: str = "") -> str:
    parts = [f"<p>{title}</p><p>公开{number:02d}表</p><p>部门：某县财政局</p><p>金额单位：万元</p>"]
    parts.append("<table>")
    for line in lines:
        parts.append("<tr>")
        for cell in line:
            text, columns, height = (*((cell,) if isinstance(cell, str) else cell), 1, 1)[:3]
            parts.append(f"<td colspan={columns} rowspan={height}>{text}</td>")
        parts.append("</tr>")
    parts.append(f"</table><p>{note}</p>")
    return "".join(parts)


def tables() -> Iterable[str]:
    yield table(
        1, "收入支出决算总表", [("收入", 3), ("支出", 3)],
        ["项目", "行次", "金额", "项目", "行次", "金额"], ["栏次", "", "1", "栏次", "", "2"],
        *rows("""
            一、一般公共预算财政拨款收入 1 1,000.00 一、一般公共服务支出 32 800.00
            二、政府性基金预算财政拨款收入 2 50.00 二、外交支出 33
            三、国有资本经营预算财政拨款收入 3 - 三、社会保障和就业支出 34 180.00
            四、上级补助收入 4 - 四、城乡社区支出 35 45.00
            五、事业收入 5 12.00 - 36
            六、经营收入 6 - - 37
            七、附属单位上缴收入 7 - - 38
            八、其他收入 8 3.00 - 39
            本年收入合计 27 1,065.00 本年支出合计 58 1,025.00
            使用非财政拨款结余（含专用结余） 28 - 结余分配 59 2.00
            年初结转和结余 29 20.00 年末结转和结余 60 58.00
            - 30 - - 61
            总计 31 1,085.00 总计 62 1,085.00
            """, 6),
        note="注：1.本表反映部门本年度的总收支。2.金额单位转换时可能存在尾数误差。",
    )  # fmt: skip
    yield table(
        2, "收入决算表",
        [("项目", 2), *tall("本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入",
                           "附属单位上缴收入", "其他收入")],
        SUBJECTS, [("栏次", 2), *"1234567"],
        [("合计", 2), "1,065.00", "1,050.00", "", "12.00", "", "", "3.00"],
        *rows(f"""
            201 一般公共服务支出 840.00 825.00 - 12.00 - - 3.00
            20106 财政事务 840.00 825.00 - 12.00 - - 3.00
            2010601 行政运行 700.00 685.00 - 12.00 - - 3.00
            2010602 一般行政管理事务 140.00 140.00
            208 社会保障和就业支出 180.00 180.00
            20805 行政事业单位养老支出 180.00 180.00
            2080505 机关事业单位基本养老保险缴费支出 180.00 180.00
            212 城乡社区支出 45.00 45.00
            21208 {LAND} 45.00 45.00
            2120899 其他{LAND} 45.00 45.00
            """, 9),
    )  # fmt: skip
    yield table(
        3, "支出决算表",
        [("项目", 2), *tall("本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出",
                           "对附属单位补助支出")],
        SUBJECTS, [("栏次", 2), *"123456"],
        [("合计", 2), "1,025.00", "830.00", "195.00", "", "", ""],
        *rows(f"""
            201 一般公共服务支出 800.00 650.00 150.00
            20106 财政事务 800.00 650.00 150.00
            2010601 行政运行 660.00 650.00 10.00
            2010602 一般行政管理事务 140.00 - 140.00
            208 社会保障和就业支出 180.00 180.00
            20805 行政事业单位养老支出 180.00 180.00
            2080505 机关事业单位基本养老保险缴费支出 180.00 180.00
            212 城乡社区支出 45.00 - 45.00
            21208 {LAND} 45.00 - 45.00
            2120899 其他{LAND} 45.00 - 45.00
            """, 8),
    )  # fmt: skip
    yield table(
        4, "财政拨款收入支出决算总表", [("收入", 3), ("支出", 6)],
        ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款",
         "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
        ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
        *rows("""
            一、一般公共预算财政拨款 1 1,000.00 一、一般公共服务支出 33 800.00 800.00
            二、政府性基金预算财政拨款 2 50.00 二、外交支出 34
            三、国有资本经营预算财政拨款 3 - 三、社会保障和就业支出 35 180.00 180.00
            - 4 - 四、城乡社区支出 36 45.00 - 45.00
            本年收入合计 27 1,050.00 本年支出合计 59 1,025.00 980.00 45.00
            年初财政拨款结转和结余 28 20.00 年末财政拨款结转和结余 60 45.00 40.00 5.00
            一般公共预算财政拨款 29 20.00 - 61
            政府性基金预算财政拨款 30 - - 62
            国有资本经营预算财政拨款 31 - - 63
            总计 32 1,070.00 总计 64 1,070.00 1,020.00 50.00
            """, 9),
    )  # fmt: skip
    yield table(
        5, "一般公共预算财政拨款支出决算表", [("项目", 2), ("本年支出", 3)],
        [*SUBJECTS, "小计", "基本支出", "项目支出"], [("栏次", 2), *"123"],
        [("合计", 2), "980.00", "830.00", "150.00"],
        *rows("""
            201 一般公共服务支出 800.00 650.00 150.00
            20106 财政事务 800.00 650.00 150.00
            2010601 行政运行 660.00 650.00 10.00
            2010602 一般行政管理事务 140.00 - 140.00
            208 社会保障和就业支出 180.00 180.00
            20805 行政事业单位养老支出 180.00 180.00
            2080505 机关事业单位基本养老保险缴费支出 180.00 180.00
            """, 5),
    )  # fmt: skip
    yield table(
        6, "一般公共预算财政拨款基本支出决算表", [("人员经费", 3), ("公用经费", 6)],
        ["科目编码", "科目名称", "决算数"] * 3,
        *rows("""
            301 工资福利支出 700.00 302 商品和服务支出 90.00 30231 公务用车运行维护费 25.00
            30101 基本工资 400.00 30201 办公费 40.00 307 债务利息及费用支出
            30102 津贴补贴 120.00 30211 差旅费 20.00 310 资本性支出 10.00
            30108 机关事业单位基本养老保险缴费 180.00 30217 公务接待费 5.00 31002 办公设备购置 10.00
            303 对个人和家庭的补助 30.00 - - - 399 其他支出
            30302 退休费 30.00
            """, 9),
        [("人员经费合计", 2), "730.00", ("公用经费合计", 5), "100.00"],
    )  # fmt: skip
    yield table(
        7, "一般公共预算财政拨款“三公”经费支出决算表", [("预算数", 6), ("决算数", 6)],
        THREE * 2, VEHICLES * 2, [str(number) for number in range(1, 13)],
        *rows("36.00 - 30.00 - 30.00 6.00 30.00 - 25.00 - 25.00 5.00", 12),
    )  # fmt: skip
    yield table(
        8, "政府性基金预算财政拨款收入支出决算表",
        [("项目", 2), *tall("年初结转和结余", "本年收入"), ("本年支出", 3),
         *tall("年末结转和结余")],
        [*SUBJECTS, "小计", "基本支出", "项目支出"], [("栏次", 2), *"123456"],
        [("合计", 2), "", "50.00", "45.00", "", "45.00", "5.00"],
        *rows(f"""
            212 城乡社区支出 - 50.00 45.00 - 45.00 5.00
            21208 {LAND} - 50.00 45.00 - 45.00 5.00
            2120899 其他{LAND} - 50.00 45.00 - 45.00 5.00
            """, 8),
    )  # fmt: skip
    yield table(
        9, "国有资本经营预算财政拨款支出决算表", [("项目", 2), ("本年支出", 3)],
        [*SUBJECTS, "合计", "基本支出", "项目支出"], [("栏次", 2), *"123"],
        [("合计", 2), "", "", ""],
        note="注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。",
    )  # fmt: skip


PAGE = "".join(["<html><body><h1>某县财政局2022年度部门决算</h1>", *tables(), "</body></html>"])


def audited(page: str) -> budgetcore.Report:
    return budgetcore.read(page.encode(), name="a.html").audit()


def test_it_is_read_and_holds() -> None:
    disclosure = budgetcore.read(PAGE.encode(), name="a.html")
    assert (disclosure.kind.name, disclosure.year) == ("final_account", 2022)
    assert disclosure.organisation == "某县财政局"
    assert [table.number for table in disclosure.tables] == [f"{n:02d}" for n in range(1, 10)]
    assert disclosure.not_read == []
    report = disclosure.audit()
    assert report.verdict.name == "consistent"
    assert [finding.message("en") for finding in report.findings] == []
    figures = report.coverage.figures
    assert (figures.read, figures.checked) == (150, 150)


def test_blocks_side_by_side_are_one_list() -> None:
    basic = budgetcore.read(PAGE.encode(), name="a.html").tables[5]
    assert [column.header for column in basic.columns] == [["科目编码"], ["科目名称"], ["决算数"]]
    texts = [row.texts for row in basic.rows]
    assert ["", "公用经费合计", "100.00"] in texts
    assert texts.index(["30302", "退休费", "30.00"]) < texts.index(
        ["302", "商品和服务支出", "90.00"]
    )
    assert texts.index(["30217", "公务接待费", "5.00"]) < texts.index(
        ["30231", "公务用车运行维护费", "25.00"]
    )


@pytest.mark.parametrize(
    ("line", "after", "rule"),
    [
        ("年末结转和结余 60 58.00", "85.00", "final.summary.expenditure.total"),
        ("30201 办公费 40.00", "44.00", "final.basic.tree"),
        ("人员经费合计 730.00", "703.00", "final.basic.personnel"),
        ("25.00 5.00", "50.00", "final.three_public.block_parts.account"),
        ("201 一般公共服务支出 840.00 825.00  12.00", "21.00", "final.revenue.sources"),
        ("20106 财政事务 800.00 650.00 150.00", "105.00", "final.expenditure.kinds"),
    ],
)
def test_a_changed_figure_is_found(line: str, after: str, rule: str) -> None:
    """The last figure of a run of cells, the first place where they stand so."""
    before = "<td>".join(line.split(" "))
    cells = PAGE.replace(" colspan=1 rowspan=1", "").replace("</td>", "")
    cells = re.sub(r"<td colspan=\d rowspan=\d>", "<td>", cells)
    assert before in cells
    at = cells.index(before) + len(before)
    figure = line.split(" ")[-1]
    # The same cell in the page with its spans: as many cells lie before it.
    number = cells[:at].count("<td>")
    starts = [found.end() for found in re.finditer(r"<td[^>]*>", PAGE)]
    place = starts[number - 1]
    assert PAGE.startswith(figure, place)
    report = audited(PAGE[:place] + after + PAGE[place + len(figure) :])
    assert report.verdict.name == "violated"
    violated = {
        obligation.rule
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.status.name == "violated"
    }
    assert rule in violated
