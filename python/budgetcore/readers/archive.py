# SPDX-License-Identifier: Apache-2.0
"""ZIP containers of office files, opened with limits: what unpacks to too much is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Set

from budgetcore.readers.faults import corrupt, encrypted, too_large

__all__ = ["Archive", "checked_archive"]

_MOST_BYTES = 192 << 20  # of all parts unpacked
_MOST_PARTS = 20_000
_ENCRYPTED = 0x1  # flag of a ZIP entry
_FAULTS = (*(zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError),)


class Archive:
    """The parts of an office file, each of the size and sum that it claims."""

    def __init__(self, data: bytes, what: str, source: str) -> None:
        """Raises ReadError: "document.too_large", "document.encrypted", "document.corrupt"."""
        self._what, self._source = what, source
        self._checked: set[str] = set()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS:
            raise corrupt(what, source) from None
        parts = self._archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise too_large(
                f"解压后过大，上限为 {_MOST_BYTES} 字节、{_MOST_PARTS} 个部件",
                f"too large when unpacked, the limits are {_MOST_BYTES} bytes and "
                f"{_MOST_PARTS} parts",
                source,
            )
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise encrypted(what, source)
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError, or ReadError "document.corrupt"."""
        try:
            data = self._archive.read(name)
        except _FAULTS:
            raise corrupt(self._what, self._source) from None
        self._checked.add(name)
        return data

    def check_rest(self, later: Set[str] = frozenset()) -> None:
        """Unpacks what was not read, before another library opens the file."""
        for name in self.names - self._checked - later:
            self.read(name)


def checked_archive(data: bytes, what: str, source: str) -> Archive:
    """The archive, each part of which was unpacked once. Raises what `Archive` and `read` raise."""
    archive = Archive(data, what, source)
    archive.check_rest()
    return archive
