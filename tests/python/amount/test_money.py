# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Money, Ratio, Rounding, Unit, errors, scale_exponent

LEAST, MOST = -(2**63), 2**63 - 1
fens = st.integers(LEAST, MOST)
monies = st.builds(Money.of_fen, fens)
units = st.sampled_from([unit for unit in Unit if unit is not Unit.unknown])


def exact_or_overflow(expected: int, call: Any) -> None:
    """The call gives `expected` 分 where that fits 64 bits, and raises where not."""
    if LEAST <= expected <= MOST:
        assert call().fen == expected
    else:
        with pytest.raises(errors.OverflowError):
            call()


@given(fens, fens, st.integers(-(10**6), 10**6))
def test_arithmetic_is_that_of_whole_numbers(a: int, b: int, n: int) -> None:
    x, y = Money.of_fen(a), Money.of_fen(b)
    exact_or_overflow(a + b, lambda: x + y)
    exact_or_overflow(a - b, lambda: x - y)
    exact_or_overflow(a * n, lambda: x * n)
    exact_or_overflow(a * n, lambda: n * x)
    exact_or_overflow(-a, lambda: -x)
    exact_or_overflow(abs(a), lambda: abs(x))
    assert (x < y, x <= y, x == y, x != y) == (a < b, a <= b, a == b, a != b)
    assert bool(x) == bool(a)
    if b != 0:
        assert x / y == Fraction(a, b)


@given(st.lists(fens, max_size=30))
def test_a_sum_overflows_only_by_its_total(values: list[int]) -> None:
    exact_or_overflow(sum(values), lambda: Money.sum(Money.of_fen(v) for v in values))


@given(monies)
def test_copies(money: Money) -> None:
    assert eval(repr(money)) == money
    for other in (copy.copy(money), copy.deepcopy(money), pickle.loads(pickle.dumps(money))):
        assert other == money
        assert hash(other) == hash(money)


@given(monies, units)
def test_an_amount_leaves_and_comes_back_exactly(money: Money, unit: Unit) -> None:
    amount = money.in_(unit)
    assert Fraction(amount) * 10 ** scale_exponent(unit) * 100 == money.fen
    assert Money.of(amount, unit) == money
    assert Money.of(Fraction(amount), unit) == money
    assert Money.parse(f"{amount:,f}", unit) == money
    assert Money.parse(f"{money:,{''}}", Unit.yuan) == money


@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False), units,
    st.sampled_from(Rounding),
)  # fmt: skip
def test_a_fraction_and_its_decimal_round_alike(
    amount: Decimal, unit: Unit, rounding: Rounding
) -> None:
    try:
        money = Money.of(amount, unit, rounding)
    except errors.OverflowError:
        return
    exact = Fraction(amount) * 10 ** scale_exponent(unit) * 100
    assert abs(money.fen - exact) < 1
    assert Money.of(Fraction(amount), unit, rounding) == money
    assert Money.of_yuan(1).times(exact / 100, rounding) == money


@pytest.mark.parametrize(
    ("rounding", "fens"),
    [
        (Rounding.half_up, (3, -2)),
        (Rounding.half_even, (2, -2)),
        (Rounding.half_away, (3, -3)),
        (Rounding.up, (3, -3)),
        (Rounding.down, (2, -2)),
        (Rounding.floor, (2, -3)),
        (Rounding.ceiling, (3, -2)),
    ],
)
def test_named_rounding_at_a_tie(rounding: Rounding, fens: tuple[int, int]) -> None:
    values = Decimal("0.025"), Decimal("-0.025")
    assert tuple(Money.of(value, Unit.yuan, rounding).fen for value in values) == fens


@pytest.mark.parametrize(
    ("text", "unit", "fen"),
    [
        ("3,296.30", Unit.wan_yuan, 3_296_300_000),
        ("３２９６．３０", Unit.wan_yuan, 3_296_300_000),
        ("3.6万元", Unit.unknown, 3_600_000),
        ("60亿元", Unit.wan_yuan, 600_000_000_000),
        ("1,800元", Unit.wan_yuan, 180_000),
        ("(12.50)", Unit.yuan, -1250),
        ("△12.50", Unit.yuan, -1250),
        ("－1", Unit.yuan, -100),
        ("0.00", Unit.yi_yuan, 0),
    ],
)
def test_printed_amounts(text: str, unit: Unit, fen: int) -> None:
    assert Money.parse(text, unit) == Money.of_fen(fen)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,23.4", "misplaced_separator"),
        ("12..5", "two_points"),
        ("O.5", "letter_among_digits"),
        ("####", "overflow_mark"),
        ("", "blank"),
        ("—", "dash"),
        ("合计", "label"),
        ("5%", "percentage"),
        ("1" * 60, "too_long"),
    ],
)
def test_what_is_no_amount_says_why(text: str, reason: str) -> None:
    with pytest.raises(errors.ParseError) as caught:
        Money.parse(text, Unit.yuan)
    assert caught.value.reason == reason


