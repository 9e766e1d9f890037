# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import (
    DecimalInterval,
    Figure,
    FigureState,
    Restatement,
    Suffix,
    Unit,
    Unreadable,
    errors,
    explain,
    restatement,
    scale_exponent,
)

units = st.sampled_from([unit for unit in Unit if unit is not Unit.unknown])
printed_numbers = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("3.60", Unit.wan_yuan, "35950", "36050"),
        ("3.6", Unit.wan_yuan, "35500", "36500"),
        ("3,296.30", Unit.wan_yuan, "32962950", "32963050"),
        ("0.00", Unit.wan_yuan, "-50", "50"),
        ("1,800元", Unit.wan_yuan, "1799.5", "1800.5"),
        ("12.34", Unit.yuan, "12.34", "12.34"),
        ("12.345", Unit.yuan, "12.3445", "12.3455"),
        ("60亿元", Unit.unknown, "5950000000", "6050000000"),
    ],
)
def test_amounts_are_half_a_unit_either_side(text: str, unit: Unit, low: str, high: str) -> None:
    assert Figure(text, unit).amounts() == DecimalInterval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("3,296.30", FigureState.number),
        ("12.5%", FigureState.number),
        ("", FigureState.blank),
        (" \u3000", FigureState.blank),
        ("-", FigureState.dash),
        ("——", FigureState.dash),
        ("无", FigureState.dash),
        ("合计", FigureState.label),
        ("-13-", FigureState.label),
        ("12..5", FigureState.unreadable),
        ("####", FigureState.unreadable),
    ],
)
def test_five_states_that_never_become_zero(text: str, state: FigureState) -> None:
    figure = Figure(text, Unit.wan_yuan)
    assert figure.state is state
    assert figure.text == text == str(figure)
    assert figure.is_number == (state is FigureState.number) == (figure.value is not None)
    assert (figure.why is Unreadable.none) == (state is not FigureState.unreadable)
    if not figure.is_number:
        with pytest.raises(errors.DomainError):
            figure.amounts()
        with pytest.raises(errors.DomainError):
            figure.printed()


def test_a_unit_is_never_guessed() -> None:
    assert Figure("5").unit is Unit.unknown
    with pytest.raises(errors.UnitMismatch):
        Figure("5").amounts()
    assert Figure("5").with_unit(Unit.wan_yuan) == Figure("5", Unit.wan_yuan)
    assert Figure("5元").with_unit(Unit.wan_yuan).unit is Unit.yuan
    with pytest.raises(errors.UnitMismatch):
        Figure("5%", Unit.wan_yuan).amounts()
    assert Figure("5%").suffix is Suffix.percent


@given(printed_numbers, units, st.integers(0, 3))
def test_printed_and_amounts_name_the_same_interval(number: Decimal, unit: Unit, more: int) -> None:
    figure = Figure(str(number), unit).with_digits(2 + more)
    assert figure.printed().width == Decimal(1).scaleb(-2 - more)
    assert figure.value in figure.printed()
    amounts, scale = figure.amounts(), 10 ** scale_exponent(unit)
    assert Fraction(number) * scale == Fraction(amounts.low + amounts.high) / 2
    if not amounts.is_point:
        assert amounts.low == figure.printed().low * scale


@pytest.mark.parametrize("digits", [-1, 1, 38])
def test_precision_is_never_below_what_is_printed(digits: int) -> None:
    with pytest.raises(errors.DomainError):
        Figure("3.60", Unit.wan_yuan).with_digits(digits)


@given(st.text() | printed_numbers.map(str), st.sampled_from(Unit))
def test_copies_of_any_text(text: str, unit: Unit) -> None:
    figure = Figure(text, unit)
    assert eval(repr(figure)) == figure
    for other in (copy.deepcopy(figure), pickle.loads(pickle.dumps(figure))):
        assert other == figure
        assert hash(other) == hash(figure)


def test_a_figure_of_finer_precision_is_copied_as_such() -> None:
    figure = Figure("3.6", Unit.wan_yuan).with_digits(2)
    assert figure != Figure("3.6", Unit.wan_yuan)
    assert eval(repr(figure)) == figure == pickle.loads(pickle.dumps(figure))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("3,296.30", "3296.30", Restatement.same),
        ("3296.30", "3296.3", Restatement.compatible),
        ("3296.30", "3296.31", Restatement.different),
        ("32963000元", "3296.30", Restatement.compatible),
        ("32963051元", "3296.30", Restatement.different),
        ("3296.30", "", Restatement.not_comparable),
        ("5%", "5", Restatement.not_comparable),
    ],
)
def test_restatement(a: str, b: str, expected: Restatement) -> None:
    first, second = Figure(a, Unit.wan_yuan), Figure(b, Unit.wan_yuan)
    assert restatement(first, second) is expected
    assert restatement(second, first) is expected


def test_every_reason_is_said_in_both_languages() -> None:
    for why in Unreadable:
        zh, en = explain(why, "zh"), explain(why, "en")
        assert (zh == "") == (en == "") == (why is Unreadable.none)
        assert why is Unreadable.none or zh != en
    with pytest.raises(ValueError, match="'zh' and 'en'"):
        explain(Unreadable.two_points, "fr")  # type: ignore[arg-type]
