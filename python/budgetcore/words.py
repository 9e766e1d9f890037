# SPDX-License-Identifier: Apache-2.0
"""Words that every short output shares."""

from __future__ import annotations

from typing import Literal

from budgetcore._core import Report, Severity, Verdict, words_of

Lang = Literal["zh", "en"]

SEVERITIES = (Severity.error, Severity.warning, Severity.note)
"""The gravest first."""

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
    kind = words_of(report.kind, lang)
    year = "" if report.year is None else f"{report.year}"
    when = f"{year}{'年' if year else ''}{kind}" if lang == "zh" else f"{year} {kind}".strip()
    return f"{report.organisation} {when}".strip()


def counts_of(report: Report) -> list[int]:
    """How many errors, warnings and notes."""
    return [sum(one.severity == severity for one in report.findings) for severity in SEVERITIES]
