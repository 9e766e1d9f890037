# SPDX-License-Identifier: Apache-2.0
"""The pandas dtype of amounts: exact, missing values kept, floats refused with the exact way."""

from __future__ import annotations

import io
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Money, MoneyArray, Ratio, Rounding, Unit
from budgetcore.frames import MoneyColumn, MoneyDtype, decimal_column, fen_column

MOST = 2**63 - 1
fen = st.integers(-MOST - 1, MOST)
small = st.integers(-(10**15), 10**15)


def money(*texts: str | None, unit: str = "元") -> Any:
    return pd.Series(list(texts), dtype=f"money[{unit}]")


def of_fen(values: list[int | None]) -> Any:
    mask = np.array([v is None for v in values], dtype=bool)
    column = np.array([v or 0 for v in values], dtype="int64")
    return pd.Series(MoneyColumn(column, mask, MoneyDtype("元")))


def listed(series: Any) -> list[int | None]:
    return [None if value is pd.NA else value.fen for value in series]


def no_float(frame: Any) -> bool:
    """Whether no dtype and no value of a frame is a float."""
    for name in frame.columns:
        column = frame[name]
        if getattr(column.dtype, "kind", "O") == "f" or any(isinstance(v, float) for v in column):
            return False
    return True


# ---- making ----


@pytest.mark.parametrize("unit", ["元", "千元", "万元", "百万元", "亿元"])
def test_the_dtype_is_named_by_its_unit(unit: str) -> None:
    dtype = pd.api.types.pandas_dtype(f"money[{unit}]")
    assert dtype == MoneyDtype(unit)
    assert str(dtype) == f"money[{unit}]"
    assert hash(dtype) == hash(MoneyDtype(unit))


@pytest.mark.parametrize(
    "text", ["money[", "money[]", "money[斤]", "money[%]", "money[unknown]", "mony"]
)
def test_what_is_no_dtype(text: str) -> None:
    with pytest.raises(TypeError):
        pd.api.types.pandas_dtype(text)


def test_texts_numbers_and_what_is_missing() -> None:
    values = ["3,296.30", Decimal("0.5"), 12, Money.of_fen(1), None, pd.NA, float("nan"), "—"]
    series = pd.Series(values, dtype="money[万元]")
    assert listed(series) == [3296300000, 500000, 12000000, 1, None, None, None, None]
    assert series.isna().tolist() == [False] * 4 + [True] * 4
    assert series.dtype == MoneyDtype("万元")


@pytest.mark.parametrize("values", [[1.5], [1.0, None], ["1", 2.5], np.array([0.1, 0.2])])
def test_floats_are_refused_with_the_exact_way(values: Any) -> None:
    with pytest.raises(TypeError, match="from_float"):
        pd.Series(values, dtype="money[元]")


@pytest.mark.parametrize("to", ["float64", "Float64", "float32", "int64", "complex128"])
def test_amounts_become_no_numbers_unnoticed(to: str) -> None:
    with pytest.raises(TypeError, match=r"money\.fen"):
        money("1.00").astype(to)
    if to == "float64":
        with pytest.raises(TypeError, match=r"money\.fen"):
            np.asarray(money("1.00").array, dtype=to)


def test_a_column_of_floats_is_no_money() -> None:
    with pytest.raises(TypeError, match="from_float"):
        pd.Series([1.5, 2.5]).astype("money[元]")


# ---- arithmetic ----


@given(st.lists(st.tuples(small, small), min_size=1, max_size=20))
def test_sums_and_differences(pairs: list[tuple[int, int]]) -> None:
    a, b = of_fen([x for x, _ in pairs]), of_fen([y for _, y in pairs])
    assert listed(a + b) == [x + y for x, y in pairs]
    assert listed(a - b) == [x - y for x, y in pairs]
    assert listed(a + Money.of_fen(7)) == [x + 7 for x, _ in pairs]
    assert listed(Money.of_fen(7) - a) == [7 - x for x, _ in pairs]
    assert listed(a * 3) == [3 * x for x, _ in pairs]
    assert listed(-a) == [-x for x, _ in pairs]
    assert listed(a.abs()) == [abs(x) for x, _ in pairs]
    assert (a < b).tolist() == [x < y for x, y in pairs]
    assert (a == b).tolist() == [x == y for x, y in pairs]


def test_what_is_missing_stays_missing() -> None:
    a = money("1.00", None, "3.00")
    assert listed(a + a) == [200, None, 600]
    assert listed(a + pd.NA) == [None, None, None]
    assert (a > Money.of_fen(150)).tolist() == [False, pd.NA, True]
    assert a.sum() == Money.of_fen(400)
    assert a.sum(skipna=False) is pd.NA
    assert listed(a.fillna(Money.of_fen(5))) == [100, 5, 300]
    assert listed(a.dropna()) == [100, 300]


