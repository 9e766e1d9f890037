# SPDX-License-Identifier: Apache-2.0
"""The list of issues of a review (问题清单): what is wrong where, by what rule, and what to do.

Of a corrected version it says what became of each issue of the one before.
"""

from __future__ import annotations

import enum
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from budgetcore._core import Finding, FindingPlace, Place, Report, Severity
from budgetcore.errors import ConfigError
from budgetcore.words import DECIDED, Lang, places_of, title_of

__all__ = ["Issue", "State", "issues_of"]

_CLAIM = re.compile(r"#c\d+$")
_MOST_SUGGESTED = 3


class State(enum.Enum):
    """What became of an issue."""

    open = "open"
    """Found, and nothing is known of an earlier version."""
    new = "new"
    """Not found in the earlier version."""
    remaining = "remaining"
    """Found again, as it was."""
    changed = "changed"
    """Found again with other figures."""
    resolved = "resolved"
    """What was wrong was checked again and holds."""
    not_checked = "not_checked"
    """Not found again, and not checked again either."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A line of the list; every text is in the language that was asked for."""

    number: int
    body: str
    """The audited body with year and kind."""
    severity: Severity
    page: str
    original: str
    """What the document prints."""
    problem: str
    basis: str
    """The source of the rule: regulation and article, or the form that the rule is read from."""
    arithmetic: str
    suggestion: str
    state: State
    rule: str
    id: str
    """That of the finding."""


def issues_of(
    report: Report,
    *,
    lang: Lang = "zh",
    least: Severity = Severity.warning,
    since: Report | str | os.PathLike[str] | Sequence[Mapping[str, Any]] | None = None,
) -> list[Issue]:
    """The issues of a report that are at least so grave, in its order; then those of an earlier
    version that were not found again.

    `since` is the report about the earlier version, or the path of one that `audit --format json`
    wrote; of several reports that about this body and year is taken. An earlier issue is resolved
    only if every statement that it rests on was decided again; else it was not checked.
    Raises ConfigError for a file that holds no report, OSError.

    >>> import budgetcore as bc
    >>> report = bc.read("examples/disclosures/yangquan-finance-2024-faulty-tables.txt").audit()
    >>> issue = bc.issues_of(report, lang="en")[0]
    >>> issue.number, issue.severity.name, issue.state.name
    (1, 'error', 'open')
    """
    earlier = None if since is None else _earlier(since, report)
    sources = {rule.id: rule.source for pack in report.packs for rule in pack.rules}
    found = []
    for finding in report.findings:
        if finding.severity.value < least.value:
            continue
        found.append(_issue(finding, report, sources, lang, _state(finding, earlier)))
    if earlier is not None:
        here = {one.id for one in (*report.findings, *report.set_aside)}
        decided = _decided(report)
        found += [
            _gone(one, report, sources, lang, decided)
            for one in earlier
            if one["id"] not in here and _severity(one).value >= least.value
        ]
    return [replace(one, number=number) for number, one in enumerate(found, start=1)]


def _issue(
    finding: Finding, report: Report, sources: Mapping[str, str], lang: Lang, state: State
) -> Issue:
    place = next((one for one, may_be_wrong in places_of(finding) if may_be_wrong), None)
    lines = finding.explain(lang).splitlines()
    return Issue(
        0, title_of(report, lang), finding.severity, _page(place, lang), _original(place),
        finding.message(lang), sources.get(finding.rule, ""),
        "\n".join(line.strip() for line in lines[1:]), _suggestion(finding, lang), state,
        finding.rule, finding.id,
    )  # fmt: skip


def _page(place: FindingPlace | None, lang: Lang) -> str:
    if place is None:
        return ""
    of = place.place
    if of.sheet:
        return f"{of.sheet} {of.line or ''}".strip()
    return _page_words(of.page, of.line, lang)


def _original(place: FindingPlace | None) -> str:
    if place is None:
        return ""
    if place.quote:
        return place.quote.replace("【", "").replace("】", "")
    labels = [one for one in (place.table, place.row, place.column) if one]
    return "  ".join([*labels, place.text]).strip()


