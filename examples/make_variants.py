# SPDX-License-Identifier: Apache-2.0
"""Write the two faulty variants of the example disclosure.

    python3 examples/make_variants.py            write them
    python3 examples/make_variants.py --check    fail if the files on disk differ

A defect is one edit: one piece of text inside one table of disclosures/yangquan-finance-2024.txt
is replaced by another. Each variant is written beside a .defects.json that says where each
defect stands, what was printed and what is printed now.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "disclosures"
BASE = "yangquan-finance-2024"


@dataclass(frozen=True)
class Defect:
    """One edit. `old` must occur once between the heading of its table and the next one."""

    id: str
    kind: str
    number: str  # of the table: 3 for 预算公开表3
    row: str
    column: str
    was: str  # the figure or phrase before, "" where nothing was printed
    now: str  # and after
    old: str
    new: str
    what: str


VARIANTS: dict[str, list[Defect]] = {
    "faulty-tables": [
        Defect(
            "A1",
            "transposition",
            "3",
            "20106 财政事务",
            "合计",
            "2794.26",
            "2749.26",
            "20106 财政事务 2794.26 1083.23",
            "20106 财政事务 2749.26 1083.23",
            "94 became 49 in one table only",
        ),
        Defect(
            "A2",
            "omitted_row",
            "12",
            "阳泉市财政预算评审中心（阳泉市政府和社会资本合作中心、阳泉市数字财政管理中心）",
            "合计, 一般公共预算",
            "596.45",
            "576.45",
            "596.45 596.45",
            "576.45 576.45",
            "the unit's total leaves out PPP工作经费 20.00",
        ),
        Defect(
            "A3",
            "decimal_slip",
            "5",
            "2010607 信息化建设",
            "项目支出",
            "211.45",
            "2114.50",
            "2010607 信息化建设 211.45  211.45",
            "2010607 信息化建设 211.45  2114.50",
            "the point stands one place too far right",
        ),
        Defect(
            "A4",
            "neighbouring_row",
            "4",
            "九、社会保险基金支出",
            "小计, 一般公共预算",
            "",
            "65.15",
            "  九、社会保险基金支出     \n\n  十、卫生健康支出 65.15 65.15   ",
            "  九、社会保险基金支出 65.15 65.15   \n\n  十、卫生健康支出     ",
            "the amounts of 卫生健康支出 stand one row too high",
        ),
        Defect(
            "A5",
            "omitted_row",
            "10",
            "因公出国（境）费",
            "合计, 一般公共预算",
            "",
            "1.20",
            "因公出国（境）费     ",
            "因公出国（境）费 1.20 1.20   ",
            "a part was added, the total of the three was not",
        ),
        Defect(
            "A6",
            "dropped_digit",
            "6",
            "其他交通费用 / 办公经费",
            "公用经费",
            "57.60",
            "5.60",
            "其他交通费用 办公经费 57.60  57.60",
            "其他交通费用 办公经费 57.60  5.60",
            "the 7 is missing in one of the two columns",
        ),
        Defect(
            "A7",
            "doubled_row",
            "2",
            "2080506 机关事业单位职业年金缴费支出",
            "合计, 一般公共预算",
            "",
            "69.18",
            " 2080506 机关事业单位职业年金缴费支出 69.18 69.18      ",
            " 2080506 机关事业单位职业年金缴费支出 69.18 69.18      \n\n"
            "2080506 机关事业单位职业年金缴费支出 69.18 69.18      ",
            "the row after the page break is printed twice",
        ),
        Defect(
            "A8",
            "added_digit",
            "11",
            "部门合计",
            "合计",
            "151.59",
            "1551.59",
            "部门合计 151.59 151.59",
            "部门合计 1551.59 151.59",
            "a 5 too many in one of the two columns",
        ),
    ],
    "faulty-forms": [
        Defect(
            "B1",
            "unit_slip",
            "12",
            "",
            "",
            "单位：万元",
            "单位：元",
            "部门名称：阳泉市财政局 单位：万元",
            "部门名称：阳泉市财政局 单位：元",
            "the head says 元 over amounts in 万元",
        ),
        Defect(
            "B2",
            "sign",
            "5",
            "20132 组织事务",
            "合计",
            "2.68",
            "-2.68",
            "20132 组织事务 2.68 2.68",
            "20132 组织事务 -2.68 2.68",
            "a negative amount",
        ),
        Defect(
            "B3",
            "neighbouring_row",
            "3",
            "2101101 行政单位医疗",
            "合计",
            "46.20",
            "18.36",
            "2101101 行政单位医疗 46.20 46.20",
            "2101101 行政单位医疗 18.36 46.20",
            "the value of the row below",
        ),
        Defect(
            "B4",
            "stale_total",
            "1",
            "支出总计",
            "2024年合计",
            "3296.30",
            "3205.70",
            "支出总计 3296.30 3296.30",
            "支出总计 3205.70 3296.30",
            "the total of the year before",
        ),
        Defect(
            "B5",
            "unstated_total",
            "10",
            "合计",
            "合计, 一般公共预算",
            "3.60",
            "",
            "\n合计 3.60 3.60   ",
            "\n合计     ",
            "a blank total whose parts are not zero",
        ),
        Defect(
            "B6",
            "not_present",
            "8",
            "",
            "",
            "注：本表无数据",
            "",
            "注：本表无数据\n",
            "\n",
            "an empty table without the note that it is empty",
        ),
        Defect(
            "B7",
            "neighbouring_column",
            "6",
            "印刷费 / 商品和服务支出",
            "人员经费",
            "",
            "1.30",
            "印刷费 商品和服务支出 1.30  1.30",
            "印刷费 商品和服务支出 1.30 1.30  ",
            "the amount of 公用经费 stands under 人员经费",
        ),
        Defect(
            "B8",
            "stale_year",
            "4",
            "",
            "",
            "2024年财政拨款收支总表",
            "2023年财政拨款收支总表",
            "\n2024年财政拨款收支总表\n",
            "\n2023年财政拨款收支总表\n",
            "the title names the year before",
        ),
    ],
}

NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"]


def span(text: str, number: str) -> tuple[int, int]:
    """Where the table of that number begins and ends, from one 表N heading to the next."""

    def start(n: int) -> int:
        if n > len(NUMERALS):
            return text.index("第三部分")
        return text.index(f"表{NUMERALS[n - 1]}202")

    return start(int(number)), start(int(number) + 1)


def apply(text: str, defect: Defect) -> str:
    begin, end = span(text, defect.number)
    table = text[begin:end]
    if table.count(defect.old) != 1:
        raise SystemExit(f"{defect.id}: the text to replace occurs {table.count(defect.old)} times")
    return text[:begin] + table.replace(defect.old, defect.new) + text[end:]


def first_changed_line(before: str, after: str) -> int:
    """The first line in which two texts differ, counted from 1."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=False)
    return next(n for n, (left, right) in enumerate(pairs, start=1) if left != right)


