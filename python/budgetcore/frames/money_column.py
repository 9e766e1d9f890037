# SPDX-License-Identifier: Apache-2.0
"""A pandas column of exact amounts: whole 分 in int64 and a mask; nothing in it is ever a float."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any, Self

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray
from pandas.api.indexers import check_array_indexer

from budgetcore._core import Money, MoneyArray, Ratio, symbol
from budgetcore.columnar.arrow import MoneyArrowType, decimal_column, fen_column, scale_of
from budgetcore.frames.grouping import cumulated, grouped
from budgetcore.frames.money_dtype import MoneyDtype

_LEAST_DIGITS = 2  # shown after the point, in any unit
_NO_FLOAT = (
    "amounts become no floats: use series.money.fen for int64 分, .astype(str) for texts, or "
    "pyarrow's decimal128"
)


class MoneyColumn(ExtensionArray):
    """The array behind a column of dtype money[万元].

    Made by pandas from texts, Money, Decimal, int and None, as MoneyArray reads them; floats are
    refused. `+` and `-` with money, `*` with whole numbers, money / money as exact Ratio; a sum
    raises OverflowError only where it leaves 64 bits.
    """

    def __init__(self, fen: Any, mask: Any, dtype: MoneyDtype) -> None:
        """Of an int64 array of 分 and a mask that is true where an amount is missing."""
        self._fen = fen
        self._mask = mask
        self._dtype = dtype
        self._version = [0]  # of the memory, which slices share; __setitem__ counts it up
        self._any_missing: tuple[int, bool] | None = None  # as of a version

    # ---- making ----

    @classmethod
    def of(cls, amounts: MoneyArray, dtype: MoneyDtype) -> Self:
        """The amounts of a MoneyArray, copied: a column of a frame may be changed."""
        return cls(amounts.fen.copy(), amounts.missing, dtype)

    @classmethod
    def _from_sequence(cls, scalars: Any, *, dtype: Any = None, copy: bool = False) -> Self:
        dtype = pd.api.types.pandas_dtype(dtype) if dtype is not None else MoneyDtype()
        if isinstance(scalars, pd.Series | pd.Index):
            scalars = scalars.array
        if isinstance(scalars, MoneyColumn):
            column = scalars.copy() if copy else scalars
            return cls(column._fen, column._mask, dtype)
        if isinstance(scalars, ExtensionArray):
            scalars = list(scalars)
        amounts = scalars if isinstance(scalars, MoneyArray) else MoneyArray(scalars, dtype.unit)
        return cls.of(amounts, dtype)

    @classmethod
    def _from_sequence_of_strings(cls, strings: Any, *, dtype: Any, copy: bool = False) -> Self:
        return cls._from_sequence(strings, dtype=dtype, copy=copy)

    @classmethod
    def _from_factorized(cls, values: Any, original: MoneyColumn) -> Self:
        return cls(values, np.zeros(len(values), dtype=bool), original._dtype)

    @classmethod
    def _concat_same_type(cls, to_concat: Sequence[MoneyColumn]) -> Self:
        return cls(
            np.concatenate([one._fen for one in to_concat]),
            np.concatenate([one._mask for one in to_concat]),
            to_concat[0]._dtype,
        )

    def _like(self, fen: Any, mask: Any) -> Self:
        return type(self)(fen, mask, self._dtype)

    # ---- what it holds ----

    @property
    def amounts(self) -> MoneyArray:
        """The same amounts as a MoneyArray, a copy."""
        return MoneyArray.from_fen(self._fen.copy(), self._mask if self._has_missing() else None)

    def _shared(self) -> MoneyArray:
        fen = np.ascontiguousarray(self._fen)
        return MoneyArray.from_fen(fen, self._mask if self._has_missing() else None)

    def _has_missing(self) -> bool:
        if self._any_missing is None or self._any_missing[0] != self._version[0]:
            self._any_missing = (self._version[0], bool(self._mask.any()))
        return self._any_missing[1]

    @property
    def dtype(self) -> MoneyDtype:
        """MoneyDtype with its unit."""
        return self._dtype

    @property
    def nbytes(self) -> int:
        """Bytes of the amounts and the mask."""
        return int(self._fen.nbytes + self._mask.nbytes)

    def __len__(self) -> int:
        return len(self._fen)

    def isna(self) -> Any:
        """True where an amount is missing."""
        return self._mask.copy()

    def copy(self) -> Self:
        """The same amounts in memory of their own."""
        return self._like(self._fen.copy(), self._mask.copy())

    def __getitem__(self, item: Any) -> Any:
        item = check_array_indexer(self, item)
        if isinstance(item, int | np.integer):
            return pd.NA if self._mask[item] else Money.of_fen(int(self._fen[item]))
        part = self._like(self._fen[item], self._mask[item])
        part._version = self._version
        return part

    def __setitem__(self, key: Any, value: Any) -> None:
        key = check_array_indexer(self, key)
        self._version[0] += 1
        if isinstance(value, MoneyColumn | pd.Series | pd.Index | list | tuple | np.ndarray):
            values = type(self)._from_sequence(value, dtype=self._dtype)
            self._fen[key], self._mask[key] = values._fen, values._mask
        else:
            one = type(self)._from_sequence([value], dtype=self._dtype)
            self._fen[key], self._mask[key] = one._fen[0], one._mask[0]

    def take(self, indices: Any, *, allow_fill: bool = False, fill_value: Any = None) -> Self:
        """The amounts at these positions; −1 is missing, or `fill_value`, with `allow_fill`."""
        from pandas.api.extensions import take

        indices = np.asarray(indices, dtype="intp")
        if not allow_fill:
            return self._like(take(self._fen, indices), take(self._mask, indices))
        fen = take(self._fen, indices, allow_fill=True, fill_value=0)
        mask = take(self._mask, indices, allow_fill=True, fill_value=True)
        result = self._like(fen, mask)
        if fill_value is not None and not pd.isna(fill_value):
            result[indices == -1] = fill_value
        return result

    # ---- showing ----

    def _formatter(self, boxed: bool = False) -> Callable[[Any], str]:
        specification = f",.{self._digits()}f{symbol(self._dtype.unit)}"
        ending = len(symbol(self._dtype.unit))

        def shown(value: Any) -> str:
            return "<NA>" if value is pd.NA else format(value, specification)[:-ending]

        return shown

    def _digits(self) -> int:
        """Digits after the point that show every 分 there is."""
        digits, present = scale_of(self._dtype.unit), self._fen[~self._mask]
        while digits > _LEAST_DIGITS and not (present % 10).any():
            present, digits = present // 10, digits - 1
        return digits

    # ---- turning into something else ----

    def astype(self, dtype: Any, copy: bool = True) -> Any:
        """Another unit, texts or objects; numbers only by an exact way that the error names."""
        dtype = pd.api.types.pandas_dtype(dtype)
        if isinstance(dtype, MoneyDtype):
            column = self.copy() if copy else self
            return type(self)(column._fen, column._mask, dtype)
        if pd.api.types.is_numeric_dtype(dtype) and not isinstance(dtype, MoneyDtype):
            raise TypeError(_NO_FLOAT)
        if isinstance(dtype, pd.StringDtype):
            texts = [pd.NA if value is pd.NA else self._text(value) for value in self]
            return dtype.construct_array_type()._from_sequence(texts, dtype=dtype)
        if dtype.kind in "US":
            return np.array([self._text(value) for value in self], dtype=dtype)
        return super().astype(dtype, copy)

    def _text(self, value: Any) -> str:
        return "<NA>" if value is pd.NA else str(value)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        if dtype is not None and np.dtype(dtype) != np.dtype(object):
            raise TypeError(_NO_FLOAT)
        values = np.empty(len(self), dtype=object)
        values[:] = list(self)
        return values

    def to_numpy(self, dtype: Any = None, copy: bool = False, na_value: Any = pd.NA) -> Any:
        """An array of Money. Raises TypeError for a dtype of numbers."""
        values = self.__array__(dtype)
        if na_value is not pd.NA and na_value is not pd.api.extensions.no_default:
            values[self._mask] = na_value
        return values

    def __arrow_array__(self, type: Any = None) -> Any:  # noqa: A002
        """decimal128 that knows its unit; plain, or int64 分, where that type is asked for."""
        shared = self._shared()
        if type is not None and pa.types.is_integer(type):
            return fen_column(shared)
        column = decimal_column(shared, self._dtype.unit)
        if type is not None and pa.types.is_decimal(type):
            return column.cast(type)
        return pa.ExtensionArray.from_storage(MoneyArrowType(self._dtype.unit), column)

    # ---- order and groups: those of the 分 ----

    def _integers(self) -> Any:
        return pd.arrays.IntegerArray(self._fen, self._mask)

    def _values_for_argsort(self) -> Any:
        return self._fen

    def _values_for_factorize(self) -> tuple[Any, Any]:
        return self._fen, None

    def factorize(self, use_na_sentinel: bool = True) -> tuple[Any, Self]:
        """Codes and the amounts that are different."""
        codes, uniques = self._integers().factorize(use_na_sentinel=use_na_sentinel)
        return codes, self._like(uniques._data, uniques._mask)

    def unique(self) -> Self:
        """Every amount once, in their order."""
        uniques = self._integers().unique()
        return self._like(uniques._data, uniques._mask)

    def _hash_pandas_object(self, *, encoding: str, hash_key: str, categorize: bool) -> Any:
        return self._integers()._hash_pandas_object(
            encoding=encoding, hash_key=hash_key, categorize=categorize
        )

    def _groupby_op(self, *, how: str, **kwargs: Any) -> Any:
        fen, mask = grouped(self._fen, self._mask, how, **kwargs)
        return self._like(fen, mask)

    # ---- sums ----

    def _reduce(self, name: str, *, skipna: bool = True, keepdims: bool = False, **_: Any) -> Any:
        result = self._reduced(name, skipna)
        if not keepdims:
            return result
        if isinstance(result, Ratio):
            raise TypeError(f"no column of money holds {result!r}")
        return type(self)._from_sequence([result], dtype=self._dtype)

    def _reduced(self, name: str, skipna: bool) -> Any:
        if name not in ("sum", "min", "max", "mean"):
            raise TypeError(
                f"'{name}' of amounts is no exact amount; work on series.money.fen, int64 分"
            )
        if not skipna and self._has_missing():
            return pd.NA
        amounts = self._shared()
        if name == "sum":
            return amounts.sum()
        if name == "mean":  # in 元, an exact fraction
            count = len(amounts) - amounts.missing_count
            return Ratio(amounts.sum().fen, 100 * count) if count else pd.NA
        value = amounts.min() if name == "min" else amounts.max()
        return pd.NA if value is None else value

    def sum(self, *, skipna: bool = True, **_: Any) -> Any:
        """The total of what is not missing, a Money."""
        return self._reduced("sum", skipna)

    def _accumulate(self, name: str, *, skipna: bool = True, **_: Any) -> Self:
        return self._like(*cumulated(self._fen, self._mask, name, skipna))

    # ---- operators ----

    def _operand(self, other: Any) -> MoneyArray | Money | None:
        if isinstance(other, MoneyColumn):
            return other._shared()
        if isinstance(other, Money | MoneyArray):
            return other
        if isinstance(other, list | np.ndarray):
            return type(self)._from_sequence(other, dtype=self._dtype)._shared()
        return None

    def _calculated(self, other: Any, apply: Callable[[Any, Any], Any], name: str) -> Any:
        if isinstance(other, pd.Series | pd.Index | pd.DataFrame):
            return NotImplemented
        if other is pd.NA:
            return self._like(np.zeros_like(self._fen), np.ones_like(self._mask))
        operand = self._operand(other)
        if operand is None:
            raise TypeError(_no_operand(name, other))
        if isinstance(operand, MoneyArray) and len(operand) != len(self):
            raise ValueError(f"{len(self)} amounts and {len(operand)} amounts do not match")
        return type(self).of(apply(self._shared(), operand), self._dtype)

    def __add__(self, other: Any) -> Any:
        return self._calculated(other, operator.add, "+")

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self._calculated(other, operator.sub, "-")

    def __rsub__(self, other: Any) -> Any:
        return self._calculated(other, lambda a, b: b - a, "-")

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, pd.Series | pd.Index | pd.DataFrame):
            return NotImplemented
        if isinstance(other, int | np.integer) and not isinstance(other, bool):
            return type(self).of(self._shared() * int(other), self._dtype)
        raise TypeError(_no_operand("*", other))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        """Exact fractions, as objects; missing where an amount is, or where the divisor is 0."""
        if isinstance(other, pd.Series | pd.Index | pd.DataFrame):
            return NotImplemented
        operand = self._operand(other)
        if operand is None:
            raise TypeError(_no_operand("/", other))
        divisors = [operand] * len(self) if isinstance(operand, Money) else operand.to_list()
        if len(divisors) != len(self):
            raise ValueError(f"{len(self)} amounts and {len(divisors)} amounts do not match")
        result = np.empty(len(self), dtype=object)
        for i, (part, whole) in enumerate(zip(self, divisors, strict=True)):
            result[i] = pd.NA if part is pd.NA or not whole else part / whole
        return result

    def __neg__(self) -> Self:
        return type(self).of(-self._shared(), self._dtype)

    def __pos__(self) -> Self:
        return self.copy()

    def __abs__(self) -> Self:
        return type(self).of(abs(self._shared()), self._dtype)

    def _compared(self, other: Any, apply: Callable[[Any, Any], Any], name: str) -> Any:
        if isinstance(other, pd.Series | pd.Index | pd.DataFrame):
            return NotImplemented
        if other is pd.NA:
            return pd.arrays.BooleanArray(np.zeros(len(self), bool), np.ones(len(self), bool))
        operand = self._operand(other)
        if operand is None:
            if apply in (operator.eq, operator.ne):
                differs = np.full(len(self), apply is operator.ne)
                return pd.arrays.BooleanArray(differs, self._mask.copy())
            raise TypeError(_no_operand(name, other))
        if isinstance(operand, MoneyArray) and len(operand) != len(self):
            raise ValueError(f"{len(self)} amounts and {len(operand)} amounts do not match")
        missing = self._mask.copy()
        if isinstance(operand, MoneyArray):
            missing |= operand.missing
        return pd.arrays.BooleanArray(apply(self._shared(), operand), missing)

    def __eq__(self, other: Any) -> Any:
        return self._compared(other, operator.eq, "==")

    def __ne__(self, other: Any) -> Any:
        return self._compared(other, operator.ne, "!=")

    def __lt__(self, other: Any) -> Any:
        return self._compared(other, operator.lt, "<")

    def __le__(self, other: Any) -> Any:
        return self._compared(other, operator.le, "<=")

    def __gt__(self, other: Any) -> Any:
        return self._compared(other, operator.gt, ">")

    def __ge__(self, other: Any) -> Any:
        return self._compared(other, operator.ge, ">=")


def _no_operand(name: str, other: Any) -> str:
    if isinstance(other, float | np.floating):
        return (
            f"money {name} {other!r}: a float is not exact; multiply by a whole number, or use "
            "series.money.times(Ratio(…), Rounding.half_up)"
        )
    return f"money {name} {type(other).__name__} means nothing; use Money or a column of money"
