# SPDX-License-Identifier: Apache-2.0
"""Files → data set, by several processes, to be interrupted and gone on with.

The documents are dealt out to shards by their body, so that last year's is at hand beside this
year's. A shard is written by one process, whole, and then marked as done with a key of everything
that it was made from; a later run takes it over where the key is the same. So the result has the
same bytes whatever the number of processes and interruptions.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from budgetcore import _core
from budgetcore._core import Disclosure
from budgetcore.batch import records, schema
from budgetcore.batch.sources import (
    Beside,
    Identity,
    Source,
    Units,
    beside_of,
    find,
    hashed,
    identity_of_file,
)
from budgetcore.batch.workers import Cluster, Here, Processes, Workers, alone
from budgetcore.config import Config, load_config
from budgetcore.errors import BatchError, Error, no_files
from budgetcore.progress import bar
from budgetcore.reading import load_rules, read
from budgetcore.whole_files import write_whole

_DOCUMENTS_A_SHARD = 32
_MOST_SHARDS = 4096  # of a million documents too: a question opens a file for each
_SECONDS_BETWEEN_NOTES = 30  # of what is known of documents, for a run that goes on
_KEPT = 3  # documents that a process remembers: last year's is needed beside this year's


@dataclass(frozen=True, slots=True)
class Shard:
    """Documents that are audited and written together."""

    number: int
    sources: tuple[Source, ...]
    duplicates: tuple[Source, ...]
    beside: Mapping[str, Beside]  # by hash
    paths: Mapping[str, str]  # of those beside it, by hash


@dataclass(frozen=True, slots=True)
class Files:
    """The files beside documents that reports are made from."""

    rules: tuple[str, ...] = ()
    config: str | None = None
    baseline: str | None = None

    def hashes(self, settings: Config) -> list[str]:
        """Of their bytes, and the day where an acceptance may end."""
        others = [one for one in (self.config, self.baseline) if one is not None]
        ends = any(one.until for one in settings.accepted)
        return [
            *(_hash_of(path) for path in (*self.rules, *settings.extra, *others)),
            *([settings.day()] if ends else []),
        ]


@dataclass(frozen=True, slots=True)
class Task:
    """What a process needs to write a shard."""

    shard: Shard
    output: str
    files: Files
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
    client: Any = None,
    rules: Sequence[str | os.PathLike[str]] = (),
    config: str | os.PathLike[str] | None = None,
    baseline: str | os.PathLike[str] | None = None,
    renamed: Mapping[str, str] | None = None,
    progress: bool | None = None,
) -> Summary:
    """Audits files and folders of files into a data set of Parquet files.

    Each is audited beside last year's disclosure of the same body, a final account beside its
    budget, and a department beside its units, where exactly one is there; whose they are their text
    says, `renamed` maps former names to today's. `config` is a budgetcore.toml, `baseline` an
    earlier report: what they set aside is marked so in the findings. Files that cannot be read are
    rows too. A run that was interrupted is gone on with; the result has the same bytes whatever
    `jobs`. With a Dask `client` its workers do the work instead: they need to see the files and the
    output folder by the same paths. Raises BatchError where no file is found and for an output
    folder that holds something else, OSError where files cannot be listed or results not written.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    named = [os.fspath(path) for path in paths]
    settings = load_config(config) if config is not None else Config()
    names = dict(settings.renamed) | dict(renamed or {})
    shown = sys.stderr.isatty() if progress is None else progress
    files = find(named)
    if not files:
        raise no_files("、".join(named))
    folder = Path(output)
    state = _State(folder)
    sources = [hashed(path) for path in files]
    beside = Files(
        tuple(os.fspath(one) for one in rules),
        None if config is None else os.fspath(config),
        None if baseline is None else os.fspath(baseline),
    )
    counts: Counter[str] = Counter()
    with contextlib.closing(_workers(jobs, client)) as workers:
        with bar(len(sources), "read", shown) as step:
            identities = _identities(sources, state, workers, names, step)
        shards = _shards(sources, identities, state, settings.units)
        made_from = beside.hashes(settings)
        tasks = [Task(one, str(folder), beside, _key(one, made_from)) for one in shards]
        waiting = [task for task in tasks if not state.is_done(task)]
        skipped = sum(len(one.sources) for one in shards) - sum(
            len(task.shard.sources) for task in waiting
        )
        with bar(len(sources), "audit", shown) as step:
            step(skipped)
            for task, done in workers.each(waiting, write_shard, _one_by_one):
                counts.update(done)
                step(len(task.shard.sources) + len(task.shard.duplicates))
    state.forget()
    bad = sum(count for name, count in counts.items() if name not in ("audited", "duplicate"))
    return Summary(str(folder), counts["audited"], bad, counts["duplicate"], skipped)


