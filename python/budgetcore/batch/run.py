# SPDX-License-Identifier: Apache-2.0
"""Files → data set, by several processes, to be interrupted and gone on with.

The documents are dealt out to shards by their hash. A shard is written by one process, whole, and
then marked as done with a key of everything that it was made from; a later run takes it over where
the key is the same. So the result has the same bytes whatever the number of processes and
interruptions.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import pyarrow.parquet as pq

from budgetcore import _core
from budgetcore._core import Disclosure, Pack
from budgetcore.batch import records, schema
from budgetcore.batch.sources import Identity, Source, find, hashed, identity_of, previous_of
from budgetcore.errors import BatchError, Error, no_files
from budgetcore.progress import bar
from budgetcore.reading import load_rules, read

T = TypeVar("T")
R = TypeVar("R")

_DOCUMENTS_A_SHARD = 32
_TASKS_A_PROCESS = 16  # then it is replaced, so that memory stays bounded
_KEPT = 8  # documents that a process remembers: last year's is needed beside this year's


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that are audited and written together."""

    number: int
    sources: tuple[Source, ...]
    duplicates: tuple[Source, ...]
    previous: Mapping[str, tuple[str, ...]]  # hashes, by hash
    paths: Mapping[str, str]  # of those beside it, by hash


@dataclass(frozen=True, slots=True)
class Task:
    """What a process needs to write a shard."""

    shard: Shard
    output: str
    rules: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the files of a batch."""

    output: str
    audited: int = 0
    unreadable: int = 0
    duplicates: int = 0
    skipped: int = 0
    """Documents of shards that an earlier run had written."""


def audit_many(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    jobs: int = 1,
    rules: Sequence[str | os.PathLike[str]] = (),
    renamed: Mapping[str, str] | None = None,
    progress: bool | None = None,
) -> Summary:
    """Audits files and folders of files into a data set of Parquet files.

    Each is audited beside last year's disclosure of the same body, and a final account beside its
    budget, where exactly one is there; whose they are their text says, `renamed` maps former names
    to today's. Files that cannot be read are rows too. A run that was interrupted is gone on with;
    the result has the same bytes whatever `jobs`. Raises BatchError where no file is found and for
    an output folder that holds something else, OSError where files cannot be listed or results not
    written.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    named = [os.fspath(path) for path in paths]
    shown = sys.stderr.isatty() if progress is None else progress
    files = find(named)
    if not files:
        raise no_files("、".join(named))
    folder = Path(output)
    state = _State(folder)
    sources = [hashed(path) for path in files]
    with bar(len(sources), "read", shown) as step:
        identities = _identities(sources, state, jobs, renamed or {}, step)
    shards = _shards(sources, identities, state)
    rule_files = tuple(os.fspath(one) for one in rules)
    tasks = [Task(one, str(folder), rule_files, _key(one, rule_files)) for one in shards]
    waiting = [task for task in tasks if not state.is_done(task)]
    skipped = sum(len(task.shard.sources) for task in tasks if task not in waiting)
    counts: Counter[str] = Counter()
    with bar(len(sources), "audit", shown) as step:
        step(skipped)
        for task, done in _each(waiting, jobs, write_shard, _one_by_one):
            counts.update(done)
            step(len(task.shard.sources) + len(task.shard.duplicates))
    state.forget()
    bad = sum(count for name, count in counts.items() if name not in ("audited", "duplicate"))
    return Summary(str(folder), counts["audited"], bad, counts["duplicate"], skipped)


# ---- what is known before ----


def _identities(
    sources: Sequence[Source],
    state: _State,
    jobs: int,
    renamed: Mapping[str, str],
    step: Callable[[int], object],
) -> dict[str, Identity]:
    known = state.identities(renamed)
    paths = {one.sha256: one.path for one in sources if one.sha256}
    step(sum(sha256 in known for sha256 in paths))
    waiting = [
        Source(path, sha256) for sha256, path in sorted(paths.items()) if sha256 not in known
    ]
    chunks = [
        tuple(waiting[i : i + _DOCUMENTS_A_SHARD])
        for i in range(0, len(waiting), _DOCUMENTS_A_SHARD)
    ]
    work = functools.partial(identify, renamed=dict(renamed))
    for count, (chunk, found) in enumerate(_each(chunks, jobs, work, _unknown), start=1):
        known.update(zip((one.sha256 for one in chunk), found, strict=True))
        step(len(chunk))
        if count % 20 == 0:
            state.keep_identities(known, renamed)
    if waiting:
        state.keep_identities(known, renamed)
    return {sha256: one for sha256, one in known.items() if one is not None and sha256 in paths}


def identify(sources: Sequence[Source], renamed: Mapping[str, str]) -> list[Identity | None]:
    """Whose disclosure each file is; None for what cannot be read."""
    return [_identity(source, renamed) for source in sources]


