# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import Place

counts = st.none() | st.integers(1, 10**6)
corners = st.tuples(*[st.floats(0, 1000)] * 4)
places = st.builds(Place, st.text(), counts, counts, counts, st.none() | corners)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place("a.txt", line=12, column=3), "a.txt:12:3"),
        (Place("a.pdf", page=4), "a.pdf[4]"),
        (Place("a.pdf", page=4, line=12), "a.pdf[4]:12"),
        (Place(line=7), "7"),
    ],
)
def test_text_is_what_tools_print(place: Place, text: str) -> None:
    assert str(place) == text


@given(places)
def test_repr_evaluates_and_copies_are_equal(place: Place) -> None:
    assert eval(repr(place)) == place
    for other in (copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert other == place
        assert hash(other) == hash(place)


@given(places, places)
def test_order_is_total(a: Place, b: Place) -> None:
    assert [a < b, a == b, a > b].count(True) == 1
    assert (a <= b) == (not a > b)


def test_unknown_is_none_and_not_zero() -> None:
    assert Place("a").line is None
    with pytest.raises(ValueError, match="count from 1"):
        Place("a", line=0)
