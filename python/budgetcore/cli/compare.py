# SPDX-License-Identifier: Apache-2.0
"""budgetcore compare: a table of two years, or two versions of one disclosure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import click

import budgetcore
from budgetcore import Changes, Money, Ratio, Rounding, SubjectChange, Unit
from budgetcore.cli import options
from budgetcore.cli.aligned import aligned
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.cli.output import as_csv, write
from budgetcore.cli.versions import versions
from budgetcore.comparing import moved_codes

_FIELDS = (
    *("code", "name", "level", "earlier", "later", "change", "growth"),
    *("earlier_share", "later_share", "contribution"),
)


@dataclass(frozen=True)
class Answer:
    """The changes of one column, and what they are of."""

    changes: Changes
    title: str
    column: str
    unit: Unit
    sources: tuple[str, str]


@click.command("compare")
@click.argument("earlier")
@click.argument("later")
@click.option("--table", metavar="NAME",
              help="The table: its usual name (支出总表), title, kind or number; without it "
              "every figure that changed is listed.")  # fmt: skip
@click.option("--column", metavar="NAME", help="The column; without it the first with amounts.")
@click.option("--level", type=click.IntRange(1), metavar="N",
              help="Down to this level, 1 the outermost.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True)  # fmt: skip
@click.option("--plot", type=click.Path(dir_okay=False), metavar="PATH",
              help="Draw the waterfall there as well: .png, .svg or .pdf.")  # fmt: skip
@options.output
@options.lang
def command(
    earlier: str, later: str, table: str | None, column: str | None, level: int | None, form: str,
    plot: str | None, output: str | None, lang: Lang,
) -> None:  # fmt: skip
    """Compare two disclosures.

    With --table a table of two years: change, growth, shares and contribution of every row;
    subjects whose code moved, as the official lists tell, are followed. Without it two versions of
    one disclosure, such as a draft and what was posted: every figure that changed, and what came,
    went or moved.
    """
    if table is None:
        if column or level or plot:
            raise click.UsageError(
                "--column、--level、--plot 须与 --table 同用" if lang == "zh"
                else "--column, --level and --plot need --table"
            )  # fmt: skip
        write(or_fail(lambda _: versions(earlier, later, form, lang), lang, later), output, lang)
        return
    first = or_fail(lambda name: _tree(name, table, column), lang, earlier)
    second = or_fail(lambda name: _tree(name, table, column), lang, later)
    (one, title, name, unit, year), (other, _, _, _, other_year) = first, second
    renames = moved_codes(year, other_year) if year and other_year else {}
    changes = budgetcore.compare(one, other, renames=renames)
    kept = Changes(c for c in changes if level is None or c.level <= level)
    answer = Answer(kept, title, name, unit, (earlier, later))
    if plot is not None:
        or_fail(lambda path: _draw(answer, path), lang, plot)
    text = {"json": _json, "csv": _csv}[form](answer) if form != "text" else _text(answer, lang)
    write(text, output, lang)


def _tree(
    file: str, name: str, column: str | None
) -> tuple[budgetcore.SubjectTree, str, str, Unit, int | None]:
    disclosure = budgetcore.read(file)
    table = disclosure[name]
    chosen = table.amount_column(column)
    return table.tree(chosen.id), table.title, chosen.key, chosen.unit, disclosure.year


def _draw(answer: Answer, path: str) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    axes = answer.changes.plot(unit=answer.unit if answer.unit != Unit.unknown else "元")
    axes.figure.savefig(Path(path))


def _amount(money: Money, answer: Answer) -> str:
    unit = Unit.yuan if answer.unit == Unit.unknown else answer.unit
    return f"{money.in_(unit):,f}"


def _percent(ratio: Ratio | None) -> str:
    return "" if ratio is None else ratio.percent(2, Rounding.half_up)


def _text(answer: Answer, lang: Lang) -> str:
    zh = lang == "zh"
    heading = f"{answer.title}  {answer.column}  {budgetcore.symbol(answer.unit)}"
    head = (
        ("科目编码", "名称", "上年", "本年", "增减", "增长", "拉动") if zh
        else ("code", "name", "earlier", "later", "change", "growth", "contribution")
    )  # fmt: skip
    rows: list[tuple[str, ...]] = [head]
    for one in answer.changes:
        name = one.name or (("合计" if zh else "total") if one.level == 0 else "")
        amounts = (_amount(money, answer) for money in (one.earlier, one.later, one.change))
        indent = "  " * max(one.level - 1, 0)
        rows.append(
            (one.code, indent + name, *amounts, _percent(one.growth), _percent(one.contribution))
        )
    return "\n".join([heading.rstrip(), *aligned(rows, 2)]) + "\n"


def _cells(answer: Answer, one: SubjectChange) -> list[str | int | None]:
    amounts = (one.earlier, one.later, one.change)
    ratios = (one.growth, one.earlier_share, one.later_share, one.contribution)
    return [
        one.code, one.name, one.level,
        *(_amount(money, answer).replace(",", "") for money in amounts),
        *(None if ratio is None else str(ratio) for ratio in ratios),
    ]  # fmt: skip


def _json(answer: Answer) -> str:
    body = {
        "schema": "budgetcore.changes/1",
        "earlier": answer.sources[0],
        "later": answer.sources[1],
        "table": answer.title,
        "column": answer.column,
        "unit": budgetcore.symbol(answer.unit),
        "changes": [dict(zip(_FIELDS, _cells(answer, one), strict=True)) for one in answer.changes],
    }
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: Answer) -> str:
    return as_csv([_FIELDS, *(_cells(answer, one) for one in answer.changes)])
