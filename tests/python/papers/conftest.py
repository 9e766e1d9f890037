# SPDX-License-Identifier: Apache-2.0
"""LibreOffice, which opens what was written and says what it finds there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

# Formulas are computed when a file is opened, whatever values it carries.
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str, str], bytes]:
    """Opens the bytes of a file with this ending and saves them in another format."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice: install Debian's packages of Calc and Writer")
    home = tmp_path_factory.mktemp("office")
    (home / "user").mkdir()
    (home / "user/registrymodifications.xcu").write_text(_ALWAYS, "utf-8")

    def call(data: bytes, ending: str, to: str) -> bytes:
        folder = tmp_path_factory.mktemp("converted")
        source = folder / f"paper.{ending}"
        source.write_bytes(data)
        out = folder / "out"
        ran = subprocess.run(
            [program, f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", to,
             "--outdir", str(out), str(source)],
            capture_output=True, text=True, timeout=180, check=False,
        )  # fmt: skip
        made = out / f"paper.{to.split(':')[0]}"
        assert made.exists(), ran.stderr
        return Path(made).read_bytes()

    return call
