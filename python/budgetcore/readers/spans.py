# SPDX-License-Identifier: Apache-2.0
"""Cells in the order in which they are written, with their spans → a grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from budgetcore._core import Grid
from budgetcore.readers.faults import check_positions

__all__ = ["Row", "SpanCell", "grid_of_rows", "hidden_text", "prints_table"]


@dataclass
class SpanCell:
    """A cell as written: where it stands follows from the cells before it."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass
class Row:
    """A row as written."""

    cells: list[SpanCell] = field(default_factory=list)
    hidden: bool = False


def grid_of_rows(rows: list[Row], source: str) -> Grid | None:
    """The grid of these rows: each cell takes the first free column, as in HTML.

    A cell never reaches below the last row or over another one. None where nothing is printed.
    Raises ReadError "document.too_large".
    """
    taken: list[set[int]] = [set() for _ in rows]
    cells: list[tuple[int, int, int, int, str]] = []
    columns = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column in taken[number]:
                column += 1
            height = max(1, min(cell.rows, len(rows) - number))
            width = max(1, cell.columns)
            free = next((i for i in range(width) if column + i in taken[number]), width)
            columns = max(columns, column + free)
            check_positions(columns * len(rows), source)
            for below in range(number, number + height):
                taken[below].update(range(column, column + free))
            if cell.text:
                cells.append((number, column, height, free, cell.text))
            column += free
    if not cells:
        return None
    return Grid(
        len(rows),
        columns,
        cells,
        hidden_rows=[number for number, row in enumerate(rows) if row.hidden],
    )


def prints_table(rows: list[Row]) -> bool:
    """Whether some row prints two cells; else the rows only lay out text."""
    return any(sum(bool(cell.text) for cell in row.cells) > 1 for row in rows)


def hidden_text(text: str) -> Grid:
    """A paragraph that is not to be seen: it is set aside."""
    return Grid(1, 1, [(0, 0, 1, 1, text)], hidden_rows=[0])
