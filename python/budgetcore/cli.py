# SPDX-License-Identifier: Apache-2.0
"""The command line: budgetcore audit, read, rules, codes.

Exit status: 0 nothing at or above the level asked for, 1 findings, 2 a file that could not be
read, or bad usage. The other files are always reported. Same bytes in, same bytes out.
"""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, NoReturn, TypeVar, cast

import click

import budgetcore
from budgetcore import CodeInfo, Error, Report, Rule, errors

Lang = Literal["zh", "en"]
T = TypeVar("T")

_LEVELS = {"note": 0, "warning": 1, "error": 2, "never": 3}

_lang = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Language of reports and messages.",
)  # fmt: skip
_output = click.option(
    "--output", type=click.Path(dir_okay=False), metavar="PATH",
    help="Write there instead of stdout, whole or not at all.",
)  # fmt: skip


# ---- errors in one line ----


def _one_line(error: Exception, lang: Lang, file: str = "") -> str:
    """`place: what happened [id]`, on one line whatever a hostile name holds."""
    if isinstance(error, Error):
        place = str(error.place)
        text = (f"{place}: " if place else "") + error.message(lang)
        if isinstance(error, errors.RuleError) and error.expected:
            text += f"；应为：{error.expected}" if lang == "zh" else f"; expected {error.expected}"
        text += f" [{error.id}]"
    elif isinstance(error, OSError):
        text = f"{error.filename or file}: {_system_message(error, lang)}"
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


def _complain(error: Exception, lang: Lang, file: str = "") -> None:
    _say(_one_line(error, lang, file))


def _say(line: str) -> None:
    """One line on stderr, in UTF-8 whatever the locale."""
    click.echo(f"budgetcore: {line}".encode(), err=True)


def _fail(error: Exception, lang: Lang, file: str = "") -> NoReturn:
    _complain(error, lang, file)
    sys.exit(2)


# ---- output ----


def _write(text: str, output: str | None, lang: Lang) -> None:
    """Writes to stdout, or to a file that is there whole or not at all."""
    data = text.encode("utf-8")
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(output), data)
    except OSError as error:
        _fail(OSError(error.errno, error.strerror, output), lang)


def _replace(path: Path, data: bytes) -> None:
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():  # /dev/null, a pipe
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _json_list(objects: Sequence[str]) -> str:
    """A list of objects that are one line each."""
    return "[\n" + ",\n".join(objects) + "\n]\n" if objects else "[]\n"


# ---- many files ----


@dataclass(frozen=True)
class _Done(Generic[T]):
    """What became of one file: a result, or the error that stands for it."""

    file: str
    result: T | None
    error: Exception | None


def _each(files: Sequence[str], jobs: int, work: Callable[[str], T]) -> Iterator[_Done[T]]:
    """The work on every file, in the order given, `jobs` at a time."""

    def attempt(file: str) -> _Done[T]:
        try:
            return _Done(file, work(file), None)
        except Exception as error:  # the other files must be reported whatever this one does
            return _Done(file, None, error)

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for number, done in enumerate(pool.map(attempt, files), start=1):
            _progress(number, len(files))
            yield done


def _progress(number: int, total: int) -> None:
    if total > 1 and sys.stderr.isatty():
        end = "\n" if number == total else ""
        click.echo(f"\r{number}/{total}{end}", err=True, nl=False)


# ---- commands ----


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(budgetcore.__version__, prog_name="budgetcore")
def main() -> None:
    """Read and audit published government budgets and final accounts, exactly."""


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--previous",
    multiple=True,
    metavar="FILE",
    help="A disclosure of the same body, such as last year's; may be repeated.",
)
@click.option(
    "--rules",
    "rule_files",
    multiple=True,
    metavar="FILE",
    help="A rule file to apply as well; may be repeated.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@_output
@_lang
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Lowest severity that makes the exit status 1.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
              help="Files audited at a time.")  # fmt: skip
