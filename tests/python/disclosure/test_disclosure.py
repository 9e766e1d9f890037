# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import gc
import hashlib
import io
import json
import sys
import threading
from pathlib import Path

import pytest

import budgetcore as bc
from budgetcore import errors
from writers.plain import FUNCTIONAL, page, paragraphs, table


@pytest.fixture
def disclosure(sound: bytes) -> bc.Disclosure:
    return bc.read(sound, name="a.txt")


def test_what_is_read(disclosure: bc.Disclosure, sound: bytes) -> None:
    assert disclosure.organisation == "某局"
    assert disclosure.organisation_code == "021"
    assert disclosure.year == 2024
    assert disclosure.kind is bc.DisclosureKind.budget
    assert disclosure.sha256 == hashlib.sha256(sound).hexdigest()
    assert disclosure.source == "a.txt"
    assert disclosure.not_read == []
    assert [table.kind for table in disclosure] == [bc.TableKind.expenditure]
    assert "某局 2024 budget: 1 tables" in repr(disclosure)


@pytest.mark.parametrize("name", ["expenditure", "支出总表", "2024年部门支出总表", "部门支出总表"])
def test_a_table_by_any_of_its_names(disclosure: bc.Disclosure, name: str) -> None:
    assert name in disclosure
    assert disclosure[name] is disclosure.tables[0]


@pytest.mark.parametrize("name", ["收入总表", "没有这张表", "", "7"])
def test_a_table_that_is_not_there(disclosure: bc.Disclosure, name: str) -> None:
    assert name not in disclosure
    with pytest.raises(KeyError) as caught:
        disclosure[name]
    error = caught.value
    assert isinstance(error, errors.LookupError)
    assert error.name == name
    assert error.suggestions == ["支出总表"]


def test_cells_as_printed(disclosure: bc.Disclosure) -> None:
    table = disclosure["支出总表"]
    assert [column.key for column in table.columns][2:] == ["合计", "基本支出", "项目支出"]
    assert [row.texts for row in table.rows][3:] == [
        ["2010601", "行政运行", "3.50", "3.50", ""],
        ["2010602", "一般行政管理事务", "6.40", "", "6.40"],
    ]
    assert table.cells[4][2].figure.value == table.cell(4, 2).figure.value
    assert table.cell(4, 3).figure.state is bc.FigureState.blank
    assert table.cell(4, 3).figure.value is None
    assert table.cell(4, 2).place == bc.Place("a.txt", line=9, column=18)
    assert table.unit is bc.Unit.wan_yuan
    assert table.total_row() == 0
    assert table.children(2) == [3, 4]
    assert table.rows[4].labels[0].parent == 2
    for row, column in ((5, 0), (0, 5)):
        with pytest.raises(IndexError):
            table.cell(row, column)


