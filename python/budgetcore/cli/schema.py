# SPDX-License-Identifier: Apache-2.0
"""budgetcore schema: the JSON Schema of what is written as JSON."""

from __future__ import annotations

import click

from budgetcore.cli import options
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write
from budgetcore.schemas import NAMES, text_of


@click.command("schema")
@click.argument("name", type=click.Choice(NAMES))
@options.output
@options.lang
def command(name: str, output: str | None, lang: Lang) -> None:
    """Print the JSON Schema of reports (`audit`) or of disclosures (`read`)."""
    write(text_of(name), output, lang)
