# SPDX-License-Identifier: Apache-2.0
"""A column of printed amounts into a MoneyArray, beside decimal.Decimal in a comprehension.

Prints what a benchmark of C++ writes: names and times, the least processor times of runs in turn.
"""

from __future__ import annotations

import random
import time
from decimal import Decimal

import pyarrow as pa
from timing import least, report

from budgetcore import MoneyArray, Unit

COUNT = 1_000_000


def figures() -> list[str]:
    """Amounts as tables in 万元 print them: two digits after the point, small ones more often."""
    source = random.Random(20240101)
    bounds = [10, 100, 100, 1000, 1000, 10_000, 100_000, 1_000_000]
    return [f"{source.randrange(source.choice(bounds) * 100) / 100:.2f}" for _ in range(COUNT)]


def main() -> None:
    plain = figures()
    separated = [f"{Decimal(text):,}" for text in plain]
    plain_column, separated_column = pa.array(plain), pa.array(separated)
    unit = Unit.wan_yuan

    def decimals() -> list[Decimal]:
        return [Decimal(text) for text in plain]

    def decimals_of_separated() -> list[Decimal]:
        return [Decimal(text.replace(",", "")) for text in separated]

    times = least(
        {
            "list_plain/ours": lambda: MoneyArray(plain, unit),
            "arrow_plain/ours": lambda: MoneyArray(plain_column, unit),
            "plain/decimal": decimals,
            "list_separators/ours": lambda: MoneyArray(separated, unit),
            "arrow_separators/ours": lambda: MoneyArray(separated_column, unit),
            "separators/decimal": decimals_of_separated,
        },
        runs=7,
        clock=time.process_time,
    )
    for form in ("plain", "separators"):
        peer = times.pop(f"{form}/decimal")
        times |= {f"{source}_{form}/python_decimal": peer for source in ("list", "arrow")}
    report(times)


if __name__ == "__main__":
    main()
