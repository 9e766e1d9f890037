# SPDX-License-Identifier: Apache-2.0
"""budgetcore codes: what the official classifications, or an own one, say of codes and names."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

import budgetcore
from budgetcore import Catalog, CatalogEntry, NameFit, Place, SubjectCode, errors
from budgetcore.cli import options
from budgetcore.cli.complaints import fail, or_fail, unknown
from budgetcore.cli.options import Lang
from budgetcore.cli.output import as_csv, write

_LISTS = {
    "functional": ("支出功能分类", "functional classification of expenditure"),
    "economic_department": ("部门预算支出经济分类", "department economic classification"),
    "economic_government": ("政府预算支出经济分类", "government economic classification"),
    "revenue": ("收入分类", "classification of revenue"),
}
_WRONG = {
    NameFit.retired: ("名称已停用", "the name had ended"),
    NameFit.other_name: ("名称与编码不符", "not a name of the code"),
    NameFit.code_unknown: ("未收录的编码", "unknown code"),
    NameFit.class_unknown: ("没有这一类", "no such class"),
}

_year = click.option(
    "--year", type=click.IntRange(1949, 2999), metavar="Y", help="Names of this year."
)
_catalog = click.option(
    "--catalog", "own", type=click.Path(dir_okay=False), metavar="FILE",
    help="Own codes (CSV: code,name,…) over the official ones.",
)  # fmt: skip
_format = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="Form of the answer.",
)  # fmt: skip


@click.group("codes")
def command() -> None:
    """Look up subject codes and names."""


@command.command("show")
@click.argument("code")
@_year
@_catalog
@_format
@options.lang
def show_code(code: str, year: int | None, own: str | None, form: str, lang: Lang) -> None:
    """Show what is known of a code, also of one printed as 201-01-01."""
    catalog = _catalog_of_code(code, year, own, lang)
    text = _digits(code, catalog)
    try:
        facts = _facts(catalog, text)
    except errors.LookupError as error:
        fail(error, lang)
    write(_json(facts) if form == "json" else _code_text(facts, lang), None, lang)


def _with_part(catalogs: list[Catalog], text: str) -> list[CatalogEntry]:
    """Entries whose name has the text in it, by code."""
    part = "".join(text.split())
    entries = [entry for catalog in catalogs for code in catalog if (entry := catalog.get(code))]
    return [entry for entry in entries if part and part in entry.name]


@command.command("find")
@click.argument("name")
@_year
@_catalog
@_format
@options.lang
def find_name(name: str, year: int | None, own: str | None, form: str, lang: Lang) -> None:
    """Find the codes of a name; else those whose name it is a part of, else the nearest names."""
    catalogs = _catalogs(year, own, lang)
    exact = [entry for catalog in catalogs for entry in catalog.find(name)]
    found = exact or _with_part(catalogs, name)
    found = found or [entry for catalog in catalogs for entry in catalog.nearest(name)]
    if not found:
        fail(unknown("subject.unknown_name", name, []), lang)
    if form == "json":
        rows = [_entry(entry) for entry in found]
        write(
            _json({"name": name, "year": year, "exact": bool(exact), "entries": rows}), None, lang
        )
        return
    mark = "" if exact else "~ "
    write("".join(f"{mark}{_line(entry)}\n" for entry in found), None, lang)


@command.command("list")
@click.option("--under", metavar="CODE", help="Only this code and what lies below it.")
@_year
@_catalog
@_format
@options.lang
def list_codes(under: str | None, year: int | None, own: str | None, form: str, lang: Lang) -> None:
    """List codes with their names."""
    if under is None:
        chosen = [(catalog, list(catalog)) for catalog in _catalogs(year, own, lang)]
    else:
        catalog = _catalog_of_code(under, year, own, lang)
        chosen = [(catalog, list(_below(catalog, _known(catalog, under, lang))))]
    entries = [entry for catalog, codes in chosen for code in codes if (entry := catalog.get(code))]
    if form == "json":
        rows = [_entry(entry) for entry in entries]
        write(_json({"under": under, "year": year, "entries": rows}), None, lang)
    else:
        write("".join(f"{_line(entry)}\n" for entry in entries), None, lang)


@command.command("check")
@click.argument("file", type=click.Path(dir_okay=False))
@_year
@_catalog
@_format
@options.lang
def check_file(file: str, year: int | None, own: str | None, form: str, lang: Lang) -> None:
    """Check the columns code and name of a CSV file: a line for each wrong row."""
    catalog = None if own is None else _own(own, year, lang)
    wrong = [
        {"line": line, "code": code, "name": name, "fit": fit, "suggestions": near}
        for line, code, name in or_fail(_rows, lang, file)
        for fit, near in _faults(code, name, year, catalog)
    ]
    if form == "json":
        write(_json({"file": file, "year": year, "wrong": wrong}), None, lang)
    else:
        write("".join(_wrong_line(file, row, lang) for row in wrong), None, lang)
    sys.exit(1 if wrong else 0)


@command.command("learn")
@click.argument("folder")
@click.option("--bodies", type=click.IntRange(min=1), default=2, show_default=True, metavar="N",
              help="Only names that so many bodies print.")  # fmt: skip
@click.option("--questions", is_flag=True,
              help="Instead: names that one body prints against three others or more.")  # fmt: skip
@options.output
@options.lang
def learn(folder: str, bodies: int, questions: bool, output: str | None, lang: Lang) -> None:
    """Propose catalog rows from audited disclosures: FOLDER holds results of
    `audit --format parquet`.

    CSV with code, name, from_year (first seen; no end is proven by what was not seen), status,
    source, classification, last_seen, and `known`: what the official list of that year says.
    """
    if questions:
        table = or_fail(lambda name: _asked(name, "odd_names"), lang, folder)
        rows = [list(row.values()) for row in table.to_pylist()]
        write(as_csv([table.column_names, *rows]), output, lang)
        return
    seen = or_fail(lambda name: _asked(name, "codes_seen"), lang, folder).to_pylist()
    lines: list[list[object]] = [
        ["code", "name", "from_year", "status", "source", "classification", "last_seen", "known"]
    ]
    for row in seen:
        if row["bodies"] < bodies:
            continue
        status = "single" if row["bodies"] == 1 else "verified"
        source = f"{row['bodies']} bodies, {row['first_year']}-{row['last_year']}"
        lines.append(
            [
                row["code"], row["name"], row["first_year"], status, source,
                row["classification"], row["last_year"], _fit(row),
            ]
        )  # fmt: skip
    write(as_csv(lines), output, lang)


def _asked(folder: str, view: str) -> Any:
    from budgetcore.batch.results import open_results

    return open_results(folder).table(view)


def _fit(row: dict[str, Any]) -> str:
    """What the official list says of a name that was seen."""
    kind = "economic_department" if row["classification"] == "economic" else "functional"
    try:
        official = budgetcore.catalog(kind, year=row["last_year"])
        return official.check(row["code"], row["name"]).fit.name
    except errors.Error:
        return "no_code"


def _catalogs(year: int | None, own: str | None, lang: Lang) -> list[Catalog]:
    if own is None:
        return [budgetcore.catalog(name, year=year) for name in _LISTS]
    return [_own(own, year, lang)]


def _own(path: str, year: int | None, lang: Lang) -> Catalog:
    """The catalog of a file, over the official one that its codes belong to, if they do."""
    alone = or_fail(budgetcore.load_catalog, lang, path)
    if alone.classification is None:
        return alone.in_year(year)
    official = budgetcore.catalog(alone.classification.name, year=year)
    load: Callable[[str], Catalog] = lambda file: budgetcore.load_catalog(file, over=official)  # noqa: E731
    return or_fail(load, lang, path)


def _catalog_of_code(code: str, year: int | None, own: str | None, lang: Lang) -> Catalog:
    if own is not None:
        return _own(own, year, lang)
    subject = or_fail(SubjectCode.from_printed, lang, code)
    if subject.classification is None:
        fail(unknown("subject.unknown", code, []), lang)
    return budgetcore.catalog(subject.classification.name, year=year)


def _digits(code: str, catalog: Catalog) -> str:
    """The code as the catalog writes it."""
    if code in list(catalog):
        return code
    try:
        return str(SubjectCode.from_printed(code))
    except errors.ParseError:
        return code


def _known(catalog: Catalog, code: str, lang: Lang) -> str:
    text = _digits(code, catalog)
    try:
        catalog.names(text)
    except errors.LookupError as error:
        fail(error, lang)
    return text


def _below(catalog: Catalog, code: str) -> Iterator[str]:
    yield code
    for child in catalog.children(code):
        yield from _below(catalog, child)


def _faults(
    code: str, name: str, year: int | None, own: Catalog | None
) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with a row: nothing, or how and what may have been meant."""
    if own is None:
        try:
            subject = SubjectCode.from_printed(code)
        except errors.ParseError:
            yield "no_code", []
            return
        if subject.classification is None:
            yield NameFit.class_unknown.name, []
            return
        own = budgetcore.catalog(subject.classification.name, year=year)
    check = own.check(code, name)
    if check.fit in _WRONG:
        yield check.fit.name, list(check.suggestions)


