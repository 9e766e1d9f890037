# SPDX-License-Identifier: Apache-2.0
"""What the readers of workbooks share: numbers and dates as they are shown."""

from __future__ import annotations

import datetime
import functools

from budgetcore._core import NumberFormat

__all__ = ["number_format", "shown_date"]


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
