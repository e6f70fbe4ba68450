"""Sheets as people make them into tables as they are loaded: which kind a sheet is of, columns that
nobody knows, and a source for rows that name none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from ledwerk.loaders.columns import Kind, Role, header_words, tables
from ledwerk.loaders.readers import Reading, Table
from ledwerk.schema.errors import Problem
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.names import fold, slug

_ABOUT = "datapackage"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody chose for a file.

    `dataset` is whose rows these are; empty takes the file's. `source` is the name of the source of
    rows that name none, `tables` the table of a sheet by its name, `table` that of a file's only
    sheet. With `skip`, columns that no table has are left out. `same` pairs the id that a row would
    have with that of the node that it is the same as; `apart` are those that are not the same as
    the node of their name.
    """

    dataset: str = ""
    source: str = ""
    table: str = ""
    tables: tuple[tuple[str, str], ...] = ()
    skip: bool = False
    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fitted:
    """Tables that can be read as rows. `open` are the sheets whose table has to be chosen,
    `unknown` the (file, title) of columns that no table has, and `lacking` says that rows name no
    source.
    """

    tables: tuple[Table, ...]
    open: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]
    lacking: bool


def named_in(reading: Reading) -> str:
    """The dataset's name as the file says it, or nothing."""
    for table in reading.tables:
        if table.name == _ABOUT:
            rows = [table.header, *(cells for _, cells in table.rows)]
            return {row[0].strip(): row[1].strip() for row in rows if len(row) > 1}.get("name", "")
    return ""


def fitted(model: Model, reading: Reading, wanted: Wanted) -> Fitted:
    """The file's tables, under the names and with the columns that loading knows."""
    kinds = tables(model)
    sheets = [table for table in reading.tables if table.name != _ABOUT]
    found: list[Table] = []
    undecided: list[str] = []
    for sheet in sheets:
        name = _table_of(kinds, sheet, wanted, alone=len(sheets) == 1)
        if name:
            found.append(replace(sheet, name=name))
        else:
            undecided.append(sheet.name)
    found = [_bare(table) for table in found]
    unknown = tuple((t.file, title) for t in found for title in _unknown(kinds[t.name], t))
    if wanted.skip:
        found = [_without(kinds[table.name], table) for table in found]
    lacking = not any(t.name == "sources" and t.rows for t in found) and any(
        map(_lacks_source, found)
    )
    return Fitted(tuple(found), tuple(undecided), unknown, lacking)


def with_source(fit: Fitted, name: str, node_id: str = "", today: date | None = None) -> Fitted:
    """The tables with one source, which rows that name none are then from."""
    day = (today or datetime.now(UTC).date()).isoformat()
    row = (node_id or f"source:{slug(name)[:190] or 'file'}", name, "" if node_id else day)
    header = ("id", "name", "date")
    return replace(fit, tables=(*fit.tables, Table("sources", "", header, ((1, row),))))


def undecided_problems(fit: Fitted, reading: Reading) -> list[Problem]:
    """A problem for every sheet whose table is not clear."""
    files = {table.name: table.file for table in reading.tables}
    message = "which table is this? Choose one, or call the sheet by the name of a table"
    return [Problem(files[name], None, None, message) for name in fit.open]


def _table_of(kinds: Mapping[str, Kind], sheet: Table, wanted: Wanted, *, alone: bool) -> str:
    """The table that a sheet is: as chosen, by its name in either language, or by its columns."""
    chosen = dict(wanted.tables).get(sheet.name, "")
    if chosen in kinds:
        return chosen
    if sheet.name in kinds:
        return sheet.name
    called = fold(sheet.name)
    for table, kind in kinds.items():
        labels = (kind.plural, kind.label) if isinstance(kind, NodeKind) else (kind.label,)
        if called in {fold(text) for label in labels for text in (label.nl, label.en)}:
            return table
    if alone and wanted.table in kinds and _fits(kinds[wanted.table], sheet, most=True):
        return wanted.table
    fitting = [table for table, kind in kinds.items() if _fits(kind, sheet)]
    return fitting[0] if len(fitting) == 1 else ""


def _fits(kind: Kind, sheet: Table, *, most: bool = False) -> bool:
    """Whether a sheet has what names a row of a kind, and no column that the kind has not."""
    words = header_words(kind)
    names = [role.property.name for title in sheet.header if (role := _role(words, title))]
    if isinstance(kind, NodeKind):
        whole = bool({"id", "name"} & set(names)) if kind.named else "id" in names
    else:
        whole = {kind.source_column, kind.target_column} <= set(names)
    return whole and (most or len(names) == len([title for title in sheet.header if title]))


def _role(words: Mapping[str, Role], title: str) -> Role | None:
    return words.get(title) or words.get(fold(title))


def _unknown(kind: Kind, table: Table) -> list[str]:
    words = header_words(kind)
    return [title for title in table.header if title and not _role(words, title)]


def _bare(table: Table) -> Table:
    """Without columns that have neither a title nor a cell."""
    keep = [
        n
        for n, title in enumerate(table.header)
        if title or any(cells[n].strip() for _, cells in table.rows)
    ]
    return table if len(keep) == len(table.header) else _taken(table, keep)


def _without(kind: Kind, table: Table) -> Table:
    """Without the columns that the kind has not."""
    words = header_words(kind)
    return _taken(
        table, [n for n, title in enumerate(table.header) if title and _role(words, title)]
    )


def _taken(table: Table, columns: Sequence[int]) -> Table:
    header = tuple(table.header[n] for n in columns)
    rows = tuple((line, tuple(cells[n] for n in columns)) for line, cells in table.rows)
    return replace(table, header=header, rows=rows)


def _lacks_source(table: Table) -> bool:
    """Whether a row names no source; a source is its own."""
    if table.name == "sources":
        return False
    titles = [fold(title) for title in table.header]
    places = [n for n, title in enumerate(titles) if title in {"source", "bron"}]
    return not places or any(not cells[places[0]].strip() for _, cells in table.rows)
