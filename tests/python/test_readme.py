# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what the program prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh.md").read_text(encoding="utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def audit(name: str, lang: str) -> str:
    command = [sys.executable, "-m", "budgetcore", "audit", f"examples/disclosures/{name}"]
    run = subprocess.run(
        [*command, "--lang", lang], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 1), run.stderr
    return run.stdout


@pytest.mark.parametrize(("text", "lang"), [(README, "en"), (CHINESE, "zh")], ids=["en", "zh"])
def test_excerpt_is_the_real_output(text: str, lang: str) -> None:
    excerpt = re.search(r"<!-- excerpt: error 2 -->\n```\n(.*?)```", text, flags=re.DOTALL)
    assert excerpt is not None
    assert excerpt[1].strip()
    assert excerpt[1] in audit("yangquan-finance-2024-faulty-tables.txt", lang)


def test_the_chinese_twin_has_the_same_programs_and_parts() -> None:
    for language in ("python", "cpp"):
        assert blocks(language, CHINESE) == blocks(language)
    commands = re.search(r"```\n(make demo.*?)```", README, flags=re.DOTALL)
    assert commands is not None
    assert commands[0] in CHINESE
    headings = [len(re.findall(r"^## ", text, flags=re.M)) for text in (README, CHINESE)]
    assert headings[1] >= headings[0] - 1


def test_python_snippet_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    [snippet] = blocks("python")
    exec(compile(snippet, "README.md", "exec"), {})
    assert "3296.30" in capsys.readouterr().out


def test_cpp_snippet_compiles_and_runs(tmp_path: Path) -> None:
    [snippet] = blocks("cpp")
    source = tmp_path / "snippet.cpp"
    source.write_text(snippet, encoding="utf-8")
    program = tmp_path / "snippet"
    compiler = os.environ.get("CXX", "c++")
    command = [compiler, "-std=c++20", f"-I{ROOT / 'include'}", str(source), "-o", str(program)]
    subprocess.run(command, check=True)
    run = subprocess.run([str(program)], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[0] == "84.88%"


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README + CHINESE)
    assert targets
    assert [t for t in targets if "://" not in t and not (ROOT / t).exists()] == []
