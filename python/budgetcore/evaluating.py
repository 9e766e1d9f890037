# SPDX-License-Identifier: Apache-2.0
"""What came of a year's targets: met or not, how far, and the score of a self-evaluation."""

from __future__ import annotations

import difflib
import importlib
import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import Any

from budgetcore import _core, errors
from budgetcore._core import (
    Indicator,
    Money,
    Ratio,
    RatioInterval,
    RowScore,
    Scorecard,
    ScoreDefect,
    ScoringMethod,
    Target,
)

__all__ = ["SelfEvaluation", "evaluate"]

Actual = str | int | Decimal | Target | None
Actuals = Mapping[str, Actual] | Sequence[Actual]

# Columns of a frame under the names that tables print and under those of doc.targets.
_COLUMNS = {
    "level1": ("level1", "一级指标"),
    "level2": ("level2", "二级指标"),
    "name": ("name", "三级指标", "指标名称", "指标"),
    "annual": ("annual", "target", "年度指标值", "指标值", "目标值"),
    "period": ("period", "实施期指标值"),
    "actual": ("actual", "实际完成值", "完成值", "全年完成值"),
    "weight": ("weight", "分值", "权重"),
    "score": ("score", "得分", "自评得分"),
}


class SelfEvaluation:
    """The answer of evaluate(): indicators, what came of each, and the scored card.

    Scores are exact intervals: one value where a rule gives it, a range where the evaluator chooses
    (words) or where the actual value is not decidable.
    """

    def __init__(self, indicators: Sequence[Indicator], card: Scorecard) -> None:
        self.indicators = list(indicators)
        self.card = card

    @property
    def rows(self) -> list[RowScore]:
        """What came of each indicator, in order."""
        return self.card.rows

    @property
    def total(self) -> RatioInterval:
        """The total score, or the range that it lies in."""
        return self.card.total

    @property
    def grades(self) -> list[str]:
        """Grades that the total may have, best first."""
        return self.card.grades

    @property
    def defects(self) -> list[ScoreDefect]:
        """What is wrong with printed weights, scores, totals and grades."""
        return self.card.defects

    def to_records(self) -> list[dict[str, Any]]:
        """One mapping an indicator; numbers are exact (Ratio, Quantity) or None."""
        return [
            {
                "level1": indicator.level1,
                "level2": indicator.level2,
                "name": indicator.name,
                "target": _text(indicator.target),
                "actual": _text(indicator.actual),
                "attainment": row.evaluation.attainment.name,
                "why": None if row.evaluation.why.name == "no" else row.evaluation.why.name,
                "margin": row.evaluation.margin,
                "completion": row.evaluation.completion,
                "weight": indicator.weight.value,
                "score_low": row.score.low,
                "score_high": row.score.high,
                "rule": row.rule.name,
            }
            for indicator, row in zip(self.indicators, self.card.rows, strict=True)
        ]

    def to_pandas(self) -> Any:
        """The records as a frame; needs pandas."""
        return importlib.import_module("pandas").DataFrame(self.to_records())

    def __repr__(self) -> str:
        counts = {"met": 0, "not_met": 0, "not_decidable": 0}
        for row in self.card.rows:
            counts[row.evaluation.attainment.name] += 1
        return (
            f"<SelfEvaluation {counts['met']} met, {counts['not_met']} not met, "
            f"{counts['not_decidable']} not decidable, total {_points(self.total)}, "
            f"{'/'.join(self.grades)}>"
        )

    def _repr_html_(self) -> str:
        head = ("指标", "指标值", "完成值", "结论", "偏差", "完成率", "分值", "得分")
        lines = ["<table><tr>", *(f"<th>{name}</th>" for name in head), "</tr>"]
        for indicator, row in zip(self.indicators, self.card.rows, strict=True):
            evaluation = row.evaluation
            completion = evaluation.completion
            verdict = {"met": "达标", "not_met": "未达标"}.get(evaluation.attainment.name)
            cells = (
                indicator.name,
                _text(indicator.target) or "",
                _text(indicator.actual) or "",
                verdict or _core.explain(evaluation.why, "zh"),
                "" if evaluation.margin is None else str(evaluation.margin),
                "" if completion is None else completion.percent(2, _core.Rounding.half_up),
                indicator.weight.text,
                _points(row.score),
            )
            lines += ["<tr>", *(f"<td>{escape(cell)}</td>" for cell in cells), "</tr>"]
        total = f"总分 {_points(self.total)}（{'或'.join(self.grades)}）"
        lines.append(f'<tr><td colspan="{len(head)}">{escape(total)}</td></tr></table>')
        return "".join(lines)


