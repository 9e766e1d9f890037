# SPDX-License-Identifier: Apache-2.0
"""Turns the stub of the extension into a module that a generator of references can read.

A function that has only overloads gets a body with the docstring of the first of them.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path


def is_overload(node: ast.AST) -> bool:
    """Whether a node is a function under @overload."""
    return isinstance(node, ast.FunctionDef) and any(
        "overload" in ast.unparse(one) for one in node.decorator_list
    )


def completed(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements, with a body after each group of overloads."""
    result: list[ast.stmt] = []
    for at, node in enumerate(body):
        if isinstance(node, ast.ClassDef):
            node.body = completed(node.body)
        result.append(node)
        if not isinstance(node, ast.FunctionDef) or not is_overload(node):
            continue
        after = body[at + 1] if at + 1 < len(body) else None
        if isinstance(after, ast.FunctionDef) and after.name == node.name:
            continue
        group = [one for one in body if isinstance(one, ast.FunctionDef) and one.name == node.name]
        said = next((text for one in group if (text := ast.get_docstring(one))), "")
        words: list[ast.stmt] = [ast.Expr(ast.Constant(said))]
        whole = ast.FunctionDef(
            name=node.name, args=node.args, body=words, decorator_list=[], returns=node.returns
        )
        result.append(whole)
    return result


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    module = ast.parse(source.read_text("utf-8"))
    module.body = completed(module.body)
    target.write_text(ast.unparse(ast.fix_missing_locations(module)), "utf-8")


if __name__ == "__main__":
    main()