def test_every_way_in_gives_the_same(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(sound)
    expected = bc.read(path).to_csv()
    with path.open("rb") as file:
        assert bc.read(file).to_csv() == expected
    for source in (str(path), sound, io.BytesIO(sound)):
        assert bc.read(source).to_csv() == expected
    path.write_bytes(sound.decode().encode("gb18030"))
    assert bc.read(path).to_csv() == expected


def test_a_text_file_is_told_to_be_binary() -> None:
    with pytest.raises(TypeError, match="binary mode"):
        bc.read(io.StringIO("支出总表"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "error_id"),
    [
        (b"", "document.empty"),
        (b" \n\t\n", "document.empty"),
        (b"\xff\xfe\x00\x00abc", "document.encoding"),
        ("没有表格的文字。\n".encode(), "disclosure.no_table"),
        (b"%PDF-1.7\n", "document.corrupt"),
        (b"PK\x03\x04....", "document.corrupt"),
        (b"1" * (10 << 20), "document.line_too_long"),
        (b"12345678\n" * (100 << 17), "document.too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_content(data: bytes, error_id: str) -> None:
    with pytest.raises(bc.Error) as caught:
        bc.read(data, name="b.txt")
    assert isinstance(caught.value, errors.ReadError)
    assert caught.value.id == error_id
    assert caught.value.place.source == "b.txt"
    assert caught.value.message("zh") != caught.value.message("en")


def test_other_formats_are_named_beside_what_is_read(tmp_path: Path) -> None:
    with pytest.raises(errors.ReadError, match=r"\.doc is not read by this version.*\.txt"):
        bc.read(tmp_path / "a.doc")
    with pytest.raises(FileNotFoundError):
        bc.read(tmp_path / "a.txt")
    with pytest.raises(IsADirectoryError):
        bc.read(tmp_path)


def test_numbers_of_sixty_digits_are_unreadable_and_not_lost(sound: bytes) -> None:
    long = "9" * 60
    disclosure = bc.read(sound.replace("合计 9.90".encode(), f"合计 {long}".encode()))
    texts = [cell.text for row in disclosure["支出总表"].cells for cell in row]
    assert long in texts or any(long in line.text for line in disclosure.not_read)


def test_forms(disclosure: bc.Disclosure) -> None:
    data = json.loads(disclosure.to_json())
    assert data["schema"] == "budgetcore.disclosure/1"
    assert "\n" not in disclosure.to_json(indented=False)
    assert data["tables"][0]["rows"][4]["cells"] == [
        "2010602",
        "一般行政管理事务",
        "6.40",
        "",
        "6.40",
    ]
    assert disclosure.to_text("zh") != disclosure.to_text("en")
    assert "9.90" in disclosure._repr_html_()


def test_parts_keep_the_whole_alive(sound: bytes) -> None:
    cell = bc.read(sound)["支出总表"].rows[4].cells[2]
    gc.collect()
    assert cell.text == "6.40"


def test_nothing_is_leaked(sound: bytes) -> None:
    disclosure = bc.read(sound)
    before = sys.getrefcount(disclosure)
    for _ in range(100):
        assert disclosure["支出总表"].rows[4].cells[2].figure.value is not None
    gc.collect()
    assert sys.getrefcount(disclosure) == before


def test_one_disclosure_from_many_threads(disclosure: bc.Disclosure) -> None:
    expected = (disclosure.to_csv(), disclosure.audit().to_json())
    results: list[tuple[str, str]] = []

    def work() -> None:
        results.append((disclosure.to_csv(), disclosure.audit().to_json()))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 8


@pytest.mark.parametrize(
    ("note", "empty"),
    [
        ("注：本部门无该项目", True),
        ("注：本单位没有此项支出", True),
        ("注：本表无数据", True),
        ("注：本表反映收支情况\n说明：本部门没有政府性基金预算收入和支出，故本表无数据。", True),
        ("注：“科目编码”和“科目名称”为必填项", False),
    ],
)
def test_notes_that_say_that_a_table_is_empty(note: str, empty: bool) -> None:
    header = "科目编码 科目名称 合计 基本支出 项目支出"
    text = f"政府性基金预算支出表\n单位：万元\n{header}\n合计\n{note}\n"
    (table,) = bc.read(text.encode()).tables
    assert table.stated_empty is empty


def test_a_second_note_below_a_drawn_table_is_read() -> None:
    drawn = table("国有资本经营预算支出表", ["项目", "本年收入", "本年支出"], [["合计", "", ""]])
    notes = paragraphs("注：本表反映收支情况。", "说明：本部门没有此项收支，故本表无数据。")
    (read,) = bc.read(page(drawn, notes), name="a.html").tables
    assert read.stated_empty
    assert [note.text[:3] for note in read.notes] == ["注：本", "说明："]


def test_the_heading_of_all_tables_is_none_of_them() -> None:
    heading = paragraphs("某局2024年度部门预算表")
    read = bc.read(page(heading, table("支出预算总表", *FUNCTIONAL)), name="a.html")
    assert [t.title for t in read.tables] == ["支出预算总表"]
    assert read.regions == []
