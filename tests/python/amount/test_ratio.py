# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import operator
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Ratio, Rounding, errors

small = st.integers(-(2**40), 2**40)
fractions = st.builds(Fraction, small, st.integers(1, 2**20))
exact = st.one_of(
    small, fractions, st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)
)


@given(fractions, exact)
@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
def test_arithmetic_is_that_of_fractions(
    operation: Callable[[Any, Any], Any], a: Fraction, b: Any
) -> None:
    if operation is operator.truediv and b == 0:
        with pytest.raises(errors.DivisionByZero):
            operation(Ratio(a), b)
        return
    assert operation(Ratio(a), b) == operation(a, Fraction(b))
    assert operation(Ratio(a), Ratio(b)).to_fraction() == operation(a, Fraction(b))
    if a != 0:
        assert operation(b, Ratio(a)) == operation(Fraction(b), a)


@given(fractions, exact)
def test_order_and_hash_agree_with_every_exact_number(a: Fraction, b: Any) -> None:
    ratio = Ratio(a)
    assert (ratio == b) == (a == b) == (b == ratio)
    assert (ratio < b) == (a < Fraction(b)) == (b > ratio)
    assert (ratio >= b) == (a >= Fraction(b)) == (b <= ratio)
    assert hash(ratio) == hash(a)
    assert hash(Ratio(b)) == hash(b)


def test_numbers_beyond_128_bits_are_compared_but_not_taken() -> None:
    assert Ratio(1, 3) < 10**100
    assert Ratio(1, 3) != 10**100
    assert Fraction(1, 10**100) < Ratio(1, 3)
    with pytest.raises(errors.OverflowError):
        Ratio(10**100)
    with pytest.raises(errors.OverflowError):
        Ratio(2**126) * 4


@given(fractions)
def test_copies(a: Fraction) -> None:
    ratio = Ratio(a)
    assert eval(repr(ratio)) == ratio == copy.copy(ratio) == pickle.loads(pickle.dumps(ratio))
    assert Fraction(ratio) == a
    assert str(ratio) == str(a)


@pytest.mark.parametrize("wrong", [0.5, True, float("nan"), "1/2", None, 1j])
def test_what_is_no_exact_number_is_refused(wrong: Any) -> None:
    for call in (
        lambda: Ratio(wrong),
        lambda: Ratio(1, wrong),
        lambda: Ratio(1, 2) + wrong,
        lambda: wrong * Ratio(1, 2),
        lambda: Ratio(1, 2) < wrong,
    ):
        with pytest.raises(TypeError):
            call()


@pytest.mark.parametrize("wrong", [Decimal("nan"), Decimal("inf"), Decimal("-inf")])
def test_decimals_that_are_no_numbers_are_refused(wrong: Decimal) -> None:
    with pytest.raises(errors.DomainError):
        Ratio(wrong)


@pytest.mark.parametrize(
    ("ratio", "scale", "rounding", "text"),
    [
        (Ratio(279426, 329630), 2, Rounding.half_up, "84.77%"),
        (Ratio(1, 8), 0, Rounding.half_even, "12%"),
        (Ratio(1, 8), 0, Rounding.half_up, "13%"),
        (Ratio(-1, 8), 0, Rounding.half_up, "-12%"),
        (Ratio(-1, 8), 0, Rounding.half_away, "-13%"),
        (Ratio(1, 3), 1, Rounding.ceiling, "33.4%"),
    ],
)
def test_percent(ratio: Ratio, scale: int, rounding: Rounding, text: str) -> None:
    assert ratio.percent(scale, rounding) == text


def test_a_float_leaves_by_name_only() -> None:
    assert Ratio(1, 4).approximate() == 0.25
    with pytest.raises(TypeError):
        float(Ratio(1, 4))
