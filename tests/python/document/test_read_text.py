# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetcore import errors, read_text

TEXT = "第一行\n第二行  有空格\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_that_are_read(encoding: str) -> None:
    document = read_text(TEXT.encode(encoding), "a.txt")
    assert [line.text for line in document.lines] == ["第一行", "第二行  有空格"]
    assert [line.number for line in document.lines] == [1, 2]
    assert document.source == "a.txt"


def test_form_feeds_are_pages() -> None:
    document = read_text("一\n\f二\n三\n".encode())
    assert [line.page for line in document.lines] == [1, 2, 2]
    assert document.pages == 2
    assert read_text(b"a").pages is None


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    try:
        outcome = "read" if read_text(data, "a").lines else "no line"
    except errors.ReadError as error:
        outcome = error.id
    assert outcome in {"read", "document.empty", "document.encoding"}


def test_other_threads_run_meanwhile() -> None:
    data = ("2010601 行政运行 3.50 3.50\n" * 1_000_000).encode()
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    begin = time.perf_counter()
    read_text(data)
    end = time.perf_counter()
    done.set()
    ticker.join()
    assert len([moment for moment in ticks if begin < moment < end]) >= 3
