"""Tables without any lines, told by what stands under one another; and lines put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ledwerk.loaders.publication.pdf_columns import Piece, columns_recur
from ledwerk.loaders.publication.pdf_lines import Row, Table

_NEAR = 6.0  # points
_EXACT = 1.0
_FEWEST = 3


def unruled(pieces: Sequence[Piece]) -> list[Piece]:
    """Stretches of lines that stand beside each other, in one column, as tables."""
    made: list[Piece] = []
    stretch: list[list[Row]] = []
    for level in [*_levels(pieces), []]:
        rows = [piece for piece in level if isinstance(piece, Row)]
        if len(rows) > 1 or (stretch and len(rows) == 1 and _continues(rows[0], stretch)):
            stretch.append(rows)
            continue
        made += _as_table(stretch)
        stretch = []
        made += level
    return made


def merged(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, each line whole again that wide spaces had parted."""
    made: list[Piece] = []
    for level in _levels(pieces):
        rows = sorted((p for p in level if isinstance(p, Row)), key=lambda row: row.left)
        made += [piece for piece in level if not isinstance(piece, Row)]
        if rows:
            made.append(_whole(rows))
    return made


def _whole(rows: Sequence[Row]) -> Row:
    longest = max(rows, key=lambda row: len(row.text))
    return replace(
        rows[0],
        text=" ".join(row.text for row in rows),
        right=rows[-1].right,
        top=min(row.top for row in rows),
        bottom=max(row.bottom for row in rows),
        size=longest.size,
        bold=longest.bold,
        words=tuple(word for row in rows for word in row.words),
    )


def _levels(pieces: Sequence[Piece]) -> list[list[Piece]]:
    levels: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.bottom if isinstance(one, Row) else one.top):
        last = levels[-1][0] if levels else None
        if (
            isinstance(piece, Row)
            and isinstance(last, Row)
            and abs(piece.bottom - last.bottom) < last.size / 2
        ):
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return [sorted(level, key=lambda one: one.left) for level in levels]


def _continues(row: Row, stretch: Sequence[Sequence[Row]]) -> bool:
    """Whether a line by itself goes on in a cell of the row above it."""
    inner = [cell.left for level in stretch for cell in level][1:]
    above = stretch[-1][0]
    begins = any(
        abs(row.left - left) < _NEAR for left in inner if left > stretch[0][0].left + _NEAR
    )
    return begins and row.top - above.bottom < row.size


def _as_table(stretch: Sequence[Sequence[Row]]) -> list[Piece]:
    if sum(1 for level in stretch if len(level) > 1) < _FEWEST or not columns_recur(stretch):
        return [_whole(level) for level in stretch if level]
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
