# SPDX-License-Identifier: Apache-2.0
"""budgetcore read: the tables of a file, every cell as printed."""

from __future__ import annotations

import functools
from collections.abc import Callable

import click

import budgetcore
from budgetcore.cli import options
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write


@click.command("read")
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="Form of the tables.")  # fmt: skip
@options.corrections
@options.password
@options.output
@options.lang
def command(
    file: str, form: str, corrections: str | None, password: str | None, output: str | None,
    lang: Lang,
) -> None:  # fmt: skip
    """Print the tables of a disclosure, every cell as printed."""
    disclosure = or_fail(functools.partial(budgetcore.read, password=password), lang, file)
    if corrections is not None:
        disclosure = or_fail(disclosure.corrected, lang, corrections)
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: disclosure.to_text(lang),
        "json": disclosure.to_json,
        "csv": disclosure.to_csv,
    }
    text = forms[form]()
    write(text if text.endswith("\n") else text + "\n", output, lang)
