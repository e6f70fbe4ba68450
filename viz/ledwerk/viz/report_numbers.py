"""Every number of a report as CSV in long form: table, row, column, value."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from io import StringIO

from ledwerk.viz.report_parts import Cell, Report, Table

_BLOCK = 5_000  # rows written at a time


def numbers(report: Report) -> Iterator[str]:
    """The file in pieces. No value is an empty one; lists are ids joined by "; ".

    Numbers have ten digits: in more, equal graphs may differ by how sums were added up.
    """
    yield "table,row,column,value\n"
    for section in report.sections:
        for table in section.tables:
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    filed = [(at, column.name) for at, column in enumerate(table.columns) if column.filed]
    for number, row in enumerate(table.rows, 1):
        for at, name in filed:
            writer.writerow((table.name, row.of, name, written(row.cells[at])))
        if number % _BLOCK == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def written(cell: Cell) -> str:
    """A value as it stands in the file."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell + 0.0:.10g}" if math.isfinite(cell) else ""
        case tuple():
            return "; ".join(cell)
        case _:
            return str(cell)
