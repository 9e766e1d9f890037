#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/reference/python.md from budgetcore.__all__; with --check only says whether it is
up to date."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import budgetcore

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "reference" / "python.md"
HEAD = """# Python reference

Every public name of `budgetcore`, with its docstring. The errors stand in
[`budgetcore.errors`](#budgetcore.errors); their ids are listed in [errors](../errors.md).

<!-- written by tools/docs/python_reference.py -->
"""


def path_of(name: str) -> str:
    """Where a name is found: a function may be called as its module is."""
    module = getattr(budgetcore, name).__module__
    in_python = module.startswith("budgetcore.") and module != "budgetcore._core"
    return f"{module if in_python else 'budgetcore._core'}.{name}"


def page() -> str:
    """Functions, then classes, then the modules that hold the rest."""
    names = [name for name in sorted(budgetcore.__all__, key=str.casefold) if name[0] != "_"]
    classes = [name for name in names if inspect.isclass(getattr(budgetcore, name))]
    functions = [name for name in names if inspect.isroutine(getattr(budgetcore, name))]
    parts = [HEAD]
    for title, members in (("Functions", functions), ("Classes", classes)):
        parts.append(f"\n## {title}\n")
        parts += [f"\n::: {path_of(name)}\n" for name in members]
    parts.append("\n## Errors\n\n::: budgetcore.errors\n")
    return "".join(parts)


def main() -> int:
    text = page()
    if "--check" in sys.argv[1:]:
        if TARGET.exists() and TARGET.read_text("utf-8") == text:
            return 0
        print(f"{TARGET.relative_to(ROOT)} is not up to date: run make docs")
        return 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
