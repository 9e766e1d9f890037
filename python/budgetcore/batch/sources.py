# SPDX-License-Identifier: Apache-2.0
"""The files of a batch, and what is known of each before it is audited."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from budgetcore import _core
from budgetcore._core import BodyScope, Disclosure, DisclosureKind
from budgetcore.reading import FORMATS, read_document


@dataclass(frozen=True, slots=True)
class Source:
    """A file: where it is, and the SHA-256 of its bytes; "" and why where it cannot be opened."""

    path: str
    sha256: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose disclosure it is, of which year and kind, and whether of a department or a unit."""

    body: str
    year: int | None
    kind: str
    scope: str = "unknown"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a document is audited beside, by hashes."""

    previous: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    all_units: bool = False


Units = Mapping[str, Sequence[str]]
"""All units of departments, by the names of the departments; the department's own office is one."""


def find(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The files named, and those of known endings in the folders named, at any depth, sorted; with
    them each folder that cannot be listed, which `hashed` then says.
    """
    found: set[str] = set()
    for path in paths:
        found.update(_files_in(Path(path)) if Path(path).is_dir() else (os.fspath(path),))
    return sorted(found)


def _files_in(folder: Path) -> Iterator[str]:
    closed: list[str] = []
    for where, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(error.filename or os.fspath(folder))
    ):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "_")))
        for file in files:
            if Path(file).suffix.lower() in FORMATS and not file.startswith((".", "~$")):
                yield os.path.join(where, file)  # noqa: PTH118 - as it was named
    yield from closed


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
    said = disclosure.organisation, disclosure.year, disclosure.kind, disclosure.scope
    return _identity(said, renamed)


def identity_of_file(path: str, renamed: Mapping[str, str]) -> Identity:
    """The same of a file, whose tables are not read where its titles say enough. Raises what
    `read` raises, or less.
    """
    document = read_document(path)
    found = _core.identify(document)
    if found is None:
        return identity_of(_core.recognise(document), renamed)
    return _identity(found, renamed)


def _identity(
    said: tuple[str, int | None, DisclosureKind, BodyScope], renamed: Mapping[str, str]
) -> Identity:
    name, year, kind, scope = said
    body = normal(name)
    return Identity(renamed.get(body, body), year, kind.name, scope.name)


def normal(name: str) -> str:
    """A body's name without spaces, full-width letters as half-width."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def beside_of(
    identities: Mapping[str, Identity], chosen: Iterable[str], units: Units | None = None
) -> dict[str, Beside]:
    """What each document is audited beside, by hash.

    Last year's of its kind, the budget of a final account's year, last year's final account of a
    budget; of a department the disclosures of its units. Of several that say they are the same none
    is taken, but one of the same scope is preferred to others.
    """
    known = {one: identities[one] for one in chosen if one in identities}
    found = _Found(known)
    listed = {normal(name): [normal(one) for one in of] for name, of in (units or {}).items()}
    beside: dict[str, Beside] = {}
    for sha256, one in known.items():
        if not one.body or one.year is None:
            beside[sha256] = Beside()
            continue
        previous = found.only(one, one.year - 1, one.kind)
        if one.kind == "final_account":
            previous += found.only(one, one.year, "budget")
        else:
            previous += found.only(one, one.year - 1, "final_account")
        beside[sha256] = Beside(previous, *found.units(sha256, listed))
    return beside


class _Found:
    """Documents by what they say they are."""

    def __init__(self, known: Mapping[str, Identity]) -> None:
        self._known = known
        self._by: dict[tuple[str, int | None, str], list[str]] = {}
        for sha256, one in known.items():
            self._by.setdefault((one.body, one.year, one.kind), []).append(sha256)

    def only(self, of: Identity, year: int, kind: str) -> tuple[str, ...]:
        every = self._by.get((of.body, year, kind), [])
        same = [one for one in every if self._known[one].scope == of.scope]
        open_ones = [one for one in every if "unknown" in (self._known[one].scope, of.scope)]
        for some in (same, open_ones):
            if len(some) == 1:
                return tuple(some)
            if some:
                return ()
        return ()

    def units(self, sha256: str, listed: Units) -> tuple[tuple[str, ...], bool]:
        """Those of a department's units of its year and kind, and whether they are all."""
        one = self._known[sha256]
        if one.scope == "unit" or (one.scope == "unknown" and one.body not in listed):
            return (), False
        found: list[str] = []
        names = listed.get(one.body, [one.body])
        for name in names:
            every = self._by.get((name, one.year, one.kind), [])
            some = [
                other
                for other in every
                if other != sha256 and (name != one.body or self._known[other].scope == "unit")
            ]
            found += some if len(some) == 1 else ()
        return tuple(found), one.body in listed and len(found) == len(names)
