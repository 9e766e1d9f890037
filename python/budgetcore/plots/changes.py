# SPDX-License-Identifier: Apache-2.0
"""Changes between two trees as a waterfall: from the earlier total to the later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from budgetcore._core import Money, SubjectChange, Unit
from budgetcore.columnar.units import known_unit
from budgetcore.errors import PlotError
from budgetcore.plots.fonts import can_show_chinese, set_font, shown_name
from budgetcore.plots.parts import (
    DECREASE,
    INCREASE,
    TOTAL,
    axes_of,
    length,
    refuse_empty,
    refuse_other,
    shown_amount,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A bar: a total that begins at 0, or a change that begins where the one before it ends."""

    name: str
    code: str
    begin: Money
    amount: Money
    is_total: bool = False


def steps_of(changes: Sequence[SubjectChange], level: int, most: int) -> list[Step]:
    """The bars from the earlier total to the later; the smallest changes together in one bar.

    Raises PlotError where the changes are of several columns or of nothing.
    """
    if len({change.column for change in changes}) > 1:
        raise PlotError(
            "plot.column",
            zh="有多列金额；请用 compare(..., column=...) 指明一列",
            en="several columns of amounts; name one with compare(..., column=...)",
        )
    total = next((change for change in changes if change.level == 0), None)
    refuse_empty((total.earlier or total.later) if total is not None else None)
    assert total is not None
    changed = [one for one in changes if one.level == level and one.change]
    largest = sorted(changed, key=lambda one: abs(one.change), reverse=True)[:most]
    kept = [one for one in changed if any(one is large for large in largest)]
    steps = [Step("上年", "earlier", Money(), total.earlier, True)]
    at = total.earlier
    for one in kept:
        steps.append(Step(one.name, one.code, at, one.change))
        at = at + one.change
    rest = total.later - at
    if rest:
        others = len(changed) - len(kept)
        steps.append(Step(f"其他（{others}项）" if others else "未列入各项", "others", at, rest))
    steps.append(Step("本年", "later", Money(), total.later, True))
    return steps


def plot_changes(
    changes: Sequence[SubjectChange],
    *,
    level: int = 1,
    most: int = 12,
    backend: Literal["matplotlib", "plotly"] = "matplotlib",
    unit: Unit | str = "万元",
    title: str | None = None,
    ax: Any = None,
) -> Any:
    """What Changes.plot does."""
    in_unit = known_unit(unit)
    steps = steps_of(changes, level, most)
    title = changes[0].column if title is None else title
    if backend == "plotly":
        from budgetcore.plots.plotly_figures import changes_figure

        return changes_figure(steps, in_unit, title)
    refuse_other(backend)
    return _waterfall(steps, in_unit, title, ax)


def _origin(steps: list[Step]) -> Money:
    """Where the axis begins: at 0, unless all changes together are small beside the totals."""
    ends = [step.begin + step.amount for step in steps]
    least, greatest = min(ends), max(ends)
    spread = greatest - least
    if least <= Money() or spread * 4 > greatest:
        return min(least, Money())
    return least - spread


def _waterfall(steps: list[Step], unit: Unit, title: str, ax: Any) -> Any:
    origin = _origin(steps)
    whole = max(step.begin + step.amount for step in steps) - origin
    can_show = can_show_chinese()
    ax = axes_of(ax, (9, 0.45 * len(steps) + 1.2))
    names = [_wrapped(shown_name(step.name, step.code, can_show)) for step in steps]
    ax.set_yticks(range(len(steps)), names)
    ax.invert_yaxis()
    ax.set_xticks([])
    ax.spines[["top", "right", "bottom"]].set_visible(False)
    ax.set_title(shown_name(title, "", can_show))

    for row, step in enumerate(steps):
        end = length(step.begin + step.amount - origin, whole)
        begin = 0.0 if step.is_total else length(step.begin - origin, whole)
        face = TOTAL if step.is_total else INCREASE if step.amount > Money() else DECREASE
        ax.barh(row, end - begin, left=begin, color=face, height=0.7)
        at = {"xytext": (4, 0), "textcoords": "offset points", "va": "center"}
        ax.annotate(
            shown_amount(step.amount, unit, can_show, "" if step.is_total else "+"),
            (max(begin, end), row),
            **at,
        )
        if row + 1 < len(steps):
            ax.plot([end, end], [row - 0.35, row + 1.35], color=TOTAL, linewidth=0.7)
    if origin > Money():
        begin_text = shown_amount(origin, unit, can_show)
        begins = f"横轴自 {begin_text} 起" if can_show else f"axis from {begin_text}"
        ax.set_xlabel(begins, loc="left", fontsize=8)
    ax.set_xlim(0, 1.28)
    set_font(ax)
    return ax


def _wrapped(name: str, most: int = 16) -> str:
    return "\n".join(name[i : i + most] for i in range(0, len(name), most))
