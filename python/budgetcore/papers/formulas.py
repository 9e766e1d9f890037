# SPDX-License-Identifier: Apache-2.0
"""Statements as formulas over the cells of a workbook, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import (  # type: ignore[import-untyped]
    quote_sheetname,
    xl_rowcol_to_cell,
)

from budgetcore._core import CellRef, Obligation, ObligationKind, Report, Term, Unit, scale_exponent

__all__ = ["Address", "Sides", "a1", "sides_of"]

Address = tuple[str, int, int]
"""Sheet, row and column of a figure, from 0."""

_LONGEST = 8000  # characters of a formula
_MOST_ARGUMENTS = 250


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a statement: their formulas, "" for one too long to be one, their values, and
    what they are in."""

    left: str
    right: str
    left_value: Decimal
    right_value: Decimal
    unit: Unit
    percent: bool = False


def sides_of(
    obligation: Obligation, report: Report, addresses: Mapping[CellRef, Address], here: str = ""
) -> Sides | None:
    """A statement over figures; None where one of them is no number, or has no address.

    Sums over figures of several units are in 元. References to the sheet `here` go without its
    name.
    """
    terms = [*obligation.left, *obligation.right, *obligation.base]
    figures = [report.cell(term.cell).figure for term in terms]
    if any(term.cell not in addresses for term in terms):
        return None
    ratio = obligation.kind is ObligationKind.ratio
    money = figures[len(obligation.left) :] if ratio else figures
    units = {figure.unit for figure in money if figure.is_number}
    mixed = len(units) > 1
    if mixed and Unit.unknown in units:
        return None

    def summed(side: Sequence[Term], convert: bool) -> tuple[str, Decimal] | None:
        total = Decimal(0)
        parts: list[tuple[Address, Decimal]] = []
        for term in side:
            figure = report.cell(term.cell).figure
            if not figure.is_number or figure.value is None:
                if figure.text.strip() and figure.state.name in ("label", "unreadable"):
                    return None
                continue
            factor = Decimal(term.coefficient)
            if convert:
                factor *= Decimal(10) ** scale_exponent(figure.unit)
            total += factor * figure.value
            parts.append((addresses[term.cell], factor))
        return _formula(parts, here), total

    left = summed(obligation.left, mixed and not ratio)
    right = summed(obligation.right, mixed)
    base = summed(obligation.base, mixed)
    if left is None or right is None or base is None:
        return None
    if not ratio:
        unit = Unit.yuan if mixed else next(iter(units), Unit.unknown)
        return Sides(left[0], right[0], left[1], right[1], unit)
    if not base[1]:
        return None
    quotient = f"100*({right[0]})/({base[0]})" if right[0] and base[0] else ""
    return Sides(left[0], quotient, left[1], 100 * right[1] / base[1], Unit.unknown, percent=True)


def _formula(parts: Iterable[tuple[Address, Decimal]], here: str) -> str:
    """Figures below one another are a range: SUM('支出'!C5:C9)+'支出'!C12."""
    runs: list[tuple[str, int, int, int, Decimal]] = []
    for (sheet, row, column), factor in parts:
        if runs:
            name, first, last, at, same = runs[-1]
            if (name, at, same) == (sheet, column, factor) and row == last + 1:
                runs[-1] = name, first, row, at, same
                continue
        runs.append((sheet, row, row, column, factor))
    if not runs:
        return "0"
    text = ""
    for sheet, first, last, column, factor in runs:
        where = "" if sheet == here else f"{quote_sheetname(sheet)}!"
        one = f"{where}{a1(first, column)}"
        if last > first:
            one = f"SUM({one}:{a1(last, column)})"
        if abs(factor) != 1:
            one = f"{abs(factor)}*{one}"
        text += ("-" if factor < 0 else "+" if text else "") + one
    return text if len(text) <= _LONGEST and len(runs) <= _MOST_ARGUMENTS else ""


def a1(row: int, column: int) -> str:
    """A cell as formulas name it: C5."""
    return str(xl_rowcol_to_cell(row, column))
