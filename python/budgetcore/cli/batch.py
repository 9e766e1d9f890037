# SPDX-License-Identifier: Apache-2.0
"""Folders of disclosures: audited into a data set, and the data set asked in SQL."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from budgetcore.cli import options
from budgetcore.cli.aligned import aligned
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.cli.output import as_csv, write
from budgetcore.config import NAME
from budgetcore.errors import BatchError, no_files

if TYPE_CHECKING:
    from budgetcore.batch.run import Summary


def expanded(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files named, and those in the folders named."""
    if not any(Path(file).is_dir() for file in files):
        return files
    return tuple(
        one for file in files for one in (_inside(file) if Path(file).is_dir() else [file])
    )


def _inside(folder: str) -> list[str]:
    from budgetcore.batch.sources import find

    found = find([folder])
    if not found:
        raise no_files(folder)
    return found


def write_data_set(
    files: tuple[str, ...],
    output: str | None,
    rules: tuple[str, ...],
    config: str | None,
    baseline: str | None,
    jobs: int,
    lang: Lang,
    others: object,
) -> None:
    """What `audit --format parquet` does."""
    if output is None or "-" in files or others:
        raise click.UsageError(
            "--format parquet 需要 --output 文件夹，且不与标准输入、--together、--previous、"
            "--units、--corrections 同用"
            if lang == "zh"
            else "--format parquet needs a folder --output, and no stdin, --together, "
            "--previous, --units or --corrections"
        )
    if config is None:
        config = next((one for file in files if (one := _in_folder(file))), None)
    summary = or_fail(
        lambda name: _audited(files, name, jobs, rules, config, baseline), lang, output
    )
    click.echo(
        f"已审核 {summary.audited}，未能读取 {summary.unreadable}，重复 {summary.duplicates}，"
        f"此前已有 {summary.skipped}：{summary.output}"
        if lang == "zh"
        else f"audited {summary.audited}, unreadable {summary.unreadable}, duplicates "
        f"{summary.duplicates}, written before {summary.skipped}: {summary.output}"
    )
    sys.exit(2 if summary.unreadable else 0)


def _in_folder(folder: str) -> str | None:
    """The budgetcore.toml of a folder that was named; those further down are not looked for."""
    path = Path(folder, NAME)
    return str(path) if path.is_file() else None


def _audited(
    files: tuple[str, ...],
    output: str,
    jobs: int,
    rules: tuple[str, ...],
    config: str | None,
    baseline: str | None,
) -> Summary:
    from budgetcore.batch.run import audit_many

    return audit_many(files, output, jobs=jobs, rules=rules, config=config, baseline=baseline)


@click.command("query")
@click.argument("folder")
@click.argument("sql")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True)  # fmt: skip
@options.output
@options.lang
def query(folder: str, sql: str, form: str, output: str | None, lang: Lang) -> None:
    """Ask the results of `audit --format parquet` in SQL.

    SQL is a query, or the name of a table or view: documents, tables, figures, claims, targets,
    coverage, findings; rules_by_findings, bodies_by_errors, repeated_findings, missing_statements,
    growth_by_subject, not_checked.
    """
    table = or_fail(lambda name: _answer(name, sql), lang, folder)
    rows = [[_shown(value) for value in row.values()] for row in table.to_pylist()]
    names = list(table.column_names)
    if form == "json":
        objects = [dict(zip(names, row, strict=True)) for row in rows]
        write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n", output, lang)
    elif form == "csv":
        write(as_csv([names, *rows]), output, lang)
    else:
        texts = [["" if value is None else str(value) for value in row] for row in [names, *rows]]
        lines = aligned(texts, len(names)) if names else []
        write("\n".join(lines) + "\n", output, lang)


def _answer(folder: str, sql: str) -> Any:
    import duckdb

    from budgetcore.batch.results import open_results

    results = open_results(folder)
    try:
        return results.table(sql) if sql.isidentifier() else results.query(sql)
    except duckdb.Error as error:
        raise BatchError(
            "batch.sql",
            zh=f"查询有误：{error}",
            en=f"the query is at fault: {error}",
            path=folder,
        ) from None


def _shown(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value
