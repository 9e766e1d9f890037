# SPDX-License-Identifier: Apache-2.0
"""budgetcore audit: the report of every file."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import click

import budgetcore
from budgetcore import Report
from budgetcore.batch.sources import Beside
from budgetcore.cli import options
from budgetcore.cli.auditing import Auditor, prepared
from budgetcore.cli.batch import write_data_set
from budgetcore.cli.complaints import complain
from budgetcore.cli.files import each
from budgetcore.cli.folder import Folder
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write
from budgetcore.cli.terminal import brief_line, coloured, on_terminal
from budgetcore.page.index import Entry, entry_of

_NAME_A_FILE = (
    "{} 不能显示在终端：用 --output 指明文件（- 为标准输出）",
    "{} cannot be shown on a terminal: name a file with --output (- is stdout)",
)
_BINARY = ("xlsx", "pdf")
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
@click.option(
    "--units",
    multiple=True,
    metavar="FILE",
    help="A disclosure of a unit of the department; may be repeated.",
)
@click.option("--all-units", is_flag=True, help="The department has no other units.")
@options.corrections
@options.config
@click.option(
    "--baseline",
    metavar="FILE",
    help="An earlier report (--format json): what it found is not listed again.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(
        ["text", "brief", "json", "jsonl", "md", "sarif", "html", "xlsx", "pdf", "parquet"]
    ),
    default="text",
    show_default=True,
    help="Form of the reports: brief is a line a file, jsonl an object a line, md a summary, "
    "sarif for code scanners, html a page, xlsx a working paper with formulas, pdf the published "
    "PDF with notes. html, xlsx and pdf of several files, and parquet, are written into the folder "
    "--output.",
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
    previous: tuple[str, ...], units: tuple[str, ...], all_units: bool,
    rule_files: tuple[str, ...], corrections: str | None, config: str | None,
    baseline: str | None, form: str, output: str | None, lang: Lang, fail_on: str, jobs: int,
    password: str | None,
) -> None:  # fmt: skip
    """Audit disclosures: FILE is a PDF, XLSX, XLS, DOCX, HTML, CSV or text, a folder of such
    files, or - for stdin.

    Files of a folder are audited beside one another: with last year's of the same body, a final
    account with its budget, a department with its units. A budgetcore.toml beside a document, or
    in a folder that is named, applies to it.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a file that could not be read.
    """
    if form == "parquet":
        apart = together or previous or units or corrections
        write_data_set(files, output, rule_files, config, baseline, jobs, lang, apart)
        return
    audits = prepared(
        files, Beside(previous, units, all_units), lang=lang, together=together,
        rule_files=rule_files, corrections=corrections, config=config, baseline=baseline,
        password=password,
    )  # fmt: skip
    tasks = audits.tasks
    several = len(tasks) > 1 or (audits.of_folder and not together)
    colour = output is None and on_terminal()
    task = _Task(audits.auditor, form, lang, indented=len(tasks) == 1, colour=colour)
    folder = None
    if form in ("html", *_BINARY) and several:
        folder = Folder(output, [one[0] for one in tasks], form, lang)
    if form in _BINARY and output is None:
        raise click.UsageError(_NAME_A_FILE[lang == "en"].format(form))
    texts: list[str | bytes] = []
    worst, failed = -1, False
    for done in each(tasks, 1 if audits.alone else jobs, task):
        if done.result is None:
            complain(cast(Exception, done.error), lang, " + ".join(done.of))
            failed = True
            if folder is not None:
                folder.add_failed(done.of[0], cast(Exception, done.error))
            continue
        text, level, entry = done.result
        worst = max(worst, level)
        if folder is None:
            texts.append(text)
        else:
            folder.add(text, entry)
            write(brief_line(entry, lang, colour=on_terminal()), None, lang)
    if folder is not None:
        folder.finish()
    elif form in _BINARY:
        for text in texts:
            write(text, output, lang)
    else:
        write(_joined(cast(list[str], texts), form, len(tasks)), output, lang)
    sys.exit(2 if failed else int(worst >= _LEVELS[fail_on]))


@dataclass(frozen=True)
class _Task:
    """The audit of one disclosure as text, with the gravest level that it found, -1 for none, and
    its line in a list."""

    auditor: Auditor
    form: str
    lang: Lang
    indented: bool
    colour: bool

    def __call__(self, files: tuple[str, ...]) -> tuple[str | bytes, int, Entry]:
        report = self.auditor(files)
        level = max((_LEVELS[one.severity.name] for one in report.findings), default=-1)
        return self.written(report), level, entry_of(report)

    def written(self, report: Report) -> str | bytes:
        if self.form in ("json", "jsonl"):
            return report.to_json(self.lang, indented=self.indented and self.form == "json")
        if self.form == "sarif":
            return report.to_sarif(self.lang, indented=self.indented)
        if self.form == "md":
            return budgetcore.to_markdown(report, self.lang)
        if self.form == "html":
            return budgetcore.to_html(report, self.lang, password=self.auditor.password)
        if self.form == "xlsx":
            return budgetcore.to_working_paper(report, self.lang)
        if self.form == "pdf":
            return budgetcore.to_marked_pdf(report, self.lang, password=self.auditor.password)
        if self.form == "brief":
            return brief_line(entry_of(report), self.lang, colour=self.colour)
        text = report.to_text(self.lang)
        return coloured(text, report.verdict, self.lang) if self.colour else text


def _joined(texts: Sequence[str], form: str, count: int) -> str:
    if form == "sarif" and count != 1:
        return _one_log(texts)
    if form == "json":
        return texts[0] + "\n" if count == 1 and texts else "" if count == 1 else _json_list(texts)
    gap = "" if form in ("jsonl", "brief") else "\n"
    return gap.join(text if text.endswith("\n") else text + "\n" for text in texts)


def _one_log(logs: Sequence[str]) -> str:
    """Logs of one run each as one log."""
    joined = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
              "runs": [run for log in logs for run in json.loads(log)["runs"]]}  # fmt: skip
    return json.dumps(joined, ensure_ascii=False) + "\n"


def _json_list(objects: Sequence[str]) -> str:
    """A list of objects that are one line each."""
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"
