# SPDX-License-Identifier: Apache-2.0
"""Subject trees of frames: pandas, polars, Arrow, or a mapping of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from budgetcore._core import MoneyArray, SubjectTree
from budgetcore.errors import ColumnError, FrameError, UnitMismatch

_CODES = ("code", "科目编码", "科目代码", "编码", "代码", "功能分类科目编码", "经济分类科目编码")
_NAMES = ("name", "科目名称", "名称", "项目", "功能分类科目名称", "经济分类科目名称")
_PARENTS = ("parent", "上级编码", "上级科目编码", "上级")
_OTHERS = ("level", "级次")


def tree_from_frame(
    frame: Any,
    code: str | None,
    name: str | None,
    parent: str | None,
    amounts: Sequence[str] | str | None,
    unit: Any,
    scheme: Any,
    duplicates: str,
) -> SubjectTree:
    """What SubjectTree.from_frame does."""
    columns = _Columns(frame)
    code = columns.find(code, _CODES)
    name = columns.find(name, _NAMES)
    parent = columns.find(parent, _PARENTS)
    if code is None and parent is None:
        raise FrameError(
            "frame.no_code",
            zh=f"表中没有科目编码列（{'、'.join(columns.names[:20])}）；请用 code= 指明",
            en=f"no column of codes among {', '.join(columns.names[:20])}; name it with code=",
            column="code",
        )
    if isinstance(amounts, str):
        amounts = [amounts]
    if amounts is None:
        taken = {code, name, parent, *_OTHERS}
        amounts = [one for one in columns.names if one not in taken and columns.is_amount(one)]
    by_parent = parent is not None and (code is None or scheme == "parent")
    taken_amounts = {one: columns.amounts(columns.find(one, ()) or one) for one in amounts}
    try:
        return SubjectTree.from_rows(
            columns.texts(code) if code is not None else None,
            columns.texts(name) if name is not None else None,
            taken_amounts,
            unit=unit,
            scheme=columns.texts(parent) if by_parent and parent is not None else scheme,
            duplicates=duplicates,
        )
    except (UnitMismatch, ColumnError) as error:
        if unit is not None or getattr(error, "why", "no_unit") != "no_unit":
            raise
        raise FrameError(
            "frame.no_unit",
            zh="金额列没有单位；请用 unit= 指明，如 unit='万元'",
            en="the amounts have no unit; name it with unit=, as in unit='万元'",
            column="、".join(amounts),
        ) from None


class _Columns:
    """The columns of any frame by name."""

    def __init__(self, frame: Any) -> None:
        if isinstance(frame, Mapping):
            self.names = [str(name) for name in frame]
            self._get = dict(zip(self.names, frame.values(), strict=True)).__getitem__
        elif hasattr(frame, "columns") and hasattr(frame, "loc"):  # pandas
            self.names = [str(name) for name in frame.columns]
            self._refuse_twins()
            positions = {name: i for i, name in enumerate(self.names)}
            self._get = lambda name: frame.iloc[:, positions[name]]
        elif hasattr(frame, "__arrow_c_stream__"):
            import pyarrow as pa

            table = pa.table(frame)
            self.names = list(table.column_names)
            self._refuse_twins()
            self._get = table.column
        else:
            raise TypeError(
                f"a frame is a pandas, polars or Arrow table or a mapping of columns, not "
                f"{type(frame).__name__}"
            )

        self._known = set(self.names)

    def _refuse_twins(self) -> None:
        twins = [name for name, count in Counter(self.names).items() if count > 1]
        if twins:
            raise FrameError(
                "frame.twins",
                zh=f"表中有多列都叫“{twins[0]}”",
                en=f"several columns are called {twins[0]!r}",
                column=twins[0],
            )

    def find(self, asked: str | None, usual: Sequence[str]) -> str | None:
        """The name of a column asked for, or of the first usual one that there is."""
        if asked is None:
            return next((one for one in usual if one in self._known), None)
        if asked not in self._known:
            raise FrameError(
                "frame.column",
                zh=f"表中没有列“{asked}”（有：{'、'.join(self.names[:20])}）",
                en=f"no column {asked!r} among {', '.join(self.names[:20])}",
                column=asked,
            )
        return asked

    def texts(self, name: str) -> Any:
        """Codes or names: None for what is missing; numbers are refused where zeros may be lost."""
        values = self._get(name)
        return [
            None if _is_missing(one) else one if isinstance(one, str) else str(_whole(one, name))
            for one in _listed(values)
        ]

    def amounts(self, name: str) -> Any:
        """What from_rows takes as a column of amounts."""
        values = self._get(name)
        own = getattr(getattr(values, "array", None), "amounts", None)
        if isinstance(own, MoneyArray):
            return own
        if hasattr(values, "type") and hasattr(values, "chunks"):  # Arrow
            return _arrow_amounts(values)
        listed = list(values)
        return [None if _is_missing(one) else _number(one) for one in listed]

    def is_amount(self, name: str) -> bool:
        """Whether a column that nobody named holds amounts: money, decimals, or printed numbers."""
        values = self._get(name)
        if isinstance(values, MoneyArray):
            return True
        kind = str(getattr(values, "dtype", getattr(values, "type", "")))
        if kind.startswith(("money", "decimal", "float", "double", "int", "uint", "Int")) or (
            "budgetcore.money" in kind
        ):
            return True
        return any(_looks_like_amount(one) for one in _listed(values) if not _is_missing(one))


def _arrow_amounts(values: Any) -> Any:
    import pyarrow as pa

    if isinstance(values.type, pa.ExtensionType):
        chunks = [chunk.storage for chunk in values.chunks]
        values = pa.chunked_array(chunks, values.type.storage_type)
    return values.to_pylist()  # floats too: from_rows refuses them and names the exact ways


def _listed(values: Any) -> list[Any]:
    return values.to_pylist() if hasattr(values, "to_pylist") else list(values)


def _is_missing(value: Any) -> bool:
    # NaN, NaT and pandas.NA are not themselves.
    if value is None:
        return True
    same = value == value
    return not isinstance(same, bool) or not same


def _number(value: Any) -> Any:
    """A whole number of NumPy as Python's."""
    return int(value) if hasattr(value, "__index__") and not isinstance(value, bool) else value


def _whole(value: Any, name: str) -> Any:
    if hasattr(value, "__index__"):
        return int(value)
    raise FrameError(
        "frame.code",
        zh=f"列“{name}”里的 {value!r} 不是编码；编码应为文本",
        en=f"{value!r} in column {name!r} is no code; codes are texts",
        column=name,
    )


def _looks_like_amount(value: Any) -> bool:
    from decimal import Decimal

    from budgetcore._core import Figure, Money

    if isinstance(value, str):
        return Figure(value).is_number
    return isinstance(value, Money | Decimal) or (
        hasattr(value, "__index__") and not isinstance(value, bool)
    )
