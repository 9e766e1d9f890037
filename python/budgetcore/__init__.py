# SPDX-License-Identifier: Apache-2.0
"""Exact reading and auditing of published government budgets."""

from budgetcore._core import __version__

__all__ = ["__version__"]
