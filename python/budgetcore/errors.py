# SPDX-License-Identifier: Apache-2.0
"""What budgetcore raises: one root, `Error`, and a few children with fields.

Tell errors apart by class, by `id` and by the fields, never by the message, which exists in
both languages and may change. Each child is also the built-in error that a Python program
expects in its place, so `except ValueError` keeps working.
"""

# The names are those of the C++ library.
# ruff: noqa: A001, N818

from __future__ import annotations

import builtins
from typing import Any, Literal

from budgetcore._core import Place

__all__ = [
    "BatchError",
    "CellNotRead",
    "ColumnError",
    "ConfigError",
    "CorrectionError",
    "DivisionByZero",
    "DomainError",
    "DossierError",
    "Error",
    "FrameError",
    "LookupError",
    "OverflowError",
    "ParseError",
    "PlotError",
    "PrecisionError",
    "ReadError",
    "RuleError",
    "TreeError",
    "UnitMismatch",
    "WeightError",
]


class Error(Exception):
    """Root of all errors of budgetcore.

    >>> error = Error("demo.id", zh="不行", en="no")
    >>> error.id, error.message("zh"), str(error)
    ('demo.id', '不行', 'no')
    """

    id: str
    """Stable name of the error, "<layer>.<what>"."""
    place: Place
    """Where it happened; unknown parts are None."""

    def __init__(self, error_id: str, *, zh: str, en: str, place: Place | None = None) -> None:
        super().__init__(en)
        self.id = error_id
        self.place = Place() if place is None else place
        self._messages = {"zh": zh, "en": en}

    def message(self, lang: Literal["zh", "en"] = "en") -> str:
        """What happened, in the language asked for."""
        return self._messages[lang]

    def __str__(self) -> str:
        return self._messages["en"]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(cls: type[Error], args: tuple[Any, ...], fields: dict[str, Any]) -> Error:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(fields)
    return error


class OverflowError(Error, builtins.OverflowError):
    """A result does not fit its type. Nothing is ever wrapped or clipped instead."""

    operation: str
    """A word such as "add"."""
    left: str
    """First operand, as text."""
    right: str
    """Second operand, as text; "" where there is none."""
    index: int | None
    """Element of a column, from 0; None outside columns."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        operation: str = "", left: str = "", right: str = "", index: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.operation, self.left, self.right, self.index = operation, left, right, index


class ColumnError(Error, ValueError):
    """A text of a column is no amount."""

    row: int
    """Which text of the column, from 0."""
    text: str
    """The text given."""
    why: str
    """A stable word: not_a_number, percentage, no_unit, finer or too_large."""
    column: str
    """Name of the column, "" where there is only one."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        row: int = 0, text: str = "", why: str = "", column: str = "",
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.row, self.text, self.why, self.column = row, text, why, column


class UnitMismatch(Error, ValueError):
    """Two units that do not go together, or a unit that is not known where one is needed."""

    left: str
    """The unit found, as printed; "" where unknown."""
    right: str
    """The unit needed, as printed; "" for any known unit."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        left: str = "", right: str = "",
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.left, self.right = left, right


class ParseError(Error, ValueError):
    """A text is not what it should be: not a number, not an amount, not a code."""

    text: str
    """The text given."""
    reason: str
    """A stable word, such as "two_points"."""
    position: int
    """Character of `text` where reading failed, from 0."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        text: str = "", reason: str = "", position: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.text, self.reason, self.position = text, reason, position


class ReadError(Error, ValueError):
    """A file or document could not be read: encoding, empty, no table, a format not known."""


class RuleError(Error, ValueError):
    """A rule file is wrong at `place`; `expected` says what would have been right there."""

    expected: str
    """What would have been right; may be ""."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None, expected: str = ""
    ) -> None:
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.expected = expected


class FrameError(Error, ValueError):
    """A frame lacks a column that is needed, or has several of one name."""

    column: str
    """The column that is meant."""

    def __init__(self, error_id: str, *, zh: str, en: str, column: str) -> None:
        super().__init__(error_id, zh=zh, en=en)
        self.column = column


class BatchError(Error, ValueError):
    """A batch cannot be run, or its results cannot be opened; `path` is the folder."""

    path: str
    """The folder of the results."""

    def __init__(self, error_id: str, *, zh: str, en: str, path: str) -> None:
        super().__init__(error_id, zh=zh, en=en, place=Place(path))
        self.path = path


def no_files(folder: str) -> BatchError:
    """The error for a folder without files that are read."""
    return BatchError(
        "batch.no_files",
        zh="文件夹中没有可读取的文件",
        en="no file in this folder has an ending that is read",
        path=folder,
    )


class DossierError(Error, ValueError):
    """Disclosures do not belong together."""

    bodies: list[str]
    """Whose they are."""

    def __init__(self, error_id: str, *, zh: str, en: str, bodies: list[str]) -> None:
        super().__init__(error_id, zh=zh, en=en)
        self.bodies = bodies


class PlotError(Error, ValueError):
    """What cannot be drawn: nothing, an area below zero, a column that was not named."""


class LookupError(Error, KeyError):
    """A name was looked up and is not there; the nearest names are offered."""

    name: str
    """The name asked for."""
    suggestions: list[str]
    """Nearest names, best first; may be empty."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        name: str = "", suggestions: list[str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.name, self.suggestions = name, list(suggestions or [])


class DivisionByZero(Error, ZeroDivisionError):
    """A quotient by zero was asked for."""

    dividend: str
    """What was to be divided, as text."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None, dividend: str = ""
    ) -> None:
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.dividend = dividend


class DomainError(Error, ValueError):
    """An argument outside what a function is defined for."""

    argument: str
    """The argument, as text."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None, argument: str = ""
    ) -> None:
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.argument = argument


class PrecisionError(Error, ValueError):
    """A figure with digits other than 0 beyond the precision that is stated for it."""

    text: str
    """The figure as printed."""
    decimals: int
    """The digits after the point that count; negative before it."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None, text: str = "",
        decimals: int = 0,
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.text = text
        self.decimals = decimals


class WeightError(Error, ValueError):
    """Weights that nothing can be split by."""

    index: int | None
    """Place of the weight at fault in the list, from 0; None where all are."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        index: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.index = index


class TreeError(Error, ValueError):
    """Rows do not make a tree: a code of odd length or printed twice, a parent that is none."""

    row: int
    """Index of the first row that does not fit, from 0."""
    text: str
    """Its code, or the parent that it names."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None,
        row: int = 0, text: str = "",
    ) -> None:  # fmt: skip
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.row, self.text = row, text


class _WithText(Error, ValueError):
    """An error about a text at a place."""

    text: str
    """What is at fault."""

    def __init__(
        self, error_id: str, *, zh: str, en: str, place: Place | None = None, text: str = ""
    ) -> None:
        super().__init__(error_id, zh=zh, en=en, place=place)
        self.text = text


class CellNotRead(_WithText):
    """A cell that is needed was not read: `text` is printed there, `place` says where."""


class CorrectionError(_WithText):
    """A correction cannot be applied.

    `text` is a name that is not there or what was read instead, `place` that in the file of
    corrections.
    """


class ConfigError(_WithText):
    """A configuration or a baseline does not say what it should; `text` is the entry at fault."""
