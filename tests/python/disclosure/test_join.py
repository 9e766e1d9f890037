# SPDX-License-Identifier: Apache-2.0
"""One disclosure in several files: tables and narrative published apart."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import budgetcore
from budgetcore import errors
from writers import plain
from writers.plain import page, paragraphs

CONTENTS = ["目录", "一、收支预算总表", "二、收入预算总表", "三、支出预算总表", "第一部分 概况"]


ROWS = [["201", "一般公共服务支出", "6.40"], ["208", "社会保障和就业支出", "3.50"]]


def table(title: str, total: str, *more: list[str]) -> str:
    header = ["科目编码", "科目名称", "合计"]
    return plain.table(title, header, [["", "合计", total], *ROWS, *more])


def tables(*made: str, year: int = 2024, body: str = "某县财政局") -> budgetcore.Disclosure:
    return budgetcore.read(page(*made, cover=f"{body}{year}年部门预算"), name="表.html")


def narrative(
    body: str = "某县财政局", year: int = 2024, kind: str = "预算"
) -> budgetcore.Disclosure:
    text = paragraphs(*CONTENTS, "一、收支预算总体情况", "本年支出9.90万元。")
    return budgetcore.read(page(text, cover=f"{body}{year}年部门{kind}"), name="说明.html")


def test_tables_and_narrative_are_one_disclosure() -> None:
    whole = budgetcore.join([tables(table("支出预算总表", "9.90")), narrative()])
    assert whole.files == ["表.html", "说明.html"]
    assert whole.source == "表.html + 说明.html"
    assert (whole.organisation, whole.year) == ("某县财政局", 2024)
    assert [t.kind.name for t in whole.tables] == ["expenditure"]
    assert {p.place.source for p in whole.passages} == {"表.html", "说明.html"}
    restated = whole.claims[0]
    assert (restated.figure.text, restated.quantity) == ("9.90万元", "支出·本年")
    assert [whole.tables[cell.table].title for cell in restated.cells] == ["支出预算总表"]


def test_contents_of_one_part_are_looked_for_in_the_others() -> None:
    alone = narrative()
    assert [listed.text for listed in alone.contents] == CONTENTS[1:4]
    assert alone.flaws == []
    with_two = budgetcore.join(
        [tables(table("支出预算总表", "9.90"), table("收入预算总表", "9.90")), alone]
    )
    assert [(f.kind.name, f.text) for f in with_two.flaws] == [
        ("listed_not_there", "一、收支预算总表")
    ]


def test_every_table_in_a_file_of_its_own_keeps_its_place() -> None:
    first, second = tables(table("支出预算总表", "9.90")), tables(table("收入预算总表", "9.80"))
    whole = budgetcore.join([first, second])
    assert [t.id for t in whole.tables] == ["t1", "t2"]
    report = whole.audit()
    (finding,) = [f for f in report.findings if f.severity.name == "error"]
    assert finding.published == "9.80"
    assert "文件：表.html" in report.to_text("zh")
    assert "file: 表.html" in report.to_text("en")


def test_a_table_that_two_files_print_is_checked_once() -> None:
    many = table("支出预算总表", "9.90", *([f"20{i}", f"事项{i}", f"1.0{i}"] for i in range(3, 7)))
    whole = budgetcore.join([tables(many), tables(many)])
    assert len(whole.tables) == 1
    assert [f.kind.name for f in whole.flaws] == ["repeated_table"]


def test_one_part_is_itself() -> None:
    assert budgetcore.join([narrative()]).files == []


@pytest.mark.parametrize(
    "other",
    [narrative(body="某市教育局"), narrative(year=2023), narrative(kind="决算")],
    ids=["body", "year", "kind"],
)
def test_parts_of_two_disclosures_are_refused(other: budgetcore.Disclosure) -> None:
    with pytest.raises(errors.DomainError) as caught:
        budgetcore.join([tables(table("支出预算总表", "9.90")), other])
    assert caught.value.id == "disclosure.not_one"


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(errors.DomainError) as caught:
        budgetcore.join([])
    assert caught.value.id == "disclosure.no_part"


def test_the_command_takes_both_halves(
    tmp_path: Path, command: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (tmp_path / "表.html").write_bytes(page(table("支出预算总表", "9.90")))
    (tmp_path / "说明.html").write_bytes(page(paragraphs(*CONTENTS, "无。")))
    files = [str(tmp_path / name) for name in ("表.html", "说明.html")]
    done = command("audit", "--together", "--format", "json", *files)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["document"]["source"] == " + ".join(files)


def test_the_real_halves(real: Callable[[str], Path]) -> None:
    folder = real("corpus")
    for name in ("budget-2018-江苏省政协办公厅", "budget-2019-江苏省人大办公厅"):
        parts = [budgetcore.read(folder / f"{name}-{half}.pdf") for half in ("表", "说明")]
        whole = budgetcore.join(parts)
        assert (len(whole.tables), len(whole.contents)) == (12, 12)
        # Both kept instructions of the form, or its alternatives.
        assert {flaw.kind.name for flaw in whole.flaws} == {"template_residue"}
