# SPDX-License-Identifier: Apache-2.0
"""A program that computes with amounts, as a strict type checker sees it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from budgetcore import (
    DecimalInterval,
    Figure,
    FigureState,
    Money,
    MoneyInterval,
    Place,
    Ratio,
    RatioInterval,
    Restatement,
    Rounding,
    SubjectCode,
    Unit,
    hull,
    intersect,
    parse_unit,
    restatement,
    symbol,
)
from budgetcore.errors import Error, UnitMismatch

total = Money.parse("3,296.30", Unit.wan_yuan)
basic = Money.of(Decimal("1083.23"), Unit.wan_yuan)

assert_type(total, Money)
assert_type(total + basic, Money)
assert_type(total - basic, Money)
assert_type(-total, Money)
assert_type(total * 3, Money)
assert_type(3 * total, Money)
assert_type(total / basic, Ratio)
assert_type(total < basic, bool)
assert_type(total == basic, bool)
assert_type(total.fen, int)
assert_type(total.yuan, Decimal)
assert_type(total.in_(Unit.wan_yuan), Decimal)
assert_type(total.times(Fraction(1, 3), Rounding.half_up), Money)
assert_type(Money.sum(money for money in (total, basic)), Money)
assert_type(Money.of(Fraction(1, 4), Unit.yuan), Money)
assert_type(Money.from_float(1.5, Unit.yuan, Rounding.half_even), Money)
assert_type(sorted({total, basic}), list[Money])
assert_type(f"{total:,.2f万元}", str)

share = basic / total
assert_type(share + 1, Ratio)
assert_type(1 - share, Ratio)
assert_type(share * Fraction(1, 2), Ratio)
assert_type(share < Decimal("0.5"), bool)
assert_type(share.percent(2, Rounding.half_up), str)
assert_type(share.to_decimal(4, Rounding.half_even), Decimal)
assert_type(share.to_fraction(), Fraction)
assert_type(share.approximate(), float)
assert_type((share.numerator, share.denominator), tuple[int, int])

figure = Figure("46.20", Unit.wan_yuan)
assert_type(figure.state, FigureState)
assert_type(figure.value, Decimal | None)
assert_type(figure.amounts(), DecimalInterval)
assert_type(figure.amounts() + figure.amounts(), DecimalInterval)
assert_type(figure.with_digits(3), Figure)
assert_type(intersect(figure.amounts(), figure.printed()), DecimalInterval | None)
assert_type(hull(MoneyInterval(basic), MoneyInterval(total)), MoneyInterval)
assert_type(hull(MoneyInterval(basic, total), MoneyInterval(total)).low, Money)
assert_type(RatioInterval(0, Fraction(1, 2)).high, Ratio)
assert_type(Decimal("1.5") in figure.amounts(), bool)
assert_type(restatement(figure, figure), Restatement)

unit = parse_unit("万元")
assert_type(unit, Unit | None)
assert_type(symbol(Unit.wan_yuan), str)
if unit is not None:
    assert_type(unit.name, str)


def wording(state: FigureState) -> str:
    """A type checker knows that these five are all."""
    match state:
        case FigureState.number | FigureState.unreadable:
            return "looks like a number"
        case FigureState.blank | FigureState.dash:
            return "states nothing"
        case FigureState.label:
            return "is text"


code = SubjectCode("2010601")
assert_type(code.parent, SubjectCode | None)
assert_type(max(code, SubjectCode("20106")), SubjectCode)

place = Place("a.txt", line=3, box=(0, 0, 10.5, 20))
assert_type(place.page, int | None)
assert_type(place.box, tuple[float, float, float, float] | None)

try:
    Money.parse("3.6")
except UnitMismatch as error:
    assert_type(error.left, str)
    assert_type(error.place, Place)
except Error as error:
    assert_type(error.message("zh"), str)

assert wording(figure.state) == "looks like a number"
