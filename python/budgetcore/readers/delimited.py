# SPDX-License-Identifier: Apache-2.0
"""CSV → document: one grid of the rows."""

from __future__ import annotations

import csv
import io

from budgetcore import _core
from budgetcore._core import Document, Place
from budgetcore.readers.faults import check_positions, corrupt

__all__ = ["read_csv"]

_DELIMITERS = ",\t;"


def read_csv(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a CSV file in UTF-8 or GB18030, parted by comma, tab or semicolon.

    Raises ReadError: those of `read_text`, "document.corrupt" for a row that cannot be parted.
    """
    lines = [line.text for line in _core.read_text(data, source).lines]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))
    rows = csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter)
    cells = []
    height = width = 0
    try:
        for row in rows:
            for column, text in enumerate(row):
                if text.strip():
                    cells.append((height, column, 1, 1, text))
                    width = max(width, column + 1)
            height += 1
    except csv.Error:
        raise corrupt("CSV", source, Place(source, line=rows.line_num)) from None
    check_positions(height * width, source)
    return _core.document_of_blocks([_core.Grid(height, width, cells)], source, sha256)
