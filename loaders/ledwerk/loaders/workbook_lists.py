"""The hidden sheet of an empty workbook that holds everything there is to choose from.

Names that are entered on the other sheets come into the lists by themselves, through formulas that
every spreadsheet program knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ROWS = 1_000  # of a sheet, that are looked at and that offer something to choose from
MOST_KNOWN = 2_000  # names of a list that the network has already


class Lists:
    """Lists of words and of names, each made once and known to cells by the name it gets."""

    def __init__(
        self, book: Any, sheet: Any, sheets: Mapping[str, str], known: Iterable[tuple[str, str]]
    ) -> None:
        """`sheets` are the names of sheets by table, `known` (name, table) of what there is."""
        self._book, self._sheet, self._sheets = book, sheet, sheets
        self._known: dict[str, set[str]] = defaultdict(set)
        for name, table in known:
            self._known[table].add(name)
        self._made: dict[tuple[str, ...], str] = {}
        self._counts: dict[str, str] = {}
        sheet.write_string(0, 0, "ledwerk")

    def of_words(self, words: Sequence[str]) -> str:
        """The list of these very words."""
        return self._list(("words", *words), tuple(words), ())

    def of_names(self, tables: Sequence[str]) -> str:
        """The list of what is called something on the sheets of these tables, or in the network."""
        own = [table for table in tables if table in self._sheets]
        known = sorted({name for table in tables for name in self._known[table]}, key=str.casefold)
        if not own and not known:
            return ""
        return self._list(("", *tables), known[:MOST_KNOWN], own)

    def _list(self, key: tuple[str, ...], words: Sequence[str], own: Sequence[str]) -> str:
        if key in self._made:
            return self._made[key]
        if len(own) == 1 and not words:
            return self._alone(key, own[0])
        column = len(self._made) + 2
        for line, word in enumerate(words, start=1):
            self._sheet.write_string(line, column, word)
        counts = [self._count(table) for table in own]
        for number in range(1, ROWS + 1 if own else 1):
            formula = self._entered(counts, number)
            self._sheet.write_formula(len(words) + number, column, formula, None, "")
        first = f"'{self._sheet.get_name()}'!${_letters(column)}$2"
        return self._named(key, first, "+".join([str(len(words)), *counts]))

    def _alone(self, key: tuple[str, ...], table: str) -> str:
        """The names of one sheet, where they stand."""
        return self._named(key, self._cells(table).partition(":")[0], self._count(table))

    def _named(self, key: tuple[str, ...], first: str, long: str) -> str:
        """A list by a name, from its first cell on, so long as it is at the time."""
        name = f"list_{len(self._made) + 1}"
        self._book.define_name(name, f"=OFFSET({first},0,0,MAX(1,{long}),1)")
        self._made[key] = f"={name}"
        return self._made[key]

    def _count(self, table: str) -> str:
        """What says how far down a sheet names stand; and the names there get one as well."""
        if table not in self._counts:
            line = len(self._counts) + 1
            cells = self._cells(table)
            formula = f'=SUMPRODUCT(MAX(({cells}<>"")*(ROW({cells})-1)))'
            self._sheet.write_string(line, 0, table)
            self._sheet.write_formula(line, 1, formula, None, 0)
            self._counts[table] = f"count_{line}"
            self._book.define_name(f"names_{line}", f"={cells}")
            self._book.define_name(f"count_{line}", f"='{self._sheet.get_name()}'!$B${line + 1}")
        return self._counts[table]

    def _entered(self, counts: Sequence[str], number: int) -> str:
        """The name that stands at a place, where the sheets are laid one under the other.

        What a formula refers to has a name, which keeps thousands of them short.
        """
        formula, at = '""', str(number)
        steps: list[tuple[str, str]] = []
        for count in counts:
            names = count.replace("count", "names")
            steps.append((f"{at}<={count}", f"INDEX({names},{at})"))
            at += f"-{count}"
        for condition, found in reversed(steps):
            formula = f"IF({condition},{found},{formula})"
        return f'={formula}&""'

    def _cells(self, table: str) -> str:
        """The cells of a sheet that names stand in: its first column."""
        sheet = self._sheets[table].replace("'", "''")
        return f"'{sheet}'!$A$2:$A${ROWS + 1}"


def _letters(column: int) -> str:
    """A column as spreadsheets call it."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
