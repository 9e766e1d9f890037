# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Classification, SubjectCode, errors

digits = st.sampled_from([3, 5, 7, 9, 11]).flatmap(
    lambda n: st.integers(10 ** (n - 1), 10**n - 1).map(str)
)


@given(digits, digits)
def test_order_is_that_of_a_printed_list(a: str, b: str) -> None:
    assert (SubjectCode(a) < SubjectCode(b)) == (a < b)
    assert (SubjectCode(a) == SubjectCode(b)) == (a == b)


@given(digits)
def test_copies_and_parents(text: str) -> None:
    code = SubjectCode(text)
    assert str(code) == text
    assert eval(repr(code)) == code == copy.copy(code) == pickle.loads(pickle.dumps(code))
    assert hash(copy.copy(code)) == hash(code)
    if code.parent is None:
        assert len(text) == 3
    else:
        assert str(code.parent) == text[:-2]
        assert code.parent.is_ancestor_of(code)
    assert not code.is_ancestor_of(code)


@pytest.mark.parametrize(
    ("text", "position"),
    [("20x", 2), ("20", 2), ("2010", 4), ("020", 0), ("", 0), ("2" * 12, 11), ("２０１", 0)],
)
def test_what_is_no_code(text: str, position: int) -> None:
    with pytest.raises(errors.ParseError) as caught:
        SubjectCode(text)
    assert caught.value.id == "subject.code"
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "classification"),
    [
        ("2010601", Classification.functional),
        ("30113", Classification.economic_department),
        ("501", Classification.economic_government),
        ("101", Classification.revenue),
        ("901", None),
    ],
)
def test_the_first_digit_tells_the_list(text: str, classification: Classification | None) -> None:
    assert SubjectCode(text).classification is classification
