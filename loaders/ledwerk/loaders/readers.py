"""Files into tables of text, with the line of every row. What a table means is not known here.

One reader a format. Limits keep a hostile file from filling memory; every trouble is a `Problem`
with its place, and reading goes on with the next table.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ledwerk.loaders.encodings import encoding_of
from ledwerk.loaders.packed import check_packed
from ledwerk.schema.errors import Problem

MAX_BYTES = 256 * 1024 * 1024
MAX_CELL = 1_000_000
MAX_COLUMNS = 500
MAX_ROWS = 1_048_576  # of a table that is kept in memory; a worksheet has no more
MAX_WRONG = 1_000  # rows of a table, after which it is not read on
TABLE_ENDINGS = (".csv", ".csv.gz", ".tsv", ".tsv.gz")
WORKBOOK_ENDINGS = (".xlsx", ".ods")
_BLOCK = 1024 * 1024
_DELIMITERS = (",", ";", "|", "\t")  # the one that the header has most of; the first, if equal
_SNIFFED = 20  # lines

# Text that a spreadsheet would run as a formula is written with an apostrophe in front of it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
_ESCAPES = tuple(f"'{sign}".encode() for sign in FORMULA_STARTS)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: rows are (line, cells), lines counted as a spreadsheet shows them."""

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Stream:
    """A table whose rows are read while they are asked for, once; they are never all in memory."""

    name: str
    file: str
    header: tuple[str, ...]
    rows: Iterable[tuple[int, Sequence[str]]]
    unit: str = "line"  # what the numbers of rows count


@dataclass(slots=True)
class Reading:
    """Everything read from one place: tables, what went wrong, and what a person should know."""

    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read_tables(path: Path) -> Reading:
    """The tables of a folder, a workbook or one table file."""
    reading = Reading()
    if path.is_dir():
        files = sorted(entry for entry in path.iterdir() if entry.name.endswith(TABLE_ENDINGS))
        if not files:
            reading.problems.append(
                Problem(str(path), None, None, "no tables here; put .csv files in this folder")
            )
        for file in files:
            _read_csv(file, reading)
    elif not path.exists():
        reading.problems.append(Problem(str(path), None, None, "no such file or folder"))
    elif path.name.endswith(TABLE_ENDINGS):
        _read_csv(path, reading)
    elif path.suffix in WORKBOOK_ENDINGS:
        _read_workbook(path, reading)
    else:
        right = ", ".join((*TABLE_ENDINGS, *WORKBOOK_ENDINGS))
        message = f"not a kind of file that can be loaded; give a folder or one of {right}"
        reading.problems.append(Problem(path.name, None, None, message))
    return reading


def _read_csv(file: Path, reading: Reading) -> None:
    stream = open_csv(file, reading)
    if stream:
        kept = [(line, tuple(cells)) for line, cells in islice(stream.rows, MAX_ROWS + 1)]
        if len(kept) > MAX_ROWS:
            message = f"more than {MAX_ROWS:,} rows; split it"
            reading.problems.append(Problem(file.name, kept[-1][0], None, message))
            return
        reading.tables.append(Table(stream.name, stream.file, stream.header, tuple(kept)))


@dataclass(frozen=True, slots=True)
class Raw:
    """Rows as they stand in a file, before it is known which of them names the columns.

    `unit` is what their numbers count: lines, or the items of a list. Where no cell is `escaped`,
    none is looked at for that.
    """

    name: str
    file: str
    rows: Iterable[tuple[int, Sequence[str]]]
    escaped: bool = True
    unit: str = "line"


def open_csv(file: Path, reading: Reading) -> Stream | None:
    """A table file with its header read; None, and why in `reading`, where it is none.

    What is wrong with a row is noted when that row is read.
    """
    raw = raw_csv(file, reading)
    return with_header(raw, reading) if raw else None


def raw_csv(file: Path, reading: Reading, delimiter: str = "") -> Raw | None:
    """The rows of a table file, split at `delimiter`, or else at what its lines have most of."""
    try:
        raw = bytes_of(file)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        reading.problems.append(Problem(file.name, None, None, plain(error)))
        return None
    encoding, notice = encoding_of(raw)
    if not encoding:
        message = "not readable as text; save it as CSV in UTF-8"
        reading.problems.append(Problem(file.name, None, None, message))
        return None
    if notice:
        reading.notices.append(f"{file.name}: {notice}")
    rows = _rows(raw, encoding, delimiter, file.name, reading.problems)
    escaped = "utf-16" in encoding or any(sign in raw for sign in _ESCAPES)
    return Raw(stem_of(file), file.name, rows, escaped)


def with_header(raw: Raw, reading: Reading, header: int = 0) -> Stream | None:
    """Rows under their header: the first that has text, or the one in line `header`."""
    before = len(reading.problems)
    rows = iter(raw.rows)
    first = next((row for row in rows if row[0] >= header), None)
    if first is None:
        if len(reading.problems) == before:
            message = "empty; the first row names the columns"
            reading.problems.append(Problem(raw.file, 1, None, message))
        return None
    titles = _titles(first, raw.file, reading.problems)
    if titles is None:
        return None
    full = _full_rows(titles, rows, raw.file, reading.problems, escaped=raw.escaped)
    return Stream(raw.name, raw.file, titles, full, raw.unit)


