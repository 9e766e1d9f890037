# SPDX-License-Identifier: Apache-2.0
"""What printed figures can be: intervals, proofs and repairs, against z3 and by hand."""

from __future__ import annotations

import itertools
import json
from fractions import Fraction
from typing import Any

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

import budgetcore
from budgetcore import errors, prove

NINE = {f"x{i}": "1" for i in range(9)}
NINE_ROW = "s = " + " + ".join(NINE)
Ends = tuple[str | None, str | None, bool, bool]


def solution_names(answer: budgetcore.Proof) -> set[frozenset[str]]:
    return {frozenset(change) for change in answer.solutions()}


@pytest.mark.parametrize(
    ("printed", "rounding", "decimals", "ends"),
    [
        ("46.20", "nearest", None, ("46.195", "46.205", True, True)),
        ("46.20", "truncate", None, ("46.2", "46.21", True, False)),
        ("-46.20", "truncate", None, ("-46.21", "-46.2", False, True)),
        ("0", "truncate", None, ("-1", "1", False, False)),
        ("12300", "nearest", -2, ("12250", "12350", True, True)),
        ("46.2", "nearest", 2, ("46.195", "46.205", True, True)),
        ("46.2", "nearest", "INF", ("46.2", "46.2", True, True)),
        (["46.2", "46.20"], "nearest", None, ("46.195", "46.205", True, True)),
        (["46.2", "46"], "nearest", [1, 0], ("46.15", "46.25", True, True)),
        (None, "nearest", None, (None, None, False, False)),
    ],
)
def test_what_a_figure_stands_for(printed: Any, rounding: Any, decimals: Any, ends: Ends) -> None:
    answer = prove({"a": printed}, [], rounding=rounding, decimals={"a": decimals})
    assert answer["feasible"] is True
    assert tuple(answer["intervals"]["a"]) == ends


def test_digits_beyond_the_precision_are_an_error() -> None:
    with pytest.raises(errors.PrecisionError) as raised:
        prove({"a": "46.25"}, [], decimals={"a": 1})
    assert (raised.value.text, raised.value.decimals) == ("46.25", 1)


def test_values_without_a_common_amount_are_a_proof_by_themselves() -> None:
    answer = prove({"a": ["46.20", "46.3"]}, [])
    assert answer["feasible"] is False
    assert answer["certificate"] == [
        {"figure": "a", "end": "high", "multiplier": "1"},
        {"figure": "a", "end": "low", "multiplier": "1"},
    ]


@pytest.mark.parametrize(
    ("figures", "rows", "feasible"),
    [
        ({"a": "46.20", "b": "18.36", "c": "64.55"}, ["c = a + b"], True),
        ({"a": "46.20", "b": "18.36", "c": "64.54"}, ["c = a + b"], False),
        # Ends that touch and are closed hold; n + 1 halves are the most that rounding can do.
        ({"a": "1.5", "b": "1.5", "c": "3.1"}, ["c = a + b"], True),
        ({"a": "1.5", "b": "1.5", "c": "3.2"}, ["a + b = c"], False),
        (NINE | {"s": "14"}, [NINE_ROW], True),
        (NINE | {"s": "15"}, [NINE_ROW], False),
        ({"part": "3.00", "whole": "2.99"}, ["part <= whole"], True),
        ({"part": "3.00", "whole": "2.98"}, ["part <= whole"], False),
        ({"net": "70", "gross": "100", "tax": "30"}, ["net = gross - tax"], True),
        ({"a": "10.0", "b": "4.0"}, ["a = 2.5 * b"], True),
        ({"a": "10.0", "b": "4.1"}, ["0.4 * a - b > 0"], False),
    ],
)  # fmt: skip
def test_decided_by_hand(figures: dict[str, str], rows: list[str], feasible: bool) -> None:
    assert prove(figures, rows)["feasible"] is feasible


def test_strict_inequalities_are_exact() -> None:
    exact = {"a": "INF", "b": "INF"}
    figures = {"a": "1.0000", "b": "0.9999"}
    assert prove(figures, ["b < a"], decimals=exact).feasible is True
    assert prove(figures, ["a < b + 0.0001"], decimals=exact).feasible is False
    assert prove(figures, ["a <= b + 0.0001"], decimals=exact).feasible is True


def test_truncated_ends_are_open() -> None:
    # 1.5 cut off is below 1.6: two of them stay below 3.2.
    figures = {"a": "1.5", "b": "1.5", "c": "3.2"}
    assert prove(figures, ["c = a + b"], rounding="truncate").feasible is False
    assert prove(figures | {"c": "3.1"}, ["c = a + b"], rounding="truncate").feasible is True


