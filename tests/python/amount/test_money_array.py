# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import array
import copy
import pickle
import threading
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Blanks, Money, MoneyArray, Rounding, Unit, errors

LEAST, MOST = -(2**63), 2**63 - 1
fens = st.integers(LEAST, MOST)
small = st.integers(-(10**9), 10**9)
units = st.sampled_from([unit for unit in Unit if unit is not Unit.unknown])


def items_of(values: list[int | None]) -> list[Money | None]:
    return [None if value is None else Money.of_fen(value) for value in values]


def lists(element: Any) -> Any:
    return st.lists(st.none() | element, max_size=80)


@given(lists(fens))
def test_an_array_holds_what_it_was_made_of(values: list[int | None]) -> None:
    amounts = MoneyArray(items_of(values))
    assert len(amounts) == len(values)
    assert amounts.to_list() == list(amounts) == items_of(values)
    assert amounts.missing.tolist() == [value is None for value in values]
    assert amounts.missing_count == values.count(None)
    assert amounts.fen[~amounts.missing].tolist() == [v for v in values if v is not None]


@given(st.lists(fens, max_size=50), units)
def test_what_is_printed_comes_back(values: list[int], unit: Unit) -> None:
    amounts = MoneyArray.from_fen(np.array(values, dtype="int64"))
    texts = [f"{Money.of_fen(value).in_(unit):f}" for value in values]
    for source in (texts, tuple(texts), iter(texts), np.array(texts, dtype="U"),
                   np.array(texts, dtype="S"), np.array(texts, dtype=object)):  # fmt: skip
        assert MoneyArray(source, unit).equals(amounts)
    printed = amounts.format(f",{unit_symbol(unit)}")
    assert MoneyArray(printed).equals(amounts)


def unit_symbol(unit: Unit) -> str:
    return {Unit.yuan: "元", Unit.qian_yuan: "千元", Unit.wan_yuan: "万元",
            Unit.baiwan_yuan: "百万元", Unit.yi_yuan: "亿元"}[unit]  # fmt: skip


@given(lists(fens))
def test_a_sum_overflows_only_by_its_total(values: list[int | None]) -> None:
    total = sum(value for value in values if value is not None)
    amounts = MoneyArray(items_of(values))
    if LEAST <= total <= MOST:
        assert amounts.sum() == Money.of_fen(total)
    else:
        with pytest.raises(errors.OverflowError):
            amounts.sum()
    present = [value for value in values if value is not None]
    assert amounts.min() == (Money.of_fen(min(present)) if present else None)
    assert amounts.max() == (Money.of_fen(max(present)) if present else None)


@given(
    st.lists(st.tuples(st.none() | small, st.none() | small), max_size=70),
    small,
    st.integers(-9, 9),
)
def test_arithmetic_and_comparison_go_element_by_element(
    pairs: list[tuple[int | None, int | None]], amount: int, factor: int
) -> None:
    a, b = (MoneyArray(items_of([pair[side] for pair in pairs])) for side in (0, 1))
    m = Money.of_fen(amount)

    def both(operation: Any) -> list[Any]:
        return [
            None if x is None or y is None else operation(x, y) for x, y in zip(a, b, strict=True)
        ]

    def each(operation: Any) -> list[Any]:
        return [None if x is None else operation(x) for x in a]

    assert (a + b).to_list() == both(lambda x, y: x + y)
    assert (a - b).to_list() == both(lambda x, y: x - y)
    assert (a + m).to_list() == (m + a).to_list() == each(lambda x: x + m)
    assert (a - m).to_list() == each(lambda x: x - m)
    assert (m - a).to_list() == each(lambda x: m - x)
    assert (a * factor).to_list() == (factor * a).to_list() == each(lambda x: x * factor)
    assert (-a).to_list() == each(lambda x: -x)
    assert abs(a).to_list() == each(abs)
    third = Fraction(factor, 3)
    expected = each(lambda x: x.times(third, Rounding.half_up))
    assert a.times(third, Rounding.half_up).to_list() == expected
    assert (a < b).tolist() == [bool(x) for x in both(lambda x, y: x < y)]
    assert (a >= m).tolist() == [bool(x) for x in each(lambda x: x >= m)]
    assert (a == b).tolist() == [bool(x) for x in both(lambda x, y: x == y)]
    assert (a != m).tolist() == [bool(x) for x in each(lambda x: x != m)]
    assert (m > a).tolist() == (a < m).tolist()
    assert (a == b).dtype == bool