def _workers(jobs: int, client: Any) -> Workers:
    if client is not None:
        return Cluster(client)
    return Here() if jobs == 1 else Processes(jobs)


# ---- what is known before ----


def _identities(
    sources: Sequence[Source],
    state: _State,
    workers: Workers,
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
    noted = time.monotonic()
    for chunk, found in workers.each(chunks, work, _unknown):
        known.update(zip((one.sha256 for one in chunk), found, strict=True))
        step(len(chunk))
        if time.monotonic() > noted + _SECONDS_BETWEEN_NOTES:
            state.keep_identities(known, renamed)
            noted = time.monotonic()
    if waiting:
        state.keep_identities(known, renamed)
    return {sha256: one for sha256, one in known.items() if one is not None and sha256 in paths}


def identify(sources: Sequence[Source], renamed: Mapping[str, str]) -> list[Identity | None]:
    """Whose disclosure each file is; None for what cannot be read."""
    return [_identity(source, renamed) for source in sources]


def _identity(source: Source, renamed: Mapping[str, str]) -> Identity | None:
    try:
        return identity_of_file(source.path, renamed)
    except Exception:  # what is wrong with it its audit says
        return None


def _unknown(sources: Sequence[Source]) -> list[Identity | None]:
    """One of them killed its process: which one its audit says."""
    return [None] * len(sources)


def _shards(
    sources: Sequence[Source], identities: Mapping[str, Identity], state: _State, units: Units
) -> list[Shard]:
    by_hash: dict[str, list[Source]] = {}
    for one in sources:
        by_hash.setdefault(one.sha256 or hashlib.sha256(one.path.encode()).hexdigest(), []).append(
            one
        )
    count = state.count_of_shards(len(by_hash))
    known = beside_of(identities, by_hash, units)
    beside = {sha256: known.get(sha256, Beside()) for sha256 in by_hash}
    paths = {sha256: same[0].path for sha256, same in by_hash.items()}
    dealt: dict[int, list[str]] = {number: [] for number in range(count)}
    for sha256 in sorted(by_hash, key=functools.partial(_by_body, identities)):
        dealt[_dealt_to(identities.get(sha256), sha256, count)].append(sha256)
    return [
        Shard(
            number,
            tuple(by_hash[sha256][0] for sha256 in hashes),
            tuple(other for sha256 in hashes for other in by_hash[sha256][1:]),
            {sha256: beside[sha256] for sha256 in hashes},
            {
                other: paths[other]
                for sha256 in hashes
                for other in (*beside[sha256].previous, *beside[sha256].units)
            },
        )
        for number, hashes in dealt.items()
    ]


def _by_body(identities: Mapping[str, Identity], sha256: str) -> tuple[str, int, str, str]:
    one = identities.get(sha256)
    return (one.body, one.year or 0, one.kind, sha256) if one else ("", 0, "", sha256)


def _dealt_to(one: Identity | None, sha256: str, count: int) -> int:
    """The shard of a document: that of its body, else its own."""
    body = hashlib.sha256(one.body.encode()).hexdigest() if one and one.body else sha256
    return int(body[:8], 16) % count


def _hash_of(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _key(shard: Shard, made_from: Sequence[str]) -> str:
    """A hash of everything that a shard is made from."""
    everything = [
        schema.VERSION,
        _core.__version__,
        list(made_from),
        [asdict(one) for one in (*shard.sources, *shard.duplicates)],
        {sha256: asdict(others) for sha256, others in sorted(shard.beside.items())},
    ]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


# ---- the work of a process ----


def write_shard(task: Task) -> dict[str, int]:
    """Audits the documents of a shard and writes it; gives how many there are of each state."""
    audit = _Audit(task)
    return write(task, [audit.rows(one) for one in task.shard.sources])


def write(task: Task, documents: Sequence[records.Rows]) -> dict[str, int]:
    """Writes the rows of a shard, each table whole or not at all, and marks it as done."""
    of = {one.sha256: one.path for one in task.shard.sources}
    twins = [
        records.failed(one, "duplicate", f"same bytes as {of[one.sha256]}")
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
    write_whole(mark, json.dumps({"key": task.key}).encode())
    return dict(Counter(map(records.state_of, every)))


class _Audit:
    """The audits of a task, by its rules and settings."""

    def __init__(self, task: Task) -> None:
        self._shard = task.shard
        self._packs = [load_rules(rule) for rule in task.files.rules]
        self._config = None if task.files.config is None else load_config(task.files.config)
        self._baseline = task.files.baseline

    def rows(self, source: Source) -> records.Rows:
        """Those of a document, whatever is wrong with it."""
        if source.error:
            return records.failed(source, "unreadable", source.error)
        try:
            disclosure = _read(source.path, source.sha256)
        except (Error, OSError) as error:
            return records.failed(source, "unreadable", str(error))
        except Exception as error:  # one bad file stops nothing; what it was is kept
            return records.failed(source, "failed", f"{type(error).__name__}: {error}")
        beside = self._shard.beside[source.sha256]
        try:
            report = disclosure.audit(
                previous=self._others(beside.previous),
                units=self._others(beside.units),
                all_units=beside.all_units,
                rules=self._packs,
                config=self._config,
                baseline=self._baseline,
            )
            return records.rows_of(source, disclosure, report, beside)
        except Exception as error:
            return records.failed(source, "failed", f"{type(error).__name__}: {error}")

    def _others(self, hashes: Sequence[str]) -> list[Disclosure]:
        """Those that can be read: what is wrong with the others their own audits say."""
        found = []
        for one in hashes:
            with contextlib.suppress(Error, OSError):
                found.append(_read(self._shard.paths[one], one))
        return found


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


def _one_by_one(task: Task) -> dict[str, int]:
    """Each document of a shard in a process of its own; one that kills it is a row that says so."""
    documents: list[records.Rows] = []
    for one in task.shard.sources:
        work = functools.partial(_rows_of, task=task)
        found = alone(work, one)
        killed = records.failed(one, "killed", "its process was killed")
        documents.append(found[0] if found else killed)
    return write(task, documents)


def _rows_of(source: Source, task: Task) -> records.Rows:
    return _Audit(task).rows(source)


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
            self._shards = min(_MOST_SHARDS, max(1, -(-documents // _DOCUMENTS_A_SHARD)))
            self._settings.parent.mkdir(parents=True, exist_ok=True)
            settings = {"schema": schema.VERSION, "shards": self._shards}
            write_whole(self._settings, json.dumps(settings).encode())
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
            sha256: None if one is None else [one.body, one.year, one.kind, one.scope]
            for sha256, one in sorted(known.items())
        }
        kept = {"version": _core.__version__, "renamed": dict(renamed), "of": of}
        path = self._folder / "_state" / "identities.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(kept, ensure_ascii=False).encode())

    @staticmethod
    def _json(path: Path) -> dict[str, Any] | None:
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None
