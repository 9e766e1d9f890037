# SPDX-License-Identifier: Apache-2.0
"""Reports on a terminal: a line a file, colours there and nowhere else, 80 columns."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main
from budgetcore.cli.terminal import coloured

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"
PROGRAM = "import sys; from budgetcore.cli import main; sys.exit(main())"


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def on_a_terminal(arguments: list[str], **environment: str) -> str:
    """What the command prints to a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments], stdout=follower, stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment},
    ) as process:  # fmt: skip
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # Linux ends a closed terminal so
                break
            if not part:
                break
            parts.append(part)
        process.wait(60)
    os.close(leader)
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_reports_fit_80_columns(path: Path, lang: Any) -> None:
    for line in bc.read(path).audit().to_text(lang).splitlines():
        assert width(line) <= 80, line


def test_colours_stand_on_terminals_alone(tmp_path: Path) -> None:
    plain = bc.read(FAULTY).audit().to_text("zh")
    shown = on_a_terminal(["audit", str(FAULTY)])
    assert "\x1b[31m" in shown
    assert re.sub(r"\x1b\[\d+m", "", shown).split("\n", 2)[2] == plain.split("\n", 2)[2]
    assert "\x1b" not in on_a_terminal(["audit", str(FAULTY)], NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(["audit", str(FAULTY)], TERM="dumb")
    assert "\x1b" not in CliRunner().invoke(main, ["audit", str(FAULTY)]).output
    file = tmp_path / "report.txt"
    on_a_terminal(["audit", str(FAULTY), "--output", str(file)])
    assert b"\x1b" not in file.read_bytes()


def test_only_verdict_and_severities_are_coloured() -> None:
    for lang, words in (("zh", ("错误", "警告", "提示")), ("en", ("error", "warning", "note"))):
        report = bc.read(FAULTY).audit()
        text = coloured(report.to_text(lang), report.verdict, lang)  # type: ignore[arg-type]
        marked = re.findall(r"((?:\x1b\[\d+m)+)([^\x1b]*)\x1b\[0m", text)
        assert {part for _, part in marked[1:]} == set(words)
        assert marked[0][1].startswith(("结论：不成立", "Verdict: violated"))
        assert "\x1b[31m" in marked[0][0]


def test_a_line_a_file() -> None:
    files = [str(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    run = CliRunner().invoke(main, ["audit", *files, "--format", "brief", "--lang", "en"])
    lines = run.output.splitlines()
    assert len(lines) == len(files)
    for line, file in zip(lines, files, strict=True):
        report = bc.read(file).audit()
        errors = sum(one.severity.name == "error" for one in report.findings)
        figures = report.coverage.figures
        assert line.startswith(f"{report.verdict.name} ")
        assert re.search(rf"error +{errors} ", line)
        assert f"checked {figures.checked}/{figures.read}" in line
        assert line.endswith(file)


def test_a_folder_of_pages_tells_a_line_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = CliRunner().invoke(
        main, ["audit", str(EXAMPLES), "--format", "html", "--output", str(out)]
    )
    assert len(run.output.splitlines()) == len(list(EXAMPLES.glob("*.txt")))
    assert (out / "index.html").exists()
