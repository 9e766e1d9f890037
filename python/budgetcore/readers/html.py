# SPDX-License-Identifier: Apache-2.0
"""HTML and saved web pages (MHTML) → document: paragraphs, and tables with their spans."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

from budgetcore import _core
from budgetcore._core import Document, Grid, Place
from budgetcore.errors import ReadError
from budgetcore.readers.faults import corrupt, too_large
from budgetcore.readers.spans import Row, SpanCell, grid_of_rows, hidden_text, prints_table

__all__ = ["read_html", "read_mhtml"]

_WIDEST, _TALLEST = 1000, 65534  # spans that the standard allows
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHARSET_SEARCHED = 4096
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_TEXT = frozenset(
    (
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "title",
        "iframe",
        "object",
        "svg",
        "select",
    )
)
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
        ),
        *("fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    )
)


def read_html(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a page's bytes; nothing that it links to is fetched, no script is run.

    What the page does not show is set aside. A table that only lays out the page is read as what
    stands in it. Raises ReadError: "document.encoding", "document.corrupt", "document.too_large",
    "document.empty".
    """
    return _read(_decoded(data, source), source, sha256)


def read_mhtml(data: bytes, source: str = "", sha256: str = "") -> Document:
    """The document of a saved web page: its first part of HTML, read like a page."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset()
                return _read(_decoded(content, source, charset), source, sha256)
    raise corrupt("MHTML", source)


def _read(text: str, source: str, sha256: str) -> Document:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise corrupt("HTML", source) from None
    # The parser goes on after what it had to leave out: what it did not read must not be lost.
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise too_large(
            "网页嵌套过深，无法全部读取", "the page nests too deep to be read whole", source
        )
    return _core.document_of_blocks(_Page(source).blocks(root), source, sha256)


def _decoded(data: bytes, source: str, charset: str | None = None) -> str:
    """The text in the character set that the page names, else UTF-8, else GB18030."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = _CHARSET.search(data[:_CHARSET_SEARCHED])
    names = [charset, named[1].decode("ascii") if named else None, "utf-8", "gb18030"]
    for name in filter(None, names):
        # Pages that say GB2312 use all of GB18030.
        name = "gb18030" if name.lower() in ("gb2312", "gbk", "x-gbk") else name
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ReadError(
        "document.encoding",
        zh="网页的文字编码无法识别，既不是 UTF-8 也不是 GB18030",
        en="the characters of the page are neither UTF-8 nor GB18030",
        place=Place(source),
    )


class _Page:
    """A walk over a page that collects paragraphs and tables in their order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._blocks: list[str | Grid] = []
        self._line: list[str] = []

    def blocks(self, root: etree._Element) -> list[str | Grid]:
        self._walk(root)
        self._end_line()
        return self._blocks

    def _walk(self, top: etree._Element) -> None:
        """Depth first without recursion: pages may nest as deep as they like."""
        stack: list[tuple[etree._Element, bool]] = [(top, True)]
        while stack:
            element, opening = stack.pop()
            tag = element.tag
            if not opening:
                if tag in _BLOCKS:
                    self._end_line()
                if element is not top:
                    self._add(element.tail)
                continue
            if tag in _NO_TEXT:
                self._add(element.tail)
            elif not _is_shown(element):
                self._end_line()
                if text := _text_of(element):
                    self._blocks.append(hidden_text(text))
                self._add(element.tail)
            elif tag == "br":
                self._end_line()
                self._add(element.tail)
            elif tag == "table" and self._table(element):
                self._add(element.tail)
            else:
                if tag in _BLOCKS:
                    self._end_line()
                self._add(element.text)
                stack.append((element, False))
                stack.extend((child, True) for child in reversed(element))

    def _table(self, table: etree._Element) -> bool:
        """Adds a table; False where it only lays out what stands in it."""
        inner = table.find(".//table") is not None
        rows = [_row(row) for row in _rows_of(table)]
        if inner and not prints_table(rows):
            return False
        self._end_line()
        for caption in table.iterchildren("caption"):
            self._blocks.append(_text_of(caption))
        grid = grid_of_rows(rows, self._source)
        if grid is not None:
            self._blocks.append(grid)
        for nested in _outermost_tables(table):
            self._walk(nested)
        return True

    def _add(self, text: str | None) -> None:
        if text:
            self._line.append(text)

    def _end_line(self) -> None:
        text = _collapsed("".join(self._line))
        self._line.clear()
        if text:
            self._blocks.append(text)


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table in the order in which they are shown: a foot is last."""
    feet = []
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody"):
            yield from child.iterchildren("tr")
        elif child.tag == "tfoot":
            feet.extend(child.iterchildren("tr"))
    yield from feet


def _outermost_tables(table: etree._Element) -> Iterator[etree._Element]:
    for nested in table.iterdescendants("table"):
        if next(nested.iterancestors("table")) is table:
            yield nested


def _row(row: etree._Element) -> Row:
    cells = [
        SpanCell(
            _text_of(cell) if _is_shown(cell) else "",
            _span(cell.get("colspan"), _WIDEST),
            # A span of 0 reaches to the end of the table.
            _span(cell.get("rowspan"), _TALLEST) or _TALLEST,
        )
        for cell in row.iterchildren("td", "th")
    ]
    group = row.getparent()
    return Row(cells, not _is_shown(row) or (group is not None and not _is_shown(group)))


def _span(text: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,9})", text or "1")
    return min(int(digits[1]), most) if digits else 1


def _is_shown(element: etree._Element) -> bool:
    return "hidden" not in element.attrib and not _NOT_SHOWN.search(element.get("style", ""))


def _text_of(element: etree._Element) -> str:
    """The text shown in an element, nested tables aside; blocks on lines of their own."""
    parts: list[str] = []
    stack: list[tuple[etree._Element, bool]] = [(element, True)]
    while stack:
        at, opening = stack.pop()
        block = at.tag in _BLOCKS or at.tag == "br"
        inside = at is element or (at.tag not in _NO_TEXT and at.tag != "table" and _is_shown(at))
        if opening:
            if block:
                parts.append("\0")
            if inside:
                parts.append(at.text or "")
                stack.append((at, False))
                stack.extend((child, True) for child in reversed(at))
                continue
        elif block:
            parts.append("\0")
        if at is not element:
            parts.append(at.tail or "")
    lines = (_collapsed(line) for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def _collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(" ").replace("\xa0", " ").rstrip()
