# SPDX-License-Identifier: Apache-2.0
"""Subject trees from Python: the same as in C++, and what only Python hands over."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import budgetcore as bc
from budgetcore import Money, SubjectTree, Unit, errors

# 阳泉市财政局2024年部门预算公开, 表3.
CODES = ["", "201", "208", "210", "221", "20106", "20101", "20132"]
NAMES = ["合计", "一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出",
         "财政事务", "人大事务", "组织事务"]  # fmt: skip
TOTALS = ["3296.30", "2797.94", "317.42", "65.37", "115.57", "2794.26", "1.00", "2.68"]
BASIC = ["1585.27", "1086.91", "317.42", "65.37", "115.57", "1083.23", "1.00", "2.68"]
PROJECT = ["1711.03", "1711.03", None, "-", "", "1711.03", None, None]


@pytest.fixture(scope="module")
def seed() -> SubjectTree:
    amounts = {"合计": TOTALS, "基本支出": BASIC, "项目支出": PROJECT}
    return SubjectTree.from_rows(CODES, NAMES, amounts, unit="万元", scheme="functional")


def test_the_structure_ratios_of_the_seed(seed: SubjectTree) -> None:
    shares = seed.shares(level=1, column="合计")
    assert [str(share) for share in shares] == ["84.88%", "9.63%", "1.98%", "3.51%"]
    assert shares[0].ratio == bc.Ratio(279794, 329630)
    total = seed.total
    split = [total.amount(name) / total.amount("合计") for name in ("基本支出", "项目支出")]
    half_up = bc.Rounding.half_up
    assert [ratio.percent(2, half_up) for ratio in split] == ["48.09%", "51.91%"]


def test_every_total_of_the_seed_holds(seed: SubjectTree) -> None:
    lines = [(code, column, outcome) for code, column, _, _, outcome in seed.check()]
    assert lines == [
        (code, column, "exact")
        for code in ("", "201")
        for column in ("合计", "基本支出", "项目支出")
    ]


def test_a_changed_figure_is_found_at_its_parts_and_above() -> None:
    changed = [text if text != "2794.26" else "2749.26" for text in TOTALS]
    tree = SubjectTree.from_rows(CODES, NAMES, {"合计": changed}, unit=Unit.wan_yuan)
    wrong = [line for line in tree.check() if line.outcome == "violated"]
    assert [(line.code, str(line.printed), str(line.computed)) for line in wrong] == [
        ("201", "27979400.00元", "27529400.00元")
    ]
    assert str(wrong[0].amounts) == "[27529250.00元, 27529550.00元]"
    assert repr(wrong[0]).endswith("violated>")


def test_nodes(seed: SubjectTree) -> None:
    node = seed["20106"]
    assert (node.code, node.name, node.level, node.row) == ("20106", "财政事务", 2, 5)
    assert seed["财政事务"] == node
    assert [str(n) for n in node.path] == ["201 一般公共服务支出", "20106 财政事务"]
    parent = node.parent
    assert parent is not None
    assert [n.code for n in parent.children] == ["20101", "20106", "20132"]
    assert node.printed("项目支出") == Money.parse("1711.03", Unit.wan_yuan)
    assert seed["208"].printed("项目支出") is None
    assert seed["208"].amount("项目支出") == Money()
    assert node.figure("合计") == bc.PrintedAmount(Money.of_yuan(27942600), Money.of_yuan(50))
    assert [n.code for n in seed] == ["", "201", "20101", "20106", "20132", "208", "210", "221"]
    assert [n.code for n in seed.bottom_up()] == [n.code for n in seed][::-1]
    assert len(seed) == 8
    assert "20106" in seed
    assert "20107" not in seed
    assert seed.height == 2
    with pytest.raises(errors.LookupError) as caught:
        seed["20107"]
    assert "20106 财政事务" in caught.value.suggestions
    with pytest.raises(errors.LookupError) as caught:
        node.amount()
    assert caught.value.suggestions == ["合计", "基本支出", "项目支出"]


def test_exact_amounts_of_every_kind() -> None:
    values: list[Any] = ["1.5", Money.of_yuan(15000), 2, Decimal("0.25"), Fraction(1, 8), None]
    tree = SubjectTree.from_rows(
        [f"2010{i}" for i in range(1, 7)], None, {"a": values}, unit="万元"
    )
    fen = [node.amount().fen for node in tree.select(level=2)]
    assert fen == [1500000, 1500000, 2000000, 250000, 125000, 0]


@pytest.mark.parametrize(
    ("amounts", "error", "words"),
    [
        (["1", 2.5], TypeError, "float"),
        (["1", True], TypeError, "bool"),
        (["1", "五"], errors.ColumnError, "row 2"),
        (["1", "5%"], errors.ColumnError, "percentage"),
        (["1", "0.0000001"], errors.ColumnError, "finer"),
        (["1", Fraction(1, 3)], errors.ColumnError, "finer"),
        (["1"], errors.TreeError, "different lengths"),
        ("12", TypeError, "not one text"),
        (["1", object()], TypeError, "row 2"),
    ],
)
def test_amounts_that_are_none(amounts: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        SubjectTree.from_rows(["201", "202"], None, {"a": amounts}, unit="万元")


def test_columns_of_arrow_and_money_arrays() -> None:
    codes = pa.chunked_array([["201", "20101"], ["20102"]])
    names = pa.array(["一般公共服务支出", None, "其他"])
    texts = ["3.00", "1.00", None]
    amounts = {
        "texts": pa.array(texts),
        "views": pa.array(texts, pa.string_view()),
        "decimals": pa.array([Decimal("3.00"), Decimal("1.00"), None]),
        "money": bc.MoneyArray(texts, Unit.wan_yuan),
    }
    tree = SubjectTree.from_rows(codes, names, amounts, unit="万元")
    assert tree["20101"].name == ""
    for column in tree.columns:
        assert tree["201"].printed(column) == Money.of_yuan(30000)
        assert tree["20102"].printed(column) is None
    slacks = {name: tree["201"].figure(name) for name in tree.columns}
    assert (
        slacks["texts"]
        == slacks["views"]
        == bc.PrintedAmount(Money.of_yuan(30000), Money.of_yuan(50))
    )
    assert slacks["money"] == slacks["decimals"] == bc.PrintedAmount(Money.of_yuan(30000))
    with pytest.raises(TypeError, match="float"):
        SubjectTree.from_rows(codes, None, {"a": pa.array([1.0, 2.0, 3.0])}, unit="万元")
    with pytest.raises(TypeError, match="plain texts"):
        SubjectTree.from_rows(pa.array([201, 202]))


@pytest.mark.parametrize(
    "column",
    [
        lambda codes: pa.array(codes),
        lambda codes: pa.array(codes, pa.large_string()),
        lambda codes: pa.array(codes, pa.string_view()),
        lambda codes: pa.array(["9", *codes, "8"]).slice(1, len(codes)),
        lambda codes: pa.chunked_array([codes[:2], [], codes[2:]]),
        lambda codes: pa.array([*codes[:-1], None]),
    ],
    ids=["texts", "large", "views", "slice", "chunks", "gap"],
)
def test_arrow_columns_of_codes_and_names(column: Callable[[list[str]], Any]) -> None:
    codes, names = ["20102", " 201 ", "20101", ""], ["政协事务", "一般公共服务", "人大事务", ""]
    given = {"a": ["1.00", "3.00", "2.00", "3.00"]}
    tree = SubjectTree.from_rows(column(codes), column(names), given, unit="万元")
    assert tree == SubjectTree.from_rows(codes, names, given, unit="万元")
    assert [node.name for node in tree] == ["", "一般公共服务", "人大事务", "政协事务"]
    parents = column(["201", "", "201", ""])
    rows = SubjectTree.from_rows(column(["2", "201", "1", "x"]), None, None, scheme=parents)
    assert [node.code for node in rows["201"].children] == ["2", "1"]


def test_trees_without_names_or_codes() -> None:
    tree = SubjectTree.from_rows(["201", "20101"], None, {"a": ["1", "1"]}, unit="元")
    assert tree == SubjectTree.from_rows(["201", "20101"], ["", None], {"a": ["1", "1"]}, unit="元")
    assert {node.name for node in tree} == {""}
    named = SubjectTree.from_rows(None, ["甲", "乙"], None, scheme=[None, "甲"])
    assert {node.code for node in named} == {""}
    assert pickle.loads(pickle.dumps(tree)) == tree
    assert pickle.loads(pickle.dumps(named)) == named


def test_a_tree_does_not_change_with_the_array_it_was_made_of() -> None:
    fen = numpy.array([100, 200])
    amounts = bc.MoneyArray.from_fen(fen)
    tree = SubjectTree.from_rows(["201", "202"], None, {"a": amounts})
    fen[:] = 7
    assert tree.total.computed("a") == Money.of_yuan(3)
    assert tree["202"].printed("a") == Money.of_yuan(2)


def test_rows_that_make_no_tree() -> None:
    with pytest.raises(errors.TreeError) as caught:
        SubjectTree.from_rows(["201", "2010"])
    assert (caught.value.id, caught.value.row, caught.value.text) == (
        "subject.tree.code",
        1,
        "2010",
    )
    with pytest.raises(errors.TreeError, match="row 1 prints already"):
        SubjectTree.from_rows(["201", "201"])
    with pytest.raises(TypeError, match="codes: row 1 is a number"):
        SubjectTree.from_rows([201])
    with pytest.raises(errors.TreeError, match="above itself"):
        SubjectTree.from_rows(["a", "b"], scheme=["b", "a"])
    with pytest.raises(errors.TreeError, match="no row is called so"):
        SubjectTree.from_rows(["a"], scheme=["c"])
    with pytest.raises(errors.LookupError) as unknown:
        SubjectTree.from_rows(["201"], scheme="functionl")
    assert "functional" in unknown.value.suggestions
    with pytest.raises(errors.ColumnError, match="without a unit") as column:
        SubjectTree.from_rows(["201"], None, {"a": ["1"]})
    assert (column.value.column, column.value.row, column.value.text) == ("a", 0, "1")
    assert 'column "a", row 1' in str(column.value)
    with pytest.raises(errors.OverflowError) as overflow:
        SubjectTree.from_rows(["20101", "20102"], ["x", "y"], {"a": [Money.of_fen(2**62)] * 2})
    assert (overflow.value.left, overflow.value.right) == ("201", "a")


def test_departments_units_and_projects() -> None:
    names = ["财政局", "国库中心", "项目一", "项目二"]
    tree = SubjectTree.from_rows(
        None, names, {"预算": ["9.00", "9.00", "4.00", "5.00"]}, unit="万元",
        scheme=["", "财政局", "国库中心", "国库中心"],
    )  # fmt: skip
    assert [node.name for node in tree["项目二"].path] == ["财政局", "国库中心", "项目二"]
    assert {line.outcome for line in tree.check()} == {"exact"}
    levels = SubjectTree.from_levels(
        [1, 2, 3, 3], None, names, {"预算": ["9.00", "9.00", "4.00", "5.00"]}, unit="万元"
    )
    assert levels == tree


CELLS = st.one_of(st.none(), st.integers(-(10**9), 10**9).map(Money.of_fen))


@st.composite
def coded_rows(draw: st.DrawFn) -> tuple[list[str], list[str], dict[str, list[Money | None]]]:
    codes = draw(
        st.lists(
            st.tuples(st.integers(1, 3), st.integers(0, 3), st.integers(0, 2)).map(
                lambda t: f"20{t[0]}" + (f"0{t[1]}" + (f"0{t[2]}" if t[2] else "") if t[1] else "")
            ),
            unique=True,
            max_size=15,
        )
    )
    names = [f"n{code}" for code in codes]
    columns = {name: [draw(CELLS) for _ in codes] for name in ("a", "b")}
    return codes, names, columns


def build(rows: tuple[list[str], list[str], dict[str, list[Money | None]]]) -> SubjectTree:
    return SubjectTree.from_rows(*rows, scheme="functional")


@given(coded_rows())
def test_flatten_and_build_are_inverse(rows: Any) -> None:
    tree = build(rows)
    flat = tree.flatten()
    again = SubjectTree.from_rows(
        [row.code for row in flat],
        [row.name for row in flat],
        {name: [row.figures[name] for row in flat] for name in tree.columns},
    )
    assert again == tree
    assert [row.path for row in again.flatten()] == [row.path for row in flat]
    assert pickle.loads(pickle.dumps(tree)) == tree
    assert hash(again) == hash(tree)


@given(coded_rows(), st.randoms())
def test_the_order_of_rows_does_not_matter(rows: Any, random: Any) -> None:
    codes, names, columns = rows
    order = list(range(len(codes)))
    random.shuffle(order)
    shuffled = (
        [codes[i] for i in order],
        [names[i] for i in order],
        {name: [column[i] for i in order] for name, column in columns.items()},
    )
    assert build(shuffled) == build(rows)


def sums(tree: SubjectTree) -> dict[tuple[str, str], int]:
    return {
        (node.code, name): node.computed(name).fen
        for node in [tree.total, *tree]
        for name in tree.columns
        if node.code or node == tree.total
    }


@given(coded_rows(), coded_rows())
def test_the_rollup_is_linear(a: Any, b: Any) -> None:
    left, right = build(a), build(b)
    both = sums(left.merge(right))
    for key in both:
        assert both[key] == sums(left).get(key, 0) + sums(right).get(key, 0)
    difference = sums(left.subtract(right))
    for key in difference:
        assert difference[key] == sums(left).get(key, 0) - sums(right).get(key, 0)


@given(coded_rows())
def test_align_after_rename_is_identity(rows: Any) -> None:
    tree = build(rows)
    renamed = tree.rename({node.code: f"9{node.code}" for node in tree})
    back = {f"9{node.code}": node.code for node in tree}
    for earlier, later in tree.align(renamed, back):
        assert earlier is not None
        assert later is not None
        assert later.code == f"9{earlier.code}"


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=30), st.integers(0, 8))
def test_printed_shares_add_to_100(fen: list[int], decimals: int) -> None:
    codes = [f"201{i:02}" for i in range(len(fen))]
    tree = SubjectTree.from_rows(codes, None, {"a": [Money.of_fen(f) for f in fen]})
    shares = tree.shares(level=2, decimals=decimals, method="largest_remainder")
    if sum(fen):
        assert sum((s.percent or Decimal() for s in shares), Decimal()) == 100
    else:
        assert {s.percent for s in shares} == {None}
    for share in shares:
        assert share.is_adjusted == (share.percent != share.rounded)


def test_select_filter_and_prune(seed: SubjectTree) -> None:
    assert [n.code for n in seed.select(level=1)] == ["201", "208", "210", "221"]
    large = seed.select(where=lambda n: n.amount("合计") > Money.of_yuan(10_000_000))
    assert [n.code for n in large] == ["", "201", "20106"]
    part = seed.filter(lambda n: n.name == "财政事务")
    assert [n.code for n in part] == ["", "201", "20106"]
    assert part["201"].printed("合计") is None
    assert [n.code for n in seed.prune(1)] == ["", "201", "208", "210", "221"]
    with pytest.raises(ZeroDivisionError):
        seed.filter(lambda _: bool(1 // 0))


def test_compare() -> None:
    before = SubjectTree.from_rows(["201", "229"], None, {"a": ["50.00", "50.00"]}, unit="万元")
    after = SubjectTree.from_rows(["201", "205"], None, {"a": ["75.00", "45.00"]}, unit="万元")
    lines = bc.compare(before, after, renames={"205": "229"})
    assert [(line.code, line.growth, line.points) for line in lines] == [
        ("", bc.Ratio(1, 5), bc.Ratio(0, 1)),
        ("201", bc.Ratio(1, 2), bc.Ratio(1, 8)),
        ("205", bc.Ratio(-1, 10), bc.Ratio(-1, 8)),
    ]
    assert lines[1].contribution == bc.Ratio(1, 4)
    shifts = [line.shift for line in lines[1:]]
    assert shifts[0] is not None
    assert shifts[1] is not None
    assert shifts[0] + shifts[1] == bc.Ratio(0, 1)


def test_concentration(seed: SubjectTree) -> None:
    assert seed.top_share(1, column="合计") == bc.Ratio(279794, 329630)
    equal = SubjectTree.from_rows(["201", "202"], None, {"a": [Money.of_fen(5)] * 2})
    assert equal.herfindahl() == bc.Ratio(1, 2)
    with pytest.raises(ValueError, match="another tree"):
        equal.herfindahl(seed["201"])


def test_many_threads_read_one_tree(seed: SubjectTree) -> None:
    results: list[list[str]] = []

    def work() -> None:
        for _ in range(50):
            results.append([str(s) for s in seed.shares(level=1, column="合计")])
            seed.check()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 400
    assert all(result == results[0] for result in results)


def test_the_tree_of_a_table() -> None:
    doc = bc.read("examples/disclosures/yangquan-finance-2024.txt")
    tree = doc["支出总表"].tree("合计", "基本支出", "项目支出")
    assert [str(s) for s in tree.shares(level=1, column="合计")] == [
        "84.88%", "9.63%", "1.98%", "3.51%",
    ]  # fmt: skip
    # A blank total (项目支出 of classes that have none) states nothing.
    assert {line.outcome for line in tree.check()} == {"exact", "rounding", "not_applicable"}
    assert all(line.printed is None for line in tree.check() if line.outcome == "not_applicable")
    with pytest.raises(errors.LookupError):
        doc["支出总表"].tree("基金")
