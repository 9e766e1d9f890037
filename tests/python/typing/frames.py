# SPDX-License-Identifier: Apache-2.0
"""Frames, pictures and corrections as an analyst calls them: mypy has to know every call."""

from __future__ import annotations

from typing import Any

import budgetcore as bc
from budgetcore import Changes, Correction, Disclosures, Finding, MoneyArray, SubjectTree
from budgetcore.frames import Frame, fen_column, frame_of


def frames(doc: bc.Disclosure) -> list[Any]:
    columns: dict[str, Any] = doc.cells.to_dict()
    amounts: MoneyArray = columns["amount"]
    return [doc.cells.to_pandas(), doc["支出总表"].to_arrow("fen"), fen_column(amounts)]


def findings(report: bc.Report) -> list[str]:
    first: Finding = report.findings[0]
    return [first.id, *(one.rule for one in report.findings)]


def trees(frame: Any) -> Frame:
    tree: SubjectTree = SubjectTree.from_frame(frame, code="code", unit="万元")
    changes: Changes = bc.compare(tree, tree)
    changes.plot(backend="plotly")
    tree.plot(column="合计", depth=2)
    return frame_of(tree.shares(level=1), "万元")


def many(folder: str) -> int:
    found: Disclosures = bc.read_many(folder, progress=False)
    return len(found) + len(found.errors) + len(found.cells)


def corrected(doc: bc.Disclosure) -> bc.Disclosure:
    seen = Correction("支出总表", "201", "合计", "1.O0", "1.00", reason="污损", who="王五")
    return doc.corrected([seen])


def batch(folder: str, output: str) -> int:
    summary = bc.audit_many(folder, output, jobs=2)
    return summary.audited + int(bc.open_results(output).table("findings").num_rows)
