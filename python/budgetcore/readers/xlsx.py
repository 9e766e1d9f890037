# SPDX-License-Identifier: Apache-2.0
"""XLSX → document: values through calamine, shown as their number formats show them."""

from __future__ import annotations

import datetime
import io
import posixpath
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

import python_calamine as calamine
from lxml import etree  # type: ignore[import-untyped]

from budgetcore import _core
from budgetcore._core import CellStyles, Document, Grid, XlsxSheet
from budgetcore.errors import ReadError
from budgetcore.readers.archive import Archive
from budgetcore.readers.faults import check_positions, corrupt, encrypted, too_large
from budgetcore.readers.sheets import shown_date

__all__ = ["read_xlsx"]

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_MOST_SHEET = 64 << 20  # bytes of XML
_AT_A_TIME = 8  # sheets
_MOST_FOR_TWO = 32 << 20  # bytes unpacked
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


@dataclass(frozen=True)
class _Sheet:
    """A worksheet by its name and the part of the archive that holds it."""

    name: str
    part: str
    hidden: bool


def read_xlsx(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a workbook's bytes: a grid for each sheet, its figures as they are shown.

    A formula whose value the file does not hold is its own text, `=SUM(B2:B9)`: no figure. Hidden
    rows, columns and sheets are set aside. Nothing is computed, run or followed. Raises ReadError:
    "document.corrupt", "document.encrypted", "document.too_large", "document.empty".
    """
    archive = Archive(data, "XLSX", source)
    try:
        parts = _parts(archive)
        # What a part claims of its size is known to be true before calamine unpacks it.
        archive.check_rest(set(parts.values()))
        grids = _Book(data, archive, parts, source).grids()
    except ReadError:
        raise
    except calamine.PasswordError:
        raise encrypted("XLSX", source) from None
    except (calamine.CalamineError, etree.LxmlError, KeyError, ValueError):
        raise corrupt("XLSX", source) from None
    return _core.document_of_blocks([grid for grid in grids if grid], source, sha256)


class _Book:
    """The sheets of a workbook, read by two threads where there are many of them."""

    def __init__(self, data: bytes, archive: Archive, parts: dict[str, str], source: str) -> None:
        self._data, self._archive, self._source = data, archive, source
        self._styles = _styles(archive)
        self._positions = 0
        self._lock = Lock()
        first = self._opened()
        self._idle = [first]  # calamine's workbooks, each for one thread at a time
        self._sheets = [
            _Sheet(
                about.name,
                parts[about.name],
                about.visible != calamine.SheetVisibleEnum.Visible,
            )
            for about in first.sheets_metadata
            if about.typ == calamine.SheetTypeEnum.WorkSheet and about.name in parts
        ]

    def grids(self) -> list[Grid | None]:
        """The grids in the order of the sheets."""
        groups = [
            self._sheets[at : at + _AT_A_TIME] for at in range(0, len(self._sheets), _AT_A_TIME)
        ]
        # A second thread needs as much memory as the first.
        pool = ThreadPoolExecutor(2 if self._archive.unpacked <= _MOST_FOR_TWO else 1)
        try:
            return [grid for grids in pool.map(self._grids, groups) for grid in grids]
        finally:
            pool.shutdown(cancel_futures=True)

    def _opened(self) -> calamine.CalamineWorkbook:
        return calamine.CalamineWorkbook.from_filelike(io.BytesIO(self._data))

    def _grids(self, sheets: list[_Sheet]) -> list[Grid | None]:
        with self._lock:
            book = self._idle.pop() if self._idle else self._opened()
        try:
            # All at once: each call that lets go of the interpreter costs a wait to get it back.
            layouts = _core.xlsx_sheets([self._xml(sheet.part) for sheet in sheets])
            return [
                self._grid(sheet, layout, book)
                for sheet, layout in zip(sheets, layouts, strict=True)
            ]
        finally:
            self._idle.append(book)

    def _xml(self, part: str) -> bytes:
        xml = self._archive.read(part)
        if len(xml) > _MOST_SHEET:
            raise too_large(
                f"工作表 {part} 过大，上限为 {_MOST_SHEET} 字节",
                f"the sheet {part} is too large, the limit is {_MOST_SHEET} bytes",
                self._source,
            )
        return xml

    def _grid(
        self, sheet: _Sheet, layout: XlsxSheet, book: calamine.CalamineWorkbook
    ) -> Grid | None:
        with self._lock:
            self._positions += layout.positions
            check_positions(self._positions, self._source)
        values = book.get_sheet_by_name(sheet.name)
        return layout.grid(
            values.to_python(),
            values.start or (0, 0),
            self._styles,
            _shown,
            sheet.name,
            values.merged_cell_ranges or [],
            sheet.hidden,
        )


def _shown(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    return str(value) if isinstance(value, datetime.timedelta) else shown_date(value)


def _tree(archive: Archive, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part), parser)


def _parts(archive: Archive) -> dict[str, str]:
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
        and targets[relation] in archive.names
    }


def _styles(archive: Archive) -> CellStyles:
    """The styles of cells, by their number."""
    if "xl/styles.xml" not in archive.names:
        return CellStyles([])
    root = _tree(archive, "xl/styles.xml")
    codes = dict(_BUILT_IN)
    for number in root.iter("{*}numFmt"):
        codes[int(number.get("numFmtId"))] = number.get("formatCode", "")
    return CellStyles(
        [
            (
                codes.get(int(style.get("numFmtId", "0")), "General"),
                max((int(a.get("indent", "0")) for a in style.iter("{*}alignment")), default=0),
            )
            for styles in root.iter("{*}cellXfs")
            for style in styles.iter("{*}xf")
        ]
    )
