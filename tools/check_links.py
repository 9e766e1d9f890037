# SPDX-License-Identifier: Apache-2.0
"""Checks that every file that a page of the documentation links to or names exists.

Links are read from [text](path); names from `path/with.suffix` in backquotes where the
first folder is one of the project's own. A name with a LAYER or NAME in it is a pattern.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
NAME = re.compile(
    r"`((?:bench|cmake|data|docs|examples|include|python|rules|src|tests|tools)/[\w./-]+)`"
)
PATTERN = re.compile(r"LAYER|NAME|FILE")


def pages() -> Iterator[Path]:
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))


def missing(page: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        for target in LINK.findall(line):
            if "://" not in target and not (page.parent / target).exists():
                yield number, target
        for target in NAME.findall(line):
            if not PATTERN.search(target) and not (ROOT / target).exists():
                yield number, target


def main() -> int:
    problems = [
        f"{page.relative_to(ROOT)}:{number}: no {target}"
        for page in pages()
        for number, target in missing(page)
    ]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
