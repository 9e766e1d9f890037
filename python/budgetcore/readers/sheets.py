# SPDX-License-Identifier: Apache-2.0
"""What the readers of workbooks share: cells where they stand in a sheet → a grid."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from budgetcore._core import Grid, NumberFormat
from budgetcore.readers.faults import MOST_POSITIONS

__all__ = ["Sheet", "number_format", "shown_date"]


@dataclass
class Sheet:
    """A sheet as it is read: texts as shown by (row, column), both from 0."""

    title: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: Sequence[tuple[int, int, int, int]] = ()
    """First row, first column, last row, last column."""
    hidden_rows: Iterable[int] = ()
    hidden_columns: Iterable[int] = ()
    hidden: bool = False

    def grid(self) -> Grid | None:
        """The used part of the sheet; None where nothing is printed.

        Of merged cells the first one's text is shown; what the others hold nobody sees.
        """
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        covered: set[tuple[int, int]] = set()
        for top, left, bottom, right in self.merged:
            if not self.texts.get((top, left)):
                continue
            if (bottom - top + 1) * (right - left + 1) > MOST_POSITIONS:
                continue
            area = {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
            if covered.isdisjoint(area):
                covered |= area
                spans[top, left] = (bottom - top + 1, right - left + 1)
        printed = {
            at: text
            for at, text in self.texts.items()
            if text.strip() and (at in spans or at not in covered)
        }
        if not printed:
            return None
        ends = [(r + h, c + w) for r, c in printed for h, w in (spans.get((r, c), (1, 1)),)]
        first_row, first_column = min(r for r, _ in printed), min(c for _, c in printed)
        rows = max(r for r, _ in ends) - first_row
        columns = max(c for _, c in ends) - first_column
        return Grid(
            rows,
            columns,
            [
                (r - first_row, c - first_column, *spans.get((r, c), (1, 1)), text)
                for (r, c), text in printed.items()
            ],
            title=self.title,
            first_row=first_row + 1,
            first_column=first_column + 1,
            hidden_rows=list(range(rows))
            if self.hidden
            else [r - first_row for r in self.hidden_rows if 0 <= r - first_row < rows],
            hidden_columns=[
                c - first_column for c in self.hidden_columns if 0 <= c - first_column < columns
            ],
        )


@functools.lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """The format of a code, read once."""
    return NumberFormat(code)


def shown_date(value: datetime.datetime | datetime.date | datetime.time) -> str:
    """A date or time as text; midnight is the date alone.

    >>> shown_date(datetime.datetime(2024, 3, 1))
    '2024-03-01'
    """
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat()
