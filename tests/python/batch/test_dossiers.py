# SPDX-License-Identifier: Apache-2.0
"""Disclosures of one body, sorted by what they say and audited beside one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import budgetcore as bc
from budgetcore.errors import DossierError


def of(sound: bytes, body: str, year: int | str, name: str = "") -> bc.Disclosure:
    text = sound.decode().replace("[021]某局", f"[021]{body}").replace("2024", str(year))
    return bc.read(text.encode(), name=name or f"{body}{year}.txt")


def test_sorted_by_year_whatever_the_names(sound: bytes) -> None:
    made = bc.dossier(
        [of(sound, "甲局", year, f"{9 - year % 10}.txt") for year in (2024, 2021, 2023)]
    )
    assert [one.year for one in made.disclosures] == [2021, 2023, 2024]
    assert (made.body, made.years, made.gaps) == ("甲局", [2021, 2023, 2024], [2022])
    assert [[other.year for other in made.beside(one)] for one in made.disclosures] == [
        [],
        [],
        [2023],
    ]
    reports = made.audit()
    assert [report.year for report in reports] == [2021, 2023, 2024]
    assert [len(report.disclosures) for report in reports] == [1, 1, 2]


def test_two_of_one_year_are_a_conflict_and_twins_are_none(sound: bytes) -> None:
    first, twin = of(sound, "甲局", 2023, "a.txt"), of(sound, "甲局", 2023, "b.txt")
    assert len(bc.dossier([first, twin])) == 1
    other = bc.read(
        sound.decode()
        .replace("某局", "甲局")
        .replace("2024", "2023")
        .replace("9.90", "9.91")
        .encode(),
        name="c.txt",
    )
    made = bc.dossier([first, other, of(sound, "甲局", 2024)])
    assert [(one.year, one.kind, one.sources) for one in made.conflicts] == [
        (2023, "budget", ("a.txt", "c.txt"))
    ]
    assert made.beside(made.disclosures[-1]) == []


def test_bodies_that_do_not_match(sound: bytes) -> None:
    with pytest.raises(DossierError) as caught:
        bc.dossier([of(sound, "甲局", 2023), of(sound, "乙局", 2024)])
    assert caught.value.bodies == ["乙局", "甲局"]
    assert [
        one.body for one in bc.dossiers([of(sound, "甲局", 2023), of(sound, "乙局", 2024)])
    ] == [
        "乙局",
        "甲局",
    ]
    renamed = {"甲局": "乙局"}
    made = bc.dossier([of(sound, "甲局", 2023), of(sound, "乙局", 2024)], renamed=renamed)
    assert made.body == "乙局"
    assert [one.year for one in made.beside(made.disclosures[1])] == [2023]
    with pytest.raises(DossierError):
        bc.dossier([])


def test_without_a_year_it_stands_alone(sound: bytes) -> None:
    undated = bc.read(sound.decode().replace("2024年", "").encode(), name="a.txt")
    assert undated.year is None
    made = bc.dossier([undated, of(sound, "某局", 2024)])
    assert [one.source for one in made.undated] == ["a.txt"]
    assert made.beside(undated) == []
    assert len(made.audit()) == 2


def test_files(sound: bytes, tmp_path: Path) -> None:
    for year in (2023, 2024):
        (tmp_path / f"{year}.txt").write_bytes(sound.replace(b"2024", str(year).encode()))
    made = bc.dossier(sorted(tmp_path.iterdir()))
    assert made.years == [2023, 2024]
    with pytest.raises(FileNotFoundError):
        bc.dossier([tmp_path / "none.txt"])
