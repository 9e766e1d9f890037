# SPDX-License-Identifier: Apache-2.0
"""From income to expenditure: the table of both as a Sankey diagram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from budgetcore._core import ColumnRole, Disclosure, FigureState, Money, Table, TableKind, Unit
from budgetcore.columnar.units import known_unit
from budgetcore.errors import CellNotRead, PlotError
from budgetcore.plots.fonts import can_show_chinese, set_font, shown_name
from budgetcore.plots.parts import (
    TOTAL,
    axes_of,
    colour,
    length,
    refuse_empty,
    refuse_other,
    share_of,
    shown_amount,
)

_GAP = 0.02  # between bands, of the total
_LABEL = 0.4  # inches that a label of two lines takes


@dataclass(frozen=True, slots=True)
class Band:
    """A source or a use of money."""

    name: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Flow:
    """What comes in, what goes out, and the printed total of each side."""

    sources: list[Band]
    uses: list[Band]
    income: Money
    expenditure: Money


def flow_of(disclosure: Disclosure) -> Flow:
    """The rows of the table of income and expenditure that no other row is a part of.

    Raises PlotError without such a table, CellNotRead for a figure of it that was not read.
    """
    table = disclosure.find(TableKind.revenue_expenditure_summary)
    if table is None or len(table.sides) < 2:
        raise PlotError(
            "plot.no_table",
            zh="没有收支总表，无法画收支流向",
            en="there is no table of income and expenditure",
        )
    (sources, income), (uses, expenditure) = (_side(table, side) for side in (0, 1))
    refuse_empty(income or expenditure)
    return Flow(sources, uses, income, expenditure)


def _side(table: Table, side: int) -> tuple[list[Band], Money]:
    columns = [c for c in table.sides[side].columns if table.columns[c].role == ColumnRole.amount]
    if not columns:
        return [], Money()
    column = columns[0]
    bands = []
    for index, row in enumerate(table.rows):
        label = row.labels[side]
        amount = _amount(table, index, column)
        if not label.name or not amount or label.of_which:
            continue
        if index != table.total_row(side) and not _is_total_of_shown(table, index, side, column):
            if amount < Money():
                raise PlotError(
                    "plot.negative",
                    zh=f"“{label.name}”为负数（{amount}），不能画成流向",
                    en=f"{label.name} is negative ({amount}) and cannot be drawn as a band",
                )
            bands.append(Band(label.key or label.name, amount))
    total = table.total_row(side)
    printed_total = None if total is None else _amount(table, total, column)
    return bands, printed_total or sum((band.amount for band in bands), Money())


def _is_total_of_shown(table: Table, row: int, side: int, column: int) -> bool:
    parts = table.children(row, side)
    return any(
        _amount(table, part, column) and not table.rows[part].labels[side].of_which
        for part in parts
    )


def _amount(table: Table, row: int, column: int) -> Money | None:
    cell = table.cell(row, column)
    figure = cell.figure
    if figure.state in (FigureState.blank, FigureState.dash, FigureState.label):
        return None
    if figure.state is FigureState.unreadable:
        raise CellNotRead(
            "disclosure.cell_not_read",
            zh=f"“{figure}”不是可读的金额",
            en=f"{str(figure)!r} is no amount that can be read",
            place=cell.place,
            text=str(figure),
        )
    return Money.parse(str(figure), figure.unit)


def plot_flow(
    disclosure: Disclosure,
    *,
    backend: Literal["matplotlib", "plotly"] = "matplotlib",
    unit: Unit | str = "万元",
    title: str | None = None,
    ax: Any = None,
) -> Any:
    """What Disclosure.plot does."""
    in_unit = known_unit(unit)
    flow = flow_of(disclosure)
    if title is None:
        title = (
            f"{disclosure.organisation}{disclosure.year or ''}{'年' if disclosure.year else ''}收支"
        )
    if backend == "plotly":
        from budgetcore.plots.plotly_figures import flow_figure

        return flow_figure(flow, in_unit, title)
    refuse_other(backend)
    can_show = can_show_chinese()
    rows = max(len(flow.sources), len(flow.uses))
    ax = axes_of(ax, (11, max(4.5, 0.55 * rows + 1.2)))
    ax.set_axis_off()
    ax.set_title(shown_name(title, "", can_show))
    _draw_flow(ax, flow, in_unit, can_show)
    set_font(ax)
    return ax


def _slots(bands: list[Band], whole: Money, least: float) -> list[float]:
    """Room for each band: as high as it is, or as its label."""
    return [max(length(band.amount, whole), least) + _GAP for band in bands]


def _draw_flow(ax: Any, flow: Flow, unit: Unit, can_show: bool) -> None:
    from matplotlib.patches import Rectangle

    whole = max(flow.income, flow.expenditure)
    inches = ax.figure.get_figheight() - 0.6
    tall = 1.0
    for _ in range(20):  # a higher picture leaves less room for a label, and so on
        least = _LABEL / inches * tall
        sides = [_slots(bands, whole, least) for bands in (flow.sources, flow.uses)]
        tall = max(1.0, *(sum(slots) for slots in sides))
    ax.set_xlim(0, 1)
    ax.set_ylim(tall, 0)
    middle = (tall - 1) / 2
    ax.add_patch(Rectangle((0.49, middle), 0.02, 1, color=TOTAL))
    for bands, slots, total, (outer, inner), side in (
        (flow.sources, sides[0], flow.income, (0.3, 0.49), "right"),
        (flow.uses, sides[1], flow.expenditure, (0.7, 0.51), "left"),
    ):
        top, inside = (tall - sum(slots)) / 2, middle
        for index, (band, slot) in enumerate(zip(bands, slots, strict=True)):
            height = length(band.amount, whole)
            at = top + (slot - height) / 2
            face = colour(index if side == "left" else index + 4)
            _draw_ribbon(ax, (outer, at), (inner, inside), height, face)
            ax.add_patch(Rectangle((outer - 0.006, at), 0.012, height, color=face))
            name = shown_name(band.name, f"#{index + 1}", can_show)
            figures = shown_amount(band.amount, unit, can_show)
            ax.text(
                outer - 0.012 if side == "right" else outer + 0.012, top + slot / 2,
                f"{name}\n{figures}  {share_of(band.amount, total)}",
                ha=side, va="center", fontsize=9,
            )  # fmt: skip
            top += slot
            inside += height


def _draw_ribbon(
    ax: Any, outer: tuple[float, float], inner: tuple[float, float], height: float, face: str
) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    (x0, y0), (x1, y1) = outer, inner
    half = (x0 + x1) / 2
    points = [
        (x0, y0), (half, y0), (half, y1), (x1, y1),
        (x1, y1 + height), (half, y1 + height), (half, y0 + height), (x0, y0 + height), (x0, y0),
    ]  # fmt: skip
    curve, line = [Path.CURVE4] * 3, Path.LINETO
    codes = [Path.MOVETO, *curve, line, *curve, Path.CLOSEPOLY]
    ax.add_patch(PathPatch(Path(points, codes), facecolor=face, alpha=0.45, linewidth=0))
