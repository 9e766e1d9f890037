# SPDX-License-Identifier: Apache-2.0
"""The sdist and the wheel, built and installed the way a stranger would."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path | None = None, status: int = 0) -> str:
    cached = {"CMAKE_CXX_COMPILER_LAUNCHER": "ccache"} if shutil.which("ccache") else {}
    result = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=os.environ | cached
    )
    assert result.returncode == status, f"{command}\n{result.stdout}\n{result.stderr}"
    return result.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from the sdist alone."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def environment(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment that holds nothing but the wheel and its needs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    (wheel,) = packages.glob("*.whl")
    run(folder / "bin/python", "-m", "pip", "install", "--quiet", wheel)
    return folder / "bin"


def test_sdist_holds_what_a_build_needs_and_nothing_built(packages: Path) -> None:
    (archive,) = packages.glob("*.tar.gz")
    with tarfile.open(archive) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    assert {"CMakeLists.txt", "LICENSE", "cmake/layers.txt", "pyproject.toml"} <= names
    assert {"python/budgetcore/_core.pyi", "python/budgetcore/py.typed"} <= names
    assert not [name for name in names if name.startswith("build/") or name.endswith(".so")]


def test_wheel_holds_one_extension_and_the_types(packages: Path) -> None:
    (archive,) = packages.glob("*.whl")
    names = zipfile.ZipFile(archive).namelist()
    assert len([name for name in names if name.endswith(".so")]) == 1
    assert {"budgetcore/py.typed", "budgetcore/_core.pyi", "budgetcore/cli/audit.py"} <= set(names)
    assert not [name for name in names if name.endswith((".hpp", ".a", ".cmake"))]


def test_import(environment: Path, tmp_path: Path) -> None:
    code = "import budgetcore; print(budgetcore.__version__, budgetcore.__file__)"
    version, file = run(environment / "python", "-c", code, cwd=tmp_path).split(maxsplit=1)
    assert f"project(budget VERSION {version} " in (ROOT / "CMakeLists.txt").read_text()
    assert Path(file).is_relative_to(environment.parent)


def test_a_strict_checker_sees_the_types(environment: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("from budgetcore import Money\nreveal_type(Money.of_yuan(1))\n")
    python = ("--python-executable", environment / "python")
    checked = run(sys.executable, "-m", "mypy", "--strict", *python, program, cwd=tmp_path)
    assert 'Revealed type is "budgetcore._core.Money"' in checked


def test_audit(environment: Path, tmp_path: Path) -> None:
    example = ROOT / "examples/disclosures/yangquan-finance-2024.txt"
    # The document that it follows asks for a rate above 100 %: an error, which the status tells.
    command = (environment / "budgetcore", "audit", example, "--lang", "en")
    report = run(*command, cwd=tmp_path, status=1)
    assert "Findings that cannot be true: 1." in report
    assert "error [target.rate]" in report
    assert "rounding only 20, violated 0" in " ".join(report.split())


@pytest.mark.parametrize(
    ("form", "begins"), [("html", b"<!doctype"), ("xlsx", b"PK"), ("sarif", b"{")]
)
def test_papers_need_nothing_more(
    environment: Path, tmp_path: Path, form: str, begins: bytes
) -> None:
    example = ROOT / "examples/disclosures/yangquan-finance-2024.txt"
    output = tmp_path / f"report.{form}"
    command = (environment / "budgetcore", "audit", example, "--format", form, "--output", output)
    run(*command, cwd=tmp_path, status=1)
    assert output.read_bytes().startswith(begins)


def test_console_script(environment: Path, tmp_path: Path) -> None:
    assert "audit" in run(environment / "budgetcore", "--help", cwd=tmp_path)
    rules = run(environment / "budgetcore", "rules", "list", cwd=tmp_path)
    assert len(rules.splitlines()) > 20  # the rule packs are inside the extension
