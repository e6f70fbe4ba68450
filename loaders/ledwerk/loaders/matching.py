"""Which file is which table of a mapping: by its name, or else by its header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from ledwerk.loaders.mapping import Mapping, TableRule
from ledwerk.loaders.readers import (
    TABLE_ENDINGS,
    WORKBOOK_ENDINGS,
    Reading,
    Stream,
    Table,
    open_csv,
    read_tables,
)
from ledwerk.loaders.yaml_nodes import did_you_mean
from ledwerk.schema.errors import Problem
from ledwerk.schema.names import fold


@dataclass(slots=True)
class Candidate:
    """A file that may be a table, or a sheet of a workbook, which is read already."""

    file: str
    path: Path
    sheet: Table | None = None
    _header: tuple[str, ...] | None = None

    def open(self, reading: Reading) -> Stream | Table | None:
        """The table, its rows yet to be read; None, and why in `reading`, where it is none."""
        return self.sheet or open_csv(self.path, reading)

    def header(self, reading: Reading) -> tuple[str, ...]:
        """The titles of its columns."""
        if self._header is None:
            table = self.open(reading)
            self._header = table.header if table else ()
        return self._header

    def is_called(self, pattern: str) -> bool:
        """Whether the file's name, or the sheet's, fits a pattern such as `names_*`."""
        names = [self.path.name, *([self.sheet.name] if self.sheet else [])]
        return any(fnmatchcase(fold(name), fold(pattern)) for name in names)


def candidates(paths: Sequence[Path], reading: Reading) -> list[Candidate]:
    """The files and sheets under paths; a folder means the files in it."""
    found: dict[Path, list[Candidate]] = {}
    for path in paths:
        files = [path]
        if path.is_dir():
            files = [f for f in path.iterdir() if f.name.endswith(TABLE_ENDINGS + WORKBOOK_ENDINGS)]
            if not files:
                message = "no tables here; put .csv files in this folder"
                reading.problems.append(Problem(str(path), None, None, message))
        for file in sorted(files):
            if file.resolve() not in found:
                found[file.resolve()] = list(_candidates(file, reading))
    return [candidate for each in found.values() for candidate in each]


def _candidates(file: Path, reading: Reading) -> Iterator[Candidate]:
    if file.name.endswith(TABLE_ENDINGS) and file.exists():
        yield Candidate(file.name, file)
        return
    read = read_tables(file)
    reading.problems.extend(read.problems)
    reading.notices.extend(read.notices)
    for sheet in read.tables:
        yield Candidate(sheet.file, file, sheet)


def match_files(
    mapping: Mapping, found: Sequence[Candidate], reading: Reading
) -> dict[str, list[Candidate]]:
    """The files of every table. One that fits no table is noticed; no file is a problem."""
    matched: dict[str, list[Candidate]] = {table.name: [] for table in mapping.tables}
    rest: list[Candidate] = []
    for candidate in found:
        named = [t for t in mapping.tables if t.file and candidate.is_called(t.file)]
        if len(named) == 1:
            matched[named[0].name].append(candidate)
        elif named:
            _by_header(mapping, named, candidate, matched, reading)
        else:
            rest.append(candidate)
    unfed = [table for table in mapping.tables if not matched[table.name]]
    for candidate in rest:
        _by_header(mapping, unfed, candidate, matched, reading)
    for table in mapping.tables:
        if not matched[table.name]:
            reading.problems.append(_no_file(mapping, table, rest, reading))
    return matched


def _by_header(
    mapping: Mapping,
    tables: Sequence[TableRule],
    candidate: Candidate,
    matched: dict[str, list[Candidate]],
    reading: Reading,
) -> None:
    """The table that asks for most of the file's columns, of those it has every column for."""
    header = candidate.header(reading)
    fitting = [t for t in tables if not lacking(mapping.used(t.name), header)]
    most = max((len(mapping.used(t.name)) for t in fitting), default=0)
    best = [table for table in fitting if len(mapping.used(table.name)) == most]
    if len(best) == 1:
        matched[best[0].name].append(candidate)
    elif best:
        names = " or ".join(table.name for table in best)
        message = f"can be {names}; tell them apart by file: in {mapping.file}"
        reading.problems.append(Problem(candidate.file, None, None, message))
    elif header:
        message = f"{candidate.file}: fits no table of {mapping.file}; not loaded"
        reading.notices.append(message)


def _no_file(
    mapping: Mapping, table: TableRule, rest: Sequence[Candidate], reading: Reading
) -> Problem:
    used = mapping.used(table.name)
    message = f"no file for this table; it has the columns {', '.join(used)}"
    lacks = {c.file: lacking(used, c.header(reading)) for c in rest if c.header(reading)}
    nearest = min(lacks, key=lambda file: len(lacks[file]), default="")
    if nearest and len(lacks[nearest]) < len(used):
        message += f"; {nearest} comes nearest, but lacks {', '.join(lacks[nearest])}"
    return Problem(mapping.file, table.line, table.name, message)


def lacking(used: dict[str, int], header: Sequence[str]) -> list[str]:
    """The columns that a header lacks."""
    return [column for column in used if place_of(column, header) is None]


def place_of(column: str, header: Sequence[str]) -> int | None:
    """Where a column stands: under its very title, or one that differs in case or accents only."""
    if column in header:
        return header.index(column)
    folded = fold(column)
    return next((i for i, title in enumerate(header) if fold(title) == folded), None)


def missing_columns(
    mapping: Mapping, table: str, file: str, header: Sequence[str]
) -> Iterator[Problem]:
    """A problem for every column that a file of a table lacks."""
    used = mapping.used(table)
    for column in lacking(used, header):
        hint = did_you_mean(column, header)
        message = f"no such column, which {mapping.file}:{used[column]} uses"
        yield Problem(file, 1, column, f"{message}{f'; {hint}' if hint else ''}")
