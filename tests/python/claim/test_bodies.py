# SPDX-License-Identifier: Apache-2.0
"""Whose amounts are told: what is said of another body is none of the tables' business."""

from __future__ import annotations

import pytest

from writers.narratives import disclosure, said


@pytest.mark.parametrize(
    "sentence",
    [
        "某县财政局支出预算{}万元。",
        "县财政局支出预算{}万元。",
        "财政局2024年支出预算{}万元。",
        "本局支出预算{}万元。",
    ],
)
def test_the_own_body_is_known_by_what_is_left_of_its_name(sentence: str) -> None:
    assert said(sentence.format("100.00"))["restated"] == ["exact"]
    assert said(sentence.format("90.00"))["restated"] == ["violated"]


@pytest.mark.parametrize(
    "text",
    [
        ("县财政学校支出预算40.00万元。",),
        ("县财政学校收入预算40.00万元，支出预算40.00万元；县信息中心收入预算50.00万元。",),
        ("支出预算100.00万元，其中：县财政学校40.00万元、县信息中心60.00万元。",),
        ("支出预算100.00万元，包括县财政学校基本支出30.00万元，项目支出10.00万元。",),
        ("（一）县财政学校", "支出预算40.00万元，其中：基本支出30.00万元，项目支出10.00万元。"),
        ("1.县财政学校", "支出预算40.00万元。", "2.县信息中心", "支出预算60.00万元。"),
    ],
)
def test_what_is_told_of_other_bodies_is_not_held_against_the_tables(text: tuple[str, ...]) -> None:
    outcomes = said(*text)
    assert "violated" not in [outcome for found in outcomes.values() for outcome in found]
    told = {claim.unbound.name for claim in disclosure(*text).claims if "100.00" not in claim.text}
    assert told == {"not_understood"}


def test_the_own_body_is_spoken_of_again_behind_the_full_stop() -> None:
    told = said("县财政学校支出预算40.00万元，项目支出10.00万元。支出预算90.00万元。")
    assert told["restated"] == ["violated"]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        (
            "社会保障和就业（类）养老支出（款）养老保险缴费支出（项）：支出决算为10.00万元；"
            "职业年金缴费支出（项）：支出决算为5.00万元。",
            ["养老保险缴费支出", "职业年金缴费支出"],
        ),
        (
            "社会保障和就业（类）养老支出（款）离退休（项）：支出决算为10.00万元。"
            "抚恤（款）死亡抚恤（项）：支出决算为5.00万元。",
            ["养老支出·离退休", "抚恤·死亡抚恤"],
        ),
        (
            "社会保障和就业（类）养老支出（款）离退休（项）：支出决算为10.00万元；"
            "卫生健康（类）：支出决算为5.00万元。",
            ["离退休", "支出·卫生健康"],
        ),
    ],
)
def test_an_item_goes_on_to_another_subject(text: str, quantities: list[str]) -> None:
    claims = disclosure(text, kind="决算", tables=False).claims
    told = [claim.quantity for claim in claims if claim.figure is not None]
    assert [quantity.endswith(name) for quantity, name in zip(told, quantities, strict=True)] == [
        True,
        True,
    ]
