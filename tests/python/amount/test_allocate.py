# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Money, Ratio, Unit, allocate, errors

fen = st.integers(-(2**63), 2**63 - 1)
weights = st.one_of(
    st.lists(st.integers(0, 2**63 - 1), min_size=1, max_size=20),
    st.lists(st.fractions(0, 10**6, max_denominator=20), min_size=1, max_size=20),
    st.lists(st.decimals(0, 10**6, places=4), min_size=1, max_size=20),
).filter(any)


def by_definition(total: int, parts: list[Fraction]) -> list[int]:
    """Floors of the magnitude, then one 分 each by falling remainder."""
    exact = [abs(total) * part / sum(parts) for part in parts]
    floors = [int(share) for share in exact]
    lost = sorted(range(len(parts)), key=lambda i: floors[i] - exact[i])  # stable: earlier first
    for i in lost[: abs(total) - sum(floors)]:
        floors[i] += 1
    return [-part if total < 0 else part for part in floors]


@given(fen, weights)
def test_largest_remainder_is_its_definition(total: int, listed: list[Any]) -> None:
    parts = allocate(Money.of_fen(total), listed)
    assert [part.fen for part in parts] == by_definition(total, [Fraction(w) for w in listed])


@given(fen, weights, st.sampled_from(["largest_remainder", "first", "last"]))
def test_no_fen_is_lost(
    total: int, listed: list[Any], rest: Literal["largest_remainder", "first", "last"]
) -> None:
    parts = allocate(Money.of_fen(total), listed, rest=rest)
    assert sum(part.fen for part in parts) == total
    assert all(part.fen == 0 for part, weight in zip(parts, listed, strict=True) if not weight)


def test_weights_of_any_exact_kind() -> None:
    total = Money.parse("3,296.30", Unit.wan_yuan)
    expected = [Money.of_fen(988890000), Money.of_fen(2307410000)]
    for listed in (
        [3, 7],
        (Decimal("0.3"), Fraction(7, 10)),
        [Ratio(3, 7), 1],
        [Money.of_yuan(3), Money.of_yuan(7)],
        iter([Money.of_yuan(3), Money.of_yuan(7)]),
    ):
        assert allocate(total, listed) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listed", "error_id", "index"),
    [
        ([], "amount.weights_missing", None),
        ([0, 0], "amount.weights_zero", None),
        ([1, -1, -2], "amount.weights_negative", 1),
        ([Money(), Money.of_fen(-1)], "amount.weights_negative", 1),
    ],
)
def test_refused_weights(listed: list[Any], error_id: str, index: int | None) -> None:
    with pytest.raises(errors.WeightError) as caught:
        allocate(Money.of_yuan(1), listed)
    assert isinstance(caught.value, ValueError)
    copy = pickle.loads(pickle.dumps(caught.value))
    for error in (caught.value, copy):
        assert (error.id, error.index) == (error_id, index)
        assert error.message("zh") != error.message("en")


@pytest.mark.parametrize(
    "listed", [[0.5, 0.5], [True], ["1"], [1, Money.of_yuan(1)], [Money.of_yuan(1), 1], [None]]
)
def test_inexact_and_mixed_weights_are_refused(listed: list[Any]) -> None:
    with pytest.raises(TypeError):
        allocate(Money.of_yuan(1), listed)


def test_unknown_rest_is_refused() -> None:
    with pytest.raises(ValueError, match="largest_remainder"):
        allocate(Money.of_yuan(1), [1], rest="middle")  # type: ignore[arg-type]
    with pytest.raises(errors.OverflowError):
        allocate(Money.of_yuan(1), [Ratio(1, 10**37 + 1), Ratio(1, 10**37)])
