# SPDX-License-Identifier: Apache-2.0
"""budgetcore prove: can the printed figures of a JSON file all be true?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from budgetcore import Unit, errors, prove, symbol
from budgetcore.cli import options
from budgetcore.cli.complaints import fail
from budgetcore.cli.options import Lang
from budgetcore.cli.output import write

_KEYS = ("figures", "rows", "unit", "rounding", "decimals", "bounds", "weights", "work")
_SHAPES = {"figures": dict, "rows": list, "decimals": dict, "bounds": dict, "weights": dict}


@click.command("prove")
@click.argument("file", metavar="FILE.json", type=click.Path(dir_okay=False, allow_dash=True))
@options.output
@options.lang
def command(file: str, output: str | None, lang: Lang) -> None:
    """Decide whether named printed figures can all satisfy the rows between them.

    FILE.json holds "figures" (name: printed text), "rows" ("c = a + b", …) and, if need be,
    "rounding", "decimals", "bounds", "weights", "unit". Exit status: 0 possible, 1 impossible
    or not decided, 2 the file could not be read.
    """
    try:
        answer = prove(**_question(file))
    except (errors.Error, OSError) as error:
        fail(error, lang, file)
    write(answer.to_json() + "\n", output, lang)
    sys.exit(0 if answer.feasible else 1)


def _question(file: str) -> dict[str, Any]:
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        # A number keeps the digits that are written: 46.20 is not 46.2.
        asked = json.loads(data, parse_float=str, parse_constant=str)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        _refuse("不是 JSON", f"no JSON: {error}", str(error))
    if not isinstance(asked, dict) or "figures" not in asked or "rows" not in asked:
        _refuse('应有 "figures" 和 "rows"', 'has no "figures" and "rows"', "")
    for key, value in asked.items():
        if key not in _KEYS:
            _refuse(f"不认识的项“{key}”", f'unknown key "{key}"', key)
        if not isinstance(value, _SHAPES.get(key, object)):
            _refuse(f"“{key}”的形式不对", f'"{key}" has another shape', key)
    if not all(isinstance(row, str) for row in asked["rows"]):
        _refuse("“rows”应是文字的列表", '"rows" is a list of texts', "rows")
    if "unit" in asked:
        asked["unit"] = _unit(asked["unit"])
    return asked


def _unit(name: Any) -> Unit:
    known = {name: unit for unit in Unit for name in (unit.name, symbol(unit))}
    if isinstance(name, str) and name in known and known[name] is not Unit.unknown:
        return known[name]
    return _refuse(f"不认识的单位“{name}”", f'unknown unit "{name}"', str(name))


def _refuse(zh: str, en: str, argument: str) -> NoReturn:
    raise errors.DomainError("proof.question", zh=zh, en=en, argument=argument)
