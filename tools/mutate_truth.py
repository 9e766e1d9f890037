# SPDX-License-Identifier: Apache-2.0
"""What a disclosure prints, cell by cell, and where each cell stands in its text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIGURE = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")


@dataclass(frozen=True)
class Cell:
    """A place in the tables: number of the table, index of row and column from 0."""

    table: str
    row: int
    column: int


@dataclass(frozen=True)
class Row:
    lines: tuple[int, int]  # first and last, counted from 1
    cells: tuple[str, ...]  # as printed, "" for blank
    depth: int  # level of indentation where the table has one, else 0


@dataclass(frozen=True)
class Table:
    number: str
    title: str
    unit: str
    columns: tuple[str, ...]  # leaf of the header, "side:leaf" in a two-sided table
    stated_empty: bool
    rows: tuple[Row, ...]

    def names(self) -> int:
        """Index of the first column that holds names and not codes."""
        return (
            1 if self.columns[0].endswith("编码") and not self.columns[0].startswith("收入:") else 0
        )


@dataclass(frozen=True)
class Truth:
    tables: dict[str, Table]

    def text(self, cell: Cell) -> str:
        return self.tables[cell.table].rows[cell.row].cells[cell.column]

    def amounts(self) -> list[Cell]:
        """Every cell that prints an amount, in printed order."""
        found = []
        for table in self.tables.values():
            for r, row in enumerate(table.rows):
                for c, text in enumerate(row.cells):
                    if FIGURE.fullmatch(text) and not table.columns[c].endswith("编码"):
                        found.append(Cell(table.number, r, c))
        return found

    def label(self, cell: Cell) -> str:
        """The names that a person would use for a cell."""
        table = self.tables[cell.table]
        row = table.rows[cell.row]
        name = next((t for t in row.cells[table.names() :] if t and not FIGURE.fullmatch(t)), "")
        return f"表{cell.table} {name} {table.columns[cell.column]}"


def load(path: Path) -> Truth:
    """The truth of the example (its .truth.json) or of a collection of facts in the seed's form."""
    data = json.loads(path.read_text(encoding="utf-8"))
    read = _from_truth if data["schema"] == "budget-truth/1" else _from_facts
    return Truth({table.number: table for table in map(read, data["tables"])})


def _from_truth(table: dict[str, Any]) -> Table:
    return Table(
        table["number"],
        table["title"],
        table["unit"],
        tuple(table["columns"]),
        table["stated_empty"],
        tuple(
            Row((row["lines"][0], row["lines"][1]), tuple(row["cells"]), row.get("depth", 0))
            for row in table["rows"]
        ),
    )


def _from_facts(table: dict[str, Any]) -> Table:
    rows = []
    for row in table["rows"]:
        lines = row["line"] if isinstance(row["line"], list) else [row["line"]]
        if "cells" in row:
            cells = row["cells"]
        elif "department_subject" in row:
            cells = [row["department_subject"], row["government_subject"], *row["values"]]
        elif "code" in row:
            cells = [row["code"], row["name"], *row["values"]]
        else:
            cells = [row["name"], *row["values"]]
        rows.append(Row((min(lines), max(lines)), tuple(cells), row.get("level", 0)))
    return Table(
        str(table["no"]),
        table["name"],
        table["unit"],
        tuple(table["columns"]),
        "empty_note" in table,
        tuple(rows),
    )


def locate(truth: Truth, lines: list[str], cell: Cell) -> tuple[int, int, int]:
    """Line (counted from 1), first and end offset of a cell's text.

    The cells of a row are followed in printed order with all space passed over, for a name may be
    broken over lines and a figure glued to the name before it.
    """
    row = truth.tables[cell.table].rows[cell.row]
    line, offset = row.lines[0], 0
    for c, text in enumerate(row.cells):
        start = None
        for character in text:
            if character.isspace():
                continue
            while offset >= len(lines[line - 1]) or lines[line - 1][offset].isspace():
                line, offset = (
                    (line + 1, 0) if offset >= len(lines[line - 1]) else (line, offset + 1)
                )
                if line > row.lines[1]:
                    raise LookupError(f"{truth.label(cell)}: {text!r} is not in its row")
            if lines[line - 1][offset] != character:
                raise LookupError(f"{truth.label(cell)}: line {line} does not print {text!r}")
            start = offset if start is None else start
            offset += 1
        if c == cell.column and start is not None:
            return line, start, offset
    raise LookupError(f"{truth.label(cell)} is blank")
