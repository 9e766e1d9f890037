# SPDX-License-Identifier: Apache-2.0
"""Year against year, budget against final account, department against units.

The documents of tests/years are true to each other; one figure is changed at a time.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import budgetcore as bc

FOLDER = Path(__file__).resolve().parents[2] / "years"
ACROSS = ("years.", "units.", "final.three_public.budget_of_year", "text.previous")


def read(name: str, *changes: tuple[str, str]) -> bc.Disclosure:
    """A document, with texts replaced that are in it exactly once."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return bc.recognise(bc.read_text(text.encode(), name))


def found(report: bc.Report) -> list[tuple[str, str, str]]:
    return [
        (one.rule, one.places[0].row, one.places[0].column)
        for one in report.findings
        if one.severity.name != "note" or one.rule.startswith(ACROSS)
    ]


def held(report: bc.Report) -> dict[str, int]:
    """How many statements of each rule across documents hold."""
    rules = report.coverage.rules
    return {
        rule: rules[rule]["exact"] + rules[rule]["rounding"]
        for rule in rules
        if rule.startswith(ACROSS) and rules[rule]["exact"] + rules[rule]["rounding"]
    }


@pytest.mark.parametrize("name", sorted(one.name for one in FOLDER.glob("*.txt")))
def test_each_document_is_consistent_alone(name: str) -> None:
    disclosure = read(name)
    assert disclosure.not_read == []
    assert [one for one in found(disclosure.audit()) if not one[0].startswith("reading.")] == []


def test_rows_without_figures_are_rows() -> None:
    (three,) = [one for one in read("budget-2020.txt") if one.kind == bc.TableKind.three_public]
    assert [row.labels[0].name for row in three.rows] == [
        *("合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费"),
        *("公务用车购置费", "公务用车运行维护费"),
    ]


# ---- this year's budget beside last year's ----


def test_last_years_column_is_last_years_budget() -> None:
    report = read("budget-2020.txt").audit(previous=read("budget-2019.txt"))
    assert [one for one in found(report) if not one[0].startswith("reading.")] == []
    assert held(report) == {
        "years.general_public.budget": 8,
        "years.general_public.budget_total": 1,
        "years.three_public.budget": 3,
        "years.three_public.budget_total": 1,
    }


def test_renamed_subjects_are_the_same_subjects() -> None:
    report = read("budget-2019.txt").audit(previous=read("budget-2018.txt"))
    assert [one for one in found(report) if not one[0].startswith("reading.")] == []
    assert held(report)["years.general_public.budget"] == 8


def test_a_restated_figure_is_reported_with_both() -> None:
    this = read(
        "budget-2020.txt",
        ("2101101 行政单位医疗 90.00", "2101101 行政单位医疗 91.00"),
        (
            "2101199 其他行政事业单位医疗支出 20.00 20.00",
            "2101199 其他行政事业单位医疗支出 19.00 20.00",
        ),
        ("91.00 100.00 11.11", "91.00 100.00 9.89"),
    )
    report = this.audit(previous=read("budget-2019.txt"))
    across = [one for one in report.findings if one.rule == "years.general_public.budget"]
    assert {one.severity for one in across} == {bc.Severity.note}
    texts = [{place.text for place in one.places} for one in across]
    assert {"91.00", "90.00"} in texts
    assert {"19.00", "20.00"} in texts
    assert {p.place.source for one in across for p in one.places} == {
        "budget-2019.txt",
        "budget-2020.txt",
    }
    assert "《2019年一般公共预算支出表》" in across[0].explain()


def test_one_wrong_figure_of_last_year_is_one_finding() -> None:
    this = read("budget-2020.txt", ("2070104 图书馆 180.00", "2070104 图书馆 108.00"))
    report = this.audit(previous=read("budget-2019.txt"))
    (finding,) = [one for one in report.findings if one.severity == bc.Severity.error]
    assert (finding.published, finding.repairs[0].value) == ("108.00", "180.00")
    assert "years.general_public.budget" in finding.explain()


