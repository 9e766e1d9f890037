# SPDX-License-Identifier: Apache-2.0
"""The published PDF with notes: where they stand, what they say, and that nothing else changed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore import errors
from budgetcore.cli import main
from writers.pdf import Layout, write_pdf
from writers.printed import printed_tables

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"


def printed(tmp_path: Path, rotate: int = 0) -> Path:
    path = tmp_path / f"faulty{rotate}.pdf"
    path.write_bytes(write_pdf(printed_tables(bc.read(FAULTY)), Layout(rotate=rotate)))
    return path


def annotations(data: bytes) -> list[tuple[int, str]]:
    """What each note of each page says."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            (number, str(one.Contents))
            for number, page in enumerate(pdf.pages, start=1)
            for one in page.get("/Annots", [])
        ]


def picture(page: Any, turned: int) -> Any:
    """The page as it was turned to be read."""
    return page.render(scale=2).to_pil().convert("RGB").rotate(turned, expand=True)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_frames_stand_around_the_figures_that_findings_name(tmp_path: Path, rotate: int) -> None:
    path = printed(tmp_path, rotate)
    report = bc.read(path).audit()
    data = bc.to_marked_pdf(report)
    plain = pdfium.PdfDocument(path.read_bytes())
    marked = pdfium.PdfDocument(data)
    seen = 0
    for finding in report.findings:
        for place in finding.places:
            if place.place.box is None or not place.text or place.place.page is None:
                continue
            page = place.place.page - 1
            turned = report.disclosures[0].turned_pages.get((str(path), page + 1), 0)
            before, after = (picture(of[page], turned) for of in (plain, marked))
            x0, y0, x1, _ = (2 * one for one in place.place.box)
            edge = (int(x0 - 4), int(y0 - 4), int(x1 + 4), int(y0 + 1))
            if edge[0] < 0 or edge[1] < 0 or edge[2] > before.width or edge[3] > before.height:
                continue  # cut off where the page is shown
            assert before.crop(edge).tobytes() != after.crop(edge).tobytes(), place
            words = marked[page].get_textpage().get_text_bounded()
            assert words == plain[page].get_textpage().get_text_bounded()
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_is_told_in_a_note(tmp_path: Path, lang: Any) -> None:
    report = bc.read(printed(tmp_path)).audit()
    told = "\n".join(words for _, words in annotations(bc.to_marked_pdf(report, lang)))
    for number, finding in enumerate(report.findings, start=1):
        assert f"{number}. {finding.message(lang)}" in told


def test_what_was_noted_before_stays(tmp_path: Path) -> None:
    path = printed(tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        own = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text,
            Rect=pikepdf.Array([1, 1, 9, 9]), Contents=pikepdf.String("mine"),
        )  # fmt: skip
        for page in pdf.pages:
            page.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(own)]))
        pdf.save(path)
    data = bc.to_marked_pdf(bc.read(path).audit())
    pages = {number for number, words in annotations(data) if words == "mine"}
    assert len(pages) == len(pikepdf.open(io.BytesIO(data)).pages)


def test_what_has_no_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.ReadError) as no_pdf:
        bc.to_marked_pdf(bc.read(FAULTY).audit())
    assert no_pdf.value.id == "page.no_pdf"
    path = printed(tmp_path)
    report = bc.read(path).audit()
    data = path.read_bytes()
    path.unlink()
    with pytest.raises(errors.ReadError) as missing:
        bc.to_marked_pdf(report)
    assert missing.value.id == "page.no_original"
    assert bc.to_marked_pdf(report, originals=[data]).startswith(b"%PDF")
    assert bc.to_marked_pdf(report, originals=[data]) == bc.to_marked_pdf(report, originals=[data])


def test_a_pdf_that_asks_for_a_password(tmp_path: Path) -> None:
    path, locked = printed(tmp_path), tmp_path / "locked.pdf"
    with pikepdf.open(path) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="secret"))
    report = bc.read(locked, password="secret").audit()
    with pytest.raises(errors.ReadError) as refused:
        bc.to_marked_pdf(report)
    assert refused.value.id == "document.encrypted"
    assert annotations(bc.to_marked_pdf(report, password="secret"))


def test_the_command(tmp_path: Path) -> None:
    path, out = printed(tmp_path), tmp_path / "out.pdf"
    arguments = ["audit", str(path), "--format", "pdf", "--output", str(out)]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    assert annotations(out.read_bytes())
    run = CliRunner().invoke(main, ["audit", str(FAULTY), "--format", "pdf", "--output", str(out)])
    assert run.exit_code == 2
    assert "page.no_pdf" in run.output
