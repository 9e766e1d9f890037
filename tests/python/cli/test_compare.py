# SPDX-License-Identifier: Apache-2.0
"""budgetcore compare: two years of one table; and corrections on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from budgetcore.cli import main
from budgetcore.comparing import moved_codes

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The example with less for one subject in its table of all expenditure."""
    text = EXAMPLE.read_text(encoding="utf-8")
    before = "2010608 财政委托业务支出 385.00  385.00"
    assert text.count(before) == 2
    path = tmp_path / "earlier.txt"
    path.write_text(text.replace(before, before.replace("385", "350")), encoding="utf-8")
    return path


def compare(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["compare", *arguments])


def test_changes_of_a_table(earlier: Path) -> None:
    ran = compare(str(earlier), str(EXAMPLE), "--table", "支出总表")
    assert ran.exit_code == 0, ran.output
    lines = [line.split() for line in ran.output.splitlines()]
    assert lines[1] == ["科目编码", "名称", "上年", "本年", "增减", "增长", "拉动"]
    assert ["2010608", "财政委托业务支出", "350.00", "385.00", "35.00", "10.00%", "1.06%"] in lines
    ran = compare(str(earlier), str(EXAMPLE), "--table", "支出总表", "--level", "1", "--lang", "en")
    assert len(ran.output.splitlines()) == 2 + 5


def test_forms(earlier: Path) -> None:
    ran = compare(str(earlier), str(EXAMPLE), "--table", "支出总表", "--format", "json")
    body = json.loads(ran.output)
    assert body["schema"] == "budgetcore.changes/1"
    (one,) = (c for c in body["changes"] if c["code"] == "2010608")
    assert (one["earlier"], one["later"], one["change"], one["growth"]) == (
        "350.00", "385.00", "35.00", "1/10",
    )  # fmt: skip
    ran = compare(str(earlier), str(EXAMPLE), "--table", "支出总表", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.output)))
    assert [row["change"] for row in rows if row["code"] == "2010608"] == ["35.00"]


def test_a_picture(earlier: Path, tmp_path: Path) -> None:
    picture = tmp_path / "changes.png"
    ran = compare(
        str(earlier), str(EXAMPLE), "--table", "支出总表", "--level", "1", "--plot", str(picture)
    )
    assert ran.exit_code == 0, ran.output
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_what_is_not_there(earlier: Path) -> None:
    ran = compare(str(earlier), str(EXAMPLE), "--table", "没有的表")
    assert ran.exit_code == 2
    assert "没有的表" in ran.output
    assert compare(str(earlier), "none.txt", "--table", "支出总表").exit_code == 2


def test_codes_that_moved() -> None:
    assert moved_codes(2024, 2024) == {}
    for later, before in moved_codes(2007, 2025).items():
        assert later != before


def test_corrections(tmp_path: Path, sound: bytes) -> None:
    before = "2010602 一般行政管理事务 6.40  6.40"
    file = tmp_path / "a.txt"
    file.write_bytes(sound.decode().replace(before, before.replace("6.40", "6.4O", 1)).encode())
    fixes = tmp_path / "fixes.csv"
    head = "table,row,column,read,text,reason,who\n"
    fixes.write_text(head + "支出总表,2010602,合计,6.4O,6.40,污损,王五\n", encoding="utf-8")
    for command in ("audit", "read"):
        ran = CliRunner().invoke(main, [command, str(file), "--corrections", str(fixes)])
        assert ran.exit_code == 0, ran.output
        assert "经人工更正的数字 1 个" in ran.output
    fixes.write_text(head + "支出总表,2010602,合计,6.00,6.40,污损,王五\n", encoding="utf-8")
    ran = CliRunner().invoke(main, ["audit", str(file), "--corrections", str(fixes)])
    assert ran.exit_code == 2
    assert "6.4O" in ran.output
    assert "fixes.csv" in ran.output
