# SPDX-License-Identifier: Apache-2.0
"""Exact reading and auditing of published government budgets."""

import numbers

from budgetcore._core import (
    DecimalInterval,
    Figure,
    FigureState,
    Money,
    Place,
    Ratio,
    RatioInterval,
    Restatement,
    Rounding,
    Suffix,
    Unit,
    Unreadable,
    __version__,
    explain,
    hull,
    intersect,
    parse_unit,
    restatement,
    scale_exponent,
    symbol,
)
from budgetcore.errors import Error

__all__ = [
    "DecimalInterval",
    "Error",
    "Figure",
    "FigureState",
    "Money",
    "Place",
    "Ratio",
    "RatioInterval",
    "Restatement",
    "Rounding",
    "Suffix",
    "Unit",
    "Unreadable",
    "__version__",
    "explain",
    "hull",
    "intersect",
    "parse_unit",
    "restatement",
    "scale_exponent",
    "symbol",
]

numbers.Rational.register(Ratio)