@given(lists(fens), st.slices(40), st.data())
def test_parts_are_those_of_a_list(values: list[int | None], part: slice, data: Any) -> None:
    amounts, items = MoneyArray(items_of(values)), items_of(values)
    assert amounts[part].to_list() == items[part]
    mask = data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
    kept = [item for item, keep in zip(items, mask, strict=True) if keep]
    assert amounts[np.array(mask, dtype=bool)].to_list() == amounts.filter(mask).to_list() == kept
    if values:
        index = st.integers(-len(values), len(values) - 1)
        picked = data.draw(st.lists(index, max_size=20))
        assert amounts[np.array(picked, dtype=int)].to_list() == [items[i] for i in picked]
        assert amounts.take(picked).to_list() == [items[i] for i in picked]
        one = data.draw(index)
        assert amounts[one] == items[one]


def test_positions_outside_are_refused() -> None:
    amounts = MoneyArray(["1", "2"], Unit.yuan)
    for index in (2, -3):
        with pytest.raises(IndexError):
            amounts[index]
        with pytest.raises(IndexError):
            amounts[[index]]
    with pytest.raises(errors.DomainError):
        amounts[np.array([True])]
    with pytest.raises(TypeError):
        amounts["a"]
    with pytest.raises(TypeError):
        amounts[0.5]


def test_memory_is_shared_and_not_copied() -> None:
    numbers = np.arange(1000, dtype="int64")
    amounts = MoneyArray.from_fen(numbers, mask=numbers % 7 == 0)
    assert np.shares_memory(amounts.fen, numbers)
    assert np.shares_memory(np.asarray(memoryview(amounts)), numbers)
    assert np.shares_memory(amounts[100:200].fen, numbers[100:200])
    assert not np.shares_memory(amounts[100:200].fen, numbers[:100])
    assert np.shares_memory(MoneyArray(amounts).fen, numbers)
    assert amounts.missing.tolist() == (numbers % 7 == 0).tolist()
    del numbers
    assert amounts[999] == Money.of_fen(999)
    from_array = array.array("q", [1, 2])
    shared = MoneyArray.from_fen(from_array)
    with pytest.raises(BufferError):
        from_array.append(3)  # its memory is in use
    del shared
    from_array.append(3)


def test_the_view_outlives_the_array() -> None:
    view = MoneyArray(["1", "2"], Unit.yuan).fen
    assert view.tolist() == [100, 200]


def test_nothing_can_be_changed() -> None:
    amounts = MoneyArray(["1", "2"], Unit.yuan)
    assert not amounts.fen.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        amounts.fen[0] = 5
    with pytest.raises(ValueError, match="WRITEABLE"):
        amounts.fen.flags.writeable = True
    with pytest.raises(TypeError):
        memoryview(amounts)[0] = 5
    with pytest.raises(TypeError):
        amounts[0] = Money()  # type: ignore[index]
    with pytest.raises(AttributeError):
        amounts.fen = amounts.fen  # type: ignore[misc]
    with pytest.raises(TypeError):
        hash(amounts)
    amounts.missing[0] = True  # a copy of the caller's own
    assert amounts.missing_count == 0


@pytest.mark.parametrize("numbers", [
    np.array([1.0, 2.0]), np.array([1, 2], dtype="int32"), np.array([1, 2], dtype="uint64"),
    np.array([1, 2], dtype=">i8"), np.arange(6, dtype="int64")[::2], np.array(["a"]),
    [1, 2], b"12345678", None,
])  # fmt: skip
def test_from_fen_refuses_what_it_cannot_share(numbers: Any) -> None:
    with pytest.raises(TypeError, match="ascontiguousarray"):
        MoneyArray.from_fen(numbers)