def _rows(file: str) -> list[tuple[int, str, str]]:
    data = Path(file).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if not {"code", "name"} <= set(reader.fieldnames or ()):
        raise errors.ReadError(
            "codes.columns", zh="第一行应有列 code 和 name", en="no columns code and name",
            place=Place(file, line=1),
        )  # fmt: skip
    return [
        (reader.line_num, (row["code"] or "").strip(), (row["name"] or "").strip())
        for row in reader
        if row["code"] or row["name"]
    ]


def _wrong_line(file: str, row: dict[str, Any], lang: Lang) -> str:
    zh = lang == "zh"
    what = {fit.name: words for fit, words in _WRONG.items()}
    what["no_code"] = ("不是科目编码", "not a subject code")
    near = "、".join(row["suggestions"]) if zh else ", ".join(row["suggestions"])
    tail = (f"，应为或相近：{near}" if zh else f"; perhaps {near}") if near else ""
    return f"{file}:{row['line']}: {row['code']} {row['name']}: {what[row['fit']][not zh]}{tail}\n"


def _facts(catalog: Catalog, code: str) -> dict[str, Any]:
    current = catalog.get(code)
    above: list[dict[str, str]] = []
    parent = catalog.parent(code)
    while parent is not None:
        above.insert(0, _named(catalog, parent))
        parent = catalog.parent(parent)
    return {
        "code": code,
        "classification": catalog.classification.name if catalog.classification else None,
        "year": catalog.year,
        "names": [
            _entry(name) | {"current": current is not None and name.name == current.name}
            for name in catalog.names(code)
        ],
        "above": above,
        "below": [_named(catalog, child) for child in catalog.children(code)],
        "partners": _partners(catalog, code),
    }


