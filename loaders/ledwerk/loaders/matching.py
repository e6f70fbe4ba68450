"""Which file is which table of a mapping: by its name, or else by its header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledwerk.loaders.candidates import Candidate
from ledwerk.loaders.mapping import Mapping, TableRule
from ledwerk.loaders.readers import Reading, Stream, Table
from ledwerk.loaders.row_shaping import known_columns, place_of, shaped, shaped_header
from ledwerk.loaders.yaml_nodes import did_you_mean
from ledwerk.schema.errors import Problem

Files = dict[str, list[Candidate]]


def match_files(mapping: Mapping, found: Sequence[Candidate], reading: Reading) -> Files:
    """The files of every table. One that fits no table is noticed; no file is a problem."""
    matched: Files = {table.name: [] for table in mapping.tables}
    own = [table for table in mapping.tables if not table.reads]
    rest: list[Candidate] = []
    for candidate in found:
        named = [t for t in own if (t.file or t.sheet) and candidate.is_called(t.file, t.sheet)]
        if len(named) == 1:
            matched[named[0].name].append(candidate)
        elif named:
            _by_header(mapping, named, candidate, matched, reading)
        else:
            rest.append(candidate)
    unfed = [table for table in own if not matched[table.name]]
    for candidate in rest:
        _by_header(mapping, unfed, candidate, matched, reading)
    for table in own:
        if not matched[table.name] and table.needed:
            reading.problems.append(_no_file(mapping, table, rest, reading))
    for table in mapping.tables:
        if table.reads:
            matched[table.name] = matched[table.reads]
    if not any(matched.values()) and not reading.problems:
        reading.problems.append(_nothing(mapping, found))
    return matched


def _nothing(mapping: Mapping, found: Iterable[Candidate]) -> Problem:
    files = ", ".join(candidate.file for candidate in found)
    return Problem(mapping.file, None, None, f"none of its tables is among {files}")


def _by_header(
    mapping: Mapping,
    tables: Sequence[TableRule],
    candidate: Candidate,
    matched: Files,
    reading: Reading,
) -> None:
    """The table that asks for most of the file's columns, of those it has every column for."""
    there = {t.name: _found(mapping, t, candidate, reading) for t in tables}
    fitting = [t for t in tables if there[t.name] is not None]
    most = max((there[t.name] or 0 for t in fitting), default=0)
    best = [table for table in fitting if there[table.name] == most]
    if len(best) == 1:
        matched[best[0].name].append(candidate)
    elif best:
        names = " or ".join(table.name for table in best)
        message = f"can be {names}; tell them apart by file: in {mapping.file}"
        reading.problems.append(Problem(candidate.file, None, None, message))
    elif candidate.top(reading):
        message = f"{candidate.file}: fits no table of {mapping.file}; not loaded"
        reading.notices.append(message)


def _found(
    mapping: Mapping, table: TableRule, candidate: Candidate, reading: Reading
) -> int | None:
    """How many columns of a file the table uses; None where the file lacks one."""
    header = header_of(mapping, table, candidate, reading)[1]
    used = mapping.used(table.name)
    if not header or lacking(used, shaped_header(mapping, table, header)):
        return None
    plain = table.shape == type(table.shape)()
    return len(used) if plain else known_columns(mapping, table, header) or None


def header_of(
    mapping: Mapping, table: TableRule, candidate: Candidate, reading: Reading
) -> tuple[int, tuple[str, ...]]:
    """The line of the header and its titles.

    It is the first row with text in it, unless the mapping says which; where that lacks columns
    and a later one has them all, there is a title above the table, and it is the later one.
    """
    top = candidate.top(reading, table.shape.delimiter)
    rows = [(line, _titles(cells)) for line, cells in top if line >= table.shape.header]
    if not rows or table.shape.header:
        return rows[0] if rows else (table.shape.header, ())
    used = mapping.used(table.name)
    for line, titles in rows:
        header = shaped_header(mapping, table, titles)
        if not lacking(used, header) and known_columns(mapping, table, titles):
            return (0 if line == rows[0][0] else line), titles
    return 0, rows[0][1]


def _titles(cells: Sequence[str]) -> tuple[str, ...]:
    titles = tuple(cell.strip() for cell in cells)
    while titles and not titles[-1]:
        titles = titles[:-1]
    return titles


def opened(
    mapping: Mapping, table: TableRule, candidate: Candidate, reading: Reading
) -> Stream | Table | None:
    """A file's rows as the table's rules read them; None, and why, where it lacks a column."""
    line, header = header_of(mapping, table, candidate, reading)
    if line and not table.shape.header:
        reading.notices.append(f"{candidate.file}: the columns are named in line {line}")
    stream = candidate.open(reading, line, table.shape.delimiter)
    if stream is None:
        return None
    problems = list(missing_columns(mapping, table, candidate.file, header, line or 1))
    reading.problems.extend(problems)
    return None if problems else shaped(mapping, table, stream, reading.problems)


def _no_file(
    mapping: Mapping, table: TableRule, rest: Sequence[Candidate], reading: Reading
) -> Problem:
    used = mapping.used(table.name)
    message = f"no file for this table; it has the columns {', '.join(used)}"
    headers = {c.file: header_of(mapping, table, c, reading)[1] for c in rest}
    lacks = {
        file: lacking(used, shaped_header(mapping, table, header))
        for file, header in headers.items()
        if header
    }
    nearest = min(lacks, key=lambda file: len(lacks[file]), default="")
    if nearest and len(lacks[nearest]) < len(used):
        message += f"; {nearest} comes nearest, but lacks {', '.join(lacks[nearest])}"
    return Problem(mapping.file, table.line, table.name, message)


def lacking(used: dict[str, int], header: Sequence[str]) -> list[str]:
    """The columns that a header lacks."""
    return [column for column in used if place_of(column, header) is None]


def missing_columns(
    mapping: Mapping, table: TableRule, file: str, header: Sequence[str], line: int
) -> Iterator[Problem]:
    """A problem for every column that a file of a table lacks."""
    used = mapping.used(table.name)
    for column in lacking(used, shaped_header(mapping, table, header)):
        hint = did_you_mean(column, header)
        message = f"no such column, which {mapping.file}:{used[column]} uses"
        yield Problem(file, line, column, f"{message}{f'; {hint}' if hint else ''}")
