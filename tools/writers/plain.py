# SPDX-License-Identifier: Apache-2.0
"""Pages of a few plain tables, written by hand: titles, a unit, rows of texts."""

from __future__ import annotations

from collections.abc import Sequence

Form = tuple[Sequence[str], Sequence[Sequence[str]]]
"""A header and the rows below it."""

FUNCTIONAL: Form = (
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [
        ["", "合计", "9.90", "3.50", "6.40"],
        ["201", "一般公共服务支出", "9.90", "3.50", "6.40"],
        ["20106", "财政事务", "9.90", "3.50", "6.40"],
        ["2010601", "行政运行", "3.50", "3.50", ""],
        ["2010602", "一般行政管理事务", "6.40", "", "6.40"],
    ],
)
"""Expenditure by functional subject; every sum holds."""


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in 万元 below its title."""
    lines = ["".join(f"<td>{cell}</td>" for cell in line) for line in (header, *rows)]
    return f"<p>{title}</p><p>单位：万元</p><table><tr>{'</tr><tr>'.join(lines)}</tr></table>"


def paragraphs(*lines: str) -> str:
    """Each a paragraph."""
    return "".join(f"<p>{line}</p>" for line in lines)


def page(*parts: str, cover: str = "某局2024年部门预算") -> bytes:
    """A whole page below the name of the disclosure."""
    return f"<html><body><p>{cover}</p>{''.join(parts)}</body></html>".encode()
