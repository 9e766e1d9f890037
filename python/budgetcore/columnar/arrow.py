# SPDX-License-Identifier: Apache-2.0
"""Amounts as Arrow columns: decimal128 in a unit, and int64 分 in the same memory.

Importing it registers the Arrow type `budgetcore.money`, under which a pandas column of money goes
through Arrow and Parquet and comes back with its unit: decimal128 for who does not know it.
"""

from __future__ import annotations

from typing import Any, Self

import numpy as np
import pyarrow as pa

from budgetcore._core import MoneyArray, Unit, parse_unit, scale_exponent, symbol

_PRECISION = 38  # the most that decimal128 takes; every tool reads it


def scale_of(unit: Unit) -> int:
    """Digits that a whole 分 has after the point in a unit: 2 in 元, 6 in 万元."""
    return 2 + scale_exponent(unit)


class MoneyArrowType(pa.ExtensionType):
    """decimal128 with the unit that it is in, of which pandas makes money[万元]."""

    def __init__(self, unit: Unit) -> None:
        """Of a unit of money."""
        self.unit = unit
        super().__init__(pa.decimal128(_PRECISION, scale_of(unit)), "budgetcore.money")

    def __arrow_ext_serialize__(self) -> bytes:
        return symbol(self.unit).encode()

    @classmethod
    def __arrow_ext_deserialize__(cls, storage_type: Any, serialized: bytes) -> Self:
        return cls(parse_unit(serialized.decode()) or Unit.yuan)

    def to_pandas_dtype(self) -> Any:
        """MoneyDtype of the unit."""
        from budgetcore.frames.money_dtype import MoneyDtype

        return MoneyDtype(self.unit)


pa.register_extension_type(MoneyArrowType(Unit.yuan))


def fen_column(amounts: MoneyArray) -> Any:
    """The amounts in 分 as a pyarrow array of int64 that shares their memory.

    >>> import budgetcore as bc
    >>> from budgetcore.frames import fen_column
    >>> amounts = bc.MoneyArray(["3,296.30", None], bc.Unit.wan_yuan)
    >>> fen_column(amounts).to_pylist()
    [3296300000, None]
    >>> fen_column(amounts).buffers()[1].address == amounts.fen.ctypes.data
    True
    """
    return pa.Array.from_buffers(
        pa.int64(),
        len(amounts),
        [_validity(amounts.missing), pa.py_buffer(amounts.fen)],
        amounts.missing_count,
    )


def decimal_column(amounts: MoneyArray, unit: Unit = Unit.yuan) -> Any:
    """The amounts as a pyarrow array of decimal128 in a unit, every 分 of them.

    >>> import budgetcore as bc
    >>> from budgetcore.frames import decimal_column
    >>> decimal_column(bc.MoneyArray(["3,296.30"], bc.Unit.wan_yuan), bc.Unit.wan_yuan)[0]
    <pyarrow.Decimal128Scalar: Decimal('3296.300000')>
    """
    # Two's complement: the high half of a decimal128 is the sign of the low one.
    halves = np.empty((len(amounts), 2), dtype="<i8")
    halves[:, 0] = amounts.fen
    halves[:, 1] = amounts.fen >> 63
    return pa.Array.from_buffers(
        pa.decimal128(_PRECISION, scale_of(unit)),
        len(amounts),
        [_validity(amounts.missing), pa.py_buffer(halves)],
        amounts.missing_count,
    )


def _validity(missing: Any) -> Any:
    if not missing.any():
        return None
    return pa.py_buffer(np.packbits(~missing, bitorder="little"))


def money_of_arrow(array: Any, unit: Unit) -> tuple[Any, Any]:
    """分 and mask of an Arrow column: decimal128 of a unit, or whole numbers of 分.

    Raises TypeError for floats, ColumnError for what is finer than a 分 or too large.
    """
    if isinstance(array, pa.ChunkedArray):
        parts = [money_of_arrow(chunk, unit) for chunk in array.chunks]
        if not parts:
            return np.empty(0, dtype="int64"), np.empty(0, dtype=bool)
        return np.concatenate([fen for fen, _ in parts]), np.concatenate([m for _, m in parts])
    if isinstance(array, pa.ExtensionArray):
        array = array.storage
    if pa.types.is_integer(array.type):
        mask = array.is_null().to_numpy(zero_copy_only=False)
        whole = array.cast(pa.int64())
        values = whole.fill_null(0) if array.null_count else whole
        return values.to_numpy(zero_copy_only=not array.null_count), mask
    if not pa.types.is_decimal(array.type):
        raise TypeError(
            f"a column of {array.type} is no money: money[{symbol(unit)}] is made of decimal128 in "
            f"{symbol(unit)} or of int64 分"
        )
    amounts = MoneyArray(array, unit)
    return amounts.fen, amounts.missing
