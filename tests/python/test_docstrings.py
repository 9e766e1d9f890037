# SPDX-License-Identifier: Apache-2.0
"""Every public symbol is documented, and every example in the extension is true.

pytest itself runs the examples of the Python files.
"""

from __future__ import annotations

import doctest
import enum
import importlib
import inspect
import pkgutil
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
        ours = getattr(value, "__module__", "").partition(".")[0] == "budgetcore"
        if inspect.isclass(value) and ours and not issubclass(value, enum.Enum):
            yield from symbols(value, f"{name}.{key}")


def text(value: Any) -> str:
    return getattr(value, "__doc__", None) or ""


def written() -> Iterator[tuple[str, Any]]:
    """The public symbols of every Python file of the package, and the files themselves."""
    for found in pkgutil.walk_packages(budgetcore.__path__, "budgetcore."):
        if found.name in ("budgetcore._core", "budgetcore.__main__"):
            continue
        module = importlib.import_module(found.name)
        yield found.name, module
        for name, value in symbols(module, found.name):
            owner = getattr(value, "__module__", found.name)
            kinds = (inspect.isroutine(value), inspect.isclass(value), isinstance(value, property))
            if owner == found.name and any(kinds):
                yield name, value


ALL = dict(symbols(_core, "_core")) | dict(written())
FORMATS = {f"{name}.__format__": value.__format__ for name, value in ALL.items()
           if inspect.isclass(value) and "__format__" in vars(value)}  # fmt: skip
COMPILED = dict(symbols(_core, "_core")) | FORMATS
EXAMPLES = {name: text(value) for name, value in COMPILED.items() if ">>>" in text(value)}


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
