# SPDX-License-Identifier: Apache-2.0
"""Words that every short output shares, Chinese and English."""

from __future__ import annotations

from budgetcore._core import Severity, Verdict

VERDICTS = {
    Verdict.consistent: ("一致", "consistent"),
    Verdict.violated: ("不成立", "violated"),
    Verdict.not_read: ("未读全，不下结论", "not read whole, no verdict"),
}
SEVERITIES = {
    Severity.error: ("错误", "error"),
    Severity.warning: ("警告", "warning"),
    Severity.note: ("提示", "note"),
}
KINDS = {"budget": ("预算", "budget"), "final_account": ("决算", "final account")}
