# SPDX-License-Identifier: Apache-2.0
"""Model → file → model: what is written in any format is read back, equal."""

from __future__ import annotations

import functools
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import budgetcore
from writers.books import write_csv, write_xls, write_xlsx
from writers.pages import write_docx, write_html
from writers.pdf import Layout, write_pdf
from writers.printed import PrintedTable, printed_tables

EXAMPLES = Path(__file__).parents[3] / "examples" / "disclosures"
SOUND = "yangquan-finance-2024.txt"
FAULTY = "yangquan-finance-2024-faulty-tables.txt"

WRITERS: dict[str, Callable[[list[PrintedTable]], bytes]] = {
    "numbers.xlsx": write_xlsx,
    "texts.xlsx": lambda tables: write_xlsx(tables, numbers=False),
    "book.xls": write_xls,
    "page.html": write_html,
    "gb18030.htm": lambda tables: write_html(tables, charset="gb18030"),
    "layout-tables.html": lambda tables: write_html(tables, title_inside=True),
    "word.docx": write_docx,
    "titles-inside.docx": lambda tables: write_docx(tables, title_inside=True),
    "utf8.csv": write_csv,
    "gb18030.csv": lambda tables: write_csv(tables, "gb18030"),
}
LAYOUTS = {
    "plain": Layout(),
    "no repeated header": Layout(repeat_header=False),
    "dashed": Layout(ruling="dashed"),
    "double": Layout(ruling="double"),
    "thin rectangles": Layout(ruling="rectangles"),
    "boxes": Layout(ruling="cells"),
    "open sides": Layout(ruling="open"),
    "90°": Layout(rotate=90),
    "180°": Layout(rotate=180),
    "270°": Layout(rotate=270),
    "watermark, hidden copies": Layout(watermark=True, hidden_copy=True),
    "drawn backwards": Layout(lines_reversed=True, digits_apart=False),
    "large": Layout(size=11),
    "small": Layout(size=5),
    "no page marks": Layout(page_marks=False, running_title=False),
}


@functools.cache
def model(example: str) -> budgetcore.Disclosure:
    """The example without narrative and targets, which the writers of tables do not print."""
    lines = (EXAMPLES / example).read_text(encoding="utf-8").split("\n")
    whole = budgetcore.read(EXAMPLES / example)
    for targets in whole.targets:
        assert targets.place.line is not None
        assert targets.last.line is not None
        for line in range(targets.place.line, targets.last.line + 1):
            lines[line - 1] = ""
    for passage in whole.passages:
        for place in passage.places:
            assert place.line is not None
            lines[place.line - 1] = ""
    return budgetcore.read("\n".join(lines).encode(), name=example)


def facts(disclosure: budgetcore.Disclosure) -> list[tuple[Any, ...]]:
    return [
        (
            table.kind,
            table.number,
            table.title,
            table.unit,
            table.stated_empty,
            [(tuple(column.header), column.role) for column in table.columns],
            [tuple(row.texts) for row in table.rows],
        )
        for table in disclosure.tables
    ]


def errors_of(disclosure: budgetcore.Disclosure) -> list[tuple[str, str]]:
    findings = disclosure.audit().findings
    return [(f.rule, f.places[0].text) for f in findings if f.severity.name == "error"]


def check(data: bytes, name: str, example: str) -> None:
    expected = model(example)
    disclosure = budgetcore.read(data, name=name)
    assert [line.text for line in disclosure.not_read] == []
    for read, printed in zip(facts(disclosure), facts(expected), strict=True):
        assert read == printed
    assert (disclosure.year, disclosure.organisation) == (expected.year, expected.organisation)
    found, wanted = disclosure.audit(), expected.audit()
    assert found.verdict == wanted.verdict
    assert errors_of(disclosure) == errors_of(expected)


