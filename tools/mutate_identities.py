# SPDX-License-Identifier: Apache-2.0
"""The identities of the 13 tables of a Shanxi department budget, for counting redundancy.

Written apart from the rules of the library and in plain fractions, so that a rule that binds to
nothing shows as a figure that nobody missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from mutate_truth import FIGURE, Cell, Table, Truth

NUMBERED = "一二三四五六七八九十"


@dataclass(frozen=True)
class Identity:
    """total = sum of parts. Blank parts are zero; an identity with a blank total is not made."""

    id: str
    total: Cell
    parts: tuple[Cell, ...]

    def cells(self) -> tuple[Cell, ...]:
        return (self.total, *self.parts)

    def holds(self, printed: dict[Cell, str]) -> bool:
        """Whether amounts exist that print so. `printed` has no blank cells."""
        parts = [printed[cell] for cell in self.parts if cell in printed]
        total = printed[self.total]
        if len(parts) == 1 and _decimals(parts[0]) == _decimals(total):
            return amount(parts[0]) == amount(total)
        difference = amount(total) - sum(map(amount, parts), Fraction(0))
        return abs(difference) <= sum(map(slack, [total, *parts]), Fraction(0))


def amount(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def slack(text: str) -> Fraction:
    """Half a unit of the last printed digit."""
    return Fraction(1, 2 * 10 ** _decimals(text))


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def identities(truth: Truth) -> list[Identity]:
    """Every identity whose total is printed."""
    found = []
    seen: set[tuple[Cell, frozenset[Cell]]] = set()
    for identity in _all(truth):
        printed = [cell for cell in identity.parts if truth.text(cell)]
        key = (identity.total, frozenset(printed))
        mirrored = (printed[0], frozenset([identity.total])) if len(printed) == 1 else key
        if FIGURE.fullmatch(truth.text(identity.total)) and not seen & {key, mirrored}:
            seen.add(key)
            found.append(identity)
    return found


def _all(truth: Truth) -> Iterator[Identity]:
    t = truth.tables
    yield from _summary(t["1"], income_name=0, income=1, name=2, amounts=(3, 4, 5))
    yield from _summary(t["4"], income_name=0, income=1, name=2, amounts=(3, 4, 5, 6))
    for number, first in (("2", 2), ("3", 2), ("5", 2)):
        yield from _tree(t[number], first)
    for number, total, parts in (
        ("1", 3, (4, 5)),
        ("2", 2, (3, 4, 5, 6, 7)),
        ("3", 2, (3, 4)),
        ("4", 3, (4, 5, 6)),
        ("5", 2, (3, 4)),
        ("6", 2, (3, 4)),
        ("10", 1, (2, 3, 4)),
        ("11", 1, (2, 3, 4)),
        ("12", 1, (2, 3, 4, 5, 6)),
    ):
        for r in range(len(t[number].rows)):
            yield _row(number, r, total, parts)
    yield from _economic(t["6"])
    yield from _three_public(t["10"])
    yield from _units(t["11"])
    yield from _projects(t["12"])
    yield from _across(t)


def _row(number: str, r: int, total: int, parts: tuple[int, ...]) -> Identity:
    return Identity(
        f"{number}.row", Cell(number, r, total), tuple(Cell(number, r, c) for c in parts)
    )


def _same(name: str, left: Cell | None, right: Cell | None) -> Iterator[Identity]:
    if left is not None and right is not None:
        yield Identity(name, left, (right,))


def _find(table: Table, column: int, name: str, nth: int = 0) -> int:
    rows = [r for r, row in enumerate(table.rows) if _plain(row.cells[column]) == name]
    return rows[nth]


def _plain(name: str) -> str:
    """A name without its ordinal: 一、一般公共预算 → 一般公共预算."""
    ordinal, mark, rest = name.partition("、")
    return rest if mark and all(c in NUMBERED for c in ordinal) else name


def _summary(
    table: Table, income_name: int, income: int, name: int, amounts: tuple[int, ...]
) -> Iterator[Identity]:
    n = table.number
    year = _find(table, income_name, "本年收入合计")
    end = _find(table, income_name, "收入总计")
    carried = year + 1
    sources = [r for r in range(year) if table.rows[r].cells[income_name]]
    yield Identity(f"{n}.income", Cell(n, year, income), tuple(Cell(n, r, income) for r in sources))
    yield Identity(
        f"{n}.income.total",
        Cell(n, end, income),
        (Cell(n, year, income), Cell(n, carried, income)),
    )
    spent = _find(table, name, "本年支出合计")
    spent_end = _find(table, name, "支出总计")
    left = _find(table, name, "年终结转")
    classes = [r for r in range(spent) if table.rows[r].cells[name]]
    for c in amounts:
        yield Identity(f"{n}.classes", Cell(n, spent, c), tuple(Cell(n, r, c) for r in classes))
        yield Identity(f"{n}.spent", Cell(n, spent_end, c), (Cell(n, spent, c), Cell(n, left, c)))
    yield from _same(f"{n}.balance", Cell(n, end, income), Cell(n, spent_end, amounts[0]))
    yield from _same(f"{n}.balance.year", Cell(n, spent_end, amounts[1]), Cell(n, year, income))


def _tree(table: Table, first: int) -> Iterator[Identity]:
    """class = sum of groups, group = sum of items, total = sum of classes."""
    codes = [row.cells[0] for row in table.rows]
    for c in range(first, len(table.columns)):
        for r, code in enumerate(codes):
            length = len(code)
            below = [
                k
                for k, other in enumerate(codes)
                if len(other) == (3 if not code else length + 2) and other.startswith(code)
            ]
            if below:
                yield Identity(
                    f"{table.number}.tree",
                    Cell(table.number, r, c),
                    tuple(Cell(table.number, k, c) for k in below),
                )


def _economic(table: Table) -> Iterator[Identity]:
    n = table.number
    heads = [r for r, row in enumerate(table.rows) if r and not row.cells[1]]
    for c in (2, 3, 4):
        yield Identity(f"{n}.total", Cell(n, 0, c), tuple(Cell(n, r, c) for r in heads))
        for head, after in zip(heads, [*heads[1:], len(table.rows)], strict=True):
            yield Identity(
                f"{n}.class", Cell(n, head, c), tuple(Cell(n, r, c) for r in range(head + 1, after))
            )


def _three_public(table: Table) -> Iterator[Identity]:
    n = table.number
    for c in range(1, len(table.columns)):
        yield Identity(f"{n}.three", Cell(n, 5, c), tuple(Cell(n, r, c) for r in (0, 1, 2)))
        yield Identity(f"{n}.cars", Cell(n, 2, c), tuple(Cell(n, r, c) for r in (3, 4)))


def _units(table: Table) -> Iterator[Identity]:
    n = table.number
    for c in range(1, len(table.columns)):
        yield Identity(
            f"{n}.units", Cell(n, 0, c), tuple(Cell(n, r, c) for r in range(1, len(table.rows)))
        )


def _projects(table: Table) -> Iterator[Identity]:
    n = table.number
    units = [r for r, row in enumerate(table.rows) if _is_unit(table, r)]
    for c in range(1, len(table.columns)):
        yield Identity(f"{n}.units", Cell(n, 0, c), tuple(Cell(n, r, c) for r in units))
        for unit, after in zip(units, [*units[1:], len(table.rows)], strict=True):
            yield Identity(
                f"{n}.projects",
                Cell(n, unit, c),
                tuple(Cell(n, r, c) for r in range(unit + 1, after)),
            )


def _is_unit(table: Table, r: int) -> bool:
    return table.rows[r].depth == 1


def _across(t: dict[str, Table]) -> Iterator[Identity]:
    year = Cell("1", _find(t["1"], 0, "本年收入合计"), 1)
    spent = Cell("1", _find(t["1"], 2, "本年支出合计"), 3)
    general = Cell("1", _find(t["1"], 0, "一般公共预算"), 1)
    yield from _same("2=1.year", Cell("2", 0, 2), year)
    yield from _same("2=1.general", Cell("2", 0, 3), general)
    yield from _same("3=1.spent", Cell("3", 0, 2), spent)
    yield from _same("3=12.project", Cell("3", 0, 4), Cell("12", 0, 1))
    appropriated = Cell("4", _find(t["4"], 0, "一般公共预算"), 1)
    yield from _same("4=1.general", appropriated, general)
    yield from _same("5=4.general", Cell("5", 0, 2), appropriated)
    yield from _same("5=4.spent", Cell("5", 0, 2), Cell("4", _find(t["4"], 2, "本年支出合计"), 4))
    yield from _same("5=6.basic", Cell("5", 0, 3), Cell("6", 0, 2))
    yield from _same("5=12.project", Cell("5", 0, 4), Cell("12", 0, 2))
    for r, row in enumerate(t["3"].rows):
        code, name = row.cells[0], row.cells[1]
        for other in ("2", "5"):
            match = next((k for k, o in enumerate(t[other].rows) if o.cells[0] == code), None)
            if match is None:
                continue
            yield from _same(f"3={other}.total", Cell("3", r, 2), Cell(other, match, 2))
            if other == "5":
                yield from _same("3=5.basic", Cell("3", r, 3), Cell("5", match, 3))
                yield from _same("3=5.project", Cell("3", r, 4), Cell("5", match, 4))
        if len(code) == 3:
            class1, class4 = _find(t["1"], 2, name), _find(t["4"], 2, name)
            yield from _same("3=1.class", Cell("3", r, 2), Cell("1", class1, 3))
            yield from _same("4=1.class", Cell("4", class4, 3), Cell("1", class1, 3))
            yield from _same("5=4.class", Cell("5", r, 2), Cell("4", class4, 4))
