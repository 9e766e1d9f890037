# SPDX-License-Identifier: Apache-2.0
"""XLSX → document: values through calamine, shown as their number formats show them."""

from __future__ import annotations

import datetime
import functools
import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import python_calamine as calamine
from lxml import etree  # type: ignore[import-untyped]

from budgetcore import _core
from budgetcore._core import Document
from budgetcore.errors import ReadError
from budgetcore.readers.archive import checked_archive
from budgetcore.readers.faults import check_positions, corrupt, encrypted
from budgetcore.readers.sheets import Sheet, number_format, shown_date

__all__ = ["read_xlsx"]

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# Codes of the formats that books do not write down; ECMA-376 part 1, 18.8.30.
_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm:ss"),
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    48: "##0.0E+0",
    49: "@",
}


def read_xlsx(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a workbook's bytes: a grid for each sheet, its figures as they are shown.

    A formula whose value the file does not hold is its own text, `=SUM(B2:B9)`: no figure. Hidden
    rows, columns and sheets are set aside. Nothing is computed, run or followed. Raises ReadError:
    "document.corrupt", "document.encrypted", "document.too_large", "document.empty".
    """
    with checked_archive(data, "XLSX", source) as archive:
        try:
            book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            blocks = [sheet.grid() for sheet in _sheets(book, archive, source)]
        except ReadError:
            raise
        except calamine.PasswordError:
            raise encrypted("XLSX", source) from None
        except (calamine.CalamineError, etree.LxmlError, KeyError, ValueError):
            raise corrupt("XLSX", source) from None
    return _core.document_of_blocks([block for block in blocks if block], source, sha256)


def _sheets(
    book: calamine.CalamineWorkbook, archive: zipfile.ZipFile, source: str
) -> Iterator[Sheet]:
    styles = _styles(archive)
    parts = _parts(archive)
    positions = 0
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet or about.name not in parts:
            continue
        layout = _Layout(_tree(archive, parts[about.name]), styles)
        positions += layout.positions
        check_positions(positions, source)
        values = book.get_sheet_by_name(about.name)
        yield Sheet(
            about.name,
            dict(_texts(values, layout)),
            [(*first, *last) for first, last in values.merged_cell_ranges or ()],
            layout.hidden_rows,
            layout.hidden_columns,
            about.visible != calamine.SheetVisibleEnum.Visible,
        )


@dataclass(frozen=True)
class _Style:
    format: str = "General"
    indent: int = 0


class _Layout:
    """What a sheet's XML tells beside the values: formats, hidden lines, missing values."""

    def __init__(self, root: etree._Element, styles: list[_Style]) -> None:
        space = etree.QName(root).namespace
        find = _paths(space)
        if find.not_numbered(root):
            _number(root)
        self.format: dict[tuple[int, int], str] = {}
        self.indent: dict[tuple[int, int], int] = {}
        self.literal: dict[tuple[int, int], str] = {}
        last_row = last_column = 0
        for cell in find.cells(root):
            at = _position(cell.get("r"))
            last_row, last_column = max(last_row, at[0]), max(last_column, at[1])
            kind = cell.get("t", "n")
            index = int(cell.get("s", "0"))
            style = styles[index] if index < len(styles) else _Style()
            if style.indent:
                self.indent[at] = style.indent
            if kind == "n":
                self.format[at] = style.format
            elif kind == "e":
                self.literal[at] = str(find.value(cell))
        for cell in find.not_computed(root):
            self.literal[_position(cell.get("r"))] = "=" + str(find.formula(cell))
        self.positions = (last_row + 1) * (last_column + 1)
        self.hidden_rows = [int(row.get("r")) - 1 for row in find.hidden_rows(root)]
        self.hidden_columns = [
            column - 1
            for group in find.hidden_columns(root)
            for column in range(int(group.get("min")), int(group.get("max")) + 1)
            if column <= last_column + 1
        ]


class _Paths:
    """The queries on a sheet, in the namespace that it is written in."""

    def __init__(self, space: str) -> None:
        def path(query: str) -> etree.XPath:
            return etree.XPath(query, namespaces={"m": space}, smart_strings=False)

        self.not_numbered = path(
            "boolean(m:sheetData/m:row[not(@r)] | m:sheetData/m:row/m:c[not(@r)])"
        )
        self.cells = path("m:sheetData/m:row/m:c[m:v or m:is]")
        self.value = path("string(m:v)")
        self.not_computed = path(
            "m:sheetData/m:row/m:c[m:f and not(m:is) and not(@t = 'str') and string(m:v) = '']"
        )
        self.formula = path("string(m:f)")
        self.hidden_rows = path("m:sheetData/m:row[@hidden = '1' or @hidden = 'true']")
        self.hidden_columns = path("m:cols/m:col[@hidden = '1' or @hidden = 'true']")


@functools.lru_cache(maxsize=8)
def _paths(space: str) -> _Paths:
    return _Paths(space)


def _texts(sheet: calamine.CalamineSheet, layout: _Layout) -> Iterator[tuple[tuple[int, int], str]]:
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(), top):
        for column, value in enumerate(values, left):
            if value == "" or value is None:
                continue
            at = (row, column)
            if isinstance(value, str):
                indent = "　" * layout.indent.get(at, 0)
                yield at, indent + value.replace("\r\n", "\n").replace("\r", "\n")
            elif isinstance(value, bool):
                yield at, str(value).upper()
            elif isinstance(value, int | float):
                # The shortest text of a double is the number that the book shows.
                yield at, number_format(layout.format.get(at, "General")).shown(repr(value))
            elif isinstance(value, datetime.timedelta):
                yield at, str(value)
            else:
                yield at, shown_date(value)
    yield from layout.literal.items()


