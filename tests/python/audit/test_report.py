# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import gc
import json
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

import budgetcore as bc
from budgetcore import errors
from writers.plain import page, table


@pytest.fixture
def report(faulty: bytes) -> bc.Report:
    return bc.read(faulty, name="a.txt").audit()


def arithmetic_errors(report: bc.Report) -> list[bc.Finding]:
    """Errors about figures, not about tables that a small example lacks."""
    return [f for f in report.findings if f.severity is bc.Severity.error and f.repairs]


def test_a_sound_table_has_no_error(sound: bytes) -> None:
    assert arithmetic_errors(bc.read(sound).audit()) == []


def test_a_changed_figure_is_named(report: bc.Report) -> None:
    assert report.verdict is bc.Verdict.violated
    (finding,) = arithmetic_errors(report)
    assert "4.60" in [place.text for place in finding.places if place.suspected]
    assert finding.cause is bc.Cause.transposition
    (repair,) = [r for r in finding.repairs if r.place.text == "4.60"]
    assert repair.low is not None
    assert repair.high is not None
    assert repair.low <= bc.Figure("6.40").value <= repair.high  # type: ignore[operator]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_explanation_names_figures_and_what_would_repair(report: bc.Report, lang: str) -> None:
    (finding,) = arithmetic_errors(report)
    text = finding.explain(lang=lang)  # type: ignore[arg-type]
    for part in ("4.60", "6.40", "一般行政管理事务"):
        assert part in text
    assert text.startswith(finding.message(lang))  # type: ignore[arg-type]


def test_the_ledger_adds_up(report: bc.Report) -> None:
    figures = report.coverage.figures
    assert figures.read == figures.checked + figures.unchecked + figures.unreadable
    totals = [sum(counts.values()) for counts in report.coverage.rules.values()]
    assert sum(totals) == len(report.obligations) == len(report.outcomes)
    by_status = {status.name: 0 for status in bc.Status}
    for outcome in report.outcomes:
        by_status[outcome.status.name] += 1
    for status, count in by_status.items():
        assert sum(rule[status] for rule in report.coverage.rules.values()) == count


def printed(report: bc.Report, terms: list[bc.Term]) -> Decimal:
    """The sum of the terms' figures as printed, in 元; blanks are nothing."""
    figures = [(term.coefficient, report.cell(term.cell).figure) for term in terms]
    values = [n * f.value * 10 ** bc.scale_exponent(f.unit) for n, f in figures if f.value]
    return sum(values, Decimal(0))


def test_obligations_tell_their_arithmetic(report: bc.Report) -> None:
    decided = [
        (obligation, outcome)
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.left_printed is not None and outcome.right_printed is not None
    ]
    assert len(decided) > 5
    for obligation, outcome in decided:
        assert obligation.left or obligation.right
        assert printed(report, obligation.left) == outcome.left_printed
        assert printed(report, obligation.right) == outcome.right_printed
        holds = {
            bc.Relation.equal: outcome.left_printed == outcome.right_printed,
            bc.Relation.at_most: outcome.left_printed <= outcome.right_printed,
        }[obligation.relation]
        assert holds == (outcome.status is bc.Status.exact)


def test_a_violated_sum_on_paper(report: bc.Report) -> None:
    """9.90 against 3.50 + 4.60: the cells, what stands in them, and what they are called."""
    (number,) = [
        i
        for i, (obligation, outcome) in enumerate(
            zip(report.obligations, report.outcomes, strict=True)
        )
        if outcome.status is bc.Status.violated and len(obligation.right) == 2
        and {report.place(t.cell).column for t in obligation.right} == {"2024年预算数/合计"}
    ]  # fmt: skip
    obligation = report.obligations[number]
    terms = [*obligation.left, *obligation.right]
    assert [report.cell(term.cell).text for term in terms] == ["9.90", "3.50", "4.60"]
    assert [report.place(term.cell).row for term in terms] == [
        "财政事务",
        "行政运行",
        "一般行政管理事务",
    ]
    cell = obligation.left[0].cell
    table = report.disclosures[cell.disclosure].tables[cell.table]
    assert table.cell(cell.row, cell.column).text == "9.90"
    assert "9.90 ≠ 3.50 + 4.60" in report.arithmetic(number, "en")
    assert obligation.zero == []
    assert obligation.undecided is bc.Undecided.none


def test_unchecked_figures_are_listed(report: bc.Report) -> None:
    assert len(report.unchecked) == report.coverage.figures.unchecked
    checked = {
        term.cell
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.status in (bc.Status.exact, bc.Status.rounding, bc.Status.violated)
        for term in (*obligation.left, *obligation.right)
    }
    assert checked.isdisjoint(report.unchecked)


