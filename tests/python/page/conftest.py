# SPDX-License-Identifier: Apache-2.0
"""A browser, and reports as files that it can open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import budgetcore as bc
from writers.pdf import write_pdf
from writers.printed import printed_tables

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"

_OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, headless; skips where there is none."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium: install Debian's package")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=_OPTIONS)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Opens a page; fails at the end if it raised an error or asked the network for anything."""
    pages, faults = [], []

    def call(text: str, width: int = 1400, height: int = 900, **options: Any) -> Any:
        file = tmp_path / f"page{len(pages)}.html"
        file.write_text(text, "utf-8")
        page = browser.new_page(viewport={"width": width, "height": height}, **options)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:")) else faults.append(r.url),
        )
        page.goto(file.as_uri())
        page.wait_for_selector("#turn select")
        pages.append(page)
        return page

    yield call
    for page in pages:
        page.close()
    assert faults == []


@pytest.fixture(scope="session")
def faulty_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the faulty example, printed as a PDF."""
    disclosure = bc.read(EXAMPLES / "yangquan-finance-2024-faulty-tables.txt")
    path = tmp_path_factory.mktemp("pdf") / "faulty.pdf"
    path.write_bytes(write_pdf(printed_tables(disclosure)))
    return path


@pytest.fixture(scope="session")
def faulty_report(faulty_pdf: Path) -> bc.Report:
    """Its audit."""
    return bc.read(faulty_pdf).audit()
