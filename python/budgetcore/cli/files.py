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

T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What became of one file: a result, or the error that stands for it."""

    file: str
    result: T | None
    error: Exception | None


def each(files: Sequence[str], jobs: int, work: Callable[[str], T]) -> Iterator[Done[T]]:
    """The work on every file, in the order given, `jobs` at a time in processes of their own.

    With several jobs `work` and what it returns travel between processes.
    """
    attempt = partial(_attempt, work)
    if jobs == 1 or len(files) == 1:
        yield from _counted(map(attempt, files), len(files))
        return
    # A fork would share the locks of libraries that other threads hold.
    with ProcessPoolExecutor(min(jobs, len(files)), mp_context=get_context("spawn")) as pool:
        yield from _counted(pool.map(attempt, files), len(files))


def _attempt(work: Callable[[str], T], file: str) -> Done[T]:
    try:
        return Done(file, work(file), None)
    except Exception as error:  # the other files must be reported whatever this one does
        return Done(file, None, error)


def _counted(done: Iterable[Done[T]], total: int) -> Iterator[Done[T]]:
    for number, one in enumerate(done, start=1):
        _progress(number, total)
        yield one


def _progress(number: int, total: int) -> None:
    if total > 1 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        click.echo(f"\r{number}/{total}{end}", err=True, nl=False)
