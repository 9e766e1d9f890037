# SPDX-License-Identifier: Apache-2.0
"""What all pictures share: amounts as printed, lengths for drawing, colours."""

from __future__ import annotations

from typing import Any

from budgetcore._core import Money, Rounding, SubjectTree, TreeNode, Unit, symbol
from budgetcore.errors import PlotError

# Tell apart with any colour vision, and on white and on black.
PALETTE = (
    *("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377"),
    *("#997700", "#44aa99", "#cc6677", "#8899aa"),
)
INCREASE, DECREASE, TOTAL = "#4477aa", "#ee7733", "#8899aa"


def printed(amount: Money, unit: Unit, sign: str = "") -> str:
    """An amount as a report prints it: 3,296.30万元, with every 分 of it."""
    return format(amount, f"{sign},{symbol(unit)}")


def shown_amount(amount: Money, unit: Unit, can_show: bool, sign: str = "") -> str:
    """The same; where Chinese cannot be shown the number in 元 alone."""
    return printed(amount, unit, sign) if can_show else format(amount, f"{sign},")


def share_of(part: Money, whole: Money) -> str:
    """A share as printed: 84.88%; "" of nothing."""
    return (part / whole).percent(2, Rounding.half_up) if whole else ""


def length(amount: Money, whole: Money) -> float:
    """How long an amount is drawn, of 1; computed with nowhere else."""
    return (amount / whole).approximate() if whole else 0.0


def colour(index: int) -> str:
    """The colour of the index-th of several things."""
    return PALETTE[index % len(PALETTE)]


def lighter(colour: str, by: float) -> str:
    """A colour nearer to white: by 0 itself, by 1 white."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(c + (255 - c) * by):02x}" for c in channels)


def colour_in_tree(outermost: int, depth: int) -> str:
    """The colour of a part of the outermost-th subject, lighter the deeper; −1 is the total."""
    if outermost < 0:
        return TOTAL
    return lighter(colour(outermost), min(0.25 * (depth - 1), 0.7))


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return "#000000" if 0.299 * red + 0.587 * green + 0.114 * blue > 0.55 else "#ffffff"


def column_of(tree: SubjectTree, column: str | None) -> str:
    """The column asked for, or the only one. Raises PlotError."""
    if column is not None or len(tree.columns) == 1:
        return column if column is not None else tree.columns[0]
    raise PlotError(
        "plot.column",
        zh=f"有多列金额（{'、'.join(tree.columns)}）；请用 column= 指明"
        if tree.columns
        else "没有金额列",
        en=f"several columns of amounts ({', '.join(tree.columns)}); name one with column="
        if tree.columns
        else "there is no column of amounts",
    )


def refuse_empty(whole: Money | None) -> None:
    """Raises PlotError where there is nothing to draw."""
    if not whole:
        raise PlotError(
            "plot.empty",
            zh="没有可画的金额：合计为空或为零",
            en="nothing to draw: the total is blank or 0",
        )


def refuse_negative(node: TreeNode, amount: Money) -> None:
    """Raises PlotError for an area below zero."""
    if amount < Money():
        raise PlotError(
            "plot.negative",
            zh=f"“{node}”为负数（{amount}），不能画成面积；可用 compare(...).plot() 画增减",
            en=f"{node} is negative ({amount}) and has no area; compare(...).plot() draws changes",
        )


def refuse_other(backend: str) -> None:
    """Raises ValueError for another backend than matplotlib, where plotly was asked before."""
    if backend != "matplotlib":
        raise ValueError(f'backend={backend!r}: "matplotlib" or "plotly"')


def axes_of(ax: Any, size: tuple[float, float]) -> Any:
    """The axes given, or those of a new figure."""
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    _, new = plt.subplots(figsize=size, layout="constrained")
    return new


def fitted(ax: Any, text: Any, width: float, choices: list[str]) -> bool:
    """Sets the first of several wordings that is no wider than `width`; else hides the text."""
    renderer = ax.figure.canvas.get_renderer()
    left, right = ax.transData.transform([(0, 0), (width, 0)])[:, 0]
    for choice in choices:
        text.set_text(choice)
        if text.get_window_extent(renderer).width <= right - left - 4:
            return True
    text.set_text("")
    return False


def clipped(name: str) -> list[str]:
    """A name and its beginnings, ever shorter, for a place that may be narrow."""
    shorter = [name[:count] + "…" for count in range(len(name) - 1, 1, -1)]
    return [name, *shorter]
