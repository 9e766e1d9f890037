# SPDX-License-Identifier: Apache-2.0
"""Two trees compared, subject by subject, with what can be made of it: a frame, a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from budgetcore import _core
from budgetcore._core import SubjectChange, SubjectTree, Unit

if TYPE_CHECKING:
    from budgetcore.columnar.frame import Frame

__all__ = ["Changes", "compare"]


class Changes(list[SubjectChange]):
    """The changes between two trees, the total first."""

    def to_frame(self, unit: Unit | str = Unit.yuan) -> Frame:
        """A row a change: amounts shown in a unit; growth, shares, contribution as exact ratios."""
        from budgetcore.columnar.frame import frame_of

        return frame_of(self, unit)

    def to_pandas(self, unit: Unit | str = Unit.yuan) -> Any:
        """The same as a pandas DataFrame; amounts as money of the unit."""
        return self.to_frame(unit).to_pandas()

    def plot(self, **options: Any) -> Any:
        """A waterfall from the earlier total to the later one.

        Options: `level` (1), `most` (12; what changes least is one bar, 其他), `backend`
        ("matplotlib" or "plotly"), `unit` ("万元"), `title`, `ax` (of matplotlib). Gives matplotlib
        axes or a Plotly figure. Raises PlotError for changes of several columns, or of nothing.
        """
        from budgetcore.plots import plot_changes

        return plot_changes(self, **options)

    def _repr_html_(self) -> str:
        return self.to_frame()._repr_html_()


def compare(
    earlier: SubjectTree,
    later: SubjectTree,
    column: str | None = None,
    renames: Mapping[str, str] | None = None,
) -> Changes:
    """Every subject of two trees: change, growth, contribution to growth, shares and their shift.

    The total comes first, stated or not. `column`: one that both have; without a name, all that
    both have. `renames`: {later code: earlier code}.

    >>> from budgetcore import SubjectTree, compare
    >>> rows = {"codes": ["201", "205"], "names": None, "unit": "万元"}
    >>> before = SubjectTree.from_rows(amounts={"合计": ["50.00", "50.00"]}, **rows)
    >>> after = SubjectTree.from_rows(amounts={"合计": ["75.00", "45.00"]}, **rows)
    >>> for line in compare(before, after):
    ...     print(line.code or "total", line.growth, line.contribution, line.points)
    total 1/5 1/5 0
    201 1/2 1/4 1/8
    205 -1/10 -1/20 -1/8
    """
    return Changes(_core.compare(earlier, later, column, renames))


def moved_codes(earlier: int, later: int) -> dict[str, str]:
    """Functional subjects whose code moved between two years, {later code: earlier code}.

    Only those that the official lists show to have one successor under another code; for `renames`.
    """
    found: dict[str, str] = {}
    subjects = _core.catalog("functional")
    for code in subjects:
        for entry in subjects.names(code):
            ended = entry.to_year is not None and earlier <= entry.to_year < later
            if ended and len(entry.successors) == 1:
                successor = entry.successors[0][0]
                if successor and successor != code:
                    found[successor] = code
    return found
