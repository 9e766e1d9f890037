# SPDX-License-Identifier: Apache-2.0
"""Web pages and Word files: spans, what is hidden or deleted, layout tables, what is refused."""

from __future__ import annotations

import io
import time
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import budgetcore
from budgetcore import errors
from budgetcore.readers.docx import read_docx
from budgetcore.readers.html import read_html, read_mhtml


def lines(document: budgetcore.Document) -> list[str]:
    aside = [line.text for line in document.furniture]
    return [line.text for line in document.lines if line.text and line.text not in aside]


def cells(document: budgetcore.Document) -> list[tuple[int, int, int, int, str]]:
    return [
        (cell.row, cell.column, cell.rows, cell.columns, cell.text)
        for grid in document.grids
        for cell in grid.cells
    ]


def page(body: str) -> budgetcore.Document:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html")


def word(body: str) -> budgetcore.Document:
    """A Word file whose body is this XML."""
    document = docx.Document()
    names = nsdecls("w")
    names += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    for element in reversed(parse_xml(f"<w:body {names}>{body}</w:body>")):
        document.element.body.insert(0, element)
    out = io.BytesIO()
    document.save(out)
    return read_docx(out.getvalue(), "a.docx")


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, about: str = "") -> str:
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(text)}</w:tc>"


# ---- web pages ----


def test_blocks_are_lines_and_blanks_collapse() -> None:
    document = page("<p>部门\n  预算</p><div>一<br>二 <b>三</b><p>四</p>五</div>六")
    assert lines(document) == ["部门 预算", "一", "二 三", "四", "五", "六"]


def test_spans() -> None:
    document = page(
        "<table><tr><th rowspan=2>项目<th colspan='2'>预算数</tr><tr><td>合计<td>基本</tr>"
        "<tr><td>行政<td>3.60<td>1.20</tr></table>"
    )
    assert cells(document) == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "预算数"),
        (1, 1, 1, 1, "合计"),
        (1, 2, 1, 1, "基本"),
        (2, 0, 1, 1, "行政"),
        (2, 1, 1, 1, "3.60"),
        (2, 2, 1, 1, "1.20"),
    ]


@pytest.mark.parametrize("span", ["0", "99999999999", "-3", "x", "1.5", ""])
def test_spans_that_are_none(span: str) -> None:
    document = page(f"<table><tr><td colspan='{span}' rowspan='{span}'>a<td>b<tr><td>c</table>")
    assert [text for *_, text in cells(document)] == ["a", "b", "c"]


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = "<table><tr><td>合计<td>3.60</tr></table>"
    document = page(f"<table><tr><td><p>标题</p>{inner}<p>注：无</p></tr></table>")
    assert lines(document) == ["标题", "合计  3.60", "注：无"]
    assert len(document.grids) == 1


def test_a_table_inside_a_real_one_follows_it() -> None:
    inner = "<table><tr><td>x<td>y</tr></table>"
    document = page(f"<table><tr><td>a<td>b{inner}</tr></table>")
    assert lines(document) == ["a  b", "x  y"]


def test_what_a_page_does_not_show_is_set_aside() -> None:
    document = page(
        "<script>1.00</script><style>2.00</style><p hidden>3.00</p>"
        "<p style='display: none'>4.00</p><!-- 5.00 --><p>6.00</p>"
        "<table><tr style='display:none'><td>a<td>7.00<tr><td>b<td>8.00</table>"
    )
    assert lines(document) == ["6.00", "b  8.00"]
    assert [line.text for line in document.furniture] == ["3.00", "4.00", "a  7.00"]


@pytest.mark.parametrize(
    ("charset", "named"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb2312"),
        ("gb18030", ""),
        ("utf-8", "nonsense"),
        ("utf-16", ""),
    ],
)
def test_characters(charset: str, named: str) -> None:
    meta = f'<meta charset="{named}">' if named else ""
    text = f"<html><head>{meta}</head><body><p>财政拨款㈠镕</p></body></html>"
    assert lines(read_html(text.encode(charset), "a.html")) == ["财政拨款㈠镕"]


def test_bytes_of_no_character_set_are_refused() -> None:
    with pytest.raises(errors.ReadError) as caught:
        read_html(b"<html><body>\xff\xff\xff\x00</body></html>", "a.html")
    assert caught.value.id == "document.encoding"


def test_nothing_is_fetched_and_entities_stay_small() -> None:
    data = (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">'
        b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><body><p>&x;&b;</p>'
        b'<img src="http://192.0.2.1/x"><iframe src="http://192.0.2.1/"></iframe><p>ok</p></body></html>'
    )
    document = read_html(data, "a.html")
    assert lines(document)[-1] == "ok"
    assert "root:" not in "".join(line.text for line in document.lines)


