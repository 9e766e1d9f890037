# SPDX-License-Identifier: Apache-2.0
"""The page in a browser: what a reader presses, and what they see then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

import budgetcore as bc

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"
SOUND = EXAMPLES / "yangquan-finance-2024.txt"


@pytest.fixture(scope="module")
def rebuilt() -> str:
    """The page of a text, which has no pictures."""
    return bc.to_html(bc.read(FAULTY).audit())


@pytest.fixture(scope="module")
def pictured(faulty_report: bc.Report) -> str:
    """The page of a PDF."""
    return bc.to_html(faulty_report)


def severities(page: Any) -> list[str]:
    return [words.split()[1] for words in page.eval_on_selector_all(
        "#list .finding", "all => all.map(one => one.className)")]  # fmt: skip


def test_the_gravest_finding_is_shown_with_its_figure_marked(
    opened: Callable[..., Any], pictured: str, faulty_report: bc.Report
) -> None:
    page = opened(pictured)
    finding = page.locator("#f0")
    assert finding.get_attribute("aria-current") == "true"
    assert faulty_report.findings[0].message("zh") in finding.inner_text()
    focus = page.locator("#sheet .box.focus")
    assert focus.count() == 1
    printed = faulty_report.findings[0].places[0]
    assert focus.get_attribute("aria-label").startswith(f"{printed.text}:")
    box, picture = focus.bounding_box(), page.locator("#sheet img").bounding_box()
    expected = printed.place.box
    assert expected is not None
    scale = picture["width"] / 842
    assert (
        abs(box["x"] + box["width"] / 2 - picture["x"] - scale * (expected[0] + expected[2]) / 2)
        < 3
    )
    assert (
        abs(box["y"] + box["height"] / 2 - picture["y"] - scale * (expected[1] + expected[3]) / 2)
        < 3
    )


def test_every_place_of_every_finding_can_be_reached_by_a_press(
    opened: Callable[..., Any], pictured: str, faulty_report: bc.Report
) -> None:
    page = opened(pictured)
    for index, finding in enumerate(faulty_report.findings):
        for at, place in enumerate(finding.places):
            if place.place.page is None:
                continue
            button = page.locator(f'#f{index} .place[data-at="{at}"]')
            if not button.is_visible():
                page.locator(f"#f{index} summary").click()
            button.click()
            assert button.get_attribute("aria-current") == "true"
            shown = page.locator("#turn select").last.evaluate(
                "s => s.selectedOptions[0].textContent"
            )
            assert shown.startswith(f"第 {place.place.page} 页"), (index, at)
            if place.text and place.place.box:
                assert page.locator("#sheet .focus").count() == 1


def test_a_figure_tells_its_statements_when_pointed_at_and_keeps_them_when_pressed(
    opened: Callable[..., Any], pictured: str
) -> None:
    page = opened(pictured)
    box = page.locator("#sheet .box.focus")
    box.hover()
    hint = page.locator("#hint")
    assert hint.is_visible()
    assert "✗" in hint.inner_text()
    box.click()
    pinned = page.locator("#pinned")
    assert pinned.is_visible()
    statement = pinned.locator(".statement").first
    assert "不成立" in statement.inner_text()
    statement.click()
    assert page.locator("#sheet .left").count() >= 1
    page.keyboard.press("Escape")
    assert pinned.is_hidden()


def test_a_corrected_figure_says_so(opened: Callable[..., Any]) -> None:
    seen = bc.Correction("支出总表", "201", "合计", "2797.94", "2797.49", reason="smudged")
    page = opened(bc.to_html(bc.read(SOUND).corrected([seen]).audit()))
    page.evaluate("goTo(figures.findIndex(of => of[FIGURE.text] === '2797.49'))")
    cell = page.locator("#sheet .focus")
    assert "marked" in cell.get_attribute("class").split()
    cell.hover()
    assert "经人工更正" in page.locator("#hint").inner_text()


def test_filters_leave_what_they_say(opened: Callable[..., Any], rebuilt: str) -> None:
    page = opened(rebuilt)
    everything = severities(page)
    assert {"error", "warning", "note"} <= set(everything)
    page.locator("#filters .chip.note").click()
    page.locator("#filters .chip.warning").click()
    assert set(severities(page)) == {"error"}
    page.locator("#filters .chip.note").click()
    page.locator("#filters .chip.warning").click()
    assert severities(page) == everything
    rule = page.locator("#filters select").nth(1)
    value = rule.locator("option").nth(1).get_attribute("value")
    rule.select_option(value)
    footers = page.locator("#list footer").all_text_contents()
    assert footers
    assert all(value in footer for footer in footers)
    rule.select_option("")
    page.locator("#search").fill("没有这样的文字")
    assert page.locator("#list .finding").count() == 0
    assert "没有符合条件" in page.locator("#list").inner_text()


def test_keys_do_what_the_help_says(opened: Callable[..., Any], rebuilt: str) -> None:
    page = opened(rebuilt)
    current = "#list .finding[aria-current]"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator(current).get_attribute("id") == "f1"
    page.keyboard.press("Enter")
    assert page.locator("#f1 .place[aria-current]").count() == 1
    page.keyboard.press("2")
    assert page.locator("#coverage").is_visible()
    page.keyboard.press("3")
    assert page.locator("#structure svg").is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("jjl")
    assert page.locator("#search").input_value() == "jjl"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.locator("#help").wait_for(state="hidden")
    before = page.locator("#turn select").last.input_value()
    page.keyboard.press("]" if before == "0" else "[")
    assert page.locator("#turn select").last.input_value() != before


def test_both_languages_say_what_the_report_says(opened: Callable[..., Any], rebuilt: str) -> None:
    report = bc.read(FAULTY).audit()
    page = opened(rebuilt)
    assert page.evaluate("document.documentElement.lang") == "zh"
    for lang in ("zh", "en"):
        heads = page.locator("#list h3").all_text_contents()
        messages = [one.message(lang) for one in report.findings]
        plain = [one.replace("【", "").replace("】", "") for one in messages]
        assert [" ".join(head.split()) for head in heads] == [
            " ".join(one.split()) for one in plain
        ]
        page.get_by_role("button", name="English" if lang == "zh" else "中文").click()
    assert page.evaluate("document.documentElement.lang") == "zh"


def test_coverage_says_what_was_not_checked_and_shows_it(
    opened: Callable[..., Any], rebuilt: str
) -> None:
    report = bc.read(FAULTY).audit()
    page = opened(rebuilt)
    page.keyboard.press("2")
    text = page.locator("#coverage").inner_text()
    figures = report.coverage.figures
    assert str(figures.read) in text
    assert f"没有核对的数字（{figures.unchecked} 个）" in text
    button = page.locator("#coverage .place").first
    button.click()
    assert page.locator("#sheet .focus").is_visible()
    assert "没有任何核对涉及" in page.locator("#pinned").inner_text() or page.locator(
        "#pinned .statement").count() > 0  # fmt: skip


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_both_schemes_at_two_sizes(
    opened: Callable[..., Any], rebuilt: str, width: int, height: int, scheme: str
) -> None:
    page = opened(rebuilt, width, height, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    poor = page.evaluate(CONTRAST)
    assert poor == []


# Words whose contrast with what lies behind them is below the 4.5 of WCAG AA.
CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const element of document.querySelectorAll("#top *, #side *, #turn *")) {
    const words = [...element.childNodes].some(one => one.nodeType === 3 && one.textContent.trim());
    const apart = element.closest("[aria-pressed=false], :disabled, option");
    if (!words || apart || !element.checkVisibility()) continue;
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) poor.add(`${element.tagName}.${element.className} ${contrast.toFixed(2)}`);
  }
  return [...poor];
}"""


