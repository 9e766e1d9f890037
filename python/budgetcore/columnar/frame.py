# SPDX-License-Identifier: Apache-2.0
"""Frame: named columns that become a pandas, Arrow or polars frame without losing anything."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from typing import Any

from budgetcore._core import (
    Money,
    MoneyArray,
    Share,
    SubjectChange,
    TotalCheck,
    Unit,
)  # fmt: skip
from budgetcore.columnar.units import known_unit

_MOST_ROWS = 200  # shown in a notebook


class Frame:
    """Columns by name, all of one length: lists, and MoneyArray for amounts.

    >>> from budgetcore.frames import Frame
    >>> Frame({"code": ["201", "208"]}).to_dict()
    {'code': ['201', '208']}
    """

    def __init__(
        self, columns: Mapping[str, Any], units: Unit | Mapping[str, Unit] = Unit.yuan
    ) -> None:
        """Of columns, and the unit of the amounts or of each of their columns."""
        self._columns = dict(columns)
        self._units = units

    def __len__(self) -> int:
        return len(next(iter(self._columns.values()), ()))

    def to_dict(self) -> dict[str, Any]:
        """The columns: lists, and MoneyArray for amounts."""
        return dict(self._columns)

    def to_pandas(self) -> Any:
        """A pandas DataFrame; amounts as money[…], whole numbers as Int64."""
        from budgetcore.columnar.tables import to_pandas

        return to_pandas(self._columns, self._units)

    def to_arrow(self, amounts: str = "decimal") -> Any:
        """A pyarrow table; amounts as decimal128, or with "fen" as int64 分 without a copy."""
        from budgetcore.columnar.tables import to_arrow

        return to_arrow(self._columns, self._units, amounts)

    def to_polars(self) -> Any:
        """A polars DataFrame; amounts as Decimal in their unit."""
        from budgetcore.columnar.tables import to_polars

        return to_polars(self._columns, self._units)

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        from budgetcore.columnar.tables import arrow_stream

        return arrow_stream(self._columns, self._units, requested_schema)

    def _repr_html_(self) -> str:
        def row(tag: str, values: Iterable[Any]) -> str:
            cells = ("" if value is None else html.escape(str(value)) for value in values)
            return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"

        count = min(len(self), _MOST_ROWS)
        rows = "".join(row("td", (c[i] for c in self._columns.values())) for i in range(count))
        more = f"<p>… {len(self)}</p>" if count < len(self) else ""
        head = row("th", self._columns)
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{more}"


def joined(parts: Iterable[Any]) -> Frame:
    """One frame of several with the same columns, one below the other."""
    columns: dict[str, list[Any]] = {}
    for part in parts:
        for name, values in part.to_dict().items():
            columns.setdefault(name, []).append(values)
    return Frame({name: _below_one_another(pieces) for name, pieces in columns.items()})


def _below_one_another(pieces: list[Any]) -> Any:
    if not any(isinstance(piece, MoneyArray) for piece in pieces):
        return [value for piece in pieces for value in piece]
    import numpy as np

    fen = np.concatenate([piece.fen for piece in pieces])
    return MoneyArray.from_fen(fen, np.concatenate([piece.missing for piece in pieces]))


_FIELDS: dict[type, tuple[str, ...]] = {
    Share: ("code", "name", "column", "part", "whole", "ratio", "percent", "is_adjusted"),
    SubjectChange: (
        *("code", "name", "level", "column", "earlier", "later", "change", "growth"),
        *("earlier_share", "later_share", "points", "contribution"),
    ),
    TotalCheck: ("code", "column", "printed", "computed", "outcome", "only_if_zeros_cut"),
}


def frame_of(
    objects: Iterable[Share] | Iterable[SubjectChange] | Iterable[TotalCheck],
    unit: Unit | str = Unit.yuan,
) -> Frame:
    """What tree.shares(), compare() or tree.check() gives, a row each; amounts shown in a unit.

    >>> from budgetcore import SubjectTree
    >>> from budgetcore.frames import frame_of
    >>> tree = SubjectTree.from_rows(["201", "208"], None, {"a": ["3.00", "1.00"]}, unit="元")
    >>> [str(percent) for percent in frame_of(tree.shares(level=1)).to_dict()["percent"]]
    ['75.00', '25.00']
    """
    listed = list(objects)
    kind = type(listed[0]) if listed else Share
    if kind not in _FIELDS:
        raise TypeError(f"a frame is made of shares, changes or checks, not of {kind.__name__}")
    columns = {name: _column([getattr(one, name) for one in listed]) for name in _FIELDS[kind]}
    return Frame(columns, known_unit(unit))


def _column(values: list[Any]) -> Any:
    is_money = any(isinstance(value, Money) for value in values)
    return MoneyArray(values) if is_money else values
