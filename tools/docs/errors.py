#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/errors.md from the sources; with --check only says whether it is up to date."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "errors.md"
LAYERS = (
    *("amount", "subject", "indicator", "proof", "document", "disclosure", "correction"),
    *("rule", "standard", "config", "dossier", "batch", "frame", "plot", "page", "accept"),
)
ID = re.compile(rf'"((?:{"|".join(LAYERS)})\.[a-z_]+)"')
# A text, a brace, or the end of the statement.
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([{}])|(;)')
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
FINDINGS = ("dossier.unused", "dossier.body")  # ids of findings, which nobody throws
HEAD = """# Errors

What the library and the commands raise, by the stable id that stands in brackets behind a message.
`…` stands for what the message names. Tell errors apart by class, id and fields
([C++](guide/embedding.md), [Python](guide/python.md)), never by their words.

<!-- written by tools/docs/errors.py -->

| id | in Chinese | in English |
| --- | --- | --- |
"""


@dataclass(frozen=True)
class Text:
    """What an error says in both languages."""

    zh: str
    en: str


def in_cpp(text: str) -> Iterator[tuple[str, Text]]:
    """Ids with the texts that follow them in their statement."""
    for found in ID.finditer(text):
        if text.rfind("//", text.rfind("\n", 0, found.start()), found.start()) >= 0:
            continue
        inside: dict[bool, list[str]] = {True: [], False: []}
        beside: dict[bool, list[str]] = {True: [], False: []}
        chinese, depth = True, 0
        for token in TOKEN.finditer(text, found.end()):
            depth += {"{": 1, "}": -1}.get(token[2], 0)
            if token[3] or (token[2] == "}" and depth == 0):
                break
            if token[1] is None:
                continue
            part = token[1].replace('\\"', '"')
            if re.fullmatch(r"[a-z]+(_[a-z]+)+|\W*", part) and not CHINESE.search(part):
                continue  # a word of the code, or a mark around what is named
            if CHINESE.search(part):
                chinese = True
            elif re.search("[a-z]{2}", part):
                chinese = False
            (inside if depth else beside)[chinese].append(part.strip('"'))
        said = inside if inside[True] else beside
        if said[True] and said[False]:
            yield found[1], Text(_joined(said[True]), _joined(said[False]))


def in_python(text: str) -> Iterator[tuple[str, Text]]:
    """Ids with their keywords zh and en."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        first = node.args[0]
        if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
            continue
        words = {one.arg: one.value for one in node.keywords if one.arg in ("zh", "en")}
        if ID.fullmatch(f'"{first.value}"') and len(words) == 2:
            yield first.value, Text(_text(words["zh"]), _text(words["en"]))


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(one) if isinstance(one, ast.Constant) else "…" for one in node.values)
    if isinstance(node, ast.IfExp):
        return _text(node.body)
    return "…"


def _joined(parts: list[str]) -> str:
    text = "…".join(parts)
    if text.startswith("”"):
        text = "“…" + text
    return text + "…”" if text.endswith("“") else text


def rows() -> dict[str, Text]:
    """Every id with its first text."""
    found: dict[str, Text] = {}
    sources = [*(ROOT / "include").rglob("*.hpp"), *(ROOT / "src").rglob("*.[ch]pp")]
    sources += (ROOT / "python/bindings").rglob("*.[ch]pp")
    for path in sorted(sources):
        for name, text in in_cpp(path.read_text("utf-8")):
            found.setdefault(name, text)
    for path in sorted((ROOT / "python/budgetcore").rglob("*.py")):
        for name, text in in_python(path.read_text("utf-8")):
            found.setdefault(name, text)
    return {name: found[name] for name in sorted(found) if name not in FINDINGS}


def main() -> int:
    def cell(text: str) -> str:
        return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")

    page = HEAD + "".join(
        f"| `{name}` | {cell(text.zh)} | {cell(text.en)} |\n" for name, text in rows().items()
    )
    if "--check" in sys.argv[1:]:
        if TARGET.exists() and TARGET.read_text("utf-8") == page:
            return 0
        print(f"{TARGET.relative_to(ROOT)} is not up to date: run make docs")
        return 1
    TARGET.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
