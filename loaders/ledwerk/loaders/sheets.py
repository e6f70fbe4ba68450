"""A workbook's sheets as tables: those that only explain left out, names in two languages, and the
sheet of board members taken apart into the seats that it means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ledwerk.loaders.columns import tables
from ledwerk.loaders.readers import Reading, Table
from ledwerk.loaders.templates import id_part, shortened
from ledwerk.loaders.workbook_words import (
    BOARD_MEMBERS,
    DATASET,
    FIRST,
    LISTS,
    NAME_AND_TITLE,
    SHEETS,
)
from ledwerk.schema.errors import InvalidValue, Problem
from ledwerk.schema.fields import LIST, Text
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.names import fold
from ledwerk.schema.statements import STATEMENT_COLUMNS

# The columns of board members that become relations, with the table and its ends' columns.
MEMBER_COLUMNS: tuple[tuple[str, Text], ...] = (
    ("person", Text("persoon", "person")),
    ("board", Text("orgaan", "board")),
    ("organisation", Text("organisatie", "organisation")),
    ("on_behalf_of", Text("namens", "on behalf of")),
)
_ENDS = (
    ("holds", "holder", "seat", "person"),
    ("on", "seat", "board", "board"),
    ("from", "seat", "organisation", "organisation"),
    ("on_behalf_of", "seat", "party", "on_behalf_of"),
)
_ABOUT = "datapackage"


@dataclass(frozen=True, slots=True)
class Taken(Table):
    """A table that was made of another; `titles` are that one's, by the columns of this one."""

    titles: Mapping[str, str] = field(default_factory=dict)


def as_tables(model: Model, reading: Reading) -> list[Table]:
    """What was read, under the names of tables. What is wrong with a sheet is noted."""
    words = _sheet_words(model)
    found: list[Table] = []
    reading.problems[:] = [one for one in reading.problems if not _explains(one.file)]
    for table in reading.tables:
        if _explains(table.file):
            continue
        named = replace(table, name=words.get(fold(table.name), table.name))
        if named.name == BOARD_MEMBERS:
            found.extend(_seats(named, reading.problems))
        elif named.name == _ABOUT:
            found.append(_about(named))
        else:
            found.append(named)
    return found


def _explains(file: str) -> bool:
    """Whether a file's name is that of a sheet that is there for people only: `x.xlsx [Uitleg]`."""
    sheet = fold(file.rpartition("[")[2].removesuffix("]").strip())
    labels = {fold(text) for label in (FIRST, LISTS) for text in (label.nl, label.en)}
    return file.endswith("]") and sheet in labels


def _sheet_words(model: Model) -> dict[str, str]:
    """Tables by every name that a sheet may have, folded."""
    words = {fold(DATASET.nl): _ABOUT}
    kinds = tables(model)
    for table, kind in kinds.items():
        label = kind.plural if isinstance(kind, NodeKind) else kind.label
        words.update(dict.fromkeys((fold(label.nl), fold(label.en)), table))
    for table, label in SHEETS:
        words.update(dict.fromkeys((fold(label.nl), fold(label.en)), table))
    return words | {table: table for table in kinds}


def _about(table: Table) -> Table:
    """The sheet that names the dataset, whose first column may be in Dutch."""
    keys = {text: label.en for label in NAME_AND_TITLE for text in (label.nl, label.en)}

    def keyed(cells: Sequence[str]) -> tuple[str, ...]:
        return (keys.get(fold(cells[0].strip()), cells[0]), *cells[1:]) if cells else ()

    rows = tuple((line, keyed(cells)) for line, cells in table.rows)
    return replace(table, header=keyed(table.header), rows=rows)


def _seats(table: Table, problems: list[Problem]) -> list[Table]:
    """The tables of seats and of what ties them, as rows of board members mean them."""
    places = _places(table)
    lacking = [name for name in ("person", "board") if name not in places]
    if lacking:
        message = f"the column {lacking[0]} is missing; add it"
        problems.append(Problem(table.file, 1, None, message))
        return []
    rows = list(_with_ids(table, places, problems))
    # Whatever is no end is the seat's own; titles that nobody knows are told as those of seats.
    own = [n for n in range(len(table.header)) if n not in places.values()]
    about = [n for n in own if fold(table.header[n]) in _statement_words()]
    titles = {"id": table.header[places["board"]], "seat": table.header[places["board"]]}
    seats = tuple((line, (seat, *(cells[n] for n in own))) for line, seat, cells in rows)
    header = ("id", *(table.header[n] for n in own))
    made = [Taken("seats", table.file, header, seats, titles)]
    for name, first, second, column in _ENDS:
        if column not in places:
            continue
        far = first if second == "seat" else second
        tied = tuple(
            (line, (seat, word) if first == "seat" else (word, seat), cells)
            for line, seat, cells in rows
            for word in _words_of(column, cells[places[column]], table, line, problems)
        )
        made.append(
            Taken(
                name,
                table.file,
                (first, second, *(table.header[n] for n in about)),
                tuple((line, (*ends, *(cells[n] for n in about))) for line, ends, cells in tied),
                titles | {far: table.header[places[column]]},
            )
        )
    return [one for one in made if one.rows or one.name == "seats"]


def _places(table: Table) -> dict[str, int]:
    """Where the columns that become relations are."""
    words = {fold(text): name for name, label in MEMBER_COLUMNS for text in (label.nl, label.en)}
    words |= {name: name for name, _ in MEMBER_COLUMNS}
    found: dict[str, int] = {}
    for place, title in enumerate(table.header):
        name = words.get(fold(title))
        if name:
            found.setdefault(name, place)
    return found


def _statement_words() -> set[str]:
    return {
        fold(text)
        for prop in STATEMENT_COLUMNS
        for text in (prop.name, prop.label.nl, prop.label.en)
    }


def _with_ids(
    table: Table, places: Mapping[str, int], problems: list[Problem]
) -> Iterator[tuple[int, str, Sequence[str]]]:
    """Rows with the id of their seat: of its board, its holder, and for another term its start."""
    starts = [n for n, title in enumerate(table.header) if fold(title) in {"start", "begin"}]
    seen: set[str] = set()
    for line, cells in table.rows:
        words = {name: cells[places[name]].strip() for name in ("board", "person")}
        empty = [name for name, word in words.items() if not word]
        for name in empty:
            message = "empty; write an id or a name"
            problems.append(Problem(table.file, line, table.header[places[name]], message))
        if empty:
            continue
        parts = [id_part(word.partition(":")[2] or word) for word in words.values()]
        seat = shortened(f"seat:{'-'.join(part or 'x' for part in parts)}")
        if seat in seen and starts and cells[starts[0]].strip():
            seat = shortened(f"{seat}-{id_part(cells[starts[0]])}")
        seen.add(seat)
        yield line, seat, cells


def _words_of(
    column: str, cell: str, table: Table, line: int, problems: list[Problem]
) -> tuple[str, ...]:
    """The names in a cell: one, or with bars between them several where that can be."""
    if column != "on_behalf_of":
        return (cell,) if cell.strip() else ()
    try:
        found = LIST.read(cell)
    except InvalidValue as error:
        problems.append(Problem(table.file, line, column, str(error)))
        return ()
    return found if isinstance(found, tuple) else ()
