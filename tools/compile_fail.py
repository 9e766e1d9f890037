# SPDX-License-Identifier: Apache-2.0
"""Checks that forbidden programs do not compile, and for the stated reason.

The first line of a case is `// expect: REGEXP`; the compiler must fail and its output
match. With -DBUDGET_CONTROL the same file must compile, which shows that nothing but
the forbidden line stops it.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

EXPECT = re.compile(r"^// expect: (.+)$")


def compiles(compiler: list[str], file: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*compiler, "-fsyntax-only", *flags, str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )


def problem_of(compiler: list[str], file: Path) -> str | None:
    """Why the case does not hold, or nothing."""
    lines = file.read_text(encoding="utf-8").splitlines()
    expect = EXPECT.match(lines[0]) if lines else None
    if expect is None:
        return "its first line is not '// expect: REGEXP'"
    control = compiles(compiler, file, "-DBUDGET_CONTROL")
    if control.returncode != 0:
        return f"does not compile with -DBUDGET_CONTROL:\n{control.stderr}"
    forbidden = compiles(compiler, file)
    if forbidden.returncode == 0:
        return "compiles"
    if not re.search(expect.group(1), forbidden.stderr):
        return f"fails without matching /{expect.group(1)}/:\n{forbidden.stderr}"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()

    compiler = [arguments.compiler, "-std=c++20", *(f"-I{path}" for path in arguments.include)]
    failed = 0
    for file in arguments.files:
        if problem := problem_of(compiler, file):
            print(f"{file}: {problem}")
            failed += 1
    print(f"{len(arguments.files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