def test_deep_and_wide_pages() -> None:
    started = time.monotonic()
    assert lines(page("<div>" * 1000 + "x" + "</div>" * 1000)) == ["x"]
    with pytest.raises(errors.ReadError) as caught:
        page("<p>a</p>" + "<div>" * 20_000 + "x" + "</div>" * 20_000)
    assert caught.value.id == "document.too_large"
    rows = "<tr><td colspan=1000 rowspan=60000>a<td>b</tr>" * 5000
    with pytest.raises(errors.ReadError) as caught:
        page(f"<table>{rows}</table>")
    assert caught.value.id == "document.too_large"
    assert time.monotonic() - started < 60  # a hang, not a measure


def test_a_saved_page() -> None:
    data = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable"
        b"\r\n\r\n<p>=B2=C6=D5=FE</p>\r\n--b--\r\n"
    )
    assert lines(read_mhtml(data, "a.mht")) == ["财政"]
    with pytest.raises(errors.ReadError):
        read_mhtml(data.replace(b"text/html", b"text/css"), "a.mht")


# ---- Word ----


def test_merged_cells() -> None:
    down, on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    rows = [
        cell("项目", down) + cell("预算数", "<w:gridSpan w:val='2'/>"),
        cell("", on) + cell("合计") + cell("基本"),
        cell("行政") + cell("3.60") + cell("1.20"),
    ]
    document = word("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    assert cells(document)[:4] == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "预算数"),
        (1, 1, 1, 1, "合计"),
        (1, 2, 1, 1, "基本"),
    ]


def test_rows_that_begin_late() -> None:
    late = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("3.60") + "</w:tr>"
    document = word(f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr>{late}</w:tbl>")
    assert cells(document)[-1] == (1, 1, 1, 1, "3.60")


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    document = word(
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>8.20</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5.20</w:t></w:r></w:ins><w:r><w:t>%</w:t></w:r></w:p>"
    )
    assert lines(document) == ["增长5.20%"]


def test_hidden_text_is_set_aside() -> None:
    document = word(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>仅供内部</w:t></w:r><w:r><w:t>甲</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>乙</w:t></w:r></w:p>"
    )
    assert lines(document) == ["甲乙"]
    assert [line.text for line in document.furniture] == ["仅供内部"]


def test_text_boxes_are_read_once_and_page_numbers_not() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    document = word(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:instrText>PAGE 7</w:instrText></w:r></w:p>"
    )
    assert lines(document) == ["甲", "框内"]


def test_content_controls_are_read() -> None:
    document = word(f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>")
    assert lines(document) == ["甲"]


def test_damaged_word_files() -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    out = io.BytesIO()
    document.save(out)
    data = out.getvalue()
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name)[:99] if name == "word/document.xml" else old.read(name)
            )
    for damaged in (data[:400], broken.getvalue()):
        with pytest.raises(errors.ReadError) as caught:
            budgetcore.read(damaged, name="a.docx")
        assert caught.value.id == "document.corrupt"


def test_tables_nested_without_end_are_refused() -> None:
    inner = paragraph("x")
    for _ in range(80):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(errors.ReadError) as caught:
        word(inner)
    assert caught.value.id in ("document.too_large", "document.corrupt")


# ---- what a file is ----


@pytest.mark.parametrize("name", ["a.pdf", "a.xls", "a.txt", "a.csv", "a"])
def test_a_file_is_what_its_bytes_say(name: str) -> None:
    body = (
        "<p>2024年部门支出总表</p><p>单位：万元</p><table><tr><td>科目编码<td>科目名称<td>合计"
        "<td>基本支出<td>项目支出</tr><tr><td><td>合计<td>9.90<td>3.50<td>6.40</tr></table>"
    )
    disclosure = budgetcore.read(f"<html><body>{body}</body></html>".encode(), name=name)
    assert disclosure.tables[0].rows[0].texts == ["", "合计", "9.90", "3.50", "6.40"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "error_id", "said"),
    [
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "document.encrypted", "password"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "document.format", "doc"),
        (OLE, "document.format", "ole"),
        (b"{\\rtf1 x}", "document.format", "rtf"),
        (b"Rar!\x1a\x07", "document.format", "rar"),
        (b"\x1f\x8b\x08", "document.format", "gzip"),
    ],
)
def test_other_formats(data: bytes, error_id: str, said: str) -> None:
    with pytest.raises(errors.ReadError) as caught:
        budgetcore.read(data, name="a.xlsx")
    assert caught.value.id == error_id
    assert said in caught.value.message("en")
