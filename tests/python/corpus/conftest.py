# SPDX-License-Identifier: Apache-2.0
"""Published PDFs as text that keeps the page's layout, read and audited by the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def text_of(real: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The text of a document of the corpus, as `pdftotext -layout` writes it."""
    folder = real("corpus")
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
def output_of(text_of: Any, command: Any) -> Any:
    """The JSON that a command prints for a document, or its exit status and standard error."""
    cache: dict[tuple[str, ...], Any] = {}

    def call(document: str, name: str, *options: str) -> Any:
        key = (document, name, *options)
        if key not in cache:
            result = command(name, str(text_of(document)), "--format", "json", *options)
            cache[key] = (
                json.loads(result.stdout)
                if result.returncode == 0
                else {"exit": result.returncode, "stderr": result.stderr}
            )
        return cache[key]

    return call
