# SPDX-License-Identifier: Apache-2.0
"""Frames of exact amounts: pandas, Arrow, polars and DuckDB, with no float anywhere.

Importing it teaches pandas the dtypes money[元], money[万元] … and `series.money`.
"""

from budgetcore.frames.accessor import MoneyAccessor
from budgetcore.frames.arrow import fen_column, money_column
from budgetcore.frames.frame import Frame, frame_of
from budgetcore.frames.money_column import MoneyColumn
from budgetcore.frames.money_dtype import MoneyDtype

__all__ = [
    "Frame",
    "MoneyAccessor",
    "MoneyColumn",
    "MoneyDtype",
    "fen_column",
    "frame_of",
    "money_column",
]
