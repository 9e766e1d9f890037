# SPDX-License-Identifier: Apache-2.0
"""Pictures: lengths are shares, labels are printed figures, Chinese shows or is left out."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest

mpl.use("Agg")

import matplotlib.pyplot as plt
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

import budgetcore as bc
from budgetcore import SubjectTree
from budgetcore.errors import PlotError
from budgetcore.plots import FontWarning, chinese_font, fonts, plot_changes, plot_shares

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/disclosures/yangquan-finance-2024.txt"
NAMES = ["一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]


def of(*amounts: str | None, names: list[str] | None = None) -> SubjectTree:
    codes = ["201", "208", "210", "221"][: len(amounts)]
    return SubjectTree.from_rows(
        codes, (names or NAMES)[: len(amounts)], {"合计": list(amounts)}, unit="万元"
    )


BEFORE = of("2600.10", "330.20", "70.00", "100.00")
AFTER = of("2797.94", "317.57", "65.15", "115.63")


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a glyph that is missing warns when it is drawn
        yield
    plt.close("all")


@pytest.fixture(scope="module")
def doc() -> bc.Disclosure:
    return bc.read(EXAMPLE)


def texts_of(axes: Any) -> list[str]:
    return [one.get_text() for one in axes.figure.findobj(Text) if one.get_text()]


def drawn(axes: Any, path: Path) -> list[str]:
    """Draws the picture and gives its texts; a glyph that no font has is an error."""
    axes.figure.savefig(path / "picture.png")
    return texts_of(axes)


def test_the_font_has_the_characters() -> None:
    family = chinese_font()
    assert family is not None
    path = mpl.font_manager.findfont(family)
    assert all(FT2Font(path).get_char_index(ord(c)) for c in "一般公共预算财政拨款支出")


@pytest.mark.parametrize("style", ["default", "dark_background"])
def test_every_picture_in_light_and_dark(doc: bc.Disclosure, style: str, tmp_path: Path) -> None:
    with plt.style.context(style):
        icicle = drawn(doc["支出总表"].tree("合计").plot(), tmp_path)
        waterfall = drawn(bc.compare(BEFORE, AFTER).plot(), tmp_path)
        bars = drawn(plot_shares({2023: BEFORE, 2024: AFTER}), tmp_path)
        flow = drawn(doc.plot(), tmp_path)
    assert "2,797.94万元  84.88%" in icicle
    assert {"3,100.30万元", "+197.84万元", "-12.63万元", "3,296.29万元"} <= set(waterfall)
    assert {"83.87%", "84.88%", "3,100.30万元"} <= set(bars)
    assert "一般公共服务支出\n2,797.94万元  84.88%" in flow


def test_an_icicle_is_as_high_as_the_share(doc: bc.Disclosure) -> None:
    axes = AFTER.plot(depth=1)
    heights = [patch.get_height() for patch in axes.patches]
    assert heights[0] == pytest.approx(1)
    assert heights[1:] == pytest.approx(
        [279794 / 329629, 31757 / 329629, 6515 / 329629, 11563 / 329629]
    )


def test_a_name_that_is_too_long_is_cut(tmp_path: Path) -> None:
    long = "关于全面推进某某地区某某事业高质量发展专项补助资金支出" * 3
    texts = drawn(of("5.00", "3.00", names=[long, "短"]).plot(), tmp_path)
    assert any(text.startswith("关于全面") and text.endswith("…") for text in texts)
    assert all(
        "\n" in text
        for text in drawn(
            bc.compare(of("1.00", names=[long]), of("2.00", names=[long])).plot(), tmp_path
        )
        if long[:5] in text
    )


def test_a_waterfall_ends_where_it_should() -> None:
    steps = __import__("budgetcore.plots.changes", fromlist=["steps_of"]).steps_of
    made = steps(bc.compare(BEFORE, AFTER), level=1, most=2)
    assert made[0].amount + sum((s.amount for s in made[1:-1]), bc.Money()) == made[-1].amount
    assert [s.name for s in made] == [
        "上年",
        "一般公共服务支出",
        "住房保障支出",
        "其他（2项）",
        "本年",
    ]


def test_the_smallest_subjects_are_one_part() -> None:
    axes = plot_shares({"一": BEFORE, "二": AFTER}, most=2)
    labels = axes.get_legend_handles_labels()[1]
    assert labels == ["一般公共服务支出", "社会保障和就业支出", "其他"]
    heights = [sum(bar[i].get_height() for bar in axes.containers) for i in range(2)]
    assert heights == pytest.approx([1, 1])


@pytest.mark.parametrize(
    ("draw", "text"),
    [
        (lambda: of().plot(), "nothing to draw"),
        (lambda: of(None).plot(), "nothing to draw"),
        (lambda: of("0.00").plot(), "nothing to draw"),
        (lambda: of("5.00", "-1.00").plot(), "-10000.00元"),
        (lambda: bc.compare(of(None), of(None)).plot(), "nothing to draw"),
        (lambda: plot_shares({}), "no tree"),
        (lambda: SubjectTree.from_rows(["201"]).plot(), "no column"),
        (lambda: AFTER.plot(kind="treemap"), "plotly"),
        (lambda: AFTER.plot(unit="斤"), "unit of money"),
        (lambda: AFTER.plot(backend="gnuplot"), "gnuplot"),
    ],
)
def test_what_cannot_be_drawn(draw: Any, text: str) -> None:
    with pytest.raises((ValueError, bc.Error)) as caught:
        draw()
    assert text in str(caught.value)


def test_several_columns_have_to_be_named() -> None:
    two = SubjectTree.from_rows(["201"], None, {"a": ["1"], "b": ["2"]}, unit="元")
    with pytest.raises(PlotError, match="column="):
        two.plot()
    assert two.plot(column="b").get_title() == "b"
    with pytest.raises(PlotError, match="column="):
        plot_changes(bc.compare(two, two))


def test_without_a_font_codes_stand_for_names(
    doc: bc.Disclosure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in ("fonts", "tree"):
        monkeypatch.setattr(f"budgetcore.plots.{module}.chinese_font", lambda: None)
    assert fonts.shown_name("一般公共服务支出", "201", False) == "201"
    for draw in (
        lambda: AFTER.plot(),
        lambda: bc.compare(BEFORE, AFTER).plot(),
        lambda: plot_shares({2023: BEFORE, 2024: AFTER}, title="结构"),
        lambda: doc.plot(),
    ):
        with pytest.warns(FontWarning, match="fonts-noto-cjk"):
            axes = draw()
        shown = drawn(axes, tmp_path)
        assert all(text.isascii() for text in shown), shown


@pytest.mark.parametrize("kind", ["icicle", "treemap"])
def test_plotly_has_the_same_labels(kind: str) -> None:
    trace = AFTER.plot(backend="plotly", kind=kind).data[0]
    assert trace.type == kind
    assert trace.labels[1] == "一般公共服务支出"
    assert trace.text[1] == "2,797.94万元 84.88%"
    assert trace.parents[1] == trace.ids[0]
    assert sum(trace.values[1:]) == pytest.approx(trace.values[0])


def test_plotly_draws_changes_shares_and_flows(doc: bc.Disclosure) -> None:
    waterfall = bc.compare(BEFORE, AFTER).plot(backend="plotly").data[0]
    assert waterfall.measure[0] == waterfall.measure[-1] == "absolute"
    assert waterfall.text[1] == "+197.84万元"
    bars = plot_shares({2023: BEFORE, 2024: AFTER}, backend="plotly").data
    assert bars[0].text == ("83.87%", "84.88%")
    sankey = doc.plot(backend="plotly").data[0]
    assert "一般公共服务支出 2,797.94万元 84.88%" in sankey.node.label
    assert sum(sankey.link.value[:1]) == pytest.approx(sum(sankey.link.value[1:]), rel=1e-4)


def test_a_picture_into_axes_of_ones_own() -> None:
    _, (left, right) = plt.subplots(1, 2)
    assert AFTER.plot(ax=left) is left
    assert bc.compare(BEFORE, AFTER).plot(ax=right, title="变化").get_title() == "变化"
