# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import builtins
import pickle

import pytest

from budgetcore import DecimalInterval, Error, Money, Place, Rounding, Unit, errors


def raised(call: object) -> Error:
    with pytest.raises(Error) as caught:
        call()  # type: ignore[operator]
    return caught.value


@pytest.mark.parametrize(
    ("call", "kind", "builtin", "error_id", "fields"),
    [
        (
            lambda: Money.of_fen(2**63 - 1) + Money.of_fen(1),
            errors.OverflowError,
            builtins.OverflowError,
            "amount.overflow",
            {"operation": "add", "left": "92233720368547758.07元", "right": "0.01元"},
        ),
        (
            lambda: Money.of(1, Unit.unknown),
            errors.UnitMismatch,
            ValueError,
            "amount.unit_unknown",
            {"left": "", "right": "元"},
        ),
        (
            lambda: Money.parse("共 12..5", Unit.yuan),
            errors.ParseError,
            ValueError,
            "amount.parse",
            {"text": "共 12..5"},
        ),
        (
            lambda: Money.of_fen(1) / Money(),
            errors.DivisionByZero,
            ZeroDivisionError,
            "amount.division_by_zero",
            {"dividend": "0.01元"},
        ),
        (
            lambda: DecimalInterval(2, 1),
            errors.DomainError,
            ValueError,
            "amount.interval_reversed",
            {"argument": "2"},
        ),
    ],
)
def test_every_error_has_its_type_id_and_fields(
    call: object, kind: type[Error], builtin: type[Exception], error_id: str, fields: dict[str, str]
) -> None:
    error = raised(call)
    assert type(error) is kind
    assert isinstance(error, builtin)
    assert error.id == error_id
    assert {name: getattr(error, name) for name in fields} == fields
    assert error.place == Place()
    assert error.message("zh") != error.message("en") == str(error)


def test_position_counts_characters_and_not_bytes() -> None:
    error = raised(lambda: Money.parse("１２..5", Unit.yuan))
    assert isinstance(error, errors.ParseError)
    assert error.reason == "two_points"
    assert error.text[error.position] == "."


def test_errors_survive_a_process_border() -> None:
    error = raised(lambda: Money.of(1, Unit.unknown))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert again.__dict__ == error.__dict__
    assert str(again) == str(error)


def test_hostile_text_still_gives_a_message() -> None:
    error = raised(lambda: Money.parse("9" * 1_000_000, Unit.yuan))
    assert isinstance(error, errors.ParseError)
    assert error.reason == "too_long"
    assert len(str(error)) < 200


def test_a_rounding_is_needed_where_digits_would_be_lost() -> None:
    third = Money.of_yuan(1) / Money.of_yuan(3)
    error = raised(lambda: Money.of(third.to_fraction(), Unit.yuan))
    assert error.id == "amount.inexact"
    assert Money.of(third.to_fraction(), Unit.yuan, Rounding.up) == Money.of_fen(34)
