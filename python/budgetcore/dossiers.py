# SPDX-License-Identifier: Apache-2.0
"""Disclosures of one body, sorted by what they say and audited beside one another."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from budgetcore._core import Disclosure, Pack, Report
from budgetcore.batch.sources import Beside, Identity, Units, beside_of, identity_of, normal
from budgetcore.config import Config
from budgetcore.errors import DossierError
from budgetcore.reading import read

__all__ = ["Conflict", "Dossier", "dossier", "dossiers"]

Source = str | os.PathLike[str] | Disclosure


@dataclass(frozen=True, slots=True)
class Conflict:
    """Disclosures that say they are the same; none of them is taken for another's last year."""

    year: int | None
    kind: str
    scope: str
    """Of the department, of one unit, or unknown."""
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Dossier:
    """The disclosures of one body, by year, budgets before final accounts, and those of its units.

    Of several with the same bytes one is kept. `conflicts`: others that are of one year and kind.
    `undated`: those whose year was not read; they are audited alone.
    """

    body: str
    disclosures: tuple[Disclosure, ...]
    renamed: Mapping[str, str]
    units: tuple[Disclosure, ...] = ()
    """Of bodies that were said to be units of this one."""
    names_of_units: tuple[str, ...] = ()
    """All units as they were listed; empty where they were not."""

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
        same: dict[tuple[int | None, str, str], list[str]] = {}
        for one in self.disclosures:
            if one.year is not None:
                key = (one.year, one.kind.name, one.scope.name)
                same.setdefault(key, []).append(one.source)
        return [
            Conflict(year, kind, scope, tuple(sources))
            for (year, kind, scope), sources in same.items()
            if len(sources) > 1
        ]

    def beside(self, disclosure: Disclosure) -> list[Disclosure]:
        """What it is compared with: last year's, the budget of a final account."""
        return [self._known[sha256] for sha256 in self._beside(disclosure).previous]

    def units_of(self, disclosure: Disclosure) -> list[Disclosure]:
        """The disclosures of units that a department's is the sum of."""
        return [self._known[sha256] for sha256 in self._beside(disclosure).units]

    def audit(
        self,
        *,
        rules: Sequence[Pack | str | os.PathLike[str]] = (),
        config: Config | str | os.PathLike[str] | None = None,
    ) -> list[Report]:
        """The report of each disclosure, in their order, each beside what belongs to it."""
        return [
            one.audit(
                previous=self.beside(one) or None,
                units=self.units_of(one) or None,
                all_units=self._beside(one).all_units,
                rules=list(rules),
                config=config,
            )
            for one in self.disclosures
        ]

    @functools.cached_property
    def _known(self) -> dict[str, Disclosure]:
        return {one.sha256: one for one in (*self.disclosures, *self.units)}

    @functools.cached_property
    def _companions(self) -> dict[str, Beside]:
        identities = {one: identity_of(of, self.renamed) for one, of in self._known.items()}
        units = {self.body: self.names_of_units} if self.names_of_units else {}
        return beside_of(identities, identities, units)

    def _beside(self, disclosure: Disclosure) -> Beside:
        return self._companions.get(disclosure.sha256, Beside())

    def __len__(self) -> int:
        return len(self.disclosures)


def dossier(
    sources: Iterable[Source],
    *,
    renamed: Mapping[str, str] | None = None,
    units: Units | None = None,
) -> Dossier:
    """The disclosures of one body: paths, or disclosures that were read.

    `renamed` maps former names of the body to today's; `units` lists all units of the department.
    Raises DossierError where they are of several bodies or there is none; ReadError and OSError for
    files.

    >>> import budgetcore as bc
    >>> made = bc.dossier(["examples/disclosures/yangquan-finance-2024.txt"])
    >>> made.body, made.years, made.conflicts
    ('阳泉市财政局', [2024], [])
    """
    found = dossiers(sources, renamed=renamed, units=units)
    below = {normal(unit) for name, of in (units or {}).items() for unit in of if unit != name}
    found = [one for one in found if one.body not in below]
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
    sources: Iterable[Source],
    *,
    renamed: Mapping[str, str] | None = None,
    units: Units | None = None,
) -> list[Dossier]:
    """The disclosures of many bodies, a Dossier each, by name; of no known body each alone.

    What a unit discloses is in the dossier of its department too, among its `units`.
    """
    names = dict(renamed or {})
    listed = {normal(name): tuple(map(normal, of)) for name, of in (units or {}).items()}
    departments = {unit: name for name, of in listed.items() for unit in of if unit != name}
    bodies: dict[str, dict[str, tuple[Identity, Disclosure]]] = {}
    below: dict[str, list[Disclosure]] = {}
    for source in sources:
        one = source if isinstance(source, Disclosure) else read(source)
        identity = identity_of(one, names)
        if identity.body in departments:
            below.setdefault(departments[identity.body], []).append(one)
        group = identity.body or f"\uffff{one.sha256}"
        bodies.setdefault(group, {}).setdefault(one.sha256, (identity, one))
    return [
        Dossier(
            "" if group.startswith("\uffff") else group,
            tuple(one for _, one in sorted(found.values(), key=_order)),
            names,
            tuple(below.get(group, ())),
            listed.get(group, ()),
        )
        for group, found in sorted(bodies.items())
    ]


def _order(found: tuple[Identity, Disclosure]) -> tuple[bool, int, str, str, str]:
    identity, one = found
    return identity.year is None, identity.year or 0, identity.kind, identity.scope, one.source
