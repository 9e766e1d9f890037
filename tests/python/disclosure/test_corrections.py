# SPDX-License-Identifier: Apache-2.0
"""Corrections of misread figures: applied where they fit, marked everywhere, refused elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import budgetcore as bc
from budgetcore import Correction
from budgetcore.errors import CorrectionError

BEFORE = "2010602 一般行政管理事务 6.40  6.40"


@pytest.fixture
def misread(sound: bytes) -> bc.Disclosure:
    """The sound table with 6.40 read as 6.4O in one cell."""
    text = sound.decode().replace(BEFORE, "2010602 一般行政管理事务 6.4O  6.40")
    return bc.read(text.encode(), name="a.txt")


def fix(
    table: str = "支出总表", row: str = "2010602", column: str = "合计",
    read: str = "6.4O", text: str = "6.40",
) -> Correction:  # fmt: skip
    return Correction(table, row, column, read, text, reason="扫描不清", who="王五")


def test_a_corrected_figure_is_checked_and_stays_marked(misread: bc.Disclosure) -> None:
    assert misread.audit().coverage.figures.unreadable == 1
    fixed = misread.corrected([fix()])
    assert misread.corrections == []
    assert [one.text for one in fixed.corrections] == ["6.40"]
    report = fixed.audit()
    assert report.coverage.figures.unreadable == 0
    assert [one for one in report.findings if one.severity.name == "error"] == []
    for shown in (report.to_text(), fixed.to_text()):
        assert "经人工更正的数字 1 个" in shown
        assert "6.4O" in shown
        assert "扫描不清;王五" in "".join(shown.split())
    assert "corrected by hand: 1" in report.to_text("en")
    for written in (report.to_json(), fixed.to_json()):
        (one,) = json.loads(written)["corrections"]
        assert (one["read"], one["text"], one["reason"], one["who"]) == (
            "6.4O", "6.40", "扫描不清", "王五",
        )  # fmt: skip
    assert "corrections" not in json.loads(misread.to_json())
    assert "corrected" in fixed.to_csv()
    marks = fixed.cells.to_dict()["mark"]
    assert marks.count("corrected") == 1
    assert fixed["支出总表"].rows[-1].cells[2].mark.name == "corrected"


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("t1", "r5", "c3"),
        ("2024年部门支出总表", "一般行政管理事务", "2024年预算数/合计"),
        ("expenditure", "2010602", "合计"),
    ],
)
def test_places_by_id_title_code_and_name(
    misread: bc.Disclosure, table: str, row: str, column: str
) -> None:
    fixed = misread.corrected([fix(table, row, column)])
    assert fixed["支出总表"].rows[4].cells[2].text == "6.40"


@pytest.mark.parametrize(
    ("wrong", "error", "text"),
    [
        (fix(table="收入总表"), "correction.place", "收入总表"),
        (fix(row="2010699"), "correction.place", "2010699"),
        (fix(column="上年"), "correction.place", "上年"),
        (fix(row=""), "correction.place", ""),
        (fix(read="6.40"), "correction.read", "6.4O"),
        (fix(column="科目名称", read="一般行政管理事务"), "correction.kind", "一般行政管理事务"),
        (fix(text="甲"), "correction.kind", "甲"),
        (fix(text="6.4.0"), "correction.kind", "6.4.0"),
    ],
)
def test_what_does_not_fit_is_an_error(
    misread: bc.Disclosure, wrong: Correction, error: str, text: str
) -> None:
    with pytest.raises(CorrectionError) as caught:
        misread.corrected([wrong])
    assert (caught.value.id, caught.value.text) == (error, text)
    assert caught.value.message("zh") != caught.value.message("en")


def test_one_cell_is_corrected_once(misread: bc.Disclosure) -> None:
    with pytest.raises(CorrectionError) as caught:
        misread.corrected([fix(), fix(read="6.40", text="6.41")])
    assert caught.value.id == "correction.twice"


def test_two_rows_of_one_name_need_an_id(sound: bytes) -> None:
    text = sound.decode().replace("2010601 行政运行", "2010601 财政事务")
    with pytest.raises(CorrectionError, match="2 rows"):
        bc.read(text.encode(), name="a.txt").corrected([fix(row="财政事务", read="9.90")])


def test_a_figure_of_the_narrative(tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"
    doc = bc.read(example)
    cells = doc.cells.to_pandas()
    first = cells[cells["table"].isna() & (cells["unit"] == "万元")].iloc[0]
    fixed = doc.corrected([Correction("text", first["row"], "", first["text"], "0.01", reason="x")])
    assert "0.01" in fixed.cells.to_dict()["text"]
    assert fixed.audit().to_text() != doc.audit().to_text()


def test_a_file_of_corrections(misread: bc.Disclosure, tmp_path: Path) -> None:
    path = tmp_path / "fixes.csv"
    head = "document,table,row,column,read,text,reason,who\n"
    path.write_text(
        head
        + "a.txt,支出总表,2010602,合计,6.4O,6.40,污损,王五\nb.txt,支出总表,1,合计,1,2,另一份,\n",
        encoding="utf-8",
    )
    assert [one.who for one in misread.corrected(path).corrections] == ["王五"]
    assert len(bc.load_corrections(path)) == 2
    by_hash = head + f"{misread.sha256},支出总表,2010602,合计,6.4O,6.40,污损,\n"
    path.write_text(by_hash, encoding="utf-8-sig")
    assert len(misread.corrected(str(path)).corrections) == 1


@pytest.mark.parametrize(
    ("data", "error", "line"),
    [
        (b"table,row\n", "correction.columns", 1),
        (b"", "correction.columns", 1),
        (b"\xff\xfe", "correction.encoding", None),
        (
            b"table,row,column,read,text,reason\nt1,r5,c3,6.4O,6.40,\n",
            "correction.reason",
            2,
        ),
        (b"table,row,column,read,text,reason\nt1,r5,c3,x,6.40,a\n", "correction.read", 2),
        (b"table,row,column,read,text,reason\nt1\n", "correction.reason", 2),
    ],
)
def test_faulty_files(
    misread: bc.Disclosure, tmp_path: Path, data: bytes, error: str, line: int | None
) -> None:
    path = tmp_path / "fixes.csv"
    path.write_bytes(data)
    with pytest.raises(CorrectionError) as caught:
        misread.corrected(path)
    assert (caught.value.id, caught.value.place.line) == (error, line)
    assert caught.value.place.source == str(path)
    with pytest.raises(FileNotFoundError):
        misread.corrected(tmp_path / "none.csv")
