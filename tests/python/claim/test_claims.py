# SPDX-License-Identifier: Apache-2.0
"""What sentences say: read, bound to the tables, and checked. The figures are made up."""

from __future__ import annotations

import pytest

import budgetcore
from writers.narratives import disclosure, said, statuses
from writers.plain import page, paragraphs, table


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("2024年度某县财政局支出预算100.00万元。", "支出"),
        ("2024年支出总计100.00万元。", "支出·总计"),
        ("本年一般公共预算拨款收入100.00万元。", "收入·一般公共预算·本年"),
        ("项目支出40.00万元。", "支出·项目支出"),
        ("卫生健康（类）支出20.00万元。", "支出·卫生健康"),
        ("一般公共服务支出80万元。", "支出·一般公共服务支出"),
    ],
)
def test_an_amount_is_bound_by_what_it_is_of(sentence: str, quantity: str) -> None:
    read = disclosure(sentence)
    (claim,) = read.claims
    assert (claim.kind.name, claim.quantity) == ("amount", quantity)
    assert claim.cells
    assert set(statuses(read)["restated"]) == {"exact"}


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("车辆补贴经费1.80万元。", "not_understood"),
        ("支出预算100.00万元，主要原因是项目支出中新增专项40.00万元。", "in_reason"),
        ("2023年支出预算90.00万元。", "other_period"),
        ("公务接待费1.00万元。", "no_cell"),
        ("共计1.00万元。", "not_understood"),
    ],
)
def test_what_is_bound_to_nothing_says_why(sentence: str, why: str) -> None:
    read = disclosure(sentence)
    assert read.claims[-1].unbound.name == why
    assert statuses(read)["restated"][-1] == "not_applicable"


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [
        ("100.00", "exact"),
        ("100", "exact"),
        ("100.0", "exact"),
        ("1,00.00", None),
        ("99.99", "violated"),
        ("99.9", "violated"),
        ("1000.00", "violated"),
    ],
)
def test_an_amount_said_again(figure: str, outcome: str | None) -> None:
    found = said(f"支出总计{figure}万元。")
    assert found.get("restated") == (None if outcome is None else [outcome])


def test_a_reason_ends_with_its_clause() -> None:
    half = "预算100.00万元，比上年增加30.00万元，增长42.86%，主要原因是人员增加"
    read = disclosure(f"2024年收入{half}；支出{half}。")
    assert {claim.unbound.name for claim in read.claims} == {"none"}
    assert statuses(read)["growth"] == ["exact", "exact"]


def test_an_amount_in_another_unit() -> None:
    assert said("支出总计1,000,000元。") == {"restated": ["exact"]}
    assert said("支出总计0.01亿元。") == {"restated": ["exact"]}
    assert said("支出总计1,000,100元。") == {"restated": ["violated"]}


def test_nothing_said_of_a_blank_cell() -> None:
    assert said("政府性基金预算拨款收入0万元。") == {"restated": ["exact"]}
    assert said("政府性基金预算拨款收入5.00万元。") == {"restated": ["violated"]}


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40%。",
         ["exact", "exact"]),
        ("支出预算100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占39.00%。",
         ["violated", "violated"]),
        ("基本支出60.00万元，占本年支出合计的60%。", ["exact"]),
        ("基本支出60.00万元，占支出总计的59%。", ["violated"]),
    ],
)  # fmt: skip
def test_a_share_is_of_the_whole_or_of_what_is_named(sentence: str, outcomes: list[str]) -> None:
    assert said(sentence)["share"] == outcomes


@pytest.mark.parametrize(
    ("share", "outcomes"),
    [("80.00%", ["exact", "exact"]), ("81.00%", ["exact", "violated"])],
)
def test_a_share_of_what_an_item_is_part_of(share: str, outcomes: list[str]) -> None:
    """The whole was told in an earlier passage."""
    found = said(
        "2024年“三公”经费预算10.00万元。",
        "“三公”经费预算中，因公出国（境）费0.00万元，占0.00%；"
        f"公务用车购置及运行费8.00万元，占{share}。",
        tables=False,
    )
    assert found["share"] == outcomes


