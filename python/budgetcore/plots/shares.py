# SPDX-License-Identifier: Apache-2.0
"""Structure ratios of several years side by side, a stacked bar each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from budgetcore._core import Money, SubjectTree, Unit
from budgetcore.columnar.units import known_unit
from budgetcore.errors import PlotError
from budgetcore.plots.fonts import can_show_chinese, set_font, shown_name
from budgetcore.plots.parts import (
    axes_of,
    colour,
    column_of,
    ink_on,
    length,
    refuse_empty,
    refuse_negative,
    refuse_other,
    share_of,
    shown_amount,
)

_SMALLEST_LABEL = 0.035  # of a bar


@dataclass(frozen=True, slots=True)
class Part:
    """A subject's amount in one year."""

    name: str
    code: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Year:
    """A bar: its total and its parts, each subject in the place that it has in every bar."""

    label: str
    total: Money
    parts: list[Part]


def years_of(
    trees: Mapping[Any, SubjectTree], column: str | None, level: int, most: int
) -> list[Year]:
    """The bars; subjects by their greatest share, the smallest together. Raises PlotError."""
    if not trees:
        raise PlotError("plot.empty", zh="没有可画的树", en="there is no tree to draw")
    amounts: dict[tuple[str, str], dict[Any, Money]] = {}
    totals: dict[Any, Money] = {}
    for label, tree in trees.items():
        chosen = column_of(tree, column)
        totals[label] = tree.total.amount(chosen)
        refuse_empty(totals[label])
        for node in tree.select(level=level):
            amount = node.amount(chosen)
            refuse_negative(node, amount)
            key = (node.code, "" if node.code else node.name)
            amounts.setdefault(key, {})[label] = amount
    names = {
        (node.code, "" if node.code else node.name): node.name or node.code
        for tree in trees.values()
        for node in tree.select(level=level)
    }

    def greatest(key: tuple[str, str]) -> float:
        return max(length(amount, totals[label]) for label, amount in amounts[key].items())

    kept = sorted(amounts, key=greatest, reverse=True)[:most]
    years = []
    for label in trees:
        parts = [Part(names[k], k[0], amounts[k].get(label, Money())) for k in kept]
        rest = totals[label] - sum((part.amount for part in parts), Money())
        parts.append(Part("其他", "others", rest))
        years.append(Year(str(label), totals[label], parts))
    if all(not year.parts[-1].amount for year in years):
        years = [Year(year.label, year.total, year.parts[:-1]) for year in years]
    return years


def plot_shares(
    trees: Mapping[Any, SubjectTree],
    *,
    column: str | None = None,
    level: int = 1,
    most: int = 9,
    backend: Literal["matplotlib", "plotly"] = "matplotlib",
    unit: Unit | str = "万元",
    title: str = "",
    ax: Any = None,
) -> Any:
    """Shares of the total over years, as stacked bars that carry printed percentages.

    `trees`: a tree by the label of its bar, such as {2023: …, 2024: …}. Subjects of one code
    (without codes: of one name) have one colour; beyond `most` the smallest are one part, 其他.
    Gives matplotlib axes or a Plotly figure. Raises PlotError where there is nothing to draw or an
    amount is negative.
    """
    in_unit = known_unit(unit)
    years = years_of(trees, column, level, most)
    if backend == "plotly":
        from budgetcore.plots.plotly_figures import shares_figure

        return shares_figure(years, in_unit, title)
    refuse_other(backend)
    can_show = can_show_chinese()
    ax = axes_of(ax, (1.6 * len(years) + 5, 6))
    _draw_bars(ax, years, in_unit, can_show)
    ax.set_title(shown_name(title, "", can_show))
    set_font(ax)
    return ax


def _draw_bars(ax: Any, years: list[Year], unit: Unit, can_show: bool) -> None:
    below = [0.0] * len(years)
    for index in range(len(years[0].parts)):
        part = years[0].parts[index]
        heights = [length(year.parts[index].amount, year.total) for year in years]
        face = colour(index)
        ax.bar(
            range(len(years)), heights, bottom=below, color=face, width=0.62,
            edgecolor=ax.figure.get_facecolor(), label=shown_name(part.name, part.code, can_show),
        )  # fmt: skip
        for at, (year, height) in enumerate(zip(years, heights, strict=True)):
            if height >= _SMALLEST_LABEL:
                share = share_of(year.parts[index].amount, year.total)
                ax.text(
                    at, below[at] + height / 2, share, color=ink_on(face), ha="center",
                    va="center", fontsize=9,
                )  # fmt: skip
            below[at] += height
    for at, year in enumerate(years):
        text = shown_amount(year.total, unit, can_show)
        ax.annotate(text, (at, 1), xytext=(0, 4), textcoords="offset points", ha="center")
    labels = [shown_name(year.label, "", can_show) for year in years]
    ax.set_xticks(range(len(years)), labels)
    ax.set_yticks([])
    ax.set_ylim(0, 1.06)
    ax.spines[["top", "right", "left"]].set_visible(False)
    handles, names = ax.get_legend_handles_labels()
    ax.legend(handles[::-1], names[::-1], loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