def test_hostile_buffers_are_refused() -> None:
    with pytest.raises(ValueError, match="one dimension"):
        MoneyArray.from_fen(np.zeros((2, 2), dtype="int64"))
    with pytest.raises(ValueError, match="one dimension"):
        MoneyArray.from_fen(np.int64(5))
    unaligned = np.frombuffer(b"\0" * 17, dtype="int8")[1:].view("int64")
    with pytest.raises(TypeError, match="ascontiguousarray"):
        MoneyArray.from_fen(unaligned)
    with pytest.raises(errors.DomainError):
        MoneyArray.from_fen(np.zeros(3, dtype="int64"), mask=[True])
    with pytest.raises(TypeError, match="bool"):
        MoneyArray.from_fen(np.zeros(3, dtype="int64"), mask=np.zeros(3, dtype="int8"))
    with pytest.raises(TypeError, match="bool"):
        MoneyArray.from_fen(np.zeros(1, dtype="int64"), mask=[0])
    with pytest.raises(ValueError, match="one dimension"):
        MoneyArray(np.array([["1", "2"]]), Unit.yuan)


@pytest.mark.parametrize("values", [
    [1.5], ["1", 2.0], np.array([1.5]), np.array([1.5], dtype="float32"),
    np.array(["1", 2.5], dtype=object), (x for x in [0.0]), [float("inf")],
])  # fmt: skip
def test_floats_are_refused_with_the_exact_way(values: Any) -> None:
    with pytest.raises(TypeError, match=r"Money\.from_float\(x, unit, rounding\)"):
        MoneyArray(values, Unit.yuan)


@pytest.mark.parametrize("values", [
    "123", b"123", 5, None, [True], [object()], [b"1"], [["1"]], {"a": 1}.items(), np.array([1j]),
    np.array(["2024-01-01"], dtype="datetime64[D]"),
])  # fmt: skip
def test_other_objects_are_refused(values: Any) -> None:
    with pytest.raises(TypeError):
        MoneyArray(values, Unit.yuan)


def test_exact_numbers_and_gaps_are_read() -> None:
    values = [
        "1",
        Money.of_fen(5),
        Decimal("2.50"),
        3,
        None,
        float("nan"),
        "—",
        "2万元",
        np.int64(4),
    ]
    expected = items_of([100, 5, 250, 300, None, None, None, 2_000_000, 400])
    assert MoneyArray(values, Unit.yuan).to_list() == expected
    for dtype in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", ">i4"):
        numbers = np.array([1, 2, 100], dtype=dtype)
        assert MoneyArray(numbers, Unit.wan_yuan).fen.tolist() == [
            1_000_000,
            2_000_000,
            100_000_000,
        ]
        assert MoneyArray(numbers[::-2], Unit.yuan).fen.tolist() == [10_000, 100]
    with pytest.raises(errors.UnitMismatch):
        MoneyArray([1])
    with pytest.raises(errors.DomainError):
        MoneyArray([Decimal("0.001")], Unit.yuan)
    with pytest.raises(errors.OverflowError):
        MoneyArray(np.array([2**62]), Unit.yuan)


def test_texts_of_every_kind_of_numpy_array() -> None:
    texts = ["1,234.50", "１２", "—", "3万元", "", " 7 "]
    expected = items_of([123_450, 1200, None, 3_000_000, None, 700])
    for source in (np.array(texts), np.array(texts, dtype=">U9"), np.array(texts, dtype=object),
                   np.array(["x", *texts, "x"])[1:-1],
                   np.array([text.encode() for text in texts])):  # fmt: skip
        assert MoneyArray(source, Unit.yuan).to_list() == expected
    assert MoneyArray(np.array(texts)[::2], Unit.yuan).to_list() == expected[::2]
    if hasattr(np.dtypes, "StringDType"):
        strings = np.array(texts, dtype=np.dtypes.StringDType())
        assert MoneyArray(strings, Unit.yuan).to_list() == expected


