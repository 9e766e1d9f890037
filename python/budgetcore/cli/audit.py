# SPDX-License-Identifier: Apache-2.0
"""budgetcore audit: the report of every file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

import click

import budgetcore
from budgetcore import Report
from budgetcore.cli import options
from budgetcore.cli.complaints import complain, or_fail
from budgetcore.cli.files import each
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write

_LEVELS = {"note": 0, "warning": 1, "error": 2, "never": 3}


@click.command("audit")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
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
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@options.output
@options.lang
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Lowest severity that makes the exit status 1.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="Files audited at a time.")  # fmt: skip
def command(
    files: tuple[str, ...], previous: tuple[str, ...], rule_files: tuple[str, ...], form: str,
    output: str | None, lang: Lang, fail_on: str, jobs: int,
) -> None:  # fmt: skip
    """Audit disclosures: FILE is a PDF, XLSX, XLS, DOCX, HTML, CSV or text, or - for stdin.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a file that could not be read.
    """
    _refuse_two_stdins((*files, *previous), lang)
    packs = [or_fail(budgetcore.load_rules, lang, file) for file in rule_files]
    others = [or_fail(budgetcore.read, lang, file) for file in previous]

    def work(file: str) -> tuple[Report, str]:
        report = budgetcore.read(file).audit(previous=others, rules=packs)
        if form == "json":
            return report, report.to_json(lang, indented=len(files) == 1)
        return report, report.to_text(lang)

    texts, worst, failed = [], -1, False
    for done in each(files, jobs, work):
        if done.result is None:
            complain(cast(Exception, done.error), lang, done.file)
            failed = True
            continue
        report, text = done.result
        texts.append(text)
        worst = max([worst, *(_LEVELS[finding.severity.name] for finding in report.findings)])
    write(_joined(texts, form, len(files)), output, lang)
    sys.exit(2 if failed else int(worst >= _LEVELS[fail_on]))


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
