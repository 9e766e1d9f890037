# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows: a report with its findings, a page with its figures marked."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from budgetcore._core import Finding, FindingPlace, Report, Severity, Verdict, words_of
from budgetcore.errors import LookupError as NotThere
from budgetcore.page.images import Original, original_pdf, page_image
from budgetcore.words import Lang, counts_of, places_of, title_of, verdict_of

__all__ = ["MarkedPage", "finding_html", "report_html", "show"]

_MOST = 100  # findings of a report
# Colours that can be read on white and on black.
_COLOURS = {Severity.error: "#d64545", Severity.warning: "#b7791f", Severity.note: "#4d8a3c"}
_VERDICT_COLOURS = {
    Verdict.violated: "#d64545", Verdict.not_read: "#b7791f", Verdict.consistent: "#4d8a3c",
}  # fmt: skip
_BOX = "border-left:4px solid {};padding:.2em .8em;margin:.4em 0"


class MarkedPage:
    """A page of the published PDF, the figures of findings framed; a notebook shows it."""

    def __init__(self, markup: str, page: int, findings: Sequence[Finding]) -> None:
        self._markup = markup
        self.page = page
        """Its number, from 1."""
        self.findings = list(findings)
        """The findings that speak of it."""

    def __repr__(self) -> str:
        return f"<MarkedPage {self.page}, {len(self.findings)} findings>"

    def _repr_html_(self) -> str:
        return self._markup


def show(
    report: Report,
    page: int | None = None,
    *,
    lang: Lang = "zh",
    originals: Iterable[Original] = (),
    password: str | None = None,
) -> MarkedPage:
    """What Report.show does."""
    disclosure = report.disclosures[0]
    if page is None:
        page = next(
            (p.place.page for one in report.findings for p in one.places if p.place.page), 1
        )
    source, data = original_pdf(disclosure, given=originals)
    degrees = disclosure.turned_pages.get((source, page), 0)
    image = page_image(data, page, password, degrees)
    if image is None:
        raise NotThere(
            "page.unknown", zh=f"没有第 {page} 页", en=f"there is no page {page}",
            name=str(page), suggestions=[],
        )  # fmt: skip
    found: list[Finding] = []
    frames = []
    for finding in report.findings:
        here = [
            (place, may_be_wrong)
            for place, may_be_wrong in places_of(finding)
            if place.place.page == page and place.place.source == source
        ]
        if here:
            found.append(finding)
        frames += [
            _frame(finding, place, may_be_wrong, lang)
            for place, may_be_wrong in here
            if place.place.box and place.text
        ]
    width, height = image.width, image.height
    picture = (
        f'<svg viewBox="0 0 {width:g} {height:g}" style="width:100%;max-width:{1.5 * width:g}px;'
        f'background:#fff" role="img" aria-label="{page}">'
        f'<image href="{image.url}" width="{width:g}" height="{height:g}"/>{"".join(frames)}</svg>'
    )
    lines = "".join(f"<li>{_head(one, lang)}</li>" for one in found)
    return MarkedPage(f"<div>{picture}<ul>{lines}</ul></div>", page, found)


def _frame(finding: Finding, place: FindingPlace, wrong: bool, lang: Lang) -> str:
    x0, y0, x1, y1 = place.place.box or (0, 0, 0, 0)
    colour = _COLOURS[finding.severity] if wrong else "#3b82c4"
    return (
        f'<rect x="{x0 - 1.5:.2f}" y="{y0 - 1.5:.2f}" width="{x1 - x0 + 3:.2f}" '
        f'height="{y1 - y0 + 3:.2f}" fill="{colour}" fill-opacity=".12" stroke="{colour}" '
        f'stroke-width="1.5"><title>{html.escape(finding.message(lang))}</title></rect>'
    )


def report_html(report: Report, lang: Lang = "zh") -> str:
    """The verdict, the findings with their arithmetic to be unfolded, and the whole text below."""
    colour = _VERDICT_COLOURS[report.verdict]
    figures = report.coverage.figures
    counts = " · ".join(
        f"{words_of(severity, lang)} {count}"
        for severity, count in zip(_COLOURS, counts_of(report), strict=True)
    )
    checked = (
        f"数字 {figures.read}，已核对 {figures.checked}，未核对 {figures.unchecked}，"
        f"无法读取 {figures.unreadable}"
        if lang == "zh"
        else f"{figures.read} figures: checked {figures.checked}, unchecked {figures.unchecked}, "
        f"unreadable {figures.unreadable}"
    )
    shown = report.findings[:_MOST]
    rest = len(report.findings) - len(shown)
    parts = [
        f'<div style="{_BOX.format(colour)}">'
        f"<b><bdi>{html.escape(title_of(report, lang))}</bdi></b> "
        f'<b style="color:{colour}">{verdict_of(report.verdict, lang)}</b>'
        f"<br>{counts}<br>{checked}</div>",
        *(finding_html(one, lang) for one in shown),
    ]
    if rest:
        parts.append(f"<p>{f'另有 {rest} 项' if lang == 'zh' else f'{rest} more'}</p>")
    whole = "报告全文" if lang == "zh" else "the whole report"
    text = html.escape(report.to_text(lang))
    parts.append(f"<details><summary>{whole}</summary><pre>{text}</pre></details>")
    return "<div>" + "".join(parts) + "</div>"


def finding_html(finding: Finding, lang: Lang = "zh") -> str:
    """Its sentence; below it, to be unfolded, the arithmetic."""
    lines = finding.explain(lang).split("\n")[1:]
    body = f"<pre>{html.escape(chr(10).join(lines))}</pre>" if lines else ""
    return (
        f'<details style="{_BOX.format(_COLOURS[finding.severity])}">'
        f"<summary>{_head(finding, lang)}</summary>{body}"
        f"<small>{finding.rule} · {finding.id}</small></details>"
    )


def _head(finding: Finding, lang: Lang) -> str:
    colour = _COLOURS[finding.severity]
    return (
        f'<b style="color:{colour}">{words_of(finding.severity, lang)}</b> '
        f"<bdi>{html.escape(finding.message(lang))}</bdi>"
    )
