# SPDX-License-Identifier: Apache-2.0
"""What two versions of a disclosure print differently, as text, JSON or CSV."""

from __future__ import annotations

import json

import budgetcore
from budgetcore import Difference, Place
from budgetcore.cli.aligned import aligned
from budgetcore.cli.options import Lang
from budgetcore.cli.output import as_csv

_KINDS = {"changed": "改动", "added": "新增", "gone": "删去", "moved": "移动"}


def versions(earlier: str, later: str, form: str, lang: Lang) -> str:
    """The differences of two files."""
    found = budgetcore.differences(budgetcore.read(earlier), budgetcore.read(later))
    columns = found.to_dict()
    if form == "csv":
        return as_csv([list(columns), *zip(*columns.values(), strict=True)])
    if form == "json":
        objects = [
            dict(zip(columns, one, strict=True)) for one in zip(*columns.values(), strict=True)
        ]
        body = {"schema": "budgetcore.differences/1", "earlier": earlier, "later": later}
        return json.dumps(body | {"differences": objects}, ensure_ascii=False, indent=2) + "\n"
    zh = lang == "zh"
    head = f"{earlier} → {later}：{len(found)} 处不同" if zh else (
        f"{earlier} → {later}: {len(found)} differences"
    )  # fmt: skip
    lines = [head]
    title = None
    rows: list[tuple[str, ...]] = []
    for one in found:
        if one.table != title:
            lines += _table(rows)
            rows = []
            title = one.table
            lines += ["", title]
        rows.append(_row(one, zh=zh))
    return "\n".join([*lines, *_table(rows)]) + "\n"


def _row(one: Difference, *, zh: bool) -> tuple[str, ...]:
    kind = _KINDS[one.kind.name] if zh else one.kind.name
    place = one.before_place if one.kind.name == "gone" else one.after_place
    change = f"{one.before or '空'} → {one.after or '空'}" if zh else (
        f"{one.before or 'blank'} → {one.after or 'blank'}"
    )  # fmt: skip
    came_or_went = one.kind.name in ("added", "gone")
    return kind, one.row, one.column, "" if came_or_went else change, _where(place, zh=zh)


def _where(place: Place, *, zh: bool) -> str:
    parts = []
    if place.page:
        parts.append(f"第{place.page}页" if zh else f"page {place.page}")
    if place.line:
        parts.append(f"第{place.line}行" if zh else f"line {place.line}")
    return "".join(parts) if zh else " ".join(parts)


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    return [f"  {line}" for line in aligned(rows, 5)] if rows else []
