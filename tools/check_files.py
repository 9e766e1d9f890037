# SPDX-License-Identifier: Apache-2.0
"""Checks what holds for every written file of the project.

A licence line at the top, at most 600 lines, UTF-8 without carriage returns or spaces
at the end of lines, and nothing left to be done.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (
    *(".ci", "bench", "cmake", "docs", "examples", "include", "python"),
    *("rules", "src", "tests", "tools"),
)
SOURCES = {".cpp", ".hpp", ".py", ".cmake"}
TEXTS = SOURCES | {".md", ".rules", ".txt", ".toml", ".json", ".pyi", ""}
LONGEST = 600
LICENCE = "SPDX-License-Identifier: Apache-2.0"
# Spelled apart so that this file passes its own check.
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
GENERATED = {"python/budgetcore/_core.pyi"}


def files() -> Iterator[Path]:
    yield from sorted(path for path in ROOT.glob("*") if path.is_file() and path.name != "LICENSE")
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix in TEXTS:
                yield path


def check(path: Path) -> Iterator[str]:
    name = str(path.relative_to(ROOT))
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        # Documents in another encoding are test input.
        if path.suffix in SOURCES:
            yield f"{name}: not UTF-8 at byte {error.start}"
        return
    lines = text.splitlines()
    if path.suffix in SOURCES or path.name == "CMakeLists.txt":
        if not any(LICENCE in line for line in lines[:2]):
            yield f"{name}:1: no line '{LICENCE}'"
        if len(lines) > LONGEST and name not in GENERATED:
            yield f"{name}:{len(lines)}: longer than {LONGEST} lines"
        for number, line in enumerate(lines, 1):
            if "\r" in line or line != line.rstrip():
                yield f"{name}:{number}: space at the end of the line"
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished"


def main() -> int:
    problems = [problem for path in files() for problem in check(path)]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
