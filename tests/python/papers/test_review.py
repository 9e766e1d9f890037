# SPDX-License-Identifier: Apache-2.0
"""Lists of issues, letters, and what became of the issues of an earlier version."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore import errors
from budgetcore.cli import main
from budgetcore.papers.review import COLUMNS, STANDARD

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"


def audited(text: str) -> bc.Report:
    return bc.read(text.encode(), name="a.txt").audit()


@pytest.fixture(scope="module")
def report() -> bc.Report:
    return bc.read(FAULTY).audit()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_issue_says_what_where_why_and_what_to_do(report: bc.Report, lang: Any) -> None:
    issues = bc.issues_of(report, lang=lang)
    listed = [one for one in report.findings if one.severity.name != "note"]
    assert [one.id for one in issues] == [one.id for one in listed]
    assert [one.number for one in issues] == list(range(1, len(listed) + 1))
    for issue in issues:
        assert issue.problem
        assert issue.basis
        assert issue.suggestion
        assert issue.page or not listed[issue.number - 1].places
        assert "阳泉市财政局" in issue.body
    wrong = next(one for one in issues if "2749.26" in one.original)
    assert "2794.26" in wrong.suggestion
    assert "1083.23" in wrong.arithmetic


def test_severities_below_the_least_are_left_out(report: bc.Report) -> None:
    every = bc.issues_of(report, least=bc.Severity.note)
    assert len(every) == len(report.findings)
    assert {one.severity for one in bc.issues_of(report, least=bc.Severity.error)} == {
        bc.Severity.error
    }


def test_what_became_of_each_issue(report: bc.Report, tmp_path: Path) -> None:
    text = FAULTY.read_text("utf-8")
    before = bc.issues_of(report)
    again = bc.issues_of(report, since=report)
    assert {one.state for one in again} == {bc.State.remaining}

    corrected = audited(text.replace("2749.26", "2794.26"))
    states = {one.id: one.state for one in bc.issues_of(corrected, since=report)}
    resolved = [one for one in before if states[one.id] is bc.State.resolved]
    assert any("2749.26" in one.original for one in resolved)
    assert all(one in states for one in (issue.id for issue in before))

    worse = audited(text.replace("2749.26", "2749.62"))
    states = {one.id: one.state for one in bc.issues_of(worse, since=report)}
    changed = [one for one in before if states[one.id] is bc.State.changed]
    assert any("2749.26" in one.original for one in changed)

    file = tmp_path / "report.json"
    file.write_text(report.to_json("en"), "utf-8")
    from_file = bc.issues_of(corrected, since=file)
    assert [one.state for one in from_file] == [
        one.state for one in bc.issues_of(corrected, since=report)
    ]
    new = bc.issues_of(report, since=corrected)
    assert bc.State.new in {one.state for one in new}


def test_what_was_not_checked_again_is_not_called_resolved(report: bc.Report) -> None:
    text = FAULTY.read_text("utf-8")
    table = next(one for one in report.disclosures[0].tables if one.kind.name == "expenditure")
    lines = text.split("\n")
    first, last = table.place.line, table.last.line
    assert first is not None
    assert last is not None
    without = "\n".join([*lines[: first - 1], *lines[last:]])
    states = {one.id: one.state for one in bc.issues_of(audited(without), since=report)}
    inside = [
        one
        for one in report.findings
        if one.rule == "expenditure.split" and one.severity.name == "error"
    ]
    assert inside
    assert all(states[one.id] is bc.State.not_checked for one in inside)


def test_a_report_about_another_year_tells_nothing(report: bc.Report) -> None:
    other = audited(FAULTY.read_text("utf-8").replace("2024", "2023"))
    assert {one.state for one in bc.issues_of(report, since=other)} == {bc.State.new}


def test_what_is_no_report_is_refused(report: bc.Report, tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    for text in ("", "[]x", '{"schema": "other"}', "[1]"):
        file.write_text(text, "utf-8")
        with pytest.raises(errors.ConfigError) as raised:
            bc.issues_of(report, since=file)
        assert raised.value.id == "config.since"
        assert "none.json" in str(raised.value.place)


def test_the_sheet_has_the_columns_asked_for(report: bc.Report) -> None:
    issues = bc.issues_of(report)
    for columns in (STANDARD, tuple(COLUMNS), ("id", "problem")):
        data = bc.to_review_sheet(issues, "zh", columns)
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True))
        assert list(rows[0]) == [COLUMNS[name][0] for name in columns]
        assert len(rows) == len(issues) + 1
        at = columns.index("problem")
        assert [row[at] for row in rows[1:]] == [one.problem for one in issues]
    with pytest.raises(KeyError):
        bc.to_review_sheet(issues, "zh", ("nothing",))


def test_the_document_and_the_letter_open(
    report: bc.Report, convert: Callable[[bytes, str, str], bytes]
) -> None:
    issues = bc.issues_of(report)
    listed = docx.Document(io.BytesIO(bc.to_review_document(issues)))
    assert len(listed.tables[0].rows) == len(issues) + 1
    assert listed.tables[0].rows[1].cells[4].text == issues[0].problem
    letter = bc.to_letter(issues, source="a.txt")
    text = convert(letter, "docx", "txt:Text (encoded):UTF8").decode("utf-8-sig")
    for issue in issues:
        assert issue.problem[:30] in text
    assert f"{len(issues)} 个问题" in text
    assert convert(bc.to_review_document(issues), "docx", "pdf").startswith(b"%PDF")
    assert convert(bc.to_review_sheet(issues), "xlsx", "pdf").startswith(b"%PDF")


def test_a_letter_asks_nothing_about_what_is_resolved(report: bc.Report) -> None:
    corrected = audited(FAULTY.read_text("utf-8").replace("2749.26", "2794.26"))
    issues = bc.issues_of(corrected, since=report)
    done = [one for one in issues if one.state is bc.State.resolved]
    assert done
    text = "\n".join(
        one.text for one in docx.Document(io.BytesIO(bc.to_letter(issues, "en"))).paragraphs
    )
    assert f"{len(done)} issues of the earlier version" in text
    assert all(one.problem not in text for one in done)


def test_words_that_xml_cannot_hold(sound: bytes) -> None:
    text = sound.decode().replace("行政运行 3.50 3.50", "行政\x1b\ufffe运行 3.50 3.05")
    issues = bc.issues_of(audited(text), least=bc.Severity.note)
    assert any("3.05" in one.problem for one in issues)
    openpyxl.load_workbook(io.BytesIO(bc.to_review_sheet(issues)))
    openpyxl.load_workbook(io.BytesIO(bc.to_working_paper(audited(text))))
    for write in (bc.to_review_document, bc.to_letter):
        docx.Document(io.BytesIO(write(issues)))


def test_the_command(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_bytes(FAULTY.read_bytes())
    earlier = tmp_path / "earlier.json"
    run = CliRunner()
    run.invoke(main, ["audit", str(FAULTY), "--format", "json", "--output", str(earlier)])
    out, letters = tmp_path / "list.xlsx", tmp_path / "letters"
    done = run.invoke(
        main,
        ["review", str(source), "--output", str(out), "--letters", str(letters), "--since",
         str(earlier), "--columns", "number,state,problem"],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    rows = list(openpyxl.load_workbook(out).worksheets[0].iter_rows(values_only=True))
    assert {row[1] for row in rows[1:]} == {"未整改"}
    assert [path.suffix for path in letters.iterdir()] == [".docx"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output", "list.pdf"], ".docx"),
        (["--output", "list.xlsx", "--columns", "nothing"], "nothing"),
        (["--output", "no/folder/list.xlsx"], "list.xlsx"),
        (["--output", "list.xlsx", "--since", "none.json"], "none.json"),
    ],
)
def test_bad_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    arguments = [
        str(tmp_path / one) if "list" in one or "none" in one else one for one in arguments
    ]
    done = CliRunner().invoke(main, ["review", str(FAULTY), *arguments, "--lang", "en"])
    assert done.exit_code == 2
    assert said in done.output


def test_a_target_whose_table_is_gone_is_not_called_resolved() -> None:
    text = (EXAMPLES / "yangquan-finance-2024.txt").read_text("utf-8")
    before = bc.read(text.encode(), name="a.txt").audit()
    (wrong,) = [one for one in before.findings if one.rule == "target.rate"]
    line = wrong.places[0].place.line
    assert line is not None
    targets = next(
        one
        for one in before.disclosures[0].targets
        if (one.place.line or 0) <= line <= (one.last.line or 0)
    )
    lines = text.split("\n")
    without = "\n".join([*lines[: (targets.place.line or 0) - 1], *lines[targets.last.line or 0 :]])
    after = audited(without)
    assert sum(after.coverage.rules["target.rate"].values()) > 0  # of other tables
    states = {one.id: one.state for one in bc.issues_of(after, since=before)}
    assert states[wrong.id] is bc.State.not_checked
    mended = audited(text.replace("＞100%", "≥100%").replace(">100%", "≥100%"))
    assert {one.id: one.state for one in bc.issues_of(mended, since=before)}[
        wrong.id
    ] is bc.State.resolved
