# SPDX-License-Identifier: Apache-2.0
"""PDF → document, through PDFium: glyphs and ruling lines of each page where they stand."""

from __future__ import annotations

import ctypes
import functools
import threading

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from budgetcore import _core
from budgetcore._core import Document, Pdfium, Place, PlacedPage
from budgetcore.errors import ReadError
from budgetcore.readers.faults import corrupt, encrypted, too_large
from budgetcore.readers.ocr import can_recognise, recognised_page

__all__ = ["ONE_AT_A_TIME", "read_pdf"]

_MOST_PAGES = 2000
ONE_AT_A_TIME = threading.Lock()  # PDFium is not safe for several threads


def read_pdf(
    data: bytes, source: str = "", sha256: str = "", *, password: str | None = None
) -> Document:
    """The document of a PDF's bytes.

    Raises ReadError: "document.encrypted" where another password is asked, "document.corrupt",
    "document.too_large" for more than 2000 pages, "document.no_text" where pages are pictures,
    and those of `read_pages`.
    """
    with ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError as error:
            raise _not_opened(error, source) from None
        try:
            pages = _pages(document, source)
        finally:
            document.close()
    if not any(page.glyphs for page in pages):
        raise ReadError(
            "document.no_text",
            zh="PDF 中没有文字，只有图像；安装 budgetcore[ocr] 后可识别",
            en="the PDF has no text, only pictures; install budgetcore[ocr] to recognise it",
            place=Place(source),
        )
    return _core.read_pages(pages, source, sha256)


def _pages(document: pdfium.PdfDocument, source: str) -> list[PlacedPage]:
    if len(document) > _MOST_PAGES:
        raise too_large(
            f"页数过多（{len(document)}），上限为 {_MOST_PAGES} 页",
            f"too many pages ({len(document)}), the limit is {_MOST_PAGES}",
            source,
        )
    functions = _functions()
    pages = []
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            raise ReadError(
                "document.corrupt",
                zh="页面损坏，无法打开",
                en="a damaged page cannot be opened",
                place=Place(source, page=index + 1),
            ) from None
        read = functions.read_page(_address(page.raw), _address(text.raw), index + 1)
        if not read.glyphs and _has_picture(page):
            if can_recognise():
                read = recognised_page(page, index + 1)
            else:
                read.picture = True
        pages.append(read)
        text.close()
        page.close()
    return pages


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE]))


@functools.cache
def _functions() -> Pdfium:
    """PDFium's functions in the library that is loaded."""
    return Pdfium(lambda name: _address(getattr(pdfium_c, name, None)))


def _address(handle: object) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _not_opened(error: pdfium.PdfiumError, source: str) -> ReadError:
    if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
        return encrypted("PDF", source)
    return corrupt("PDF", source)
