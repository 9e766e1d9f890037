# SPDX-License-Identifier: Apache-2.0
"""budgetcore review: the list of issues of many disclosures, letters, and what became of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import click

from budgetcore import Severity
from budgetcore.batch.sources import Beside
from budgetcore.cli import options
from budgetcore.cli.auditing import Auditor, prepared
from budgetcore.cli.complaints import complain, fail
from budgetcore.cli.files import each
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write
from budgetcore.page.index import file_names
from budgetcore.papers.issues import Issue, issues_of
from budgetcore.papers.review import (
    COLUMNS,
    STANDARD,
    to_letter,
    to_review_document,
    to_review_sheet,
)

_WRITERS = {".xlsx": to_review_sheet, ".docx": to_review_document}


@click.command("review")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--output", required=True, metavar="PATH",
              help="The list: a file that ends in .xlsx or .docx.")  # fmt: skip
@click.option(
    "--letters", metavar="DIR", help="A letter for each body is written into this folder."
)
@click.option(
    "--since", metavar="FILE",
    help="The report (audit --format json) of the earlier version: what is resolved, what remains.",
)  # fmt: skip
@click.option(
    "--columns", default=",".join(STANDARD), show_default=True, metavar="NAMES",
    help=f"Columns of the list in their order, of {', '.join(COLUMNS)}.",
)  # fmt: skip
@click.option(
    "--least", type=click.Choice(["error", "warning", "note"]), default="warning",
    show_default=True, help="Lowest severity that is listed.",
)  # fmt: skip
@click.option(
    "--previous", multiple=True, metavar="FILE",
    help="A disclosure of the same body, such as last year's; may be repeated.",
)  # fmt: skip
@click.option("--rules", "rule_files", multiple=True, metavar="FILE",
              help="A rule file to apply as well; may be repeated.")  # fmt: skip
@options.config
@options.corrections
@options.lang
@options.password
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="Files audited at a time.")  # fmt: skip
def command(
    files: tuple[str, ...], output: str, letters: str | None, since: str | None, columns: str,
    least: str, previous: tuple[str, ...], rule_files: tuple[str, ...], config: str | None,
    corrections: str | None, lang: Lang, password: str | None, jobs: int,
) -> None:  # fmt: skip
    """List the issues of disclosures for the bodies that have to correct them (问题清单).

    FILE as for audit. Exit status: 0 written, 2 a file that could not be read.
    """
    names = _columns(columns, lang)
    writer = _WRITERS.get(Path(output).suffix.lower())
    if writer is None:
        raise click.UsageError(
            "--output 要以 .xlsx 或 .docx 结尾"
            if lang == "zh"
            else "--output ends in .xlsx or .docx"
        )
    audits = prepared(
        files, Beside(previous), lang=lang, rule_files=rule_files, corrections=corrections,
        config=config, password=password,
    )  # fmt: skip
    task = _Task(audits.auditor, lang, Severity.__members__[least], since)
    listed: list[Issue] = []
    by_file: list[tuple[str, list[Issue]]] = []
    failed = False
    for done in each(audits.tasks, 1 if audits.alone else jobs, task):
        if done.result is None:
            complain(cast(Exception, done.error), lang, done.of[0])
            failed = True
            continue
        by_file.append((done.of[0], done.result))
        listed += done.result
    numbered = [replace(one, number=number) for number, one in enumerate(listed, start=1)]
    write(writer(numbered, lang, names), output, lang)
    if letters is not None:
        _write_letters(by_file, letters, lang)
    sys.exit(2 if failed else 0)


@dataclass(frozen=True)
class _Task:
    auditor: Auditor
    lang: Lang
    least: Severity
    since: str | None

    def __call__(self, files: tuple[str, ...]) -> list[Issue]:
        return issues_of(self.auditor(files), lang=self.lang, least=self.least, since=self.since)


def _columns(text: str, lang: Lang) -> Sequence[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or not names:
        of = ", ".join(COLUMNS)
        raise click.UsageError(
            f"没有这些列：{'、'.join(unknown) or text}；可用：{of}"
            if lang == "zh"
            else f"no such columns: {', '.join(unknown) or text}; there are {of}"
        )
    return names


def _write_letters(
    by_file: Sequence[tuple[str, Sequence[Issue]]], letters: str, lang: Lang
) -> None:
    folder = Path(letters)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(OSError(error.errno, error.strerror, letters), lang)
    wanted = [(file, issues) for file, issues in by_file if issues]
    names = file_names([f"{issues[0].body}.x" for _, issues in wanted], "docx")
    for (file, issues), name in zip(wanted, names, strict=True):
        letter = to_letter(issues, lang, source=Path(file).name)
        write(letter, str(folder / name), lang)
