# SPDX-License-Identifier: Apache-2.0
"""What stands on a terminal: reports of one line, and colours, which stand nowhere else."""

from __future__ import annotations

import os
import re
import sys

import click

from budgetcore import Verdict
from budgetcore._core import words_of
from budgetcore.cli.aligned import padded
from budgetcore.cli.options import Lang
from budgetcore.page.index import Entry
from budgetcore.words import SEVERITIES, title, verdict_of

_COLOURS = dict(zip(SEVERITIES, ("red", "yellow", "green"), strict=True))
_VERDICT = re.compile(r"^(结论：|Verdict: ).*$", re.M)
_VERDICT_COLOURS = {
    Verdict.violated: "red", Verdict.not_read: "yellow", Verdict.consistent: "green",
}  # fmt: skip


def brief_line(entry: Entry, lang: Lang, *, colour: bool = False) -> str:
    """What an audit found, in one line: verdict, counts, figures checked, body, file."""
    verdict = Verdict.not_read if entry.verdict is None else entry.verdict
    counts = [
        f"{words_of(severity, lang)} {count:>3}"
        for severity, count in zip(SEVERITIES, entry.counts, strict=True)
    ]
    checked = f"{'已核对' if lang == 'zh' else 'checked'} {entry.checked}/{entry.read}"
    body = title(entry.organisation, entry.year, entry.kind, lang)
    parts = [*counts, padded(checked, 18), body, entry.source]
    rest = "".join(c if c.isprintable() else " " for c in "  ".join(parts))
    words = padded(verdict_of(verdict, lang), 18 if lang == "zh" else 26)
    if colour:
        words = click.style(words, fg=_VERDICT_COLOURS[verdict], bold=True)
    return f"{words}  {rest}\n"


def on_terminal() -> bool:
    """Whether stdout is a terminal that colours are wanted on (https://no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and sys.stdout.isatty()


def coloured(text: str, verdict: Verdict, lang: Lang) -> str:
    """A report in words with the verdict and the severities of findings in colour."""
    colours = {words_of(severity, lang): colour for severity, colour in _COLOURS.items()}
    head = re.compile(rf"^(\d+(?:–\d+)?\. )({'|'.join(colours)})(?= )", re.M)
    text = head.sub(lambda m: m[1] + click.style(m[2], fg=colours[m[2]], bold=True), text)
    colour = _VERDICT_COLOURS[verdict]
    return _VERDICT.sub(lambda m: click.style(m[0], fg=colour, bold=True), text, count=1)
