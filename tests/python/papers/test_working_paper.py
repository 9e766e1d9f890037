# SPDX-License-Identifier: Apache-2.0
"""The working paper: numbers, formulas that come out, marks where the findings are."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"


@pytest.fixture(scope="module")
def report() -> bc.Report:
    return bc.read(FAULTY).audit()


@pytest.fixture(scope="module")
def paper(report: bc.Report) -> bytes:
    return bc.to_working_paper(report)


def opened(data: bytes, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def column(sheet: Any, name: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(name)].value for row in sheet.iter_rows(min_row=2)]


def test_every_table_stands_there_as_numbers(report: bc.Report, paper: bytes) -> None:
    book = opened(paper)
    sheets = {sheet["A1"].value: sheet for sheet in book.worksheets}
    for table in report.disclosures[0].tables:
        sheet = sheets[table.title]
        depth = max(len(one.header) for one in table.columns)
        for r in range(len(table.rows)):
            for c, of in enumerate(table.columns):
                value, figure = sheet.cell(r + 3 + depth, c + 1).value, table.cell(r, c).figure
                if of.role.name in ("amount", "count") and figure.is_number:
                    assert Decimal(str(value)) == figure.value
                else:
                    assert (value or "") == figure.text


def test_every_decided_statement_over_figures_is_a_formula(report: bc.Report, paper: bytes) -> None:
    sheet = opened(paper)["核对"]
    decided = [
        (one, outcome)
        for one, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.status.name in ("exact", "rounding", "violated")
        and one.kind.name not in ("presence", "form")
    ]
    rules = column(sheet, "规则")
    assert len(rules) == len(decided)
    assert rules == [one.rule for one, _ in decided]
    left = column(sheet, "左边")
    assert all(str(one).startswith("=") for one in left)
    assert len(decided) > 500


def test_an_office_program_computes_what_the_audit_did(
    report: bc.Report, paper: bytes, convert: Callable[[bytes, str, str], bytes]
) -> None:
    ours = opened(paper, values=True)
    theirs = opened(convert(paper, "xlsx", "xlsx"), values=True)
    assert [one.title for one in theirs.worksheets] == [one.title for one in ours.worksheets]
    compared = 0
    for sheet in ours.worksheets:
        other = theirs[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                again = other[cell.coordinate].value
                if isinstance(cell.value, int | float):
                    assert again == pytest.approx(cell.value, abs=1e-6), (sheet.title, cell)
                    compared += 1
                else:
                    assert again == cell.value, (sheet.title, cell)
    assert compared > 3000
    differs = column(theirs["核对"], "差额")
    outcomes = column(theirs["核对"], "结果")
    for difference, outcome, relation in zip(
        differs, outcomes, column(theirs["核对"], "关系"), strict=True
    ):
        if outcome == "完全相符" and relation == "=":
            assert difference == pytest.approx(0, abs=5e-3)
    assert "不成立" in outcomes


def test_cells_in_question_are_marked_and_explained(report: bc.Report, paper: bytes) -> None:
    book = opened(paper)
    sheets = {sheet["A1"].value: sheet for sheet in book.worksheets}
    seen = 0
    for finding in report.findings:
        for place in finding.places:
            if place.cell is None or not 0 <= place.cell.table < len(report.disclosures[0].tables):
                continue
            table = report.disclosures[0].tables[place.cell.table]
            depth = max(len(one.header) for one in table.columns)
            cell = sheets[table.title].cell(
                place.cell.row + 3 + depth, place.cell.column + 1
            )  # fmt: skip
            if table.columns[place.cell.column].role.name != "amount":
                continue
            assert cell.comment is not None
            assert cell.fill.start_color.rgb != "00000000"
            seen += 1
    assert seen > 10


def test_sums_beside_a_table_find_its_wrong_totals(report: bc.Report, paper: bytes) -> None:
    book = opened(paper, values=True)
    wrong = set()
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                value = cell.value
                if isinstance(value, str) and value.startswith("差额 "):
                    below = sheet.iter_rows(
                        min_row=cell.row + 1, min_col=cell.column, max_col=cell.column
                    )
                    wrong |= {abs(one[0].value) for one in below if one[0].value}
    assert 45 in wrong  # 2749.26 printed for 2794.26


def test_text_that_looks_like_a_formula_stays_text() -> None:
    text = FAULTY.read_text("utf-8").replace("其他财政事务支出", "=1+1")
    text = text.replace("信息化建设", "@SUM(A1:A9)").replace("阳泉市财政局", "=cmd|'/c calc'!A1")
    book = opened(bc.to_working_paper(bc.read(text.encode(), name="=x.txt").audit()))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and ("cmd|" in cell.value or "@SUM" in cell.value):
                    assert cell.data_type == "s"
                if cell.data_type == "f":
                    assert "1+1" not in cell.value


def test_names_that_a_workbook_refuses_and_endless_ones(sound: bytes) -> None:
    text = sound.decode().replace("2024年部门支出总表", "2024年部门支出总表[*]:?/\\" + "长" * 300)
    text = text.replace("财政事务", "财政事务" + "长" * 40000)
    book = opened(bc.to_working_paper(bc.read(text.encode()).audit(), "en"))
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)


def test_the_command_writes_one_paper_a_file(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["audit", str(FAULTY), "--format", "xlsx"])
    assert run.exit_code == 2
    assert "--output" in run.output
    one = tmp_path / "one.xlsx"
    run = CliRunner().invoke(main, ["audit", str(FAULTY), "--format", "xlsx", "--output", str(one)])
    assert run.exit_code == 1
    assert opened(one.read_bytes())
    several = tmp_path / "several"
    files = [str(FAULTY), str(EXAMPLES / "yangquan-finance-2024.txt")]
    CliRunner().invoke(main, ["audit", *files, "--format", "xlsx", "--output", str(several)])
    assert sorted(path.suffix for path in several.iterdir()) == [".xlsx", ".xlsx"]
