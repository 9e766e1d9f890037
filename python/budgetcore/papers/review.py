# SPDX-License-Identifier: Apache-2.0
"""The list of issues as a workbook and as a document, and the letter to a body."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from budgetcore._core import words_of
from budgetcore.papers.book import Book
from budgetcore.papers.issues import Issue, State
from budgetcore.words import Lang

__all__ = ["COLUMNS", "STANDARD", "to_letter", "to_review_document", "to_review_sheet"]

COLUMNS: dict[str, tuple[str, str]] = {
    "number": ("序号", "No."), "body": ("单位", "body"), "severity": ("程度", "severity"),
    "page": ("页码", "page"), "original": ("原文", "as printed"), "problem": ("问题", "problem"),
    "basis": ("依据", "basis"), "arithmetic": ("计算过程", "arithmetic"),
    "suggestion": ("建议", "suggestion"), "state": ("整改状态", "state"), "rule": ("规则", "rule"),
    "id": ("编号", "id"),
}  # fmt: skip
"""Columns of the list with their headings, Chinese and English."""
_NARROW = {"number": 6, "severity": 8, "page": 9, "state": 12, "id": 19, "body": 24, "rule": 24}
STANDARD = (
    *("number", "body", "page", "original", "problem"),
    *("basis", "arithmetic", "suggestion", "state"),
)
_STATES = {
    State.open: ("待整改", "open"),
    State.new: ("新问题", "new"),
    State.remaining: ("未整改", "remaining"),
    State.changed: ("已改动，仍不成立", "changed, still wrong"),
    State.resolved: ("已整改", "resolved"),
    State.not_checked: ("本版未能复核", "not checked again"),
}
_TITLE = ("预决算公开问题清单", "Issues of budget disclosures")
_FONT = "FangSong"
_FIELDS = ("original", "problem", "basis", "arithmetic", "suggestion", "state")


def to_review_sheet(
    issues: Sequence[Issue], lang: Lang = "zh", columns: Sequence[str] = STANDARD
) -> bytes:
    """The list as an XLSX workbook. `columns` are names of COLUMNS; KeyError for another."""
    at = int(lang == "en")
    book = Book(_TITLE[at])
    sheet = book.sheet(_TITLE[at], [_width(name) for name in columns])
    book.row(sheet, 0, [COLUMNS[name][at] for name in columns], "head")
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for row, issue in enumerate(issues, start=1):
        for column, name in enumerate(columns):
            style = issue.severity.name if name == "severity" else "cell"
            book.put(sheet, row, column, _value(issue, name, lang), style)
    sheet.autofilter(0, 0, max(1, len(issues)), len(columns) - 1)
    return book.bytes()


def to_review_document(
    issues: Sequence[Issue], lang: Lang = "zh", columns: Sequence[str] = STANDARD
) -> bytes:
    """The list as a DOCX document, landscape. `columns` as for `to_review_sheet`."""
    at = int(lang == "en")
    document = _document(landscape=True)
    _heading(document, _TITLE[at])
    table = document.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    whole = sum(_width(name) for name in columns)
    widths = [Mm(267 * _width(name) / whole) for name in columns]
    for cell, name in zip(table.rows[0].cells, columns, strict=True):
        _write(cell, COLUMNS[name][at], bold=True)
    _repeat(table.rows[0])
    for issue in issues:
        for cell, name in zip(table.add_row().cells, columns, strict=True):
            _write(cell, str(_value(issue, name, lang)))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # of the grid, and below of each cell: programs heed one or the other
        for cell in column.cells:
            cell.width = width
    return _bytes(document)


def to_letter(issues: Sequence[Issue], lang: Lang = "zh", *, source: str = "") -> bytes:
    """A DOCX letter about the issues of one body: what is wrong, why, and what is asked of it."""
    zh = lang == "zh"
    body = issues[0].body if issues else ""
    asked = [one for one in issues if one.state is not State.resolved]
    document = _document(landscape=False)
    _heading(document, f"关于{body}公开情况的反馈意见" if zh else f"Review of {body}")
    intro = (
        f"经核对公开的文件{f'（{source}）' if source else ''}，有以下 {len(asked)} 个问题。"
        "请逐项核实，更正后重新公开，或说明原因，并反馈整改情况。"
        if zh
        else f"The published document{f' ({source})' if source else ''} was checked and "
        f"{len(asked)} issues were found. Please check each of them, publish a corrected version "
        "or give the reason, and tell what was done."
    )
    document.add_paragraph(_clean(intro))
    for number, issue in enumerate(asked, start=1):
        where = f"（{issue.page}）" if zh else f" ({issue.page})"
        head = f"{number}．{issue.problem}" if zh else f"{number}. {issue.problem}"
        paragraph = document.add_paragraph()
        paragraph.add_run(_clean(head + (where if issue.page else ""))).bold = True
        for name in _FIELDS:
            value = _value(issue, name, lang)
            if not value or name == "problem" or (name == "state" and issue.state is State.open):
                continue
            line = document.add_paragraph(style="List Bullet")
            line.add_run(COLUMNS[name][int(not zh)] + ("：" if zh else ": ")).bold = True
            line.add_run(_clean(str(value)))
    done = len(issues) - len(asked)
    if done:
        document.add_paragraph(
            f"前次指出的问题中，{done} 个经复核已整改。" if zh
            else f"{done} issues of the earlier version were checked again and are resolved."
        )  # fmt: skip
    return _bytes(document)


def _width(name: str) -> int:
    return _NARROW.get(name, 38)


def _value(issue: Issue, name: str, lang: Lang) -> Any:
    if name == "severity":
        return words_of(issue.severity, lang)
    if name == "state":
        return _STATES[issue.state][int(lang == "en")]
    return getattr(issue, name)


def _document(*, landscape: bool) -> Any:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15 if landscape else 26)
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = Pt(9 if landscape else 12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    return document


def _heading(document: Any, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(_clean(text))
    run.bold = True
    run.font.size = Pt(16)


def _write(cell: Any, text: str, *, bold: bool = False) -> None:
    cell.paragraphs[0].add_run(_clean(text)).bold = bold


def _repeat(row: Any) -> None:
    """The row stands again at the top of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _clean(text: str) -> str:
    """Text that XML can hold."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _bytes(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
