# SPDX-License-Identifier: Apache-2.0
"""DOCX → document: paragraphs, and tables with their merged cells."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import docx.opc.exceptions
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from budgetcore import _core
from budgetcore._core import Document, Grid
from budgetcore.readers.archive import checked_archive
from budgetcore.readers.faults import corrupt, too_large
from budgetcore.readers.spans import Row, SpanCell, grid_of_rows, hidden_text, prints_table

__all__ = ["read_docx"]

_WIDEST = 1000
_MOST_NESTED = 64
_DELETED = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT_BOX = qn("w:txbxContent")
_PARAGRAPH, _TABLE = qn("w:p"), qn("w:tbl")
_CONTAINERS = frozenset(
    (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo"))
)
_OFF = frozenset(("0", "false", "off"))


def read_docx(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a Word file's bytes.

    Deleted text of tracked changes is left out, hidden text set aside. Raises ReadError:
    "document.corrupt", "document.encrypted", "document.too_large", "document.empty".
    """
    checked_archive(data, "DOCX", source)
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (docx.opc.exceptions.OpcError, etree.LxmlError, KeyError, ValueError, AttributeError):
        raise corrupt("DOCX", source) from None
    blocks = list(_blocks(body, source, 0))
    return _core.document_of_blocks(blocks, source, sha256)


def _blocks(parent: etree._Element, source: str, depth: int) -> Iterator[str | Grid]:
    if depth > _MOST_NESTED:
        raise too_large(
            f"表格或文本框嵌套过深，上限为 {_MOST_NESTED} 层",
            f"tables or text boxes are nested too deep, the limit is {_MOST_NESTED}",
            source,
        )
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child)
            for box in _text_boxes(child):
                yield from _blocks(box, source, depth + 1)
        elif child.tag == _TABLE:
            yield from _table(child, source, depth)
        elif child.tag in _CONTAINERS:
            yield from _blocks(child, source, depth + 1)


def _paragraph(paragraph: etree._Element) -> Iterator[str | Grid]:
    shown, hidden = _texts(paragraph)
    if shown.strip():
        yield shown
    if hidden.strip():
        yield hidden_text(hidden)


def _table(table: etree._Element, source: str, depth: int) -> Iterator[str | Grid]:
    rows = list(_rows(table))
    nested = [cell for cell in _cells(table) if cell.find(f".//{_TABLE}") is not None]
    if nested and not prints_table(rows):
        for cell in _cells(table):
            yield from _blocks(cell, source, depth + 1)
        return
    grid = grid_of_rows(rows, source)
    if grid is not None:
        yield grid
    for cell in nested:
        for inner in cell.iterchildren(_TABLE):
            yield from _table(inner, source, depth + 1)


def _rows(table: etree._Element) -> Iterator[Row]:
    """The rows of a table; a cell that goes on downwards spans the rows that it goes on in."""
    open_cells: dict[int, SpanCell] = {}  # by column, those of the row before
    for line in table.iterchildren(qn("w:tr"), *_CONTAINERS):
        for tr in [line] if line.tag == qn("w:tr") else line.iter(qn("w:tr")):
            about = tr.find(qn("w:trPr"))
            if about is not None and about.find(qn("w:del")) is not None:
                continue
            row = Row(hidden=about is not None and _is_on(about, "w:hidden"))
            going_on: dict[int, SpanCell] = {}
            column = _skipped(about, "w:gridBefore")
            if column:
                row.cells.append(SpanCell("", column))
            for tc in _cells_of(tr):
                width = min(_number(tc, "w:tcPr/w:gridSpan", 1), _WIDEST)
                above = open_cells.get(column)
                merge = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                if merge is not None and merge.get(qn("w:val"), "continue") == "continue" and above:
                    above.rows += 1
                    going_on[column] = above
                else:
                    cell = SpanCell(_cell_text(tc), width)
                    row.cells.append(cell)
                    going_on[column] = cell
                column += width
            open_cells = going_on
            yield row


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    for tr in table.iterchildren(qn("w:tr")):
        yield from _cells_of(tr)


def _cells_of(tr: etree._Element) -> Iterator[etree._Element]:
    for child in tr:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in _CONTAINERS:
            yield from child.iter(qn("w:tc"))


def _cell_text(cell: etree._Element) -> str:
    lines = (_texts(paragraph)[0].rstrip() for paragraph in cell.iterchildren(_PARAGRAPH))
    return "\n".join(line for line in lines if line)


def _texts(paragraph: etree._Element) -> tuple[str, str]:
    """What a paragraph shows and what it hides, text boxes aside."""
    shown: list[str] = []
    hidden: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag in _DELETED or tag in (_TEXT_BOX, _FALLBACK):
            continue
        if tag == qn("w:r"):
            about = element.find(qn("w:rPr"))
            into = hidden if about is not None and _is_on(about, "w:vanish") else shown
            into.append(_run_text(element))
            continue
        stack.extend(reversed(element))
    return "".join(shown), "".join(hidden)


def _run_text(run: etree._Element) -> str:
    parts = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag == qn("w:tab"):
            parts.append("  ")
        elif child.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            parts.append("-")
    return "".join(parts)


def _text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph, each once: old programs get a second copy of them."""
    for box in paragraph.iter(_TEXT_BOX):
        ancestors = [ancestor.tag for ancestor in box.iterancestors()]
        inner = ancestors[: ancestors.index(_PARAGRAPH)]
        if _FALLBACK not in inner:
            yield box


def _is_on(about: etree._Element, name: str) -> bool:
    switch = about.find(qn(name))
    return switch is not None and switch.get(qn("w:val"), "1") not in _OFF


def _skipped(about: etree._Element | None, name: str) -> int:
    return 0 if about is None else min(_number(about, name, 0), _WIDEST)


def _number(element: etree._Element, path: str, otherwise: int) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    text = "" if found is None else found.get(qn("w:val"), "")
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
