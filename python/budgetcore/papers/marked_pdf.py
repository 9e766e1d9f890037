# SPDX-License-Identifier: Apache-2.0
"""The published PDF with the findings as annotations where they stand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf

from budgetcore._core import Finding, Place, Report, Severity
from budgetcore.errors import ReadError
from budgetcore.page.images import Original, original_pdf
from budgetcore.words import Lang, places_of

__all__ = ["to_marked_pdf"]

Box = tuple[float, float, float, float]

_COLOURS = {
    Severity.error: (0.70, 0.15, 0.12),
    Severity.warning: (0.85, 0.55, 0.0),
    Severity.note: (0.25, 0.45, 0.15),
}
_INVOLVED = (0.12, 0.37, 0.60)
_AROUND = 1.5  # points between a figure and its frame


def to_marked_pdf(
    report: Report,
    lang: Lang = "zh",
    *,
    file: int = 0,
    originals: Iterable[Original] = (),
    password: str | None = None,
) -> bytes:
    """The PDF that was audited, each figure of a finding framed, its note saying what is wrong.

    The pages stay as they are; frames are annotations that a reader can open, hide and answer. The
    file is found by its path or among `originals`, and known by its SHA-256; of a disclosure joined
    of several it is the `file`-th. What stands on no page is told by notes on the first. Raises
    ReadError ("page.no_original", "page.no_pdf", "document.encrypted", "document.corrupt").
    """
    disclosure = report.disclosures[0]
    name, data = original_pdf(disclosure, file, originals)
    with _opened(data, password, name) as pdf:
        marks = _Marks(pdf, lang, disclosure.turned_pages)
        for number, finding in enumerate(report.findings, start=1):
            marks.add(finding, number, name)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _opened(data: bytes, password: str | None, name: str) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(data), password=password or "")
    except pikepdf.PasswordError:
        raise ReadError(
            "document.encrypted", zh="PDF 需要密码", en="the PDF asks for a password",
            place=Place(name),
        ) from None  # fmt: skip
    except pikepdf.PdfError:
        raise ReadError(
            "document.corrupt", zh="PDF 已损坏，不能加批注", en="the PDF is damaged",
            place=Place(name),
        ) from None  # fmt: skip


class _Marks:
    """Annotations on the pages of a PDF."""

    def __init__(self, pdf: pikepdf.Pdf, lang: Lang, turned: Mapping[tuple[str, int], int]) -> None:
        self._pdf, self._lang, self._turned = pdf, lang, turned
        self._notes: dict[int, int] = {}  # by page, how many stand in its margin

    def add(self, finding: Finding, number: int, name: str) -> None:
        words = f"{number}. {finding.message(self._lang)}"
        placed = False
        for at, (place, may_be_wrong) in enumerate(places_of(finding)):
            of = place.place
            if of.source != name or of.page is None or not 1 <= of.page <= len(self._pdf.pages):
                continue
            key = f"{finding.id}-{at}"
            box = of.box if place.text else None
            if box is not None:
                colour = _COLOURS[finding.severity] if may_be_wrong else _INVOLVED
                turned = self._turned.get((name, of.page), 0)
                self._frame(of.page, box, turned, words, finding.rule, key, colour)
                placed = True
            elif not placed:
                self._note(of.page, words, finding, key)
                placed = True
        if not placed:
            self._note(1, words, finding, f"{finding.id}-0")

    def _frame(
        self, number: int, box: Box, turned: int, words: str, rule: str, key: str, colour: Any
    ) -> None:
        page = self._pdf.pages[number - 1]
        x0, y0, x1, y1 = box
        grown = (x0 - _AROUND, y0 - _AROUND, x1 + _AROUND, y1 + _AROUND)
        rect = _in_page(page, _turned_back(page, grown, turned))
        self._annotate(
            page, "/Square", rect, words, rule, key, colour,
            BS=pikepdf.Dictionary(W=1.2), AP=self._appearance(rect, colour),
        )  # fmt: skip

    def _appearance(self, rect: Box, colour: tuple[float, float, float]) -> pikepdf.Dictionary:
        """The frame as drawn, for programs that draw none themselves."""
        width, height = rect[2] - rect[0], rect[3] - rect[1]
        drawn = (
            f"{colour[0]} {colour[1]} {colour[2]} RG 1.2 w "
            f"0.6 0.6 {width - 1.2:.2f} {height - 1.2:.2f} re S"
        )
        stream = self._pdf.make_stream(drawn.encode("ascii"))
        stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        stream.BBox = pikepdf.Array([0, 0, round(width, 2), round(height, 2)])
        return pikepdf.Dictionary(N=stream)

    def _note(self, number: int, words: str, finding: Finding, key: str) -> None:
        """A note in the upper margin, one beside the other."""
        page = self._pdf.pages[number - 1]
        count = self._notes[number] = self._notes.get(number, 0) + 1
        x, y = 8 + 22 * ((count - 1) % 20), 8 + 22 * ((count - 1) // 20)
        rect = _in_page(page, (x, y, x + 18, y + 18))
        self._annotate(
            page, "/Text", rect, words, finding.rule, key, _COLOURS[finding.severity],
            Name=pikepdf.Name.Comment,
        )  # fmt: skip

    def _annotate(
        self, page: pikepdf.Page, kind: str, rect: Box, words: str, rule: str, key: str,
        colour: Any, **more: Any,
    ) -> None:  # fmt: skip
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(kind),
            Rect=pikepdf.Array([round(one, 2) for one in rect]),
            Contents=pikepdf.String(words),
            T=pikepdf.String("budgetcore"),
            Subj=pikepdf.String(rule),
            NM=pikepdf.String(key),
            C=pikepdf.Array(list(colour)),
            F=4,  # printed too
            **more,
        )
        if "/Annots" not in page:
            page.Annots = pikepdf.Array()
        page.Annots.append(self._pdf.make_indirect(annotation))


def _turned_back(page: pikepdf.Page, box: Box, degrees: int) -> Box:
    """A box of the page as it was turned to be read, on the page as it is shown."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    width, height = right - left, top - bottom
    if _turn_of(page) in (90, 270):
        width, height = height, width
    x0, y0, x1, y1 = box
    if degrees == 90:
        return width - y1, x0, width - y0, x1
    if degrees == 180:
        return width - x1, height - y1, width - x0, height - y0
    if degrees == 270:
        return y0, height - x1, y1, height - x0
    return box


def _turn_of(page: pikepdf.Page) -> int:
    """By how much the file says that the page is shown turned, clockwise."""
    return int(page.obj.get("/Rotate", _inherited(page, "/Rotate", 0))) % 360


def _in_page(page: pikepdf.Page, box: Box) -> Box:
    """A box of the page as it is shown, from its top left, in the coordinates of the file."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    turn = _turn_of(page)
    x0, y0, x1, y1 = box
    if turn == 90:
        return left + y0, bottom + x0, left + y1, bottom + x1
    if turn == 180:
        return right - x1, bottom + y0, right - x0, bottom + y1
    if turn == 270:
        return right - y1, top - x1, right - y0, top - x0
    return left + x0, top - y1, left + x1, top - y0


def _inherited(page: pikepdf.Page, name: str, otherwise: Any) -> Any:
    """What a page takes from the nodes above it."""
    node = page.obj.get("/Parent")
    for _ in range(64):
        if node is None:
            break
        if name in node:
            return node[name]
        node = node.get("/Parent")
    return otherwise
