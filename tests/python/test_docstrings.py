# SPDX-License-Identifier: Apache-2.0
"""Every public symbol is documented, and every example in the extension is true."""

from __future__ import annotations

import doctest
import enum
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

import budgetcore
from budgetcore import _core


def symbols(owner: Any, name: str) -> Iterator[tuple[str, Any]]:
    """All public functions, classes, methods and properties below an object."""
    for key, value in vars(owner).items():
        if key.startswith("_"):
            continue
        yield f"{name}.{key}", value
        if inspect.isclass(value) and not issubclass(value, enum.Enum):
            yield from symbols(value, f"{name}.{key}")


def text(value: Any) -> str:
    return getattr(value, "__doc__", None) or ""


ALL = dict(symbols(_core, "_core"))
FORMATS = {f"{name}.__format__": value.__format__ for name, value in ALL.items()
           if inspect.isclass(value) and "__format__" in vars(value)}  # fmt: skip
EXAMPLES = {name: text(value) for name, value in (ALL | FORMATS).items() if ">>>" in text(value)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(name: str) -> None:
    test = doctest.DocTestParser().get_doctest(EXAMPLES[name], {}, name, None, None)
    output: list[str] = []
    assert doctest.DocTestRunner().run(test, out=output.append).failed == 0, "".join(output)


@pytest.mark.parametrize("name", ALL)
def test_documented(name: str) -> None:
    value = ALL[name]
    if isinstance(value, enum.Enum):
        return
    # pybind11 puts the signature before the words.
    lines = [line for line in text(value).splitlines() if line.strip() and "(self" not in line]
    words = [line for line in lines if not line.startswith(name.rpartition(".")[2] + "(")]
    assert words, f"{name} has no docstring"


def test_all_names_what_is_public() -> None:
    assert sorted(budgetcore.__all__) == budgetcore.__all__
    for name in budgetcore.__all__:
        assert hasattr(budgetcore, name)
