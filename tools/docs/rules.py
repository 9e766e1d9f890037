#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/rules.md from rules/*.rules; with --check only says whether it is up to date."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "rules.md"
FIELDS = (
    *("source", "severity", "document", "level", "province", "years"),
    *("when", "where", "holds", "breaks"),
)


@dataclass
class Block:
    """One rule or condition: its id and its fields in order."""

    kind: str
    id: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def all(self, name: str) -> list[str]:
        return [text for key, text in self.lines if key == name]


def blocks(text: str) -> tuple[str, list[Block]]:
    """The comment that opens a file, and its blocks."""
    title: list[str] = []
    found: list[Block] = []
    indent = 0
    for line in text.splitlines():
        content = line.split(" #")[0].rstrip() if not line.lstrip().startswith("#") else ""
        if not content:
            if line.startswith("# ") and not found and "SPDX" not in line:
                title.append(line[2:])
            elif not line.strip() and title and not found:
                found.append(Block("", ""))
            continue
        depth = len(content) - len(content.lstrip())
        if depth == 0:
            kind, name = content.split(maxsplit=1)
            found.append(Block(kind, name))
            indent = 0
        elif indent and depth > indent:
            key, before = found[-1].lines[-1]
            found[-1].lines[-1] = (key, f"{before} {content.strip()}")
        else:
            indent = depth
            word, _, rest = content.strip().partition(" ")
            key, value = (word, rest) if word in FIELDS else ("statement", content)
            found[-1].lines.append((key, value.strip()))
    return " ".join(title), [block for block in found if block.kind]


def section(path: Path) -> list[str]:
    title, found = blocks(path.read_text(encoding="utf-8"))
    conditions = {block.id: block.all("when") for block in found if block.kind == "condition"}
    lines = [f"## {path.stem}", "", title, ""]
    for rule in (block for block in found if block.kind == "rule"):
        lines += [f"### `{rule.id}`", "", "    " + rule.all("statement")[0], ""]
        for when in rule.all("when"):
            lines += [f"- when `{part}`" for part in conditions.get(when, [when])]
        lines += [f"- where `{where}`" for where in rule.all("where")]
        for name in ("severity", "years", "province", "level"):
            lines += [f"- {name} {value}" for value in rule.all(name)]
        lines += [f"- holds `{text}`" for text in rule.all("holds")]
        lines += [f"- breaks `{text}`" for text in rule.all("breaks")]
        lines += [f"- source: {rule.all('source')[0]}", ""]
    return lines


def page() -> str:
    packs = sorted((ROOT / "rules").glob("*.rules"))
    lines = [
        "# The rules",
        "",
        "Generated from `rules/*.rules` by `tools/docs/rules.py`; do not edit.",
        "How to read a rule: [guide/rules.md](guide/rules.md). A rule without a severity is an",
        "error when it is violated. Amounts in examples are in 万元.",
        "",
    ]
    for pack in packs:
        lines += section(pack)
    return "\n".join(lines).rstrip() + "\n"


def main() -> int:
    text = page()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print("docs/rules.md is not up to date: run tools/docs/rules.py", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
