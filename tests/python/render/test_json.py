# SPDX-License-Identifier: Apache-2.0
"""The JSON report has the keys that docs/guide/reports.md lists, all of them and no others."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import budgetcore as bc

ROOT = Path(__file__).resolve().parents[3]
GUIDE = (ROOT / "docs/guide/reports.md").read_text(encoding="utf-8")
EXAMPLES = ROOT / "examples/disclosures"


def documented(schema: str) -> set[str]:
    block = re.search(rf"<!-- keys of {re.escape(schema)} -->\n```\n(.*?)```", GUIDE, re.DOTALL)
    assert block is not None
    return {line.split()[0] for line in block[1].splitlines() if line.strip()}


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Every key with its path; `[]` stands for any element, `*` for any rule or column."""
    if isinstance(value, dict):
        open_keys = path in ("coverage.rules", "tables[].rows[].marks")
        for key, inner in value.items():
            here = "*" if open_keys else key
            yield from paths(inner, f"{path}.{here}" if path else here)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for one in value:
            yield from paths(one, f"{path}[]")
    else:
        yield path


@pytest.fixture(scope="module")
def disclosures() -> list[bc.Disclosure]:
    return [bc.read(path) for path in sorted(EXAMPLES.glob("*-faulty-*.txt"))]


def test_report_has_the_documented_keys(disclosures: list[bc.Disclosure]) -> None:
    found: set[str] = set()
    for disclosure in disclosures:
        found |= set(paths(json.loads(disclosure.audit().to_json("en"))))
    # A finding may have no expectation (null) and an empty list of repairs, places or statements.
    nothing = {f"findings[].{key}" for key in ("expected", "repairs", "places", "certificate")}
    assert found - nothing == documented("budgetcore.report/1")


def test_no_amount_is_a_json_number(disclosures: list[bc.Disclosure]) -> None:
    counts = {"year", "pages", "page", "line", "document", "settles"}
    counts |= {"read", "checked", "unchecked", "unreadable"}
    counts |= {status.name for status in bc.Status}

    def numbers(value: Any, key: str = "") -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from numbers(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from numbers(inner, key)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield key

    for disclosure in disclosures:
        assert set(numbers(json.loads(disclosure.audit().to_json()))) <= counts
