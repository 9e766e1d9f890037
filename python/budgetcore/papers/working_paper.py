# SPDX-License-Identifier: Apache-2.0
"""The working paper of an audit: a workbook in which every sum can be redone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from budgetcore._core import (
    CellRef,
    ObligationKind,
    Relation,
    Report,
    Status,
    Suffix,
    Unit,
    scale_exponent,
    words_of,
)
from budgetcore.papers.book import Book, clipped
from budgetcore.papers.formulas import Address, a1, sides_of
from budgetcore.papers.table_sheets import TableSheets, unit_name
from budgetcore.words import DECIDED, Lang, title_of

__all__ = ["to_working_paper"]

_OF_FORM = (ObligationKind.presence, ObligationKind.form)
_WORDS = {
    "summary": ("结论", "Summary"),
    "findings": ("问题", "Findings"),
    "statements": ("核对", "Statements"),
    "coverage": ("核对范围", "Coverage"),
    "figures": ("文字与绩效中的数字", "Figures of text and targets"),
    "how": (
        "“核对”表逐条重算每个等式；各表右侧重算本表内的合计。底色：红为错误，黄为警告，绿为提示，"
        "蓝为与问题有关的其他数。",
        "The sheet of statements computes each of them anew; beside each table its own sums are "
        "computed anew. Red is an error, yellow a warning, green a note, blue what else a finding "
        "speaks of.",
    ),
}
_FINDING_HEADS = (
    ("序号", "No."), ("程度", "severity"), ("问题", "finding"), ("可能原因", "likely cause"),
    ("表", "table"), ("行", "row"), ("列", "column"), ("页", "page"), ("行号", "line"),
    ("原数", "printed"), ("可能的正确数", "probable value"), ("不小于", "at least"),
    ("不大于", "at most"), ("单位", "unit"), ("规则", "rule"), ("编号", "id"),
)  # fmt: skip
_STATEMENT_HEADS = (
    ("规则", "rule"), ("位置", "where"), ("结果", "outcome"), ("左边", "left"), ("关系", ""),
    ("右边", "right"), ("差额", "difference"), ("单位", "unit"), ("算式", "arithmetic"),
    ("左边最小", "left at least"), ("左边最大", "left at most"),
    ("右边最小", "right at least"), ("右边最大", "right at most"),
)  # fmt: skip
_FIGURE_HEADS = (
    ("所在", "where"), ("前文", "words before"), ("列", "column"), ("原文", "printed"),
    ("数", "number"), ("单位", "unit"), ("页", "page"), ("行号", "line"),
)  # fmt: skip


def to_working_paper(report: Report, lang: Lang = "zh") -> bytes:
    """The report as an XLSX workbook: findings, every statement as a live formula, coverage, and
    each table as numbers with its sums computed anew and the cells in question marked.

    >>> import budgetcore as bc
    >>> report = bc.read("examples/disclosures/yangquan-finance-2024.txt").audit()
    >>> bc.to_working_paper(report)[:2]
    b'PK'
    """
    return _Paper(report, lang).written()


class _Paper:
    def __init__(self, report: Report, lang: Lang) -> None:
        self.report, self.lang = report, lang
        self.at = 0 if lang == "zh" else 1
        self.book = Book(title_of(report, lang))
        self.tables = TableSheets(report, lang, self.book)
        self.statements = self.tables.statements
        self.addresses = self.tables.addresses

    def written(self) -> bytes:
        summary = self.book.sheet(self.word("summary"), [110])
        findings = self.book.sheet(
            self.word("findings"), [6, 8, 60, 18, 24, 20, 18, 6, 8, 14, 14, 14, 14, 8, 26, 20]
        )
        statements = self.book.sheet(
            self.word("statements"), [28, 36, 12, 16, 5, 16, 14, 8, 60, 16, 16, 16, 16]
        )
        coverage = self.book.sheet(self.word("coverage"), [40, 12, 12, 12, 12, 12, 12])
        self.tables.write()
        rest = self.book.sheet(self.word("figures"), [40, 40, 16, 18, 16, 8, 8, 8])
        self.write_rest(rest)
        self.write_summary(summary)
        self.write_findings(findings)
        self.write_statements(statements)
        self.write_coverage(coverage)
        return self.book.bytes()

    def word(self, key: str) -> str:
        return _WORDS[key][self.at]

    def heads(self, sheet: Any, heads: tuple[tuple[str, str], ...]) -> None:
        self.book.row(sheet, 0, [head[self.at] for head in heads], "head")
        sheet.freeze_panes(1, 0)

    # ---- what was found ----

    def write_summary(self, sheet: Any) -> None:
        sections = self.report.to_text(self.lang).split("\n\n")[:2]
        lines = [*"\n".join(sections).splitlines(), "", self.word("how")]
        for row, line in enumerate(lines):
            self.book.put(sheet, row, 0, line, "title" if row == 0 else "text")
        self.book.put(sheet, len(lines), 0, f"SHA-256 {self.report.sha256}", "text")

    def write_findings(self, sheet: Any) -> None:
        self.heads(sheet, _FINDING_HEADS)
        for number, finding in enumerate(self.report.findings, start=1):
            place = finding.places[0] if finding.places else None
            repair = finding.repairs[0] if len(finding.repairs) == 1 else None
            cause = words_of(finding.cause, self.lang) if finding.cause.name != "unknown" else ""
            values: list[object] = [
                number, words_of(finding.severity, self.lang), finding.message(self.lang), cause,
                *((place.table or place.section, place.row, place.column) if place else ("",) * 3),
                place.place.page if place else None, place.place.line if place else None,
                finding.published, repair.value if repair else None,
                finding.expected_low, finding.expected_high,
                unit_name(finding.expected_unit),
                finding.rule, finding.id,
            ]  # fmt: skip
            self.book.row(sheet, number, values)
            self.book.put(sheet, number, 1, values[1], finding.severity.name)
            cell = place.cell if place else None
            target = None if cell is None else self.addresses.get(cell)
            if target is not None and finding.published:
                self.link(sheet, number, 9, target, finding.published)
        sheet.autofilter(0, 0, max(1, len(self.report.findings)), len(_FINDING_HEADS) - 1)

    def link(self, sheet: Any, row: int, column: int, target: Address, text: str) -> None:
        name, to_row, to_column = target
        where = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!{a1(to_row, to_column)}"
        sheet.write_url(row, column, where, self.book.style("link"), clipped(text))

    # ---- every statement ----

    def write_statements(self, sheet: Any) -> None:
        self.heads(sheet, _STATEMENT_HEADS)
        row = 0
        for index, (obligation, outcome) in enumerate(self.statements):
            if outcome.status not in DECIDED or obligation.kind in _OF_FORM:
                continue
            sides = sides_of(obligation, self.report, self.addresses)
            cells = [term.cell for term in (*obligation.left, *obligation.right)]
            if sides is None or not cells:
                continue
            row += 1
            place = self.report.place(cells[0])
            where = f"{place.table} {place.row} {place.column}".strip()
            unit = "%" if sides.percent else unit_name(sides.unit)
            self.book.row(sheet, row, [obligation.rule, where])
            style = "error" if outcome.status is Status.violated else "cell"
            self.book.put(sheet, row, 2, words_of(outcome.status, self.lang), style)
            number = "#,##0." + "0" * self.digits(cells) if self.digits(cells) else "#,##0"
            if sides.percent:
                number = "0.0000"
            self.write_side(sheet, row, 3, sides.left, sides.left_value, number)
            self.book.put(sheet, row, 4, "=" if obligation.relation is Relation.equal else "≤")
            self.write_side(sheet, row, 5, sides.right, sides.right_value, number)
            self.book.formula(
                sheet, row, 6, f"ROUND({a1(row, 3)}-{a1(row, 5)},8)",
                round(sides.left_value - sides.right_value, 8), style, number,
            )  # fmt: skip
            self.book.put(sheet, row, 7, unit)
            self.book.put(sheet, row, 8, self.report.arithmetic(index, self.lang))
            divide = Decimal(1)
            if outcome.in_yuan and not sides.percent and sides.unit is not Unit.unknown:
                divide = Decimal(10) ** scale_exponent(sides.unit)
            for column, side in ((9, outcome.left), (11, outcome.right)):
                if side is not None:
                    for offset, end in enumerate((side.low, side.high)):
                        self.book.put(sheet, row, column + offset, end / divide, "cell", "General")
        sheet.autofilter(0, 0, max(1, row), len(_STATEMENT_HEADS) - 1)

    def write_side(
        self, sheet: Any, row: int, column: int, text: str, value: Decimal, number: str
    ) -> None:
        if text:
            self.book.formula(sheet, row, column, text, value, "cell", number)
        else:
            self.book.put(sheet, row, column, value, "cell", number)

    def digits(self, cells: list[CellRef]) -> int:
        figures = (self.report.cell(cell).figure for cell in cells)
        return max((figure.digits for figure in figures if figure.is_number), default=0)

    def write_coverage(self, sheet: Any) -> None:
        statuses = list(Status.__members__.values())
        rule = "规则" if self.at == 0 else "rule"
        self.book.row(sheet, 0, [rule, *(words_of(one, self.lang) for one in statuses)], "head")
        sheet.freeze_panes(1, 1)
        for row, (name, counts) in enumerate(self.report.coverage.rules.items(), start=1):
            self.book.row(sheet, row, [name, *(counts[one.name] for one in statuses)])

    def write_rest(self, sheet: Any) -> None:
        """Figures of texts and of the funds of targets, which stand in no table of their own."""
        self.heads(sheet, _FIGURE_HEADS)
        cells = {
            term.cell for one, _ in self.statements for term in (*one.left, *one.right, *one.base)
        }
        cells |= set(self.report.unchecked)
        row = 0
        for cell in sorted(cells - self.addresses.keys()):
            row += 1
            place, read = self.report.place(cell), self.report.cell(cell)
            figure = read.figure
            where = place.section or place.table
            self.book.row(sheet, row, [where, place.row, place.column, figure.text])
            self.tables.write_figure(sheet, row, 4, read, cell)
            unit = "%" if figure.suffix is not Suffix.none else unit_name(figure.unit)
            self.book.put(sheet, row, 5, unit)
            self.book.put(sheet, row, 6, place.place.page)
            self.book.put(sheet, row, 7, place.place.line)
            self.addresses[cell] = sheet.get_name(), row, 4
        sheet.autofilter(0, 0, max(1, row), len(_FIGURE_HEADS) - 1)
