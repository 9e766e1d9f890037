# SPDX-License-Identifier: Apache-2.0
"""Can printed figures all be true? With a proof if not, and with what would repair it."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import Any, Literal

from budgetcore import _core, errors
from budgetcore._core import Unit

__all__ = ["Proof", "prove"]

Number = str | int | Decimal
Printed = Number | None | Sequence[Number]
Decimals = int | Literal["INF"] | None | Sequence[int | Literal["INF"] | None]
Rounding = Literal["nearest", "truncate"]
Bound = Sequence[Any]
_MOST_LISTED = 1_000
_WORK = 2_000_000_000
_Value = tuple[str, int | None, bool]
_Ends = tuple[str | None, str | None, bool, bool]


class Proof(Mapping[str, Any]):
    """The answer of prove(): a mapping of what was decided and why.

    Keys: `feasible` (True, False, None: not decided), `reason`, `certificate` (rows and ends with
    multipliers whose sum cannot be), `sum` (the same, to redo on paper), `intervals` (name →
    low, high, closed_low, closed_high), `witness` (amounts that print so, or None), `repairs`
    (`count`, `components`, `truncated`). Numbers are decimal or p/q text.
    """

    def __init__(self, answer: dict[str, Any]) -> None:
        components = answer.pop("components")
        count = math.prod(len(component) for component in components) if components else 0
        contradiction = answer.pop("contradiction")
        if contradiction:
            answer["reason"] = "the rows and bounds contradict each other whatever is printed"
        answer["repairs"] = {"count": count, "components": components, "truncated": False}
        self._answer = answer

    def __getitem__(self, key: str) -> Any:
        return self._answer[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._answer)

    def __len__(self) -> int:
        return len(self._answer)

    @property
    def feasible(self) -> bool | None:
        """Whether amounts exist that print so; None where that was not decided."""
        answer: bool | None = self._answer["feasible"]
        return answer

    def solutions(self) -> Iterator[dict[str, tuple[str | None, str | None, bool, bool]]]:
        """Every set of changes of least weight: one change of each component, name → interval."""
        components = self._answer["repairs"]["components"]
        if not components:
            return
        for changes in itertools.product(*components):
            together: dict[str, tuple[str | None, str | None, bool, bool]] = {}
            for change in changes:
                together.update(change["change"])
            yield together

    def to_json(self) -> str:
        """The answer as JSON; of the changes at most 1,000 are listed, `truncated` says if more."""
        answer = dict(self._answer)
        left = _MOST_LISTED
        listed = []
        repairs = answer["repairs"]
        for component in repairs["components"]:
            kept = component[:left]
            left -= len(kept)
            listed.append(
                [
                    {
                        "change": {name: list(ends[:2]) for name, ends in one["change"].items()},
                        "weight": one["weight"],
                    }
                    for one in kept
                ]
            )
        total = sum(len(component) for component in repairs["components"])
        answer["repairs"] = {
            "count": repairs["count"],
            "components": listed,
            "truncated": total > _MOST_LISTED,
        }
        return json.dumps(answer, ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        word = {True: "possible", False: "impossible", None: "not decided"}[self.feasible]
        return f"<Proof {word}>"

    def _repr_html_(self) -> str:
        if self.feasible is None:
            return f"<p>Not decided: {escape(self['reason'])}</p>"
        if self.feasible:
            return "<p>Possible: amounts exist that print so.</p>"
        rows = [
            "<tr><td>" + escape(" and ".join(_shown(change))) + "</td></tr>"
            for component in self["repairs"]["components"]
            for change in component[:20]
        ]
        return (
            f"<p>Impossible:</p><pre>{escape(self['sum'])}</pre>"
            f"<table><tr><th>What would repair it</th></tr>{''.join(rows)}</table>"
        )


def _shown(change: dict[str, Any]) -> list[str]:
    return [f"{name}: {ends[0]} … {ends[1]}" for name, ends in change["change"].items()]


def _text(value: Any, name: str) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise errors.DomainError(
            "proof.value",
            zh=f"“{name}”的值应写成文字、整数或 Decimal：{value!r}",
            en=f'the value of "{name}" is text, an int or a Decimal: {value!r}',
            argument=repr(value),
        )
    if isinstance(value, Decimal) and not value.is_finite():
        raise errors.DomainError(
            "proof.value", zh=f"“{name}”不是有限的数", en=f'"{name}" is not finite',
            argument=str(value),
        )  # fmt: skip
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.strip().replace(",", "") if isinstance(value, str) else str(value)


def _values(name: str, printed: Printed, decimals: Decimals) -> list[_Value]:
    if printed is None:
        return []
    several = not isinstance(printed, (str, int, Decimal)) and isinstance(printed, Sequence)
    texts = [_text(one, name) for one in (printed if several else [printed])]  # type: ignore[union-attr]
    own: list[Any] = (
        list(decimals)
        if isinstance(decimals, Sequence) and not isinstance(decimals, str)
        else [decimals] * len(texts)
    )
    if len(own) != len(texts):
        raise errors.DomainError(
            "proof.decimals",
            zh=f"“{name}”的小数位数应与其值一一对应",
            en=f'"{name}" has {len(texts)} values and {len(own)} decimals',
            argument=str(len(own)),
        )
    values: list[_Value] = []
    for text, digits in zip(texts, own, strict=True):
        if (
            digits is not None
            and digits != "INF"
            and (isinstance(digits, bool) or not isinstance(digits, int))
        ):
            raise errors.DomainError(
                "proof.decimals",
                zh=f'“{name}”的小数位数应是整数或 "INF"',
                en=f'the decimals of "{name}" are an integer or "INF"',
                argument=repr(digits),
            )
        exact = digits == "INF"
        values.append((text, None if exact else digits, exact))
    return values


def _ends(name: str, bound: Bound | None) -> _Ends:
    if bound is None:
        return (None, None, True, True)
    if isinstance(bound, str) or not 2 <= len(bound) <= 4:
        raise errors.DomainError(
            "proof.bounds",
            zh=f"“{name}”的界应写作 [下界, 上界, 含下界, 含上界]",
            en=f'the bounds of "{name}" are [low, high, closed_low, closed_high]',
            argument=repr(bound),
        )
    low, high, closed_low, closed_high = [*bound, True, True][:4]
    return (
        None if low is None else _text(low, name),
        None if high is None else _text(high, name),
        bool(closed_low),
        bool(closed_high),
    )


def _known(given: Mapping[str, Any] | None, names: Mapping[str, Any]) -> None:
    for name in given or {}:
        if name not in names:
            raise errors.LookupError(
                "proof.name", zh=f"没有名为“{name}”的数", en=f'there is no figure "{name}"',
                name=name,
            )  # fmt: skip


def prove(
    figures: Mapping[str, Printed],
    rows: Sequence[str],
    *,
    unit: Unit | None = None,
    rounding: Rounding | Mapping[str, Rounding] = "nearest",
    decimals: Decimals | Mapping[str, Decimals] | None = None,
    bounds: Mapping[str, Bound] | None = None,
    weights: Mapping[str, int] | None = None,
    work: int = _WORK,
) -> Proof:
    """Whether named printed figures can all be true under rows such as `c = a + b`.

    A figure is its printed text; a list of texts if it is printed several times; None if it is
    missing. `decimals` says how many digits count, by default as printed; "INF" is exact.
    `rounding` is how digits were lost. Both are one for all or one a name. `bounds` hold whatever
    is printed.
    `weights` say how much it takes to doubt a figure. With `unit` figures are money, and their ends
    whole 分. `work` bounds the steps; when it is spent, `feasible` is None.

    >>> answer = prove({"a": "46.20", "b": "18.36", "c": "64.55"}, ["c = a + b"])
    >>> answer["feasible"]
    True
    >>> answer = prove({"a": "46.20", "b": "18.36", "c": "64.53"}, ["c = a + b"])
    >>> answer["feasible"], [sorted(one) for one in answer.solutions()]
    (False, [['a'], ['b'], ['c']])
    >>> print(answer["sum"])
    -1 * (c - a - b = 0)
    1 * (-a <= -46.195)
    1 * (-b <= -18.355)
    1 * (c <= 64.535)
    0 <= -0.015

    Raises RuleError for a row that cannot be read, LookupError for a name that is no figure,
    ParseError for a value that is no plain number, PrecisionError for digits beyond the decimals.
    """
    if decimals is not None and not isinstance(decimals, Mapping):
        decimals = dict.fromkeys(figures, decimals)
    for given in (decimals, bounds, weights):
        _known(given, figures)
    if not isinstance(rounding, str):
        _known(rounding, figures)
    asked = []
    for name, printed in figures.items():
        word = rounding if isinstance(rounding, str) else rounding.get(name, "nearest")
        if word not in ("nearest", "truncate"):
            raise errors.DomainError(
                "proof.rounding", zh=f"不认识的舍入方式“{word}”",
                en=f'unknown rounding "{word}": nearest or truncate', argument=str(word),
            )  # fmt: skip
        asked.append(
            (
                name,
                _values(name, printed, (decimals or {}).get(name)),
                word == "truncate",
                _ends(name, (bounds or {}).get(name)),
                (weights or {}).get(name, 1),
            )
        )
    return Proof(_core._prove(asked, list(rows), unit, work))
