# SPDX-License-Identifier: Apache-2.0
"""Disclosures as PDFs drawn glyph by glyph and line by line, in layouts that break readers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from writers.printed import PrintedCell, PrintedTable

__all__ = ["Layout", "write_pdf"]

# Words in a font that the file holds, digits in another one that every reader has.
_FONT, _DIGITS = "WenQuanYi Micro Hei", "Helvetica"
_FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
_MARGIN = 36.0
_PADDING = 2.0


@dataclass(frozen=True)
class Layout:
    """How pages are laid out; each field is one of the habits of published files."""

    ruling: str = "solid"
    """One of "solid", "dashed", "double", "rectangles" (thin and filled), "cells" (a box each),
    "open" (no outer edges left and right), "none"."""
    rotate: int = 0
    repeat_header: bool = True
    """Whether a table that goes on over a page prints its header again."""
    page_marks: bool = True
    running_title: bool = True
    watermark: bool = False
    hidden_copy: bool = False
    """A second copy of each figure without ink, a little aside."""
    digits_apart: bool = True
    """Figures in another font, a little higher than the words."""
    lines_reversed: bool = False
    """Cells of a page are drawn from the last to the first."""
    size: float = 8.0


def write_pdf(tables: Sequence[PrintedTable], layout: Layout | None = None) -> bytes:
    """The tables below each other, each broken over pages where it does not fit."""
    layout = layout or Layout()
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, _FONT_FILE))
    out = io.BytesIO()
    printer = _Printer(Canvas(out, pagesize=landscape(A4), invariant=1), layout)
    for table in tables:
        printer.table(table)
    printer.finish()
    return out.getvalue()


class _Printer:
    def __init__(self, canvas: Canvas, layout: Layout) -> None:
        self._canvas = canvas
        self._layout = layout
        self._width, self._height = landscape(A4)
        self._page = 0
        self._y = 0.0
        self._begin_page()

    def finish(self) -> None:
        self._canvas.showPage()
        self._canvas.save()

    def table(self, table: PrintedTable) -> None:
        captions = [f"预算公开表{table.number}"] if table.number else []
        widths = self._widths(table)
        heights = self._heights(table, widths)
        header = sum(heights[: table.header_rows])
        if self._y - 60 - header - 40 < _MARGIN:
            self._new_page()
        for text in captions:
            self._text(text, _MARGIN, self._y, self._layout.size)
            self._y -= 14
        title = pdfmetrics.stringWidth(table.title, _FONT, 13)
        self._text(table.title, (self._width - title) / 2, self._y, 13)
        self._y -= 16
        unit = f"单位：{table.unit}"
        if table.body:
            self._text(f"部门：{table.body}", _MARGIN, self._y, self._layout.size)
        right = self._width - _MARGIN - pdfmetrics.stringWidth(unit, _FONT, self._layout.size)
        self._text(unit, right, self._y, self._layout.size)
        self._y -= 6
        self._rows(table, widths, heights)
        if table.note:
            self._y -= 12
            self._text(table.note, _MARGIN, self._y, self._layout.size)
        self._y -= 30

    def _rows(self, table: PrintedTable, widths: list[float], heights: list[float]) -> None:
        first = 0
        while first < table.rows:
            last, room = first, self._y - _MARGIN
            again = self._layout.repeat_header and first > 0
            room -= sum(heights[: table.header_rows]) if again else 0
            while last < table.rows and (
                room >= heights[last] or (first == 0 and last <= table.header_rows)
            ):
                room -= heights[last]
                last += 1
            if last == first:
                self._new_page()
                continue
            if again:
                self._draw(table, widths, heights, 0, table.header_rows)
            self._draw(table, widths, heights, first, last)
            first = last
            if first < table.rows:
                self._new_page()

    def _draw(
        self, table: PrintedTable, widths: list[float], heights: list[float], first: int, last: int
    ) -> None:
        """The rows from `first` to before `last`, from the height that has been reached."""
        xs = [_MARGIN]
        for width in widths:
            xs.append(xs[-1] + width)
        ys = [self._y]
        for height in heights[first:last]:
            ys.append(ys[-1] - height)
        shown = {(cell.row, cell.column): cell for cell in table.cells if first <= cell.row < last}
        covered = {
            (cell.row + r, cell.column + c)
            for cell in shown.values()
            for r in range(cell.rows)
            for c in range(cell.columns)
        }
        blanks = [
            PrintedCell(row, column, 1, 1, "")
            for row in range(first, last)
            for column in range(table.columns)
            if (row, column) not in covered
        ]
        cells = sorted([*shown.values(), *blanks], key=lambda cell: (cell.row, cell.column))
        for cell in reversed(cells) if self._layout.lines_reversed else cells:
            left, right = xs[cell.column], xs[cell.column + cell.columns]
            upper, lower = ys[cell.row - first], ys[cell.row - first + cell.rows]
            self._outline(left, right, upper, lower, xs[0], xs[-1])
            self._cell(cell, left, right, upper, lower)
        self._y = ys[-1]

    def _outline(
        self, left: float, right: float, upper: float, lower: float, first: float, last: float
    ) -> None:
        canvas, ruling = self._canvas, self._layout.ruling
        if ruling == "none":
            return
        canvas.saveState()
        canvas.setLineWidth(0.5)
        sides = [(left, upper, right, upper), (left, lower, right, lower)]
        sides += [
            (x, lower, x, upper)
            for x in (left, right)
            if ruling != "open" or x not in (first, last)
        ]
        if ruling == "dashed":
            canvas.setDash(2, 1)
        if ruling == "cells":
            canvas.rect(left, lower, right - left, upper - lower)
            sides = []
        for x0, y0, x1, y1 in sides:
            if ruling == "rectangles":
                canvas.rect(x0 - 0.2, y0 - 0.2, x1 - x0 + 0.4, y1 - y0 + 0.4, stroke=0, fill=1)
            else:
                canvas.line(x0, y0, x1, y1)
            if ruling == "double":
                aside = 1.2
                canvas.line(
                    x0 + aside * (x0 == x1), y0 + aside * (y0 == y1),
                    x1 + aside * (x0 == x1), y1 + aside * (y0 == y1),
                )  # fmt: skip
        canvas.restoreState()

    def _cell(
        self, cell: PrintedCell, left: float, right: float, upper: float, lower: float
    ) -> None:
        size = self._layout.size
        lines = _wrapped(cell.text, right - left - 2 * _PADDING, size)
        y = (upper + lower) / 2 + (len(lines) * (size + 2)) / 2 - size
        for line in lines:
            if cell.figure:
                font = _DIGITS if self._layout.digits_apart and line.isascii() else _FONT
                width = pdfmetrics.stringWidth(line, font, size)
                raised = 0.8 if font == _DIGITS else 0.0
                self._text(line, right - _PADDING - width, y + raised, size, font)
                if self._layout.hidden_copy:
                    self._text(line, right - _PADDING - width - 1, y + 1, size, font, mode=3)
            else:
                self._text(line, left + _PADDING, y, size)
            y -= size + 2

    def _text(
        self, text: str, x: float, y: float, size: float, font: str = _FONT, mode: int = 0
    ) -> None:
        made = self._canvas.beginText(x, y)
        made.setFont(font, size)
        made.setTextRenderMode(mode)
        made.textOut(text)
        made.setTextRenderMode(0)
        self._canvas.drawText(made)

    def _widths(self, table: PrintedTable) -> list[float]:
        """Columns as wide as their longest text asks, cut to the page."""
        wanted = [30.0] * table.columns
        for cell in table.cells:
            if cell.columns == 1:
                width = pdfmetrics.stringWidth(cell.text, _FONT, self._layout.size)
                most = 80.0 if cell.row < table.header_rows else 140.0
                wanted[cell.column] = max(wanted[cell.column], min(width, most) + 6)
        room = self._width - 2 * _MARGIN
        return [width * room / sum(wanted) for width in wanted]

    def _heights(self, table: PrintedTable, widths: list[float]) -> list[float]:
        line = self._layout.size + 2
        lines = [1] * table.rows
        for cell in table.cells:
            room = sum(widths[cell.column : cell.column + cell.columns]) - 2 * _PADDING
            count = len(_wrapped(cell.text, room, self._layout.size))
            each = -(-count // cell.rows)
            for row in range(cell.row, cell.row + cell.rows):
                lines[row] = max(lines[row], each)
        return [count * line + 4 for count in lines]

    def _new_page(self) -> None:
        self._canvas.showPage()
        self._begin_page()

    def _begin_page(self) -> None:
        self._page += 1
        if self._layout.rotate:
            self._canvas.setPageRotation(self._layout.rotate)
        if self._layout.watermark:
            self._canvas.saveState()
            self._canvas.translate(self._width / 3, self._height / 3)
            self._canvas.rotate(35)
            self._canvas.setFillGray(0.8)
            self._text("预算公开样本", 0, 0, 60)
            self._canvas.restoreState()
        if self._layout.running_title:
            self._text("部门预算公开", self._width - 110, self._height - 24, 8)
        if self._layout.page_marks:
            self._text(f"-{self._page}-", self._width / 2, 18, 8)
        self._y = self._height - 50


def _wrapped(text: str, room: float, size: float) -> list[str]:
    """Lines of a text that is broken where it is full, as table programs do."""
    lines = [""]
    for character in text:
        if pdfmetrics.stringWidth(lines[-1] + character, _FONT, size) > room and lines[-1]:
            lines.append("")
        lines[-1] += character
    return lines
