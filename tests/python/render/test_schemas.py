# SPDX-License-Identifier: Apache-2.0
"""Every JSON output against its JSON Schema."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import budgetcore as bc
from budgetcore.cli import main
from budgetcore.schemas import NAMES, schema

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("BUDGET_SHARED") or ROOT.parent / "shared") / "corpus"
DOCUMENTS = [
    *sorted((ROOT / "examples/disclosures").glob("*.txt")),
    *sorted((ROOT / "tests/years").glob("*.txt")),
    *sorted((ROOT / "tests/targets").glob("*.txt")),
    *sorted(CORPUS.glob("*.pdf")),
]


def faults(name: str, text: str) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema(name))
    return [
        f"{fault.json_path}: {fault.message}" for fault in checker.iter_errors(json.loads(text))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas_and_closed(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))

    def objects(part: Any) -> Iterator[dict[str, Any]]:
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            for inner in part.values():
                yield from objects(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from objects(inner)

    for found in objects(schema(name)):
        assert "additionalProperties" in found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_outputs_are_valid(path: Path) -> None:
    disclosure = bc.read(path)
    assert faults("disclosure", disclosure.to_json()) == []
    assert faults("report", disclosure.audit().to_json("en")) == []


def test_reports_with_everything_are_valid(tmp_path: Path) -> None:
    years = ROOT / "tests/years"
    text = (years / "budget-2020.txt").read_text("utf-8").replace("图书馆 180.00", "图书馆 108.00")
    doc = bc.recognise(bc.read_text(text.encode(), "a.txt"))
    beside = {
        "previous": bc.read(years / "budget-2019.txt"),
        "units": bc.read(years / "unit-office-2020.txt"),
    }
    first = doc.audit(**beside)
    findings = list(first.findings)
    settings = tmp_path / "budgetcore.toml"
    accepted = "".join(
        f"[[accepted]]\nfinding = '{one.id}'\nfigures = '{figures}'\nreason = 'r'\nwho = 'w'\n"
        f"until = 2999-01-01\n"
        for one, figures in ((findings[0], findings[0].figures), (findings[1], "other"))
    )
    settings.write_text("[rules]\noff = ['text.reason']\n" + accepted, "utf-8")
    report = doc.audit(config=settings, baseline=first, **beside)
    written = json.loads(report.to_json())
    assert {"beside", "accepted", "known", "expired", "rules_off"} <= set(written)
    assert faults("report", report.to_json()) == []


def test_what_is_not_valid_is_told() -> None:
    written = json.loads(bc.read(DOCUMENTS[0]).audit().to_json())
    written["findings"] = [{"id": 3}]
    assert faults("report", json.dumps(written)) != []
    with pytest.raises(KeyError):
        schema("other")


def test_the_command() -> None:
    ran = CliRunner().invoke(main, ["schema", "report"])
    assert ran.exit_code == 0
    assert json.loads(ran.output) == schema("report")
