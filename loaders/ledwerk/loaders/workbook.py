"""An empty workbook to fill in: a sheet for every kind and for the ties that people know of."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ledwerk.loaders.columns import tables
from ledwerk.loaders.workbook_columns import Column, Look, in_words, sheet_columns, sheet_name
from ledwerk.loaders.workbook_lists import ROWS, Lists
from ledwerk.loaders.workbook_words import (
    BOARD_MEMBERS,
    DATASET,
    EXPLAINED,
    FIRST,
    LISTS,
    NAME_AND_TITLE,
    NOT_A_WORD,
    NOT_LISTED,
    OWN_SOURCE,
    SHEETS,
    UNLISTED_TITLE,
)
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model, RelationKind

_BLUE, _GREEN, _GREY = "#1F5F8B", "#2E7D4F", "#6B6B6B"  # things, ties, where it is from
_MOST_CHOICES = 255  # letters, that a cell's own list may have
_EXPLAINED_WIDTH = 100
_MOST_WIDE = 46


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to fill in: in which language, for which dataset.

    `table` is the one sheet that is wanted; empty is all of them. `known` are (name, table) of what
    can be chosen beside what is entered.
    """

    lang: str = "nl"
    dataset: str = ""
    table: str = ""
    known: Iterable[tuple[str, str]] = ()


def empty_workbook(model: Model, wish: Wish) -> bytes:
    """The workbook, as the bytes of an .xlsx file. Raises InvalidQuestion for no such table."""
    import xlsxwriter

    if wish.table and wish.table not in {*tables(model), BOARD_MEMBERS}:
        raise InvalidQuestion(f"there is no table {wish.table!r}")
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        _write(book, model, wish)
    return made.getvalue()


def _write(book: Any, model: Model, wish: Wish) -> None:
    wanted = [wish.table] if wish.table else [table for table, _ in SHEETS]
    names = {table: sheet_name(table, wish.lang) for table in wanted}
    looks = _Looks(book)
    if not wish.table:
        _add_explanation(book.add_worksheet(in_words(FIRST, wish.lang)), looks, wish.lang)
    sheets = {table: book.add_worksheet(name) for table, name in names.items()}
    if not wish.table:
        _add_dataset(book.add_worksheet(in_words(DATASET, wish.lang)), looks, wish)
    hidden = book.add_worksheet(in_words(LISTS, wish.lang))
    hidden.hide()
    lists = Lists(book, hidden, names, wish.known)
    for table, sheet in sheets.items():
        sheet.set_tab_color(_colour(model, table))
        columns = sheet_columns(model, table, wish.lang)
        _add_columns(sheet, columns, looks, lists, wish.lang)
        if table == "sources" and not wish.table:
            sheet.write_string(1, 0, in_words(OWN_SOURCE, wish.lang).format(file=wish.dataset))


class _Looks:
    """How cells look. Text is text to the spreadsheet too: 2016-10 is no day, 08 no number."""

    def __init__(self, book: Any) -> None:
        head = {"bold": True, "bottom": 1, "valign": "top"}
        self.head = book.add_format(head)
        self.needed = book.add_format({**head, "bg_color": "#FFF2CC"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.bold = book.add_format({"bold": True})
        self.of = {
            Look.TEXT: book.add_format({"num_format": "@"}),
            Look.LONG: book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            Look.NUMBER: book.add_format({"num_format": "General"}),
            Look.MONEY: book.add_format({"num_format": "#,##0.00"}),
        }


def _colour(model: Model, table: str) -> str:
    if table == "sources":
        return _GREY
    tie = table == BOARD_MEMBERS or isinstance(tables(model)[table], RelationKind)
    return _GREEN if tie else _BLUE


def _add_columns(
    sheet: Any, columns: Iterable[Column], looks: _Looks, lists: Lists, lang: str
) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.title, looks.needed if column.needed else looks.head)
        sheet.set_column(place, place, _width(place, column), looks.of[column.look])
        sheet.write_comment(0, place, column.explained, {"x_scale": 2, "author": "ledwerk"})
        rule = _rule(column, lists, lang)
        if rule:
            sheet.data_validation(1, place, ROWS, place, rule)


def _width(place: int, column: Column) -> int:
    if column.look is Look.LONG:
        return _MOST_WIDE
    wide = 30 if place == 0 or column.tables else 14
    return max(wide, len(column.title) + 2)


def _rule(column: Column, lists: Lists, lang: str) -> dict[str, Any]:
    """What the spreadsheet offers and checks; it warns, and lets through what is meant."""
    if column.words:
        short = len(",".join(column.words)) <= _MOST_CHOICES
        source: Any = list(column.words) if short else lists.of_words(column.words)
    elif column.tables:
        source = lists.of_names(column.tables)
    else:
        return {}
    if not source:
        return {}
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": in_words(UNLISTED_TITLE, lang),
        "error_message": in_words(NOT_A_WORD if column.words else NOT_LISTED, lang),
        "show_error": not column.several,
    }


def _add_explanation(sheet: Any, looks: _Looks, lang: str) -> None:
    """The first sheet: what to do, and an example."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _EXPLAINED_WIDTH // 3)
    sheet.set_column(1, 3, _EXPLAINED_WIDTH * 2 // 9)
    for line, text in enumerate(EXPLAINED):
        words = in_words(text, lang)
        if words.startswith("# "):
            sheet.set_row(line, 26)
            sheet.write_string(line, 0, words[2:], looks.title)
        elif "\t" in words:
            head = "\t" not in in_words(EXPLAINED[line - 1], lang)
            for place, cell in enumerate(words.split("\t")):
                sheet.write_string(line, place, cell, looks.head if head else None)
        elif len(words) < _EXPLAINED_WIDTH // 3:
            sheet.write_string(line, 0, words, looks.bold)
        else:
            sheet.merge_range(line, 0, line, 3, "", looks.wrapped)
            sheet.write_string(line, 0, words, looks.wrapped)
            sheet.set_row(line, 16 * (1 + len(words) // _EXPLAINED_WIDTH))


def _add_dataset(sheet: Any, looks: _Looks, wish: Wish) -> None:
    sheet.set_tab_color(_GREY)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 40, looks.of[Look.TEXT])
    name, title = (in_words(label, wish.lang) for label in NAME_AND_TITLE)
    sheet.write_string(0, 0, name, looks.needed)
    sheet.write_string(0, 1, wish.dataset)
    sheet.write_string(1, 0, title, looks.head)
