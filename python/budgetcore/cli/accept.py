# SPDX-License-Identifier: Apache-2.0
"""budgetcore accept: findings that somebody looked at and accepts."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

import budgetcore
from budgetcore.cli import options
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.config import NAME, accept
from budgetcore.errors import LookupError as NotThere

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("accept")
@click.argument("file")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is accepted.")
@click.option("--who", required=True, metavar="TEXT", help="Who accepts it.")
@click.option("--until", type=_DAY, metavar="DAY", help="The last day of it, like 2027-03-31.")
@click.option(
    "--previous",
    multiple=True,
    metavar="FILE",
    help="What the audit was given besides; may be repeated.",
)
@click.option("--config", type=click.Path(dir_okay=False), metavar="FILE",
              help="Where it is written; without it the budgetcore.toml beside FILE.")  # fmt: skip
@options.lang
def command(
    file: str, ids: tuple[str, ...], reason: str, who: str, until: datetime.datetime | None,
    previous: tuple[str, ...], config: str | None, lang: Lang,
) -> None:  # fmt: skip
    """Accept findings of FILE: audits do not list them any more.

    ID is one that `audit --format json` prints, or its beginning. A finding comes back when its
    figures change, and after the last day.
    """
    path = config or str(Path(file).parent / NAME)
    settings = path if Path(path).exists() else None
    report = or_fail(lambda name: _report(name, previous, settings), lang, file)
    findings = [or_fail(lambda name: _finding(name, file, report), lang, one) for one in ids]
    day = None if until is None else until.date()
    or_fail(lambda name: accept(name, findings, reason=reason, who=who, until=day), lang, path)
    for one in findings:
        click.echo(f"{one.id} {one.message(lang)}")
    click.echo(f"已写入 {path}" if lang == "zh" else f"written to {path}")


def _report(file: str, previous: tuple[str, ...], config: str | None) -> budgetcore.Report:
    others = [budgetcore.read(one) for one in previous]
    return budgetcore.read(file).audit(previous=others or None, config=config)


def _finding(name: str, file: str, report: budgetcore.Report) -> budgetcore.Finding:
    found = [one for one in report.findings if one.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    near = [one.id for one in (found or report.findings)]
    raise NotThere(
        "accept.finding",
        zh=f"{file} 中没有、或不止一项编号以 {name} 开头的问题",
        en=f"no finding of {file}, or more than one, has an id that begins with {name}",
        name=name,
        suggestions=near,
    )
