# SPDX-License-Identifier: Apache-2.0
"""The tables of a working paper: as numbers, their sums computed anew, cells in question marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from budgetcore._core import (
    Cell,
    CellRef,
    ColumnRole,
    Figure,
    Finding,
    Obligation,
    ObligationKind,
    Outcome,
    Relation,
    Report,
    Status,
    Table,
    Unit,
    symbol,
    words_of,
)
from budgetcore.papers.book import Book
from budgetcore.papers.formulas import Address, Sides, a1, sides_of
from budgetcore.words import DECIDED, SEVERITIES, Lang, places_of

__all__ = ["TableSheets", "unit_name"]

_STYLES = {Status.exact: "cell", Status.rounding: "note", Status.violated: "error"}
_WIDTHS = {ColumnRole.amount: 15, ColumnRole.count: 15, ColumnRole.code: 11}
_AGAIN = (("重算", "again"), ("差额", "difference"))


class TableSheets:
    """Writes the tables of a report's documents, and knows where each figure was written."""

    def __init__(self, report: Report, lang: Lang, book: Book) -> None:
        self._report, self._lang, self._book = report, lang, book
        self.statements = list(zip(report.obligations, report.outcomes, strict=True))
        self.addresses: dict[CellRef, Address] = {}
        self._marks: dict[CellRef, list[Finding]] = defaultdict(list)
        self._suspected: set[tuple[CellRef, str]] = set()  # with the severity
        for finding in report.findings:
            for place, may_be_wrong in places_of(finding):
                if place.cell is None:
                    continue
                self._marks[place.cell].append(finding)
                if may_be_wrong:
                    self._suspected.add((place.cell, finding.severity.name))

    def write(self) -> None:
        """Each table on a sheet of its own: those of the audited document, and of the others
        those that a statement speaks of."""
        spoken = {
            (term.cell.disclosure, term.cell.table)
            for one, _ in self.statements
            for term in (*one.left, *one.right, *one.base)
        }
        sums = self._sums_by_table()
        for number, disclosure in enumerate(self._report.disclosures):
            for index, table in enumerate(disclosure.tables):
                if number > 0 and (number, index) not in spoken:
                    continue
                year = f"{disclosure.year or ''} " if number > 0 else ""
                sheet = self._book.sheet(f"{year}{table.number} {table.title}".strip())
                self._write_table(sheet, table, number, index)
                self._write_sums(sheet, table, sums[number, index])

    def _write_table(self, sheet: Any, table: Table, number: int, index: int) -> None:
        self._book.put(sheet, 0, 0, table.title, "title")
        page = f"p. {table.place.page}" if table.place.page else ""
        self._book.put(sheet, 1, 0, f"{unit_name(table.unit)}  {page}".strip(), "text")
        depth, columns = _depth(table), table.columns
        for column, of in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(of.role, 26))
            for level in range(depth):
                text = of.header[level] if level < len(of.header) else ""
                self._book.put(sheet, 2 + level, column, text, "head")
        first = 2 + depth
        sheet.freeze_panes(first, 0)
        for row in range(len(table.rows)):
            for column, of in enumerate(columns):
                cell = CellRef(number, index, row, column)
                self.addresses[cell] = sheet.get_name(), first + row, column
                read = table.cell(row, column)
                if of.role in (ColumnRole.amount, ColumnRole.count):
                    self.write_figure(sheet, first + row, column, read, cell)
                else:
                    self._book.put(sheet, first + row, column, read.figure.text)

    def write_figure(self, sheet: Any, row: int, column: int, read: Cell, cell: CellRef) -> None:
        """A figure as a number; in its note how it was read and the findings that speak of it."""
        figure, found = read.figure, self._marks.get(cell, [])
        style = "involved" if found else "cell"
        style = next((one.name for one in SEVERITIES if (cell, one.name) in self._suspected), style)
        if figure.is_number and figure.value is not None:
            self._book.put(sheet, row, column, figure.value, style, _number_format(figure))
        else:
            self._book.put(sheet, row, column, figure.text, style)
        notes = [words_of(read.mark, self._lang), *(one.message(self._lang) for one in found)]
        if any(notes):
            text = "\n\n".join(note for note in notes if note)[:2000]
            sheet.write_comment(row, column, text, {"x_scale": 3, "y_scale": 2})

    def _write_sums(
        self, sheet: Any, table: Table, sums: list[tuple[CellRef, Obligation, Status]]
    ) -> None:
        """To the right of a table each figure that a sum within the table gives, computed anew."""
        columns = table.columns
        amounts = [i for i, one in enumerate(columns) if one.role == ColumnRole.amount]
        done: set[CellRef] = set()
        for target, one, status in sums:
            if target.column not in amounts or target in done:
                continue
            sides = self._sides_in(sheet, one)
            if sides is None or not sides.right:
                continue
            done.add(target)
            _, row, column = self.addresses[target]
            again = len(columns) + 1 + 2 * amounts.index(target.column)
            number = _number_format(table.cell(target.row, target.column).figure)
            self._book.formula(sheet, row, again, sides.right, sides.right_value, "cell", number)
            self._book.formula(
                sheet, row, again + 1, f"ROUND({a1(row, column)}-{a1(row, again)},8)",
                round(sides.left_value - sides.right_value, 8), _STYLES[status], number,
            )  # fmt: skip
        if not done:
            return
        for place, column in enumerate(amounts):
            header = columns[column].header
            for offset, words in enumerate(_AGAIN):
                at = len(columns) + 1 + 2 * place + offset
                text = f"{words[self._lang == 'en']} {header[-1] if header else ''}"
                self._book.put(sheet, 1 + _depth(table), at, text.strip(), "head")
                sheet.set_column(at, at, 15)

    def _sides_in(self, sheet: Any, one: Obligation) -> Sides | None:
        return sides_of(one, self._report, self.addresses, sheet.get_name())

    def _sums_by_table(self) -> dict[tuple[int, int], list[tuple[CellRef, Obligation, Status]]]:
        """By table the decided sums of one of its figures whose addends all stand in it."""
        found: dict[tuple[int, int], list[tuple[CellRef, Obligation, Status]]] = defaultdict(list)
        for one, outcome in self._decided_sums():
            target = one.left[0].cell
            key = target.disclosure, target.table
            addends = [term.cell for term in one.right]
            if all((cell.disclosure, cell.table) == key for cell in addends):
                found[key].append((target, one, outcome.status))
        return found

    def _decided_sums(self) -> Iterator[tuple[Obligation, Outcome]]:
        for one, outcome in self.statements:
            linear = one.kind is ObligationKind.linear and one.relation is Relation.equal
            if not linear or outcome.status not in DECIDED:
                continue
            if len(one.left) == 1 and one.left[0].coefficient == 1 and len(one.right) > 1:
                yield one, outcome


def unit_name(unit: Unit) -> str:
    """万元; "" for none."""
    return "" if unit is Unit.unknown else symbol(unit)


def _depth(table: Table) -> int:
    """How many rows its header takes."""
    return max((len(column.header) for column in table.columns), default=1) or 1


def _number_format(figure: Figure) -> str:
    """As the figure is printed: its digits, its separators."""
    whole = "#,##0" if "," in figure.text or "，" in figure.text else "0"
    return whole + ("." + "0" * figure.digits if figure.digits > 0 else "")