def test_a_two_way_table_whose_rows_and_columns_pass_alone() -> None:
    figures = {"a": "1", "b": "1", "c": "1", "d": "1", "r1": "3", "r2": "3", "c1": "1", "c2": "1"}
    rows = ["r1 = a + b", "r2 = c + d", "c1 = a + c", "c2 = b + d"]
    for row in rows:
        names = [
            name for name in figures if name in row.replace("=", " ").replace("+", " ").split()
        ]
        assert prove({name: figures[name] for name in names}, [row]).feasible is True
    assert prove(figures, rows).feasible is False


def test_figures_of_31_digits_and_ten_orders_of_magnitude() -> None:
    big = "1" + "0" * 30
    figures = {"a": big, "b": "1", "c": big[:-1] + "1"}
    assert prove(figures, ["c = a + b"], decimals=dict.fromkeys(figures, "INF")).feasible is True
    figures["c"] = big[:-1] + "2"
    assert prove(figures, ["c = a + b"], decimals=dict.fromkeys(figures, "INF")).feasible is False
    assert (
        prove({"a": "10000000000", "b": "0.01", "c": "10000000000.02"}, ["c = a + b"]).feasible
        is True
    )


def test_error_localisation_of_a_balance_with_every_tie() -> None:
    # Textbook: t = c + p and p <= 0.6 t, printed 755 = 125 + 200.
    rows = ["t = c + p", "p <= 0.6 * t"]
    answer = prove({"p": "755", "c": "125", "t": "200"}, rows, decimals=dict.fromkeys("pct", "INF"))
    assert solution_names(answer) == {frozenset({"p"})}
    assert answer["repairs"]["components"][0][0]["change"]["p"][:2] == ("75", "75")
    tied = prove(
        {"p": "75", "c": "125", "t": "300"}, ["t = c + p"], decimals=dict.fromkeys("pct", "INF")
    )
    assert solution_names(tied) == {frozenset("p"), frozenset("c"), frozenset("t")}


def test_nine_repairs_that_are_equally_small() -> None:
    names = [f"x{i}" for i in range(8)]
    figures = dict.fromkeys(names, "10") | {"s": "99"}
    answer = prove(figures, ["s = " + " + ".join(names)])
    assert answer["repairs"]["count"] == 9
    assert solution_names(answer) == {frozenset({name}) for name in figures}


def test_a_figure_that_is_confirmed_is_less_suspect() -> None:
    rows = ["c = a + b", "f = c + d"]
    figures = {"a": "10", "b": "20", "c": "90", "d": "5", "f": "35"}
    answer = prove(figures, rows, decimals=dict.fromkeys(figures, "INF"))
    assert solution_names(answer) == {frozenset({"c"})}
    assert answer["repairs"]["components"] == [
        [{"change": {"c": ("30", "30", True, True)}, "weight": 1}]
    ]
    heavy = prove(figures, rows, decimals=dict.fromkeys(figures, "INF"), weights={"c": 3})
    assert solution_names(heavy) == {frozenset(two) for two in itertools.product("ab", "df")}


def test_independent_errors_are_factored() -> None:
    figures: dict[str, str] = {}
    rows = []
    for i in range(10):
        figures |= {f"a{i}": "10.00", f"b{i}": "20.00", f"c{i}": str(40 + i)}
        rows.append(f"c{i} = a{i} + b{i}")
    answer = prove(figures, rows)
    assert [len(component) for component in answer["repairs"]["components"]] == [3] * 10
    assert answer["repairs"]["count"] == 3**10
    assert len(next(answer.solutions())) == 10


def test_errors_below_one_total_are_factored() -> None:
    figures: dict[str, str] = {}
    rows = []
    for i in range(6):
        figures |= {f"a{i}": "10.00", f"b{i}": "20.00", f"m{i}": f"{40 + i}.00"}
        rows.append(f"m{i} = a{i} + b{i}")
    figures["r"] = f"{sum(40 + i for i in range(6))}.00"
    rows.append("r = " + " + ".join(f"m{i}" for i in range(6)))
    answer = prove(figures, rows)
    assert [len(component) for component in answer["repairs"]["components"]] == [2] * 6
    assert answer["repairs"]["count"] == 2**6


def test_rows_that_contradict_each_other_blame_no_figure() -> None:
    answer = prove({"a": "1", "b": "2"}, ["a = b + 1", "a = b + 2"])
    assert answer["feasible"] is False
    assert answer["repairs"]["count"] == 0
    assert "contradict" in answer["reason"]
    hard = prove({"a": "1"}, [], bounds={"a": ["5", "6", True, True]})
    assert hard["feasible"] is False
    assert hard["repairs"]["components"] == [
        [{"change": {"a": ("5", "6", True, True)}, "weight": 1}]
    ]


