# SPDX-License-Identifier: Apache-2.0
"""A report as a short Markdown text, for pull requests and chat."""

from __future__ import annotations

import re
from collections.abc import Iterable

from budgetcore._core import Finding, Report, Severity, words_of
from budgetcore.words import SEVERITIES, Lang, counts_of, title_of, verdict_of

__all__ = ["to_markdown"]

_MOST = 50  # findings listed; the rest are counted
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#])")


def to_markdown(report: Report, lang: Lang = "zh") -> str:
    """Verdict, counts and a table of the findings, the gravest first; at most fifty.

    >>> import budgetcore as bc
    >>> report = bc.read("examples/disclosures/yangquan-finance-2024.txt").audit()
    >>> bc.to_markdown(report, "en").splitlines()[0]
    '### 阳泉市财政局 2024 budget: violated'
    """
    figures = report.coverage.figures
    counts = " · ".join(
        f"{words_of(severity, lang)} {count}"
        for severity, count in zip(SEVERITIES, counts_of(report), strict=True)
    )
    read = (
        f"数字 {figures.read}，已核对 {figures.checked}" if lang == "zh"
        else f"{figures.checked} of {figures.read} figures checked"
    )  # fmt: skip
    lines = [
        f"### {_escaped(title_of(report, lang))}{'：' if lang == 'zh' else ': '}"
        f"{verdict_of(report.verdict, lang)}",
        "",
        f"`{report.source.replace('`', '')}` · {counts} · {read}",
    ]
    listed = [one for one in report.findings if one.severity != Severity.note]
    lines += _table(listed[:_MOST], lang) if listed else []
    lines += _left_out(report, len(listed), lang)
    return "\n".join(lines) + "\n"


def _table(findings: Iterable[Finding], lang: Lang) -> list[str]:
    head = ("", "问题", "规则") if lang == "zh" else ("", "finding", "rule")
    rows = [
        (words_of(one.severity, lang), _escaped(one.message(lang)), f"`{one.rule}`")
        for one in findings
    ]
    return ["", *("| " + " | ".join(row) + " |" for row in (head, ("---",) * 3, *rows))]


def _left_out(report: Report, listed: int, lang: Lang) -> list[str]:
    """What is not in the table, in a sentence each."""
    zh = lang == "zh"
    said = []
    if listed > _MOST:
        more = listed - _MOST
        said.append(f"另有 {more} 项未列出。" if zh else f"{more} more are not listed.")
    if len(report.set_aside):
        count = len(report.set_aside)
        said.append(
            f"已认可或此前已有、未列出的 {count} 项。"
            if zh
            else f"{count} were set aside by a review."
        )
    return ["", " ".join(said)] if said else []


def _escaped(text: str) -> str:
    """Text that Markdown and HTML show as it is, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split())).replace("&", "&amp;").replace("\\<", "&lt;")
