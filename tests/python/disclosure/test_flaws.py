# SPDX-License-Identifier: Apache-2.0
"""What a reader of a document sees at once: passages printed twice, marks, labels, contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import budgetcore
from writers import plain
from writers.plain import FUNCTIONAL, page, paragraphs

HEADER, SUBJECTS = FUNCTIONAL
TITLES = ["收支总表", "收入总表", "支出总表", "财政拨款收支总表", "一般公共预算支出表"]
SECTION = [
    "三、机关运行经费安排情况说明",
    "2024年机关运行经费财政拨款预算为179.21万元，与2023年持平。",
    "主要用于办公费、水电费、差旅费以及日常维修等方面的支出，未安排其他事项。",
]


def table(
    title: str, rows: Sequence[Sequence[str]] = SUBJECTS, header: Sequence[str] = HEADER
) -> str:
    return plain.table(title, header, rows)


def read(*parts: str) -> budgetcore.Disclosure:
    return budgetcore.read(page(*parts), name="a.html")


def flaws(*parts: str) -> list[tuple[str, str, str]]:
    return [(flaw.kind.name, flaw.text, flaw.expected) for flaw in read(*parts).flaws]


def series(*labels: str) -> str:
    made = [
        [["", "合计", f"{9 + i}.90", "3.50", f"{5 + i}.40"], *SUBJECTS[1:]]
        for i in range(len(labels))
    ]
    titles = [*TITLES, "基本支出表", "项目支出表"]
    return "".join(
        f"<p>{label}</p>{table(title, rows)}"
        for label, title, rows in zip(labels, titles, made, strict=False)
    )


def test_a_clean_document_has_none_and_says_what_it_was_searched_for() -> None:
    disclosure = read(table("支出总表"), paragraphs(*SECTION))
    assert disclosure.flaws == []
    assert [kind.name for kind in disclosure.flaws_sought] == [
        *("repeated_passage", "repeated_table", "internal_mark", "totalled_label", "unseen_text"),
        *("template_residue", "doubled_mark"),
    ]
    rules = disclosure.audit().coverage.rules
    assert rules["document.internal_mark"]["exact"] == 1
    assert rules["document.contents"]["not_applicable"] == 1


# -- passages ----------------------------------------------------------------------------------


def test_a_section_printed_twice_is_one_flaw_at_its_second_place() -> None:
    between = paragraphs("四、其他", "本部门无其他需要说明的情况。")
    disclosure = read(
        table("支出总表"), paragraphs(*SECTION), between, paragraphs(*SECTION, "五、名词解释")
    )
    (flaw,) = disclosure.flaws
    assert (flaw.kind.name, flaw.text) == ("repeated_passage", SECTION[0])
    second, first = flaw.places
    assert second.line - first.line == len(SECTION) + 2
    (finding,) = [f for f in disclosure.audit().findings if f.rule == "document.repeated_passage"]
    assert finding.severity.name == "warning"


def test_a_paragraph_that_follows_itself_is_printed_twice() -> None:
    found = flaws(table("支出总表"), paragraphs(SECTION[0], SECTION[1], SECTION[1], SECTION[2]))
    assert found == [("repeated_passage", SECTION[1], "")]


def test_one_paragraph_below_two_headings_is_what_a_form_may_ask_for() -> None:
    below = "2024年基本支出1585.27万元，其中人员经费1406.06万元，公用经费179.21万元。"
    found = flaws(
        table("支出总表"),
        paragraphs("一、财政拨款基本支出", below, "二、一般公共预算基本支出", below),
        paragraphs("三、购置费", "本部门无此项。", "四、运行费", "本部门无此项。"),
    )
    assert found == []


def test_a_list_of_contents_repeats_no_section() -> None:
    headings = ["一、部门职责", "二、机构设置", SECTION[0]]
    found = flaws(
        paragraphs("目录", *headings), table("支出总表"), paragraphs(*headings, *SECTION[1:])
    )
    assert found == []


# -- tables ------------------------------------------------------------------------------------


def test_a_table_printed_twice_is_checked_once() -> None:
    disclosure = read(table("支出总表"), table("支出总表"))
    assert [t.title for t in disclosure.tables] == ["支出总表"]
    assert [(f.kind.name, f.differing) for f in disclosure.flaws] == [("repeated_table", 0)]
    assert [r.title for r in disclosure.regions if r.kind.name == "repeated_table"] == ["支出总表"]


def test_the_cells_in_which_two_printings_differ_are_named() -> None:
    many = [["", "合计", "99.00", "33.00", "66.00"]] + [
        [f"201{i:02}", f"事务{i}", "9.00", "3.00", "6.00"] for i in range(11, 22)
    ]
    other = [*many[:3], ["20113", "事务13", "9.00", "3.00", "6.10"], *many[4:]]
    (flaw,) = read(table("支出总表", many), table("支出总表", other)).flaws
    assert (flaw.kind.name, flaw.differing, len(flaw.places)) == ("repeated_table", 1, 4)


def test_a_title_printed_anew_over_other_rows_goes_on_with_the_table() -> None:
    disclosure = read(table("支出总表", SUBJECTS[:3]), table("支出总表", SUBJECTS[3:]))
    assert [len(t.rows) for t in disclosure.tables] == [len(SUBJECTS)]
    assert disclosure.flaws == []


@pytest.mark.parametrize("name", ["支出总表", "一般公共预算支出表"])
def test_equal_figures_under_another_title_are_another_table(name: str) -> None:
    disclosure = read(table("部门支出总表"), table(name))
    assert (len(disclosure.tables), disclosure.flaws) == (2, [])


@pytest.mark.parametrize(
    "printed",
    [str(201 + 20106 + 2010601 + 2010602), str(2010601 + 2010602), "4"],
    ids=["sum of all codes", "sum of the last level", "count of rows"],
)
def test_a_code_column_that_was_totalled(printed: str) -> None:
    disclosure = read(table("支出总表", [[printed, *SUBJECTS[0][1:]], *SUBJECTS[1:]]))
    (flaw,) = disclosure.flaws
    assert (flaw.kind.name, flaw.text, flaw.column) == ("totalled_label", printed, "科目编码")


def test_a_flag_column_that_was_totalled() -> None:
    header = [*HEADER, "是否政府采购"]
    rows = [[*SUBJECTS[0], "4"], *([*row, "否"] for row in SUBJECTS[1:])]
    (flaw,) = read(table("支出总表", rows, header)).flaws
    assert (flaw.kind.name, flaw.text, flaw.column) == ("totalled_label", "4", "是否政府采购")
    rows[0][-1] = ""
    assert read(table("支出总表", rows, header)).flaws == []


# -- labels ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (["公开01表", "公开02表", "公开03表", "公开04表", "公开05表"], []),
        (["公开表一", "公开表二", "公开表三", "公开表四", "公开表五"], []),
        (["预算公开表1", "预算公开表2", "部门公开表3", "预算公开表4", "预算公开表5"],
         [("部门公开表3", "预算公开表3")]),
        (["公开01表", "公开02表", "公开02表", "公开04表", "公开05表"], [("公开02表", "公开03表")]),
        (["公开表一", "公开表三", "公开表三", "公开表四", "公开表五"], [("公开表三", "公开表二")]),
        (["表1", "表2", "表3", "表4", "附表5"], [("附表5", "表5")]),
        (["表1", "表2", "表3", "表4", "附表1", "附表2"], []),
        (["公开01表", "公开02表", "公开04表", "公开05表", "公开06表"], []),
        (["公开01表", "公开05表"], []),
        (["公开表九十六", "公开表九十七", "公开表九十八", "公开表九十九", "附表100"], []),
        (["公开2147483644表", "公开2147483645表", "公开2147483646表", "公开2147483647表",
          "附1表"], []),
    ],
    ids=["arabic", "chinese", "other words", "number twice", "chinese twice", "other words last",
         "an annex", "a table left out", "no series", "beyond numerals", "beyond numbers"],
)  # fmt: skip
def test_a_label_outside_its_series(labels: list[str], wrong: list[tuple[str, str]]) -> None:
    found = flaws(series(*labels))
    assert [(text, expected) for kind, text, expected in found] == wrong
    assert {kind for kind, *_ in found} <= {"label_outside_series"}


# -- marks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "仅供内部审核",
        "（送审稿）",
        "某局2024年部门预算（征求意见稿）",
        "机密★一年",
        "内部资料 请勿外传",
    ],
)
def test_a_mark_of_internal_use(line: str) -> None:
    ((kind, text, _),) = flaws(paragraphs(line), table("支出总表"))
    shown = line.replace(" ", "").replace("（", "(").replace("）", ")")
    assert (kind, text) == ("internal_mark", shown)


@pytest.mark.parametrize(
    "line",
    [
        "开展内部审计，加强内部控制，完善单位内部考勤制度。",
        "涉密项目经费按规定不予公开。",
        "负责机要、保密、档案工作，不得泄露国家秘密。",
        "起草地方性法规草案，汇总征求意见稿的反馈。",
    ],
)
def test_words_of_the_work_itself_are_no_mark(line: str) -> None:
    assert flaws(paragraphs("一、部门职责", line), table("支出总表")) == []


# -- contents ----------------------------------------------------------------------------------


def listed(*titles: str) -> str:
    parts = ("第一部分 部门概况", "第二部分 部门预算表"), ("第三部分 情况说明", "第一部分 部门概况")
    return paragraphs("目录", *parts[0], *titles, *parts[1])


def test_a_listed_table_that_is_not_there() -> None:
    contents = listed(
        "一、收支总表……3", "二、收入总表......4", "三、支出总表 5", "四、政府采购预算表"
    )
    tables = "".join(
        table(title, [["", "合计", f"{i}.00", f"{i}.00", ""], *SUBJECTS[1:]])
        for i, title in enumerate(TITLES[:3])
    )
    assert flaws(contents, tables) == [("listed_not_there", "四、政府采购预算表", "")]
    complete = table("政府采购预算表", [["", "合计", "7.00", "7.00", ""]])
    assert flaws(contents, tables, complete) == []


def test_a_table_that_the_contents_leave_out_is_a_note() -> None:
    contents = listed("一、收支总表", "二、收入总表", "三、支出总表")
    tables = "".join(
        table(title, [["", "合计", f"{i}.00", f"{i}.00", ""]]) for i, title in enumerate(TITLES[:4])
    )
    disclosure = read(contents, tables)
    assert [(f.kind.name, f.text) for f in disclosure.flaws] == [("there_not_listed", TITLES[3])]
    (finding,) = [f for f in disclosure.audit().findings if f.rule == "document.contents_complete"]
    assert finding.severity.name == "note"


def test_one_entry_may_name_two_tables() -> None:
    contents = listed("一、收支总表", "二、收入总表", "三、部门“三公”经费和机关运行经费预算表")
    tables = "".join(
        table(title, [["", "合计", f"{i}.00", f"{i}.00", ""]])
        for i, title in enumerate([*TITLES[:2], "“三公”经费支出表", "机关运行经费预算表"])
    )
    assert flaws(contents, tables) == []


def test_an_entry_of_unknown_name_may_be_any_table() -> None:
    contents = listed("一、收支总表", "二、收入总表", "三、支出总表", "四、拨款明细情况表")
    tables = "".join(
        table(title, [["", "合计", f"{i}.00", f"{i}.00", ""]]) for i, title in enumerate(TITLES[:4])
    )
    assert flaws(contents, tables) == []


def test_a_narrative_apart_may_list_the_tables_of_the_other_half() -> None:
    assert flaws(listed("一、收支总表", "二、收入总表", "三、支出总表"), paragraphs(*SECTION)) == []


# -- text that cannot be seen -------------------------------------------------------------------


def test_hidden_text_is_a_note_and_takes_no_part() -> None:
    hidden = f'<p style="display:none">{SECTION[1]}</p>'
    disclosure = read(table("支出总表"), paragraphs(*SECTION), hidden)
    assert [(f.kind.name, f.text) for f in disclosure.flaws] == [("unseen_text", SECTION[1])]
    (finding,) = [f for f in disclosure.audit().findings if f.rule == "document.unseen_text"]
    assert finding.severity.name == "note"


def test_the_real_disclosure_that_the_project_began_with(real: Callable[[str], Path]) -> None:
    path = real("seed") / "yangquan-2024.txt"
    found = [(f.kind.name, f.text, f.expected) for f in budgetcore.read(path).flaws]
    assert found == [
        ("label_outside_series", "部门公开表9", "预算公开表9"),
        ("internal_mark", "仅供内部审核", ""),
        ("doubled_mark", "。；", ""),
    ]


def text_flaws(*sentences: str) -> list[tuple[str, str, int]]:
    made = plain.table(
        "支出预算总表", ["科目编码", "科目名称", "合计"], [["201", "一般公共服务支出", "9.90"]]
    )
    read = budgetcore.read(
        plain.page(made, plain.paragraphs("第三部分 情况说明", *sentences)), name="a.html"
    )
    kinds = {"template_residue", "doubled_mark"}
    return [(f.kind.name, f.text, len(f.places)) for f in read.flaws if f.kind.name in kinds]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (["与上年相比增加（减少）0万元，增长（减少）0%。", "比上年增加(减少)1.00万元。"],
         [("template_residue", "增加（减少）", 2)]),
        (["XX局2024年预算。"], [("template_residue", "XX", 1)]),
        (["主要包括：办公费。（按“部门预算公开06表”中实际发生支出事项填写）"],
         [("template_residue", "（按“部门预算公开06表”中实际发生支出事项填写）", 1)]),
        (["没有国有资本经营预算，仍保留该表格。"], [("template_residue", "仍保留该表格", 1)]),
        (["故年初预算未作安排。。", "增加。；减少。"], [("doubled_mark", "。。", 2)]),
        (["采购XXL号工作服，型号W0XX01。", "支出减少（不含结转）。", "共计10.00万元……。"], []),
    ],
)  # fmt: skip
def test_what_the_form_left_standing(
    sentences: list[str], found: list[tuple[str, str, int]]
) -> None:
    assert text_flaws(*sentences) == found
