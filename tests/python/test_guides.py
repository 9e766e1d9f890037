# SPDX-License-Identifier: Apache-2.0
"""Every interactive example in docs/ gives what the page says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: Path) -> str:
    """The interactive blocks of a page, one after the other."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    return "\n".join(block for block in blocks if block.startswith(">>>"))


PAGES = [page for page in sorted(ROOT.glob("docs/**/*.md")) if examples(page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples(page: Path) -> None:
    names: dict[str, Any] = {}
    test = doctest.DocTestParser().get_doctest(examples(page), names, page.name, str(page), 0)
    output: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=output.append).failed
    assert failed == 0, "".join(output)


def test_there_are_pages_with_examples() -> None:
    assert {page.name for page in PAGES} >= {"python.md", "trees.md"}
