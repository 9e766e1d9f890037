# SPDX-License-Identifier: Apache-2.0
"""The notebooks run from top to bottom and show what is kept in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "docs/notebooks").glob("*.ipynb"))


def shown(notebook: Any) -> list[list[str]]:
    """What each cell of code shows, as text."""
    return [
        [
            output["text"] if output.output_type == "stream" else output["data"]["text/plain"]
            for output in cell.outputs
        ]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_is_kept(path: Path) -> None:
    kept = nbformat.read(path, as_version=4)
    ran = nbformat.read(path, as_version=4)
    folder = {"metadata": {"path": str(path.parent)}}  # where a notebook runs when it is opened
    NotebookClient(ran, timeout=300, kernel_name="python3", resources=folder).execute()
    assert shown(ran) == shown(kept)
    assert any(shown(kept))
