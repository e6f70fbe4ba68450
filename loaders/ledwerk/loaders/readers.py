"""Files into tables of text, with the line of every row. What a table means is not known here.

One reader a format. Limits keep a hostile file from filling memory; every trouble is a `Problem`
with its place, and reading goes on with the next table.
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ledwerk.schema.errors import Problem

MAX_BYTES = 256 * 1024 * 1024
MAX_CELL = 1_000_000
MAX_COLUMNS = 500
TABLE_ENDINGS = (".csv", ".csv.gz")
WORKBOOK_ENDINGS = (".xlsx", ".ods")
_BLOCK = 1024 * 1024

# Text that a spreadsheet would run as a formula is written with an apostrophe in front of it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: rows are (line, cells), lines counted as a spreadsheet shows them."""

    name: str
    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


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
    name = file.name.removesuffix(".gz").removesuffix(".csv")
    try:
        raw = _bytes_of(file)
    except (OSError, EOFError, ValueError) as error:
        reading.problems.append(Problem(file.name, None, None, _plain(error)))
        return
    text, notice = _decoded(raw)
    if text is None:
        message = "not readable as text; save it as CSV in UTF-8"
        reading.problems.append(Problem(file.name, None, None, message))
        return
    if notice:
        reading.notices.append(f"{file.name}: {notice}")
    rows = list(_rows(text, file.name, reading.problems))
    if rows:
        _add_table(reading, name, file.name, rows)
    elif not any(problem.file == file.name for problem in reading.problems):
        reading.problems.append(
            Problem(file.name, 1, None, "empty; the first row names the columns")
        )


def _bytes_of(file: Path) -> bytes:
    """The content, unpacked; ValueError where it is larger than any honest table."""
    opens = gzip.open if file.name.endswith(".gz") else open
    with opens(file, "rb") as stream:
        blocks = bytearray()
        while block := stream.read(_BLOCK):
            blocks += block
            if len(blocks) > MAX_BYTES:
                raise ValueError(f"larger than {MAX_BYTES // 2**20} MB; split it")
        return bytes(blocks)


def _decoded(raw: bytes) -> tuple[str | None, str]:
    """The text, and a notice where the encoding was not UTF-8."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16"), "read as UTF-16; save it as UTF-8 to be sure"
        except UnicodeDecodeError:
            return None, ""
    if b"\0" in raw:
        return None, ""
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252"), "not UTF-8, read as Windows-1252; check its accents"
    except UnicodeDecodeError:
        return None, ""


def _rows(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[int, tuple[str, ...]]]:
    stream = io.StringIO(text, newline="")
    first = stream.readline()
    skipped = 0
    if first.lower().startswith("sep="):  # a spreadsheet's own hint
        delimiter, skipped = first.strip()[4:5] or ",", 1
    else:
        stream.seek(0)
        delimiter = ";" if first.count(";") > first.count(",") else ","
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, tuple(cells)
            line = skipped + reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(file, line, None, _csv_trouble(error)))


def _csv_trouble(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text:
        return f"a cell has more than {MAX_CELL:,} characters, or a quote is never closed"
    if "unexpected end" in text:
        return 'a quote (") opens here and is never closed; is the file cut off?'
    return f"not valid CSV ({text}); put cells with quotes between double quotes"


def _read_workbook(file: Path, reading: Reading) -> None:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(file) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_BYTES:
                raise ValueError(f"larger than {MAX_BYTES // 2**20} MB unpacked; split it")
        book = CalamineWorkbook.from_path(str(file))
        for sheet in book.sheet_names:
            cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            rows = [
                (line, tuple(_cell_text(cell) for cell in row))
                for line, row in enumerate(cells, start=1)
            ]
            filled = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
            if filled:
                _add_table(reading, sheet, f"{file.name} [{sheet}]", filled)
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"cannot be read as a workbook: {_plain(error)}"
        reading.problems.append(Problem(file.name, None, None, message))


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


def _add_table(
    reading: Reading, name: str, file: str, rows: list[tuple[int, tuple[str, ...]]]
) -> None:
    line, header = rows[0]
    titles = tuple(title.strip() for title in header)
    while titles and not titles[-1]:
        titles = titles[:-1]
    if len(titles) > MAX_COLUMNS:
        message = f"{len(titles):,} columns; at most {MAX_COLUMNS} are read"
        reading.problems.append(Problem(file, line, None, message))
        return
    kept = list(_full_rows(titles, rows[1:], file, reading.problems))
    reading.tables.append(Table(name.strip().lower(), file, titles, tuple(kept)))


def _full_rows(
    titles: tuple[str, ...],
    rows: Iterable[tuple[int, tuple[str, ...]]],
    file: str,
    problems: list[Problem],
) -> Iterator[tuple[int, tuple[str, ...]]]:
    width = len(titles)
    for line, cells in rows:
        if any(cell.strip() for cell in cells[width:]) or len(cells) < width:
            message = (
                f"{len(cells)} cells where the header has {width}; is a comma or quote missing?"
            )
            problems.append(Problem(file, line, None, message))
        else:
            yield line, tuple(_unescaped(cell) for cell in cells[:width])


def _unescaped(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def _plain(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
