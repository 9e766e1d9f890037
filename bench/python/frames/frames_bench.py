# SPDX-License-Identifier: Apache-2.0
"""Sums and groups of a pandas column of money beside int64, and the figures of a document.

Prints what a benchmark of C++ writes: names and times, the least of runs in turn.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from timing import least, report

import budgetcore as bc
from budgetcore.frames import MoneyColumn, MoneyDtype

COUNT, GROUPS = 1_000_000, 1000
EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"


def main() -> None:
    source = np.random.default_rng(20240101)
    fen = source.integers(0, 10**10, COUNT)
    frame = pd.DataFrame(
        {
            "group": source.integers(0, GROUPS, COUNT),
            "money": MoneyColumn(fen, np.zeros(COUNT, dtype=bool), MoneyDtype("元")),
            "whole": fen,
        }
    )
    doc = bc.read(EXAMPLE)
    made = doc.audit()
    # Each subject by itself: what it reads stays in the caches of the processor for both.
    times = least(
        {
            "frame_sum_1m/ours": lambda: frame["money"].sum(),
            "frame_sum_1m/int64": lambda: frame["whole"].sum(),
        },
        runs=50,
    )
    times |= least(
        {
            "frame_groupby_1m/ours": lambda: frame.groupby("group")["money"].sum(),
            "frame_groupby_1m/int64": lambda: frame.groupby("group")["whole"].sum(),
        },
        runs=9,
    )
    times |= least({"document_cells": lambda: doc.cells.to_dict()}, runs=50)
    times |= least({"report_cells": lambda: made.cells.to_dict()}, runs=50)
    report(times)


if __name__ == "__main__":
    main()
