# SPDX-License-Identifier: Apache-2.0
"""Other bodies' disclosures in other forms: what is recognised, and figures that a person read.

tests/corpus holds the tables, the figures and the real defects of each document. Its README says
what the columns mean, and why some figures are not read. A figure that is not read must not be
read wrong: its place may hold nothing, never another number; where it does all the same, the test
is expected to fail and says so when it no longer does.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

import budgetcore as bc

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def listing(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FIGURES = listing("figures.csv")
TABLES = listing("tables.csv")
DEFECTS = listing("defects.csv")
NARRATIVES = ["budget-2018-江苏省政协办公厅-说明", "budget-2019-江苏省人大办公厅-说明"]
DOCUMENTS = sorted({row["document"] for row in TABLES})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_tables_are_recognised_by_kind(output_of: Any, document: str) -> None:
    read = output_of(document, "read")
    found = [(t["kind"], t["unit"]) for t in read["tables"]]
    expected = [
        (t["kind"], t["unit"] if t["read"] == "yes" else None)
        for t in TABLES
        if t["document"] == document and t["read"] != "no"
    ]
    assert found == expected


@pytest.mark.parametrize("document", DOCUMENTS)
def test_kind_and_year_are_those_of_the_document(output_of: Any, document: str) -> None:
    kind, year, _ = document.split("-", 2)
    read = output_of(document, "read")["document"]
    assert read["kind"] == {"budget": "budget", "final": "final_account"}[kind]
    assert read["year"] == int(year)


@pytest.mark.parametrize("document", NARRATIVES)
def test_a_narrative_published_apart(output_of: Any, document: str) -> None:
    """It speaks of tables that stand in another file: none is made up or missed, nothing passes."""
    kind, year, name, _ = document.split("-")
    read = output_of(document, "read")
    head = read["document"]
    assert (head["kind"], head["year"], read["tables"]) == (kind, int(year), [])
    assert name.removeprefix("江苏省")[:2] in head["organisation"]
    report = output_of(document, "audit", "--fail-on", "never")
    known = {d["text"] for d in DEFECTS if d["document"] == document}
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    assert {p["text"] for f in errors for p in f["places"]} >= known
    assert len(errors) == len(known)
    assert report["verdict"] == ("violated" if known else "not_read")


def plain(text: str) -> str:
    """A figure without the blanks that layouts leave before its unit."""
    return text.replace(" ", "")


def cells(read: Any, figure: dict[str, str]) -> list[str]:
    """What is read at the place of a figure, in every table of its kind that has the row."""
    column = int(figure["column"]) - 1
    return [
        row["cells"][column]
        for table in read["tables"]
        if table["kind"] == figure["kind"]
        for row in table["rows"]
        if figure["row"] in ("", row["code"], *(cell.strip() for cell in row["cells"]))
        and column < len(row["cells"])
    ]


def figures() -> list[Any]:
    return [
        pytest.param(
            f,
            id=f"{f['document']}-{f['kind']}-{f['row']}-{f['column']}",
            marks=[pytest.mark.xfail(strict=True)] if f["read"] == "wrong" else [],
        )
        for f in FIGURES
    ]


@pytest.mark.parametrize("figure", figures())
def test_a_figure_stands_in_its_row_and_column(output_of: Any, figure: dict[str, str]) -> None:
    found = cells(output_of(figure["document"], "read"), figure)
    if figure["read"] == "yes":
        assert found[:1] == [figure["text"]]
    else:
        assert found[:1] in ([], [""]), "if it is read now, say so in figures.csv"


def test_the_figures_cover_enough() -> None:
    assert len([f for f in FIGURES if f["read"] == "yes"]) >= 50
    assert len({f["document"] for f in FIGURES}) >= 6


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_audit_raises_no_false_error(output_of: Any, document: str) -> None:
    """Every error is one that a person found in the document, and every one of those is found."""
    report = output_of(document, "audit", "--fail-on", "never")
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    known = [d for d in DEFECTS if d["document"] == document]
    unexpected = [
        f["message"]
        for f in errors
        if not any(plain(p["text"]) == d["text"] for p in f["places"] for d in known)
    ]
    assert unexpected == []
    for defect in known:
        found = any(plain(p["text"]) == defect["text"] for f in errors for p in f["places"])
        assert found is (defect["found"] == "yes"), defect


# ---- the same documents from their PDFs ----


@pytest.fixture(scope="session")
def pdf_of(real: Any) -> Any:
    folder: Path = real("corpus")
    cache: dict[str, bc.Disclosure] = {}

    def call(document: str) -> bc.Disclosure:
        if document not in cache:
            cache[document] = bc.read(folder / f"{document}.pdf")
        return cache[document]

    return call


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_line_of_every_table_is_read(pdf_of: Any, document: str) -> None:
    read = pdf_of(document)
    assert [line.text for line in read.not_read] == []
    expected = sorted(t["kind"] for t in TABLES if t["document"] == document)
    assert sorted({t.kind.name for t in read.tables}) == sorted(set(expected))


@pytest.mark.parametrize(
    "figure", FIGURES, ids=lambda f: f"{f['document']}-{f['kind']}-{f['row']}-{f['column']}"
)
def test_a_figure_stands_in_its_row(pdf_of: Any, figure: dict[str, str]) -> None:
    """Columns of codes differ between the two readings, rows and figures do not.

    A label that spans rows stands on one line of a text, and in the first of its rows in a grid.
    """
    rows = [
        [cell.text for cell in row]
        for table in pdf_of(figure["document"]).tables
        if table.kind.name == figure["kind"]
        for row, printed in zip(table.cells, table.rows, strict=True)
        if {figure["row"], figure["row"].split(" ")[-1]}
        & {"", *(label.code for label in printed.labels), *(cell.text.strip() for cell in row)}
    ]
    assert any(figure["text"] in row for row in rows), rows[:3]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_audit_of_the_pdf_raises_no_false_error(pdf_of: Any, document: str) -> None:
    report = pdf_of(document).audit()
    known = {d["text"] for d in DEFECTS if d["document"] == document}
    unexpected = [
        finding.message("zh")
        for finding in report.findings
        if finding.severity is bc.Severity.error
        and not any(place.text in known for place in finding.places)
    ]
    assert unexpected == []
    assert report.coverage.figures.read > 100


@pytest.mark.parametrize("document", DOCUMENTS)
def test_cells_know_where_they_stand_on_the_page(pdf_of: Any, document: str) -> None:
    for table in pdf_of(document).tables:
        for row in table.cells:
            for cell in row:
                if cell.text:
                    assert cell.place.page is not None
                    assert cell.place.box is not None
                    x0, y0, x1, y1 = cell.place.box
                    assert x0 < x1
                    assert y0 < y1