@pytest.mark.parametrize("wrong", [1.5, 0.0, float("nan")])
def test_a_float_is_refused_and_told_the_way(wrong: float) -> None:
    for call in (
        lambda: Money.of(wrong, Unit.yuan),  # type: ignore[call-overload]
        lambda: Money.of_fen(wrong),  # type: ignore[arg-type]
        lambda: Money.of_yuan(wrong),  # type: ignore[arg-type]
        lambda: Money.of_yuan(1) * wrong,  # type: ignore[operator]
        lambda: Money.of_yuan(1).times(wrong, Rounding.up),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match=r"Money\.from_float\(value, unit, rounding\)"):
            call()


def test_a_float_asked_for_by_name() -> None:
    # 1.005 is a little less in binary; what Python prints is what was meant.
    assert Money.from_float(1.005, Unit.yuan, Rounding.half_up).fen == 101
    assert Money.from_float(0.1, Unit.wan_yuan, Rounding.down).fen == 100_000
    assert Money.from_float(1e-300, Unit.yi_yuan, Rounding.half_up).fen == 0
    assert Money.from_float(-1e-300, Unit.yuan, Rounding.floor).fen == -1
    for wrong in (float("inf"), float("nan")):
        with pytest.raises(errors.DomainError):
            Money.from_float(wrong, Unit.yuan, Rounding.up)
    with pytest.raises(errors.OverflowError):
        Money.from_float(1e300, Unit.yuan, Rounding.up)


@pytest.mark.parametrize("wrong", [True, False, 1, "1", None, Decimal(1), Fraction(1), Ratio(1)])
def test_money_and_plain_numbers_do_not_mix(wrong: Any) -> None:
    money = Money.of_yuan(1)
    for call in (
        lambda: money + wrong,
        lambda: wrong - money,
        lambda: money < wrong,
        lambda: money / wrong,
        lambda: money * money,
        lambda: money // money,
    ):
        with pytest.raises(TypeError):
            call()
    assert money != wrong
    assert wrong != Money()


def test_a_truth_value_is_no_number() -> None:
    for call in (
        lambda: Money.of_fen(True),
        lambda: Money.of(True, Unit.yuan),
        lambda: Money.of_yuan(1) * True,
    ):
        with pytest.raises(TypeError, match="bool"):
            call()


@pytest.mark.parametrize("whole", [2**63, -(2**63) - 1, 10**1000])
def test_whole_numbers_beyond_64_bits(whole: int) -> None:
    with pytest.raises(errors.OverflowError):
        Money.of_fen(whole)


def test_whatever_stands_for_a_whole_number_is_taken() -> None:
    class Index:
        def __index__(self) -> int:
            return 7

    assert Money.of_fen(Index()) == Money.of_fen(7)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("specification", "text"),
    [
        ("", "-32963049.99元"),
        (",", "-32,963,049.99"),
        (",.0", "-32,963,050"),
        (".2f", "-32963049.99"),
        (",.2f万元", "-3,296.30万元"),
        ("万元", "-3296.304999万元"),
        ("+.1亿元", "-0.3亿元"),
        (">14,.2", "-32,963,049.99"),
        (">16,.2", "  -32,963,049.99"),
        ("*<10.0万元", "-3296万元***"),
        ("　^11.0万元", "　　-3296万元　　"),
    ],
)
def test_format(specification: str, text: str) -> None:
    assert format(Money.of_fen(-3_296_304_999), specification) == text


def test_format_signs() -> None:
    assert f"{Money.of_fen(5):+}" == "+0.05"
    assert f"{Money.of_fen(-4):.1f}" == "0.0"


@pytest.mark.parametrize("wrong", ["x", ".f", ".99", "户", "9999", ",,", "万元.2", ".2f万元x"])
def test_another_format_is_refused(wrong: str) -> None:
    with pytest.raises(errors.DomainError, match="a format is"):
        format(Money.of_fen(1), wrong)


@given(st.integers(-(10**15), 10**15), st.integers(0, 6), units)
def test_format_rounds_as_printed_tables_do(fen: int, digits: int, unit: Unit) -> None:
    with localcontext(prec=60):
        amount = Decimal(fen) / 10 ** (2 + scale_exponent(unit))
        expected = amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    printed = format(
        Money.of_fen(fen), f",.{digits}f{['', '元', '千元', '万元', '百万元', '亿元'][unit.value]}"
    )
    assert Decimal(printed.rstrip("元千万百亿").replace(",", "")) == expected


@pytest.mark.parametrize("wrong", ["1" * 39, "1E+38", "1E-39", "1." + "0" * 38, "1E+999999"])
def test_decimals_of_more_than_38_digits(wrong: str) -> None:
    with pytest.raises(errors.OverflowError):
        Money.of(Decimal(wrong), Unit.yuan, Rounding.down)


def test_the_context_of_decimals_has_no_say() -> None:
    with localcontext(prec=3):
        assert Money.of(Decimal("3296.30"), Unit.wan_yuan).fen == 3_296_300_000
        assert Money.of_fen(123_456_789).yuan == Decimal("1234567.89")
