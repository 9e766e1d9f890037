# SPDX-License-Identifier: Apache-2.0
"""ZIP containers of office files, opened with limits: what unpacks to too much is refused."""

from __future__ import annotations

import io
import zipfile
import zlib

from budgetcore.errors import ReadError
from budgetcore.readers.faults import corrupt, encrypted, too_large

__all__ = ["checked_archive"]

_MOST_BYTES = 192 << 20  # of all parts unpacked
_MOST_PARTS = 20_000
_ENCRYPTED = 0x1  # flag of a ZIP entry


def checked_archive(data: bytes, what: str, source: str) -> zipfile.ZipFile:
    """The archive, each part of which was unpacked once: it has the size and sum that it claims.

    Raises ReadError: "document.too_large", "document.encrypted", "document.corrupt".
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise too_large(
                f"解压后过大，上限为 {_MOST_BYTES} 字节、{_MOST_PARTS} 个部件",
                f"too large when unpacked, the limits are {_MOST_BYTES} bytes and "
                f"{_MOST_PARTS} parts",
                source,
            )
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise encrypted(what, source)
        if archive.testzip() is not None:
            raise corrupt(what, source)
    except ReadError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError):
        raise corrupt(what, source) from None
    return archive
