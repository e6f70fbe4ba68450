"""Tables without any lines, told by what stands under one another; and lines put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ledwerk.loaders.publication.layout.cards import is_figure
from ledwerk.loaders.publication.layout.pdf_cells import CellLine, texts_of
from ledwerk.loaders.publication.layout.pdf_columns import Piece, columns_recur
from ledwerk.loaders.publication.layout.pdf_lines import Row, Table

_NEAR = 6.0  # points
_EXACT = 1.0
_FEWEST = 3


def unruled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one column: lines that wide spaces parted are whole again, and stretches of
    lines with cells under one another are tables.
    """
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


def _wholes(rows: Sequence[Row]) -> list[Row]:
    """The lines that rows on one height make; a name in large type beside small print is one."""
    apart = {row.size for row in rows}
    if not rows or max(apart) < min(apart) * _OF_ITS_OWN:
        return [_whole(rows)] if rows else []
    large = [row for row in rows if row.size * _OF_ITS_OWN > max(apart)]
    return [_whole(large), *_wholes([row for row in rows if row not in large])]


_OF_ITS_OWN = 1.6


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
            and abs(piece.bottom - last.bottom) < min(piece.size, last.size) / 2
        ):
            levels[-1].append(piece)
        else:
            levels.append([piece])
    return [sorted(level, key=lambda one: one.left) for level in levels]


def _continues(row: Row, stretch: Sequence[Sequence[Row]]) -> bool:
    """Whether a line by itself goes on in a cell of the row above it."""
    begins = sorted({cell.left for level in stretch for cell in level})
    own = [begin for begin in begins if abs(row.left - begin) < _NEAR]
    after = [begin for begin in begins if begin > row.left + _NEAR]
    near = row.top - stretch[-1][0].bottom < row.size
    return bool(own) and near and (not after or row.right < min(after))


def _begun(stretch: Sequence[Sequence[Row]]) -> list[bool]:
    """Which lines begin a row of a table, by the white above them; all where that is the same."""
    gaps = [
        min(row.top for row in level) - max(row.bottom for row in before)
        for before, level in pairwise(stretch)
    ]
    if not gaps or max(gaps) - min(gaps) < stretch[0][0].size * _PADDED:
        return [True] * len(stretch)
    middle = (min(gaps) + max(gaps)) / 2
    return [True, *(gap > middle for gap in gaps)]


_PADDED = 0.4  # of the type's size: white between rows, more than between the lines of a cell