def _suggestion(finding: Finding, lang: Lang) -> str:
    zh = lang == "zh"
    ways = [one.describe(lang) for one in finding.repairs]
    if len(ways) == 1:
        return ("核实后更正：" if zh else "Check and correct: ") + ways[0]
    if ways:
        shown = ways[:_MOST_SUGGESTED]
        rest = len(ways) - len(shown)
        if finding.together and not finding.alternatives:
            head = "核实后一同更正：" if zh else "Check and correct all of these: "
            more = f"另有 {rest} 处，见报告" if zh else f"{rest} more, see the report"
        else:
            head = (
                "核实下列各处，更正其中有误的一处："
                if zh
                else "One of these is wrong; check each: "
            )
            more = f"其余 {rest} 处同样可能" if zh else f"{rest} more are as likely"
        if rest > 0:
            shown.append(more)
        return head + ("；" if zh else "; ").join(shown)
    if finding.published or len(finding.places) > 1:
        return "核实两处，使其一致" if zh else "Check both places and make them agree"
    return "按要求更正、补充，或说明原因" if zh else "Correct or add what is required, or explain"


# ---- what became of it ----


def _state(finding: Finding, earlier: Sequence[Mapping[str, Any]] | None) -> State:
    if earlier is None:
        return State.open
    before = [one for one in earlier if one["id"] == finding.id]
    if not before:
        return State.new
    same = any(one["figures"] == finding.figures for one in before)
    return State.remaining if same else State.changed


def _severity(before: Mapping[str, Any]) -> Severity:
    return Severity.__members__[before["severity"]]


def _gone(
    before: Mapping[str, Any], report: Report, sources: Mapping[str, str], lang: Lang,
    decided: set[str],
) -> Issue:  # fmt: skip
    place: Mapping[str, Any] = next(iter(before["places"]), {})
    printed = [place.get(key) for key in ("table", "row", "column", "text")]
    original = place.get("quote") or "  ".join(one for one in printed if one)
    where = _page_words(place.get("page"), place.get("line"), lang)
    state = State.resolved if _checked_again(before, decided) else State.not_checked
    return Issue(
        0, title_of(report, lang), _severity(before), where,
        original.replace("【", "").replace("】", ""), before["message"],
        sources.get(before["rule"], ""), "", "", state, before["rule"], before["id"],
    )  # fmt: skip


def _page_words(page: int | None, line: int | None, lang: Lang) -> str:
    if page:
        return f"第{page}页" if lang == "zh" else f"p. {page}"
    if line:
        return f"第{line}行" if lang == "zh" else f"line {line}"
    return ""


def _checked_again(before: Mapping[str, Any], decided: set[str]) -> bool:
    """Whether every statement that the earlier finding rests on was decided again.

    What was not read before (reading.*) rests on none: it is read now, or would be found again.
    """
    statements = {_statement(one["obligation"]) for one in before["certificate"]}
    if not statements:
        return str(before["rule"]).startswith("reading.")
    return statements <= decided


def _decided(report: Report) -> set[str]:
    """The statements that were decided."""
    return {
        _statement(one.id)
        for one, outcome in zip(report.obligations, report.outcomes, strict=True)
        if outcome.status in DECIDED
    }


def _statement(name: str) -> str:
    """A statement from version to version: claims of a text are numbered anew in each."""
    return _CLAIM.sub("", name)


def _earlier(since: Any, report: Report) -> list[Mapping[str, Any]]:
    """The findings of the earlier report about this body and year, as its JSON has them."""
    if isinstance(since, Report):
        reports = [json.loads(since.to_json())]
    elif isinstance(since, str | os.PathLike):
        reports = _reports_in(os.fspath(since))
    else:
        reports = list(since)
    return [
        finding
        for one in reports
        if _is_about(one["document"], report)
        for key in ("findings", "known", "accepted")
        for finding in one.get(key, ())
    ]


def _is_about(document: Mapping[str, Any], report: Report) -> bool:
    return (document["organisation"], document["year"], document["kind"]) == (
        report.organisation, report.year, report.kind.name,
    )  # fmt: skip


def _reports_in(path: str) -> list[Mapping[str, Any]]:
    try:
        data = json.loads(Path(path).read_text("utf-8"))
        reports = data if isinstance(data, list) else [data]
        if all(one["schema"] == "budgetcore.report/1" for one in reports):
            return reports
    except (ValueError, KeyError, TypeError):
        pass
    raise ConfigError(
        "config.since",
        zh="不是 audit --format json 写出的报告",
        en="is no report as audit --format json writes it",
        place=Place(path),
    )
