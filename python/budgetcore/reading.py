# SPDX-License-Identifier: Apache-2.0
"""Published files → disclosures; rule files → packs."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from budgetcore import _core
from budgetcore._core import Catalog, Disclosure, Document, Pack, Place
from budgetcore.errors import ReadError
from budgetcore.readers.delimited import read_csv
from budgetcore.readers.docx import read_docx
from budgetcore.readers.faults import corrupt, encrypted
from budgetcore.readers.html import read_html, read_mhtml
from budgetcore.readers.pdf import read_pdf
from budgetcore.readers.sniff import format_of
from budgetcore.readers.xls import read_xls
from budgetcore.readers.xlsx import read_xlsx

__all__ = ["FORMATS", "load_catalog", "load_rules", "read", "read_document"]

FORMATS = (
    *(".txt", ".pdf", ".xlsx", ".xlsm", ".xls", ".docx", ".docm"),
    *(".html", ".htm", ".mhtml", ".mht", ".csv", ".tsv"),
)
"""Endings of the file names that this version reads."""

_MOST_BYTES = 64 << 20
_READERS: dict[str, Callable[[bytes, str, str], Document]] = {
    "xlsx": read_xlsx,
    "xls": read_xls,
    "docx": read_docx,
    "html": read_html,
    "mhtml": read_mhtml,
    "csv": read_csv,
    "text": _core.read_text,
}


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    password: str | None = None,
) -> Disclosure:
    """The disclosure in a file: a path, the bytes of one, an open binary file, or "-" for stdin.

    What `read_document` returns, recognised. Raises what it raises, and ReadError
    ("disclosure.no_table") where the document is no disclosure.
    """
    return _core.recognise(read_document(source, name=name, password=password))


def read_document(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    password: str | None = None,
) -> Document:
    """The lines and grids of a file, in which no budget is recognised yet; sources as for `read`.

    `name` is what places call the file, where it has no path. What a file is, its bytes tell, not
    its name: PDF, XLSX, XLS, DOCX, HTML, MHTML, else text in UTF-8 or GB18030, which is CSV where
    the name ends so. `password` opens a PDF that asks for one. Raises ReadError where the content
    cannot be read ("document.encoding", "document.empty", "document.too_large",
    "document.line_too_long", "document.format", "document.corrupt", "document.encrypted",
    "document.no_text", "document.garbled"), OSError where the file cannot be opened.
    """
    data, called = _bytes_of(source)
    called = called if name is None else name
    digest = hashlib.sha256(data).hexdigest()
    found = format_of(data)
    if found == "encrypted":
        raise encrypted("Office", called)
    if found == "damaged zip":
        raise corrupt("ZIP", called)
    if found == "text" and Path(called).suffix.lower() in (".csv", ".tsv"):
        found = "csv"
    if found == "pdf":
        return read_pdf(data, called, digest, password=password)
    if found not in _READERS:
        raise _not_read(found, called)
    return _READERS[found](data, called, digest)


def load_rules(path: str | os.PathLike[str]) -> Pack:
    """The pack of a rule file. Raises RuleError with the place, OSError, or ReadError."""
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            "rule.encoding",
            zh=f"规则文件不是 UTF-8：第 {error.start} 字节（从 0 起）",
            en=f"the rule file is not UTF-8: byte {error.start}, counted from 0",
            place=Place(os.fspath(path)),
        ) from None
    return _core.load_pack(text, os.fspath(path))


def load_catalog(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    over: Catalog | None = None,
    year: int | None = None,
) -> Catalog:
    """The catalog in a CSV file: a path, the text of one (with a line end in it), bytes, a file.

    Columns `code` and `name`, optionally `level`, `status`, `source`, `from_year`, `to_year`,
    `successor`. Codes may be of any scheme: a code lies below those that it begins with. Of a code
    that `over` has too, the names of the file stand alone. Raises ReadError with line and column.

    >>> own = load_catalog("code,name\\n01,甲\\n0101,乙\\n")
    >>> own.children("01"), own.name("0101")
    (['0101'], '乙')
    """
    if isinstance(source, str) and "\n" in source:
        data, called = source.encode("utf-8", "surrogateescape"), "<text>"
    elif isinstance(source, str | os.PathLike) and os.fspath(source) != "-":
        called = os.fspath(source)
        with Path(called).open("rb") as file:
            data = _limited(file, called)
    else:
        data, called = _bytes_of(source)
    return _core.catalog_from_csv(data, called, over, year)


def _bytes_of(source: str | os.PathLike[str] | bytes | BinaryIO) -> tuple[bytes, str]:
    """The bytes and what to call them."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), ""
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        if path == "-":
            return _limited(sys.stdin.buffer, path), path
        _refuse_other_endings(path)
        with Path(path).open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > _MOST_BYTES:
                raise _too_large(path)
            return _limited(file, path), path
    if not hasattr(source, "read"):
        raise TypeError(f"read needs a path, bytes or a binary file, not {type(source).__name__}")
    called = getattr(source, "name", "")
    called = called if isinstance(called, str) else ""
    return _limited(source, called), called


def _limited(file: BinaryIO, called: str) -> bytes:
    """All bytes of a file that may not end."""
    data = file.read(_MOST_BYTES + 1)
    if not isinstance(data, bytes):
        raise TypeError("read needs a file opened in binary mode")
    if len(data) > _MOST_BYTES:
        raise _too_large(called)
    return data


def _too_large(called: str) -> ReadError:
    return ReadError(
        "document.too_large",
        zh=f"文件过大，上限为 {_MOST_BYTES} 字节",
        en=f"file too large, the limit is {_MOST_BYTES} bytes",
        place=Place(called),
    )


def _refuse_other_endings(path: str) -> None:
    ending = Path(path).suffix.lower()
    if ending and ending not in FORMATS and not Path(path).is_dir():
        raise _not_read(ending, path)


def _not_read(what: str, called: str) -> ReadError:
    formats = " ".join(FORMATS)
    return ReadError(
        "document.format",
        zh=f"本版本不能读取 {what}，能读取的格式：{formats}",
        en=f"{what} is not read by this version; formats read: {formats}",
        place=Place(called),
    )