def test_a_share_of_a_whole_that_is_not_told_is_not_judged() -> None:
    found = said("基本支出中，奖金8.00万元，占80.00%；补贴2.00万元，占20.00%。", tables=False)
    assert "share" not in found


def test_a_list_over_several_paragraphs_has_one_whole() -> None:
    found = said(
        "一、支出情况说明",
        "本年支出合计100.00万元，其中：",
        "基本支出60.00万元，占60.00%；",
        "项目支出40.00万元，占40.02%。",
    )
    assert found["share"] == ["exact", "violated"]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("支出总计100.00万元，比上年增加20.00万元，增长25.00%。", "exact"),
        ("支出总计100.00万元，比上年增加20.00万元，增长25%。", "exact"),
        ("支出总计100.00万元，比上年增加20.00万元，增长20.00%。", "violated"),
        ("支出总计100.00万元，比上年增加20.00万元，下降25.00%。", "violated"),
        ("支出总计1,798.00万元，比上年减少202.00万元，下降10.1%。", "exact"),
        ("支出总计1,691.00万元，比上年减少209.00万元，下降11%。", "exact"),
        ("支出总计398.00万元，比上年减少2.00万元，下降0.5%。", "exact"),
        ("支出总计3,296.30万元，比上年增加90.60万元，增长2.83%。", "exact"),
        ("支出总计100.00万元，其中：基本支出60.00万元，项目支出0万元，比上年增加20.00万元，增长25.00%。",
         "exact"),
        ("2023年预算80.00万元，2024年支出总计100.00万元，增长25.00%。", "exact"),
    ],
)  # fmt: skip
def test_a_rate_of_change_is_of_the_other_year(sentence: str, outcome: str) -> None:
    assert said(sentence, tables=False)["growth"] == [outcome]


def test_a_change_is_the_difference_of_two_stated_amounts() -> None:
    good = "机关运行经费预算151.59万元，比2023年预算149.16万元增加2.43万元，增长1.63%。"
    found = said(good, tables=False)
    assert found == {"change": ["exact"], "growth": ["exact"], "year": ["exact"]}
    assert said(good.replace("2.43", "2.46"), tables=False)["change"] == ["violated"]
    assert said(good.replace("增加", "减少"), tables=False)["change"] == ["violated"]


def test_completion_is_of_the_budget_that_is_named() -> None:
    sentence = "基本支出年初预算为50.00万元，支出决算为49.10万元，完成年初预算的98.20%。"
    assert said(sentence, kind="决算", tables=False)["completion"] == ["exact"]
    wrong = sentence.replace("98.20%", "98.30%")
    assert said(wrong, kind="决算", tables=False)["completion"] == ["violated"]


@pytest.mark.parametrize("words", ["完成年初预算50.00万元的", "为年初预算50.00万元的"])
def test_completion_is_of_the_budget_that_its_words_end_with(words: str) -> None:
    sentence = f"基本支出49.10万元，{words}98.20%。"
    assert said(sentence, kind="决算", tables=False)["completion"] == ["exact"]
    wrong = sentence.replace("98.20%", "98.30%")
    assert said(wrong, kind="决算", tables=False)["completion"] == ["violated"]


def test_what_is_held_is_equal() -> None:
    sentence = "2023年预算数为20.00万元，2024年预算安排公务接待费20.00万元，与上年预算持平。"
    assert said(sentence, tables=False)["held"] == ["exact"]
    assert said(sentence.replace("费20", "费21"), tables=False)["held"] == ["violated"]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("政府采购预算62.00万元，其中：货物2.00万元、工程0万元、服务60.00万元。", "exact"),
        ("政府采购预算62.00万元，其中：货物2.00万元、工程1.00万元、服务60.00万元。", "violated"),
        ("共有车辆7辆，其中：领导用车0辆、应急保障用车1辆、其他用车6辆。", "exact"),
        ("共有车辆7辆，其中：领导用车0辆、应急保障用车2辆、其他用车6辆。", "violated"),
        ("共有车辆7辆，其中：领导用车0辆、应急保障用车2辆。", "exact"),
        ("共有车辆7辆，其中：领导用车6辆、应急保障用车2辆。", "violated"),
    ],
)
def test_parts_that_are_all_there_is(sentence: str, outcome: str | None) -> None:
    assert said(sentence, tables=False).get("parts") == (None if outcome is None else [outcome])


