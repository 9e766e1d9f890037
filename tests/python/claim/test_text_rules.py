# SPDX-License-Identifier: Apache-2.0
"""Rules of the narrative beyond amounts and rates: what each finds and what it must leave."""

from __future__ import annotations

import pytest

import budgetcore
from writers.narratives import EXPENDITURE, REVENUE, disclosure, said, statuses
from writers.plain import page, paragraphs, table

Sentences = tuple[str, ...]


def found(rule: str, *text: str, kind: str = "预算") -> list[str]:
    """The outcomes of one rule that are decided."""
    decided = ("exact", "rounding", "violated")
    # The tables are of a budget; a final account stands without them.
    read = disclosure(*text, kind=kind, tables=kind == "预算")
    return [s for s in statuses(read).get(rule, []) if s in decided]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        # A whole told by what leaves nothing over, inside brackets and around them.
        (
            "建筑面积300平方米，其中地上200平方米（其中计容面积190平方米，不计容面积10平方米），地下100平方米。",
            ["exact", "exact"],
        ),
        (
            "建筑面积300平方米，其中地上200平方米（其中计容面积190平方米，不计容面积15平方米），地下100平方米。",
            ["exact", "violated"],
        ),
        (
            "建筑面积310平方米，其中地上200平方米（其中计容面积190平方米，不计容面积10平方米），地下100平方米。",
            ["exact", "violated"],
        ),
        # Things of one kind do not exceed their whole together, persons each alone.
        ("共有车辆5辆，其中机要通信用车2辆、执法执勤用车2辆。", ["exact"]),
        ("共有车辆5辆，其中机要通信用车2辆、执法执勤用车4辆。", ["violated"]),
        ("在职人员10人，其中女性职工6人，党员职工8人。", ["exact", "exact"]),
        ("在职人员10人，其中党员12人。", ["violated"]),
    ],
)
def test_counted_parts(text: str, outcomes: list[str]) -> None:
    assert sorted(found("parts", text)) == outcomes


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("政府采购预算50.00万元，其中：政府采购货物20.00万元、政府采购服务20.00万元。", ["exact"]),
        (
            "政府采购预算50.00万元，其中：政府采购货物20.00万元。面向中小企业预留政府采购项目预算金额30.00万元。",
            ["exact", "exact"],
        ),
        (
            "政府采购预算50.00万元，其中：政府采购货物20.00万元。面向中小企业预留政府采购项目预算金额80.00万元。",
            ["exact", "violated"],
        ),
        # What is left over closes a list; behind 其他费用 more may follow.
        ("总投资90.00万元，其中：设备60.00万元，其他费用20.00万元。", ["violated"]),
        ("总投资90.00万元，其中：设备60.00万元，其他费用20.00万元，预备费10.00万元。", ["exact"]),
        (
            "总投资90.00万元，其中：设备60.00万元，其他费用20.00万元，预备费12.00万元。",
            ["violated"],
        ),
        ("支出预算100.00万元，其中：基本支出60.00万元、项目支出50.00万元。", ["violated"]),
        ("支出预算100.00万元，其中：基本支出60.00万元、项目支出30.00万元。", ["exact"]),
    ],
)
def test_parts_in_money_never_exceed_their_whole(text: str, outcome: list[str]) -> None:
    assert found("parts", text) == outcome


