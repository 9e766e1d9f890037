# SPDX-License-Identifier: Apache-2.0
"""budgetcore.toml: which rules an office wants, and which findings it has accepted.

[rules]
extra = ["province.rules"]          # beside this file
off = ["text.explained", "subjects.*"]

[severity]
"target.full_rate" = "warning"

[renamed]
"former name" = "name of today"

[units]                             # all of them, the department's own office among them
"department" = ["unit", "unit"]

[[accepted]]
finding = "3f2a9c0011aa22bb"        # its id
figures = "0c9e5d7733cc44dd"        # when these change it comes back
reason = "…"
who = "…"
until = 2027-03-31                  # and after this day
"""

from __future__ import annotations

import datetime
import functools
import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from budgetcore._core import Acceptance, Choices, Pack, Place, Report, Severity
from budgetcore.errors import ConfigError
from budgetcore.reading import load_rules
from budgetcore.whole_files import write_whole

__all__ = ["NAME", "Config", "Made", "accept", "choices", "config_of", "load_config"]

NAME = "budgetcore.toml"
"""The file that is looked for beside documents."""


@dataclass(frozen=True)
class Config:
    """What a budgetcore.toml says."""

    path: str = ""
    extra: tuple[str, ...] = ()
    """Paths of further rule files."""
    off: tuple[str, ...] = ()
    """Rules that are not applied; `text.*` is every rule that begins so."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = ()
    """Findings that are set aside."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Former names of bodies, and those of today."""
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """All units of departments."""
    today: datetime.date | None = None
    """The day by which acceptances end; None: that of the audit."""

    def day(self) -> str:
        """The day as 2026-11-30."""
        return (self.today or datetime.date.today()).isoformat()


@dataclass(frozen=True)
class Made:
    """Packs and choices, as an audit takes them."""

    packs: list[Pack]
    choices: Choices


def load_config(path: str | os.PathLike[str], *, today: datetime.date | None = None) -> Config:
    """What a budgetcore.toml says. Raises ConfigError with the entry at fault, OSError."""
    called = os.fspath(path)
    try:
        data = tomllib.loads(Path(called).read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            "config.toml",
            zh=f"不是 UTF-8 编码的 TOML：{error}",
            en=f"is no TOML in UTF-8: {error}",
            place=Place(called),
        ) from None
    reader = _Reader(called)
    reader.only(data, "", ("rules", "severity", "accepted", "renamed", "units"))
    rules = reader.table(data, "rules")
    reader.only(rules, "rules.", ("extra", "off"))
    folder = Path(called).parent
    return Config(
        called,
        tuple(str(folder / one) for one in reader.texts(rules, "rules", "extra")),
        reader.texts(rules, "rules", "off"),
        {
            rule: reader.severity(rule, name)
            for rule, name in reader.table(data, "severity").items()
        },
        tuple(reader.acceptance(one) for one in reader.tables(data, "accepted")),
        {name: reader.text(data, "renamed", name) for name in reader.table(data, "renamed")},
        {
            name: reader.texts(reader.table(data, "units"), "units", name)
            for name in reader.table(data, "units")
        },
        today,
    )


