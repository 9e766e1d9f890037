# SPDX-License-Identifier: Apache-2.0
"""ZIP containers of office files, opened with limits: what unpacks to too much is refused."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Set

from budgetcore.readers.faults import corrupt, encrypted, too_large

__all__ = ["Archive", "checked_archive"]

_MOST_BYTES = 192 << 20  # of all parts unpacked
_MOST_PARTS = 20_000
_ENCRYPTED = 0x1  # flag of a ZIP entry
_HEADER = struct.Struct("<4s22xHH")  # signature, lengths of name and extra field
_FAULTS = (*(zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError),)


class Archive:
    """The parts of an office file, each of the size and sum that it claims."""

    def __init__(self, data: bytes, what: str, source: str) -> None:
        """Raises ReadError: "document.too_large", "document.encrypted", "document.corrupt"."""
        self._data, self._what, self._source = data, what, source
        self._checked: set[str] = set()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS:
            raise corrupt(what, source) from None
        parts = self._archive.infolist()
        self.unpacked = sum(part.file_size for part in parts)  # bytes
        if len(parts) > _MOST_PARTS or self.unpacked > _MOST_BYTES:
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
            data = self._unpacked(self._archive.getinfo(name))
        except _FAULTS:
            raise corrupt(self._what, self._source) from None
        self._checked.add(name)
        return data

    def _unpacked(self, part: zipfile.ZipInfo) -> bytes:
        """The bytes of a part; zipfile's own streams cost more than zlib for small parts."""
        header = self._data[part.header_offset : part.header_offset + _HEADER.size]
        if part.compress_type != zipfile.ZIP_DEFLATED or len(header) < _HEADER.size:
            return self._archive.read(part)
        signature, name_length, extra_length = _HEADER.unpack(header)
        if signature != b"PK\x03\x04":
            raise zipfile.BadZipFile
        first = part.header_offset + _HEADER.size + name_length + extra_length
        packed = self._data[first : first + part.compress_size]
        # One byte more than it claims is enough to see that it claims too little.
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        data = stream.decompress(packed, part.file_size + 1)
        if not stream.eof or len(data) != part.file_size or zlib.crc32(data) != part.CRC:
            raise zipfile.BadZipFile
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
