# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import DecimalInterval, Money, MoneyInterval, RatioInterval, errors, hull, intersect

numbers = st.decimals(-(10**6), 10**6, places=3)
intervals = st.tuples(numbers, numbers).map(lambda ends: DecimalInterval(min(ends), max(ends)))


def inside(interval: DecimalInterval) -> list[Decimal]:
    return [interval.low, (interval.low + interval.high) / 2, interval.high]


@given(intervals, intervals, st.integers(-100, 100))
def test_results_hold_all_that_can_come_out_and_no_more(
    a: DecimalInterval, b: DecimalInterval, n: int
) -> None:
    for x in inside(a):
        assert -x in -a
        assert x * n in a * n
        for y in inside(b):
            assert x + y in a + b
            assert x - y in a - b
    assert (a + b).width == a.width + b.width == (a - b).width
    assert (a * n).width == a.width * abs(n)


@given(intervals, intervals)
def test_products_and_quotients_hold_what_can_come_out(
    a: DecimalInterval, b: DecimalInterval
) -> None:
    product = a * b
    corners = [Fraction(x) * Fraction(y) for x in (a.low, a.high) for y in (b.low, b.high)]
    assert (product.low, product.high) == (min(corners), max(corners))
    if 0 in b:
        assert a.quotient(b) is None
        with pytest.raises(errors.DivisionByZero):
            a / b
    else:
        quotient = a / b
        assert a.quotient(b) == quotient
        corners = [Fraction(x) / Fraction(y) for x in (a.low, a.high) for y in (b.low, b.high)]
        assert (quotient.low, quotient.high) == (min(corners), max(corners))


def test_there_is_no_product_of_amounts() -> None:
    one = MoneyInterval(Money.of_yuan(1))
    with pytest.raises(TypeError):
        one * one  # type: ignore[operator]
    assert one / one == RatioInterval(1)


@given(intervals, intervals)
def test_intersection_and_hull(a: DecimalInterval, b: DecimalInterval) -> None:
    whole, common = hull(a, b), intersect(a, b)
    assert a in whole
    assert b in whole
    if common is None:
        assert max(a.low, b.low) > min(a.high, b.high)
    else:
        assert common in a
        assert common in b
        assert whole.width == a.width + b.width - common.width


@given(intervals)
def test_copies(a: DecimalInterval) -> None:
    namespace = {"DecimalInterval": DecimalInterval, "Decimal": Decimal}
    assert eval(repr(a), namespace) == a == pickle.loads(pickle.dumps(a))
    assert hash(pickle.loads(pickle.dumps(a))) == hash(a)


def test_ends_that_only_touch_hold() -> None:
    assert intersect(DecimalInterval(1, 2), DecimalInterval(2, 3)) == DecimalInterval(2)
    assert DecimalInterval(2).is_point


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(errors.DomainError) as caught:
        DecimalInterval(Decimal("2.01"), 2)
    assert caught.value.id == "amount.interval_reversed"


def test_fractions() -> None:
    third = RatioInterval(Fraction(1, 3))
    assert Fraction(2, 3) in third + third
    assert (third * 3).low == 1
