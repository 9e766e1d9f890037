# SPDX-License-Identifier: Apache-2.0
"""The files of a batch, and what is known of each before it is audited."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from budgetcore._core import Disclosure
from budgetcore.reading import FORMATS


@dataclass(frozen=True, slots=True)
class Source:
    """A file: where it is, and the SHA-256 of its bytes; "" and why where it cannot be opened."""

    path: str
    sha256: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose disclosure it is, of which year, and of which kind."""

    body: str
    year: int | None
    kind: str


def find(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The files named, and those of known endings in the folders named, at any depth, sorted."""
    found: set[str] = set()
    for path in paths:
        found.update(_files_in(Path(path)) if Path(path).is_dir() else (os.fspath(path),))
    return sorted(found)


def _files_in(folder: Path) -> Iterator[str]:
    for where, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "_")))
        for file in files:
            if Path(file).suffix.lower() in FORMATS and not file.startswith((".", "~$")):
                yield os.path.join(where, file)  # noqa: PTH118 - as it was named


def _raise(error: OSError) -> None:
    raise error


def hashed(path: str) -> Source:
    """The file with its hash, read in pieces."""
    digest = hashlib.sha256()
    try:
        with Path(path).open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        return Source(path, "", f"{type(error).__name__}: {error.strerror or error}")
    return Source(path, digest.hexdigest())


def identity_of(disclosure: Disclosure, renamed: Mapping[str, str]) -> Identity:
    """Whose it is, as its text says, under the name that the body has today."""
    body = normal(disclosure.organisation)
    return Identity(renamed.get(body, body), disclosure.year, disclosure.kind.name)


def normal(name: str) -> str:
    """A body's name without spaces, full-width letters as half-width."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def previous_of(
    identities: Mapping[str, Identity], chosen: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """What each document is audited beside, by hash: last year's of its kind, and the budget of a
    final account's year. Of several that say they are the same none is taken.
    """
    by_identity: dict[Identity, list[str]] = {}
    for sha256 in chosen:
        if sha256 in identities:
            by_identity.setdefault(identities[sha256], []).append(sha256)

    def only(body: str, year: int, kind: str) -> tuple[str, ...]:
        found = by_identity.get(Identity(body, year, kind), [])
        return tuple(found) if len(found) == 1 else ()

    beside: dict[str, tuple[str, ...]] = {}
    for sha256, one in identities.items():
        if not one.body or one.year is None:
            continue
        others = only(one.body, one.year - 1, one.kind)
        if one.kind == "final_account":
            others += only(one.body, one.year, "budget")
        beside[sha256] = others
    return beside
