# SPDX-License-Identifier: Apache-2.0
"""Frames of a disclosure: every figure, claims, targets, findings, tables; no float on the way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import budgetcore as bc
from budgetcore import Money, MoneyArray, SubjectTree, Unit
from budgetcore.errors import CellNotRead, FrameError
from budgetcore.frames import Frame, MoneyDtype, frame_of

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024.txt"
FAULTY = ROOT / "examples/disclosures/yangquan-finance-2024-faulty-tables.txt"


@pytest.fixture(scope="module")
def doc() -> bc.Disclosure:
    return bc.read(EXAMPLE)


def floats_of(frame: pd.DataFrame) -> list[str]:
    return [
        name
        for name in frame.columns
        if frame[name].dtype.kind == "f"
        or any(isinstance(value, float | np.floating) for value in frame[name])
    ]


# ---- cells ----


def test_a_row_for_every_printed_figure(doc: bc.Disclosure) -> None:
    cells = doc.cells.to_pandas()
    printed = sum(
        cell.text != ""
        for table in doc
        for row in table.rows
        for cell, column in zip(row.cells, table.columns, strict=True)
        if column.role.name in ("amount", "count")
    )
    assert len(cells[cells["table"].notna()].query("table.str.startswith('t')")) == printed
    assert len(cells) == len(doc.cells) > printed
    assert set(cells["body"]) == {"阳泉市财政局"}
    assert set(cells["year"]) == {2024}
    row = cells[(cells["table_kind"] == "expenditure") & (cells["code"] == "201")].iloc[0]
    assert (row["name"], row["text"], row["unit"]) == ("一般公共服务支出", "2797.94", "万元")
    assert row["amount"] == Money.of_fen(2797940000)
    assert row["value"] == Decimal("2797.94")
    assert row["statements"] > 0
    assert row["outcome"] in ("exact", "rounding")


def test_the_worst_outcome_of_a_figure_is_that_of_its_statements() -> None:
    report = bc.read(FAULTY).audit()
    cells = report.cells.to_pandas()
    worst = ["exact", "rounding", "not_decided", "not_read", "violated"]
    wanted: dict[tuple[int, int, int], list[str]] = {}
    for obligation, outcome in zip(report.obligations, report.outcomes, strict=True):
        if outcome.status.name == "not_applicable":
            continue
        for term in {(t.cell.table, t.cell.row, t.cell.column) for t in terms_of(obligation)}:
            wanted.setdefault(term, []).append(outcome.status.name)
    tables = {table.id: i for i, table in enumerate(report.disclosures[0].tables)}
    checked = 0
    for row in cells[cells["table"].isin(list(tables))].itertuples():
        key = (tables[row.table], int(row.row[1:]) - 1, int(row.column[1:]) - 1)
        statuses = wanted.get(key, [])
        assert row.statements == len(statuses), row
        if statuses:
            assert row.outcome == max(statuses, key=worst.index)
            checked += 1
    assert checked > 100
    assert "violated" in set(cells["outcome"].dropna())


def terms_of(obligation: Any) -> list[Any]:
    return [*obligation.left, *obligation.right, *obligation.base]


def test_no_float_in_any_frame(doc: bc.Disclosure) -> None:
    report = bc.read(FAULTY).audit()
    frames = [
        doc.cells, doc.claims, doc.targets, doc.targets[1], report.findings, report.cells,
        *[table for table in doc if table.rows],
    ]  # fmt: skip
    for frame in frames:
        assert floats_of(frame.to_pandas()) == []
        assert [f for f in frame.to_arrow().schema if pa.types.is_floating(f.type)] == []
        assert [d for d in frame.to_polars().dtypes if d.is_float()] == []
        assert frame.to_arrow().num_rows == len(frame.to_pandas()) == frame.to_polars().height
        assert frame._repr_html_().count("<tr>") > 0


def test_findings_are_a_sequence_and_a_frame() -> None:
    report = bc.read(FAULTY).audit()
    findings = report.findings
    assert len(findings) == len(list(findings)) > 3
    assert findings[-1].id == list(findings)[-1].id
    assert [one.id for one in findings[1:3]] == [one.id for one in list(findings)[1:3]]
    with pytest.raises(IndexError):
        findings[len(findings)]
    frame = findings.to_pandas()
    assert frame["id"].tolist() == [one.id for one in findings]
    assert frame["message"].tolist() == [one.message() for one in findings]


# ---- tables ----


def test_a_table_has_its_printed_columns(doc: bc.Disclosure) -> None:
    frame = doc["支出总表"].to_pandas()
    assert list(frame.columns) == ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    assert frame["合计"].dtype == MoneyDtype("万元")
    assert frame["合计"][0] == frame["合计"].max() == Money.of_fen(3296300000)
    assert frame["项目支出"].isna().any()
    assert doc["支出总表"].to_arrow().schema.field("合计").type == pa.decimal128(38, 6)
    assert doc["支出总表"].to_arrow("fen").schema.field("合计").type == pa.int64()
    names = doc["收支总表"].to_pandas().columns
    assert len(set(names)) == len(names)


def test_an_unreadable_figure_makes_no_frame(doc: bc.Disclosure) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    smudged = bc.read(text.replace("2797.94", "27O7.94").encode(), name="a.txt")
    table = next(
        t for t in smudged for row in t.rows if any(c.text == "27O7.94" for c in row.cells)
    )
    with pytest.raises(CellNotRead) as caught:
        table.to_pandas()
    assert caught.value.text == "27O7.94"
    assert caught.value.place.line is not None
    assert "27O7.94" in table._repr_html_()
    cells = smudged.cells.to_pandas()
    assert cells[cells["text"] == "27O7.94"]["state"].unique().tolist() == ["unreadable"]


# ---- polars, DuckDB ----


def test_duckdb_reads_the_fen_where_they_are(doc: bc.Disclosure) -> None:
    cells = doc.cells.to_arrow("fen")
    total = (
        duckdb.from_arrow(cells)
        .query(
            "cells",
            "select sum(amount) from cells where table_kind = 'expenditure' and level = 1 "
            "and term = '合计'",
        )
        .fetchall()
    )
    assert total == [(3296290000,)]  # four classes; the printed total is 3,296.30


def test_polars_sums_decimals(doc: bc.Disclosure) -> None:
    frame = pl.DataFrame(doc["支出总表"].to_arrow())
    assert frame["合计"].max() == Decimal("3296.300000")
    assert pl.DataFrame(doc["支出总表"]).equals(doc["支出总表"].to_polars())


# ---- trees ----

ROWS = {
    "codes": ["201", "20101", "2010101", "20106", "208"],
    "names": ["一般公共服务支出", "人大事务", "行政运行", "财政事务", "社会保障和就业支出"],
}
AMOUNTS: dict[str, list[str | None]] = {
    "合计": ["5.00", "2.00", "2.00", "3.00", "4.50"],
    "基本支出": ["1.00", None, "1.00", None, "4.50"],
}


@pytest.fixture
def tree() -> SubjectTree:
    return SubjectTree.from_rows(**ROWS, amounts=AMOUNTS, unit="万元")


def exact(tree: SubjectTree) -> list[tuple[str, str, dict[str, Money | None]]]:
    return [(node.code, node.name, node.amounts) for node in tree]


@pytest.mark.parametrize("through", ["to_pandas", "to_polars", "to_arrow", "to_dict"])
def test_a_tree_goes_through_a_frame_and_back(tree: SubjectTree, through: str) -> None:
    frame = getattr(tree, through)(*([] if through == "to_dict" else ["万元"]))
    unit = "万元" if through in ("to_polars", "to_arrow") else None
    back = SubjectTree.from_frame(frame, unit=unit)
    assert exact(back) == exact(tree)
    assert back.columns == tree.columns


def test_computed_sums_stand_for_what_has_parts(tree: SubjectTree) -> None:
    frame = tree.to_pandas(computed=True)
    basic = dict(zip(frame["code"], frame["基本支出"], strict=True))
    assert basic["20101"] == basic["2010101"] == Money.of_fen(1000000)
    assert frame["parent"].fillna("").tolist() == ["", "201", "20101", "201", ""]
    assert floats_of(frame) == []


def test_a_tree_of_any_frame_with_codes() -> None:
    frame = pd.DataFrame(
        {"功能分类科目编码": ["201", "208"], "备注": ["甲", "乙"], "预算数": ["1,000.50", "2"]}
    )
    made = SubjectTree.from_frame(frame, unit="万元")
    assert made.columns == ["预算数"]
    assert made.total.computed() == Money.parse("1002.50", Unit.wan_yuan)
    by_number = SubjectTree.from_frame(pd.DataFrame({"code": [201, 208], "x": [1, 2]}), unit="元")
    assert [node.code for node in by_number] == ["201", "208"]
    by_parent = SubjectTree.from_frame(
        {"name": ["局", "所"], "parent": [None, "局"], "x": ["3", "3"]}, unit="元"
    )
    assert by_parent["所"].parent == by_parent["局"]


@pytest.mark.parametrize(
    ("frame", "options", "error", "text"),
    [
        (pd.DataFrame({"x": ["1"]}), {}, FrameError, "no column of codes"),
        (pd.DataFrame({"code": ["201"], "x": [1.5]}), {"unit": "元"}, TypeError, "from_float"),
        (pd.DataFrame({"code": ["201"], "x": ["1"]}), {}, FrameError, "unit="),
        (pd.DataFrame({"code": ["201"]}), {"amounts": "y"}, FrameError, "no column 'y'"),
        (pd.DataFrame([["201", "1", "2"]], columns=["code", "x", "x"]), {}, FrameError, "'x'"),
        (pd.DataFrame({"code": [201.0], "x": ["1"]}), {"unit": "元"}, FrameError, "201.0"),
        (pl.DataFrame({"code": ["201"], "x": [0.5]}), {"unit": "元"}, TypeError, "from_float"),
        (
            pd.DataFrame({"code": ["201", "201"], "x": ["1", "2"]}),
            {"unit": "元"},
            ValueError,
            "201",
        ),
        (
            pd.DataFrame({"code": ["201"], "x": ["甲"]}),
            {"unit": "元", "amounts": "x"},
            ValueError,
            "甲",
        ),
        ([1, 2], {}, TypeError, "list"),
    ],
)
def test_frames_that_make_no_tree(frame: Any, options: Any, error: Any, text: str) -> None:
    with pytest.raises(error) as caught:
        SubjectTree.from_frame(frame, **options)
    assert text in str(caught.value)


def test_money_of_different_units_is_one_amount() -> None:
    frame = pd.DataFrame(
        {
            "code": ["201", "208"],
            "x": pd.Series(["1", "2"], dtype="money[万元]"),
            "y": pd.Series(["1", "2"], dtype="money[元]"),
        }
    )
    tree = SubjectTree.from_frame(frame)
    assert tree["201"].amounts == {"x": Money.of_fen(1000000), "y": Money.of_fen(100)}


def test_a_frame_with_many_columns() -> None:
    names = [f"c{i}" for i in range(2000)]
    frame = pd.DataFrame([["201"] + ["1"] * 2000], columns=["code", *names])
    assert len(SubjectTree.from_frame(frame, unit="元").columns) == 2000


def test_an_index_with_twins_and_gaps_says_nothing() -> None:
    frame = pd.DataFrame({"code": ["201", "208"], "x": ["1", "2"]}, index=[7, 7])
    assert SubjectTree.from_frame(frame, unit="元").total.computed() == Money.of_fen(300)


def test_texts_may_name_units_of_their_own() -> None:
    frame = pd.DataFrame({"code": ["201", "208"], "x": ["3万元", "5"]})
    tree = SubjectTree.from_frame(frame, unit="元", amounts="x")
    assert tree.total.computed() == Money.of_fen(3000500)


def test_frames_of_shares_changes_and_checks(tree: SubjectTree) -> None:
    shares = frame_of(tree.shares(level=1, column="合计")).to_pandas()
    assert [str(p) for p in shares["percent"]] == ["52.63", "47.37"]
    assert str(shares["part"].dtype) == "money[元]"
    changes = bc.compare(tree, tree).to_pandas()
    assert changes["change"].sum() == Money()
    checks = frame_of(tree.check()).to_pandas()
    assert set(checks["outcome"]) <= {"exact", "rounding", "violated", "not_applicable"}
    for frame in (shares, changes, checks):
        assert floats_of(frame) == []
    with pytest.raises(TypeError, match="int"):
        frame_of([1])  # type: ignore[list-item]


def test_a_frame_of_nothing() -> None:
    assert len(Frame({})) == 0
    assert Frame({"a": []}).to_pandas().empty
    assert Frame({"a": MoneyArray([], Unit.yuan)}).to_arrow().num_rows == 0


# ---- several documents ----


def test_many_files_are_one_frame(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "b.txt").write_bytes(FAULTY.read_bytes())
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "d.zzz").write_bytes(b"?")
    found = bc.read_many(tmp_path, progress=False)
    assert [Path(one.source).name for one in found] == ["a.txt", "b.txt"]
    assert [Path(path).name for path in found.errors] == ["c.pdf"]
    assert isinstance(next(iter(found.errors.values())), bc.Error)
    cells = found.cells.to_pandas()
    assert len(cells) == len(found[0].cells) + len(found[1].cells)
    assert floats_of(cells) == []
    assert set(found.targets.to_pandas()["source"]) == {one.source for one in found}
    assert "c.pdf" in found._repr_html_()
    assert len(found[:1]) == 1


def test_a_bar_while_files_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    bc.read_many([EXAMPLE, EXAMPLE], progress=True)
    assert "2/2" in capsys.readouterr().err
    bc.read_many([EXAMPLE, EXAMPLE], progress=False)
    assert capsys.readouterr().err == ""
