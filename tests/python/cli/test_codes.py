# SPDX-License-Identifier: Apache-2.0
"""budgetcore codes, as a person or a script runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

OWN = "code,name,level\n208050101,本级离退休,4\n2080501,离退休,3\n"


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def run(*arguments: str, cwd: Path | None = None) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "budgetcore", *arguments],
        capture_output=True, check=False, cwd=cwd, env=os.environ | {"LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("printed", ["2010601", "201-06-01", "201.6.1", "２０１ ０６ ０１"])
def test_show_reads_printed_codes(printed: str) -> None:
    ran = run("codes", "show", printed, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "2010601  functional classification of expenditure"


def test_show_as_json() -> None:
    facts = json.loads(run("codes", "show", "207", "--year", "2018", "--format", "json").out)
    assert facts["schema"] == "budgetcore.codes/1"
    assert [name["name"] for name in facts["names"] if name["current"]] == ["文化体育与传媒支出"]
    assert facts["names"][0]["end"] == "renamed"
    facts = json.loads(run("codes", "show", "30113", "--format", "json").out)
    assert facts["above"] == [{"code": "301", "name": "工资福利支出"}]
    assert "50103" in [partner["code"] for partner in facts["partners"]]


def test_an_unknown_code_names_the_nearest_ones() -> None:
    ran = run("codes", "show", "2010691", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "2010601" in ran.err
    assert ran.err.endswith("[subject.unknown]\n")


def test_find_exact_then_nearest() -> None:
    ran = run("codes", "find", "住房公积金")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == ["2210201", "30113", "50103"]
    ran = run("codes", "find", "机关事业单位基本养老保险费支出")
    assert ran.out.splitlines()[0].startswith("~ 2080505  ")
    found = json.loads(run("codes", "find", "住房 公积金", "--format", "json").out)
    assert found["exact"] is True
    parts = run("codes", "find", "财政").out.splitlines()
    assert "~ 20106  " in "".join(line[:9] for line in parts)
    assert all("财政" in line for line in parts)
    ran = run("codes", "find", "qwertyuiop", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "[subject.unknown_name]" in ran.err


def test_list_below_a_code() -> None:
    ran = run("codes", "list", "--under", "20106", "--year", "2024")
    codes = [line.split()[0] for line in ran.out.splitlines()]
    assert codes[0] == "20106"
    assert all(code.startswith("20106") for code in codes)
    assert codes == sorted(codes)
    listed = json.loads(run("codes", "list", "--under", "20106", "--format", "json").out)
    assert [entry["code"] for entry in listed["entries"]] == codes
    assert len(run("codes", "list").out.splitlines()) > 1000
    assert run("codes", "list", "--under", "298").status == 2


def test_an_own_catalog_over_the_official_one(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="gb18030")
    ran = run("codes", "show", "2080501", "--catalog", "own.csv", "--lang", "en", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert "* 离退休  verified  own.csv" in ran.out
    assert "208050101  本级离退休" in ran.out
    ran = run("codes", "show", "210", "--catalog", "own.csv", cwd=tmp_path)
    assert "卫生健康支出" in ran.out
    (tmp_path / "dotted.csv").write_text("code,name\nA.1,甲\nA,乙\n", encoding="utf-8")
    ran = run("codes", "list", "--under", "A", "--catalog", "dotted.csv", cwd=tmp_path)
    assert ran.out == "A  乙  verified\nA.1  甲  verified\n"
    (tmp_path / "bad.csv").write_text("code,name,level\n201,甲,2\n", encoding="utf-8")
    ran = run("codes", "show", "201", "--catalog", "bad.csv", "--lang", "en", cwd=tmp_path)
    assert ran.status == 2
    assert ran.err.startswith("budgetcore: bad.csv:2:7: ")
    assert run("codes", "show", "201", "--catalog", "none.csv", cwd=tmp_path).status == 2


def test_check_a_file(tmp_path: Path) -> None:
    (tmp_path / "right.csv").write_text("code,name\n201-06-01,行政运行\n210,卫生健康\n", "utf-8")
    ran = run("codes", "check", "right.csv", "--year", "2024", cwd=tmp_path)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    rows = "210,医疗卫生与计划生育支出\n208,卫生健康支出\n20197,某事务\n298,某类\nx,某\n"
    (tmp_path / "wrong.csv").write_text("code,name\n" + rows, "utf-8")
    ran = run("codes", "check", "wrong.csv", "--year", "2024", "--lang", "en", cwd=tmp_path)
    assert ran.status == 1
    lines = ran.out.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith(
        "wrong.csv:2: 210 医疗卫生与计划生育支出: the name had ended; perhaps 卫生健康支出"
    )
    answer = json.loads(
        run("codes", "check", "wrong.csv", "--year", "2024", "--format", "json", cwd=tmp_path).out
    )
    assert [row["fit"] for row in answer["wrong"]] == [
        "retired", "other_name", "code_unknown", "class_unknown", "no_code",
    ]  # fmt: skip
    (tmp_path / "none.csv").write_text("a,b\n1,2\n", "utf-8")
    ran = run("codes", "check", "none.csv", "--lang", "en", cwd=tmp_path)
    assert ran.status == 2
    assert "[codes.columns]" in ran.err
