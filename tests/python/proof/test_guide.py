# SPDX-License-Identifier: Apache-2.0
"""What the guide to proofs shows is what Python prints."""

from __future__ import annotations

import doctest
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[3] / "docs/guide/proof.md"


def test_the_guide_runs() -> None:
    result = doctest.testfile(str(GUIDE), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0
