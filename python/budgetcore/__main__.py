# SPDX-License-Identifier: Apache-2.0
"""`python -m budgetcore` is the command line."""

from budgetcore.cli import main

main(prog_name="budgetcore")
