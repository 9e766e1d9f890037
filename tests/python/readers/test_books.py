# SPDX-License-Identifier: Apache-2.0
"""Workbooks: figures as they are shown, what is hidden or missing, and what is refused."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlwt

import budgetcore
from budgetcore import _core, errors
from budgetcore.readers.delimited import read_csv
from budgetcore.readers.xls import read_xls
from budgetcore.readers.xlsx import read_xlsx

HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]


def book(fill: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> bytes:
    made = openpyxl.Workbook()
    fill(made.active)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def lines(document: budgetcore.Document) -> list[str]:
    aside = [line.text for line in document.furniture]
    return [line.text for line in document.lines if line.text and line.text not in aside]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (3296.2999999999997, "#,##0.00", "3,296.30"),
        (1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (0.0519, "0.00%", "5.19%"),
        (2080101, "General", "2080101"),
        (2.675, "0.00", "2.68"),
        (33.335, "0.00", "33.34"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, code: str, shown: str) -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.append(["合计", value])
        sheet["B1"].number_format = code

    assert lines(read_xlsx(book(fill))) == [f"合计  {shown}"]
    old = xlwt.Workbook()
    sheet = old.add_sheet("a")
    sheet.write(0, 0, "合计")
    sheet.write(0, 1, value, xlwt.easyxf(num_format_str=code))
    out = io.BytesIO()
    old.save(out)
    assert lines(read_xls(out.getvalue())) == [f"合计  {shown}"]


def test_a_place_is_a_cell_of_its_sheet() -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.title = "支出"
        sheet["B3"] = "2024年部门支出总表"
        sheet["F4"] = "单位：万元"
        for column, text in enumerate(HEADER, 2):
            sheet.cell(5, column, text)
        for row, values in enumerate(
            [["", "合计", 9.9, 3.5, 6.4], ["201", "支出", 9.9, 3.5, 6.5]], 6
        ):
            for column, value in enumerate(values, 2):
                sheet.cell(row, column, value).number_format = "0.00"

    report = budgetcore.read(book(fill), name="a.xlsx").audit()
    places = [str(place.place) for finding in report.findings for place in finding.places]
    assert "a.xlsx[支出!F7]" in places
    assert "工作表“支出”F7" in report.to_text("zh")
    assert "sheet “支出” F7" in " ".join(report.to_text("en").split())


def test_what_is_not_to_be_seen_is_set_aside() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    made.create_sheet("hidden").append(["x", "y"])
    made["hidden"].sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    document = read_xlsx(out.getvalue())
    assert lines(document) == ["a  c", "g  i"]
    assert sorted(line.text for line in document.furniture) == ["b", "d  f", "e", "h", "x  y"]
    assert document.sheets == ["Sheet", "hidden"]


def test_a_formula_without_its_value_is_no_figure() -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.append(["2024年部门支出总表"])
        sheet.append(["单位：万元"])
        sheet.append(HEADER)
        sheet.append(["", "合计", "=D4+E4", "3.50", "6.40"])

    disclosure = budgetcore.read(book(fill), name="a.xlsx")
    cell = disclosure.tables[0].rows[0].cells[2]
    assert (cell.figure.text, cell.figure.state.name) == ("=D4+E4", "label")
    assert disclosure.audit().verdict.name == "not_read"


def test_an_error_value_is_no_figure() -> None:
    data = changed(
        book(lambda sheet: sheet.append(["合计", 1])),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="B1" t="n"><v>1</v>', b'<c r="B1" t="e"><v>#REF!</v>'),
    )
    assert lines(read_xlsx(data)) == ["合计  #REF!"]


def test_cells_that_say_no_position_follow_each_other() -> None:
    data = changed(
        book(lambda sheet: sheet.append(["合计", 1.5, 2.5])),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b' r="A1"', b"").replace(b' r="B1"', b"").replace(b' r="C1"', b""),
    )
    assert lines(read_xlsx(data)) == ["合计  1.5  2.5"]


def test_only_the_first_of_merged_cells_is_shown() -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.append(["收入", None, "支出"])
        sheet.append(["a", "b", "c"])
        sheet.merge_cells("A1:B1")

    data = changed(
        book(fill),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="B1" />', b'<c r="B1"><v>9</v></c>'),
    )
    (grid,) = read_xlsx(data).grids
    assert [(c.row, c.column, c.columns, c.text) for c in grid.cells[:2]] == [
        (0, 0, 2, "收入"),
        (0, 2, 1, "支出"),
    ]


def test_a_sheet_names_its_table_where_no_row_does() -> None:
    def fill(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet.title = "部门支出总表"
        sheet.append(["", "", "", "", "单位：万元"])
        sheet.append(HEADER)
        sheet.append(["", "合计", "9.90", "3.50", "6.40"])

    (table,) = budgetcore.read(book(fill), name="a.xlsx").tables
    assert (table.kind.name, table.title, len(table.rows)) == ("expenditure", "部门支出总表", 1)


def test_a_sheet_ends_the_table_before_it() -> None:
    made = openpyxl.Workbook()
    made.active.title = "部门支出总表"
    for row in (["单位：万元"], HEADER, ["", "合计", "9.90", "3.50", "6.40"]):
        made.active.append(row)
    for row in (["某项", "1.00"], ["另一项", "2.00"]):
        made.create_sheet("其他").append(row)
    out = io.BytesIO()
    made.save(out)
    disclosure = budgetcore.read(out.getvalue(), name="a.xlsx")
    assert [len(table.rows) for table in disclosure.tables] == [1]


SOUND = book(lambda sheet: sheet.append(["合计", 1]))
SHEET = "xl/worksheets/sheet1.xml"
BOMB = b"<!DOCTYPE a [<!ENTITY b '0123456789'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("c"), ord("m"))
)


@pytest.mark.parametrize(
    ("data", "error_id"),
    [
        (SOUND[:300], "document.corrupt"),
        (SOUND[:-40], "document.corrupt"),
        (changed(SOUND, SHEET, lambda xml: xml[:200]), "document.corrupt"),
        (changed(SOUND, "xl/_rels/workbook.xml.rels", lambda _: b""), "document.corrupt"),
        (
            changed(SOUND, SHEET, lambda xml: xml.replace(b"B1", b"XFD1048576")),
            "document.too_large",
        ),
        (changed(SOUND, SHEET, lambda _: b" " * (200 << 20)), "document.too_large"),
        (book(lambda sheet: sheet.append([None])), "document.empty"),
        (changed(SOUND, SHEET, lambda xml: BOMB + b"]>" + xml), "disclosure.no_table"),
        (
            changed(SOUND, SHEET, lambda xml: BOMB + b"]>" + xml.replace(b"<v>1<", b"<v>&l;<")),
            "document.corrupt",
        ),
    ],
    ids=[
        *("cut", "no directory", "cut sheet", "no relations", "far cell", "zip bomb", "empty"),
        *("entities", "entities used"),
    ],
)
def test_what_cannot_be_read(data: bytes, error_id: str) -> None:
    with pytest.raises(errors.ReadError) as caught:
        budgetcore.read(data, name="a.xlsx")
    assert caught.value.id == error_id
    assert caught.value.place.source == "a.xlsx"


SHEET_XML = """<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<x:cols><x:col min="3" max="16384" hidden="1"/></x:cols><x:sheetData>
<x:row r="2" hidden="true"><x:c r="b2" s="1"><x:v>3.25</x:v></x:c><x:c t="str"><x:v>&amp;A</x:v></x:c></x:row>
<x:row><x:c r="A3" t="e"><x:v>#N/A</x:v></x:c><x:c><x:f>SUM(A1)</x:f></x:c></x:row>
</x:sheetData></x:worksheet>"""  # noqa: E501


def test_what_the_xml_of_a_sheet_tells() -> None:
    """Prefixes, small letters, cells that say no position, hidden lines, formulas without value."""
    (sheet,) = _core.xlsx_sheets([SHEET_XML.encode()])
    assert sheet.positions == 3 * 3
    styles = _core.CellStyles([("General", 0), ("0.0", 1)])
    values = [[3.25, "&A"], [], [None, 2.5, True, 7, datetime.date(2024, 3, 1)]]
    grid = sheet.grid(values, (1, 1), styles, str, "支出", [((1, 1), (1, 2))])
    assert grid is not None
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells] == [
        *((0, 1, 1, 2, "3.3"), (1, 0, 1, 1, "#N/A"), (1, 1, 1, 1, "=SUM(A1)")),
        *((2, 2, 1, 1, "2.5"), (2, 3, 1, 1, "TRUE"), (2, 4, 1, 1, "7"), (2, 5, 1, 1, "2024-03-01")),
    ]


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<a",
        *(
            f"<worksheet><sheetData><row r='{row}'><c r='{cell}'><v>1</v></c></row></sheetData>"
            "</worksheet>"
            for row, cell in (("0", "A1"), ("1", "1"), ("1", "A"), ("1", "A0"), ("1", "AAAA1"),
                              ("1048577", "A1"), ("1", "A1048577"), ("x", "A1"), ("1", "A-1"))
        ),
        "<worksheet><cols><col min='0' max='2' hidden='1'/></cols></worksheet>",
        "<worksheet><sheetData><row><c><v>&own;</v></c></row></sheetData></worksheet>",
    ],
)  # fmt: skip
def test_xml_that_is_no_sheet(xml: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader says what it means
        _core.xlsx_sheets([xml.encode()])


def repacked(method: int, change: dict[str, bytes]) -> bytes:
    """The sound book, its parts packed in another way or with other content."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SOUND)) as old,
        zipfile.ZipFile(out, "w", method) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return out.getvalue()