def test_the_work_may_be_bounded() -> None:
    n = 40
    figures = {f"x{i}_{j}": "1" for i in range(n) for j in range(n)}
    figures |= {f"r{i}": "43" for i in range(n)} | {f"c{i}": "43" for i in range(n)}
    rows = [f"2 * r{i} = " + " + ".join(f"2 * x{i}_{j}" for j in range(n)) for i in range(n)]
    rows += [f"c{j} = " + " + ".join(f"x{i}_{j}" for i in range(n)) for j in range(n)]
    answer = prove(figures, rows, work=1000)
    assert answer["feasible"] is None
    assert answer["reason"] == "work spent"


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        ("c = a +", 8, "a name or a number"),
        ("c a + b", 3, "+, - or one of = <= >= < >"),
        ("c = a * b", 7, "+, - or the end of the row"),
        ("c = 2 * 3", 9, "a name or a number"),
        ("c = 'a", 5, "a name between quotes"),
        ("", 1, "a name or a number"),
        ("合计 = 甲 ； 乙", 8, "+, - or the end of the row"),
    ],
)
def test_a_row_that_cannot_be_read_says_where(row: str, column: int, expected: str) -> None:
    with pytest.raises(errors.RuleError) as raised:
        prove({"a": "1", "b": "2", "c": "3"}, ["a = b", row])
    assert raised.value.expected == expected
    assert raised.value.place is not None
    assert (raised.value.place.line, raised.value.place.column) == (2, column)


def test_names_of_any_script_and_in_quotes() -> None:
    figures = {"合计": "3.00", "基本支出": "1.00", "项目 支出": "2.00"}
    assert prove(figures, ["合计 = 基本支出 + '项目 支出'"]).feasible is True
    with pytest.raises(errors.LookupError) as raised:
        prove(figures, ["合计 = 基本"])
    assert raised.value.name == "基本"


@pytest.mark.parametrize("value", [1.5, float("nan"), True, [], {}])
def test_values_that_are_no_printed_figures(value: Any) -> None:
    if value == []:
        assert prove({"a": value}, []).feasible is True
        return
    with pytest.raises(errors.DomainError):
        prove({"a": value}, [])


def test_no_figure_at_all() -> None:
    with pytest.raises(errors.DomainError):
        prove({}, [])
    with pytest.raises(errors.ParseError):
        prove({"a": "12元"}, [])


def test_the_answer_is_json() -> None:
    answer = json.loads(prove({"a": "46.20", "b": "18.36", "c": "64.53"}, ["c = a + b"]).to_json())
    assert answer["repairs"]["components"][0][0] == {
        "change": {"a": ["46.16", "46.18"]},
        "weight": 1,
    }
    assert answer["intervals"]["a"] == ["46.195", "46.205", True, True]
    assert answer["certificate"][0] == {"row": 0, "multiplier": "-1"}


# ---- against z3: the same question in another program ----

NAMES = ["a", "b", "c", "d", "e"]
COEFFICIENTS = [-2, -1, 1, 1, 1, 3]


@st.composite
def systems(draw: st.DrawFn) -> tuple[dict[str, str], list[tuple[dict[str, int], str, int]], str]:
    names = NAMES[: draw(st.integers(2, 5))]
    digits = draw(st.integers(0, 1))
    figures = {n: f"{draw(st.integers(-30, 60)) / 10**digits:.{digits}f}" for n in names}
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
        terms = {n: draw(st.sampled_from(COEFFICIENTS)) for n in chosen}
        relation = draw(st.sampled_from(["=", "=", "=", "<=", "<"]))
        rows.append((terms, relation, draw(st.integers(-3, 3))))
    return figures, rows, draw(st.sampled_from(["nearest", "truncate"]))


def row_text(terms: dict[str, int], relation: str, constant: int) -> str:
    text = " + ".join(f"{c} * {n}" for n, c in terms.items() if c > 0) or "0"
    text += "".join(f" - {-c} * {n}" for n, c in terms.items() if c < 0)
    return (
        f"{text} {relation} {constant}" if constant >= 0 else f"{text} + {-constant} {relation} 0"
    )


def possible(figures: Any, rows: Any, intervals: dict[str, Any], without: set[str]) -> bool:
    solver = z3.Solver()
    for name in figures:
        if name in without:
            continue
        low, high, closed_low, closed_high = intervals[name]
        x = z3.Real(name)
        if low is not None:
            bound = z3.Q(*Fraction(low).as_integer_ratio())
            solver.add(x >= bound if closed_low else x > bound)
        if high is not None:
            bound = z3.Q(*Fraction(high).as_integer_ratio())
            solver.add(x <= bound if closed_high else x < bound)
    for terms, relation, constant in rows:
        left = z3.Sum([c * z3.Real(n) for n, c in terms.items()])
        solver.add({"=": left == constant, "<=": left <= constant, "<": left < constant}[relation])
    return bool(solver.check() == z3.sat)


