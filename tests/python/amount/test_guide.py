# SPDX-License-Identifier: Apache-2.0
"""What the guide to amounts shows is what Python prints."""

import doctest
import re
from pathlib import Path

import pytest

from budgetcore import Money, errors

GUIDE = Path(__file__).resolve().parents[3] / "docs/guide/amounts.md"


def test_snippets() -> None:
    result = doctest.testfile(str(GUIDE), module_relative=False, encoding="utf-8")
    assert result.failed == 0
    assert result.attempted > 20


def test_the_table_of_reasons_has_examples_that_are_refused_so() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE)
    shown = [(reason, example) for reason, cell in rows for example in cell.split(", ")
             if re.fullmatch(r"\S+", example)]  # fmt: skip
    assert len(shown) > 10
    for reason, example in shown:
        with pytest.raises(errors.ParseError) as caught:
            Money.from_words(example)
        assert caught.value.reason == reason, example
