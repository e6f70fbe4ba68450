"""The lines and tables of one page of a PDF, from its words and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.loaders.publication.layout.pdf_cells import CellLine, cell_line, is_bold, texts_of

# Times the type's size: white that may part two columns. Wide spaces of a line set to both margins
# are as wide; such lines are put together again once the columns are known.
_APART = 0.9
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a column: its text and type, where it stands on the page, its number there."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    number: int = 0
    column_left: float = 0
    column_right: float = 0
    words: tuple[tuple[float, float, str], ...] = ()  # where each begins and ends
    apart: bool = False  # begins something of its own, whatever white stands above it


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its cells, the number of each row among the page's lines, and its place."""

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    left: float
    right: float
    top: float
    bottom: float


def tables_of(page: Any, words: Sequence[dict[str, Any]]) -> list[Table]:
    """The ruled tables of a page; the words in them are no lines of it."""
    found = []
    for table in page.find_tables():
        rows = texts_of(
            [[_lines_in(words, cell) if cell else [] for cell in row.cells] for row in table.rows]
        )
        filled = [row for row in rows if any(row)]
        columns = sum(1 for column in zip(*filled, strict=True) if any(column)) if filled else 0
        if len(filled) > 1 and columns > 1:
            left, top, right, bottom = table.bbox
            found.append(Table(tuple(filled), (0,) * len(filled), left, right, top, bottom))
    return found


def _lines_in(
    words: Sequence[dict[str, Any]], place: tuple[float, float, float, float]
) -> list[CellLine]:
    """The lines of words whose middle lies in a cell."""
    left, top, right, bottom = place
    inside = [
        word
        for word in words
        if left <= (word["x0"] + word["x1"]) / 2 < right
        and top <= (word["top"] + word["bottom"]) / 2 < bottom
    ]
    return [cell_line(sorted(line, key=lambda w: float(w["x0"]))) for line in _in_lines(inside)]


def _in_lines(words: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words that stand on one line, from the top down."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (round(word["bottom"], 1), word["x0"])):
        line = lines[-1] if lines else None
        # By the smaller type: beside a name in very large type stand several lines.
        size = min(line[0]["size"], word["size"]) if line else 0
        if line and abs(line[0]["bottom"] - word["bottom"]) < size * _SAME_LINE:
            line.append(word)
        else:
            lines.append([word])
    return lines


def rows_of(words: Sequence[dict[str, Any]], tables: Sequence[Table]) -> list[Row]:
    """The lines of words outside tables; one that spans two columns' gap is two."""
    free = [word for word in words if not any(within(word, table) for table in tables)]
    lines = _in_lines(free)
    return [row for line in lines for row in _parts(sorted(line, key=lambda w: float(w["x0"])))]


def _parts(words: Sequence[dict[str, Any]]) -> list[Row]:
    parts: list[list[dict[str, Any]]] = []
    for word in words:
        last = parts[-1][-1] if parts else None
        if last is not None and word["x0"] - last["x1"] < last["size"] * _APART:
            parts[-1].append(word)
        else:
            parts.append([word])
    return [_row(part) for part in _set_out(parts)]


def _set_out(parts: Sequence[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """Parts put together again that are words of one line, set out to both margins.

    The white between them is the same to a hair, as it is between no cells of a table but by
    chance; figures in columns of one width are left apart.
    """
    made: list[list[dict[str, Any]]] = []
    at = 0
    while at < len(parts):
        end = _even_from(parts, at)
        if end - at >= _FEWEST_EVEN:
            made.append([word for part in parts[at:end] for word in part])
            at = end
        else:
            made.append(parts[at])
            at += 1
    return made


def _even_from(parts: Sequence[list[dict[str, Any]]], at: int) -> int:
    """Where parts of one word each end that stand equally far apart."""
    end = at + 1
    while end < len(parts) and len(parts[end]) == 1 and len(parts[at]) == 1:
        gap = parts[end][0]["x0"] - parts[end - 1][0]["x1"]
        first = parts[at + 1][0]["x0"] - parts[at][0]["x1"]
        word, size = parts[end][0], parts[at][0]["size"]
        if abs(gap - first) > _EVEN or gap > size * _WIDEST or word["size"] != size:
            break
        end += 1
    words = [part[0]["text"] for part in parts[at:end]]
    plain = sum(1 for word in words if any(sign.islower() for sign in word))
    return end if plain * 2 > len(words) else at + 1


_FEWEST_EVEN = 3  # words
_EVEN = 0.7  # points
_WIDEST = 4.5  # times the type's size


def _row(words: Sequence[dict[str, Any]]) -> Row:
    letters = sum(len(word["text"]) for word in words)
    bold = sum(len(word["text"]) for word in words if is_bold(word["fontname"]))
    size = max(words, key=lambda word: len(word["text"]))["size"]
    return Row(
        " ".join(word["text"] for word in words),
        float(words[0]["x0"]),
        float(words[-1]["x1"]),
        float(min(word["top"] for word in words)),
        float(max(word["bottom"] for word in words)),
        round(float(size) * 2) / 2,
        bold > letters * _BOLD,
        words=tuple((float(word["x0"]), float(word["x1"]), word["text"]) for word in words),
    )


_BOLD = 0.8  # of a line's letters; a sentence whose first words are bold is no heading


def within(word: dict[str, Any], table: Table) -> bool:
    """Whether the middle of a word lies in a table."""
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(table.left <= middle <= table.right and table.top <= height <= table.bottom)