def test_a_lying_size_is_found() -> None:
    """A part that unpacks to more than it claims."""
    data = repacked(zipfile.ZIP_DEFLATED, {SHEET: b" " * (64 << 20)}).replace(
        (64 << 20).to_bytes(4, "little"), (999).to_bytes(4, "little")
    )
    with pytest.raises(errors.ReadError) as caught:
        budgetcore.read(data, name="a.xlsx")
    assert caught.value.id == "document.corrupt"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
def test_parts_that_are_packed_in_another_way(method: int) -> None:
    """Stored parts are read; those that calamine cannot unpack are one clear error."""
    if method == zipfile.ZIP_STORED:
        same = read_xlsx(repacked(method, {}))
        assert [line.text for line in same.lines] == [line.text for line in read_xlsx(SOUND).lines]
    else:
        with pytest.raises(errors.ReadError) as caught:
            budgetcore.read(repacked(method, {}), name="a.xlsx")
        assert caught.value.id == "document.corrupt"


@pytest.mark.parametrize("at", [0, 10, 40])
def test_a_damaged_part(at: int) -> None:
    """A byte of a part's header, or of what is packed, is another."""
    data = bytearray(SOUND)
    start = zipfile.ZipFile(io.BytesIO(SOUND)).getinfo(SHEET).header_offset
    data[start + at + (30 + len(SHEET) if at else 0)] ^= 0xFF
    with pytest.raises(errors.ReadError) as caught:
        budgetcore.read(bytes(data), name="a.xlsx")
    assert caught.value.id == "document.corrupt"


def test_damaged_binary_books() -> None:
    old = xlwt.Workbook()
    old.add_sheet("a").write(0, 0, "合计")
    out = io.BytesIO()
    old.save(out)
    data = out.getvalue()
    for damaged in (data[:700], data[:1600], data[:512] + bytes(len(data) - 512)):
        with pytest.raises(errors.ReadError):
            budgetcore.read(damaged, name="a.xls")


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv(delimiter: str) -> None:
    rows = ["科目名称", "合计"], ['"行政,运行"', "3.50"]
    text = "\n".join(delimiter.join(row) for row in rows)
    document = read_csv(text.encode("gb18030"), "a.csv")
    assert [cell.text for cell in document.grids[0].cells] == [
        "科目名称", "合计", "行政,运行", "3.50",
    ]  # fmt: skip
