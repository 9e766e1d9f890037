# SPDX-License-Identifier: Apache-2.0
"""Folders audited into a data set: deterministic, resumable, with bad files as rows."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.batch import run, schema, workers
from budgetcore.batch.sources import (
    Beside,
    Identity,
    beside_of,
    find,
    hashed,
    identity_of,
    identity_of_file,
    normal,
)
from budgetcore.batch.workers import Processes, alone
from budgetcore.cli import main
from budgetcore.errors import BatchError, ReadError

BODIES = ("甲市财政局", "乙市财政局", "丙市财政局")


def text_of(sound: bytes, body: str, year: int, faulty: bool = False) -> bytes:
    text = sound.decode().replace("[021]某局", f"[021]{body}").replace("2024", str(year))
    if faulty:
        text = text.replace(
            "2010602 一般行政管理事务 6.40  6.40", "2010602 一般行政管理事务 4.60  6.40"
        )
    return text.encode()


@pytest.fixture
def city(sound: bytes, tmp_path: Path) -> Path:
    """Three bodies, two years each, a fault in both of one; a file twice, one that is none."""
    folder = tmp_path / "city"
    for body in BODIES:
        (folder / body).mkdir(parents=True)
        for year in (2023, 2024):
            data = text_of(sound, body, year, faulty=body == BODIES[0])
            (folder / body / f"{year}.txt").write_bytes(data)
    (folder / "twin.txt").write_bytes((folder / BODIES[1] / "2023.txt").read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / ".hidden.txt").write_bytes(b"x")
    (folder / "notes.zzz").write_bytes(b"x")
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return bc.open_results(folder).table(name).to_pylist()


# ---- files ----


def test_files_in_folders_at_any_depth(city: Path) -> None:
    found = sorted(Path(one).name for one in find([city]))
    assert found == sorted(["broken.pdf", "twin.txt", *(["2023.txt", "2024.txt"] * 3)])
    assert find([city / "twin.txt", city / "twin.txt"]) == [str(city / "twin.txt")]
    assert hashed(str(city / "none.txt")).error.startswith("FileNotFoundError")


def test_a_folder_that_cannot_be_listed_is_a_row_and_the_rest_is_audited(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = city / BODIES[0]
    listed = os.scandir

    def scandir(folder: str) -> Any:
        if Path(folder) == closed:
            raise PermissionError(13, "Permission denied", os.fspath(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert os.fspath(closed) in find([city])
    summary = bc.audit_many(city, tmp_path / "out")
    assert (summary.audited, summary.unreadable) == (4, 2)
    (row,) = [r for r in rows(tmp_path / "out", "documents") if r["path"] == os.fspath(closed)]
    assert row["state"] == "unreadable"
    assert row["error"].startswith(("IsADirectoryError", "PermissionError"))


def test_names_of_bodies() -> None:
    assert normal("阳泉市 财政局（本级）") == normal("阳泉市财政局(本级)")


def test_what_a_document_is_audited_beside() -> None:
    identities = {
        "b23": Identity("甲", 2023, "budget"),
        "b24": Identity("甲", 2024, "budget"),
        "f24": Identity("甲", 2024, "final_account"),
        "x24": Identity("乙", 2024, "budget"),
        "x23a": Identity("乙", 2023, "budget"),
        "x23b": Identity("乙", 2023, "budget"),
        "none": Identity("", 2024, "budget"),
    }
    beside = beside_of(identities, list(identities))
    assert beside["b24"].previous == ("b23",)
    assert beside["f24"].previous == ("b24",)
    assert beside["b23"] == beside["x24"] == Beside()  # two say that they are the year before
    assert beside["none"] == Beside()


def test_what_a_department_is_audited_beside() -> None:
    identities = {
        "d24": Identity("甲", 2024, "budget", "department"),
        "o24": Identity("甲", 2024, "budget", "unit"),
        "l24": Identity("乙馆", 2024, "budget", "unit"),
        "l23": Identity("乙馆", 2023, "budget", "unit"),
        "d23": Identity("甲", 2023, "budget", "department"),
        "o23": Identity("甲", 2023, "budget", "unit"),
    }
    alone_ = beside_of(identities, identities)
    assert alone_["d24"] == Beside(("d23",), ("o24",), all_units=False)
    assert alone_["o24"] == Beside(("o23",))
    listed = beside_of(identities, identities, {"甲": ["甲", "乙馆"]})
    assert listed["d24"] == Beside(("d23",), ("o24", "l24"), all_units=True)
    some = beside_of(identities, identities, {"甲": ["甲", "乙馆", "丙馆"]})
    assert some["d24"] == Beside(("d23",), ("o24", "l24"), all_units=False)
    assert listed["l24"] == Beside(("l23",))


ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("BUDGET_SHARED") or ROOT.parent / "shared") / "corpus"
SOME = [
    *sorted((ROOT / "tests/years").glob("*.txt")),
    *sorted((ROOT / "tests/targets").glob("*.txt")),
    *sorted((ROOT / "examples/disclosures").glob("*.txt")),
    *sorted(CORPUS.glob("*.pdf")),
]


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.name)
def test_titles_tell_whose_it_is_as_the_whole_document_does(path: Path) -> None:
    try:
        disclosure = bc.read(path)
    except ReadError:
        pytest.skip("is no disclosure")
    assert identity_of_file(str(path), {}) == identity_of(disclosure, {})


# ---- a run ----


def test_every_document_is_a_row(city: Path, tmp_path: Path) -> None:
    summary = bc.audit_many(city, tmp_path / "out")
    assert (summary.audited, summary.unreadable, summary.duplicates) == (6, 1, 1)
    documents = {row["path"]: row for row in rows(tmp_path / "out", "documents")}
    assert len(documents) == 8
    broken = documents[str(city / "broken.pdf")]
    assert broken["state"] == "unreadable"
    assert "PDF" in broken["error"]
    assert documents[str(city / "twin.txt")]["state"] in ("duplicate", "audited")
    later = documents[str(city / BODIES[2] / "2024.txt")]
    earlier = documents[str(city / BODIES[2] / "2023.txt")]
    assert later["previous"] == earlier["document"]
    assert later["verdict"] != "violated"
    assert documents[str(city / BODIES[0] / "2024.txt")]["verdict"] == "violated"


def test_the_tables_say_what_the_library_says(city: Path, tmp_path: Path) -> None:
    bc.audit_many(city, tmp_path / "out")
    path = str(city / BODIES[0] / "2023.txt")
    report = bc.read(path).audit()
    results = bc.open_results(tmp_path / "out")
    findings = results.query(
        f"select f.* from findings f join documents d using (document) where d.path = '{path}'"
    ).to_pylist()
    assert [one["id"] for one in findings] == [one.id for one in report.findings]
    assert [one["message"] for one in findings] == [one.message() for one in report.findings]
    figures = results.query(
        f"select f.* from figures f join documents d using (document) where d.path = '{path}'"
    )
    cells = report.cells.to_dict()
    assert figures["text"].to_pylist() == cells["text"]
    assert figures["outcome"].to_pylist() == cells["outcome"]
    amounts = [None if money is None else money.yuan for money in cells["amount"]]
    assert figures["amount"].to_pylist() == amounts


def test_no_float_in_the_schema(city: Path, tmp_path: Path) -> None:
    bc.audit_many(city, tmp_path / "out")
    for name, wanted in schema.SCHEMAS.items():
        for part in (tmp_path / "out" / name).glob("part-*.parquet"):
            read = pq.read_schema(part)
            assert read.equals(wanted)
            assert not any(pa.types.is_floating(field.type) for field in read)


def test_the_same_bytes_whatever_the_number_of_processes(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_DOCUMENTS_A_SHARD", 2)
    bc.audit_many(city, tmp_path / "one")
    bc.audit_many(city, tmp_path / "two", jobs=2)
    one, two = bytes_of(tmp_path / "one"), bytes_of(tmp_path / "two")
    assert one == two
    assert len([name for name in one if name.startswith("findings/")]) == 4


def test_a_run_that_was_interrupted_is_gone_on_with(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_DOCUMENTS_A_SHARD", 2)
    bc.audit_many(city, tmp_path / "whole")
    written: list[int] = []
    write_shard = run.write_shard

    def interrupted(task: run.Task) -> dict[str, int]:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(task.shard.number)
        return write_shard(task)

    monkeypatch.setattr(run, "write_shard", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bc.audit_many(city, tmp_path / "parts")
    monkeypatch.setattr(run, "write_shard", write_shard)
    summary = bc.audit_many(city, tmp_path / "parts")
    assert 0 < summary.skipped < 7
    assert bytes_of(tmp_path / "parts") == bytes_of(tmp_path / "whole")
    assert bc.audit_many(city, tmp_path / "parts").skipped == 7


def test_what_changed_is_done_again(city: Path, sound: bytes, tmp_path: Path) -> None:
    bc.audit_many(city, tmp_path / "out")
    (city / BODIES[1] / "2024.txt").write_bytes(text_of(sound, BODIES[1], 2024, faulty=True))
    bc.audit_many(city, tmp_path / "out")
    verdicts = {row["path"]: row["verdict"] for row in rows(tmp_path / "out", "documents")}
    assert verdicts[str(city / BODIES[1] / "2024.txt")] == "violated"
    (city / BODIES[1] / "2024.txt").unlink()
    bc.audit_many(city, tmp_path / "out")
    assert len(rows(tmp_path / "out", "documents")) == 7


def test_nothing_half_written_is_taken_as_done(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_table = pq.write_table
    calls: list[str] = []

    def full(table: pa.Table, path: str, **options: Any) -> None:
        calls.append(path)
        if len(calls) == 4:
            Path(path).write_bytes(b"PAR1 half")
            raise OSError(28, "No space left on device")
        write_table(table, path, **options)

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(OSError, match="No space left"):
        bc.audit_many(city, tmp_path / "out")
    assert list((tmp_path / "out").glob("*/.part-*")) == []
    monkeypatch.setattr(pq, "write_table", write_table)
    summary = bc.audit_many(city, tmp_path / "out")
    assert (summary.audited, summary.skipped) == (6, 0)


def test_renamed_bodies_are_one(city: Path, tmp_path: Path) -> None:
    for year in (2023, 2024):
        file = city / BODIES[2] / f"{year}.txt"
        if year == 2023:
            file.write_bytes(
                file.read_bytes().replace("丙市财政局".encode(), "丙市财税局".encode())
            )
    bc.audit_many(city, tmp_path / "apart")
    bc.audit_many(city, tmp_path / "one", renamed={"丙市财税局": "丙市财政局"})

    def previous(folder: Path) -> str | None:
        path = str(city / BODIES[2] / "2024.txt")
        return next(row["previous"] for row in rows(folder, "documents") if row["path"] == path)

    assert previous(tmp_path / "apart") is None
    assert previous(tmp_path / "one") is not None


# ---- processes that are killed ----


def square(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_a_killed_process_loses_its_own_task_alone() -> None:
    with contextlib.closing(Processes(2)) as processes:
        done = dict(processes.each([1, 2, 3, 4], square, lambda number: -number))
        assert done == {1: 1, 2: 4, 3: -3, 4: 16}
        assert dict(processes.each([5], square, lambda number: -number)) == {5: 25}
    assert alone(square, 3) is None
    assert alone(functools.partial(square), 5) == (25,)


def twice(number: int) -> int:
    return 2 * number


def process(_: int) -> int:
    return os.getpid()


def test_a_process_that_holds_too_much_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    def processes_of(tasks: int) -> set[int]:
        with contextlib.closing(Processes(2)) as processes:
            return {one for _, one in processes.each(range(tasks), process, lambda number: -1)}

    assert len(processes_of(8)) <= 2
    monkeypatch.setattr(workers, "MEMORY", 1)
    assert len(processes_of(8)) == 8


def fails(number: int) -> int:
    raise ValueError(number)


def test_what_a_task_raises_ends_the_run() -> None:
    with contextlib.closing(Processes(2)) as processes:
        with pytest.raises(ValueError, match="1"):
            list(processes.each([1], fails, lambda number: -1))
        assert dict(processes.each([2], twice, lambda number: -1)) == {2: 4}


# ---- a cluster ----


def test_a_cluster_writes_the_same_data_set(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(run, "_DOCUMENTS_A_SHARD", 2)
    bc.audit_many(city, tmp_path / "here")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        bc.audit_many(city, tmp_path / "there", client=client)
        assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there")
        # What kills every worker that tries it is done here; the workers are replaced.
        dask = workers.Cluster(client)
        assert dict(dask.each([3], square, lambda number: -number)) == {3: -3}
        assert dict(dask.each([1, 2, 4], square, lambda number: -number)) == {1: 1, 2: 4, 4: 16}


# ---- folders that are none ----


def test_other_folders_are_left_alone(city: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    with pytest.raises(BatchError) as caught:
        bc.audit_many(city, tmp_path / "mine")
    assert caught.value.id == "batch.not_empty"
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
    with pytest.raises(BatchError) as caught:
        bc.open_results(tmp_path / "mine")
    assert caught.value.id == "batch.no_results"
    bc.audit_many(city, tmp_path / "out")
    (tmp_path / "out" / "_state" / "settings.json").write_text('{"schema": 99, "shards": 1}')
    with pytest.raises(BatchError) as caught:
        bc.audit_many(city, tmp_path / "out")
    assert caught.value.id == "batch.version"


# ---- questions ----


def test_views_answer_what_auditors_ask(city: Path, tmp_path: Path) -> None:
    bc.audit_many(city, tmp_path / "out")
    repeated = rows(tmp_path / "out", "repeated_findings")
    assert {row["body"] for row in repeated if row["rule"] == "expenditure.split"} == {BODIES[0]}
    growth = rows(tmp_path / "out", "growth_by_subject")
    assert growth == [
        {
            "year": 2024, "code": "201", "name": "一般公共服务支出", "bodies": 3,
            "amount": Decimal("297000.00"), "last_amount": Decimal("297000.00"),
            "change": Decimal("0.00"),
        }
    ]  # fmt: skip
    first = rows(tmp_path / "out", "bodies_by_errors")[0]
    assert first["body"] == BODIES[0]
    assert first["errors"] > 0
    assert rows(tmp_path / "out", "rules_by_findings")[0]["documents"] >= 1


def test_codes_are_learnt_from_what_is_printed(city: Path, sound: bytes, tmp_path: Path) -> None:
    for body in ("丁局", "戊局"):
        text = text_of(sound, body, 2024)
        if body == "戊局":
            text = text.replace("财政事务".encode(), "财务事务".encode())
        (city / f"{body}.txt").write_bytes(text)
    bc.audit_many(city, tmp_path / "out")
    seen = {(row["code"], row["name"]): row for row in rows(tmp_path / "out", "codes_seen")}
    assert seen["20106", "财政事务"]["bodies"] == 4
    assert (seen["20106", "财政事务"]["first_year"], seen["20106", "财政事务"]["last_year"]) == (
        2023,
        2024,
    )
    (odd,) = rows(tmp_path / "out", "odd_names")
    assert (odd["code"], odd["name"], odd["usual_name"]) == ("20106", "财务事务", "财政事务")
    out = str(tmp_path / "out")
    ran = CliRunner().invoke(main, ["codes", "learn", out, "--bodies", "3"])
    assert ran.exit_code == 0, ran.output
    lines = ran.output.splitlines()
    assert '20106,财政事务,2023,verified,"4 bodies, 2023-2024",functional,2024,fits' in lines
    assert not any("财务事务" in line for line in lines)
    ran = CliRunner().invoke(main, ["codes", "learn", out, "--questions"])
    assert "财务事务" in ran.output
    (tmp_path / "learnt.csv").write_text("\n".join(lines), encoding="utf-8")
    assert bc.load_catalog(tmp_path / "learnt.csv").name("20106") == "财政事务"


def test_what_is_not_installed_is_named(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    bc.audit_many(city, tmp_path / "out")
    for command in (
        ["query", str(tmp_path / "out"), "documents"],
        ["codes", "learn", str(tmp_path / "out")],
    ):
        ran = CliRunner().invoke(main, command)
        assert ran.exit_code == 2
        assert "duckdb" in ran.output
        assert "budgetcore[batch,plots]" in ran.output


def test_the_commands(city: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    ran = CliRunner().invoke(main, ["audit", str(city), "--format", "parquet", "--output", out])
    assert ran.exit_code == 2, ran.output
    assert "已审核 6，未能读取 1，重复 1" in ran.output
    ran = CliRunner().invoke(main, ["query", out, "select count(*) as n from documents"])
    assert ran.output.split() == ["n", "8"]
    ran = CliRunner().invoke(main, ["query", out, "growth_by_subject", "--format", "csv"])
    assert ran.output.splitlines()[1].startswith("2024,201,一般公共服务支出,3,297000.00")
    ran = CliRunner().invoke(main, ["query", out, "select nothing"])
    assert ran.exit_code == 2
    assert "batch.sql" in ran.output
    ran = CliRunner().invoke(main, ["audit", str(city), "--format", "parquet"])
    assert ran.exit_code == 2
    ran = CliRunner().invoke(main, ["audit", str(city / BODIES[2]), "--fail-on", "never"])
    assert ran.exit_code == 0
    assert ran.output.count("丙市财政局 20") == 2
