"""Files that may be tables of a mapping, and the tables in them: sheets, lists, nodes, edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from ledwerk.loaders.readers import (
    TABLE_ENDINGS,
    WORKBOOK_ENDINGS,
    Raw,
    Reading,
    Stream,
    raw_csv,
    raw_sheets,
    read_tables,
    with_header,
)
from ledwerk.loaders.readers_graph import GRAPH_ENDINGS, raw_graph
from ledwerk.loaders.readers_json import JSON_ENDINGS, raw_json
from ledwerk.loaders.row_shaping import fits
from ledwerk.schema.errors import Problem

TEXT_ENDINGS = (*TABLE_ENDINGS, ".txt", ".tab")  # given by name, a text is a table as well
IN_FOLDERS = (*TABLE_ENDINGS, *WORKBOOK_ENDINGS, *JSON_ENDINGS, *GRAPH_ENDINGS)
_NOT_IN_FOLDERS = ("datapackage.json",)
TOP = 30  # rows among which a header is looked for


@dataclass(slots=True)
class Candidate:
    """A file that may be a table, or a table within one; its rows are read when asked for."""

    file: str
    path: Path
    sheet: str
    raw: Callable[[Reading, str], Raw | None]
    _top: dict[str, list[tuple[int, Sequence[str]]]] = field(default_factory=dict)

    def open(self, reading: Reading, header: int = 0, delimiter: str = "") -> Stream | None:
        """The table, its rows yet to be read; None, and why in `reading`, where it is none."""
        raw = self.raw(reading, delimiter)
        return with_header(raw, reading, header) if raw else None

    def top(self, reading: Reading, delimiter: str = "") -> list[tuple[int, Sequence[str]]]:
        """Its first rows as they stand. What is wrong with a row is said when all are read."""
        if delimiter not in self._top:
            own = Reading()
            raw = self.raw(own, delimiter)
            self._top[delimiter] = list(islice(raw.rows, TOP)) if raw else []
            reading.notices.extend(own.notices)
            if not self._top[delimiter]:
                reading.problems.extend(own.problems)
        return self._top[delimiter]

    def is_called(self, file: str, sheet: str) -> bool:
        """Whether names fit patterns such as `names_*`; a file's pattern may fit its sheet."""
        if sheet and not (self.sheet and fits(self.sheet, sheet)):
            return False
        names = [self.path.name, *([self.sheet] if self.sheet else [])]
        return not file or any(fits(name, file) for name in names)


def candidates(paths: Sequence[Path], reading: Reading) -> list[Candidate]:
    """The files, and the tables in them, under paths; a folder means the files in it."""
    found: dict[Path, list[Candidate]] = {}
    for path in paths:
        files = [path]
        if path.is_dir():
            files = [
                file
                for file in path.iterdir()
                if file.name.lower().endswith(IN_FOLDERS) and file.name not in _NOT_IN_FOLDERS
            ]
            if not files:
                message = "no tables here; put .csv files in this folder"
                reading.problems.append(Problem(str(path), None, None, message))
        for file in sorted(files):
            if file.resolve() not in found:
                found[file.resolve()] = list(_candidates(file, reading))
    return [candidate for each in found.values() for candidate in each]


def _candidates(file: Path, reading: Reading) -> Iterator[Candidate]:
    name = file.name.lower()
    if not file.exists() or not name.endswith((*TEXT_ENDINGS, *IN_FOLDERS)):
        reading.problems.extend(_not_a_table(file))
    elif name.endswith(TEXT_ENDINGS):
        yield Candidate(file.name, file, "", partial(_again_csv, file))
    else:
        raws = raw_sheets if name.endswith(WORKBOOK_ENDINGS) else raw_json
        raws = raw_graph if name.endswith(GRAPH_ENDINGS) else raws
        for raw in raws(file, reading):
            yield Candidate(raw.file, file, raw.name, partial(_kept, raw))


def _not_a_table(file: Path) -> list[Problem]:
    if file.exists():
        right = ", ".join((*TEXT_ENDINGS, *IN_FOLDERS[len(TABLE_ENDINGS) :]))
        message = f"not a kind of file that can be loaded; give a folder or one of {right}"
        return [Problem(file.name, None, None, message)]
    return read_tables(file).problems


def _again_csv(file: Path, reading: Reading, delimiter: str) -> Raw | None:
    return raw_csv(file, reading, delimiter)


def _kept(raw: Raw, reading: Reading, delimiter: str) -> Raw:
    del reading, delimiter
    return raw
