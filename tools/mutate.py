#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Change one figure of a disclosure after another, audit each, and count how often it is named.

    tools/mutate.py                    the example disclosure, every cell and every kind of change
    tools/mutate.py TEXT TRUTH         another text and its truth
    tools/mutate.py --every 10         a fixed sample: every tenth change
    tools/mutate.py --pairs 100        two figures changed at once, a hundred times

A change is counted where the tables carry redundancy for the figure: at least two identities hold
before it and cannot hold after it. It is found where an error names the changed cell among its
places. Beside that it counts how often the changed figure ranks first, being the first repair of
its finding (where several are equally good they are all listed, this one first), how often
what stood there before is proposed as its value, and how often it lies within the interval that
the repair allows.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mutate_identities
import mutate_truth
from mutate_truth import Cell, Truth

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024"

KINDS = (
    "transposed",
    "times ten",
    "by ten",
    "dropped digit",
    "neighbour",
    "sign",
    "one digit",
    "doubled digit",
    "unit slip",
)


@dataclass(frozen=True)
class Change:
    cell: Cell
    kind: str
    was: str
    now: str


@dataclass
class Tally:
    """What became of the changes of one kind."""

    counted: int = 0
    found: int = 0
    first: int = 0
    proposed: int = 0
    within: int = 0
    without_redundancy: int = 0
    missed: list[str] = field(default_factory=list)


