# SPDX-License-Identifier: Apache-2.0
"""A bar that shows how far work on many files is."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def bar(total: int, what: str, shown: bool) -> Iterator[Callable[[int], object]]:
    """A bar with rate and rest, where one is to be shown; gives what moves it on."""
    if not shown:
        yield lambda count: None
        return
    from tqdm.auto import tqdm

    with tqdm(total=total, desc=what, unit="file", smoothing=0.05) as moved:
        yield moved.update
