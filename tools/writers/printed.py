# SPDX-License-Identifier: Apache-2.0
"""A disclosure as it is printed: titles, captions and tables of cells that span others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from budgetcore import ColumnRole, Disclosure, Table, Unit

__all__ = ["PrintedCell", "PrintedTable", "printed_tables"]

_UNITS = {Unit.yuan: "元", Unit.wan_yuan: "万元", Unit.yi_yuan: "亿元"}
_EMPTY_NOTE = "注：本部门无此项预算，本表无数据。"


@dataclass(frozen=True)
class PrintedCell:
    """A cell and what stands in it; `figure` where that is an amount."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    figure: bool = False


@dataclass
class PrintedTable:
    """A table with what stands above and below it."""

    number: str
    title: str
    body: str
    unit: str
    header_rows: int
    rows: int
    columns: int
    cells: list[PrintedCell] = field(default_factory=list)
    note: str = ""

    @property
    def caption(self) -> str:
        """部门：… 单位：…"""
        return "  ".join(
            part
            for part in (f"部门：{self.body}" if self.body else "", f"单位：{self.unit}")
            if part
        )

    def texts(self) -> list[list[str]]:
        """Its cells as rows of texts; what a span covers is blank."""
        rows = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text
        return rows


def printed_tables(disclosure: Disclosure) -> list[PrintedTable]:
    """The tables of a disclosure in their order."""
    return [_printed(table, disclosure.organisation) for table in disclosure.tables]


def _printed(table: Table, body: str) -> PrintedTable:
    headers = [tuple(column.header) for column in table.columns]
    depth = max(len(header) for header in headers)
    printed = PrintedTable(
        number=table.number,
        title=table.title,
        body=body,
        unit=_UNITS[table.unit],
        header_rows=depth,
        rows=depth + len(table.rows),
        columns=len(headers),
        note=_EMPTY_NOTE if table.stated_empty else "",
    )
    printed.cells.extend(_header_cells(headers, depth))
    roles = [column.role for column in table.columns]
    indented = len(table.sides) == 1 and ColumnRole.code not in roles
    for number, row in enumerate(table.rows, depth):
        for column, cell in enumerate(row.cells):
            text = cell.figure.text
            if text:
                figure = table.columns[column].role in (ColumnRole.amount, ColumnRole.count)
                if indented and column == 0:
                    text = "　" * (row.labels[0].level or 0) + text
                printed.cells.append(PrintedCell(number, column, 1, 1, text, figure))
    return printed


def _header_cells(headers: Sequence[tuple[str, ...]], depth: int) -> Iterator[PrintedCell]:
    """Headers that begin alike share their cells; the last one of each reaches down to the rows."""
    for level in range(depth):
        column = 0
        while column < len(headers):
            header = headers[column]
            end = column + 1
            if level < len(header):
                last = level == len(header) - 1
                while (
                    not last
                    and end < len(headers)
                    and len(headers[end]) > level + 1
                    and headers[end][: level + 1] == header[: level + 1]
                ):
                    end += 1
                rows = depth - level if last else 1
                yield PrintedCell(level, column, rows, end - column, header[level])
            column = end
