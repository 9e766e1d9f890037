# SPDX-License-Identifier: Apache-2.0
"""Units of money as arguments."""

from __future__ import annotations

from typing import Any

from budgetcore._core import Unit, parse_unit


def known_unit(unit: Any) -> Unit:
    """A unit of money by its member or text. Raises ValueError for another."""
    known = parse_unit(unit) if isinstance(unit, str) else unit
    if not isinstance(known, Unit) or known == Unit.unknown:
        raise ValueError(f"{unit!r} is no unit of money such as 元 or 万元")
    return known
