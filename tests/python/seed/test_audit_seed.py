# SPDX-License-Identifier: Apache-2.0
"""What an audit must say of a real department budget, and of the same with known defects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import budgetcore
import pytest

z3 = pytest.importorskip("z3", reason="z3-solver is a test dependency")

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
UNIT = {"元": 1, "千元": 1000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}


@pytest.fixture(scope="module")
def report(disclosure: Any) -> Any:
    return budgetcore.read(disclosure.path).audit()


def of_cells(report: Any, total: str, parts: list[str]) -> list[Any]:
    """The outcomes of the sums that print these figures, blank parts left out."""
    found = []
    for obligation, outcome in zip(report.obligations, report.outcomes, strict=True):
        sides = [
            sorted(t.text for t in side if t.text) for side in (obligation.left, obligation.right)
        ]
        if sorted(sides) == sorted([[total], sorted(parts)]):
            found.append(outcome)
    return found


def test_nothing_in_it_is_impossible(audit: Any, disclosure: Any) -> None:
    output = audit(disclosure.path)
    rules = output["coverage"]["rules"]
    assert {rule: n["violated"] for rule, n in rules.items() if n["violated"]} == {}
    assert [f["message"] for f in output["findings"] if f["severity"] != "note"] == []
    assert output["verdict"] == "consistent"


def test_every_figure_of_the_tables_is_checked(audit: Any, disclosure: Any) -> None:
    figures = audit(disclosure.path)["coverage"]["figures"]
    assert figures["unreadable"] == 0
    assert figures["read"] == figures["checked"] + figures["unchecked"]
    # 339 in tables 1 to 13, 35 in the purchase table; its coded yes and no is in no statement.
    assert figures["read"] >= 339
    assert figures["checked"] >= 339


def test_medical_items_differ_from_their_group_by_rounding(report: Any) -> None:
    outcomes = of_cells(report, "64.55", ["46.20", "18.36"])
    assert outcomes
    assert {o.status.name for o in outcomes} == {"rounding"}


def test_the_four_classes_differ_from_the_total_by_rounding(report: Any) -> None:
    outcomes = of_cells(report, "3296.30", ["2797.94", "317.57", "65.15", "115.63"])
    assert outcomes
    assert {o.status.name for o in outcomes} == {"rounding"}


def test_whole_yuan_exist_that_print_as_every_figure_at_once(report: Any) -> None:
    """A solver that knows nothing of the library finds amounts for all bound sums together."""
    solver = z3.Solver()
    amounts: dict[Any, Any] = {}

    def amount(term: Any) -> Any:
        if term.cell not in amounts:
            variable = z3.Int(f"x{len(amounts)}")
            whole, _, decimals = term.text.replace(",", "").partition(".")
            # Doubled, for half a printed digit may be half a yuan.
            digit = 2 * UNIT[term.unit] // 10 ** len(decimals)
            printed = int(whole + decimals) * digit
            solver.add(2 * variable >= printed - digit // 2, 2 * variable <= printed + digit // 2)
            amounts[term.cell] = variable
        return amounts[term.cell]

    def side(terms: Any) -> Any:
        return z3.Sum([z3.IntVal(0), *(t.coefficient * amount(t) for t in terms if t.text)])

    rows = 0
    for obligation, outcome in zip(report.obligations, report.outcomes, strict=True):
        if outcome.status.name not in ("exact", "rounding"):
            continue
        if obligation.kind.name not in ("linear", "restatement", "inequality"):
            continue
        left, right = side(obligation.left), side(obligation.right)
        solver.add(left == right if obligation.relation.name == "equal" else left <= right)
        rows += 1
    assert rows > 400
    assert len(amounts) >= 339
    assert solver.check() == z3.sat


VARIANTS = sorted(EXAMPLES.glob("*.defects.json"))


def defects() -> list[Any]:
    return [
        pytest.param(listing, defect, id=f"{defect['id']}-{defect['kind']}")
        for listing in VARIANTS
        for defect in json.loads(listing.read_text(encoding="utf-8"))["defects"]
    ]


@pytest.mark.parametrize(("listing", "defect"), defects())
def test_every_known_defect_is_found_on_its_line(audit: Any, listing: Path, defect: Any) -> None:
    text = listing.with_name(listing.name.replace(".defects.json", ".txt"))
    places = [
        (place["line"], place["text"])
        for finding in audit(text)["findings"]
        if finding["severity"] in ("error", "warning")
        for place in finding["places"]
    ]
    assert defect["line"] in [line for line, _ in places], places


def test_variants_are_what_the_script_writes() -> None:
    import subprocess
    import sys

    script = EXAMPLES.parent / "make_variants.py"
    subprocess.run([sys.executable, str(script), "--check"], check=True)
