# SPDX-License-Identifier: Apache-2.0
"""Pages of the published PDF as pictures small enough to travel inside a report."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from budgetcore._core import Disclosure, Place, Report
from budgetcore.errors import ReadError
from budgetcore.readers.pdf import ONE_AT_A_TIME

__all__ = ["Original", "PageImage", "original_pdf", "originals_of", "page_image", "page_images"]

Original = str | Path | bytes
"""A published file: its path or its bytes."""

_SCALE = 1.5  # 108 dots an inch: small print can be read
_MOST_BYTES = 3_000_000  # of all pictures of a report; a report stays below 5 MB
_LARGE = 150_000  # bytes of a page that is a photograph


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page: its size in points, and the picture."""

    width: float
    height: float
    kind: str
    data: bytes

    @property
    def url(self) -> str:
        """The picture as a data: address."""
        return f"data:{self.kind};base64,{base64.b64encode(self.data).decode('ascii')}"


def originals_of(disclosure: Disclosure, given: Iterable[Original] = ()) -> list[bytes | None]:
    """The bytes that each file of a disclosure was read from; None where they are not at hand.

    They are looked for among those given and where the file was read, and known by their SHA-256.
    """
    known: dict[str, bytes] = {}
    for one in given:
        data = bytes(one) if isinstance(one, bytes | bytearray) else Path(one).read_bytes()
        known[hashlib.sha256(data).hexdigest()] = data
    names = disclosure.files or [disclosure.source]
    digests = disclosure.sha256.split("+")
    if len(names) != len(digests):
        return [None] * len(names)
    return [
        known.get(digest) or _file_with(name, digest)
        for name, digest in zip(names, digests, strict=True)
    ]


def original_pdf(
    disclosure: Disclosure, file: int = 0, given: Iterable[Original] = ()
) -> tuple[str, bytes]:
    """The name and the bytes of the PDF that a file of a disclosure was read from.

    Raises ReadError: "page.no_original" where it is not at hand, "page.no_pdf" for another format.
    """
    found = originals_of(disclosure, given)
    data = found[file] if 0 <= file < len(found) else None
    if data is None:
        raise ReadError(
            "page.no_original",
            zh="找不到审核时读取的原文件，或文件已改动；请用 originals 给出",
            en="the file that was read is not there or has changed; give it as one of originals",
            place=Place(disclosure.source),
        )
    name = (disclosure.files or [disclosure.source])[file]
    if not data.startswith(b"%PDF"):
        raise ReadError(
            "page.no_pdf", zh="公开的文件不是 PDF", en="what was published is no PDF",
            place=Place(name),
        )  # fmt: skip
    return name, data


def page_images(
    report: Report, given: Iterable[Original] = (), password: str | None = None
) -> dict[str, PageImage]:
    """Pictures of pages by "document/file/page", as many as a report has room for, turned as they
    were read.

    Of the audited document every page; of the others those that findings speak of. Where that is
    too much, pages of findings come first.
    """
    found = _pages_of_findings(report)
    given = list(given)
    wanted: list[tuple[int, int, int]] = []
    opened: dict[tuple[int, int], Any] = {}
    with ONE_AT_A_TIME:
        try:
            for number, disclosure in enumerate(report.disclosures):
                spoken = {page for document, page in found if document == number}
                if number > 0 and not spoken:
                    continue
                for file, data in enumerate(originals_of(disclosure, given)):
                    if data is None or not data.startswith(b"%PDF"):
                        continue
                    document = _opened(data, password)
                    if document is None:
                        continue
                    opened[number, file] = document
                    pages = range(1, len(document) + 1)
                    wanted += [(number, file, p) for p in pages if number == 0 or p in spoken]
            wanted.sort(key=lambda key: ((key[0], key[2]) not in found, key))
            turned = [one.turned_pages for one in report.disclosures]
            names = [one.files or [one.source] for one in report.disclosures]

            def degrees(number: int, file: int, page: int) -> int:
                return turned[number].get((names[number][file], page), 0)

            return dict(_within(_MOST_BYTES, wanted, opened, degrees))
        finally:
            for document in opened.values():
                document.close()


def page_image(
    data: bytes, page: int, password: str | None = None, degrees: int = 0
) -> PageImage | None:
    """One page of a PDF's bytes, turned counter-clockwise; None where there is no such page."""
    with ONE_AT_A_TIME:
        document = _opened(data, password)
        if document is None:
            return None
        try:
            return _drawn(document, page, degrees) if 1 <= page <= len(document) else None
        finally:
            document.close()


def _within(
    most: int,
    wanted: Sequence[tuple[int, int, int]],
    opened: dict[tuple[int, int], Any],
    degrees: Callable[[int, int, int], int],
) -> Iterator[tuple[str, PageImage]]:
    size = 0
    for number, file, page in wanted:
        image = _drawn(opened[number, file], page, degrees(number, file, page))
        if image is None:
            continue
        size += len(image.data)
        if size > most:
            return
        yield f"{number}/{file}/{page}", image


def _pages_of_findings(report: Report) -> set[tuple[int, int]]:
    pages = set()
    sources = {
        name: number
        for number, disclosure in reversed(list(enumerate(report.disclosures)))
        for name in (disclosure.files or [disclosure.source])
    }
    for finding in report.findings:
        for place in finding.places:
            if place.place.page is not None:
                pages.add((sources.get(place.place.source, 0), place.place.page))
    return pages


def _file_with(name: str, digest: str) -> bytes | None:
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == digest else None


def _opened(data: bytes, password: str | None) -> Any:
    try:
        return pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError:
        return None


def _drawn(document: Any, number: int, degrees: int) -> PageImage | None:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return None
    width, height = page.get_size()
    gray = page.render(scale=_SCALE, grayscale=True).to_pil()
    page.close()
    if degrees:
        gray = gray.rotate(degrees, expand=True)
        width, height = (height, width) if degrees != 180 else (width, height)
    data = _png(gray)
    if len(data) <= _LARGE:
        return PageImage(width, height, "image/png", data)
    buffer = io.BytesIO()
    gray.save(buffer, "JPEG", quality=45)
    if buffer.tell() >= len(data):
        return PageImage(width, height, "image/png", data)
    return PageImage(width, height, "image/jpeg", buffer.getvalue())


def _png(gray: Any) -> bytes:
    """Sixteen levels of gray are enough for print, and half as many bytes."""
    from PIL import Image

    levels = gray.point([(value + 8) // 17 for value in range(256)])
    picture = Image.frombytes("P", gray.size, levels.tobytes())
    picture.putpalette([level * 17 for level in range(16) for _ in range(3)])
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", bits=4, compress_level=6)
    return buffer.getvalue()