def test_changes_of_parts_add_up_to_that_of_the_whole() -> None:
    sentence = (
        "2024年“三公”经费预算3.60万元，比上年减少1.80万元。其中：因公出国（境）费0万元，与上年预算数相同；"
        "公务接待费0万元，与上年预算数相同；公务用车运行维护费3.60万元，比上年减少1.80万元；"
        "公务用车购置费0万元，与上年预算数相同。"
    )
    assert said(sentence, tables=False) == {"parts": ["exact", "exact"]}
    wrong = sentence.replace("费3.60万元，比上年减少1.80", "费3.60万元，比上年减少1.20")
    assert said(wrong, tables=False)["parts"] == ["exact", "violated"]


def test_changes_told_behind_the_parts_add_up() -> None:
    parts = (
        "“三公”经费30.00万元，其中因公出国（境）费5.00万元，公务接待费5.00万元，"
        "公务用车购置及运行费20.00万元（购置费0万元，运行维护费20.00万元）。"
    )
    changes = (
        "与上年相比减少6.00万元，其中因公出国（境）费增加1.00万元、公务接待费减少2.00万元、"
        "{}减少{}万元。"
    )
    for cars in ("公务用车购置及运行费", "公务用车购置费增加1.00万元、公务用车运行维护费"):
        right, wrong = ("5.00", "4.00") if "增加" not in cars else ("6.00", "9.00")
        found = said(parts + changes.format(cars, right), tables=False)["parts"]
        assert found.count("violated") == 0
        found = said(parts + changes.format(cars, wrong), tables=False)["parts"]
        assert found.count("violated") == 1


@pytest.mark.parametrize(("word", "outcome"), [("小于", "exact"), ("大于", "violated")])
def test_a_comparison_in_words_fits_the_amounts(word: str, outcome: str) -> None:
    sentence = (
        f"基本支出年初预算为50.00万元，支出决算为49.10万元。决算数{word}预算数的主要原因：节约。"
    )
    assert said(sentence, kind="决算", tables=False)["compared"] == [outcome]


def test_rates_on_a_base_of_zero_are_one_finding() -> None:
    sentence = "2023年预算0.00万元，2024年支出总计100.00万元，增长100.00%。"
    assert "growth" not in said(sentence, tables=False)
    report = disclosure(sentence, sentence, tables=True).audit()
    (finding,) = [f for f in report.findings if f.rule == "text.base"]
    assert (finding.severity.name, len(finding.places)) == ("warning", 2)
    assert said(sentence.replace("0.00万元，2024", "80.00万元，2024"), tables=False)["growth"] == [
        "violated"
    ]


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        ("主要原因是人员增加", "exact"),
        ("主要原因是", "violated"),
        ("主要原因：", "violated"),
        ("主要原因是卫生健康支出经费增加", "violated"),
        ("主要原因是卫生健康支出经费减少", "exact"),
        ("主要原因是退休人员增加", "exact"),
        ("主要原因是卫生健康支出增加，同时压减其他经费", "exact"),
    ],
)
def test_a_reason_is_given_and_goes_the_way_of_the_change(reason: str, outcome: str) -> None:
    sentence = f"卫生健康支出20.00万元，比上年减少5.00万元，下降20.00%，{reason}。"
    assert said(sentence)["reason"] == [outcome]


def test_a_quantity_is_told_with_one_amount() -> None:
    first, second = "公务接待费1.00万元。", "公务接待费2.00万元。"
    assert said(first, first, tables=False)["agrees"] == ["exact"]
    assert said(first, second, tables=False)["agrees"] == ["violated"]
    # Two sentences on things that no word names apart are no contradiction.
    assert "agrees" not in said("车辆租赁采购1.00万元。", "信息系统采购2.00万元。", tables=False)