def test_the_first_text_that_is_no_amount_is_named() -> None:
    for source in (
        ["1", "2", "1,23"],
        np.array(["1", "2", "1,23"]),
        np.array(["1", "2", "1,23"], "S"),
    ):
        with pytest.raises(errors.ColumnError) as caught:
            MoneyArray(source, Unit.yuan)
        assert (caught.value.row, caught.value.text, caught.value.why) == (
            2,
            "1,23",
            "not_a_number",
        )
    with pytest.raises(errors.ColumnError) as caught:
        MoneyArray(["1", ""], Unit.yuan, blanks=Blanks.error)
    assert caught.value.row == 1
    with pytest.raises(errors.ColumnError) as caught:
        MoneyArray(["1"])
    assert caught.value.why == "no_unit"
    assert pickle.loads(pickle.dumps(caught.value)).__dict__ == caught.value.__dict__
    with pytest.raises(errors.ColumnError):
        MoneyArray(["\ud800"], Unit.yuan)


def test_an_overflow_names_its_element() -> None:
    amounts = MoneyArray.from_fen(np.array([1, MOST]))
    with pytest.raises(errors.OverflowError) as caught:
        amounts + amounts
    assert (caught.value.index, caught.value.operation) == (1, "add")
    with pytest.raises(errors.DomainError):
        amounts + amounts[:1]


def test_what_has_no_meaning_is_refused() -> None:
    amounts = MoneyArray(["1"], Unit.yuan)
    for call in (
        lambda: amounts + 1, lambda: amounts * amounts, lambda: amounts * 1.5, lambda: amounts < 1,
        lambda: amounts + np.array([1]), lambda: 1 - amounts, lambda: amounts * Money.of_fen(1),
    ):  # fmt: skip
        with pytest.raises(TypeError):
            call()
    assert (amounts == "1") is False


@given(lists(fens))
def test_copies_and_pickles(values: list[int | None]) -> None:
    amounts = MoneyArray(items_of(values))
    for other in (copy.copy(amounts), copy.deepcopy(amounts), pickle.loads(pickle.dumps(amounts)),
                  pickle.loads(pickle.dumps(amounts[1:]))):  # fmt: skip
        assert other.to_list() in (amounts.to_list(), amounts.to_list()[1:])
    assert pickle.loads(pickle.dumps(amounts)).equals(amounts)


def test_a_forged_state_is_refused() -> None:
    amounts = MoneyArray.__new__(MoneyArray)
    for state in ((b"123", None), (b"\0" * 72, b"\xff")):
        with pytest.raises(ValueError, match=r"state|lengths differ"):
            amounts.__setstate__(state)


def test_repr_of_short_and_long() -> None:
    assert repr(MoneyArray([])) == "MoneyArray([])"
    short = MoneyArray(["1", None], Unit.yuan)
    assert repr(short) == "MoneyArray(['1.00元', None])"
    assert eval(repr(short)).equals(short)
    long = MoneyArray.from_fen(np.arange(100))
    assert repr(long) == (
        "MoneyArray(['0.00元', '0.01元', '0.02元', '0.03元', '0.04元', …, "
        "'0.95元', '0.96元', '0.97元', '0.98元', '0.99元'], size=100)"
    )


def test_a_list_that_changes_while_it_is_read() -> None:
    class Shrinks:
        def __index__(self) -> int:
            values.clear()
            return 5

    values: list[Any] = [1, Shrinks(), 2, 3]
    assert MoneyArray(values, Unit.yuan).fen.tolist() == [100, 500]


def test_threads_share_one_array() -> None:
    amounts = MoneyArray.from_fen(np.full(10_000, 7))
    texts = np.array(["1.25"] * 10_000)
    results: list[tuple[int, int, int]] = []

    def work() -> None:
        for _ in range(20):
            total = (amounts + amounts).sum().fen
            results.append((total, amounts.sum().fen, MoneyArray(texts, Unit.yuan).sum().fen))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(results) == {(140_000, 70_000, 1_250_000)}
    assert len(results) == 160
