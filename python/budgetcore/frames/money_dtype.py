# SPDX-License-Identifier: Apache-2.0
"""The pandas dtype of amounts: money[元], money[万元] …, exact in 分 whatever the unit."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionDtype, register_extension_dtype

from budgetcore._core import Money, Unit, symbol
from budgetcore.columnar.arrow import money_of_arrow
from budgetcore.columnar.units import known_unit


@register_extension_dtype
class MoneyDtype(ExtensionDtype):
    """Amounts of money in a frame, shown in a unit.

    The amounts are whole 分 in 64 bits; the unit is that of texts and numbers without one, and of
    what is shown. `dtype="money[万元]"` is the same once `budgetcore.frames` is imported.

    >>> import pandas as pd
    >>> from budgetcore.frames import MoneyDtype
    >>> pd.Series(["3,296.30", None], dtype=MoneyDtype("万元"))
    0    3,296.30
    1        <NA>
    dtype: money[万元]
    """

    type = Money
    kind = "O"
    na_value = pd.NA
    _is_numeric = True
    _metadata = ("unit",)

    def __init__(self, unit: Unit | str = Unit.yuan) -> None:
        """Of a unit of money. Raises ValueError for another."""
        self._unit = known_unit(unit)

    @property
    def unit(self) -> Unit:
        """What amounts are shown in."""
        return self._unit

    @property
    def name(self) -> str:
        """Its text: money[万元]."""
        return f"money[{symbol(self._unit)}]"

    def __repr__(self) -> str:
        return self.name

    @classmethod
    def construct_from_string(cls, string: str) -> MoneyDtype:
        """The dtype of a text such as money[万元]. Raises TypeError for any other."""
        if not isinstance(string, str):
            raise TypeError(f"'construct_from_string' expects a string, got {type(string)}")
        if string == "money":
            return cls()
        if not (string.startswith("money[") and string.endswith("]")):
            raise TypeError(f"cannot construct a 'MoneyDtype' from '{string}'")
        try:
            return cls(string[len("money[") : -1])
        except ValueError as error:
            raise TypeError(str(error)) from None

    @classmethod
    def construct_array_type(cls) -> builtins.type[Any]:
        """MoneyColumn."""
        from budgetcore.frames.money_column import MoneyColumn

        return MoneyColumn

    def _get_common_dtype(self, dtypes: list[Any]) -> Any:
        if all(isinstance(dtype, MoneyDtype) for dtype in dtypes):
            units = {dtype.unit for dtype in dtypes}
            return self if len(units) == 1 else MoneyDtype(Unit.yuan)
        return None

    def __from_arrow__(self, array: Any) -> Any:
        """A column of decimal128 in the dtype's unit, or of whole 分; floats are refused."""
        from budgetcore.frames.money_column import MoneyColumn

        fen, mask = money_of_arrow(array, self._unit)
        return MoneyColumn(np.array(fen), np.array(mask), self)