def audit(
    files: tuple[str, ...], previous: tuple[str, ...], rule_files: tuple[str, ...], form: str,
    output: str | None, lang: Lang, fail_on: str, jobs: int,
) -> None:  # fmt: skip
    """Audit disclosures: FILE is a .txt file, or - for stdin.

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 a file that could not be read.
    """
    _refuse_two_stdins((*files, *previous), lang)
    packs = [_or_fail(budgetcore.load_rules, lang, file) for file in rule_files]
    others = [_or_fail(budgetcore.read, lang, file) for file in previous]

    def work(file: str) -> tuple[Report, str]:
        report = budgetcore.read(file).audit(previous=others, rules=packs)
        if form == "json":
            return report, report.to_json(lang, indented=len(files) == 1)
        return report, report.to_text(lang)

    texts, worst, failed = [], -1, False
    for done in _each(files, jobs, work):
        if done.result is None:
            _complain(cast(Exception, done.error), lang, done.file)
            failed = True
            continue
        report, text = done.result
        texts.append(text)
        worst = max([worst, *(_LEVELS[finding.severity.name] for finding in report.findings)])
    _write(_joined(texts, form, len(files)), output, lang)
    sys.exit(2 if failed else int(worst >= _LEVELS[fail_on]))


@main.command()
@click.argument("file")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              show_default=True, help="Form of the tables.")  # fmt: skip
@_output
@_lang
def read(file: str, form: str, output: str | None, lang: Lang) -> None:
    """Print the tables of a disclosure, every cell as printed."""
    disclosure = _or_fail(budgetcore.read, lang, file)
    forms: dict[str, Callable[[], str]] = {
        "text": lambda: disclosure.to_text(lang),
        "json": disclosure.to_json,
        "csv": disclosure.to_csv,
    }
    text = forms[form]()
    _write(text if text.endswith("\n") else text + "\n", output, lang)


@main.group()
def rules() -> None:
    """List, show and check the rules of audits."""


@rules.command("list")
@_lang
def rules_list(lang: Lang) -> None:
    """List every rule that is compiled in: id, severity, statement."""
    lines = [
        f"{rule.id}\t{rule.severity.name}\t{_joined_lines(rule.statement)}"
        for rule in _standard_rules()
    ]
    _write("".join(line + "\n" for line in lines), None, lang)


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@_lang
def rules_show(rule_id: str, lang: Lang) -> None:
    """Show one rule with its source and its examples."""
    found = {rule.id: rule for rule in _standard_rules()}
    if rule_id not in found:
        _fail(_unknown("rule.unknown", rule_id, list(found)), lang)
    _write(_rule_text(found[rule_id]), None, lang)


@rules.command("check")
@click.argument("file")
@_lang
def rules_check(file: str, lang: Lang) -> None:
    """Check a rule file: its form, its names, and that its examples come out as they say."""
    pack = _or_fail(budgetcore.load_rules, lang, file)
    failures = budgetcore.check_examples(pack)
    for failure in failures:
        claim = "holds" if failure.expected_to_hold else "breaks"
        _say(
            f"{failure.example.place}: {failure.rule}: {claim} {failure.example.text}"
            f" → {failure.status.name} [rule.example]"
        )
    if failures:
        sys.exit(2)
    count = len(pack.rules)
    zh, en = "条规则，示例全部符合", "rules, every example comes out as it says"
    text = f"{pack.name}：{count} {zh}\n" if lang == "zh" else f"{pack.name}: {count} {en}\n"
    _write(text, None, lang)


@main.group()
def codes() -> None:
    """Look up subject codes."""


@codes.command("show")
@click.argument("code")
@click.option("--year", type=click.IntRange(1949, 2999), metavar="Y", help="Names of this year.")
@_lang
def codes_show(code: str, year: int | None, lang: Lang) -> None:
    """Show what the official classifications say of a code."""
    subject = _or_fail(budgetcore.SubjectCode, lang, code)
    info = budgetcore.standard_code_info(subject, year)
    if info is None:
        _fail(_unknown("subject.unknown", code, []), lang)
    _write(_code_text(info, lang), None, lang)