def test_without_last_years_document_nothing_is_said_to_be_checked() -> None:
    report = read("budget-2020.txt").audit()
    rules = report.coverage.rules
    assert rules["years.general_public.budget"]["not_applicable"] == 1
    assert rules["years.general_public.budget"]["exact"] == 0
    (open_one,) = [one for one in report.obligations if one.rule == "years.general_public.budget"]
    assert open_one.about == "上年.一般公共预算支出表"


# ---- a final account beside its budget and last year's ----


def test_a_final_account_beside_its_budget_and_last_years() -> None:
    beside = [read("budget-2020.txt"), read("final-2019.txt")]
    report = read("final-2020.txt").audit(previous=beside)
    assert [one for one in found(report) if not one[0].startswith("reading.")] == []
    assert held(report)["years.carry_over.summary"] == 1


def test_three_public_budget_is_that_of_the_budget() -> None:
    report = read("final-2019.txt").audit(previous=read("budget-2019.txt"))
    assert held(report) == {
        "final.three_public.budget_of_year.rows": 3,
        "final.three_public.budget_of_year.rows_total": 1,
    }
    wrong = read("budget-2019.txt", ("公务接待费 2.50 2.00", "公务接待费 2.50 2.20"))
    rules = {one.rule for one in read("final-2019.txt").audit(previous=wrong).findings}
    assert "final.three_public.budget_of_year.rows" in rules


def test_the_carry_over_that_was_changed_over_the_year() -> None:
    this = read(
        "final-2020.txt",
        ("年初结转和结余 12.00", "年初结转和结余 21.00"),
        ("总计 617.00 总计", "总计 626.00 总计"),
    )
    report = this.audit(previous=read("final-2019.txt"))
    (finding,) = [one for one in report.findings if one.rule == "years.carry_over.summary"]
    assert {place.text for place in finding.places} >= {"21.00", "12.00"}


def test_the_budget_that_the_text_speaks_of_is_that_of_the_budget() -> None:
    this = read(
        "final-2020.txt", ("图书馆（项）。年初预算为200.00", "图书馆（项）。年初预算为210.00")
    )
    alone = {one.rule for one in this.audit().findings if one.severity == bc.Severity.error}
    beside = this.audit(previous=read("budget-2020.txt"))
    assert any("210.00万元" in {p.text for p in one.places} for one in beside.findings)
    assert "text.previous" not in alone
    assert "text.previous" in {one.rule for one in beside.findings}


# ---- a department beside its units ----


def units() -> list[bc.Disclosure]:
    return [read("unit-office-2020.txt"), read("unit-library-2020.txt")]


def test_scopes() -> None:
    assert read("department-2020.txt").scope == bc.BodyScope.department
    assert [one.scope for one in units()] == [bc.BodyScope.unit] * 2


def test_a_department_is_the_sum_of_its_units() -> None:
    report = read("department-2020.txt").audit(units=units(), all_units=True)
    assert [one for one in found(report) if not one[0].startswith("reading.")] == []
    assert held(report)["units.expenditure"] == 20
    assert held(report)["units.expenditure_total"] == 3
    assert "units.expenditure_within" not in held(report)


def test_some_units_are_part_of_the_department() -> None:
    report = read("department-2020.txt").audit(units=units()[:1])
    assert [one for one in found(report) if not one[0].startswith("reading.")] == []
    assert held(report)["units.expenditure_within"] > 0
    assert "units.expenditure" not in held(report)
    more = read("unit-office-2020.txt", ("2101101 行政单位医疗 80.00 80.00",
                                         "2101101 行政单位医疗 180.00 180.00"))  # fmt: skip
    rules = {one.rule for one in read("department-2020.txt").audit(units=[more]).findings}
    assert "units.expenditure_within" in rules


def test_a_unit_with_another_figure_is_found_at_its_row() -> None:
    other = [units()[0], read("unit-library-2020.txt", ("2070104 图书馆 200.00",
                                                        "2070104 图书馆 220.00"))]  # fmt: skip
    report = read("department-2020.txt").audit(units=other, all_units=True)
    rows = {
        place.row
        for one in report.findings
        if one.rule.startswith("units.")
        for place in one.places
    }
    assert any("图书馆" in row for row in rows)


