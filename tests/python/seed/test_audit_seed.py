# SPDX-License-Identifier: Apache-2.0
"""What an audit must say of a real department budget, and of the same with known defects."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import budgetcore
import mutate_identities

z3 = pytest.importorskip("z3", reason="z3-solver is a test dependency")

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
UNIT = {"元": 1, "千元": 1000, "万元": 10_000, "百万元": 1_000_000, "亿元": 100_000_000}


class Audited:
    """A report with the document that its obligations speak of."""

    def __init__(self, path: Path) -> None:
        self.document = budgetcore.read(path)
        self.report = self.document.audit()

    def figure(self, ref: Any) -> Any:
        return self.report.cell(ref).figure

    def sums(self, left: str, right: str) -> set[str]:
        """How the sums came out whose sides print as these totals, in 元."""
        return {
            outcome.status.name
            for _, outcome in self.pairs()
            if outcome.left_printed is not None
            and outcome.right_printed is not None
            and (Fraction(str(outcome.left_printed)), Fraction(str(outcome.right_printed)))
            == (Fraction(left), Fraction(right))
        }

    def pairs(self) -> Any:
        return zip(self.report.obligations, self.report.outcomes, strict=True)


@pytest.fixture(scope="module")
def audited(disclosure: Any) -> Audited:
    return Audited(disclosure.path)


def test_nothing_in_it_is_impossible(audit: Any, disclosure: Any) -> None:
    output = audit(disclosure.path)
    rules = output["coverage"]["rules"]
    # 部门公开表9 among 预算公开表1 to 13 and the watermark 仅供内部审核: it was published so.
    flaws = {"document.internal_mark": 1, "document.label_series": 1}
    # 安排。。 and 增加。； are notes.
    notes = {"document.doubled_mark"}
    violated = {rule: n["violated"] for rule, n in rules.items() if n["violated"]}
    tables = {rule: n for rule, n in violated.items() if not rule.startswith("target.")}
    assert {rule: n for rule, n in tables.items() if rule not in notes} == flaws
    graver = Counter(f["rule"] for f in output["findings"] if f["severity"] != "note")
    assert {rule: graver.pop(rule) for rule in flaws} == flaws
    # Of its tables of targets one statement cannot be true: a rate of ＞100%.
    assert [f["rule"] for f in output["findings"] if f["severity"] == "error"] == ["target.rate"]
    assert graver.pop("target.text") >= 3
    assert graver == {
        "target.rate": 1,  # 软件正常使用率 ＞100%
        "target.establishment": 1,  # 126 in posts of 123
        "target.department": 2,  # ≥3400 and ≥4200 against ≥3000 and ≥4000 of the project
        "target.columns": 3,  # the same two, and 1980元/月/人 against 1980元/月
        "target.measure": 1,  # ≤380人/天
        "target.form": 1,  # ≤380人/天/元
        "target.price": 1,  # a lawyer at 3元/人
    }
    assert output["verdict"] == "violated"


def test_every_figure_of_the_tables_is_checked(audit: Any, disclosure: Any) -> None:
    figures = audit(disclosure.path)["coverage"]["figures"]
    assert figures["unreadable"] == 0
    assert figures["read"] == figures["checked"] + figures["unchecked"]
    # 339 in tables 1 to 13, 35 in the purchase table; its coded yes and no is in no statement.
    assert figures["read"] >= 339
    assert figures["checked"] >= 339


def test_medical_items_differ_from_their_group_by_rounding(audited: Audited) -> None:
    """46.20 + 18.36 against 64.55."""
    assert audited.sums("645500", "645600") == {"rounding"}


def test_the_four_classes_differ_from_the_total_by_rounding(audited: Audited) -> None:
    """2797.94 + 317.57 + 65.15 + 115.63 = 3296.29 against 3296.30."""
    assert audited.sums("32963000", "32962900") == {"rounding"}


def test_whole_yuan_exist_that_print_as_every_figure_at_once(audited: Audited) -> None:
    """A solver that knows nothing of the library finds amounts for all bound sums together."""
    solver = z3.Solver()
    amounts: dict[Any, Any] = {}

    def amount(ref: Any) -> Any:
        place = (ref.table, ref.row, ref.column)
        if place not in amounts:
            figure = audited.figure(ref)
            variable = z3.Int("x_{}_{}_{}".format(*place))
            digits = figure.text.replace(",", "").removesuffix(budgetcore.symbol(figure.unit))
            whole, _, decimals = digits.partition(".")
            # Doubled, for half a printed digit may be half a yuan.
            digit = 2 * UNIT[budgetcore.symbol(figure.unit)] // 10 ** len(decimals)
            printed = int(whole + decimals) * digit
            solver.add(2 * variable >= printed - digit // 2, 2 * variable <= printed + digit // 2)
            amounts[place] = variable
        return amounts[place]

    def side(terms: Any) -> Any:
        named = [t.coefficient * amount(t.cell) for t in terms if audited.figure(t.cell).is_number]
        return z3.Sum([z3.IntVal(0), *named])

    rows = 0
    for obligation, outcome in audited.pairs():
        if outcome.status.name not in ("exact", "rounding"):
            continue
        if obligation.kind.name not in ("linear", "restatement", "inequality"):
            continue
        if any(  # numbers of vehicles
            audited.figure(t.cell).is_number and not budgetcore.symbol(audited.figure(t.cell).unit)
            for t in (*obligation.left, *obligation.right)
        ):
            continue
        left, right = side(obligation.left), side(obligation.right)
        # A condition that found 0.00 proves the rest equal but for what 0.00 may stand for.
        found_zero = [amount(ref) for ref in obligation.zero if audited.figure(ref).is_number]
        slack = z3.Sum([z3.IntVal(0), *(z3.Abs(zero) for zero in found_zero)])
        solver.add(left <= right + slack)
        if obligation.relation.name == "equal":
            solver.add(right <= left + slack)
        rows += 1
    assert rows > 400
    assert len(amounts) >= 339
    assert solver.check() == z3.sat


def test_whole_yuan_exist_for_identities_written_apart(disclosure: Any) -> None:
    """The same for the identities of tools/mutate_identities.py, in plain 万元 of two decimals."""
    solver = z3.Solver()
    amounts = {
        cell: z3.Int(f"x_{cell.table}_{cell.row}_{cell.column}")
        for cell in disclosure.truth.amounts()
    }
    for cell, variable in amounts.items():
        printed = int(Fraction(disclosure.truth.text(cell)) * 10_000)
        solver.add(variable >= printed - 50, variable <= printed + 50)
    for identity in mutate_identities.identities(disclosure.truth):
        parts = [amounts[cell] for cell in identity.parts if cell in amounts]
        solver.add(amounts[identity.total] == z3.Sum([z3.IntVal(0), *parts]))
    assert solver.check() == z3.sat
    # One figure changed by more than rounding, and no amounts are left.
    total = next(cell for cell in amounts if disclosure.truth.text(cell) == "64.55")
    solver.add(amounts[total] >= 655_000)
    assert solver.check() == z3.unsat


VARIANTS = sorted(EXAMPLES.glob("*.defects.json"))


def defects() -> list[Any]:
    return [
        pytest.param(
            listing,
            defect,
            id=f"{defect['id']}-{defect['kind']}",
        )
        for listing in VARIANTS
        for defect in json.loads(listing.read_text(encoding="utf-8"))["defects"]
    ]


@pytest.mark.parametrize(("listing", "defect"), defects())
def test_every_known_defect_is_found_where_it_is(
    audit: Any, read: Any, listing: Path, defect: Any
) -> None:
    """On its line; a defect of a whole table (its unit, its note) in that table."""
    text = listing.with_name(listing.name.replace(".defects.json", ".txt"))
    places = [
        place
        for finding in audit(text)["findings"]
        if finding["severity"] in ("error", "warning")
        for place in finding["places"]
    ]
    if defect["row"]:
        assert defect["line"] in [place["line"] for place in places]
    else:
        (table,) = (t for t in read(text)["tables"] if t["number"] == defect["table"])
        assert any(
            place["table_id"] == table["id"] or place["line"] == table["line"] for place in places
        )


# Not A5, an omitted row by the table alone: the narrative tells which of its figures is wrong.
CAUSES = {"A1", "A2", "A3", "A6", "A7", "A8", "B1", "B2", "B3", "B5", "B6", "B8"}


@pytest.mark.parametrize(
    ("listing", "defect"), [d for d in defects() if d.values[1]["id"] in CAUSES]
)
def test_the_likely_cause_is_the_edit(audit: Any, listing: Path, defect: Any) -> None:
    text = listing.with_name(listing.name.replace(".defects.json", ".txt"))
    causes = {
        finding["cause"]
        for finding in audit(text)["findings"]
        if not defect["row"]
        or finding["places"][0]["line"] == defect["line"]
        or defect["line"] in [repair["place"]["line"] for repair in finding["repairs"]]
    }
    assert defect["kind"] in causes


def test_the_narrative_tells_which_figure_is_wrong(audit: Any) -> None:
    """A5: 因公出国（境）费 is 1.20 in the table, the total leaves it out, the text says 0."""
    findings = audit(EXAMPLES / "yangquan-finance-2024-faulty-tables.txt")["findings"]
    (finding,) = [f for f in findings if any(r["place"]["line"] == 826 for r in f["repairs"])]
    assert {repair["place"]["text"] for repair in finding["repairs"]} == {"1.20"}
    assert {repair["value"] for repair in finding["repairs"]} == {"0.00"}


def test_variants_are_what_the_script_writes() -> None:
    script = EXAMPLES.parent / "make_variants.py"
    subprocess.run([sys.executable, str(script), "--check"], check=True)
