# SPDX-License-Identifier: Apache-2.0
"""JSON Schemas (draft 2020-12) of what is written as JSON."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("report", "disclosure")
"""Reports of `audit --format json`, disclosures of `read --format json`."""


def text_of(name: str) -> str:
    """The schema of one of NAMES, as its file has it. Raises KeyError for another name."""
    if name not in NAMES:
        raise KeyError(name)
    return (files(__package__) / f"{name}.json").read_text("utf-8")


def schema(name: str) -> dict[str, Any]:
    """The same as an object.

    >>> schema("report")["title"]
    'budgetcore.report/1'
    """
    found: dict[str, Any] = json.loads(text_of(name))
    return found
