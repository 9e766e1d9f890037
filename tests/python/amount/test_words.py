# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Money, Unit, errors

fen = st.integers(-(2**63), 2**63 - 1)
sparse = st.lists(st.sampled_from("0000123456789"), min_size=1, max_size=18).map(
    lambda digits: int("".join(digits))
)


@given(st.one_of(fen, sparse))
def test_reading_gives_back_what_was_written(value: int) -> None:
    amount = Money.of_fen(value)
    words = amount.in_words()
    assert Money.from_words(words) == amount
    assert Money.from_words("人民币" + words.replace("整", "正").replace("元", "圆")) == amount


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("3,296.30万元", "叁仟贰佰玖拾陆万叁仟元整"),
        ("1409.50元", "壹仟肆佰零玖元伍角整"),
        ("325.04元", "叁佰贰拾伍元零肆分"),
        ("-0.07元", "负柒分"),
        ("1亿元", "壹亿元整"),
    ],
)
def test_table(figures: str, words: str) -> None:
    assert Money.parse(figures, Unit.yuan).in_words() == words
    assert Money.from_words(words) == Money.parse(figures, Unit.yuan)


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("", "empty", 0),
        ("壹仟玖元", "missing_zero", 2),
        ("叁佰仟元整", "missing_digit", 2),
        ("叁万零伍仟元", "misplaced_zero", 2),
        ("叁拾伍拾元", "wrong_order", 3),
        ("叁元伍角贰分整", "trailing_text", 6),
        ("3,296.30", "unknown_word", 0),
        ("叁点伍伍伍元", "too_fine", 5),
    ],
)
def test_refused(text: str, reason: str, position: int) -> None:
    with pytest.raises(errors.ParseError) as caught:
        Money.from_words(text)
    error = caught.value
    assert (error.id, error.reason, error.position) == ("amount.words", reason, position)


@given(st.text(alphabet="零壹贰叁拾佰仟万亿元角分整点负 x", max_size=12))
def test_what_is_read_is_written_alike(text: str) -> None:
    try:
        amount = Money.from_words(text)
    except errors.ParseError:
        return
    assert Money.from_words(amount.in_words()) == amount