def _parted(stretch: Sequence[Sequence[Row]]) -> list[float]:
    """Where columns begin that white parts on every line, however their cells are set in them.

    Empty where there are fewer than three, unless the second is of figures, or where two cells of
    a line fall in one.
    """
    parted = [level for level in stretch if len(level) > 1]
    spans = sorted((row.left, row.right) for level in parted for row in level)
    columns: list[list[float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1] + _LEAST:
            columns[-1][1] = max(columns[-1][1], right)
        else:
            columns.append([left, right])
    begins = [left for left, _ in columns]
    places = [[_column(row.left, begins) for row in level] for level in parted]
    if any(len(set(some)) < len(some) for some in places) or len(columns) < _PAIR:
        return []
    if len(columns) == _PAIR:
        sides = [[level[at].text for level in parted] for at in (0, -1)]
        figures = max(sum(1 for text in side if _FIGURE.fullmatch(text)) for side in sides)
        return begins if figures * 4 >= len(parted) * 3 else []
    full = sum(1 for some in places if len(some) * 2 >= len(columns))
    return begins if full * 3 >= len(parted) * 2 else []


_LEAST = 4.0  # points of white between two columns
_PAIR = 2
_FIGURE = re.compile(r"[€£$]?\s?[-+]?[\d.,\s]+(?:\s?(?:%|m|k|mln|miljoen|million|euro))?|[-–—]")


def _column(left: float, begins: Sequence[float]) -> int:
    return max((i for i, begin in enumerate(begins) if left >= begin - 1), default=0)


def _counted(stretch: Sequence[Sequence[Row]]) -> list[Piece]:
    """Figures in large type beside each other, each with what stands under it; else nothing."""
    if len(stretch) < _PAIR or len(stretch[0]) < _PAIR:
        return []
    figures, under = stretch[0], stretch[1:]
    if not all(is_figure(row.text) for row in figures):
        return []
    size = figures[0].size
    # A figure's unit may stand under it in type as large: "1,9 miljoen / m³".
    large = [row for level in under for row in level if row.size >= size]
    if any(len(row.text) > _UNIT or row.top - figures[0].bottom > size for row in large):
        return []
    made: list[Piece] = []
    for i, figure in enumerate(figures):
        own = [row for level in under for row in level if _nearest(row, figures) == i]
        words = " ".join(row.text for row in sorted(own, key=lambda one: one.bottom))
        if not own:
            return []
        left, small = figures[0].left, min(own, key=lambda one: one.size)
        made.append(replace(small, text=f"{figure.text} {words}", left=left, apart=True))
    return made


_UNIT = 14  # letters


def _headed(stretch: Sequence[Sequence[Row]]) -> list[Piece]:
    """Columns with a heading each, in larger type than what stands under it; else nothing."""
    heads, under = stretch[0] if stretch else (), stretch[1:]
    if len(heads) < _PAIR or not under:
        return []
    body = max(row.size for level in under for row in level)
    if any(head.size < body * _HEADING for head in heads):
        return []
    begins = [head.left for head in heads]
    rows = [row for level in under for row in level]
    columns = [
        [row for row in rows if _column(row.left + 1, begins) == i] for i in range(len(heads))
    ]
    if not all(columns):
        return []
    return [row for head, column in zip(heads, columns, strict=True) for row in (head, *column)]


_HEADING = 1.05  # times the size of what stands under it, at least


def _nearest(row: Row, figures: Sequence[Row]) -> int:
    return min(range(len(figures)), key=lambda at: _apart(row, figures[at]))


def _apart(row: Row, figure: Row) -> float:
    """How far a line is from a figure over it: from its left edge, or its middle if nearer."""
    middle = abs((row.left + row.right) / 2 - (figure.left + figure.right) / 2)
    return min(abs(row.left - figure.left), middle)


def _as_table(stretch: Sequence[Sequence[Row]]) -> list[Piece]:
    apart = _counted(stretch) or _headed(stretch)
    if apart:
        return apart
    if sum(1 for level in stretch if len(level) > 1) < _FEWEST:
        return [row for level in stretch for row in _wholes(level)]
    begins = _parted(stretch)
    lefts = not begins
    if lefts:
        if not columns_recur(stretch):
            return [row for level in stretch for row in _wholes(level)]
        for left in sorted(row.left for level in stretch for row in level):
            if not begins or left - begins[-1] > _NEAR * 2:
                begins.append(left)
    rows: list[list[list[CellLine]]] = []
    begun = _begun(stretch)
    padded = not all(begun)
    for level, is_new in zip(stretch, begun, strict=True):
        cells = _cells(level, begins, lefts=lefts)
        if rows and (_is_rest(cells) or not (is_new and (padded or cells[0]))):
            rows[-1] = [old + new for old, new in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    flat = [row for level in stretch for row in level]
    left, right = min(row.left for row in flat), max(row.right for row in flat)
    return [Table(texts_of(rows), (0,) * len(rows), left, right, flat[0].top, flat[-1].bottom)]


def _is_rest(cells: Sequence[Sequence[CellLine]]) -> bool:
    """Whether all that stands on a line is the rest of a label: "Tot nu / toe"."""
    return bool(cells[0]) and not any(cells[1:]) and cells[0][0].text[:1].islower()


def _cells(level: Sequence[Row], begins: Sequence[float], *, lefts: bool) -> list[list[CellLine]]:
    """What a line of the page has in each column: a line of the cell, or nothing."""
    words: list[list[tuple[float, float, str]]] = [[] for _ in begins]
    bold = [False] * len(begins)
    for row in level:
        place = _column(row.left + (_NEAR * 2 - 1 if lefts else 0), begins)
        for word in row.words:
            # Cells with little space between them are one line; the next begins at its column.
            place = next((i for i, b in enumerate(begins) if abs(word[0] - b) < _EXACT), place)
            words[place].append(word)
            bold[place] = row.bold
    size = level[0].size
    return [
        [CellLine(" ".join(w for _, _, w in own), own[-1][1], own[0][1] - own[0][0], size, heavy)]
        if own
        else []
        for own, heavy in zip(words, bold, strict=True)
    ]