def evaluate(
    indicators: Sequence[Indicator] | Any,
    actuals: Actuals | None = None,
    *,
    year: int,
    budget: Money | None = None,
    executed: Money | None = None,
    method: ScoringMethod | None = None,
    total: str = "",
    execution_score: str = "",
    grade: str = "",
) -> SelfEvaluation:
    """Holds actual values against targets and scores them.

    `indicators` are Indicator objects or a frame with columns 一级指标, 二级指标, 三级指标, 指标值
    and 分值 (or level1, level2, name, annual, weight). `actuals` maps an indicator's name to what
    came of it, or lists that in order; without it the indicators' own actual values are taken.
    `year` is the year of dates that print none; `budget` and `executed` give the execution rate.
    `total`, `execution_score` and `grade` are what a card prints, and are judged. A float is
    refused: read spreadsheets as text.

    Raises LookupError for an actual value of no indicator or of several.

    >>> from budgetcore import Indicator, Target, evaluate
    >>> classes = Indicator("产出指标", "数量指标", "培训", annual=Target("≥4次"), weight="90")
    >>> result = evaluate([classes], {"培训": "3次"}, year=2024)
    >>> result.rows[0].evaluation
    <Evaluation not_met, margin -1次>
    >>> print(result.rows[0].score)
    [135/2, 135/2]
    """
    given = _from_frame(indicators) if hasattr(indicators, "columns") else list(indicators)
    if actuals is not None:
        given = _with_actuals(given, actuals)
    card = _core.score_indicators(
        given,
        year=year,
        method=method or ScoringMethod(),
        budget=budget,
        executed=executed,
        execution_score=execution_score,
        total=total,
        grade=grade,
    )
    return SelfEvaluation(given, card)


def _unknown(
    error_id: str, name: str, suggestions: list[str], *, zh: str, en: str
) -> errors.LookupError:
    return errors.LookupError(
        error_id,
        zh=f"{zh}：“{name}”" + ("；有：" + "、".join(suggestions) if suggestions else ""),
        en=f'{en}: "{name}"' + ("; there are: " + ", ".join(suggestions) if suggestions else ""),
        name=name,
        suggestions=suggestions,
    )


def _text(target: Target | None) -> str | None:
    return None if target is None else target.text


def _points(score: RatioInterval) -> str:
    low, high = (_plain(end) for end in (score.low, score.high))
    return low if low == high else f"{low}–{high}"


def _plain(value: Ratio) -> str:
    text = f"{value.to_decimal(2, _core.Rounding.half_up):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _printed(value: object, where: str) -> str:
    """The text of a cell; nothing and NaN are blank, other floats are refused."""
    if value is None:
        return ""
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        raise TypeError(f"{where}: a float is not an exact number; read the sheet as text")
    if isinstance(value, bool):
        raise TypeError(f"{where}: a bool is no value of an indicator")
    if isinstance(value, Target):
        return value.text
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def _from_frame(frame: Any) -> list[Indicator]:
    columns = {
        part: next((name for name in names if name in frame.columns), None)
        for part, names in _COLUMNS.items()
    }
    if columns["name"] is None or (columns["annual"] is None and columns["period"] is None):
        raise _unknown(
            "indicator.no_column",
            "三级指标" if columns["name"] is None else "指标值",
            [str(name) for name in frame.columns],
            zh="表中没有这一列",
            en="the frame has no such column",
        )
    rows = []
    for index, row in enumerate(frame.to_dict("records")):
        part = {
            key: _printed(row[column], f"row {index}, {column}")
            for key, column in columns.items()
            if column is not None
        }
        targets = {key: Target(part[key]) for key in ("period", "annual", "actual") if key in part}
        rows.append(
            Indicator(
                part.get("level1", ""),
                part.get("level2", ""),
                part["name"],
                period=targets.get("period"),
                annual=targets.get("annual"),
                actual=targets.get("actual"),
                weight=part.get("weight", ""),
                score=part.get("score", ""),
            )
        )
    return rows


def _with_actuals(indicators: Sequence[Indicator], actuals: Actuals) -> list[Indicator]:
    if isinstance(actuals, Mapping):
        told = _by_name(indicators, actuals)
    else:
        if len(actuals) != len(indicators):
            raise ValueError(f"{len(actuals)} actual values for {len(indicators)} indicators")
        told = dict(enumerate(actuals))
    result = []
    for index, one in enumerate(indicators):
        actual = one.actual
        if index in told:
            actual = Target(_printed(told[index], one.name))
        result.append(
            Indicator(
                one.level1,
                one.level2,
                one.name,
                period=one.period,
                annual=one.annual,
                actual=actual,
                weight=one.weight.text,
                score=one.score.text,
            )
        )
    return result


def _by_name(indicators: Sequence[Indicator], actuals: Mapping[str, Actual]) -> dict[int, Actual]:
    places: dict[str, list[int]] = {}
    for index, one in enumerate(indicators):
        places.setdefault("".join(one.name.split()), []).append(index)
    told: dict[int, Actual] = {}
    for name, actual in actuals.items():
        found = places.get("".join(str(name).split()), [])
        if not found:
            raise _unknown(
                "indicator.unknown",
                str(name),
                difflib.get_close_matches(str(name), list(places), n=3),
                zh="没有这个指标",
                en="no indicator of this name",
            )
        if len(found) > 1:
            raise _unknown(
                "indicator.ambiguous",
                str(name),
                [f"{indicators[i].level2}·{indicators[i].name}" for i in found],
                zh="有几个同名指标，请按顺序列出完成值",
                en="several indicators of this name: list the actual values in order",
            )
        told[found[0]] = actual
    return told
