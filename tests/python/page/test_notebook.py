# SPDX-License-Identifier: Apache-2.0
"""What a notebook shows of a report, a finding and a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest

import budgetcore as bc
from budgetcore import errors


def test_a_report_shows_verdict_findings_and_its_text(faulty_report: bc.Report) -> None:
    html = faulty_report._repr_html_()
    tree = lxml.html.fromstring(html)
    text = tree.text_content()
    assert "不成立" in text
    for finding in faulty_report.findings:
        assert finding.message("zh") in text
    assert faulty_report.to_text("zh").splitlines()[-1] in text
    assert len(tree.findall(".//details")) == len(faulty_report.findings) + 1
    assert "<script" not in html


def test_nothing_of_a_document_is_markup(faulty: bytes) -> None:
    text = faulty.decode().replace("行政运行", "<img src=x>运行").replace("某局", "<b>局")
    report = bc.read(text.encode(), name="<i>.txt").audit()
    for html in (report._repr_html_(), *(one._repr_html_() for one in report.findings)):
        assert "<img" not in html
        assert "<i>" not in html
        assert "<b>局" not in html
    assert "errors" in repr(report)


def test_a_finding_unfolds_its_arithmetic(faulty_report: bc.Report) -> None:
    finding = faulty_report.findings[0]
    tree = lxml.html.fromstring(finding._repr_html_())
    assert finding.message("zh") in tree.find("summary").text_content()
    assert tree.find("pre").text_content().splitlines()[0] in finding.explain("zh")


def test_a_page_shows_its_figures_framed(faulty_report: bc.Report) -> None:
    spoken = {
        place.place.page
        for one in faulty_report.findings
        for place in one.places
        if place.place.box and place.text
    }
    for page in sorted(one for one in spoken if one):
        marked = faulty_report.show(page=page)
        tree = lxml.html.fromstring(marked._repr_html_())
        frames = tree.findall(".//rect")
        boxes = {
            place.place.box
            for one in faulty_report.findings
            for place in one.places
            if place.place.page == page and place.place.box and place.text
        }
        corners = {(float(f.get("x")) + 1.5, float(f.get("y")) + 1.5) for f in frames}
        assert len(corners) == len(boxes)
        for x0, y0, _, _ in boxes:
            assert any(abs(x - x0) < 0.01 and abs(y - y0) < 0.01 for x, y in corners)
        assert marked.findings
        assert all(one.message("zh") in tree.text_content() for one in marked.findings)
    assert faulty_report.show().page in spoken


def test_a_page_that_is_not_there(
    faulty_report: bc.Report, faulty: bytes, faulty_pdf: Path
) -> None:
    with pytest.raises(errors.LookupError) as unknown:
        faulty_report.show(page=999)
    assert unknown.value.id == "page.unknown"
    with pytest.raises(errors.ReadError) as missing:
        bc.read(faulty).audit().show()
    assert missing.value.id == "page.no_original"
    report = bc.read(faulty_pdf.read_bytes()).audit()
    with pytest.raises(errors.ReadError):
        report.show(page=1)
    assert report.show(page=1, originals=[faulty_pdf]).page == 1


def test_frames_stand_over_their_figures_in_a_browser(
    browser: Any, faulty_report: bc.Report, tmp_path: Path, opened: Callable[..., Any]
) -> None:
    del opened  # a fragment, not a page of ours
    file = tmp_path / "cell.html"
    file.write_text(faulty_report.show()._repr_html_(), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    picture = page.locator("svg image").bounding_box()
    frame = page.locator("svg rect").first.bounding_box()
    assert picture["width"] > 500
    assert picture["x"] <= frame["x"] <= picture["x"] + picture["width"]
    assert picture["y"] <= frame["y"] <= picture["y"] + picture["height"]
    page.close()
