# SPDX-License-Identifier: Apache-2.0
"""How benchmarks of Python are timed: several calls that take turns, the least time of each."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any


def least(
    calls: dict[str, Callable[[], Any]],
    *,
    runs: int = 7,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """The least time of each call in seconds, by a clock of the wall or of the process."""
    times = dict.fromkeys(calls, float("inf"))
    for _ in range(runs):
        for name, call in calls.items():
            start = clock()
            call()
            times[name] = min(times[name], clock() - start)
    return times


def report(times: dict[str, float]) -> None:
    """Prints times in seconds as a benchmark of C++ writes its own."""
    entries = [
        {"run_name": name, "aggregate_name": "least", "cpu_time": value * 1e9, "time_unit": "ns"}
        for name, value in times.items()
    ]
    print(json.dumps({"benchmarks": entries}))
