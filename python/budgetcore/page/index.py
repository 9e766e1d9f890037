# SPDX-License-Identifier: Apache-2.0
"""The page that lists the reports of a folder."""

from __future__ import annotations

import html
import string
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from budgetcore._core import DisclosureKind, Report, Verdict, words_of
from budgetcore.page import digest, part
from budgetcore.words import Lang, counts_of, verdict_of

__all__ = ["Entry", "entry_of", "file_names", "to_index"]

_TITLE = ("预决算公开核对结果", "Audits of budget disclosures")
_SEARCH = ("查找单位、年份、文件", "Search bodies, years, files")
_HEADERS = (
    *(("单位", "body"), ("年份", "year"), ("种类", "kind"), ("结论", "verdict")),
    *(("错误", "errors"), ("警告", "warnings"), ("提示", "notes")),
    *(("已核对数字", "figures checked"), ("文件", "file")),
)
_ORDER = [Verdict.violated, Verdict.not_read, None, Verdict.consistent]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: what a report says, or why there is none."""

    source: str
    organisation: str = ""
    year: int | None = None
    kind: DisclosureKind = DisclosureKind.budget
    verdict: Verdict | None = None
    """None where it could not be read."""
    counts: tuple[int, int, int] = (0, 0, 0)
    """Errors, warnings, notes."""
    checked: int = 0
    read: int = 0
    error: str = ""


def entry_of(report: Report) -> Entry:
    """The line of a report."""
    errors, warnings, notes = counts_of(report)
    figures = report.coverage.figures
    return Entry(
        report.source, report.organisation, report.year, report.kind, report.verdict,
        (errors, warnings, notes), figures.checked, figures.read,
    )  # fmt: skip


def file_names(sources: Sequence[str], ending: str) -> list[str]:
    """Names of files about sources: that of the source with another ending, numbered where
    taken."""
    names: list[str] = []
    taken = {"index"}
    for source in sources:
        stem = Path(source).stem if source != "-" else "stdin"
        stem = "".join(c if c.isalnum() or c in "-_." else "_" for c in stem)[:80] or "report"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names.append(f"{name}.{ending}")
    return names


def to_index(entries: Sequence[Entry], pages: Sequence[str], lang: Lang) -> str:
    """The list of reports, with a link to the page of each, the gravest first."""
    at = 0 if lang == "zh" else 1
    order = sorted(
        range(len(entries)),
        key=lambda i: (
            _ORDER.index(entries[i].verdict),
            [-count for count in entries[i].counts],
            i,
        ),
    )
    bad = sum(one.verdict is Verdict.violated for one in entries)
    summary = (
        f"{len(entries)} 个文件，其中 {bad} 个不成立"
        if at == 0
        else f"{len(entries)} files, {bad} of them violated"
    )
    style, script = part("style.css"), part("theme.js") + part("index.js")
    return string.Template(part("index.html")).substitute(
        lang=lang, title=_TITLE[at], summary=summary, search=_SEARCH[at],
        headers="".join(
            f'<th scope="col"><button type="button">{words[at]}</button></th>' for words in _HEADERS
        ),
        rows="\n".join(_row(entries[i], pages[i], at) for i in order),
        style=style, script=script, style_hash=digest(style), script_hash=digest(script),
    )  # fmt: skip


def _row(entry: Entry, page: str, at: int) -> str:
    lang: Lang = "zh" if at == 0 else "en"
    if entry.verdict is None:
        name, verdict = "unread", html.escape(entry.error)
        cells = [f"<td>{html.escape(entry.source)}</td>", "<td></td>", "<td></td>"]
    else:
        name, verdict = entry.verdict.name, verdict_of(entry.verdict, lang)
        body = html.escape(entry.organisation or entry.source)
        cells = [
            f'<td><a href="{quote(page)}">{body}</a></td>',
            f"<td>{'' if entry.year is None else entry.year}</td>",
            f"<td>{words_of(entry.kind, lang)}</td>",
        ]
    cells.append(f'<td class="{name}" data-key="{_ORDER.index(entry.verdict)}">{verdict}</td>')
    cells += [f'<td class="amount">{count}</td>' for count in entry.counts]
    cells.append(f'<td class="amount">{entry.checked} / {entry.read}</td>')
    cells.append(f"<td>{html.escape(entry.source)}</td>")
    return f"<tr>{''.join(cells)}</tr>"
