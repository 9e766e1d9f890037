# SPDX-License-Identifier: Apache-2.0
"""Text to stdout or to a file."""

from __future__ import annotations

import csv
import io
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from budgetcore.cli.complaints import fail
from budgetcore.cli.options import Lang


def write(text: str, output: str | None, lang: Lang) -> None:
    """Writes to stdout, or to a file that is there whole or not at all."""
    data = text.encode("utf-8")
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(output), data)
    except OSError as error:
        fail(OSError(error.errno, error.strerror, output), lang)


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of CSV; None is blank."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


def _replace(path: Path, data: bytes) -> None:
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # /dev/null, a pipe
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