def test_cells_of_another_report_are_refused(report: bc.Report, sound: bytes) -> None:
    far = max(term.cell for obligation in report.obligations for term in obligation.right)
    small = bc.read(sound.partition(b"20106 ")[0]).audit()
    assert far.row >= len(small.disclosures[0].tables[0].rows)
    for call in (small.cell, small.place):
        with pytest.raises(IndexError):
            call(far)
    with pytest.raises(IndexError):
        report.arithmetic(len(report.obligations))
    with pytest.raises(IndexError):
        report.arithmetic(-1)


def test_a_term_keeps_its_report_alive(faulty: bytes) -> None:
    terms = next(o.right for o in bc.read(faulty).audit().obligations if o.right)
    gc.collect()
    assert terms[0].coefficient != 0
    assert hash(terms[0].cell) == hash(terms[0].cell)


def test_many_threads_audit_one_disclosure(faulty: bytes) -> None:
    disclosure = bc.read(faulty)
    expected = disclosure.audit().to_json()
    with ThreadPoolExecutor(max_workers=8) as pool:
        outputs = list(pool.map(lambda _: disclosure.audit().to_json(), range(32)))
    assert set(outputs) == {expected}


def test_json_says_the_same(report: bc.Report) -> None:
    data = json.loads(report.to_json("en"))
    assert data["schema"] == "budgetcore.report/1"
    assert data["verdict"] == report.verdict.name
    assert [f["id"] for f in data["findings"]] == [f.id for f in report.findings]
    assert report.to_json() == report.to_json()
    assert json.loads(report.to_json("en", indented=False)) == data


def test_a_finding_keeps_its_report_alive(faulty: bytes) -> None:
    finding = bc.read(faulty).audit().findings[0]
    gc.collect()
    assert finding.explain("en")


def test_further_rules(sound: bytes, tmp_path: Path) -> None:
    text = """rule mine.wrong
  source  a test
  支出总表: 基本支出 = 项目支出
  holds   1.00 = 1.00
  breaks  1.00 = 2.00
"""
    path = tmp_path / "mine.rules"
    path.write_text(text, encoding="utf-8")
    disclosure = bc.read(sound)
    for rules in ([path], [str(path)], [bc.load_rules(path)], [bc.load_pack(text, "mine.rules")]):
        report = disclosure.audit(rules=rules)
        assert report.coverage.rules["mine.wrong"]["violated"] > 0
    assert "mine.wrong" not in disclosure.audit().coverage.rules


def test_faulty_rules_name_their_place(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.rules"
    path.write_text("rule a\n  source x\n  支出总表: 合计 = = 基本支出\n", encoding="utf-8")
    with pytest.raises(errors.RuleError) as caught:
        bc.read(sound).audit(rules=[path])
    assert caught.value.place.source == str(path)
    assert caught.value.place.line == 3
    assert caught.value.place.column is not None
    path.write_bytes(b"rule a\xff\n")
    with pytest.raises(errors.ReadError, match="byte 6"):
        bc.load_rules(path)


def test_previous_disclosures_are_taken(sound: bytes, faulty: bytes) -> None:
    last = bc.read(sound.replace(b"2024", b"2023"))
    this = bc.read(faulty)
    alone = this.audit()
    for previous in (last, [last]):
        beside = this.audit(previous=previous)
        assert [f.id for f in beside.findings] == [f.id for f in alone.findings]


def test_thousands_of_equal_rows_are_audited(sound: bytes) -> None:
    count = 5000
    disclosure = bc.read(sound + "2010699 其他财政事务支出 6.40  6.40\n".encode() * count)
    assert len(disclosure.tables[0].rows) == count + 5
    report = disclosure.audit()
    sums = [o for o in report.obligations if o.rule == "expenditure.tree"]
    assert max(len(o.right) for o in sums) == count + 2
    assert report.verdict.name == "violated"


def test_a_blank_is_no_unstated_total_where_its_parts_come_to_nothing() -> None:
    def causes(spent: str) -> set[str]:
        rows = [
            ["一、一般公共预算财政拨款收入", "20.00", "一、一般公共服务支出", spent],
            ["本年收入合计", "20.00", "本年支出合计", spent],
            ["年初结转和结余", "", "年末结转和结余", ""],
            ["总计", "20.00", "总计", "20.00"],
        ]
        header = ["项目", "决算数", "项目", "决算数"]
        made = page(table("收入支出决算总表", header, rows), cover="某局2024年度部门决算")
        report = bc.read(made, name="a.html").audit()
        return {f.cause.name for f in report.findings}

    assert "unstated_total" not in causes("20.00")
    assert {"unstated_total", "missing_part"} & causes("18.00")
