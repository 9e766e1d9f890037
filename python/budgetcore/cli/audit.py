# SPDX-License-Identifier: Apache-2.0
"""budgetcore audit: the report of every file."""

from __future__ import annotations

import functools
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import click

import budgetcore
from budgetcore import Disclosure, Pack
from budgetcore.cli import options
from budgetcore.cli.batch import expanded, write_data_set
from budgetcore.cli.complaints import complain, or_fail
from budgetcore.cli.files import each
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write

_LEVELS = {"note": 0, "warning": 1, "error": 2, "never": 3}


@click.command("audit")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--together",
    is_flag=True,
    help="The files are one disclosure: tables and narrative published apart.",
)
@click.option(
    "--previous",
    multiple=True,
    metavar="FILE",
    help="A disclosure of the same body, such as last year's; may be repeated.",
)
@click.option(
    "--rules",
    "rule_files",
    multiple=True,
    metavar="FILE",
    help="A rule file to apply as well; may be repeated.",
)
@options.corrections
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "parquet"]),
    default="text",
    show_default=True,
    help="Form of the reports; parquet writes a data set into the folder --output.",
)
@options.output_or_folder
@options.lang
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Lowest severity that makes the exit status 1.",
)
@options.password
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="Files audited at a time.")  # fmt: skip
def command(
    files: tuple[str, ...], together: bool,
    previous: tuple[str, ...], rule_files: tuple[str, ...], corrections: str | None, form: str,
    output: str | None, lang: Lang, fail_on: str, jobs: int, password: str | None,
) -> None:  # fmt: skip
    """Audit disclosures: FILE is a PDF, XLSX, XLS, DOCX, HTML, CSV or text, a folder of such
    files, or - for stdin.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a file that could not be read.
    """
    _refuse_two_stdins((*files, *previous), lang)
    if form == "parquet":
        write_data_set(files, output, rule_files, jobs, lang, together or previous or corrections)
        return
    files = or_fail(lambda _: expanded(files), lang, files[0])
    one = together or len(files) == 1
    task = _Task(previous, rule_files, corrections, password, form, lang, indented=one)
    or_fail(lambda _: task.others(), lang, previous[0] if previous else "")
    or_fail(lambda _: task.packs(), lang, rule_files[0] if rule_files else "")
    texts, worst, failed = [], -1, False
    stdin = "-" in (*files, *previous, *rule_files)  # which other processes do not have
    units: Sequence[tuple[str, ...]] = [files] if together else [(file,) for file in files]
    for done in each(units, 1 if stdin else jobs, task):
        if done.result is None:
            complain(cast(Exception, done.error), lang, " + ".join(done.of))
            failed = True
            continue
        text, level = done.result
        texts.append(text)
        worst = max(worst, level)
    write(_joined(texts, form, len(units)), output, lang)
    sys.exit(2 if failed else int(worst >= _LEVELS[fail_on]))


@dataclass(frozen=True)
class _Task:
    """The audit of one disclosure as text, with the gravest level that it found; -1 for none."""

    previous: tuple[str, ...]
    rule_files: tuple[str, ...]
    corrections: str | None
    password: str | None
    form: str
    lang: Lang
    indented: bool

    def __call__(self, files: tuple[str, ...]) -> tuple[str, int]:
        parts = [budgetcore.read(file, password=self.password) for file in files]
        disclosure = budgetcore.join(parts)
        if self.corrections is not None:
            disclosure = disclosure.corrected(self.corrections)
        report = disclosure.audit(previous=self.others(), rules=self.packs())
        level = max((_LEVELS[one.severity.name] for one in report.findings), default=-1)
        if self.form == "json":
            return report.to_json(self.lang, indented=self.indented), level
        return report.to_text(self.lang), level

    @functools.cache  # noqa: B019 - one task a process
    def others(self) -> list[Disclosure]:
        return [budgetcore.read(file, password=self.password) for file in self.previous]

    @functools.cache  # noqa: B019 - one task a process
    def packs(self) -> list[Pack]:
        return [budgetcore.load_rules(file) for file in self.rule_files]


def _refuse_two_stdins(files: Sequence[str], lang: Lang) -> None:
    if files.count("-") > 1:
        text = "标准输入（-）只能用一次" if lang == "zh" else "stdin (-) can be read only once"
        raise click.UsageError(text)


def _joined(texts: Sequence[str], form: str, count: int) -> str:
    if form == "json":
        return texts[0] + "\n" if count == 1 and texts else "" if count == 1 else _json_list(texts)
    return "\n".join(text if text.endswith("\n") else text + "\n" for text in texts)


def _json_list(objects: Sequence[str]) -> str:
    """A list of objects that are one line each."""
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"