def transposed(text: str, choice: int) -> str | None:
    """Two neighbouring digits that differ change places; no leading zero arises."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    news = []
    for left, right in itertools.pairwise(digits):
        swapped = list(text)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        new = "".join(swapped)
        if new != text and (not new.startswith("0") or new.startswith("0.")):
            news.append(new)
    return news[choice % len(news)] if news else None


def scaled(text: str, places: int) -> str:
    """The point moved, printed with two decimals, half rounded up."""
    whole, _, decimals = text.partition(".")
    digits = int(whole + decimals)
    exponent = places - len(decimals) + 2
    hundredths = (
        digits * 10**exponent
        if exponent >= 0
        else (digits + 5 * 10 ** (-exponent - 1)) // (10**-exponent)
    )
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def dropped_digit(text: str) -> str | None:
    """The second digit before the point is missing, or the first behind it."""
    whole, _, decimals = text.partition(".")
    new = f"{whole[0]}{whole[2:]}.{decimals}" if len(whole) > 1 else f"{whole}.{decimals[1:]}"
    return None if mutate_identities.amount(new) == mutate_identities.amount(text) else new


def one_digit(text: str, choice: int) -> str:
    """One digit reads as another; no leading zero arises."""
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    at = digits[choice % len(digits)]
    new = (int(text[at]) + 1 + choice % 8) % 10
    if new == 0 and at == digits[0]:
        new = 1 if text[at] != "1" else 2
    return f"{text[:at]}{new}{text[at + 1 :]}"


def doubled_digit(text: str) -> str | None:
    """The first digit stands twice; a leading 0 more changes nothing."""
    return None if text[0] == "0" else text[0] + text


def neighbour(truth: Truth, cell: Cell) -> str | None:
    """What the nearest row prints in this column, the rows below first."""
    texts = [row.cells[cell.column] for row in truth.tables[cell.table].rows]
    for text in [*texts[cell.row + 1 :], *reversed(texts[: cell.row])]:
        if text and text != texts[cell.row]:
            return text
    return None


def changes(truth: Truth) -> Iterator[Change]:
    for cell in truth.amounts():
        was = truth.text(cell)
        news = (
            transposed(was, cell.row + cell.column),
            scaled(was, 1),
            scaled(was, -1),
            dropped_digit(was),
            neighbour(truth, cell),
            "-" + was,
            one_digit(was, cell.row + cell.column),
            doubled_digit(was),
            scaled(was, 4),
        )
        for kind, now in zip(KINDS, news, strict=True):
            if now is not None and now != was:
                yield Change(cell, kind, was, now)


class Redundancy:
    """The identities of a text, to tell which changes cannot go unseen."""

    def __init__(self, truth: Truth) -> None:
        self.printed = {cell: truth.text(cell) for cell in truth.amounts()}
        self.of_cell: dict[Cell, list[mutate_identities.Identity]] = {}
        for identity in mutate_identities.identities(truth):
            if identity.holds(self.printed):
                for cell in identity.cells():
                    self.of_cell.setdefault(cell, []).append(identity)

    def broken_by(self, change: Change) -> int:
        after = {**self.printed, change.cell: change.now}
        return sum(not i.holds(after) for i in self.of_cell.get(change.cell, []))


def changed_text(truth: Truth, lines: list[str], change: Change) -> bytes:
    line, start, end = mutate_truth.locate(truth, lines, change.cell)
    old = lines[line - 1]
    new = old[:start] + change.now + old[end:]
    return "\n".join([*lines[: line - 1], new, *lines[line:]]).encode()


def audit(text: bytes) -> Any:
    """The report of a text, audited in this process."""
    import budgetcore

    return json.loads(budgetcore.read(text).audit().to_json("en"))


def errors(report: Any) -> list[Any]:
    return [finding for finding in report["findings"] if finding["severity"] == "error"]


def is_changed(place: Any, truth: Truth, change: Change) -> bool:
    first, last = truth.tables[change.cell.table].rows[change.cell.row].lines
    return (
        place["column_id"] == f"c{change.cell.column + 1}"
        and place["text"] == change.now
        and place["line"] is not None
        and first <= place["line"] <= last
    )


def names(report: Any, truth: Truth, change: Change) -> bool:
    """Whether an error of the report has the changed cell among its places."""
    return any(
        is_changed(place, truth, change)
        for finding in errors(report)
        for place in finding["places"]
    )


def ranks_first(report: Any, truth: Truth, change: Change) -> bool:
    """Whether the changed cell is the first repair of an error."""
    return any(
        is_changed(finding["repairs"][0]["place"], truth, change)
        for finding in errors(report)
        if finding["repairs"]
    )


def proposes(report: Any, truth: Truth, change: Change) -> bool:
    """Whether a repair of the changed cell has the value that stood there before."""
    was = mutate_identities.amount(change.was)
    return any(
        repair["value"] is not None
        and mutate_identities.amount(repair["value"]) == was
        and is_changed(repair["place"], truth, change)
        for finding in errors(report)
        for repair in finding["repairs"]
    )


def allows(report: Any, truth: Truth, change: Change) -> bool:
    """Whether what stood there before lies within the interval of a repair of the changed cell."""
    was = mutate_identities.amount(change.was)

    def contains(repair: Any) -> bool:
        low, high = repair["low"], repair["high"]
        return (low is None or mutate_identities.amount(low) <= was) and (
            high is None or was <= mutate_identities.amount(high)
        )

    return any(
        contains(repair) and is_changed(repair["place"], truth, change)
        for finding in errors(report)
        for repair in finding["repairs"]
    )


def run_pairs(
    truth: Truth, text: str, count: int, audit_text: Callable[[bytes], Any] = audit
) -> tuple[int, int]:
    """Changes two figures of different rows at once: how often, and how often both are named."""
    redundancy = Redundancy(truth)
    redundant = [c for c in changes(truth) if redundancy.broken_by(c) >= 2]
    step = max(1, len(redundant) // count)
    tried = both = 0
    for i in range(0, min(len(redundant), count * step), step):
        first, second = redundant[i], redundant[(i * 7 + len(redundant) // 3) % len(redundant)]
        if (first.cell.table, first.cell.row) == (second.cell.table, second.cell.row):
            continue
        lines = text.split("\n")
        for change in (first, second):
            lines = changed_text(truth, lines, change).decode().split("\n")
        report = audit_text("\n".join(lines).encode())
        tried += 1
        both += names(report, truth, first) and names(report, truth, second)
    return tried, both


def run(
    truth: Truth, text: str, every: int = 1, audit_text: Callable[[bytes], Any] = audit
) -> dict[str, Tally]:
    """Audits every `every`th change and counts by kind."""
    lines = text.split("\n")
    redundancy = Redundancy(truth)
    tallies = {kind: Tally() for kind in KINDS}
    for change in list(changes(truth))[::every]:
        tally = tallies[change.kind]
        if redundancy.broken_by(change) < 2:
            tally.without_redundancy += 1
            continue
        tally.counted += 1
        report = audit_text(changed_text(truth, lines, change))
        tally.first += ranks_first(report, truth, change)
        tally.proposed += proposes(report, truth, change)
        tally.within += allows(report, truth, change)
        if names(report, truth, change):
            tally.found += 1
        else:
            tally.missed.append(f"{truth.label(change.cell)}: {change.was} → {change.now}")
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """The report: a line a kind and one for all."""
    total = Tally(
        sum(t.counted for t in tallies.values()),
        sum(t.found for t in tallies.values()),
        sum(t.first for t in tallies.values()),
        sum(t.proposed for t in tallies.values()),
        sum(t.within for t in tallies.values()),
        sum(t.without_redundancy for t in tallies.values()),
    )
    heads = ("counted", "found", "rate", "first", "rate", "proposed", "rate", "within", "rate")
    rows = [f"{'change':<14}" + "".join(f"{h:>9}" for h in heads) + f"{'not counted':>13}"]
    for kind, tally in [*tallies.items(), ("all", total)]:
        cells = [str(tally.counted)]
        for count in (tally.found, tally.first, tally.proposed, tally.within):
            rate = f"{100 * count / tally.counted:.2f}%" if tally.counted else "-"
            cells += [str(count), rate]
        line = "".join(f"{cell:>9}" for cell in cells)
        rows.append(f"{kind:<14}{line}{tally.without_redundancy:>13}")
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path, nargs="?", default=EXAMPLE.with_suffix(".txt"))
    parser.add_argument("truth", type=Path, nargs="?", default=EXAMPLE.with_suffix(".truth.json"))
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every Nth change")
    parser.add_argument("--pairs", type=int, default=0, metavar="N", help="change two, N times")
    options = parser.parse_args()
    truth = mutate_truth.load(options.truth)
    text = options.text.read_text(encoding="utf-8")
    if options.pairs:
        tried, both = run_pairs(truth, text, options.pairs)
        print(f"two figures changed: {tried}, both named: {both} ({100 * both / tried:.2f}%)")
        return 0
    tallies = run(truth, text, options.every)
    print(table(tallies))
    for kind, tally in tallies.items():
        for missed in tally.missed:
            print(f"missed ({kind}): {missed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
