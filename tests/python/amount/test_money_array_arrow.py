# SPDX-License-Identifier: Apache-2.0
"""Columns of Arrow: pyarrow stands for every library that speaks its PyCapsule interface."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Blanks, Money, MoneyArray, Unit, errors

TEXTS = [
    "3,296.30", None, "—", "", "-12.5", "5万元", "１２", "1234567890.12", "123,456,789.01", "0.01",
    "99999999999999.99", "-1,234,567.89", "1", " 7 ", "(4.20)",
]  # fmt: skip
EXPECTED = MoneyArray(TEXTS, Unit.yuan)
KINDS = [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.string_view()]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_texts_of_every_kind(kind: pa.DataType) -> None:
    column = pa.array(TEXTS, pa.string()).cast(kind)
    assert MoneyArray(column, Unit.yuan).equals(EXPECTED)
    assert MoneyArray(column.slice(3, 7), Unit.yuan).equals(EXPECTED[3:10])
    assert MoneyArray(column.slice(4, 0), Unit.yuan).equals(EXPECTED[:0])
    chunks = pa.chunked_array([column, column.slice(0, 0), column.slice(9)])
    assert MoneyArray(chunks, Unit.yuan).to_list() == EXPECTED.to_list() + EXPECTED[9:].to_list()


def test_what_is_no_pyarrow_but_speaks_arrow() -> None:
    class Array:
        def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
            return pa.array(TEXTS).__arrow_c_array__()

    class Stream:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            return pa.chunked_array([TEXTS[:5], TEXTS[5:]]).__arrow_c_stream__()

    assert MoneyArray(Array(), Unit.yuan).equals(EXPECTED)
    assert MoneyArray(Stream(), Unit.yuan).equals(EXPECTED)


def test_dictionaries() -> None:
    words = pa.array(["1", None, "2", "1", "—"]).dictionary_encode()
    assert (
        MoneyArray(words, Unit.yuan).to_list()
        == MoneyArray(["1", None, "2", "1", "—"], Unit.yuan).to_list()
    )
    unused = pa.DictionaryArray.from_arrays(pa.array([1, 1]), pa.array(["合计", "3"]))
    assert MoneyArray(unused, Unit.yuan).fen.tolist() == [300, 300]
    outside = pa.DictionaryArray.from_arrays(pa.array([0, 5]), pa.array(["1"]), safe=False)
    with pytest.raises(ValueError, match="malformed"):
        MoneyArray(outside, Unit.yuan)
    with pytest.raises(TypeError, match="from_float"):
        MoneyArray(pa.array([1.5]).dictionary_encode(), Unit.yuan)


def test_numbers() -> None:
    for kind in (pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(),
                 pa.int64(), pa.uint64()):  # fmt: skip
        column = pa.array([9, 1, None, 7], kind).slice(1)
        assert MoneyArray(column, Unit.yuan).to_list() == [Money.of_yuan(1), None, Money.of_yuan(7)]
    decimals = pa.array([Decimal("1.25"), None, Decimal("-0.50")], pa.decimal128(38, 2))
    assert MoneyArray(decimals, Unit.wan_yuan).format() == ["12500.00元", None, "-5000.00元"]
    assert MoneyArray(pa.nulls(3)).missing_count == 3
    with pytest.raises(errors.DomainError):
        MoneyArray(pa.array([Decimal("0.001")]), Unit.yuan)
    with pytest.raises(errors.UnitMismatch):
        MoneyArray(pa.array([1]))
    with pytest.raises(errors.OverflowError):
        MoneyArray(pa.array([2**63 - 1]), Unit.yuan)


@pytest.mark.parametrize("kind", [pa.float16(), pa.float32(), pa.float64()], ids=str)
def test_floats_are_refused_with_the_exact_way(kind: pa.DataType) -> None:
    with pytest.raises(TypeError, match=r"Money\.from_float\(x, unit, rounding\)"):
        MoneyArray(pa.array([1, 2], pa.int8()).cast(kind), Unit.yuan)


@pytest.mark.parametrize("column", [
    pa.array([True]), pa.array([[1]]), pa.array([{"a": 1}]), pa.array([0], pa.date32()),
    pa.array([Decimal(1)], pa.decimal256(50, 0)), pa.table({"a": ["1"]}),
])  # fmt: skip
def test_other_columns_are_refused(column: Any) -> None:
    with pytest.raises(TypeError, match="Arrow column"):
        MoneyArray(column, Unit.yuan)


def test_the_first_text_that_is_no_amount_is_named() -> None:
    chunks = pa.chunked_array([["1", "2"], ["3", "合计"]])
    with pytest.raises(errors.ColumnError) as caught:
        MoneyArray(chunks, Unit.yuan)
    assert (caught.value.row, caught.value.text) == (3, "合计")
    with pytest.raises(errors.ColumnError):
        MoneyArray(pa.array([""]), Unit.yuan, blanks=Blanks.error)
    assert MoneyArray(pa.array([None], pa.string()), Unit.yuan, blanks=Blanks.error)[0] is None


def test_hostile_interfaces_are_refused() -> None:
    schema, column = pa.array(["1"]).__arrow_c_array__()

    class Wrong:
        def __init__(self, result: Any) -> None:
            self.result = result

        def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
            return self.result

    for result in ((), (schema,), (column, schema), (1, 2), None, 5):
        with pytest.raises((ValueError, TypeError, RuntimeError)):
            MoneyArray(Wrong(result), Unit.yuan)
    broken = pa.StringArray.from_buffers(
        2, pa.array([0, 5, 1], pa.int32()).buffers()[1], pa.py_buffer(b"12345")
    )
    with pytest.raises(ValueError, match="malformed"):
        MoneyArray(broken, Unit.yuan)


def test_a_stream_that_fails_says_why() -> None:
    def batches() -> Any:
        yield pa.record_batch({"a": ["1"]})
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"a": pa.string()}), batches())
    with pytest.raises((ValueError, TypeError)):
        MoneyArray(reader, Unit.yuan)


@given(st.lists(st.none() | st.integers(-(2**63), 2**63 - 1), max_size=60), st.slices(60))
def test_amounts_leave_as_decimals_of_yuan(values: list[int | None], part: slice) -> None:
    amounts = MoneyArray([None if v is None else Money.of_fen(v) for v in values])[part]
    column = pa.array(amounts)
    column.validate(full=True)
    assert column.type == pa.decimal128(19, 2)
    assert column.null_count == amounts.missing_count
    expected = [None if item is None else item.yuan for item in amounts]
    assert column.to_pylist() == expected
    assert MoneyArray(column, Unit.yuan).equals(amounts)


def test_an_export_outlives_its_array() -> None:
    column = pa.array(MoneyArray(["1", None], Unit.yuan))
    assert column.to_pylist() == [Decimal("1.00"), None]
    schema, unused = MoneyArray(["1"], Unit.yuan).__arrow_c_array__()
    del schema, unused  # nobody took them: they release themselves
