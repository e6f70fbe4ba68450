"""Statements out as tables: a folder of CSV files, or the sheets of a workbook.

What is written reads back as the same statements.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ledwerk.loaders.columns import Kind, Role, table_columns
from ledwerk.loaders.datapackage import FILE, as_text, descriptor
from ledwerk.loaders.readers import FORMULA_STARTS
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

Tables = dict[str, list[list[str]]]


def tables_of(model: Model, rows: Iterable[Statement]) -> Tables:
    """Tables by name, each with its header first, rows in a stable order."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows:
        kind = model.kind(row.kind)
        found[kind.table].append(_cells(table_columns(kind), row))
    kinds: tuple[Kind, ...] = (*model.nodes, *model.relations)
    return {
        kind.table: [
            [role.property.name for role in table_columns(kind)],
            *sorted(found[kind.table]),
        ]
        for kind in kinds
        if kind.table in found
    }


def write_folder(
    model: Model, rows: Iterable[Statement], folder: Path, about: Mapping[str, Any]
) -> list[str]:
    """Write CSV files and a `datapackage.json`; returns the names of the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    made = tables_of(model, rows)
    for name, lines in made.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(
                [_escaped(cell) for cell in line] for line in lines
            )
    present = {name: f"{name}.csv" for name in made}
    (folder / FILE).write_text(as_text(descriptor(model, present, about)), encoding="utf-8")
    return [*present.values(), FILE]


def write_workbook(
    model: Model, rows: Iterable[Statement], file: Path, about: Mapping[str, Any]
) -> list[str]:
    """Write one workbook with a sheet a table and a sheet that names the dataset."""
    import xlsxwriter

    made = tables_of(model, rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(file), plain) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("datapackage")
        for line, key in enumerate(("name", "title")):
            sheet.write_row(line, 0, [key, str(about.get(key, ""))])
        for name, lines in made.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, lines[0], bold)
            sheet.freeze_panes(1, 1)
            for line, cells in enumerate(lines[1:], start=1):
                _write_cells(sheet, line, [_escaped(cell) for cell in cells])
    return [file.name]


def _write_cells(sheet: Any, line: int, cells: Sequence[str]) -> None:
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(line, column, cell)


def _cells(roles: Sequence[Role], row: Statement) -> list[str]:
    keys = iter((row.source_id, row.target_id) if row.source_id else (row.key,))
    return [next(keys) if role.part == "key" else _cell(role, row) for role in roles]


def _cell(role: Role, row: Statement) -> str:
    name = role.property.name
    if role.part == "property":
        return role.property.type.write(row.values().get(name))
    match name:
        case "source":
            return row.cited
        case "basis":
            return "" if row.basis == "stated" else row.basis
        case "denied":
            return "yes" if row.denied else ""
        case "confidence":
            return role.property.type.write(row.confidence)
        case _:
            return str(getattr(row, name))


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
