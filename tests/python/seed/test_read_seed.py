# SPDX-License-Identifier: Apache-2.0
"""Every cell of the tables of a real department budget, against what a person read."""

from __future__ import annotations

import json
from typing import Any

import pytest

KINDS = {
    "1": "revenue_expenditure_summary",
    "2": "revenue",
    "3": "expenditure",
    "4": "appropriation_summary",
    "5": "general_public_expenditure",
    "6": "basic_expenditure_by_economic_subject",
    "7": "government_fund_revenue",
    "8": "government_fund_expenditure",
    "9": "state_capital",
    "10": "three_public",
    "11": "agency_operating",
    "12": "project_expenditure",
    "13": "project_expenditure_carried_over",
}


def table_of(read_output: Any, number: str) -> Any:
    tables = [t for t in read_output["tables"] if t["number"] == number]
    assert len(tables) == 1, f"table {number} is read {len(tables)} times"
    return tables[0]


def differences(table: Any, truth: Any) -> list[str]:
    """One line a difference, with the place and both texts."""
    found = []
    if len(table["rows"]) != len(truth.rows):
        found.append(f"{len(table['rows'])} rows, printed are {len(truth.rows)}")
    for index, (row, expected) in enumerate(zip(table["rows"], truth.rows, strict=False)):
        where = f"row {index + 1} (line {expected.lines[0]})"
        cells = [cell.strip("　") for cell in row["cells"]]
        if cells != list(expected.cells):
            found.append(f"{where}: read {cells}, printed {list(expected.cells)}")
        if row["line"] != expected.lines[0]:
            found.append(f"{where}: read from line {row['line']}")
    return found


@pytest.mark.parametrize("number", KINDS)
def test_every_cell_stands_in_its_row_and_column(disclosure: Any, read: Any, number: str) -> None:
    table = table_of(read(disclosure.path), number)
    found = differences(table, disclosure.truth.tables[number])
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(("number", "kind"), KINDS.items())
def test_tables_are_known_by_kind_title_and_unit(
    disclosure: Any, read: Any, number: str, kind: str
) -> None:
    table = table_of(read(disclosure.path), number)
    truth = disclosure.truth.tables[number]
    assert (table["kind"], table["title"], table["unit"], table["stated_empty"]) == (
        kind,
        truth.title,
        truth.unit,
        truth.stated_empty,
    )


@pytest.mark.parametrize("number", KINDS)
def test_columns_carry_their_headers(disclosure: Any, read: Any, number: str) -> None:
    """The innermost header of every column; above it stands the side in a two-sided table."""
    truth = disclosure.truth.tables[number]
    columns = table_of(read(disclosure.path), number)["columns"]
    expected = [column.rpartition(":")[2] for column in truth.columns]
    assert [column["header"][-1] for column in columns] == expected
    assert [column["id"] for column in columns] == [f"c{n + 1}" for n in range(len(columns))]
    sides = [column.partition(":")[0] if ":" in column else "" for column in truth.columns]
    for column, side in zip(columns, sides, strict=True):
        assert not side or any(side in header for header in column["header"]), (column, side)


@pytest.mark.parametrize("number", KINDS)
def test_cells_of_a_row_agree_with_its_code_and_name(
    disclosure: Any, read: Any, number: str
) -> None:
    table = table_of(read(disclosure.path), number)
    roles = [column["role"] for column in table["columns"]]
    for row in table["rows"]:
        names = [t for t, role in zip(row["cells"], roles, strict=True) if role == "name" and t]
        codes = [t for t, role in zip(row["cells"], roles, strict=True) if role == "code" and t]
        assert row["name"].strip("　") in [*(n.strip("　") for n in names), ""]
        assert row["code"] in [*codes, ""]


def test_nothing_of_the_tables_is_left_over(disclosure: Any, read: Any) -> None:
    """A line that belongs to a table and has no place is listed; here every line has one."""
    first = disclosure.truth.tables["1"].rows[0].lines[0]
    last = max(row.lines[1] for t in disclosure.truth.tables.values() for row in t.rows)
    left = [n for n in read(disclosure.path)["not_read"] if first <= (n["line"] or 0) <= last]
    assert left == []


def test_document_names_its_body_and_year(disclosure: Any, read: Any) -> None:
    document = read(disclosure.path)["document"]
    assert (document["kind"], document["year"], document["organisation"]) == (
        "budget",
        2024,
        "阳泉市财政局",
    )


def test_every_figure_of_the_purchase_table(seed: Any, read: Any) -> None:
    facts = json.loads(seed.truth_path.read_text(encoding="utf-8"))["purchase_of_services"]
    tables = [t for t in read(seed.path)["tables"] if t["kind"] == "purchase_of_services"]
    assert len(tables) == 1
    table = tables[0]
    assert table["unit"] == facts["unit"]
    assert len(table["columns"]) == len(facts["columns"])
    assert [row["line"] for row in table["rows"]] == [row["line"] for row in facts["rows"]]
    # Amounts and counts; the eight columns before them hold words that the page cut and glued.
    assert [row["cells"][8:] for row in table["rows"]] == [r["cells"][8:] for r in facts["rows"]]


def test_the_words_of_the_purchase_table(seed: Any, read: Any) -> None:
    facts = json.loads(seed.truth_path.read_text(encoding="utf-8"))["purchase_of_services"]
    (table,) = (t for t in read(seed.path)["tables"] if t["kind"] == "purchase_of_services")
    for row, expected in zip(table["rows"], facts["rows"], strict=True):
        assert row["cells"][:3] == expected["cells"][:3]
        # Neighbours that print without a gap between them keep their text, whole and in order.
        assert "".join(row["cells"][3:8]) == "".join(expected["cells"][3:8])