def _identity(source: Source, renamed: Mapping[str, str]) -> Identity | None:
    try:
        return identity_of(read(source.path), renamed)
    except Exception:  # what is wrong with it its audit says
        return None


def _unknown(sources: Sequence[Source]) -> list[Identity | None]:
    """One of them killed its process: which one its audit says."""
    return [None] * len(sources)


def _shards(
    sources: Sequence[Source], identities: Mapping[str, Identity], state: _State
) -> list[Shard]:
    by_hash: dict[str, list[Source]] = {}
    for one in sources:
        by_hash.setdefault(one.sha256 or hashlib.sha256(one.path.encode()).hexdigest(), []).append(
            one
        )
    count = state.count_of_shards(len(by_hash))
    beside = previous_of(identities, list(by_hash))
    paths = {sha256: same[0].path for sha256, same in by_hash.items()}
    dealt: dict[int, list[str]] = {number: [] for number in range(count)}
    for sha256 in sorted(by_hash):
        dealt[int(sha256[:8], 16) % count].append(sha256)
    return [
        Shard(
            number,
            tuple(by_hash[sha256][0] for sha256 in hashes),
            tuple(other for sha256 in hashes for other in by_hash[sha256][1:]),
            {sha256: beside.get(sha256, ()) for sha256 in hashes},
            {one: paths[one] for sha256 in hashes for one in beside.get(sha256, ())},
        )
        for number, hashes in dealt.items()
    ]


def _key(shard: Shard, rules: Sequence[str]) -> str:
    """A hash of everything that a shard is made from."""
    made_from = [
        schema.VERSION,
        _core.__version__,
        [hashlib.sha256(Path(rule).read_bytes()).hexdigest() for rule in rules],
        [asdict(one) for one in (*shard.sources, *shard.duplicates)],
        {sha256: list(others) for sha256, others in sorted(shard.previous.items())},
    ]
    return hashlib.sha256(json.dumps(made_from).encode()).hexdigest()


# ---- the work of a process ----


def write_shard(task: Task) -> dict[str, int]:
    """Audits the documents of a shard and writes it; gives how many there are of each state."""
    packs = [load_rules(rule) for rule in task.rules]
    shard = task.shard
    documents = [(one.sha256, _rows(one, shard, packs)) for one in shard.sources]
    return write(task, documents)


def write(task: Task, documents: Sequence[tuple[str, records.Rows]]) -> dict[str, int]:
    """Writes the rows of a shard, each table whole or not at all, and marks it as done."""
    of = {one.sha256: one.path for one in task.shard.sources}
    twins = [
        (one.sha256, records.failed(one, "duplicate", f"same bytes as {of[one.sha256]}"))
        for one in task.shard.duplicates
    ]
    every = [*documents, *twins]
    for name in schema.SCHEMAS:
        folder = Path(task.output, name)
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"part-{task.shard.number:05}.parquet"
        table = records.table_of(name, every)
        _replace(part, functools.partial(pq.write_table, table, compression="zstd"))
    mark = _mark(Path(task.output), task.shard.number)
    mark.parent.mkdir(parents=True, exist_ok=True)
    _replace(mark, lambda path: Path(path).write_text(json.dumps({"key": task.key}), "utf-8"))
    return dict(Counter(rows["documents"]["state"][0] for _, rows in every))


def _rows(source: Source, shard: Shard, packs: Sequence[Pack]) -> records.Rows:
    if source.error:
        return records.failed(source, "unreadable", source.error)
    try:
        disclosure = _read(source.path, source.sha256)
    except (Error, OSError) as error:
        return records.failed(source, "unreadable", str(error))
    except Exception as error:  # one bad file stops nothing; what it was is kept
        return records.failed(source, "failed", f"{type(error).__name__}: {error}")
    previous = shard.previous.get(source.sha256, ())
    try:
        others = [_read(shard.paths[one], one) for one in previous]
        report = disclosure.audit(previous=others, rules=packs)
        return records.rows_of(source, disclosure, report, previous)
    except Exception as error:
        return records.failed(source, "failed", f"{type(error).__name__}: {error}")


@functools.lru_cache(maxsize=_KEPT)
def _read(path: str, sha256: str) -> Disclosure:
    return read(path)


