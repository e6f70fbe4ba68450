"""A PDF as blocks: its pages line by line, without what stands on every page."""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ledwerk.loaders.publication.document import Block
from ledwerk.loaders.publication.layout.blocks import blocks_of
from ledwerk.loaders.publication.layout.label_words import begins_with_label
from ledwerk.loaders.publication.layout.pdf_boxes import (
    Box,
    boxes_of,
    wide_grounds,
    with_dots,
)
from ledwerk.loaders.publication.layout.pdf_columns import Rule
from ledwerk.loaders.publication.layout.pdf_letters import words_of
from ledwerk.loaders.publication.layout.pdf_lines import (
    Row,
    Table,
    rows_of,
    tables_of,
    within,
)
from ledwerk.loaders.publication.layout.pdf_order import columns_on, in_order
from ledwerk.loaders.publication.layout.pdf_rules import lines_across, rule_tables
from ledwerk.loaders.publication.layout.printed import Piece, Printed, PrintedTable
from ledwerk.loaders.publication.layout.refusing import refused
from ledwerk.loaders.publication.layout.unpacking import check_streams

MOST_PAGES = 1_000
_LARGER = 1.12  # than most of the text: a heading
_EDGE = 0.1  # of a page's height, at the top and the bottom, where running heads stand
_DIGITS = re.compile(r"\d+|\b[ivxl]+\b")


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    height: float
    rows: tuple[Row, ...]
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    rules: tuple[Rule, ...]


def pdf_blocks(file: Path) -> tuple[Sequence[Block], str]:
    """The blocks of a PDF in reading order, and the title in its properties.

    A place is counted in lines of a page. A page without letters (a picture of one) gives nothing.
    """
    check_streams(file)
    pages, title = _pages(file)
    clean = _without_running(pages)
    columns = [columns_on(page.rows, page.tables, page.boxes, page.rules) for page in clean]
    kept = [
        (
            page.number,
            tuple(in_order(page.rows, page.tables, page.boxes, _beside(columns, i), page.rules)),
        )
        for i, page in enumerate(clean)
    ]
    weights = _weights([row for _, some in kept for row in some if isinstance(row, Row)])
    pieces: list[Piece] = []
    for number, some in kept:
        pieces = _joined(pieces, _printed(number, some, weights))
    return blocks_of(pieces), title


def _beside(columns: Sequence[frozenset[float]], page: int) -> frozenset[float]:
    """Where columns begin on the pages before and after one."""
    near = columns[max(0, page - 2) : page + 3]
    return frozenset().union(*near)


def _joined(before: list[Piece], after: list[Piece]) -> list[Piece]:
    """Pages one after the other; a table that goes on over them is one, its header told once."""
    if not before or not after:
        return before + after
    first, second = before[-1], after[0]
    if not (isinstance(first, PrintedTable) and isinstance(second, PrintedTable)):
        return before + after
    if len(first.rows[0]) != len(second.rows[0]) or _titled(second):
        return before + after
    cut = 1 if second.rows[0] == first.rows[0] else 0
    pages = first.pages or (first.page,) * len(first.rows)
    whole = PrintedTable(
        first.rows + second.rows[cut:],
        first.numbers + second.numbers[cut:],
        first.page,
        pages + (second.page,) * (len(second.rows) - cut),
    )
    return [*before[:-1], whole, *after[1:]]


def _titled(table: PrintedTable) -> bool:
    """Whether a table begins with a title over labels, as sheets of projects do."""
    width = len(table.rows[0])
    return width > 1 and table.rows[0][0] != "" and not any(table.rows[0][1:])


def _pages(file: Path) -> tuple[list[_Page], str]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pdfplumber.open(file) as pdf:
                if len(pdf.pages) > MOST_PAGES:
                    raise refused(
                        file.name, f"{len(pdf.pages):,} pages; at most {MOST_PAGES:,} are read"
                    )
                title = str((pdf.metadata or {}).get("Title") or "").strip()
                return [_page(page) for page in pdf.pages], title
    except Exception as error:
        if any(
            isinstance(one, PDFPasswordIncorrect | PDFTextExtractionNotAllowed)
            for one in (error, *error.args)
        ):
            raise refused(file.name, "it is protected by a password; save it without one") from None
        if type(error).__module__.startswith("ledwerk."):
            raise
        raise refused(file.name, f"a broken PDF ({type(error).__name__}: {error})") from None


def _page(page: Any) -> _Page:
    words = words_of(page)
    tables = tables_of(page, words)
    free = [word for word in words if not any(within(word, table) for table in tables)]
    tables += rule_tables(page, free)
    rows = rows_of(with_dots(page, words), tables)
    found = _Page(
        page.page_number, float(page.height), tuple(rows), tuple(tables), tuple(boxes_of(page)),
        (*lines_across(page), *_edges(wide_grounds(page))),
    )  # fmt: skip
    page.close()
    return found


