# SPDX-License-Identifier: Apache-2.0
"""A page about a PDF of thirty pages, and the first paint of one with ten thousand findings.

The page is what `to_html` makes of an audit; its limit is a second more than the audit. The first
paint is Chromium's own measure, headless, of the page as a file.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2
from timing import least, report

import budgetcore

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))

from writers.pdf import write_pdf  # noqa: E402
from writers.printed import printed_tables  # noqa: E402

EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024-faulty-tables.txt"
PAGES, FINDINGS = 30, 10_000
HEAD = """2024年部门支出总表
部门名称：[021]某局 单位：万元
项目 2024年预算数
科目编码 科目名称 合计 基本支出 项目支出
"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"


def thirty_pages() -> bytes:
    """The tables of the example, as often as thirty pages take."""
    tables = printed_tables(budgetcore.read(EXAMPLE))
    once = len(pypdfium2.PdfDocument(write_pdf(tables)))
    return write_pdf(tables * -(-PAGES // once))


def many_findings() -> str:
    """A page about a table whose every row is wrong."""
    rows = "".join(f"{2010001 + i % 99} 项目{i} 3.50 3.00 0.17\n" for i in range(FINDINGS))
    made = budgetcore.read((HEAD + rows).encode(), name="many.txt").audit()
    assert len(made.findings) >= FINDINGS
    return budgetcore.to_html(made)


def first_paint(path: Path) -> float:
    """Seconds from the start of navigation, the least of five."""
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        times = []
        for _ in range(5):
            page = browser.new_page()
            page.goto(path.as_uri())
            while (painted := page.evaluate(PAINT)) < 0:
                time.sleep(0.01)
            times.append(painted / 1000)
            page.close()
        browser.close()
    return min(times)


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "a.pdf"
        pdf.write_bytes(thirty_pages())
        audited = budgetcore.read(pdf).audit()
        page = budgetcore.to_html(audited)
        assert len(page.encode()) < 5_000_000
        times = least({"page_30_pages/ours": lambda: budgetcore.to_html(audited)}, runs=5)
        if shutil.which("chromium"):
            many = Path(folder) / "many.html"
            many.write_text(many_findings(), "utf-8")
            times["page_10000_findings_first_paint/ours"] = first_paint(many)
    report(times)


if __name__ == "__main__":
    main()
