# SPDX-License-Identifier: Apache-2.0
"""The same pictures for notebooks, drawn by Plotly: they zoom and name what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from budgetcore._core import Unit
from budgetcore.plots.parts import (
    DECREASE,
    INCREASE,
    TOTAL,
    colour,
    colour_in_tree,
    length,
    lighter,
    printed,
    share_of,
)

if TYPE_CHECKING:
    from budgetcore.plots.changes import Step
    from budgetcore.plots.flow import Flow
    from budgetcore.plots.shares import Year
    from budgetcore.plots.tree import Block

_LAYOUT = {"margin": {"t": 50, "l": 10, "r": 10, "b": 10}}


def tree_figure(blocks: list[Block], kind: str, unit: Unit, title: str) -> Any:
    """An icicle or a treemap; a click goes into a part."""
    import plotly.graph_objects as go

    classes = {"icicle": go.Icicle, "treemap": go.Treemap}
    if kind not in classes:
        raise ValueError(f'kind={kind!r}: "icicle" or "treemap"')
    keys = {_key(block): str(i) for i, block in enumerate(blocks)}
    total = blocks[0].amount
    parents = [keys.get(_parent_key(block), "") for block in blocks]
    figure = go.Figure(
        classes[kind](
            ids=list(keys.values()),
            labels=[block.node.name or block.node.code or "合计" for block in blocks],
            parents=parents,
            values=[length(block.amount, total) for block in blocks],
            branchvalues="total",
            text=[
                f"{printed(block.amount, unit)} {share_of(block.amount, total)}" for block in blocks
            ],
            textinfo="label+text",
            hovertemplate="%{label}<br>%{text}<extra></extra>",
            marker={"colors": [colour_in_tree(one.outermost, one.depth) for one in blocks]},
        )
    )
    return figure.update_layout(title=title, **_LAYOUT)


def _key(block: Block) -> tuple[str, ...]:
    return tuple(f"{node.code} {node.name}" for node in block.node.path) if block.depth else ()


def _parent_key(block: Block) -> Any:
    return _key(block)[:-1] if block.depth else None


def changes_figure(steps: list[Step], unit: Unit, title: str) -> Any:
    """A waterfall."""
    import plotly.graph_objects as go

    whole = max(max(abs(step.begin), abs(step.begin + step.amount)) for step in steps)
    figure = go.Figure(
        go.Waterfall(
            orientation="h",
            measure=["absolute" if step.is_total else "relative" for step in steps],
            y=[step.name for step in steps],
            x=[length(step.amount, whole) for step in steps],
            text=[printed(step.amount, unit, "" if step.is_total else "+") for step in steps],
            hovertemplate="%{y}<br>%{text}<extra></extra>",
            increasing={"marker": {"color": INCREASE}},
            decreasing={"marker": {"color": DECREASE}},
            totals={"marker": {"color": TOTAL}},
        )
    )
    figure.update_xaxes(visible=False)
    return figure.update_yaxes(autorange="reversed").update_layout(title=title, **_LAYOUT)


def shares_figure(years: list[Year], unit: Unit, title: str) -> Any:
    """Stacked bars."""
    import plotly.graph_objects as go

    figure = go.Figure()
    labels = [f"{year.label}<br>{printed(year.total, unit)}" for year in years]
    for index, part in enumerate(years[0].parts):
        amounts = [(year.parts[index].amount, year.total) for year in years]
        figure.add_bar(
            name=part.name,
            x=labels,
            y=[length(amount, total) for amount, total in amounts],
            text=[share_of(amount, total) for amount, total in amounts],
            customdata=[printed(amount, unit) for amount, _ in amounts],
            hovertemplate="%{fullData.name}<br>%{customdata} %{text}<extra></extra>",
            marker={"color": colour(index)},
        )
    figure.update_yaxes(visible=False)
    return figure.update_layout(barmode="stack", title=title, **_LAYOUT)


def flow_figure(flow: Flow, unit: Unit, title: str) -> Any:
    """A Sankey diagram."""
    import plotly.graph_objects as go

    whole = max(flow.income, flow.expenditure)
    bands = [*flow.sources, *flow.uses]
    centre = len(bands)
    totals = [flow.income] * len(flow.sources) + [flow.expenditure] * len(flow.uses)
    texts = [
        f"{printed(band.amount, unit)} {share_of(band.amount, total)}"
        for band, total in zip(bands, totals, strict=True)
    ]
    colours = [colour(i) for i in range(centre)]
    incoming = range(len(flow.sources))
    outgoing = range(len(flow.sources), centre)
    figure = go.Figure(
        go.Sankey(
            node={
                "label": [
                    *(f"{band.name} {text}" for band, text in zip(bands, texts, strict=True)),
                    f"收入 {printed(flow.income, unit)} / 支出 {printed(flow.expenditure, unit)}",
                ],
                "color": [*colours, TOTAL],
            },
            link={
                "source": [*incoming, *([centre] * len(flow.uses))],
                "target": [*([centre] * len(flow.sources)), *outgoing],
                "value": [length(band.amount, whole) for band in bands],
                "customdata": texts,
                "hovertemplate": "%{customdata}<extra></extra>",
                "color": [lighter(one, 0.5) for one in colours],
            },
        )
    )
    return figure.update_layout(title=title, **_LAYOUT)
