"""The order in which a page's lines are read: columns from left to right, then what is below."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ledwerk.loaders.publication.layout.pdf_boxes import Box
from ledwerk.loaders.publication.layout.pdf_columns import Piece, Rule, cuts_of, level_with
from ledwerk.loaders.publication.layout.pdf_lines import Row, Table
from ledwerk.loaders.publication.layout.pdf_unruled import unruled

_FEWEST_IN_A_BOX = 3  # lines


def in_order(
    rows: Sequence[Row],
    tables: Sequence[Table],
    boxes: Sequence[Box] = (),
    grid: Collection[float] = (),
    rules: Sequence[Rule] = (),
) -> Iterator[Row | Table]:
    """Lines and tables in reading order, numbered by it from 1.

    A box is read where the section ends that it stands beside, so that it parts no sentence.
    `grid` holds where columns begin on other pages.
    """
    free, boxed = _out_of(boxes, rows)
    body = _most_common_size(rows)
    ordered = _flow(free, tables, body, grid, rules)
    for inside in sorted(boxed, key=lambda some: some[0].top):
        _put_in(ordered, _flow(inside, (), body), body)
    yield from _numbered(ordered)


def columns_on(
    rows: Sequence[Row],
    tables: Sequence[Table],
    boxes: Sequence[Box] = (),
    rules: Sequence[Rule] = (),
) -> frozenset[float]:
    """Where the second and further columns of a page begin."""
    free, _ = _out_of(boxes, rows)
    cuts = cuts_of(level_with([*free, *tables]), _most_common_size(rows), (), rules)
    return frozenset(place for some in cuts for place in some)


def _out_of(boxes: Sequence[Box], rows: Sequence[Row]) -> tuple[list[Row], list[list[Row]]]:
    """The lines outside boxes, and those of each box that holds a text of its own."""
    free, boxed = [*rows], []
    for box in boxes:
        inside = [row for row in free if box.holds(row.left, row.top, row.right, row.bottom)]
        levels = {round(row.top) for row in inside}
        if len(levels) >= _FEWEST_IN_A_BOX and len(inside) * 2 < len(rows):
            boxed.append(inside)
            free = [row for row in free if row not in inside]
    return free, boxed


def _most_common_size(rows: Sequence[Row]) -> float:
    counted: dict[float, int] = {}
    for row in rows:
        if not row.bold:
            counted[row.size] = counted.get(row.size, 0) + len(row.text)
    return max(counted, key=lambda size: counted[size], default=0.0)


def _put_in(ordered: list[Piece], box: Sequence[Piece], body: float) -> None:
    """Put a box's lines before the heading that follows what it stands level with."""
    top = min(piece.top for piece in box)
    before = [i for i, piece in enumerate(ordered) if piece.top <= top + body]
    place = before[-1] + 1 if before else 0
    while place < len(ordered) and not _heads(ordered[place], body):
        place += 1
    ordered[place:place] = box


def _heads(piece: Piece, body: float) -> bool:
    return isinstance(piece, Row) and piece.size > body


def _flow(
    rows: Sequence[Row],
    tables: Sequence[Table],
    body: float,
    grid: Collection[float] = (),
    rules: Sequence[Rule] = (),
) -> list[Piece]:
    """The lines of a page, or of a box in it, in order."""
    bands = level_with([*rows, *tables])
    active = cuts_of(bands, body, grid, rules)
    ordered: list[Piece] = []
    for cuts, group in groupby(zip(active, bands, strict=True), key=lambda pair: pair[0]):
        pieces = [piece for _, band in group for piece in band]
        if not cuts:
            ordered += unruled(pieces)
            continue
        columns: list[list[Piece]] = [[] for _ in range(len(cuts) + 1)]
        for piece in pieces:
            columns[sum(1 for cut in cuts if piece.left >= cut - 1)].append(piece)
        for column in columns:
            ordered += _column(column)
    return ordered


def _column(column: Sequence[Piece]) -> list[Piece]:
    left = min((piece.left for piece in column), default=0.0)
    right = max((piece.right for piece in column), default=0.0)
    return [
        replace(piece, column_left=left, column_right=right) if isinstance(piece, Row) else piece
        for piece in unruled(column)
    ]


def _numbered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    number = 0
    for piece in pieces:
        if isinstance(piece, Row):
            number += 1
            yield replace(piece, number=number)
        else:
            yield replace(piece, numbers=tuple(number + i + 1 for i in range(len(piece.rows))))
            number += len(piece.rows)
