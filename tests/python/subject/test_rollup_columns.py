# SPDX-License-Identifier: Apache-2.0
"""Columns are added up several in one walk: each comes out as if it were alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from budgetcore import SubjectTree

CODES = ["201", "20101", "2010101", "2010102", "20102", "2010201", "205", "20501", "2050101"]
LEAVES = [code for code in CODES if len(code) == 7]
SMALL = st.integers(-(10**6), 10**6)
LARGE = st.integers(-(2 * 10**16), 2 * 10**16)  # whose bound does not fit 64 bits


@given(
    st.lists(
        st.one_of(
            *(st.lists(of, min_size=len(LEAVES), max_size=len(LEAVES)) for of in (SMALL, LARGE))
        ),
        min_size=1,
        max_size=10,
    )
)
def test_every_column_as_if_alone(columns: list[list[int]]) -> None:
    texts = {f"c{i}": [f"{yuan}.00" for yuan in column] for i, column in enumerate(columns)}
    together = SubjectTree.from_rows(LEAVES, None, texts, unit="元")
    for name, printed in texts.items():
        alone = SubjectTree.from_rows(LEAVES, None, {name: printed}, unit="元")
        got = [(one.code, one.computed(name)) for one in together.select()]
        assert got == [(one.code, one.computed(name)) for one in alone.select()]
    classes = together.select(level=1)
    for name, column in zip(texts, columns, strict=True):
        assert sum(one.computed(name).yuan for one in classes) == sum(column)
