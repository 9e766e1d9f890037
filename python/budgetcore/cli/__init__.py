# SPDX-License-Identifier: Apache-2.0
"""The command line: a file a command, and what they share.

Exit status: 0 nothing at or above the level asked for, 1 findings, 2 a file that could not be
read, or bad usage. The other files are always reported. Same bytes in, same bytes out.
"""

from __future__ import annotations

import click

import budgetcore
from budgetcore.cli import (
    accept,
    audit,
    batch,
    codes,
    compare,
    prove,
    read,
    review,
    rules,
    schema,
    shares,
)

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(budgetcore.__version__, prog_name="budgetcore")
def main() -> None:
    """Read and audit published government budgets and final accounts, exactly."""


main.add_command(batch.query)
for _module in (audit, review, accept, read, shares, compare, rules, codes, prove, schema):
    main.add_command(_module.command)