def test_quotients_are_exact() -> None:
    a = money("1.00", None, "3.00", "4.00")
    assert (a / a.sum()).tolist() == [Ratio(1, 8), pd.NA, Ratio(3, 8), Ratio(1, 2)]
    assert (a / money("3.00", "1.00", "0.00", "2.00")).tolist() == [
        Ratio(1, 3), pd.NA, pd.NA, Ratio(2),
    ]  # fmt: skip
    assert a.mean() == Fraction(8, 3)  # 元
    assert a.money.shares().tolist()[0] == Ratio(1, 8)


@pytest.mark.parametrize(
    "calculate",
    [
        lambda a: a * 1.5,
        lambda a: a + 1,
        lambda a: 1 + a,
        lambda a: a * a,
        lambda a: a / 2.0,
        lambda a: a < 3,
        lambda a: a * True,
        lambda a: a.std(),
        lambda a: a.median(),
        lambda a: a.prod(),
    ],
)
def test_what_means_nothing_is_refused(calculate: Any) -> None:
    with pytest.raises(TypeError):
        calculate(money("1.00", "2.00"))


def test_a_slice_sees_what_becomes_missing_in_its_memory() -> None:
    column = money("1.00", "2.00", "4.00").array
    part = column[:2]
    assert part.sum() == Money.of_fen(300)
    column[0] = None
    assert part.sum() == Money.of_fen(200)
    part[1] = "5.00"
    assert column.sum() == Money.of_fen(900)


def test_different_lengths() -> None:
    with pytest.raises(ValueError, match="do not match"):
        money("1.00").array + money("1.00", "2.00").array


def test_units_join_to_yuan_and_amounts_stay() -> None:
    joined = pd.concat([money("1", unit="万元"), money("1", unit="元")])
    assert joined.dtype == MoneyDtype("元")
    assert listed(joined) == [1000000, 100]
    assert listed(money("1", unit="万元") + money("1", unit="元")) == [1000100]
    assert str(money("1", unit="万元").money.to("元").dtype) == "money[元]"


# ---- sums that leave 64 bits ----


def test_a_sum_is_exact_or_refused() -> None:
    assert of_fen([MOST, MOST, -MOST, -MOST, 5]).sum() == Money.of_fen(5)
    with pytest.raises(OverflowError):
        of_fen([MOST, 1]).sum()
    with pytest.raises(OverflowError):
        of_fen([MOST, 1]).cumsum()
    assert listed(of_fen([MOST, -1, None, 1]).cumsum()) == [MOST, MOST - 1, None, MOST]


@given(st.lists(st.tuples(st.integers(0, 3), st.none() | fen), min_size=1, max_size=30))
def test_sums_by_group_are_exact_or_refused(rows: list[tuple[int, int | None]]) -> None:
    frame = pd.DataFrame({"group": [g for g, _ in rows], "amount": of_fen([v for _, v in rows])})
    wanted: dict[int, int] = {}
    for group, value in rows:
        wanted[group] = wanted.get(group, 0) + (value or 0)
    if any(not -MOST - 1 <= total <= MOST for total in wanted.values()):
        with pytest.raises(OverflowError):
            frame.groupby("group").sum()
        return
    sums = frame.groupby("group")["amount"].sum()
    assert sums.dtype == MoneyDtype("元")
    assert dict(zip(sums.index, listed(sums), strict=True)) == wanted


@given(st.lists(st.tuples(st.integers(0, 2), st.none() | small), min_size=1, max_size=20))
def test_least_greatest_first_and_running(rows: list[tuple[int, int | None]]) -> None:
    groups, values = [g for g, _ in rows], [v for _, v in rows]
    money_frame = pd.DataFrame({"group": groups, "amount": of_fen(values)}).groupby("group")
    whole = pd.DataFrame({"group": groups, "amount": pd.array(values, dtype="Int64")})
    whole_frame = whole.groupby("group")
    for how in ("min", "max", "first", "last", "cumsum", "cummin", "cummax"):
        got = getattr(money_frame["amount"], how)()
        want = getattr(whole_frame["amount"], how)()
        assert listed(got) == [None if v is pd.NA else int(v) for v in want], how
    assert money_frame["amount"].count().tolist() == whole_frame["amount"].count().tolist()


@pytest.mark.parametrize("how", ["mean", "median", "std", "var", "prod"])
def test_no_inexact_statistics_by_group(how: str) -> None:
    frame = pd.DataFrame({"group": [1, 1], "amount": money("1.00", "2.00")})
    with pytest.raises(TypeError):
        getattr(frame.groupby("group")["amount"], how)()


# ---- what pandas does with columns ----


