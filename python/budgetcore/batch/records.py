# SPDX-License-Identifier: Apache-2.0
"""One document as rows of the data set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from budgetcore._core import Disclosure, MoneyArray, Report, symbol
from budgetcore.batch.schema import SCHEMAS
from budgetcore.batch.sources import Beside, Source
from budgetcore.columnar.arrow import decimal_column

Rows = dict[str, pa.Table]
"""Rows of a document by table."""

Columns = Mapping[str, Any]

_DIGITS = 10  # after the point of a number


def rows_of(source: Source, disclosure: Disclosure, report: Report, beside: Beside) -> Rows:
    """The rows of an audited document."""
    figures = report.coverage.figures
    took_part = {one.sha256 for one in report.disclosures}
    document = {
        "path": [source.path],
        "state": ["audited"],
        "error": [None],
        "body": [disclosure.organisation or None],
        "code": [disclosure.organisation_code or None],
        "year": [disclosure.year],
        "kind": [disclosure.kind.name],
        "scope": [disclosure.scope.name],
        "pages": [disclosure.pages],
        "verdict": [report.verdict.name],
        "previous": [" ".join(one for one in beside.previous if one in took_part) or None],
        "units": [" ".join(one for one in beside.units if one in took_part) or None],
        "figures_read": [figures.read],
        "figures_checked": [figures.checked],
        "figures_unchecked": [figures.unchecked],
        "figures_unreadable": [figures.unreadable],
        "not_read": [len(disclosure.not_read)],
    }
    figures_of = dict(report.own_cells.to_dict())
    figures_of.pop("source")
    columns: dict[str, Columns] = {
        "documents": document,
        "tables": _tables(disclosure),
        "figures": figures_of,
        "claims": disclosure.claims.to_dict(),
        "targets": disclosure.targets.to_dict(),
        "coverage": _coverage(report),
        "findings": _findings(report),
    }
    return {name: _table(SCHEMAS[name], source.sha256, of) for name, of in columns.items()}


def failed(source: Source, state: str, error: str) -> Rows:
    """The row of a document that was not audited: "unreadable", "duplicate", "killed"."""
    row = dict.fromkeys(SCHEMAS["documents"].names[1:], None)
    columns: dict[str, list[Any]] = {name: [value] for name, value in row.items()}
    columns |= {"path": [source.path], "state": [state], "error": [error]}
    return {"documents": _table(SCHEMAS["documents"], source.sha256, columns)}


def _findings(report: Report) -> dict[str, Any]:
    """Those that the report lists, and those that a review set aside."""
    columns = report.findings.to_dict()
    aside = report.set_aside.to_dict()
    accepted = len(report.accepted)
    known = len(report.set_aside) - accepted
    states = ["open"] * len(report.findings) + ["accepted"] * accepted + ["known"] * known
    return {name: [*values, *aside[name]] for name, values in columns.items()} | {"state": states}


def _tables(disclosure: Disclosure) -> dict[str, list[Any]]:
    return {
        "table": [table.id for table in disclosure],
        "kind": [table.kind.name for table in disclosure],
        "number": [table.number or None for table in disclosure],
        "title": [table.title for table in disclosure],
        "unit": [symbol(table.unit) or None for table in disclosure],
        "rows": [len(table.rows) for table in disclosure],
        "columns": [len(table.columns) for table in disclosure],
        "page": [table.place.page for table in disclosure],
        "line": [table.place.line for table in disclosure],
    }


def _coverage(report: Report) -> dict[str, list[Any]]:
    rules = report.coverage.rules
    columns: dict[str, list[Any]] = {"rule": list(rules)}
    for outcome in SCHEMAS["coverage"].names[2:]:
        columns[outcome] = [counts[outcome] for counts in rules.values()]
    return columns


def state_of(rows: Rows) -> str:
    """What became of a document."""
    return str(rows["documents"]["state"][0])


def table_of(name: str, documents: Sequence[Rows]) -> pa.Table:
    """One table of the data set, of several documents."""
    parts = [rows[name] for rows in documents if name in rows]
    return pa.concat_tables(parts) if parts else SCHEMAS[name].empty_table()


def _table(schema: pa.Schema, sha256: str, columns: Mapping[str, Any]) -> pa.Table:
    count = len(next(iter(columns.values())))
    arrays = [pa.array([sha256] * count, type=pa.string())]
    for field in list(schema)[1:]:
        values = columns[field.name]
        if isinstance(values, MoneyArray):
            arrays.append(decimal_column(values))
        elif pa.types.is_decimal(field.type):
            arrays.append(pa.array([_fitting(value) for value in values], type=field.type))
        else:
            arrays.append(pa.array(values, type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _fitting(value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    fits = isinstance(exponent, int) and exponent >= -_DIGITS and abs(value) < Decimal(10) ** 27
    return value if fits else None
