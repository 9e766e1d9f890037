# SPDX-License-Identifier: Apache-2.0
"""The results of a batch, to be asked in SQL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from budgetcore.batch import schema
from budgetcore.errors import BatchError

_VIEWS = {
    "rules_by_findings": """
        select rule, severity, count(*) as findings, count(distinct document) as documents
        from findings where state = 'open' group by all order by findings desc, rule""",
    "bodies_by_errors": """
        select d.body, d.year, d.kind, d.verdict,
               count(*) filter (f.severity = 'error') as errors,
               count(*) filter (f.severity = 'warning') as warnings
        from documents d left join findings f on f.document = d.document and f.state = 'open'
        where d.state = 'audited' group by all order by errors desc, d.body, d.year""",
    "repeated_findings": """
        with named as (
            select d.body, d.year, d.kind, f.rule, f.severity, f.message,
                   regexp_replace(f.row, '20[0-9]{2}年?', '', 'g') as row,
                   regexp_replace(f.column, '20[0-9]{2}年?', '', 'g') as column
            from findings f join documents d using (document)
            where d.state = 'audited' and f.state = 'open' and f.severity != 'note')
        select now.body, now.kind, now.rule, now.severity, now.row, now.column,
               last.year as first_year, now.year as again_in, now.message
        from named now join named last
          on now.body = last.body and now.kind = last.kind and now.rule = last.rule
         and now.year = last.year + 1 and now.row is not distinct from last.row
         and now.column is not distinct from last.column
        order by now.body, now.rule""",
    "missing_statements": """
        select d.body, d.year, d.kind, f.rule, f.message
        from findings f join documents d using (document)
        where f.state = 'open' and f.rule like 'text.made%' order by d.body, d.year, f.message""",
    "growth_by_subject": """
        with classes as (
            select body, year, code, any_value(name) as name, max(amount) as amount
            from figures
            where kind = 'budget' and table_kind = 'expenditure' and level = 1 and term = '合计'
            group by body, year, code)
        select year, code, any_value(name) as name, count(*) as bodies, sum(amount) as amount,
               sum(last_amount) as last_amount, sum(amount) - sum(last_amount) as change
        from (select *, lag(amount) over (partition by body, code order by year) as last_amount
              from classes)
        where last_amount is not null group by year, code order by year, code""",
    "codes_seen": """
        with printed as (
            select case when table_kind like '%economic%' then 'economic' else 'functional' end
                       as classification,
                   code, name, body, year
            from figures
            where table_kind is not null and table_kind != 'other'
              and code is not null and name is not null and body is not null)
        select classification, code, name, min(year) as first_year, max(year) as last_year,
               count(distinct body) as bodies
        from printed group by all order by classification, code, bodies desc, name""",
    "odd_names": """
        select seen.classification, seen.code, seen.name, seen.first_year, seen.last_year,
               usual.name as usual_name, usual.bodies as usual_bodies
        from codes_seen seen join codes_seen usual
          on seen.classification = usual.classification and seen.code = usual.code
         and seen.name != usual.name and usual.first_year <= seen.last_year
         and seen.first_year <= usual.last_year
        where seen.bodies = 1 and usual.bodies >= 3
        order by seen.classification, seen.code""",
    "not_checked": """
        select d.body, d.year, f.title, f.name, f.term, f.text, f.page, f.line
        from figures f join documents d using (document)
        where f.statements = 0 and f.state = 'number' order by d.body, d.year, f.line""",
}


class Results:
    """A data set that `audit_many` wrote; `connection` is of DuckDB and has its tables and views.

    Tables: documents, tables, figures, claims, targets, coverage, findings. Views:
    rules_by_findings, bodies_by_errors, repeated_findings (what a body is found for two years
    running), missing_statements, growth_by_subject, codes_seen, odd_names (what one body prints
    against all others), not_checked.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Of a folder. Raises BatchError where it holds no results."""
        import duckdb

        self.folder = Path(folder)
        absent = [name for name in schema.SCHEMAS if not (self.folder / name).is_dir()]
        if absent:
            raise BatchError(
                "batch.no_results",
                zh=f"{self.folder} 里没有审核结果（缺少 {'、'.join(absent)}）",
                en=f"{self.folder} holds no results: {', '.join(absent)} are not there",
                path=str(self.folder),
            )
        self.connection = duckdb.connect()
        for name in schema.SCHEMAS:
            files = str(self.folder / name / "part-*.parquet").replace("'", "''")
            self.connection.execute(f"create view {name} as select * from read_parquet('{files}')")
        for name, query in _VIEWS.items():
            self.connection.execute(f"create view {name} as {query}")

    def query(self, sql: str) -> Any:
        """The answer to a query as a pyarrow table; amounts are decimals in 元."""
        return self.connection.sql(sql).to_arrow_table()

    def table(self, name: str) -> Any:
        """A table or view, whole."""
        return self.query(f'select * from "{name}"')

    def __repr__(self) -> str:
        count = self.query("select count(*) as n from documents")["n"][0].as_py()
        return f"<Results of {count} documents in {self.folder}>"


def open_results(folder: str | os.PathLike[str]) -> Results:
    """The results of a batch. Raises BatchError where the folder holds none."""
    return Results(folder)
