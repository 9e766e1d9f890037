# SPDX-License-Identifier: Apache-2.0
"""budgetcore codes: what the official classifications say of a code."""

from __future__ import annotations

import click

import budgetcore
from budgetcore import CodeInfo
from budgetcore.cli import options
from budgetcore.cli.complaints import fail, or_fail, unknown
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write

_LISTS = {
    "functional": ("支出功能分类", "functional classification of expenditure"),
    "economic_department": ("部门预算支出经济分类", "department economic classification"),
    "economic_government": ("政府预算支出经济分类", "government economic classification"),
    "revenue": ("收入分类", "classification of revenue"),
}


@click.group("codes")
def command() -> None:
    """Look up subject codes."""


@command.command("show")
@click.argument("code")
@click.option("--year", type=click.IntRange(1949, 2999), metavar="Y", help="Names of this year.")
@options.lang
def show_code(code: str, year: int | None, lang: Lang) -> None:
    """Show what the official classifications say of a code."""
    subject = or_fail(budgetcore.SubjectCode, lang, code)
    info = budgetcore.standard_code_info(subject, year)
    if info is None:
        fail(unknown("subject.unknown", code, []), lang)
    write(_code_text(info, lang), None, lang)


def _code_text(info: CodeInfo, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [f"{info.code}  {_LISTS[info.classification.name][0 if zh else 1]}"]
    for name in info.names:
        years = "–".join(str(y) if y else "" for y in (name.from_year, name.to_year))
        mark = "*" if name.current else " "
        parts = [f"{mark} {name.name}", years if years != "–" else "", name.status, name.source]
        lines.append("  ".join(part for part in parts if part))
    for heading, subjects in (
        ("上级" if zh else "above", info.ancestors),
        ("下级" if zh else "below", info.children),
    ):
        if subjects:
            lines.append(heading)
            lines += [f"  {subject.code}  {subject.name}" for subject in subjects]
    if info.partners:
        lines.append("对应科目" if zh else "corresponds to")
        for partner in info.partners:
            subject = partner.subject
            named = f"{subject.code}  {subject.name}" if subject else ("任一科目" if zh else "any")
            lines.append(f"  {named}  {partner.status}  {partner.source}")
    return "\n".join(lines) + "\n"