YEARS: list[tuple[Sentences, list[str]]] = [
    (("支出预算100.00万元，比2023年预算增加10.00万元。",), ["exact"]),
    (("支出预算100.00万元，比2024年预算增加10.00万元。",), ["violated"]),
    # 与 within a name says nothing of a comparison.
    (
        ("文化旅游体育与传媒支出预算80.00万元，比2024年文化旅游体育与传媒支出预算增加10.00万元。",),
        ["violated"],
    ),
    # One sentence that names another year than all others is an outlier, two are a habit.
    (
        (
            "支出预算100.00万元，比2023年增加10.00万元。",
            "基本支出60.00万元，比2023年增加5.00万元。",
            "项目支出40.00万元，比2022年增加5.00万元。",
        ),
        ["exact", "exact", "violated"],
    ),
    (("支出预算100.00万元，比2022年增加10.00万元。",), ["exact"]),
    # The year before's amount that is what the tables print of this year.
    (("2023年支出预算100.00万元。",), ["violated"]),
    (("2023年支出预算90.00万元。",), ["exact"]),
    (("2024年支出预算100.00万元，2023年支出预算100.00万元，与上年持平。",), []),
    # That there is nothing is said of the document's own year.
    (("2024年没有使用政府性基金预算拨款安排的支出。",), ["exact"]),
    (("2023年没有使用政府性基金预算拨款安排的支出。",), ["violated"]),
    # A digit too few, or too many.
    (("某县财政局202年度收支情况如下。",), ["violated"]),
    (("某县财政局20244年部门预算如下。",), ["violated"]),
    # What nothing is said of there is the cause, and the year is what is compared with.
    (("公务接待费0.46万元。与2023年预算持平，主要原因是公务接待费预算无变化。",), ["exact"]),
    (("某县财政局2024年度收支情况如下，工程用地1204年前已经征用，共200年限。",), []),
    (("2023年预算执行中没有调剂资金。",), []),
    # Plans and laws are of any year.
    (("根据2014年修订的预算法，2022—2026年建设项目共投资500.00万元。",), []),
]


@pytest.mark.parametrize(("text", "outcomes"), YEARS)
def test_years(text: Sentences, outcomes: list[str]) -> None:
    assert found("year", *text) == outcomes


def test_the_budget_of_its_own_year_is_a_base_of_a_final_account() -> None:
    assert found("year", "支出决算100.00万元，比2024年年初预算增加10.00万元。", kind="决算") == []
    assert found("year", "支出总计100.00万元，比2024年增加10.00万元。", kind="决算") == ["violated"]


def test_headings_name_the_year_of_the_document() -> None:
    headings = (
        "一、2024年收支预算情况说明",
        "某县财政局的各项收支已经列在前面的表中，此处只作文字上的说明。",
        "二、2024年支出预算情况说明",
        "某县财政局的各项收支已经列在前面的表中，此处只作文字上的说明。",
        "三、2023年收入预算情况说明",
        "某县财政局的各项收支已经列在前面的表中，此处只作文字上的说明。",
        "四、2023年预算执行情况",
        "某县财政局的各项收支已经列在前面的表中，此处只作文字上的说明。",
    )
    report = disclosure(*headings).audit()
    (finding,) = [f for f in report.findings if f.rule == "text.year"]
    assert finding.cause.name == "stale_year"
    assert "2023" in finding.message()


def test_assets_are_of_the_last_day_of_the_account() -> None:
    right = "截至2024年12月31日，本部门共有车辆5辆。"
    assert found("year", right, kind="决算") == ["exact"]
    assert found("year", right.replace("2024", "2023"), kind="决算") == ["violated"]
    # A budget tells its assets of the day that it has.
    assert found("year", right.replace("2024", "2023")) == []


