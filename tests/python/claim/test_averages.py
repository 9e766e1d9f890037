# SPDX-License-Identifier: Apache-2.0
"""What is said to be spent on each: an average of what is told beside it, exact before rounding."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writers.narratives import said

GUESTS = "公务接待费支出4.24万元，国内公务接待53批次，424人次，{}。"
CARS = "公务用车运行维护费支出14.22万元，公务用车保有量4辆，其中越野车3辆，{}。"


def averages(text: str) -> list[str]:
    return said(text, kind="决算", tables=False).get("average", [])


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (GUESTS.format("人均接待费100元"), ["exact"]),
        (GUESTS.format("人均100元"), ["exact"]),
        (GUESTS.format("人均公务接待费0.01万元"), ["exact"]),
        (GUESTS.format("人均接待费110元"), ["violated"]),
        (CARS.format("车均运行维护费3.56万元"), ["exact"]),
        (CARS.format("平均每辆运行费3.6万元"), ["exact"]),
        (CARS.format("车均运行维护费3.58万元"), ["violated"]),
        # No amount is finer than a 分, but an average may be: 42,000 元 ÷ 510 is 82.3529….
        (GUESTS.replace("4.24", "4.20").replace("424", "510").format("人均82.35元"), ["exact"]),
        (GUESTS.replace("4.24", "4.20").replace("424", "510").format("人均82.65元"), ["violated"]),
        ("公务用车运行维护费支出42,000.00元，公务用车保有量51辆，车均823.53元。", ["exact"]),
        # 14.24 ÷ 4 is 3.56, and 14.24 prints 14.2.
        (CARS.replace("14.22", "14.2").format("车均运行维护费3.56万元"), ["rounding"]),
        # Part of those who came, as 国内 of 公务接待.
        (
            "公务接待费支出5.00万元，其中国内公务接待费4.24万元，接待424人次，人均接待费100元。",
            ["exact"],
        ),
    ],
)
def test_an_average_is_what_was_spent_divided_by_what_is_counted(
    text: str, outcome: list[str]
) -> None:
    assert averages(text) == outcome


@pytest.mark.parametrize(
    "text",
    [
        GUESTS.format("农村居民人均可支配收入21,000元"),
        GUESTS.format("人均收入21,000元"),
        "公务接待费支出4.24万元，人均接待费100元。",
        # Cars by their sorts: how many there are in all nobody says.
        "公务用车运行维护费92.30万元，执法执勤用车41辆、机要通信用车1辆，辆均运行维护费2.20万元。",
        "公务用车运行维护费支出14.22万元，车均运行维护费3.56万元。",
        "公务接待费支出4.24万元，国内公务接待0批次，0人次，人均接待费100元。",
    ],
)
def test_other_averages_are_left_alone(text: str) -> None:
    assert averages(text) == []


@given(spent=st.integers(1, 10**7), cars=st.integers(1, 300), off=st.sampled_from([0, 3, -3, 100]))
def test_an_average_is_violated_where_no_amount_prints_so(spent: int, cars: int, off: int) -> None:
    """Against the intervals written out: spent 分 ÷ cars, printed in 万元 with two digits."""
    cost = Decimal(spent) / 100
    printed = (cost / cars).quantize(Decimal("0.01"), ROUND_HALF_UP) + Decimal(off) / 100
    if printed < 0:
        return
    half = Decimal("0.005")
    can_be = cars * (printed - half) <= cost + half and cost - half <= cars * (printed + half)
    spent_on_cars = f"公务用车运行维护费支出{cost:.2f}万元，公务用车保有量{cars}辆"
    text = f"{spent_on_cars}，车均运行维护费{printed}万元。"
    (outcome,) = averages(text)
    assert (outcome != "violated") == can_be
    assert (outcome == "exact") == (cars * (printed - half) <= cost <= cars * (printed + half))
