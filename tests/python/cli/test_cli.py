# SPDX-License-Identifier: Apache-2.0
"""The command as a person or a script runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from budgetcore import reading
from writers.targets import project

RULE = """rule mine.sum
  source  a test
  支出总表: [2010602].合计 = [2010602].项目支出
  holds   6.40 = 6.40
  breaks  4.60 = 6.40
"""


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "budgetcore", *map(os.fspath, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C.UTF-8"},
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path, sound: bytes, faulty: bytes) -> Path:
    (tmp_path / "sound.txt").write_bytes(sound)
    (tmp_path / "faulty.txt").write_bytes(faulty)
    (tmp_path / "mine.rules").write_text(RULE, encoding="utf-8")
    return tmp_path


# ---- audit ----


def test_the_levels_of_fail_on(folder: Path) -> None:
    statuses = {
        level: run("audit", "faulty.txt", "--fail-on", level, cwd=folder).status
        for level in ("note", "warning", "error", "never")
    }
    assert statuses == {"note": 1, "warning": 1, "error": 1, "never": 0}


def test_a_report_names_the_figure(folder: Path) -> None:
    for lang in ("zh", "en"):
        ran = run("audit", "faulty.txt", "--lang", lang, cwd=folder)
        assert ran.status == 1
        assert ran.err == ""
        assert "4.60" in ran.out
    assert run("audit", "faulty.txt", cwd=folder).out == run(
        "audit", "faulty.txt", "--lang", "zh", cwd=folder
    ).out  # fmt: skip


def test_json_is_an_object_for_one_file_and_a_list_for_several(folder: Path) -> None:
    one = json.loads(run("audit", "faulty.txt", "--format", "json", cwd=folder).out)
    assert one["verdict"] == "violated"
    files = ["sound.txt", "faulty.txt", "sound.txt"]
    many = [
        run("audit", *files, "--format", "json", "--jobs", str(jobs), cwd=folder).out
        for jobs in (1, 4)
    ]
    assert many[0] == many[1]
    reports = json.loads(many[0])
    assert [report["document"]["source"] for report in reports] == files
    assert reports[1] == one


def test_the_other_files_are_always_reported(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    for files in (["empty.txt", "faulty.txt"], ["faulty.txt", "missing.txt"]):
        ran = run("audit", *files, "--lang", "en", cwd=folder)
        assert ran.status == 2
        assert "4.60" in ran.out
        assert len(ran.err.splitlines()) == 1
    ran = run("audit", "empty.txt", "faulty.txt", "--format", "json", cwd=folder)
    assert [r["document"]["source"] for r in json.loads(ran.out)] == ["faulty.txt"]


def test_stdin(folder: Path, faulty: bytes) -> None:
    ran = run("audit", "-", "--format", "json", stdin=faulty)
    assert ran.status == 1
    assert json.loads(ran.out)["document"]["source"] == "-"
    assert run("audit", "-", "-", stdin=faulty).status == 2


def test_previous_and_rules(folder: Path) -> None:
    ran = run(
        "audit", "faulty.txt", "--previous", "sound.txt", "--rules", "mine.rules",
        "--format", "json", cwd=folder,
    )  # fmt: skip
    assert ran.status == 1
    assert json.loads(ran.out)["coverage"]["rules"]["mine.sum"]["violated"] == 1


def test_output_is_written_whole_or_not_at_all(folder: Path) -> None:
    plain = run("audit", "faulty.txt", cwd=folder)
    ran = run("audit", "faulty.txt", "--output", "report.txt", cwd=folder)
    assert (ran.status, ran.out) == (1, "")
    assert (folder / "report.txt").read_text(encoding="utf-8") == plain.out
    before = sorted(folder.iterdir())
    ran = run("audit", "faulty.txt", "--output", "no/where.txt", "--lang", "en", cwd=folder)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "budgetcore: no/where.txt: no such file\n"
    assert sorted(folder.iterdir()) == before
    assert run("read", "sound.txt", "--output", "/dev/null", cwd=folder).status == 0


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-m", "budgetcore", "audit", *["faulty.txt"] * 30]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 1, 141)


# ---- bad input: one line, exit 2 ----

FORMATS = " ".join(reading.FORMATS)
READS_ZH = f"能读取的格式：{FORMATS} [document.format]"
READS_EN = f"formats read: {FORMATS} [document.format]"


@pytest.mark.parametrize(
    ("name", "data", "zh", "en"),
    [
        ("a.txt", b"", "a.txt: 文件是空的，没有任何文字 [document.empty]",
         "a.txt: the file is empty: it holds no text [document.empty]"),
        ("a.txt", "只有文字。\n".encode(),
         "a.txt: 没有找到任何预算或决算公开表：没有一个已知的表名之下有表格 [disclosure.no_table]",
         "a.txt: no table of a budget or final account found: "
         "no known table title has a table below it [disclosure.no_table]"),
        ("a.pdf", b"%PDF-1.7", "a.pdf: 不是完好的 PDF 文件 [document.corrupt]",
         "a.pdf: not a sound PDF file [document.corrupt]"),
        ("a.doc", b"PK\x03\x04", f"a.doc: 本版本不能读取 .doc，{READS_ZH}",
         f"a.doc: .doc is not read by this version; {READS_EN}"),
        ("a.txt", b"PK\x03\x04", "a.txt: 不是完好的 ZIP 文件 [document.corrupt]",
         "a.txt: not a sound ZIP file [document.corrupt]"),
        ("a.txt", b"\x89PNG\r\n", f"a.txt: 本版本不能读取 png，{READS_ZH}",
         f"a.txt: png is not read by this version; {READS_EN}"),
        ("missing.txt", None, "missing.txt: 没有这个文件", "missing.txt: no such file"),
    ],
    ids=["empty", "no-table", "pdf", "doc", "zip", "png", "missing"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["audit", "read"])
def test_what_cannot_be_read(
    tmp_path: Path, command: str, name: str, data: bytes | None, zh: str, en: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    for lang, line in (("zh", zh), ("en", en)):
        assert run(command, name, "--lang", lang, cwd=tmp_path) == Ran(
            2, "", f"budgetcore: {line}\n"
        )


def test_a_folder_is_no_file_and_may_hold_none(tmp_path: Path) -> None:
    assert run("read", ".", cwd=tmp_path).err == "budgetcore: .: 是文件夹，不是文件\n"
    for options in ([], ["--format", "parquet", "--output", "out"]):
        ran = run("audit", ".", *options, "--lang", "en", cwd=tmp_path)
        assert ran == Ran(
            2, "",
            "budgetcore: .: no file in this folder has an ending that is read [batch.no_files]\n",
        )  # fmt: skip


def test_an_encoding_error_names_the_byte(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(sound + b"\xff\xff")
    ran = run("read", "a.txt", "--lang", "en", cwd=tmp_path)
    assert ran.status == 2
    assert str(len(sound)) in ran.err
    assert "[document.encoding]" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(folder: Path) -> None:
    (folder / "sound.txt").chmod(0)
    ran = run("audit", "sound.txt", "--lang", "en", cwd=folder)
    assert ran == Ran(2, "", "budgetcore: sound.txt: permission denied\n")


def test_hostile_names_stay_on_one_line(tmp_path: Path) -> None:
    ran = run("audit", "a\nb\x1b[31m.txt", cwd=tmp_path)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["audit"],
        ["audit", "a.txt", "--format", "sarif"],
        ["audit", "a.txt", "--format", "xlsx"],
        ["audit", "a.txt", "--fail-on", "always"],
        ["audit", "a.txt", "--jobs", "0"],
        ["read", "a.txt", "--format", "parquet"],
        ["a.txt"],
        ["compare", "a.txt", "b.txt"],
        ["query", "select 1"],
        ["rules"],
        ["codes", "show"],
        ["codes", "find"],
        ["codes", "check"],
    ],
    ids=" ".join,
)
def test_bad_usage_and_what_is_not_built(arguments: Sequence[str]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""


@pytest.mark.parametrize("word", ["dask"])
def test_help_is_silent_about_what_is_not_built(word: str) -> None:
    for command in ([], ["audit"], ["read"], ["rules"], ["codes"]):
        ran = run(*command, "--help")
        assert ran.status == 0
        assert word not in ran.out


def test_version() -> None:
    ran = run("--version")
    assert ran.status == 0
    assert ran.out.startswith("budgetcore, version 0.")


# ---- read ----


def test_read_forms(folder: Path) -> None:
    data = json.loads(run("read", "sound.txt", "--format", "json", cwd=folder).out)
    assert data["schema"] == "budgetcore.disclosure/1"
    assert data["tables"][0]["rows"][4]["cells"][4] == "6.40"
    text = run("read", "sound.txt", cwd=folder).out
    assert "一般行政管理事务" in text
    (folder / "targets.txt").write_text(project(), encoding="utf-8")
    shown = run("read", "targets.txt", cwd=folder).out
    assert "甲项目（指标 3 项）" in shown
    assert "≥60人/年" in shown
    csv = run("read", "sound.txt", "--format", "csv", cwd=folder).out.splitlines()
    assert csv[0].startswith("table,kind,")
    assert len(csv) == 1 + 5 * 5


# ---- rules ----


def test_rules_list_and_show() -> None:
    lines = run("rules", "list").out.splitlines()
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids)) > 5
    for rule_id in (ids[0], ids[-1]):
        shown = run("rules", "show", rule_id)
        assert shown.status == 0
        assert shown.out.startswith(f"rule {rule_id}\n")
        for key in ("source", "holds", "breaks"):
            assert f"\n  {key}" in shown.out
    ran = run("rules", "show", ids[0] + "x", "--lang", "en")
    assert ran.status == 2
    assert f"nearest: {ids[0]}" in ran.err


def test_rules_check(folder: Path) -> None:
    ran = run("rules", "check", "mine.rules", "--lang", "en", cwd=folder)
    assert ran == Ran(0, "mine: 1 rules, every example comes out as it says\n", "")
    (folder / "wrong.rules").write_text(
        RULE.replace("= 6.40\n  breaks", "= 6.60\n  breaks"), encoding="utf-8"
    )
    ran = run("rules", "check", "wrong.rules", cwd=folder)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert "wrong.rules:4" in ran.err


@pytest.mark.parametrize("command", [["rules", "check"], ["audit", "sound.txt", "--rules"]])
def test_a_rule_file_with_an_error_names_the_place(folder: Path, command: list[str]) -> None:
    (folder / "bad.rules").write_text(RULE.replace("合计 =", "合计 = ="), encoding="utf-8")
    ran = run(*command, "bad.rules", "--lang", "en", cwd=folder)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("budgetcore: bad.rules:3:")
    assert "expected" in ran.err
    (folder / "bad.rules").write_text(RULE.replace("支出总表", "支出总裱"), encoding="utf-8")
    ran = run(*command, "bad.rules", "--lang", "en", cwd=folder)
    assert ran.status == 2
    assert "支出总表" in ran.err
    assert run(*command, "missing.rules", cwd=folder).status == 2


# ---- codes ----


def test_codes_show() -> None:
    ran = run("codes", "show", "2010601", "--lang", "en")
    assert ran.status == 0
    assert ran.out.startswith("2010601  functional classification of expenditure\n")
    assert "行政运行" in ran.out
    assert "20106  财政事务" in ran.out
    assert run("codes", "show", "2010601", "--year", "2024").status == 0
    assert run("codes", "show", "999").status == 2
    ran = run("codes", "show", "20x", "--lang", "en")
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