@pytest.mark.parametrize(
    ("rule", "text", "outcomes"),
    [
        ("guests", "公务接待费支出1.20万元，国内公务接待12批次，100人次。", ["exact"] * 3),
        # Nobody from abroad came, but others did.
        (
            "guests",
            "公务接待费支出1.20万元。国内公务接待12批次，100人次。外事接待0批次，0人次。",
            ["exact"] * 4,
        ),
        (
            "guests",
            "公务接待费支出1.20万元。国内公务接待0批次，0人次。外事接待0批次，0人次。",
            ["violated"] * 4 + ["exact"] * 2,
        ),
        (
            "guests",
            "公务接待费支出0万元。国内公务接待0批次，0人次。外事接待2批次，9人次。",
            ["exact"] * 2 + ["violated"] * 2 + ["exact"] * 2,
        ),
        (
            "guests",
            "公务接待费支出0.00万元，国内公务接待12批次，100人次。",
            ["violated", "violated", "exact"],
        ),
        (
            "guests",
            "公务接待费支出1.20万元，国内公务接待120批次，100人次。",
            ["exact", "exact", "violated"],
        ),
        (
            "occasions",
            "因公出国（境）费支出0万元，因公出国（境）团组0个，累计0人次。",
            ["exact"] * 2,
        ),
        ("occasions", "因公出国（境）费支出5.00万元，因公出国（境）团组0个。", ["violated"]),
        ("occasions", "公务用车运行维护费支出0万元，公务用车保有量2辆。", ["exact"]),
        ("occasions", "公务用车运行维护费支出2.00万元，公务用车保有量0辆。", ["violated"]),
        ("occasions", "公务用车购置费支出20.00万元，购置公务用车0辆。", ["violated"]),
        ("occasions", "公务用车购置费支出20.00万元，新购公务用车0辆。", ["violated"]),
        ("occasions", "公务用车购置费支出0万元，更新公务用车1辆。", ["violated"]),
        (
            "occasions",
            "公务用车运行维护费支出9.00万元，公务用车保有量5辆。本部门共有车辆5辆。",
            ["exact"] * 2,
        ),
        (
            "occasions",
            "公务用车运行维护费支出9.00万元，公务用车保有量6辆。本部门共有车辆5辆。",
            ["exact", "violated"],
        ),
    ],
)
def test_what_costs_money_is_counted(rule: str, text: str, outcomes: list[str]) -> None:
    assert found(rule, text, kind="决算") == outcomes


def test_counts_are_not_said_to_be_rounded() -> None:
    read = disclosure(
        "公务接待费支出1.20万元，国内公务接待120批次，100人次。", kind="决算", tables=False
    )
    (finding,) = [f for f in read.audit().findings if f.rule == "text.guests"]
    assert "120" in finding.explain()
    assert "舍入" not in finding.explain()
    assert "rounding" not in finding.explain("en")


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("公务接待费支出1.20万元，国内公务接待12批次，100人次。", ["exact"]),
        ("公务接待费支出1.20元，国内公务接待12批次，100人次。", ["violated"]),
        ("公务接待费支出12,000万元，国内公务接待12批次，100人次。", ["violated"]),
        # 0.01万元 may be 150 元 or 50: for 100 guests at most 1.50 each.
        ("公务接待费支出0.01万元，国内公务接待12批次，100人次。", ["exact"]),
        ("公务接待费支出0万元，国内公务接待0批次，0人次。", []),
        ("公务用车运行维护费支出3.60万元，公务用车保有量2辆。", ["exact"]),
        ("公务用车运行维护费支出36,000万元，公务用车保有量2辆。", ["violated"]),
        ("公务用车运行维护费支出3.60元，公务用车保有量2辆。", ["violated"]),
    ],
)
def test_what_one_costs_is_of_an_ordinary_size(text: str, outcomes: list[str]) -> None:
    assert found("size", text, kind="决算") == outcomes


FUND_NOTE = "注：本部门没有{}预算拨款安排的支出，故本表无数据。"


def with_empty_table(note: str) -> budgetcore.Disclosure:
    """A budget whose government funds are empty, with a note below their table."""
    read = budgetcore.read(
        page(
            REVENUE,
            EXPENDITURE,
            table(
                "政府性基金预算支出表",
                ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
                [["", "合计", "", "", ""]],
            ),
            f"<p>{note}</p>",
            cover="某县财政局2024年部门预算",
        ),
        name="a.html",
    )
    empty = next(t for t in read.tables if t.title == "政府性基金预算支出表")
    assert [line.text for line in empty.notes] == [note]
    assert empty.stated_empty
    return read


