# SPDX-License-Identifier: Apache-2.0
"""Frames of exact amounts: pandas, Arrow, polars and DuckDB, with no float anywhere.

Importing it teaches pandas the dtypes money[元], money[万元] … and `series.money`.
"""

from budgetcore.columnar.arrow import decimal_column, fen_column
from budgetcore.columnar.frame import Frame, frame_of
from budgetcore.frames.accessor import MoneyAccessor
from budgetcore.frames.money_column import MoneyColumn
from budgetcore.frames.money_dtype import MoneyDtype

__all__ = [
    "Frame",
    "MoneyAccessor",
    "MoneyColumn",
    "MoneyDtype",
    "decimal_column",
    "fen_column",
    "frame_of",
]