def test_what_no_unit_prints_is_missed() -> None:
    lacking = read("unit-library-2020.txt", ("2101199 其他行政事业单位医疗支出 20.00  20.00\n", ""))
    report = read("department-2020.txt").audit(units=[units()[0], lacking], all_units=True)
    rules = [one.rule for one in report.findings]
    assert "units.expenditure" in rules


# ---- files that do not belong together ----


def test_a_file_that_nothing_can_be_compared_with_is_named() -> None:
    report = read("budget-2020.txt").audit(previous=[read("budget-2018.txt")])
    (finding,) = [one for one in report.findings if one.rule == "dossier.unused"]
    assert "budget-2018.txt" in finding.message()
    assert "2018" in finding.message("en")
    assert "对照：" not in report.to_text()  # it took no part


def test_last_years_budget_is_nothing_to_a_final_account() -> None:
    beside = [read("budget-2019.txt"), read("budget-2020.txt")]
    report = read("final-2020.txt").audit(previous=beside)
    (finding,) = [one for one in report.findings if one.rule == "dossier.unused"]
    assert "budget-2019.txt" in finding.message()
    assert "对照：budget-2020.txt（2020年预算）\n" in report.to_text()


def test_another_bodys_file_is_named() -> None:
    text = (FOLDER / "budget-2019.txt").read_text("utf-8").replace("江东市文化局", "江西市水利局")
    other = bc.recognise(bc.read_text(text.encode(), "other.txt"))
    report = read("budget-2020.txt").audit(previous=[other])
    (finding,) = [one for one in report.findings if one.rule == "dossier.body"]
    assert "江西市水利局" in finding.message()


def test_a_report_names_what_it_was_held_against() -> None:
    report = read("budget-2020.txt").audit(
        previous=read("budget-2019.txt"), units=[read("unit-office-2020.txt")]
    )
    text = report.to_text()
    assert "对照：budget-2019.txt（2019年预算）" in text
    assert "所属单位 1 个：unit-office-2020.txt" in text
    beside = json.loads(report.to_json())["beside"]
    assert [(one["source"], one["year"], one["is_unit"]) for one in beside] == [
        ("budget-2019.txt", 2019, False),
        ("unit-office-2020.txt", 2020, True),
    ]
    assert "beside" not in json.loads(read("budget-2020.txt").audit().to_json())


# ---- dossiers ----


def test_a_dossier_of_all() -> None:
    names = [
        *("budget-2018.txt", "budget-2019.txt", "budget-2020.txt"),
        *("final-2019.txt", "final-2020.txt"),
    ]
    made = bc.dossier([FOLDER / name for name in names])
    assert made.years == [2018, 2019, 2020]
    assert made.gaps == made.conflicts == made.undated == []
    beside = {
        Path(one.source).name: [Path(other.source).name for other in made.beside(one)]
        for one in made.disclosures
    }
    assert beside == {
        "budget-2018.txt": [],
        "budget-2019.txt": ["budget-2018.txt"],
        "final-2019.txt": ["budget-2019.txt"],
        "budget-2020.txt": ["budget-2019.txt", "final-2019.txt"],
        "final-2020.txt": ["final-2019.txt", "budget-2020.txt"],
    }
    for report in made.audit():
        assert [one for one in found(report) if not one[0].startswith("reading.")] == []


def test_a_dossier_with_units() -> None:
    names = ["department-2020.txt", "unit-office-2020.txt", "unit-library-2020.txt"]
    listed = {"江东市文化局": ["江东市文化局本级", "江东市图书馆"]}
    made = bc.dossier([FOLDER / name for name in names], units=listed)
    (department,) = made.disclosures
    assert len(made.units_of(department)) == 2
    (report,) = made.audit()
    assert held(report)["units.expenditure"] == 20
    assert len(bc.dossiers([FOLDER / name for name in names], units=listed)) == 3