@pytest.mark.parametrize(
    ("fund", "outcomes"), [("政府性基金", ["exact"]), ("国有资本经营", ["violated"])]
)
def test_the_note_of_an_empty_table_names_its_fund(fund: str, outcomes: list[str]) -> None:
    read = with_empty_table(FUND_NOTE.format(fund))
    assert statuses(read).get("funds") == outcomes


@pytest.mark.parametrize(("year", "outcomes"), [(2024, ["exact"]), (2023, ["violated"])])
def test_the_note_of_an_empty_table_is_of_the_year(year: int, outcomes: list[str]) -> None:
    read = with_empty_table(f"注：本部门{year}年无政府性基金预算安排的支出，故本表为空表。")
    assert [s for s in statuses(read)["year"] if s != "not_applicable"] == outcomes


@pytest.mark.parametrize(
    ("heading", "sentence", "outcomes"),
    [
        ("政府性基金预算", "2024年没有使用政府性基金预算拨款安排的支出。", ["exact"]),
        ("政府性基金预算", "2024年没有使用国有资本经营预算拨款安排的支出。", ["violated"]),
        ("国有资本经营预算", "2024年不涉及政府性基金预算支出。", ["violated"]),
        # Both are spoken of, or neither.
        ("政府性基金预算", "没有政府性基金预算和国有资本经营预算支出。", []),
        ("国有资本经营预算", "本部门没有此类支出。", []),
    ],
)
def test_a_section_on_a_fund_speaks_of_it(heading: str, sentence: str, outcomes: list[str]) -> None:
    text = (f"八、{heading}支出情况说明", sentence)
    assert found("funds", *text) == outcomes


def test_a_difference_from_the_budget_is_explained() -> None:
    said_only = "基本支出年初预算为50.00万元，支出决算为60.00万元，决算数大于预算数。"
    why = said_only.removesuffix("。") + "的主要原因是人员增加。"
    assert found("explained", why, kind="决算") == ["exact"]
    assert found("explained", said_only, kind="决算") == ["violated"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "支出预算100.00万元，其中：项目支出40.00万元，占40.00%，上年占38.50%，提高1.50个百分点。",
            "exact",
        ),
        (
            "支出预算100.00万元，其中：项目支出40.00万元，占40.00%，上年占38.50%，提高1.60个百分点。",
            "violated",
        ),
        ("2023年支出预算40.00万元，2024年支出预算100.00万元，是上年的2.5倍。", "exact"),
        ("2023年支出预算40.00万元，2024年支出预算100.00万元，比上年增长1.5倍。", "exact"),
        ("2023年支出预算40.00万元，2024年支出预算100.00万元，比上年增长2.5倍。", "violated"),
    ],
)
def test_points_and_multiples(text: str, outcome: str) -> None:
    assert found("proportion", text) == [outcome]


def test_a_short_unit_before_a_bracket() -> None:
    """0.40万（含外宾接待支出0万元）: what the bracket costs is not what is counted behind it."""
    text = (
        "公务接待费支出0.40万元。其中：国内公务接待支出0.40万（含外宾接待支出0万元）。"
        "公务接待2批次、24人次，其中：接待外宾0批次、0人次。"
    )
    outcomes = said(text, kind="决算", tables=False)
    assert "violated" not in {s for rule in ("unit", "guests") for s in outcomes.get(rule, [])}


def test_a_short_unit_is_a_note() -> None:
    report = disclosure("支出预算100.00万，比上年增加10.00万元。").audit()
    (finding,) = [f for f in report.findings if f.rule == "text.short_unit"]
    assert finding.severity.name == "note"


PROJECTS = (
    "十、绩效管理情况",
    "2024年编报绩效目标的项目3个，涉及项目预算资金{}万元。",
)


@pytest.mark.parametrize(
    ("amount", "outcome"), [("40.00", "exact"), ("30.00", "exact"), ("45.00", "violated")]
)
def test_targets_cover_no_more_than_there_is(amount: str, outcome: str) -> None:
    text = [line.format(amount) for line in PROJECTS]
    assert found("covered", *text) == [outcome]


