# SPDX-License-Identifier: Apache-2.0
"""Checks that no file includes a layer above its own.

The order stands in cmake/layers.txt. Public headers, sources and bindings are read;
the layer of a file is its folder. Bindings may reach up: `disclosure.audit()` is a method
in Python, and a function of a later layer in C++. An umbrella leads to its whole target
and to no other. Only the integration layer includes what the library does not depend on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
# A folder of layers, and how an include line names a file in it.
BINDINGS = "python/bindings"
FOLDERS = ("include/budget", "src", BINDINGS)
FOREIGN = re.compile(r"^(Eigen|arrow|pybind11|nlohmann)/")
# What no umbrella brings in: it needs a package, or threads, that the values do without.
OPTIONAL = {"budget/base/two_threads.hpp", "budget/base/wide.hpp"}
# Where a foreign package may be included, by folder.
ALLOWED = {"pybind11": "python/bindings", "nlohmann": "src/render", "Eigen": "integration"}


def read_layers() -> dict[str, tuple[int, str]]:
    """Every layer with its rank and its target."""
    lines = (ROOT / "cmake/layers.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: (rank, target) for rank, (name, target) in enumerate(pairs)}


def included_layer(path: str, layers: dict[str, tuple[int, str]]) -> str | None:
    """The layer that an include line reaches into."""
    parts = path.removeprefix("budget/").split("/")
    return parts[0] if len(parts) > 1 and parts[0] in layers else None


def check_line(
    layer: str | None, folder: str, path: str, layers: dict[str, tuple[int, str]]
) -> str | None:
    """What is wrong with one include of a file in this layer."""
    if folder == "include/budget" and path.split("/")[0] == "boost" and layer not in (None, "base"):
        return f"includes {path}; Boost enters by base/wide.hpp only"
    if found := FOREIGN.match(path):
        package = found.group(1)
        place = ALLOWED.get(package, "integration")
        here = f"{folder}/{layer}" if layer else folder
        if not here.startswith(place) and layer != place:
            return f"includes {path}, which only {place} may"
        return None
    if layer is None or folder == BINDINGS:
        return None
    if path == "budget/engine.hpp" or (
        path == "budget/budget.hpp" and layers[layer][1] == "budget"
    ):
        return f"includes the umbrella {path}"
    other = included_layer(path, layers)
    if other is not None and layers[other][0] > layers[layer][0]:
        return f"layer {layer} includes {path} of the later layer {other}"
    return None


def check_umbrella(file: Path, path: str, layers: dict[str, tuple[int, str]]) -> str | None:
    other = included_layer(path, layers)
    if other and file.stem != "engine" and layers[other][1] != file.stem:
        return f"the umbrella of {file.stem} includes {path} of {layers[other][1]}"
    return None


def check_file(
    file: Path, folder: str, layers: dict[str, tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    parts = file.relative_to(ROOT / folder).parts
    layer = parts[0] if len(parts) > 1 else None
    if layer is not None and layer not in layers:
        yield 1, f"{layer} is not a layer of cmake/layers.txt"
        return
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if found := INCLUDE.match(line):
            path = found.group(1)
            problem = check_line(layer, folder, path, layers)
            if problem is None and layer is None and folder == "include/budget":
                problem = check_umbrella(file, path, layers)
            if problem:
                yield number, problem


def includes(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if found := INCLUDE.match(line):
            yield found.group(1)


def check_complete(umbrella: str, layers: dict[str, tuple[int, str]]) -> Iterator[str]:
    """The public headers of a target that its umbrella does not lead to."""
    folder = ROOT / "include"
    reached = {f"budget/{umbrella}.hpp"}
    waiting = list(reached)
    while waiting:
        file = folder / waiting.pop()
        new = {path for path in includes(file) if (folder / path).is_file()} - reached
        reached |= new
        waiting += new
    for layer, (_, target) in layers.items():
        if target == umbrella:
            for header in sorted((folder / "budget" / layer).glob("*.hpp")):
                path = str(header.relative_to(folder))
                if path not in reached | OPTIONAL:
                    yield f"include/budget/{umbrella}.hpp: does not lead to {path}"


def main() -> int:
    layers = read_layers()
    problems = [
        f"{file.relative_to(ROOT)}:{number}: {problem}"
        for folder in FOLDERS
        for file in sorted((ROOT / folder).rglob("*.[ch]pp"))
        for number, problem in check_file(file, folder, layers)
    ]
    for umbrella in ("budget", "engine"):
        problems += check_complete(umbrella, layers)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
