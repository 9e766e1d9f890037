# SPDX-License-Identifier: Apache-2.0
"""Named columns as a pandas, Arrow or polars frame, with no float in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from budgetcore._core import MoneyArray, Unit
from budgetcore.columnar.arrow import decimal_column, fen_column

Columns = Mapping[str, Any]
Units = Unit | Mapping[str, Unit]


def _unit_of(name: str, units: Units) -> Unit:
    unit = units if isinstance(units, Unit) else units.get(name, Unit.yuan)
    return Unit.yuan if unit == Unit.unknown else unit


def to_pandas(columns: Columns, units: Units = Unit.yuan) -> Any:
    """A DataFrame: amounts as money of their unit, whole numbers as Int64, decimals as objects."""
    import pandas as pd

    return pd.DataFrame(
        {name: _pandas_column(values, _unit_of(name, units)) for name, values in columns.items()}
    )


def _pandas_column(values: Any, unit: Unit) -> Any:
    import pandas as pd

    from budgetcore.frames.money_column import MoneyColumn
    from budgetcore.frames.money_dtype import MoneyDtype

    if isinstance(values, MoneyArray):
        return MoneyColumn.of(values, MoneyDtype(unit))
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return pd.array(values, dtype="boolean")
    if kinds == {int}:
        return pd.array(values, dtype="Int64")
    if kinds <= {str}:
        return pd.array(values, dtype="string")
    return pd.Series(values, dtype=object)


def to_arrow(columns: Columns, units: Units = Unit.yuan, amounts: str = "decimal") -> pa.Table:
    """A pyarrow table: amounts as decimal128 in their unit, or with "fen" as int64 分 uncopied."""
    if amounts not in ("decimal", "fen"):
        raise ValueError(f'amounts={amounts!r}: "decimal" or "fen"')

    def column(name: str, values: Any) -> Any:
        if isinstance(values, MoneyArray):
            if amounts == "fen":
                return fen_column(values)
            return decimal_column(values, _unit_of(name, units))
        nothing = all(value is None for value in values)
        return pa.array(values, type=pa.string() if nothing else None)

    return pa.table({name: column(name, values) for name, values in columns.items()})


def to_polars(columns: Columns, units: Units = Unit.yuan) -> Any:
    """A polars DataFrame: amounts as Decimal in their unit."""
    import polars as pl

    return pl.DataFrame(to_arrow(columns, units))


def arrow_stream(columns: Columns, units: Units = Unit.yuan, requested_schema: Any = None) -> Any:
    """The Arrow C stream of `to_arrow`, for `__arrow_c_stream__`."""
    return to_arrow(columns, units).__arrow_c_stream__(requested_schema)