BASIC = table(
    "一般公共预算基本支出预算表",
    ["科目编码", "科目名称", "合计"],
    [
        ["", "合计", "60.00"],
        ["301", "工资福利支出", "40.00"],
        ["30101", "基本工资", "40.00"],
        ["302", "商品和服务支出", "12.00"],
        ["30201", "办公费", "12.00"],
        ["303", "对个人和家庭的补助", "8.00"],
        ["30302", "退休费", "8.00"],
    ],
)


@pytest.mark.parametrize(
    ("persons", "operating", "outcomes"),
    [
        ("48.00", "12.00", ["exact", "exact", "exact"]),
        ("48.00", "21.00", ["exact", "exact", "violated"]),
        ("40.00", "12.00", ["exact", "exact", "violated"]),
    ],
)
def test_personnel_and_operating_funds_of_one_column(
    persons: str, operating: str, outcomes: list[str]
) -> None:
    text = (
        "一般公共预算基本支出60.00万元，其中：",
        f"（一）人员经费{persons}万元。",
        f"（二）公用经费{operating}万元。",
    )
    read = budgetcore.read(
        page(
            REVENUE,
            EXPENDITURE,
            BASIC,
            paragraphs("第三部分 情况说明", *text),
            cover="某县财政局2024年部门预算",
        ),
        name="a.html",
    )
    assert sorted(statuses(read)["restated"]) == outcomes


def test_the_year_before_is_what_its_document_prints() -> None:
    last = budgetcore.read(
        page(
            REVENUE,
            table(
                "支出预算总表",
                ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
                [
                    ["", "合计", "90.00", "50.00", "40.00"],
                    ["201", "一般公共服务支出", "90.00", "50.00", "40.00"],
                ],
            ),
            cover="某县财政局2023年部门预算",
        ),
        name="last.html",
    )
    right = disclosure(
        "支出预算100.00万元，比2023年预算增加10.00万元。基本支出60.00万元，2023年基本支出预算50.00万元。"
    )
    assert [f for f in right.audit(previous=last).findings if f.rule == "text.previous"] == []
    wrong = disclosure("支出预算100.00万元，比2023年预算增加20.00万元。")
    (finding,) = [f for f in wrong.audit(previous=last).findings if f.rule == "text.previous"]
    assert finding.severity.name == "warning"
    assert any(place.text == "90.00" for place in finding.places)
    # Of what was carried out the budget of the year before says nothing.
    carried_out = disclosure("支出预算100.00万元，比2023年预算执行数增加20.00万元。")
    assert all(f.rule != "text.previous" for f in carried_out.audit(previous=last).findings)


def cause(*text: str, rule: str) -> tuple[str, str | None]:
    read = disclosure(*text, tables=rule == "text.restated")
    (finding,) = [f for f in read.audit().findings if f.rule == rule]
    place = finding.copied_from
    return finding.cause.name, place.text if place else None


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        (
            "支出预算100.00万元，比上年增加20.00万元，增长20.00%。",
            "text.growth",
            ("wrong_base", None),
        ),
        (
            "支出预算9,876.50万元，其中：基本支出512.40万元，占5.18%。",
            "text.share",
            ("truncated", None),
        ),
        (
            "收入总计30,000.00万元，其中：财政拨款10,000.00万元，占33.33%；单位资金10,000.00万元，占33.33%；其他收入10,000.00万元，占33.34%。",
            "text.share",
            ("plugged_remainder", None),
        ),
        (
            "支出预算100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占60.00%。",
            "text.share",
            ("neighbouring_row", "60.00%"),
        ),
        (
            "支出预算100.00万元。项目支出100.00万元。",
            "text.restated",
            ("copied_clause", "100.00万元"),
        ),
    ],
)
def test_causes(text: str, rule: str, expected: tuple[str, str | None]) -> None:
    assert cause(text, rule=rule) == expected


