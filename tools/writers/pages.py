# SPDX-License-Identifier: Apache-2.0
"""Disclosures as web pages and Word files."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence

import docx
from docx.enum.section import WD_ORIENT

from writers.printed import PrintedCell, PrintedTable

__all__ = ["write_docx", "write_html"]


def write_html(
    tables: Sequence[PrintedTable], *, charset: str = "utf-8", title_inside: bool = False
) -> bytes:
    """A page; with `title_inside` title and caption are rows of the table, as sheets saved as pages
    have them, and each table stands in a cell of another one, which lays out the page.
    """
    parts = [f'<html><head><meta charset="{charset}"><title>预算公开</title></head><body>']
    for table in tables:
        captions = [f"预算公开表{table.number}"] if table.number else []
        captions += [table.title, table.caption]
        if title_inside:
            parts.append("<table><tr><td><div>")
        else:
            parts.extend(f"<p>{html.escape(line)}</p>" for line in captions)
        parts.append('<table border="1">')
        if title_inside:
            parts.extend(
                f'<tr><td colspan="{table.columns}">{html.escape(line)}</td></tr>'
                for line in captions
            )
        parts.extend(_html_rows(table))
        parts.append("</table>")
        if table.note:
            parts.append(f"<p>{html.escape(table.note)}</p>")
        if title_inside:
            parts.append("</div></td></tr></table>")
    parts.append("</body></html>")
    return "".join(parts).encode(charset)


def _html_rows(table: PrintedTable) -> Iterator[str]:
    spanned = {
        (cell.row + r, cell.column + c)
        for cell in table.cells
        for r in range(cell.rows)
        for c in range(cell.columns)
        if r or c
    }
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    blank = PrintedCell(0, 0, 1, 1, "")
    for row in range(table.rows):
        yield "<tr>"
        for column in range(table.columns):
            if (row, column) in spanned:
                continue
            cell = by_place.get((row, column), blank)
            spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            yield f"<td{spans}>{html.escape(cell.text) or '&nbsp;'}</td>"
        yield "</tr>"


def write_docx(tables: Sequence[PrintedTable], *, title_inside: bool = False) -> bytes:
    """A Word file, wide pages; with `title_inside` title and caption are rows of the table."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for table in tables:
        captions = [f"预算公开表{table.number}"] if table.number else []
        captions += [table.title, table.caption]
        above = len(captions) if title_inside else 0
        if not title_inside:
            for line in captions:
                document.add_paragraph(line)
        made = document.add_table(table.rows + above, table.columns, style="Table Grid")
        grid = [list(row.cells) for row in made.rows]
        for row, line in enumerate(captions[:above]):
            _put(grid, PrintedCell(row, 0, 1, table.columns, line), 0)
        for cell in table.cells:
            _put(grid, cell, above)
        document.add_paragraph(table.note)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put(grid: list[list[docx.table._Cell]], cell: PrintedCell, above: int) -> None:
    top, left = cell.row + above, cell.column
    first = grid[top][left]
    if cell.rows > 1 or cell.columns > 1:
        first = first.merge(grid[top + cell.rows - 1][left + cell.columns - 1])
    first.text = cell.text