# ---- details ----


def _or_fail(call: Callable[[str], T], lang: Lang, file: str) -> T:
    try:
        return call(file)
    except (Error, OSError) as error:
        _fail(error, lang, file)


def _refuse_two_stdins(files: Sequence[str], lang: Lang) -> None:
    if files.count("-") > 1:
        text = "标准输入（-）只能用一次" if lang == "zh" else "stdin (-) can be read only once"
        raise click.UsageError(text)


def _joined(texts: Sequence[str], form: str, count: int) -> str:
    if form == "json":
        return texts[0] + "\n" if count == 1 and texts else "" if count == 1 else _json_list(texts)
    return "\n".join(text if text.endswith("\n") else text + "\n" for text in texts)


def _joined_lines(text: str) -> str:
    return " ".join(text.split())


def _standard_rules() -> list[Rule]:
    return [rule for pack in budgetcore.standard_packs() for rule in pack.rules]


def _unknown(error_id: str, name: str, names: Sequence[str]) -> errors.LookupError:
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4)
    tail_zh = f"，相近的有：{'、'.join(near)}" if near else ""
    tail_en = f", nearest: {', '.join(near)}" if near else ""
    return errors.LookupError(
        error_id, zh=f"找不到“{name}”{tail_zh}", en=f'unknown name "{name}"{tail_en}',
        name=name, suggestions=near,
    )  # fmt: skip


def _rule_text(rule: Rule) -> str:
    lines = [f"rule {rule.id}", f"  source    {rule.source}", f"  severity  {rule.severity.name}"]
    if rule.document is not None:
        lines.append(f"  document  {rule.document.name}")
    years = [str(year) if year else "" for year in (rule.first_year, rule.last_year)]
    optional = {
        "level": rule.level,
        "province": rule.province,
        "years": "..".join(years).strip("."),
    }
    lines += [f"  {key:<9} {value}" for key, value in optional.items() if value]
    lines += [f"  when      {_joined_lines(text)}" for text in rule.when]
    lines += [f"  where     {_joined_lines(text)}" for text in rule.where]
    lines.append(f"  {_joined_lines(rule.statement)}")
    for key, examples in (("holds", rule.holds), ("breaks", rule.breaks)):
        for example in examples:
            comment = f"  # {example.comment}" if example.comment else ""
            lines.append(f"  {key:<9} {example.text}{comment}")
    return "\n".join(lines) + "\n"


_LISTS = {
    "functional": ("支出功能分类", "functional classification of expenditure"),
    "economic_department": ("部门预算支出经济分类", "department economic classification"),
    "economic_government": ("政府预算支出经济分类", "government economic classification"),
    "revenue": ("收入分类", "classification of revenue"),
}


def _code_text(info: CodeInfo, lang: Lang) -> str:
    zh = lang == "zh"
    lines = [f"{info.code}  {_LISTS[info.classification.name][0 if zh else 1]}"]
    for name in info.names:
        years = "–".join(str(y) if y else "" for y in (name.from_year, name.to_year))
        mark = "*" if name.current else " "
        parts = [f"{mark} {name.name}", years if years != "–" else "", name.status, name.source]
        lines.append("  ".join(part for part in parts if part))
    for heading, subjects in (
        ("上级" if zh else "above", info.ancestors),
        ("下级" if zh else "below", info.children),
    ):
        if subjects:
            lines.append(heading)
            lines += [f"  {subject.code}  {subject.name}" for subject in subjects]
    if info.partners:
        lines.append("对应科目" if zh else "corresponds to")
        for partner in info.partners:
            subject = partner.subject
            named = f"{subject.code}  {subject.name}" if subject else ("任一科目" if zh else "any")
            lines.append(f"  {named}  {partner.status}  {partner.source}")
    return "\n".join(lines) + "\n"
