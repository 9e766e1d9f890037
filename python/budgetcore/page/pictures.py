# SPDX-License-Identifier: Apache-2.0
"""What the pictures of a report show: amounts, exact shares, lengths for drawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from budgetcore import errors
from budgetcore._core import (
    Column,
    ColumnRole,
    Disclosure,
    Money,
    Report,
    Table,
    TableKind,
    TreeNode,
    Unit,
    symbol,
)
from budgetcore.plots.flow import Band, flow_of
from budgetcore.plots.parts import length, share_of

__all__ = ["pictures_of"]

_SPENDING = (TableKind.general_public_expenditure, TableKind.expenditure)
_WHOLE = ("合计", "金额", "本年支出合计")
_YEAR_BEFORE = ("上年预算数", "上年执行数")
_MOST = 24  # rows of a picture, the largest


def pictures_of(report: Report) -> dict[str, Any]:
    """Flow, shares and changes of the audited document; without those that it has no table for."""
    disclosure = report.disclosures[0]
    draw: dict[str, Callable[[], dict[str, Any] | None]] = {
        "flow": lambda: _flow(disclosure),
        "shares": lambda: _shares(disclosure),
        "years": lambda: _years(report),
    }
    found: dict[str, Any] = {}
    for name, make in draw.items():
        try:
            picture = make()
        except (errors.CellNotRead, errors.PlotError, errors.LookupError, errors.TreeError):
            continue  # what was not read the report says elsewhere
        if picture is not None:
            found[name] = picture
    return found


def _flow(disclosure: Disclosure) -> dict[str, Any]:
    flow = flow_of(disclosure)
    table = disclosure.find(TableKind.revenue_expenditure_summary)
    unit = _unit(table)
    whole = max(flow.income, flow.expenditure)

    def bands(of: list[Band], total: Money) -> list[list[Any]]:
        return [
            [one.name, _shown(one.amount, unit), share_of(one.amount, total),
             length(one.amount, whole)]
            for one in of
        ]  # fmt: skip

    return {
        "sources": bands(flow.sources, flow.income),
        "uses": bands(flow.uses, flow.expenditure),
        "unit": symbol(unit),
    }


def _shares(disclosure: Disclosure) -> dict[str, Any] | None:
    """Classes of the first table of spending that has a total."""
    for table in _tables(disclosure):
        column = _total_column(table)
        if column is None:
            continue
        shares = table.tree(column.id).shares(level=1)
        shares = [one for one in shares if one.ratio is not None and one.part > Money()]
        if not shares:
            continue
        largest = sorted(shares, key=lambda one: one.part, reverse=True)[:_MOST]
        unit = _unit(table)
        rows = [
            [one.code, one.name, _shown(one.part, unit), str(one), length(one.part, one.whole)]
            for one in largest
        ]
        return {"rows": rows, "unit": symbol(unit)}
    return None


def _years(report: Report) -> dict[str, Any] | None:
    """Classes of spending of this year beside the year before: of the disclosure of that year, if
    it was held against this one, else of the column that prints it."""
    current = report.disclosures[0]
    for table in _tables(current):
        later = _total_column(table)
        if later is None:
            continue
        before = _year_before(report, table)
        if before is None:
            continue
        old, label = before
        new = _classes(table, later)
        whole = {**old, **new}
        lines = [(code, one.name, _amount(old, code), _amount(new, code))
                 for code, one in whole.items()]  # fmt: skip
        lines = [line for line in lines if line[2] or line[3]]
        lines.sort(key=lambda line: (line[0] != "", -abs(line[3] - line[2])))
        most = max((abs(line[3] - line[2]) for line in lines), default=Money())
        unit = _unit(table)
        rows = [
            [code, name or "合计", _shown(then, unit), _shown(now, unit),
             _shown(now - then, unit, "+"), share_of(now - then, then), length(now - then, most)]
            for code, name, then, now in lines[:_MOST]
        ]  # fmt: skip
        if rows:
            return {"rows": rows, "unit": symbol(unit), "labels": [label, _label(current, later)]}
    return None


def _year_before(report: Report, table: Table) -> tuple[dict[str, TreeNode], str] | None:
    """What the year before printed for a table, by code."""
    current = report.disclosures[0]
    for other in report.disclosures[1:]:
        earlier = other.find(table.kind)
        same = other.kind is current.kind and other.organisation == current.organisation
        if earlier is None or not same or current.year is None or other.year != current.year - 1:
            continue
        column = _total_column(earlier)
        if column is not None:
            return _classes(earlier, column), _label(other, column)
    column = next((one for one in table.columns if one.key in _YEAR_BEFORE), None)
    return None if column is None else (_classes(table, column), "/".join(column.header))


def _classes(table: Table, column: Column) -> dict[str, TreeNode]:
    """The total and the classes of a table, by code; the total has none."""
    return {
        "" if one.level == 0 else one.code: one
        for one in table.tree(column.id).select()
        if one.level <= 1
    }


def _amount(classes: dict[str, TreeNode], code: str) -> Money:
    return classes[code].amount() if code in classes else Money()


def _label(disclosure: Disclosure, column: Column) -> str:
    year = "" if disclosure.year is None else f"{disclosure.year}年 "
    return f"{year}{column.header[-1] if column.header else ''}".strip()


def _tables(disclosure: Disclosure) -> list[Table]:
    found = (disclosure.find(kind) for kind in _SPENDING)
    return [table for table in found if table is not None]


def _total_column(table: Table) -> Column | None:
    """The first column of this year's whole amounts."""
    amounts = [one for one in table.columns if one.role == ColumnRole.amount]
    return next((one for one in amounts if one.key in _WHOLE), None)


def _unit(table: Table | None) -> Unit:
    return Unit.yuan if table is None or table.unit == Unit.unknown else table.unit


def _shown(amount: Money, unit: Unit, sign: str = "") -> str:
    """The amount as its table would print it, with every 分."""
    return format(amount, f"{sign},{symbol(unit)}").removesuffix(symbol(unit))
