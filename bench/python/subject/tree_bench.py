# SPDX-License-Identifier: Apache-2.0
"""From unsorted code strings to sums at every level, beside polars, DuckDB and pandas.

A million leaves of seven levels with four columns of whole 分; every library gets the same columns
in its own form, and adds up all seven levels. pandas comes twice: with texts as it keeps them by
default, in Arrow's form, and as it kept them before its version 3, as objects of Python. Prints
what a benchmark of C++ writes.
"""

from __future__ import annotations

import random

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from timing import least, report

from budgetcore import MoneyArray, SubjectTree

LEAVES = 1_000_000
COLUMNS = ("a", "b", "c", "d")
DIGITS = (3, 5, 7, 9, 11, 13, 15)


def rows() -> pa.Table:
    """Codes in an order that is the same on every run, and amounts in 分."""
    source = random.Random(20240101)
    order = list(range(LEAVES))
    source.shuffle(order)
    codes = [
        f"{201 + n // 1_000_000}" + "".join(f"0{d}" for d in f"{n % 1_000_000:06}") for n in order
    ]
    table = {"code": pa.array(codes)}
    for name in COLUMNS:
        table[name] = pa.array([source.randrange(10**10) for _ in order], pa.int64())
    return pa.table(table)


def ours(table: pa.Table) -> int:
    """Our tree; the sum of one node, so that nothing is left out."""
    amounts = {name: MoneyArray.from_fen(table[name].to_numpy()) for name in COLUMNS}
    tree = SubjectTree.from_rows(table["code"], None, amounts, scheme="functional")
    return tree.total.computed("a").fen


def by_polars(frame: pl.DataFrame) -> int:
    """One group-by a level."""
    for digits in DIGITS:
        level = frame.group_by(pl.col("code").str.slice(0, digits)).agg(pl.col(COLUMNS).sum())
    return int(level["a"].sum())


def by_duckdb(connection: duckdb.DuckDBPyConnection) -> int:
    """One query a level."""
    sums = ", ".join(f"sum({name}) as {name}" for name in COLUMNS)
    for digits in DIGITS:
        level = connection.execute(
            f"select code[:{digits}] as code, {sums} from leaves group by 1"
        ).fetchnumpy()
    return int(sum(level["a"]))


def by_pandas(frame: pd.DataFrame) -> int:
    """One group-by a level."""
    for digits in DIGITS:
        level = frame.groupby(frame["code"].str[:digits])[list(COLUMNS)].sum()
    return int(level["a"].sum())


def main() -> None:
    """Measures and prints."""
    table = rows()
    polars_frame = pl.from_arrow(table)
    pandas_frame = table.to_pandas()
    pandas_objects = pandas_frame.astype({"code": object})
    connection = duckdb.connect()
    connection.register("arrow_rows", table)
    connection.execute("create table leaves as select * from arrow_rows")
    times = least(
        {
            "tree_from_strings_1m/ours": lambda: ours(table),
            "tree_from_strings_1m/polars": lambda: by_polars(polars_frame),
            "tree_from_strings_1m/duckdb": lambda: by_duckdb(connection),
            "tree_from_strings_1m/pandas": lambda: by_pandas(pandas_frame),
            "tree_from_strings_1m/pandas_objects": lambda: by_pandas(pandas_objects),
        },
        runs=5,
    )
    report(times)


if __name__ == "__main__":
    main()
