"""What an analysis found, as a table: for files, for the command line and for reports."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, TypeAlias

Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class ResultTable:
    """Rows of plain values under names, None where there is none. `notes` say how to read it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def records(self) -> Iterator[dict[str, Cell]]:
        """Each row by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], notes: Iterable[str] = ()
) -> ResultTable:
    """A table of values as they come: NumPy's numbers become Python's, nan becomes None."""
    plain = tuple(tuple(_plain(value) for value in row) for row in rows)
    return ResultTable(tuple(columns), plain, tuple(notes))


def records(found: Iterable[Mapping[str, Any]], notes: Iterable[str] = ()) -> ResultTable:
    """A table of mappings that all have the same keys."""
    rows = list(found)
    columns = tuple(rows[0]) if rows else ()
    return table(columns, ([row[column] for column in columns] for row in rows), notes)


def as_csv(found: ResultTable) -> str:
    """The table as CSV; numbers in full, no value as an empty cell."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(found.columns)
    for row in found.rows:
        writer.writerow(["" if value is None else _cell(value) for value in row])
    return out.getvalue()


def as_json(found: ResultTable) -> str:
    """The table as a JSON list of objects."""
    return json.dumps(list(found.records()), ensure_ascii=False, indent=1) + "\n"


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value)


def _plain(value: Any) -> Cell:
    found: Any = value.item() if hasattr(value, "item") else value
    if isinstance(found, float) and not math.isfinite(found):
        return None
    if found is None or isinstance(found, str | bool | int | float):
        return found
    if isinstance(found, Iterable):
        return "; ".join(str(one) for one in found)
    return str(found)
