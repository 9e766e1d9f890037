# SPDX-License-Identifier: Apache-2.0
"""What a file is, by its bytes: names lie."""

from __future__ import annotations

import io
import re
import zipfile

__all__ = ["format_of"]

_PDF_SEARCHED = 1024  # bytes at the front in which readers of PDF look for the signature
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = {  # of OLE files, named in their directory in UTF-16
    "EncryptedPackage": "encrypted",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
}
_PARTS = {  # of ZIP files
    "xl/workbook.xml": "xlsx",
    "word/document.xml": "docx",
    "xl/workbook.bin": "xlsb",
    "content.xml": "ods or odt",
    "ppt/presentation.xml": "pptx",
}
_OTHERS = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
}
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|table|meta|title)\b", re.IGNORECASE)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_LOOKED_AT = 4096


def format_of(data: bytes) -> str:
    """The format: "pdf", "xlsx", "docx", "xls", "html", "mhtml", "text"; or what else it is.

    "encrypted" is an office file with a password, "damaged zip" what only begins like one.

    >>> format_of(b"%PDF-1.7"), format_of(b"<html><table>"), format_of("收入总表".encode())
    ('pdf', 'html', 'text')
    """
    if b"%PDF-" in data[:_PDF_SEARCHED]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_format(data)
    if data.startswith(_OLE):
        return _ole_format(data)
    for signature, name in _OTHERS.items():
        if data.startswith(signature):
            return name
    head = data[:_LOOKED_AT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    if _MHTML.search(head):
        return "mhtml"
    return "html" if _HTML.search(head) else "text"


def _zip_format(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return "damaged zip"
    return next((name for part, name in _PARTS.items() if part in names), "zip")


def _ole_format(data: bytes) -> str:
    found = []
    for stream, name in _STREAMS.items():
        at = data.find((stream + "\0").encode("utf-16-le"))
        if at >= 0:
            found.append((at, name))
    return min(found)[1] if found else "ole"
