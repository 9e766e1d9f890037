# SPDX-License-Identifier: Apache-2.0
"""The data set of a batch: its tables, their columns and types.

`document` is the SHA-256 of the file in each. Amounts are decimal128 in 元, numbers decimal128 in
the printed unit (null where they have more than ten digits after the point; `text` has what is
printed).
"""

from __future__ import annotations

import pyarrow as pa

VERSION = 2
"""Counted up with every change of the tables below; other versions are not read or gone on with."""

_TEXT, _WHOLE, _AMOUNT, _NUMBER = (
    pa.string(),
    pa.int32(),
    pa.decimal128(38, 2),
    pa.decimal128(38, 10),
)


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([("document", _TEXT), *columns.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "documents": _schema(
        path=_TEXT, state=_TEXT, error=_TEXT, body=_TEXT, code=_TEXT, year=_WHOLE, kind=_TEXT,
        scope=_TEXT, pages=_WHOLE, verdict=_TEXT, previous=_TEXT, units=_TEXT,
        figures_read=_WHOLE, figures_checked=_WHOLE, figures_unchecked=_WHOLE,
        figures_unreadable=_WHOLE, not_read=_WHOLE,
    ),
    "tables": _schema(
        table=_TEXT, kind=_TEXT, number=_TEXT, title=_TEXT, unit=_TEXT, rows=_WHOLE,
        columns=_WHOLE, page=_WHOLE, line=_WHOLE,
    ),
    "figures": _schema(
        body=_TEXT, year=_WHOLE, kind=_TEXT, table=_TEXT, table_kind=_TEXT, title=_TEXT, row=_TEXT,
        code=_TEXT, name=_TEXT, level=_WHOLE, column=_TEXT, header=_TEXT, term=_TEXT, text=_TEXT,
        unit=_TEXT, amount=_AMOUNT, value=_NUMBER, state=_TEXT, mark=_TEXT, page=_WHOLE,
        line=_WHOLE, statements=_WHOLE, outcome=_TEXT,
    ),
    "claims": _schema(
        id=_TEXT, section=_TEXT, kind=_TEXT, quantity=_TEXT, text=_TEXT, figure=_TEXT,
        unbound=_TEXT, page=_WHOLE, line=_WHOLE,
    ),
    "targets": _schema(
        table=_TEXT, scope=_TEXT, project=_TEXT, level1=_TEXT, level2=_TEXT, name=_TEXT,
        period=_TEXT, annual=_TEXT, form=_TEXT, actual=_TEXT, weight=_TEXT, score=_TEXT,
        page=_WHOLE, line=_WHOLE,
    ),
    "coverage": _schema(
        rule=_TEXT, exact=_WHOLE, rounding=_WHOLE, violated=_WHOLE, not_applicable=_WHOLE,
        not_read=_WHOLE, not_decided=_WHOLE,
    ),
    "findings": _schema(
        state=_TEXT, id=_TEXT, figures=_TEXT, rule=_TEXT, severity=_TEXT, cause=_TEXT,
        message=_TEXT, table=_TEXT, row=_TEXT,
        column=_TEXT, section=_TEXT, text=_TEXT, page=_WHOLE, line=_WHOLE, published=_TEXT,
        expected_low=_NUMBER, expected_high=_NUMBER, unit=_TEXT, value=_TEXT,
    ),
}  # fmt: skip
"""The tables by name."""
