# SPDX-License-Identifier: Apache-2.0
"""Papers that auditors file and send: the working paper."""

from budgetcore.papers.working_paper import to_working_paper

__all__ = ["to_working_paper"]