def _partners(catalog: Catalog, code: str) -> list[dict[str, str | None]]:
    if catalog.classification is None:
        return []
    info = budgetcore.standard_code_info(SubjectCode(code), catalog.year)
    return [
        {
            "code": str(partner.subject.code) if partner.subject else None,
            "name": partner.subject.name if partner.subject else None,
            "status": partner.status,
            "source": partner.source,
        }
        for partner in (info.partners if info else ())
    ]


def _named(catalog: Catalog, code: str) -> dict[str, str]:
    entry = catalog.get(code)
    return {"code": code, "name": entry.name if entry else ""}


def _entry(entry: CatalogEntry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "status": entry.status,
        "from_year": entry.from_year,
        "to_year": entry.to_year,
        "end": entry.end,
        "successors": [{"code": code, "name": name} for code, name in entry.successors],
        "source": entry.source,
    }


def _line(entry: CatalogEntry) -> str:
    return f"{entry.code}  {entry.name}  {entry.status}"


def _json(value: dict[str, Any]) -> str:
    return (
        json.dumps({"schema": "budgetcore.codes/1", **value}, ensure_ascii=False, indent=2) + "\n"
    )


def _code_text(facts: dict[str, Any], lang: Lang) -> str:
    zh = lang == "zh"
    kind = facts["classification"]
    title = _LISTS[kind][0 if zh else 1] if kind else ("自有目录" if zh else "own catalog")
    lines = [f"{facts['code']}  {title}"]
    for name in facts["names"]:
        years = "–".join(str(y) if y else "" for y in (name["from_year"], name["to_year"]))
        mark = "*" if name["current"] else " "
        parts = [f"{mark} {name['name']}", years if years != "–" else ""]
        lines.append("  ".join(part for part in [*parts, name["status"], name["source"]] if part))
    for heading, subjects in (
        ("上级" if zh else "above", facts["above"]),
        ("下级" if zh else "below", facts["below"]),
    ):
        if subjects:
            lines.append(heading)
            lines += [f"  {subject['code']}  {subject['name']}" for subject in subjects]
    if facts["partners"]:
        lines.append("对应科目" if zh else "corresponds to")
        for partner in facts["partners"]:
            named = f"{partner['code']}  {partner['name']}" if partner["code"] else None
            named = named or ("任一科目" if zh else "any")
            lines.append(f"  {named}  {partner['status']}  {partner['source']}")
    return "\n".join(lines) + "\n"
