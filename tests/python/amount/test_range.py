# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import (
    Bound,
    DecimalInterval,
    DecimalRange,
    Money,
    MoneyInterval,
    MoneyRange,
    RatioRange,
    errors,
)

bounds = st.sampled_from(list(Bound))
ends = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)
ranges = st.builds(
    lambda pair, low, high: DecimalRange(pair[0], low, pair[1], high), ends, bounds, bounds
)
probes = [Decimal(halves) / 2 for halves in range(-1, 10)]


def members(values: DecimalRange) -> set[Decimal]:
    return {probe for probe in probes if probe in values}


@given(ranges, ranges)
def test_membership_decides_everything(a: DecimalRange, b: DecimalRange) -> None:
    assert members(a.intersect(b)) == members(a) & members(b)
    assert (b in a) == (members(b) <= members(a))
    assert (a == b) == (members(a) == members(b))
    assert a.is_empty == (not members(a))
    if a == b:
        assert hash(a) == hash(b)


@given(ranges)
def test_copies(values: DecimalRange) -> None:
    assert pickle.loads(pickle.dumps(values)) == values
    names = {"DecimalRange": DecimalRange, "Decimal": Decimal, "Bound": Bound}
    assert eval(repr(values), names) == values


def test_printed_and_read() -> None:
    assert str(DecimalRange(3, Bound.open, Decimal("5.50"), Bound.closed)) == "(3, 5.50]"
    assert str(RatioRange.at_least(Fraction(1, 3))) == "[1/3, ∞)"
    assert str(MoneyRange.less_than(Money.of_yuan(3))) == "(-∞, 3.00元)"
    assert DecimalRange.more_than(3).low == 3
    assert DecimalRange.more_than(3).high is None
    assert DecimalRange.more_than(3).high_bound is Bound.unbounded
    one = MoneyInterval(Money.of_yuan(1), Money.of_yuan(2))
    assert MoneyRange(one).closed() == one
    assert DecimalRange.at_most(3).closed() is None
    assert DecimalRange.exactly(3).closed() == DecimalInterval(3)


def test_refusals() -> None:
    with pytest.raises(errors.DomainError):
        DecimalRange(2, Bound.open, 1, Bound.open)
    with pytest.raises(TypeError):
        DecimalRange.at_least(0.5)  # type: ignore[arg-type]
