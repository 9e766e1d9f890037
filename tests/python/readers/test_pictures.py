# SPDX-License-Identifier: Apache-2.0
"""Pages that are pictures: said to be not read, or recognised and marked so."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import budgetcore
from budgetcore import errors
from budgetcore.readers import pdf
from writers.pdf import write_pdf
from writers.printed import printed_tables

TEXT = """2024年部门支出总表
部门名称：某县财政局 单位：万元
项目 2024年预算数
科目编码 科目名称 合计 基本支出 项目支出
合计 9.90 3.50 6.40
201 一般公共服务支出 9.90 3.50 6.40
20106 财政事务 9.90 3.50 6.40
"""


def printed() -> bytes:
    """One page that prints the table."""
    return write_pdf(printed_tables(budgetcore.read(TEXT.encode())))


def pictured(*, with_text: bool) -> bytes:
    """The page as a picture, with one that prints the table before it or alone."""
    data = printed()
    out = io.BytesIO()
    with pypdfium2.PdfDocument(data) as document:
        width, height = document[0].get_size()
        picture = ImageReader(document[0].render(scale=200 / 72).to_pil())
        canvas = Canvas(out, pagesize=(width, height))
        canvas.drawImage(picture, 0, 0, width, height)
        canvas.save()
        if not with_text:
            return out.getvalue()
        with pypdfium2.PdfDocument(out.getvalue()) as pictures:
            document.import_pages(pictures)
            both = io.BytesIO()
            document.save(both)
    return both.getvalue()


def test_a_picture_among_pages_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "can_recognise", lambda: False)
    disclosure = budgetcore.read(pictured(with_text=True), name="a.pdf")
    assert len(disclosure.tables) == 1
    assert [(line.place.page, line.why.name) for line in disclosure.not_read] == [(2, "picture")]
    assert "整页是图像" in disclosure.audit().to_text("zh")
    assert "a picture without text" in disclosure.audit().to_text("en")


def test_pictures_alone_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "can_recognise", lambda: False)
    with pytest.raises(errors.ReadError) as caught:
        budgetcore.read(pictured(with_text=False), name="a.pdf")
    assert caught.value.id == "document.no_text"
    assert "budgetcore[ocr]" in caught.value.message("en")


def test_recognised_figures_are_marked() -> None:
    pytest.importorskip("rapidocr_onnxruntime", reason="the extra budgetcore[ocr] is not installed")
    disclosure = budgetcore.read(pictured(with_text=False), name="a.pdf")
    (table,) = disclosure.tables
    assert table.kind.name == "expenditure"
    figures = [cell for row in table.cells for cell in row if cell.figure.is_number]
    assert "9.90" in [cell.text for cell in figures]
    assert {cell.mark.name for cell in figures if "." in cell.text} == {"ocr"}
    report = disclosure.audit()
    assert "由图像识别得出" in report.to_text("zh")
    assert "recognised in pictures" in report.to_text("en")
