# SPDX-License-Identifier: Apache-2.0
"""PDFs written byte by byte: what stands where, and what is refused."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfgen.canvas import Canvas

from budgetcore import errors
from budgetcore.readers.pdf import read_pdf

PAGE = (595, 842)


def pdf(content: str, *, rotate: int = 0, box: tuple[int, int, int, int] = (0, 0, *PAGE)) -> bytes:
    """A PDF of one page with this content stream, in Helvetica as F1."""
    stream = content.encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%d %d %d %d] /Rotate %d /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>" % (*box, rotate),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def text(words: str, x: float, y: float, extra: str = "") -> str:
    return f"BT /F1 10 Tf {extra} 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"


def lines(xs: list[float], ys: list[float]) -> str:
    drawn = [f"{xs[0]} {y} m {xs[-1]} {y} l S\n" for y in ys]
    drawn += [f"{x} {ys[0]} m {x} {ys[-1]} l S\n" for x in xs]
    return "".join(drawn)


TABLE = (
    lines([100, 200, 300], [700, 720, 740])
    + text("Item", 110, 726)
    + text("Amount", 210, 726)
    + text("Total", 110, 706)
    + text("3,296.30", 210, 706)
)


def test_a_table_is_read_by_its_lines() -> None:
    document = read_pdf(pdf(text("Title", 250, 780) + TABLE), "a.pdf")
    assert [line.text.strip() for line in document.lines] == [
        "Title",
        "Item  Amount",
        "Total  3,296.30",
    ]
    (grid,) = document.grids
    assert (grid.rows, grid.columns, grid.page) == (2, 2, 1)
    last = grid.cells[-1]
    assert (last.row, last.column, last.text) == (1, 1, "3,296.30")
    assert last.box == pytest.approx((200, 842 - 720, 300, 842 - 700), abs=0.1)


def test_thin_rectangles_are_lines() -> None:
    rectangles = "".join(
        [f"100 {y} 200 0.5 re f\n" for y in (700, 720, 740)]
        + [f"{x} 700 0.5 40 re f\n" for x in (100, 200, 300)]
    )
    document = read_pdf(pdf(rectangles + text("1.00", 210, 706)), "a.pdf")
    assert [cell.text for cell in document.grids[0].cells if cell.text] == ["1.00"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_shown(rotate: int) -> None:
    document = read_pdf(pdf(TABLE, rotate=rotate), "a.pdf")
    assert [line.text for line in document.lines][-1] == "Total  3,296.30"


def test_a_page_box_that_does_not_begin_at_zero() -> None:
    document = read_pdf(pdf(TABLE, box=(50, 100, 645, 942)), "a.pdf")
    box = document.grids[0].cells[-1].box
    assert box == pytest.approx((150, 942 - 720, 250, 942 - 700), abs=0.1)


def test_what_is_not_seen_is_set_aside() -> None:
    hidden = (
        text("9.99", 110, 600, "3 Tr") + "q 0 0 50 50 re W n\n" + text("8.88", 110, 500) + "Q\n"
    )
    document = read_pdf(pdf(hidden + text("Total", 110, 706, "0 Tr")), "a.pdf")
    aside = {line.text for line in document.furniture}
    assert aside == {"9.99", "8.88"}


@pytest.mark.parametrize(
    ("data", "error_id"),
    [
        (b"%PDF-1.7\n", "document.corrupt"),
        (pdf(TABLE)[:200], "document.corrupt"),
        (pdf(""), "document.no_text"),
        (pdf(lines([100, 200], [700, 720])), "document.no_text"),
    ],
)
def test_what_cannot_be_read(data: bytes, error_id: str) -> None:
    with pytest.raises(errors.ReadError) as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.id == error_id
    assert caught.value.place.source == "a.pdf"


def test_a_password() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="open")
    canvas.drawString(100, 700, "Total")
    canvas.save()
    for password in (None, "shut"):
        with pytest.raises(errors.ReadError) as caught:
            read_pdf(out.getvalue(), "a.pdf", password=password)
        assert caught.value.id == "document.encrypted"
    assert [line.text.strip() for line in read_pdf(out.getvalue(), password="open").lines] == [
        "Total"
    ]


def test_characters_printed_over_others_are_illegible() -> None:
    printed = text("3,296.30", 210, 706) + text("12.00", 222, 706)
    (grid,) = read_pdf(pdf(lines([100, 200, 300], [700, 720, 740]) + printed), "a.pdf").grids
    assert "\ufffd" in grid.cells[-1].text
    bold = text("3,296.30", 210, 706) + text("3,296.30", 210.4, 706)
    (grid,) = read_pdf(pdf(lines([100, 200, 300], [700, 720, 740]) + bold), "a.pdf").grids
    assert grid.cells[-1].text == "3,296.30"


def test_threads_take_turns() -> None:
    data = pdf(TABLE)
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(lambda _: read_pdf(data, "a.pdf"), range(40)))
    assert {document.lines[-1].text for document in documents} == {"Total  3,296.30"}


def test_text_in_a_form_is_clipped_where_the_form_stands() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, PAGE)
    canvas.beginForm("chart")
    canvas.setFont("Courier", 10)
    path = canvas.beginPath()
    path.rect(0, 0, 36, 20)  # six of ten characters
    canvas.clipPath(path, stroke=0)
    canvas.drawString(0, 5, "AB1234WXYZ")
    canvas.endForm()
    for scale, x, y in ((1, 200, 700), (2, 300, 500)):
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, x, y)
        canvas.doForm("chart")
        canvas.restoreState()
    canvas.drawString(50, 300, "after")
    canvas.save()
    document = read_pdf(file.getvalue())
    aside = [line.text.strip() for line in document.furniture]
    assert aside == ["WXYZ", "WXYZ"]
    assert [t for line in document.lines if (t := line.text.strip()) not in aside] == [
        *("AB1234", "AB1234", "after")
    ]
