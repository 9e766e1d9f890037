# SPDX-License-Identifier: Apache-2.0
"""budgetcore audit: the report of every file."""

from __future__ import annotations

import contextlib
import functools
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import click

import budgetcore
from budgetcore import Disclosure, Pack, Report
from budgetcore.batch.sources import Beside, beside_of, identity_of_file
from budgetcore.cli import options
from budgetcore.cli.batch import expanded, write_data_set
from budgetcore.cli.complaints import complain, or_fail
from budgetcore.cli.files import each
from budgetcore.cli.folder import Folder
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write
from budgetcore.config import Config, choices, config_of, load_config
from budgetcore.page.index import Entry, entry_of

_NAME_A_FILE = (
    "xlsx 不能显示在终端：用 --output 指明文件（- 为标准输出）",
    "xlsx cannot be shown on a terminal: name a file with --output (- is stdout)",
)
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
    type=click.Choice(["text", "json", "jsonl", "md", "sarif", "html", "xlsx", "parquet"]),
    default="text",
    show_default=True,
    help="Form of the reports: jsonl has a report a line, md is a summary, sarif for code "
    "scanners, html a page, xlsx a working paper with formulas. Pages and papers of several files, "
    "and parquet, are written into the folder --output.",
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
    _refuse_two_stdins((*files, *previous, *units), lang)
    if form == "parquet":
        alone = together or previous or units or corrections
        write_data_set(files, output, rule_files, config, baseline, jobs, lang, alone)
        return
    folders = [file for file in files if Path(file).is_dir()]
    files = or_fail(lambda _: expanded(files), lang, files[0])
    one = together or len(files) == 1
    named = Beside(previous, units, all_units)
    configs = or_fail(lambda _: _configs(files, folders, config), lang, config or files[0])
    beside = or_fail(lambda _: _beside_of(files, folders, named, configs), lang, files[0])
    task = _Task(
        beside, rule_files, corrections, configs, baseline, password, form, lang, indented=one
    )
    or_fail(lambda _: task.read_all(previous), lang, previous[0] if previous else "")
    or_fail(lambda _: task.read_all(units), lang, units[0] if units else "")
    or_fail(lambda _: task.packs(), lang, rule_files[0] if rule_files else "")
    if baseline is not None:
        or_fail(lambda name: choices(None, name), lang, baseline)
    several = not together and (len(files) > 1 or bool(folders))
    folder = Folder(output, files, form, lang) if form in ("html", "xlsx") and several else None
    if form == "xlsx" and output is None:
        raise click.UsageError(_NAME_A_FILE[lang == "en"])
    texts: list[str | bytes] = []
    worst, failed = -1, False
    stdin = "-" in (*files, *previous, *units, *rule_files)  # which other processes do not have
    tasks: Sequence[tuple[str, ...]] = [files] if together else [(file,) for file in files]
    for done in each(tasks, 1 if stdin else jobs, task):
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
    if folder is not None:
        folder.finish()
    elif form == "xlsx":
        for text in texts:
            write(text, output, lang)
    else:
        write(_joined(cast(list[str], texts), form, len(tasks)), output, lang)
    sys.exit(2 if failed else int(worst >= _LEVELS[fail_on]))


@dataclass(frozen=True)
class _Task:
    """The audit of one disclosure as text, with the gravest level that it found, -1 for none, and
    its line in a list."""

    beside: Mapping[str, Beside]
    rule_files: tuple[str, ...]
    corrections: str | None
    configs: Mapping[str, Config | None]
    baseline: str | None
    password: str | None
    form: str
    lang: Lang
    indented: bool

    def __call__(self, files: tuple[str, ...]) -> tuple[str | bytes, int, Entry]:
        parts = [budgetcore.read(file, password=self.password) for file in files]
        disclosure = budgetcore.join(parts)
        if self.corrections is not None:
            disclosure = disclosure.corrected(self.corrections)
        beside = self.beside[files[0]]
        report = disclosure.audit(
            previous=self.read_all(beside.previous),
            units=self.read_all(beside.units),
            all_units=beside.all_units,
            rules=self.packs(),
            config=self.configs[files[0]],
            baseline=self.baseline,
        )
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
            return budgetcore.to_html(report, self.lang, password=self.password)
        if self.form == "xlsx":
            return budgetcore.to_working_paper(report, self.lang)
        return report.to_text(self.lang)

    def read_all(self, files: tuple[str, ...]) -> list[Disclosure]:
        return [_read(file, self.password) for file in files]

    def packs(self) -> list[Pack]:
        return _packs(self.rule_files)


@functools.lru_cache(maxsize=8)
def _read(file: str, password: str | None) -> Disclosure:
    return budgetcore.read(file, password=password)


@functools.lru_cache(maxsize=1)
def _packs(files: tuple[str, ...]) -> list[Pack]:
    return [budgetcore.load_rules(file) for file in files]


def _configs(
    files: Sequence[str], folders: Sequence[str], named: str | None
) -> dict[str, Config | None]:
    """The settings for each file: those named, else those beside it."""
    if named is not None:
        return dict.fromkeys(files, load_config(named))
    found: dict[str, Config | None] = {}
    for file in files:
        top = next((one for one in folders if Path(one) in Path(file).parents), None)
        path = None if file == "-" else config_of(file, top)
        found[file] = None if path is None else _loaded(path)
    return found


@functools.lru_cache(maxsize=64)
def _loaded(path: str) -> Config:
    return load_config(path)


def _beside_of(
    files: Sequence[str],
    folders: Sequence[str],
    named: Beside,
    configs: Mapping[str, Config | None],
) -> dict[str, Beside]:
    """The files that each file is audited beside: those named; in folders what their texts say."""
    found = dict.fromkeys(files, named)
    inside = [one for one in files if any(Path(top) in Path(one).parents for top in folders)]
    if len(inside) < 2 or named != Beside():
        return found
    renamed: dict[str, str] = {}
    units: dict[str, tuple[str, ...]] = {}
    for config in configs.values():
        if config is not None:
            renamed |= config.renamed
            units |= config.units
    identities = {}
    for file in inside:
        with contextlib.suppress(Exception):  # what is wrong with it its audit says
            identities[file] = identity_of_file(file, renamed)
    return found | beside_of(identities, inside, units)


def _refuse_two_stdins(files: Sequence[str], lang: Lang) -> None:
    if files.count("-") > 1:
        text = "标准输入（-）只能用一次" if lang == "zh" else "stdin (-) can be read only once"
        raise click.UsageError(text)


def _joined(texts: Sequence[str], form: str, count: int) -> str:
    if form == "sarif" and count != 1:
        return _one_log(texts)
    if form == "json":
        return texts[0] + "\n" if count == 1 and texts else "" if count == 1 else _json_list(texts)
    gap = "" if form == "jsonl" else "\n"
    return gap.join(text if text.endswith("\n") else text + "\n" for text in texts)


def _one_log(logs: Sequence[str]) -> str:
    """Logs of one run each as one log."""
    joined = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
              "runs": [run for log in logs for run in json.loads(log)["runs"]]}  # fmt: skip
    return json.dumps(joined, ensure_ascii=False) + "\n"


def _json_list(objects: Sequence[str]) -> str:
    """A list of objects that are one line each."""
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"
