# SPDX-License-Identifier: Apache-2.0
"""Runs the benchmarks and sets every subject beside its peers, all from the same run.

A benchmark is named SUBJECT/ours or SUBJECT/PEER. The ratio is the peer's time by ours:
2 means twice as fast as the peer. bench/goals.json holds the least ratio of SUBJECT/PEER,
or the most milliseconds and megabytes of SUBJECT, the latter read from a counter of
that name; the limit then stands in the place of the peer. Nothing fails for being slow.
Programs of C++ are those of the build tree; scripts of Python print what a program writes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOALS = ROOT / "bench/goals.json"
NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}
OURS = "ours"
LIMIT = "limit"


@dataclass(frozen=True)
class Measurement:
    """The median of one benchmark, or the least of its runs where it asks for that."""

    subject: str
    variant: str
    nanoseconds: float
    counters: dict[str, float]


@dataclass(frozen=True)
class Comparison:
    """One line of the result: times in nanoseconds, or the unit that the name ends in."""

    name: str
    ours: float
    peer: float
    peer_name: str
    ratio: float
    goal: float | None
    holds: bool | None


def run(program: Path, work: Path) -> list[Measurement]:
    """Everything that one benchmark program measures."""
    output = work / f"{program.name}.json"
    subprocess.run(
        [
            str(program),
            f"--benchmark_out={output}",
            "--benchmark_out_format=json",
            "--benchmark_repetitions=5",
            "--benchmark_enable_random_interleaving=true",
            "--benchmark_report_aggregates_only=true",
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
    )
    return measurements_of(output.read_text(encoding="utf-8"))


def run_script(script: Path) -> list[Measurement]:
    """Everything that one benchmark in Python measures: its last line, for a peer may print too."""
    done = subprocess.run(
        [sys.executable, str(script)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "bench/python")},
    )
    return measurements_of(done.stdout.splitlines()[-1])


def measurements_of(output: str) -> list[Measurement]:
    chosen: dict[str, dict[str, Any]] = {}
    for entry in json.loads(output)["benchmarks"]:
        name = entry["run_name"]
        if entry.get("error_occurred"):
            print(f"{name}: {entry.get('error_message')}", file=sys.stderr)
        elif entry.get("aggregate_name") == "least":
            chosen[name] = entry
        elif entry.get("aggregate_name") == "median":
            chosen.setdefault(name, entry)
    return [measurement(name, entry) for name, entry in chosen.items()]


def measurement(name: str, entry: dict[str, Any]) -> Measurement:
    subject, _, variant = name.partition("/")
    return Measurement(
        subject,
        variant.split("/")[0] or OURS,
        entry["cpu_time"] * NANOSECONDS[entry["time_unit"]],
        {key: value for key, value in entry.items() if isinstance(value, float)},
    )


def against_peers(measurements: list[Measurement], goals: dict[str, Any]) -> list[Comparison]:
    """Every subject beside each of its peers."""
    ours = {item.subject: item.nanoseconds for item in measurements if item.variant == OURS}
    comparisons = []
    for item in measurements:
        if item.variant == OURS or item.subject not in ours:
            continue
        ratio = item.nanoseconds / ours[item.subject]
        goal = goals.get(f"{item.subject}/{item.variant}")
        holds = None if goal is None else ratio >= goal
        comparisons.append(
            Comparison(
                item.subject,
                ours[item.subject],
                item.nanoseconds,
                item.variant,
                ratio,
                goal,
                holds,
            )
        )
    return comparisons


def against_limits(measurements: list[Measurement], goals: dict[str, Any]) -> list[Comparison]:
    """Every subject that has an absolute goal beside that limit."""
    comparisons = []
    for item in measurements:
        limits = goals.get(item.subject)
        if item.variant != OURS or not isinstance(limits, dict):
            continue
        values = {**item.counters, "milliseconds": item.nanoseconds / 1e6}
        for unit, limit in limits.items():
            if unit in values:
                value = values[unit]
                ratio = limit / value if value else float("inf")
                name = f"{item.subject}/{unit}"
                comparisons.append(
                    Comparison(name, value, float(limit), LIMIT, ratio, 1.0, value <= limit)
                )
    return comparisons


def unmeasured(comparisons: list[Comparison], goals: dict[str, Any]) -> list[str]:
    """The goals that nothing was measured for."""
    seen = {f"{item.name}/{item.peer_name}" for item in comparisons}
    wanted = {
        name
        for subject, goal in goals.items()
        for name in (
            [f"{subject}/{unit}/{LIMIT}" for unit in goal] if isinstance(goal, dict) else [subject]
        )
    }
    return sorted(wanted - seen)


def table(comparisons: list[Comparison]) -> str:
    width = max([len(item.name) for item in comparisons], default=4)
    peers = max([len(item.peer_name) for item in comparisons], default=4)
    lines = [f"{'name':{width}}  {'peer':{peers}}  {'ours':>12}  {'peer':>12}  ratio   goal"]
    for item in comparisons:
        goal = (
            "" if item.goal is None else f"{item.goal:5.2f}  {'holds' if item.holds else 'MISSED'}"
        )
        lines.append(
            f"{item.name:{width}}  {item.peer_name:{peers}}  "
            f"{item.ours:12.1f}  {item.peer:12.1f}  {item.ratio:5.2f}  {goal}"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True, help="a build tree with benchmarks")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()

    goals = json.loads(GOALS.read_text(encoding="utf-8"))
    folder = arguments.build.resolve() / "bench"
    programs = sorted(
        path
        for path in folder.glob("bench_*")
        if path.is_file() and path.stat().st_mode & 0o100 and path.suffix == ""
    )
    measurements = [item for program in programs for item in run(program, folder)]
    scripts = sorted((ROOT / "bench/python").glob("*/*_bench.py"))
    measurements += [item for script in scripts for item in run_script(script)]
    comparisons = against_peers(measurements, goals) + against_limits(measurements, goals)
    print(table(comparisons))
    for name in unmeasured(comparisons, goals):
        print(f"not measured: {name}")
    arguments.output.write_text(
        json.dumps([asdict(item) for item in comparisons], indent=2) + "\n", encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
