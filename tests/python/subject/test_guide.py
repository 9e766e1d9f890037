# SPDX-License-Identifier: Apache-2.0
"""The examples of docs/guide/codes.md are true."""

from __future__ import annotations

import doctest
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[3] / "docs/guide/codes.md"


def test_the_examples_of_the_guide() -> None:
    text = GUIDE.read_text(encoding="utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, "codes.md", str(GUIDE), 0)
    assert len(test.examples) > 10
    ran = doctest.DocTestRunner(verbose=False).run(test)
    assert ran.failed == 0
