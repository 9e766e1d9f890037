# SPDX-License-Identifier: Apache-2.0
"""The tools that judge the project must themselves be able to say no."""

import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


# ---- layers ----


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two headers, one a layer, with the real list of layers."""
    for name in ("tools/check_layers.py", "cmake/layers.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    write(tmp_path, "include/budget/base/error.hpp")
    write(tmp_path, "include/budget/audit/audit.hpp", "budget/base/error.hpp")
    write(tmp_path, "include/budget/budget.hpp", "budget/base/error.hpp")
    write(tmp_path, "include/budget/engine.hpp", "budget/budget.hpp", "budget/audit/audit.hpp")
    return tmp_path


def write(project: Path, name: str, *includes: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"#include <{include}>\n" for include in includes))


def check(project: Path) -> list[str]:
    return run(sys.executable, project / "tools/check_layers.py").stdout.splitlines()


def test_layers_in_order_pass(project: Path) -> None:
    write(project, "src/audit/audit.cpp", "budget/audit/audit.hpp", "vector")
    write(project, "include/budget/base/wide.hpp", "boost/multiprecision/cpp_int.hpp")
    assert check(project) == []


@pytest.mark.parametrize(
    ("file", "include", "complaint"),
    [
        ("include/budget/base/error.hpp", "budget/audit/audit.hpp", "later layer audit"),
        ("src/document/read.cpp", "budget/disclosure/table.hpp", "later layer disclosure"),
        ("src/document/read.cpp", "disclosure/rows.hpp", "later layer disclosure"),
        ("src/money/money.cpp", "vector", "money is not a layer"),
        ("src/audit/audit.cpp", "budget/engine.hpp", "umbrella"),
        ("src/audit/audit.cpp", "Eigen/Dense", "only integration may"),
        ("src/audit/audit.cpp", "nlohmann/json.hpp", "only src/render may"),
        ("include/budget/base/error.hpp", "pybind11/pybind11.h", "only python/bindings may"),
        ("include/budget/amount/money.hpp", "boost/multiprecision/cpp_int.hpp", "Boost"),
        ("include/budget/budget.hpp", "budget/audit/audit.hpp", "of engine"),
        ("include/budget/audit/cause.hpp", "vector", "does not lead to budget/audit/cause.hpp"),
    ],
)
def test_a_layer_out_of_order_is_named(
    project: Path, file: str, include: str, complaint: str
) -> None:
    write(project, file, include)
    assert any(complaint in line for line in check(project))


# ---- what must not compile ----


def compile_fail(tmp_path: Path, text: str) -> subprocess.CompletedProcess[str]:
    file = tmp_path / "case.cpp"
    file.write_text(text)
    return run(sys.executable, ROOT / "tools/compile_fail.py", "--compiler", "c++", file)


FORBIDDEN = "#ifndef BUDGET_CONTROL\nint x = nothing;\n#endif\n"


def test_a_case_that_fails_as_expected_passes(tmp_path: Path) -> None:
    result = compile_fail(tmp_path, f"// expect: nothing.* not declared\n{FORBIDDEN}")
    assert (result.returncode, result.stdout) == (0, "1 passed, 0 failed\n")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (FORBIDDEN, "first line"),
        ("// expect: nothing\nint x = 1;\n", "case.cpp: compiles"),
        (f"// expect: something else\n{FORBIDDEN}", "without matching"),
        ("// expect: nothing\nint x = nothing;\n", "does not compile with -DBUDGET_CONTROL"),
    ],
)
def test_a_case_that_does_not_hold_fails(tmp_path: Path, text: str, complaint: str) -> None:
    result = compile_fail(tmp_path, text)
    assert result.returncode == 1
    assert complaint in result.stdout
    assert result.stdout.endswith("0 passed, 1 failed\n")


# ---- the sum of the tests ----


@pytest.fixture(scope="module")
def counter() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools/test.py"))


DOCTEST = "[doctest] test cases:  7 |  {} passed | {} failed | 0 skipped\n"


@pytest.mark.parametrize(
    ("output", "succeeded", "expected"),
    [
        (DOCTEST.format(7, 0), True, "7 passed, 0 failed"),
        (DOCTEST.format(5, 2), False, "5 passed, 2 failed"),
        ("3 passed, 1 failed\n", False, "3 passed, 1 failed"),
        ("whatever\n", True, "1 passed, 0 failed"),
        ("Segmentation fault\n", False, "0 passed, 1 failed"),
        # All cases passed, and then it died.
        (DOCTEST.format(7, 0), False, "7 passed, 1 failed"),
    ],
)
def test_a_program_counts_its_cases(
    counter: dict[str, Any], output: str, succeeded: bool, expected: str
) -> None:
    assert str(counter["count_program"](output, succeeded)) == expected


def test_pytest_errors_are_failures(counter: dict[str, Any], tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="1" errors="2" skipped="3"/></testsuites>'
    )
    count = counter["count_pytest"](report)
    assert (count.passed, count.failed, count.skipped) == (3, 3, 3)


# ---- benchmarks ----


def test_ratios_and_limits_against_goals() -> None:
    bench = runpy.run_path(str(ROOT / "tools/bench.py"))
    measurement = bench["Measurement"]
    measured = [
        measurement("parse", "ours", 10.0, {}),
        measurement("parse", "peer", 25.0, {}),
        measurement("read", "ours", 30e6, {"megabytes": 50.0}),
    ]
    goals = {"parse/peer": 3, "read": {"milliseconds": 20, "megabytes": 64}, "lost/peer": 1}
    peers = bench["against_peers"](measured, goals)
    limits = bench["against_limits"](measured, goals)
    assert [(item.name, item.ratio, item.holds) for item in peers] == [("parse", 2.5, False)]
    assert [(item.name, item.ours, item.peer_name, item.holds) for item in limits] == [
        ("read/milliseconds", 30.0, "limit", False),
        ("read/megabytes", 50.0, "limit", True),
    ]
    assert bench["unmeasured"](peers + limits, goals) == ["lost/peer"]


def test_the_least_of_the_runs_counts_where_a_benchmark_asks_for_it() -> None:
    bench = runpy.run_path(str(ROOT / "tools/bench.py"))
    entries = [
        {"run_name": name, "aggregate_name": kind, "cpu_time": time, "time_unit": "us"}
        for name, kind, time in [
            ("sum/ours/repeats:20", "least", 2.0), ("sum/ours/repeats:20", "median", 3.0),
            ("parse/peer", "mean", 4.0), ("parse/peer", "median", 5.0),
        ]
    ]  # fmt: skip
    measured = bench["measurements_of"](json.dumps({"benchmarks": entries}))
    assert [(m.subject, m.variant, m.nanoseconds) for m in measured] == [
        ("sum", "ours", 2000.0),
        ("parse", "peer", 5000.0),
    ]