def _replace(path: Path, make: Callable[[str], Any]) -> None:
    """Makes a file beside a path and puts it in its place when it is whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        make(str(beside))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _mark(folder: Path, number: int) -> Path:
    return folder / "_state" / f"shard-{number:05}.json"


# ---- processes ----


def _each(
    tasks: Sequence[T], jobs: int, work: Callable[[T], R], rescue: Callable[[T], R]
) -> Iterator[tuple[T, R]]:
    """The work on every task, as it is done; `rescue` does that of one that kills its process."""
    if jobs == 1:
        for task in tasks:
            yield task, work(task)
        return
    # Processes are replaced after some tasks, so that memory stays bounded. A pool that does so
    # itself (max_tasks_per_child) may wait for ever in Python 3.11.
    lost: list[T] = []
    share = jobs * _TASKS_A_PROCESS
    for begin in range(0, len(tasks), share):
        yield from _in_pool(tasks[begin : begin + share], jobs, work, lost)
    for task in lost:
        result = alone(work, task)
        yield task, rescue(task) if result is None else result[0]


def _in_pool(
    tasks: Sequence[T], jobs: int, work: Callable[[T], R], lost: list[T]
) -> Iterator[tuple[T, R]]:
    context = get_context("spawn")  # a fork would share the locks of libraries that threads hold
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        waiting: dict[Future[R], T] = {pool.submit(work, task): task for task in tasks}
        try:
            for done in as_completed(waiting):
                try:
                    yield waiting[done], done.result()
                except BrokenProcessPool:
                    lost.append(waiting[done])
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def alone(work: Callable[[T], R], task: T) -> tuple[R] | None:
    """The result of a task in a process of its own; None where that is killed too."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return (pool.submit(work, task).result(),)
        except BrokenProcessPool:
            return None


def _one_by_one(task: Task) -> dict[str, int]:
    """Each document of a shard in a process of its own; one that kills it is a row that says so."""
    documents: list[tuple[str, records.Rows]] = []
    for one in task.shard.sources:
        work = functools.partial(_rows_of, shard=task.shard, rules=task.rules)
        found = alone(work, one)
        rows = found[0] if found else records.failed(one, "killed", "its process was killed")
        documents.append((one.sha256, rows))
    return write(task, documents)


def _rows_of(source: Source, shard: Shard, rules: Sequence[str]) -> records.Rows:
    return _rows(source, shard, [load_rules(rule) for rule in rules])


# ---- what a run leaves for the next ----


class _State:
    """The folder `_state` of a data set."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = folder / "_state" / "settings.json"
        found = self._json(self._settings) or {}
        self._refuse_other(found)
        self._shards: int | None = found.get("shards")

    def _refuse_other(self, found: Mapping[str, Any]) -> None:
        if found and found.get("schema") != schema.VERSION:
            raise BatchError(
                "batch.version",
                zh=f"{self._folder} 里是另一版本的结果（{found.get('schema')}），请换一个文件夹",
                en=f"{self._folder} holds results of another version ({found.get('schema')})",
                path=str(self._folder),
            )
        ours = (self._folder / "_state").is_dir()
        if not ours and self._folder.is_dir() and any(self._folder.iterdir()):
            raise BatchError(
                "batch.not_empty",
                zh=f"{self._folder} 不是空文件夹，里面也不是审核结果",
                en=f"{self._folder} is not empty and holds no results",
                path=str(self._folder),
            )

    def count_of_shards(self, documents: int) -> int:
        """As many as at the first run, so that what was written stays."""
        if self._shards is None:
            self._shards = max(1, -(-documents // _DOCUMENTS_A_SHARD))
            self._settings.parent.mkdir(parents=True, exist_ok=True)
            settings = {"schema": schema.VERSION, "shards": self._shards}
            _replace(
                self._settings, lambda path: Path(path).write_text(json.dumps(settings), "utf-8")
            )
        return self._shards

    def is_done(self, task: Task) -> bool:
        mark = self._json(_mark(self._folder, task.shard.number))
        part = f"part-{task.shard.number:05}.parquet"
        return (mark or {}).get("key") == task.key and all(
            (self._folder / name / part).is_file() for name in schema.SCHEMAS
        )

    def forget(self) -> None:
        """What a killed run left beside the files."""
        for file in self._folder.glob("*/.part-*"):
            with contextlib.suppress(OSError):
                file.unlink()

    def identities(self, renamed: Mapping[str, str]) -> dict[str, Identity | None]:
        found = self._json(self._folder / "_state" / "identities.json") or {}
        if found.get("renamed") != dict(renamed) or found.get("version") != _core.__version__:
            return {}
        return {
            sha256: None if one is None else Identity(*one) for sha256, one in found["of"].items()
        }

    def keep_identities(
        self, known: Mapping[str, Identity | None], renamed: Mapping[str, str]
    ) -> None:
        of = {
            sha256: None if one is None else [one.body, one.year, one.kind]
            for sha256, one in sorted(known.items())
        }
        kept = {"version": _core.__version__, "renamed": dict(renamed), "of": of}
        path = self._folder / "_state" / "identities.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(kept, ensure_ascii=False)
        _replace(path, lambda beside: Path(beside).write_text(text, "utf-8"))

    @staticmethod
    def _json(path: Path) -> dict[str, Any] | None:
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None
