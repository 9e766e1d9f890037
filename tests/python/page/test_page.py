# SPDX-License-Identifier: Apache-2.0
"""What a page holds, without a browser: its data, its pictures, its list."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main
from budgetcore.page import images
from budgetcore.page.index import Entry, file_names, to_index
from budgetcore.page.pictures import pictures_of

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
SOUND = EXAMPLES / "yangquan-finance-2024.txt"


def part(text: str, name: str) -> object:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.S)
    assert found
    return json.loads(found[1])


def test_the_view_numbers_every_figure_that_a_statement_speaks_of() -> None:
    report = bc.read(SOUND).audit()
    view = json.loads(report._view())
    count = len(view["figures"])
    for statement in view["statements"]:
        for figure in (*statement[5], *statement[6], *statement[7]):
            assert 0 <= figure < count
    assert sum(view["head"]["figures"][1:]) == view["head"]["figures"][0]
    assert len(view["unchecked"]) == report.coverage.figures.unchecked
    assert [one["id"] for one in view["findings"]] == [one.id for one in report.findings]
    tables = view["documents"][0]["tables"]
    for document, table, row, column, _, _, text, _ in view["figures"]:
        if document == 0 and 0 <= table < len(tables):
            assert tables[table]["rows"][row][2][column] == text


def test_figures_of_the_narrative_are_cut_out_of_its_text_where_they_stand() -> None:
    view = json.loads(bc.read(SOUND).audit()._view())
    told = {row: text for _, table, row, _, _, _, text, _ in view["figures"] if table == -1}
    found = {}
    for text, _, _, inside, _ in view["documents"][0]["passages"]:
        units = text.encode("utf-16-le")
        for index, begin, end in inside:
            found[index] = units[2 * begin : 2 * end].decode("utf-16-le")
    assert len(found) > 50
    for row, text in told.items():
        assert found[row].startswith(text), row


def test_a_statement_without_figures_has_no_arithmetic() -> None:
    report = bc.read(SOUND).audit()
    empty = [
        i
        for i, one in enumerate(report.obligations)
        if one.kind is bc.ObligationKind.ratio and not one.left
    ]
    assert empty
    for index in range(len(report.obligations)):
        text = report.arithmetic(index, "en")
        assert not (index in empty and text)


def test_pages_of_a_pdf_are_pictures_that_fit_its_boxes(
    faulty_report: bc.Report, faulty_pdf: Path
) -> None:
    pictures = images.page_images(faulty_report)
    pages = faulty_report.disclosures[0].pages
    assert pages is not None
    assert (
        list(pictures) == [f"0/0/{page}" for page in range(1, pages + 1)] or len(pictures) == pages
    )
    for image in pictures.values():
        assert (round(image.width), round(image.height)) == (842, 595)
        assert image.data.startswith(b"\x89PNG")
        assert len(image.data) < 60_000
    view = json.loads(faulty_report._view())
    boxes = [figure[5] for figure in view["figures"] if figure[0] == 0]
    assert all(0 <= x0 < x1 <= 842 and 0 <= y0 < y1 <= 595 for x0, y0, x1, y1 in boxes)
    text = bc.to_html(faulty_report)
    assert len(text.encode()) < 5_000_000


def test_a_picture_is_made_of_the_file_that_was_read_or_of_none(
    faulty_pdf: Path, tmp_path: Path
) -> None:
    data = faulty_pdf.read_bytes()
    report = bc.read(data).audit()
    assert images.page_images(report) == {}
    assert (
        images.page_images(report, [data]).keys() == images.page_images(report, [faulty_pdf]).keys()
    )
    assert images.page_images(report, [data + b"\n"]) == {}
    moved = tmp_path / "moved.pdf"
    moved.write_bytes(data)
    later = bc.read(moved).audit()
    moved.write_bytes(data + b"%")
    assert images.page_images(later) == {}
    with pytest.raises(OSError, match="none"):
        images.page_images(report, [tmp_path / "none.pdf"])


def test_pictures_of_findings_come_first_where_there_is_no_room_for_all(
    faulty_report: bc.Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = {
        place.place.page
        for one in faulty_report.findings
        for place in one.places
        if place.place.page
    }
    monkeypatch.setattr(images, "_MOST_BYTES", 60_000)
    pages = [int(key.split("/")[2]) for key in images.page_images(faulty_report)]
    assert pages
    assert len(pages) < (faulty_report.disclosures[0].pages or 0)
    first = pages[: min(len(pages), len(spoken))]
    assert set(first) <= spoken


def test_a_corrected_figure_is_marked() -> None:
    seen = bc.Correction("支出总表", "201", "合计", "2797.94", "2797.49", reason="smudged")
    report = bc.read(SOUND).corrected([seen]).audit()
    marks = {figure[6]: figure[7] for figure in json.loads(report._view())["figures"] if figure[7]}
    assert marks == {"2797.49": ["经人工更正", "corrected by hand"]}
    book = openpyxl.load_workbook(io.BytesIO(bc.to_working_paper(report, "en")))
    notes = [
        (cell.value, cell.comment.text)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment and "corrected by hand" in cell.comment.text
    ]
    assert [value for value, _ in notes] == [2797.49]


def test_nothing_that_a_document_prints_becomes_markup() -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    lines = SOUND.read_text("utf-8").replace("一般行政管理事务", f"事务{evil}")
    text = bc.to_html(bc.read(lines.encode(), name=f"{evil}.txt").audit())
    assert "事务</script>" not in text
    assert "<img" not in text
    assert text.count("</script>") == 4
    told = part(text, "data")
    assert evil in json.dumps(told)


def test_the_pictures_show_the_seed_figures() -> None:
    pictures = part(bc.to_html(bc.read(SOUND).audit()), "pictures")
    assert isinstance(pictures, dict)
    shares = {row[1]: row[3] for row in pictures["shares"]["rows"]}
    assert shares["一般公共服务支出"] == "84.88%"
    assert shares["社会保障和就业支出"] == "9.63%"
    assert [band[1] for band in pictures["flow"]["sources"]] == ["3,296.30"]


def test_the_year_before_stands_beside_this_one() -> None:
    text = SOUND.read_text("utf-8")
    last = text.replace("2024", "2023").replace("2797.94", "2097.94").replace("3296.30", "2596.30")
    previous = bc.read(last.encode(), name="2023.txt")
    pictures = pictures_of(bc.read(SOUND).audit(previous=previous))
    rows = {row[1]: row[2:6] for row in pictures["years"]["rows"]}
    assert pictures["years"]["labels"] == ["2023年 合计", "2024年 合计"]
    assert rows["一般公共服务支出"] == ["2,097.94", "2,797.94", "+700.00", "33.37%"]
    assert rows["合计"][3] == "26.96%"
    assert "years" not in pictures_of(bc.read(SOUND).audit())


def test_page_names_are_those_of_the_files_and_never_meet() -> None:
    names = file_names(["a/x.pdf", "b/x.pdf", "-", "index.pdf", "X.txt", "../年 报?.xlsx"], "html")
    assert names == ["x.html", "x-2.html", "stdin.html", "index-2.html", "X-3.html", "年_报_.html"]


def test_a_folder_becomes_pages_and_a_list(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in ("yangquan-finance-2024.txt", "yangquan-finance-2024-faulty-tables.txt"):
        (source / name).write_bytes((EXAMPLES / name).read_bytes())
    (source / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    out = tmp_path / "out"
    run = CliRunner().invoke(main, ["audit", str(source), "--format", "html", "--output", str(out)])
    assert run.exit_code == 2
    assert sorted(path.name for path in out.iterdir()) == [
        "index.html", "yangquan-finance-2024-faulty-tables.html", "yangquan-finance-2024.html",
    ]  # fmt: skip
    text = (out / "index.html").read_text("utf-8")
    assert text.count("<tr>") == 4
    assert 'href="yangquan-finance-2024.html"' in text
    assert "document.corrupt" in text


def test_several_pages_need_a_folder(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["audit", str(SOUND), str(SOUND), "--format", "html"])
    assert run.exit_code == 2
    assert "--output" in run.output
    file = tmp_path / "file"
    file.touch()
    arguments = ["audit", str(SOUND), str(SOUND), "--format", "html", "--output", str(file)]
    assert CliRunner().invoke(main, arguments).exit_code == 2
    nowhere = str(tmp_path / "no" / "page.html")
    run = CliRunner().invoke(main, ["audit", str(SOUND), "--format", "html", "--output", nowhere])
    assert run.exit_code == 2
    assert "page.html" in run.output


def test_the_list_is_safe_against_markup() -> None:
    entry = Entry(
        "<b>.pdf",
        organisation="<script>alert(1)</script>",
        kind=bc.DisclosureKind.budget,
        verdict=bc.Verdict.violated,
    )
    text = to_index([entry], ["b.html"], "en")
    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text