def stem_of(file: Path) -> str:
    """A file's name without its endings, as a table is called."""
    name = file.name.removesuffix(".gz")
    return (name.rpartition(".")[0] or name).strip().lower()


def bytes_of(file: Path, most: int | None = None) -> bytes:
    """The content, unpacked; ValueError where it is larger than any honest table."""
    most = most or MAX_BYTES
    if file.exists() and not file.is_file():
        raise ValueError("not a file; give a folder or a file with a table in it")
    opens = gzip.open if file.name.endswith(".gz") else open
    with opens(file, "rb") as stream:
        made = io.BytesIO()  # gives what was written without a copy of it
        while block := stream.read(_BLOCK):
            made.write(block)
            if made.tell() > most:
                raise ValueError(f"larger than {most // 2**20} MB; split it")
        return made.getvalue()


def _rows(
    raw: bytes, encoding: str, delimiter: str, file: str, problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    stream = io.TextIOWrapper(io.BytesIO(raw), encoding, newline="")
    first = stream.readline(_BLOCK)
    skipped = 0
    if first.lower().startswith("sep="):  # a spreadsheet's own hint
        delimiter, skipped = delimiter or first.strip()[4:5] or ",", 1
    else:
        delimiter = delimiter or _delimiter(
            [first, *(stream.readline(_BLOCK) for _ in range(_SNIFFED))]
        )
        stream.seek(0)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield line, cells
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(file, line, None, _csv_trouble(error)))


def _delimiter(lines: Sequence[str]) -> str:
    """What the first line has most of; where it has none, it is a title above the table."""
    found = next((line for line in lines if any(map(line.count, _DELIMITERS))), "")
    return max(_DELIMITERS, key=found.count)


def _csv_trouble(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text:
        return f"a cell has more than {MAX_CELL:,} characters, or a quote is never closed"
    if "unexpected end" in text:
        return 'a quote (") opens here and is never closed; is the file cut off?'
    return f"not valid CSV ({text}); put cells with quotes between double quotes"


def _read_workbook(file: Path, reading: Reading) -> None:
    for raw in raw_sheets(file, reading):
        stream = with_header(raw, reading)
        if stream:
            kept = tuple((line, tuple(cells)) for line, cells in stream.rows)
            reading.tables.append(Table(raw.name.lower(), raw.file, stream.header, kept))


def raw_sheets(file: Path, reading: Reading) -> Iterator[Raw]:
    """Every sheet of a workbook that has text in it."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        if file.exists() and not file.is_file():
            raise ValueError("not a file")
        check_packed(file)
        book = CalamineWorkbook.from_path(str(file))
        for sheet in book.sheet_names:
            cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            name = f"{file.name} [{sheet}]"
            filled = _filled(cells, name, reading.problems)
            if filled:
                yield Raw(sheet.strip(), name, filled)
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"cannot be read as a workbook: {plain(error)}"
        reading.problems.append(Problem(file.name, None, None, message))


def _filled(
    cells: Sequence[Sequence[object]], file: str, problems: list[Problem]
) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a sheet in which something stands; none where a cell is larger than any."""
    found = []
    for line, row in enumerate(cells, start=1):
        texts = tuple(map(_cell_text, row))
        if any(len(text) > MAX_CELL for text in texts):
            message = f"a cell has more than {MAX_CELL:,} characters"
            problems.append(Problem(file, line, None, message))
            return []
        if any(map(str.strip, texts)):
            found.append((line, texts))
    return found


def _cell_text(cell: object) -> str:
    """A workbook's cell as the text that a person sees."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, float):
        from ledwerk.schema.fields import NUMBER

        return NUMBER.write(cell)
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    return str(cell)


def _titles(
    row: tuple[int, Sequence[str]], file: str, problems: list[Problem]
) -> tuple[str, ...] | None:
    line, header = row
    last = max((n for n, title in enumerate(header, 1) if title.strip()), default=0)
    titles = tuple(title.strip() for title in header[:last])
    if len(titles) > MAX_COLUMNS:
        message = f"{len(titles):,} columns; at most {MAX_COLUMNS} are read"
        problems.append(Problem(file, line, None, message))
        return None
    return titles


def _full_rows(
    titles: tuple[str, ...],
    rows: Iterable[tuple[int, Sequence[str]]],
    file: str,
    problems: list[Problem],
    *,
    escaped: bool = True,
) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows as wide as the header. Where no cell is `escaped`, none is looked at for that."""
    width, wrong = len(titles), 0
    for line, cells in rows:
        if len(cells) < width or any(map(str.strip, cells[width:])):
            message = (
                f"{len(cells)} cells where the header has {width}; is a comma or quote missing?"
            )
            problems.append(Problem(file, line, None, message))
            wrong += 1
            if wrong > MAX_WRONG:
                message = f"more than {MAX_WRONG:,} rows are like that; the rest was not read"
                problems.append(Problem(file, line, None, message))
                return
        elif escaped:
            yield line, [_unescaped(cell) for cell in cells[:width]]
        else:
            yield line, cells[:width] if len(cells) > width else cells


def _unescaped(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def plain(error: BaseException) -> str:
    """What went wrong, in one line."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