@given(st.lists(st.none() | fen, max_size=20))
def test_sorting_counting_and_uniqueness_are_those_of_the_fen(values: list[int | None]) -> None:
    series, whole = of_fen(values), pd.Series(values, dtype="Int64")
    assert listed(series.sort_values()) == [
        None if v is pd.NA else int(v) for v in whole.sort_values()
    ]
    assert series.argsort().tolist() == whole.argsort().tolist()
    assert listed(series.unique()) == [None if v is pd.NA else int(v) for v in whole.unique()]
    assert series.duplicated().tolist() == whole.duplicated().tolist()
    assert series.nunique() == whole.nunique()
    assert series.value_counts().tolist() == whole.value_counts().tolist()


def test_frames_of_amounts() -> None:
    frame = pd.DataFrame({"code": ["a", "b", "a"], "amount": money("1.00", None, "2.50")})
    assert listed(frame.loc[[2, 0], "amount"]) == [250, 100]
    frame.loc[1, "amount"] = "3.25"
    frame.loc[3] = ["c", Money.of_fen(1)]
    assert listed(frame["amount"]) == [100, 325, 250, 1]
    assert frame["amount"].dtype == MoneyDtype("元")
    wide = frame.pivot_table(index="code", values="amount", aggfunc="sum")
    assert listed(wide["amount"]) == [350, 325, 1]
    merged = frame.merge(frame.groupby("code").sum(), on="code", suffixes=("", "_all"))
    assert listed(merged["amount_all"]) == [350, 325, 350, 1]
    assert listed(frame["amount"].shift(1)) == [None, 100, 325, 250]
    assert listed(frame["amount"].where(frame["amount"] > Money.of_fen(200))) == [
        None, 325, 250, None,
    ]  # fmt: skip
    assert all(no_float(one) for one in (frame, wide, merged))


def test_shown_in_the_unit_with_every_fen() -> None:
    assert repr(money("3,296.30", None, unit="万元")) == (
        "0    3,296.30\n1        <NA>\ndtype: money[万元]"
    )
    assert "3,296.300001" in repr(money("3,296.300001", "12", unit="万元"))
    assert money("3,296.30", unit="万元").money.format(",.2f万元").tolist() == ["3,296.30万元"]
    texts = money("1.00", None).astype("string")
    assert texts[0] == "1.00元"
    assert texts.isna().tolist() == [False, True]


def test_times_a_ratio_is_rounded_as_told() -> None:
    third = money("1.00").money.times(Ratio(1, 3), Rounding.half_up)
    assert listed(third) == [33]


# ---- Arrow, Parquet, NumPy ----


@given(st.lists(st.none() | fen, max_size=20), st.sampled_from(["元", "万元", "亿元"]))
def test_through_parquet_and_back(values: list[int | None], unit: str) -> None:
    frame = pd.DataFrame({"amount": of_fen(values).astype(f"money[{unit}]")})
    buffer = io.BytesIO()
    frame.to_parquet(buffer)
    buffer.seek(0)
    back = pd.read_parquet(buffer)
    assert str(back["amount"].dtype) == f"money[{unit}]"
    assert listed(back["amount"]) == values


def test_arrow_decimals_are_those_of_the_unit() -> None:
    amounts = MoneyArray(["3,296.30", None, "-0.000001"], Unit.wan_yuan)
    column = decimal_column(amounts, Unit.wan_yuan)
    assert column.type == pa.decimal128(38, 6)
    assert column.to_pylist() == [Decimal("3296.300000"), None, Decimal("-0.000001")]
    assert pa.array(money("3.60", unit="万元")).storage.type == pa.decimal128(38, 6)


def test_fen_are_shared_without_a_copy() -> None:
    amounts = MoneyArray(["3,296.30", None], Unit.wan_yuan)
    column = fen_column(amounts)
    assert column.type == pa.int64()
    assert column.to_pylist() == [3296300000, None]
    assert column.buffers()[1].address == amounts.fen.ctypes.data


def test_a_decimal_column_finer_than_a_fen_is_refused() -> None:
    column = pa.chunked_array([pa.array([Decimal("0.001")], pa.decimal128(38, 3))])
    with pytest.raises(ValueError, match=r"0\.001"):
        MoneyDtype("元").__from_arrow__(column)
    with pytest.raises(TypeError, match="double"):
        MoneyDtype("元").__from_arrow__(pa.chunked_array([pa.array([0.5])]))


def test_numpy_gets_money_or_fen() -> None:
    series = money("1.00", None)
    assert series.to_numpy().tolist() == [Money.of_fen(100), pd.NA]
    assert series.money.fen.tolist() == [100, pd.NA]
    assert series.money.fen.dtype == "Int64"
    assert series.money.amounts.to_list() == [Money.of_fen(100), None]


def test_the_accessor_is_for_money_alone() -> None:
    with pytest.raises(AttributeError, match="is no money"):
        _ = pd.Series([1]).money
