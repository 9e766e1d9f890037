# SPDX-License-Identifier: Apache-2.0
"""What goes wrong, in one line on stderr."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

import click

from budgetcore import Error, errors
from budgetcore.cli.options import Lang

T = TypeVar("T")


def one_line(error: Exception, lang: Lang, file: str = "") -> str:
    """`place: what happened [id]`, on one line whatever a hostile name holds."""
    if isinstance(error, Error):
        place = str(error.place)
        text = (f"{place}: " if place else "") + error.message(lang)
        if isinstance(error, errors.RuleError) and error.expected:
            text += f"；应为：{error.expected}" if lang == "zh" else f"; expected {error.expected}"
        text += f" [{error.id}]"
    elif isinstance(error, OSError):
        text = f"{error.filename or file}: {_system_message(error, lang)}"
    elif isinstance(error, ModuleNotFoundError):
        extras = 'pip install "budgetcore[batch,plots]"'
        text = f"缺少 {error.name}：{extras}" if lang == "zh" else f"needs {error.name}: {extras}"
    else:
        internal = "内部错误" if lang == "zh" else "internal error"
        text = f"{file}: {internal}: {type(error).__name__}: {error}"
    return "".join(c if c.isprintable() else " " for c in text)


def _system_message(error: OSError, lang: Lang) -> str:
    known: dict[type[OSError], tuple[str, str]] = {
        FileNotFoundError: ("没有这个文件", "no such file"),
        IsADirectoryError: ("是文件夹，不是文件", "is a folder, not a file"),
        PermissionError: ("没有读写权限", "permission denied"),
    }
    for kind, (zh, en) in known.items():
        if isinstance(error, kind):
            return zh if lang == "zh" else en
    return error.strerror or str(error)


def complain(error: Exception, lang: Lang, file: str = "") -> None:
    """Says what became of a file, and goes on."""
    say(one_line(error, lang, file))


def say(line: str) -> None:
    """One line on stderr, in UTF-8 whatever the locale."""
    click.echo(f"budgetcore: {line}".encode(), err=True)


def fail(error: Exception, lang: Lang, file: str = "") -> NoReturn:
    """Says what went wrong and ends with status 2."""
    complain(error, lang, file)
    sys.exit(2)


def or_fail(call: Callable[[str], T], lang: Lang, file: str) -> T:
    """The result of a call on a file, or the end of the program."""
    try:
        return call(file)
    except (Error, OSError, ModuleNotFoundError) as error:
        fail(error, lang, file)


def unknown(error_id: str, name: str, names: Sequence[str]) -> errors.LookupError:
    """The error for a name that is not among `names`, with the nearest of them."""
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4)
    tail_zh = f"，相近的有：{'、'.join(near)}" if near else ""
    tail_en = f", nearest: {', '.join(near)}" if near else ""
    return errors.LookupError(
        error_id, zh=f"找不到“{name}”{tail_zh}", en=f'unknown name "{name}"{tail_en}',
        name=name, suggestions=near,
    )  # fmt: skip
