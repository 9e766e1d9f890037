# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Grouping, Money, Ratio, Rounding, SignStyle, Unit, errors, scale_exponent

fen = st.integers(-(2**63), 2**63 - 1)
units = st.sampled_from([unit for unit in Unit if unit is not Unit.unknown])


@given(fen, units, st.sampled_from([Grouping.none, Grouping.thousands]), st.sampled_from(SignStyle))
def test_reading_gives_back_what_was_printed(
    value: int, unit: Unit, grouping: Grouping, sign: SignStyle
) -> None:
    amount = Money.of_fen(value)
    text = amount.format(unit, grouping=grouping, sign=sign)
    assert Money.parse(text) == amount
    bare = amount.format(unit, grouping=grouping, sign=sign, show_unit=False)
    assert Money.parse(bare, unit) == amount


@given(st.integers(-(10**15), 10**15), units, st.integers(0, 6))
def test_the_number_is_what_decimal_prints(value: int, unit: Unit, digits: int) -> None:
    step = Decimal(1).scaleb(-digits)
    exact = Decimal(value).scaleb(-2 - scale_exponent(unit))
    expected = exact.quantize(step, rounding=ROUND_HALF_UP)  # away from zero, as decimal names it
    if expected == 0:
        expected = abs(expected)
    amount = Money.of_fen(value)
    grouped = amount.format(unit, digits=digits, grouping=Grouping.thousands, show_unit=False)
    assert grouped == f"{expected:,f}"
    assert format(amount, f",.{digits}f{unit_name(unit)}") == grouped + unit_name(unit)


def unit_name(unit: Unit) -> str:
    return {"yuan": "元", "qian_yuan": "千元", "wan_yuan": "万元",
            "baiwan_yuan": "百万元", "yi_yuan": "亿元"}[unit.name]  # fmt: skip


def test_styles() -> None:
    amount = Money.parse("-3,296.30", Unit.wan_yuan)
    assert amount.format() == "-32963000.00元"
    assert amount.format(grouping=Grouping.myriads) == "-3296,3000.00元"
    assert amount.format(Unit.wan_yuan, sign=SignStyle.parentheses) == "(3296.30)万元"
    assert amount.format(Unit.yi_yuan, digits=1, rounding=Rounding.up) == "-0.4亿元"


def test_refusals() -> None:
    amount = Money.of_yuan(1)
    with pytest.raises(errors.UnitMismatch):
        amount.format(Unit.unknown)
    with pytest.raises(errors.DomainError):
        amount.format(digits=39)
    with pytest.raises(TypeError):
        amount.format(digits=1.5)  # type: ignore[arg-type]
    for specification in ("x", ".2%", ",,", "5x"):
        with pytest.raises(errors.DomainError):
            format(amount, specification)
    with pytest.raises(errors.DomainError):
        format(Ratio(1, 2), "元")


@given(st.fractions(-1000, 1000, max_denominator=1000), st.integers(0, 8))
def test_ratios_print_as_decimals_and_hundredths(value: Fraction, digits: int) -> None:
    ratio = Ratio(value.numerator, value.denominator)
    shown = format(ratio, f".{digits}%")
    assert shown == ratio.percent(digits, Rounding.half_away)
    assert Decimal(format(ratio, f".{digits}f")) == ratio.to_decimal(digits, Rounding.half_away)
    assert format(ratio, "") == str(ratio)
