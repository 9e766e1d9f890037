# SPDX-License-Identifier: Apache-2.0
"""Reports of several files as files of a folder; pages with one that lists them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from budgetcore.cli.complaints import fail, one_line
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write
from budgetcore.page.index import Entry, file_names, to_index


class Folder:
    """A folder that reports are written into, one a file in the order of the files."""

    def __init__(self, output: str | None, files: Sequence[str], form: str, lang: Lang) -> None:
        """Makes the folder where there is none; without a name for it the command ends."""
        if output is None or output == "-":
            text = (
                f"多个文件的 {form} 报告要写入文件夹：用 --output 指明"
                if lang == "zh"
                else f"{form} reports of several files go into a folder: name it with --output"
            )
            raise click.UsageError(text)
        self._folder, self._form, self._lang = Path(output), form, lang
        self._names = file_names(files, form)
        self._entries: list[Entry] = []
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            fail(OSError(error.errno, error.strerror, output), lang)

    def add(self, text: str | bytes, entry: Entry) -> None:
        """Writes the report of the next file."""
        self._write(self._names[len(self._entries)], text)
        self._entries.append(entry)

    def add_failed(self, file: str, error: Exception) -> None:
        """Lists the next file as one that could not be read."""
        self._entries.append(Entry(file, error=one_line(error, self._lang, file)))

    def finish(self) -> None:
        """Writes the list of pages."""
        if self._form == "html":
            self._write("index.html", to_index(self._entries, self._names, self._lang))

    def _write(self, name: str, text: str | bytes) -> None:
        write(text, str(self._folder / name), self._lang)
