# SPDX-License-Identifier: Apache-2.0
"""The commands of the documentation: those of the how-to pages run, all others at least exist."""

from __future__ import annotations

import itertools
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main
from writers.pdf import write_pdf
from writers.printed import printed_tables

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples/disclosures"
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "README.zh.md"]
HOWTO = sorted((ROOT / "docs/howto").glob("*.md"))
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def commands(page: Path) -> list[list[str]]:
    """The lines of its blocks that call the program, as arguments."""
    lines = [
        line.split("  #")[0].removeprefix(".venv/bin/")
        for _, block in BLOCK.findall(page.read_text("utf-8"))
        for line in block.splitlines()
    ]
    return [shlex.split(line)[1:] for line in lines if line.startswith("budgetcore ")]


def command_of(arguments: list[str]) -> tuple[click.Command, list[str]]:
    command: click.Command = main
    while isinstance(command, click.Group) and arguments and arguments[0] in command.commands:
        command, arguments = command.commands[arguments[0]], arguments[1:]
    return command, arguments


@pytest.mark.parametrize("page", [one for one in PAGES if commands(one)], ids=lambda p: p.stem)
def test_commands_and_options_exist(page: Path) -> None:
    for arguments in commands(page):
        command, rest = command_of(arguments)
        if arguments[0].startswith("-"):
            continue  # budgetcore --version
        assert not isinstance(command, click.Group), arguments
        known = {name for one in command.params for name in one.opts}
        assert [one for one in rest if one.startswith("--") and one not in known] == [], arguments


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files that the pages speak of."""
    faulty = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"
    sound = EXAMPLES / "yangquan-finance-2024.txt"
    for name, text in (("disclosure", faulty), ("first", faulty), ("corrected", sound)):
        pdf = write_pdf(printed_tables(bc.read(text)))
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
    last = sound.read_text("utf-8").replace("2024", "2023")
    pdf = write_pdf(printed_tables(bc.read(last.encode())))
    (tmp_path / "last-year.pdf").write_bytes(pdf)
    (tmp_path / "disclosures").mkdir()
    for path in (faulty, sound):
        (tmp_path / "disclosures" / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [one for one in HOWTO if commands(one)], ids=lambda p: p.stem)
def test_the_commands_of_a_page_run(page: Path, desk: Path) -> None:
    for _, block in BLOCK.findall(page.read_text("utf-8")):
        if block.startswith("rule "):
            (desk / "province.rules").write_text(block, "utf-8")
    for arguments in commands(page):
        run = CliRunner().invoke(main, arguments)
        assert run.exit_code in (0, 1), (arguments, run.output)
        for option, name in itertools.pairwise(arguments):
            if option in ("--output", "--letters"):
                made = desk / name
                assert made.is_dir() or made.stat().st_size > 0
