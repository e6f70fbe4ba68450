"""Tables as they are meant: labels with their values, a project a column, cards, a title.

"Looptijd" in a table's left column becomes a line "Looptijd: 2021-2024", and a table with a
project a column becomes one with a project a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.layout.cards import cards_of
from ledwerk.loaders.publication.layout.heading_words import bullet, looks_like_heading
from ledwerk.loaders.publication.layout.label_words import (
    LONGEST_LABEL,
    is_label,
    plain_case,
    tells_of_one,
)
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.layout.printed import PrintedTable
from ledwerk.loaders.publication.layout.text_terms import entries_of

_PAIR, _FOUR = 2, 4
_SHORT_LABEL = 24


def read_as_laid_out(table: PrintedTable) -> Iterator[PrintedTable | Sequence[Line] | str]:
    """A table as it is meant: a heading over it, lines with labels, a table the right way up."""
    sheets = _sheets(table)
    if len(sheets) > 1:
        for sheet in sheets:
            yield from read_as_laid_out(sheet)
        return
    rows, title = _titled(table)
    if title:
        yield title
    pairs, cards, entries = _pairs(rows), cards_of(rows), entries_of(rows)
    if entries is not None:
        numbered = zip(entries, rows.numbers, strict=True)
        yield [Line(text, number, rows.page) for text, number in numbered]
    elif pairs is not None:
        yield pairs
    elif cards is not None:
        yield cards
    else:
        yield _upright(rows)


def _titled(table: PrintedTable) -> tuple[PrintedTable, str]:
    """A table without its first row, where that is a title over all of it; and the title."""
    first = [cell for cell in table.rows[0] if cell.strip()]
    whole = len(table.rows[0]) > 1 and len(first) == 1 and bool(table.rows[0][0].strip())
    text = " ".join(first[0].split()) if first else ""
    rest = [row for row in table.rows[1:] if sum(1 for cell in row if cell.strip()) > 1]
    if not whole or len(rest) < _PAIR or not looks_like_heading(text) or is_label(text):
        return table, ""
    return _part(table, range(1, len(table.rows))), text


def _sheets(table: PrintedTable) -> list[PrintedTable]:
    """The parts of a table that begin with a title over labels each, as sheets of projects do."""
    rows = table.rows
    titles = [
        i
        for i, (row, below) in enumerate(pairwise(rows))
        if len(row) > 1 and row[0].strip() and not any(cell.strip() for cell in row[1:])
        and not is_label(row[0]) and is_label(below[0]) and any(c.strip() for c in below[1:])
        and looks_like_heading(" ".join(row[0].split()))
    ]  # fmt: skip
    begins = [0, *(i for i in titles if i)]
    return [
        _part(table, range(a, b)) for a, b in zip(begins, [*begins[1:], len(rows)], strict=True)
    ]


def _part(table: PrintedTable, rows: Sequence[int]) -> PrintedTable:
    pages = table.pages or (table.page,) * len(table.rows)
    return PrintedTable(
        tuple(table.rows[i] for i in rows),
        tuple(table.numbers[i] for i in rows),
        table.page,
        tuple(pages[i] for i in rows),
    )


def _pairs(table: PrintedTable) -> list[Line] | None:
    """The lines "label: value" of a table of labels and values; None where it is none."""
    columns = [at for at in range(len(table.rows[0])) if any(row[at].strip() for row in table.rows)]
    if len(columns) == _PAIR:
        sides = [(columns[0], columns[1])]
    elif len(columns) == _FOUR:
        sides = [(columns[0], columns[1]), (columns[2], columns[3])]
    else:
        return None
    for label, _ in sides:
        told = [row[label] for row in table.rows if row[label].strip()]
        known = any(map(meaning_of, told)) or all(cell.rstrip().endswith(":") for cell in told)
        meant = sum(1 for cell in told if meaning_of(cell))
        short = all(len(cell) <= _SHORT_LABEL and cell[:1].isupper() for cell in told)
        most = sum(map(is_label, told)) * 2 > len(told) or (
            short and meant * 3 >= len(told) > _PAIR
        )
        if not most or not known or len(told) < _PAIR:
            return None
    if _is_header(table.rows[0], sides):
        return None
    pages = table.pages or (table.page,) * len(table.rows)
    made: list[Line] = []
    for label, value in sides:
        for row, number, page in zip(table.rows, table.numbers, pages, strict=True):
            shown, said = " ".join(row[label].split()).rstrip(" :"), _in_one(row[value])
            if shown and said:
                made.append(Line(f"{plain_case(shown)}: {said}", number, page))
            elif said or shown:
                made.append(Line(said or shown, number, page))
    return made


def _is_header(row: Sequence[str], sides: Sequence[tuple[int, int]]) -> bool:
    """Whether the first row heads columns: a label on both sides, "Project | Trekker"."""
    label, value = sides[0]
    return is_label(row[label]) and is_label(row[value])


_GOES_ON = re.compile(r"(?:[,;&-]|\b(?:en|and|of|van|de|het|the))$")


def _in_one(cell: str) -> str:
    """A cell's lines as one text: those of a list parted by semicolons."""
    text = ""
    for line in cell.split("\n"):
        bare = line.strip()[len(bullet(line.strip())) :].strip()
        if not bare:
            continue
        listed = bullet(line.strip()) or bare[:1].isupper() or bare[:1].isdigit()
        if text and listed and not _GOES_ON.search(text):
            text += "; "
        text += f" {bare}" if text and not text.endswith(" ") else bare
    return text


def _upright(table: PrintedTable) -> PrintedTable:
    """A table with a row a thing: one with a column a thing, labels on the left, is turned."""
    rows = table.rows
    if len(rows) < _PAIR or len(rows[0]) <= _PAIR:
        return table
    left = [row[0] for row in rows[1:] if row[0].strip()]
    meant = sum(1 for cell in left if meaning_of(cell))
    heads = [cell for cell in rows[0][1:] if cell.strip()]
    turned = (
        meant > 1
        and meant * 2 >= len(left)
        and sum(map(is_label, left)) * 2 > len(left)
        and not any(meaning_of(cell) for cell in heads)
        and (not rows[0][0].strip() or meaning_of(rows[0][0]) or not is_label(rows[0][0]))
    )
    if not turned:
        return table
    columns = [at for at in range(len(rows[0])) if any(row[at].strip() for row in rows)]
    names = [(row[0] if i or meaning_of(row[0]) else "Project") for i, row in enumerate(rows)]
    whole = (tuple(names), *(tuple(row[at] for row in rows) for at in columns if at))
    return PrintedTable(whole, (table.numbers[0],) * len(whole), table.page)


def label_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines with labels as blocks: one of all where they tell of a project, else one a line."""
    named = tells_of_one([line.text for line in lines])
    for group in [lines] if named else [[line] for line in lines]:
        kind = BlockKind.PARAGRAPH if ":" in group[0].text[:LONGEST_LABEL] else BlockKind.ITEM
        text, placed = "", []
        for line in group:
            text = f"{text} " if text else text
            placed.append(replace(line, offset=len(text)))
            text += line.text
        yield Block(kind, text, tuple(placed))
