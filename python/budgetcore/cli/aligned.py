# SPDX-License-Identifier: Apache-2.0
"""Rows of text under one another in columns, wide characters counted as two."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]], left: int) -> list[str]:
    """A line a row: the first `left` columns flush left, the others flush right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_cells(row, widths, left)).rstrip() for row in rows]


def padded(text: str, width: int) -> str:
    """The text with blanks behind it up to a width."""
    return text + " " * (width - _width(text))


def _cells(row: Sequence[str], widths: Sequence[int], left: int) -> list[str]:
    spaces = [" " * (width - _width(text)) for text, width in zip(row, widths, strict=True)]
    return [
        text + space if i < left else space + text
        for i, (text, space) in enumerate(zip(row, spaces, strict=True))
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
