# SPDX-License-Identifier: Apache-2.0
"""Runs every test, C++ and Python, and prints their sum as the last line.

A C++ test program counts its doctest cases, a script that ends with such a sum counts
what it says, any other test of ctest counts as one.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

DOCTEST_SUM = re.compile(
    r"^\[doctest\] test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed \|\s*(\d+) skipped",
    re.MULTILINE,
)
PLAIN_SUM = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.MULTILINE)


@dataclass(frozen=True)
class Count:
    """How many tests ended in which way."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"


def count_program(output: str, succeeded: bool) -> Count:
    """The cases of one program of ctest, from what it printed and how it ended."""
    found = DOCTEST_SUM.search(output)
    if not found:
        sums = list(PLAIN_SUM.finditer(output))
        found = sums[-1] if sums else None
    if not found:
        return Count(passed=1) if succeeded else Count(failed=1)
    count = Count(*(int(number or 0) for number in found.groups()))
    # A program that died after its last case, or in a case that it could not count.
    return count if succeeded or count.failed else count + Count(failed=1)


def count_ctest(report: Path) -> Count:
    """The sum of a report that ctest wrote."""
    total = Count()
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        status = case.get("status")
        if status in ("disabled", "notrun"):
            missing = status == "notrun"
            total += Count(failed=1) if missing else Count(skipped=1)
        else:
            total += count_program(case.findtext("system-out") or "", status == "run")
    return total


def count_pytest(report: Path) -> Count:
    """The sum of a report that pytest wrote."""
    total = Count()
    for suite in ElementTree.parse(report).getroot().iter("testsuite"):
        tests, failures, errors, skipped = (
            int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")
        )
        failed = failures + errors
        total += Count(max(tests - failed - skipped, 0), failed, skipped)
    return total


def run_ctest(build: Path, jobs: int, *arguments: str) -> Count:
    report = build / "ctest.xml"
    report.unlink(missing_ok=True)
    subprocess.run(
        [
            *("ctest", "--test-dir", str(build), "--parallel", str(jobs)),
            *("--output-on-failure", "--output-junit", str(report.resolve())),
            *("--test-output-size-passed", "10000000", "--test-output-size-failed", "10000000"),
            *arguments,
        ],
        check=False,
    )
    return count_ctest(report) if report.exists() else Count(failed=1)


def run_pytest(build: Path, *, slow: bool) -> Count:
    report = build / "pytest.xml"
    report.unlink(missing_ok=True)
    markers = [] if slow else ["-m", "not slow"]
    status = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--junitxml={report.resolve()}", *markers],
        cwd=ROOT,
        check=False,
    ).returncode
    count = count_pytest(report) if report.exists() else Count()
    ended_well = status in (0, 5)  # 5: nothing was collected
    return count if ended_well or count.failed else count + Count(failed=1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True, help="a build tree with tests")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--slow", action="store_true", help="also the tests marked slow")
    parser.add_argument("--cpp-only", action="store_true", help="neither packages nor Python")
    arguments = parser.parse_args()

    if arguments.slow:
        os.environ["BUDGET_SLOW"] = "1"
    if arguments.cpp_only:
        total = run_ctest(arguments.build, arguments.jobs, "-LE", "package")
    else:
        total = run_ctest(arguments.build, arguments.jobs)
        total += run_pytest(arguments.build, slow=arguments.slow)
    if total.skipped:
        print(f"{total.skipped} skipped, for the reasons given above")
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