WHOLE = (
    "一、主要职责",
    "某县财政局负责全县财政收支的管理，并对各预算单位的财务进行监督。",
    "二、机构设置情况",
    "某县财政局内设办公室、预算股和国库股，没有下属的预算单位需要列明。",
    "三、“三公”经费情况",
    "2024年没有安排“三公”经费，与上年一样，没有需要说明的增减变化。",
    "四、名词解释",
    "基本支出是为保障机构正常运转和完成日常工作任务所安排的支出。",
)


def required(*text: str) -> dict[str, str]:
    """What becomes of each required statement of a disclosure with five tables."""
    more = [
        table(title, ["项目", "合计"], [["合计", "1.00"]])
        for title in ("收支预算总表", "财政拨款收支预算总表", "政府采购预算表")
    ]
    made = page(
        REVENUE,
        EXPENDITURE,
        *more,
        paragraphs("第三部分 情况说明", *text),
        cover="某县财政局2024年部门预算",
    )
    report = budgetcore.read(made, name="a.html").audit()
    return {
        obligation.id.removeprefix("text.made@"): outcome.status.name
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if obligation.rule == "text.made"
    }


def test_a_whole_disclosure_speaks_of_what_is_required() -> None:
    # Two tables are no whole disclosure: nothing is asked of it.
    assert "made" not in said("支出预算100.00万元。")
    found = required(*WHOLE)
    assert {found[f"B-S{n}"] for n in ("01", "02", "09", "14")} == {"exact"}
    # The table of procurement has an amount; whether there are operating expenses is not known.
    assert (found["B-S13"], found["B-S12"]) == ("violated", "not_applicable")
    assert required(*WHOLE[:-2])["B-S14"] == "violated"


def test_units_and_projects_are_counted_by_their_tables() -> None:
    operating = table(
        "机关运行经费预算表",
        ["单位名称", "机关运行经费"],
        [["合计", "30.00"], ["某县财政局", "20.00"], ["某县国库支付中心", "10.00"]],
    )
    projects = table(
        "项目支出预算表",
        ["项目名称", "合计"],
        [["合计", "40.00"], ["会计考试", "25.00"], ["内部审计", "15.00"]],
    )

    def counted(units: int, targets: int) -> list[str]:
        text = (
            f"本部门2024年所属{units}家行政单位机关运行经费财政拨款预算30.00万元。",
            f"2024年编报绩效目标的项目{targets}个，涉及项目预算资金40.00万元。",
        )
        cover = "某县财政局2024年部门预算"
        made = paragraphs("第三部分 情况说明", *text)
        read = budgetcore.read(
            page(REVENUE, EXPENDITURE, operating, projects, made, cover=cover), name="a.html"
        )
        return statuses(read)["counted"]

    assert counted(2, 2) == ["exact", "exact"]
    assert counted(2, 1) == ["exact", "exact"]
    assert counted(3, 2) == ["violated", "exact"]
    assert counted(2, 3) == ["exact", "violated"]


def test_a_count_that_breaks_two_lists_is_named_once() -> None:
    # Real: 8103 printed as 8013 in a floor area; both lists hold with the digits exchanged back.
    text = (
        "规划建筑面积13459平方米，其中地上建筑面积为8013平方米（其中计容面积7998平方米，"
        "不计容面积105平方米），地下建筑面积为5356平方米。"
    )
    (finding,) = [f for f in disclosure(text).audit().findings if f.rule == "text.parts"]
    (repair,) = finding.repairs
    assert (finding.cause.name, repair.value, repair.settles) == ("transposition", "8103", 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "支出预算100.00万元，比2023年增加5.00万元。",
        "2024年上海市某县财政局下属一家机关和一家行政执法机构支出预算100.00万元。",
    ],
)
def test_places_and_numbers_of_bodies_say_nothing_of_a_quantity(sentence: str) -> None:
    assert found("restated", sentence) == ["exact"]
