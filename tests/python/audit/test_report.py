# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest

import budgetcore as bc
from budgetcore import errors


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


def test_json_says_the_same(report: bc.Report) -> None:
    data = json.loads(report.to_json("en"))
    assert data["schema"] == "budgetcore.report/1"
    assert data["verdict"] == report.verdict.name
    assert [f["id"] for f in data["findings"]] == [f.id for f in report.findings]
    assert report.to_json() == report.to_json()
    assert json.loads(report.to_json("en", indented=False)) == data


def test_a_notebook_shows_the_text_escaped(faulty: bytes) -> None:
    report = bc.read(faulty, name="<b>.txt").audit()
    html = report._repr_html_()
    assert html.startswith("<pre>")
    assert "<b>" not in html
    assert "1 errors" in repr(report) or "errors" in repr(report)


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