@pytest.mark.parametrize("example", [SOUND, FAULTY])
@pytest.mark.parametrize("name", WRITERS)
def test_files_that_know_their_tables(name: str, example: str) -> None:
    check(WRITERS[name](printed_tables(model(example))), name, example)


@pytest.mark.parametrize("name", LAYOUTS)
def test_pages(name: str) -> None:
    check(write_pdf(printed_tables(model(SOUND)), LAYOUTS[name]), f"{name}.pdf", SOUND)


def test_pages_with_defects() -> None:
    check(write_pdf(printed_tables(model(FAULTY))), "faulty.pdf", FAULTY)


def printed_by_libreoffice(name: str, data: bytes, folder: Path) -> bytes:
    source = folder / name
    source.write_bytes(data)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), str(source),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return source.with_suffix(".pdf").read_bytes()


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@needs_libreoffice
@pytest.mark.parametrize("name", ["numbers.xlsx", "word.docx", "titles-inside.docx"])
def test_pages_printed_by_libreoffice(name: str, tmp_path: Path) -> None:
    data = WRITERS[name](printed_tables(model(SOUND)))
    check(printed_by_libreoffice(name, data, tmp_path), "printed.pdf", SOUND)


@needs_libreoffice
def test_pages_without_drawn_lines_printed_by_libreoffice(tmp_path: Path) -> None:
    data = write_xlsx(printed_tables(model(SOUND)), ruled=False)
    disclosure = budgetcore.read(printed_by_libreoffice("a.xlsx", data, tmp_path), name="a.pdf")
    report = disclosure.audit()
    assert report.verdict.name == "consistent"
    assert {finding.severity.name for finding in report.findings} == {"note"}


@pytest.mark.parametrize("size", [5.0, 6.5, 8.0])
@pytest.mark.parametrize("example", [SOUND, FAULTY])
def test_pages_without_drawn_lines(example: str, size: float) -> None:
    """Columns are told by where words stand, and what a table says wrong is still found."""
    layout = Layout(ruling="none", size=size)
    disclosure = budgetcore.read(write_pdf(printed_tables(model(example)), layout), name="a.pdf")
    # Outer headers over columns of two kinds; and tables of a header alone, read by their lines.
    uncertain = {
        *("appropriation_summary", "state_capital", "purchase_of_services"),
        "project_expenditure_carried_over",
    }
    found = {table[0].name: table for table in facts(disclosure)}
    for table in facts(model(example)):
        kind = table[0].name
        if kind not in uncertain:
            assert found[kind] == table
        assert found[kind][-1] == table[-1]
    assert disclosure.not_read == []
    assert errors_of(disclosure) == errors_of(model(example))


UNTITLED = """<p>某局2024年部门预算</p>
<p>公开01表</p><p>一般公共预算支出表</p><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr><tr><td></td><td>合计</td><td>9.90</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>6.40</td></tr>
<tr><td>208</td><td>社会保障和就业支出</td><td>3.50</td></tr></table>
<p>公开02表</p><p>机关运行经费</p><p>单位：万元</p><table>
<tr><td>单位名称</td><td>合计</td><td>一般公共预算</td></tr><tr><td>合计</td><td>3.60</td><td>3.60</td></tr>
<tr><td>本级</td><td>2.40</td><td>2.40</td></tr><tr><td>中心</td><td>1.20</td><td>1.20</td></tr></table>"""


@pytest.mark.parametrize("name", [*WRITERS, "ruled.pdf"])
def test_a_table_whose_title_is_no_title(name: str) -> None:
    expected = budgetcore.read(UNTITLED.encode(), name="a.html")
    assert [(t.title, t.number, t.kind.name) for t in expected.tables] == [
        ("一般公共预算支出表", "01", "general_public_expenditure"),
        ("机关运行经费", "02", "agency_operating"),
    ]
    tables = printed_tables(expected)
    data = write_pdf(tables) if name == "ruled.pdf" else WRITERS[name](tables)
    assert facts(budgetcore.read(data, name=name)) == facts(expected)