class _Reader:
    """Entries of a file, each of the type that it has to be."""

    _ACCEPTED = ("finding", "figures", "reason", "who", "until")

    def __init__(self, path: str) -> None:
        self._path = path

    def fail(self, entry: str, zh: str, en: str) -> NoReturn:
        raise ConfigError(
            "config.entry", zh=f"{entry}：{zh}", en=f"{entry}: {en}", place=Place(self._path),
            text=entry,
        )  # fmt: skip

    def only(self, data: Mapping[str, Any], above: str, known: Iterable[str]) -> None:
        for name in data:
            if name not in known:
                names = ", ".join(known)
                self.fail(
                    above + name, f"没有这一项，可用：{names}", f"is not known; known: {names}"
                )

    def table(self, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        found = data.get(name, {})
        if not isinstance(found, dict):
            self.fail(name, "应为一个表", "has to be a table")
        return found

    def tables(self, data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        found = data.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.fail(name, f"应写作 [[{name}]]", f"is written [[{name}]]")
        return found

    def texts(self, data: Mapping[str, Any], above: str, name: str) -> tuple[str, ...]:
        found = data.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.fail(f"{above}.{name}", "应为一列字符串", "has to be a list of strings")
        return tuple(found)

    def text(self, data: Mapping[str, Any], above: str, name: str) -> str:
        found = data[above][name]
        if not isinstance(found, str):
            self.fail(f"{above}.{name}", "应为字符串", "has to be a string")
        return found

    def severity(self, rule: str, name: Any) -> Severity:
        known = {one.name: one for one in Severity}
        if not isinstance(name, str) or name not in known:
            self.fail(
                f"severity.{rule}", f"应为 {'、'.join(known)}", f"is one of {', '.join(known)}"
            )
        return known[name]

    def acceptance(self, data: Mapping[str, Any]) -> Acceptance:
        self.only(data, "accepted.", self._ACCEPTED)
        texts = {name: data.get(name, "") for name in self._ACCEPTED if name != "until"}
        for name, text in texts.items():
            if not isinstance(text, str):
                self.fail(f"accepted.{name}", "应为字符串", "has to be a string")
        for name in ("finding", "reason", "who"):
            if not texts[name].strip():
                self.fail(f"accepted.{name}", "必须写明", "has to be there")
        until = data.get("until")
        if until is not None and type(until) is not datetime.date:
            self.fail("accepted.until", "应为日期，如 2027-03-31", "is a day, like 2027-03-31")
        return Acceptance(**texts, until=until.isoformat() if until else "")


def config_of(
    path: str | os.PathLike[str], top: str | os.PathLike[str] | None = None
) -> str | None:
    """The budgetcore.toml of a document: in its folder, or above that up to the folder `top`."""
    folder = Path(path).resolve().parent
    highest = folder if top is None else Path(top).resolve()
    for one in (folder, *folder.parents):
        if (one / NAME).is_file():
            return str(one / NAME)
        if one == highest:
            return None
    return None


def choices(config: Any, baseline: Any) -> Made:
    """What an audit is given: `config` a Config or a path, `baseline` a report or its path."""
    made = config if isinstance(config, Config) else load_config(config) if config else Config()
    known = [] if baseline is None else _known(baseline)
    return Made(
        [_rules(path, _stamp(path)) for path in made.extra],
        Choices(
            list(made.off), list(made.severities.items()), list(made.accepted), known, made.day()
        ),
    )


def _known(baseline: Any) -> list[Acceptance]:
    if isinstance(baseline, Report):
        return [Acceptance(one.id, one.figures) for one in baseline.findings]
    called = os.fspath(baseline)
    return list(_known_of(called, _stamp(called)))


def _stamp(path: str) -> tuple[int, int]:
    """Another one where a file was changed: what was read of it is not read for every document."""
    found = Path(path).stat()
    return found.st_mtime_ns, found.st_size


@functools.lru_cache(maxsize=16)
def _rules(path: str, stamp: tuple[int, int]) -> Pack:
    return load_rules(path)


@functools.lru_cache(maxsize=2)
def _known_of(called: str, stamp: tuple[int, int]) -> tuple[Acceptance, ...]:
    try:
        data = json.loads(Path(called).read_text("utf-8"))
        reports = data if isinstance(data, list) else [data]
        return tuple(
            Acceptance(one["id"], one["figures"])
            for report in reports
            for one in (*report["findings"], *report.get("known", []), *report.get("accepted", []))
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ConfigError(
            "config.baseline",
            zh="不是 audit --format json 写出的报告",
            en="is no report as audit --format json writes it",
            place=Place(called),
        ) from None


def accept(
    path: str | os.PathLike[str],
    findings: Iterable[Any],
    *,
    reason: str,
    who: str,
    until: datetime.date | None = None,
) -> None:
    """Adds findings to a budgetcore.toml, which is made where there is none.

    Raises ConfigError where the file says something else than it should, or already accepts one.
    """
    file = Path(path)
    before = file.read_text("utf-8") if file.exists() else ""
    known = {one.finding for one in load_config(file).accepted} if before else set()
    blocks = []
    for one in findings:
        if one.id in known:
            raise ConfigError(
                "config.accepted",
                zh=f"已有对 {one.id} 的认可，请改那一项",
                en=f"{one.id} is accepted there already: change that entry",
                place=Place(os.fspath(path)),
                text=one.id,
            )
        entries = {"finding": one.id, "figures": one.figures, "reason": reason, "who": who}
        lines = [f"{name} = {_toml(text)}" for name, text in entries.items()]
        if until is not None:
            lines.append(f"until = {until.isoformat()}")
        blocks.append("[[accepted]]\n" + "\n".join(lines) + "\n")
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    write_whole(file, (before + gap + "\n".join(blocks)).encode("utf-8"))
    load_config(file)


def _toml(text: str) -> str:
    """A basic string; those of JSON are such, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
