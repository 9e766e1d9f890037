# SPDX-License-Identifier: Apache-2.0
"""Many files read at once: what could be read, what could not, and one frame of all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, overload

from budgetcore._core import Disclosure
from budgetcore.errors import Error
from budgetcore.progress import bar
from budgetcore.reading import FORMATS, read

if TYPE_CHECKING:
    from budgetcore.columnar.frame import Frame

__all__ = ["Disclosures", "read_many"]


class Disclosures(Sequence[Disclosure]):
    """Disclosures that were read, in the order of their files, and what could not be read."""

    errors: dict[str, Error | OSError]
    """Why a file could not be read, by its path."""

    def __init__(
        self, disclosures: Iterable[Disclosure], errors: dict[str, Error | OSError] | None = None
    ) -> None:
        self._disclosures = list(disclosures)
        self.errors = dict(errors or {})

    def __len__(self) -> int:
        return len(self._disclosures)

    @overload
    def __getitem__(self, index: int) -> Disclosure: ...
    @overload
    def __getitem__(self, index: slice) -> Disclosures: ...
    def __getitem__(self, index: int | slice) -> Disclosure | Disclosures:
        if isinstance(index, slice):
            return Disclosures(self._disclosures[index])
        return self._disclosures[index]

    def __repr__(self) -> str:
        return f"<Disclosures {len(self)} read, {len(self.errors)} not>"

    def _repr_html_(self) -> str:
        from budgetcore.columnar.frame import Frame

        read_ones = Frame(
            {
                "source": [one.source for one in self],
                "body": [one.organisation for one in self],
                "year": [one.year for one in self],
                "kind": [one.kind.name for one in self],
                "tables": [len(one) for one in self],
                "not_read": [len(one.not_read) for one in self],
            }
        )
        failed = Frame(
            {"source": list(self.errors), "error": [str(one) for one in self.errors.values()]}
        )
        return read_ones._repr_html_() + (failed._repr_html_() if self.errors else "")

    @property
    def cells(self) -> Frame:
        """Every figure of all of them, as Disclosure.cells."""
        return self._joined("cells")

    @property
    def claims(self) -> Frame:
        """What all narratives say, as Disclosure.claims."""
        return self._joined("claims")

    @property
    def targets(self) -> Frame:
        """All performance targets, as Disclosure.targets."""
        return self._joined("targets")

    def _joined(self, name: str) -> Frame:
        from budgetcore.columnar.frame import Frame, joined

        def with_source(disclosure: Disclosure) -> Frame:
            columns = getattr(disclosure, name).to_dict()
            rows = len(next(iter(columns.values())))
            return Frame({"source": [disclosure.source] * rows, **columns})

        return joined(with_source(disclosure) for disclosure in self)


def read_many(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    progress: bool | None = None,
    password: str | None = None,
) -> Disclosures:
    """The disclosures in several files: paths, or a folder whose files of known endings are read.

    A file that cannot be read stops nothing: `errors` of the result says why. `progress` shows a
    bar; None shows one in a notebook or a terminal, where there are several files. Raises OSError
    for a folder that cannot be listed.

    >>> import budgetcore as bc
    >>> found = bc.read_many(["examples/disclosures/yangquan-finance-2024.txt", "no-such-file.pdf"])
    >>> found, list(found.errors)
    (<Disclosures 1 read, 1 not>, ['no-such-file.pdf'])
    """
    paths = list(_paths(sources))
    read_ones: list[Disclosure] = []
    errors: dict[str, Error | OSError] = {}
    if progress is None:
        progress = len(paths) > 1 and (sys.stderr.isatty() or "ipykernel" in sys.modules)
    with bar(len(paths), "read", progress) as step:
        for path in paths:
            try:
                read_ones.append(read(path, password=password))
            except (Error, OSError) as error:
                errors[os.fspath(path)] = error
            step(1)
    return Disclosures(read_ones, errors)


def _paths(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
) -> Iterator[str | os.PathLike[str]]:
    if not isinstance(sources, str | os.PathLike):
        yield from sources
    elif Path(sources).is_dir():
        files = sorted(Path(sources).iterdir())
        yield from (file for file in files if file.is_file() and file.suffix.lower() in FORMATS)
    else:
        yield sources
