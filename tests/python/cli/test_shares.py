# SPDX-License-Identifier: Apache-2.0
"""budgetcore shares on the example disclosure."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from budgetcore.cli import main

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"


def shares(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["shares", str(EXAMPLE), *arguments])


def test_classes_of_the_total() -> None:
    ran = shares("--table", "支出总表", "--level", "1")
    assert ran.exit_code == 0
    lines = [line.split() for line in ran.output.splitlines()]
    assert lines[0][-2:] == ["合计", "万元"]
    assert lines[1] == ["科目编码", "名称", "金额", "占合计"]
    assert [line[-1] for line in lines[2:]] == ["84.88%", "9.63%", "1.98%", "3.51%"]
    assert [line[0] for line in lines[2:]] == ["201", "208", "210", "221"]


def test_json_is_exact() -> None:
    ran = shares("--table", "支出总表", "--column", "基本支出", "--level", "1", "--format", "json")
    body = json.loads(ran.output)
    assert body["schema"] == "budgetcore.shares/1"
    assert (body["column"], body["unit"], body["level"]) == ("基本支出", "万元", 1)
    first = body["shares"][0]
    assert (first["code"], first["amount"], first["ratio"]) == ("201", "1086.91", "108691/158527")
    assert (first["percent"], first["rounded"]) == ("68.56", "68.56")


def test_csv_has_a_line_a_row() -> None:
    ran = shares("--table", "支出总表", "--of", "parent", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.output)))
    assert rows[0]["code"] == "201"
    groups = [row for row in rows if row["code"].startswith("201") and len(row["code"]) == 5]
    assert {row["level"] for row in groups} == {"2"}
    assert len(rows) > len(groups) > 1


def test_shares_that_add_up_are_marked() -> None:
    ran = shares(
        "--table", "支出总表", "--level", "1", "--decimals", "0", "--method", "largest_remainder",
        "--lang", "en",
    )  # fmt: skip
    assert "% of total" not in ran.output
    percents = [line.split()[-1] for line in ran.output.splitlines()[2:6]]
    assert sum(int(p.rstrip("%*")) for p in percents) == 100


def test_a_row_that_prints_nothing_has_no_share() -> None:
    ran = shares("--table", "支出总表", "--column", "项目支出", "--level", "1", "--format", "json")
    second = json.loads(ran.output)["shares"][1]
    assert (second["code"], second["amount"], second["percent"]) == ("208", None, None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--table", "支出总"), "支出总表"),
        (("--table", "支出总表", "--column", "基本支"), "基本支出"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    arguments: tuple[str, ...], words: str
) -> None:
    ran = shares(*arguments)
    assert ran.exit_code == 2
    assert ran.output.count("\n") == 1
    assert words in ran.output
