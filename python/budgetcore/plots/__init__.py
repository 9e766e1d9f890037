# SPDX-License-Identifier: Apache-2.0
"""Pictures of budgets: matplotlib for papers, Plotly for notebooks; labels carry printed figures.

A picture is the one place where an amount becomes a float, to be a length.
"""

from budgetcore.plots.changes import plot_changes
from budgetcore.plots.flow import plot_flow
from budgetcore.plots.fonts import FontWarning, chinese_font
from budgetcore.plots.shares import plot_shares
from budgetcore.plots.tree import plot_tree

__all__ = [
    "FontWarning",
    "chinese_font",
    "plot_changes",
    "plot_flow",
    "plot_shares",
    "plot_tree",
]