@settings(max_examples=300, deadline=None)
@given(systems())
def test_decisions_and_repairs_are_those_of_z3(
    system: tuple[dict[str, str], list[tuple[dict[str, int], str, int]], str],
) -> None:
    figures, rows, rounding = system
    intervals = {
        n: tuple(prove({n: v}, [], rounding=rounding)["intervals"][n]) for n, v in figures.items()
    }  # type: ignore[arg-type]
    answer = prove(figures, [row_text(*row) for row in rows], rounding=rounding)  # type: ignore[arg-type]
    assert answer["feasible"] is possible(figures, rows, intervals, set())  # type: ignore[arg-type]
    if answer["feasible"]:
        assert possible_at(answer["witness"], rows, intervals)
        return
    check_proof(answer, rows, intervals)
    smallest: set[frozenset[str]] = set()
    for size in range(len(figures) + 1):
        smallest = {
            frozenset(some)
            for some in itertools.combinations(figures, size)
            if possible(figures, rows, intervals, set(some))  # type: ignore[arg-type]
        }
        if smallest:
            break
    if not smallest:
        assert answer["repairs"]["count"] == 0
        return
    assert solution_names(answer) == smallest


def check_proof(answer: budgetcore.Proof, rows: Any, intervals: dict[str, Any]) -> None:
    """The parts add up to what cannot be, and without any one of them it could."""
    sums: dict[str, Fraction] = {}
    rest, strict = Fraction(0), False
    for part in answer["certificate"]:
        multiplier = Fraction(part["multiplier"])
        if "row" in part:
            terms, relation, constant = rows[part["row"]]
            assert relation == "=" or multiplier > 0
            strict = strict or relation == "<"
            rest += multiplier * constant
        else:
            assert multiplier > 0
            high = part["end"] == "high"
            ends = intervals[part["figure"]]
            terms = {part["figure"]: 1 if high else -1}
            rest += multiplier * (Fraction(ends[1]) if high else -Fraction(ends[0]))
            strict = strict or not ends[3 if high else 2]
        for name, coefficient in terms.items():
            sums[name] = sums.get(name, Fraction(0)) + multiplier * coefficient
    assert set(sums.values()) <= {Fraction(0)}
    assert rest < 0 or (rest == 0 and strict)
    for left_out in answer["certificate"]:
        kept = [part for part in answer["certificate"] if part is not left_out]
        stands = {(p["figure"], p["end"]) for p in kept if "figure" in p}
        ends = {
            name: (
                own[0] if (name, "low") in stands else None,
                own[1] if (name, "high") in stands else None,
                own[2],
                own[3],
            )
            for name, own in intervals.items()
        }
        assert possible(ends, [rows[p["row"]] for p in kept if "row" in p], ends, set())


def possible_at(witness: dict[str, str], rows: Any, intervals: dict[str, Any]) -> bool:
    values = {n: Fraction(v) for n, v in witness.items()}
    for name, (low, high, closed_low, closed_high) in intervals.items():
        if not (Fraction(low) <= values[name] <= Fraction(high)):
            return False
        if (values[name] == Fraction(low) and not closed_low) or (
            values[name] == Fraction(high) and not closed_high
        ):
            return False
    for terms, relation, constant in rows:
        left = sum(c * values[n] for n, c in terms.items())
        if not {"=": left == constant, "<=": left <= constant, "<": left < constant}[relation]:
            return False
    return True


def test_a_sum_of_very_many_figures() -> None:
    """One pass decides it; naming all that could be wrong stops where the work is spent."""
    size = 50_000
    figures = {f"x{i}": str(i % 1000) for i in range(size)}
    rows = ["total = " + " + ".join(figures)]
    total = sum(i % 1000 for i in range(size))
    assert prove(figures | {"total": str(total)}, rows)["feasible"] is True
    assert prove(figures | {"total": str(total + size // 2)}, rows)["feasible"] is True
    wrong = prove(figures | {"total": str(total + size)}, rows, work=20_000_000)
    assert wrong["feasible"] is False
    assert wrong["reason"] == "repairs: work spent"
    assert len(wrong["certificate"]) == size + 2


def test_decimals_for_all() -> None:
    figures = {"t": "100", "c": "20", "p": "80"}
    answer = prove(figures, ["t = c + p", "p <= 0.6 * t"], decimals="INF")
    assert sorted(sorted(change) for change in answer.solutions()) == [
        ["c", "p"],
        ["c", "t"],
        ["p", "t"],
    ]
    assert (
        answer["feasible"]
        == prove(figures, ["t = c + p", "p <= 0.6 * t"], decimals=dict.fromkeys(figures, "INF"))[
            "feasible"
        ]
    )
