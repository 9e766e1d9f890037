# SPDX-License-Identifier: Apache-2.0
"""XLSX → document: values through calamine, shown as their number formats show them."""

from __future__ import annotations

import datetime
import io
import posixpath
from concurrent.futures import ThreadPoolExecutor

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
_AT_A_TIME = 16  # sheets
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
    archive = Archive(data, "XLSX", source)
    try:
        parts = _parts(archive)
        styles = _styles(archive)
        # What a part claims of its size is known to be true before calamine unpacks it.
        archive.check_rest(set(parts.values()))
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        blocks = _grids(book, archive, parts, styles, source)
    except ReadError:
        raise
    except calamine.PasswordError:
        raise encrypted("XLSX", source) from None
    except (calamine.CalamineError, etree.LxmlError, KeyError, ValueError):
        raise corrupt("XLSX", source) from None
    return _core.document_of_blocks([grid for grid in blocks if grid], source, sha256)


def _grids(
    book: calamine.CalamineWorkbook,
    archive: Archive,
    parts: dict[str, str],
    styles: CellStyles,
    source: str,
) -> list[Grid | None]:
    """The grids of the sheets: while calamine reads some, another thread reads the next."""
    sheets = [
        about
        for about in book.sheets_metadata
        if about.typ == calamine.SheetTypeEnum.WorkSheet and about.name in parts
    ]
    groups = [sheets[at : at + _AT_A_TIME] for at in range(0, len(sheets), _AT_A_TIME)]

    def read(group: list[calamine.SheetMetadata]) -> list[XlsxSheet]:
        return [_layout(archive, parts[about.name], source) for about in group]

    pool = ThreadPoolExecutor(1)
    try:
        layouts = [pool.submit(read, group) for group in groups]
        grids: list[Grid | None] = []
        positions = 0
        for group, future in zip(groups, layouts, strict=True):
            for about, layout in zip(group, future.result(), strict=True):
                positions += layout.positions
                check_positions(positions, source)
                grids.append(_grid(about, book.get_sheet_by_name(about.name), layout, styles))
        return grids
    finally:
        pool.shutdown(cancel_futures=True)


def _layout(archive: Archive, part: str, source: str) -> XlsxSheet:
    xml = archive.read(part)
    if len(xml) > _MOST_SHEET:
        raise too_large(
            f"工作表 {part} 过大，上限为 {_MOST_SHEET} 字节",
            f"the sheet {part} is too large, the limit is {_MOST_SHEET} bytes",
            source,
        )
    return XlsxSheet(xml)


def _grid(
    about: calamine.SheetMetadata,
    values: calamine.CalamineSheet,
    layout: XlsxSheet,
    styles: CellStyles,
) -> Grid | None:
    return layout.grid(
        values.to_python(),
        values.start or (0, 0),
        styles,
        _shown,
        about.name,
        values.merged_cell_ranges or [],
        about.visible != calamine.SheetVisibleEnum.Visible,
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