def lines_of(defects: list[Defect], base: str) -> dict[str, int]:
    """The line of the finished variant on which each defect is seen."""
    alone = {d.id: apply(base, d) for d in defects}
    at = {d.id: first_changed_line(base, alone[d.id]) for d in defects}
    added = {d.id: alone[d.id].count("\n") - base.count("\n") for d in defects}
    return {d: n + sum(added[e] for e, m in at.items() if m < n) for d, n in at.items()}


def build(name: str) -> dict[str, str]:
    """The files of one variant, by file name."""
    base = text = (FOLDER / f"{BASE}.txt").read_text(encoding="utf-8")
    lines = lines_of(VARIANTS[name], base)
    for defect in VARIANTS[name]:
        text = apply(text, defect)
    defects = [
        {
            "id": d.id,
            "kind": d.kind,
            "table": d.number,
            "row": d.row,
            "column": d.column,
            "line": lines[d.id],
            "was": d.was,
            "now": d.now,
            "what": d.what,
        }
        for d in VARIANTS[name]
    ]
    listing = {"schema": "budget-defects/1", "base": f"{BASE}.txt", "defects": defects}
    return {
        f"{BASE}-{name}.txt": text,
        f"{BASE}-{name}.defects.json": json.dumps(listing, ensure_ascii=False, indent=1) + "\n",
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the files on disk")
    check = parser.parse_args().check
    stale = []
    for name in VARIANTS:
        for file, content in build(name).items():
            path = FOLDER / file
            if not check:
                path.write_text(content, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != content:
                stale.append(file)
    for file in stale:
        print(f"{file} is not what make_variants.py writes", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
