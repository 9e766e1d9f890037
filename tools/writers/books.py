# SPDX-License-Identifier: Apache-2.0
"""Disclosures as workbooks: XLSX and XLS, a sheet for each table, and CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import openpyxl  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Side  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.worksheet.properties import PageSetupProperties  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from writers.printed import PrintedCell, PrintedTable

__all__ = ["write_csv", "write_xls", "write_xlsx"]

_PLAIN = re.compile(r"-?\d{1,3}(,?\d{3})*(\.\d+)?")
_BORDER = Border(*(Side(style="thin"),) * 4)
_CAPTION_ROWS = 3  # number, title, caption above the table


def write_xlsx(
    tables: Sequence[PrintedTable], *, numbers: bool = True, ruled: bool = True
) -> bytes:
    """A workbook, a page wide when printed; with `numbers` figures are numbers under formats, else
    text; with `ruled` cells have borders.
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    for index, table in enumerate(tables, 1):
        sheet = book.create_sheet(f"表{index}")
        for row, column, text in _captions(table):
            sheet.cell(row + 1, column + 1, text)
        if table.columns > 1:
            sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=table.columns)
        for cell in table.cells:
            top = cell.row + _CAPTION_ROWS + 1
            value, code = _value(cell) if numbers else (cell.text, "@")
            made = sheet.cell(top, cell.column + 1, value)
            made.number_format = code
            made.alignment = Alignment(wrap_text=not cell.figure, vertical="center")
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=top,
                    end_row=top + cell.rows - 1,
                    start_column=cell.column + 1,
                    end_column=cell.column + cell.columns,
                )
        if ruled:
            for row in sheet.iter_rows(
                min_row=_CAPTION_ROWS + 1,
                max_row=_CAPTION_ROWS + table.rows,
                max_col=table.columns,
            ):
                for made in row:
                    made.border = _BORDER
        _set_widths(sheet, table)
        if table.note:
            sheet.cell(table.rows + _CAPTION_ROWS + 1, 1, table.note)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _set_widths(sheet: Worksheet, table: PrintedTable) -> None:
    widths = [8] * table.columns
    for cell in table.cells:
        if cell.columns == 1:
            most = 14 if cell.row < table.header_rows else 24
            widths[cell.column] = max(widths[cell.column], min(2 * len(cell.text), most) + 2)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    lines = [1] * table.rows
    for cell in table.cells:
        room = sum(widths[cell.column : cell.column + cell.columns])
        lines[cell.row] = max(lines[cell.row], -(-(2 * len(cell.text) + 2) // room))
    for row, count in enumerate(lines, _CAPTION_ROWS + 1):
        sheet.row_dimensions[row].height = 16 * count
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def write_xls(tables: Sequence[PrintedTable]) -> bytes:
    """A binary workbook; figures are numbers under formats."""
    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[str, xlwt.XFStyle] = {}
    for index, table in enumerate(tables, 1):
        sheet = book.add_sheet(f"表{index}")
        for row, column, text in _captions(table):
            sheet.write(row, column, text)
        for cell in table.cells:
            top = cell.row + _CAPTION_ROWS
            value, code = _value(cell)
            style = styles.setdefault(code, xlwt.easyxf(num_format_str=code))
            if cell.rows > 1 or cell.columns > 1:
                sheet.write_merge(
                    top, top + cell.rows - 1,
                    cell.column, cell.column + cell.columns - 1, value, style,
                )  # fmt: skip
            else:
                sheet.write(top, cell.column, value, style)
        if table.note:
            sheet.write(table.rows + _CAPTION_ROWS, 0, table.note)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_csv(tables: Sequence[PrintedTable], encoding: str = "utf-8-sig") -> bytes:
    """All tables below each other; of headers that span others the first cell alone is filled."""
    out = io.StringIO()
    writer = csv.writer(out)
    for table in tables:
        rows: list[list[str]] = [[""] * table.columns for _ in range(_CAPTION_ROWS)]
        for row, column, text in _captions(table):
            rows[row][column] = text
        writer.writerows([*rows, *table.texts(), [table.note], []])
    return out.getvalue().encode(encoding)


def _captions(table: PrintedTable) -> Iterable[tuple[int, int, str]]:
    if table.number:
        yield 0, 0, f"预算公开表{table.number}"
    yield 1, 0, table.title
    if table.columns > 1 and table.body:
        yield 2, 0, f"部门：{table.body}"
        yield 2, table.columns - 1, f"单位：{table.unit}"
    else:
        yield 2, 0, table.caption


def _value(cell: PrintedCell) -> tuple[str | float, str]:
    """A figure as a number with the format that shows it as printed; anything else as text."""
    if not cell.figure or not _PLAIN.fullmatch(cell.text):
        return cell.text, "@"
    digits = cell.text.partition(".")[2]
    code = "#,##0" if "," in cell.text else "0"
    code += "." + "0" * len(digits) if digits else ""
    return float(Decimal(cell.text.replace(",", ""))), code
