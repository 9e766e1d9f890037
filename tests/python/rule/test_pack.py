# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from budgetcore import Severity, check_examples, errors, load_pack, standard_packs

RULE = """rule mine.sum
  source    预算公开表3
  severity  warning
  支出总表: 合计 = 基本支出 + 项目支出
  holds     9.90 = 3.50 + 6.40   # as printed
  breaks    9.90 = 3.50 + 4.60
"""


def test_a_rule_as_it_was_written() -> None:
    pack = load_pack(RULE, "folder/mine.rules")
    assert pack.name == "mine"
    (rule,) = pack.rules
    assert rule.id == "mine.sum"
    assert rule.source == "预算公开表3"
    assert rule.severity is Severity.warning
    assert rule.statement == "支出总表: 合计 = 基本支出 + 项目支出"
    assert (rule.place.source, rule.place.line) == ("folder/mine.rules", 1)
    assert [example.text for example in rule.holds] == ["9.90 = 3.50 + 6.40"]
    assert [example.comment for example in rule.holds] == ["as printed"]
    assert check_examples(pack) == []


def test_examples_that_do_not_come_out() -> None:
    pack = load_pack(RULE.replace("3.50 + 6.40", "3.50 + 6.60").replace("4.60", "6.40"))
    assert [(f.expected_to_hold, f.status.name) for f in check_examples(pack)] == [
        (True, "violated"),
        (False, "exact"),
    ]


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (RULE.replace("合计 =", "合计 = ="), 4),
        (RULE.replace("支出总表", "支出总裱"), 4),
        (RULE.replace("  source    预算公开表3\n", ""), 1),
        (RULE.replace("warning", "grave"), 3),
        ("合计 = 基本支出\n", 1),
    ],
)
def test_a_wrong_rule_names_its_place(wrong: str, line: int) -> None:
    with pytest.raises(errors.RuleError) as caught:
        load_pack(wrong, "bad.rules")
    assert caught.value.place.source == "bad.rules"
    assert caught.value.place.line == line
    assert caught.value.message("zh") != caught.value.message("en")


def test_the_compiled_in_rules_confirm_their_examples() -> None:
    packs = standard_packs()
    assert packs
    for pack in packs:
        assert pack.rules
        assert check_examples(pack) == []
        for rule in pack.rules:
            assert rule.source
            assert rule.holds
            assert rule.breaks
