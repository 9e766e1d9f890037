# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import budgetcore as bc
from budgetcore import NameFit, SubjectCode, errors

FUNCTIONAL = bc.catalog("functional", year=2024)

schemes = st.lists(
    st.lists(st.sampled_from(["01", "02", "1"]), min_size=1, max_size=4), min_size=1, max_size=12
)


def test_a_mapping_of_codes() -> None:
    assert len(FUNCTIONAL) == len(list(FUNCTIONAL)) == len(set(FUNCTIONAL))
    assert list(FUNCTIONAL) == sorted(FUNCTIONAL) == FUNCTIONAL.codes()
    assert "20106" in FUNCTIONAL
    assert SubjectCode("20106") in FUNCTIONAL
    assert "201-06" in FUNCTIONAL
    assert "29897" not in FUNCTIONAL
    entry = FUNCTIONAL["20106"]
    assert (entry.code, entry.name, entry.is_printed) == ("20106", "财政事务", True)
    assert FUNCTIONAL.get("29897") is None
    assert FUNCTIONAL.name(SubjectCode("2010601")) == "行政运行"


def test_names_by_year() -> None:
    assert bc.catalog("functional", year=2018).name("210") == "医疗卫生与计划生育支出"
    assert FUNCTIONAL.in_year(2018).name("210") == "医疗卫生与计划生育支出"
    assert FUNCTIONAL.name("210") == "卫生健康支出"
    old = FUNCTIONAL.names("207")
    assert [name.name for name in old] == [
        "文化体育与传媒", "文化体育与传媒支出", "文化旅游体育与传媒支出",
    ]  # fmt: skip
    assert [name.end for name in old] == ["renamed", "renamed", "open"]
    assert old[1].successors == [("207", "文化旅游体育与传媒支出")]
    assert old[1].is_retired(2024)


@pytest.mark.parametrize(
    ("code", "name", "fit"),
    [
        ("201", "一、一般公共服务支出", NameFit.fits),
        ("210", "卫生健康", NameFit.abbreviation),
        ("215", "资源勘探信息等支出", NameFit.retired),
        ("208", "卫生健康支出", NameFit.other_name),
        ("2010102", "一般行政管理事务", NameFit.unproven),
        ("20197", "其他", NameFit.code_unknown),
        ("298", "其他", NameFit.class_unknown),
    ],
)
def test_a_printed_name(code: str, name: str, fit: NameFit) -> None:
    check = FUNCTIONAL.check(code, name)
    assert check.fit is fit
    if fit is NameFit.retired:
        assert check.found is not None
        assert check.current is not None
        assert check.suggestions[0] == check.current.name


def test_a_wrong_parent() -> None:
    assert FUNCTIONAL.check("2010601", "行政运行", under="20106").fit is NameFit.fits
    check = FUNCTIONAL.check("2010601", "行政运行", under="208")
    assert (check.fit, check.suggestions) == (NameFit.wrong_parent, ["20106"])


def test_looking_up_what_is_not_there() -> None:
    with pytest.raises(errors.LookupError) as caught:
        FUNCTIONAL["2010691"]
    assert caught.value.id == "subject.unknown"
    assert "2010601" in caught.value.suggestions
    with pytest.raises(errors.LookupError) as caught:
        bc.catalog("function")
    assert caught.value.id == "subject.unknown_catalog"
    assert "functional" in caught.value.suggestions
    assert FUNCTIONAL.find("没有的名称") == []
    assert FUNCTIONAL.nearest("机关事业单位基本养老保险费支出")[0].code == "2080505"
    assert FUNCTIONAL.find("行政 运行")[0].name == "行政运行"


def test_every_classification_by_its_name() -> None:
    for one in bc.Classification:
        assert bc.catalog(one.name).classification is one
    economic = bc.catalog("economic", year=2024)
    assert economic.name("30113") == "住房公积金"
    assert economic.children("301")[0] == "30101"
    assert "301" in economic.classes
    assert economic.parent("3019901") == "30199"
    assert economic.level("30113") == 2


def test_ranges() -> None:
    below = bc.CodeRange.below(SubjectCode("20805"))
    assert FUNCTIONAL.codes(below) == FUNCTIONAL.children("20805")
    some = bc.CodeRange(SubjectCode("2080501"), SubjectCode("2080505"))
    assert FUNCTIONAL.codes(some)[-1] == "2080505"
    with pytest.raises(errors.DomainError):
        bc.CodeRange(SubjectCode("209"), SubjectCode("208"))


OWN = "code,name,to_year,successor\n2080501,离退休,,\n208050101,本级离退休,2020,20899|2080506\n"


def test_an_own_catalog(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(OWN.encode("gb18030"))
    for source in (OWN, OWN.encode(), io.BytesIO(OWN.encode()), path, str(path)):
        own = bc.load_catalog(source, over=FUNCTIONAL)
        assert (own.year, own.classification) == (2024, bc.Classification.functional)
        assert own.name("2080501") == "离退休"
        assert own.name("210") == "卫生健康支出"
        ended = own.names("208050101")[0]
        assert (ended.end, ended.successors) == ("split", [("20899", ""), ("2080506", "")])
        with pytest.raises(errors.LookupError) as caught:
            own.name("208050101")
        assert caught.value.id == "subject.retired"
        assert caught.value.suggestions == ["20899", "2080506"]
    assert own["2080501"].source == str(path)


@pytest.mark.parametrize(
    ("text", "error", "place"),
    [
        ("code\n201\n", "standard.csv.column", "<text>:1"),
        ("code,name\n201\n", "standard.csv.fields", "<text>:2:1"),
        ("code,name\n201,\n", "standard.csv.value", "<text>:2:5"),
        ("code,name,level\n201,甲,2\n", "standard.csv.value", "<text>:2:7"),
        ("code,name,to_year\n201,甲,x\n", "standard.csv.value", "<text>:2:7"),
    ],
)
def test_what_is_wrong_with_an_own_catalog(text: str, error: str, place: str) -> None:
    with pytest.raises(errors.ReadError) as caught:
        bc.load_catalog(text)
    assert (caught.value.id, str(caught.value.place)) == (error, place)


@given(schemes, st.sampled_from([".", "-", "/"]))
def test_dotted_codes_of_any_depth(parts: list[list[str]], separator: str) -> None:
    codes = {separator.join(one) for one in parts}
    own = bc.load_catalog("code,name\n" + "".join(f"{code},名\n" for code in sorted(codes)))
    assert set(own) == codes
    for code in codes:
        above = [c for c in codes if code.startswith(c + separator)]
        assert own.parent(code) == (max(above, key=len) if above else None)
        if own.classification is None:
            assert own.level(code) == len(above) + 1
