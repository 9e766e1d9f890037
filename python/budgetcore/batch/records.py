# SPDX-License-Identifier: Apache-2.0
"""One document as rows of the data set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from budgetcore._core import Disclosure, MoneyArray, Report, symbol
from budgetcore.batch.schema import SCHEMAS
from budgetcore.batch.sources import Source
from budgetcore.columnar.arrow import decimal_column

Rows = dict[str, dict[str, Any]]
"""Columns by table."""

_DIGITS = 10  # after the point of a number


def rows_of(
    source: Source, disclosure: Disclosure, report: Report, previous: Sequence[str]
) -> Rows:
    """The rows of an audited document."""
    figures = report.coverage.figures
    document = {
        "path": [source.path],
        "state": ["audited"],
        "error": [None],
        "body": [disclosure.organisation or None],
        "code": [disclosure.organisation_code or None],
        "year": [disclosure.year],
        "kind": [disclosure.kind.name],
        "pages": [disclosure.pages],
        "verdict": [report.verdict.name],
        "previous": [" ".join(previous) or None],
        "figures_read": [figures.read],
        "figures_checked": [figures.checked],
        "figures_unchecked": [figures.unchecked],
        "figures_unreadable": [figures.unreadable],
        "not_read": [len(disclosure.not_read)],
    }
    cells = report.cells.to_dict()
    own = [one == disclosure.source for one in cells.pop("source")]
    return {
        "documents": document,
        "tables": _tables(disclosure),
        "figures": _only(cells, own),
        "claims": disclosure.claims.to_dict(),
        "targets": disclosure.targets.to_dict(),
        "coverage": _coverage(report),
        "findings": report.findings.to_dict(),
    }


def failed(source: Source, state: str, error: str) -> Rows:
    """The row of a document that was not audited: "unreadable", "duplicate", "killed"."""
    row = dict.fromkeys(SCHEMAS["documents"].names[1:], None)
    columns: dict[str, list[Any]] = {name: [value] for name, value in row.items()}
    columns |= {"path": [source.path], "state": [state], "error": [error]}
    return {"documents": columns}


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


def _only(columns: Mapping[str, Any], mask: list[bool]) -> dict[str, Any]:
    """The figures of the document itself, not those of the documents beside it."""
    if all(mask):
        return dict(columns)
    return {
        name: values.filter(mask)
        if isinstance(values, MoneyArray)
        else [value for value, kept in zip(values, mask, strict=True) if kept]
        for name, values in columns.items()
    }


def table_of(name: str, documents: Sequence[tuple[str, Rows]]) -> pa.Table:
    """One table of the data set, of several documents."""
    parts = [
        _table(SCHEMAS[name], sha256, rows[name]) for sha256, rows in documents if name in rows
    ]
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
