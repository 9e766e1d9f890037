# SPDX-License-Identifier: Apache-2.0
"""The errors that readers share."""

from __future__ import annotations

from budgetcore._core import Place
from budgetcore.errors import ReadError

__all__ = ["MOST_POSITIONS", "check_positions", "corrupt", "encrypted", "too_large"]

MOST_POSITIONS = 4_000_000
"""Rows × columns of a table, or of all sheets of a book."""


def corrupt(what: str, source: str, place: Place | None = None) -> ReadError:
    """A file that is not what it should be."""
    return ReadError(
        "document.corrupt",
        zh=f"不是完好的 {what} 文件",
        en=f"not a sound {what} file",
        place=place or Place(source),
    )


def encrypted(what: str, source: str) -> ReadError:
    """A file that asks for a password."""
    return ReadError(
        "document.encrypted",
        zh=f"{what} 已加密，需要密码",
        en=f"the {what} is encrypted and asks for a password",
        place=Place(source),
    )


def too_large(zh: str, en: str, source: str) -> ReadError:
    """More of something than is read; `zh` and `en` say of what and the limit."""
    return ReadError("document.too_large", zh=zh, en=en, place=Place(source))


def check_positions(positions: int, source: str) -> None:
    """Raises ReadError "document.too_large" for tables of too many rows × columns."""
    if positions > MOST_POSITIONS:
        raise too_large(
            f"表格过大，上限为 {MOST_POSITIONS} 格",
            f"tables too large, the limit is {MOST_POSITIONS} positions",
            source,
        )
