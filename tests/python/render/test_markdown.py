# SPDX-License-Identifier: Apache-2.0
"""Reports as Markdown, and as lines of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore import markdown
from budgetcore.cli import main

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"


def test_errors_and_warnings_are_rows_in_their_order() -> None:
    report = bc.read(FAULTY).audit()
    for lang in ("zh", "en"):
        text = bc.to_markdown(report, lang)
        rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
        listed = [one for one in report.findings if one.severity.name != "note"]
        assert len(rows) == len(listed)
        for row, one in zip(rows, listed, strict=True):
            assert row.endswith(f"| `{one.rule}` |")
            assert row.count(" | ") == 2
    assert text.splitlines()[0].endswith(": violated")


def test_what_is_left_out_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    report = bc.read(FAULTY).audit()
    monkeypatch.setattr(markdown, "_MOST", 2)
    listed = sum(one.severity.name != "note" for one in report.findings)
    assert f"另有 {listed - 2} 项未列出。" in bc.to_markdown(report)
    aside = bc.read(FAULTY).audit(baseline=report)
    assert f"{len(report.findings)} were set aside by a review." in bc.to_markdown(aside, "en")
    assert "| 错误 |" not in bc.to_markdown(aside)


def test_markup_of_a_document_stays_text(sound: bytes) -> None:
    text = sound.decode().replace("某局", "<script>|`x`").replace("6.40  6.40", "4.60  6.40")
    report = bc.recognise(bc.read_text(text.encode(), "a`|<b>.txt")).audit()
    shown = bc.to_markdown(report)
    assert "<script>" not in shown
    assert "&lt;script" in shown
    for line in shown.splitlines():
        if line.startswith("| "):
            assert line.replace("\\|", "").count("|") == 4


def test_the_commands(tmp_path: Path) -> None:
    names = [str(EXAMPLES / "yangquan-finance-2024.txt"), str(FAULTY)]
    ran = CliRunner().invoke(main, ["audit", *names, "--format", "jsonl"])
    lines = ran.output.splitlines()
    assert [json.loads(line)["document"]["source"] for line in lines] == names
    ran = CliRunner().invoke(main, ["audit", *names, "--format", "md", "--lang", "en"])
    assert ran.exit_code == 1
    assert [line[:4] for line in ran.output.splitlines() if line.startswith("#")] == ["### "] * 2
    alone = CliRunner().invoke(main, ["audit", names[0], "--format", "jsonl"]).output
    assert len(alone.splitlines()) == 1
