# SPDX-License-Identifier: Apache-2.0
"""`series.money`: what a column of amounts can do beyond what pandas does."""

from __future__ import annotations

from typing import Any

import pandas as pd
from pandas.api.extensions import register_series_accessor

from budgetcore._core import MoneyArray, Ratio, Rounding, Unit
from budgetcore.frames.money_column import MoneyColumn
from budgetcore.frames.money_dtype import MoneyDtype


@register_series_accessor("money")
class MoneyAccessor:
    """Amounts of a Series of dtype money[…].

    >>> import pandas as pd
    >>> import budgetcore.frames
    >>> amounts = pd.Series(["3,296.30", "12.5"], dtype="money[万元]")
    >>> amounts.money.format(",.2f万元").tolist()
    ['3,296.30万元', '12.50万元']
    >>> amounts.money.fen.tolist()
    [3296300000, 12500000]
    """

    def __init__(self, series: Any) -> None:
        if not isinstance(series.dtype, MoneyDtype):
            raise AttributeError(f"a Series of {series.dtype} is no money; use astype('money[元]')")
        self._series = series
        self._column: MoneyColumn = series.array

    def _series_of(self, values: Any) -> Any:
        return pd.Series(values, index=self._series.index, name=self._series.name)

    @property
    def unit(self) -> Unit:
        """What the amounts are shown in."""
        return self._column.dtype.unit

    @property
    def amounts(self) -> MoneyArray:
        """The amounts as a MoneyArray, a copy."""
        return self._column.amounts

    @property
    def fen(self) -> Any:
        """Whole 分 as Int64."""
        return self._series_of(self._column._integers().copy())

    def to(self, unit: Unit | str) -> Any:
        """The same amounts, shown in another unit."""
        return self._series.astype(MoneyDtype(unit))

    def format(self, specification: str = "") -> Any:
        """Every amount as format(amount, specification) prints it."""
        texts = self._column.amounts.format(specification)
        return self._series_of(pd.array([pd.NA if t is None else t for t in texts], dtype="string"))

    def times(self, ratio: Ratio, rounding: Rounding) -> Any:
        """Every amount times an exact ratio, rounded to whole 分."""
        amounts = self._column.amounts.times(ratio, rounding)
        return self._series_of(MoneyColumn.of(amounts, self._column.dtype))

    def shares(self) -> Any:
        """Every amount's share of their sum, as exact Ratio; missing where the sum is 0."""
        return self._series_of(self._column / self._column.sum())
