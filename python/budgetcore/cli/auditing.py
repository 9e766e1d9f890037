# SPDX-License-Identifier: Apache-2.0
"""How a command audits files: one by one or together, beside what belongs to them."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

import budgetcore
from budgetcore import Disclosure, Pack, Report
from budgetcore.batch.sources import Beside, beside_of, identity_of_file
from budgetcore.cli.batch import expanded
from budgetcore.cli.complaints import or_fail
from budgetcore.cli.options import Lang
from budgetcore.config import Config, choices, config_of, load_config

__all__ = ["Auditor", "Audits", "prepared"]


@dataclass(frozen=True)
class Auditor:
    """Audits the files of one disclosure; it travels between processes."""

    beside: Mapping[str, Beside]
    rule_files: tuple[str, ...]
    corrections: str | None
    configs: Mapping[str, Config | None]
    baseline: str | None
    password: str | None

    def __call__(self, files: tuple[str, ...]) -> Report:
        parts = [budgetcore.read(file, password=self.password) for file in files]
        disclosure = budgetcore.join(parts)
        if self.corrections is not None:
            disclosure = disclosure.corrected(self.corrections)
        beside = self.beside[files[0]]
        return disclosure.audit(
            previous=self.read_all(beside.previous),
            units=self.read_all(beside.units),
            all_units=beside.all_units,
            rules=self.packs(),
            config=self.configs[files[0]],
            baseline=self.baseline,
        )

    def read_all(self, files: tuple[str, ...]) -> list[Disclosure]:
        """What is held against the audited disclosure, each file read once."""
        return [_read(file, self.password) for file in files]

    def packs(self) -> list[Pack]:
        """The rule files that were named, each read once."""
        return _packs(self.rule_files)


@dataclass(frozen=True)
class Audits:
    """The files of each audit, how to make it, and whether other processes can."""

    tasks: Sequence[tuple[str, ...]]
    auditor: Auditor
    of_folder: bool
    alone: bool


def prepared(
    files: tuple[str, ...],
    named: Beside,
    *,
    lang: Lang,
    together: bool = False,
    rule_files: tuple[str, ...] = (),
    corrections: str | None = None,
    config: str | None = None,
    baseline: str | None = None,
    password: str | None = None,
) -> Audits:
    """The audits of files and folders. What is wrong with anything but them ends the program."""
    _refuse_two_stdins((*files, *named.previous, *named.units), lang)
    folders = [file for file in files if Path(file).is_dir()]
    inside = or_fail(lambda _: expanded(files), lang, files[0])
    configs = or_fail(lambda _: _configs(inside, folders, config), lang, config or files[0])
    beside = or_fail(lambda _: _beside_of(inside, folders, named, configs), lang, files[0])
    auditor = Auditor(beside, rule_files, corrections, configs, baseline, password)
    or_fail(lambda _: auditor.read_all(named.previous), lang, (*named.previous, "")[0])
    or_fail(lambda _: auditor.read_all(named.units), lang, (*named.units, "")[0])
    or_fail(lambda _: auditor.packs(), lang, rule_files[0] if rule_files else "")
    if baseline is not None:
        or_fail(lambda name: choices(None, name), lang, baseline)
    return Audits(
        [tuple(inside)] if together else [(file,) for file in inside],
        auditor,
        bool(folders),
        "-" in (*inside, *named.previous, *named.units, *rule_files),
    )


@functools.lru_cache(maxsize=8)
def _read(file: str, password: str | None) -> Disclosure:
    return budgetcore.read(file, password=password)


@functools.lru_cache(maxsize=1)
def _packs(files: tuple[str, ...]) -> list[Pack]:
    return [budgetcore.load_rules(file) for file in files]


def _configs(
    files: Sequence[str], folders: Sequence[str], named: str | None
) -> dict[str, Config | None]:
    """The settings for each file: those named, else those beside it."""
    if named is not None:
        return dict.fromkeys(files, load_config(named))
    found: dict[str, Config | None] = {}
    for file in files:
        top = next((one for one in folders if Path(one) in Path(file).parents), None)
        path = None if file == "-" else config_of(file, top)
        found[file] = None if path is None else _loaded(path)
    return found


@functools.lru_cache(maxsize=64)
def _loaded(path: str) -> Config:
    return load_config(path)


def _beside_of(
    files: Sequence[str],
    folders: Sequence[str],
    named: Beside,
    configs: Mapping[str, Config | None],
) -> dict[str, Beside]:
    """The files that each file is audited beside: those named; in folders what their texts say."""
    found = dict.fromkeys(files, named)
    inside = [one for one in files if any(Path(top) in Path(one).parents for top in folders)]
    if len(inside) < 2 or named != Beside():
        return found
    renamed: dict[str, str] = {}
    units: dict[str, tuple[str, ...]] = {}
    for config in configs.values():
        if config is not None:
            renamed |= config.renamed
            units |= config.units
    identities = {}
    for file in inside:
        with contextlib.suppress(Exception):  # what is wrong with it its audit says
            identities[file] = identity_of_file(file, renamed)
    return found | beside_of(identities, inside, units)


def _refuse_two_stdins(files: Sequence[str], lang: Lang) -> None:
    if files.count("-") > 1:
        text = "标准输入（-）只能用一次" if lang == "zh" else "stdin (-) can be read only once"
        raise click.UsageError(text)
