# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from budgetcore import (
    Attainment,
    Indicator,
    Money,
    Ratio,
    RatioInterval,
    ScoreFault,
    ScoringMethod,
    Target,
    evaluate,
)
from budgetcore.errors import LookupError as NotThere

CARD = pd.DataFrame(
    [
        ("产出指标", "数量指标", "培训场次", "≥4次", "20"),
        ("产出指标", "质量指标", "培训合格率", "≥90%", "20"),
        ("产出指标", "时效指标", "完成时间", "每年11月底前完成", "10"),
        ("效益指标", "社会效益指标", "服务能力", "有效提升", "30"),
        ("满意度指标", "服务对象满意度指标", "参训人员满意度", "≥95%", "10"),
    ],
    columns=["一级指标", "二级指标", "三级指标", "指标值", "分值"],
)
ACTUALS = {
    "培训场次": "3次",
    "培训合格率": "92%",
    "完成时间": "2024年11月20日",
    "服务能力": "达成预期",
    "参训人员满意度": "96.5%",
}


def test_a_year_is_scored_from_a_frame() -> None:
    result = evaluate(
        CARD, ACTUALS, year=2024, budget=Money.parse("55万元"), executed=Money.parse("44万元")
    )
    assert [row.evaluation.attainment.name for row in result.rows] == [
        "not_met",
        "met",
        "met",
        "met",
        "met",
    ]
    assert result.rows[0].score == RatioInterval(15)
    assert result.rows[3].score == RatioInterval(24, 30)
    assert result.card.execution_rate == Ratio(4, 5)
    assert result.total == RatioInterval(87, 93)
    assert result.grades == ["优", "良"]
    frame = result.to_pandas()
    assert list(frame["completion"][:2]) == [Ratio(3, 4), Ratio(92, 90)]
    assert "总分 87–93（优或良）" in result._repr_html_()
    assert repr(result).startswith("<SelfEvaluation 4 met, 1 not met, 0 not decidable, total 87–93")


def test_actual_values_are_listed_named_or_the_indicators_own() -> None:
    in_order = evaluate(CARD, list(ACTUALS.values()), year=2024)
    named = evaluate(CARD.assign(实际完成值=list(ACTUALS.values())), year=2024)
    assert in_order.total == named.total
    untold = evaluate(CARD, year=2024)
    assert {row.evaluation.attainment for row in untold.rows} == {Attainment.not_decidable}
    # Only one is told: the others stay open, none is taken for 0.
    one = evaluate(CARD, {"培训场次": 4}, year=2024)
    assert one.rows[0].score == RatioInterval(20)
    assert one.total == RatioInterval(20, 100)


def test_what_cannot_be_placed_is_refused() -> None:
    with pytest.raises(NotThere) as missing:
        evaluate(CARD, {"培训场数": "3次"}, year=2024)
    assert missing.value.suggestions == ["培训场次"]
    twice = [Indicator("", level2, "满意度", annual=Target("≥90%")) for level2 in ("甲", "乙")]
    with pytest.raises(NotThere, match="several"):
        evaluate(twice, {"满意度": "91%"}, year=2024)
    with pytest.raises(ValueError, match="1 actual values for 5"):
        evaluate(CARD, ["3次"], year=2024)
    with pytest.raises(TypeError, match="float"):
        evaluate(CARD, {"培训场次": 3.0}, year=2024)  # type: ignore[dict-item]
    with pytest.raises(NotThere):
        evaluate(CARD.drop(columns="指标值"), year=2024)
    blank = evaluate(CARD, {"培训场次": None, "培训合格率": Decimal("91")}, year=2024)
    assert [row.evaluation.why.name for row in blank.rows[:2]] == ["no_actual", "measures"]


def test_printed_scores_and_totals_are_judged() -> None:
    printed = CARD.assign(得分=["15", "20", "10", "28", "10"])
    budget, executed = Money.parse("55万元"), Money.parse("44万元")
    right = evaluate(
        printed, ACTUALS, year=2024, budget=budget, executed=executed,
        execution_score="8", total="91", grade="优",
    )  # fmt: skip
    assert right.defects == []
    wrong = evaluate(
        printed.assign(得分=["16", "20", "10", "31", "10"]), ACTUALS, year=2024,
        budget=budget, executed=executed, execution_score="8", total="96", grade="良",
    )  # fmt: skip
    assert [(one.fault, one.row) for one in wrong.defects] == [
        (ScoreFault.not_by_rule, 0),
        (ScoreFault.above_weight, 3),
        (ScoreFault.wrong_total, None),
        (ScoreFault.wrong_grade, None),
    ]


def test_a_method_of_ones_own() -> None:
    method = ScoringMethod(execution_points=0, zero_below=Ratio(4, 5), bands=[(85, "A"), (0, "B")])
    result = evaluate(CARD, ACTUALS, year=2024, method=method)
    assert result.rows[0].rule.name == "below_threshold"
    assert result.total == RatioInterval(64, 70)
    assert result.grades == ["B"]
    assert method.grade(85) == "A"
