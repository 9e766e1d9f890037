# SPDX-License-Identifier: Apache-2.0
"""Published PDFs as text that keeps the page's layout, read and audited by the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]


def corpus() -> Path | None:
    for folder in (os.environ.get("BUDGET_SHARED"), ROOT.parent / "shared"):
        if folder and (Path(folder) / "corpus").is_dir():
            return Path(folder) / "corpus"
    return None


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from budgetcore.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def text_of(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The text of a document of the corpus, as `pdftotext -layout` writes it."""
    folder = corpus()
    if folder is None:
        pytest.skip("no corpus: set BUDGET_SHARED to the folder that holds corpus/")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    target = tmp_path_factory.mktemp("corpus")

    def call(document: str) -> Path:
        text = target / f"{document}.txt"
        if not text.exists():
            pdf = folder / f"{document}.pdf"
            subprocess.run(
                ["pdftotext", "-layout", str(pdf), str(text)], check=True, capture_output=True
            )
        return text

    return call


@pytest.fixture(scope="session")
def output_of(text_of: Any) -> Any:
    """The JSON that a command prints for a document, or its exit status and standard error."""
    cache: dict[tuple[str, ...], Any] = {}

    def call(document: str, command: str, *options: str) -> Any:
        key = (document, command, *options)
        if key not in cache:
            result = run(command, str(text_of(document)), "--format", "json", *options)
            cache[key] = (
                json.loads(result.stdout)
                if result.returncode == 0
                else {"exit": result.returncode, "stderr": result.stderr}
            )
        return cache[key]

    return call
