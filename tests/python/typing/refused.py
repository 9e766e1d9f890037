# SPDX-License-Identifier: Apache-2.0
"""What a type checker must refuse, and what raises TypeError when it is run all the same.

A line that stops being wrong makes its `type: ignore` unused, which is an error.
"""

from __future__ import annotations

from collections.abc import Callable

from budgetcore import (
    CellRef,
    DecimalInterval,
    Figure,
    Money,
    Outcome,
    Ratio,
    Rounding,
    Status,
    SubjectCode,
    Unit,
    read,
    restatement,
)

yuan = Money.of_yuan(1)

WRONG: list[Callable[[], object]] = [
    # An amount has no dimensionless part, and no square.
    lambda: yuan + 1,  # type: ignore[operator]
    lambda: 1 + yuan,  # type: ignore[operator]
    lambda: yuan - 1,  # type: ignore[operator]
    lambda: yuan * yuan,  # type: ignore[operator]
    lambda: yuan < 1,  # type: ignore[operator]
    lambda: yuan / 2,  # type: ignore[operator]
    lambda: 1 / yuan,  # type: ignore[operator]
    lambda: Money.sum([1]),  # type: ignore[list-item]
    # No float becomes an amount, except by name.
    lambda: yuan * 1.5,  # type: ignore[operator]
    lambda: Money.of_yuan(1.0),  # type: ignore[arg-type]
    lambda: Money.of_fen(1.0),  # type: ignore[arg-type]
    lambda: Money.of(1.5, Unit.yuan),  # type: ignore[call-overload]
    lambda: Money.parse(1.5, Unit.yuan),  # type: ignore[arg-type]
    lambda: Money.from_float(1.5, Unit.yuan),  # type: ignore[call-arg]
    lambda: yuan.times(0.5, Rounding.half_up),  # type: ignore[arg-type]
    lambda: Ratio(0.5),  # type: ignore[arg-type]
    lambda: Ratio(1, 2) + 0.5,  # type: ignore[operator]
    lambda: Ratio(1, 2) < 0.5,  # type: ignore[operator]
    lambda: DecimalInterval(0.5),  # type: ignore[call-overload]
    # A unit, a rounding and a code are no text and no number.
    lambda: Money.of(1, "元"),  # type: ignore[call-overload]
    lambda: Money.of_yuan("1"),  # type: ignore[arg-type]
    lambda: yuan.in_(1),  # type: ignore[arg-type]
    lambda: Ratio(1, 3).percent(2, "half_up"),  # type: ignore[arg-type]
    lambda: Ratio(1, 3).percent(2.0, Rounding.half_up),  # type: ignore[arg-type]
    lambda: Figure(3.5),  # type: ignore[arg-type]
    lambda: Figure("3.5", "万元"),  # type: ignore[arg-type]
    lambda: restatement(Figure("1"), "1"),  # type: ignore[arg-type]
    lambda: SubjectCode(201),  # type: ignore[arg-type]
    # What an audit found is neither made nor changed by hand.
    lambda: CellRef(0, 0, 0, "0"),  # type: ignore[arg-type]
    lambda: Outcome(Status.exact),  # type: ignore[call-arg]
    lambda: Figure("1").with_digits("2"),  # type: ignore[arg-type]
    lambda: read(3.5),  # type: ignore[arg-type]
]
