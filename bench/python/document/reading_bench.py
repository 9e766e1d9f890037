# SPDX-License-Identifier: Apache-2.0
"""A PDF of thirty pages and a workbook of two hundred sheets, from bytes to what is read of them.

Ours reads and audits the PDF; PDFium extracts its text page by page, pdfplumber its tables. Of the
workbook ours makes a document, calamine lists of values.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pdfplumber
import pypdfium2
import python_calamine
from timing import least, report

import budgetcore
from budgetcore.readers.xlsx import read_xlsx

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))

from writers.books import write_xlsx  # noqa: E402
from writers.pdf import write_pdf  # noqa: E402
from writers.printed import printed_tables  # noqa: E402

EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024.txt"
PAGES, SHEETS = 30, 200


def read_and_audit(data: bytes) -> str:
    """What an auditor asks for."""
    return budgetcore.read(data, name="a.pdf").audit().verdict.name


def by_pdfium(data: bytes) -> int:
    """The characters of every page, in PDFium's order."""
    with pypdfium2.PdfDocument(data) as document:
        return sum(len(page.get_textpage().get_text_range()) for page in document)


def by_pdfplumber(data: bytes) -> int:
    """The tables of every page."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def by_calamine(data: bytes) -> int:
    """The values of every sheet."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def main() -> None:
    """Measures and prints."""
    tables = printed_tables(budgetcore.read(EXAMPLE))
    pdf = write_pdf(tables)
    once = len(pypdfium2.PdfDocument(pdf))
    pdf = write_pdf(tables * -(-PAGES // once))
    book = write_xlsx((tables * (SHEETS // len(tables) + 1))[:SHEETS])
    times = least(
        {
            "pdf_30_pages/ours": lambda: read_and_audit(pdf),
            "pdf_30_pages/pdfium_text": lambda: by_pdfium(pdf),
            "pdf_30_pages/pdfplumber": lambda: by_pdfplumber(pdf),
            "workbook_200_sheets/ours": lambda: read_xlsx(book),
            "workbook_200_sheets/calamine": lambda: by_calamine(book),
        },
        runs=3,
    )
    report(times)


if __name__ == "__main__":
    main()
