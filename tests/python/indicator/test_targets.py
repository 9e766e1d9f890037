# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import datetime
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import (
    Comparator,
    Measure,
    Money,
    Quantity,
    Ratio,
    Rounding,
    Target,
    TargetFault,
    TargetForm,
    TierMode,
    explain,
    tiered_fee,
)
from budgetcore.errors import DomainError, ParseError

UNITS = ["人", "次", "元", "天", "户", "家", "套", "场", "标段"]


@given(st.lists(st.sampled_from(UNITS), min_size=1, max_size=4), st.randoms())
def test_the_order_of_divisors_makes_no_other_measure(units: list[str], random: object) -> None:
    shuffled = units[1:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert Measure("/".join(units)) == Measure("/".join([units[0], *shuffled]))
    assert hash(Measure("/".join(units))) == hash(Measure("/".join([units[0], *shuffled])))
    assert Measure(str(Measure("/".join(units)))) == Measure("/".join(units))


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["≥", "≤", "＞", "＜", "=", ""]),
    st.sampled_from(["%", "人", "元/人/天", "次/年", "万元", "平方米"]),
)
def test_every_number_is_read_and_printed_back(number: Decimal, sign: str, unit: str) -> None:
    text = f"{sign}{number}{unit}"
    target = Target(text)
    assert str(target) == text
    assert target.form is TargetForm.quantity
    assert target.quantity is not None
    scale = 10_000 if unit == "万元" else 1
    assert target.quantity.value == Ratio(number) * scale
    assert target == Target(f" {sign}{number} {unit}")
    assert hash(target) == hash(Target(f" {sign}{number} {unit}"))


@given(st.text(max_size=40))
def test_any_text_makes_a_target_that_keeps_it(text: str) -> None:
    assert str(Target(text)) == text


def test_pickles_and_copies() -> None:
    for value in (
        Measure("元/人/天"),
        Quantity("1980元/月/人"),
        Target("≥10且≤20人").range,
        Target("每年11月底前完成"),
    ):
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.copy(value) == value


def test_quantities_and_money() -> None:
    cost = Quantity("1980元/月/人") * Quantity("22名") * Quantity("12个月")
    assert cost == Money.parse("522,720元")
    assert cost.money(Rounding.half_up) == Money.parse("52.272万元")
    assert cost < Money.parse("53万元")
    assert Quantity("95%") == Decimal("0.95")
    assert hash(Quantity("24小时")) == hash(Quantity("1天"))
    # What is equal has one hash, whatever its type.
    assert hash(cost) == hash(Money.parse("522,720元"))
    assert hash(Quantity("95%")) == hash(Ratio(19, 20))
    assert Quantity("3人") != Quantity("3天")
    assert Quantity("3人") != "3人"
    with pytest.raises(DomainError, match="cannot be compared"):
        _ = Quantity("3人") < Quantity("3天")
    with pytest.raises(TypeError):
        _ = Quantity("3人") * 1.5  # type: ignore[operator]
    with pytest.raises(ParseError):
        Quantity("有效提升")


def test_targets_combine_and_are_held_against_a_budget() -> None:
    people, wage = Target("≤22名").range, Target("≤1980元/月/人").range
    assert people is not None
    assert wage is not None
    cost = people * wage * Quantity("1年")
    assert str(cost) == "≤522720元"
    assert Money.parse("52.272万元") in cost
    assert Money.parse("53万元") not in cost


def test_dates_tiers_and_faults() -> None:
    due = Target("均为第二年1月上旬").due
    assert due is not None
    assert due.latest(2024) == datetime.date(2025, 1, 10)
    assert (due.year, due.month, due.years_after) == (None, 1, 1)
    tiers = Target("费用≤500万元，按0.35%收费；500＜费用≤2000，按0.3%收费").tiers
    fee = tiered_fee(tiers, Money.parse("800万元"), TierMode.marginal, Rounding.half_up)
    assert fee == Money.parse("26500元")
    broken = Target("≤380人/天/元")
    assert broken.form is TargetForm.malformed
    assert broken.faults == [TargetFault.money_last]
    assert broken.suggestion == "≤380元/人/天"
    assert explain(TargetFault.money_last, "zh") == "金额单位写在了除数的位置"


def test_strictness() -> None:
    assert Target("≥95%").is_as_strict(Target("≥90%")) is True
    assert Target("≥3人").is_as_strict(Target("≥3次")) is None
    assert Target("≥95%").comparator is Comparator.at_least
