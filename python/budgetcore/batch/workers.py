# SPDX-License-Identifier: Apache-2.0
"""Who does the work of a batch: this process, several processes, or the workers of a Dask client.

All give each task with its result as it is done. A task that kills its process is handed to
`rescue`; another one that was running loses nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pyarrow as pa

T = TypeVar("T")
R = TypeVar("R")

MEMORY = 190 << 20
"""Bytes: a process that holds more after a task is replaced."""

_AHEAD = 4  # tasks that a Dask client has under way for each core


class Workers(Protocol):
    """Who does the work."""

    def each(
        self, tasks: Sequence[T], work: Callable[[T], R], rescue: Callable[[T], R]
    ) -> Iterator[tuple[T, R]]:
        """The work on every task, as it is done; `rescue` does that of one that kills."""

    def close(self) -> None:
        """Ends what was started."""


class Here:
    """This process, one task after the other."""

    def each(
        self, tasks: Sequence[T], work: Callable[[T], R], rescue: Callable[[T], R]
    ) -> Iterator[tuple[T, R]]:
        """A task that kills this process kills the run."""
        for task in tasks:
            yield task, work(task)

    def close(self) -> None:
        """Nothing was started."""


class Processes:
    """So many processes. Each works until it has held too much memory, then another takes its
    place; one that is killed costs the task that it was at and no other.
    """

    def __init__(self, jobs: int) -> None:
        self._free = [_process() for _ in range(jobs)]

    def each(
        self, tasks: Sequence[T], work: Callable[[T], R], rescue: Callable[[T], R]
    ) -> Iterator[tuple[T, R]]:
        """The order is that in which tasks are done."""
        waiting = iter(tasks)
        running: dict[Future[tuple[R, int]], tuple[ProcessPoolExecutor, T]] = {}
        try:
            while True:
                for task in islice(waiting, len(self._free)):
                    process = self._free.pop()
                    running[process.submit(_measured, work, task)] = process, task
                if not running:
                    return
                done: list[tuple[T, R]] = []
                killed: list[T] = []
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    process, task = running.pop(future)
                    try:
                        result, held = future.result()
                    except BrokenProcessPool:
                        killed.append(task)
                        held = MEMORY + 1
                    except BaseException:
                        self._free.append(process)
                        raise
                    else:
                        done.append((task, result))
                    if held > MEMORY:
                        process.shutdown(wait=False)
                        process = _process()
                    self._free.append(process)
                yield from done
                for task in killed:
                    yield task, rescue(task)
        finally:
            for future, (process, _) in running.items():
                future.cancel()
                self._free.append(process)

    def close(self) -> None:
        """Waits for what they are at."""
        for process in self._free:
            process.shutdown(cancel_futures=True)
        self._free = []


class Cluster:
    """The workers of a Dask client. A task whose worker is lost is tried on others, as often as
    the cluster's setting distributed.scheduler.allowed-failures says, then it is rescued here.
    """

    def __init__(self, client: Any) -> None:
        self._client = client

    def each(
        self, tasks: Sequence[T], work: Callable[[T], R], rescue: Callable[[T], R]
    ) -> Iterator[tuple[T, R]]:
        """Few tasks are under way at a time, so that millions do not burden the scheduler."""
        import distributed

        waiting = iter(tasks)
        ahead = _AHEAD * max(1, sum(self._client.ncores().values()))
        running = {self._submit(work, task): task for task in islice(waiting, ahead)}
        # Its functions have no types.
        completed: Any = distributed.as_completed(list(running))  # type: ignore[no-untyped-call]
        try:
            for future in completed:
                task = running.pop(future)
                for more in islice(waiting, 1):
                    another = self._submit(work, more)
                    running[another] = more
                    completed.add(another)
                try:
                    result = future.result()
                except distributed.KilledWorker:
                    result = rescue(task)
                yield task, result
        finally:
            self._client.cancel(list(running))

    def _submit(self, work: Callable[[T], R], task: T) -> Any:
        return self._client.submit(work, task, pure=False)

    def close(self) -> None:
        """The client is its owner's."""


def alone(work: Callable[[T], R], task: T) -> tuple[R] | None:
    """The result of a task in a process of its own; None where that is killed too."""
    with _process() as process:
        try:
            return (process.submit(work, task).result(),)
        except BrokenProcessPool:
            return None


def _process() -> ProcessPoolExecutor:
    # A fork would share the locks of libraries that threads hold.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_prepare)


def _prepare() -> None:
    """Arrow's own pool keeps what it once held; with the system's a process stays smaller."""
    pa.set_memory_pool(pa.system_memory_pool())


def _measured(work: Callable[[T], R], task: T) -> tuple[R, int]:
    """The result, and the bytes that this process holds after it."""
    return work(task), _resident()


def _resident() -> int:
    """Bytes in memory, 0 where the system does not say; getrusage would count the parent's."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
