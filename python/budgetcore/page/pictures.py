# SPDX-License-Identifier: Apache-2.0
"""What the pictures of a report show: amounts, exact shares, lengths for drawing."""

from __future__ import annotations

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
    found: dict[str, Any] = {}
    for name, draw in (("flow", _flow), ("shares", _shares), ("years", _years)):
        try:
            picture = draw(disclosure)
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


def _years(disclosure: Disclosure) -> dict[str, Any] | None:
    """This year's column beside last year's, where a table of spending prints both."""
    for table in _tables(disclosure):
        earlier = next((one for one in table.columns if one.key in _YEAR_BEFORE), None)
        later = _total_column(table)
        if earlier is None or later is None:
            continue
        tree = table.tree(earlier.id, later.id)
        before, after = tree.columns
        shown = [
            (one, one.amount(before), one.amount(after)) for one in tree.select() if one.level <= 1
        ]
        shown = [row for row in shown if row[1] or row[2]]
        shown.sort(key=lambda row: (row[0].level, -abs(row[2] - row[1])))
        most = max((abs(new - old) for _, old, new in shown), default=Money())
        unit = _unit(table)
        rows = [
            [one.code, one.name, _shown(old, unit), _shown(new, unit),
             _shown(new - old, unit, "+"), share_of(new - old, old), length(new - old, most)]
            for one, old, new in shown[:_MOST]
        ]  # fmt: skip
        if rows:
            labels = ["/".join(one.header) for one in (earlier, later)]
            return {"rows": rows, "unit": symbol(unit), "labels": labels}
    return None


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
