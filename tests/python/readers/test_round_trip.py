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
    return budgetcore.read(EXAMPLES / example)


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


def check(data: bytes, name: str, example: str) -> None:
    expected = model(example)
    disclosure = budgetcore.read(data, name=name)
    assert [line.text for line in disclosure.not_read] == []
    for read, printed in zip(facts(disclosure), facts(expected), strict=True):
        assert read == printed
    assert (disclosure.year, disclosure.organisation) == (expected.year, expected.organisation)
    found, wanted = disclosure.audit(), expected.audit()
    assert found.verdict == wanted.verdict
    errors = [
        [(f.rule, f.places[0].text) for f in report.findings if f.severity.name == "error"]
        for report in (found, wanted)
    ]
    assert errors[0] == errors[1]


@pytest.mark.parametrize("example", [SOUND, FAULTY])
@pytest.mark.parametrize("name", WRITERS)
def test_files_that_know_their_tables(name: str, example: str) -> None:
    check(WRITERS[name](printed_tables(model(example))), name, example)


@pytest.mark.parametrize("name", LAYOUTS)
def test_pages(name: str) -> None:
    check(write_pdf(printed_tables(model(SOUND)), LAYOUTS[name]), f"{name}.pdf", SOUND)


def test_pages_with_defects() -> None:
    check(write_pdf(printed_tables(model(FAULTY))), "faulty.pdf", FAULTY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["numbers.xlsx", "word.docx", "titles-inside.docx"])
def test_pages_printed_by_libreoffice(name: str, tmp_path: Path) -> None:
    source = tmp_path / name
    source.write_bytes(WRITERS[name](printed_tables(model(SOUND))))
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", str(tmp_path), str(source),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    check(source.with_suffix(".pdf").read_bytes(), "printed.pdf", SOUND)


@pytest.mark.parametrize("size", [5.0, 8.0])
def test_pages_without_drawn_lines(size: float) -> None:
    """Columns are told by where words stand; what is not certain is never an error."""
    layout = Layout(ruling="none", size=size)
    disclosure = budgetcore.read(write_pdf(printed_tables(model(SOUND)), layout), name="a.pdf")
    # Outer headers over columns of two kinds; and tables of a header alone, read by their lines.
    uncertain = {
        *("appropriation_summary", "state_capital", "purchase_of_services"),
        "project_expenditure_carried_over",
    }
    found = {table[0].name: table for table in facts(disclosure)}
    for table in facts(model(SOUND)):
        kind = table[0].name
        if kind not in uncertain:
            assert found[kind] == table
        assert found[kind][-1] == table[-1]
    assert disclosure.not_read == []
    assert [f for f in disclosure.audit().findings if f.severity.name == "error"] == []
