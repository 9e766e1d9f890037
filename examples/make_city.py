# SPDX-License-Identifier: Apache-2.0
"""Writes the budgets of a made-up city, with faults whose places are known.

    python examples/make_city.py FOLDER [BODIES] [YEARS]

Every body publishes a table of its expenditure each year, as text; amounts follow a formula. Of
every 25 bodies one prints a wrong total each year, of every 40 one has two digits exchanged in the
last year, of every 60 one lacks the year before the last.
"""

from __future__ import annotations

import sys
from pathlib import Path

LAST = 2025
KINDS = (
    "财政局",
    "教育局",
    "民政局",
    "水利局",
    "交通运输局",
    "农业农村局",
    "卫生健康局",
    "文化和旅游局",
)
ROWS = (
    ("201", "一般公共服务支出", None),
    ("20106", "财政事务", "201"),
    ("2010601", "行政运行", "20106"),
    ("2010602", "一般行政管理事务", "20106"),
    ("208", "社会保障和就业支出", None),
    ("20805", "行政事业单位养老支出", "208"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "20805"),
    ("221", "住房保障支出", None),
    ("22102", "住房改革支出", "221"),
    ("2210201", "住房公积金", "22102"),
)
PROJECT = "2010602"  # the item that is paid from project expenditure, all others from basic


def body_of(number: int) -> str:
    """The name of a body: every county has one of each kind."""
    return f"第{number // len(KINDS) + 1}县{KINDS[number % len(KINDS)]}"


def amounts_of(number: int, year: int) -> dict[str, int]:
    """Basic and project expenditure by item, in 百元 so that 万元 has two digits."""
    base = 40_000 + number * 7919 % 60_000
    grown = base * (100 + 3 * (year - LAST) + number % 5) // 100
    return {
        "2010601": grown,
        "2010602": grown * 3 // 5 + number * 104_729 % 9_000,
        "2080505": grown // 8,
        "2210201": grown // 11,
    }


def is_wrong_every_year(number: int) -> bool:
    """Whether a body prints a wrong total each year."""
    return number % 25 == 7


def is_exchanged(number: int) -> bool:
    """Whether a body's last budget has two digits exchanged."""
    return number % 40 == 11


def is_absent(number: int, year: int) -> bool:
    """Whether a body did not publish a year."""
    return number % 60 == 23 and year == LAST - 1


def text_of(number: int, year: int) -> str:
    """The budget of a body and a year."""
    items = amounts_of(number, year)
    lines = [
        f"{year}年部门支出总表",
        f"部门名称：[{number:03}]{body_of(number)} 单位：万元",
        f"项目 {year}年预算数",
        "科目编码 科目名称 合计 基本支出 项目支出",
    ]
    total = sum(items.values())
    lines.append(_line("", "合计", total, total - items[PROJECT], items[PROJECT]))
    for code, name, _ in ROWS:
        below = {item: amount for item, amount in items.items() if item.startswith(code)}
        project = below.get(PROJECT, 0)
        whole = sum(below.values())
        basic = whole - project
        if code == "208" and is_wrong_every_year(number):
            whole += 100
        line = _line(code, name, whole, basic, project)
        if code == "2210201" and is_exchanged(number) and year == LAST:
            line = _line(code, name, _exchanged(whole), basic, project)
        lines.append(line)
    return "\n".join(lines) + "\n"


def _line(code: str, name: str, *amounts: int) -> str:
    cells = [f"{amount // 100}.{amount % 100:02}" if amount else "" for amount in amounts]
    return " ".join([*([code] if code else []), name, *cells]).rstrip()


def _exchanged(amount: int) -> int:
    """The amount with two digits exchanged that differ, the last such."""
    digits = list(str(amount))
    for i in range(len(digits) - 1, 0, -1):
        if digits[i] != digits[i - 1]:
            digits[i], digits[i - 1] = digits[i - 1], digits[i]
            return int("".join(digits))
    return amount + 1


def write(folder: Path, bodies: int, years: int) -> int:
    """Writes the budgets, a folder a body; gives how many."""
    count = 0
    for number in range(bodies):
        place = folder / f"{number:03}-{body_of(number)}"
        place.mkdir(parents=True, exist_ok=True)
        for year in range(LAST - years + 1, LAST + 1):
            if not is_absent(number, year):
                (place / f"{year}.txt").write_text(text_of(number, year), encoding="utf-8")
                count += 1
    return count


if __name__ == "__main__":
    given = sys.argv[1:]
    made = write(Path(given[0]), *(int(one) for one in [*given[1:], "500", "3"][:2]))
    print(f"{made} budgets in {given[0]}")