def _edges(grounds: Sequence[Box]) -> Iterable[Rule]:
    """The upper and lower edge of each: columns end there."""
    for one in grounds:
        yield Rule(one.left, one.right, one.top)
        yield Rule(one.left, one.right, one.bottom)


def _without_running(pages: Sequence[_Page]) -> list[_Page]:
    """The pages without what stands at the edge of many of them, and without page numbers."""
    seen: Counter[tuple[str, float]] = Counter()
    for page in pages:
        seen.update({_shape(row) for row in _edge_rows(page)})
    often = {shape for shape, count in seen.items() if count >= _running(len(pages))}
    return [replace(page, rows=tuple(_kept(page, often))) for page in pages]


def _kept(page: _Page, often: set[tuple[str, float]]) -> Iterable[Row]:
    """The lines that do not run over pages; beside one of the text nothing does: it is a cell."""
    edge = [
        row
        for row in _edge_rows(page)
        if _shape(row) in often or _NUMBER_OF_PAGE.fullmatch(_shape(row)[0])
    ]
    running = set()
    for row in edge:
        level = [one for one in page.rows if abs(one.bottom - row.bottom) < row.size / 2]
        if all(one in edge for one in level):
            running.add(id(row))
    return (row for row in page.rows if id(row) not in running)


# What is left of "Page 3 of 12" or "- 4 -" once its numbers are signs.
_NUMBER_OF_PAGE = re.compile(
    r"[\s#–|/.·-]+|(?:p(?:agina|age)?\.?|blz\.?|blad(?:zijde)?)\s*#(?:\s*(?:/|van|of)\s*#)?"
)


def _edge_rows(page: _Page) -> list[Row]:
    top, bottom = page.height * _EDGE, page.height * (1 - _EDGE)
    return [row for row in page.rows if row.bottom < top or row.top > bottom]


def _running(pages: int) -> int:
    return max(2, (pages + 1) // 3)


def _shape(row: Row) -> tuple[str, float]:
    """What lines have in common that stand on many pages; a title that says the same is larger."""
    return _DIGITS.sub("#", row.text.strip().lower()), row.size


def _weights(rows: Sequence[Row]) -> dict[tuple[float, bool], int]:
    """The weight of each size and boldness of type: 0 for most of the text."""
    letters: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for row in rows:
        letters[row.size] += len(row.text)
        bold[row.bold] += len(row.text)
    if not letters:
        return {}
    body = letters.most_common(1)[0][0]
    mostly_bold = bold[True] > bold[False]
    kinds = {(row.size, row.bold) for row in rows}
    sizes = sorted({size for size, _ in kinds if size > body * _LARGER}, reverse=True)
    weights = dict.fromkeys(kinds, 0)
    for size, is_bold in kinds:
        if size in sizes:
            weights[size, is_bold] = min(sizes.index(size) + 1, _DEEPEST)
        elif is_bold and not mostly_bold and size >= body * _SMALLEST:
            weights[size, is_bold] = min(len(sizes) + 1, _DEEPEST)
    return weights


_DEEPEST = 5
_SMALLEST = 0.95


# The head of a box in small type, which is as bold as names and labels are.
_HEADS_A_BOX = re.compile(
    r"\b(?:in (?:het kort|cijfers|vogelvlucht|feiten|one minute|figures|facts|numbers|short|brief)|"
    r"at a glance|(?:kern|project)gegevens|(?:key|project) facts|feiten(?: en cijfers)?|"
    r"factsheet|facts and figures)$",
    re.IGNORECASE,
)


def _printed(
    page: int, pieces: Sequence[Row | Table], weights: dict[tuple[float, bool], int]
) -> list[Piece]:
    made: list[Piece] = []
    last: Row | None = None
    left = min((row.left for row in pieces if isinstance(row, Row)), default=0.0)
    for piece in pieces:
        if isinstance(piece, Table):
            made.append(PrintedTable(piece.rows, piece.numbers, page))
            last = None
            continue
        gap = last is None or piece.apart or _is_gap(last, piece)
        indent = max(0.0, (piece.left - (piece.column_left or left)) / max(piece.size * 0.5, 1))
        weight = weights.get((piece.size, piece.bold), 0)
        if weight and piece.bold and begins_with_label(piece.text):
            weight = 0  # a label in bold with a short value
        if not weight and piece.bold and gap and _HEADS_A_BOX.search(piece.text):
            weight = _DEEPEST + 1
        made.append(Printed(piece.text, piece.number, page, round(indent), gap, weight))
        last = piece
    return made


def _is_gap(last: Row, row: Row) -> bool:
    if row.top < last.top:  # the top of the next column
        full = last.right > last.column_right - last.size * 2
        goes_on = full and not last.text.endswith((".", "!", "?", ":")) and not row.bold
        return not (row.text[:1].islower() or goes_on)
    return row.top - last.bottom > max(last.size, row.size) * _LEADING


_LEADING = 0.65
