# SPDX-License-Identifier: Apache-2.0
"""Sums of 分 by group and running sums, exact also where they could leave 64 bits."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

_MOST = np.iinfo("int64").max
_KEPT = (
    "sum",
    "min",
    "max",
    "first",
    "last",
    "nth",
    "cumsum",
    "cummin",
    "cummax",
    "ffill",
    "bfill",
)


def _may_overflow(fen: Any, mask: Any) -> bool:
    """Whether some sum of the amounts could leave 64 bits; −2⁶³ has no positive twin."""
    if not len(fen):
        return False
    present = np.where(mask, 0, fen)
    largest = max(abs(int(present.min())), abs(int(present.max())))
    return largest * len(fen) > _MOST


def grouped(fen: Any, mask: Any, how: str, **options: Any) -> tuple[Any, Any]:
    """分 and mask of each group, or of each row for running sums.

    Raises TypeError for what gives no exact amount (mean, std), OverflowError for a sum that leaves
    64 bits.
    """
    if how not in _KEPT:
        raise TypeError(
            f"'{how}' of amounts by group is no exact amount; divide sum() by count() exactly"
        )
    if how == "sum" and _may_overflow(fen, mask):
        return _sums_in_halves(fen, mask, **options)
    if how == "cumsum" and _may_overflow(fen, mask):
        raise OverflowError("running sums of these amounts by group could leave 64 bits")
    result = pd.arrays.IntegerArray(fen, mask)._groupby_op(how=how, **options)
    return result._data, result._mask


def _sums_in_halves(
    fen: Any, mask: Any, *, ids: Any, ngroups: int, min_count: int = 0, **_: Any
) -> tuple[Any, Any]:
    used = ~mask & (ids >= 0)
    groups, amounts = ids[used], fen[used]
    high, low = np.zeros(ngroups, "int64"), np.zeros(ngroups, "int64")
    np.add.at(high, groups, amounts >> 32)
    np.add.at(low, groups, amounts & 0xFFFFFFFF)
    counts = np.bincount(groups, minlength=ngroups)
    sums = np.zeros(ngroups, "int64")
    for group in range(ngroups):
        total = (int(high[group]) << 32) + int(low[group])
        if not -_MOST - 1 <= total <= _MOST:
            raise OverflowError(f"the sum of group {group} leaves 64 bits: {total} 分")
        sums[group] = total
    return sums, counts < min_count


def cumulated(fen: Any, mask: Any, name: str, skipna: bool) -> tuple[Any, Any]:
    """Running sums, least or greatest amounts; without `skipna` all after a missing one is too."""
    if name not in ("cumsum", "cummin", "cummax"):
        raise TypeError(f"'{name}' of amounts is no exact amount")
    missing = mask.copy() if skipna else np.maximum.accumulate(mask) if len(mask) else mask.copy()
    if name == "cumsum":
        present = np.where(mask, 0, fen)
        if _may_overflow(fen, mask):
            total, sums = 0, []
            for one in present.tolist():
                total += one
                if not -_MOST - 1 <= total <= _MOST:
                    raise OverflowError(f"a running sum leaves 64 bits: {total} 分")
                sums.append(total)
            return np.array(sums, "int64"), missing
        return np.cumsum(present), missing
    neutral = _MOST if name == "cummin" else -_MOST - 1
    present = np.where(mask, neutral, fen)
    run = np.minimum if name == "cummin" else np.maximum
    return run.accumulate(present), missing
