# SPDX-License-Identifier: Apache-2.0
"""A subject tree as an icicle or a treemap: areas are shares of the total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from budgetcore._core import Money, SubjectTree, TreeNode, Unit
from budgetcore.columnar.units import known_unit
from budgetcore.errors import PlotError
from budgetcore.plots.fonts import can_show_chinese, chinese_font, set_font, shown_name
from budgetcore.plots.parts import (
    axes_of,
    clipped,
    colour_in_tree,
    column_of,
    fitted,
    ink_on,
    length,
    refuse_empty,
    refuse_negative,
    refuse_other,
    share_of,
    shown_amount,
)

_SMALLEST = 1 / 2000  # of the total: what is narrower than a line is not drawn


@dataclass(frozen=True, slots=True)
class Block:
    """A node as a rectangle: where it begins, how much it is, which outermost one it is part of."""

    node: TreeNode
    amount: Money
    begin: Money
    outermost: int
    depth: int


def blocks_of(tree: SubjectTree, column: str, depth: int | None) -> Iterator[Block]:
    """The nodes that are wide enough to be seen, each before its parts. Raises PlotError."""
    total = tree.total.amount(column)
    refuse_empty(total)
    refuse_negative(tree.total, total)

    def below(node: TreeNode, begin: Money, outermost: int, level: int) -> Iterator[Block]:
        for index, part in enumerate(node.children):
            amount = part.amount(column)
            refuse_negative(part, amount)
            first = index if outermost < 0 else outermost
            if length(amount, total) >= _SMALLEST:
                yield Block(part, amount, begin, first, level)
                if depth is None or level < depth:
                    yield from below(part, begin, first, level + 1)
            begin = begin + amount

    yield Block(tree.total, total, Money(), -1, 0)
    yield from below(tree.total, Money(), -1, 1)


def plot_tree(
    tree: SubjectTree,
    *,
    column: str | None = None,
    kind: Literal["icicle", "treemap"] = "icicle",
    backend: Literal["matplotlib", "plotly"] = "matplotlib",
    unit: Unit | str = "万元",
    depth: int | None = 3,
    title: str | None = None,
    ax: Any = None,
) -> Any:
    """What SubjectTree.plot does."""
    chosen, in_unit = column_of(tree, column), known_unit(unit)
    blocks = list(blocks_of(tree, chosen, depth))
    title = chosen if title is None else title
    if backend == "plotly":
        from budgetcore.plots.plotly_figures import tree_figure

        return tree_figure(blocks, kind, in_unit, title)
    refuse_other(backend)
    if kind != "icicle":
        raise PlotError(
            "plot.kind",
            zh='树图（treemap）由 plotly 绘制：backend="plotly"',
            en='a treemap is drawn by plotly: backend="plotly"',
        )
    return _icicle(blocks, in_unit, title, ax)


def _icicle(blocks: list[Block], unit: Unit, title: str, ax: Any) -> Any:
    total = blocks[0].amount
    deepest = max(block.depth for block in blocks)
    can_show = can_show_chinese()
    ax = axes_of(ax, (3.2 * (deepest + 1), 7))
    ax.set_xlim(0, deepest + 1)
    ax.set_ylim(1, 0)
    ax.set_axis_off()
    ax.set_title(shown_name(title, "", can_show))
    set_font(ax)
    ax.figure.canvas.draw()  # the layout decides how wide a text is
    for block in blocks:
        _draw_block(ax, block, total, unit, can_show)
    return ax


def _draw_block(ax: Any, block: Block, total: Money, unit: Unit, can_show: bool) -> None:
    from matplotlib.patches import Rectangle

    top, height = length(block.begin, total), length(block.amount, total)
    face = colour_in_tree(block.outermost, block.depth)
    ax.add_patch(
        Rectangle(
            (block.depth, top), 1, height, facecolor=face, linewidth=0.8,
            edgecolor=ax.figure.get_facecolor(),
        )
    )  # fmt: skip
    pixels = abs(ax.transData.transform((0, height))[1] - ax.transData.transform((0, 0))[1])
    line = 1.35 * 9 * ax.figure.dpi / 72
    if pixels < line:
        return
    name = shown_name(block.node.name or "合计", block.node.code or "total", can_show)
    figures = shown_amount(block.amount, unit, can_show)
    share = share_of(block.amount, total)
    at = {"color": ink_on(face), "fontsize": 9, "va": "center", "ha": "left", "clip_on": True}
    if family := chinese_font():
        at["fontfamily"] = [family]
    middle, step = top + height / 2, line / pixels * height / 2
    two_lines = pixels >= 2.2 * line
    text = ax.text(block.depth + 0.03, middle - step if two_lines else middle, "", **at)
    if two_lines:
        fitted(ax, text, 0.95, clipped(name))
        below = ax.text(block.depth + 0.03, middle + step, "", **at)
        fitted(ax, below, 0.95, [f"{figures}  {share}", figures, share])
    else:
        fitted(ax, text, 0.95, [f"{shorter} {share}" for shorter in clipped(name)])