def test_controls_have_names(opened: Callable[..., Any], pictured: str) -> None:
    page = opened(pictured)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, select, input, img, [role=img]")]
        .filter(one => !(one.getAttribute("aria-label") || one.textContent.trim() || one.alt))
        .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert nameless == []


def test_on_paper_stands_every_finding(opened: Callable[..., Any], rebuilt: str) -> None:
    report = bc.read(FAULTY).audit()
    page = opened(rebuilt)
    document = PdfDocument(page.pdf())
    text = "".join(document[i].get_textpage().get_text_bounded() for i in range(len(document)))
    for finding in report.findings:
        assert finding.id in text
    assert str(report.coverage.figures.read) in text
    assert "English" not in text


def test_paper_is_light_whatever_the_screen_is(opened: Callable[..., Any], rebuilt: str) -> None:
    page = opened(rebuilt, color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(ground) == "rgb(251, 251, 249)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(ground) == dark != "rgb(251, 251, 249)"
    page.keyboard.press("d")
    assert page.evaluate(ground) == "rgb(251, 251, 249)"


def hostile(times: int) -> bytes:
    """A table whose every row is wrong and whose names are an attack, or have no end."""
    evil = "<script>document.title='owned'</script><img src=x onerror=document.title='owned'>"
    names = [
        f"事务{i}{evil if i % 3 == 0 else chr(0x202E) if i % 3 == 1 else '长' * 5000}"
        for i in range(times)
    ]
    rows = "\n".join(f"{2010101 + i} {name} 3.50 3.00 0.17" for i, name in enumerate(names))
    head = "2024年部门支出总表\n部门名称：[021]某局 单位：万元\n项目 2024年预算数\n"
    return f"{head}科目编码 科目名称 合计 基本支出 项目支出\n{rows}\n".encode()


def test_a_hostile_document_is_text_and_nothing_more(opened: Callable[..., Any]) -> None:
    report = bc.read(hostile(12), name="<script>document.title='owned'</script>.txt").audit()
    assert len(report.findings) > 9
    page = opened(bc.to_html(report))
    for key in ("2", "3", "1"):
        page.keyboard.press(key)
    page.locator("#sheet .fig").first.click()
    assert page.title() != "owned"
    assert page.locator("#app script, #app img").count() == 0
    assert "⟨U+202E⟩" in page.locator("#list").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_page_with_thousands_of_findings_can_be_used(opened: Callable[..., Any]) -> None:
    rows = "\n".join(f"{2010000 + i % 99 + 1} 项目{i} 3.50 3.00 0.17" for i in range(2000))
    head = "2024年部门支出总表\n部门名称：[021]某局 单位：万元\n项目 2024年预算数\n"
    text = f"{head}科目编码 科目名称 合计 基本支出 项目支出\n{rows}\n"
    report = bc.read(text.encode(), name="many.txt").audit()
    assert len(report.findings) >= 2000
    page = opened(bc.to_html(report))
    assert page.locator("#list .finding").count() < 200
    assert page.locator("#sheet tr").count() < 200
    page.locator("#search").fill("项目1999")
    assert page.locator("#list .finding").count() >= 1
    page.locator("#list .place").first.click()
    assert "3.50" in page.locator("#sheet .focus").inner_text()


def test_scripts_other_than_its_own_do_not_run(browser: Any, rebuilt: str, tmp_path: Path) -> None:
    alien = "<script>document.title = 'owned'</script>"
    file = tmp_path / "forged.html"
    for text, title in ((rebuilt.replace("</main>", f"</main>{alien}"), False),
                        (f"<title>mine</title>{alien}", True)):  # fmt: skip
        file.write_text(text, "utf-8")
        page = browser.new_page()
        page.goto(file.as_uri())
        assert (page.title() == "owned") is title
        page.close()


def test_the_list_of_a_folder_filters_and_sorts(browser: Any, tmp_path: Path) -> None:
    from budgetcore.page.index import entry_of, to_index

    reports = [bc.read(path).audit() for path in (SOUND, FAULTY)]
    entries = [entry_of(report) for report in reports]
    (tmp_path / "index.html").write_text(to_index(entries, ["a.html", "b.html"], "zh"), "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    errors = [int(text) for text in page.locator("td:nth-child(5)").all_inner_texts()]
    assert errors == sorted(errors, reverse=True)
    page.locator("th button").nth(4).click()
    assert [int(text) for text in page.locator("td:nth-child(5)").all_inner_texts()] == sorted(
        errors
    )
    page.locator("#search").fill("faulty")
    assert page.locator("tbody tr:visible").count() == 1
    page.close()
