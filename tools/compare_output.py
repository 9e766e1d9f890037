# SPDX-License-Identifier: Apache-2.0
"""Runs a program and compares what it prints with a file: compare_output.py FILE -- PROGRAM…"""

from __future__ import annotations

import difflib
import subprocess
import sys
from pathlib import Path


def main() -> int:
    expected_file, separator, *command = sys.argv[1:]
    if separator != "--" or not command:
        sys.exit(__doc__)
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    expected = Path(expected_file).read_text(encoding="utf-8")
    if result.returncode != 0:
        print(f"{command[0]} ended with {result.returncode}\n{result.stderr}")
        return 1
    difference = list(
        difflib.unified_diff(
            expected.splitlines(), result.stdout.splitlines(), expected_file, "printed", lineterm=""
        )
    )
    print(*difference, sep="\n")
    return 1 if difference or result.stdout != expected else 0


if __name__ == "__main__":
    sys.exit(main())
