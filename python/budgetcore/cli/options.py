# SPDX-License-Identifier: Apache-2.0
"""Options that several commands take."""

from __future__ import annotations

from typing import Literal

import click

Lang = Literal["zh", "en"]

lang = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Language of reports and messages.",
)  # fmt: skip
password = click.option(
    "--password", metavar="TEXT", help="Opens PDFs that ask for one.",
)  # fmt: skip
output = click.option(
    "--output", type=click.Path(dir_okay=False), metavar="PATH",
    help="Write there instead of stdout, whole or not at all.",
)  # fmt: skip
output_or_folder = click.option(
    "--output", type=click.Path(), metavar="PATH",
    help="Write there instead of stdout, whole or not at all; with parquet a folder.",
)  # fmt: skip
config = click.option(
    "--config", type=click.Path(dir_okay=False), metavar="FILE",
    help="Settings and accepted findings: a budgetcore.toml, for every document.",
)  # fmt: skip
corrections = click.option(
    "--corrections", metavar="FILE",
    help="A CSV file of figures that were misread: table, row, column, read, text, reason, who.",
)  # fmt: skip