def _tree(archive: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by its name."""
    folder = "xl"
    targets = {
        relation.get("Id"): posixpath.normpath(
            posixpath.join(f"/{folder}", relation.get("Target", ""))
        ).lstrip("/")
        for relation in _tree(archive, f"{folder}/_rels/workbook.xml.rels")
    }
    return {
        sheet.get("name"): targets[relation]
        for sheet in _tree(archive, f"{folder}/workbook.xml").iter("{*}sheet")
        if (relation := sheet.get(_RELATION) or sheet.get(_STRICT_RELATION)) in targets
    }


def _styles(archive: zipfile.ZipFile) -> list[_Style]:
    """The styles of cells, by their number."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    root = _tree(archive, "xl/styles.xml")
    codes = dict(_BUILT_IN)
    for number in root.iter("{*}numFmt"):
        codes[int(number.get("numFmtId"))] = number.get("formatCode", "")
    return [
        _Style(
            codes.get(int(style.get("numFmtId", "0")), "General"),
            max((int(a.get("indent", "0")) for a in style.iter("{*}alignment")), default=0),
        )
        for styles in root.iter("{*}cellXfs")
        for style in styles.iter("{*}xf")
    ]


def _number(root: etree._Element) -> None:
    """Gives rows and cells that say no position the one after their neighbour's."""
    row = 0
    for line in root.iter("{*}row"):
        row = int(line.get("r", row + 1))
        line.set("r", str(row))
        column = -1
        for cell in line.iter("{*}c"):
            column = _position(cell.get("r"))[1] if cell.get("r") else column + 1
            cell.set("r", _letters(column) + str(row))


def _letters(column: int) -> str:
    """The name of a column from 0.

    >>> _letters(27)
    'AB'
    """
    letters = ""
    left = column + 1
    while left > 0:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _position(reference: str) -> tuple[int, int]:
    """Row and column from 0 of a cell's name.

    >>> _position("AB12")
    (11, 27)
    """
    column = 0
    digits = len(reference)
    for index, letter in enumerate(reference):
        if not letter.isalpha():
            digits = index
            break
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return int(reference[digits:]) - 1, column - 1
