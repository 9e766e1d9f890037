# SPDX-License-Identifier: Apache-2.0
"""Disclosures of one body, sorted by what they say and audited beside one another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from budgetcore._core import Disclosure, Pack, Report
from budgetcore.batch.sources import Identity, identity_of, previous_of
from budgetcore.errors import DossierError
from budgetcore.reading import read

__all__ = ["Conflict", "Dossier", "dossier", "dossiers"]

Source = str | os.PathLike[str] | Disclosure


@dataclass(frozen=True, slots=True)
class Conflict:
    """Disclosures that say they are the same; none of them is taken for another's last year."""

    year: int | None
    kind: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """The disclosures of one body, by year, budgets before final accounts.

    Of several with the same bytes one is kept. `conflicts`: others that are of one year and kind.
    `undated`: those whose year was not read; they are audited alone.
    """

    body: str
    disclosures: tuple[Disclosure, ...]
    renamed: Mapping[str, str]

    @property
    def years(self) -> list[int]:
        """The years that there are, in order."""
        return sorted({one.year for one in self.disclosures if one.year is not None})

    @property
    def gaps(self) -> list[int]:
        """Years that are missing between the first and the last."""
        years = self.years
        return [year for year in range(years[0], years[-1]) if year not in years] if years else []

    @property
    def undated(self) -> list[Disclosure]:
        """Disclosures whose year was not read."""
        return [one for one in self.disclosures if one.year is None]

    @property
    def conflicts(self) -> list[Conflict]:
        """Different files of one year and kind."""
        same: dict[tuple[int | None, str], list[str]] = {}
        for one in self.disclosures:
            if one.year is not None:
                same.setdefault((one.year, one.kind.name), []).append(one.source)
        return [
            Conflict(year, kind, tuple(sources))
            for (year, kind), sources in same.items()
            if len(sources) > 1
        ]

    def beside(self, disclosure: Disclosure) -> list[Disclosure]:
        """What it is audited beside: last year's of its kind, the budget of a final account."""
        known = {one.sha256: one for one in self.disclosures}
        identities = {sha256: identity_of(one, self.renamed) for sha256, one in known.items()}
        others = previous_of(identities, list(known)).get(disclosure.sha256, ())
        return [known[sha256] for sha256 in others]

    def audit(self, *, rules: Sequence[Pack | str | os.PathLike[str]] = ()) -> list[Report]:
        """The report of each disclosure, in their order, each beside what belongs to it."""
        return [
            one.audit(previous=self.beside(one) or None, rules=list(rules))
            for one in self.disclosures
        ]

    def __len__(self) -> int:
        return len(self.disclosures)


def dossier(sources: Iterable[Source], *, renamed: Mapping[str, str] | None = None) -> Dossier:
    """The disclosures of one body: paths, or disclosures that were read.

    `renamed` maps former names of the body to today's. Raises DossierError where they are of
    several bodies or there is none; ReadError and OSError for files.

    >>> import budgetcore as bc
    >>> made = bc.dossier(["examples/disclosures/yangquan-finance-2024.txt"])
    >>> made.body, made.years, made.conflicts
    ('阳泉市财政局', [2024], [])
    """
    found = dossiers(sources, renamed=renamed)
    if len(found) != 1:
        bodies = [one.body or "?" for one in found]
        raise DossierError(
            "dossier.bodies",
            zh=f"这些文件不属于同一单位：{'、'.join(bodies)}" if bodies else "没有文件",
            en=f"these files are of several bodies: {', '.join(bodies)}" if bodies else "no file",
            bodies=bodies,
        )
    return found[0]


def dossiers(
    sources: Iterable[Source], *, renamed: Mapping[str, str] | None = None
) -> list[Dossier]:
    """The disclosures of many bodies, a Dossier each, by name; of no known body each alone."""
    names = dict(renamed or {})
    bodies: dict[str, dict[str, tuple[Identity, Disclosure]]] = {}
    for source in sources:
        one = source if isinstance(source, Disclosure) else read(source)
        identity = identity_of(one, names)
        group = identity.body or f"\uffff{one.sha256}"
        bodies.setdefault(group, {}).setdefault(one.sha256, (identity, one))
    return [
        Dossier(
            "" if group.startswith("\uffff") else group,
            tuple(one for _, one in sorted(found.values(), key=_order)),
            names,
        )
        for group, found in sorted(bodies.items())
    ]


def _order(found: tuple[Identity, Disclosure]) -> tuple[bool, int, str, str]:
    identity, one = found
    return identity.year is None, identity.year or 0, identity.kind, one.source
