# SPDX-License-Identifier: Apache-2.0
"""The same work on many files, some of them at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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
    """The work on every file, in the order given, `jobs` at a time."""

    def attempt(file: str) -> Done[T]:
        try:
            return Done(file, work(file), None)
        except Exception as error:  # the other files must be reported whatever this one does
            return Done(file, None, error)

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for number, done in enumerate(pool.map(attempt, files), start=1):
            _progress(number, len(files))
            yield done


def _progress(number: int, total: int) -> None:
    if total > 1 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        click.echo(f"\r{number}/{total}{end}", err=True, nl=False)
