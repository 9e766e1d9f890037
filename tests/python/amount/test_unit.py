# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle

import pytest

from budgetcore import Rounding, Unit, parse_unit, scale_exponent, symbol


@pytest.mark.parametrize(
    ("unit", "printed", "exponent"),
    [
        (Unit.yuan, "元", 0),
        (Unit.qian_yuan, "千元", 3),
        (Unit.wan_yuan, "万元", 4),
        (Unit.baiwan_yuan, "百万元", 6),
        (Unit.yi_yuan, "亿元", 8),
    ],
)
def test_units(unit: Unit, printed: str, exponent: int) -> None:
    assert symbol(unit) == printed
    assert scale_exponent(unit) == exponent
    assert parse_unit(printed) is parse_unit(f" 人民币 {printed}\u3000") is unit


@pytest.mark.parametrize("text", ["", "户", "%", "万", "万元元", "美元", "单位：万元"])
def test_other_text_is_no_unit(text: str) -> None:
    assert parse_unit(text) is None


@pytest.mark.parametrize("member", [*Unit, *Rounding])
def test_members_are_singletons(member: Unit | Rounding) -> None:
    assert pickle.loads(pickle.dumps(member)) is member
    assert copy.deepcopy(member) is member
