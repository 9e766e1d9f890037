# SPDX-License-Identifier: Apache-2.0
"""budgetcore shares: the structure ratios of a table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

import click

import budgetcore
from budgetcore import Disclosure, Share, Table, TreeNode, Unit
from budgetcore.cli import options
from budgetcore.cli.aligned import aligned
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.cli.output import as_csv, write

Of = Literal["root", "parent"]
Method = Literal["rounded", "largest_remainder"]


@dataclass(frozen=True)
class Question:
    """What is asked for: a table, one of its columns, and how to print its shares."""

    table: str
    column: str | None
    level: int | None
    of: Of
    decimals: int
    method: Method


@dataclass(frozen=True)
class Answer:
    """The shares of one column, and where it stands."""

    disclosure: Disclosure
    table: Table
    column: str
    unit: Unit
    shares: list[Share]
    question: Question


@click.command("shares")
@click.argument("file")
@click.option("--table", required=True, metavar="NAME",
              help="The table: its usual name (支出总表), title, kind or number.")  # fmt: skip
@click.option("--column", metavar="NAME", help="The column; without it the first with amounts.")
@click.option("--level", type=click.IntRange(1), metavar="N",
              help="Only this level, 1 the outermost.")  # fmt: skip
@click.option("--of", type=click.Choice(["root", "parent"]), default="root", show_default=True,
              help="Shares of the total, or of the row above.")  # fmt: skip
@click.option("--decimals", type=click.IntRange(0, 16), default=2, show_default=True)
@click.option("--method", type=click.Choice(["rounded", "largest_remainder"]), default="rounded",
              show_default=True, help="Round each share, or so that they add up.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True)  # fmt: skip
@options.output
@options.lang
def command(
    file: str, table: str, column: str | None, level: int | None, of: Of, decimals: int,
    method: Method, form: str, output: str | None, lang: Lang,
) -> None:  # fmt: skip
    """Print the share of every row of a table in its total, or in the row above."""
    question = Question(table, column, level, of, decimals, method)
    answer = or_fail(lambda name: _answer(name, question), lang, file)
    text = {"json": _json, "csv": _csv}[form](answer) if form != "text" else _text(answer, lang)
    write(text, output, lang)


def _answer(file: str, question: Question) -> Answer:
    disclosure = budgetcore.read(file)
    table = disclosure[question.table]
    column = table.amount_column(question.column)
    tree = table.tree(column.id)
    shares = tree.shares(
        level=question.level, of=question.of, decimals=question.decimals, method=question.method
    )
    return Answer(disclosure, table, column.key, column.unit, shares, question)


def _is_blank(share: Share) -> bool:
    return not _states_something(share.node)


def _states_something(node: TreeNode) -> bool:
    return node.printed() is not None or any(map(_states_something, node.children))


def _amount(answer: Answer, share: Share) -> str:
    # What the table prints, in its own unit; the sum of its parts where it prints nothing.
    if _is_blank(share):
        return ""
    unit = Unit.yuan if answer.unit == Unit.unknown else answer.unit
    return f"{share.part.in_(unit):f}"


def _text(answer: Answer, lang: Lang) -> str:
    zh = lang == "zh"
    of = answer.question.of
    heading = f"{answer.table.title}  {answer.column}  {budgetcore.symbol(answer.unit)}"
    whole = {"root": ("占合计", "of total"), "parent": ("占上级", "of parent")}[of][0 if zh else 1]
    head = ("科目编码", "名称", "金额", whole) if zh else ("code", "name", "amount", whole)
    rows = [head]
    adjusted = any(share.is_adjusted for share in answer.shares)
    for share in answer.shares:
        indent = "  " * (share.node.level - 1)
        mark = "*" if share.is_adjusted else " " if adjusted else ""
        percent = "" if _is_blank(share) else str(share) + mark
        rows.append((share.code, indent + share.name, _amount(answer, share), percent))
    lines = [heading.rstrip(), *aligned(rows, 2)]
    if adjusted:
        lines.append("* 为使各项之和相符而调整" if zh else "* adjusted so that the shares add up")
    return "\n".join(lines) + "\n"


_FIELDS = ("code", "name", "level", "amount", "ratio", "percent", "rounded")


def _cells(answer: Answer, share: Share) -> tuple[str | int, ...]:
    # A row that prints nothing has no share, one of a whole of 0 has none either.
    exact = (share.ratio, share.percent, share.rounded)
    numbers = ("" if _is_blank(share) or value is None else str(value) for value in exact)
    return (share.code, share.name, share.node.level, _amount(answer, share), *numbers)


def _json(answer: Answer) -> str:
    question = answer.question
    body = {
        "schema": "budgetcore.shares/1",
        "source": answer.disclosure.source,
        "table": answer.table.title,
        "table_id": answer.table.id,
        "column": answer.column,
        "unit": budgetcore.symbol(answer.unit),
        "of": question.of,
        "level": question.level,
        "method": question.method,
        "shares": [
            {
                field: None if cell == "" and field not in ("code", "name") else cell
                for field, cell in zip(_FIELDS, _cells(answer, share), strict=True)
            }
            for share in answer.shares
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: Answer) -> str:
    return as_csv([_FIELDS, *(_cells(answer, share) for share in answer.shares)])
