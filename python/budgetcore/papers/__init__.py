# SPDX-License-Identifier: Apache-2.0
"""Papers that auditors file and send: working papers, lists of issues, letters."""

from budgetcore.papers.issues import Issue, State, issues_of
from budgetcore.papers.marked_pdf import to_marked_pdf
from budgetcore.papers.review import to_letter, to_review_document, to_review_sheet
from budgetcore.papers.working_paper import to_working_paper

__all__ = [
    "Issue",
    "State",
    "issues_of",
    "to_letter",
    "to_marked_pdf",
    "to_review_document",
    "to_review_sheet",
    "to_working_paper",
]