def test_a_figure_without_its_unit() -> None:
    report = disclosure("支出总计100.00万元，比上年增长12.50，原因是人员增加。").audit()
    (finding,) = [f for f in report.findings if f.rule == "text.unit"]
    assert finding.severity.name == "warning"
    assert "12.50" in finding.message("zh")


BASIC = table(
    "一般公共预算基本支出预算表",
    ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
    [
        ["", "合计", "60.00", "50.00", "10.00"],
        ["301", "工资福利支出", "50.00", "50.00", ""],
        ["30101", "基本工资", "30.00", "30.00", ""],
        ["30102", "津贴补贴", "20.00", "20.00", ""],
        ["30103", "奖金", "", "", ""],
        ["302", "商品和服务支出", "10.00", "", "10.00"],
        ["30201", "办公费", "10.00", "", "10.00"],
    ],
)


@pytest.mark.parametrize(
    ("listed", "outcome"),
    [
        ("基本工资、津贴补贴", "exact"),
        ("津贴补贴、基本工资等", "exact"),
        ("基本工资等", "exact"),
        ("基本工资、津补贴", "exact"),  # an abbreviation is no row
        ("基本工资、津贴补贴、社会保障缴费", "exact"),  # nor is a group
        ("基本工资", "violated"),
        ("基本工资、津贴补贴、奖金", "violated"),
        ("基本工资、奖金等", "violated"),
    ],
)
def test_listed_subjects_are_those_with_amounts(listed: str, outcome: str) -> None:
    text = f"人员经费50.00万元，主要包括：{listed}；公用经费10.00万元，主要包括：办公费。"
    read = budgetcore.read(
        page(BASIC, paragraphs("第三部分 情况说明", text), cover="某县财政局2024年部门预算"),
        name="a.html",
    )
    assert statuses(read)["listed"] == [outcome, "exact"]


def test_a_finding_quotes_its_sentence() -> None:
    report = disclosure("支出总计100.00万元。基本支出61.00万元，占60.00%。").audit()
    findings = [f for f in report.findings if f.rule.startswith("text.")]
    quotes = {place.quote for finding in findings for place in finding.places if place.quote}
    assert "基本支出【61.00万元】，占60.00%。" in quotes
    assert "原文：基本支出【61.00万元】，占60.00%。" in report.to_text("zh")


@pytest.mark.parametrize(
    "text",
    [
        "，" * 200_000,
        "（" * 100_000,
        "支出总计" * 50_000,
        "占1%" * 30_000,
        "其中：支出100.00万元，" * 10_000,
        "增长" * 100_000 + "5%",
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    read = disclosure(text)
    assert len(read.passages) > 0
    assert read.audit().coverage.figures.unreadable == 0


def test_claims_are_a_sequence_and_a_frame() -> None:
    claims = disclosure("支出预算100.00万元，其中：<基本支出>60.00万元，占60.00%。").claims
    assert [c.kind.name for c in claims] == ["amount", "amount", "share"]
    assert claims[-1].text == claims[2].text
    with pytest.raises(IndexError):
        claims[3]
    frame = claims.to_pandas()
    assert list(frame["figure"]) == ["100.00万元", "60.00万元", "60.00%"]
    assert list(frame["kind"]) == ["amount", "amount", "share"]
    assert frame["line"].notna().all()
    html = claims._repr_html_()
    assert html.count("<tr>") == 4
    assert "&lt;基本支出&gt;" in html


def test_the_text_of_a_disclosure_tells_what_each_claim_is_bound_to() -> None:
    text = disclosure("支出预算100.00万元。车辆补贴经费1.80万元。").to_text()
    assert "文字说明所说的数（2 项）" in text
    bound, unbound = [line for line in text.splitlines() if "100.00万元" in line or "1.80" in line]
    assert "《支出预算总表》合计·合计" in bound
    assert "未能读懂" in unbound
