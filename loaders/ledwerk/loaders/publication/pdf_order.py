"""The order in which a page's lines are read: columns from left to right, then what is below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.pdf_lines import Row, Table

_FEWEST = 4  # lines that begin at one place, before it is taken for a column
_NEAR = 6.0  # points
_EXACT = 1.0
_FILLED = 0.55  # of a column's width, on average: text; less is a table without rules


def in_order(rows: Sequence[Row], tables: Sequence[Table]) -> Iterator[Row | Table]:
    """Lines and tables in reading order, numbered by it from 1."""
    cuts = _columns(rows)
    pieces: list[Row | Table] = sorted([*rows, *tables], key=lambda piece: piece.top)
    ordered: list[Row | Table] = []
    waiting: list[list[Row | Table]] = [[] for _ in range(len(cuts) + 1)]
    for piece in pieces:
        if _spans(piece, cuts):
            ordered += _flushed(waiting)
            waiting = [[] for _ in range(len(cuts) + 1)]
            ordered.append(piece)
        else:
            waiting[sum(1 for cut in cuts if piece.left >= cut - _NEAR)].append(piece)
    ordered += _flushed(waiting)
    yield from _numbered(_unruled(ordered) if not cuts else ordered)


def _columns(rows: Sequence[Row]) -> list[float]:
    """Where the second and further columns begin."""
    if not rows:
        return []
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    begins = Counter(round(row.left / _NEAR) * _NEAR for row in rows)
    cuts: list[float] = []
    for place, count in sorted(begins.items()):
        if count < _FEWEST or place < left + (right - left) * 0.2:
            continue
        beside = [row for row in rows if abs(row.left - place) <= _NEAR]
        before = [row for row in rows if row.right < place]
        crossing = [row for row in rows if row.left < place - _NEAR and row.right > place]
        level = sum(1 for row in beside if any(abs(row.top - o.top) < o.size for o in before))
        if level * 2 < len(beside) or len(crossing) > len(beside):
            continue
        if _is_text(before, left, place) and (not cuts or place - cuts[-1] > _NEAR * 4):
            cuts.append(min(row.left for row in beside))
    return cuts


def _is_text(rows: Sequence[Row], left: float, place: float) -> bool:
    """Whether lines fill their column as running text does."""
    nearest = max((row.left for row in rows), default=left)
    begin = min((row.left for row in rows if place - row.left > _NEAR), default=nearest)
    width = max(place - begin, 1.0)
    filled = sorted(row.right - row.left for row in rows)
    return bool(filled) and filled[len(filled) * 3 // 4] > width * _FILLED


def _spans(piece: Row | Table, cuts: Sequence[float]) -> bool:
    return any(piece.left < cut - _NEAR and piece.right > cut + _NEAR for cut in cuts)


def _flushed(columns: Sequence[Sequence[Row | Table]]) -> list[Row | Table]:
    made: list[Row | Table] = []
    for column in columns:
        left = min((piece.left for piece in column), default=0.0)
        made += [replace(p, column_left=left) if isinstance(p, Row) else p for p in column]
    return made


def _unruled(pieces: Sequence[Row | Table]) -> list[Row | Table]:
    """Stretches of lines that stand beside each other, on one page of one column, as tables."""
    levels: list[list[Row | Table]] = []
    for piece in pieces:
        last = levels[-1][0] if levels else None
        if (
            isinstance(piece, Row)
            and isinstance(last, Row)
            and abs(piece.top - last.top) < last.size / 2
        ):
            levels[-1].append(piece)
        else:
            levels.append([piece])
    made: list[Row | Table] = []
    stretch: list[list[Row]] = []
    for level in [*levels, []]:
        rows = [piece for piece in level if isinstance(piece, Row)]
        if len(rows) > 1 or (stretch and len(rows) == 1 and _continues(rows[0], stretch)):
            stretch.append(rows)
            continue
        made += _as_table(stretch)
        stretch = []
        made += level
    return made


def _continues(row: Row, stretch: Sequence[Sequence[Row]]) -> bool:
    """Whether a line by itself goes on in a cell of the row above it."""
    inner = [cell.left for level in stretch for cell in level][1:]
    above = stretch[-1][0]
    begins = any(
        abs(row.left - left) < _NEAR for left in inner if left > stretch[0][0].left + _NEAR
    )
    return begins and row.top - above.bottom < row.size


def _as_table(stretch: Sequence[Sequence[Row]]) -> list[Row | Table]:
    if sum(1 for level in stretch if len(level) > 1) < 3:
        return [row for level in stretch for row in level]
    begins: list[float] = []
    for left in sorted(row.left for level in stretch for row in level):
        if not begins or left - begins[-1] > _NEAR * 2:
            begins.append(left)
    rows: list[list[str]] = []
    for level in stretch:
        cells = [""] * len(begins)
        for row in level:
            place = max(i for i, begin in enumerate(begins) if row.left >= begin - _NEAR * 2)
            for left, word in row.words:
                # Cells with little space between them are one line; the next begins at its column.
                place = next((i for i, b in enumerate(begins) if abs(left - b) < _EXACT), place)
                cells[place] = f"{cells[place]} {word}".strip()
        if rows and not cells[0]:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    flat = [row for level in stretch for row in level]
    return [
        Table(
            tuple(tuple(row) for row in rows), (0,) * len(rows),
            min(r.left for r in flat), max(r.right for r in flat), flat[0].top, flat[-1].bottom,
        )
    ]  # fmt: skip


def _numbered(pieces: Sequence[Row | Table]) -> Iterator[Row | Table]:
    number = 0
    for piece in pieces:
        if isinstance(piece, Row):
            number += 1
            yield replace(piece, number=number)
        else:
            yield replace(piece, numbers=tuple(number + i + 1 for i in range(len(piece.rows))))
            number += len(piece.rows)
