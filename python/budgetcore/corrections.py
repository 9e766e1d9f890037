# SPDX-License-Identifier: Apache-2.0
"""Files of corrections: figures that were misread, by their place in a document."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from budgetcore._core import Correction, Place
from budgetcore.errors import CorrectionError

__all__ = ["load_corrections"]

_NEEDED = ("table", "row", "column", "read", "text", "reason")


def load_corrections(path: str | os.PathLike[str]) -> list[Correction]:
    """The corrections of a CSV file: columns table, row, column, read, text, reason and who.

    Raises CorrectionError with the line, OSError where the file cannot be opened.
    """
    return [correction for _, correction in _read(path)]


def corrections_for(path: str | os.PathLike[str], source: str, sha256: str) -> list[Correction]:
    """Those of one document: lines without a document, or with its file name or SHA-256."""
    names = {source, Path(source).name, sha256}
    return [one for document, one in _read(path) if not document or document in names]


def _read(path: str | os.PathLike[str]) -> list[tuple[str, Correction]]:
    called = os.fspath(path)
    try:
        text = Path(called).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionError(
            "correction.encoding",
            zh=f"更正文件不是 UTF-8：第 {error.start} 字节（从 0 起）",
            en=f"the file of corrections is not UTF-8: byte {error.start}, counted from 0",
            place=Place(called),
        ) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or [])]
    if missing:
        raise CorrectionError(
            "correction.columns",
            zh=f"更正文件缺少列：{'、'.join(missing)}",
            en=f"the file of corrections lacks columns: {', '.join(missing)}",
            place=Place(called, line=1),
            text=missing[0],
        )
    return [_correction(row, called, reader.line_num) for row in reader]


def _correction(row: dict[str, str | None], called: str, line: int) -> tuple[str, Correction]:
    cells = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    place = Place(called, line=line)
    if not cells["reason"]:
        raise CorrectionError(
            "correction.reason",
            zh="更正须写明理由（reason）",
            en="a correction needs its reason",
            place=place,
            text=cells["text"],
        )
    where = (cells[name] for name in ("table", "row", "column", "read", "text"))
    correction = Correction(*where, reason=cells["reason"], who=cells.get("who", ""), place=place)
    return cells.get("document", ""), correction
