# SPDX-License-Identifier: Apache-2.0
"""Pages that are pictures → placed texts and lines, where the extra `budgetcore[ocr]` is installed.

Every figure that comes from here is marked as recognised: it may be wrong where print is not.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from budgetcore._core import PlacedPage

__all__ = ["can_recognise", "recognised_page"]

_EXTRA = "rapidocr_onnxruntime"
_DOTS_A_POINT = 200 / 72
_LEAST_SCORE = 0.5  # below, a text is as likely wrong as right
_SHORTEST_LINE = 14.0  # points: longer than a stroke of a character
_THICKEST_LINE = 3.0


def can_recognise() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec(_EXTRA) is not None


def recognised_page(page: pdfium.PdfPage, number: int) -> PlacedPage:
    """The texts that are recognised in the picture of a page, and its drawn lines."""
    picture = page.render(scale=_DOTS_A_POINT).to_numpy()
    found, _ = _engine()(picture)
    texts = [
        (text, *_corners(outline)) for outline, text, score in found or () if score >= _LEAST_SCORE
    ]
    return PlacedPage(
        number, page.get_width(), page.get_height(), texts, _lines(picture), recognised=True
    )


@functools.cache
def _engine() -> Any:
    return importlib.import_module(_EXTRA).RapidOCR()


def _corners(outline: list[list[float]]) -> tuple[float, float, float, float]:
    """The box around four corners, in points."""
    xs = [x / _DOTS_A_POINT for x, _ in outline]
    ys = [y / _DOTS_A_POINT for _, y in outline]
    return min(xs), min(ys), max(xs), max(ys)


def _lines(picture: Any) -> list[tuple[float, float, float, float]]:
    """Straight runs of ink across and down, in points."""
    cv2 = importlib.import_module("cv2")  # the extra brings it
    gray = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    length = int(_SHORTEST_LINE * _DOTS_A_POINT)
    lines = []
    for size in ((length, 1), (1, length)):
        kept = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(0, size))
        for contour in cv2.findContours(kept, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
            x, y, width, height = (side / _DOTS_A_POINT for side in cv2.boundingRect(contour))
            if min(width, height) <= _THICKEST_LINE:
                lines.append((x, y, x + width, y + height))
    return lines
