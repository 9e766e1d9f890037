# SPDX-License-Identifier: Apache-2.0
"""XLS → document: the cells of a binary workbook, shown as their number formats show them."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import python_calamine as calamine
import xlrd  # type: ignore[import-untyped]

from budgetcore import _core
from budgetcore._core import Document, Grid
from budgetcore.errors import ReadError
from budgetcore.readers.faults import check_positions, corrupt, encrypted
from budgetcore.readers.sheets import number_format, shown_date

__all__ = ["read_xls"]


# What xlrd raises over records that lie about themselves.
_FAULTS = (
    *(xlrd.XLRDError, xlrd.compdoc.CompDocError, xlrd.xldate.XLDateError, struct.error),
    *(AssertionError, AttributeError, LookupError, NotImplementedError, OverflowError),
    *(TypeError, ValueError),
)


def read_xls(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a binary workbook's bytes, as `read_xlsx` gives one.

    Raises ReadError: "document.corrupt", "document.encrypted", "document.too_large",
    "document.empty".
    """
    try:
        calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).close()
    except calamine.PasswordError:
        raise encrypted("XLS", source) from None
    except calamine.CalamineError:
        raise corrupt("XLS", source) from None
    blocks = []
    try:
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        ) as book:
            positions = 0
            for index in range(book.nsheets):
                sheet = book.sheet_by_index(index)
                positions += sheet.nrows * sheet.ncols
                check_positions(positions, source)
                blocks.append(_grid(book, sheet))
                book.unload_sheet(index)
    except ReadError:
        raise
    except _FAULTS:
        raise corrupt("XLS", source) from None
    return _core.document_of_blocks([block for block in blocks if block], source, sha256)


def _grid(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Grid | None:
    return _core.sheet_grid(
        sheet.name,
        list(_texts(book, sheet)),
        [((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells],
        [row for row, about in sheet.rowinfo_map.items() if about.hidden],
        [column for column, about in sheet.colinfo_map.items() if about.hidden],
        sheet.visibility != 0,
    )


def _texts(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Iterator[tuple[int, int, str]]:
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            if text := _shown(book, cell):
                yield row, column, text


def _shown(book: xlrd.Book, cell: xlrd.sheet.Cell) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value).replace("\r\n", "\n").replace("\r", "\n")
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        style = book.xf_list[cell.xf_index]
        code = book.format_map[style.format_key].format_str
        # The shortest text of a double is the number that the book shows.
        return number_format(code).shown(repr(cell.value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return shown_date(xlrd.xldate.xldate_as_datetime(cell.value, book.datemode))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    return ""
