# SPDX-License-Identifier: Apache-2.0
"""What short outputs share: words, counts, and which places of a finding are in question."""

from __future__ import annotations

from typing import Literal

from budgetcore._core import (
    DisclosureKind,
    Finding,
    FindingPlace,
    Report,
    Severity,
    Status,
    Verdict,
    words_of,
)

Lang = Literal["zh", "en"]

SEVERITIES = (Severity.error, Severity.warning, Severity.note)
"""The gravest first."""

DECIDED = (Status.exact, Status.rounding, Status.violated)
"""Outcomes that mean that a statement was checked."""

_VERDICTS = {
    Verdict.consistent: ("一致", "consistent"),
    Verdict.violated: ("不成立", "violated"),
    Verdict.not_read: ("未读全，不下结论", "not read whole, no verdict"),
}


def verdict_of(verdict: Verdict, lang: Lang) -> str:
    """What a short output calls a verdict."""
    return _VERDICTS[verdict][lang == "en"]


def title_of(report: Report, lang: Lang) -> str:
    """The audited body with year and kind: 阳泉市财政局 2024年预算."""
    return title(report.organisation, report.year, report.kind, lang)


def title(organisation: str, year: int | None, kind: DisclosureKind, lang: Lang) -> str:
    """The same of a body, a year and a kind."""
    when = "" if year is None else f"{year}{'年' if lang == 'zh' else ' '}"
    return f"{organisation} {when}{words_of(kind, lang)}".strip()


def counts_of(report: Report) -> list[int]:
    """How many errors, warnings and notes."""
    return [sum(one.severity == severity for one in report.findings) for severity in SEVERITIES]


def places_of(finding: Finding) -> list[tuple[FindingPlace, bool]]:
    """The places of a finding, and whether each may be wrong: where none is suspected, all may."""
    places = list(finding.places)
    known = any(one.suspected for one in places)
    return [(one, one.suspected or not known) for one in places]
