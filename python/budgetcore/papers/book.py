# SPDX-License-Identifier: Apache-2.0
"""Workbooks that hold what documents print: text is never a formula, names are never refused."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

__all__ = ["Book"]

_LONGEST = 32_000  # characters of a cell
_REFUSED = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "title": {"bold": True, "font_size": 13},
    "head": {"bold": True, "bg_color": "#E8ECF1", "border": 1, "text_wrap": True},
    "cell": {"border": 1, "text_wrap": True},
    "total": {"border": 1, "bold": True, "text_wrap": True},
    "error": {"border": 1, "bg_color": "#FAD4D0", "text_wrap": True},
    "warning": {"border": 1, "bg_color": "#FCE8C0", "text_wrap": True},
    "note": {"border": 1, "bg_color": "#E3F0D3", "text_wrap": True},
    "involved": {"border": 1, "bg_color": "#DCE9F5", "text_wrap": True},
    "link": {"border": 1, "font_color": "#1F5F99", "underline": 1, "text_wrap": True},
}


class Book:
    """A workbook in memory; sheets are made in the order in which they shall stand."""

    def __init__(self, title: str) -> None:
        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"title": clipped(title)[:250], "author": "budgetcore"})
        self._book.set_calc_mode("auto")
        self._formats: dict[tuple[str, str], Any] = {}
        self._names: set[str] = set()

    def sheet(self, name: str, widths: Sequence[float] = ()) -> Any:
        """A new sheet, under the name or one like it that a workbook takes and that is free."""
        base = _REFUSED.sub("", name).strip("' ")[:28] or "sheet"
        free, number = base, 1
        while free.casefold() in self._names or free.casefold() == "history":
            number += 1
            free = f"{base[:25]}~{number}"
        self._names.add(free.casefold())
        sheet = self._book.add_worksheet(free)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def style(self, name: str, number: str = "") -> Any:
        """A format by name, with a format of numbers: 0.00."""
        key = name, number
        if key not in self._formats:
            more = {"num_format": number, "align": "right"} if number else {}
            self._formats[key] = self._book.add_format({**_FONT, **_FORMATS[name], **more})
        return self._formats[key]

    def row(self, sheet: Any, row: int, values: Sequence[object], style: str = "cell") -> None:
        """Texts and numbers side by side; None is a blank cell."""
        for column, value in enumerate(values):
            self.put(sheet, row, column, value, style)

    def put(
        self, sheet: Any, row: int, column: int, value: object, style: str = "cell",
        number: str = "",
    ) -> None:  # fmt: skip
        """One text, number or blank."""
        form = self.style(style, number)
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, int | Decimal):
            sheet.write_number(row, column, value, form)
        else:
            sheet.write_string(row, column, clipped(str(value)), form)

    def formula(
        self, sheet: Any, row: int, column: int, text: str, value: Decimal | str,
        style: str = "cell", number: str = "",
    ) -> None:  # fmt: skip
        """A formula with its value, for programs that do not compute when they open a file."""
        sheet.write_formula(row, column, f"={text}", self.style(style, number), value)

    def bytes(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._out.getvalue()


def clipped(text: str) -> str:
    """Text that fits a cell; what is longer ends in an ellipsis."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
