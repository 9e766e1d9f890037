# SPDX-License-Identifier: Apache-2.0
"""The same work on many files, some of them at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Generic, TypeVar

import click

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[K, T]):
    """What became of one task: a result, or the error that stands for it."""

    of: K
    result: T | None
    error: Exception | None


def each(tasks: Sequence[K], jobs: int, work: Callable[[K], T]) -> Iterator[Done[K, T]]:
    """The work on every task, in the order given, `jobs` at a time in processes of their own.

    With several jobs `work` and what it returns travel between processes.
    """
    attempt = partial(_attempt, work)
    if jobs == 1 or len(tasks) == 1:
        yield from _counted(map(attempt, tasks), len(tasks))
        return
    # A fork would share the locks of libraries that other threads hold.
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=get_context("spawn")) as pool:
        yield from _counted(pool.map(attempt, tasks), len(tasks))


def _attempt(work: Callable[[K], T], task: K) -> Done[K, T]:
    try:
        return Done(task, work(task), None)
    except Exception as error:  # the other files must be reported whatever this one does
        return Done(task, None, error)


def _counted(done: Iterable[Done[K, T]], total: int) -> Iterator[Done[K, T]]:
    for number, one in enumerate(done, start=1):
        _progress(number, total)
        yield one


def _progress(number: int, total: int) -> None:
    if total > 1 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        click.echo(f"\r{number}/{total}{end}", err=True, nl=False)
