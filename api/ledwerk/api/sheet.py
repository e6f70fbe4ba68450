"""Any list as a worksheet: what is read on a page, to be taken along in a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ledwerk.schema.errors import CannotExport

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

MOST_ROWS = 1_048_576  # of a worksheet, its header among them
MOST_LETTERS = 32_767  # of a worksheet's cell
_WIDEST = 60  # letters that a column is made wide for
_SEEN = 200  # rows that its width is taken from
_NO_TITLE = re.compile(r"[\[\]:*?/\\]|^'|'$")  # what no worksheet may be called
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
# The file says when it was made; a day of its own would make two files of the same list differ.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def xlsx_of(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook of one worksheet: a bold header that stays in sight, a filter, and the rows.

    Numbers are numbers, yes and no are so, a list becomes one text with bars between, and all else
    is text, also what looks like a formula or an address. The same list gives the same bytes.
    Raises CannotExport where a worksheet has no room for so many rows, or for so long a text.
    """
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _PLAIN) as book:
        book.set_properties({"created": _MADE, "title": _clean(title)})
        sheet = book.add_worksheet(_sheet_name(title))
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet.freeze_panes(1, 0)
        widths = [len(word) for word in header]
        for column, word in enumerate(header):
            sheet.write_string(0, column, _clean(word), bold)
        line = 0
        for line, row in enumerate(rows, start=1):
            if line >= MOST_ROWS:
                raise CannotExport(
                    f"more than the {MOST_ROWS - 1:,} rows that a worksheet takes; filter the list"
                )
            for column, value in enumerate(row):
                _write(sheet, line, column, value)
                if line <= _SEEN and column < len(widths):
                    widths[column] = max(widths[column], len(as_text(value)))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, _WIDEST) + 2)
        if header:
            sheet.autofilter(0, 0, line, len(header) - 1)
    return made.getvalue()


def csv_of(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The same as comma-separated text in UTF-8, with the mark by which a spreadsheet knows that.

    Text that would be run as a formula gets an apostrophe, which loading takes off again.
    """
    made = io.StringIO(newline="")
    write = csv.writer(made, lineterminator="\r\n").writerow
    write([_harmless(word) for word in header])
    for row in rows:
        write([_harmless(as_text(value), value) for value in row])
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8", "replace")


def as_text(value: object) -> str:
    """What a cell says, for people and for loading again."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case list() | tuple():
            return " | ".join(map(str, value))
        case _:
            return _clean(str(value))


def _write(sheet: Any, line: int, column: int, value: object) -> None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(line, column, value)
        return
    text = as_text(value)
    if len(text) > MOST_LETTERS:
        raise CannotExport(
            f"row {line + 1}: a text of {len(text):,} letters, where a worksheet's cell takes "
            f"{MOST_LETTERS:,}"
        )
    if text:
        sheet.write_string(line, column, text)


def _clean(text: str) -> str:
    """Without halves of letters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def _harmless(text: str, value: object = "") -> str:
    if isinstance(value, str) and text.startswith(_FORMULA_STARTS):
        return f"'{text}"
    return text


def _sheet_name(title: str) -> str:
    """A title as a worksheet can be called: at most 31 letters, without some signs or words."""
    name = _NO_TITLE.sub(" ", _clean(title))[:31].strip(" '")
    return name if name.lower() not in {"", "history"} else f"{name} ledwerk".strip()
