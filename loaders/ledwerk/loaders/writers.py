"""Statements out as tables: a folder of CSV files, or the sheets of a workbook.

What is written reads back as the same statements. Rows are taken kind by kind and never all of
them at once, so that memory does not grow with the graph.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import IO, Any

from ledwerk.loaders.columns import Kind, Role, table_columns
from ledwerk.loaders.datapackage import FILE, as_text, descriptor
from ledwerk.loaders.readers import FORMULA_STARTS
from ledwerk.schema.errors import CannotExport
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

# The statements of a kind by its name, those of one node or of the same two ends together.
Supply = Callable[[str], Iterable[Statement]]

MOST_ROWS = 1_048_576  # of a worksheet, its header among them
MOST_LETTERS = 32_767  # of a worksheet's cell


def supply(rows: Iterable[Statement]) -> Supply:
    """Statements in any order, all of them in memory, as a supply by kind."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        found[row.kind].append(row)
    for some in found.values():
        some.sort(key=_about)
    return lambda kind: found.get(kind, ())


def kinds_of(model: Model) -> tuple[Kind, ...]:
    """Every kind that has a table, in the order of the tables."""
    return (*model.nodes, *model.relations)


def table_lines(
    kind: Kind, rows: Iterable[Statement], *, datasets: bool = False
) -> Iterator[list[str]]:
    """The cells of a kind's table in a stable order, the header first; nothing without rows.

    With `datasets` a last column says whose row it is.
    """
    roles = table_columns(kind)
    left = iter(rows)
    first = next(left, None)
    if first is None:
        return
    yield [*(role.property.name for role in roles), *(["dataset"] if datasets else [])]
    for _, some in groupby(chain((first,), left), _about):
        for cells in sorted(
            [*_cells(roles, row), *([row.dataset] if datasets else [])] for row in some
        ):
            yield [_escaped(cell) for cell in cells]


def write_csv(stream: IO[str], lines: Iterable[Sequence[str]]) -> None:
    """Write rows as every table of ours is; NUL, which no CSV may have, is shown as lost."""
    write = csv.writer(stream, lineterminator="\n").writerow
    for line in lines:
        write([cell.replace("\0", "\ufffd") for cell in line])


def write_folder(
    model: Model, rows: Iterable[Statement] | Supply, folder: Path, about: Mapping[str, Any]
) -> list[str]:
    """Write CSV files and a `datapackage.json`; returns the names of the files written."""
    supplied = rows if callable(rows) else supply(rows)
    folder.mkdir(parents=True, exist_ok=True)
    present = {}
    for kind in kinds_of(model):
        lines = table_lines(kind, supplied(kind.name))
        header = next(lines, None)
        if header is None:
            continue
        present[kind.table] = f"{kind.table}.csv"
        with (folder / present[kind.table]).open("w", encoding="utf-8", newline="") as stream:
            write_csv(stream, chain((header,), lines))
    (folder / FILE).write_text(as_text(descriptor(model, present, about)), encoding="utf-8")
    return [*present.values(), FILE]


def write_workbook(
    model: Model, rows: Iterable[Statement] | Supply, file: Path, about: Mapping[str, Any] | None
) -> list[str]:
    """Write one workbook with a sheet a table and a sheet that names the dataset.

    Rows of several datasets, for which there is nothing to say `about`, have a last column that
    names theirs; such a workbook is for reading, and loading refuses it. Raises CannotExport where
    a table has more rows, or a cell more letters, than a sheet takes.
    """
    import xlsxwriter

    supplied = rows if callable(rows) else supply(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(file), _PLAIN) as book:
        bold = book.add_format({"bold": True})
        if about is not None:
            sheet = book.add_worksheet("datapackage")
            for line, key in enumerate(("name", "title")):
                sheet.write_row(line, 0, [key, str(about.get(key, ""))])
        for kind in kinds_of(model):
            lines = table_lines(kind, supplied(kind.name), datasets=about is None)
            header = next(lines, None)
            if header is not None:
                sheet = book.add_worksheet(kind.table)
                sheet.freeze_panes(1, 1)
                sheet.write_row(0, 0, header, bold)
                _write_rows(sheet, kind.table, lines)
    return [file.name]


# Text stays text, and a row is let go of when the next begins.
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


def _write_rows(sheet: Any, table: str, lines: Iterable[Sequence[str]]) -> None:
    for line, cells in enumerate(lines, start=1):
        if line >= MOST_ROWS:
            raise CannotExport(
                f"{table} has more than the {MOST_ROWS - 1:,} rows that a worksheet takes; "
                "take csv.zip or a folder"
            )
        for column, cell in enumerate(cells):
            if len(cell) > MOST_LETTERS:
                raise CannotExport(
                    f"{table}, row {line + 1}: a text of {len(cell):,} letters, where a "
                    f"worksheet's cell takes {MOST_LETTERS:,}; take csv.zip or a folder"
                )
            if cell:
                sheet.write_string(line, column, cell)


def _about(row: Statement) -> tuple[str, str]:
    """What rows of a table are sorted by before all else."""
    return (row.source_id or row.key, row.target_id)


def _cells(roles: Sequence[Role], row: Statement) -> list[str]:
    keys = iter((row.source_id, row.target_id) if row.source_id else (row.key,))
    return [next(keys) if role.part == "key" else _cell(role, row) for role in roles]


_ATTRIBUTES = {"source": "cited", "accepted": "accepted_by"}  # of a statement, by column


def _cell(role: Role, row: Statement) -> str:
    name = role.property.name
    if role.part == "property":
        return role.property.type.write(row.values().get(name))
    match name:
        case "basis":
            return "" if row.basis == "stated" else row.basis
        case "denied":
            return "yes" if row.denied else ""
        case "confidence":
            return role.property.type.write(row.confidence)
        case _:
            return str(getattr(row, _ATTRIBUTES.get(name, name)))


def _escaped(cell: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay."""
    if not cell.startswith(FORMULA_STARTS) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
