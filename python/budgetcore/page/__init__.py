# SPDX-License-Identifier: Apache-2.0
"""A report as one HTML file: findings beside the pages, nothing fetched, nothing to install."""

from __future__ import annotations

import base64
import functools
import hashlib
import html
import importlib.resources
import json
import string
from collections.abc import Iterable
from typing import Any

from budgetcore._core import Report
from budgetcore.page.images import Original, page_images
from budgetcore.page.pictures import pictures_of
from budgetcore.words import Lang, title_of, verdict_of

__all__ = ["to_html"]

_SCRIPTS = (
    *("theme.js", "words.js", "base.js", "findings.js", "viewer.js"),
    *("coverage.js", "structure.js", "main.js"),
)
_MOST_TEXT = 200_000  # characters for a reader without scripts


def to_html(
    report: Report,
    lang: Lang = "zh",
    *,
    originals: Iterable[Original] = (),
    password: str | None = None,
) -> str:
    """The report as a page that stands alone: findings, the pages with their figures marked, what
    was checked and what was not.

    Pictures of pages are made from the PDF that was read, found by its path or among `originals`
    (paths or bytes) and known by its SHA-256; without it the tables are rebuilt from what was
    read. `lang` is the language it opens in; it can be switched. Raises OSError for an original
    that cannot be opened.

    >>> import budgetcore as bc
    >>> report = bc.read("examples/disclosures/yangquan-finance-2024.txt").audit()
    >>> bc.to_html(report).splitlines()[0]
    '<!doctype html>'
    """
    images = {
        key: [image.width, image.height, image.url]
        for key, image in page_images(report, originals, password).items()
    }
    text = report.to_text(lang)
    style, script = part("style.css"), "\n".join(part(name) for name in _SCRIPTS)
    return string.Template(part("template.html")).substitute(
        lang=lang,
        title=html.escape(title_of(report, lang)),
        verdict=html.escape(verdict_of(report.verdict, lang)),
        text=html.escape(text[:_MOST_TEXT]),
        style=style,
        script=script,
        style_hash=digest(style),
        script_hash=digest(script),
        data=_inert(report._view()),
        pictures=_inert(_json(pictures_of(report))),
        images=_inert(_json(images)),
    )


@functools.cache
def part(name: str) -> str:
    """A file of this package: what pages are made of."""
    return importlib.resources.files(__package__).joinpath(name).read_text("utf-8")


def digest(text: str) -> str:
    """As a content security policy names a text: only this one runs."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _inert(data: str) -> str:
    """JSON that no element can end: < stands in its strings alone."""
    return data.replace("<", "\\u003c")
