# SPDX-License-Identifier: Apache-2.0
"""budgetcore prove, as a person or a script runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(question: Any, tmp_path: Path, *options: str) -> tuple[int, str, str]:
    file = tmp_path / "question.json"
    file.write_text(
        question if isinstance(question, str) else json.dumps(question), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "budgetcore", "prove", str(file), *options],
        capture_output=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_possible_and_impossible(tmp_path: Path) -> None:
    figures = {"a": "46.20", "b": "18.36", "c": "64.55"}
    status, out, _ = run({"figures": figures, "rows": ["c = a + b"]}, tmp_path)
    assert (status, json.loads(out)["feasible"]) == (0, True)
    status, out, _ = run({"figures": figures | {"c": "64.53"}, "rows": ["c = a + b"]}, tmp_path)
    answer = json.loads(out)
    assert (status, answer["feasible"], answer["repairs"]["count"]) == (1, False, 3)
    assert answer["repairs"]["truncated"] is False


def test_a_number_keeps_its_digits(tmp_path: Path) -> None:
    text = '{"figures": {"a": 46.20, "b": 46.204}, "rows": ["a = b"], "decimals": {"b": "INF"}}'
    status, out, _ = run(text, tmp_path)
    assert (status, json.loads(out)["intervals"]["a"][0]) == (0, "46.204")


def test_money(tmp_path: Path) -> None:
    question = {"figures": {"a": "1.00"}, "rows": [], "unit": "wan_yuan"}
    assert json.loads(run(question, tmp_path)[1])["intervals"]["a"][:2] == ["0.995", "1.005"]


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("{", "no JSON"),
        ({"rows": []}, "figures"),
        ({"figures": {"a": "1"}, "rows": ["a ="]}, "row:1"),
        ({"figures": {"a": "1"}, "rows": ["a = b"]}, '"b"'),
        ({"figures": {"a": "1元"}, "rows": []}, "1元"),
        ({"figures": {"a": "1"}, "rows": [], "wieghts": {}}, "wieghts"),
        ({"figures": {"a": "1"}, "rows": [], "unit": "dollar"}, "dollar"),
        ('{"figures": {"a": NaN}, "rows": []}', "NaN"),
        ({"figures": {"a": "1"}, "rows": [], "bounds": {"b": [1, 2]}}, '"b"'),
    ],
)
def test_bad_questions_are_named(question: Any, part: str, tmp_path: Path) -> None:
    status, out, err = run(question, tmp_path, "--lang", "en")
    assert (status, out) == (2, "")
    assert part in err
