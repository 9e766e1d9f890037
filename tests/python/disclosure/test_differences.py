# SPDX-License-Identifier: Apache-2.0
"""Two versions of one disclosure, cell by cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import budgetcore as bc
from budgetcore.cli import main
from writers.targets import project

YEARS = Path(__file__).resolve().parents[2] / "years"
EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"
TEXT = (YEARS / "budget-2020.txt").read_text(encoding="utf-8")


def read(text: str) -> bc.Disclosure:
    return bc.recognise(bc.read_text(text.encode(), "a.txt"))


def differences(after: str, before: str = TEXT) -> list[tuple[str, str, str, str, str]]:
    found = bc.differences(read(before), read(after))
    return [(one.kind.name, one.row, one.column, one.before, one.after) for one in found]


def test_the_same_document_does_not_differ() -> None:
    doc = bc.read(EXAMPLE)
    assert len(bc.differences(doc, doc)) == 0


def test_a_figure_that_changed() -> None:
    after = TEXT.replace("2070101 行政运行 280.00 280.00", "2070101 行政运行 281.00 280.00")
    assert differences(after) == [("changed", "2070101 行政运行", "合计", "280.00", "281.00")]


def test_how_a_figure_is_written_is_no_change_but_its_digits_are() -> None:
    row = "合计 600.00 380.00 220.00"
    assert differences(TEXT.replace(row, "合计 600.00 380.0 220.00")) == [
        ("changed", "合计", "基本支出", "380.00", "380.0")
    ]
    before = TEXT.replace(row, "合计 6,600.00 380.00 220.00")
    after = TEXT.replace(row, "合计 6600.00 380.00 220.00")
    assert differences(after, before) == []


def test_a_unit_that_changed_is_one_difference_of_its_table() -> None:
    after = TEXT.replace("单位：万元", "单位：元", 1)
    assert after != TEXT
    assert differences(after) == [("changed", "", "", "万元", "元")]


def test_a_unit_or_a_percent_sign_in_a_cell_is_a_change() -> None:
    row = "合计 600.00 380.00 220.00"
    for printed in ("380.00元", "380.00%"):
        after = TEXT.replace(row, f"合计 600.00 {printed} 220.00")
        assert ("changed", "合计", "基本支出", "380.00", printed) in differences(after)


def test_rows_that_came_and_went() -> None:
    row = "2101199 其他行政事业单位医疗支出 20.00  20.00\n"
    assert TEXT.count(row) == 1
    assert differences(TEXT.replace(row, "")) == [
        ("gone", "2101199 其他行政事业单位医疗支出", "", "", "")
    ]
    assert differences(TEXT, TEXT.replace(row, "")) == [
        ("added", "2101199 其他行政事业单位医疗支出", "", "", "")
    ]


def test_a_table_that_went_is_one_difference() -> None:
    begin = TEXT.index("2020年“三公”")
    (one,) = bc.differences(read(TEXT), read(TEXT[:begin]))
    assert (one.kind, one.table, one.row) == (
        bc.DifferenceKind.gone, "2020年“三公”经费支出预算表", "",
    )  # fmt: skip
    assert one.before_place.line is not None
    assert one.after_place.line is None


def test_a_name_that_changed_keeps_its_code() -> None:
    after = TEXT.replace("2070104 图书馆 200.00", "2070104 图书馆业务 200.00")
    found = differences(after)
    assert [(kind, before, after) for kind, _, _, before, after in found] == [
        ("changed", "图书馆", "图书馆业务")
    ]


def test_targets_are_compared() -> None:
    before = project()
    after = before.replace("≥90% 质量指标 培训合格率 ≥90%", "≥90% 质量指标 培训合格率 ≥85%")
    assert after != before
    found = differences(after, before)
    assert found == [("changed", "培训合格率", "", "≥90%", "≥85%")]
    funds = before.replace("年度资金总额： 100,000", "年度资金总额： 90,000")
    assert [(kind, before, after) for kind, _, _, before, after in differences(funds, before)] == [
        ("changed", "100,000", "90,000")
    ]


@given(st.integers(0, 10**6))
def test_one_changed_cell_is_one_difference_at_its_place(seed: int) -> None:
    lines = TEXT.splitlines()
    numbers = [i for i, line in enumerate(lines) if line[:1].isdigit() and line.count(".") >= 2]
    at = numbers[seed % len(numbers)]
    words = lines[at].split(" ")
    cells = [i for i, word in enumerate(words) if "." in word]
    cell = cells[seed // len(numbers) % len(cells)]
    digit = "7" if words[cell][-1] != "7" else "8"
    words[cell] = words[cell][:-1] + digit
    after = "\n".join([*lines[:at], " ".join(words), *lines[at + 1 :]]) + "\n"
    found = bc.differences(read(TEXT), read(after))
    assert [one.after_place.line for one in found] == [at + 1]
    assert found[0].after == words[cell]


def test_frames_and_commands(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    after = TEXT.replace("2070101 行政运行 280.00 280.00", "2070101 行政运行 281.00 280.00")
    (tmp_path / "posted.txt").write_text(after, encoding="utf-8")
    frame = bc.differences(read(TEXT), read(after)).to_pandas()
    assert list(frame["after"]) == ["281.00"]
    runner = CliRunner()
    files = [str(tmp_path / "draft.txt"), str(tmp_path / "posted.txt")]
    text = runner.invoke(main, ["compare", *files])
    assert text.exit_code == 0, text.output
    assert "280.00 → 281.00" in text.output
    assert "1 处不同" in text.output
    data = json.loads(runner.invoke(main, ["compare", *files, "--format", "json"]).output)
    assert data["schema"] == "budgetcore.differences/1"
    assert data["differences"][0]["before"] == "280.00"
    rows = runner.invoke(main, ["compare", *files, "--format", "csv", "--lang", "en"]).output
    assert rows.splitlines()[1].startswith("changed,")
    assert runner.invoke(main, ["compare", *files, "--level", "1"]).exit_code == 2
    with pytest.raises(SystemExit):
        main(["compare", files[0], "none.txt"])
