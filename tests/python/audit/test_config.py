# SPDX-License-Identifier: Apache-2.0
"""Rules on and off, severities, accepted findings and earlier reports."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main
from budgetcore.config import Config, accept, config_of
from budgetcore.errors import ConfigError, RuleError

DAY = datetime.date(2026, 11, 30)


def write(folder: Path, text: str) -> Path:
    path = folder / "budgetcore.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path, faulty: bytes) -> Path:
    path = tmp_path / "faulty.txt"
    path.write_bytes(faulty)
    return path


def errors(report: bc.Report) -> list[str]:
    return [one.rule for one in report.findings if one.severity == bc.Severity.error]


def test_a_rule_that_is_off_is_not_applied_and_said_so(wrong: Path, tmp_path: Path) -> None:
    rule = errors(bc.read(wrong).audit())[0]
    config = write(tmp_path, f'[rules]\noff = ["{rule}"]\n')
    report = bc.read(wrong).audit(config=config)
    assert rule not in report.coverage.rules
    assert report.rules_off == [rule]
    assert rule in report.to_text()
    assert f'"{rule}"' in report.to_json()


def test_names_of_several_rules(wrong: Path, tmp_path: Path) -> None:
    report = bc.read(wrong).audit(config=write(tmp_path, '[rules]\noff = ["text.*"]\n'))
    assert report.rules_off
    assert all(rule.startswith("text.") for rule in report.rules_off)
    assert not any(rule.startswith("text.") for rule in report.coverage.rules)


def test_severities(wrong: Path, tmp_path: Path) -> None:
    rule = errors(bc.read(wrong).audit())[0]
    config = write(tmp_path, f'[severity]\n"expenditure.*" = "note"\n"{rule}" = "warning"\n')
    report = bc.read(wrong).audit(config=config)
    assert {one.severity for one in report.findings if one.rule == rule} == {bc.Severity.warning}


def test_extra_rules_stand_beside_the_file(wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "ours.rules").write_text(
        "rule ours.sum\n  source  a test\n  支出总表: 合计 = 基本支出 + 项目支出\n"
        "  holds   3 = 1 + 2\n  breaks  4 = 1 + 2\n",
        encoding="utf-8",
    )
    config = write(tmp_path, '[rules]\nextra = ["ours.rules"]\n')
    assert "ours.sum" in bc.read(wrong).audit(config=config).coverage.rules


def test_an_accepted_finding_is_set_aside_and_said_so(wrong: Path, tmp_path: Path) -> None:
    finding = bc.read(wrong).audit().findings[0]
    path = tmp_path / "budgetcore.toml"
    accept(path, [finding], reason="上级“批复”如此", who="甲", until=datetime.date(2027, 3, 31))
    report = bc.read(wrong).audit(config=path)
    assert finding.id not in [one.id for one in report.findings]
    (one,) = report.accepted
    assert (one.finding.id, one.reason, one.who, one.until) == (
        finding.id, "上级“批复”如此", "甲", "2027-03-31",
    )  # fmt: skip
    assert report.verdict == bc.Verdict.violated  # it is no truer than before
    wrong_figures = re.search(r"有 (\d+) 处不可能为真", report.to_text())
    assert wrong_figures
    assert int(wrong_figures[1]) == len(errors(bc.read(wrong).audit()))
    assert "上级“批复”如此" in report.to_text()
    assert '"until": "2027-03-31"' in report.to_json()


def test_an_acceptance_ends(wrong: Path, tmp_path: Path) -> None:
    finding = bc.read(wrong).audit().findings[0]
    path = tmp_path / "budgetcore.toml"
    accept(path, [finding], reason="r", who="w", until=DAY)
    last = bc.load_config(path, today=DAY)
    after = bc.load_config(path, today=DAY + datetime.timedelta(days=1))
    assert len(bc.read(wrong).audit(config=last).accepted) == 1
    report = bc.read(wrong).audit(config=after)
    assert report.expired == [finding.id]
    assert finding.id in [one.id for one in report.findings]
    assert finding.id in report.to_text()


def test_a_finding_whose_figures_changed_comes_back(wrong: Path, tmp_path: Path) -> None:
    finding = bc.read(wrong).audit().findings[0]
    path = tmp_path / "budgetcore.toml"
    accept(path, [finding], reason="r", who="w")
    text = finding.published.encode()
    changed = wrong.read_bytes().replace(text, text[:-1] + (b"7" if text[-1:] != b"7" else b"8"))
    assert changed != wrong.read_bytes()
    wrong.write_bytes(changed)
    report = bc.read(wrong).audit(config=path)
    assert report.accepted == []
    assert [one for one in report.findings if one.id == finding.id]
    assert report.expired == [finding.id]


def test_ids_survive_an_unrelated_change(wrong: Path) -> None:
    before = bc.read(wrong).audit().findings
    wrong.write_bytes(b"\n\n" + wrong.read_bytes())
    after = bc.read(wrong).audit().findings
    assert [(one.id, one.figures) for one in before] == [(one.id, one.figures) for one in after]


def test_a_baseline_leaves_what_is_new(wrong: Path, sound: bytes, tmp_path: Path) -> None:
    earlier = tmp_path / "last.json"
    earlier.write_text(bc.read(wrong).audit().to_json(), encoding="utf-8")
    report = bc.read(wrong).audit(baseline=earlier)
    assert len(report.findings) == 0
    assert len(report.set_aside) == len(bc.read(wrong).audit().findings)
    assert bc.read(wrong).audit(baseline=bc.read(wrong).audit()).findings[:] == []
    clean = tmp_path / "clean.json"
    clean.write_text(bc.recognise(bc.read_text(sound, "s.txt")).audit().to_json(), "utf-8")
    assert errors(bc.read(wrong).audit(baseline=clean)) == errors(bc.read(wrong).audit())


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("[rule]\n", "rule"),
        ("[rules]\nof = []\n", "rules.of"),
        ("[rules]\noff = 'x'\n", "rules.off"),
        ("[severity]\n'text.share' = 'grave'\n", "severity.text.share"),
        ("[[accepted]]\nfinding = 'a'\nwho = 'b'\n", "accepted.reason"),
        ("[[accepted]]\nfinding='a'\nwho='b'\nreason='c'\nuntil='soon'\n", "accepted.until"),
        ("[accepted]\n", "accepted"),
        ("accepted = 3\n", "accepted"),
        ("[units]\na = 'b'\n", "units.a"),
        ("[renamed]\na = 3\n", "renamed.a"),
        ("rules = 3\n", "rules"),
        ("[rules\n", ""),
        ("[severity]\n'text.share' = ['note']\n", "severity.text.share"),
    ],
)
def test_faulty_settings_are_named(tmp_path: Path, text: str, entry: str) -> None:
    with pytest.raises(ConfigError) as caught:
        bc.load_config(write(tmp_path, text))
    assert caught.value.text == entry
    assert "budgetcore.toml" in str(caught.value.place)


def test_a_rule_that_is_not_there_is_named(wrong: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"expenditure\.split") as caught:
        bc.read(wrong).audit(config=write(tmp_path, '[rules]\noff = ["expenditure.splt"]\n'))
    assert caught.value.id == "rule.unknown"


def test_a_baseline_that_is_none(wrong: Path, tmp_path: Path) -> None:
    for text in ("x", "[]x", '{"findings": 3}', "3", '[{"findings": [{"id": "a"}]}]'):
        (tmp_path / "b.json").write_text(text)
        with pytest.raises(ConfigError) as caught:
            bc.read(wrong).audit(baseline=tmp_path / "b.json")
        assert caught.value.id == "config.baseline"


def test_accepting_twice(wrong: Path, tmp_path: Path) -> None:
    finding = bc.read(wrong).audit().findings[0]
    path = write(tmp_path, "# ours\n[rules]\noff = []")
    accept(path, [finding], reason='a "b"\\\n\x7f', who="w")
    assert bc.load_config(path).accepted[0].reason == 'a "b"\\\n\x7f'
    assert path.read_text("utf-8").startswith("# ours\n[rules]\n")
    with pytest.raises(ConfigError) as caught:
        accept(path, [finding], reason="again", who="w")
    assert caught.value.text == finding.id


def test_which_file_is_a_documents(tmp_path: Path) -> None:
    deep = tmp_path / "city" / "body"
    deep.mkdir(parents=True)
    top = write(tmp_path / "city", "")
    assert config_of(deep / "2024.txt") is None
    assert config_of(deep / "2024.txt", tmp_path / "city") == str(top)
    own = write(deep, "")
    assert config_of(deep / "2024.txt", tmp_path / "city") == str(own)
    assert isinstance(bc.load_config(own), Config)


def test_the_command(wrong: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    finding = bc.read(wrong).audit().findings[0]
    ran = runner.invoke(main, ["audit", str(wrong)])
    assert ran.exit_code == 1
    ran = runner.invoke(main, ["accept", str(wrong), finding.id[:8], "--reason", "r", "--who", "w"])
    assert ran.exit_code == 0, ran.output
    assert finding.id in ran.output
    ran = runner.invoke(main, ["audit", str(wrong), "--format", "json"])
    assert '"accepted"' in ran.output
    (tmp_path / "base.json").write_text(ran.output, "utf-8")
    ran = runner.invoke(main, ["audit", str(wrong), "--baseline", str(tmp_path / "base.json")])
    assert ran.exit_code == 0, ran.output
    ran = runner.invoke(main, ["accept", str(wrong), "zzz", "--reason", "r", "--who", "w"])
    assert ran.exit_code == 2
