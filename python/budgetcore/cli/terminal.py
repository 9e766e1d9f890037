# SPDX-License-Identifier: Apache-2.0
"""What stands on a terminal: reports of one line, and colours, which stand nowhere else."""

from __future__ import annotations

import os
import re
import sys
import unicodedata

import click

from budgetcore import Verdict
from budgetcore._core import words_of
from budgetcore.cli.options import Lang
from budgetcore.page.index import Entry
from budgetcore.words import SEVERITIES, verdict_of

_COLOURS = {
    "错误": "red", "error": "red", "警告": "yellow", "warning": "yellow",
    "提示": "green", "note": "green",
}  # fmt: skip
_HEAD = re.compile(rf"^(\d+(?:–\d+)?\. )({'|'.join(_COLOURS)})(?= |\b)", re.M)
_VERDICT = re.compile(r"^(结论：|Verdict: ).*$", re.M)
_BAD = ("不成立", "violated")
_VERDICT_COLOURS = {
    Verdict.violated: "red", Verdict.not_read: "yellow", Verdict.consistent: "green",
}  # fmt: skip


def brief_line(entry: Entry, lang: Lang, *, colour: bool = False) -> str:
    """What an audit found, in one line: verdict, counts, figures checked, body, file."""
    verdict = Verdict.not_read if entry.verdict is None else entry.verdict
    words = _padded(verdict_of(verdict, lang), 18 if lang == "zh" else 26)
    counts = [
        f"{words_of(severity, lang)} {count:>3}"
        for severity, count in zip(SEVERITIES, entry.counts, strict=True)
    ]
    checked = f"{'已核对' if lang == 'zh' else 'checked'} {entry.checked}/{entry.read}"
    year = "" if entry.year is None else f"{entry.year}{'年' if lang == 'zh' else ''}"
    kind = words_of(entry.kind, lang)
    body = f"{entry.organisation} {year}{'' if lang == 'zh' else ' '}{kind}".strip()
    if colour:
        words = click.style(words, fg=_VERDICT_COLOURS[verdict], bold=True)
    parts = [words, *counts, _padded(checked, 18), body, entry.source]
    return "  ".join("".join(c if c.isprintable() else " " for c in one)
                     if one is not words else one for one in parts) + "\n"  # fmt: skip


def _padded(text: str, width: int) -> str:
    """Blanks up to a width in columns, of which a Chinese character takes two."""
    taken = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return text + " " * max(0, width - taken)


def on_terminal() -> bool:
    """Whether stdout is a terminal that colours are wanted on (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def coloured(text: str) -> str:
    """A report in words with the verdict and the severities of findings in colour."""
    text = _HEAD.sub(lambda m: m[1] + click.style(m[2], fg=_COLOURS[m[2]], bold=True), text)
    return _VERDICT.sub(lambda m: click.style(m[0], fg=_verdict_colour(m[0]), bold=True), text)


def _verdict_colour(line: str) -> str:
    if any(word in line.split("。")[0].split(". ")[0] for word in _BAD):
        return "red"
    return "green" if "一致" in line or "consistent" in line else "yellow"
