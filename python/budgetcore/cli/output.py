# SPDX-License-Identifier: Apache-2.0
"""Text or bytes to stdout or to a file."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

from budgetcore.cli.complaints import fail
from budgetcore.cli.options import Lang
from budgetcore.whole_files import write_whole


def write(text: str | bytes, output: str | None, lang: Lang) -> None:
    """Writes to stdout, or to a file that is there whole or not at all."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_whole(Path(output), data)
    except OSError as error:
        fail(OSError(error.errno, error.strerror, output), lang)


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of CSV; None is blank."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
